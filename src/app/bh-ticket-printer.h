/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"
#include "desk/bh-ticket-view.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** bh_ticket_printer_print: prints a ticket whole: facts, stages, callbacks, history, and the verbs
 * that are possible now for who is at the desk; as CSV only the facts */
void bh_ticket_printer_print (BhInvocation *invocation, BhTicketView *view);

/** bh_ticket_printer_print_line: prints number, status and the last entry in one line */
void bh_ticket_printer_print_line (BhInvocation *invocation, BhTicketView *view);

/** bh_ticket_printer_list_verbs: Returns: (transfer full) (array zero-terminated=1): what is
 * possible now for who is at the desk */
BhVerb *bh_ticket_printer_list_verbs (BhInvocation *invocation, BhTicketView *view);

/** bh_ticket_json_print: the JSON form of command-line.md */
void bh_ticket_json_print (BhInvocation *invocation, BhTicketView *view);

G_END_DECLS
