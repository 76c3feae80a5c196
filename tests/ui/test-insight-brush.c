/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-brush.h"

static BhOffice *office;

static void
add (gint64 id, gint64 parent_id, const char *name)
{
  g_autoptr (BhEntry) entry
      = BH_ENTRY (bh_category_new (id, NULL, name, FALSE, parent_id, 0, BH_GRADE_GENERAL));

  bh_office_add (office, entry);
}

static void
assert_joined (const char *filter_text, const char *brush_text, const char *expected)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (filter_text, NULL);
  g_autoptr (BhTicketFilter) brush = bh_ticket_filter_parse (brush_text, NULL);
  g_autoptr (BhTicketFilter) joined = bh_insight_brush_join (filter, brush, office);

  g_assert_cmpstr (bh_ticket_filter_to_text (joined), ==, expected);
}

static void
test_other_fields (void)
{
  assert_joined ("", "grade:urgent", "grade:urgent");
  assert_joined ("kind:complaint", "grade:urgent", "kind:complaint grade:urgent");
}

/* Of two codes and one, the one; of a group and what it means, what it means. */
static void
test_codes (void)
{
  assert_joined ("grade:urgent,general", "grade:general", "grade:general");
  assert_joined ("grade:general", "grade:urgent,general", "grade:general");
  assert_joined ("status:open", "status:registered", "status:registered");
}

/* Of a category and its leaf, the leaf, whichever was selected. */
static void
test_categories (void)
{
  assert_joined ("category:A", "category:A/B", "category:A/B");
  assert_joined ("category:A/B", "category:A", "category:A/B");
  assert_joined ("category:A/B,D", "category:A,E", "category:A/B");
}

int
main (int argc, char *argv[])
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { .name = (char *) "Office" };

  g_test_init (&argc, &argv, NULL);
  office = bh_office_new (time, &settings);
  add (1, 0, "A");
  add (2, 1, "B");
  add (3, 0, "D");
  add (4, 0, "E");
  g_test_add_func ("/insight-brush/other-fields", test_other_fields);
  g_test_add_func ("/insight-brush/codes", test_codes);
  g_test_add_func ("/insight-brush/categories", test_categories);

  return g_test_run ();
}
