/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verbs.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-verb-builders.h"
#include "desk/bh-verb-choices.h"
#include "domain/bh-error.h"

static gboolean
build_text (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "text", NULL);

  return TRUE;
}

static gboolean
build_reason (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "reason", NULL);

  return TRUE;
}

static gboolean
build_nothing (BhVerbContext *self, GError **error)
{
  return TRUE;
}

static BhVerbBuilder
get_builder (BhVerb verb)
{
  switch (verb)
    {
    case BH_VERB_NEW:
      return bh_verb_build_new;
    case BH_VERB_ANSWER:
      return bh_verb_build_answer;
    case BH_VERB_DISPATCH:
      return bh_verb_build_dispatch;
    case BH_VERB_ACCEPT:
      return bh_verb_build_accept;
    case BH_VERB_RETURN:
      return bh_verb_build_return;
    case BH_VERB_TRANSFER:
      return bh_verb_build_transfer;
    case BH_VERB_INVESTIGATE:
      return bh_verb_build_investigate;
    case BH_VERB_PLAN:
      return bh_verb_build_plan;
    case BH_VERB_FINISH:
      return bh_verb_build_finish;
    case BH_VERB_SIGN:
      return bh_verb_build_sign;
    case BH_VERB_REFUSE:
      return bh_verb_build_refuse;
    case BH_VERB_ATTEMPT:
      return bh_verb_build_attempt;
    case BH_VERB_CALLBACK:
      return bh_verb_build_callback;
    case BH_VERB_CONTACT:
      return bh_verb_build_contact;
    case BH_VERB_NOTE:
    case BH_VERB_REMIND:
      return build_text;
    case BH_VERB_ATTACH:
      return bh_verb_build_attach;
    case BH_VERB_CORRECT:
      return bh_verb_build_correct;
    case BH_VERB_REGRADE:
      return bh_verb_build_regrade;
    case BH_VERB_RECATEGORIZE:
      return bh_verb_build_recategorize;
    case BH_VERB_WITHDRAW:
      return build_reason;
    case BH_VERB_REOPEN:
      return bh_verb_build_reopen;
    case BH_VERB_UNDO:
      return bh_verb_build_undo;
    case BH_VERB_TASK:
      return bh_verb_build_task;
    case BH_VERB_TASK_DONE:
      return bh_verb_build_task_done;
    case BH_VERB_TASK_WAIVE:
      return bh_verb_build_task_waive;
    case BH_VERB_SUSPEND:
      return bh_verb_build_suspend;
    case BH_VERB_RESUME:
      return build_nothing;
    case BH_VERB_EXTEND:
      return bh_verb_build_extend;
    case BH_VERB_VOID:
      return bh_verb_build_void;
    case BH_VERB_DECLINE:
      return bh_verb_build_decline;
    case BH_VERB_CLOSE_EXCEPTION:
      return bh_verb_build_close_exception;
    case BH_VERB_APPROVE:
      return bh_verb_build_approve;
    case BH_VERB_REJECT:
      return bh_verb_build_reject;
    case BH_VERB_NONE:
    case BH_VERB_LINK:
    case BH_VERB_JOIN:
    case BH_VERB_PART:
    case BH_VERB_MERGE:
    case BH_VERB_UNMERGE:
    case BH_VERB_WARN:
    case BH_VERB_IMPORT:
      break;
    }

  return NULL;
}

/* What people type has blanks around it; what is blank is not there. */
static BhPayload *
clean_inputs (BhPayload *inputs)
{
  BhPayload *cleaned = bh_payload_new ();

  for (guint i = 0; i < bh_payload_get_size (inputs); i++)
    {
      const char *key, *value;
      g_autofree char *text = NULL;

      bh_payload_get_nth (inputs, i, &key, &value);
      text = bh_text_clean (value);
      bh_payload_set (cleaned, key, text);
    }

  return cleaned;
}

static gboolean
check_time (BhVerbContext *self, GError **error)
{
  g_autofree char *last = NULL;

  if (self->at > self->now)
    return bh_domain_reject_input (error, _ ("The time of a verb cannot lie in the future."));
  if (self->ticket == NULL || self->at >= self->ticket->last_at)
    return TRUE;

  last = bh_office_time_format (bh_office_get_time (self->office), self->ticket->last_at);
  return bh_domain_refuse (error, _ ("The last entry of %s is of %s; nothing can come before it."),
                           self->ticket->number, last);
}

/* Only undo looks at the last event. */
static gboolean
load_last_event (BhVerbContext *self, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;

  if (self->verb != BH_VERB_UNDO)
    return TRUE;

  events = bh_work_load_events (self->work, self->ticket->id, error);
  if (events == NULL)
    return FALSE;
  g_set_object (&self->last, bh_history_get_last (events));

  return TRUE;
}

static gboolean
check_gates (BhVerbContext *self, GError **error)
{
  if (self->verb == BH_VERB_NEW)
    {
      if (self->actor->role == BH_ROLE_AUDITOR)
        return bh_domain_refuse (error,
                                 _ ("An auditor only reads: choose somebody else at the desk"));
      return bh_loop_check_inputs (self->verb, self->inputs, error);
    }

  return load_last_event (self, error)
         && bh_loop_check (self->ticket, self->verb, self->actor, self->office, self->now,
                           self->last, error)
         && bh_loop_check_inputs (self->verb, self->inputs, error);
}

/* What counts office hours counts those of the version in force, whatever it is later. */
static void
note_calendar (BhVerbContext *self)
{
  gint64 policy_id = bh_payload_get_int (self->payload, "policy");
  BhCalendar *calendar = bh_office_get_current_calendar (self->office, self->at);
  BhPolicy *policy;

  if (policy_id == 0 && self->ticket != NULL)
    policy_id = self->ticket->policy_id;
  policy = bh_office_get_policy (self->office, policy_id);
  if (calendar != NULL && policy != NULL && policy->hours == BH_HOURS_OFFICE)
    bh_payload_set_int (self->payload, "calendar", bh_calendar_get_id (calendar));
}

static BhTicket *
record (BhVerbContext *self, GError **error)
{
  g_autoptr (BhEvent) event = bh_event_new (self->verb, self->at, self->now, self->actor->staff_id,
                                            self->actor->entered_by, self->payload);

  return bh_work_record (self->work, self->ticket, event, error);
}

BhTicket *
bh_verbs_do (BhWork *work,
             BhVerb verb,
             gint64 ticket_id,
             BhPayload *inputs,
             const BhActor *actor,
             gint64 at,
             GError **error)
{
  g_autoptr (BhPayload) cleaned = NULL;
  g_autoptr (BhPayload) payload = NULL;
  BhVerbContext context = { .work = work, .verb = verb, .actor = actor };
  BhVerbBuilder build = get_builder (verb);
  BhTicket *ticket = NULL;

  g_return_val_if_fail (BH_IS_WORK (work), NULL);
  g_return_val_if_fail (build != NULL, NULL);
  g_return_val_if_fail ((verb == BH_VERB_NEW) == (ticket_id == 0), NULL);
  g_return_val_if_fail (inputs != NULL && actor != NULL, NULL);

  context.office = bh_work_get_office (work, error);
  if (context.office == NULL)
    return NULL;
  if (ticket_id != 0)
    {
      context.ticket = bh_work_load_ticket (work, ticket_id, error);
      if (context.ticket == NULL)
        return NULL;
    }

  cleaned = clean_inputs (inputs);
  payload = bh_payload_new ();
  context.inputs = cleaned;
  context.payload = payload;
  context.now = bh_clock_now (bh_work_get_clock (work));
  /* Where the system's clock went back, the ticket's own time goes on. */
  if (context.ticket != NULL)
    context.now = MAX (context.now, context.ticket->last_at);
  context.at = at != 0 ? at : context.now;

  if (check_gates (&context, error) && check_time (&context, error) && build (&context, error))
    {
      note_calendar (&context);
      ticket = record (&context, error);
    }
  g_clear_object (&context.last);

  return ticket;
}

gboolean
bh_verbs_get_actor (BhOffice *office, const char *name, BhActor *actor, GError **error)
{
  gint64 desk_id;
  BhStaff *staff, *at_desk;

  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);

  desk_id = bh_office_get_settings (office)->desk_staff_id;
  at_desk = bh_office_get (office, BH_TYPE_STAFF, desk_id);
  staff = name != NULL ? bh_office_find (office, BH_TYPE_STAFF, name) : at_desk;
  if (name != NULL && (staff == NULL || bh_entry_is_retired (BH_ENTRY (staff))))
    {
      g_autofree char *choices = bh_verb_choices_of (office, BH_TYPE_STAFF, 0, name);

      return bh_domain_reject_input (
          error, _ ("There is nobody called “%s” among the staff; there are: %s."), name, choices);
    }

  actor->staff_id = staff != NULL ? bh_entry_get_id (BH_ENTRY (staff)) : 0;
  actor->entered_by = at_desk != NULL ? desk_id : actor->staff_id;
  actor->role = staff != NULL ? staff->role : BH_ROLE_CLERK;

  return TRUE;
}
