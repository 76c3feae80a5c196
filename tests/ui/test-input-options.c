/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"
#include "ui/common/bh-input-options.h"
#include "ui/common/bh-picker.h"

#include <string.h>

static void
assert_time (const char *typed, const char *expected)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autofree char *text
      = bh_input_complete_time (typed, bh_office_get_time (office), BH_TEST_START);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_times (void)
{
  assert_time ("18:00", "2026-03-02 18:00");
  assert_time (" 9:05 ", "2026-03-02 09:05");
  assert_time ("11-03", "2026-11-03");
  assert_time ("11-3 9:00", "2026-11-03 09:00");
  /* Whatever is whole, or no time at all, is left for the reader of times to judge. */
  assert_time ("2026-11-03 16:40", "2026-11-03 16:40");
  assert_time ("2026-11-03", "2026-11-03");
  assert_time ("18:00x", "18:00x");
  assert_time ("11-03x", "11-03x");
  assert_time ("tomorrow", "tomorrow");
}

static char *
join_values (BhInputType type, gint64 department_id)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (GPtrArray) options
      = bh_input_options_list (type, office, department_id, BH_TEST_START);
  g_autoptr (GString) out = g_string_new (NULL);

  if (options == NULL)
    return NULL;
  for (guint i = 0; i < options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (options, i);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", option->value);
    }

  return g_strdup (out->str);
}

static void
test_lists (void)
{
  g_autofree char *departments = join_values (BH_INPUT_DEPARTMENT, 0);
  g_autofree char *workers = join_values (BH_INPUT_STAFF, BH_TEST_ENGINEERING);
  g_autofree char *causes = join_values (BH_INPUT_CAUSE, 0);

  g_assert_cmpstr (departments, ==, "保洁部 工程部 客服部");
  g_assert_cmpstr (workers, ==, "李强");
  g_assert_cmpstr (causes, ==, "老化");
  g_assert_null (join_values (BH_INPUT_LINE, 0));
  g_assert_null (join_values (BH_INPUT_PLACE, 0));
}

/* One top category after another, each with its leaves, though a leaf's name comes before. */
static void
test_categories (void)
{
  const char *expected[] = { "电梯故障", "换灯泡", "水管漏水", "维修服务/灯", "维修服务/漏水" };
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (BhCategory) repair = bh_category_new (902, "", "维修服务", FALSE, 0, 0, BH_GRADE_NONE);
  g_autoptr (BhCategory) leak = bh_category_new (903, "", "漏水", FALSE, 902, 0, BH_GRADE_NONE);
  g_autoptr (BhCategory) light = bh_category_new (904, "", "灯", FALSE, 902, 0, BH_GRADE_NONE);
  g_autoptr (GPtrArray) options = NULL;

  bh_office_add (office, BH_ENTRY (repair));
  bh_office_add (office, BH_ENTRY (leak));
  bh_office_add (office, BH_ENTRY (light));
  options = bh_input_options_list (BH_INPUT_CATEGORY, office, 0, BH_TEST_START);
  g_assert_cmpuint (options->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < options->len; i++)
    g_assert_cmpstr (((BhPickerOption *) options->pdata[i])->value, ==, expected[i]);
}

/* Every time that is offered can be read, and stands for what its words say. */
static void
test_offered_times (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (GPtrArray) options = bh_input_options_list (BH_INPUT_TIME, office, 0, BH_TEST_START);

  for (guint i = 0; i < options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (options, i);

      g_assert_cmpint (bh_office_time_parse (bh_office_get_time (office), option->value, NULL), >,
                       0);
      if (g_str_equal (option->label, "Tomorrow 12:00"))
        g_assert_cmpstr (option->value, ==, "2026-03-03 12:00");
      if (g_str_equal (option->label, "Yesterday 20:00"))
        g_assert_cmpstr (option->value, ==, "2026-03-01 20:00");
    }
}

static void
test_matching (void)
{
  BhPickerOption *option = bh_picker_option_new ("1", "工程维修部", "Engineering");

  g_assert_true (bh_picker_option_matches (option, ""));
  g_assert_true (bh_picker_option_matches (option, "维修"));
  g_assert_true (bh_picker_option_matches (option, "gcwx"));
  g_assert_true (bh_picker_option_matches (option, "WX"));
  g_assert_true (bh_picker_option_matches (option, "engin"));
  g_assert_false (bh_picker_option_matches (option, "保洁"));
  g_assert_false (bh_picker_option_matches (option, "bj"));
  bh_picker_option_free (option);
}

/* @key: of an input; joined by commas. */
static char *
join_times (const char *key, gint64 now)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (GPtrArray) options = bh_input_options_list_times (key, office, now);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "",
                            ((BhPickerOption *) g_ptr_array_index (options, i))->value);

  return g_strdup (out->str);
}

/* A ticket that waits goes on in the morning; the test begins on a Monday. */
static void
test_until (void)
{
  g_autofree char *monday = join_times ("until", BH_TEST_START);
  g_autofree char *sunday = join_times ("until", BH_TEST_START + 6 * 86400 * BH_USEC_PER_SEC);
  g_autofree char *due = join_times ("due", BH_TEST_START);
  g_autofree char *received = join_times ("received", BH_TEST_START);

  g_assert_cmpstr (monday, ==,
                   "2026-03-03 08:30,2026-03-05 08:30,2026-03-09 08:30,2026-03-09 08:30");
  g_assert_true (g_str_has_prefix (sunday, "2026-03-09 08:30,2026-03-11 08:30,2026-03-09 08:30"));
  g_assert_null (strstr (due, "2026-03-01"));
  g_assert_null (strstr (received, "2026-03-03"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/input-options/until", test_until);
  g_test_add_func ("/input-options/times", test_times);
  g_test_add_func ("/input-options/lists", test_lists);
  g_test_add_func ("/input-options/categories", test_categories);
  g_test_add_func ("/input-options/offered-times", test_offered_times);
  g_test_add_func ("/input-options/matching", test_matching);

  return g_test_run ();
}
