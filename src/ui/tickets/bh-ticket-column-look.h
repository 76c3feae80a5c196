/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-ticket-repository.h"
#include "ui/common/bh-presentation.h"

G_BEGIN_DECLS

/**
 * BhTicketColumnLook:
 * @chars: how many digits wide
 * @expand: whether it takes what is left of the width
 * @end: whether it stands at the end of its column, as figures do
 *
 * How a column of the list looks.
 */
typedef struct
{
  guint chars;
  gboolean expand;
  gboolean end;
} BhTicketColumnLook;

const BhTicketColumnLook *bh_ticket_column_get_look (BhTicketColumn column);

/* What a cell says: pure functions of a row, the office's names and the time. */

/** bh_ticket_column_dup_text: Returns: (transfer full): text of the cell, "" where it has none */
char *
bh_ticket_column_dup_text (BhTicketColumn column, BhTicketRow *row, BhOffice *office, gint64 now);
/** bh_ticket_column_dup_explanation: Returns: (transfer full): what hovering tells: the text where
 * there is no more to say */
char *bh_ticket_column_dup_explanation (BhTicketColumn column,
                                        BhTicketRow *row,
                                        BhOffice *office,
                                        gint64 now);
/** bh_ticket_row_get_urgency: Returns: how near the next deadline of @row is */
BhUrgency bh_ticket_row_get_urgency (BhTicketRow *row, BhOffice *office, gint64 now);

G_END_DECLS
