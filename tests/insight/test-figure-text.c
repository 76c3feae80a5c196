/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-registry.h"
#include "insight/bh-figure-text.h"

static const BhFigureInfo *
get (const char *key)
{
  BhFigureId id;

  g_assert_true (bh_figure_find (key, &id));

  return bh_figure_get_info (id);
}

static BhFigureValue
make_count (gint64 count)
{
  return (BhFigureValue){ .has_value = TRUE, .count = count, .value = (double) count };
}

static BhFigureValue
make_share (double numerator, double denominator)
{
  return (BhFigureValue){ .has_value = denominator > 0,
                          .numerator = numerator,
                          .denominator = denominator,
                          .value = denominator > 0 ? numerator / denominator : 0 };
}

static BhFigureValue
make_spread (gint64 count, double mean)
{
  return (BhFigureValue){ .has_value = count > 0, .count = count, .mean = mean, .median = 99 };
}

static void
assert_text (const char *key, BhFigureValue value, const char *expected)
{
  g_autofree char *text = bh_figure_format (get (key), &value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_find (void)
{
  BhFigureId id;
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (bh_figure_find (infos[i].key, &id));
      g_assert_cmpuint (id, ==, i);
      g_assert_true (bh_figure_get_info (id) == &infos[i]);
      g_assert_cmpstr (bh_figure_get_name (&infos[i]), !=, "");
      g_assert_cmpstr (bh_figure_get_definition (&infos[i]), !=, "");
    }
  g_assert_false (bh_figure_find ("spoons", &id));
  g_assert_false (bh_figure_find (NULL, &id));
}

static void
test_numbers (void)
{
  BhFigureValue count = make_count (12), share = make_share (3, 4), spread = make_spread (2, 1.5);
  BhFigureValue none = make_share (0, 0);

  g_assert_cmpfloat (bh_figure_value_get_number (get ("received"), &count), ==, 12);
  g_assert_cmpfloat (bh_figure_value_get_number (get ("repeat_share"), &share), ==, 0.75);
  g_assert_cmpfloat (bh_figure_value_get_number (get ("handling_days"), &spread), ==, 1.5);
  g_assert_cmpfloat (bh_figure_value_get_number (get ("repeat_share"), &none), ==, 0);
}

static void
test_counts (void)
{
  assert_text ("received", make_count (0), "0");
  assert_text ("received", make_count (999), "999");
  assert_text ("received", make_count (1284), "1,284");
  assert_text ("received", make_count (1000000), "1,000,000");
}

/* All and none are only what is all and none. */
static void
test_shares (void)
{
  assert_text ("satisfaction", make_share (163, 200), "81.5%");
  assert_text ("satisfaction", make_share (7, 7), "100.0%");
  assert_text ("satisfaction", make_share (0, 7), "0.0%");
  assert_text ("satisfaction", make_share (9999, 10000), "> 99.9%");
  assert_text ("satisfaction", make_share (1, 10000), "< 0.1%");
  assert_text ("satisfaction", make_share (0, 0), "–");
}

static void
test_spreads (void)
{
  assert_text ("handling_days", make_spread (5, 3.24), "3.2 d");
  assert_text ("response_hours", make_spread (5, 0.041), "0.04 h");
  assert_text ("response_hours", make_spread (5, 0), "0.0 h");
  assert_text ("handling_days", make_spread (5, 1234.5), "1,234.5 d");
  assert_text ("handling_days", make_spread (0, 0), "–");
}

static void
test_basis (void)
{
  BhFigureValue values[] = { make_share (815, 1000), make_spread (1000, 2), make_spread (1, 2),
                             make_count (5), make_share (0, 0) };
  static const struct
  {
    const char *key;
    const char *text;
  } expected[] = { { "satisfaction", "815 of 1,000" },
                   { "handling_days", "1,000 tickets" },
                   { "handling_days", "1 ticket" },
                   { "received", "" },
                   { "satisfaction", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = bh_figure_format_basis (get (expected[i].key), &values[i]);

      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

static void
assert_change (const char *key, BhFigureValue now, BhFigureValue before, const char *expected)
{
  g_autofree char *text = bh_figure_format_change (get (key), &now, &before);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_changes (void)
{
  assert_change ("received", make_count (112), make_count (100), "+12.0%");
  assert_change ("received", make_count (88), make_count (100), "−12.0%");
  assert_change ("received", make_count (100), make_count (100), "±0.0%");
  assert_change ("received", make_count (5), make_count (0), "–");
  assert_change ("received", make_count (3000), make_count (100), "+2,900.0%");
  assert_change ("satisfaction", make_share (80, 100), make_share (75, 100), "+5.0 points");
  assert_change ("satisfaction", make_share (1, 2), make_share (0, 2), "+50.0 points");
  assert_change ("satisfaction", make_share (1, 2), make_share (0, 0), "–");
  assert_change ("satisfaction", make_share (0, 0), make_share (1, 2), "–");
  assert_change ("handling_days", make_spread (3, 3), make_spread (9, 4), "−25.0%");
  /* What rounds to nothing has no sign of its own. */
  assert_change ("received", make_count (99999), make_count (100000), "±0.0%");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-text/find", test_find);
  g_test_add_func ("/figure-text/numbers", test_numbers);
  g_test_add_func ("/figure-text/counts", test_counts);
  g_test_add_func ("/figure-text/shares", test_shares);
  g_test_add_func ("/figure-text/spreads", test_spreads);
  g_test_add_func ("/figure-text/basis", test_basis);
  g_test_add_func ("/figure-text/changes", test_changes);

  return g_test_run ();
}
