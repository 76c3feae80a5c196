/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_today_badge_add:
 * @desk: (transfer none)
 * @row: the row of the page of today's work, with a box
 *
 * Puts the number of tickets that wait for who is at the desk beside the page where they are
 * listed; nothing where none waits. It is part of the row's name for the screen reader.
 */
void bh_today_badge_add (BhDesk *desk, GtkListBoxRow *row);

G_END_DECLS
