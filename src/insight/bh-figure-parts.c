/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-parts.h"

#include "insight/bh-open-series.h"

/* What computes which figures. */
typedef struct
{
  gboolean (*add) (BhFigureQuery *query, GError **error);
  BhFigureSet figures;
} Part;

static const Part parts[] = {
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

#define OPEN_FIGURES                                                                               \
  (BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END) | BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END))

/* A result: of every group its id, and of every figure in the order of the registry its value. */
#define VALUE_TYPE "(bbxdddddd)"
#define GROUP_TYPE "(xa" VALUE_TYPE ")"
#define RESULT_TYPE "a" GROUP_TYPE

/* "received,repeat_share/4": a key of the cache names the figures, since other builds of the
 * program may have others. */
static char *
dup_key (BhFigureQuery *query, BhFigureSet figures, gboolean quick)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < BH_N_FIGURES; i++)
    if ((figures & BH_FIGURE_BIT (i)) != 0)
      g_string_append_printf (key, "%s%s", key->len > 0 ? "," : "", bh_figure_get_info (i)->key);
  g_string_append_printf (key, "/%u%s", (guint) query->by, quick ? "/mean" : "");

  return g_string_free (key, FALSE);
}

static gboolean
has_spread (BhFigureSet figures)
{
  for (guint i = 0; i < BH_N_FIGURES; i++)
    if ((figures & BH_FIGURE_BIT (i)) != 0
        && bh_figure_get_info ((BhFigureId) i)->form == BH_FIGURE_SPREAD)
      return TRUE;

  return FALSE;
}

static void
append_group (GVariantBuilder *result, gint64 id, const BhFigureGroup *group, BhFigureSet figures)
{
  g_variant_builder_open (result, G_VARIANT_TYPE (GROUP_TYPE));
  g_variant_builder_add (result, "x", id);
  g_variant_builder_open (result, G_VARIANT_TYPE ("a" VALUE_TYPE));
  for (guint i = 0; i < BH_N_FIGURES; i++)
    {
      const BhFigureValue *v = &group->values[i];

      if ((figures & BH_FIGURE_BIT (i)) != 0)
        g_variant_builder_add (result, VALUE_TYPE, v->has_value, v->provisional, v->count, v->value,
                               v->numerator, v->denominator, v->mean, v->median, v->p90);
    }
  g_variant_builder_close (result);
  g_variant_builder_close (result);
}

static GVariant *
pack (BhFigureQuery *query, BhFigureSet figures)
{
  g_auto (GVariantBuilder) result = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (RESULT_TYPE));
  GHashTableIter iter;
  gpointer id, group;

  g_hash_table_iter_init (&iter, query->groups);
  while (g_hash_table_iter_next (&iter, &id, &group))
    append_group (&result, *(gint64 *) id, group, figures);

  return g_variant_builder_end (&result);
}

static void
unpack_group (BhFigureValue *values, GVariant *packed, BhFigureSet figures)
{
  GVariantIter iter;

  g_variant_iter_init (&iter, packed);
  for (guint i = 0; i < BH_N_FIGURES; i++)
    {
      BhFigureValue *v = &values[i];

      if ((figures & BH_FIGURE_BIT (i)) != 0)
        g_variant_iter_next (&iter, VALUE_TYPE, &v->has_value, &v->provisional, &v->count,
                             &v->value, &v->numerator, &v->denominator, &v->mean, &v->median,
                             &v->p90);
    }
}

static void
unpack (BhFigureQuery *query, GVariant *result, BhFigureSet figures)
{
  GVariantIter iter;
  GVariant *packed;
  gint64 id;

  g_variant_iter_init (&iter, result);
  while (g_variant_iter_next (&iter, "(x@a" VALUE_TYPE ")", &id, &packed))
    {
      unpack_group (bh_figure_query_get_values (query, id), packed, figures);
      g_variant_unref (packed);
    }
}

/* What is asked for of one part. */
typedef struct
{
  const Part *part;
  BhFigureQuery *query;
  BhFigureSet figures;
  gboolean quick; /* percentiles are not wanted at all */
} Request;

static GVariant *
compute_part (BhInsight *insight,
              const BhPeriod *period,
              BhTicketFilter *filter,
              gpointer data,
              gint64 *changes_at,
              GError **error)
{
  Request *request = data;
  gboolean leave_out = bh_insight_get_mode (insight) == BH_INSIGHT_QUICK;
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         (GDestroyNotify) bh_figure_group_free);
  BhFigureQuery query = *request->query;

  query.groups = groups;
  query.wanted = request->figures;
  if (has_spread (request->figures) && (leave_out || request->quick))
    {
      query.wanted |= BH_FIGURES_QUICK;
      if (!request->quick)
        bh_insight_note_left_out (insight);
    }
  if (!request->part->add (&query, error))
    return NULL;

  *changes_at = MIN (*changes_at, query.changes_at);
  if (query.by == BH_BY_NOTHING)
    bh_figure_query_get_values (&query, 0);

  return pack (&query, request->figures);
}

/* All of the part may be there where less is wanted. */
static gboolean
choose_figures (Request *request,
                BhInsight *insight,
                const BhPeriod *period,
                BhTicketFilter *filter,
                char **key,
                GError **error)
{
  g_autofree char *all = dup_key (request->query, request->part->figures, request->quick);
  g_autoptr (GError) local = NULL;

  if (request->figures != request->part->figures)
    {
      if (bh_insight_has (insight, all, period, filter, &local))
        request->figures = request->part->figures;
      else if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  *key = dup_key (request->query, request->figures, request->quick);

  return TRUE;
}

static gboolean
add_part (BhFigureQuery *query,
          const Part *part,
          BhInsight *insight,
          const BhPeriod *period,
          BhTicketFilter *filter,
          GError **error)
{
  BhFigureSet wanted = part->figures & query->wanted;
  Request request = { part, query, wanted, FALSE };
  g_autoptr (GError) local = NULL;
  g_autoptr (GVariant) result = NULL;
  g_autofree char *key = NULL;

  /* It is made of this one. */
  if ((wanted & BH_FIGURE_BIT (BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS)) != 0)
    request.figures |= BH_FIGURE_BIT (BH_FIGURE_RECEIVED);
  request.quick = has_spread (wanted) && (query->wanted & BH_FIGURES_QUICK) != 0;
  if (!choose_figures (&request, insight, period, filter, &key, error))
    return FALSE;

  result = bh_insight_get (insight, key, period, filter, compute_part, &request, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (result == NULL || !g_variant_is_of_type (result, G_VARIANT_TYPE (RESULT_TYPE)))
    query->wanted &= ~wanted;
  else
    unpack (query, result, request.figures);

  return TRUE;
}

gboolean
bh_figure_parts_add (BhFigureQuery *query,
                     BhInsight *insight,
                     const BhPeriod *period,
                     BhTicketFilter *filter,
                     GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((parts[i].figures & query->wanted) != 0
        && (g_cancellable_set_error_if_cancelled (bh_insight_get_cancellable (insight), error)
            || !add_part (query, &parts[i], insight, period, filter, error)))
      return FALSE;

  return TRUE;
}

/* What is open at the ends of several periods. */
typedef struct
{
  BhPeriod period;
  BhFigureSet figures;
  BhOpenCount count;
  gint64 changes_at;
} Open;

static GVariant *
give_open (BhInsight *insight,
           const BhPeriod *period,
           BhTicketFilter *filter,
           gpointer data,
           gint64 *changes_at,
           GError **error)
{
  const Open *open = data;
  gboolean early = bh_insight_get_as_of (insight) < period->to;
  BhFigureValue values[BH_N_FIGURES] = { 0 };
  BhFigureGroup group = { 0, NULL, values };
  g_auto (GVariantBuilder) result = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (RESULT_TYPE));

  *changes_at = MIN (*changes_at, open->changes_at);
  bh_figure_set_count (&values[BH_FIGURE_OPEN_AT_END], open->count.open, early);
  bh_figure_set_count (&values[BH_FIGURE_OVERDUE_OPEN_AT_END], open->count.overdue, early);
  append_group (&result, 0, &group, open->figures);

  return g_variant_builder_end (&result);
}

/* When the next of all open tickets will be overdue, whether or not the filter lets it pass. */
static gboolean
find_next_overdue (BhInsight *insight, gint64 *instant, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT MIN (t.completion_due) FROM ticket AS t WHERE t.status < 80"
                         " AND t.finished_at IS NULL AND t.completion_due >= %" G_GINT64_FORMAT,
                         bh_insight_get_as_of (insight));
  gint64 due;

  if (!bh_connection_get_single (bh_insight_get_connection (insight), sql, &due, error))
    return FALSE;
  *instant = due != 0 ? due + 1 : G_MAXINT64;

  return TRUE;
}

static gboolean
count_open (BhInsight *insight,
            GArray *missing,
            BhTicketFilter *filter,
            BhFigureSet figures,
            GError **error)
{
  gint64 as_of = bh_insight_get_as_of (insight);
  g_autofree gint64 *ends = g_new0 (gint64, missing->len);
  g_autofree BhOpenCount *counts = g_new0 (BhOpenCount, missing->len);
  g_autoptr (BhFilterSql) where = bh_filter_sql_new_compared (
      filter, bh_insight_get_office (insight), "t", BH_OPEN_FIRST_FILTER_PARAMETER, as_of, error);
  const BhOpenSeries series
      = { .connection = bh_insight_get_connection (insight),
          .filter = where,
          .as_of = as_of,
          .ends = ends,
          .n_ends = missing->len,
          .with_open = (figures & BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END)) != 0,
          .with_overdue = (figures & BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END)) != 0 };
  gint64 next;

  for (guint i = 0; i < missing->len; i++)
    ends[i] = MIN (g_array_index (missing, Open, i).period.to, as_of);
  if (where == NULL || !find_next_overdue (insight, &next, error)
      || !bh_open_series_compute (&series, counts, bh_insight_get_cancellable (insight), error))
    return FALSE;

  for (guint i = 0; i < missing->len; i++)
    {
      Open *open = &g_array_index (missing, Open, i);

      open->count = counts[i];
      open->changes_at = as_of < open->period.to ? next : G_MAXINT64;
    }

  return TRUE;
}

/* Those periods of which nothing was kept, neither by @key nor by @all, which has more. */
static gboolean
list_missing (BhInsight *insight,
              const BhPeriod *periods,
              guint n_periods,
              BhTicketFilter *filter,
              BhFigureSet figures,
              GArray *missing,
              GError **error)
{
  BhFigureQuery query = { .by = BH_BY_NOTHING };
  g_autofree char *key = dup_key (&query, figures, FALSE);
  g_autofree char *all = dup_key (&query, OPEN_FIGURES, FALSE);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < n_periods && local == NULL; i++)
    {
      Open open = { .period = periods[i], .figures = figures };

      if (!bh_insight_has (insight, all, &periods[i], filter, &local) && local == NULL
          && !bh_insight_has (insight, key, &periods[i], filter, &local))
        g_array_append_val (missing, open);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
bh_figure_parts_prepare_open (BhInsight *insight,
                              const BhPeriod *periods,
                              guint n_periods,
                              BhTicketFilter *filter,
                              BhFigureSet figures,
                              GError **error)
{
  BhFigureQuery query = { .by = BH_BY_NOTHING };
  BhFigureSet wanted = figures & OPEN_FIGURES;
  g_autofree char *key = dup_key (&query, wanted, FALSE);
  g_autoptr (GArray) missing = g_array_new (FALSE, TRUE, sizeof (Open));

  g_return_val_if_fail (insight != NULL, FALSE);
  g_return_val_if_fail (wanted != 0, FALSE);

  if (!list_missing (insight, periods, n_periods, filter, wanted, missing, error))
    return FALSE;
  if (missing->len == 0 || bh_insight_get_mode (insight) == BH_INSIGHT_KEPT)
    return TRUE;
  if (!count_open (insight, missing, filter, wanted, error))
    return FALSE;

  for (guint i = 0; i < missing->len; i++)
    {
      Open *open = &g_array_index (missing, Open, i);
      g_autoptr (GVariant) result
          = bh_insight_get (insight, key, &open->period, filter, give_open, open, error);

      if (result == NULL)
        return FALSE;
    }

  return TRUE;
}
