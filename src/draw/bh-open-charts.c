/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-open-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-band-chart.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-column-layer.h"
#include "insight/bh-open-ages.h"

#define WAITS "waits"

const BhChartVariant bh_open_age_variants[] = {
  { "grade", NC_ ("chart", "By grade") },
  { WAITS, NC_ ("chart", "By what they wait for") },
  { NULL, NULL },
};

static const char *const age_names[BH_N_AGES] = {
  NC_ ("age", "Up to 1 d"), NC_ ("age", "1–3 d"),   NC_ ("age", "3–7 d"),
  NC_ ("age", "7–15 d"),    NC_ ("age", "15–30 d"), NC_ ("age", "Over 30 d"),
};

/* One of the parts that a column is made of. */
static const char *
get_part_name (gboolean waits, int part)
{
  if (!waits)
    return part != BH_GRADE_NONE ? bh_list_get_label (BH_LIST_GRADE, part)
                                 : C_ ("chart", "No grade");
  if (part == BH_WAIT_SUSPENDED)
    return C_ ("chart", "Suspended");

  return part != BH_WAIT_UNKNOWN ? bh_list_get_label (BH_LIST_STAGE, part)
                                 : C_ ("chart", "Not known");
}

static gint64
count_part (const BhOpenAges *ages, gboolean waits, int age, int part)
{
  return waits ? bh_open_ages_sum (ages, age, BH_OPEN_ANY, part)
               : bh_open_ages_sum (ages, age, part, BH_OPEN_ANY);
}

static void
add_age (BhBandChart *chart,
         BhChartLayer *layer,
         const BhOpenAges *ages,
         gboolean waits,
         int age,
         const char *filter)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "age", age_names[age]);
  gint64 count = bh_open_ages_sum (ages, age, BH_OPEN_ANY, BH_OPEN_ANY);
  gint64 all = bh_open_ages_sum (ages, BH_OPEN_ANY, BH_OPEN_ANY, BH_OPEN_ANY);
  g_autofree char *number = bh_chart_dup_count (count);
  g_autofree char *tickets = bh_chart_dup_tickets (count);
  g_autofree char *share = bh_chart_dup_share (count, all);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, C_ ("chart", "%s (%s)"), tickets, share);
  for (int part = 0; part < (waits ? BH_N_WAITS : BH_N_OPEN_GRADES); part++)
    {
      g_autofree char *some = bh_chart_dup_count (count_part (ages, waits, age, part));

      if (count_part (ages, waits, age, part) == 0)
        continue;
      g_string_append_c (text, '\n');
      g_string_append_printf (text, C_ ("chart", "%s: %s"), get_part_name (waits, part), some);
    }
  bh_band_chart_add_mark (chart, name, name, NULL, text->str, filter);
  bh_chart_layer_add (layer, (double) count, 0, number);
}

static gboolean
is_used (const BhOpenAges *ages, gboolean waits, int part)
{
  return count_part (ages, waits, BH_OPEN_ANY, part) > 0;
}

static BhChartTable *
make_table (const BhOpenAges *ages, gboolean waits, const char *title)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  int n_parts = waits ? BH_N_WAITS : BH_N_OPEN_GRADES;
  BhChartTable *table;

  g_ptr_array_add (headings, (gpointer) C_ ("chart", "Age"));
  g_ptr_array_add (headings, (gpointer) C_ ("chart", "Tickets"));
  for (int part = 0; part < n_parts; part++)
    if (is_used (ages, waits, part))
      g_ptr_array_add (headings, (gpointer) get_part_name (waits, part));
  g_ptr_array_add (headings, NULL);
  table = bh_chart_table_new (title, (const char *const *) headings->pdata);
  for (int age = 0; age < BH_N_AGES; age++)
    {
      g_autoptr (GPtrArray) row = g_ptr_array_new ();

      g_ptr_array_add (row, g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "age", age_names[age])));
      g_ptr_array_add (row,
                       bh_chart_dup_count (bh_open_ages_sum (ages, age, BH_OPEN_ANY, BH_OPEN_ANY)));
      for (int part = 0; part < n_parts; part++)
        if (is_used (ages, waits, part))
          g_ptr_array_add (row, bh_chart_dup_count (count_part (ages, waits, age, part)));
      g_ptr_array_add (row, NULL);
      g_ptr_array_add (table->rows, g_ptr_array_free (g_steal_pointer (&row), FALSE));
    }

  return table;
}

BhChart *
bh_open_age_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  gboolean waits = bh_chart_question_has_variant (question, WAITS);
  g_autoptr (BhOpenAges) ages
      = bh_open_ages_compute (insight, &question->period, question->filter, error);
  g_autofree char *subtitle = NULL;
  BhBandChart *chart;
  BhChartLayer *layer;

  if (ages == NULL)
    return NULL;

  subtitle = bh_chart_question_dup_subtitle (question, insight);
  chart = bh_band_chart_new (C_ ("chart", "Age of the open tickets"), subtitle, BH_CHART_TICKS_NAMES);
  bh_band_chart_set_axis (chart, BH_CHART_SIDE_START, BH_CHART_COUNTS, C_ ("chart", "tickets"));
  bh_chart_set_empty_text (BH_CHART (chart), _ ("No ticket is open at the end of this period."));
  layer = bh_column_layer_new (C_ ("chart", "Tickets"), BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  bh_band_chart_add_layer (chart, layer);
  if (bh_open_ages_sum (ages, BH_OPEN_ANY, BH_OPEN_ANY, BH_OPEN_ANY) > 0)
    for (int age = 0; age < BH_N_AGES; age++)
      {
        g_autofree char *filter = bh_chart_take_filter_text (
            bh_open_ages_filter (ages, insight, question->filter, age, BH_OPEN_ANY, BH_OPEN_ANY));

        add_age (chart, layer, ages, waits, age, filter);
      }
  bh_chart_take_table (BH_CHART (chart),
                       make_table (ages, waits, bh_chart_get_title (BH_CHART (chart))));

  return BH_CHART (chart);
}
