/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_test_ui_init: as g_test_init(), and makes widgets possible, in Chinese. To be run under
 * `display`. */
void bh_test_ui_init (int *argc, char ***argv);

/** bh_test_ui_show: Returns: (transfer none): a window that shows @widget, drawn once; to be ended
 * with gtk_window_destroy() */
GtkWindow *bh_test_ui_show (GtkWidget *widget, int width, int height);

/** bh_test_ui_settle: runs what is due in the main loop */
void bh_test_ui_settle (void);

/** bh_test_ui_wait: runs the main loop until @done is TRUE of @data; the test fails when it takes
 * long */
void bh_test_ui_wait (gboolean (*done) (gpointer data), gpointer data);

/** bh_test_ui_end: lets go of @object, (transfer full), and waits until whatever still works with
 * it in the background is done; the test fails when something keeps it */
void bh_test_ui_end (gpointer object);

/** bh_test_ui_find: Returns: (transfer none) (nullable): the first widget of @type below @widget */
gpointer bh_test_ui_find (GtkWidget *widget, GType type);

/** bh_test_ui_find_shown: the same, but not below what is not visible */
gpointer bh_test_ui_find_shown (GtkWidget *widget, GType type);

/** bh_test_ui_says: Returns: whether a visible label below @widget contains @text */
gboolean bh_test_ui_says (GtkWidget *widget, const char *text);

/** bh_test_ui_press: does what @trigger, "Left" or "<Alt>Left", is bound to in the class of @widget
 * or of what is around it, as if it had the focus. Returns: FALSE where nothing takes it */
gboolean bh_test_ui_press (GtkWidget *widget, const char *trigger);

G_END_DECLS
