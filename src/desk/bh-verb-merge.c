/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-merge.h"

#include "base/bh-i18n.h"
#include "desk/bh-verb-builders.h"
#include "domain/bh-error.h"

static gint64
find_named (BhVerbContext *self, const char *key, GError **error)
{
  return bh_work_find_ticket (self->work, bh_verb_context_get (self, key), error);
}

/* A repeat of a repeat is a chain, which must not come back to where it began. */
static gboolean
check_chain (BhVerbContext *self, BhTicket *original, GError **error)
{
  BhTicket *link = original;

  while (link->repeat_of != 0)
    {
      if (link->repeat_of == self->ticket->id)
        return bh_domain_refuse (error, _ ("%s repeats %s already: link only the later one."),
                                 original->number, self->ticket->number);
      link = bh_work_load_ticket (self->work, link->repeat_of, error);
      if (link == NULL)
        return FALSE;
    }

  return TRUE;
}

gboolean
bh_verb_build_link (BhVerbContext *self, GError **error)
{
  gint64 id = find_named (self, "repeat-of", error);
  BhTicket *original = id != 0 ? bh_work_load_ticket (self->work, id, error) : NULL;

  if (original == NULL)
    return FALSE;
  if (original == self->ticket)
    return bh_domain_refuse (error, _ ("A ticket is no repeat of itself: name another one."));
  if (id == self->ticket->repeat_of)
    return bh_domain_refuse (error, _ ("%s is linked to %s already."), self->ticket->number,
                             original->number);
  if (!check_chain (self, original, error))
    return FALSE;

  bh_payload_set_int (self->payload, "repeat-of", id);
  bh_payload_set (self->payload, "number", original->number);

  return TRUE;
}

static gboolean
check_target_status (BhTicket *target, GError **error)
{
  if (bh_loop_allows_status (BH_VERB_JOIN, target->status))
    return TRUE;
  if (target->status == BH_STATUS_MERGED)
    return bh_domain_refuse (error,
                             _ ("%s was merged itself: merge into the ticket that goes on for it."),
                             target->number);

  return bh_domain_refuse (error,
                           _ ("%s is at “%s”: merge only into a ticket whose work is not "
                              "finished; otherwise link it as a repeat."),
                           target->number,
                           bh_list_get_label (BH_LIST_STATUS, (int) target->status));
}

static gboolean
check_communities (BhVerbContext *self, BhTicket *target, GError **error)
{
  if (target->community_id == self->ticket->community_id)
    return TRUE;

  return bh_domain_refuse (
      error, _ ("%s belongs to “%s”, %s to “%s”: only tickets of one community are merged."),
      self->ticket->number,
      bh_office_get_name (self->office, BH_TYPE_PLACE, self->ticket->community_id), target->number,
      bh_office_get_name (self->office, BH_TYPE_PLACE, target->community_id));
}

/* What happens to both tickets cannot be earlier than what happened to either. */
static gboolean
check_time_of (BhVerbContext *self, BhTicket *other, GError **error)
{
  g_autofree char *last = NULL;

  if (self->at == self->now)
    self->at = self->now = MAX (self->now, other->last_at);
  if (self->at >= other->last_at)
    return TRUE;

  last = bh_office_time_format (bh_office_get_time (self->office), other->last_at);
  return bh_domain_refuse (error, _ ("The last entry of %s is of %s; nothing can come before it."),
                           other->number, last);
}

gboolean
bh_verb_build_merge (BhVerbContext *self, GError **error)
{
  gint64 id = find_named (self, "into", error);
  BhTicket *target = id != 0 ? bh_work_load_ticket (self->work, id, error) : NULL;

  if (target == NULL)
    return FALSE;
  if (target == self->ticket)
    return bh_domain_refuse (error, _ ("A ticket cannot be merged into itself."));
  if (!check_target_status (target, error) || !check_communities (self, target, error)
      || !check_time_of (self, target, error))
    return FALSE;

  bh_payload_set_int (self->payload, "into", id);
  bh_payload_set (self->payload, "number", target->number);

  return TRUE;
}

/* The tickets that have the complainants of one that was merged into @first: it, and where it was
 * merged itself, those further on. */
static GPtrArray *
list_targets (BhVerbContext *self, gint64 first, GError **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  while (first != 0)
    {
      BhTicket *target = bh_work_load_ticket (self->work, first, error);

      if (target == NULL)
        return NULL;
      g_ptr_array_add (targets, target);
      first = target->status == BH_STATUS_MERGED ? target->merged_into : 0;
    }

  return g_steal_pointer (&targets);
}

static BhPayload *
make_companion (BhVerbContext *self, int seq, gint64 origin)
{
  BhPayload *payload = bh_payload_new ();

  bh_payload_set_int (payload, "main", self->ticket->id);
  bh_payload_set_int (payload, "main-seq", seq);
  bh_payload_set_int (payload, "ticket", origin);
  bh_payload_set (payload, "number", self->ticket->number);

  return payload;
}

static gint64
get_origin (BhTicket *ticket, BhComplainant *complainant)
{
  return complainant->from_ticket != 0 ? complainant->from_ticket : ticket->id;
}

/* The tickets whose complainants @ticket has, itself first. */
static GArray *
list_origins (BhTicket *ticket)
{
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (origins, ticket->id);
  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);
      gint64 origin = get_origin (ticket, complainant);
      gboolean known = complainant->left_at != 0;

      for (guint j = 0; j < origins->len && !known; j++)
        known = g_array_index (origins, gint64, j) == origin;
      if (!known)
        g_array_append_val (origins, origin);
    }

  return origins;
}

static gboolean
join_one (BhVerbContext *self, BhTicket *target, BhComplainant *complainant, GError **error)
{
  g_autoptr (BhPayload) payload
      = make_companion (self, self->ticket->head_seq, get_origin (self->ticket, complainant));

  bh_payload_set_int (payload, "contact", complainant->contact_id);
  bh_payload_set (payload, "contact-name", complainant->name);
  bh_payload_set (payload, "phone", complainant->phone);
  bh_payload_set_yes (payload, "reachable", complainant->reachable);

  return bh_verb_context_record (self, target, BH_VERB_JOIN, payload, error) != NULL;
}

/* The history of the target tells of every merge, also where nobody comes with it. */
static gboolean
join_nobody (BhVerbContext *self, BhTicket *target, GError **error)
{
  g_autoptr (BhPayload) payload = make_companion (self, self->ticket->head_seq, self->ticket->id);

  return bh_verb_context_record (self, target, BH_VERB_JOIN, payload, error) != NULL;
}

static gboolean
follow_merge (BhVerbContext *self, GError **error)
{
  BhTicket *target = bh_work_load_ticket (self->work, self->ticket->merged_into, error);
  guint n = 0;

  if (target == NULL)
    return FALSE;

  for (guint i = 0; i < self->ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (self->ticket->complainants, i);

      if (complainant->left_at != 0)
        continue;
      n++;
      if (!join_one (self, target, complainant, error))
        return FALSE;
    }

  return n > 0 || join_nobody (self, target, error);
}

/* Whoever leaves may be the last who was waited for: the target closes then, by the rules. */
static gboolean
check_closing (BhVerbContext *self, BhTicket *target, GArray *origins, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (BhTicket) after = NULL;

  if (bh_status_is_ended (target->status) || !bh_loop_wants_cause (target, self->office))
    return TRUE;

  events = bh_work_load_events (self->work, target->id, error);
  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < origins->len; i++)
    {
      g_autoptr (BhPayload) payload = make_companion (self, 0, g_array_index (origins, gint64, i));
      BhEvent *event = bh_event_new (BH_VERB_PART, self->at, self->now, 0, 0, payload);

      event->ticket_id = target->id;
      event->seq = target->head_seq + 1 + (int) i;
      g_ptr_array_add (events, event);
    }
  after = bh_ticket_fold (events, self->office, error);
  if (after == NULL)
    return FALSE;
  if (after->status != BH_STATUS_CLOSED)
    return TRUE;

  return bh_domain_refuse (
      error,
      _ ("%s would close without a cause: give it there first, with an attempt or a callback."),
      target->number);
}

static BhEvent *
load_merge (BhVerbContext *self, GPtrArray **events, GError **error)
{
  *events = bh_work_load_events (self->work, self->ticket->id, error);

  return *events != NULL ? bh_history_get_merge (*events) : NULL;
}

gboolean
bh_verb_build_unmerge (BhVerbContext *self, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GArray) origins = list_origins (self->ticket);
  BhEvent *merge = load_merge (self, &events, error);

  if (events == NULL)
    return FALSE;
  if (merge == NULL)
    return bh_domain_refuse (error, _ ("%s was not merged here and cannot be split off."),
                             self->ticket->number);

  targets = list_targets (self, self->ticket->merged_into, error);
  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      BhTicket *target = g_ptr_array_index (targets, i);

      if (!check_time_of (self, target, error) || !check_closing (self, target, origins, error))
        return FALSE;
    }
  bh_payload_set_int (self->payload, "seq", merge->seq);
  bh_payload_set_int (self->payload, "from", self->ticket->merged_into);
  bh_payload_set (self->payload, "number", bh_payload_get (merge->payload, "number"));

  return targets != NULL;
}

static gboolean
follow_unmerge (BhVerbContext *self, GError **error)
{
  g_autoptr (GPtrArray) targets
      = list_targets (self, bh_payload_get_int (self->payload, "from"), error);
  g_autoptr (GArray) origins = list_origins (self->ticket);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    for (guint j = 0; j < origins->len; j++)
      {
        g_autoptr (BhPayload) payload
            = make_companion (self, self->ticket->head_seq, g_array_index (origins, gint64, j));

        if (bh_verb_context_record (self, g_ptr_array_index (targets, i), BH_VERB_PART, payload,
                                    error)
            == NULL)
          return FALSE;
      }

  return targets != NULL;
}

static gint64
get_first_target (BhEvent *event)
{
  return bh_payload_get_int (event->payload, event->verb == BH_VERB_MERGE ? "into" : "from");
}

static gboolean
is_of_two (BhEvent *event)
{
  return event != NULL && (event->verb == BH_VERB_MERGE || event->verb == BH_VERB_UNMERGE);
}

/* @seqs: (out): what belongs to @event in @target, NULL where more happened there since */
static gboolean
load_companions (
    BhVerbContext *self, BhTicket *target, BhEvent *event, GArray **seqs, GError **error)
{
  g_autoptr (GPtrArray) events = bh_work_load_events (self->work, target->id, error);

  *seqs = NULL;
  if (events == NULL)
    return FALSE;

  *seqs = bh_history_list_companions (events, self->ticket->id, event->seq);

  return TRUE;
}

static gboolean
check_companions (BhVerbContext *self, GError **error)
{
  g_autoptr (GPtrArray) targets = list_targets (self, get_first_target (self->last), error);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      BhTicket *target = g_ptr_array_index (targets, i);
      g_autoptr (GArray) seqs = NULL;

      if (!load_companions (self, target, self->last, &seqs, error))
        return FALSE;
      if (seqs == NULL || seqs->len == 0)
        return bh_domain_refuse (
            error,
            self->last->verb == BH_VERB_MERGE
                ? _ ("%s went on since %s was merged into it: take that back first, or split %s "
                     "off.")
                : _ ("%s went on since %s was split off: take that back first, or merge %s "
                     "again."),
            target->number, self->ticket->number, self->ticket->number);
    }

  return targets != NULL;
}

gboolean
bh_verb_build_undo (BhVerbContext *self, GError **error)
{
  bh_payload_set_int (self->payload, "seq", self->last->seq);

  return !is_of_two (self->last) || check_companions (self, error);
}

static gboolean
follow_undo (BhVerbContext *self, GError **error)
{
  g_autoptr (GPtrArray) targets = list_targets (self, get_first_target (self->last), error);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      BhTicket *target = g_ptr_array_index (targets, i);
      g_autoptr (GArray) seqs = NULL;

      if (!load_companions (self, target, self->last, &seqs, error))
        return FALSE;
      for (guint j = 0; seqs != NULL && j < seqs->len; j++)
        {
          g_autoptr (BhPayload) payload = bh_payload_new ();

          bh_payload_set_int (payload, "seq", g_array_index (seqs, int, j));
          if (bh_verb_context_record (self, target, BH_VERB_UNDO, payload, error) == NULL)
            return FALSE;
        }
    }

  return targets != NULL;
}

gboolean
bh_verb_merge_follow (BhVerbContext *self, GError **error)
{
  if (self->verb == BH_VERB_MERGE)
    return follow_merge (self, error);
  if (self->verb == BH_VERB_UNMERGE)
    return follow_unmerge (self, error);

  return self->verb != BH_VERB_UNDO || !is_of_two (self->last) || follow_undo (self, error);
}
