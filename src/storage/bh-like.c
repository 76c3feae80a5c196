/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-like.h"

static GString *
escape (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }

  return g_string_append_c (out, '%');
}

char *
bh_like_contains (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_string_free (escape (g_string_new ("%"), text), FALSE);
}

char *
bh_like_prefix (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_string_free (escape (g_string_new (NULL), text), FALSE);
}
