/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"
#include "ui/tickets/bh-filter-options.h"

static BhFilterOption *
find (GPtrArray *options, const char *value)
{
  for (guint i = 0; i < options->len; i++)
    {
      BhFilterOption *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->value, value))
        return option;
    }

  g_assert_not_reached ();
}

static void
assert_toggled (
    GPtrArray *options, const char *before, const char *value, gboolean on, const char *expected)
{
  g_auto (GStrv) values = *before != '\0' ? g_strsplit (before, ",", -1) : NULL;
  g_auto (GStrv) after
      = bh_filter_options_toggle (options, (const char *const *) values, find (options, value), on);
  g_autofree char *text = g_strjoinv (",", after);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_status (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (GPtrArray) options = bh_filter_options_list (BH_FILTER_STATUS, office, BH_TEST_START);

  assert_toggled (options, "", "registered", TRUE, "registered");
  assert_toggled (options, "registered", "closed", TRUE, "registered,closed");
  assert_toggled (options, "registered,closed", "registered", FALSE, "closed");
  /* "All open" stands alone, and gives way to a single status. */
  assert_toggled (options, "registered,closed", "open", TRUE, "open");
  assert_toggled (options, "open", "planned", TRUE, "planned");
  assert_toggled (options, "open", "open", FALSE, "");
}

static void
assert_label (GPtrArray *options, const char *values, const char *expected)
{
  g_auto (GStrv) list = values != NULL ? g_strsplit (values, ",", -1) : NULL;
  g_autofree char *label = bh_filter_options_dup_label (options, (const char *const *) list);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (GPtrArray) options = bh_filter_options_list (BH_FILTER_GRADE, office, BH_TEST_START);

  assert_label (options, NULL, NULL);
  assert_label (options, "urgent", "Urgent");
  assert_label (options, "urgent,general", "2 chosen");
  /* What the menu does not offer is shown as it stands in the filter. */
  assert_label (options, "other", "other");
}

static void
test_entries (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (GPtrArray) departments
      = bh_filter_options_list (BH_FILTER_DEPARTMENT, office, BH_TEST_START);
  g_autoptr (GPtrArray) words = bh_filter_options_list (BH_FILTER_TEXT, office, BH_TEST_START);

  g_assert_cmpstr (find (departments, "工程部")->label, ==, "工程部");
  g_assert_false (find (departments, "工程部")->exclusive);
  g_assert_nonnull (find (departments, "none"));
  g_assert_cmpuint (words->len, ==, 0);
}

/* Monday, 2 March 2026. */
static void
test_periods (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (GPtrArray) options
      = bh_filter_options_list (BH_FILTER_RECEIVED, office, BH_TEST_START);
  const struct
  {
    const char *label;
    const char *value;
  } expected[] = {
    { "Today", "2026-03-02" },
    { "Yesterday", "2026-03-01" },
    { "This week", "2026-03-02..2026-03-09" },
    { "Last 30 days", "2026-02-01..2026-03-03" },
    { "This month", "2026-03" },
    { "Last month", "2026-02" },
    { "This year", "2026-01-01..2027-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *expression = g_strdup_printf ("received:%s", expected[i].value);
      g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (expression, NULL);

      g_assert_nonnull (filter);
      g_assert_cmpstr (find (options, expected[i].value)->label, ==, expected[i].label);
      g_assert_true (find (options, expected[i].value)->exclusive);
    }
}

/* The month before January is December of the year before; the week of a Sunday began on Monday. */
static void
test_periods_at_edges (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  BhOfficeTime *time = bh_office_get_time (office);
  g_autoptr (GPtrArray) january = bh_filter_options_list (
      BH_FILTER_RECEIVED, office, bh_office_time_join (time, 2026, 1, 4, 0, 10, 0));

  g_assert_cmpstr (find (january, "2025-12")->label, ==, "Last month");
  g_assert_cmpstr (find (january, "2025-12-29..2026-01-05")->label, ==, "This week");
  g_assert_cmpstr (find (january, "2026-01-03")->label, ==, "Yesterday");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter-options/status", test_status);
  g_test_add_func ("/filter-options/labels", test_labels);
  g_test_add_func ("/filter-options/entries", test_entries);
  g_test_add_func ("/filter-options/periods", test_periods);
  g_test_add_func ("/filter-options/periods-at-edges", test_periods_at_edges);

  return g_test_run ();
}
