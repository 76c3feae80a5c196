/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-private.h"

#include "base/bh-text.h"
#include "storage/bh-like.h"

#include <string.h>

/* Finding places by what people write and type. */

#define MAX_WORDS 6

/* What stands between the parts of a place, in type of both kinds. */
static gboolean
is_separator (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace ((char) c) || c == '/' || c == '-' || c == '>' || c == ',' || c == '#';

  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0xFF0F
         || c == 0xFF0C || c == 0x3001;
}

GPtrArray *
bh_register_split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && !is_separator (g_utf8_get_char (p)))
        continue;
      if (p > start)
        g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
      if (*p == '\0')
        break;
      start = g_utf8_next_char (p);
    }

  return words;
}

static char *
join_words (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append (joined, g_ptr_array_index (words, i));

  return g_string_free (joined, FALSE);
}

char *
bh_register_make_digits_key (const char *text)
{
  GString *key = g_string_new (NULL);
  gboolean apart = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean counts = g_ascii_isalnum (*p);

      if (counts && apart && key->len > 0)
        g_string_append_c (key, '-');
      if (counts)
        g_string_append_c (key, g_ascii_tolower (*p));
      apart = !counts;
    }

  return g_string_free (key, FALSE);
}

gboolean
bh_register_is_address (const char *text)
{
  static const char words[] = "栋幢座号楼单元室房户门层";

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && !is_separator (c) && g_utf8_strchr (words, -1, c) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Takes the name of a community off the beginning of @text, and says which one it was. */
static gboolean
strip_community (BhConnection *connection, const char **text, gint64 *community_id, GError **error)
{
  static const char of_known[] = "SELECT id, name FROM place WHERE id = ?2"
                                 " AND substr (?1, 1, length (name)) = name";
  static const char of_any[] = "SELECT id, name FROM place WHERE parent_id IS NULL AND retired = 0"
                               " AND substr (?1, 1, length (name)) = name"
                               " ORDER BY length (name) DESC LIMIT 1";
  BhStatement *statement
      = bh_connection_prepare (connection, *community_id != 0 ? of_known : of_any, error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, *text);
  if (*community_id != 0)
    bh_statement_bind_int64 (statement, 2, *community_id);
  step = bh_statement_step (statement, error);
  if (step == BH_STEP_ROW)
    {
      *community_id = bh_statement_get_int64 (statement, 0);
      *text += strlen (bh_statement_get_text (statement, 1));
      bh_statement_reset (statement);
    }

  return step != BH_STEP_ERROR;
}

/* @id: the only match; 0 where there is none, -1 where there are several */
static gboolean
find_single (BhConnection *connection,
             const char *sql,
             const char *text,
             gint64 community_id,
             gint64 *id,
             GError **error)
{
  BhStatement *statement;
  BhStep step;

  if (*id != 0 || *text == '\0')
    return TRUE;

  statement = bh_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, text);
  bh_statement_bind_int64 (statement, 2, community_id);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    *id = *id == 0 ? bh_statement_get_int64 (statement, 0) : -1;

  return step == BH_STEP_DONE;
}

gint64
bh_register_find_place (BhConnection *connection,
                        gint64 community_id,
                        const char *text,
                        GError **error)
{
  static const char by_path[] = "SELECT id FROM place WHERE path = ?1"
                                " AND (?2 = 0 OR community_id = ?2) AND retired = 0 LIMIT 2";
  static const char by_digits[] = "SELECT id FROM place WHERE digits_key = ?1"
                                  " AND (?2 = 0 OR community_id = ?2) AND retired = 0 LIMIT 2";
  static const char by_name[] = "SELECT id FROM place WHERE name = ?1"
                                " AND (?2 = 0 OR community_id = ?2) AND retired = 0 LIMIT 2";
  g_autofree char *clean = bh_text_clean (text);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *digits = NULL;
  const char *rest = clean;
  gint64 id = 0;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), 0);

  if (clean == NULL || !find_single (connection, by_path, clean, community_id, &id, error))
    return 0;
  if (id == 0 && !strip_community (connection, &rest, &community_id, error))
    return 0;

  words = bh_register_split_words (rest);
  joined = join_words (words);
  digits = bh_register_is_address (rest) ? bh_register_make_digits_key (rest) : g_strdup ("");
  if (*joined == '\0')
    return MAX (id, 0);

  if (!find_single (connection, by_path, joined, community_id, &id, error)
      || !find_single (connection, by_digits, digits, community_id, &id, error)
      || !find_single (connection, by_name, joined, community_id, &id, error))
    return 0;

  return MAX (id, 0);
}

/* ?1 is the text without separators, ?2 its numbers, ?3 the limit; a word each from ?4 on. First
 * what is meant exactly, then rooms by the end of their number, then what begins so. */
static char *
make_search_sql (guint n_words)
{
  GString *sql
      = g_string_new ("SELECT " BH_REGISTER_PLACE_COLUMNS
                      " FROM place p JOIN place c ON c.id = p.community_id WHERE p.retired = 0"
                      " AND ((?2 <> '' AND substr (p.digits_key, 1, length (?2)) = ?2) OR (1 = 1");

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (sql, " AND lower (c.name || p.path) LIKE lower (?%u) ESCAPE '\\'",
                            4 + i);
  g_string_append (sql, ")) ORDER BY CASE WHEN p.path = ?1 OR (?2 <> '' AND p.digits_key = ?2)"
                        " THEN 0 WHEN ?2 <> '' AND p.digits_key LIKE '%-' || ?2 THEN 1"
                        " WHEN substr (p.path, 1, length (?1)) = ?1 THEN 2 ELSE 3 END,"
                        " length (p.path), p.sort_key, p.id LIMIT ?3");

  return g_string_free (sql, FALSE);
}

GPtrArray *
bh_register_search_places (BhConnection *connection, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *sql = NULL;
  BhStatement *statement;
  guint n_words;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words = bh_register_split_words (text);
  n_words = MIN (words->len, MAX_WORDS);
  if (n_words == 0)
    return g_steal_pointer (&places);

  joined = join_words (words);
  digits = bh_register_is_address (text) ? bh_register_make_digits_key (text) : g_strdup ("");
  sql = make_search_sql (n_words);
  statement = bh_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_text (statement, 1, joined);
  bh_statement_bind_text (statement, 2, digits);
  bh_statement_bind_int64 (statement, 3, limit);
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *pattern = bh_like_contains (g_ptr_array_index (words, i));

      bh_statement_bind_text (statement, 4 + i, pattern);
    }
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_ptr_array_add (places, bh_register_read_place (statement));

  return step == BH_STEP_DONE ? g_steal_pointer (&places) : NULL;
}
