/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-site-plan.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-task.h"
#include "desk/bh-register-change.h"
#include "domain/bh-error.h"
#include "storage/bh-site-plans.h"

#include <math.h>

/* Positions are kept as they are given: what is farther apart was moved. */
#define SAME 1e-9

/* A change on its way through the writer's thread. */
typedef struct
{
  gint64 staff_id;
  BhSitePlan *plan; /* (owned) (nullable) */
  gint64 plan_id;
  BhSiteMark *before; /* (owned) (nullable) */
  BhSiteMark *mark;   /* (owned) (nullable) */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->plan, bh_site_plan_free);
  g_clear_pointer (&change->before, bh_site_mark_free);
  g_clear_pointer (&change->mark, bh_site_mark_free);
  g_free (change);
}

static gpointer
load_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  gint64 community_id = *(gint64 *) user_data;
  g_autoptr (GPtrArray) plans = bh_site_plans_list (connection, error);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const BhSitePlan *plan = g_ptr_array_index (plans, i);

      if (community_id == 0 || plan->community_id == community_id)
        return bh_site_plans_load (connection, plan->id, error);
    }

  return plans != NULL ? bh_site_plan_new () : NULL;
}

void
bh_desk_load_site_plan_async (BhDesk *self,
                              gint64 community_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_load_site_plan_async);
  bh_desk_task_read (task, bh_desk_get_store (self), load_in_worker,
                     g_memdup2 (&community_id, sizeof community_id), g_free,
                     (GDestroyNotify) bh_site_plan_free, G_PRIORITY_DEFAULT);
}

BhSitePlan *
bh_desk_load_site_plan_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_autoptr (BhSitePlan) plan = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  plan = g_task_propagate_pointer (G_TASK (result), error);

  return plan != NULL && plan->id != 0 ? g_steal_pointer (&plan) : NULL;
}

static gboolean
check_right (BhWork *work, gint64 staff_id, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);

  return office != NULL && bh_register_check_right (office, staff_id, error);
}

static gboolean
save_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Change *change = user_data;

  return check_right (work, change->staff_id, error)
         && bh_site_plans_save (work, change->plan, error) != 0;
}

void
bh_desk_save_site_plan_async (BhDesk *self,
                              const BhSitePlan *plan,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Change *change;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (plan != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_save_site_plan_async);
  change = g_new0 (Change, 1);
  change->staff_id = bh_desk_get_staff_id (self);
  change->plan = bh_site_plan_copy (plan);
  bh_desk_task_write (task, bh_desk_get_store (self), save_in_worker, change, change_free);
}

gboolean
bh_desk_save_site_plan_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
is_same (const BhSiteMark *a, const BhSiteMark *b)
{
  if (a->placed != b->placed)
    return FALSE;

  return !a->placed || (fabs (a->x - b->x) < SAME && fabs (a->y - b->y) < SAME);
}

/* What somebody else moved meanwhile is not moved back by an undo. */
static gboolean
check_before (BhWork *work, const Change *change, GError **error)
{
  g_autoptr (BhSitePlan) plan = NULL;
  const BhSiteMark *now;

  if (change->before == NULL)
    return TRUE;
  plan = bh_site_plans_load (bh_work_get_connection (work), change->plan_id, error);
  if (plan == NULL)
    return FALSE;
  now = bh_site_plan_find (plan, change->mark->place_id);
  if (now != NULL && is_same (now, change->before))
    return TRUE;

  return bh_domain_refuse (error, _ ("“%s” was moved meanwhile. Look at the plan again."),
                           change->mark->name);
}

static gboolean
place_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Change *change = user_data;

  return check_right (work, change->staff_id, error) && check_before (work, change, error)
         && bh_site_plans_place (work, change->plan_id, change->mark, error);
}

void
bh_desk_place_on_plan_async (BhDesk *self,
                             gint64 plan_id,
                             const BhSiteMark *before,
                             const BhSiteMark *mark,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Change *change;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (mark != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_place_on_plan_async);
  change = g_new0 (Change, 1);
  change->staff_id = bh_desk_get_staff_id (self);
  change->plan_id = plan_id;
  change->before = before != NULL ? bh_site_mark_copy (before) : NULL;
  change->mark = bh_site_mark_copy (mark);
  bh_desk_task_write (task, bh_desk_get_store (self), place_in_worker, change, change_free);
}

gboolean
bh_desk_place_on_plan_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
