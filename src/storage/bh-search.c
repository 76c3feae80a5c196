/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-search.h"

#include "base/bh-text.h"
#include "storage/bh-like.h"

#include <string.h>

/* Fewer digits of a phone's end would find half of the office. */
#define MIN_PHONE_DIGITS 4

/* What is looked for, one query after the other until there are enough hits: the best first.
 * ?1 is the text, ?2 how many. */
static const char BY_WHOLE_NUMBER[] = "SELECT id FROM ticket WHERE LOWER (number) = LOWER (?1)"
                                      " ORDER BY received_at DESC, id DESC LIMIT ?2";
static const char BY_NUMBER_END[]
    = "SELECT id FROM ticket WHERE SUBSTR (LOWER (number), LENGTH (number) - LENGTH (?1) + 1)"
      " = LOWER (?1)"
      " ORDER BY received_at DESC, id DESC LIMIT ?2";
static const char BY_PHONE_END[] = "SELECT id FROM ticket WHERE phone_reversed >= ?1"
                                   " AND phone_reversed < ?1 || ':'"
                                   " ORDER BY received_at DESC, id DESC LIMIT ?2";

void
bh_search_hits_free (BhSearchHits *hits)
{
  g_clear_pointer (&hits->tickets, g_ptr_array_unref);
  g_clear_pointer (&hits->places, g_ptr_array_unref);
  g_clear_pointer (&hits->contacts, g_ptr_array_unref);
  g_free (hits);
}

static void
append_new (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;

  g_array_append_val (ids, id);
}

static gboolean
read_ids (BhStatement *statement, GArray *ids, guint limit, GError **error)
{
  BhStep step;

  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    if (ids->len < limit)
      append_new (ids, bh_statement_get_int64 (statement, 0));

  return step == BH_STEP_DONE;
}

static gboolean
find_by_text (BhConnection *connection,
              const char *sql,
              const char *text,
              GArray *ids,
              guint limit,
              GError **error)
{
  BhStatement *statement;

  if (ids->len >= limit)
    return TRUE;

  statement = bh_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, text);
  bh_statement_bind_int64 (statement, 2, limit);

  return read_ids (statement, ids, limit, error);
}

/* Every word stands somewhere in the summary; the newest tickets first. */
static gboolean
find_by_words (BhConnection *connection, const char *text, GArray *ids, guint limit, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GString) sql = g_string_new ("SELECT id FROM ticket WHERE 1 = 1");
  BhStatement *statement;
  guint n = 1;

  if (ids->len >= limit)
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (sql, " AND LOWER (summary) LIKE LOWER (?%u) ESCAPE '\\'", ++n);
  g_string_append (sql, " ORDER BY received_at DESC, id DESC LIMIT ?1");

  statement = bh_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, limit);
  n = 1;
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        g_autofree char *pattern = bh_like_contains (words[i]);

        bh_statement_bind_text (statement, ++n, pattern);
      }

  return read_ids (statement, ids, limit, error);
}

/* Numbers have digits and no blanks; whatever else a ledger calls its tickets. */
static gboolean
looks_like_number (const char *text)
{
  return strpbrk (text, "0123456789") != NULL && strchr (text, ' ') == NULL;
}

static gboolean
find_by_phone (BhConnection *connection, const char *text, GArray *ids, guint limit, GError **error)
{
  g_autofree char *digits = bh_text_digits (text);

  if (strlen (digits) < MIN_PHONE_DIGITS || text[strspn (text, "0123456789 +-")] != '\0')
    return TRUE;

  g_strreverse (digits);

  return find_by_text (connection, BY_PHONE_END, digits, ids, limit, error);
}

static GPtrArray *
find_tickets (BhConnection *connection, const char *text, guint limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (looks_like_number (text)
      && (!find_by_text (connection, BY_WHOLE_NUMBER, text, ids, limit, error)
          || !find_by_text (connection, BY_NUMBER_END, text, ids, limit, error)))
    return NULL;
  if (!find_by_phone (connection, text, ids, limit, error)
      || !find_by_words (connection, text, ids, limit, error))
    return NULL;

  return bh_ticket_repository_load_rows (connection, (const gint64 *) ids->data, ids->len, error);
}

BhSearchHits *
bh_search_find (BhConnection *connection, const char *text, guint limit, GError **error)
{
  g_autoptr (BhSearchHits) hits = g_new0 (BhSearchHits, 1);
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  clean = bh_text_clean (text);
  if (clean == NULL || limit == 0)
    {
      hits->tickets = g_ptr_array_new_with_free_func (g_object_unref);
      hits->places = g_ptr_array_new_with_free_func (g_object_unref);
      hits->contacts = g_ptr_array_new_with_free_func (g_object_unref);
      return g_steal_pointer (&hits);
    }

  hits->tickets = find_tickets (connection, clean, limit, error);
  if (hits->tickets == NULL)
    return NULL;
  hits->places = bh_register_search_places (connection, clean, limit, error);
  if (hits->places == NULL)
    return NULL;
  hits->contacts = bh_register_search_contacts (connection, clean, limit, error);
  if (hits->contacts == NULL)
    return NULL;

  return g_steal_pointer (&hits);
}
