/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verbs.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-verb-builders.h"
#include "desk/bh-verb-choices.h"
#include "desk/bh-verb-merge.h"
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

/* Verbs without one are not done by people; but to join is two events, see bh_verb_join(). */
static const BhVerbBuilder builders[BH_N_VERBS] = {
  [BH_VERB_NEW] = bh_verb_build_new,
  [BH_VERB_ANSWER] = bh_verb_build_answer,
  [BH_VERB_DISPATCH] = bh_verb_build_dispatch,
  [BH_VERB_ACCEPT] = bh_verb_build_accept,
  [BH_VERB_RETURN] = bh_verb_build_return,
  [BH_VERB_TRANSFER] = bh_verb_build_transfer,
  [BH_VERB_INVESTIGATE] = bh_verb_build_investigate,
  [BH_VERB_PLAN] = bh_verb_build_plan,
  [BH_VERB_FINISH] = bh_verb_build_finish,
  [BH_VERB_SIGN] = bh_verb_build_sign,
  [BH_VERB_REFUSE] = bh_verb_build_refuse,
  [BH_VERB_ATTEMPT] = bh_verb_build_attempt,
  [BH_VERB_CALLBACK] = bh_verb_build_callback,
  [BH_VERB_CONTACT] = bh_verb_build_contact,
  [BH_VERB_NOTE] = build_text,
  [BH_VERB_REMIND] = build_text,
  [BH_VERB_ATTACH] = bh_verb_build_attach,
  [BH_VERB_CORRECT] = bh_verb_build_correct,
  [BH_VERB_REGRADE] = bh_verb_build_regrade,
  [BH_VERB_RECATEGORIZE] = bh_verb_build_recategorize,
  [BH_VERB_WITHDRAW] = build_reason,
  [BH_VERB_REOPEN] = bh_verb_build_reopen,
  [BH_VERB_UNDO] = bh_verb_build_undo,
  [BH_VERB_TASK] = bh_verb_build_task,
  [BH_VERB_TASK_DONE] = bh_verb_build_task_done,
  [BH_VERB_TASK_WAIVE] = bh_verb_build_task_waive,
  [BH_VERB_LINK] = bh_verb_build_link,
  [BH_VERB_MERGE] = bh_verb_build_merge,
  [BH_VERB_UNMERGE] = bh_verb_build_unmerge,
  [BH_VERB_SUSPEND] = bh_verb_build_suspend,
  [BH_VERB_RESUME] = build_nothing,
  [BH_VERB_EXTEND] = bh_verb_build_extend,
  [BH_VERB_VOID] = bh_verb_build_void,
  [BH_VERB_DECLINE] = bh_verb_build_decline,
  [BH_VERB_CLOSE_EXCEPTION] = bh_verb_build_close_exception,
  [BH_VERB_APPROVE] = bh_verb_build_approve,
  [BH_VERB_REJECT] = bh_verb_build_reject,
};

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

/* What touches other tickets as well records their part at once. */
static BhTicket *
record (BhVerbContext *self, GError **error)
{
  BhTicket *ticket = bh_verb_context_record (self, self->ticket, self->verb, self->payload, error);

  return ticket != NULL && bh_verb_merge_follow (self, error) ? ticket : NULL;
}

static BhTicket *
build_and_record (BhVerbContext *self, BhVerbBuilder build, GError **error)
{
  if (!check_gates (self, error) || !check_time (self, error))
    return NULL;
  if (self->verb == BH_VERB_JOIN)
    return bh_verb_join (self, error);

  return build (self, error) ? record (self, error) : NULL;
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
  return bh_verbs_do_with (work, verb, ticket_id, inputs, NULL, actor, at, error);
}

BhTicket *
bh_verbs_do_with (BhWork *work,
                  BhVerb verb,
                  gint64 ticket_id,
                  BhPayload *inputs,
                  BhPayload *extra,
                  const BhActor *actor,
                  gint64 at,
                  GError **error)
{
  g_autoptr (BhPayload) cleaned = NULL;
  g_autoptr (BhPayload) payload = NULL;
  BhVerbContext context = { .work = work, .verb = verb, .actor = actor };
  BhVerbBuilder build = builders[verb];
  BhTicket *ticket;

  g_return_val_if_fail (BH_IS_WORK (work), NULL);
  g_return_val_if_fail (build != NULL || verb == BH_VERB_JOIN, NULL);
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
  payload = extra != NULL ? bh_payload_copy (extra) : bh_payload_new ();
  context.inputs = cleaned;
  context.payload = payload;
  context.now = bh_clock_now (bh_work_get_clock (work));
  /* Where the system's clock went back, the ticket's own time goes on. */
  if (context.ticket != NULL)
    context.now = MAX (context.now, context.ticket->last_at);
  context.at = at != 0 ? at : context.now;

  ticket = build_and_record (&context, build, error);
  g_clear_object (&context.last);

  return ticket;
}

BhTicket *
bh_verbs_do_all (BhWork *work,
                 gint64 ticket_id,
                 const BhVerbStep *steps,
                 guint n_steps,
                 const BhActor *actor,
                 GError **error)
{
  BhTicket *ticket = NULL;

  g_return_val_if_fail (steps != NULL && n_steps > 0, NULL);

  for (guint i = 0; i < n_steps; i++)
    {
      ticket = bh_verbs_do (work, steps[i].verb, ticket_id, steps[i].inputs, actor, steps[i].at,
                            error);
      if (ticket == NULL)
        {
          g_prefix_error (error, _ ("“%s”: "),
                          bh_list_get_label (BH_LIST_VERB, (int) steps[i].verb));
          return NULL;
        }
    }

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
