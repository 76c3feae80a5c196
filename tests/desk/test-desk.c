/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "domain/bh-error.h"
#include "storage/bh-settings.h"

/* The desk of the window: verbs and reads without waiting. */

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Wait;

static void
wait_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static GAsyncResult *
wait_for (Wait *wait)
{
  g_main_loop_run (wait->loop);
  g_clear_pointer (&wait->loop, g_main_loop_unref);

  return g_steal_pointer (&wait->result);
}

static BhTicket *
do_verb (BhDesk *desk, BhVerb verb, gint64 id, BhPayload *inputs, GError **error)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GAsyncResult) result = NULL;

  bh_desk_do_async (desk, verb, id, inputs, 0, NULL, wait_cb, &wait);
  result = wait_for (&wait);

  return bh_desk_do_finish (desk, result, error);
}

static void
test_do (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  g_autoptr (BhPayload) inputs
      = bh_payload_new_from ("kind", "repair", "grade", "general", "channel", "app", "summary",
                             "灯坏", "contact", "张晓燕", "room", "3-2-301", NULL);
  g_autoptr (BhPayload) none = bh_payload_new ();
  g_autoptr (BhTicket) ticket = NULL;
  g_autoptr (GError) error = NULL;

  ticket = do_verb (desk, BH_VERB_NEW, 0, inputs, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_null (do_verb (desk, BH_VERB_DISPATCH, ticket->id, none, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static gboolean
set_desk_staff_cb (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "desk-staff", user_data, error);
}

/* Who is at the desk follows the setting; an auditor may not write. */
static void
test_staff (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("kind", "repair", "grade", "general",
                                                      "channel", "app", "summary", "灯坏", NULL);
  g_autoptr (GError) error = NULL;
  guint staff_changes = 0, office_changes = 0;
  BhActor actor;

  g_signal_connect (desk, "notify::staff-id", G_CALLBACK (count_cb), &staff_changes);
  g_signal_connect (desk, "notify::office", G_CALLBACK (count_cb), &office_changes);
  g_assert_cmpint (bh_desk_get_staff_id (desk), ==, 0);
  bh_desk_get_actor (desk, &actor);
  g_assert_cmpint (actor.role, ==, BH_ROLE_CLERK);

  bh_store_write (office->store, set_desk_staff_cb, (gpointer) "周平", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (staff_changes, ==, 1);
  g_assert_cmpuint (office_changes, ==, 1);
  bh_desk_get_actor (desk, &actor);
  g_assert_cmpint (actor.role, ==, BH_ROLE_AUDITOR);
  g_assert_cmpint (actor.staff_id, ==, bh_desk_get_staff_id (desk));
  g_assert_null (do_verb (desk, BH_VERB_NEW, 0, inputs, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
}

static void
test_load (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (BhTicketView) view = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;

  bh_test_desk_register (office, "漏水", "general");
  first = g_strdup (office->ticket->number);
  bh_test_desk_do (office, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   "general", "summary", "又漏", "repeat-of", first, "contact", "张晓燕", "room",
                   "3-2-301", NULL);
  bh_desk_load_async (desk, office->ticket_id, NULL, wait_cb, &wait);
  result = wait_for (&wait);
  view = bh_desk_load_finish (desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (view->repeat_of_number, ==, first);
  g_assert_cmpstr (view->place->path, ==, "3栋2单元301");
  g_assert_cmpuint (view->contacts->len, ==, 1);
  g_assert_cmpuint (view->events->len, ==, 1);
}

static BhHousehold *
find_household (BhDesk *desk, const char *phone, gint64 room_id)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BhHousehold *household;

  bh_desk_find_household_async (desk, phone, room_id, NULL, wait_cb, &wait);
  result = wait_for (&wait);
  household = bh_desk_find_household_finish (desk, result, &error);
  g_assert_no_error (error);

  return household;
}

static void
test_household (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  g_autoptr (BhHousehold) by_phone = NULL;
  g_autoptr (BhHousehold) by_room = NULL;
  g_autoptr (BhHousehold) nobody = NULL;

  bh_test_desk_work_until (office, "漏水", "general", BH_STATUS_CLOSED);
  bh_test_desk_register (office, "快修", "general");
  bh_test_desk_do (office, BH_VERB_NEW, "王敏", "kind", "inquiry", "channel", "counter", "grade",
                   "general", "summary", "问停车", "contact", "刘洋", "room", "3-2-301", NULL);
  bh_test_desk_do (office, BH_VERB_NEW, "王敏", "kind", "inquiry", "channel", "counter", "grade",
                   "general", "summary", "另一家", "contact", "刘洋", "room", "3-2-302", NULL);

  by_phone = find_household (desk, "13800138000", 0);
  g_assert_cmpstr (by_phone->room->path, ==, "3栋2单元301");
  g_assert_cmpuint (by_phone->contacts->len, ==, 2);
  g_assert_cmpstr (bh_entry_get_name (g_ptr_array_index (by_phone->contacts, 0)), ==, "张晓燕");
  g_assert_cmpuint (by_phone->open->len, ==, 2);
  g_assert_cmpstr (BH_TICKET_ROW (g_ptr_array_index (by_phone->open, 0))->summary, ==, "问停车");
  g_assert_cmpuint (by_phone->recent->len, ==, 1);

  by_room = find_household (desk, NULL, bh_entry_get_id (BH_ENTRY (by_phone->room)));
  g_assert_cmpuint (by_room->open->len, ==, 2);
  g_assert_cmpuint (by_room->contacts->len, ==, 2);

  nobody = find_household (desk, "10086", 0);
  g_assert_null (nobody->room);
  g_assert_cmpuint (nobody->contacts->len, ==, 0);
  g_assert_cmpuint (nobody->open->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/do", test_do);
  g_test_add_func ("/desk/staff", test_staff);
  g_test_add_func ("/desk/load", test_load);
  g_test_add_func ("/desk/household", test_household);

  return g_test_run ();
}
