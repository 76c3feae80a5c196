/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-similar.h"
#include "support/bh-test-desk.h"

#include <string.h>

typedef struct
{
  BhSimilarQuestion question;
  BhOffice *office;
  gint64 now;
} Asked;

static gpointer
find_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Asked *asked = user_data;

  return bh_similar_find (connection, asked->office, &asked->question, asked->now, error);
}

static GPtrArray *
find (BhTestDesk *desk, const char *place, const char *category, const char *summary)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  BhEntry *entry = category != NULL ? bh_office_find (office, BH_TYPE_CATEGORY, category) : NULL;
  Asked asked = { { .place = place,
                    .category_id = entry != NULL ? bh_entry_get_id (entry) : 0,
                    .summary = summary },
                  office,
                  bh_clock_now (desk->clock) };
  g_autoptr (GError) error = NULL;
  GPtrArray *similar = bh_store_read (desk->store, find_in_worker, &asked, NULL, &error);

  g_assert_no_error (error);

  return similar;
}

static void
report (BhTestDesk *desk, const char *place, const char *category, const char *summary)
{
  desk->ticket_id = 0;
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline", "grade",
                   "general", "summary", summary, "category", category, "place", place, NULL);
}

static void
assert_only (GPtrArray *similar, const char *summary, BhSimilarAction action, const char *reason)
{
  BhSimilar *first;

  g_assert_cmpuint (similar->len, ==, 1);
  first = g_ptr_array_index (similar, 0);
  g_assert_cmpstr (first->ticket->summary, ==, summary);
  g_assert_cmpint (first->action, ==, action);
  g_assert_nonnull (strstr (first->reason, reason));
}

/* What is open in the same room under the same category is most likely the same. */
static void
test_same_room (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GPtrArray) by_category = NULL;
  g_autoptr (GPtrArray) by_text = NULL;
  g_autoptr (GPtrArray) other_matter = NULL;

  report (desk, "3-2-301", "漏水", "厨房天花板漏水");
  by_category = find (desk, "3-2-301", "漏水", "楼上又滴下来了");
  assert_only (by_category, "厨房天花板漏水", BH_SIMILAR_REMIND, "same room, open");
  by_text = find (desk, "3-2-301", NULL, "天花板漏水");
  assert_only (by_text, "厨房天花板漏水", BH_SIMILAR_REMIND, "same room");
  other_matter = find (desk, "3-2-301", "电梯", "门禁卡坏了");
  g_assert_cmpuint (other_matter->len, ==, 0);
}

/* In a public area everything that is open shows: its reporters are strangers to each other. */
static void
test_public_area (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GPtrArray) similar = NULL;

  report (desk, "大堂", "自由", "大堂灯不亮");
  similar = find (desk, "大堂", "漏水", "地面湿滑");
  assert_only (similar, "大堂灯不亮", BH_SIMILAR_REMIND, "same place");
}

static void
test_other_room (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GPtrArray) similar = NULL;
  g_autoptr (GPtrArray) unlike = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;

  report (desk, "3-2-302", "自由", "整栋楼停水没有通知");
  similar = find (desk, "3-2-301", NULL, "停水没有通知");
  assert_only (similar, "整栋楼停水没有通知", BH_SIMILAR_JOIN, "302");
  elsewhere = find (desk, "大堂", NULL, "停水没有通知");
  assert_only (elsewhere, "整栋楼停水没有通知", BH_SIMILAR_LOOK, "302");
  unlike = find (desk, "3-2-301", "自由", "装修噪音太大");
  g_assert_cmpuint (unlike->len, ==, 0);
}

/* Finished within the window it is repeated, later it is new. */
static void
test_finished (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) other_category = NULL;
  g_autoptr (GPtrArray) late = NULL;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_CLOSED);
  bh_test_desk_forward (desk, 12 * BH_TEST_DESK_DAY);
  soon = find (desk, "3-2-301", "漏水", "又来了");
  assert_only (soon, desk->ticket->summary, BH_SIMILAR_REPEAT, "12 days ago");
  other_category = find (desk, "3-2-301", "电梯", "按键失灵");
  g_assert_cmpuint (other_category->len, ==, 0);
  bh_test_desk_forward (desk, 90 * BH_TEST_DESK_DAY);
  late = find (desk, "3-2-301", "漏水", "又来了");
  g_assert_cmpuint (late->len, ==, 0);
}

/* A void ticket is none. */
static void
test_void (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GPtrArray) similar = NULL;

  report (desk, "3-2-301", "漏水", "厨房天花板漏水");
  bh_test_desk_do (desk, BH_VERB_VOID, "陈静", "reason", "重复登记", NULL);
  similar = find (desk, "3-2-301", "漏水", "厨房天花板漏水");
  g_assert_cmpuint (similar->len, ==, 0);
}

/* The likeliest come first, and not more than fit beside the form. */
static void
test_order (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GPtrArray) similar = NULL;
  BhSimilar *first;

  for (guint i = 0; i < 9; i++)
    report (desk, "3-2-302", "漏水", "厨房天花板漏水");
  report (desk, "3-2-301", "漏水", "厨房天花板漏水了");
  similar = find (desk, "3-2-301", "漏水", "厨房天花板漏水");
  g_assert_cmpuint (similar->len, ==, 6);
  first = g_ptr_array_index (similar, 0);
  g_assert_cmpstr (first->ticket->summary, ==, "厨房天花板漏水了");
}

/* Words of a place that the register does not know are compared as they are. */
static void
test_place_in_words (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GPtrArray) similar = NULL;

  report (desk, "北门外小路", "自由", "路灯不亮");
  similar = find (desk, "北门外小路", "自由", "路灯还是不亮");
  assert_only (similar, "路灯不亮", BH_SIMILAR_REMIND, "same place, open");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/similar/same-room", test_same_room);
  g_test_add_func ("/similar/public-area", test_public_area);
  g_test_add_func ("/similar/other-room", test_other_room);
  g_test_add_func ("/similar/finished", test_finished);
  g_test_add_func ("/similar/void", test_void);
  g_test_add_func ("/similar/order", test_order);
  g_test_add_func ("/similar/place-in-words", test_place_in_words);

  return g_test_run ();
}
