/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket.h"

/* Whom to ask: each complainant who can be asked signs and is called back, or is not reached on
 * three different days. */

/* On so many different days nobody was reached before the office stops asking (product.md). */
#define UNREACHED_DAYS 3

static BhComplainant *
get_complainant (BhTicket *self, int i)
{
  return g_ptr_array_index (self->complainants, (guint) i);
}

gboolean
bh_ticket_is_reachable (BhTicket *self)
{
  g_return_val_if_fail (BH_IS_TICKET (self), FALSE);

  for (int i = 0; i < (int) self->complainants->len; i++)
    if (get_complainant (self, i)->reachable && get_complainant (self, i)->left_at == 0)
      return TRUE;

  return FALSE;
}

BhComplainant *
bh_ticket_get_own_complainant (BhTicket *self)
{
  g_return_val_if_fail (BH_IS_TICKET (self), NULL);

  for (int i = 0; i < (int) self->complainants->len; i++)
    if (get_complainant (self, i)->from_ticket == 0)
      return get_complainant (self, i);

  return NULL;
}

/* The last word counts: who was given up may still call and sign. */
static gboolean
has_signed_or_was_given_up (BhTicket *self, int complainant)
{
  for (guint i = 0; i < self->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (self->opinions, i);

      if (opinion->round == self->round && opinion->complainant == complainant
          && (opinion->verdict == BH_VERDICT_SIGNED || opinion->final))
        return TRUE;
    }

  return FALSE;
}

static gboolean
was_called_back (BhTicket *self, int complainant)
{
  for (guint i = 0; i < self->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (self->callbacks, i);

      if (callback->round == self->round && callback->complainant == complainant
          && (callback->reached || callback->final))
        return TRUE;
    }

  return FALSE;
}

gboolean
bh_ticket_has_scored (BhTicket *self, int complainant)
{
  g_return_val_if_fail (BH_IS_TICKET (self), FALSE);

  for (guint i = 0; i < self->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (self->opinions, i);

      if (opinion->round == self->round && opinion->complainant == complainant
          && opinion->verdict == BH_VERDICT_SIGNED && opinion->score != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
can_be_asked (BhTicket *self, int complainant)
{
  BhComplainant *who = get_complainant (self, complainant);

  return who->reachable && who->left_at == 0;
}

gboolean
bh_ticket_wants_callback (BhTicket *self, BhPolicy *policy, int complainant)
{
  g_return_val_if_fail (BH_IS_TICKET (self), FALSE);
  g_return_val_if_fail (complainant >= 0 && complainant < (int) self->complainants->len, FALSE);

  return can_be_asked (self, complainant)
         && bh_policy_wants_callback (policy, self->id, bh_ticket_has_scored (self, complainant));
}

gboolean
bh_ticket_is_done_with (BhTicket *self, BhPolicy *policy, int complainant)
{
  g_return_val_if_fail (BH_IS_TICKET (self), TRUE);
  g_return_val_if_fail (complainant >= 0 && complainant < (int) self->complainants->len, TRUE);

  if (!can_be_asked (self, complainant))
    return TRUE;
  if (self->status == BH_STATUS_SIGNED)
    return was_called_back (self, complainant)
           || !bh_ticket_wants_callback (self, policy, complainant);

  return has_signed_or_was_given_up (self, complainant);
}

int
bh_ticket_get_next_complainant (BhTicket *self, BhPolicy *policy, int except)
{
  g_return_val_if_fail (BH_IS_TICKET (self), -1);

  for (int i = 0; i < (int) self->complainants->len; i++)
    if (i != except && !bh_ticket_is_done_with (self, policy, i))
      return i;

  return -1;
}

/* Adds the office day of @instant to @days unless it is in it. */
static void
add_day (GHashTable *days, BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);
  g_hash_table_add (days, GINT_TO_POINTER (local.day));
}

gboolean
bh_ticket_is_last_attempt (BhTicket *self, int complainant, BhOfficeTime *time, gint64 at)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (BH_IS_TICKET (self), FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  add_day (days, time, at);
  for (guint i = 0; self->status == BH_STATUS_FINISHED && i < self->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (self->opinions, i);

      if (opinion->round == self->round && opinion->complainant == complainant
          && opinion->verdict == BH_VERDICT_UNREACHED)
        add_day (days, time, opinion->at);
    }
  for (guint i = 0; self->status == BH_STATUS_SIGNED && i < self->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (self->callbacks, i);

      if (callback->round == self->round && callback->complainant == complainant
          && !callback->reached)
        add_day (days, time, callback->at);
    }

  return g_hash_table_size (days) >= UNREACHED_DAYS;
}
