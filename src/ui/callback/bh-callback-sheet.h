/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_CALLBACK_SHEET (bh_callback_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BhCallbackSheet, bh_callback_sheet, BH, CALLBACK_SHEET, GtkWidget)

/**
 * bh_callback_sheet_new:
 * @desk: (transfer none)
 * @drafts: (transfer none): where what was typed is kept
 *
 * All that is needed for one call: the number, what was raised and wanted, what was done and by
 * whom, earlier attempts, and the form for what is said. Who may not call is told why instead.
 *
 * Signals: `done (BhTicket *ticket)`: the call is recorded; `left`: Esc in the form; `open-ticket
 * (gint64 id)`.
 */
GtkWidget *bh_callback_sheet_new (BhDesk *desk, BhDrafts *drafts);

/** bh_callback_sheet_open: @id: a ticket, 0 for none; what is open already stays as it is */
void bh_callback_sheet_open (BhCallbackSheet *self, gint64 id);
gint64 bh_callback_sheet_get_id (BhCallbackSheet *self);
/** bh_callback_sheet_press_key: Returns: whether @key, a lower case letter or digit, answers one of
 * the questions */
gboolean bh_callback_sheet_press_key (BhCallbackSheet *self, guint key);
/** bh_callback_sheet_submit: records what stands in the form. Returns: FALSE where there is none */
gboolean bh_callback_sheet_submit (BhCallbackSheet *self);

G_END_DECLS
