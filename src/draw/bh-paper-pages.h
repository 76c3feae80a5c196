/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * BH_PAPER_A4_WIDTH:
 *
 * A page of A4, in points (1/72 inch).
 */
#define BH_PAPER_A4_WIDTH 595.28
#define BH_PAPER_A4_HEIGHT 841.89

/** BH_PAPER_ENDLESS: height of a page that is as long as what stands on it */
#define BH_PAPER_ENDLESS (-1.0)

/**
 * BhPaperPages:
 *
 * A paper that is set on pages of one size. Rows do not break but where one is higher than a page;
 * a heading never stands alone at the foot of one. To be used in the thread that made it.
 */
typedef struct _BhPaperPages BhPaperPages;

/**
 * bh_paper_pages_new:
 * @paper: (transfer none): is not changed any more
 * @width: of a whole page, in points
 * @height: likewise, or %BH_PAPER_ENDLESS
 */
BhPaperPages *bh_paper_pages_new (BhPaper *paper, double width, double height);
/** bh_paper_pages_begin: likewise, but nothing stands on them before bh_paper_pages_go_on() */
BhPaperPages *bh_paper_pages_begin (BhPaper *paper, double width, double height);
/** bh_paper_pages_go_on: sets @n_rows further rows, for who has something else to do meanwhile.
 * Returns: whether everything stands on its page; only then they can be counted and drawn */
gboolean bh_paper_pages_go_on (BhPaperPages *self, guint n_rows);
void bh_paper_pages_free (BhPaperPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhPaperPages, bh_paper_pages_free)

/** bh_paper_pages_get_n: Returns: how many pages there are, at least 1 */
guint bh_paper_pages_get_n (BhPaperPages *self);
/** bh_paper_pages_get_height: Returns: of a page, in points; of an endless one what it came to */
double bh_paper_pages_get_height (BhPaperPages *self);
/** bh_paper_pages_draw: draws page @page, from 0, on @cr, whose unit is the point, at its origin */
void bh_paper_pages_draw (BhPaperPages *self, guint page, cairo_t *cr);
/** bh_paper_pages_dup_text: Returns: (transfer full): the texts of the cells on @page, a line each;
 * those that are repeated too */
char *bh_paper_pages_dup_text (BhPaperPages *self, guint page);

G_END_DECLS
