/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-text-features.h"

#include <string.h>

#define MANY 1000

static char *
join (const char *text, guint max_chars)
{
  g_autoptr (GArray) features = bh_text_features_collect (text, max_chars);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < features->len; i++)
    {
      BhTextFeature *feature = &g_array_index (features, BhTextFeature, i);

      g_string_append_printf (out, "%s%.*s", i > 0 ? " " : "", (int) feature->length,
                              text + feature->from);
      g_assert_cmpint (feature->is_word, ==, feature->length > strlen ("电"));
    }

  return g_string_free (out, FALSE);
}

static void
test_pieces (void)
{
  g_autofree char *chinese = join ("电梯困人", MANY);
  g_autofree char *broken = join ("漏水，3号楼", MANY);
  g_autofree char *mixed = join ("WiFi坏了 13800138000", MANY);
  g_autofree char *cut = join ("电梯困人", 2);
  g_autofree char *none = join (NULL, MANY);

  g_assert_cmpstr (chinese, ==, "电 电梯 梯 梯困 困 困人 人");
  g_assert_cmpstr (broken, ==, "漏 漏水 水 号 号楼 楼");
  g_assert_cmpstr (mixed, ==, "WiFi 坏 坏了 了");
  g_assert_cmpstr (cut, ==, "电 电梯 梯");
  g_assert_cmpstr (none, ==, "");
}

static double
compare (const char *a, const char *b)
{
  g_autoptr (GArray) x = bh_text_features_hash_words (a, MANY);
  g_autoptr (GArray) y = bh_text_features_hash_words (b, MANY);

  g_assert_cmpfloat (bh_text_features_compare (x, y), ==, bh_text_features_compare (y, x));

  return bh_text_features_compare (x, y);
}

static void
test_likeness (void)
{
  g_assert_cmpfloat (compare ("电梯困人", "电梯困人"), ==, 1);
  g_assert_cmpfloat (compare ("电梯困人", "电梯，困人"), ==, 2.0 * 2 / (3 + 2));
  g_assert_cmpfloat (compare ("电梯困人", "地下车库漏水"), ==, 0);
  g_assert_cmpfloat (compare ("", "地下车库漏水"), ==, 0);
  /* Said twice is said once. */
  g_assert_cmpfloat (compare ("漏水 漏水", "漏水"), ==, 1);
  g_assert_cmpfloat (compare ("LIFT broken", "lift Broken"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-features/pieces", test_pieces);
  g_test_add_func ("/text-features/likeness", test_likeness);

  return g_test_run ();
}
