/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-register-row.h"

G_BEGIN_DECLS

/* The register at the desk, without waiting. Supervisors, managers and administrators change it,
 * and whoever sits there while nobody is named at the desk; the others read it. */

/** bh_desk_may_change_register: Returns: whether who is at the desk may change the register;
 * ask again at notify::staff-id and notify::office */
gboolean bh_desk_may_change_register (BhDesk *self);

/**
 * BhRegisterUndo:
 *
 * What takes back one change of the register. Reference counted, read only.
 */
typedef struct _BhRegisterUndo BhRegisterUndo;

#define BH_TYPE_REGISTER_UNDO (bh_register_undo_get_type ())
GType bh_register_undo_get_type (void);
BhRegisterUndo *bh_register_undo_ref (BhRegisterUndo *undo);
void bh_register_undo_unref (BhRegisterUndo *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhRegisterUndo, bh_register_undo_unref)

/** bh_register_undo_get_message: Returns: (transfer none): what was done, for a toast, translated:
 * "“李强” was retired" */
const char *bh_register_undo_get_message (BhRegisterUndo *undo);
BhRegisterKind bh_register_undo_get_kind (BhRegisterUndo *undo);
/** bh_register_undo_get_id: Returns: the row that was changed */
gint64 bh_register_undo_get_id (BhRegisterUndo *undo);

/**
 * bh_desk_list_register_async:
 * @search: (nullable): see bh_register_list_rows()
 * @limit: how many rows at most
 *
 * Reads a list in the reader's thread.
 */
void bh_desk_list_register_async (BhDesk *self,
                                  BhRegisterKind kind,
                                  const char *search,
                                  gint64 parent_id,
                                  gboolean with_retired,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/** bh_desk_list_register_finish: @n_total: (out) (optional): how many there are without the limit.
 * Returns: (transfer full) (nullable) (element-type BhRegisterRow): NULL with @error */
GPtrArray *
bh_desk_list_register_finish (BhDesk *self, GAsyncResult *result, guint *n_total, GError **error);

/**
 * bh_desk_save_register_async:
 * @id: 0 adds a row
 * @values: (transfer none): see bh_register_save_row()
 *
 * Adds or changes a row in one transaction.
 */
void bh_desk_save_register_async (BhDesk *self,
                                  BhRegisterKind kind,
                                  gint64 id,
                                  BhPayload *values,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/**
 * bh_desk_save_register_finish:
 * @id: (out) (optional): of the row; of the new version for a policy
 * @field: (out) (optional) (nullable) (transfer full): key of the field that is wrong
 * @undo: (out) (optional) (nullable) (transfer full): takes it back; NULL where nothing was changed
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT for what has to be entered otherwise,
 *   %BH_DOMAIN_ERROR_REFUSED for who may not, or another error
 */
gboolean bh_desk_save_register_finish (BhDesk *self,
                                       GAsyncResult *result,
                                       gint64 *id,
                                       char **field,
                                       BhRegisterUndo **undo,
                                       GError **error);

/** bh_desk_retire_register_async: retires a row, or brings it back; see
 * bh_register_set_row_retired() */
void bh_desk_retire_register_async (BhDesk *self,
                                    BhRegisterKind kind,
                                    gint64 id,
                                    gboolean retired,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/** bh_desk_retire_register_finish: @undo: (out) (optional) (nullable) (transfer full). Returns:
 * FALSE with @error */
gboolean bh_desk_retire_register_finish (BhDesk *self,
                                         GAsyncResult *result,
                                         BhRegisterUndo **undo,
                                         GError **error);

/**
 * bh_desk_undo_register_async:
 * @undo: (transfer none): of one of the above
 *
 * An edit is taken back by the old values (of a policy, as one more version), an added row by
 * removing it while nothing names it and by retiring it else, a retirement by its contrary. Refused
 * where the row was changed again since.
 */
void bh_desk_undo_register_async (BhDesk *self,
                                  BhRegisterUndo *undo,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/** bh_desk_undo_register_finish: Returns: FALSE with @error */
gboolean bh_desk_undo_register_finish (BhDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
