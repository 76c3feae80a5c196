/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper.h"

G_BEGIN_DECLS

/* What #BhPaper is made of, for those who set it on pages. */

/**
 * BhPaperCell:
 * @text: (owned) (nullable)
 * @photo: (owned) (nullable): above the text
 * @share: of the width of the row
 * @tone: of the text
 * @align: likewise
 * @centered: half-way down where the row is higher than it
 */
typedef struct
{
  char *text;
  BhPaperPhoto *photo;
  double share;
  BhPaperTone tone;
  BhPaperAlign align;
  gboolean centered;
} BhPaperCell;

/**
 * BhPaperRow:
 * @cells: (owned) (element-type BhPaperCell)
 * @min_height: in points
 * @space: above it, in points
 * @lined: lines stand around its cells
 * @keep: it stays on one page with the row after it
 * @head: index of the row that is repeated above it at the top of a page, -1 for none
 */
typedef struct
{
  GArray *cells;
  double min_height;
  double space;
  gboolean lined;
  gboolean keep;
  int head;
} BhPaperRow;

struct _BhPaper
{
  char *title;     /* (owned) */
  char *corner;    /* (owned) (nullable) */
  char *start;     /* (owned) (nullable): of the foot */
  char *end;       /* (owned) (nullable): likewise */
  GArray *rows;    /* (owned) (element-type BhPaperRow) */
  GArray *columns; /* (owned) (element-type BhPaperColumn): of the table begun last, no titles */
  int head;        /* row with their titles */
  gboolean half;   /* the last row has one pair and room for another */
  gboolean landscape;
  gboolean shrink;
  double scale;
};

/** bh_paper_get_row: Returns: (transfer none): row @i */
BhPaperRow *bh_paper_get_row (BhPaper *self, guint i);

G_END_DECLS
