/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-measure-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BhMeasureRowGroups: what makes the columns of a list equally wide: (owned) each. */
typedef struct
{
  GtkSizeGroup *number;
  GtkSizeGroup *owner;
  GtkSizeGroup *state;
} BhMeasureRowGroups;

void bh_measure_row_groups_init (BhMeasureRowGroups *groups);
void bh_measure_row_groups_clear (BhMeasureRowGroups *groups);

/** bh_measure_row_new: Returns: (transfer floating): a row of a list box that shows @view; the
 * names are those of @office */
GtkWidget *
bh_measure_row_new (const BhMeasureView *view, BhOffice *office, const BhMeasureRowGroups *groups);
/** bh_measure_row_get_measure: Returns: (transfer none): what the row shows */
BhMeasure *bh_measure_row_get_measure (GtkListBoxRow *row);

G_END_DECLS
