/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-ticket-facts-list.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-complainant-state.h"

/* What the facts of a ticket are, apart from how they are shown. */

static void
fact_free (BhTicketFact *fact)
{
  g_free (fact->label);
  g_free (fact->value);
  g_free (fact->copy);
  g_free (fact);
}

static BhTicketFact *
add_fact (GPtrArray *facts, const char *label, const char *value)
{
  BhTicketFact *fact;

  if (value == NULL || *value == '\0')
    return NULL;
  fact = g_new0 (BhTicketFact, 1);
  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  g_ptr_array_add (facts, fact);

  return fact;
}

static void
add_text (GPtrArray *facts, const char *label, const char *text)
{
  BhTicketFact *fact = add_fact (facts, label, text);

  if (fact != NULL)
    fact->reading = TRUE;
}

static void
add_time (GPtrArray *facts, const char *label, BhOffice *office, gint64 instant)
{
  g_autofree char *time = bh_office_time_format (bh_office_get_time (office), instant);

  add_fact (facts, label, time);
}

static BhContact *
find_contact (BhTicketView *view, gint64 id)
{
  for (guint i = 0; i < view->contacts->len; i++)
    {
      BhContact *contact = g_ptr_array_index (view->contacts, i);

      if (id != 0 && bh_entry_get_id (BH_ENTRY (contact)) == id)
        return contact;
    }

  return NULL;
}

static void
append_word (GString *out, const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, word);
}

/* Where somebody of several stands: with which ticket they came, what they said, whether they left.
 */
static void
append_standing (GString *line, BhTicketView *view, guint index)
{
  BhComplainant *complainant = g_ptr_array_index (view->ticket->complainants, index);
  BhTicketRow *other = bh_ticket_view_find_other (view, complainant->from_ticket);

  if (other != NULL)
    append_word (line, other->number);
  if (complainant->left_at != 0)
    append_word (line, _ ("no longer here"));
  else
    append_word (line, bh_complainant_state_get_label (view->ticket, index));
}

/* "张晓燕 · 业主 · 长者 · 138 0013 8000" */
static void
add_person (GPtrArray *facts, BhTicketView *view, guint index)
{
  BhComplainant *complainant = g_ptr_array_index (view->ticket->complainants, index);
  BhContact *contact = find_contact (view, complainant->contact_id);
  g_autofree char *phone = bh_text_group_phone (complainant->phone);
  g_autoptr (GString) line = g_string_new (NULL);
  BhTicketFact *fact;
  guint n_items;
  const BhListItem *items = bh_list_get_items (BH_LIST_CARE, &n_items);

  append_word (line, complainant->name != NULL ? complainant->name : _ ("Anonymous"));
  if (contact != NULL)
    append_word (line, bh_list_get_label (BH_LIST_CONTACT_KIND, (int) contact->kind));
  for (guint i = 0; contact != NULL && i < n_items; i++)
    {
      if ((contact->care & (guint) items[i].value) != 0)
        append_word (line, bh_list_get_label (BH_LIST_CARE, items[i].value));
    }
  append_word (line, phone);
  append_standing (line, view, index);
  fact = add_fact (facts, _ ("Contact"), line->str);
  fact->copy = g_strdup (complainant->phone);
}

static void
add_place (GPtrArray *facts, BhTicketView *view, BhOffice *office)
{
  BhTicket *ticket = view->ticket;
  g_autoptr (GString) line = g_string_new (NULL);

  append_word (line, bh_office_get_name (office, BH_TYPE_PLACE, ticket->community_id));
  if (view->place != NULL && view->place->kind != BH_PLACE_COMMUNITY)
    append_word (line, view->place->path);
  append_word (line, ticket->place_text);
  add_fact (facts, _ ("Place"), line->str);
}

static void
add_holder (GPtrArray *facts, BhTicket *ticket, BhOffice *office)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_word (line, bh_office_get_name (office, BH_TYPE_DEPARTMENT, ticket->department_id));
  append_word (line, bh_office_get_name (office, BH_TYPE_STAFF, ticket->staff_id));
  add_fact (facts, _ ("Held by"), line->str);
}

static void
add_received (GPtrArray *facts, BhTicket *ticket, BhOffice *office)
{
  g_autofree char *time = bh_office_time_format (bh_office_get_time (office), ticket->received_at);
  g_autoptr (GString) line = g_string_new (time);

  append_word (line, bh_office_get_name (office, BH_TYPE_CHANNEL, ticket->channel_id));
  if (ticket->origin == BH_ORIGIN_LEDGER)
    append_word (line, bh_list_get_label (BH_LIST_ORIGIN, BH_ORIGIN_LEDGER));
  add_fact (facts, _ ("Received"), line->str);
}

static void
add_cause (GPtrArray *facts, BhTicket *ticket, BhOffice *office)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_word (line, bh_office_get_name (office, BH_TYPE_CAUSE, ticket->cause_id));
  append_word (line, bh_list_get_label (BH_LIST_RESPONSIBILITY, (int) ticket->responsibility));
  if (ticket->preventable == BH_TRI_YES)
    append_word (line, _ ("preventable"));
  add_fact (facts, _ ("Cause"), line->str);
}

static void
add_cost (GPtrArray *facts, BhTicket *ticket)
{
  g_autofree char *whole = bh_text_group_count ((guint64) (ticket->cost / 100));
  /* Translators: an amount of money: whole and hundredths */
  g_autofree char *cost = g_strdup_printf (_ ("%s.%02d yuan"), whole, (int) (ticket->cost % 100));

  if (ticket->cost != 0)
    add_fact (facts, _ ("Cost"), cost);
}

static void
add_callback (GPtrArray *facts, BhCallback *callback)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (!callback->reached)
    append_word (line, _ ("Not reached"));
  if (callback->score != 0)
    {
      /* Translators: a score from 1 to 5 */
      g_autofree char *score = g_strdup_printf (_ ("%d of 5"), callback->score);

      append_word (line, score);
    }
  append_word (line, callback->note);
  add_fact (facts, _ ("Callback"), line->str);
}

static void
add_findings (GPtrArray *facts, BhTicket *ticket, BhOffice *office)
{
  add_cause (facts, ticket, office);
  add_text (facts, _ ("What was found"), ticket->facts);
  add_text (facts, _ ("Measure"), ticket->measure);
  add_time (facts, _ ("Promised for"), office, ticket->promised_at);
  add_text (facts, _ ("Result"), ticket->result);
  add_cost (facts, ticket);
  for (guint i = 0; i < ticket->callbacks->len; i++)
    add_callback (facts, g_ptr_array_index (ticket->callbacks, i));
}

GPtrArray *
bh_ticket_facts_list (BhTicketView *view, BhOffice *office)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);
  BhTicket *ticket;
  g_autofree char *category = NULL;
  g_autofree char *reminders = NULL;

  g_return_val_if_fail (view != NULL, facts);
  g_return_val_if_fail (BH_IS_OFFICE (office), facts);

  ticket = view->ticket;
  category = bh_office_get_category_path (office, ticket->category_id);
  add_text (facts, _ ("Description"), ticket->description);
  add_text (facts, _ ("Remedy sought"), ticket->remedy);
  for (guint i = 0; i < ticket->complainants->len; i++)
    add_person (facts, view, i);
  add_place (facts, view, office);
  add_holder (facts, ticket, office);
  add_fact (facts, _ ("Category"), category);
  add_received (facts, ticket, office);
  add_time (facts, _ ("Occurred"), office, ticket->occurred_at);
  add_fact (facts, _ ("Concerns staff"),
            bh_office_get_name (office, BH_TYPE_STAFF, ticket->concerns));
  add_fact (facts, _ ("External number"), ticket->external_number);
  add_time (facts, _ ("External deadline"), office, ticket->external_due);
  reminders = g_strdup_printf ("%d", ticket->reminders);
  if (ticket->reminders > 0)
    add_fact (facts, _ ("Reminders"), reminders);
  add_findings (facts, ticket, office);

  return facts;
}
