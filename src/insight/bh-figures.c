/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figures.h"

#include "insight/bh-figure-query.h"
#include "insight/bh-figure-segments.h"
#include "storage/bh-filter-place.h"
#include "storage/bh-filter-segment.h"

/* What computes which figures. */
static const struct
{
  gboolean (*add) (BhFigureQuery *query, GError **error);
  BhFigureSet figures;
} parts[] = {
  { bh_figures_add_received,
    BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS)
        | BH_FIGURE_BIT (BH_FIGURE_REPEAT_SHARE) | BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE)
        | BH_FIGURE_BIT (BH_FIGURE_SUSPENDED_SHARE) | BH_FIGURE_BIT (BH_FIGURE_REMINDER_SHARE) },
  { bh_figures_add_response, BH_FIGURE_BIT (BH_FIGURE_RESPONSE_ON_TIME) },
  { bh_figures_add_completion, BH_FIGURE_BIT (BH_FIGURE_COMPLETION_ON_TIME) },
  { bh_figures_add_open,
    BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END) | BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END) },
  { bh_figures_add_finished,
    BH_FIGURE_BIT (BH_FIGURE_FINISHED) | BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS)
        | BH_FIGURE_BIT (BH_FIGURE_REWORK_SHARE) | BH_FIGURE_BIT (BH_FIGURE_FIRST_TIME_FIX) },
  { bh_figures_add_first_answer, BH_FIGURE_BIT (BH_FIGURE_FIRST_ANSWER_ON_TIME) },
  { bh_figures_add_response_hours, BH_FIGURE_BIT (BH_FIGURE_RESPONSE_HOURS) },
  { bh_figures_add_handover_hours, BH_FIGURE_BIT (BH_FIGURE_HANDOVER_HOURS) },
  { bh_figures_add_signoff, BH_FIGURE_BIT (BH_FIGURE_SIGNOFF_SHARE) },
  { bh_figures_add_callbacks, BH_FIGURE_BIT (BH_FIGURE_CALLBACK_SHARE) },
  { bh_figures_add_satisfaction,
    BH_FIGURE_BIT (BH_FIGURE_SATISFACTION) | BH_FIGURE_BIT (BH_FIGURE_SATISFACTION_INDEX)
        | BH_FIGURE_BIT (BH_FIGURE_SOLVED_SHARE) | BH_FIGURE_BIT (BH_FIGURE_TIMELY_SHARE)
        | BH_FIGURE_BIT (BH_FIGURE_POLITE_SHARE) },
  { bh_figures_add_promises, BH_FIGURE_BIT (BH_FIGURE_PROMISE_KEPT) },
  { bh_figures_add_verdicts, BH_FIGURE_BIT (BH_FIGURE_PASS_SHARE) },
  { bh_figures_add_routing, BH_FIGURE_BIT (BH_FIGURE_ROUTING_ERROR_SHARE) },
  { bh_figures_add_exceptions, BH_FIGURE_BIT (BH_FIGURE_EXCEPTION_CLOSE_SHARE) },
  { bh_figures_add_stages_on_time, BH_FIGURES_STAGES (BH_FIGURE_STAGE_ON_TIME_DISPATCH) },
  { bh_figures_add_stage_hours, BH_FIGURES_STAGES (BH_FIGURE_STAGE_HOURS_DISPATCH) },
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

static gboolean
run_all (BhFigureQuery *query, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((parts[i].figures & query->wanted) != 0
        && (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !parts[i].add (query, error)))
      return FALSE;

  return TRUE;
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
      = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_group_free);
  g_autoptr (BhFilterSql) filter
      = bh_filter_sql_new (request->filter, office, "t", BH_FIRST_FILTER_PARAMETER, as_of, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) figure_group_free);
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

  if (filter == NULL || !run_all (&query, bh_insight_get_cancellable (request->insight), error))
    return NULL;

  if (query.by == BH_BY_NOTHING)
    bh_figure_query_get_values (&query, 0);
  if ((query.wanted & BH_FIGURE_BIT (BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS)) != 0)
    set_per_household (&query, office, request->filter);
  take_groups (&query, office, groups);

  return g_steal_pointer (&groups);
}

static GPtrArray *
compute_months (const Request *request, const BhPeriod *period, GError **error)
{
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_group_free);
  BhOfficeTime *time = bh_insight_get_time (request->insight);
  BhLocalTime local;
  BhPeriod month;

  bh_office_time_split (time, period->from, &local);
  for (int m = local.month; bh_office_time_get_month (time, m, &month) && month.from < period->to;
       m = bh_month_shift (m, 1))
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

static GPtrArray *
compute_segments (const Request *request, const BhPeriod *period, BhFigureBy by, GError **error)
{
  BhOffice *office = bh_insight_get_office (request->insight);
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_group_free);
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
  g_autoptr (GPtrArray) groups = compute_period (request, period, BH_BY_BUILDING, error);

  if (groups == NULL || !name_buildings (request->insight, groups, error))
    return NULL;

  return g_steal_pointer (&groups);
}

static gboolean
wants_percentiles (BhFigureSet wanted)
{
  for (guint i = 0; i < BH_N_FIGURES; i++)
    if (wanted & BH_FIGURE_BIT (i) && bh_figure_get_info ((BhFigureId) i)->form == BH_FIGURE_SPREAD)
      return TRUE;

  return FALSE;
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

  if (bh_insight_get_mode (insight) == BH_INSIGHT_QUICK)
    {
      request.wanted |= BH_FIGURES_QUICK;
      if (wants_percentiles (wanted))
        bh_insight_note_incomplete (insight);
    }
  if (!bh_figure_query_is_present (bh_insight_get_connection (insight),
                                   bh_insight_get_as_of (insight), &request.present, error))
    return NULL;
  if (by == BH_BY_MONTH)
    return compute_months (&request, period, error);

  if (by == BH_BY_BUILDING)
    return compute_buildings (&request, period, error);
  if (by >= BH_BY_CITY_TIER)
    return compute_segments (&request, period, by, error);

  return compute_period (&request, period, by, error);
}
