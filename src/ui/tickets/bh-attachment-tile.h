/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-thumbnails.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_ATTACHMENT_TILE (bh_attachment_tile_get_type ())
G_DECLARE_FINAL_TYPE (BhAttachmentTile, bh_attachment_tile, BH, ATTACHMENT_TILE, GtkFlowBoxChild)

/**
 * BhAttachmentTile:
 *
 * A file of a ticket: its picture or the icon of its type, its name, and what it shows; size, who
 * and when on hover and for the screen reader.
 */
GtkWidget *
bh_attachment_tile_new (BhDesk *desk, BhThumbnails *thumbnails, BhAttachment *attachment);

/** bh_attachment_tile_get_attachment: Returns: (transfer none) */
BhAttachment *bh_attachment_tile_get_attachment (BhAttachmentTile *self);

G_END_DECLS
