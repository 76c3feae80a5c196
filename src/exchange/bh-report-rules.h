/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-book.h"

G_BEGIN_DECLS

/* Looks that follow the values of cells, also after somebody changed them. */

/** BhReportRange: cells, the last ones included. */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} BhReportRange;

/** bh_report_rules_add_scale: three colours from few to many, in even steps of lightness, on which
 * black text can be read */
void bh_report_rules_add_scale (BhReportSheet *sheet, const BhReportRange *range);
/** bh_report_rules_add_bars: a bar in each cell, as long as its number; @max: that of a full one,
 * 0: the largest */
void bh_report_rules_add_bars (BhReportSheet *sheet, const BhReportRange *range, double max);

/** BH_REPORT_LIGHT_RED: what a cell with a traffic light holds; the style %BH_STYLE_LIGHT_VALUE
 * says it in words. */
#define BH_REPORT_LIGHT_RED 0
#define BH_REPORT_LIGHT_AMBER 1
#define BH_REPORT_LIGHT_GREEN 2

/**
 * bh_report_rules_add_lights:
 * @range: of numbers from %BH_REPORT_LIGHT_RED to %BH_REPORT_LIGHT_GREEN, and texts
 * @row: of which nothing is written yet: it is hidden, and holds the least and the most light,
 * since programs take the steps between the icons from what is there
 *
 * A sign beside each number, in colours of a traffic light and of a shape of its own.
 */
void bh_report_rules_add_lights (BhReportSheet *sheet, const BhReportRange *range, guint row);

G_END_DECLS
