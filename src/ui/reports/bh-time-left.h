/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhTimeLeft:
 * @began_at: monotonic, microseconds
 * @ends_at: monotonic: when it is expected to end, 0 where that is not known yet
 *
 * How long something still takes, told from how far it came. Pure: it asks no clock.
 */
typedef struct
{
  gint64 began_at;
  gint64 ends_at;
} BhTimeLeft;

/** bh_time_left_begin: @now: monotonic, microseconds */
void bh_time_left_begin (BhTimeLeft *self, gint64 now);
/** bh_time_left_note: @fraction: from 0 to 1, that is done at @now. What is expected follows
 * slowly, so that one step that takes longer does not make it jump. */
void bh_time_left_note (BhTimeLeft *self, double fraction, gint64 now);
/** bh_time_left_dup_text: Returns: (transfer full): "about 2 minutes left", in steps that grow with
 * it; "" while it is not known */
char *bh_time_left_dup_text (const BhTimeLeft *self, gint64 now);

G_END_DECLS
