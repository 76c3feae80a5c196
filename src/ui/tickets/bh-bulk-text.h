/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

G_BEGIN_DECLS

/* What a bulk verb says of its tickets. All: Returns: (transfer full). */

/** bh_bulk_text_selected: "3 tickets are selected" */
char *bh_bulk_text_selected (guint n_selected);
/** bh_bulk_text_preview: what @verb would do */
char *bh_bulk_text_preview (BhVerb verb, guint n_possible, guint n_refused);
/** bh_bulk_text_doing: what @verb is doing now */
char *bh_bulk_text_doing (BhVerb verb, guint n_tickets);
/** bh_bulk_text_done: what @verb did */
char *bh_bulk_text_done (BhVerb verb, guint n_done, guint n_refused);
/** bh_bulk_text_not_done: what @verb did not do */
char *bh_bulk_text_not_done (BhVerb verb, guint n_refused);
/** bh_bulk_text_not_undone: what undoing did not do */
char *bh_bulk_text_not_undone (guint n_refused);

G_END_DECLS
