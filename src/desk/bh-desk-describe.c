/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk.h"

#include "base/bh-i18n.h"

/* An event as one line of the history: what was done, then the details that its payload has. */
typedef struct
{
  BhOffice *office;
  BhPayload *payload;
  GString *line;
  gboolean detailed;
} Description;

static void
add_detail (Description *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append (self->line, self->detailed ? _ ("; ") : _ (": "));
  g_string_append (self->line, text);
  self->detailed = TRUE;
}

/* @format: translated, with one %s that stands for @text; nothing is added where @text is missing
 */
static void
add_labelled (Description *self, const char *format, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *detail = NULL;

  if (text == NULL || *text == '\0')
    return;

  parts = g_strsplit (format, "%s", 2);
  detail = g_strjoinv (text, parts);
  add_detail (self, detail);
}

static void
add_text (Description *self, const char *key)
{
  add_detail (self, bh_payload_get (self->payload, key));
}

static void
add_code (Description *self, const char *key, BhList list)
{
  add_detail (self,
              bh_list_get_label (list, bh_list_find (list, bh_payload_get (self->payload, key))));
}

static void
add_time (Description *self, const char *key, const char *format)
{
  g_autofree char *text = bh_office_time_format (bh_office_get_time (self->office),
                                                 bh_payload_get_int (self->payload, key));

  add_labelled (self, format, text);
}

static void
add_tri (Description *self, const char *key, const char *yes, const char *no)
{
  switch ((BhTri) bh_payload_get_tri (self->payload, key))
    {
    case BH_TRI_YES:
      add_detail (self, yes);
      break;
    case BH_TRI_NO:
      add_detail (self, no);
      break;
    case BH_TRI_UNKNOWN:
      break;
    }
}

static const char *
get_name (Description *self, GType type, const char *key)
{
  return bh_office_get_name (self->office, type, bh_payload_get_int (self->payload, key));
}

static void
say (Description *self, const char *text)
{
  g_string_append (self->line, text);
}

/* "工程部, 李强", "工程部" */
static void
say_holder (Description *self)
{
  const char *person = get_name (self, BH_TYPE_STAFF, "person");

  say (self, get_name (self, BH_TYPE_DEPARTMENT, "department"));
  if (*person != '\0')
    {
      say (self, _ (", "));
      say (self, person);
    }
}

static void
describe_new (Description *self)
{
  say (self, _ ("Registered"));
  add_code (self, "kind", BH_LIST_KIND);
  add_code (self, "grade", BH_LIST_GRADE);
  add_detail (self, get_name (self, BH_TYPE_CHANNEL, "channel"));
  add_detail (self, get_name (self, BH_TYPE_CATEGORY, "category"));
}

static void
describe_answer (Description *self)
{
  say (self, _ ("Answered on the spot"));
  add_text (self, "result");
  add_tri (self, "adopted", _ ("adopted"), _ ("not adopted"));
}

static void
describe_dispatch (Description *self)
{
  const char *percent = bh_payload_get (self->payload, "automatic");

  say (self, _ ("Dispatched to "));
  say_holder (self);
  add_time (self, "due", _ ("wanted by %s"));
  if (percent != NULL)
    {
      g_autofree char *sure = g_strdup_printf ("%s %%", percent);

      /* Translators: how sure the program was, in percent */
      add_labelled (self, _ ("by the program, %s sure"), sure);
    }
  add_labelled (self, _ ("because of “%s”"), bh_payload_get (self->payload, "because"));
}

static void
describe_accept (Description *self)
{
  say (self, _ ("Accepted"));
  add_labelled (self, _ ("in the hands of %s"), get_name (self, BH_TYPE_STAFF, "person"));
}

static void
describe_return (Description *self)
{
  say (self, _ ("Returned to the desk"));
  add_code (self, "reason", BH_LIST_MOVE_REASON);
  add_text (self, "note");
}

static void
describe_transfer (Description *self)
{
  say (self, _ ("Transferred to "));
  say_holder (self);
  add_code (self, "reason", BH_LIST_MOVE_REASON);
  add_text (self, "note");
}

static void
add_cause (Description *self)
{
  add_labelled (self, _ ("cause: %s"), get_name (self, BH_TYPE_CAUSE, "cause"));
}

static void
describe_investigate (Description *self)
{
  say (self, _ ("Investigated"));
  add_cause (self);
  add_labelled (
      self, _ ("responsible: %s"),
      bh_list_get_label (
          BH_LIST_RESPONSIBILITY,
          bh_list_find (BH_LIST_RESPONSIBILITY, bh_payload_get (self->payload, "responsibility"))));
  add_tri (self, "preventable", _ ("could have been prevented"), _ ("not to be prevented"));
  add_text (self, "facts");
}

static void
describe_plan (Description *self)
{
  say (self, _ ("Planned"));
  add_text (self, "measure");
  add_time (self, "promised", _ ("promised for %s"));
  add_tri (self, "told", _ ("the owner was told"), _ ("the owner was not told"));
}

static void
describe_finish (Description *self)
{
  gint64 cost = bh_payload_get_int (self->payload, "cost");

  say (self, _ ("Finished"));
  add_text (self, "result");
  if (cost != 0)
    {
      g_autofree char *amount
          = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", cost / 100, (int) (cost % 100));

      add_labelled (self, _ ("cost %s"), amount);
    }
  add_cause (self);
}

static void
describe_sign (Description *self)
{
  say (self, _ ("Signed off"));
  add_code (self, "by", BH_LIST_SIGNED_BY);
  add_text (self, "note");
  add_cause (self);
}

static void
describe_callback (Description *self)
{
  if (!bh_payload_is_yes (self->payload, "reached"))
    {
      say (self, _ ("Called back, nobody reached"));
      add_text (self, "note");
      return;
    }

  say (self, _ ("Called back"));
  add_labelled (self, _ ("score %s"), bh_payload_get (self->payload, "score"));
  add_tri (self, "timely", _ ("in time"), _ ("not in time"));
  add_tri (self, "solved", _ ("solved"), _ ("not solved"));
  add_tri (self, "polite", _ ("polite"), _ ("not polite"));
  add_text (self, "note");
  if (bh_payload_is_yes (self->payload, "rework"))
    add_detail (self, _ ("rework"));
  else
    add_labelled (self, _ ("no rework, because: %s"), bh_payload_get (self->payload, "reason"));
  add_cause (self);
}

static void
describe_contact (Description *self)
{
  say (self, _ ("Spoke with the owner"));
  add_detail (self, get_name (self, BH_TYPE_CHANNEL, "channel"));
  add_detail (self, get_name (self, BH_TYPE_STAFF, "by"));
  add_text (self, "text");
}

/* The value of a corrected key in words; a place or contact is known by its number only. */
static char *
read_value (Description *self, const char *key, const char *value)
{
  gint64 number = g_ascii_strtoll (value, NULL, 10);

  if (g_str_equal (key, "kind"))
    return g_strdup (bh_list_get_label (BH_LIST_KIND, bh_list_find (BH_LIST_KIND, value)));
  if (g_str_equal (key, "channel"))
    return g_strdup (bh_office_get_name (self->office, BH_TYPE_CHANNEL, number));
  if (g_str_equal (key, "concerns"))
    return g_strdup (bh_office_get_name (self->office, BH_TYPE_STAFF, number));
  if (g_str_equal (key, "occurred"))
    return bh_office_time_format (bh_office_get_time (self->office), number);

  return g_strdup (value);
}

static void
add_correction (Description *self, const char *key, const char *label)
{
  const char *value = bh_payload_get (self->payload, key);
  g_autofree char *old_key = g_strconcat ("old.", key, NULL);
  const char *old = bh_payload_get (self->payload, old_key);
  g_autofree char *new_text = NULL, *old_text = NULL, *detail = NULL;

  if (value == NULL)
    return;

  new_text = read_value (self, key, value);
  old_text = old != NULL ? read_value (self, key, old) : g_strdup (_ ("none"));
  detail = g_strdup_printf (_ ("%s “%s” → “%s”"), label, old_text, new_text);
  add_detail (self, detail);
}

static void
describe_correct (Description *self)
{
  say (self, _ ("Corrected"));
  add_correction (self, "kind", _ ("Kind"));
  add_correction (self, "channel", _ ("Channel"));
  add_correction (self, "summary", _ ("Summary"));
  add_correction (self, "description", _ ("Description"));
  add_correction (self, "remedy", _ ("Remedy sought"));
  add_correction (self, "place-text", _ ("Place"));
  if (bh_payload_get (self->payload, "place") != NULL)
    add_detail (self, _ ("another place"));
  add_correction (self, "contact-name", _ ("Contact"));
  add_correction (self, "phone", _ ("Phone"));
  add_correction (self, "occurred", _ ("Occurred"));
  add_correction (self, "concerns", _ ("Concerns staff"));
  add_text (self, "reason");
}

static void
describe_regrade (Description *self)
{
  say (self, _ ("Grade changed"));
  add_code (self, "grade", BH_LIST_GRADE);
  add_text (self, "reason");
}

static void
describe_recategorize (Description *self)
{
  g_autofree char *path
      = bh_office_get_category_path (self->office, bh_payload_get_int (self->payload, "category"));

  say (self, _ ("Category changed"));
  add_detail (self, path);
  add_text (self, "reason");
}

static void
describe_reopen (Description *self)
{
  say (self, _ ("Reopened"));
  add_detail (self, get_name (self, BH_TYPE_DEPARTMENT, "department"));
  add_text (self, "reason");
}

static void
describe_attach (Description *self)
{
  say (self, _ ("File attached"));
  add_text (self, "name");
  add_code (self, "use", BH_LIST_ATTACHMENT_USE);
  add_text (self, "note");
}

static void
describe_warn (Description *self)
{
  g_string_append_printf (
      self->line, _ ("Warning: %s, %d %% of the time is gone"),
      bh_list_get_label (BH_LIST_CLOCK,
                         bh_list_find (BH_LIST_CLOCK, bh_payload_get (self->payload, "clock"))),
      (int) bh_payload_get_int (self->payload, "threshold"));
}

static void
describe_task (Description *self)
{
  say (self, _ ("Asked for help of "));
  say (self, get_name (self, BH_TYPE_DEPARTMENT, "department"));
  add_text (self, "what");
  add_time (self, "due", _ ("wanted by %s"));
}

/* @format: translated, with one %s that stands for the text of @key */
static void
say_with (Description *self, const char *format, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  const char *value = bh_payload_get (self->payload, key);
  g_autofree char *text = g_strjoinv (value != NULL ? value : "?", parts);

  say (self, text);
}

static void
describe_join (Description *self)
{
  say_with (self, _ ("%s was merged into this one"), "number");
  add_text (self, "contact-name");
}

static gboolean
is_request (Description *self)
{
  return g_strcmp0 (bh_payload_get (self->payload, "approval"), "wanted") == 0;
}

static void
describe_suspend (Description *self)
{
  say (self, is_request (self) ? _ ("Asked to suspend it") : _ ("Suspended"));
  add_time (self, "until", _ ("until %s"));
  add_code (self, "reason", BH_LIST_SUSPEND_REASON);
  add_text (self, "note");
}

static void
describe_extend (Description *self)
{
  say (self, _ ("Asked for a longer deadline"));
  add_time (self, "due", _ ("until %s"));
  add_text (self, "reason");
}

static void
describe_void (Description *self)
{
  say (self, is_request (self) ? _ ("Asked to void it") : _ ("Void"));
  add_text (self, "reason");
}

static void
describe_close_exception (Description *self)
{
  say (self, _ ("Asked to close it without the owner"));
  add_text (self, "reason");
  add_cause (self);
}

/* How a verb is told: by a function, or by words and the text of one key. */
static const struct
{
  void (*describe) (Description *self);
  const char *what;
  const char *key;
  const char *named; /* key of what stands for %s in @what, or NULL */
} tellings[BH_N_VERBS] = {
  [BH_VERB_NEW] = { describe_new, NULL, NULL },
  [BH_VERB_ANSWER] = { describe_answer, NULL, NULL },
  [BH_VERB_DISPATCH] = { describe_dispatch, NULL, NULL },
  [BH_VERB_ACCEPT] = { describe_accept, NULL, NULL },
  [BH_VERB_RETURN] = { describe_return, NULL, NULL },
  [BH_VERB_TRANSFER] = { describe_transfer, NULL, NULL },
  [BH_VERB_INVESTIGATE] = { describe_investigate, NULL, NULL },
  [BH_VERB_PLAN] = { describe_plan, NULL, NULL },
  [BH_VERB_FINISH] = { describe_finish, NULL, NULL },
  [BH_VERB_SIGN] = { describe_sign, NULL, NULL },
  [BH_VERB_REFUSE] = { NULL, N_ ("Sign-off refused"), "reason" },
  [BH_VERB_ATTEMPT] = { NULL, N_ ("Asked for the sign-off, nobody reached"), "note" },
  [BH_VERB_CALLBACK] = { describe_callback, NULL, NULL },
  [BH_VERB_CONTACT] = { describe_contact, NULL, NULL },
  [BH_VERB_NOTE] = { NULL, N_ ("Note"), "text" },
  [BH_VERB_REMIND] = { NULL, N_ ("The owner asked again"), "text" },
  [BH_VERB_CORRECT] = { describe_correct, NULL, NULL },
  [BH_VERB_REGRADE] = { describe_regrade, NULL, NULL },
  [BH_VERB_RECATEGORIZE] = { describe_recategorize, NULL, NULL },
  [BH_VERB_WITHDRAW] = { NULL, N_ ("Withdrawn by the owner"), "reason" },
  [BH_VERB_VOID] = { describe_void, NULL, NULL },
  [BH_VERB_REOPEN] = { describe_reopen, NULL, NULL },
  [BH_VERB_UNDO] = { NULL, N_ ("Took entry %s back"), NULL, "seq" },
  [BH_VERB_ATTACH] = { describe_attach, NULL, NULL },
  [BH_VERB_LINK] = { NULL, N_ ("Linked as a repeat of %s"), NULL, "number" },
  [BH_VERB_JOIN] = { describe_join, NULL, NULL },
  [BH_VERB_PART] = { NULL, N_ ("%s was split off again"), NULL, "number" },
  [BH_VERB_MERGE] = { NULL, N_ ("Merged into %s"), NULL, "number" },
  [BH_VERB_UNMERGE] = { NULL, N_ ("Split off from %s"), NULL, "number" },
  [BH_VERB_TASK] = { describe_task, NULL, NULL },
  [BH_VERB_TASK_DONE] = { NULL, N_ ("Task %s done"), "result", "task" },
  [BH_VERB_TASK_WAIVE] = { NULL, N_ ("Task %s waived"), "reason", "task" },
  [BH_VERB_SUSPEND] = { describe_suspend, NULL, NULL },
  [BH_VERB_RESUME] = { NULL, N_ ("Goes on"), NULL },
  [BH_VERB_EXTEND] = { describe_extend, NULL, NULL },
  [BH_VERB_DECLINE] = { NULL, N_ ("Asked to decline it"), "reason" },
  [BH_VERB_CLOSE_EXCEPTION] = { describe_close_exception, NULL, NULL },
  [BH_VERB_APPROVE] = { NULL, N_ ("Approved"), "note" },
  [BH_VERB_REJECT] = { NULL, N_ ("Rejected"), "reason" },
  [BH_VERB_IMPORT] = { NULL, N_ ("Taken over from a ledger"), NULL },
  [BH_VERB_WARN] = { describe_warn, NULL, NULL },
};

static void
describe (Description *self, BhVerb verb)
{
  if (tellings[verb].describe != NULL)
    tellings[verb].describe (self);
  else if (tellings[verb].named != NULL)
    say_with (self, _ (tellings[verb].what), tellings[verb].named);
  else if (tellings[verb].what != NULL)
    say (self, _ (tellings[verb].what));
  if (tellings[verb].key != NULL)
    add_text (self, tellings[verb].key);
}

char *
bh_desk_describe_event (BhOffice *office, BhEvent *event)
{
  Description description;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (BH_IS_EVENT (event), NULL);

  description = (Description){ office, event->payload, g_string_new (NULL), FALSE };
  describe (&description, event->verb);

  return g_string_free (description.line, FALSE);
}
