/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-text.h"

static void
assert_before (const char *a, const char *b)
{
  g_autofree char *key_a = bh_text_sort_key (a, 64);
  g_autofree char *key_b = bh_text_sort_key (b, 64);

  g_assert_cmpstr (key_a, <, key_b);
}

static void
test_sort_key (void)
{
  g_autofree char *empty = bh_text_sort_key (NULL, 8);
  g_autofree char *cut = bh_text_sort_key ("水管漏水", 2);
  g_autofree char *mixed = bh_text_sort_key ("ＡB三栋2-É x，水", 64);

  assert_before ("保洁部", "工程部");
  assert_before ("工程部", "客服部");
  assert_before ("客服部", "秩序部");
  assert_before ("2栋", "10栋");
  assert_before ("Apple", "banana");
  assert_before ("Élan", "frost");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (cut, ==, "shui guan");
  g_assert_cmpstr (mixed, ==, "ab san dong000000002-e x,shui");
}

static void
test_initials (void)
{
  g_autofree char *name = bh_text_pinyin_initials ("张晓燕");
  g_autofree char *mixed = bh_text_pinyin_initials ("Li 小明");
  g_autofree char *none = bh_text_pinyin_initials (NULL);

  g_assert_cmpstr (name, ==, "zxy");
  g_assert_cmpstr (mixed, ==, "lxm");
  g_assert_cmpstr (none, ==, "");
}

static void
assert_clean (const char *text, const char *expected)
{
  g_autofree char *clean = bh_text_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_clean (void)
{
  assert_clean (NULL, NULL);
  assert_clean ("", NULL);
  assert_clean (" \t\n\xe3\x80\x80\xc2\xa0\xe2\x80\x8b", NULL);
  assert_clean ("\n\t 电梯\xe3\x80\x80困人 \xc2\xa0", "电梯\xe3\x80\x80困人");
  assert_clean ("一\r\n\r\n二\a", "一\n二");
}

static void
test_digits (void)
{
  g_autofree char *phone = bh_text_digits ("+86 138-0013 8000");
  g_autofree char *wide = bh_text_digits ("１３８");

  g_assert_cmpstr (phone, ==, "8613800138000");
  g_assert_cmpstr (wide, ==, "138");
}

static void
test_set_string (void)
{
  g_autofree char *field = NULL;

  g_assert_false (bh_set_string (&field, NULL));
  g_assert_true (bh_set_string (&field, "a"));
  g_assert_false (bh_set_string (&field, "a"));
  g_assert_true (bh_set_string (&field, NULL));
  g_assert_null (field);
}

static void
assert_phone (const char *digits, const char *expected)
{
  g_autofree char *text = bh_text_group_phone (digits);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_phone (void)
{
  assert_phone (NULL, "");
  assert_phone ("", "");
  assert_phone ("13800138000", "138 0013 8000");
  assert_phone ("88889999", "8888 9999");
  assert_phone ("01088889999", "010 8888 9999");
  assert_phone ("057188889999", "0571 8888 9999");
  assert_phone ("12345", "12345");
  assert_phone ("+86 138", "+86 138");
}

static void
assert_count (guint64 count, const char *expected)
{
  g_autofree char *text = bh_text_group_count (count);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_count (void)
{
  assert_count (0, "0");
  assert_count (999, "999");
  assert_count (1284, "1,284");
  assert_count (1000000, "1,000,000");
}

static void
test_file_name (void)
{
  g_autofree char *name = bh_text_to_file_name (" 滨河/花园: 3栋*\t", 100);
  g_autofree char *cut = bh_text_to_file_name ("滨河花园", 2);
  g_autofree char *none = bh_text_to_file_name (NULL, 9);

  g_assert_cmpstr (name, ==, "滨河_花园_ 3栋__");
  g_assert_cmpstr (cut, ==, "滨河");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/sort-key", test_sort_key);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/digits", test_digits);
  g_test_add_func ("/text/set-string", test_set_string);
  g_test_add_func ("/text/group-phone", test_phone);
  g_test_add_func ("/text/group-count", test_count);
  g_test_add_func ("/text/file-name", test_file_name);

  return g_test_run ();
}
