/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"
#include "domain/bh-error.h"

#include "base/bh-i18n.h"

gboolean
bh_verb_build_answer (BhVerbContext *self, GError **error)
{
  if (bh_verb_context_get (self, "adopted") != NULL && self->ticket->kind != BH_KIND_SUGGESTION)
    return bh_domain_reject_input (error, _ ("Only a suggestion is adopted or not."));

  bh_verb_context_copy (self, "result", NULL);
  bh_verb_context_copy_list (self, "adopted", BH_LIST_TRI);

  return TRUE;
}

static gboolean
build_cause (BhVerbContext *self, GError **error)
{
  gint64 cause_id;

  if (!bh_verb_context_find_entry (self, "cause", BH_TYPE_CAUSE, &cause_id, error))
    return FALSE;

  bh_payload_set_int (self->payload, "cause", cause_id);

  return TRUE;
}

gboolean
bh_verb_build_investigate (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy_list (self, "responsibility", BH_LIST_RESPONSIBILITY);
  bh_verb_context_copy_list (self, "preventable", BH_LIST_TRI);
  bh_verb_context_copy (self, "facts", NULL);

  return build_cause (self, error);
}

gboolean
bh_verb_build_plan (BhVerbContext *self, GError **error)
{
  if (!bh_verb_context_copy_time (self, "promised", error))
    return FALSE;
  if (bh_payload_get (self->payload, "promised") != NULL
      && bh_payload_get_int (self->payload, "promised") <= self->at)
    return bh_domain_reject_input (error, _ ("The promised time is past already."));

  bh_verb_context_copy (self, "measure", NULL);
  bh_verb_context_copy_list (self, "told", BH_LIST_TRI);

  return TRUE;
}

gboolean
bh_verb_build_finish (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "result", NULL);

  return bh_verb_context_copy_money (self, "cost", error) && build_cause (self, error);
}

gboolean
bh_verb_build_contact (BhVerbContext *self, GError **error)
{
  gint64 channel_id;
  BhStaff *by;

  if (!bh_verb_context_find_entry (self, "channel", BH_TYPE_CHANNEL, &channel_id, error)
      || !bh_verb_context_find_staff (self, "by", 0, &by, error))
    return FALSE;

  bh_verb_context_copy (self, "text", NULL);
  bh_payload_set_int (self->payload, "channel", channel_id);
  if (by != NULL)
    bh_payload_set_int (self->payload, "by", bh_entry_get_id (BH_ENTRY (by)));

  return TRUE;
}
