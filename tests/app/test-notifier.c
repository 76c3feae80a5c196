/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-notifier.h"

#include "support/bh-test-desk.h"

static void
add (GPtrArray *notes, gint64 staff_id, int threshold)
{
  BhWarningNote *note = g_new0 (BhWarningNote, 1);

  note->ticket_id = notes->len + 1;
  note->number = g_strdup_printf ("W2026-%06u", notes->len + 1);
  note->summary = g_strdup ("厨房漏水");
  note->clock = BH_CLOCK_COMPLETION;
  note->threshold = threshold;
  note->due = BH_TEST_DESK_START;
  note->staff_id = staff_id;
  g_ptr_array_add (notes, note);
}

static guint
count (BhDesk *desk, GPtrArray *notes, guint n_more)
{
  g_autoptr (GPtrArray) notifications = bh_notifier_make (desk, notes, n_more);

  return notifications->len;
}

static gint64
find_staff (BhDesk *desk, const char *name)
{
  return bh_entry_get_id (bh_office_find (bh_desk_get_office (desk), BH_TYPE_STAFF, name));
}

/* One for each, until they are too many to be read; a worker is told of what is in own hands. */
static void
test_make (void)
{
  g_autoptr (BhTestDesk) office = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (office->store);
  g_autoptr (GPtrArray) notes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_warning_note_free);

  g_assert_cmpuint (count (desk, notes, 0), ==, 0);
  add (notes, find_staff (desk, "李强"), 50);
  add (notes, find_staff (desk, "赵刚"), 100);
  add (notes, find_staff (desk, "赵刚"), 150);
  g_assert_cmpuint (count (desk, notes, 0), ==, 3);
  g_assert_cmpuint (count (desk, notes, 40), ==, 1);

  bh_desk_set_staff_id (desk, find_staff (desk, "李强"));
  g_assert_cmpuint (count (desk, notes, 0), ==, 1);
  bh_desk_set_staff_id (desk, find_staff (desk, "孙洁"));
  g_assert_cmpuint (count (desk, notes, 0), ==, 0);
  bh_desk_set_staff_id (desk, find_staff (desk, "陈静"));
  add (notes, 0, 80);
  g_assert_cmpuint (count (desk, notes, 0), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notifier/make", test_make);

  return g_test_run ();
}
