/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tickets/bh-tickets-page.h"

G_BEGIN_DECLS

/** bh_way_back_show: lets the page of tickets lead back to that of @pages which is selected in
 * @sidebar, whose rows have the names of the pages; to none where that is the page of tickets */
void bh_way_back_show (BhTicketsPage *tickets, GtkStack *pages, GtkListBox *sidebar);

G_END_DECLS
