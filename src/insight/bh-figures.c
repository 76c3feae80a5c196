/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figures.h"

#include "insight/bh-figure-query.h"

typedef gboolean (*AddFunc) (BhFigureQuery *query, GError **error);

static const AddFunc add_funcs[] = {
  bh_figures_add_received,       bh_figures_add_open,           bh_figures_add_finished,
  bh_figures_add_response_hours, bh_figures_add_handover_hours, bh_figures_add_signoff,
  bh_figures_add_callbacks,      bh_figures_add_satisfaction,
};

static void
figure_group_free (BhFigureGroup *group)
{
  g_free (group->key);
  g_free (group->values);
  g_free (group);
}

/* The word that `--filter` takes for the group, "none" where the ticket has none. */
static char *
dup_group_key (BhOffice *office, BhFigureBy by, gint64 id)
{
  if (id == 0)
    return by == BH_BY_NOTHING || by == BH_BY_MONTH ? NULL : g_strdup ("none");

  switch (by)
    {
    case BH_BY_KIND:
      return g_strdup (bh_list_get_code (BH_LIST_KIND, (int) id));
    case BH_BY_GRADE:
      return g_strdup (bh_list_get_code (BH_LIST_GRADE, (int) id));
    case BH_BY_COMMUNITY:
      return g_strdup (bh_office_get_name (office, BH_TYPE_PLACE, id));
    case BH_BY_DEPARTMENT:
      return g_strdup (bh_office_get_name (office, BH_TYPE_DEPARTMENT, id));
    case BH_BY_CHANNEL:
      return g_strdup (bh_office_get_name (office, BH_TYPE_CHANNEL, id));
    case BH_BY_CATEGORY:
      return bh_office_get_category_path (office, id);
    case BH_BY_NOTHING:
    case BH_BY_MONTH:
      break;
    }

  return NULL;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const BhFigureGroup *left = *(BhFigureGroup *const *) a, *right = *(BhFigureGroup *const *) b;
  gint64 left_size = left->values[BH_FIGURE_RECEIVED].count;
  gint64 right_size = right->values[BH_FIGURE_RECEIVED].count;

  if (left_size != right_size)
    return left_size > right_size ? -1 : 1;

  return g_strcmp0 (left->key, right->key);
}

/* Moves the groups of @query to @groups, named and in order. */
static void
take_groups (BhFigureQuery *query, BhOffice *office, GPtrArray *groups)
{
  GHashTableIter iter;
  gpointer key, data;

  if (query->by == BH_BY_NOTHING)
    bh_figure_query_get_values (query, 0);

  g_hash_table_iter_init (&iter, query->groups);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      BhFigureGroup *group = data;

      g_hash_table_iter_steal (&iter);
      group->key = dup_group_key (office, query->by, *(gint64 *) key);
      g_ptr_array_add (groups, group);
      g_free (key);
    }
  g_ptr_array_sort (groups, compare_groups);
}

static gboolean
run_all (BhFigureQuery *query, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (add_funcs); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_funcs[i](query, error))
      return FALSE;

  return TRUE;
}

/* What a call of bh_figures_compute() is about. */
typedef struct
{
  BhConnection *connection;
  BhOffice *office;
  gint64 as_of;
  BhTicketFilter *filter;
  GCancellable *cancellable;
} Request;

static GPtrArray *
compute_period (const Request *request, const BhPeriod *period, BhFigureBy by, GError **error)
{
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_group_free);
  g_autoptr (BhFilterSql) filter = bh_filter_sql_new (
      request->filter, request->office, "t", BH_FIRST_FILTER_PARAMETER, request->as_of, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) figure_group_free);
  BhFigureQuery query = {
    .connection = request->connection,
    .filter = filter,
    .by = by,
    .from = period->from,
    .end = MIN (period->to, request->as_of),
    .as_of = request->as_of,
    .early = request->as_of < period->to,
    .groups = by_id,
  };

  if (filter == NULL || !run_all (&query, request->cancellable, error))
    return NULL;

  take_groups (&query, request->office, groups);

  return g_steal_pointer (&groups);
}

/* The month after @month, as year * 100 + month. */
static int
get_next_month (int month)
{
  return month % 100 == 12 ? month + 89 : month + 1;
}

static GPtrArray *
compute_months (const Request *request, const BhPeriod *period, GError **error)
{
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_group_free);
  BhOfficeTime *time = bh_office_get_time (request->office);
  BhLocalTime local;
  BhPeriod month;

  bh_office_time_split (time, period->from, &local);
  for (int m = local.month; bh_office_time_get_month (time, m, &month) && month.from < period->to;
       m = get_next_month (m))
    {
      BhPeriod part = { MAX (month.from, period->from), MIN (month.to, period->to) };
      g_autoptr (GPtrArray) single = compute_period (request, &part, BH_BY_NOTHING, error);
      BhFigureGroup *group;

      if (single == NULL)
        return NULL;

      group = g_ptr_array_steal_index (single, 0);
      group->key = g_strdup_printf ("%04d-%02d", m / 100, m % 100);
      g_ptr_array_add (groups, group);
    }

  return g_steal_pointer (&groups);
}

GPtrArray *
bh_figures_compute (BhConnection *connection,
                    BhOffice *office,
                    const BhPeriod *period,
                    gint64 as_of,
                    BhFigureBy by,
                    BhTicketFilter *filter,
                    GCancellable *cancellable,
                    GError **error)
{
  Request request = { connection, office, as_of, filter, cancellable };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (period != NULL, NULL);

  if (by == BH_BY_MONTH)
    return compute_months (&request, period, error);

  return compute_period (&request, period, by, error);
}
