/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-sqlite-connection.h"

#include "base/bh-i18n.h"
#include "storage/bh-file-check.h"
#include "storage/bh-sqlite-error.h"
#include "storage/bh-sqlite-statement.h"

#define BUSY_TIMEOUT_MS 10000
#define MAX_STATEMENTS 256
#define PROGRESS_STEPS                                                                             \
  10000 /* of SQLite's machine, about 0.1 ms, between looks at the cancellable */

/* The SQLite driver. It owns the handle and a cache of prepared statements by their text; literals
 * are found by their address first. Beyond the limit the statement that was used least recently
 * goes. One thread at a time. */
struct _BhSqliteConnection
{
  GObject parent_instance;

  char *path;                /* (owned) */
  sqlite3 *db;               /* (owned) */
  GHashTable *by_text;       /* (owned) of text (owned by the entry) to Cached (owned) */
  GHashTable *by_address;    /* (owned) of address of a text to Cached (unowned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  guint64 uses;
};

typedef struct
{
  char *sql;                    /* (owned) */
  BhSqliteStatement *statement; /* (owned) */
  gconstpointer address;        /* key in by_address */
  guint64 used;
} Cached;

static void connection_iface_init (BhConnectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhSqliteConnection,
                               bh_sqlite_connection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_CONNECTION, connection_iface_init))

static void
cached_free (Cached *cached)
{
  g_object_unref (cached->statement);
  g_free (cached->sql);
  g_free (cached);
}

static void
drop_least_used (BhSqliteConnection *self)
{
  Cached *oldest = NULL, *cached;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, self->by_text);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cached))
    if (oldest == NULL || cached->used < oldest->used)
      oldest = cached;

  g_hash_table_remove (self->by_address, oldest->address);
  g_hash_table_remove (self->by_text, oldest->sql);
}

static Cached *
find_cached (BhSqliteConnection *self, const char *sql)
{
  Cached *cached = g_hash_table_lookup (self->by_address, sql);

  /* The address may have been freed and used again for another text. */
  if (cached != NULL && g_str_equal (cached->sql, sql))
    return cached;

  return g_hash_table_lookup (self->by_text, sql);
}

static Cached *
add_cached (BhSqliteConnection *self, const char *sql, GError **error)
{
  BhSqliteStatement *statement = bh_sqlite_statement_new (self, sql, error);
  Cached *cached, *other;

  if (statement == NULL)
    return NULL;

  if (g_hash_table_size (self->by_text) >= MAX_STATEMENTS)
    drop_least_used (self);

  cached = g_new0 (Cached, 1);
  cached->sql = g_strdup (sql);
  cached->statement = statement;
  cached->address = sql;
  g_hash_table_insert (self->by_text, cached->sql, cached);

  other = g_hash_table_lookup (self->by_address, sql);
  if (other != NULL)
    other->address = NULL;
  g_hash_table_insert (self->by_address, (gpointer) sql, cached);

  return cached;
}

static BhStatement *
bh_sqlite_connection_prepare (BhConnection *connection, const char *sql, GError **error)
{
  BhSqliteConnection *self = BH_SQLITE_CONNECTION (connection);
  Cached *cached = find_cached (self, sql);

  if (cached == NULL)
    cached = add_cached (self, sql, error);
  if (cached == NULL)
    return NULL;

  cached->used = ++self->uses;
  bh_statement_reset (BH_STATEMENT (cached->statement));

  return BH_STATEMENT (cached->statement);
}

static gboolean
bh_sqlite_connection_execute (BhConnection *connection, const char *script, GError **error)
{
  BhSqliteConnection *self = BH_SQLITE_CONNECTION (connection);
  int result = sqlite3_exec (self->db, script, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    bh_sqlite_connection_set_error (self, result, error);

  return result == SQLITE_OK;
}

static const char *
bh_sqlite_connection_get_type_name (BhConnection *connection, BhColumnType type)
{
  switch (type)
    {
    case BH_COLUMN_KEY:
      return "INTEGER PRIMARY KEY";
    case BH_COLUMN_INT64:
      return "INTEGER";
    case BH_COLUMN_TEXT:
      return "TEXT";
    case BH_COLUMN_DOUBLE:
      return "REAL";
    }

  g_return_val_if_reached (NULL);
}

static const char *
bh_sqlite_connection_get_clustered (BhConnection *connection)
{
  return " WITHOUT ROWID";
}

static gboolean
run_literal (BhSqliteConnection *self, const char *sql, GError **error)
{
  BhStatement *statement = bh_sqlite_connection_prepare (BH_CONNECTION (self), sql, error);

  return statement != NULL && bh_statement_run (statement, error);
}

static gboolean
bh_sqlite_connection_begin_write (BhConnection *connection, GError **error)
{
  return run_literal (BH_SQLITE_CONNECTION (connection), "BEGIN IMMEDIATE", error);
}

/* The snapshot begins with the first read, so one is made at once. */
static gboolean
bh_sqlite_connection_begin_read (BhConnection *connection, GError **error)
{
  BhSqliteConnection *self = BH_SQLITE_CONNECTION (connection);

  if (!run_literal (self, "BEGIN", error))
    return FALSE;

  if (!run_literal (self, "SELECT 1 FROM sqlite_schema LIMIT 1", error))
    {
      bh_connection_rollback (connection);
      return FALSE;
    }

  return TRUE;
}

/* A statement that is still being read would keep its snapshot, and the log growing, after the end
 * of the transaction. */
static void
reset_running (BhSqliteConnection *self)
{
  for (sqlite3_stmt *stmt = sqlite3_next_stmt (self->db, NULL); stmt != NULL;
       stmt = sqlite3_next_stmt (self->db, stmt))
    if (sqlite3_stmt_busy (stmt))
      sqlite3_reset (stmt);
}

static gboolean
bh_sqlite_connection_commit (BhConnection *connection, GError **error)
{
  BhSqliteConnection *self = BH_SQLITE_CONNECTION (connection);

  reset_running (self);

  return run_literal (self, "COMMIT", error);
}

static void
bh_sqlite_connection_rollback (BhConnection *connection)
{
  BhSqliteConnection *self = BH_SQLITE_CONNECTION (connection);

  reset_running (self);
  /* Some errors (a full disk) roll back by themselves. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static gint64
bh_sqlite_connection_count_changes (BhConnection *connection)
{
  return sqlite3_changes64 (BH_SQLITE_CONNECTION (connection)->db);
}

static int
progress_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static void
bh_sqlite_connection_set_cancellable (BhConnection *connection, GCancellable *cancellable)
{
  BhSqliteConnection *self = BH_SQLITE_CONNECTION (connection);

  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->db, PROGRESS_STEPS, cancellable != NULL ? progress_cb : NULL,
                            cancellable);
}

static void
connection_iface_init (BhConnectionInterface *iface)
{
  iface->prepare = bh_sqlite_connection_prepare;
  iface->execute = bh_sqlite_connection_execute;
  iface->get_type_name = bh_sqlite_connection_get_type_name;
  iface->get_clustered = bh_sqlite_connection_get_clustered;
  iface->begin_write = bh_sqlite_connection_begin_write;
  iface->begin_read = bh_sqlite_connection_begin_read;
  iface->commit = bh_sqlite_connection_commit;
  iface->rollback = bh_sqlite_connection_rollback;
  iface->count_changes = bh_sqlite_connection_count_changes;
  iface->set_cancellable = bh_sqlite_connection_set_cancellable;
}

static void
bh_sqlite_connection_finalize (GObject *object)
{
  BhSqliteConnection *self = BH_SQLITE_CONNECTION (object);

  g_clear_pointer (&self->by_address, g_hash_table_unref);
  g_clear_pointer (&self->by_text, g_hash_table_unref);
  g_clear_pointer (&self->db, sqlite3_close);
  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (bh_sqlite_connection_parent_class)->finalize (object);
}

static void
bh_sqlite_connection_class_init (BhSqliteConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_sqlite_connection_finalize;
}

static void
bh_sqlite_connection_init (BhSqliteConnection *self)
{
  self->by_text
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cached_free);
  self->by_address = g_hash_table_new (NULL, NULL);
}

/* Until the file is known to be ours, closing must not write its log back into it. */
static gboolean
set_checkpoint_on_close (BhSqliteConnection *self, gboolean checkpoint)
{
  return sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !checkpoint, NULL)
         == SQLITE_OK;
}

static gboolean
check_marks (BhSqliteConnection *self, gint64 newest, GError **error)
{
  gint64 application, version;
  gboolean blank;

  if (!bh_connection_get_single (BH_CONNECTION (self), "PRAGMA application_id", &application, error)
      || !bh_sqlite_connection_get_version (self, &version, error)
      || !bh_sqlite_connection_is_blank (self, &blank, error))
    return FALSE;

  if (application != BH_SQLITE_APPLICATION_ID && !(blank && application == 0))
    bh_file_set_foreign_error (self->path, error);
  else if (version > newest)
    bh_file_set_newer_error (self->path, version, error);
  else
    return TRUE;

  return FALSE;
}

/* Settings that a build or a file system may silently ignore are read back. */
static gboolean
configure (BhSqliteConnection *self, BhSqliteMode mode, GError **error)
{
  BhConnection *connection = BH_CONNECTION (self);
  const char *script = mode == BH_SQLITE_READ
                           ? "PRAGMA query_only = ON; PRAGMA cache_size = -16384;"
                           : "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL;"
                             "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;"
                             "PRAGMA cache_size = -32768;";
  BhStatement *statement;
  gint64 foreign_keys;

  if (!bh_connection_execute (connection, script, error))
    return FALSE;
  if (mode == BH_SQLITE_READ)
    return TRUE;

  statement = bh_connection_prepare (connection, "PRAGMA journal_mode", error);
  if (statement == NULL || bh_statement_step (statement, error) == BH_STEP_ERROR)
    return FALSE;
  if (g_strcmp0 (bh_statement_get_text (statement, 0), "wal") != 0)
    {
      g_set_error (
          error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
          _ ("The drive of %s cannot hold a database in use by several programs. Keep it on "
             "a disk of this computer."),
          self->path);
      return FALSE;
    }
  bh_statement_reset (statement);

  if (!bh_connection_get_single (connection, "PRAGMA foreign_keys", &foreign_keys, error))
    return FALSE;
  if (!foreign_keys)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                   _ ("This build of SQLite does not check references. Install the one of the "
                      "distribution."));
      return FALSE;
    }

  return TRUE;
}

/* Counting memory would take a lock at every allocation; nobody asks for the count. */
static void
prepare_library (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&once, 1);
    }
}

BhSqliteConnection *
bh_sqlite_connection_open (const char *path, BhSqliteMode mode, gint64 newest, GError **error)
{
  g_autoptr (BhSqliteConnection) self = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  if (mode != BH_SQLITE_READ
      && (!bh_file_check_place (path, mode == BH_SQLITE_CREATE, error)
          || !bh_file_check_header (path, BH_SQLITE_APPLICATION_ID, newest, error)))
    return NULL;

  prepare_library ();
  self = g_object_new (BH_TYPE_SQLITE_CONNECTION, NULL);
  self->path = g_strdup (path);
  if (mode == BH_SQLITE_CREATE)
    flags |= SQLITE_OPEN_CREATE;
  result = sqlite3_open_v2 (path, &self->db, flags, NULL);
  if (result != SQLITE_OK)
    {
      bh_sqlite_set_error (error, self->db, path, result);
      return NULL;
    }

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  if (!set_checkpoint_on_close (self, FALSE) || !check_marks (self, newest, error))
    return NULL;
  set_checkpoint_on_close (self, TRUE);

  return configure (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

const char *
bh_sqlite_connection_get_path (BhSqliteConnection *self)
{
  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (self), NULL);

  return self->path;
}

sqlite3 *
bh_sqlite_connection_get_handle (BhSqliteConnection *self)
{
  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (self), NULL);

  return self->db;
}

void
bh_sqlite_connection_set_error (BhSqliteConnection *self, int code, GError **error)
{
  g_return_if_fail (BH_IS_SQLITE_CONNECTION (self));

  bh_sqlite_set_error (error, self->db, self->path, code);
}

gboolean
bh_sqlite_connection_is_cancelled (BhSqliteConnection *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

gboolean
bh_sqlite_connection_is_blank (BhSqliteConnection *self, gboolean *blank, GError **error)
{
  gint64 tables;

  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (self), FALSE);

  if (!bh_connection_get_single (BH_CONNECTION (self), "SELECT count (*) FROM sqlite_schema",
                                 &tables, error))
    return FALSE;
  *blank = tables == 0;

  return TRUE;
}

gboolean
bh_sqlite_connection_get_version (BhSqliteConnection *self, gint64 *version, GError **error)
{
  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (self), FALSE);

  return bh_connection_get_single (BH_CONNECTION (self), "PRAGMA user_version", version, error);
}

gboolean
bh_sqlite_connection_set_version (BhSqliteConnection *self, gint64 version, GError **error)
{
  g_autofree char *script = NULL;

  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (self), FALSE);

  script = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                            BH_SQLITE_APPLICATION_ID, (int) version);

  return bh_connection_execute (BH_CONNECTION (self), script, error);
}
