/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-ticket-view.h"
#include "domain/bh-loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhTicketNotice:
 * @text: (owned): what is to be known before all else
 * @verbs: what can be done about it, %BH_VERB_NONE past the last
 * @ticket_id: the ticket that it speaks of, 0 for none
 * @urgent: somebody waits for it
 */
typedef struct
{
  char *text;
  BhVerb verbs[3];
  gint64 ticket_id;
  gboolean urgent;
} BhTicketNotice;

/** bh_ticket_notices_list: Returns: (transfer full) (element-type BhTicketNotice): a request that
 * waits for approval, a suspension, another ticket of the same matter; mostly nothing */
GPtrArray *bh_ticket_notices_list (BhTicketView *view, BhOffice *office);

#define BH_TYPE_TICKET_NOTICES (bh_ticket_notices_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketNotices, bh_ticket_notices, BH, TICKET_NOTICES, GtkWidget)

/**
 * BhTicketNotices:
 *
 * A widget that shows them, with a button for each verb that is possible now.
 *
 * Signals: `verb (int verb)`; `open-ticket (gint64 id)`.
 */
GtkWidget *bh_ticket_notices_new (void);
/** bh_ticket_notices_show: @possible: (array zero-terminated): the verbs that are possible now */
void bh_ticket_notices_show (BhTicketNotices *self,
                             BhTicketView *view,
                             BhOffice *office,
                             const BhVerb *possible);

G_END_DECLS
