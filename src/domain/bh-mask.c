/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-mask.h"

#include "base/bh-text.h"

#include <string.h>

#define STARS "****"
#define MOBILE_DIGITS 11
#define SHORTEST 7

/* What a building, phase or quarter is counted by, and what follows it. A bare 号 may as well end a
 * room, and a sign # after more than two digits. */
#define COUNT "[0-9A-Za-z一二三四五六七八九十百甲乙丙丁东南西北]"
#define PHASE "(?:" COUNT "{1,3}\\s*(?:期|区)\\s*)?"
#define BUILDING "(?:" COUNT "{1,4}\\s*(?:号楼|栋|幢|座)|(?<![0-9])[0-9]{1,2}\\s*#\\s*楼?)"
#define BUILDING_EN "\\b(?:building|block|tower)\\s+[0-9a-z]{1,3}\\b"

char *
bh_mask_name (const char *name)
{
  g_autofree char *clean = bh_text_clean (name);
  gunichar first;

  if (clean == NULL)
    return g_strdup ("");

  first = g_utf8_get_char (clean);
  if (!g_unichar_isalpha (first))
    return g_strdup ("**");

  return g_strdup_printf ("%.*s**", (int) (g_utf8_next_char (clean) - clean), clean);
}

/* A mobile phone begins with 1; 0086 or 86 may stand before it. */
static const char *
skip_country (const char *digits)
{
  static const char *const codes[] = { "0086", "86" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gsize length = strlen (codes[i]);

      if (strlen (digits) == length + MOBILE_DIGITS && g_str_has_prefix (digits, codes[i])
          && digits[length] == '1')
        return digits + length;
    }

  return digits;
}

char *
bh_mask_phone (const char *phone)
{
  g_autofree char *clean = bh_text_clean (phone);
  g_autofree char *all = bh_text_digits (clean);
  const char *digits = skip_country (all);
  gsize length = strlen (digits);

  if (clean == NULL)
    return g_strdup ("");
  if (length < SHORTEST)
    return g_strdup (STARS);
  if (length < MOBILE_DIGITS)
    return g_strdup_printf ("%.2s" STARS "%s", digits, digits + 6);

  return g_strdup_printf ("%.3s" STARS "%s", digits, digits + length - 4);
}

static GRegex *
get_building_pattern (void)
{
  static GRegex *pattern;

  if (g_once_init_enter (&pattern))
    {
      GRegex *made = g_regex_new (PHASE BUILDING "|" BUILDING_EN,
                                  G_REGEX_CASELESS | G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);

      g_assert (made != NULL);
      g_once_init_leave (&pattern, made);
    }

  return pattern;
}

char *
bh_mask_place (const char *place)
{
  g_autofree char *clean = bh_text_clean (place);
  g_autofree char *narrow = clean != NULL ? g_utf8_normalize (clean, -1, G_NORMALIZE_ALL) : NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (narrow == NULL || !g_regex_match (get_building_pattern (), narrow, 0, &match))
    return NULL;

  return g_match_info_fetch (match, 0);
}
