/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-pareto-chart.h"

#include <string.h>

static void
free_item (gpointer data)
{
  BhParetoItem *item = data;

  g_free (item->key);
  g_free (item->name);
  g_free (item->filter);
  g_free (item);
}

/* @n categories of n, n - 1, … 1 tickets in October 2026. */
static BhPareto *
make_pareto (BhOffice *office, guint n)
{
  BhPareto *pareto = g_new0 (BhPareto, 1);
  double cumulated = 0;

  pareto->scope = g_strdup ("kind:complaint");
  pareto->total = (gint64) n * (n + 1) / 2;
  pareto->items = g_ptr_array_new_with_free_func (free_item);
  g_assert_true (bh_office_time_get_month (bh_office_get_time (office), 202610, &pareto->period));
  g_assert_true (bh_office_time_get_month (bh_office_get_time (office), 202609, &pareto->before));
  for (guint i = 0; i < n; i++)
    {
      BhParetoItem *item = g_new0 (BhParetoItem, 1);

      item->category_id = i + 1;
      item->key = g_strdup_printf ("C%u", i);
      item->name = g_strdup_printf ("Name %u", i);
      item->count = n - i;
      item->share = (double) item->count / (double) pareto->total;
      cumulated += item->share;
      item->cumulated = cumulated;
      item->previous = i;
      item->filter = g_strdup_printf ("kind:complaint category:%s received:2026-10", item->key);
      g_ptr_array_add (pareto->items, item);
    }

  return pareto;
}

static BhOffice *
make_office (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { .name = (char *) "Office" };

  return bh_office_new (time, &settings);
}

static void
test_columns (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPareto) pareto = make_pareto (office, 4);
  g_autoptr (BhChart) chart = bh_pareto_chart_new (pareto, office);
  const BhChartTable *table = bh_chart_get_table (chart);
  char **row = g_ptr_array_index (table->rows, 1);

  g_assert_cmpstr (bh_chart_get_subtitle (chart), ==, "Complaint · Oct 2026 · 10 tickets");
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 4);
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->label, ==, "Name 1");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->brush, ==, "category:C1");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->value_text, ==,
                   "3 tickets (30.0%)\nCumulated share: 70.0%\nPeriod before: 1");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->filter, ==,
                   "kind:complaint category:C1 received:2026-10");
  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpstr (row[0], ==, "Name 1");
  g_assert_cmpstr (row[1], ==, "3");
  g_assert_cmpstr (row[2], ==, "30.0%");
  g_assert_cmpstr (row[3], ==, "70.0%");
  g_assert_cmpstr (row[4], ==, "1");
}

/* What is beyond the columns stands in the last one: their sum, and the filter of all of them. */
static void
test_rest (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPareto) pareto = make_pareto (office, 60);
  g_autoptr (BhChart) chart = bh_pareto_chart_new_with_columns (pareto, office, 16);
  const BhChartMark *rest = bh_chart_get_mark (chart, 15);
  g_autoptr (BhTicketFilter) filter = NULL;
  const char *const *categories;

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 16);
  g_assert_cmpstr (rest->label, ==, "45 others");
  /* 45 + 44 + … + 1 of 60 + 59 + … + 1 */
  g_assert_true (g_str_has_prefix (rest->value_text, "1,035 tickets (56.6%)"));
  g_assert_nonnull (strstr (rest->value_text, "Cumulated share: 100.0%"));
  filter = bh_ticket_filter_parse (rest->filter, NULL);
  g_assert_nonnull (filter);
  categories = bh_ticket_filter_get (filter, BH_FILTER_CATEGORY);
  g_assert_cmpuint (g_strv_length ((char **) categories), ==, 45);
  g_assert_true (g_strv_contains (categories, "C15"));
  g_assert_true (g_strv_contains (categories, "C59"));
  g_assert_false (g_strv_contains (categories, "C14"));
  g_assert_nonnull (bh_ticket_filter_get (filter, BH_FILTER_RECEIVED));
  /* Each stays in the table. */
  g_assert_cmpuint (bh_chart_get_table (chart)->rows->len, ==, 60);
}

static void
test_rest_without_filter (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPareto) pareto = make_pareto (office, 6);
  g_autoptr (BhChart) chart = NULL;

  g_clear_pointer (&((BhParetoItem *) g_ptr_array_index (pareto->items, 5))->filter, g_free);
  chart = bh_pareto_chart_new_with_columns (pareto, office, 4);
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 4);
  g_assert_null (bh_chart_get_mark (chart, 3)->filter);
  g_assert_null (bh_chart_get_mark (chart, 3)->brush);
  g_assert_nonnull (bh_chart_get_mark (chart, 2)->filter);
}

/* As many as there is room for: none is put away. */
static void
test_just_fits (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPareto) pareto = make_pareto (office, 16);
  g_autoptr (BhChart) chart = bh_pareto_chart_new_with_columns (pareto, office, 16);

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 16);
  g_assert_cmpstr (bh_chart_get_mark (chart, 15)->label, ==, "Name 15");
}

static void
test_nothing (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPareto) pareto = make_pareto (office, 0);
  g_autoptr (BhChart) chart = bh_pareto_chart_new (pareto, office);

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 0);
  g_assert_cmpuint (bh_chart_get_table (chart)->rows->len, ==, 0);
}

static void
test_count_columns (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  guint usual = bh_pareto_chart_count_columns (900, style);

  g_assert_cmpuint (usual, >=, 16);
  g_assert_cmpuint (bh_pareto_chart_count_columns (1800, style), >, usual);
  g_assert_cmpuint (bh_pareto_chart_count_columns (1, style), >=, 2);
  style->text_scale = 2;
  g_assert_cmpuint (bh_pareto_chart_count_columns (900, style), <, usual);
}

/* At another width the same values stand in another number of columns. */
static void
test_fit (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPareto) pareto = make_pareto (office, 60);
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (BhChart) chart = bh_pareto_chart_new (pareto, office);
  g_autoptr (BhChart) narrow = NULL;
  g_autoptr (BhChart) wide = NULL;
  g_autoptr (BhChart) again = NULL;
  guint n;

  /* What it was made from may be gone. */
  g_ptr_array_set_size (pareto->items, 0);
  n = bh_chart_count_fitting (chart, 400, style);
  narrow = bh_chart_fit (chart, 400, style);
  g_assert_cmpuint (n, <, 16);
  g_assert_cmpuint (bh_chart_get_n_marks (narrow), ==, n);
  g_assert_cmpstr (bh_chart_get_mark (narrow, 0)->label, ==, "Name 0");
  g_assert_cmpstr (bh_chart_get_subtitle (narrow), ==, bh_chart_get_subtitle (chart));
  g_assert_cmpuint (bh_chart_get_table (narrow)->rows->len, ==, 60);

  wide = bh_chart_fit (chart, 1200, style);
  g_assert_cmpuint (bh_chart_get_n_marks (wide), >, 16);
  /* It is made for its width. */
  again = bh_chart_fit (wide, 400, style);
  g_assert_true (again == wide);
}

static void
test_fit_few (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPareto) pareto = make_pareto (office, 3);
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (BhChart) chart = bh_pareto_chart_new (pareto, office);
  g_autoptr (BhChart) fitting = bh_chart_fit (chart, 300, style);

  g_assert_true (fitting == chart);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pareto-chart/columns", test_columns);
  g_test_add_func ("/pareto-chart/rest", test_rest);
  g_test_add_func ("/pareto-chart/rest-without-filter", test_rest_without_filter);
  g_test_add_func ("/pareto-chart/just-fits", test_just_fits);
  g_test_add_func ("/pareto-chart/nothing", test_nothing);
  g_test_add_func ("/pareto-chart/fit", test_fit);
  g_test_add_func ("/pareto-chart/fit-few", test_fit_few);
  g_test_add_func ("/pareto-chart/count-columns", test_count_columns);

  return g_test_run ();
}
