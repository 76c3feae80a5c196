/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-suggestion-queries.h"

/* Who describes much is cut off: the matter comes first. */
#define DESCRIPTION "substr (description, 1, 400)"

static const char EXAMPLES[]
    = "SELECT category_id, summary, " DESCRIPTION " FROM ticket WHERE received_at >= ?1"
      " AND category_id IS NOT NULL AND status <> ?2 ORDER BY received_at DESC LIMIT ?3";

static const char WORK[]
    = "SELECT department_id, staff_id, finished_at IS NOT NULL,"
      " finished_at IS NOT NULL AND (completion_due IS NULL OR finished_at <= completion_due), "
      "round"
      " FROM ticket WHERE category_id = ?1 AND received_at >= ?2 AND department_id IS NOT NULL"
      " AND status NOT IN (?3, ?4) ORDER BY received_at DESC LIMIT ?5";

static const char LOADS[] = "SELECT staff_id, count (*) FROM ticket WHERE status BETWEEN ?1 AND ?2"
                            " AND staff_id IS NOT NULL GROUP BY staff_id ORDER BY staff_id";

#define LIKENESS                                                                                   \
  "SELECT id, place_id, community_id, category_id, status, received_at, finished_at, place_text,"  \
  " summary, " DESCRIPTION " FROM ticket WHERE "
#define LIKENESS_END                                                                               \
  "received_at >= ?1 AND status NOT IN (?2, ?3) ORDER BY received_at DESC LIMIT ?4"

static const char AT_PLACE[] = LIKENESS "place_id = ?5 AND " LIKENESS_END;
static const char OF_CATEGORY[] = LIKENESS "category_id = ?5 AND " LIKENESS_END;
static const char NEWEST[] = LIKENESS LIKENESS_END;

static void
example_free (gpointer data)
{
  BhExample *example = data;

  g_free (example->summary);
  g_free (example->description);
  g_free (example);
}

GPtrArray *
bh_suggestion_list_examples (BhConnection *connection, gint64 since, guint limit, GError **error)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func (example_free);
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection, EXAMPLES, error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, since);
  bh_statement_bind_int64 (statement, 2, BH_STATUS_VOID);
  bh_statement_bind_int64 (statement, 3, limit);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhExample *example = g_new0 (BhExample, 1);

      example->category_id = bh_statement_get_int64 (statement, 0);
      example->summary = bh_statement_dup_text (statement, 1);
      example->description = bh_statement_dup_text (statement, 2);
      g_ptr_array_add (examples, example);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&examples) : NULL;
}

GArray *
bh_suggestion_list_work (
    BhConnection *connection, gint64 category_id, gint64 since, guint limit, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (BhPastWork));
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection, WORK, error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_id (statement, 1, category_id);
  bh_statement_bind_int64 (statement, 2, since);
  bh_statement_bind_int64 (statement, 3, BH_STATUS_REGISTERED);
  bh_statement_bind_int64 (statement, 4, BH_STATUS_VOID);
  bh_statement_bind_int64 (statement, 5, limit);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhPastWork work = {
        .department_id = bh_statement_get_int64 (statement, 0),
        .staff_id = bh_statement_get_int64 (statement, 1),
        .finished = bh_statement_get_int64 (statement, 2) != 0,
        .in_time = bh_statement_get_int64 (statement, 3) != 0,
        .rounds = (int) bh_statement_get_int64 (statement, 4),
      };

      g_array_append_val (all, work);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

GArray *
bh_suggestion_list_loads (BhConnection *connection, GError **error)
{
  g_autoptr (GArray) loads = g_array_new (FALSE, TRUE, sizeof (BhLoad));
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection, LOADS, error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, BH_STATUS_DISPATCHED);
  bh_statement_bind_int64 (statement, 2, BH_STATUS_PLANNED);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhLoad load = { bh_statement_get_int64 (statement, 0),
                      (guint) bh_statement_get_int64 (statement, 1) };

      g_array_append_val (loads, load);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&loads) : NULL;
}

void
bh_likeness_free (BhLikeness *likeness)
{
  g_free (likeness->place_text);
  g_free (likeness->summary);
  g_free (likeness->description);
  g_free (likeness);
}

static BhLikeness *
read_likeness (BhStatement *row)
{
  BhLikeness *likeness = g_new0 (BhLikeness, 1);

  likeness->id = bh_statement_get_int64 (row, 0);
  likeness->place_id = bh_statement_get_int64 (row, 1);
  likeness->community_id = bh_statement_get_int64 (row, 2);
  likeness->category_id = bh_statement_get_int64 (row, 3);
  likeness->status = (BhStatus) bh_statement_get_int64 (row, 4);
  likeness->received_at = bh_statement_get_int64 (row, 5);
  likeness->finished_at = bh_statement_get_int64 (row, 6);
  likeness->place_text = bh_statement_dup_text (row, 7);
  likeness->summary = bh_statement_dup_text (row, 8);
  likeness->description = bh_statement_dup_text (row, 9);

  return likeness;
}

/* @key: of place or category; 0 where the statement has none */
static GPtrArray *
list_likenesses (BhConnection *connection,
                 const char *sql,
                 gint64 key,
                 gint64 since,
                 guint limit,
                 GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_likeness_free);
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, since);
  bh_statement_bind_int64 (statement, 2, BH_STATUS_VOID);
  bh_statement_bind_int64 (statement, 3, BH_STATUS_MERGED);
  bh_statement_bind_int64 (statement, 4, limit);
  if (key != 0)
    bh_statement_bind_int64 (statement, 5, key);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_ptr_array_add (found, read_likeness (statement));

  return step == BH_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

GPtrArray *
bh_suggestion_list_at_place (
    BhConnection *connection, gint64 place_id, gint64 since, guint limit, GError **error)
{
  g_return_val_if_fail (place_id != 0, NULL);

  return list_likenesses (connection, AT_PLACE, place_id, since, limit, error);
}

GPtrArray *
bh_suggestion_list_of_category (
    BhConnection *connection, gint64 category_id, gint64 since, guint limit, GError **error)
{
  g_return_val_if_fail (category_id != 0, NULL);

  return list_likenesses (connection, OF_CATEGORY, category_id, since, limit, error);
}

GPtrArray *
bh_suggestion_list_newest (BhConnection *connection, gint64 since, guint limit, GError **error)
{
  return list_likenesses (connection, NEWEST, 0, since, limit, error);
}
