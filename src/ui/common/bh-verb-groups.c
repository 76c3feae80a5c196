/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-verb-groups.h"

#include "base/bh-i18n.h"

static const char *const labels[BH_N_VERB_GROUPS] = {
  [BH_VERB_GROUP_LEAD] = N_ ("Lead the ticket on"),
  [BH_VERB_GROUP_OTHERS] = N_ ("Other departments"),
  [BH_VERB_GROUP_TALK] = N_ ("Add to the ticket"),
  [BH_VERB_GROUP_EXCEPTION] = N_ ("Exceptions"),
  [BH_VERB_GROUP_MATTER] = N_ ("Same matter"),
  [BH_VERB_GROUP_CORRECT] = N_ ("Put right"),
};

const char *
bh_verb_group_get_label (BhVerbGroup group)
{
  g_return_val_if_fail (group < BH_N_VERB_GROUPS, NULL);

  return _ (labels[group]);
}

BhVerbGroup
bh_verb_get_group (BhVerb verb)
{
  switch (verb)
    {
    case BH_VERB_RETURN:
    case BH_VERB_TRANSFER:
    case BH_VERB_TASK:
    case BH_VERB_TASK_DONE:
    case BH_VERB_TASK_WAIVE:
      return BH_VERB_GROUP_OTHERS;
    case BH_VERB_CONTACT:
    case BH_VERB_NOTE:
    case BH_VERB_REMIND:
    case BH_VERB_ATTACH:
      return BH_VERB_GROUP_TALK;
    case BH_VERB_SUSPEND:
    case BH_VERB_RESUME:
    case BH_VERB_EXTEND:
    case BH_VERB_APPROVE:
    case BH_VERB_REJECT:
    case BH_VERB_WITHDRAW:
    case BH_VERB_VOID:
    case BH_VERB_DECLINE:
    case BH_VERB_CLOSE_EXCEPTION:
      return BH_VERB_GROUP_EXCEPTION;
    case BH_VERB_LINK:
    case BH_VERB_JOIN:
    case BH_VERB_MERGE:
    case BH_VERB_UNMERGE:
      return BH_VERB_GROUP_MATTER;
    case BH_VERB_CORRECT:
    case BH_VERB_REGRADE:
    case BH_VERB_RECATEGORIZE:
    case BH_VERB_UNDO:
      return BH_VERB_GROUP_CORRECT;
    case BH_VERB_NEW:
    case BH_VERB_ANSWER:
    case BH_VERB_DISPATCH:
    case BH_VERB_ACCEPT:
    case BH_VERB_INVESTIGATE:
    case BH_VERB_PLAN:
    case BH_VERB_FINISH:
    case BH_VERB_SIGN:
    case BH_VERB_REFUSE:
    case BH_VERB_ATTEMPT:
    case BH_VERB_CALLBACK:
    case BH_VERB_REOPEN:
    case BH_VERB_NONE:
    case BH_VERB_PART:
    case BH_VERB_WARN:
    case BH_VERB_IMPORT:
      break;
    }

  return BH_VERB_GROUP_LEAD;
}

gboolean
bh_verb_is_frequent (BhVerb verb)
{
  switch (bh_verb_get_group (verb))
    {
    case BH_VERB_GROUP_LEAD:
      return TRUE;
    case BH_VERB_GROUP_TALK:
      return verb != BH_VERB_ATTACH;
    case BH_VERB_GROUP_OTHERS:
      return verb == BH_VERB_TASK_DONE;
    case BH_VERB_GROUP_EXCEPTION:
      return verb == BH_VERB_RESUME || verb == BH_VERB_APPROVE || verb == BH_VERB_REJECT;
    case BH_VERB_GROUP_MATTER:
      return verb == BH_VERB_UNMERGE;
    case BH_VERB_GROUP_CORRECT:
      return verb == BH_VERB_UNDO;
    }

  g_return_val_if_reached (FALSE);
}

char *
bh_verb_key_dup_label (char key)
{
  return g_strdup_printf (g_ascii_isupper (key) ? "⇧%c" : "%c", g_ascii_toupper (key));
}

char *
bh_verb_key_dup_accelerator (char key)
{
  return g_strdup_printf (g_ascii_isupper (key) ? "<Shift>%c" : "%c", g_ascii_tolower (key));
}

char *
bh_verb_key_dup_spoken (char key)
{
  return g_strdup_printf (g_ascii_isupper (key) ? "Shift+%c" : "%c", g_ascii_toupper (key));
}
