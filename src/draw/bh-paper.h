/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper-photo.h"

G_BEGIN_DECLS

/**
 * BhPaper:
 *
 * What stands on a paper, as plain data: rows of cells, one below the other. It knows nothing of
 * pages; #BhPaperPages sets it on them. Filled by its maker and not changed any more afterwards;
 * then any thread may read it. Reference counted.
 */
typedef struct _BhPaper BhPaper;

/**
 * BhPaperTone:
 * @BH_PAPER_BODY: what is to be read
 * @BH_PAPER_STRONG: the same, bold
 * @BH_PAPER_LABEL: what a field is called, on a tinted ground where it has lines around it
 * @BH_PAPER_NOTE: small and grey
 * @BH_PAPER_HEADING: of a part of the paper
 * @BH_PAPER_TITLE: of the paper
 * @BH_PAPER_LARGE: a figure or number that is seen from afar
 */
typedef enum
{
  BH_PAPER_BODY,
  BH_PAPER_STRONG,
  BH_PAPER_LABEL,
  BH_PAPER_NOTE,
  BH_PAPER_HEADING,
  BH_PAPER_TITLE,
  BH_PAPER_LARGE,
} BhPaperTone;

/** BH_N_PAPER_TONES: size of an array indexed by #BhPaperTone. */
#define BH_N_PAPER_TONES 7

/** BhPaperAlign: where a text stands in its cell. */
typedef enum
{
  BH_PAPER_START,
  BH_PAPER_CENTER,
  BH_PAPER_END,
} BhPaperAlign;

/**
 * BhPaperColumn:
 * @title: translated
 * @share: of the width, beside those of the others
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  double share;
  BhPaperAlign align;
} BhPaperColumn;

/**
 * BhPaperBox:
 * @label: (nullable): what is to be written in, small, at its top
 * @text: (nullable): what stands there already
 * @photo: (nullable): likewise, a signature
 * @share: of the width, beside those of the others
 *
 * A box to be written in by hand.
 */
typedef struct
{
  const char *label;
  const char *text;
  BhPaperPhoto *photo;
  double share;
} BhPaperBox;

/**
 * bh_paper_new:
 * @title: what it is, translated; at its top, and small at the top of all further pages
 */
BhPaper *bh_paper_new (const char *title);
BhPaper *bh_paper_ref (BhPaper *self);
void bh_paper_unref (BhPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhPaper, bh_paper_unref)

/** bh_paper_set_corner: @text: in large letters opposite to the title: the number of the paper */
void bh_paper_set_corner (BhPaper *self, const char *text);
/** bh_paper_get_corner: Returns: (transfer none) (nullable): the same */
const char *bh_paper_get_corner (BhPaper *self);
/** bh_paper_set_footer: what stands at the foot of every page, left and right of its number */
void bh_paper_set_footer (BhPaper *self, const char *start, const char *end);
/** bh_paper_set_landscape: wider than high, unless who prints it wants it otherwise */
void bh_paper_set_landscape (BhPaper *self, gboolean landscape);
/** bh_paper_set_scale: @scale: of all letters, 1 for those of a letter that is held in the hand */
void bh_paper_set_scale (BhPaper *self, double scale);
/** bh_paper_set_shrink: @shrink: what goes a little beyond one page is set a little smaller */
void bh_paper_set_shrink (BhPaper *self, gboolean shrink);

/** bh_paper_get_title: Returns: (transfer none): the title */
const char *bh_paper_get_title (BhPaper *self);
/** bh_paper_is_landscape: Returns: whether it is wider than high */
gboolean bh_paper_is_landscape (BhPaper *self);
/** bh_paper_dup_text: Returns: (transfer full): everything that it says, a line a cell */
char *bh_paper_dup_text (BhPaper *self);

/** bh_paper_add_heading: begins a part; it stays on one page with what comes next */
void bh_paper_add_heading (BhPaper *self, const char *text);
/** bh_paper_add_text: @text: (nullable): a paragraph; nothing is added for %NULL and "" */
void bh_paper_add_text (BhPaper *self, const char *text, BhPaperTone tone, BhPaperAlign align);
/** bh_paper_add_pair: a field with its name; two short ones that are not @wide stand side by side.
 * @value: (nullable): nothing is added for %NULL and "" */
void bh_paper_add_pair (BhPaper *self, const char *label, const char *value, gboolean wide);
/** bh_paper_begin_table: @columns: copied; their titles stand on every page on which rows stand */
void bh_paper_begin_table (BhPaper *self, const BhPaperColumn *columns, guint n_columns);
/** bh_paper_add_row: @cells: (array) (element-type utf8): one a column of the table that was begun
 * last, each nullable */
void bh_paper_add_row (BhPaper *self, const char *const *cells);
/** bh_paper_add_boxes: @height: at least so many points; boxes that follow each other stay on one
 * page. Photos are referenced */
void bh_paper_add_boxes (BhPaper *self, const BhPaperBox *boxes, guint n_boxes, double height);
/** bh_paper_add_figures: @boxes: (array length=n_boxes): a row of figures, large, each with its
 * name below; their photos are not looked at */
void bh_paper_add_figures (BhPaper *self, const BhPaperBox *boxes, guint n_boxes);
/** bh_paper_add_photos: @photos: (element-type BhPaperPhoto), @captions: (element-type utf8): as
 * many; several in a row, scaled to fit */
void bh_paper_add_photos (BhPaper *self, GPtrArray *photos, GPtrArray *captions);

G_END_DECLS
