/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-suggestion.h"
#include "support/bh-test-desk.h"

#include <string.h>

#define MANY 1000

/* One question to the office as it is stored. */
typedef struct
{
  BhDispatchQuestion question;
  gint64 now;
  BhOffice *office;
} Asked;

static gpointer
find_holder_in_worker (BhConnection *connection,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  Asked *asked = user_data;

  return bh_suggestion_find_holder (connection, asked->office, &asked->question, asked->now, error);
}

static gint64
find_id (BhOffice *office, GType type, const char *name)
{
  BhEntry *entry = bh_office_find (office, type, name);

  return entry != NULL ? bh_entry_get_id (entry) : 0;
}

static BhDispatchHint *
ask (BhTestDesk *desk, const char *category, const char *department, const char *concerns)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  Asked asked = {
    .question = { .category_id = find_id (office, BH_TYPE_CATEGORY, category),
                  .department_id = find_id (office, BH_TYPE_DEPARTMENT, department),
                  .concerns = find_id (office, BH_TYPE_STAFF, concerns) },
    .now = bh_clock_now (desk->clock),
    .office = office,
  };
  g_autoptr (GError) error = NULL;
  BhDispatchHint *hint = bh_store_read (desk->store, find_holder_in_worker, &asked, NULL, &error);

  g_assert_no_error (error);

  return hint;
}

static void
assert_name (BhTestDesk *desk, GType type, const BhHint *hint, const char *name)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);

  g_assert_cmpstr (bh_office_get_name (office, type, hint->id), ==, name);
  g_assert_cmpfloat (hint->confidence, >=, 0);
  g_assert_cmpfloat (hint->confidence, <=, 1);
  g_assert_true ((hint->id != 0) == (hint->reason != NULL));
}

static void
dispatch (BhTestDesk *desk, const char *category, const char *department, const char *person)
{
  bh_test_desk_register (desk, category, "general");
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", department, "person", person,
                   NULL);
}

/* Without history nothing is known but what the register says. */
static void
test_department (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhDispatchHint) before = ask (desk, "自由", "", "");
  g_autoptr (BhDispatchHint) after = NULL;
  g_autoptr (BhDispatchHint) mixed = NULL;
  g_autoptr (BhDispatchHint) nothing = ask (desk, "", "", "");

  for (guint i = 0; i < 9; i++)
    dispatch (desk, "自由", "保洁绿化", "孙洁");
  after = ask (desk, "自由", "", "");
  assert_name (desk, BH_TYPE_DEPARTMENT, &after->department, "保洁绿化");
  assert_name (desk, BH_TYPE_STAFF, &after->person, "孙洁");
  g_assert_nonnull (strstr (after->department.reason, "9"));
  g_assert_cmpfloat (after->department.confidence, >, before->department.confidence);

  for (guint i = 0; i < 6; i++)
    dispatch (desk, "自由", "工程维修", "李强");
  mixed = ask (desk, "自由", "", "");
  g_assert_cmpfloat (mixed->department.confidence, <, after->department.confidence);

  assert_name (desk, BH_TYPE_DEPARTMENT, &nothing->department, "");
  assert_name (desk, BH_TYPE_STAFF, &nothing->person, "");
}

/* What was chosen is not suggested again. */
static void
test_chosen (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhDispatchHint) hint = ask (desk, "电梯", "保洁绿化", "");

  assert_name (desk, BH_TYPE_DEPARTMENT, &hint->department, "");
  assert_name (desk, BH_TYPE_STAFF, &hint->person, "孙洁");
}

/* Who has little to do is preferred, as long as nothing else speaks for one of them. */
static void
test_load (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhDispatchHint) one = NULL;
  g_autoptr (BhDispatchHint) other = NULL;

  for (guint i = 0; i < 4; i++)
    dispatch (desk, "漏水", "工程维修", "李强");
  one = ask (desk, "电梯", "工程维修", "");
  assert_name (desk, BH_TYPE_STAFF, &one->person, "赵刚");
  for (guint i = 0; i < 8; i++)
    dispatch (desk, "漏水", "工程维修", "赵刚");
  other = ask (desk, "电梯", "工程维修", "");
  assert_name (desk, BH_TYPE_STAFF, &other->person, "李强");
}

/* Whom it concerns cannot have it, and who is away or gone is not asked for. */
static void
test_who_cannot (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhDispatchHint) concerned = ask (desk, "电梯", "保洁绿化", "孙洁");
  g_autoptr (BhDispatchHint) one = ask (desk, "电梯", "工程维修", "李强");
  g_autoptr (BhDispatchHint) other = ask (desk, "电梯", "工程维修", "赵刚");

  assert_name (desk, BH_TYPE_STAFF, &concerned->person, "");
  assert_name (desk, BH_TYPE_STAFF, &one->person, "赵刚");
  assert_name (desk, BH_TYPE_STAFF, &other->person, "李强");
}

static void
test_duty_and_skill (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhOfficeSettings settings = { .name = NULL };
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_office_new (time, &settings);
  BhStaff *idle = bh_staff_new (11, "甲", FALSE, 1, BH_ROLE_WORKER, NULL);
  BhStaff *skilled = bh_staff_new (12, "乙", FALSE, 1, BH_ROLE_WORKER, NULL);
  BhStaff *away = bh_staff_new (13, "丙", FALSE, 1, BH_ROLE_WORKER, NULL);
  BhStaff *retired = bh_staff_new (14, "丁", TRUE, 1, BH_ROLE_WORKER, NULL);
  gint64 top = 21, leaf = 22;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhDispatchHint) hint = NULL;
  Asked asked = { .question = { leaf, 1, 0 }, .now = BH_TEST_DESK_START, .office = office };

  g_array_append_val (skilled->skills, top);
  g_array_append_val (away->skills, leaf);
  g_array_append_val (retired->skills, leaf);
  away->away = TRUE;
  bh_office_add (office, BH_ENTRY (bh_category_new (top, "", "设施", FALSE, 0, 1, BH_GRADE_NONE)));
  bh_office_add (office,
                 BH_ENTRY (bh_category_new (leaf, "", "道闸", FALSE, top, 1, BH_GRADE_NONE)));
  bh_office_add (office, BH_ENTRY (idle));
  bh_office_add (office, BH_ENTRY (skilled));
  bh_office_add (office, BH_ENTRY (away));
  bh_office_add (office, BH_ENTRY (retired));

  hint = bh_store_read (desk->store, find_holder_in_worker, &asked, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hint->person.id, ==, 12);
  g_assert_nonnull (strstr (hint->person.reason, "skilled"));
  g_object_unref (idle);
  g_object_unref (skilled);
  g_object_unref (away);
  g_object_unref (retired);
}

static void
assert_category (BhTestDesk *desk, BhClassifier *model, const char *summary, const char *name)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  g_auto (BhHint) hint = { 0 };

  bh_suggestion_find_category (model, office, summary, NULL, &hint);
  assert_name (desk, BH_TYPE_CATEGORY, &hint, name);
}

static gpointer
train_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  BhTestDesk *desk = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);

  return bh_suggestion_train (connection, office, bh_clock_now (desk->clock), MANY, cancellable,
                              error);
}

/* The names of the categories are all that a new office has; then its tickets tell more. */
static void
test_category (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  g_autoptr (BhClassifier) names
      = bh_suggestion_train (NULL, office, BH_TEST_DESK_START, MANY, NULL, NULL);
  g_autoptr (BhClassifier) learned = NULL;
  g_auto (BhHint) early = { 0 };
  g_auto (BhHint) late = { 0 };

  assert_category (desk, names, "三号楼电梯不动了", "电梯");
  assert_category (desk, names, "13800138000", "");
  assert_category (desk, NULL, "电梯", "");
  for (guint i = 0; i < 12; i++)
    {
      bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline", "grade",
                       "general", "summary", "轿厢门夹人", "category", "电梯", "place", "大堂",
                       NULL);
      bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline", "grade",
                       "general", "summary", "厨房水管滴水", "category", "漏水", "place", "大堂",
                       NULL);
    }
  learned = bh_store_read (desk->store, train_in_worker, desk, NULL, NULL);
  assert_category (desk, learned, "轿厢里很暗", "电梯");
  assert_category (desk, learned, "厨房滴水", "漏水");

  bh_suggestion_find_category (names, office, "电梯", NULL, &early);
  bh_suggestion_find_category (learned, office, "电梯轿厢门夹人", NULL, &late);
  g_assert_cmpfloat (early.confidence, <, 0.5);
  g_assert_cmpfloat (late.confidence, >, early.confidence);
  g_assert_nonnull (strstr (late.reason, "轿厢"));
}

static void
test_grade (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhOfficeSettings settings = { .name = NULL };
  g_autoptr (BhOffice) office = bh_office_new (time, &settings);
  g_autoptr (BhCategory) category
      = bh_category_new (7, "", "漏水", FALSE, 0, 0, BH_GRADE_IMPORTANT);
  g_auto (BhHint) danger = { 0 };
  g_auto (BhHint) usual = { 0 };
  g_auto (BhHint) none = { 0 };

  bh_office_add (office, BH_ENTRY (category));
  bh_suggestion_find_grade (office, 7, "水管漏水", "插座冒烟", &danger);
  g_assert_cmpint (danger.id, ==, BH_GRADE_URGENT);
  g_assert_nonnull (strstr (danger.reason, "冒烟"));
  bh_suggestion_find_grade (office, 7, "水管漏水", NULL, &usual);
  g_assert_cmpint (usual.id, ==, BH_GRADE_IMPORTANT);
  bh_suggestion_find_grade (office, 0, "水管漏水", NULL, &none);
  g_assert_cmpint (none.id, ==, 0);
  g_assert_null (none.reason);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion/department", test_department);
  g_test_add_func ("/suggestion/chosen", test_chosen);
  g_test_add_func ("/suggestion/load", test_load);
  g_test_add_func ("/suggestion/who-cannot", test_who_cannot);
  g_test_add_func ("/suggestion/duty-and-skill", test_duty_and_skill);
  g_test_add_func ("/suggestion/category", test_category);
  g_test_add_func ("/suggestion/grade", test_grade);

  return g_test_run ();
}
