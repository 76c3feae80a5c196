/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-clock.h"
#include "ui/common/bh-presentation.h"

#define MINUTE (60 * BH_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define NOW (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC)

static void
test_urgency (void)
{
  const gint64 limit = 3600;

  g_assert_cmpint (bh_present_urgency (NOW, 0, limit), ==, BH_URGENCY_NONE);
  g_assert_cmpint (bh_present_urgency (NOW, NOW + HOUR, limit), ==, BH_URGENCY_CALM);
  g_assert_cmpint (bh_present_urgency (NOW, NOW + 12 * MINUTE + 1, limit), ==, BH_URGENCY_CALM);
  g_assert_cmpint (bh_present_urgency (NOW, NOW + 12 * MINUTE, limit), ==, BH_URGENCY_NEAR);
  g_assert_cmpint (bh_present_urgency (NOW, NOW + 1, limit), ==, BH_URGENCY_NEAR);
  g_assert_cmpint (bh_present_urgency (NOW, NOW, limit), ==, BH_URGENCY_PASSED);
  /* A deadline whose clock is not known is never near. */
  g_assert_cmpint (bh_present_urgency (NOW, NOW + 1, 0), ==, BH_URGENCY_CALM);
  g_assert_cmpint (bh_present_urgency (NOW, NOW - 1, 0), ==, BH_URGENCY_PASSED);
}

static void
assert_duration (gint64 seconds, const char *expected)
{
  g_autofree char *text = bh_present_duration (seconds);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_duration (void)
{
  assert_duration (0, "0:00");
  assert_duration (59, "0:00");
  assert_duration (18 * 60, "0:18");
  assert_duration (23 * 3600 + 59 * 60 + 59, "23:59");
  assert_duration (24 * 3600, "1 d 0 h");
  assert_duration (51 * 3600 + 1800, "2 d 3 h");
}

static void
assert_time_left (gint64 due, const char *expected)
{
  g_autofree char *text = bh_present_time_left (NOW, due);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_time_left (void)
{
  assert_time_left (0, "");
  assert_time_left (NOW + 18 * MINUTE, "0:18");
  assert_time_left (NOW, "late 0:00");
  assert_time_left (NOW - 26 * HOUR, "late 1 d 2 h");
}

/* Every status and grade has its look, and no two grades the same shape. */
static void
test_looks (void)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (BH_LIST_STATUS, &n_items);

  for (guint i = 0; i < n_items; i++)
    g_assert_nonnull (bh_present_status_class ((BhStatus) items[i].value));
  g_assert_cmpstr (bh_present_grade_symbol (BH_GRADE_URGENT), ==, "●");
  g_assert_cmpstr (bh_present_grade_symbol (BH_GRADE_IMPORTANT), ==, "◐");
  g_assert_cmpstr (bh_present_grade_symbol (BH_GRADE_GENERAL), ==, "○");
  g_assert_cmpstr (bh_present_grade_symbol (BH_GRADE_NONE), ==, "");
}

static void
test_signed (void)
{
  g_autofree char *fall = bh_present_signed ("−12.1%");
  g_autofree char *nothing = bh_present_signed ("");

  g_assert_cmpuint (g_utf8_get_char (fall), ==, 0x200e);
  g_assert_true (g_str_has_suffix (fall, "−12.1%"));
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/presentation/signed", test_signed);
  g_test_add_func ("/presentation/urgency", test_urgency);
  g_test_add_func ("/presentation/duration", test_duration);
  g_test_add_func ("/presentation/time-left", test_time_left);
  g_test_add_func ("/presentation/looks", test_looks);

  return g_test_run ();
}
