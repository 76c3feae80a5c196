/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-clock.h"
#include "ui/reports/bh-time-left.h"

#include <stdlib.h>
#include <string.h>

#define START (1000 * BH_USEC_PER_SEC)

static gint64
at (double seconds)
{
  return START + (gint64) (seconds * BH_USEC_PER_SEC);
}

/* The number in the text, 0 where there is none. */
static int
read_number (const BhTimeLeft *left, double seconds)
{
  g_autofree char *text = bh_time_left_dup_text (left, at (seconds));
  const char *digits = strpbrk (text, "0123456789");

  return digits != NULL ? atoi (digits) : 0;
}

/* It says nothing before it knows. */
static void
test_silent (void)
{
  BhTimeLeft left;
  g_autofree char *early = NULL, *slow = NULL, *known = NULL;

  bh_time_left_begin (&left, START);
  bh_time_left_note (&left, 0.3, at (1));
  early = bh_time_left_dup_text (&left, at (1));
  g_assert_cmpstr (early, ==, "");
  bh_time_left_note (&left, 0.01, at (10));
  slow = bh_time_left_dup_text (&left, at (10));
  g_assert_cmpstr (slow, ==, "");
  bh_time_left_note (&left, 0.25, at (10));
  known = bh_time_left_dup_text (&left, at (10));
  g_assert_cmpstr (known, !=, "");
  g_assert_cmpint (read_number (&left, 10), ==, 30);
}

/* What goes evenly is told right, and only goes down. */
static void
test_even (void)
{
  BhTimeLeft left;
  int last = G_MAXINT;

  bh_time_left_begin (&left, START);
  for (int second = 3; second < 55; second++)
    {
      int shown;

      bh_time_left_note (&left, second / 60.0, at (second));
      shown = read_number (&left, second);
      g_assert_cmpint (shown, <=, last == 1 ? 60 : last);
      g_assert_cmpint (shown == 1 ? 60 : shown, >=, 60 - second);
      last = shown;
    }
}

/* A step that takes long moves it slowly; then time goes on by itself. */
static void
test_smooth (void)
{
  BhTimeLeft left;
  gint64 before;

  bh_time_left_begin (&left, START);
  bh_time_left_note (&left, 0.5, at (20));
  before = left.ends_at;
  g_assert_cmpint (before, ==, at (40));
  bh_time_left_note (&left, 0.5, at (30));
  g_assert_cmpint (left.ends_at, >, before);
  g_assert_cmpint (left.ends_at, <, at (45));
  g_assert_cmpint (read_number (&left, 32), ==, 15);
  g_assert_cmpint (read_number (&left, 40), ==, 0);
}

static void
test_minutes (void)
{
  BhTimeLeft left = { START, at (200) };

  g_assert_cmpint (read_number (&left, 0), ==, 4);
  g_assert_cmpint (read_number (&left, 80), ==, 2);
  g_assert_cmpint (read_number (&left, 150), ==, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-left/silent", test_silent);
  g_test_add_func ("/time-left/even", test_even);
  g_test_add_func ("/time-left/smooth", test_smooth);
  g_test_add_func ("/time-left/minutes", test_minutes);

  return g_test_run ();
}
