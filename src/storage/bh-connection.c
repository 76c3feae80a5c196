/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-connection.h"

/* The two interfaces of an engine. Binding and reading are called millions of times by an import:
 * their arguments are checked by the driver's own assertions, not here. */

G_DEFINE_INTERFACE (BhStatement, bh_statement, G_TYPE_OBJECT)
G_DEFINE_INTERFACE (BhConnection, bh_connection, G_TYPE_OBJECT)

GQuark
bh_storage_error_quark (void)
{
  return g_quark_from_static_string ("bh-storage-error-quark");
}

static void
bh_statement_default_init (BhStatementInterface *iface)
{
}

static void
bh_connection_default_init (BhConnectionInterface *iface)
{
}

void
bh_statement_bind_int64 (BhStatement *self, guint index, gint64 value)
{
  BH_STATEMENT_GET_IFACE (self)->bind_int64 (self, index, value);
}

void
bh_statement_bind_double (BhStatement *self, guint index, double value)
{
  BH_STATEMENT_GET_IFACE (self)->bind_double (self, index, value);
}

void
bh_statement_bind_text (BhStatement *self, guint index, const char *value)
{
  if (value != NULL)
    BH_STATEMENT_GET_IFACE (self)->bind_text (self, index, value);
  else
    BH_STATEMENT_GET_IFACE (self)->bind_null (self, index);
}

void
bh_statement_bind_null (BhStatement *self, guint index)
{
  BH_STATEMENT_GET_IFACE (self)->bind_null (self, index);
}

void
bh_statement_bind_id (BhStatement *self, guint index, gint64 value)
{
  if (value != 0)
    BH_STATEMENT_GET_IFACE (self)->bind_int64 (self, index, value);
  else
    BH_STATEMENT_GET_IFACE (self)->bind_null (self, index);
}

BhStep
bh_statement_step (BhStatement *self, GError **error)
{
  g_return_val_if_fail (BH_IS_STATEMENT (self), BH_STEP_ERROR);

  return BH_STATEMENT_GET_IFACE (self)->step (self, error);
}

gboolean
bh_statement_run (BhStatement *self, GError **error)
{
  BhStep step;

  g_return_val_if_fail (BH_IS_STATEMENT (self), FALSE);

  do
    step = BH_STATEMENT_GET_IFACE (self)->step (self, error);
  while (step == BH_STEP_ROW);

  return step == BH_STEP_DONE;
}

void
bh_statement_reset (BhStatement *self)
{
  g_return_if_fail (BH_IS_STATEMENT (self));

  BH_STATEMENT_GET_IFACE (self)->reset (self);
}

gboolean
bh_statement_is_null (BhStatement *self, guint column)
{
  return BH_STATEMENT_GET_IFACE (self)->is_null (self, column);
}

gint64
bh_statement_get_int64 (BhStatement *self, guint column)
{
  return BH_STATEMENT_GET_IFACE (self)->get_int64 (self, column);
}

double
bh_statement_get_double (BhStatement *self, guint column)
{
  return BH_STATEMENT_GET_IFACE (self)->get_double (self, column);
}

const char *
bh_statement_get_text (BhStatement *self, guint column)
{
  return BH_STATEMENT_GET_IFACE (self)->get_text (self, column);
}

char *
bh_statement_dup_text (BhStatement *self, guint column)
{
  return g_strdup (BH_STATEMENT_GET_IFACE (self)->get_text (self, column));
}

BhStatement *
bh_connection_prepare (BhConnection *self, const char *sql, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  return BH_CONNECTION_GET_IFACE (self)->prepare (self, sql, error);
}

gboolean
bh_connection_execute (BhConnection *self, const char *script, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (script != NULL, FALSE);

  return BH_CONNECTION_GET_IFACE (self)->execute (self, script, error);
}

const char *
bh_connection_get_type_name (BhConnection *self, BhColumnType type)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), NULL);

  return BH_CONNECTION_GET_IFACE (self)->get_type_name (self, type);
}

const char *
bh_connection_get_clustered (BhConnection *self)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), NULL);

  return BH_CONNECTION_GET_IFACE (self)->get_clustered (self);
}

gboolean
bh_connection_begin_write (BhConnection *self, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), FALSE);

  return BH_CONNECTION_GET_IFACE (self)->begin_write (self, error);
}

gboolean
bh_connection_begin_read (BhConnection *self, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), FALSE);

  return BH_CONNECTION_GET_IFACE (self)->begin_read (self, error);
}

gboolean
bh_connection_commit (BhConnection *self, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), FALSE);

  return BH_CONNECTION_GET_IFACE (self)->commit (self, error);
}

void
bh_connection_rollback (BhConnection *self)
{
  g_return_if_fail (BH_IS_CONNECTION (self));

  BH_CONNECTION_GET_IFACE (self)->rollback (self);
}

gint64
bh_connection_count_changes (BhConnection *self)
{
  g_return_val_if_fail (BH_IS_CONNECTION (self), 0);

  return BH_CONNECTION_GET_IFACE (self)->count_changes (self);
}

void
bh_connection_set_cancellable (BhConnection *self, GCancellable *cancellable)
{
  g_return_if_fail (BH_IS_CONNECTION (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  BH_CONNECTION_GET_IFACE (self)->set_cancellable (self, cancellable);
}

gboolean
bh_connection_get_single (BhConnection *self, const char *sql, gint64 *value, GError **error)
{
  BhStatement *statement = bh_connection_prepare (self, sql, error);
  BhStep step;

  g_return_val_if_fail (value != NULL, FALSE);

  if (statement == NULL)
    return FALSE;

  step = bh_statement_step (statement, error);
  *value = step == BH_STEP_ROW ? bh_statement_get_int64 (statement, 0) : 0;
  if (step != BH_STEP_ERROR)
    bh_statement_reset (statement);

  return step != BH_STEP_ERROR;
}
