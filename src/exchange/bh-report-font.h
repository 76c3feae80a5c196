/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bh_report_font_get_name: Returns: (transfer none): the font of workbooks in the program's
 * language: one that is on most desks, and that the others know what to show instead of */
const char *bh_report_font_get_name (void);
/** bh_report_font_get_size: Returns: in points, of plain text: its digits are as wide as the unit
 * of the columns' widths */
double bh_report_font_get_size (void);

G_END_DECLS
