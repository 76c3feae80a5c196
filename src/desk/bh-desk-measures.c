/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-measures.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-task.h"
#include "desk/bh-register-change.h"
#include "domain/bh-day.h"
#include "domain/bh-error.h"
#include "storage/bh-measures.h"

/* A measure on its way through the writer's thread and back. */
typedef struct
{
  BhMeasure *measure; /* (owned) */
  gint64 staff_id;
  const char *field;
  gint64 id;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->measure);
  g_free (saving);
}

gboolean
bh_desk_may_change_measures (BhDesk *self)
{
  g_return_val_if_fail (BH_IS_DESK (self), FALSE);

  return bh_register_may_change (bh_desk_get_office (self), bh_desk_get_staff_id (self));
}

gint64
bh_desk_enter_measure (
    BhWork *work, BhMeasure *measure, gint64 staff_id, const char **field, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);
  g_autoptr (BhMeasure) settled = NULL;

  g_return_val_if_fail (BH_IS_MEASURE (measure), 0);

  if (office == NULL)
    return 0;
  if (!bh_register_may_change (office, staff_id))
    {
      bh_domain_refuse (error,
                        _ ("Only a supervisor, a manager or an administrator enters measures: ask "
                           "one of them, or let them sit at the desk."));
      return 0;
    }
  settled = bh_measure_copy (measure);
  bh_measure_settle (
      settled, bh_day_of (bh_office_get_time (office), bh_clock_now (bh_work_get_clock (work))),
      staff_id);

  return bh_measures_save (work, settled, staff_id, field, error);
}

static gboolean
save_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Saving *saving = user_data;

  saving->id
      = bh_desk_enter_measure (work, saving->measure, saving->staff_id, &saving->field, error);

  return saving->id != 0;
}

/* What was committed is told, also to somebody who did not want to wait. */
void
bh_desk_save_measure_async (BhDesk *self,
                            BhMeasure *measure,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Saving *saving;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (BH_IS_MEASURE (measure));

  saving = g_new0 (Saving, 1);
  saving->measure = bh_measure_copy (measure);
  saving->staff_id = bh_desk_get_staff_id (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_save_measure_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, saving_free);
  bh_desk_task_write (task, bh_desk_get_store (self), save_in_worker, saving, NULL);
}

gint64
bh_desk_save_measure_finish (BhDesk *self, GAsyncResult *result, const char **field, GError **error)
{
  Saving *saving;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  saving = g_task_get_task_data (G_TASK (result));
  if (field != NULL)
    *field = saving->field;

  return g_task_propagate_boolean (G_TASK (result), error) ? saving->id : 0;
}
