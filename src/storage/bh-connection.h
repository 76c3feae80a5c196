/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-storage-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The door to a database engine. SQL text above it keeps to what SQLite and PostgreSQL both
 * speak. A connection belongs to one thread at a time. */

/**
 * BhStep: what bh_statement_step() found.
 */
typedef enum
{
  BH_STEP_ERROR,
  BH_STEP_ROW,
  BH_STEP_DONE,
} BhStep;

#define BH_TYPE_STATEMENT (bh_statement_get_type ())
G_DECLARE_INTERFACE (BhStatement, bh_statement, BH, STATEMENT, GObject)

struct _BhStatementInterface
{
  GTypeInterface parent_iface;

  void (*bind_int64) (BhStatement *self, guint index, gint64 value);
  void (*bind_double) (BhStatement *self, guint index, double value);
  void (*bind_text) (BhStatement *self, guint index, const char *value);
  void (*bind_null) (BhStatement *self, guint index);
  BhStep (*step) (BhStatement *self, GError **error);
  void (*reset) (BhStatement *self);
  gboolean (*is_null) (BhStatement *self, guint column);
  gint64 (*get_int64) (BhStatement *self, guint column);
  double (*get_double) (BhStatement *self, guint column);
  const char *(*get_text) (BhStatement *self, guint column);
};

/* Binding; indexes begin at 1 as in "?1". Texts are copied. An error of binding shows at step. */
void bh_statement_bind_int64 (BhStatement *self, guint index, gint64 value);
void bh_statement_bind_double (BhStatement *self, guint index, double value);
/** bh_statement_bind_text: @value: (nullable): NULL binds NULL */
void bh_statement_bind_text (BhStatement *self, guint index, const char *value);
void bh_statement_bind_null (BhStatement *self, guint index);
/** bh_statement_bind_id: binds an id or an instant; 0, which means "none", becomes NULL */
void bh_statement_bind_id (BhStatement *self, guint index, gint64 value);

/** bh_statement_step: goes to the next row; after DONE or ERROR the statement is reset */
BhStep bh_statement_step (BhStatement *self, GError **error);
/** bh_statement_run: steps a statement that gives no rows and resets it. Returns: success */
gboolean bh_statement_run (BhStatement *self, GError **error);
/** bh_statement_reset: ends reading early; bindings are cleared */
void bh_statement_reset (BhStatement *self);

/* Columns; they begin at 0. NULL reads as 0, 0.0 and NULL. Texts live until the next step. */
gboolean bh_statement_is_null (BhStatement *self, guint column);
gint64 bh_statement_get_int64 (BhStatement *self, guint column);
double bh_statement_get_double (BhStatement *self, guint column);
const char *bh_statement_get_text (BhStatement *self, guint column);
/** bh_statement_dup_text: Returns: (transfer full) (nullable): a copy */
char *bh_statement_dup_text (BhStatement *self, guint column);

/**
 * BhColumnType: types in DDL, whose names come from the driver.
 */
typedef enum
{
  BH_COLUMN_KEY,   /* 64-bit primary key */
  BH_COLUMN_INT64, /* ids, instants, codes */
  BH_COLUMN_TEXT,
  BH_COLUMN_DOUBLE,
} BhColumnType;

#define BH_TYPE_CONNECTION (bh_connection_get_type ())
G_DECLARE_INTERFACE (BhConnection, bh_connection, BH, CONNECTION, GObject)

struct _BhConnectionInterface
{
  GTypeInterface parent_iface;

  BhStatement *(*prepare) (BhConnection *self, const char *sql, GError **error);
  gboolean (*execute) (BhConnection *self, const char *script, GError **error);
  const char *(*get_type_name) (BhConnection *self, BhColumnType type);
  const char *(*get_clustered) (BhConnection *self);
  gboolean (*begin_write) (BhConnection *self, GError **error);
  gboolean (*begin_read) (BhConnection *self, GError **error);
  gboolean (*commit) (BhConnection *self, GError **error);
  void (*rollback) (BhConnection *self);
  gint64 (*count_changes) (BhConnection *self);
  void (*set_cancellable) (BhConnection *self, GCancellable *cancellable);
};

/**
 * bh_connection_prepare:
 * @sql: (not nullable): one statement with ?1, ?2, …; its text is the key of the cache
 *
 * Gives the cached statement of @sql, reset and without bindings. Do not use the same text twice
 * at a time: a nested loop over one text needs two texts.
 *
 * Returns: (transfer none) (nullable): the statement, or NULL with %BH_STORAGE_ERROR_FAILED
 */
BhStatement *bh_connection_prepare (BhConnection *self, const char *sql, GError **error);

/** bh_connection_execute: runs a script of statements without rows */
gboolean bh_connection_execute (BhConnection *self, const char *script, GError **error);
const char *bh_connection_get_type_name (BhConnection *self, BhColumnType type);
/** bh_connection_get_clustered: Returns: what follows the closing bracket of a table whose rows are
 * best kept in the order of its primary key; "" where the engine has nothing of the kind */
const char *bh_connection_get_clustered (BhConnection *self);

/** bh_connection_begin_write: takes the write lock at once (BEGIN IMMEDIATE) */
gboolean bh_connection_begin_write (BhConnection *self, GError **error);
/** bh_connection_begin_read: a steady snapshot until commit or rollback */
gboolean bh_connection_begin_read (BhConnection *self, GError **error);
gboolean bh_connection_commit (BhConnection *self, GError **error);
/** bh_connection_rollback: never fails; without a transaction it does nothing */
void bh_connection_rollback (BhConnection *self);
/** bh_connection_count_changes: Returns: rows that the last statement changed */
gint64 bh_connection_count_changes (BhConnection *self);
/** bh_connection_set_cancellable: @cancellable: (nullable): interrupts running statements, which
 * then fail with %G_IO_ERROR_CANCELLED */
void bh_connection_set_cancellable (BhConnection *self, GCancellable *cancellable);

/**
 * bh_connection_get_single:
 *
 * For queries of one number, without parameters.
 *
 * Returns: FALSE on an error; @value is 0 where there is no row
 */
gboolean
bh_connection_get_single (BhConnection *self, const char *sql, gint64 *value, GError **error);

G_END_DECLS
