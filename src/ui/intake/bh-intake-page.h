/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_INTAKE_PAGE (bh_intake_page_get_type ())
G_DECLARE_FINAL_TYPE (BhIntakePage, bh_intake_page, BH, INTAKE_PAGE, GtkWidget)

/**
 * bh_intake_page_new:
 * @desk: (transfer none): where tickets are registered
 * @drafts: (transfer none): keeps what is typed until it is registered or discarded
 *
 * The page on which a call becomes a ticket: the form, and beside it who calls. What was typed when
 * the program ended last stands in the form again.
 *
 * Ctrl+Enter registers, Ctrl+Shift+N registers and takes the next matter of the same caller, F6
 * goes between the form and the household.
 *
 * Signals: `open-ticket (gint64 id)`: somebody wants to see a ticket; `registered (gint64 id)`;
 * `left`: Esc: what was typed stays, the page may go.
 */
GtkWidget *bh_intake_page_new (BhDesk *desk, BhDrafts *drafts);

/** bh_intake_page_begin: somebody calls: puts the cursor where to type, and starts the clock of the
 * first answer in an empty form. Nothing that was typed is lost. */
void bh_intake_page_begin (BhIntakePage *self);
/** bh_intake_page_begin_for: the same for somebody who was found already; only into an empty form.
 * @contact: (nullable); @place: (nullable) */
void bh_intake_page_begin_for (BhIntakePage *self, BhContact *contact, BhPlace *place);

G_END_DECLS
