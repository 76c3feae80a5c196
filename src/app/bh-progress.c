/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-progress.h"

#include <stdio.h>
#include <unistd.h>

void
bh_progress_start (BhProgress *self)
{
  self->terminal = isatty (STDERR_FILENO) == 1;
  self->percent = -1;
}

void
bh_progress_cb (double fraction, gpointer user_data)
{
  BhProgress *self = user_data;
  int percent = (int) (CLAMP (fraction, 0, 1) * 100);

  if (!self->terminal || percent == self->percent)
    return;

  self->percent = percent;
  fprintf (stderr, "\r%3d%%", percent);
  fflush (stderr);
}

void
bh_progress_end (BhProgress *self)
{
  if (self->percent < 0)
    return;

  fputs ("\r     \r", stderr);
  fflush (stderr);
  self->percent = -1;
}
