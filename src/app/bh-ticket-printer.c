/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-ticket-printer.h"

#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "desk/bh-desk.h"
#include "domain/bh-due-explain.h"

#include <stdio.h>

static const BhPrintColumn fact_columns[] = {
  { "key", N_ ("Key"), FALSE },
  { "value", N_ ("Value"), FALSE },
};

static const BhPrintColumn stage_columns[] = {
  { "stage", N_ ("Stage"), FALSE },        { "round", N_ ("Round"), TRUE },
  { "started_at", N_ ("Started"), FALSE }, { "done_at", N_ ("Done"), FALSE },
  { "outcome", N_ ("Outcome"), FALSE },    { "holder", N_ ("Holder"), FALSE },
  { "due_explained", N_ ("Due"), FALSE },
};

static const BhPrintColumn attachment_columns[] = {
  { "attachment", N_ ("Attachment"), FALSE },
  { "type", N_ ("Type"), FALSE },
  { "size", N_ ("Size"), TRUE },
  { "use", N_ ("What it shows"), FALSE },
  { "at", N_ ("When"), FALSE },
  { "by", N_ ("Who"), FALSE },
};

static const BhPrintColumn task_columns[] = {
  { "task", N_ ("Task"), TRUE },        { "department", N_ ("Department"), FALSE },
  { "what", N_ ("What"), FALSE },       { "due_at", N_ ("Due"), FALSE },
  { "outcome", N_ ("Outcome"), FALSE }, { "result", N_ ("Result"), FALSE },
};

static const BhPrintColumn event_columns[] = {
  { "at", N_ ("When"), FALSE },
  { "by", N_ ("Who"), FALSE },
  { "text", N_ ("What"), FALSE },
};

/* One fact of the ticket on its way out: labelled in the text form, with its key in CSV. */
typedef struct
{
  BhTablePrinter *table;
  BhFormat format;
  BhOffice *office;
  BhTicketView *view;
} Facts;

static void
add_fact (Facts *self, const char *key, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  bh_table_printer_add_text (self->table, self->format == BH_FORMAT_TEXT ? label : key);
  bh_table_printer_add_text (self->table, value);
}

static void
add_code_fact (Facts *self, const char *key, const char *label, BhList list, int value)
{
  add_fact (self, key, label,
            self->format == BH_FORMAT_TEXT ? bh_list_get_label (list, value)
                                           : bh_list_get_code (list, value));
}

static void
add_name_fact (Facts *self, const char *key, const char *label, GType type, gint64 id)
{
  add_fact (self, key, label, bh_office_get_name (self->office, type, id));
}

static void
add_time_fact (Facts *self, const char *key, const char *label, gint64 instant)
{
  BhOfficeTime *time = bh_office_get_time (self->office);
  g_autofree char *text = self->format == BH_FORMAT_TEXT
                              ? bh_office_time_format (time, instant)
                              : bh_office_time_format_iso (time, instant);

  add_fact (self, key, label, text);
}

static void
add_matter (Facts *self)
{
  BhTicket *ticket = self->view->ticket;
  BhPlace *place = self->view->place;
  g_autofree char *category = bh_office_get_category_path (self->office, ticket->category_id);
  g_autofree char *round = g_strdup_printf ("%d", ticket->round);

  add_fact (self, "number", _ ("Number"), ticket->number);
  add_code_fact (self, "status", _ ("Status"), BH_LIST_STATUS, (int) ticket->status);
  add_code_fact (self, "kind", _ ("Kind"), BH_LIST_KIND, (int) ticket->kind);
  add_code_fact (self, "grade", _ ("Grade"), BH_LIST_GRADE, (int) ticket->grade);
  add_fact (self, "round", _ ("Round"), round);
  add_fact (self, "summary", _ ("Summary"), ticket->summary);
  add_fact (self, "description", _ ("Description"), ticket->description);
  add_fact (self, "remedy", _ ("Remedy sought"), ticket->remedy);
  add_fact (self, "category", _ ("Category"), category);
  add_name_fact (self, "channel", _ ("Channel"), BH_TYPE_CHANNEL, ticket->channel_id);
  add_name_fact (self, "community", _ ("Community"), BH_TYPE_PLACE, ticket->community_id);
  add_fact (self, "place", _ ("Place"), place != NULL ? place->path : ticket->place_text);
  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);

      add_fact (self, "contact", _ ("Contact"), complainant->name);
      add_fact (self, "phone", _ ("Phone"), complainant->phone);
    }
  add_name_fact (self, "department", _ ("Department"), BH_TYPE_DEPARTMENT, ticket->department_id);
  add_name_fact (self, "person", _ ("Person"), BH_TYPE_STAFF, ticket->staff_id);
  add_name_fact (self, "concerns", _ ("Concerns staff"), BH_TYPE_STAFF, ticket->concerns);
  add_fact (self, "repeat_of", _ ("Repeat of"), self->view->repeat_of_number);
  add_fact (self, "external_number", _ ("External number"), ticket->external_number);
}

static void
add_due_fact (Facts *self, const char *key, const char *label, BhClockKind clock, gint64 due)
{
  g_autofree char *explained = NULL;

  if (self->format != BH_FORMAT_TEXT)
    {
      add_time_fact (self, key, label, due);
      return;
    }

  explained = bh_due_explain_ticket (self->view->ticket, clock, self->office);
  add_fact (self, key, label, explained);
}

/* What waits for a supervisor: "Extend: 2026-03-20 18:00; 缺料". */
static void
add_request (Facts *self, BhRequest *request)
{
  g_autofree char *until = NULL;
  g_autofree char *text = NULL;
  const char *verb = bh_list_get_label (BH_LIST_VERB, (int) request->verb);
  const char *reason = request->reason;

  if (request->verb == BH_VERB_SUSPEND)
    reason = bh_list_get_label (BH_LIST_SUSPEND_REASON,
                                bh_list_find (BH_LIST_SUSPEND_REASON, request->reason));
  until = bh_office_time_format (bh_office_get_time (self->office), request->until_at);
  text = g_strconcat (verb, _ (": "), until, request->until_at != 0 ? _ ("; ") : "", reason, NULL);
  add_fact (self, "waits_for_approval", _ ("Waits for approval"), text);
}

static void
add_course (Facts *self)
{
  BhTicket *ticket = self->view->ticket;
  BhRequest *request = bh_ticket_get_open_request (ticket);

  add_time_fact (self, "suspended", _ ("Suspended until"), ticket->suspended_until);
  if (request != NULL)
    add_request (self, request);
  add_time_fact (self, "received_at", _ ("Received"), ticket->received_at);
  add_time_fact (self, "responded_at", _ ("Responded"), ticket->responded_at);
  add_due_fact (self, "response_due", _ ("Response due"), BH_CLOCK_RESPONSE, ticket->response_due);
  add_due_fact (self, "completion_due", _ ("Completion due"), BH_CLOCK_COMPLETION,
                ticket->completion_due);
  add_name_fact (self, "cause", _ ("Cause"), BH_TYPE_CAUSE, ticket->cause_id);
  add_code_fact (self, "responsibility", _ ("Responsibility"), BH_LIST_RESPONSIBILITY,
                 (int) ticket->responsibility);
  add_fact (self, "facts", _ ("What was found"), ticket->facts);
  add_fact (self, "measure", _ ("Measure"), ticket->measure);
  add_time_fact (self, "promised_at", _ ("Promised for"), ticket->promised_at);
  add_fact (self, "result", _ ("Result"), ticket->result);
  add_time_fact (self, "finished_at", _ ("Finished"), ticket->finished_at);
  add_time_fact (self, "signed_at", _ ("Signed off"), ticket->signed_at);
  add_time_fact (self, "closed_at", _ ("Closed"), ticket->closed_at);
}

static void
print_facts (BhFormat format, BhOffice *office, BhTicketView *view)
{
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (
      format, bh_office_get_time (office), fact_columns, G_N_ELEMENTS (fact_columns));
  Facts facts = { table, format, office, view };

  if (format == BH_FORMAT_TEXT)
    bh_table_printer_hide_heading (table);
  add_matter (&facts);
  add_course (&facts);
  bh_table_printer_end (table);
}

static void
print_stages (BhOffice *office, BhTicket *ticket)
{
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (
      BH_FORMAT_TEXT, bh_office_get_time (office), stage_columns, G_N_ELEMENTS (stage_columns));

  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);
      g_autofree char *explained = bh_due_explain_stage (ticket, stage, office);
      const char *holder = bh_office_get_name (office, BH_TYPE_STAFF, stage->holder_id);

      if (*holder == '\0')
        holder = bh_office_get_name (office, BH_TYPE_DEPARTMENT, stage->department_id);
      bh_table_printer_add_code (table, BH_LIST_STAGE, (int) stage->stage);
      bh_table_printer_add_int (table, stage->round);
      bh_table_printer_add_time (table, stage->started_at);
      bh_table_printer_add_time (table, stage->done_at);
      bh_table_printer_add_code (table, BH_LIST_OUTCOME, (int) stage->outcome);
      bh_table_printer_add_text (table, holder);
      bh_table_printer_add_text (table, explained);
    }
  bh_table_printer_end (table);
}

static void
print_attachments (BhOffice *office, BhTicket *ticket)
{
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (BH_FORMAT_TEXT, bh_office_get_time (office), attachment_columns,
                              G_N_ELEMENTS (attachment_columns));

  for (guint i = 0; i < ticket->attachments->len; i++)
    {
      BhAttachment *attachment = g_ptr_array_index (ticket->attachments, i);
      g_autofree char *size = g_format_size ((guint64) attachment->size);

      bh_table_printer_add_text (table, attachment->name);
      bh_table_printer_add_text (table, attachment->type);
      bh_table_printer_add_text (table, size);
      bh_table_printer_add_code (table, BH_LIST_ATTACHMENT_USE, (int) attachment->use);
      bh_table_printer_add_time (table, attachment->at);
      bh_table_printer_add_text (table,
                                 bh_office_get_name (office, BH_TYPE_STAFF, attachment->by_id));
    }
  bh_table_printer_end (table);
}

static void
print_tasks (BhOffice *office, BhTicket *ticket)
{
  g_autoptr (BhTablePrinter) table = NULL;

  if (ticket->tasks->len == 0)
    return;

  table = bh_table_printer_new (BH_FORMAT_TEXT, bh_office_get_time (office), task_columns,
                                G_N_ELEMENTS (task_columns));
  for (guint i = 0; i < ticket->tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (ticket->tasks, i);

      bh_table_printer_add_int (table, i + 1);
      bh_table_printer_add_text (
          table, bh_office_get_name (office, BH_TYPE_DEPARTMENT, task->department_id));
      bh_table_printer_add_text (table, task->what);
      bh_table_printer_add_time (table, task->due_at);
      bh_table_printer_add_code (table, BH_LIST_TASK_OUTCOME, (int) task->outcome);
      bh_table_printer_add_text (table, task->result);
    }
  bh_table_printer_end (table);
  puts ("");
}

/* What was entered later than it happened says so. */
static char *
describe_event (BhOffice *office, BhEvent *event)
{
  g_autofree char *text = bh_desk_describe_event (office, event);
  g_autofree char *recorded = NULL;

  if (!bh_event_is_backfilled (event))
    return g_steal_pointer (&text);

  recorded = bh_office_time_format (bh_office_get_time (office), event->recorded_at);

  /* Translators: what was done, and when that was entered */
  return g_strdup_printf (_ ("%s (recorded later, %s)"), text, recorded);
}

static void
print_events (BhOffice *office, GPtrArray *events)
{
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (
      BH_FORMAT_TEXT, bh_office_get_time (office), event_columns, G_N_ELEMENTS (event_columns));

  for (guint i = 0; i < events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (events, i);
      g_autofree char *text = describe_event (office, event);

      bh_table_printer_add_time (table, event->at);
      bh_table_printer_add_text (table,
                                 bh_office_get_name (office, BH_TYPE_STAFF, event->actor_id));
      bh_table_printer_add_text (table, text);
    }
  bh_table_printer_end (table);
}

static void
print_verbs (BhInvocation *invocation, BhTicketView *view)
{
  g_autofree BhVerb *verbs = bh_ticket_printer_list_verbs (invocation, view);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; verbs[i] != BH_VERB_NONE; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            bh_list_get_code (BH_LIST_VERB, (int) verbs[i]));
  printf (_ ("Possible now: %s\n"), codes->len > 0 ? codes->str : _ ("nothing"));
}

BhVerb *
bh_ticket_printer_list_verbs (BhInvocation *invocation, BhTicketView *view)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  gint64 staff_id = bh_office_get_settings (office)->desk_staff_id;
  BhStaff *staff = bh_office_get (office, BH_TYPE_STAFF, staff_id);
  BhActor actor = { staff_id, staff_id, staff != NULL ? staff->role : BH_ROLE_CLERK };

  return bh_loop_list_possible (view->ticket, &actor, office, bh_clock_now (invocation->clock),
                                bh_history_get_last (view->events));
}

void
bh_ticket_printer_print (BhInvocation *invocation, BhTicketView *view)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);

  switch (invocation->format)
    {
    case BH_FORMAT_JSON:
      bh_ticket_json_print (invocation, view);
      break;
    case BH_FORMAT_CSV:
      print_facts (BH_FORMAT_CSV, office, view);
      break;
    case BH_FORMAT_TEXT:
      print_facts (BH_FORMAT_TEXT, office, view);
      puts ("");
      if (view->ticket->stages->len > 0)
        {
          print_stages (office, view->ticket);
          puts ("");
        }
      if (view->ticket->attachments->len > 0)
        {
          print_attachments (office, view->ticket);
          puts ("");
        }
      print_tasks (office, view->ticket);
      print_events (office, view->events);
      puts ("");
      print_verbs (invocation, view);
      break;
    }
}

void
bh_ticket_printer_print_line (BhInvocation *invocation, BhTicketView *view)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autofree char *text
      = bh_desk_describe_event (office, g_ptr_array_index (view->events, view->events->len - 1));

  printf ("%s  %s  %s\n", view->ticket->number,
          bh_list_get_label (BH_LIST_STATUS, (int) view->ticket->status), text);
}
