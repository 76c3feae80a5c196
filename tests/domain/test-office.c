/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office.h"

static BhOffice *
make_office (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { (char *) "阳光花园", 300, 90, 30 };

  return bh_office_new (time, &settings);
}

/* Adds and gives away the caller's reference. */
static void
add (BhOffice *office, gpointer entry)
{
  bh_office_add (office, BH_ENTRY (entry));
  g_object_unref (entry);
}

static void
add_category (BhOffice *office, gint64 id, const char *code, const char *name, gint64 parent_id)
{
  add (office, bh_category_new (id, code, name, FALSE, parent_id, 0, BH_GRADE_NONE));
}

static gint64
find (BhOffice *office, GType type, const char *text)
{
  BhEntry *entry = bh_office_find (office, type, text);

  return entry != NULL ? bh_entry_get_id (entry) : 0;
}

static void
test_settings (void)
{
  g_autoptr (BhOffice) office = make_office ();
  const BhOfficeSettings *settings = bh_office_get_settings (office);

  g_assert_cmpstr (settings->name, ==, "阳光花园");
  g_assert_cmpint (settings->undo_seconds, ==, 300);
  g_assert_cmpint (settings->repeat_days, ==, 90);
  g_assert_cmpint (settings->reopen_days, ==, 30);
  g_assert_cmpstr (bh_office_time_get_zone (bh_office_get_time (office)), ==, "Asia/Shanghai");
}

static void
assert_order (BhOffice *office, GType type, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *entries = bh_office_list (office, type);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            bh_entry_get_name (g_ptr_array_index (entries, i)));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (BhOffice) office = make_office ();

  add (office, bh_department_new (1, "", "秩序部", FALSE));
  add (office, bh_department_new (2, "", "保洁部", TRUE));
  add (office, bh_department_new (3, "", "客服部", FALSE));
  add (office, bh_department_new (4, "", "工程部", FALSE));
  add (office, bh_channel_new (12, "b", "热线", FALSE, TRUE));
  add (office, bh_channel_new (9, "a", "现场", FALSE, TRUE));
  add (office, bh_channel_new (30, "c", "邮件", FALSE, FALSE));
  add (office, bh_place_new (5, BH_PLACE_COMMUNITY, "10期", 0, 5, "10期"));
  add (office, bh_place_new (6, BH_PLACE_COMMUNITY, "2期", 0, 6, "2期"));

  assert_order (office, BH_TYPE_DEPARTMENT, "保洁部 工程部 客服部 秩序部");
  assert_order (office, BH_TYPE_CHANNEL, "现场 热线 邮件");
  assert_order (office, BH_TYPE_PLACE, "2期 10期");
  assert_order (office, BH_TYPE_CAUSE, "");
}

static void
test_get (void)
{
  g_autoptr (BhOffice) office = make_office ();

  add (office, bh_cause_new (1, "wear", "老化", FALSE));
  add (office, bh_department_new (1, "eng", "工程部", FALSE));

  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_CAUSE, 1), ==, "老化");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_DEPARTMENT, 1), ==, "工程部");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_DEPARTMENT, 0), ==, "");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_DEPARTMENT, 2), ==, "");
  g_assert_true (BH_IS_CAUSE (bh_office_get (office, BH_TYPE_CAUSE, 1)));
  g_assert_null (bh_office_get (office, BH_TYPE_STAFF, 1));
}

static void
test_find (void)
{
  g_autoptr (BhOffice) office = make_office ();

  add (office, bh_department_new (1, "eng", "Engineering", TRUE));
  add (office, bh_department_new (2, "engineering", "Works", FALSE));
  add (office, bh_department_new (3, "x", "Works", FALSE));
  add (office, bh_department_new (4, "works", "Y", TRUE));
  add (office, bh_staff_new (5, "李强", FALSE, 1, BH_ROLE_WORKER, NULL));

  g_assert_cmpint (find (office, BH_TYPE_DEPARTMENT, "ENG"), ==, 1);
  g_assert_cmpint (find (office, BH_TYPE_DEPARTMENT, "Engineering"), ==, 2);
  g_assert_cmpint (find (office, BH_TYPE_DEPARTMENT, "works"), ==, 2);
  g_assert_cmpint (find (office, BH_TYPE_DEPARTMENT, "y"), ==, 4);
  g_assert_cmpint (find (office, BH_TYPE_DEPARTMENT, "李强"), ==, 0);
  g_assert_cmpint (find (office, BH_TYPE_STAFF, "李强"), ==, 5);
  g_assert_cmpint (find (office, BH_TYPE_STAFF, ""), ==, 0);
}

/* A code wins over a name whatever came first. */
static void
test_find_code_first (void)
{
  g_autoptr (BhOffice) office = make_office ();

  add (office, bh_cause_new (1, "a", "wear", FALSE));
  add (office, bh_cause_new (2, "wear", "b", FALSE));
  add (office, bh_cause_new (3, "c", "wear", FALSE));

  g_assert_cmpint (find (office, BH_TYPE_CAUSE, "wear"), ==, 2);
}

static void
test_categories (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autofree char *leaf = NULL;
  g_autofree char *top = NULL;
  g_autofree char *none = NULL;

  /* a leaf may be added before its top */
  add_category (office, 3, "", "其他", 1);
  add_category (office, 1, "repair", "维修服务", 0);
  add_category (office, 2, "fees", "费用透明", 0);
  add_category (office, 4, "", "其他", 2);
  add_category (office, 5, "leak", "漏水", 1);
  add_category (office, 6, "", "费用透明", 1);

  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "维修服务/其他"), ==, 3);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "费用透明/其他"), ==, 4);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "Fees/其他"), ==, 4);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "repair/leak"), ==, 5);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "漏水"), ==, 5);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "其他"), ==, 3);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "费用透明"), ==, 2);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "维修服务/没有"), ==, 0);
  g_assert_cmpint (find (office, BH_TYPE_CATEGORY, "/其他"), ==, 0);

  leaf = bh_office_get_category_path (office, 5);
  top = bh_office_get_category_path (office, 1);
  none = bh_office_get_category_path (office, 0);
  g_assert_cmpstr (leaf, ==, "维修服务/漏水");
  g_assert_cmpstr (top, ==, "维修服务");
  g_assert_cmpstr (none, ==, "");
}

static void
add_policy (
    BhOffice *office, gint64 id, gint64 category_id, int version, gint64 from, gboolean retired)
{
  g_autoptr (BhPolicy) policy = bh_policy_new_default (BH_GRADE_GENERAL);

  policy->id = id;
  policy->category_id = category_id;
  policy->version = version;
  policy->valid_from = from;
  policy->retired = retired;
  bh_office_add_policy (office, policy);
}

static void
assert_policy (BhOffice *office, gint64 category_id, gint64 at, gint64 expected)
{
  BhPolicy *policy = bh_office_find_policy (office, category_id, BH_GRADE_GENERAL, at);

  g_assert_cmpint (policy != NULL ? policy->id : 0, ==, expected);
}

static void
test_policies (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhPolicy) urgent = bh_policy_new_default (BH_GRADE_URGENT);

  add_category (office, 1, "repair", "维修服务", 0);
  add_category (office, 2, "leak", "漏水", 1);
  add_policy (office, 12, 0, 2, 1000, FALSE);
  add_policy (office, 11, 0, 1, 0, FALSE);
  add_policy (office, 13, 0, 3, 1000, FALSE);
  add_policy (office, 21, 1, 1, 2000, FALSE);
  add_policy (office, 31, 2, 1, 3000, FALSE);
  add_policy (office, 32, 2, 2, 4000, TRUE);
  urgent->id = 99;
  bh_office_add_policy (office, urgent);

  assert_policy (office, 0, 999, 11);
  assert_policy (office, 0, 1000, 13); /* the later version of the same instant */
  assert_policy (office, 2, 999, 11);
  assert_policy (office, 2, 2999, 21);
  assert_policy (office, 2, 3000, 31);
  assert_policy (office, 2, 4000, 21); /* retired: the parent's again */
  assert_policy (office, 1, 1999, 13);
  assert_policy (office, 77, 5000, 13);
  assert_policy (office, 0, -1, 0);
  g_assert_true (bh_office_find_policy (office, 2, BH_GRADE_URGENT, 5000) == urgent);
  g_assert_null (bh_office_find_policy (office, 2, BH_GRADE_IMPORTANT, 5000));

  g_assert_true (bh_office_get_policy (office, 99) == urgent);
  g_assert_cmpint (bh_office_get_policy (office, 32)->version, ==, 2);
  g_assert_null (bh_office_get_policy (office, 1));
}

/* Retired ones are known by name, but nothing comes from them any more. */
static void
test_only_community (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { (char *) "阳光花园", 300, 90, 30 };
  g_autoptr (BhOffice) office = bh_office_new (time, &settings);
  BhPlace *old;

  g_assert_cmpint (bh_office_get_only_community (office), ==, 0);
  old = g_object_new (BH_TYPE_PLACE, "id", (gint64) 1, "name", "旧里", "retired", TRUE, NULL);
  old->kind = BH_PLACE_COMMUNITY;
  add (office, old);
  g_assert_cmpint (bh_office_get_only_community (office), ==, 0);
  add (office, bh_place_new (2, BH_PLACE_COMMUNITY, "1期", 0, 2, "1期"));
  g_assert_cmpint (bh_office_get_only_community (office), ==, 2);
  add (office, bh_place_new (3, BH_PLACE_COMMUNITY, "2期", 0, 3, "2期"));
  g_assert_cmpint (bh_office_get_only_community (office), ==, 0);
}

static void
add_calendar (BhOffice *office, gint64 id, int version, gint64 valid_from)
{
  g_autoptr (BhCalendar) calendar = bh_calendar_new_from_text (BH_OFFICE_HOURS_DEFAULT, NULL);

  bh_calendar_set_version (calendar, id, version, valid_from);
  bh_office_add_calendar (office, calendar);
}

static int
get_version (BhOffice *office, gint64 at)
{
  BhCalendar *calendar = bh_office_get_current_calendar (office, at);

  return calendar != NULL ? bh_calendar_get_version (calendar) : 0;
}

static void
test_calendars (void)
{
  g_autoptr (BhOffice) office = make_office ();

  g_assert_cmpint (get_version (office, 1000), ==, 0);
  add_calendar (office, 12, 2, 500);
  add_calendar (office, 14, 4, 300);
  add_calendar (office, 11, 1, 100);
  add_calendar (office, 13, 3, 500);

  g_assert_cmpint (get_version (office, 99), ==, 0);
  g_assert_cmpint (get_version (office, 100), ==, 1);
  g_assert_cmpint (get_version (office, 499), ==, 4);
  g_assert_cmpint (get_version (office, 500), ==, 3);
  g_assert_cmpuint (bh_office_list_calendars (office)->len, ==, 4);
  g_assert_cmpint (bh_calendar_get_version (bh_office_get_calendar (office, 12)), ==, 2);
  g_assert_null (bh_office_get_calendar (office, 99));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office/settings", test_settings);
  g_test_add_func ("/office/order", test_order);
  g_test_add_func ("/office/get", test_get);
  g_test_add_func ("/office/find", test_find);
  g_test_add_func ("/office/find-code-first", test_find_code_first);
  g_test_add_func ("/office/categories", test_categories);
  g_test_add_func ("/office/only-community", test_only_community);
  g_test_add_func ("/office/policies", test_policies);
  g_test_add_func ("/office/calendars", test_calendars);

  return g_test_run ();
}
