/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-callee.h"

int
bh_callee_find (BhTicket *ticket, BhOffice *office)
{
  BhPolicy *policy;

  g_return_val_if_fail (BH_IS_TICKET (ticket), -1);
  g_return_val_if_fail (BH_IS_OFFICE (office), -1);

  policy = bh_office_get_policy (office, ticket->policy_id);

  return bh_ticket_get_next_complainant (ticket, policy, -1);
}
