/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_BULK_PANE (bh_bulk_pane_get_type ())
G_DECLARE_FINAL_TYPE (BhBulkPane, bh_bulk_pane, BH, BULK_PANE, GtkWidget)

/** BH_BULK_MAX: so many tickets at once; more than an office has open, and done in seconds */
#define BH_BULK_MAX 5000

/**
 * bh_bulk_pane_new:
 *
 * Beside the list in place of one ticket where several are selected: what can be done to them, what
 * the chosen verb will touch, its form, and what could not be done.
 *
 * Signals: `returned`: the form is gone, the focus belongs to the list; `closed`: Esc, where there
 * was no form. Actions: `bulk.close`, `bulk.cancel`.
 */
GtkWidget *bh_bulk_pane_new (BhDesk *desk, BhDrafts *drafts);

/** bh_bulk_pane_show: @ids: (element-type gint64) (transfer none): tickets; none ends it.
 * @n_selected: how many are selected, which may be more than #BH_BULK_MAX, and then there is
 * nothing to be done */
void bh_bulk_pane_show (BhBulkPane *self, GArray *ids, guint n_selected);
/** bh_bulk_pane_press_key: Returns: whether letter @key stands for a verb that is offered now */
gboolean bh_bulk_pane_press_key (BhBulkPane *self, guint32 key);
/** bh_bulk_pane_has_news: Returns: whether it shows what could not be done, which goes only when
 * it is dismissed */
gboolean bh_bulk_pane_has_news (BhBulkPane *self);
/** bh_bulk_pane_focus: puts the focus into the form, else on the first verb */
void bh_bulk_pane_focus (BhBulkPane *self);

G_END_DECLS
