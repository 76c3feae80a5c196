/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-shift.h"

#include "base/bh-i18n.h"

/* Heights of what is written in by hand, in points. */
#define NOTE_HEIGHT 56
#define SIGNATURE_HEIGHT 48

static void
add_part (BhPaper *paper, const char *part)
{
  g_auto (GStrv) lines = g_strsplit (part, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (i == 0)
        bh_paper_add_heading (paper, lines[i]);
      else
        bh_paper_add_text (paper, lines[i], BH_PAPER_BODY, BH_PAPER_START);
    }
}

BhPaper *
bh_shift_paper_make_paper (const BhShiftPaper *self)
{
  g_auto (GStrv) parts = NULL;
  BhPaper *paper;

  g_return_val_if_fail (self != NULL && self->text != NULL, NULL);

  const BhPaperBox note[] = { { _ ("To be known"), self->note, NULL, 1 } };
  const BhPaperBox names[] = {
    { _ ("Handed over by"), self->from, NULL, 1 },
    { _ ("Taken over by"), self->to, NULL, 1 },
    { _ ("Date and time"), NULL, NULL, 1 },
  };

  paper = bh_paper_new (_ ("Shift change"));
  bh_paper_set_footer (paper, self->office, self->made_at);
  parts = g_strsplit (self->text, "\n\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i == 0)
        bh_paper_add_text (paper, parts[i], BH_PAPER_BODY, BH_PAPER_CENTER);
      else
        add_part (paper, parts[i]);
    }
  bh_paper_add_heading (paper, _ ("Handing over"));
  bh_paper_add_boxes (paper, note, G_N_ELEMENTS (note), NOTE_HEIGHT);
  bh_paper_add_boxes (paper, names, G_N_ELEMENTS (names), SIGNATURE_HEIGHT);

  return paper;
}
