/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figures.h"

#include "insight/bh-figure-parts.h"
#include "insight/bh-figure-segments.h"
#include "storage/bh-filter-place.h"
#include "storage/bh-filter-segment.h"

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
    case BH_BY_STAFF:
      return g_strdup (bh_office_get_name (office, BH_TYPE_STAFF, id));
    case BH_BY_CAUSE:
      return g_strdup (bh_office_get_name (office, BH_TYPE_CAUSE, id));
    case BH_BY_BUILDING:
    case BH_BY_CITY_TIER:
    case BH_BY_ESTATE_KIND:
    case BH_BY_CARE:
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

static gboolean
is_asked (BhTicketFilter *filter, BhFilterField field, BhPlace *community)
{
  const char *const *words = filter != NULL ? bh_ticket_filter_get (filter, field) : NULL;

  return words == NULL || g_strv_contains (words, bh_filter_segment_get_word (community, field));
}

/* Of the communities that @filter asks for, else of those in use. */
static gint64
count_households (BhOffice *office, BhTicketFilter *filter)
{
  g_autoptr (GArray) ids
      = filter != NULL ? bh_ticket_filter_get_ids (filter, BH_FILTER_COMMUNITY, office, NULL)
                       : NULL;
  GPtrArray *communities = bh_office_list (office, BH_TYPE_PLACE);
  gint64 households = 0;

  for (guint i = 0; i < communities->len; i++)
    {
      BhPlace *place = g_ptr_array_index (communities, i);
      gboolean asked = ids == NULL && !bh_entry_is_retired (BH_ENTRY (place));

      for (guint j = 0; ids != NULL && j < ids->len; j++)
        asked = asked || g_array_index (ids, gint64, j) == bh_entry_get_id (BH_ENTRY (place));
      asked = asked && is_asked (filter, BH_FILTER_CITY_TIER, place)
              && is_asked (filter, BH_FILTER_ESTATE_KIND, place);
      households += asked ? place->households : 0;
    }

  return households;
}

/* Groups by community have each its own households, all others the same. */
static void
set_per_household (BhFigureQuery *query, BhOffice *office, BhTicketFilter *filter)
{
  gint64 all = count_households (office, filter);
  GHashTableIter iter;
  gpointer key, data;

  g_hash_table_iter_init (&iter, query->groups);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      BhFigureGroup *group = data;
      BhPlace *community = query->by == BH_BY_COMMUNITY
                               ? bh_office_get (office, BH_TYPE_PLACE, *(gint64 *) key)
                               : NULL;
      gint64 own = community != NULL ? community->households : 0;

      bh_figure_set_ratio (&group->values[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS],
                           100.0 * (double) group->values[BH_FIGURE_RECEIVED].count,
                           (double) (query->by == BH_BY_COMMUNITY ? own : all), FALSE);
    }
}

/* Moves the groups of @query to @groups, named and in order. */
static void
take_groups (BhFigureQuery *query, BhOffice *office, GPtrArray *groups)
{
  GHashTableIter iter;
  gpointer key, data;

  g_hash_table_iter_init (&iter, query->groups);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      BhFigureGroup *group = data;

      g_hash_table_iter_steal (&iter);
      for (guint i = 0; i < BH_N_FIGURES; i++)
        if ((query->wanted & BH_FIGURE_BIT (i)) == 0)
          group->values[i] = (BhFigureValue){ 0 };
      group->id = *(gint64 *) key;
      group->key = dup_group_key (office, query->by, group->id);
      g_ptr_array_add (groups, group);
      g_free (key);
    }
  g_ptr_array_sort (groups, compare_groups);
}

/* What a call of bh_figures_compute() is about. */
typedef struct
{
  BhInsight *insight;
  BhTicketFilter *filter;
  BhFigureSet wanted;
  gboolean present;
} Request;

static GPtrArray *
compute_period (const Request *request, const BhPeriod *period, BhFigureBy by, GError **error)
{
  BhOffice *office = bh_insight_get_office (request->insight);
  gint64 as_of = bh_insight_get_as_of (request->insight);
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_figure_group_free);
  g_autoptr (BhFilterSql) filter = bh_filter_sql_new_compared (
      request->filter, office, "t", BH_FIRST_FILTER_PARAMETER, as_of, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) bh_figure_group_free);
  BhFigureQuery query = {
    .connection = bh_insight_get_connection (request->insight),
    .filter = filter,
    .by = by,
    .from = period->from,
    .end = MIN (period->to, as_of),
    .as_of = as_of,
    .changes_at = G_MAXINT64,
    .early = as_of < period->to,
    .present = request->present,
    .all = request->filter == NULL || bh_ticket_filter_is_empty (request->filter),
    .wanted = request->wanted,
    .groups = by_id,
  };

  if (filter == NULL
      || !bh_figure_parts_add (&query, request->insight, period, request->filter, error))
    return NULL;

  if (query.by == BH_BY_NOTHING)
    bh_figure_query_get_values (&query, 0);
  if ((query.wanted & BH_FIGURE_BIT (BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS)) != 0)
    set_per_household (&query, office, request->filter);
  take_groups (&query, office, groups);

  return g_steal_pointer (&groups);
}

/* A part of a day is computed each time, and what comes before it is kept: counts of what happened
 * in both are added. */
static gboolean
split_at_day (const Request *request, const BhPeriod *period, BhPeriod *before, BhPeriod *rest)
{
  BhOfficeTime *time = bh_insight_get_time (request->insight);
  BhLocalTime local;
  BhPeriod day;

  for (guint i = 0; i < BH_N_FIGURES; i++)
    if ((request->wanted & BH_FIGURE_BIT (i)) != 0 && !bh_figure_grows ((BhFigureId) i))
      return FALSE;
  if (period->to > bh_insight_get_as_of (request->insight))
    return FALSE;

  bh_office_time_split (time, period->to, &local);
  if (!bh_office_time_get_day (time, local.day, &day) || day.from <= period->from
      || day.from == period->to)
    return FALSE;

  *before = (BhPeriod){ period->from, day.from };
  *rest = (BhPeriod){ day.from, period->to };

  return TRUE;
}

static void
add_value (BhFigureValue *value, const BhFigureValue *other)
{
  value->provisional = value->provisional || other->provisional;
  value->has_value = value->has_value && other->has_value;
  value->count += other->count;
  value->value += other->value;
  value->numerator += other->numerator;
}

/* Both have groups of the same grouping. */
static void
merge_groups (GPtrArray *groups, GPtrArray *others)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);

      g_hash_table_insert (by_id, &group->id, group);
    }

  while (others->len > 0)
    {
      BhFigureGroup *other = g_ptr_array_steal_index (others, others->len - 1);
      BhFigureGroup *group = g_hash_table_lookup (by_id, &other->id);

      if (group == NULL)
        {
          g_ptr_array_add (groups, other);
          continue;
        }
      for (guint i = 0; i < BH_N_FIGURES; i++)
        add_value (&group->values[i], &other->values[i]);
      bh_figure_group_free (other);
    }
  g_ptr_array_sort (groups, compare_groups);
}

static GPtrArray *
compute_whole (const Request *request, const BhPeriod *period, BhFigureBy by, GError **error)
{
  g_autoptr (GPtrArray) groups = NULL, others = NULL;
  BhPeriod before, rest;

  if (!split_at_day (request, period, &before, &rest))
    return compute_period (request, period, by, error);

  groups = compute_period (request, &before, by, error);
  if (groups != NULL)
    others = compute_period (request, &rest, by, error);
  if (others == NULL)
    return NULL;
  merge_groups (groups, others);

  return g_steal_pointer (&groups);
}

static GArray *
list_months (const Request *request, const BhPeriod *period)
{
  BhOfficeTime *time = bh_insight_get_time (request->insight);
  GArray *months = g_array_new (FALSE, FALSE, sizeof (BhPeriod));
  BhLocalTime local;
  BhPeriod month;

  bh_office_time_split (time, period->from, &local);
  for (int m = local.month; bh_office_time_get_month (time, m, &month) && month.from < period->to;
       m = bh_month_shift (m, 1))
    {
      BhPeriod part = { MAX (month.from, period->from), MIN (month.to, period->to) };

      g_array_append_val (months, part);
    }

  return months;
}

static GPtrArray *
compute_months (const Request *request, const BhPeriod *period, GError **error)
{
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_figure_group_free);
  BhOfficeTime *time = bh_insight_get_time (request->insight);
  g_autoptr (GArray) months = list_months (request, period);

  for (guint i = 0; i < months->len; i++)
    {
      const BhPeriod *month = &g_array_index (months, BhPeriod, i);
      g_autoptr (GPtrArray) single = compute_period (request, month, BH_BY_NOTHING, error);
      BhFigureGroup *group;
      BhLocalTime local;

      if (single == NULL)
        return NULL;

      bh_office_time_split (time, month->from, &local);
      group = g_ptr_array_steal_index (single, 0);
      group->key = g_strdup_printf ("%04d-%02d", local.month / 100, local.month % 100);
      g_ptr_array_add (groups, group);
    }

  return g_steal_pointer (&groups);
}

static GPtrArray *
compute_segments (const Request *request, const BhPeriod *period, BhFigureBy by, GError **error)
{
  BhOffice *office = bh_insight_get_office (request->insight);
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_figure_group_free);
  g_autoptr (GPtrArray) segments = bh_figure_segments_list (by, office, request->filter, error);

  for (guint i = 0; segments != NULL && i < segments->len; i++)
    {
      const BhFigureSegment *segment = g_ptr_array_index (segments, i);
      Request own = *request;
      g_autoptr (GPtrArray) single = NULL;
      BhFigureGroup *group;

      own.filter = segment->filter;
      single = compute_period (&own, period, BH_BY_NOTHING, error);
      if (single == NULL)
        return NULL;

      group = g_ptr_array_steal_index (single, 0);
      group->key = g_strdup (segment->word);
      g_ptr_array_add (groups, group);
    }
  g_ptr_array_sort (groups, compare_groups);

  return segments != NULL ? g_steal_pointer (&groups) : NULL;
}

/* The value of the filter `within` that means each. */
static gboolean
name_buildings (BhInsight *insight, GPtrArray *groups, GError **error)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);
      BhStatement *s;
      BhStep step;

      if (group->id == 0)
        continue;
      s = bh_connection_prepare (bh_insight_get_connection (insight),
                                 "SELECT c.name, p.path FROM place AS p JOIN place AS c"
                                 " ON c.id = p.community_id WHERE p.id = ?1",
                                 error);
      if (s == NULL)
        return FALSE;

      bh_statement_bind_int64 (s, 1, group->id);
      step = bh_statement_step (s, error);
      if (step == BH_STEP_ROW)
        group->key = bh_filter_place_dup_value (bh_statement_get_text (s, 0),
                                                bh_statement_get_text (s, 1));
      bh_statement_reset (s);
      if (step == BH_STEP_ERROR)
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
compute_buildings (const Request *request, const BhPeriod *period, GError **error)
{
  g_autoptr (GPtrArray) groups = compute_whole (request, period, BH_BY_BUILDING, error);

  if (groups == NULL || !name_buildings (request->insight, groups, error))
    return NULL;

  return g_steal_pointer (&groups);
}

GPtrArray *
bh_figures_compute (BhInsight *insight,
                    const BhPeriod *period,
                    BhFigureBy by,
                    BhTicketFilter *filter,
                    BhFigureSet wanted,
                    GError **error)
{
  Request request = { insight, filter, wanted, FALSE };

  g_return_val_if_fail (insight != NULL, NULL);
  g_return_val_if_fail (period != NULL, NULL);

  if (!bh_insight_is_present (insight, &request.present, error))
    return NULL;
  if (by == BH_BY_MONTH)
    return compute_months (&request, period, error);
  if (by == BH_BY_BUILDING)
    return compute_buildings (&request, period, error);
  if (by >= BH_BY_CITY_TIER)
    return compute_segments (&request, period, by, error);

  return compute_whole (&request, period, by, error);
}
