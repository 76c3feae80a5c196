/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-targets.h"

static BhOffice *
make_office (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { (char *) "阳光花园", 300, 90, 30 };

  return bh_office_new (time, &settings);
}

static void
add (BhOffice *office,
     gint64 id,
     const char *figure,
     const char *filter,
     int year,
     BhTargetForm form,
     gboolean retired)
{
  g_autoptr (BhTarget) target = bh_target_new (id, figure, filter, year, form, 0.5, retired);

  bh_office_add (office, BH_ENTRY (target));
}

static gint64
find (BhOffice *office, const char *figure, const char *filter, int year)
{
  BhTarget *target = bh_office_find_target (office, figure, filter, year);

  return target != NULL ? bh_entry_get_id (BH_ENTRY (target)) : 0;
}

/* The ids in force in @year. */
static char *
list (BhOffice *office, int year)
{
  g_autoptr (GPtrArray) targets = bh_office_list_targets (office, year);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "",
                            (int) bh_entry_get_id (g_ptr_array_index (targets, i)));

  return g_string_free (ids, FALSE);
}

static void
assert_list (BhOffice *office, int year, const char *expected)
{
  g_autofree char *ids = list (office, year);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_new (void)
{
  g_autoptr (BhTarget) target
      = bh_target_new (7, "handling_days", NULL, 2026, BH_TARGET_VALUE, 3, TRUE);

  g_assert_cmpint (bh_entry_get_id (BH_ENTRY (target)), ==, 7);
  g_assert_cmpstr (bh_entry_get_code (BH_ENTRY (target)), ==, "handling_days");
  g_assert_true (bh_entry_is_retired (BH_ENTRY (target)));
  g_assert_cmpstr (target->figure, ==, "handling_days");
  g_assert_cmpstr (target->filter, ==, "");
  g_assert_cmpint (target->year, ==, 2026);
  g_assert_cmpint (target->form, ==, BH_TARGET_VALUE);
  g_assert_cmpfloat (target->value, ==, 3);
  g_assert_false (target->has_baseline);
  g_assert_cmpint (target->base_year, ==, 0);
}

/* The year counts, then whether it is retired, then what is newer. */
static void
test_in_force (void)
{
  g_autoptr (BhOffice) office = make_office ();

  add (office, 1, "handling_days", "kind:repair", 2026, BH_TARGET_VALUE, FALSE);
  add (office, 2, "handling_days", "kind:repair", 2028, BH_TARGET_CHANGE, FALSE);
  add (office, 3, "handling_days", "kind:repair", 2027, BH_TARGET_VALUE, TRUE);
  add (office, 4, "handling_days", "", 2026, BH_TARGET_VALUE, FALSE);
  add (office, 5, "received", "kind:repair", 2026, BH_TARGET_VALUE, FALSE);

  g_assert_cmpint (find (office, "handling_days", "kind:repair", 2025), ==, 0);
  g_assert_cmpint (find (office, "handling_days", "kind:repair", 2026), ==, 1);
  g_assert_cmpint (find (office, "handling_days", "kind:repair", 2027), ==, 1);
  g_assert_cmpint (find (office, "handling_days", "kind:repair", 2028), ==, 2);
  g_assert_cmpint (find (office, "handling_days", "kind:repair", 2100), ==, 2);
  g_assert_cmpint (find (office, "handling_days", NULL, 2026), ==, 4);
  g_assert_cmpint (find (office, "received", "", 2026), ==, 0);
  assert_list (office, 2025, "");
  assert_list (office, 2026, "1 4 5");
  assert_list (office, 2028, "2 4 5");

  add (office, 6, "handling_days", "kind:repair", 2026, BH_TARGET_VALUE, FALSE);
  g_assert_cmpint (find (office, "handling_days", "kind:repair", 2026), ==, 6);
  assert_list (office, 2026, "4 5 6");
}

/* An alarm stands beside what is to be reached and is replaced by alarms alone. */
static void
test_alarm (void)
{
  g_autoptr (BhOffice) office = make_office ();

  add (office, 1, "signoff_share", "", 2027, BH_TARGET_ALARM, FALSE);
  g_assert_cmpint (find (office, "signoff_share", "", 2027), ==, 1);
  add (office, 2, "signoff_share", "", 2026, BH_TARGET_VALUE, FALSE);
  g_assert_cmpint (find (office, "signoff_share", "", 2027), ==, 2);
  assert_list (office, 2026, "2");
  assert_list (office, 2027, "1 2");
  add (office, 3, "signoff_share", "", 2027, BH_TARGET_CHANGE, FALSE);
  assert_list (office, 2027, "1 3");
}

/* An entry like the others, in order of id whatever the order of coming. */
static void
test_entries (void)
{
  g_autoptr (BhOffice) office = make_office ();
  GPtrArray *all;

  add (office, 30, "received", "", 2026, BH_TARGET_VALUE, FALSE);
  add (office, 4, "satisfaction", "", 2026, BH_TARGET_VALUE, TRUE);
  all = bh_office_list (office, BH_TYPE_TARGET);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (bh_entry_get_id (g_ptr_array_index (all, 0)), ==, 4);
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_TARGET, 30), ==, "received");
  g_assert_true (bh_office_get (office, BH_TYPE_TARGET, 4) == g_ptr_array_index (all, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/target/new", test_new);
  g_test_add_func ("/target/in-force", test_in_force);
  g_test_add_func ("/target/alarm", test_alarm);
  g_test_add_func ("/target/entries", test_entries);

  return g_test_run ();
}
