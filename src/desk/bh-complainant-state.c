/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-complainant-state.h"

#include "base/bh-i18n.h"

static const char *
get_callback_label (BhTicket *ticket, guint index)
{
  const char *label = "";

  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      if (callback->round != ticket->round || callback->complainant != (int) index)
        continue;
      label = callback->reached ? _ ("called back") : _ ("not reached");
    }

  return label;
}

const char *
bh_complainant_state_get_label (BhTicket *ticket, guint index)
{
  const char *label;

  g_return_val_if_fail (BH_IS_TICKET (ticket), "");

  label = get_callback_label (ticket, index);
  for (guint i = ticket->opinions->len; i > 0 && *label == '\0'; i--)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i - 1);

      if (opinion->round == ticket->round && opinion->complainant == (int) index)
        label = bh_list_get_label (BH_LIST_VERDICT, (int) opinion->verdict);
    }

  return label;
}
