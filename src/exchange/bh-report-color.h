/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-palette.h"

G_BEGIN_DECLS

/* The program's colours on white paper, as workbooks write them: 0xRRGGBB. */

/** bh_report_get_color: Returns: what the window's charts draw @role with */
guint32 bh_report_get_color (BhChartRole role);
/** bh_report_get_level: Returns: the colour of how much there is, @share being from 0 to 1 */
guint32 bh_report_get_level (double share);
/** bh_report_get_text_on: Returns: black or white, what can be read better on @color */
guint32 bh_report_get_text_on (guint32 color);

G_END_DECLS
