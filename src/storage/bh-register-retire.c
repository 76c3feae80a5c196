/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "storage/bh-work-private.h"

/* Rows out of use and back. `retired` is 1 for what was retired itself, and 2 for what went with
 * the place or category it stands in, so that the same rows come back with that. */

#define LONG_HISTORY "100000"
#define DAY_USEC (86400 * G_GINT64_CONSTANT (1000000))

static gboolean
run_for_id (BhWork *work, const char *sql, gint64 id, GError **error)
{
  BhStatement *statement = bh_connection_prepare (bh_work_get_connection (work), sql, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);

  return bh_statement_run (statement, error);
}

static gboolean
has_row (BhWork *work, const char *sql, gint64 id, gboolean *found, GError **error)
{
  BhStatement *statement = bh_connection_prepare (bh_work_get_connection (work), sql, error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  step = bh_statement_step (statement, error);
  *found = step == BH_STEP_ROW;
  if (step == BH_STEP_ROW)
    bh_statement_reset (statement);

  return step != BH_STEP_ERROR;
}

static gboolean
set_retired (BhWork *work, BhRegisterKind kind, gint64 id, gboolean retired, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET retired = %d WHERE id = ?1",
                                          bh_register_get_table (kind), retired ? 1 : 0);

  return run_for_id (work, sql, id, error);
}

/* What stands in it goes and comes with it; what was retired before stays so, with all in it. */
static gboolean
set_inside_retired (BhWork *work, BhRegisterKind kind, gint64 id, gboolean retired, GError **error)
{
  const char *table = bh_register_get_table (kind);
  int from = retired ? 0 : 2, to = retired ? 2 : 0;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET retired = %d WHERE id IN (WITH RECURSIVE inside (id) AS ("
      "SELECT id FROM %s WHERE parent_id = ?1 AND retired = %d"
      " UNION ALL SELECT k.id FROM %s k JOIN inside i ON k.parent_id = i.id WHERE k.retired = %d)"
      " SELECT id FROM inside)",
      table, to, table, from, table, from);

  return run_for_id (work, sql, id, error);
}

/* The office would stand without rules, or the desk without anybody who may do something. */
static gboolean
check_needed (BhOffice *office, BhRegisterKind kind, gint64 id, GError **error)
{
  BhPolicy *policy;

  if (kind == BH_REGISTER_STAFF && bh_office_get_settings (office)->desk_staff_id == id)
    return bh_domain_refuse (error, _ ("“%s” is at the desk: put somebody else there first"),
                             bh_office_get_name (office, BH_TYPE_STAFF, id));
  if (kind != BH_REGISTER_POLICIES)
    return TRUE;

  policy = bh_office_get_policy (office, id);
  if (policy != NULL && policy->category_id == 0)
    return bh_domain_refuse (error, _ ("The policy for all categories is always needed: "
                                       "change it instead"));

  return TRUE;
}

/* Only the newest version of a policy says whether the category has one. */
static gboolean
check_newest (BhOffice *office, gint64 id, GError **error)
{
  BhPolicy *policy = bh_office_get_policy (office, id);
  GPtrArray *versions = bh_office_list_policies (office, policy->category_id);

  for (guint i = 0; i < versions->len; i++)
    {
      BhPolicy *version = g_ptr_array_index (versions, i);

      if (version->grade == policy->grade)
        return version->id == id
               || bh_domain_refuse (error, _ ("This version is no longer in force: "
                                              "reload the list"));
    }

  return TRUE;
}

/* Nobody could say which of two targets for one year counts. */
static gboolean
check_target (BhOffice *office, gint64 id, GError **error)
{
  GPtrArray *targets = bh_office_list (office, BH_TYPE_TARGET);
  BhTarget *target = bh_office_get (office, BH_TYPE_TARGET, id);

  for (guint i = 0; i < targets->len; i++)
    {
      BhTarget *other = g_ptr_array_index (targets, i);

      if (other != target && !bh_entry_is_retired (BH_ENTRY (other)) && other->year == target->year
          && bh_target_is_same (other, target))
        return bh_domain_refuse (error, _ ("There is such a target for this year already"));
    }

  return TRUE;
}

/* Nothing comes back into what is retired itself. */
static gboolean
check_parent (BhWork *work, BhRegisterKind kind, gint64 id, GError **error)
{
  const char *table = bh_register_get_table (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s k JOIN %s p ON p.id = k.parent_id"
                                          " WHERE k.id = ?1 AND p.retired <> 0",
                                          table, table);
  gboolean found;

  if (!has_row (work, sql, id, &found, error))
    return FALSE;

  return !found || bh_domain_refuse (error, _ ("What this stands in is retired: bring that back"));
}

static gboolean
change (BhWork *work, BhRegisterKind kind, gint64 id, gboolean retired, GError **error)
{
  gboolean in_tree = bh_register_kind_get_info (kind)->tree;
  BhOffice *office = bh_work_get_office (work, error);

  if (office == NULL)
    return FALSE;
  if (retired && !check_needed (office, kind, id, error))
    return FALSE;
  if (kind == BH_REGISTER_POLICIES && !check_newest (office, id, error))
    return FALSE;
  if (!retired && kind == BH_REGISTER_TARGETS && !check_target (office, id, error))
    return FALSE;
  if (!retired && in_tree && !check_parent (work, kind, id, error))
    return FALSE;

  return set_retired (work, kind, id, retired, error)
         && (!in_tree || set_inside_retired (work, kind, id, retired, error));
}

gboolean
bh_register_set_row_retired (
    BhWork *work, BhRegisterKind kind, gint64 id, gboolean retired, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);
  g_autoptr (BhRegisterRow) row = NULL;

  if (office == NULL)
    return FALSE;
  row = bh_register_load_row (bh_work_get_connection (work), office, kind, id, error);
  if (row == NULL)
    return FALSE;
  if (bh_register_row_is_retired (row) == retired)
    return TRUE;
  if (!change (work, kind, id, retired, error))
    return FALSE;

  bh_work_touch_register (work);

  return TRUE;
}

/* Everything in the database that may name a row; the history's texts are looked at as well. */
static const struct
{
  BhRegisterKind kind;
  const char *sql;
} references[] = {
  { BH_REGISTER_PLACES, "SELECT 1 FROM place WHERE parent_id = ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM place WHERE community_id = ?1 AND id <> ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM contact WHERE community_id = ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM contact_room WHERE room_id = ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM ticket WHERE place_id = ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM ticket WHERE community_id = ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM site_plan WHERE community_id = ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM site_mark WHERE place_id = ?1" },
  { BH_REGISTER_PLACES, "SELECT 1 FROM measure WHERE community_id = ?1" },
  { BH_REGISTER_CONTACTS, "SELECT 1 FROM complainant WHERE contact_id = ?1" },
  { BH_REGISTER_DEPARTMENTS, "SELECT 1 FROM staff WHERE department_id = ?1" },
  { BH_REGISTER_DEPARTMENTS, "SELECT 1 FROM category WHERE department_id = ?1" },
  { BH_REGISTER_DEPARTMENTS, "SELECT 1 FROM ticket WHERE department_id = ?1" },
  { BH_REGISTER_DEPARTMENTS, "SELECT 1 FROM stage WHERE department_id = ?1" },
  { BH_REGISTER_DEPARTMENTS, "SELECT 1 FROM task WHERE department_id = ?1" },
  { BH_REGISTER_DEPARTMENTS, "SELECT 1 FROM measure WHERE department_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM place WHERE steward_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM ticket WHERE staff_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM ticket WHERE concerns = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM event WHERE actor_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM event WHERE entered_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM round WHERE finished_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM stage WHERE holder_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM callback WHERE made_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM request WHERE asked_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM request WHERE decided_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM task WHERE asked_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM task WHERE done_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM attachment WHERE by_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM shift WHERE from_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM shift WHERE to_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM staff_skill WHERE staff_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM report WHERE made_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM measure WHERE staff_id = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM measure WHERE decided_by = ?1" },
  { BH_REGISTER_STAFF, "SELECT 1 FROM measure_event WHERE entered_by = ?1" },
  { BH_REGISTER_CATEGORIES, "SELECT 1 FROM category WHERE parent_id = ?1" },
  { BH_REGISTER_CATEGORIES, "SELECT 1 FROM policy WHERE category_id = ?1" },
  { BH_REGISTER_CATEGORIES, "SELECT 1 FROM staff_skill WHERE category_id = ?1" },
  { BH_REGISTER_CATEGORIES, "SELECT 1 FROM ticket WHERE category_id = ?1" },
  { BH_REGISTER_POLICIES, "SELECT 1 FROM ticket WHERE policy_id = ?1" },
  { BH_REGISTER_CHANNELS, "SELECT 1 FROM ticket WHERE channel_id = ?1" },
  { BH_REGISTER_CAUSES, "SELECT 1 FROM ticket WHERE cause_id = ?1" },
};

static gboolean
is_referenced (BhWork *work, BhRegisterKind kind, gint64 id, gboolean *named, GError **error)
{
  *named = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (references) && !*named; i++)
    if (references[i].kind == kind && !has_row (work, references[i].sql, id, named, error))
      return FALSE;

  return TRUE;
}

/* The inputs of verbs are texts that name rows by their ids. Only what was recorded since the row
 * was added can; a day is left for clocks that were put right. */
static gboolean
is_in_history (BhWork *work, gint64 id, gint64 added_at, gboolean *named, GError **error)
{
  g_autofree char *pattern = g_strdup_printf ("%%=%" G_GINT64_FORMAT "%%", id);
  BhStatement *statement = bh_connection_prepare (
      bh_work_get_connection (work),
      "SELECT 1 FROM event WHERE recorded_at >= ?1 AND payload LIKE ?2 LIMIT 1", error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, added_at - DAY_USEC);
  bh_statement_bind_text (statement, 2, pattern);
  step = bh_statement_step (statement, error);
  *named = step == BH_STEP_ROW;
  if (step == BH_STEP_ROW)
    bh_statement_reset (statement);

  return step != BH_STEP_ERROR;
}

/* The engine looks through the history for whoever is named in it without an index, staff and
 * departments: 4 s at 950,000 events, in which nobody else could write. */
static gboolean
is_too_long (BhWork *work, BhRegisterKind kind, gboolean *too_long, GError **error)
{
  gint64 found = 0;

  if ((kind == BH_REGISTER_STAFF || kind == BH_REGISTER_DEPARTMENTS)
      && !bh_connection_get_single (bh_work_get_connection (work),
                                    "SELECT 1 FROM event LIMIT 1 OFFSET " LONG_HISTORY, &found,
                                    error))
    return FALSE;

  *too_long = found != 0;

  return TRUE;
}

static gboolean
delete_row (BhWork *work, BhRegisterKind kind, gint64 id, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", bh_register_get_table (kind));

  if (kind == BH_REGISTER_CONTACTS
      && (!run_for_id (work, "DELETE FROM contact_phone WHERE contact_id = ?1", id, error)
          || !run_for_id (work, "DELETE FROM contact_room WHERE contact_id = ?1", id, error)))
    return FALSE;

  return run_for_id (work, sql, id, error);
}

gboolean
bh_register_remove_row (BhWork *work,
                        BhRegisterKind kind,
                        gint64 id,
                        gint64 added_at,
                        gboolean *removed,
                        GError **error)
{
  gboolean named = FALSE;

  g_return_val_if_fail (removed != NULL, FALSE);

  *removed = FALSE;
  if (!is_too_long (work, kind, &named, error)
      || (!named && !is_in_history (work, id, added_at, &named, error))
      || (!named && !is_referenced (work, kind, id, &named, error)))
    return FALSE;
  if (named)
    return TRUE;
  if (!delete_row (work, kind, id, error))
    return FALSE;

  *removed = TRUE;
  bh_work_touch_register (work);

  return TRUE;
}
