/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"
#include "domain/bh-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TASK_LIST (bh_task_list_get_type ())
G_DECLARE_FINAL_TYPE (BhTaskList, bh_task_list, BH, TASK_LIST, GtkWidget)

/**
 * BhTaskList:
 *
 * What assisting departments were asked for: who, what, until when, and what came of it; open ones
 * with buttons to report them done or to do without them.
 *
 * Signal: `verb (int verb, int task)`: @task counts from 1.
 */
GtkWidget *bh_task_list_new (void);
/** bh_task_list_show: @possible: (array zero-terminated): the verbs that are possible now; hides
 * itself where the ticket has no task */
void bh_task_list_show (
    BhTaskList *self, BhTicket *ticket, BhOffice *office, const BhVerb *possible, gint64 now);

G_END_DECLS
