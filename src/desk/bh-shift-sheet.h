/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "storage/bh-shift.h"

G_BEGIN_DECLS

/**
 * BhShiftSheet:
 * @since: when the shift began: the last handing over, or half a day ago
 * @text: (owned): what is new, urgent, promised and waiting, to be read by who comes next
 * @earlier: (owned) (element-type BhShift): the last that were handed over, newest first
 *
 * What one shift tells the next.
 */
typedef struct
{
  gint64 since;
  char *text;
  GPtrArray *earlier;
} BhShiftSheet;

void bh_shift_sheet_free (BhShiftSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhShiftSheet, bh_shift_sheet_free)

/** bh_shift_sheet_load: inside of a read transaction. Returns: (transfer full) (nullable): NULL
 * with
 * @error */
BhShiftSheet *
bh_shift_sheet_load (BhConnection *connection, BhOffice *office, gint64 now, GError **error);
/** bh_shift_sheet_load_async: bh_shift_sheet_load() in the reader's thread */
void bh_shift_sheet_load_async (BhDesk *desk,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/** bh_shift_sheet_load_finish: Returns: (transfer full) (nullable): NULL with @error */
BhShiftSheet *bh_shift_sheet_load_finish (BhDesk *desk, GAsyncResult *result, GError **error);

/**
 * bh_shift_hand_over_async:
 * @to_id: staff who takes over
 * @note: (nullable): what else is to be known
 * @text: what the sheet says
 *
 * Keeps the sheet with both names and the time: whoever is at the desk hands over.
 */
void bh_shift_hand_over_async (BhDesk *desk,
                               gint64 to_id,
                               const char *note,
                               const char *text,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean bh_shift_hand_over_finish (BhDesk *desk, GAsyncResult *result, GError **error);

G_END_DECLS
