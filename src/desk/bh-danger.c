/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-danger.h"

#include <string.h>

/* What people write, not what the program says: these are not translated. A bare 火 would also find
 * 消火栓, and "fire" the fire extinguisher. */
static const char *const words[] = {
  "困人",    "被困",           "困在",         "漏电",     "触电",    "燃气",
  "煤气",    "起火",           "着火",         "失火",     "火灾",    "冒烟",
  "trapped", "electric shock", "smell of gas", "gas leak", "on fire",
};

const char *
bh_danger_find_word (const char *text)
{
  g_autofree char *folded = NULL;
  const char *first = NULL;
  const char *found = NULL;

  if (text == NULL)
    return NULL;

  folded = g_utf8_strdown (text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *place = strstr (folded, words[i]);

      if (place != NULL && (first == NULL || place < first))
        {
          first = place;
          found = words[i];
        }
    }

  return found;
}
