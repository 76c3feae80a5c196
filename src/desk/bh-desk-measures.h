/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-measure.h"

G_BEGIN_DECLS

/* What meetings decided, at the desk. Supervisors, managers and administrators enter it, and
 * whoever sits there while nobody is named at the desk; the others read it. */

/** bh_desk_may_change_measures: Returns: whether who is at the desk may enter measures; ask again
 * at notify::staff-id and notify::office */
gboolean bh_desk_may_change_measures (BhDesk *self);

/**
 * bh_desk_enter_measure:
 * @measure: (transfer none): see bh_measures_save(); what goes without saying is filled in, see
 *   bh_measure_settle()
 * @staff_id: who enters it, 0 for nobody
 * @field: (out) (optional) (transfer none): key of the field that is wrong
 *
 * Adds or changes a measure in a transaction of the caller's.
 *
 * Returns: the id; 0 with %BH_DOMAIN_ERROR_REFUSED for who may not, or the errors of
 *   bh_measures_save()
 */
gint64 bh_desk_enter_measure (
    BhWork *work, BhMeasure *measure, gint64 staff_id, const char **field, GError **error);

/** bh_desk_save_measure_async: the same in a transaction of its own, for who is at the desk */
void bh_desk_save_measure_async (BhDesk *self,
                                 BhMeasure *measure,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/**
 * bh_desk_save_measure_finish:
 * @field: (out) (optional) (nullable) (transfer none): key of the field that is wrong
 *
 * Returns: the id, 0 with @error
 */
gint64 bh_desk_save_measure_finish (BhDesk *self,
                                    GAsyncResult *result,
                                    const char **field,
                                    GError **error);

G_END_DECLS
