/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"

static void
add (BhOffice *office, gpointer entry)
{
  bh_office_add (office, BH_ENTRY (entry));
  g_object_unref (entry);
}

static void
add_policies (BhOffice *office, gint64 category)
{
  for (int grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      g_autoptr (BhPolicy) policy = bh_policy_new_default ((BhGrade) grade);

      policy->id = category * 10 + grade;
      policy->category_id = category;
      policy->skip_investigate = category == BH_TEST_QUICK;
      policy->skip_plan = category == BH_TEST_QUICK;
      policy->callback = category != BH_TEST_QUICK ? BH_CALLBACK_ALWAYS : BH_CALLBACK_NEVER;
      policy->needs_cause = category == BH_TEST_STRICT;
      bh_office_add_policy (office, policy);
    }
}

BhOffice *
bh_test_office_new (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { (char *) "阳光花园", 30 * 60, 90, 30 };
  BhOffice *office = bh_office_new (time, &settings);

  add (office, bh_department_new (BH_TEST_SERVICE, "", "客服部", FALSE));
  add (office, bh_department_new (BH_TEST_ENGINEERING, "", "工程部", FALSE));
  add (office, bh_department_new (BH_TEST_CLEANING, "", "保洁部", FALSE));
  add (office, bh_staff_new (BH_TEST_CLERK, "王敏", FALSE, BH_TEST_SERVICE, BH_ROLE_CLERK, NULL));
  add (office,
       bh_staff_new (BH_TEST_WORKER, "李强", FALSE, BH_TEST_ENGINEERING, BH_ROLE_WORKER, NULL));
  add (office,
       bh_staff_new (BH_TEST_SUPERVISOR, "陈静", FALSE, BH_TEST_SERVICE, BH_ROLE_SUPERVISOR, NULL));
  add (office,
       bh_staff_new (BH_TEST_AUDITOR, "周平", FALSE, BH_TEST_SERVICE, BH_ROLE_AUDITOR, NULL));
  add (office, bh_category_new (BH_TEST_REPAIR, "", "水管漏水", FALSE, 0, 0, BH_GRADE_NONE));
  add (office, bh_category_new (BH_TEST_QUICK, "", "换灯泡", FALSE, 0, 0, BH_GRADE_NONE));
  add (office, bh_category_new (BH_TEST_STRICT, "", "电梯故障", FALSE, 0, 0, BH_GRADE_NONE));
  add (office, bh_channel_new (BH_TEST_COUNTER, "counter", "现场", FALSE, TRUE));
  add (office, bh_cause_new (BH_TEST_WEAR, "wear", "老化", FALSE));
  add_policies (office, 0);
  add_policies (office, BH_TEST_QUICK);
  add_policies (office, BH_TEST_STRICT);

  return office;
}

BhEvent *
bh_test_history_add (
    BhTestHistory *history, BhVerb verb, gint64 at, gint64 actor, BhPayload *payload)
{
  BhEvent *event = bh_event_new (verb, at, at, actor, actor, payload);
  BhEvent *last = history->events->len > 0
                      ? g_ptr_array_index (history->events, history->events->len - 1)
                      : NULL;

  event->ticket_id = 7;
  event->seq = (int) history->events->len + 1;
  event->salt = event->seq * 1000;
  event->hash = bh_event_compute_hash (event, last != NULL ? last->hash : NULL);
  g_ptr_array_add (history->events, event);

  return event;
}

BhTestHistory *
bh_test_history_new (BhGrade grade, gint64 category, gboolean reachable)
{
  BhTestHistory *self = g_new0 (BhTestHistory, 1);
  g_autoptr (BhPayload) payload
      = bh_payload_new_from ("number", "W2026-000001", "kind", "repair", "summary", "厨房漏水",
                             "contact-name", "张晓燕", NULL);
  BhPolicy *policy;
  g_autoptr (GError) error = NULL;

  self->office = bh_test_office_new ();
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->ticket = bh_ticket_new ();
  policy = bh_office_find_policy (self->office, category, grade, BH_TEST_START);
  bh_payload_set (payload, "grade", bh_list_get_code (BH_LIST_GRADE, (int) grade));
  bh_payload_set_int (payload, "category", category);
  bh_payload_set_int (payload, "policy", policy->id);
  bh_payload_set_yes (payload, "reachable", reachable);

  bh_ticket_apply (self->ticket,
                   bh_test_history_add (self, BH_VERB_NEW, BH_TEST_START, BH_TEST_CLERK, payload),
                   self->office, &error);
  g_assert_no_error (error);

  return self;
}

void
bh_test_history_free (BhTestHistory *self)
{
  g_clear_object (&self->office);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_object (&self->ticket);
  g_free (self);
}

void
bh_test_do (BhTestHistory *self, BhVerb verb, gint64 at, const char *first_key, ...)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();
  g_autoptr (GError) error = NULL;
  gint64 actor = verb == BH_VERB_FINISH ? BH_TEST_WORKER : BH_TEST_CLERK;
  va_list args;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    bh_payload_set (payload, key, va_arg (args, const char *));
  va_end (args);

  bh_test_history_add (self, verb, BH_TEST_START + at, actor, payload);
  if (verb == BH_VERB_UNDO || verb == BH_VERB_UNMERGE)
    {
      g_clear_object (&self->ticket);
      self->ticket = bh_ticket_fold (self->events, self->office, &error);
    }
  else
    bh_ticket_apply (self->ticket, g_ptr_array_index (self->events, self->events->len - 1),
                     self->office, &error);
  g_assert_no_error (error);
}

void
bh_test_work_until (BhTestHistory *self, BhStatus status)
{
  if (status >= BH_STATUS_DISPATCHED)
    bh_test_do (self, BH_VERB_DISPATCH, 1 * BH_TEST_HOUR, "department", "12", "person", "2", NULL);
  if (status >= BH_STATUS_ACCEPTED)
    bh_test_do (self, BH_VERB_ACCEPT, 2 * BH_TEST_HOUR, NULL);
  if (status >= BH_STATUS_INVESTIGATED)
    bh_test_do (self, BH_VERB_INVESTIGATE, 3 * BH_TEST_HOUR, "cause", "41", "responsibility",
                "property", NULL);
  if (status >= BH_STATUS_PLANNED)
    bh_test_do (self, BH_VERB_PLAN, 4 * BH_TEST_HOUR, "measure", "换管", NULL);
  if (status >= BH_STATUS_FINISHED)
    bh_test_do (self, BH_VERB_FINISH, 5 * BH_TEST_HOUR, "result", "已换", NULL);
  if (status >= BH_STATUS_SIGNED)
    bh_test_do (self, BH_VERB_SIGN, 6 * BH_TEST_HOUR, "by", "owner", NULL);
  if (status >= BH_STATUS_CLOSED)
    bh_test_do (self, BH_VERB_CALLBACK, 7 * BH_TEST_HOUR, "reached", "yes", "score", "5", NULL);
}
