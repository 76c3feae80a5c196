/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-papers-private.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "desk/bh-desk.h"
#include "desk/bh-ticket-facts-list.h"
#include "draw/bh-paper-work-order.h"
#include "storage/bh-file-store.h"

/* More photos than these make a picture book of a slip of paper. */
#define MOST_PHOTOS 12

typedef struct
{
  const BhPaperJob *job;
  BhTicketView *view;
  BhWorkOrder *order;
  GString *files;
} Gathering;

static char *
format_time (Gathering *self, gint64 instant)
{
  return bh_office_time_format (bh_office_get_time (self->job->office), instant);
}

static void
add_time (Gathering *self, const char *label, gint64 instant)
{
  g_autofree char *text = format_time (self, instant);

  bh_work_order_add_fact (self->order, label, text, FALSE);
}

static void
add_facts (Gathering *self)
{
  BhTicket *ticket = self->view->ticket;
  g_autoptr (GPtrArray) facts = bh_ticket_facts_list (self->view, self->job->office);

  bh_work_order_add_fact (self->order, _ ("Grade"),
                          bh_list_get_label (BH_LIST_GRADE, (int) ticket->grade), FALSE);
  bh_work_order_add_fact (self->order, _ ("Kind"),
                          bh_list_get_label (BH_LIST_KIND, (int) ticket->kind), FALSE);
  bh_work_order_add_fact (self->order, _ ("Status"),
                          bh_list_get_label (BH_LIST_STATUS, (int) ticket->status), FALSE);
  add_time (self, _ ("Completion due"), ticket->completion_due);
  bh_work_order_add_fact (self->order, _ ("Matter"), ticket->summary, TRUE);
  for (guint i = 0; i < facts->len; i++)
    {
      BhTicketFact *fact = g_ptr_array_index (facts, i);

      if (g_strcmp0 (fact->value, ticket->summary) != 0)
        bh_work_order_add_fact (self->order, fact->label, fact->value, fact->reading);
    }
}

/* "Done", "Done, 3 h late", "1 day left", "3 h late" */
static char *
dup_outcome (Gathering *self, BhStage *stage)
{
  const char *outcome = bh_list_get_label (BH_LIST_OUTCOME, (int) stage->outcome);
  gint64 end = stage->done_at != 0 ? stage->done_at : self->job->request->as_of;
  gint64 seconds = (end - stage->due_at) / BH_USEC_PER_SEC;
  g_autofree char *duration = bh_papers_dup_span (ABS (seconds));

  if (stage->due_at == 0 || (stage->done_at != 0 && seconds <= 0))
    return g_strdup (outcome);
  if (seconds <= 0)
    /* Translators: time that is left until a deadline */
    return g_strdup_printf (_ ("%s left"), duration);
  if (stage->done_at == 0)
    /* Translators: by how much a deadline is passed */
    return g_strdup_printf (_ ("%s late"), duration);

  /* Translators: how a stage ended, and by how much too late */
  return g_strdup_printf (_ ("%s, %s late"), outcome, duration);
}

static void
add_stages (Gathering *self)
{
  BhOffice *office = self->job->office;
  BhTicket *ticket = self->view->ticket;

  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);
      const char *holder = bh_office_get_name (office, BH_TYPE_STAFF, stage->holder_id);
      char **cells = g_new0 (char *, BH_WORK_ORDER_STAGE_CELLS + 1);

      if (*holder == '\0')
        holder = bh_office_get_name (office, BH_TYPE_DEPARTMENT, stage->department_id);
      cells[0] = g_strdup (bh_list_get_label (BH_LIST_STAGE, (int) stage->stage));
      cells[1] = g_strdup (holder);
      cells[2] = format_time (self, stage->started_at);
      cells[3] = format_time (self, stage->due_at);
      cells[4] = format_time (self, stage->done_at);
      cells[5] = dup_outcome (self, stage);
      g_ptr_array_add (self->order->stages, cells);
    }
}

static void
add_events (Gathering *self)
{
  BhOffice *office = self->job->office;

  for (guint i = 0; i < self->view->events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (self->view->events, i);
      char **cells;

      /* Nobody did anything: a clock ran on. */
      if (event->verb == BH_VERB_WARN)
        continue;
      cells = g_new0 (char *, BH_WORK_ORDER_EVENT_CELLS + 1);
      cells[0] = format_time (self, event->at);
      cells[1] = bh_ticket_view_dup_people (office, event);
      cells[2] = bh_desk_describe_event (office, event);
      g_ptr_array_add (self->order->events, cells);
    }
}

/* Names what is attached and not shown, and why a picture is not. */
static void
note_file (Gathering *self, BhAttachment *attachment, const char *why)
{
  if (self->files->len > 0)
    g_string_append (self->files, _ (", "));
  g_string_append (self->files, attachment->name);
  if (why != NULL)
    g_string_append_printf (self->files, _ (" (%s)"), why);
}

static BhPaperPhoto *
load_photo (Gathering *self, const char *hash, GError **error)
{
  g_autofree char *path = bh_file_store_dup_path (self->job->request->folder, hash);

  return bh_paper_photo_load (path, error);
}

/* "Before the work · 2026-11-03 10:02 · the valve" */
static char *
dup_caption (Gathering *self, BhAttachment *attachment)
{
  g_autofree char *at = format_time (self, attachment->at);
  const char *note = attachment->note != NULL ? attachment->note : "";

  return g_strconcat (bh_list_get_label (BH_LIST_ATTACHMENT_USE, (int) attachment->use), " · ", at,
                      *note != '\0' ? " · " : "", note, NULL);
}

/* A picture that is damaged or gone is told of; the paper is needed all the same. */
static void
add_attachment (Gathering *self, BhAttachment *attachment)
{
  g_autoptr (GError) error = NULL;
  BhPaperPhoto *photo;

  if (!g_str_has_prefix (attachment->type, "image/") || self->job->request->folder == NULL
      || self->order->photos->len >= MOST_PHOTOS)
    {
      note_file (self, attachment, NULL);
      return;
    }
  photo = load_photo (self, attachment->hash, &error);
  if (photo == NULL)
    {
      note_file (self, attachment, error->message);
      return;
    }
  g_ptr_array_add (self->order->photos, photo);
  g_ptr_array_add (self->order->captions, dup_caption (self, attachment));
}

static void
add_attachments (Gathering *self)
{
  GPtrArray *attachments = self->view->ticket->attachments;

  for (guint i = 0; i < attachments->len; i++)
    {
      BhAttachment *attachment = g_ptr_array_index (attachments, i);

      if (attachment->use != BH_ATTACHMENT_SIGNATURE)
        add_attachment (self, attachment);
    }
  if (self->files->len > 0)
    self->order->files = g_strdup_printf (_ ("Also attached: %s"), self->files->str);
}

/* Who has signed the work of this round already. A signature that cannot be read leaves the words.
 */
static void
add_signature (Gathering *self)
{
  BhTicket *ticket = self->view->ticket;

  for (guint i = 0; i < ticket->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i);
      g_autofree char *at = format_time (self, opinion->at);

      if (opinion->round != ticket->round || opinion->verdict != BH_VERDICT_SIGNED)
        continue;
      g_free (self->order->signed_by);
      self->order->signed_by
          = g_strdup_printf ("%s %s", bh_list_get_label (BH_LIST_SIGNED_BY, (int) opinion->by), at);
      if (opinion->signature != NULL && self->job->request->folder != NULL)
        {
          g_clear_pointer (&self->order->signature, bh_paper_photo_unref);
          self->order->signature = load_photo (self, opinion->signature, NULL);
        }
    }
}

BhPaper *
bh_papers_make_work_order (const BhPaperJob *job, GError **error)
{
  g_autoptr (BhTicketView) view
      = bh_ticket_view_load (job->connection, job->request->ticket_id, error);
  g_autoptr (BhWorkOrder) order = NULL;
  g_autoptr (GString) files = g_string_new (NULL);

  if (view == NULL)
    return NULL;

  order = bh_work_order_new ();
  order->number = g_strdup (view->ticket->number);
  order->office = g_strdup (bh_office_get_settings (job->office)->name);
  order->made_at = bh_papers_dup_made_at (job->office, job->request->made_at);

  Gathering gathering = { job, view, order, files };

  add_facts (&gathering);
  add_stages (&gathering);
  add_events (&gathering);
  add_attachments (&gathering);
  add_signature (&gathering);
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return NULL;

  return bh_work_order_make_paper (order);
}
