/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_FILTER_BAR (bh_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhFilterBar, bh_filter_bar, BH, FILTER_BAR, GtkWidget)

/**
 * BhFilterBar:
 *
 * Shows a filter and lets it be changed: a menu for each common field, an entry for words, a chip
 * to take away for whatever else the filter asks for.
 *
 * @fields: those that have a menu, in their order
 * @with_words: whether there is an entry for words
 *
 * Signal: `changed`: somebody chose something; bh_filter_bar_get_filter() tells what.
 */
GtkWidget *
bh_filter_bar_new (BhDesk *desk, const BhFilterField *fields, guint n_fields, gboolean with_words);

/** bh_filter_bar_get_filter: Returns: (transfer none): never %NULL */
BhTicketFilter *bh_filter_bar_get_filter (BhFilterBar *self);
/** bh_filter_bar_set_filter: @filter: (transfer none); does not emit `changed` */
void bh_filter_bar_set_filter (BhFilterBar *self, BhTicketFilter *filter);
/** bh_filter_bar_clear: lets everything through, and says so */
void bh_filter_bar_clear (BhFilterBar *self);
/**
 * bh_filter_bar_set_way_back:
 * @title: (nullable): of the page on which this filter was asked for; %NULL for none
 * @page: its place in the sidebar
 *
 * Shows a button at the beginning that leads back there.
 */
void bh_filter_bar_set_way_back (BhFilterBar *self, const char *title, int page);
/** bh_filter_bar_set_note: @note: what stands at the end: how many tickets there are */
void bh_filter_bar_set_note (BhFilterBar *self, const char *note);
/** bh_filter_bar_set_columns_menu: @menu: (transfer none): behind the button for columns, which
 * shows only with it */
void bh_filter_bar_set_columns_menu (BhFilterBar *self, GMenuModel *menu);
/** bh_filter_bar_focus_words: puts the cursor into the entry for words, where there is one */
void bh_filter_bar_focus_words (BhFilterBar *self);

G_END_DECLS
