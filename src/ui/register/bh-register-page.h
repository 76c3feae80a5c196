/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_PAGE (bh_register_page_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterPage, bh_register_page, BH, REGISTER_PAGE, GtkWidget)

/**
 * bh_register_page_new:
 * @drafts: (transfer none): where what was typed is kept until it is saved
 * @settings: (transfer none): where it is remembered which list was shown
 *
 * The page of the register: its lists, one of them with its search, and the form of the row that is
 * open. Every change can be taken back.
 */
GtkWidget *bh_register_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings);

G_END_DECLS
