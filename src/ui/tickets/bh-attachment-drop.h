/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tickets/bh-attachment-strip.h"

G_BEGIN_DECLS

/* The ways of files to a ticket that need no dialog. */

/** bh_attachment_drop_accept: @widget: takes files and pictures that are dropped on it, for the
 * ticket that @self shows */
void bh_attachment_drop_accept (BhAttachmentStrip *self, GtkWidget *widget);

/** bh_attachment_drop_paste: adds what files or picture the clipboard has */
void bh_attachment_drop_paste (BhAttachmentStrip *self);

G_END_DECLS
