/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-mask.h"

typedef char *(*Mask) (const char *);

typedef struct
{
  const char *text;
  const char *masked;
} Case;

static void
check (Mask mask, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *masked = mask (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static void
test_name (void)
{
  const Case cases[] = {
    { NULL, "" },
    { "", "" },
    { " \u3000", "" },
    { "张晓燕", "张**" },
    { "张", "张**" },
    { "王女士", "王**" },
    { " 李雷 ", "李**" },
    { "John Smith", "J**" },
    { "Émile", "É**" },
    { "אבי כהן", "א**" },
    { "13812345678", "**" },
    { "301业主", "**" },
    { "🙂张晓燕", "**" },
    { "𠮷野家", "𠮷**" },
    { "=cmd|x", "**" },
  };

  check (bh_mask_name, cases, G_N_ELEMENTS (cases));
}

static void
test_phone (void)
{
  const Case cases[] = {
    { NULL, "" },
    { "", "" },
    { "  ", "" },
    { "13812345678", "138****5678" },
    { "138 1234 5678", "138****5678" },
    { "+86 138-1234-5678", "138****5678" },
    { "008613812345678", "138****5678" },
    { "１３８１２３４５６７８", "138****5678" },
    { "0571-88123456", "057****3456" },
    { "62345678", "62****78" },
    { "6234567", "62****7" },
    { "4008001234", "40****1234" },
    { "110", "****" },
    { "623456", "****" },
    { "无", "****" },
    { "13812345678 / 13987654321", "138****4321" },
  };

  check (bh_mask_phone, cases, G_N_ELEMENTS (cases));
}

static void
test_place (void)
{
  const Case cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "3栋2单元301", "3栋" },
    { "12号楼1单元1502室", "12号楼" },
    { "一期3栋2单元301", "一期3栋" },
    { "A区 B座 301", "A区 B座" },
    { "３栋２单元", "3栋" },
    { "3#2-301", "3#" },
    { "16#楼电梯", "16#楼" },
    { "张晓燕家3栋2单元", "3栋" },
    { "Building 7 Unit 2 Room 301", "Building 7" },
    { "tower B, 12th floor", "tower B" },
    { "301#", NULL },
    { "301号", NULL },
    { "3-2-301", NULL },
    { "2单元301", NULL },
    { "地下车库", NULL },
    { "张三家门口", NULL },
    { "🙂", NULL },
  };

  check (bh_mask_place, cases, G_N_ELEMENTS (cases));
}

/* Whatever number somebody has, what is shown leaves at least four digits, or all of a short one,
 * to guess. */
static void
test_enough_is_hidden (void)
{
  GString *digits = g_string_new (NULL);

  for (guint n = 1; n <= 30; n++)
    {
      g_autofree char *masked = NULL;
      guint shown = 0;

      g_string_append_c (digits, (char) ('1' + n % 9));
      masked = bh_mask_phone (digits->str);
      for (const char *p = masked; *p != '\0'; p++)
        shown += g_ascii_isdigit (*p);
      g_assert_cmpuint (shown, <=, n < 7 ? 0 : MIN (7, n - 4));
    }
  g_string_free (digits, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/name", test_name);
  g_test_add_func ("/mask/phone", test_phone);
  g_test_add_func ("/mask/place", test_place);
  g_test_add_func ("/mask/enough-is-hidden", test_enough_is_hidden);

  return g_test_run ();
}
