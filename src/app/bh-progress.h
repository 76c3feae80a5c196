/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhProgress:
 *
 * How far long work has come, on standard error where that is a terminal; elsewhere it is silent.
 * Fed from one thread at a time.
 */
typedef struct
{
  gboolean terminal;
  int percent; /* what was shown last, -1: nothing */
} BhProgress;

void bh_progress_start (BhProgress *self);

/** bh_progress_cb: a #BhProgressFunc, with the #BhProgress as its data */
void bh_progress_cb (double fraction, gpointer user_data);

/** bh_progress_end: takes away what was shown */
void bh_progress_end (BhProgress *self);

G_END_DECLS
