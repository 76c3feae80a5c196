/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-callee.h"

static gboolean
is_done (BhTicket *ticket, int complainant)
{
  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      if (callback->round == ticket->round && callback->complainant == complainant
          && (callback->reached || callback->final))
        return TRUE;
    }

  return FALSE;
}

int
bh_callee_find (BhTicket *ticket)
{
  g_return_val_if_fail (BH_IS_TICKET (ticket), -1);

  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);

      if (complainant->reachable && complainant->left_at == 0 && !is_done (ticket, (int) i))
        return (int) i;
    }

  return -1;
}
