/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_CALLBACK_PAGE (bh_callback_page_get_type ())
G_DECLARE_FINAL_TYPE (BhCallbackPage, bh_callback_page, BH, CALLBACK_PAGE, GtkWidget)

/**
 * bh_callback_page_new:
 * @desk: (transfer none)
 * @drafts: (transfer none): where what was typed is kept
 *
 * Callbacks one after the other: who is to be called, the most urgent first, and beside it all that
 * is needed for the call. What was recorded goes from the list, and the next one stands there.
 *
 * Keys: j, k and the arrows choose; 1 to 5 and the letters that are shown answer; Enter records and
 * goes on; Esc goes back. It is read whenever it is shown, with the cursor on the first one or
 * where it was.
 *
 * Signals: `left`: the page may go; `open-ticket (gint64 id)`.
 */
GtkWidget *bh_callback_page_new (BhDesk *desk, BhDrafts *drafts);

G_END_DECLS
