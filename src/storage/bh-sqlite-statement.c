/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-sqlite-statement.h"

#include "storage/bh-sqlite-error.h"

/* A prepared statement. Lives in its connection's cache and belongs to its thread. */
struct _BhSqliteStatement
{
  GObject parent_instance;

  BhSqliteConnection *connection; /* (unowned): it owns this */
  sqlite3_stmt *stmt;             /* (owned) */
  int bind_result;                /* the first error of binding, told by the next step */
  gboolean running;               /* stepped and not reset */
  gboolean used;                  /* bound or stepped since the last reset */
};

static void statement_iface_init (BhStatementInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhSqliteStatement,
                               bh_sqlite_statement,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_STATEMENT, statement_iface_init))

/* Inside of the interface the type is known: no cast is checked. */
static inline BhSqliteStatement *
cast (BhStatement *self)
{
  return (BhSqliteStatement *) self;
}

static void
note_binding (BhSqliteStatement *self, int result)
{
  self->used = TRUE;
  if (G_UNLIKELY (result != SQLITE_OK) && self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

static void
bh_sqlite_statement_bind_int64 (BhStatement *self, guint index, gint64 value)
{
  note_binding (cast (self), sqlite3_bind_int64 (cast (self)->stmt, (int) index, value));
}

static void
bh_sqlite_statement_bind_double (BhStatement *self, guint index, double value)
{
  note_binding (cast (self), sqlite3_bind_double (cast (self)->stmt, (int) index, value));
}

static void
bh_sqlite_statement_bind_text (BhStatement *self, guint index, const char *value)
{
  note_binding (cast (self),
                sqlite3_bind_text (cast (self)->stmt, (int) index, value, -1, SQLITE_TRANSIENT));
}

static void
bh_sqlite_statement_bind_null (BhStatement *self, guint index)
{
  note_binding (cast (self), sqlite3_bind_null (cast (self)->stmt, (int) index));
}

static void
bh_sqlite_statement_reset (BhStatement *self)
{
  if (!cast (self)->used)
    return;

  sqlite3_reset (cast (self)->stmt);
  sqlite3_clear_bindings (cast (self)->stmt);
  cast (self)->running = FALSE;
  cast (self)->used = FALSE;
  cast (self)->bind_result = SQLITE_OK;
}

static BhStep
bh_sqlite_statement_step (BhStatement *statement, GError **error)
{
  BhSqliteStatement *self = cast (statement);
  int result = self->bind_result;

  if (result == SQLITE_OK && !self->running && bh_sqlite_connection_is_cancelled (self->connection))
    result = SQLITE_INTERRUPT;
  if (result == SQLITE_OK)
    {
      self->running = TRUE;
      self->used = TRUE;
      result = sqlite3_step (self->stmt);
    }
  if (result == SQLITE_ROW)
    return BH_STEP_ROW;

  if (result != SQLITE_DONE)
    bh_sqlite_connection_set_error (self->connection, result, error);
  bh_sqlite_statement_reset (statement);

  return result == SQLITE_DONE ? BH_STEP_DONE : BH_STEP_ERROR;
}

static gboolean
bh_sqlite_statement_is_null (BhStatement *self, guint column)
{
  return sqlite3_column_type (cast (self)->stmt, (int) column) == SQLITE_NULL;
}

static gint64
bh_sqlite_statement_get_int64 (BhStatement *self, guint column)
{
  return sqlite3_column_int64 (cast (self)->stmt, (int) column);
}

static double
bh_sqlite_statement_get_double (BhStatement *self, guint column)
{
  return sqlite3_column_double (cast (self)->stmt, (int) column);
}

static const char *
bh_sqlite_statement_get_text (BhStatement *self, guint column)
{
  return (const char *) sqlite3_column_text (cast (self)->stmt, (int) column);
}

static void
statement_iface_init (BhStatementInterface *iface)
{
  iface->bind_int64 = bh_sqlite_statement_bind_int64;
  iface->bind_double = bh_sqlite_statement_bind_double;
  iface->bind_text = bh_sqlite_statement_bind_text;
  iface->bind_null = bh_sqlite_statement_bind_null;
  iface->step = bh_sqlite_statement_step;
  iface->reset = bh_sqlite_statement_reset;
  iface->is_null = bh_sqlite_statement_is_null;
  iface->get_int64 = bh_sqlite_statement_get_int64;
  iface->get_double = bh_sqlite_statement_get_double;
  iface->get_text = bh_sqlite_statement_get_text;
}

static void
bh_sqlite_statement_finalize (GObject *object)
{
  BhSqliteStatement *self = BH_SQLITE_STATEMENT (object);

  g_clear_pointer (&self->stmt, sqlite3_finalize);

  G_OBJECT_CLASS (bh_sqlite_statement_parent_class)->finalize (object);
}

static void
bh_sqlite_statement_class_init (BhSqliteStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_sqlite_statement_finalize;
}

static void
bh_sqlite_statement_init (BhSqliteStatement *self)
{
}

BhSqliteStatement *
bh_sqlite_statement_new (BhSqliteConnection *connection, const char *sql, GError **error)
{
  g_autoptr (BhSqliteStatement) self = NULL;
  int result;

  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (connection), NULL);

  self = g_object_new (BH_TYPE_SQLITE_STATEMENT, NULL);
  self->connection = connection;
  result = sqlite3_prepare_v3 (bh_sqlite_connection_get_handle (connection), sql, -1,
                               SQLITE_PREPARE_PERSISTENT, &self->stmt, NULL);
  if (result != SQLITE_OK)
    {
      bh_sqlite_connection_set_error (connection, result, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}
