/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-shift-sheet.h"
#include "support/bh-test-desk.h"

#include <string.h>

static void
arrived_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static BhShiftSheet *
load (BhDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BhShiftSheet *sheet;

  bh_shift_sheet_load_async (desk, NULL, arrived_cb, &result);
  sheet = bh_shift_sheet_load_finish (desk, wait_for (&result), &error);
  g_assert_no_error (error);

  return sheet;
}

static void
hand_over (BhDesk *desk, const char *name, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BhEntry *staff = bh_office_find (bh_desk_get_office (desk), BH_TYPE_STAFF, name);

  bh_shift_hand_over_async (desk, bh_entry_get_id (staff), "钥匙在抽屉", text, arrived_cb, &result);
  g_assert_true (bh_shift_hand_over_finish (desk, wait_for (&result), &error));
  g_assert_no_error (error);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

/* An urgent ticket of this shift is new and urgent; one that is closed is not told of. */
static void
test_sheet (void)
{
  g_autoptr (BhTestDesk) test_desk = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (test_desk->store);
  g_autoptr (BhShiftSheet) sheet = NULL;
  g_autofree char *urgent = NULL;

  bh_test_desk_register (test_desk, "漏水", "urgent");
  urgent = g_strdup (test_desk->ticket->number);
  bh_test_desk_register (test_desk, "漏水", "general");
  bh_test_desk_do (test_desk, BH_VERB_WITHDRAW, "王敏", "reason", "已自行解决", NULL);
  sheet = load (desk);
  g_assert_cmpuint (count (sheet->text, urgent), ==, 2);
  g_assert_cmpuint (count (sheet->text, test_desk->ticket->number), ==, 0);
  g_assert_cmpuint (sheet->earlier->len, ==, 0);
}

/* What was handed over is kept with both names, and the next shift begins then. */
static void
test_hand_over (void)
{
  g_autoptr (BhTestDesk) test_desk = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (test_desk->store);
  BhOffice *office = bh_desk_get_office (desk);
  g_autoptr (BhShiftSheet) before = NULL, after = NULL;
  gint64 clerk = bh_entry_get_id (bh_office_find (office, BH_TYPE_STAFF, "王敏"));
  BhShift *shift;

  bh_desk_set_staff_id (desk, clerk);
  bh_test_desk_register (test_desk, "漏水", "general");
  before = load (desk);
  g_assert_cmpuint (count (before->text, test_desk->ticket->number), ==, 1);
  bh_test_desk_forward (test_desk, BH_TEST_DESK_HOUR);
  hand_over (desk, "陈静", before->text);
  bh_test_desk_forward (test_desk, BH_TEST_DESK_HOUR);
  after = load (desk);
  g_assert_cmpuint (after->earlier->len, ==, 1);
  shift = g_ptr_array_index (after->earlier, 0);
  g_assert_cmpint (shift->from_id, ==, clerk);
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_STAFF, shift->to_id), ==, "陈静");
  g_assert_cmpstr (shift->note, ==, "钥匙在抽屉");
  g_assert_cmpstr (shift->sheet, ==, before->text);
  g_assert_cmpint (after->since, ==, shift->at);
  g_assert_cmpuint (count (after->text, test_desk->ticket->number), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shift-sheet/sheet", test_sheet);
  g_test_add_func ("/shift-sheet/hand-over", test_hand_over);

  return g_test_run ();
}
