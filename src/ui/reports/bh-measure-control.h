/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-measure-field.h"
#include "ui/common/bh-control.h"

G_BEGIN_DECLS

/* Controls for the fields of a measure. */

/**
 * bh_measure_control_new:
 * @measure: (transfer none): whose field; a new one has no state yet, and nothing came of it
 *
 * Returns: (transfer floating) (nullable): what asks for @field; NULL where it is not asked for: a
 *   community in an office that has one, the end of what has just been decided
 */
BhControl *bh_measure_control_new (BhDesk *desk, const BhMeasureField *field, BhMeasure *measure);

/** bh_measure_control_read: sets @field of @measure to what was entered. Returns: FALSE with
 * %BH_DOMAIN_ERROR_INPUT */
gboolean bh_measure_control_read (BhControl *control,
                                  const BhMeasureField *field,
                                  BhMeasure *measure,
                                  BhDesk *desk,
                                  GError **error);

G_END_DECLS
