/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-ticket-printer.h"
#include "base/bh-i18n.h"
#include "desk/bh-desk.h"

static gboolean
show_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  const char *number = user_data;
  g_autoptr (GError) local = NULL;
  g_autoptr (BhTicketView) view = NULL;
  gint64 id = bh_ticket_repository_find (connection, number, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (id == 0)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                   _ ("There is no ticket “%s”; “bihuan list” shows the numbers."), number);
      return FALSE;
    }
  view = bh_ticket_view_load (connection, id, error);
  if (view == NULL)
    return FALSE;

  bh_ticket_printer_print (invocation, view);

  return TRUE;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  return bh_invocation_parse (invocation, NULL, 1, 1, error)
         && bh_invocation_read (invocation, show_cb,
                                (gpointer) bh_invocation_get_word (invocation, 0), error);
}

const BhCommand bh_command_show = {
  .name = "show",
  .arguments = "NUMBER",
  .summary = N_ ("Shows one ticket with its stages and its history."),
  .run = run,
};
