/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket.h"

#include <string.h>

/* The ticket is a record: what it means is in the fold (bh-ticket-fold.c). */

G_DEFINE_FINAL_TYPE (BhTicket, bh_ticket, G_TYPE_OBJECT)

static void
bh_ticket_finalize (GObject *object)
{
  BhTicket *self = BH_TICKET (object);

  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->remedy, g_free);
  g_clear_pointer (&self->public_text, g_free);
  g_clear_pointer (&self->place_text, g_free);
  g_clear_pointer (&self->external_number, g_free);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->result, g_free);
  g_clear_pointer (&self->head_hash, g_free);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->complainants, g_ptr_array_unref);
  g_clear_pointer (&self->opinions, g_ptr_array_unref);
  g_clear_pointer (&self->callbacks, g_ptr_array_unref);
  g_clear_pointer (&self->due_changes, g_ptr_array_unref);
  g_clear_pointer (&self->pauses, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);

  G_OBJECT_CLASS (bh_ticket_parent_class)->finalize (object);
}

static void
bh_ticket_class_init (BhTicketClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_ticket_finalize;
}

static void
bh_ticket_init (BhTicket *self)
{
  self->rounds = g_ptr_array_new_with_free_func (g_object_unref);
  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
  self->complainants = g_ptr_array_new_with_free_func (g_object_unref);
  self->opinions = g_ptr_array_new_with_free_func (g_object_unref);
  self->callbacks = g_ptr_array_new_with_free_func (g_object_unref);
  self->due_changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->pauses = g_ptr_array_new_with_free_func (g_object_unref);
  self->requests = g_ptr_array_new_with_free_func (g_object_unref);
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->attachments = g_ptr_array_new_with_free_func (g_object_unref);
  self->warnings = g_ptr_array_new_with_free_func (g_object_unref);
}

BhTicket *
bh_ticket_new (void)
{
  return g_object_new (BH_TYPE_TICKET, NULL);
}

void
bh_ticket_swap_facts (BhTicket *a, BhTicket *b)
{
  const gsize start = G_STRUCT_OFFSET (BhTicket, number);
  const gsize size = sizeof (BhTicket) - start;
  guint8 facts[sizeof (BhTicket)];

  g_return_if_fail (BH_IS_TICKET (a));
  g_return_if_fail (BH_IS_TICKET (b));

  memcpy (facts, (guint8 *) a + start, size);
  memcpy ((guint8 *) a + start, (guint8 *) b + start, size);
  memcpy ((guint8 *) b + start, facts, size);
}

BhRound *
bh_ticket_get_round (BhTicket *self)
{
  g_return_val_if_fail (BH_IS_TICKET (self), NULL);

  return self->rounds->len > 0 ? g_ptr_array_index (self->rounds, self->rounds->len - 1) : NULL;
}

BhStage *
bh_ticket_get_open_stage (BhTicket *self)
{
  BhStage *last;

  g_return_val_if_fail (BH_IS_TICKET (self), NULL);

  if (self->stages->len == 0)
    return NULL;

  last = g_ptr_array_index (self->stages, self->stages->len - 1);

  return last->done_at == 0 ? last : NULL;
}

static gint64
get_stage_due (BhTicket *self, BhStageKind kind)
{
  for (guint i = self->stages->len; i > 0; i--)
    {
      BhStage *stage = g_ptr_array_index (self->stages, i - 1);

      if (stage->round == self->round && stage->stage == kind)
        return stage->due_at;
    }

  return 0;
}

gint64
bh_ticket_get_clock_due (BhTicket *self, BhClockKind clock)
{
  g_return_val_if_fail (BH_IS_TICKET (self), 0);

  switch (clock)
    {
    case BH_CLOCK_RESPONSE:
      return self->response_due;
    case BH_CLOCK_COMPLETION:
      return self->completion_due;
    case BH_CLOCK_DISPATCH:
    case BH_CLOCK_ACCEPT:
    case BH_CLOCK_INVESTIGATE:
    case BH_CLOCK_PLAN:
    case BH_CLOCK_EXECUTE:
    case BH_CLOCK_SIGN:
    case BH_CLOCK_CALLBACK:
      return get_stage_due (self, (BhStageKind) clock);
    case BH_CLOCK_NONE:
      break;
    }

  return 0;
}

gboolean
bh_ticket_is_suspended (BhTicket *self, gint64 now)
{
  g_return_val_if_fail (BH_IS_TICKET (self), FALSE);

  return self->suspended_until > now;
}

BhRequest *
bh_ticket_get_open_request (BhTicket *self)
{
  g_return_val_if_fail (BH_IS_TICKET (self), NULL);

  for (guint i = 0; i < self->requests->len; i++)
    {
      BhRequest *request = g_ptr_array_index (self->requests, i);

      if (request->decision == BH_DECISION_NONE)
        return request;
    }

  return NULL;
}

guint
bh_ticket_count_open_tasks (BhTicket *self)
{
  guint n = 0;

  g_return_val_if_fail (BH_IS_TICKET (self), 0);

  for (guint i = 0; i < self->tasks->len; i++)
    n += ((BhTask *) g_ptr_array_index (self->tasks, i))->outcome == BH_TASK_OPEN;

  return n;
}
