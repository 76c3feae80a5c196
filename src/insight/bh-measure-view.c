/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-measure-view.h"

#include "base/bh-i18n.h"
#include "domain/bh-day.h"
#include "domain/bh-error.h"
#include "insight/bh-figure-text.h"
#include "storage/bh-measures.h"

void
bh_measure_view_free (BhMeasureView *view)
{
  g_clear_object (&view->measure);
  g_free (view->problem);
  g_free (view);
}

/* What is known of a month in which the office had tickets. */
static gboolean
read_value (BhFigureMemo *memo,
            BhTicketFilter *filter,
            int month,
            BhFigureId figure,
            BhFigureValue *value,
            GError **error)
{
  BhInsight *insight = bh_figure_memo_get_insight (memo);
  BhPeriod period;
  gint64 first;
  const BhFigureValue *found;
  g_autoptr (GError) failure = NULL;

  if (!bh_office_time_get_month (bh_insight_get_time (insight), month, &period))
    return TRUE;
  if (!bh_figure_memo_get_first (memo, &first, error))
    return FALSE;
  if (first == 0 || first >= period.to || period.from >= bh_insight_get_as_of (insight))
    return TRUE;

  found = bh_figure_memo_get_alone (memo, filter, &period, figure, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (found != NULL)
    *value = *found;

  return TRUE;
}

static gboolean
read_figure (BhMeasureView *view, BhFigureMemo *memo, int last, GError **error)
{
  BhMeasure *measure = view->measure;
  BhOffice *office = bh_insight_get_office (bh_figure_memo_get_insight (memo));
  g_autoptr (BhTicketFilter) parsed = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GError) failure = NULL;
  BhFigureId figure;

  if (!bh_figure_find (measure->figure, &figure))
    return TRUE;
  view->figure = bh_figure_get_info (figure);
  parsed = bh_ticket_filter_parse (measure->filter, &failure);
  if (parsed != NULL)
    filter = bh_ticket_filter_resolve (parsed, office, &failure);
  if (filter == NULL)
    {
      view->problem = g_strdup (failure->message);
      return TRUE;
    }

  return read_value (memo, filter, measure->month, figure, &view->then, error)
         && (last == measure->month || read_value (memo, filter, last, figure, &view->now, error));
}

/* @communities: (nullable) (element-type gint64) */
static gboolean
is_of (BhMeasure *measure, GArray *communities)
{
  for (guint i = 0; communities != NULL && i < communities->len; i++)
    if (g_array_index (communities, gint64, i) == measure->community_id)
      return TRUE;

  return communities == NULL || measure->community_id == 0;
}

static gboolean
list_communities (BhInsight *insight, BhTicketFilter *filter, GArray **ids, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (filter == NULL)
    return TRUE;
  *ids = bh_ticket_filter_get_ids (filter, BH_FILTER_COMMUNITY, bh_insight_get_office (insight),
                                   &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

GPtrArray *
bh_measure_views_load (
    BhFigureMemo *memo, int first, int last, BhTicketFilter *filter, GError **error)
{
  BhInsight *insight = bh_figure_memo_get_insight (memo);
  int today = bh_day_of (bh_insight_get_time (insight), bh_insight_get_as_of (insight) - 1);
  g_autoptr (GPtrArray) views
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_measure_view_free);
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GArray) communities = NULL;

  if (!list_communities (insight, filter, &communities, error))
    return NULL;
  measures = bh_measures_list (bh_insight_get_connection (insight), error);
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      BhMeasure *measure = g_ptr_array_index (measures, i);
      BhMeasureView *view;

      if (measure->decided_day > today || !bh_measure_is_shown (measure, first, last)
          || !is_of (measure, communities))
        continue;
      view = g_new0 (BhMeasureView, 1);
      g_ptr_array_add (views, view);
      view->measure = g_object_ref (measure);
      view->carried = bh_measure_is_carried (measure, first);
      view->state = bh_measure_get_state_on (measure, today);
      view->overdue = bh_measure_is_overdue (measure, today);
      if (!read_figure (view, memo, last, error))
        return NULL;
    }

  return measures != NULL ? g_steal_pointer (&views) : NULL;
}

char *
bh_measure_view_dup_change (const BhMeasureView *view)
{
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  const char *name;

  g_return_val_if_fail (view != NULL, NULL);

  if (view->figure == NULL)
    return g_strdup ("");
  name = bh_figure_get_name (view->figure);
  then = bh_figure_format (view->figure, &view->then);
  now = bh_figure_format (view->figure, &view->now);

  return view->now.has_value ? g_strdup_printf ("%s %s → %s", name, then, now)
                             : g_strdup_printf ("%s %s", name, then);
}

char *
bh_measure_dup_text (BhMeasure *measure, BhOffice *office, const BhMeasureField *field)
{
  BhFigureId figure;

  g_return_val_if_fail (field != NULL, NULL);

  if (field->type == BH_MEASURE_FIELD_STATE)
    return g_strdup (bh_list_get_label (BH_LIST_MEASURE_STATE, measure->state));
  if (field->type == BH_MEASURE_FIELD_FIGURE && bh_figure_find (measure->figure, &figure))
    return g_strdup (bh_figure_get_name (bh_figure_get_info (figure)));

  return bh_measure_dup_field (measure, office, field);
}

char **
bh_measure_list_changes (BhMeasure *before, BhMeasure *after, BhOffice *office)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);

  g_return_val_if_fail (BH_IS_MEASURE (after), NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *old
          = before != NULL ? bh_measure_dup_text (before, office, &fields[i]) : g_strdup ("");
      g_autofree char *new = bh_measure_dup_text (after, office, &fields[i]);
      const char *label = bh_measure_field_get_label (&fields[i]);
      g_autofree char *line = NULL;

      if (g_str_equal (old, new))
        continue;
      if (before == NULL)
        /* Translators: a field of a form and what was entered */
        line = g_strdup_printf (C_ ("measure", "%s: %s"), label, new);
      else
        /* Translators: a field of a form, what was there and what was entered */
        line = g_strdup_printf (C_ ("measure", "%s: %s → %s"), label, *old != '\0' ? old : "–",
                                *new != '\0' ? new : "–");
      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}
