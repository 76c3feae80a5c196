/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "base/bh-text.h"
#include "domain/bh-error.h"
#include "storage/bh-check.h"

/* Tickets of the same matter: linked, merged, joined, split off again. Both tickets are what their
 * histories say, whatever was done. */

typedef struct
{
  gint64 id;
  char *number; /* (owned) */
} Name;

static void
name_clear (Name *name)
{
  g_clear_pointer (&name->number, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Name, name_clear)

static Name
register_one (BhTestDesk *desk, const char *contact, const char *phone)
{
  g_clear_object (&desk->ticket);
  desk->ticket_id = 0;
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   "general", "summary", "电梯坏了", "category", "漏水", "place", "大堂", "contact",
                   contact, "phone", phone, NULL);

  return (Name){ desk->ticket->id, g_strdup (desk->ticket->number) };
}

/* The ticket that the next verbs are about. */
static void
turn_to (BhTestDesk *desk, const Name *name)
{
  g_autoptr (BhTicketView) view = NULL;

  desk->ticket_id = name->id;
  view = bh_test_desk_load (desk);
  g_set_object (&desk->ticket, view->ticket);
}

static void
assert_sound (BhTestDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = bh_check_run (desk->store, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) different = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (wrong->len > 0 ? g_ptr_array_index (wrong, 0) : NULL, ==, NULL);
  different = bh_check_refold (desk->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (different->len > 0 ? g_ptr_array_index (different, 0) : NULL, ==, NULL);
}

/* Apart from its longer history, the ticket is what it was. */
static void
assert_as_before (BhTestDesk *desk, const Name *name, BhTicket *before)
{
  g_autofree char *diff = NULL;

  turn_to (desk, name);
  desk->ticket->head_seq = before->head_seq;
  bh_set_string (&desk->ticket->head_hash, before->head_hash);
  diff = bh_ticket_diff (before, desk->ticket);
  g_assert_cmpstr (diff, ==, NULL);
}

static BhComplainant *
get_complainant (BhTestDesk *desk, guint i)
{
  g_assert_cmpuint (desk->ticket->complainants->len, >, i);

  return g_ptr_array_index (desk->ticket->complainants, i);
}

static void
finish (BhTestDesk *desk)
{
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_INVESTIGATE, "李强", "cause", "wear", "responsibility", "property",
                   NULL);
  bh_test_desk_do (desk, BH_VERB_PLAN, "李强", "measure", "换件", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好了", NULL);
}

static void
test_merge_and_split (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_autoptr (BhTicket) before_a = NULL;
  g_autoptr (BhTicket) before_b = NULL;
  g_auto (Name) b = register_one (desk, "刘洋", "13800000002");

  before_b = g_object_ref (desk->ticket);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  before_a = g_object_ref (desk->ticket);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", b.number, NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_MERGED);
  g_assert_cmpint (desk->ticket->merged_into, ==, b.id);
  g_assert_cmpint (desk->ticket->closed_at, ==, bh_clock_now (desk->clock));
  g_assert_cmpint (
      BH_STAGE (g_ptr_array_index (desk->ticket->stages, desk->ticket->stages->len - 1))->outcome,
      ==, BH_OUTCOME_MERGED);

  turn_to (desk, &b);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpstr (get_complainant (desk, 1)->name, ==, "张晓燕");
  g_assert_cmpint (get_complainant (desk, 1)->from_ticket, ==, a.id);
  assert_sound (desk);

  /* days later, and with more done to the target */
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_forward (desk, 3 * BH_TEST_DESK_DAY);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  turn_to (desk, &b);
  g_assert_cmpint (get_complainant (desk, 1)->left_at, ==, bh_clock_now (desk->clock));
  assert_as_before (desk, &a, before_a);
  assert_sound (desk);

  /* the clocks ran on: it goes on where it was */
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  turn_to (desk, &b);
  g_assert_cmpuint (before_b->complainants->len, ==, 1);
  g_assert_true (bh_ticket_is_reachable (desk->ticket));
  assert_sound (desk);
}

static void
test_undo (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_autoptr (BhTicket) before_a = g_object_ref (desk->ticket);
  g_auto (Name) b = register_one (desk, "刘洋", "13800000002");
  g_autoptr (BhTicket) before_b = g_object_ref (desk->ticket);
  g_autoptr (BhTicket) merged_a = NULL;
  g_autoptr (BhTicket) merged_b = NULL;

  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", b.number, NULL);
  merged_a = g_object_ref (desk->ticket);
  turn_to (desk, &b);
  merged_b = g_object_ref (desk->ticket);
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "王敏", BH_DOMAIN_ERROR_REFUSED, a.number, NULL);

  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  assert_as_before (desk, &a, before_a);
  assert_as_before (desk, &b, before_b);
  assert_sound (desk);

  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", b.number, NULL);
  g_object_unref (merged_a);
  merged_a = g_object_ref (desk->ticket);
  turn_to (desk, &b);
  g_object_unref (merged_b);
  merged_b = g_object_ref (desk->ticket);

  /* splitting off can be taken back as well */
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  turn_to (desk, &b);
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "王敏", BH_DOMAIN_ERROR_REFUSED, a.number, NULL);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  assert_as_before (desk, &a, merged_a);
  assert_as_before (desk, &b, merged_b);
  assert_sound (desk);

  /* something later depends on it */
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_NOTE, "王敏", "text", "记下", NULL);
  turn_to (desk, &a);
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "王敏", BH_DOMAIN_ERROR_REFUSED, b.number, NULL);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  assert_sound (desk);
}

static void
test_chain (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_auto (Name) b = register_one (desk, "刘洋", "13800000002");
  g_auto (Name) c = register_one (desk, "赵云", "13800000003");

  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", b.number, NULL);
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", c.number, NULL);
  turn_to (desk, &c);
  g_assert_cmpuint (desk->ticket->complainants->len, ==, 3);
  g_assert_cmpint (get_complainant (desk, 1)->from_ticket, ==, b.id);
  g_assert_cmpint (get_complainant (desk, 2)->from_ticket, ==, a.id);
  assert_sound (desk);

  /* the first leaves the whole chain */
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  turn_to (desk, &b);
  g_assert_cmpint (get_complainant (desk, 1)->left_at, !=, 0);
  turn_to (desk, &c);
  g_assert_cmpint (get_complainant (desk, 1)->left_at, ==, 0);
  g_assert_cmpint (get_complainant (desk, 2)->left_at, !=, 0);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  turn_to (desk, &c);
  g_assert_cmpint (get_complainant (desk, 2)->left_at, ==, 0);

  /* the second takes the first with it */
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (get_complainant (desk, 1)->left_at, ==, 0);
  turn_to (desk, &c);
  g_assert_cmpint (get_complainant (desk, 1)->left_at, !=, 0);
  g_assert_cmpint (get_complainant (desk, 2)->left_at, !=, 0);
  assert_sound (desk);
}

static void
test_refusals (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_auto (Name) b = register_one (desk, "刘洋", "13800000002");
  g_auto (Name) c = register_one (desk, "赵云", "13800000003");

  bh_test_desk_refuse (desk, BH_VERB_MERGE, "王敏", BH_DOMAIN_ERROR_REFUSED, "itself", "into",
                       c.number, NULL);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", b.number, NULL);
  turn_to (desk, &c);
  bh_test_desk_refuse (desk, BH_VERB_MERGE, "王敏", BH_DOMAIN_ERROR_REFUSED, "merged itself",
                       "into", a.number, NULL);
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_do (desk, BH_VERB_TASK, "王敏", "department", "保洁绿化", "what", "清理", NULL);
  bh_test_desk_refuse (desk, BH_VERB_MERGE, "王敏", BH_DOMAIN_ERROR_REFUSED, "清理", "into",
                       c.number, NULL);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_WITHDRAW, "王敏", "reason", "算了", NULL);
  turn_to (desk, &c);
  bh_test_desk_refuse (desk, BH_VERB_MERGE, "王敏", BH_DOMAIN_ERROR_REFUSED, b.number, "into",
                       b.number, NULL);
}

static void
test_link (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_auto (Name) b = register_one (desk, "刘洋", "13800000002");
  g_auto (Name) c = register_one (desk, "赵云", "13800000003");

  bh_test_desk_refuse (desk, BH_VERB_LINK, "王敏", BH_DOMAIN_ERROR_REFUSED, "itself", "repeat-of",
                       c.number, NULL);
  bh_test_desk_do (desk, BH_VERB_LINK, "王敏", "repeat-of", b.number, NULL);
  g_assert_cmpint (desk->ticket->repeat_of, ==, b.id);
  bh_test_desk_refuse (desk, BH_VERB_LINK, "王敏", BH_DOMAIN_ERROR_REFUSED, b.number, "repeat-of",
                       b.number, NULL);
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_LINK, "王敏", "repeat-of", a.number, NULL);
  turn_to (desk, &a);
  bh_test_desk_refuse (desk, BH_VERB_LINK, "王敏", BH_DOMAIN_ERROR_REFUSED, c.number, "repeat-of",
                       c.number, NULL);
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  g_assert_cmpint (desk->ticket->repeat_of, ==, 0);
  assert_sound (desk);
}

/* "Me too": a number of its own, the same matter, merged at once. */
static void
test_join (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_auto (Name) b = { 0, NULL };

  bh_test_desk_refuse (desk, BH_VERB_JOIN, "王敏", BH_DOMAIN_ERROR_INPUT, "contact", "channel",
                       "app", NULL);
  bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "刘洋", "phone", "13800000002", "room",
                   "3-2-302", NULL);
  b = (Name){ desk->ticket->id, g_strdup (desk->ticket->number) };
  g_assert_cmpint (b.id, !=, a.id);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_MERGED);
  g_assert_cmpstr (desk->ticket->summary, ==, "电梯坏了");
  g_assert_cmpstr (get_complainant (desk, 0)->name, ==, "刘洋");
  turn_to (desk, &a);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpstr (get_complainant (desk, 1)->phone, ==, "13800000002");
  assert_sound (desk);

  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  turn_to (desk, &a);
  g_assert_cmpuint (desk->ticket->complainants->len, ==, 1);
}

/* Each signs and is called back on the ticket that went on. */
static void
test_several_sign (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");

  bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "刘洋", "phone", "13800000002", NULL);
  turn_to (desk, &a);
  finish (desk);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "contact", "刘洋", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_FINISHED);
  for (guint i = 0; i < 2; i++)
    {
      bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
      bh_test_desk_do (desk, BH_VERB_ATTEMPT, "王敏", NULL);
      g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_FINISHED);
    }
  bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
  bh_test_desk_do (desk, BH_VERB_ATTEMPT, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
  g_assert_false (desk->ticket->unreached);
  g_assert_true (BH_OPINION (g_ptr_array_index (desk->ticket->opinions, 3))->final);

  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "5", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "4", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (BH_CALLBACK (g_ptr_array_index (desk->ticket->callbacks, 1))->complainant, ==,
                   1);
  assert_sound (desk);
}

/* One of three refuses: everybody is asked anew in the next round. One of them is reached neither
 * for the sign-off nor for the callback. */
static void
test_several_refuse (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");

  bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "刘洋", "phone", "13800000002", NULL);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "赵云", "phone", "13800000003", NULL);
  turn_to (desk, &a);
  finish (desk);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "contact", "张晓燕", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "contact", "刘洋", NULL);
  bh_test_desk_do (desk, BH_VERB_REFUSE, "王敏", "contact", "赵云", "reason", "又停", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (desk->ticket->round, ==, 2);

  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_INVESTIGATE, "李强", "cause", "wear", "responsibility", "property",
                   NULL);
  bh_test_desk_do (desk, BH_VERB_PLAN, "李强", "measure", "换主板", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好了", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "contact", "赵云", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "contact", "刘洋", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_FINISHED);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_FINISHED);
      bh_test_desk_do (desk, BH_VERB_ATTEMPT, "王敏", NULL);
      bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
    }
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);

  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "contact", "赵云", "score", "5", NULL);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "contact", "13800000002", "score", "4", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
      bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "contact", "张晓燕", "reached", "no", NULL);
      bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
    }
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_false (desk->ticket->unreached);
  assert_sound (desk);
}

/* Whoever leaves is not waited for. */
static void
test_leaving_signs (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_auto (Name) b = { 0, NULL };

  bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "刘洋", "phone", "13800000002", NULL);
  b = (Name){ desk->ticket->id, g_strdup (desk->ticket->number) };
  turn_to (desk, &a);
  finish (desk);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_FINISHED);
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  turn_to (desk, &a);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", BH_DOMAIN_ERROR_INPUT, "张晓燕", "contact",
                       "刘洋", "score", "5", NULL);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "1", "invalid", "yes", "quality",
                   "good", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_true (BH_CALLBACK (g_ptr_array_index (desk->ticket->callbacks, 0))->invalid);
  g_assert_cmpint (BH_CALLBACK (g_ptr_array_index (desk->ticket->callbacks, 0))->quality, ==,
                   BH_QUALITY_GOOD);
  assert_sound (desk);
}

/* One person with two tickets is asked once, and still there when one of them is split off. */
static void
test_same_person (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_auto (Name) b = register_one (desk, "刘洋", "13800000002");
  g_auto (Name) c = register_one (desk, "刘洋", "13800000002");

  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", a.number, NULL);
  turn_to (desk, &c);
  bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", a.number, NULL);
  turn_to (desk, &a);
  g_assert_true (get_complainant (desk, 1)->reachable);
  g_assert_false (get_complainant (desk, 2)->reachable);
  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  turn_to (desk, &a);
  g_assert_true (get_complainant (desk, 2)->reachable);
  assert_sound (desk);
}

/* Taking a ticket back, or voiding it, would end the matter of those who joined it unseen. What is
 * said of the matter itself reaches them. */
static void
test_ending_with_others (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_auto (Name) a = register_one (desk, "张晓燕", "13800000001");
  g_auto (Name) b = { 0, NULL };

  bh_test_desk_give_pin (desk, "陈静");
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_do (desk, BH_VERB_VOID, "王敏", "reason", "重复", NULL);
  bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "刘洋", "phone", "13800000002", NULL);
  b = (Name){ desk->ticket->id, g_strdup (desk->ticket->number) };
  turn_to (desk, &a);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", BH_DOMAIN_ERROR_REFUSED, "刘洋", NULL);
  bh_test_desk_do (desk, BH_VERB_REJECT, "陈静", "reason", "有人加入", "pin", BH_TEST_DESK_PIN,
                   NULL);
  bh_test_desk_refuse (desk, BH_VERB_WITHDRAW, "王敏", BH_DOMAIN_ERROR_REFUSED,
                       "split the others off first", "reason", "算了", NULL);
  bh_test_desk_refuse (desk, BH_VERB_VOID, "王敏", BH_DOMAIN_ERROR_REFUSED,
                       "split the others off first", "reason", "重复", NULL);
  bh_test_desk_do (desk, BH_VERB_DECLINE, "王敏", "reason", "开发商保修", NULL);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);

  turn_to (desk, &b);
  bh_test_desk_do (desk, BH_VERB_UNMERGE, "王敏", NULL);
  turn_to (desk, &a);
  bh_test_desk_do (desk, BH_VERB_WITHDRAW, "王敏", "reason", "算了", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_WITHDRAWN);
  turn_to (desk, &b);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  assert_sound (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/merge-and-split", test_merge_and_split);
  g_test_add_func ("/merge/undo", test_undo);
  g_test_add_func ("/merge/chain", test_chain);
  g_test_add_func ("/merge/refusals", test_refusals);
  g_test_add_func ("/merge/link", test_link);
  g_test_add_func ("/merge/join", test_join);
  g_test_add_func ("/merge/several-sign", test_several_sign);
  g_test_add_func ("/merge/several-refuse", test_several_refuse);
  g_test_add_func ("/merge/leaving-signs", test_leaving_signs);
  g_test_add_func ("/merge/same-person", test_same_person);
  g_test_add_func ("/merge/ending-with-others", test_ending_with_others);

  return g_test_run ();
}
