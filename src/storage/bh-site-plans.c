/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-site-plans.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "storage/bh-file-store.h"
#include "storage/bh-sqlite-connection.h"
#include "storage/bh-storage-error.h"

#define COLUMNS "SELECT id, community_id, name, file_hash, type, width, height FROM site_plan"

G_STATIC_ASSERT (BH_PLACE_BUILDING == 2 && BH_PLACE_AREA == 5 && BH_PLACE_EQUIPMENT == 6);

static BhSitePlan *
read_plan (BhStatement *s)
{
  BhSitePlan *plan = bh_site_plan_new ();

  plan->id = bh_statement_get_int64 (s, 0);
  plan->community_id = bh_statement_get_int64 (s, 1);
  plan->name = bh_statement_dup_text (s, 2);
  plan->file_hash = bh_statement_dup_text (s, 3);
  plan->type = bh_statement_dup_text (s, 4);
  plan->width = (int) bh_statement_get_int64 (s, 5);
  plan->height = (int) bh_statement_get_int64 (s, 6);

  return plan;
}

GPtrArray *
bh_site_plans_list (BhConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_site_plan_free);
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  s = bh_connection_prepare (connection, COLUMNS " ORDER BY id", error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    g_ptr_array_add (plans, read_plan (s));

  return step == BH_STEP_DONE ? g_steal_pointer (&plans) : NULL;
}

/* What is retired is not offered, but stays where it was placed. */
static gboolean
load_marks (BhConnection *connection, BhSitePlan *plan, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      connection,
      "SELECT p.id, p.name, p.kind, m.x, m.y, m.place_id IS NOT NULL FROM place AS p"
      " LEFT JOIN site_mark AS m ON m.place_id = p.id AND m.plan_id = ?1"
      " WHERE p.parent_id = ?2 AND p.kind IN (2, 5, 6)"
      " AND (p.retired = 0 OR m.place_id IS NOT NULL)"
      " ORDER BY p.kind, LENGTH (p.digits_key), p.digits_key, p.sort_key, p.id",
      error);
  BhStep step = BH_STEP_ERROR;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, plan->id);
  bh_statement_bind_int64 (s, 2, plan->community_id);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhSiteMark *mark
          = bh_site_mark_new (bh_statement_get_int64 (s, 0), bh_statement_get_text (s, 1),
                              (BhPlaceKind) bh_statement_get_int64 (s, 2));

      mark->placed = bh_statement_get_int64 (s, 5) != 0;
      mark->x = bh_statement_get_double (s, 3);
      mark->y = bh_statement_get_double (s, 4);
      g_ptr_array_add (plan->marks, mark);
    }

  return step == BH_STEP_DONE;
}

BhSitePlan *
bh_site_plans_load (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BhSitePlan) plan = NULL;
  BhStatement *s;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  s = bh_connection_prepare (connection, COLUMNS " WHERE id = ?1", error);
  if (s == NULL)
    return NULL;
  bh_statement_bind_int64 (s, 1, id);
  step = bh_statement_step (s, error);
  if (step == BH_STEP_DONE)
    g_set_error_literal (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                         _ ("This site plan is not there any more."));
  if (step != BH_STEP_ROW)
    return NULL;

  plan = read_plan (s);
  bh_statement_reset (s);

  return load_marks (connection, plan, error) ? g_steal_pointer (&plan) : NULL;
}

gint64
bh_site_plans_find (BhConnection *connection, gint64 community_id, GError **error)
{
  BhStatement *s;
  BhStep step;
  gint64 id = 0;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), -1);

  s = bh_connection_prepare (
      connection, "SELECT id FROM site_plan WHERE community_id = ?1 ORDER BY id LIMIT 1", error);
  if (s == NULL)
    return -1;
  bh_statement_bind_int64 (s, 1, community_id);
  step = bh_statement_step (s, error);
  if (step == BH_STEP_ROW)
    id = bh_statement_get_int64 (s, 0);
  bh_statement_reset (s);

  return step != BH_STEP_ERROR ? id : -1;
}

char *
bh_site_plans_dup_file_path (BhConnection *connection, const BhSitePlan *plan)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (connection), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  folder = bh_file_store_dup_folder (
      bh_sqlite_connection_get_path (BH_SQLITE_CONNECTION (connection)));

  return bh_file_store_dup_path (folder, plan->file_hash);
}

static gboolean
check_picture (const BhSitePlan *plan, GError **error)
{
  if (!bh_site_plan_is_type (plan->type) || !bh_file_store_is_hash (plan->file_hash))
    return bh_domain_reject_input (error, _ ("A site plan is a picture: PNG, JPEG or SVG."));
  if (plan->width < BH_SITE_PLAN_LEAST_SIDE || plan->height < BH_SITE_PLAN_LEAST_SIDE
      || plan->width > BH_SITE_PLAN_SIDE || plan->height > BH_SITE_PLAN_SIDE)
    return bh_domain_reject_input (
        error,
        _ ("The picture is %d × %d pixels. A site plan has from %d to %d on each side: save it in "
           "another size."),
        plan->width, plan->height, BH_SITE_PLAN_LEAST_SIDE, BH_SITE_PLAN_SIDE);

  return TRUE;
}

static gboolean
write_plan (BhWork *work, const BhSitePlan *plan, gint64 id, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      bh_work_get_connection (work),
      "INSERT INTO site_plan (id, community_id, name, file_hash, type, width, height)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
      " name = excluded.name, file_hash = excluded.file_hash, type = excluded.type,"
      " width = excluded.width, height = excluded.height",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, id);
  bh_statement_bind_int64 (s, 2, plan->community_id);
  bh_statement_bind_text (s, 3, plan->name != NULL ? plan->name : "");
  bh_statement_bind_text (s, 4, plan->file_hash);
  bh_statement_bind_text (s, 5, plan->type);
  bh_statement_bind_int64 (s, 6, plan->width);
  bh_statement_bind_int64 (s, 7, plan->height);

  return bh_statement_run (s, error);
}

gint64
bh_site_plans_save (BhWork *work, const BhSitePlan *plan, GError **error)
{
  gint64 id;

  g_return_val_if_fail (BH_IS_WORK (work), 0);
  g_return_val_if_fail (plan != NULL && plan->community_id != 0, 0);

  if (!check_picture (plan, error))
    return 0;
  id = bh_site_plans_find (bh_work_get_connection (work), plan->community_id, error);
  if (id < 0)
    return 0;
  if (id == 0)
    id = bh_id_source_next (bh_work_get_ids (work));
  if (!write_plan (work, plan, id, error))
    return 0;

  return id;
}

static gboolean
run_with_id (BhWork *work, const char *sql, gint64 id, GError **error)
{
  BhStatement *s = bh_connection_prepare (bh_work_get_connection (work), sql, error);

  if (s == NULL)
    return FALSE;
  bh_statement_bind_int64 (s, 1, id);

  return bh_statement_run (s, error);
}

gboolean
bh_site_plans_remove (BhWork *work, gint64 id, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  if (!run_with_id (work, "DELETE FROM site_mark WHERE plan_id = ?1", id, error)
      || !run_with_id (work, "DELETE FROM site_plan WHERE id = ?1", id, error))
    return FALSE;

  return TRUE;
}

/* A place stands on the plan of its own community, and only what stands directly in it. */
static gboolean
check_place (BhWork *work, gint64 plan_id, gint64 place_id, GError **error)
{
  BhStatement *s = bh_connection_prepare (bh_work_get_connection (work),
                                          "SELECT 1 FROM site_plan AS s JOIN place AS p"
                                          " ON p.parent_id = s.community_id AND p.kind IN (2, 5, 6)"
                                          " WHERE s.id = ?1 AND p.id = ?2",
                                          error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    {
      bh_statement_bind_int64 (s, 1, plan_id);
      bh_statement_bind_int64 (s, 2, place_id);
      step = bh_statement_step (s, error);
      bh_statement_reset (s);
    }
  if (step == BH_STEP_DONE)
    return bh_domain_reject_input (
        error, _ ("This place does not belong on the plan: it stands in another community."));

  return step == BH_STEP_ROW;
}

static gboolean
write_mark (BhWork *work, gint64 plan_id, const BhSiteMark *mark, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      bh_work_get_connection (work),
      mark->placed ? "INSERT INTO site_mark (plan_id, place_id, x, y) VALUES (?1, ?2, ?3, ?4)"
                     " ON CONFLICT (plan_id, place_id) DO UPDATE SET x = excluded.x, y = excluded.y"
                   : "DELETE FROM site_mark WHERE plan_id = ?1 AND place_id = ?2",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, plan_id);
  bh_statement_bind_int64 (s, 2, mark->place_id);
  if (mark->placed)
    {
      bh_statement_bind_double (s, 3, mark->x);
      bh_statement_bind_double (s, 4, mark->y);
    }

  return bh_statement_run (s, error);
}

gboolean
bh_site_plans_place (BhWork *work, gint64 plan_id, const BhSiteMark *mark, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (mark != NULL, FALSE);

  if (mark->placed && !(mark->x >= 0 && mark->x <= 1 && mark->y >= 0 && mark->y <= 1))
    return bh_domain_reject_input (error, _ ("This is outside of the plan."));
  if (!check_place (work, plan_id, mark->place_id, error)
      || !write_mark (work, plan_id, mark, error))
    return FALSE;

  return TRUE;
}
