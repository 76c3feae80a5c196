/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-measure.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* What meetings decided. Nothing is ever deleted: every version stays as an event. Who may change
 * it is not asked here. */

/** bh_measures_list: Returns: (transfer full) (nullable) (element-type BhMeasure): all there are,
 * in order of their numbers; which are shown for a month says bh_measure_is_shown(). NULL with
 * @error */
GPtrArray *bh_measures_list (BhConnection *connection, GError **error);
/** bh_measures_load: Returns: (transfer full) (nullable): NULL with %BH_STORAGE_ERROR_NOT_FOUND or
 * another error */
BhMeasure *bh_measures_load (BhConnection *connection, gint64 id, GError **error);
/** bh_measures_find: @number: "M2026-10-03". Returns: (transfer full) (nullable): NULL with
 * %BH_STORAGE_ERROR_NOT_FOUND or another error */
BhMeasure *bh_measures_find (BhConnection *connection, const char *number, GError **error);

/**
 * BhMeasureEvent:
 * @recorded_at: when it was entered
 * @entered_by: staff, 0 where nobody was named, or the program itself followed a changed name
 * @measure: (owned): what it said from then on
 *
 * One version of a measure.
 */
typedef struct
{
  gint64 recorded_at;
  gint64 entered_by;
  BhMeasure *measure;
} BhMeasureEvent;

/** bh_measures_load_events: Returns: (transfer full) (nullable) (element-type BhMeasureEvent): its
 * versions, oldest first; NULL with @error */
GPtrArray *bh_measures_load_events (BhConnection *connection, gint64 id, GError **error);

/**
 * bh_measures_save:
 * @measure: (transfer none): id 0 adds one, with the next number of its month; else its version is
 *   the one that was looked at
 * @staff_id: who enters it, 0 for nobody
 * @field: (out) (optional) (transfer none): key of the field that is wrong
 *
 * Saves a measure that bh_measure_check() allows, and keeps the new version as an event. One that
 * says what is saved already changes nothing.
 *
 * Returns: the id; 0 with %BH_DOMAIN_ERROR_INPUT, %BH_STORAGE_ERROR_CONFLICT where it was changed
 *   meanwhile, or another error
 */
gint64 bh_measures_save (
    BhWork *work, BhMeasure *measure, gint64 staff_id, const char **field, GError **error);

/**
 * bh_measures_follow_names:
 * @before: the office whose names the filters have
 *
 * After names of the office were changed: filters of measures name the same tickets as before.
 *
 * Returns: FALSE with @error
 */
gboolean bh_measures_follow_names (BhWork *work, BhOffice *before, GError **error);

G_END_DECLS
