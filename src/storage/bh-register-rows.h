/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* The lists of the register as rows, for the Register page and the command line. */

/**
 * bh_register_list_rows:
 * @office: of the same moment as @connection
 * @search: (nullable): part of a name, its pinyin initials, a code, a phone's beginning or last
 *   digits; of places also what bh_register_search_places() understands
 * @parent_id: of places and categories: only what stands in this one, with @search at any depth; 0
 *   gives the uppermost, -1 any. Other lists ignore it
 * @with_retired: whether retired rows are given too, each in its place among the others
 * @limit: how many rows at most
 * @n_total: (out) (nullable): how many there are without @limit
 *
 * Of policies, the version in force of each category and grade.
 *
 * Returns: (transfer full) (nullable) (element-type BhRegisterRow): in order; NULL with @error
 */
GPtrArray *bh_register_list_rows (BhConnection *connection,
                                  BhOffice *office,
                                  BhRegisterKind kind,
                                  const char *search,
                                  gint64 parent_id,
                                  gboolean with_retired,
                                  guint limit,
                                  guint *n_total,
                                  GError **error);

/** bh_register_load_row: Returns: (transfer full) (nullable): the row with @id, retired or not;
 * NULL with %BH_STORAGE_ERROR_NOT_FOUND */
BhRegisterRow *bh_register_load_row (
    BhConnection *connection, BhOffice *office, BhRegisterKind kind, gint64 id, GError **error);

/**
 * bh_register_save_row:
 * @id: 0 adds a row
 * @values: (transfer none): canonical texts of all fields that are entered; one that is missing is
 *   emptied, but for fixed ones
 * @field: (out) (optional) (nullable) (transfer full): key of the field that is wrong
 *
 * Adds or changes a row, after checking every field. A policy never changes: a new version is made,
 * in force from now. Another name of a place renames the paths of all that stands in it.
 *
 * Returns: the id of the row, of the new version for a policy; 0 with %BH_DOMAIN_ERROR_INPUT for
 *   what has to be entered otherwise, or another error
 */
gint64 bh_register_save_row (
    BhWork *work, BhRegisterKind kind, gint64 id, BhPayload *values, char **field, GError **error);

/**
 * bh_register_put_back_row:
 * @values: (transfer none): what the row had before
 *
 * The same for values that stood there before: what they name may be retired by now.
 *
 * Returns: FALSE with @error
 */
gboolean bh_register_put_back_row (
    BhWork *work, BhRegisterKind kind, gint64 id, BhPayload *values, GError **error);

/** bh_register_load_rooms: Returns: (transfer full) (nullable) (element-type gint64): the rooms of
 * a contact, of which its row has the first; NULL with @error */
GArray *bh_register_load_rooms (BhConnection *connection, gint64 contact_id, GError **error);

/** bh_register_set_rooms: @rooms: (element-type gint64): all that the contact has from now on.
 * Returns: FALSE with @error */
gboolean bh_register_set_rooms (BhWork *work, gint64 contact_id, GArray *rooms, GError **error);

/**
 * bh_register_set_row_retired:
 *
 * Nothing is ever deleted: a retired row is no longer offered, and the history keeps its name. What
 * stands in a place or category is retired and comes back with it.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_REFUSED where the office would not work without it
 */
gboolean bh_register_set_row_retired (
    BhWork *work, BhRegisterKind kind, gint64 id, gboolean retired, GError **error);

/**
 * bh_register_remove_row:
 * @added_at: when it was added
 * @removed: (out): FALSE where something names it already, or where to find that out would hold up
 *   an office with a long history
 *
 * Takes back that a row was added. Who gets FALSE retires it.
 *
 * Returns: FALSE with @error
 */
gboolean bh_register_remove_row (BhWork *work,
                                 BhRegisterKind kind,
                                 gint64 id,
                                 gint64 added_at,
                                 gboolean *removed,
                                 GError **error);

G_END_DECLS
