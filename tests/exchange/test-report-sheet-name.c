/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-sheet-name.h"

#include <string.h>

/* Each rule that programs have for the names of sheets. */

static void
check (GHashTable *taken, const char *text, const char *expected)
{
  g_autofree char *name = bh_report_sheet_name_new (taken, text);

  g_assert_cmpstr (name, ==, expected);
}

static void
check_alone (const char *text, const char *expected)
{
  g_autoptr (GHashTable) taken = bh_report_sheet_names_new ();

  check (taken, text, expected);
}

static void
test_plain (void)
{
  check_alone ("摘要", "摘要");
  check_alone ("1号楼 (东) & <A>", "1号楼 (东) & <A>");
  check_alone ("it's", "it's");
  check_alone ("Histories", "Histories");
}

static void
test_length (void)
{
  check_alone ("1234567890123456789012345678901", "1234567890123456789012345678901");
  check_alone ("12345678901234567890123456789012", "1234567890123456789012345678901");
  /* Characters are counted, not bytes; those beyond the first plane count twice and stay whole. */
  check_alone ("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
               "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
  check_alone ("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀");
}

static void
test_characters (void)
{
  check_alone ("a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h");
  check_alone ("全角［］：＊？／", "全角［］：＊？／");
  check_alone ("a\x01"
               "b\nc\td",
               "a b c d");
  check_alone ("a\xff"
               "b",
               "a\xef\xbf\xbd"
               "b");
}

static void
test_apostrophes (void)
{
  check_alone ("'a'b'", "a'b");
  check_alone ("'' a ''", "a");
  /* One that only stands at the end once the name is cut. */
  check_alone ("123456789012345678901234567890'2", "123456789012345678901234567890");
}

static void
test_nothing_left (void)
{
  check_alone ("", "Sheet");
  check_alone ("   ", "Sheet");
  check_alone ("'''", "Sheet");
}

static void
test_reserved (void)
{
  check_alone ("History", "History (2)");
  check_alone ("HISTORY", "HISTORY (2)");
  check_alone ("'history'", "history (2)");
}

static void
test_duplicates (void)
{
  g_autoptr (GHashTable) taken = bh_report_sheet_names_new ();

  check (taken, "Data", "Data");
  check (taken, "Data", "Data (2)");
  check (taken, "DATA", "DATA (3)");
  check (taken, "data (2)", "data (2) (2)");
  check (taken, "Ｄａｔａ", "Ｄａｔａ (4)");
  check (taken, "a/b", "a_b");
  check (taken, "a:b", "a_b (2)");
}

/* What makes a name unique has its place in the 31 characters. */
static void
test_long_duplicates (void)
{
  g_autoptr (GHashTable) taken = bh_report_sheet_names_new ();

  check (taken, "1234567890123456789012345678901", "1234567890123456789012345678901");
  check (taken, "1234567890123456789012345678901-b", "123456789012345678901234567 (2)");
  for (guint i = 3; i < 12; i++)
    {
      g_autofree char *name = bh_report_sheet_name_new (taken, "1234567890123456789012345678901");

      g_assert_cmpuint (strlen (name), ==, BH_REPORT_SHEET_NAME_UNITS);
    }
  check (taken, "1234567890123456789012345678901", "12345678901234567890123456 (12)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-sheet-name/plain", test_plain);
  g_test_add_func ("/report-sheet-name/length", test_length);
  g_test_add_func ("/report-sheet-name/characters", test_characters);
  g_test_add_func ("/report-sheet-name/apostrophes", test_apostrophes);
  g_test_add_func ("/report-sheet-name/nothing-left", test_nothing_left);
  g_test_add_func ("/report-sheet-name/reserved", test_reserved);
  g_test_add_func ("/report-sheet-name/duplicates", test_duplicates);
  g_test_add_func ("/report-sheet-name/long-duplicates", test_long_duplicates);

  return g_test_run ();
}
