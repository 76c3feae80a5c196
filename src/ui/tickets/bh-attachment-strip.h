/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-thumbnails.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_ATTACHMENT_STRIP (bh_attachment_strip_get_type ())
G_DECLARE_FINAL_TYPE (BhAttachmentStrip, bh_attachment_strip, BH, ATTACHMENT_STRIP, GtkWidget)

/**
 * BhAttachmentStrip:
 *
 * The files of the open ticket: small pictures that open, and what adds more. What comes while a
 * file is on its way waits for its turn; going on to another ticket does not stop it.
 */
GtkWidget *bh_attachment_strip_new (void);

/** bh_attachment_strip_set_up: @desk: (transfer none): once, before all else */
void bh_attachment_strip_set_up (BhAttachmentStrip *self, BhDesk *desk);
/** bh_attachment_strip_get_thumbnails: Returns: (transfer none): for others who show files */
BhThumbnails *bh_attachment_strip_get_thumbnails (BhAttachmentStrip *self);
/** bh_attachment_strip_show: shows the files of @ticket */
void bh_attachment_strip_show (BhAttachmentStrip *self, BhTicket *ticket);
/** bh_attachment_strip_add_file: one file to the ticket that is shown */
void bh_attachment_strip_add_file (BhAttachmentStrip *self, GFile *file);
/** bh_attachment_strip_add_picture: a picture without a file, as from the clipboard */
void bh_attachment_strip_add_picture (BhAttachmentStrip *self, GdkTexture *picture);
/** bh_attachment_strip_is_possible: Returns: whether files can be added now */
gboolean bh_attachment_strip_is_possible (BhAttachmentStrip *self);
/** bh_attachment_strip_count: Returns: how many files are shown */
guint bh_attachment_strip_count (BhAttachmentStrip *self);
/** bh_attachment_strip_set_problem: @message: translated, "" for nothing: what went wrong */
void bh_attachment_strip_set_problem (BhAttachmentStrip *self, const char *message);
/** bh_attachment_strip_get_problem: Returns: (transfer none): what went wrong last, "" for nothing
 */
const char *bh_attachment_strip_get_problem (BhAttachmentStrip *self);

G_END_DECLS
