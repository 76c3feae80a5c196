/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-list.h"

BhPaper *
bh_paper_list_make_paper (const BhPaperList *self)
{
  BhPaper *paper;

  g_return_val_if_fail (self != NULL, NULL);

  paper = bh_paper_new (self->title);
  bh_paper_set_landscape (paper, TRUE);
  bh_paper_set_footer (paper, self->office, self->made_at);
  bh_paper_add_text (paper, self->note, BH_PAPER_NOTE, BH_PAPER_CENTER);
  if (self->rows->len == 0)
    {
      bh_paper_add_text (paper, self->empty, BH_PAPER_BODY, BH_PAPER_CENTER);
      return paper;
    }
  bh_paper_begin_table (paper, self->columns, self->n_columns);
  for (guint i = 0; i < self->rows->len; i++)
    bh_paper_add_row (paper, g_ptr_array_index (self->rows, i));

  return paper;
}
