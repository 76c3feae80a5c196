/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-danger.h"

static void
test_words (void)
{
  const struct
  {
    const char *text;
    const char *word;
  } cases[] = {
    { "电梯困人,呼叫无应答", "困人" },
    { "老人被困在电梯里", "被困" },
    { "地下车库配电箱漏电", "漏电" },
    { "闻到燃气味", "燃气" },
    { "垃圾桶起火冒烟", "起火" },
    { "灯杆触电", "触电" },
    { "Somebody is TRAPPED in lift 2", "trapped" },
    { "There is a smell of gas", "smell of gas" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (bh_danger_find_word (cases[i].text), ==, cases[i].word);
}

/* The first word that was said is told, not the first of the list. */
static void
test_first (void)
{
  g_assert_cmpstr (bh_danger_find_word ("着火了,有人被困"), ==, "着火");
}

static void
test_harmless (void)
{
  const char *const texts[]
      = { "",           "厨房水管漏水", "消火栓箱门掉了",
          "灭火器过期", "楼道灯不亮",   "The fire extinguisher is out of date" };

  g_assert_null (bh_danger_find_word (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (bh_danger_find_word (texts[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/danger/words", test_words);
  g_test_add_func ("/danger/first", test_first);
  g_test_add_func ("/danger/harmless", test_harmless);

  return g_test_run ();
}
