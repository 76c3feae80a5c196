/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_ATTACHING (bh_attaching_get_type ())
G_DECLARE_FINAL_TYPE (BhAttaching, bh_attaching, BH, ATTACHING, GtkWidget)

/**
 * BhAttaching:
 *
 * One file on its way to a ticket: its name, how far it has come, and Cancel. It shows where that
 * takes longer than an eye's blink.
 *
 * Signals: `done`; `failed (GError *)`, also with %G_IO_ERROR_CANCELLED.
 */

/** bh_attaching_new: @use: what it shows */
GtkWidget *bh_attaching_new (BhDesk *desk, gint64 ticket_id, BhAttachmentUse use, GFile *file);
/** bh_attaching_new_picture: @name: what people will know it as */
GtkWidget *bh_attaching_new_picture (
    BhDesk *desk, gint64 ticket_id, BhAttachmentUse use, GdkTexture *picture, const char *name);

gint64 bh_attaching_get_ticket_id (BhAttaching *self);
const char *bh_attaching_get_name (BhAttaching *self);
/** bh_attaching_start: once */
void bh_attaching_start (BhAttaching *self);

G_END_DECLS
