/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-ticket-printer.h"

#include "app/bh-json.h"
#include "desk/bh-desk.h"
#include "domain/bh-due-explain.h"
#include "storage/bh-file-store.h"

typedef struct
{
  JsonBuilder *builder;
  BhOffice *office;
  BhOfficeTime *time;
  BhTicketView *view;
  BhTicket *ticket;
} Document;

static void
set_text (Document *self, const char *key, const char *text)
{
  bh_json_set_text (self->builder, key, text);
}

static void
set_time (Document *self, const char *key, gint64 instant)
{
  bh_json_set_time (self->builder, key, self->time, instant);
}

static void
set_name (Document *self, const char *key, GType type, gint64 id)
{
  bh_json_set_text (self->builder, key, bh_office_get_name (self->office, type, id));
}

static void
begin_array (Document *self, const char *key)
{
  json_builder_set_member_name (self->builder, key);
  json_builder_begin_array (self->builder);
}

static void
add_matter (Document *self)
{
  BhTicket *ticket = self->ticket;
  g_autofree char *category = bh_office_get_category_path (self->office, ticket->category_id);

  set_text (self, "number", ticket->number);
  bh_json_set_code (self->builder, "kind", BH_LIST_KIND, (int) ticket->kind);
  bh_json_set_code (self->builder, "status", BH_LIST_STATUS, (int) ticket->status);
  bh_json_set_int (self->builder, "round", ticket->round);
  bh_json_set_code (self->builder, "grade", BH_LIST_GRADE, (int) ticket->grade);
  set_text (self, "category", category);
  bh_json_set_entry (self->builder, "channel",
                     bh_office_get (self->office, BH_TYPE_CHANNEL, ticket->channel_id));
  set_name (self, "department", BH_TYPE_DEPARTMENT, ticket->department_id);
  set_name (self, "person", BH_TYPE_STAFF, ticket->staff_id);
  set_time (self, "suspended", ticket->suspended_until);
  set_text (self, "summary", ticket->summary);
  set_text (self, "description", ticket->description);
  set_text (self, "remedy", ticket->remedy);
  set_text (self, "public_text", ticket->public_text);
  set_name (self, "community", BH_TYPE_PLACE, ticket->community_id);
  set_text (self, "place",
            self->view->place != NULL ? self->view->place->path : ticket->place_text);
  set_name (self, "concerns", BH_TYPE_STAFF, ticket->concerns);
  set_text (self, "external_number", ticket->external_number);
  set_text (self, "repeat_of", self->view->repeat_of_number);
  bh_json_set_int (self->builder, "reminders", ticket->reminders);
}

static void
add_instants (Document *self)
{
  BhTicket *ticket = self->ticket;
  g_autofree char *response = bh_due_explain_ticket (ticket, BH_CLOCK_RESPONSE, self->office);
  g_autofree char *completion = bh_due_explain_ticket (ticket, BH_CLOCK_COMPLETION, self->office);

  set_time (self, "received_at", ticket->received_at);
  set_time (self, "occurred_at", ticket->occurred_at);
  set_time (self, "first_answer_at", ticket->first_answer_at);
  set_time (self, "responded_at", ticket->responded_at);
  set_time (self, "response_due", ticket->response_due);
  set_text (self, "response_due_explained", response);
  set_time (self, "completion_due", ticket->completion_due);
  set_text (self, "completion_due_explained", completion);
  set_time (self, "external_due", ticket->external_due);
  set_time (self, "promised_at", ticket->promised_at);
  set_time (self, "finished_at", ticket->finished_at);
  set_time (self, "signed_at", ticket->signed_at);
  set_time (self, "closed_at", ticket->closed_at);
}

static void
add_outcome (Document *self)
{
  BhTicket *ticket = self->ticket;

  bh_json_set_entry (self->builder, "cause",
                     bh_office_get (self->office, BH_TYPE_CAUSE, ticket->cause_id));
  bh_json_set_code (self->builder, "responsibility", BH_LIST_RESPONSIBILITY,
                    (int) ticket->responsibility);
  bh_json_set_tri (self->builder, "preventable", ticket->preventable);
  set_text (self, "facts", ticket->facts);
  set_text (self, "measure", ticket->measure);
  bh_json_set_tri (self->builder, "owner_told", ticket->owner_told);
  set_text (self, "result", ticket->result);
  bh_json_set_number (self->builder, "cost", ticket->cost != 0, (double) ticket->cost / 100);
  bh_json_set_tri (self->builder, "adopted", ticket->adopted);
  bh_json_set_tri (self->builder, "unreached", ticket->unreached ? BH_TRI_YES : BH_TRI_NO);
}

static void
add_complainants (Document *self)
{
  begin_array (self, "complainants");
  for (guint i = 0; i < self->ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (self->ticket->complainants, i);

      json_builder_begin_object (self->builder);
      set_text (self, "name", complainant->name);
      set_text (self, "phone", complainant->phone);
      bh_json_set_tri (self->builder, "reachable", complainant->reachable ? BH_TRI_YES : BH_TRI_NO);
      set_time (self, "left_at", complainant->left_at);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

static void
add_stages (Document *self)
{
  begin_array (self, "stages");
  for (guint i = 0; i < self->ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (self->ticket->stages, i);
      g_autofree char *explained = bh_due_explain_stage (self->ticket, stage, self->office);

      json_builder_begin_object (self->builder);
      bh_json_set_code (self->builder, "stage", BH_LIST_STAGE, (int) stage->stage);
      bh_json_set_int (self->builder, "round", stage->round);
      set_time (self, "started_at", stage->started_at);
      set_time (self, "due_at", stage->due_at);
      set_text (self, "due_explained", explained);
      set_time (self, "done_at", stage->done_at);
      bh_json_set_code (self->builder, "outcome", BH_LIST_OUTCOME, (int) stage->outcome);
      bh_json_set_int (self->builder, "paused_seconds", stage->paused);
      set_name (self, "department", BH_TYPE_DEPARTMENT, stage->department_id);
      set_name (self, "holder", BH_TYPE_STAFF, stage->holder_id);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

static void
add_tasks (Document *self)
{
  begin_array (self, "tasks");
  for (guint i = 0; i < self->ticket->tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (self->ticket->tasks, i);

      json_builder_begin_object (self->builder);
      bh_json_set_int (self->builder, "task", i + 1);
      bh_json_set_int (self->builder, "round", task->round);
      set_name (self, "department", BH_TYPE_DEPARTMENT, task->department_id);
      set_text (self, "what", task->what);
      set_time (self, "asked_at", task->asked_at);
      set_name (self, "asked_by", BH_TYPE_STAFF, task->asked_by);
      set_time (self, "due_at", task->due_at);
      set_time (self, "done_at", task->done_at);
      set_name (self, "done_by", BH_TYPE_STAFF, task->done_by);
      bh_json_set_code (self->builder, "outcome", BH_LIST_TASK_OUTCOME, (int) task->outcome);
      set_text (self, "result", task->result);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

static void
add_requests (Document *self)
{
  begin_array (self, "requests");
  for (guint i = 0; i < self->ticket->requests->len; i++)
    {
      BhRequest *request = g_ptr_array_index (self->ticket->requests, i);

      json_builder_begin_object (self->builder);
      bh_json_set_code (self->builder, "verb", BH_LIST_VERB, (int) request->verb);
      set_time (self, "asked_at", request->asked_at);
      set_name (self, "asked_by", BH_TYPE_STAFF, request->asked_by);
      set_time (self, "until", request->until_at);
      set_text (self, "reason", request->reason);
      bh_json_set_code (self->builder, "decision", BH_LIST_DECISION, (int) request->decision);
      set_time (self, "decided_at", request->decided_at);
      set_name (self, "decided_by", BH_TYPE_STAFF, request->decided_by);
      set_text (self, "note", request->note);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

static void
add_callbacks (Document *self)
{
  begin_array (self, "callbacks");
  for (guint i = 0; i < self->ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (self->ticket->callbacks, i);

      json_builder_begin_object (self->builder);
      bh_json_set_int (self->builder, "round", callback->round);
      set_time (self, "at", callback->at);
      set_name (self, "by", BH_TYPE_STAFF, callback->made_by);
      bh_json_set_tri (self->builder, "reached", callback->reached ? BH_TRI_YES : BH_TRI_NO);
      bh_json_set_number (self->builder, "score", callback->score != 0, callback->score);
      bh_json_set_tri (self->builder, "timely", callback->timely);
      bh_json_set_tri (self->builder, "solved", callback->solved);
      bh_json_set_tri (self->builder, "polite", callback->polite);
      bh_json_set_tri (self->builder, "invalid", callback->invalid ? BH_TRI_YES : BH_TRI_NO);
      bh_json_set_code (self->builder, "quality", BH_LIST_QUALITY, (int) callback->quality);
      set_text (self, "note", callback->note);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

static void
add_attachments (Document *self, BhStore *store)
{
  g_autofree char *folder = bh_file_store_dup_folder (bh_store_get_path (store));

  begin_array (self, "attachments");
  for (guint i = 0; i < self->ticket->attachments->len; i++)
    {
      BhAttachment *attachment = g_ptr_array_index (self->ticket->attachments, i);
      g_autofree char *path = bh_file_store_dup_path (folder, attachment->hash);

      json_builder_begin_object (self->builder);
      set_text (self, "name", attachment->name);
      set_text (self, "type", attachment->type);
      bh_json_set_int (self->builder, "size", attachment->size);
      bh_json_set_code (self->builder, "use", BH_LIST_ATTACHMENT_USE, (int) attachment->use);
      set_text (self, "note", attachment->note);
      set_time (self, "at", attachment->at);
      set_name (self, "by", BH_TYPE_STAFF, attachment->by_id);
      set_text (self, "hash", attachment->hash);
      set_text (self, "path", path);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

static void
add_events (Document *self)
{
  begin_array (self, "events");
  for (guint i = 0; i < self->view->events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (self->view->events, i);
      g_autofree char *text = bh_desk_describe_event (self->office, event);

      json_builder_begin_object (self->builder);
      bh_json_set_int (self->builder, "seq", event->seq);
      set_time (self, "at", event->at);
      set_time (self, "recorded_at", event->recorded_at);
      bh_json_set_tri (self->builder, "backfilled",
                       bh_event_is_backfilled (event) ? BH_TRI_YES : BH_TRI_NO);
      bh_json_set_code (self->builder, "verb", BH_LIST_VERB, (int) event->verb);
      set_name (self, "by", BH_TYPE_STAFF, event->actor_id);
      set_name (self, "entered_by", BH_TYPE_STAFF, event->entered_by);
      set_text (self, "text", text);
      set_text (self, "hash", event->hash);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

/* The ticket that goes on for this one, and those that this one goes on for. */
static void
add_merged (Document *self)
{
  GPtrArray *merged = self->view->merged;
  BhTicketRow *into = bh_ticket_view_find_other (self->view, self->ticket->merged_into);

  begin_array (self, "merged");
  for (guint i = 0; i < merged->len; i++)
    json_builder_add_string_value (self->builder,
                                   BH_TICKET_ROW (g_ptr_array_index (merged, i))->number);
  json_builder_end_array (self->builder);
  set_text (self, "merged_into", into != NULL ? into->number : NULL);
}

static void
add_verbs (Document *self, BhInvocation *invocation)
{
  g_autofree BhVerb *verbs = bh_ticket_printer_list_verbs (invocation, self->view);

  begin_array (self, "verbs");
  for (guint i = 0; verbs[i] != BH_VERB_NONE; i++)
    json_builder_add_string_value (self->builder, bh_list_get_code (BH_LIST_VERB, (int) verbs[i]));
  json_builder_end_array (self->builder);
}

void
bh_ticket_json_print (BhInvocation *invocation, BhTicketView *view)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Document document = { builder, office, bh_office_get_time (office), view, view->ticket };

  json_builder_begin_object (builder);
  add_matter (&document);
  add_complainants (&document);
  add_instants (&document);
  add_outcome (&document);
  add_stages (&document);
  add_merged (&document);
  add_tasks (&document);
  add_requests (&document);
  add_callbacks (&document);
  add_attachments (&document, invocation->store);
  add_events (&document);
  add_verbs (&document, invocation);
  json_builder_end_object (builder);
  bh_json_print (builder);
}
