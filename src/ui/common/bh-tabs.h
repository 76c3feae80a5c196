/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tabs of a page that has pages of its own: buttons in a box of the style class `tabs`, one for
 * each child of a stack. */

/**
 * bh_tabs_append:
 * @tabs: a box with the role of a list of tabs
 * @action: takes the name of a page, and has that of the page that is shown for its state
 * @name: of the page
 * @title: translated
 *
 * Adds a tab. Its tooltip names the key that shows the page: Ctrl+1 for the first.
 */
void bh_tabs_append (GtkBox *tabs, const char *action, const char *name, const char *title);

/**
 * bh_tabs_install_keys:
 * @action: takes the number of a page, from 0
 * @turn: goes so many pages on, as its only argument (i) says
 *
 * Ctrl+1 to Ctrl+9 show a page, Ctrl+Page Up and Ctrl+Page Down the one before and after.
 */
void bh_tabs_install_keys (GtkWidgetClass *widget_class, const char *action, GtkShortcutFunc turn);

/**
 * bh_tabs_follow:
 * @name: of the page that is shown now
 *
 * Where a tab has the focus, it goes on to that of the page: a ring around another tab would say
 * that the other page is meant.
 */
void bh_tabs_follow (GtkBox *tabs, const char *name);

G_END_DECLS
