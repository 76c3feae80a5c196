/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk-register.h"

G_BEGIN_DECLS

/**
 * bh_register_climb_async:
 * @row: (transfer none): a place
 *
 * Finds out in what a place stands, in the reader's thread.
 */
void bh_register_climb_async (BhDesk *desk,
                              BhRegisterRow *row,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/** bh_register_climb_finish: Returns: (transfer full) (nullable) (element-type BhRegisterRow): from
 * the community down to the place itself; NULL with @error */
GPtrArray *bh_register_climb_finish (BhDesk *desk, GAsyncResult *result, GError **error);

G_END_DECLS
