/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_focus_return:
 * @widget: (nullable): what had the focus before, or should have it
 *
 * Puts the focus on @widget so that somebody can go on: in an entry the text is not selected, since
 * the next key would take it away, and the cursor stays where it was.
 *
 * Returns: FALSE where it cannot have the focus
 */
gboolean bh_focus_return (GtkWidget *widget);

/**
 * bh_focus_is_within:
 * @widget: a widget
 *
 * The state flag of that name may be missing where a page of a stack came back with its focus.
 *
 * Returns: whether @widget or something in it is what keys go to
 */
gboolean bh_focus_is_within (GtkWidget *widget);

G_END_DECLS
