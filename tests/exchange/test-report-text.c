/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-text.h"

#include <string.h>

static void
check (const char *text, const char *expected)
{
  g_autoptr (GString) scratch = g_string_new ("left over");

  g_assert_cmpstr (bh_report_text_clean (text, scratch), ==, expected);
}

static void
test_plain (void)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  const char *text = "=SUM(A1) 厨房漏水 😀\n\t<&>";

  g_assert_true (bh_report_text_clean (text, scratch) == text);
  check ("", "");
}

static void
test_what_no_cell_can_hold (void)
{
  check ("a\x01"
         "b\rc\x7f"
         "d",
         "abcd");
  check ("a\xff"
         "b",
         "a\xef\xbf\xbd"
         "b");
  check ("半\xe5\x8d", "半\xef\xbf\xbd\xef\xbf\xbd");
  check ("a\xef\xbf\xbe"
         "b\x02",
         "ab");
  check ("a\xef\xbf\xbe", "a");
  check ("\xef\xbf\xbf"
         "b",
         "b");
}

static void
test_escapes (void)
{
  check ("_x0041_", "_x005F_x0041_");
  check ("x_x00ZZ_", "x_x00ZZ_");
  check ("_x004", "_x004");
}

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

static glong
count_units (const char *text)
{
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_assert_nonnull (units);

  return n;
}

static void
test_length (void)
{
  static const struct
  {
    const char *piece;
    guint n;
    glong units;
    gboolean cut;
  } cases[] = {
    { "a", BH_REPORT_MAX_TEXT, BH_REPORT_MAX_TEXT, FALSE },
    { "a", BH_REPORT_MAX_TEXT + 1, BH_REPORT_MAX_TEXT, TRUE },
    { "漏", BH_REPORT_MAX_TEXT, BH_REPORT_MAX_TEXT, FALSE },
    { "漏", BH_REPORT_MAX_TEXT + 5000, BH_REPORT_MAX_TEXT, TRUE },
    { "😀", BH_REPORT_MAX_TEXT / 2, BH_REPORT_MAX_TEXT - 1, FALSE },
    { "😀", BH_REPORT_MAX_TEXT / 2 + 1, BH_REPORT_MAX_TEXT, TRUE },
    { "😀", BH_REPORT_MAX_TEXT, BH_REPORT_MAX_TEXT, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].piece, cases[i].n);
      g_autoptr (GString) scratch = g_string_new (NULL);
      const char *clean = bh_report_text_clean (text, scratch);

      g_assert_cmpint (count_units (clean), <=, BH_REPORT_MAX_TEXT);
      g_assert_cmpint (count_units (clean), >=, cases[i].units - 1);
      g_assert_cmpint (g_str_has_suffix (clean, "…"), ==, cases[i].cut);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-text/plain", test_plain);
  g_test_add_func ("/report-text/what-no-cell-can-hold", test_what_no_cell_can_hold);
  g_test_add_func ("/report-text/escapes", test_escapes);
  g_test_add_func ("/report-text/length", test_length);

  return g_test_run ();
}
