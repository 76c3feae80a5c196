/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-thumbnails.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_HISTORY_LIST (bh_history_list_get_type ())
G_DECLARE_FINAL_TYPE (BhHistoryList, bh_history_list, BH, HISTORY_LIST, GtkWidget)

/** bh_history_list_new: what was done to a ticket, the latest first */
GtkWidget *bh_history_list_new (void);
/** bh_history_list_set_up: @desk, @thumbnails: (transfer none): once, before all else */
void bh_history_list_set_up (BhHistoryList *self, BhDesk *desk, BhThumbnails *thumbnails);
/** bh_history_list_show: @events: (element-type BhEvent): in order */
void bh_history_list_show (BhHistoryList *self, GPtrArray *events, BhOffice *office, gint64 now);
/** bh_history_list_reveal: brings the event at @position of those shown into view, with the focus
 */
void bh_history_list_reveal (BhHistoryList *self, guint position);

G_END_DECLS
