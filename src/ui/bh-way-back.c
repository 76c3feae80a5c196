/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bh-way-back.h"

void
bh_way_back_show (BhTicketsPage *tickets, GtkStack *pages, GtkListBox *sidebar)
{
  GtkListBoxRow *row;
  GtkWidget *page = NULL;

  g_return_if_fail (BH_IS_TICKETS_PAGE (tickets));
  g_return_if_fail (GTK_IS_STACK (pages));
  g_return_if_fail (GTK_IS_LIST_BOX (sidebar));

  row = gtk_list_box_get_selected_row (sidebar);
  if (row != NULL)
    page = gtk_stack_get_child_by_name (pages, gtk_widget_get_name (GTK_WIDGET (row)));
  if (page == NULL || page == GTK_WIDGET (tickets))
    bh_tickets_page_set_way_back (tickets, NULL, 0);
  else
    bh_tickets_page_set_way_back (tickets,
                                  gtk_stack_page_get_title (gtk_stack_get_page (pages, page)),
                                  gtk_list_box_row_get_index (row));
}
