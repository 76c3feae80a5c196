/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** bh_message_show: says what went wrong, above the window of @widget. The only door to the dialog
 * class for it, which is another one in newer libadwaita. */
void bh_message_show (GtkWidget *widget, const char *heading, const char *body);

/**
 * bh_message_new_toast:
 * @text: plain text; a toast's title would take it for markup
 *
 * Returns: (transfer full): a toast that says it
 */
AdwToast *bh_message_new_toast (const char *text);

/**
 * bh_message_replace_toast:
 * @toast: (nullable) (transfer full): what is said next
 *
 * The last toast that came to @toasts this way goes: a button that is shown means what was done
 * last.
 */
void bh_message_replace_toast (AdwToastOverlay *toasts, AdwToast *toast);

G_END_DECLS
