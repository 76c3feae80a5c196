/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-room-number.h"

#include <glib.h>

/* Which floor a room is on, by its number. */

static void
assert_number (const char *name, int floor, const char *door)
{
  g_autofree char *found = NULL;
  int n = 0;

  g_assert_true (bh_room_number_parse (name, &n, &found));
  g_assert_cmpint (n, ==, floor);
  g_assert_cmpstr (found, ==, door);
}

static void
test_room_numbers (void)
{
  static const char *const none[] = { "", "商铺5", "12", "门卫室", "001", "0005", "A座" };

  assert_number ("1203", 12, "03");
  assert_number ("301", 3, "01");
  assert_number ("301室", 3, "01");
  assert_number ("１２０３", 12, "03");
  assert_number ("A-1203", 12, "03");
  assert_number ("1203a", 12, "03A");
  assert_number ("1203室AB", 12, "03");
  assert_number ("10301", 3, "01");
  assert_number ("3-2-301", 3, "01");
  assert_number ("B101", -1, "01");
  assert_number ("B1203", 12, "03");
  assert_number ("负101", -1, "01");
  assert_number ("地下201", -2, "01");
  assert_number ("-101", -1, "01");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *door = NULL;
      int floor;

      g_assert_false (bh_room_number_parse (none[i], &floor, &door));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hot-spots/room-numbers", test_room_numbers);

  return g_test_run ();
}
