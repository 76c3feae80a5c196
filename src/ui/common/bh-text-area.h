/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-control.h"

G_BEGIN_DECLS

#define BH_TYPE_TEXT_AREA (bh_text_area_get_type ())
G_DECLARE_FINAL_TYPE (BhTextArea, bh_text_area, BH, TEXT_AREA, GtkWidget)

/**
 * bh_text_area_new:
 *
 * A #BhControl for several lines. Enter ends the form, as everywhere; Shift+Enter begins a line;
 * Tab goes on.
 */
GtkWidget *bh_text_area_new (void);

G_END_DECLS
