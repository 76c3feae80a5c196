/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-i18n.h"
#include "draw/bh-hot-charts.h"
#include "draw/bh-plan-chart.h"
#include "storage/bh-site-plans.h"

static char *
dup_note (gint64 unplaced)
{
  g_autofree char *count = bh_chart_value_dup_text (BH_CHART_COUNTS, (double) unplaced);

  if (unplaced == 0)
    return NULL;

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s more is about a place that is not on the plan",
                   "%s more are about places that are not on the plan", (gulong) unplaced),
      count);
}

static gint64
sum_placed (const BhSiteHeat *heat)
{
  gint64 sum = 0;

  for (guint i = 0; heat->plan != NULL && i < heat->plan->marks->len; i++)
    if (((BhSiteMark *) g_ptr_array_index (heat->plan->marks, i))->placed)
      sum += ((BhHotLine *) g_ptr_array_index (heat->lines, i))->count;

  return sum;
}

static void
fill_spot (const BhSiteHeat *heat, guint i, gint64 total, BhPlanSpot *spot, GPtrArray *texts)
{
  const BhSiteMark *mark = g_ptr_array_index (heat->plan->marks, i);
  const BhHotLine *line = g_ptr_array_index (heat->lines, i);
  char *value = bh_hot_chart_dup_value (line->count, line->repeats, total);
  char *filter = bh_hot_line_dup_filter (line, heat->base, NULL);
  char *brush = bh_hot_line_dup_brush (line);

  g_ptr_array_add (texts, value);
  g_ptr_array_add (texts, filter);
  g_ptr_array_add (texts, brush);
  *spot = (BhPlanSpot){ .item = { line->name, mark->name, value, filter, brush },
                        .x = mark->x,
                        .y = mark->y,
                        .value = (double) line->count };
}

BhChart *
bh_site_chart_new (const BhSiteHeat *heat, BhOffice *office, BhPlanPicture *picture, gint64 max)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree BhPlanSpot *spots = NULL;
  g_autofree char *note = NULL;
  g_autofree char *subtitle = NULL;
  gint64 total;
  guint n = 0;
  BhPlanData data = { .title = C_ ("chart", "Site plan"),
                      .heading = C_ ("chart", "Place"),
                      .value_heading = C_ ("chart", "Tickets"),
                      .empty_text = _ ("There is no site plan yet. Import one on the page of hot "
                                       "spots."),
                      .numbers = BH_CHART_COUNTS,
                      .unit = C_ ("chart", "tickets"),
                      .picture = picture,
                      .max = (double) max };

  g_return_val_if_fail (heat != NULL && BH_IS_OFFICE (office), NULL);

  total = sum_placed (heat);
  note = dup_note (heat->unplaced);
  subtitle = bh_hot_chart_dup_subtitle (office, heat->scope, &heat->period, total, note);
  data.subtitle = subtitle;
  spots = g_new0 (BhPlanSpot, MAX (1, heat->lines->len));
  for (guint i = 0; i < heat->lines->len; i++)
    if (((BhSiteMark *) g_ptr_array_index (heat->plan->marks, i))->placed)
      fill_spot (heat, i, total, &spots[n++], texts);
  data.spots = spots;
  data.n_spots = n;

  return bh_plan_chart_new (&data);
}

BhChart *
bh_hot_chart_make_site_plan (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_autoptr (BhSiteHeat) heat
      = bh_site_heat_compute (insight, 0, &question->period, question->filter, error);
  g_autofree char *path = NULL;
  g_autoptr (BhPlanPicture) picture = NULL;

  if (heat == NULL)
    return NULL;
  if (heat->plan != NULL)
    {
      path = bh_site_plans_dup_file_path (bh_insight_get_connection (insight), heat->plan);
      picture = bh_plan_picture_load (path, error);
      if (picture == NULL)
        return NULL;
    }

  return bh_site_chart_new (heat, bh_insight_get_office (insight), picture, 0);
}
