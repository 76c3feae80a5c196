/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-defaults.h"

static void
set_place (BhPayload *defaults, BhTicketView *view, BhOffice *office)
{
  BhPlace *place = view->place;
  g_autofree char *path = NULL;

  if (place == NULL)
    {
      bh_payload_set (defaults, "place", view->ticket->place_text);
      return;
    }
  path = place->kind == BH_PLACE_COMMUNITY
             ? g_strdup (place->path)
             : g_strdup_printf ("%s/%s",
                                bh_office_get_name (office, BH_TYPE_PLACE, place->community_id),
                                place->path);
  bh_payload_set (defaults, place->kind == BH_PLACE_ROOM ? "room" : "place", path);
}

static void
set_complainant (BhPayload *defaults, BhTicket *ticket)
{
  BhComplainant *complainant;

  if (ticket->complainants->len == 0)
    return;
  complainant = g_ptr_array_index (ticket->complainants, 0);
  bh_payload_set (defaults, "contact", complainant->name);
  bh_payload_set (defaults, "phone", complainant->phone);
}

static void
set_present_values (BhPayload *defaults, BhTicketView *view, BhOffice *office)
{
  BhTicket *ticket = view->ticket;
  g_autofree char *occurred
      = bh_office_time_format (bh_office_get_time (office), ticket->occurred_at);

  bh_payload_set (defaults, "summary", ticket->summary);
  bh_payload_set (defaults, "description", ticket->description);
  bh_payload_set (defaults, "remedy", ticket->remedy);
  set_place (defaults, view, office);
  set_complainant (defaults, ticket);
  bh_payload_set (defaults, "kind", bh_list_get_code (BH_LIST_KIND, (int) ticket->kind));
  bh_payload_set (defaults, "channel",
                  bh_office_get_name (office, BH_TYPE_CHANNEL, ticket->channel_id));
  bh_payload_set (defaults, "occurred", occurred);
  bh_payload_set (defaults, "concerns",
                  bh_office_get_name (office, BH_TYPE_STAFF, ticket->concerns));
}

static void
set_department (BhPayload *defaults, BhTicket *ticket, BhOffice *office)
{
  BhCategory *category = bh_office_get (office, BH_TYPE_CATEGORY, ticket->category_id);
  gint64 id = ticket->department_id;

  if (id == 0 && category != NULL)
    id = category->department_id;
  bh_payload_set (defaults, "department", bh_office_get_name (office, BH_TYPE_DEPARTMENT, id));
}

BhPayload *
bh_verb_defaults (BhTicketView *view, BhVerb verb, BhOffice *office)
{
  BhPayload *defaults = bh_payload_new ();

  g_return_val_if_fail (view != NULL, defaults);
  g_return_val_if_fail (BH_IS_OFFICE (office), defaults);

  switch (verb)
    {
    case BH_VERB_CORRECT:
      set_present_values (defaults, view, office);
      break;
    case BH_VERB_DISPATCH:
    case BH_VERB_REOPEN:
      set_department (defaults, view->ticket, office);
      break;
    case BH_VERB_SIGN:
      bh_payload_set (defaults, "by", bh_list_get_code (BH_LIST_SIGNED_BY, BH_SIGNED_OWNER));
      break;
    case BH_VERB_CALLBACK:
      bh_payload_set_yes (defaults, "reached", TRUE);
      break;
    case BH_VERB_NONE:
    case BH_VERB_NEW:
    case BH_VERB_ANSWER:
    case BH_VERB_ACCEPT:
    case BH_VERB_RETURN:
    case BH_VERB_TRANSFER:
    case BH_VERB_INVESTIGATE:
    case BH_VERB_PLAN:
    case BH_VERB_FINISH:
    case BH_VERB_REFUSE:
    case BH_VERB_ATTEMPT:
    case BH_VERB_CONTACT:
    case BH_VERB_NOTE:
    case BH_VERB_REMIND:
    case BH_VERB_REGRADE:
    case BH_VERB_RECATEGORIZE:
    case BH_VERB_WITHDRAW:
    case BH_VERB_VOID:
    case BH_VERB_UNDO:
    case BH_VERB_SUSPEND:
    case BH_VERB_RESUME:
    case BH_VERB_TASK:
    case BH_VERB_TASK_DONE:
    case BH_VERB_TASK_WAIVE:
    case BH_VERB_LINK:
    case BH_VERB_JOIN:
    case BH_VERB_PART:
    case BH_VERB_MERGE:
    case BH_VERB_UNMERGE:
    case BH_VERB_EXTEND:
    case BH_VERB_DECLINE:
    case BH_VERB_CLOSE_EXCEPTION:
    case BH_VERB_APPROVE:
    case BH_VERB_REJECT:
    case BH_VERB_WARN:
    case BH_VERB_ATTACH:
    case BH_VERB_IMPORT:
      break;
    }

  return defaults;
}

BhPayload *
bh_verb_inputs (BhVerb verb, BhPayload *defaults, BhPayload *entered)
{
  BhPayload *inputs = bh_payload_copy (entered);

  if (verb != BH_VERB_CORRECT)
    return inputs;
  for (guint i = 0; i < bh_payload_get_size (entered); i++)
    {
      const char *key, *value;

      bh_payload_get_nth (entered, i, &key, &value);
      if (g_strcmp0 (bh_payload_get (defaults, key), value) == 0)
        bh_payload_set (inputs, key, NULL);
    }

  return inputs;
}
