/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-hot-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-bars-chart.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-hot-ranking.h"

/* So many places are ranked; a longer list is for the table of tickets. */
#define MOST_PLACES 20

const BhChartVariant bh_hot_place_variants[] = {
  { "building", NC_ ("chart", "Buildings") },
  { "area", NC_ ("chart", "Public areas") },
  { "room", NC_ ("chart", "Rooms") },
  { NULL, NULL },
};

char *
bh_hot_chart_dup_subtitle (
    BhOffice *office, const char *scope, const BhPeriod *period, gint64 total, const char *note)
{
  g_autofree char *what = bh_chart_words_dup_scope (scope);
  g_autofree char *when = bh_chart_words_dup_period (period, bh_office_get_time (office));
  g_autofree char *count = bh_chart_value_dup_text (BH_CHART_COUNTS, (double) total);
  g_autofree char *tickets = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", (gulong) total), count);

  if (note == NULL)
    return g_strdup_printf ("%s · %s · %s", what, when, tickets);

  return g_strdup_printf ("%s · %s · %s · %s", what, when, tickets, note);
}

char *
bh_hot_chart_dup_value (gint64 count, gint64 repeats, gint64 total)
{
  g_autofree char *number = bh_chart_value_dup_text (BH_CHART_COUNTS, (double) count);
  g_autofree char *again = bh_chart_value_dup_text (BH_CHART_COUNTS, (double) repeats);
  g_autofree char *share = bh_chart_value_dup_text (
      BH_CHART_PERCENTS, total > 0 ? (double) count / (double) total : 0);
  g_autofree char *tickets = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", (gulong) count), number);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, C_ ("chart", "%s (%s)"), tickets, share);
  if (repeats > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, C_ ("chart", "%s: %s"), C_ ("chart", "Repeats"), again);
    }

  return g_string_free (text, FALSE);
}

/* The first part of a bar is what came once, the second what came again. */
static BhChart *
make_ranking_chart (BhHotRanking *ranking,
                    BhOffice *office,
                    const char *title,
                    const char *heading,
                    const char *empty_text)
{
  guint n = ranking->lines->len;
  g_autofree char *subtitle
      = bh_hot_chart_dup_subtitle (office, ranking->scope, &ranking->period, ranking->total, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree BhChartItem *items = g_new0 (BhChartItem, MAX (1, n));
  g_autofree double *once = g_new0 (double, MAX (1, n));
  g_autofree double *again = g_new0 (double, MAX (1, n));
  const BhBarsSeries series[] = {
    { C_ ("chart", "Tickets that are no repeats"), BH_CHART_ROLE_VALUE, once, NULL, NULL },
    { C_ ("chart", "Repeats"), BH_CHART_ROLE_BAD, again, NULL, NULL },
  };
  BhBarsData data = { .title = title,
                      .subtitle = subtitle,
                      .heading = heading,
                      .empty_text = empty_text,
                      .numbers = BH_CHART_COUNTS,
                      .unit = C_ ("chart", "tickets"),
                      .items = items,
                      .n_items = n,
                      .series = series,
                      .n_series = G_N_ELEMENTS (series),
                      .stacked = TRUE };

  for (guint i = 0; i < n; i++)
    {
      const BhHotLine *line = g_ptr_array_index (ranking->lines, i);

      items[i].label = line->name;
      items[i].value_text = bh_hot_chart_dup_value (line->count, line->repeats, ranking->total);
      items[i].filter = bh_hot_line_dup_filter (line, ranking->base, NULL);
      items[i].brush = bh_hot_line_dup_brush (line);
      g_ptr_array_add (texts, (gpointer) items[i].value_text);
      g_ptr_array_add (texts, (gpointer) items[i].filter);
      g_ptr_array_add (texts, (gpointer) items[i].brush);
      once[i] = (double) (line->count - line->repeats);
      again[i] = (double) line->repeats;
    }

  return bh_bars_chart_new (&data);
}

static BhPlaceKind
get_place_kind (const char *variant)
{
  if (g_strcmp0 (variant, "area") == 0)
    return BH_PLACE_AREA;

  return g_strcmp0 (variant, "room") == 0 ? BH_PLACE_ROOM : BH_PLACE_BUILDING;
}

BhChart *
bh_hot_chart_make_places (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  BhPlaceKind kind = get_place_kind (question->variant);
  const char *heading = kind == BH_PLACE_AREA   ? C_ ("chart", "Public area")
                        : kind == BH_PLACE_ROOM ? C_ ("chart", "Room")
                                                : C_ ("chart", "Building");
  g_autoptr (BhHotRanking) ranking = bh_hot_ranking_compute (
      insight, kind, MOST_PLACES, &question->period, question->filter, error);

  if (ranking == NULL)
    return NULL;

  return make_ranking_chart (ranking, bh_insight_get_office (insight),
                             C_ ("chart", "Places with the most tickets"), heading,
                             _ ("No tickets about such places were received in this period."));
}

BhChart *
bh_hot_chart_make_equipment (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_autoptr (BhHotRanking) ranking = bh_hot_ranking_compute (
      insight, BH_PLACE_EQUIPMENT, MOST_PLACES, &question->period, question->filter, error);

  if (ranking == NULL)
    return NULL;

  return make_ranking_chart (
      ranking, bh_insight_get_office (insight), C_ ("chart", "Equipment with the most tickets"),
      C_ ("chart", "Equipment"), _ ("No tickets about equipment were received in this period."));
}
