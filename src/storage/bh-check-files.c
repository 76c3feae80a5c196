/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check-parts.h"

#include "base/bh-i18n.h"
#include "storage/bh-file-store.h"
#include "storage/bh-site-plans.h"
#include "storage/bh-sqlite-connection.h"

/* The files beside the database, compared with the histories that name them. */

static void
note_file (GHashTable *named, BhStatement *s, const char *key)
{
  g_autoptr (BhPayload) payload = bh_payload_parse (bh_statement_get_text (s, 1), NULL);
  const char *hash = payload != NULL ? bh_payload_get (payload, key) : NULL;

  if (hash != NULL && !g_hash_table_contains (named, hash))
    g_hash_table_insert (named, g_strdup (hash), bh_statement_dup_text (s, 2));
}

/* Content that any event names, taken back or not, with the number of its ticket. */
static GHashTable *
load_named (BhConnection *connection, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  BhStatement *s
      = bh_connection_prepare (connection,
                               "SELECT e.verb, e.payload, t.number FROM event AS e"
                               " JOIN ticket AS t ON t.id = e.ticket_id"
                               " WHERE e.verb = ?1 OR (e.verb = ?2 AND e.payload LIKE ?3)"
                               " ORDER BY e.id",
                               error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    {
      bh_statement_bind_int64 (s, 1, BH_VERB_ATTACH);
      bh_statement_bind_int64 (s, 2, BH_VERB_SIGN);
      bh_statement_bind_text (s, 3, "%signature=%");
    }
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    note_file (named, s, bh_statement_get_int64 (s, 0) == BH_VERB_ATTACH ? "hash" : "signature");

  return step == BH_STEP_DONE ? g_steal_pointer (&named) : NULL;
}

static char *
dup_folder (BhConnection *connection)
{
  return bh_file_store_dup_folder (
      bh_sqlite_connection_get_path (BH_SQLITE_CONNECTION (connection)));
}

static void
check_file (BhCheck *check, const char *folder, const char *hash, const char *number)
{
  BhFileState state = BH_FILE_MISSING;

  if (bh_file_store_is_hash (hash))
    state = bh_file_store_verify (folder, hash, check->cancellable);
  if (state == BH_FILE_MISSING)
    bh_check_add (check, _ ("Ticket %s: the attached file %s is missing."), number, hash);
  else if (state == BH_FILE_CHANGED)
    bh_check_add (check, _ ("Ticket %s: the attached file %s was changed afterwards."), number,
                  hash);
}

/* The pictures of site plans are no part of any history. */
static gboolean
check_plans (BhCheck *check, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) plans = bh_site_plans_list (check->connection, error);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const BhSitePlan *plan = g_ptr_array_index (plans, i);
      BhFileState state = BH_FILE_MISSING;

      if (bh_file_store_is_hash (plan->file_hash))
        state = bh_file_store_verify (folder, plan->file_hash, check->cancellable);
      if (state == BH_FILE_MISSING)
        bh_check_add (check, _ ("Site plan “%s”: the picture %s is missing."), plan->name,
                      plan->file_hash);
      else if (state == BH_FILE_CHANGED)
        bh_check_add (check, _ ("Site plan “%s”: the picture %s was changed afterwards."),
                      plan->name, plan->file_hash);
    }

  return plans != NULL;
}

gboolean
bh_check_files (BhCheck *check, GError **error)
{
  g_autoptr (GHashTable) named = load_named (check->connection, error);
  g_autofree char *folder = dup_folder (check->connection);
  GHashTableIter iter;
  gpointer hash, number;

  if (named == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &hash, &number))
    {
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      check_file (check, folder, hash, number);
    }

  return check_plans (check, folder, error);
}

/* What site plans show is named as well. */
static gboolean
note_plans (BhConnection *connection, GHashTable *named, GError **error)
{
  g_autoptr (GPtrArray) plans = bh_site_plans_list (connection, error);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const BhSitePlan *plan = g_ptr_array_index (plans, i);

      g_hash_table_insert (named, g_strdup (plan->file_hash), g_strdup (plan->name));
    }

  return plans != NULL;
}

static gpointer
list_unnamed (BhConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *folder = dup_folder (connection);
  g_autoptr (GPtrArray) hashes = bh_file_store_list (folder, error);
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (GPtrArray) unnamed = g_ptr_array_new_with_free_func (g_free);

  if (hashes == NULL)
    return NULL;
  named = load_named (connection, error);
  if (named == NULL || !note_plans (connection, named, error))
    return NULL;

  for (guint i = 0; i < hashes->len; i++)
    {
      const char *hash = g_ptr_array_index (hashes, i);

      if (!g_hash_table_contains (named, hash))
        g_ptr_array_add (unnamed, bh_file_store_dup_path (folder, hash));
    }

  return g_steal_pointer (&unnamed);
}

GPtrArray *
bh_check_list_unnamed (BhStore *store, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  return bh_store_read (store, list_unnamed, NULL, cancellable, error);
}
