/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-text-features.h"

/* Of FNV-1a, over code points instead of bytes. */
#define HASH_START 2166136261u
#define HASH_FACTOR 16777619u

#define MAX_WORD_BYTES 64

static gboolean
is_chinese (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf)
         || (c >= 0x20000 && c <= 0x2fa1f);
}

static guint32
add_to_hash (guint32 hash, gunichar c)
{
  hash = (hash ^ c) * HASH_FACTOR;

  return hash ^ (hash >> 15);
}

static void
add (GArray *features,
     guint32 hash,
     const char *text,
     const char *from,
     const char *to,
     gboolean word)
{
  BhTextFeature feature = { hash, (guint32) (from - text), (guint16) (to - from), word };

  g_array_append_val (features, feature);
}

/* The character at @p, and the pair that it makes with the one before. */
static void
add_chinese (GArray *features, const char *text, const char *p, const char *before)
{
  const char *next = g_utf8_next_char (p);
  gunichar c = g_utf8_get_char (p);

  if (before != NULL)
    add (features, add_to_hash (add_to_hash (HASH_START, g_utf8_get_char (before)), c), text,
         before, next, TRUE);
  add (features, add_to_hash (HASH_START, c), text, p, next, FALSE);
}

static gboolean
is_latin (gunichar c)
{
  return !is_chinese (c) && g_unichar_isalpha (c);
}

/* Returns: where the word that begins at @p ends */
static const char *
add_latin (GArray *features, const char *text, const char *p, guint *n_chars)
{
  const char *from = p;
  guint32 hash = HASH_START;

  for (; is_latin (g_utf8_get_char (p)); p = g_utf8_next_char (p), (*n_chars)++)
    hash = add_to_hash (hash, g_unichar_tolower (g_utf8_get_char (p)));
  if (p - from <= MAX_WORD_BYTES && g_utf8_next_char (from) < p)
    add (features, hash, text, from, p, TRUE);

  return p;
}

GArray *
bh_text_features_collect (const char *text, guint max_chars)
{
  GArray *features = g_array_new (FALSE, FALSE, sizeof (BhTextFeature));
  const char *before = NULL;
  const char *p = text;
  guint n_chars = 0;

  while (p != NULL && *p != '\0' && n_chars < max_chars)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_latin (c))
        {
          p = add_latin (features, text, p, &n_chars);
          before = NULL;
          continue;
        }
      if (is_chinese (c))
        add_chinese (features, text, p, before);
      before = is_chinese (c) ? p : NULL;
      p = g_utf8_next_char (p);
      n_chars++;
    }

  return features;
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint32 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

GArray *
bh_text_features_hash_words (const char *text, guint max_chars)
{
  g_autoptr (GArray) features = bh_text_features_collect (text, max_chars);
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint i = 0; i < features->len; i++)
    {
      BhTextFeature *feature = &g_array_index (features, BhTextFeature, i);

      if (feature->is_word)
        g_array_append_val (hashes, feature->hash);
    }
  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len; i++)
    {
      guint32 hash = g_array_index (hashes, guint32, i);

      if (n == 0 || g_array_index (hashes, guint32, n - 1) != hash)
        g_array_index (hashes, guint32, n++) = hash;
    }
  g_array_set_size (hashes, n);

  return g_steal_pointer (&hashes);
}

double
bh_text_features_compare (GArray *a, GArray *b)
{
  guint common = 0;
  guint i = 0, j = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  while (i < a->len && j < b->len)
    {
      guint32 x = g_array_index (a, guint32, i);
      guint32 y = g_array_index (b, guint32, j);

      common += x == y;
      i += x <= y;
      j += y <= x;
    }

  return common > 0 ? 2.0 * common / (a->len + b->len) : 0;
}
