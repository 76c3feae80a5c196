/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_attachment_use_new: asks what the files that are attached next show */
GtkWidget *bh_attachment_use_new (void);

/** bh_attachment_use_get: @status: of the ticket, which decides unless somebody chose. Returns:
 * what the next file shows */
BhAttachmentUse bh_attachment_use_get (GtkWidget *use, BhStatus status);

G_END_DECLS
