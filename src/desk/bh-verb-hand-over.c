/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"
#include "domain/bh-error.h"

#include "base/bh-i18n.h"

/* Staff whom the complaint concerns cannot hold it. */
static gboolean
check_holder (BhVerbContext *self, gint64 staff_id, GError **error)
{
  if (staff_id == 0 || staff_id != self->ticket->concerns)
    return TRUE;

  return bh_domain_refuse (error, _ ("%s concerns %s, who cannot handle it: choose somebody else."),
                           self->ticket->number,
                           bh_office_get_name (self->office, BH_TYPE_STAFF, staff_id));
}

static gboolean
build_department_and_person (BhVerbContext *self, GError **error)
{
  gint64 department_id, staff_id;
  BhStaff *person;

  if (!bh_verb_context_find_entry (self, "department", BH_TYPE_DEPARTMENT, &department_id, error)
      || !bh_verb_context_find_staff (self, "person", department_id, &person, error))
    return FALSE;
  staff_id = person != NULL ? bh_entry_get_id (BH_ENTRY (person)) : 0;
  if (!check_holder (self, staff_id, error))
    return FALSE;

  bh_payload_set_int (self->payload, "department", department_id);
  bh_payload_set_int (self->payload, "person", staff_id);

  return TRUE;
}

gboolean
bh_verb_build_dispatch (BhVerbContext *self, GError **error)
{
  if (!build_department_and_person (self, error) || !bh_verb_context_copy_time (self, "due", error))
    return FALSE;

  if (bh_payload_get (self->payload, "due") != NULL
      && bh_payload_get_int (self->payload, "due") <= self->at)
    return bh_domain_reject_input (error, _ ("It cannot be wanted before it is dispatched."));

  return TRUE;
}

/* Whoever of the department accepts it holds it from now on; the desk may also enter it for whom
 * it was dispatched to. */
gboolean
bh_verb_build_accept (BhVerbContext *self, GError **error)
{
  BhStaff *actor = bh_office_get (self->office, BH_TYPE_STAFF, self->actor->staff_id);
  gint64 holder = self->ticket->staff_id;

  if (actor != NULL && actor->department_id == self->ticket->department_id)
    holder = self->actor->staff_id;
  if (!check_holder (self, holder, error))
    return FALSE;

  if (holder != self->ticket->staff_id)
    bh_payload_set_int (self->payload, "person", holder);

  return TRUE;
}

gboolean
bh_verb_build_return (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy_list (self, "reason", BH_LIST_MOVE_REASON);
  bh_verb_context_copy (self, "note", NULL);

  return TRUE;
}

gboolean
bh_verb_build_transfer (BhVerbContext *self, GError **error)
{
  if (!build_department_and_person (self, error))
    return FALSE;
  if (bh_payload_get_int (self->payload, "department") == self->ticket->department_id)
    return bh_domain_refuse (
        error, _ ("%s has %s already: name another department."),
        bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, self->ticket->department_id),
        self->ticket->number);

  bh_verb_context_copy_list (self, "reason", BH_LIST_MOVE_REASON);
  bh_verb_context_copy (self, "note", NULL);

  return TRUE;
}

gboolean
bh_verb_build_reopen (BhVerbContext *self, GError **error)
{
  gint64 department_id;

  if (!bh_verb_context_find_entry (self, "department", BH_TYPE_DEPARTMENT, &department_id, error))
    return FALSE;
  if (department_id == 0 && self->ticket->department_id == 0)
    return bh_domain_reject_input (
        error, _ ("No department had %s: say with “department” who takes it up."),
        self->ticket->number);

  bh_verb_context_copy (self, "reason", NULL);
  bh_payload_set_int (self->payload, "department", department_id);

  return TRUE;
}
