/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-staff-pins.h"

#include "desk/bh-desk-task.h"
#include "base/bh-i18n.h"
#include "desk/bh-register-change.h"
#include "domain/bh-error.h"
#include "domain/bh-staff-pin.h"
#include "storage/bh-register-repository.h"

static gboolean
is_keeper (BhStaff *staff)
{
  return !bh_entry_is_retired (BH_ENTRY (staff))
         && (staff->role == BH_ROLE_MANAGER || staff->role == BH_ROLE_ADMINISTRATOR);
}

/* Whether a manager or administrator can answer for the PINs of the office. */
static gboolean
has_keeper (BhOffice *office)
{
  GPtrArray *all = bh_office_list (office, BH_TYPE_STAFF);

  for (guint i = 0; i < all->len; i++)
    {
      BhStaff *staff = g_ptr_array_index (all, i);

      if (is_keeper (staff) && staff->pin != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The first PIN of somebody, while nobody can answer for it. */
static gboolean
is_free (BhOffice *office, gint64 actor_id, BhStaff *staff)
{
  return staff->pin == NULL && !has_keeper (office)
         && (actor_id == bh_entry_get_id (BH_ENTRY (staff))
             || bh_register_may_change (office, actor_id));
}

gboolean
bh_pins_ask_secret (BhOffice *office, gint64 actor_id, gint64 staff_id)
{
  BhStaff *staff;

  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  staff = bh_office_get (office, BH_TYPE_STAFF, staff_id);

  return staff != NULL && !is_free (office, actor_id, staff);
}

static gboolean
refuse_stranger (BhStaff *staff, GError **error)
{
  if (staff->pin != NULL)
    return bh_domain_refuse (error,
                             _ ("Only %s changes this PIN, with the old one, or a manager or "
                                "administrator who has a PIN"),
                             bh_entry_get_name (BH_ENTRY (staff)));

  return bh_domain_refuse (
      error, _ ("The first PIN of %s is set by a manager or administrator who has a PIN"),
      bh_entry_get_name (BH_ENTRY (staff)));
}

static gboolean
check_right (BhOffice *office,
             BhStaff *actor,
             gint64 actor_id,
             BhStaff *staff,
             const char *secret,
             GError **error)
{
  if (is_free (office, actor_id, staff))
    return TRUE;
  if (actor == NULL || (actor != staff && !is_keeper (actor)) || (actor == staff && !actor->pin))
    return refuse_stranger (staff, error);
  if (actor->pin == NULL)
    return bh_domain_refuse (error, _ ("%s has no PIN yet: set it first, then those of others"),
                             bh_entry_get_name (BH_ENTRY (actor)));
  if (bh_staff_pin_check (actor, secret))
    return TRUE;

  return bh_domain_refuse (error, _ ("This is not the present PIN of %s"),
                           bh_entry_get_name (BH_ENTRY (actor)));
}

gboolean
bh_pins_set (BhWork *work,
             gint64 actor_id,
             gint64 staff_id,
             const char *secret,
             const char *pin,
             GError **error)
{
  g_autofree char *digits = NULL;
  g_autofree char *hash = NULL;
  BhOffice *office;
  BhStaff *staff;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  office = bh_work_get_office (work, error);
  if (office == NULL)
    return FALSE;
  staff = bh_office_get (office, BH_TYPE_STAFF, staff_id);
  if (staff == NULL)
    return bh_domain_reject_input (error, _ ("This person is not among the staff any more"));
  if (!check_right (office, bh_office_get (office, BH_TYPE_STAFF, actor_id), actor_id, staff,
                    secret, error))
    return FALSE;

  digits = bh_staff_pin_read (pin, error);
  if (digits == NULL)
    return FALSE;
  hash = bh_staff_pin_hash (digits, bh_id_source_salt (bh_work_get_ids (work)));

  return bh_register_set_pin (work, staff_id, hash, error);
}

typedef struct
{
  gint64 actor_id;
  gint64 staff_id;
  char *secret; /* (owned) (nullable) */
  char *pin;    /* (owned) */
} Job;

static void
job_free (Job *job)
{
  g_free (job->secret);
  g_free (job->pin);
  g_free (job);
}

static gboolean
set_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Job *job = user_data;

  return bh_pins_set (work, job->actor_id, job->staff_id, job->secret, job->pin, error);
}

void
bh_desk_set_pin_async (BhDesk *self,
                       gint64 staff_id,
                       const char *secret,
                       const char *pin,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_set_pin_async);
  job = g_new0 (Job, 1);
  job->actor_id = bh_desk_get_staff_id (self);
  job->staff_id = staff_id;
  job->secret = g_strdup (secret);
  job->pin = g_strdup (pin);
  bh_desk_task_write (task, bh_desk_get_store (self), set_in_worker, job,
                      (GDestroyNotify) job_free);
}

gboolean
bh_desk_set_pin_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
