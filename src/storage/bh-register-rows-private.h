/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-rows.h"

G_BEGIN_DECLS

/* What the files of the register's rows share. */

/** BH_REGISTER_MIN_DIGITS: so many digits are looked for as a phone's beginning or end. */
#define BH_REGISTER_MIN_DIGITS 3

/** BhRegisterQuery: what rows are asked for; see bh_register_list_rows(). */
typedef struct
{
  BhConnection *connection;
  BhOffice *office;
  const char *search; /* (nullable): clean, not empty */
  gint64 parent_id;
  gboolean with_retired;
  guint limit;
} BhRegisterQuery;

/** bh_register_list_place_rows: Returns: (transfer full) (nullable): NULL with @error */
GPtrArray *
bh_register_list_place_rows (const BhRegisterQuery *query, guint *n_total, GError **error);
/** bh_register_list_contact_rows: Returns: (transfer full) (nullable): NULL with @error */
GPtrArray *
bh_register_list_contact_rows (const BhRegisterQuery *query, guint *n_total, GError **error);

/* Each gives NULL without @error where there is no such row. */
BhRegisterRow *
bh_register_load_place_row (BhConnection *connection, BhOffice *office, gint64 id, GError **error);
BhRegisterRow *bh_register_load_contact_row (BhConnection *connection, gint64 id, GError **error);

/** BhRegisterSave: a row on its way into the database. */
typedef struct
{
  BhWork *work;
  BhConnection *connection;
  BhOffice *office;
  BhRegisterKind kind;
  gint64 id;          /* 0 until a new row has one */
  BhRegisterRow *old; /* (owned) (nullable): NULL for a new row */
  BhPayload *values;  /* (owned): checked, canonical */
  char *field;        /* (owned) (nullable): the wrong one */
  gboolean puts_back; /* what stood there before: it may name what is retired by now */
} BhRegisterSave;

/** bh_register_save_reject: says that @field is wrong. Returns: FALSE with %BH_DOMAIN_ERROR_INPUT
 */
gboolean bh_register_save_reject (BhRegisterSave *self,
                                  const char *field,
                                  GError **error,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (4, 5);
/** bh_register_save_check: @values: as they came. Fills `values` in. Returns: FALSE with @error */
gboolean bh_register_save_check (BhRegisterSave *self, BhPayload *values, GError **error);
/** bh_register_save_is_changed: Returns: whether the value of @key is another one than before */
gboolean bh_register_save_is_changed (BhRegisterSave *self, const char *key);

/* Each writes what was checked and sets the id. */
gboolean bh_register_save_place (BhRegisterSave *self, GError **error);
gboolean bh_register_save_contact (BhRegisterSave *self, GError **error);

/** bh_register_update_fields: writes the fields of the description that are columns of @table, but
 * for the name */
gboolean bh_register_update_fields (BhRegisterSave *self, GError **error);

/** bh_register_get_table: Returns: (transfer none): the table of @kind */
const char *bh_register_get_table (BhRegisterKind kind);

G_END_DECLS
