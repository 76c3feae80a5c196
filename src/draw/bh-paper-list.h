/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper.h"

G_BEGIN_DECLS

/**
 * BhPaperList:
 * @title: of the paper
 * @note: (nullable): below it: how many there are, what they are
 * @columns: (array length=n_columns)
 * @rows: (element-type GStrv): @n_columns texts each
 * @empty: what stands there in place of the table where there is no row
 * @office: name of the office
 * @made_at: when it is printed
 *
 * A list as people carry it; all texts are translated, nothing is owned.
 */
typedef struct
{
  const char *title;
  const char *note;
  const BhPaperColumn *columns;
  guint n_columns;
  GPtrArray *rows;
  const char *empty;
  const char *office;
  const char *made_at;
} BhPaperList;

/** bh_paper_list_make_paper: Returns: (transfer full): a table on pages that are wider than high */
BhPaper *bh_paper_list_make_paper (const BhPaperList *self);

G_END_DECLS
