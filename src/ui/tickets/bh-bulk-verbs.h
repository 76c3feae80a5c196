/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk-survey.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_BULK_VERBS (bh_bulk_verbs_get_type ())
G_DECLARE_FINAL_TYPE (BhBulkVerbs, bh_bulk_verbs, BH, BULK_VERBS, GtkWidget)

/**
 * BhBulkVerbs:
 *
 * What can be done to several tickets: a button a verb, in groups, with its letter, and with the
 * number of tickets where it is not possible for all of them.
 *
 * Signal: `chosen (int verb)`.
 */
GtkWidget *bh_bulk_verbs_new (void);

/** bh_bulk_verbs_show: @counts: (element-type BhVerbCount); @n_tickets: of how many tickets */
void bh_bulk_verbs_show (BhBulkVerbs *self, GArray *counts, guint n_tickets);
/** bh_bulk_verbs_press: chooses what letter @key stands for. Returns: FALSE where that is
 * nothing */
gboolean bh_bulk_verbs_press (BhBulkVerbs *self, guint32 key);

G_END_DECLS
