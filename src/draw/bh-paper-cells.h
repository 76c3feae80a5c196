/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper-private.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* How the cells of a row of a paper are measured and drawn. */

/**
 * BhPaperPen:
 * @context: (owned): sets text; unit is the point
 * @scale: of all letters
 * @width: of a row, in points
 */
typedef struct
{
  PangoContext *context;
  double scale;
  double width;
} BhPaperPen;

/**
 * BhPaperRange:
 * @from: in bytes
 * @to: likewise, -1: to the end
 *
 * The part of a cell's text that stands on one page.
 */
typedef struct
{
  int from;
  int to;
} BhPaperRange;

void bh_paper_pen_init (BhPaperPen *self, double scale, double width);
void bh_paper_pen_clear (BhPaperPen *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhPaperPen, bh_paper_pen_clear)

/** bh_paper_pen_make_layout: Returns: (transfer full): @text in @tone */
PangoLayout *bh_paper_pen_make_layout (const BhPaperPen *self, const char *text, BhPaperTone tone);

/** bh_paper_pen_measure: @ranges: (nullable): of each cell. Returns: height of @row, in points,
 * without the space above it */
double
bh_paper_pen_measure (const BhPaperPen *self, const BhPaperRow *row, const BhPaperRange *ranges);

/**
 * bh_paper_pen_cut:
 * @ranges: (array): of each cell, up to its end; shortened to what fits into @height, at least a
 *   line
 *
 * Returns: FALSE where everything fits
 */
gboolean bh_paper_pen_cut (const BhPaperPen *self,
                           const BhPaperRow *row,
                           BhPaperRange *ranges,
                           double height);

/** bh_paper_pen_draw: @ranges: (nullable): of each cell; @height: of the row */
void bh_paper_pen_draw (const BhPaperPen *self,
                        const BhPaperRow *row,
                        const BhPaperRange *ranges,
                        cairo_t *cr,
                        double x,
                        double y,
                        double height);

G_END_DECLS
