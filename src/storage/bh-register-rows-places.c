/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-text.h"
#include "storage/bh-like.h"
#include "storage/bh-register-private.h"

#include <string.h>

/* Places as rows: down the tree, or by what somebody types. */

#define MAX_WORDS 6 /* ?3 to ?8 */

#define PARENT_COLUMN BH_REGISTER_N_PLACE_COLUMNS
#define INSIDE_COLUMN (BH_REGISTER_N_PLACE_COLUMNS + 1)
#define ROW_COLUMNS                                                                                \
  BH_REGISTER_PLACE_COLUMNS                                                                        \
  ", (SELECT q.path FROM place q WHERE q.id = p.parent_id),"                                       \
  " (SELECT COUNT(*) FROM place k WHERE k.parent_id = p.id AND k.retired = 0)"

static BhRegisterRow *
read_row (BhStatement *statement, BhOffice *office)
{
  g_autoptr (BhPlace) place = bh_register_read_place (statement);

  return bh_register_row_new_for_place (office, place,
                                        bh_statement_get_text (statement, PARENT_COLUMN),
                                        bh_statement_get_int64 (statement, INSIDE_COLUMN));
}

/* What was typed, cut up. */
typedef struct
{
  GPtrArray *words; /* (owned) */
  char *digits;     /* (owned): "3-2-301", "" where words say more than an address */
  gboolean is_key;  /* several numbers, "3-2-30": nothing else can be meant */
  char *initials;   /* (owned): ids of the places with these initials, "0, 1, 2"; 0 is none */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->words, g_ptr_array_unref);
  g_clear_pointer (&search->digits, g_free);
  g_clear_pointer (&search->initials, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
is_latin (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return FALSE;

  return *text != '\0';
}

/* Units and rooms are numbers; the names of all else may be looked for by pinyin initials. */
static gboolean
find_initials (Search *search, const BhRegisterQuery *query, GError **error)
{
  g_autofree char *wanted = g_ascii_strdown (query->search, -1);
  g_autoptr (GString) ids = g_string_new ("0");
  BhStatement *statement;
  BhStep step = BH_STEP_ERROR;

  if (!is_latin (query->search))
    return TRUE;

  statement = bh_connection_prepare (query->connection,
                                     "SELECT id, name FROM place WHERE kind NOT IN (3, 4)", error);
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      g_autofree char *initials = bh_text_pinyin_initials (bh_statement_get_text (statement, 1));

      if (strstr (initials, wanted) != NULL)
        g_string_append_printf (ids, ", %" G_GINT64_FORMAT, bh_statement_get_int64 (statement, 0));
    }
  g_free (search->initials);
  search->initials = g_string_free (g_steal_pointer (&ids), FALSE);

  return step == BH_STEP_DONE;
}

static gboolean
is_numbers (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (strspn (word, "0123456789") != strlen (word))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_search (Search *search, const BhRegisterQuery *query, GError **error)
{
  search->initials = g_strdup ("0");
  if (query->search == NULL)
    return TRUE;

  search->words = bh_register_split_words (query->search);
  g_ptr_array_set_size (search->words, (int) MIN (search->words->len, MAX_WORDS));
  search->digits = bh_register_is_address (query->search)
                       ? bh_register_make_digits_key (query->search)
                       : g_strdup ("");
  search->is_key = search->words->len > 1 && is_numbers (search->words);

  return find_initials (search, query, error);
}

/* Appends a condition on `place p` in its community `c`. ?1 is the parent, ?2 the numbers of what
 * was typed, ?3 and on its words. */
static void
append_condition (GString *sql, const BhRegisterQuery *query, const Search *search)
{
  g_string_append (sql, " FROM place p JOIN place c ON c.id = p.community_id");
  g_string_append (sql, query->with_retired ? " WHERE 1 = 1" : " WHERE p.retired = 0");
  if (query->parent_id > 0)
    g_string_append (sql, query->search == NULL
                              ? " AND p.parent_id = ?1"
                              : " AND p.id IN (WITH RECURSIVE below (id) AS ("
                                "SELECT id FROM place WHERE parent_id = ?1 UNION ALL SELECT k.id"
                                " FROM place k JOIN below b ON k.parent_id = b.id)"
                                " SELECT id FROM below)");
  else if (query->parent_id == 0 && query->search == NULL)
    g_string_append (sql, " AND p.parent_id IS NULL");
  if (query->search == NULL)
    return;

  if (search->is_key)
    {
      g_string_append (sql, " AND p.digits_key LIKE ?2 || '%'");
      return;
    }
  g_string_append_printf (sql,
                          " AND (p.id IN (%s) OR (?2 <> '' AND (p.digits_key = ?2"
                          " OR p.digits_key LIKE ?2 || '-%%' OR p.digits_key LIKE '%%-' || ?2))"
                          " OR (%s",
                          search->initials, search->words->len > 0 ? "1 = 1" : "1 = 0");
  for (guint i = 0; i < search->words->len; i++)
    g_string_append_printf (sql, " AND lower (c.name || p.path) LIKE lower (?%u) ESCAPE '\\'",
                            3 + i);
  g_string_append (sql, "))");
}

static void
bind_condition (BhStatement *statement, const BhRegisterQuery *query, const Search *search)
{
  if (query->parent_id > 0)
    bh_statement_bind_int64 (statement, 1, query->parent_id);
  if (query->search == NULL)
    return;

  bh_statement_bind_text (statement, 2, search->digits);
  if (search->is_key)
    return;
  for (guint i = 0; i < search->words->len; i++)
    {
      g_autofree char *pattern = bh_like_contains (g_ptr_array_index (search->words, i));

      bh_statement_bind_text (statement, 3 + i, pattern);
    }
}

static gboolean
count_rows (const BhRegisterQuery *query, const Search *search, guint *n_total, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT COUNT(*)");
  BhStatement *statement;

  append_condition (sql, query, search);
  statement = bh_connection_prepare (query->connection, sql->str, error);
  if (statement == NULL)
    return FALSE;

  bind_condition (statement, query, search);
  if (bh_statement_step (statement, error) != BH_STEP_ROW)
    return FALSE;

  *n_total = (guint) bh_statement_get_int64 (statement, 0);
  bh_statement_reset (statement);

  return TRUE;
}

/* What stands in a place follows it, since its path begins with the place's. */
GPtrArray *
bh_register_list_place_rows (const BhRegisterQuery *query, guint *n_total, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) sql = g_string_new ("SELECT " ROW_COLUMNS);
  g_auto (Search) search = { 0 };
  BhStatement *statement;
  BhStep step = BH_STEP_ERROR;

  if (!read_search (&search, query, error) || !count_rows (query, &search, n_total, error))
    return NULL;

  append_condition (sql, query, &search);
  g_string_append (sql, " ORDER BY c.sort_key, c.id, CASE WHEN p.parent_id IS NULL THEN 0 ELSE 1"
                        " END, p.sort_key, p.id LIMIT ?9");
  statement = bh_connection_prepare (query->connection, sql->str, error);
  if (statement != NULL)
    {
      bind_condition (statement, query, &search);
      bh_statement_bind_int64 (statement, 9, query->limit);
    }
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement, query->office));

  return step == BH_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

BhRegisterRow *
bh_register_load_place_row (BhConnection *connection, BhOffice *office, gint64 id, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT " ROW_COLUMNS " FROM place p WHERE p.id = ?1", error);
  BhRegisterRow *row;

  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, id);
  if (bh_statement_step (statement, error) != BH_STEP_ROW)
    return NULL;

  row = read_row (statement, office);
  bh_statement_reset (statement);

  return row;
}
