/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper.h"

G_BEGIN_DECLS

/**
 * BhShiftPaper:
 * @text: what the sheet says, in parts with an empty line between them: a first line that says
 *   from when to when, then a heading and its lines
 * @from: (nullable): who hands over
 * @to: (nullable): who takes over
 * @note: (nullable): what else is to be known
 * @office: name of the office
 * @made_at: when it is printed
 *
 * A shift's sheet, ready to be read; nothing is owned.
 */
typedef struct
{
  const char *text;
  const char *from;
  const char *to;
  const char *note;
  const char *office;
  const char *made_at;
} BhShiftPaper;

/** bh_shift_paper_make_paper: Returns: (transfer full): with room for both signatures at its end */
BhPaper *bh_shift_paper_make_paper (const BhShiftPaper *self);

G_END_DECLS
