/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_MEASURES_PAGE (bh_measures_page_get_type ())
G_DECLARE_FINAL_TYPE (BhMeasuresPage, bh_measures_page, BH, MEASURES_PAGE, GtkWidget)

/**
 * bh_measures_page_new:
 * @drafts: (transfer none): where what was typed is kept until it is saved
 *
 * What the meeting about a month, or those of a quarter or year, decided, with what was carried
 * over to it.
 */
GtkWidget *bh_measures_page_new (BhDesk *desk, BhDrafts *drafts);

G_END_DECLS
