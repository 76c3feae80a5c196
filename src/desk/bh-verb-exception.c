/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"

#include "base/bh-i18n.h"
#include "desk/bh-verb-choices.h"
#include "domain/bh-error.h"
#include "domain/bh-staff-pin.h"

/* Suspension, and what a supervisor must approve. */

static void
want_approval (BhVerbContext *self)
{
  bh_payload_set (self->payload, "approval", "wanted");
}

static char *
format_time (BhVerbContext *self, gint64 instant)
{
  return bh_office_time_format (bh_office_get_time (self->office), instant);
}

gboolean
bh_verb_build_suspend (BhVerbContext *self, GError **error)
{
  gint64 until;

  if (!bh_verb_context_copy_time (self, "until", error))
    return FALSE;
  until = bh_payload_get_int (self->payload, "until");
  if (until <= self->at)
    return bh_domain_reject_input (
        error, _ ("It cannot be suspended until a time that is past: name a later one."));

  bh_verb_context_copy_list (self, "reason", BH_LIST_SUSPEND_REASON);
  bh_verb_context_copy (self, "note", NULL);
  if (!bh_loop_suspend_needs_approval (self->ticket, self->at, until))
    return TRUE;

  want_approval (self);

  return bh_loop_check_asker (self->ticket, self->actor, error);
}

gboolean
bh_verb_build_extend (BhVerbContext *self, GError **error)
{
  BhTicket *ticket = self->ticket;
  gint64 earliest = MAX (MAX (ticket->completion_due, ticket->suspended_until), self->at);
  g_autofree char *text = NULL;
  gint64 due;

  if (!bh_verb_context_copy_time (self, "due", error))
    return FALSE;
  due = bh_payload_get_int (self->payload, "due");
  if (due <= earliest)
    {
      text = format_time (self, earliest);
      return bh_domain_reject_input (error, _ ("A longer deadline of %s must be later than %s."),
                                     ticket->number, text);
    }
  if (ticket->external_due != 0 && due > ticket->external_due)
    {
      text = format_time (self, ticket->external_due);
      return bh_domain_reject_input (
          error, _ ("The deadline from outside is %s: a longer one cannot be later than that."),
          text);
    }

  bh_verb_context_copy (self, "reason", NULL);
  want_approval (self);

  return TRUE;
}

gboolean
bh_verb_build_void (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "reason", NULL);
  if (self->ticket->status != BH_STATUS_REGISTERED)
    want_approval (self);

  return TRUE;
}

gboolean
bh_verb_build_decline (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "reason", NULL);
  want_approval (self);

  return TRUE;
}

gboolean
bh_verb_build_close_exception (BhVerbContext *self, GError **error)
{
  gint64 cause_id;
  g_autofree char *choices = NULL;

  if (!bh_verb_context_find_entry (self, "cause", BH_TYPE_CAUSE, &cause_id, error))
    return FALSE;
  bh_payload_set_int (self->payload, "cause", cause_id);
  bh_verb_context_copy (self, "reason", NULL);
  want_approval (self);
  if (cause_id != 0 || !bh_loop_wants_cause (self->ticket, self->office))
    return TRUE;

  choices = bh_verb_choices_of (self->office, BH_TYPE_CAUSE, 0, "");
  return bh_domain_refuse (
      error, _ ("%s cannot close without a cause: give it with “cause”; there are: %s."),
      self->ticket->number, choices);
}

/* The PIN shows that who decides is who sits there; it is looked at and never kept. */
static gboolean
check_pin (BhVerbContext *self, GError **error)
{
  BhStaff *staff = bh_office_get (self->office, BH_TYPE_STAFF, self->actor->staff_id);
  const char *pin = bh_verb_context_get (self, "pin");
  const char *name = bh_entry_get_name (BH_ENTRY (staff));

  if (staff->pin == NULL)
    return bh_domain_refuse (
        error, _ ("%s has no PIN yet: set one in Register, Staff, before approving."), name);
  if (pin == NULL)
    return bh_domain_reject_input (error, _ ("A decision needs the PIN of %s."), name);
  if (!bh_staff_pin_check (staff, pin))
    return bh_domain_refuse (error, _ ("This is not the PIN of %s."), name);

  return TRUE;
}

gboolean
bh_verb_build_approve (BhVerbContext *self, GError **error)
{
  BhRequest *request = bh_ticket_get_open_request (self->ticket);

  if (request->verb == BH_VERB_CLOSE_EXCEPTION && bh_loop_wants_cause (self->ticket, self->office))
    return bh_domain_refuse (
        error, _ ("%s cannot close without a cause: reject it, and ask again with a cause."),
        self->ticket->number);
  bh_verb_context_copy (self, "note", NULL);

  return check_pin (self, error);
}

gboolean
bh_verb_build_reject (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "reason", NULL);

  return check_pin (self, error);
}
