/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"
#include "storage/bh-settings.h"

#include "support/bh-test-register.h"
#include "support/bh-test-tickets.h"

/* The lists that are a name and a few fields. */

static gint64
find_entry (BhTestStore *test, GType type, const char *text)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  BhEntry *entry = bh_office_find (office, type, text);

  return entry != NULL ? bh_entry_get_id (entry) : 0;
}

static void
test_departments (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 id = bh_test_register_save (test, BH_REGISTER_DEPARTMENTS, 0, "name= 水电班 \ncode=water");

  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "水电", "水电班");
  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "sdb", "水电班");
  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "WATER", "水电班");
  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "xyz", "");
  bh_test_register_assert_field (test, BH_REGISTER_DEPARTMENTS, id, "code", "water", "water");

  g_assert_cmpint (bh_test_register_save (test, BH_REGISTER_DEPARTMENTS, id, "name=水暖班"), ==,
                   id);
  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "班", "水暖班");
  bh_test_register_assert_field (test, BH_REGISTER_DEPARTMENTS, id, "code", "water", "water");

  bh_test_register_refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=水暖班", "name", "水暖班");
  bh_test_register_refuse (test, BH_REGISTER_DEPARTMENTS, 0, "code=w", "name", "needed");
  bh_test_register_refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=泵房\ncode=Water", "code",
                           "Water");
  bh_test_register_refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=泵房\ncode=泵", "code", "Latin");
  bh_test_register_refuse (test, BH_REGISTER_DEPARTMENTS, id, "name=水暖班\ncode=fire", "code",
                           "cannot be changed");

  bh_test_register_retire (test, BH_REGISTER_DEPARTMENTS, id, TRUE);
  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "班", "");
  bh_test_register_assert_list (test, BH_REGISTER_DEPARTMENTS, "班", -1, TRUE, "-水暖班");
  bh_test_register_refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=水暖班", "name", "retired");
  bh_test_register_retire (test, BH_REGISTER_DEPARTMENTS, id, FALSE);
  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "班", "水暖班");
}

static void
test_staff (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 department = find_entry (test, BH_TYPE_DEPARTMENT, "engineering");
  g_autofree char *values = g_strdup_printf (
      "name=李强\nrole=worker\nphone=138-0013 8000\ndepartment=%" G_GINT64_FORMAT, department);
  gint64 id = bh_test_register_save (test, BH_REGISTER_STAFF, 0, values);

  bh_test_register_assert_found (test, BH_REGISTER_STAFF, "lq", "李强");
  bh_test_register_assert_found (test, BH_REGISTER_STAFF, "8000", "李强");
  bh_test_register_assert_found (test, BH_REGISTER_STAFF, "1380", "李强");
  bh_test_register_assert_found (test, BH_REGISTER_STAFF, "0013", "");
  bh_test_register_assert_found (test, BH_REGISTER_STAFF, "Engineering", "李强");
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "phone", "13800138000",
                                 "13800138000");
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "department", NULL, "Engineering");
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "role", "worker", "Worker");

  bh_test_register_refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚", "role", "needed");
  bh_test_register_refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚\nrole=king", "role",
                           "supervisor");
  bh_test_register_refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚\nrole=worker\nphone=12", "phone",
                           "digits");
  bh_test_register_refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚\nrole=worker\ndepartment=77",
                           "department", "in use");

  /* What is left out is emptied. */
  bh_test_register_save (test, BH_REGISTER_STAFF, id, "name=李强\nrole=steward");
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "phone", NULL, "");
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "role", "steward", "Steward");
}

static BhPolicy *
find_policy (BhTestStore *test, BhGrade grade, BhOffice **office)
{
  *office = bh_store_dup_office (test->store);

  return bh_office_find_policy (*office, 0, grade, G_MAXINT64);
}

static void
test_policies (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) before = NULL;
  g_autoptr (BhOffice) after = NULL;
  gint64 old_id = find_policy (test, BH_GRADE_GENERAL, &before)->id;
  BhPolicy *policy;
  gint64 id;

  bh_test_register_assert_field (test, BH_REGISTER_POLICIES, old_id, "response", "86400", "24 h");
  bh_test_register_assert_field (test, BH_REGISTER_POLICIES, old_id, "sign", "604800", "7 days");
  bh_test_register_assert_field (test, BH_REGISTER_POLICIES, old_id, "category", NULL, "");
  id = bh_test_register_save (test, BH_REGISTER_POLICIES, old_id,
                              "grade=general\nhours=clock\nresponse=7200\ncallback_mode=always");
  g_assert_cmpint (id, !=, old_id);

  policy = find_policy (test, BH_GRADE_GENERAL, &after);
  g_assert_cmpint (policy->id, ==, id);
  g_assert_cmpint (policy->version, ==, 2);
  g_assert_cmpint (policy->valid_from, ==, BH_TEST_NOW);
  g_assert_cmpint (policy->limits[BH_CLOCK_RESPONSE], ==, 7200);
  g_assert_cmpint (policy->limits[BH_CLOCK_PLAN], ==, 0);
  g_assert_cmpint (policy->callback, ==, BH_CALLBACK_ALWAYS);
  g_assert_false (policy->skip_plan);
  /* What was promised before is kept. */
  policy = bh_office_find_policy (after, 0, BH_GRADE_GENERAL, BH_TEST_NOW - 1);
  g_assert_cmpint (policy->id, ==, old_id);
  g_assert_cmpint (policy->limits[BH_CLOCK_RESPONSE], ==, 86400);

  bh_test_register_refuse (test, BH_REGISTER_POLICIES, old_id, "grade=general\nhours=clock",
                           "grade", "in force");
  bh_test_register_refuse (test, BH_REGISTER_POLICIES, 0, "grade=general\nhours=clock", "grade",
                           "already");
  bh_test_register_refuse (test, BH_REGISTER_POLICIES, id, "grade=urgent\nhours=clock", "grade",
                           "cannot be changed");
  bh_test_register_refuse (test, BH_REGISTER_POLICIES, id, "hours=clock\nresponse=soon", "response",
                           "soon");
  bh_test_register_refuse_retiring (test, BH_REGISTER_POLICIES, id, TRUE, "needed");

  /* Nothing changed makes no version. */
  g_assert_cmpint (
      bh_test_register_save (test, BH_REGISTER_POLICIES, id,
                             "hours=clock\nresponse=2 h\ncallback_mode=always\nskip_plan=no"),
      ==, id);
}

/* A policy may begin on a day to come: until then the one before it holds. */
static void
test_policy_to_come (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  gint64 old_id = bh_office_find_policy (office, 0, BH_GRADE_GENERAL, BH_TEST_NOW)->id;
  gint64 begins = bh_office_time_parse (bh_office_get_time (office), "2031-01-01", NULL);
  g_autoptr (BhOffice) after = NULL;
  gint64 id = bh_test_register_save (test, BH_REGISTER_POLICIES, old_id,
                                     "hours=office\nresponse=7200\nvalid_from=2031-01-01\n"
                                     "callback_mode=sample\ncallback_percent=20\nneeds_photo=yes");
  BhPolicy *policy;

  after = bh_store_dup_office (test->store);
  g_assert_cmpint (bh_office_find_policy (after, 0, BH_GRADE_GENERAL, begins - 1)->id, ==, old_id);
  policy = bh_office_find_policy (after, 0, BH_GRADE_GENERAL, begins);
  g_assert_cmpint (policy->id, ==, id);
  g_assert_cmpint (policy->hours, ==, BH_HOURS_OFFICE);
  g_assert_cmpint (policy->callback, ==, BH_CALLBACK_SAMPLE);
  g_assert_cmpint (policy->callback_percent, ==, 20);
  g_assert_true (policy->needs_photo);
  bh_test_register_assert_field (test, BH_REGISTER_POLICIES, id, "valid_from", "2031-01-01",
                                 "2031-01-01");
  bh_test_register_refuse (test, BH_REGISTER_POLICIES, id,
                           "hours=office\ncallback_mode=sample\ncallback_percent=101",
                           "callback_percent", "1 to 100");
  bh_test_register_refuse (test, BH_REGISTER_POLICIES, id, "hours=office\nvalid_from=soon",
                           "valid_from", "date");
}

/* What a member of staff knows, and whether somebody is there. */
static void
test_duty (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 water = bh_test_register_save (test, BH_REGISTER_CATEGORIES, 0, "name=水管");
  gint64 power = bh_test_register_save (test, BH_REGISTER_CATEGORIES, 0, "name=电路");
  g_autofree char *skills
      = g_strdup_printf ("name=李强\nrole=worker\naway=yes\nskills=%" G_GINT64_FORMAT
                         " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                         power, water, power);
  g_autofree char *both = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, water, power);
  gint64 id = bh_test_register_save (test, BH_REGISTER_STAFF, 0, skills);
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  BhStaff *staff = bh_office_get (office, BH_TYPE_STAFF, id);

  g_assert_true (staff->away);
  g_assert_cmpuint (staff->skills->len, ==, 2);
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "skills", both, "水管, 电路");
  bh_test_register_refuse (test, BH_REGISTER_STAFF, id, "name=李强\nrole=worker\nskills=77",
                           "skills", "not there");

  bh_test_register_save (test, BH_REGISTER_STAFF, id, "name=李强\nrole=worker");
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "skills", NULL, "");
  bh_test_register_assert_field (test, BH_REGISTER_STAFF, id, "away", "no", "No");
}

static gboolean
set_at_desk_cb (BhWork *work, gpointer data, GError **error)
{
  return bh_settings_set (work, "desk-staff", data, error);
}

/* Who sits at the desk may be renamed, but not retired. */
static void
test_at_desk (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 id = bh_test_register_save (test, BH_REGISTER_STAFF, 0, "name=陈静\nrole=supervisor");
  g_autoptr (BhOffice) office = NULL;

  bh_test_store_write (test, set_at_desk_cb, (gpointer) "陈静");
  bh_test_register_refuse_retiring (test, BH_REGISTER_STAFF, id, TRUE, "陈静");
  bh_test_register_save (test, BH_REGISTER_STAFF, id, "name=陈静怡\nrole=supervisor");
  office = bh_store_dup_office (test->store);
  g_assert_cmpint (bh_office_get_settings (office)->desk_staff_id, ==, id);
}

static void
test_channels_and_causes (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 channel
      = bh_test_register_save (test, BH_REGISTER_CHANNELS, 0, "name=抖音\ncode=douyin\nlive=yes");
  gint64 cause = bh_test_register_save (test, BH_REGISTER_CAUSES, 0, "name=老鼠害");

  bh_test_register_assert_found (test, BH_REGISTER_CHANNELS, "dy", "抖音");
  bh_test_register_assert_field (test, BH_REGISTER_CHANNELS, channel, "live", "yes", "Yes");
  bh_test_register_save (test, BH_REGISTER_CHANNELS, channel, "name=抖音号");
  bh_test_register_assert_field (test, BH_REGISTER_CHANNELS, channel, "live", "no", "No");
  bh_test_register_assert_found (test, BH_REGISTER_CHANNELS, "douyin", "抖音号");
  bh_test_register_refuse (test, BH_REGISTER_CHANNELS, 0, "name=快手\nlive=perhaps", "live",
                           "yes or no");
  bh_test_register_retire (test, BH_REGISTER_CHANNELS, channel, TRUE);
  bh_test_register_assert_found (test, BH_REGISTER_CHANNELS, "抖音", "");

  bh_test_register_assert_found (test, BH_REGISTER_CAUSES, "lsh", "老鼠害");
  bh_test_register_save (test, BH_REGISTER_CAUSES, cause, "name=虫鼠害");
  bh_test_register_assert_found (test, BH_REGISTER_CAUSES, "鼠", "虫鼠害");
  bh_test_register_refuse (test, BH_REGISTER_CAUSES, 0, "name=Wear", "name", "Wear");
  bh_test_register_retire (test, BH_REGISTER_CAUSES, cause, TRUE);
  bh_test_register_retire (test, BH_REGISTER_CAUSES, cause, FALSE);
  bh_test_register_assert_found (test, BH_REGISTER_CAUSES, "鼠", "虫鼠害");
}

static gint64
save_leaf (BhTestStore *test, gint64 id, gint64 parent, const char *rest)
{
  g_autofree char *values = g_strdup_printf ("parent=%" G_GINT64_FORMAT "\n%s", parent, rest);

  return bh_test_register_save (test, BH_REGISTER_CATEGORIES, id, values);
}

static void
test_categories (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 top = find_entry (test, BH_TYPE_CATEGORY, "order");
  gint64 leaf = save_leaf (test, 0, top, "name=乱停车\ngrade=important");
  gint64 other = save_leaf (test, 0, top, "name=噪声扰民");
  g_autofree char *deeper = g_strdup_printf ("name=夜间\nparent=%" G_GINT64_FORMAT, leaf);
  g_autofree char *same = g_strdup_printf ("name=乱停车\nparent=%" G_GINT64_FORMAT, top);

  /* Leaves follow their top category; alone they are listed under it. */
  bh_test_register_assert_list (test, BH_REGISTER_CATEGORIES, NULL, top, FALSE, "乱停车 噪声扰民");
  bh_test_register_assert_found (test, BH_REGISTER_CATEGORIES, "order",
                                 "Order and safety 乱停车 噪声扰民");
  bh_test_register_assert_found (test, BH_REGISTER_CATEGORIES, "ltc", "乱停车");
  bh_test_register_assert_field (test, BH_REGISTER_CATEGORIES, leaf, "path", NULL,
                                 "Order and safety/乱停车");
  bh_test_register_assert_field (test, BH_REGISTER_CATEGORIES, leaf, "grade", "important",
                                 "Important");

  bh_test_register_refuse (test, BH_REGISTER_CATEGORIES, 0, deeper, "parent", "two levels");
  bh_test_register_refuse (test, BH_REGISTER_CATEGORIES, 0, same, "name", "乱停车");
  bh_test_register_refuse (test, BH_REGISTER_CATEGORIES, 0, "name=车/位", "name", "/");
  /* The same name is another one elsewhere. */
  bh_test_register_save (test, BH_REGISTER_CATEGORIES, 0, "name=乱停车");

  /* With the top category its leaves go, and those that went with it come back. */
  bh_test_register_retire (test, BH_REGISTER_CATEGORIES, other, TRUE);
  bh_test_register_retire (test, BH_REGISTER_CATEGORIES, top, TRUE);
  bh_test_register_assert_list (test, BH_REGISTER_CATEGORIES, NULL, top, TRUE, "-乱停车 -噪声扰民");
  bh_test_register_refuse_retiring (test, BH_REGISTER_CATEGORIES, leaf, FALSE, "bring that back");
  bh_test_register_retire (test, BH_REGISTER_CATEGORIES, top, FALSE);
  bh_test_register_assert_list (test, BH_REGISTER_CATEGORIES, NULL, top, TRUE, "乱停车 -噪声扰民");
}

/* A category gets a policy of its own, and loses it. */
static void
test_own_policy (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 category = find_entry (test, BH_TYPE_CATEGORY, "facilities");
  g_autofree char *values = g_strdup_printf (
      "category=%" G_GINT64_FORMAT "\ngrade=urgent\nhours=clock\nresponse=30 min", category);
  gint64 id = bh_test_register_save (test, BH_REGISTER_POLICIES, 0, values);
  g_autoptr (BhOffice) with = bh_store_dup_office (test->store);
  g_autoptr (BhOffice) without = NULL;

  g_assert_cmpint (bh_office_find_policy (with, category, BH_GRADE_URGENT, BH_TEST_NOW)
                       ->limits[BH_CLOCK_RESPONSE],
                   ==, 1800);
  bh_test_register_assert_found (test, BH_REGISTER_POLICIES, "Facilities",
                                 "Facilities and equipment, Urgent");
  bh_test_register_refuse (test, BH_REGISTER_POLICIES, 0, values, "category", "already");

  bh_test_register_retire (test, BH_REGISTER_POLICIES, id, TRUE);
  without = bh_store_dup_office (test->store);
  g_assert_cmpint (bh_office_find_policy (without, category, BH_GRADE_URGENT, BH_TEST_NOW)
                       ->limits[BH_CLOCK_RESPONSE],
                   ==, 3600);
  bh_test_register_assert_found (test, BH_REGISTER_POLICIES, "Facilities", "");
  /* What is added again follows the old version. */
  id = bh_test_register_save (test, BH_REGISTER_POLICIES, 0, values);
  bh_test_register_assert_field (test, BH_REGISTER_POLICIES, id, "version", "2", "2");
}

/* Written as the office does, whatever was typed; what is gone since is no error of an edit. */
static void
test_target_words (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 department
      = bh_test_register_save (test, BH_REGISTER_DEPARTMENTS, 0, "name=水电班\ncode=water");
  gint64 id = bh_test_register_save (
      test, BH_REGISTER_TARGETS, 0,
      "figure=callback_share\nfilter=department:WATER\nyear=2026\nform=value\nvalue=0.9");

  bh_test_register_assert_field (test, BH_REGISTER_TARGETS, id, "filter", "department:水电班",
                                 "department:水电班");
  bh_test_execute (test, "UPDATE target SET filter = 'department:gone' WHERE year = 2026"
                         " AND figure = 'callback_share'");
  bh_test_register_retire (test, BH_REGISTER_DEPARTMENTS, department, TRUE);
  bh_test_register_save (test, BH_REGISTER_TARGETS, id,
                         "filter=department:gone\nyear=2026\nform=value\nvalue=0.8");
  bh_test_register_assert_field (test, BH_REGISTER_TARGETS, id, "value", "0.8", "0.8");
}

static void
test_targets (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  static const char values[]
      = "figure=callback_share\nfilter=kind:repair,complaint\nyear=2026\nform=value\nvalue=90 %";
  gint64 id = bh_test_register_save (test, BH_REGISTER_TARGETS, 0, values), other;
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  BhTarget *target = bh_office_get (office, BH_TYPE_TARGET, id);

  g_assert_cmpfloat_with_epsilon (target->value, 0.9, 1e-9);
  g_assert_false (target->has_baseline);
  g_assert_cmpstr (target->filter, ==, "kind:complaint,repair");
  bh_test_register_assert_found (test, BH_REGISTER_TARGETS, "callback", "Target for 2026");

  bh_test_register_refuse (test, BH_REGISTER_TARGETS, 0, values, "year", "already");
  bh_test_register_refuse (test, BH_REGISTER_TARGETS, id, "year=2026\nform=value\nvalue=many",
                           "value", "number");
  bh_test_register_refuse (test, BH_REGISTER_TARGETS, id, "year=26\nform=value\nvalue=1", "year",
                           "2027");
  bh_test_register_refuse (test, BH_REGISTER_TARGETS, id,
                           "year=2026\nform=value\nvalue=1\nfilter=moon:full", "filter", "moon");
  bh_test_register_refuse (test, BH_REGISTER_TARGETS, id,
                           "year=2026\nform=value\nvalue=1\nfilter=department:Moon", "filter",
                           "Moon");

  bh_test_register_save (test, BH_REGISTER_TARGETS, id,
                         "year=2027\nform=change\nvalue=-0.08\nbaseline=12.5\nbase_year=2025");
  bh_test_register_assert_field (test, BH_REGISTER_TARGETS, id, "filter", NULL, "");
  bh_test_register_assert_field (test, BH_REGISTER_TARGETS, id, "value", "-0.08", "-0.08");
  bh_test_register_assert_field (test, BH_REGISTER_TARGETS, id, "baseline", "12.5", "12.5");
  bh_test_register_assert_field (test, BH_REGISTER_TARGETS, id, "base_year", "2025", "2025");
  /* Another form has no base year. */
  bh_test_register_save (test, BH_REGISTER_TARGETS, id,
                         "year=2027\nform=value\nvalue=0.9\nbase_year=2025");
  bh_test_register_assert_field (test, BH_REGISTER_TARGETS, id, "base_year", NULL, "");

  bh_test_register_retire (test, BH_REGISTER_TARGETS, id, TRUE);
  other = bh_test_register_save (test, BH_REGISTER_TARGETS, 0,
                                 "figure=callback_share\nyear=2027\nform=value\nvalue=0.8");
  bh_test_register_refuse_retiring (test, BH_REGISTER_TARGETS, id, FALSE, "already");
  bh_test_register_retire (test, BH_REGISTER_TARGETS, other, TRUE);
  bh_test_register_assert_found (test, BH_REGISTER_TARGETS, "callback", "");
  bh_test_register_retire (test, BH_REGISTER_TARGETS, id, FALSE);
  bh_test_register_assert_found (test, BH_REGISTER_TARGETS, "callback", "Target for 2027");
}

static void
test_limit (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  guint n_total = 0;
  g_autofree char *titles
      = bh_test_register_list (test, BH_REGISTER_CHANNELS, NULL, -1, FALSE, 2, &n_total);

  g_assert_cmpstr (titles, ==, "Counter Hotline");
  g_assert_cmpuint (n_total, ==, 10);
}

/* Nothing of what may name a row is overlooked when an added one is taken back. */
static gboolean
remove_named_cb (BhWork *work, gpointer data, GError **error)
{
  gint64 *ids = data;
  gboolean removed;

  g_assert_true (
      bh_register_remove_row (work, BH_REGISTER_DEPARTMENTS, ids[0], BH_TEST_NOW, &removed, error));
  g_assert_false (removed);
  g_assert_true (
      bh_register_remove_row (work, BH_REGISTER_STAFF, ids[1], BH_TEST_NOW, &removed, error));
  g_assert_true (removed);
  g_assert_true (
      bh_register_remove_row (work, BH_REGISTER_DEPARTMENTS, ids[0], BH_TEST_NOW, &removed, error));
  g_assert_true (removed);

  return TRUE;
}

/* Whatever column of the database may name a row of the register is asked before one is removed:
 * a new one has to be added there. */
static void
test_all_references (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (test->store, &error);
  g_autofree char *path = g_build_filename (g_getenv ("BIHUAN_SOURCE_DIR"), "src", "storage",
                                            "bh-register-retire.c", NULL);
  g_autofree char *source = NULL;
  guint n_found = 0;
  BhStatement *statement = bh_connection_prepare (
      reader,
      "SELECT m.name, f.\"from\" FROM sqlite_master m, pragma_foreign_key_list (m.name) f"
      " WHERE m.type = 'table' AND f.\"table\" IN ('place', 'contact', 'department', 'staff',"
      " 'category', 'policy', 'channel', 'cause')"
      " AND NOT (f.\"table\" = 'contact' AND m.name IN ('contact_phone', 'contact_room'))",
      &error);

  g_assert_no_error (error);
  g_file_get_contents (path, &source, NULL, &error);
  g_assert_no_error (error);
  while (bh_statement_step (statement, &error) == BH_STEP_ROW)
    {
      g_autofree char *words
          = g_strdup_printf ("FROM %s WHERE %s = ?1", bh_statement_get_text (statement, 0),
                             bh_statement_get_text (statement, 1));

      if (strstr (source, words) == NULL)
        g_error ("nothing looks %s", words);
      n_found++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, >, 20);
}

static void
test_remove (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 department = bh_test_register_save (test, BH_REGISTER_DEPARTMENTS, 0, "name=水电班");
  g_autofree char *values
      = g_strdup_printf ("name=李强\nrole=worker\ndepartment=%" G_GINT64_FORMAT, department);
  gint64 ids[] = { department, bh_test_register_save (test, BH_REGISTER_STAFF, 0, values) };

  bh_test_store_write (test, remove_named_cb, ids);
  bh_test_register_assert_found (test, BH_REGISTER_DEPARTMENTS, "水电", "");
  bh_test_register_assert_found (test, BH_REGISTER_STAFF, "李强", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-rows/departments", test_departments);
  g_test_add_func ("/register-rows/staff", test_staff);
  g_test_add_func ("/register-rows/at-desk", test_at_desk);
  g_test_add_func ("/register-rows/channels-and-causes", test_channels_and_causes);
  g_test_add_func ("/register-rows/categories", test_categories);
  g_test_add_func ("/register-rows/policies", test_policies);
  g_test_add_func ("/register-rows/policy-to-come", test_policy_to_come);
  g_test_add_func ("/register-rows/duty", test_duty);
  g_test_add_func ("/register-rows/own-policy", test_own_policy);
  g_test_add_func ("/register-rows/targets", test_targets);
  g_test_add_func ("/register-rows/target-words", test_target_words);
  g_test_add_func ("/register-rows/limit", test_limit);
  g_test_add_func ("/register-rows/remove", test_remove);
  g_test_add_func ("/register-rows/all-references", test_all_references);

  return g_test_run ();
}
