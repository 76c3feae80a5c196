/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_VALUE_TABLE (bh_value_table_get_type ())
G_DECLARE_FINAL_TYPE (BhValueTable, bh_value_table, BH, VALUE_TABLE, GtkWidget)

/** bh_value_table_new: Returns: a list of the values of a chart, in columns */
GtkWidget *bh_value_table_new (void);

/** bh_value_table_set_chart: @chart: (transfer none) (nullable): whose values are listed */
void bh_value_table_set_chart (BhValueTable *self, BhChart *chart);

G_END_DECLS
