/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_STAGE_TRACK (bh_stage_track_get_type ())
G_DECLARE_FINAL_TYPE (BhStageTrack, bh_stage_track, BH, STAGE_TRACK, GtkWidget)

/**
 * bh_stage_track_new:
 *
 * The steps of a ticket's present round side by side, each with its name, where it stands and its
 * time.
 */
GtkWidget *bh_stage_track_new (void);

/** bh_stage_track_show: shows @ticket as it is at @now */
void bh_stage_track_show (BhStageTrack *self, BhTicket *ticket, BhOffice *office, gint64 now);

G_END_DECLS
