/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-warnings.h"

#include "domain/bh-deadline.h"
#include "domain/bh-ticket-fold.h"

static const int thresholds[] = { 50, 80, 100, 150 };

/* A clock of the ticket that runs now. */
typedef struct
{
  BhClockKind clock;
  int stage_seq; /* 0 for a clock of the whole ticket */
  gint64 due;
} RunningClock;

static void
add_clock (RunningClock *clocks, guint *n, RunningClock clock)
{
  if (clock.due != 0)
    clocks[(*n)++] = clock;
}

/* Execution mostly ends with the completion clock: then one of the two is enough. */
static guint
list_clocks (BhTicket *ticket, RunningClock clocks[BH_MAX_RUNNING_CLOCKS])
{
  BhStage *stage = bh_ticket_get_open_stage (ticket);
  gint64 completion_due = ticket->finished_at == 0 ? ticket->completion_due : 0;
  guint n = 0;

  if (bh_status_is_ended (ticket->status))
    return 0;

  if (ticket->responded_at == 0)
    add_clock (clocks, &n, (RunningClock){ BH_CLOCK_RESPONSE, 0, ticket->response_due });
  add_clock (clocks, &n, (RunningClock){ BH_CLOCK_COMPLETION, 0, completion_due });
  if (stage != NULL && !(stage->stage == BH_STAGE_EXECUTE && stage->due_at == completion_due))
    add_clock (clocks, &n, (RunningClock){ (BhClockKind) stage->stage, stage->seq, stage->due_at });

  return n;
}

/* When it is to be told that @percent of the limit have run. A ticket that rests is left alone,
 * except for what was late already. */
static gint64
get_telling (BhTicket *ticket, BhOffice *office, const RunningClock *clock, int percent)
{
  gint64 instant = bh_deadline_get_part (ticket, clock->clock, office, percent);

  if (ticket->suspended_until == 0 || clock->due <= ticket->suspended_at)
    return instant;

  return MAX (instant, ticket->suspended_until);
}

/* The response clock is one for all rounds; the completion clock is another one in each. */
static gboolean
is_of (BhWarning *warning, BhTicket *ticket, const RunningClock *clock)
{
  return warning->clock == clock->clock && warning->stage_seq == clock->stage_seq
         && (clock->clock != BH_CLOCK_COMPLETION || warning->round == ticket->round);
}

static int
get_told (BhTicket *ticket, const RunningClock *clock)
{
  int told = 0;

  for (guint i = 0; i < ticket->warnings->len; i++)
    {
      BhWarning *warning = g_ptr_array_index (ticket->warnings, i);

      if (is_of (warning, ticket, clock))
        told = MAX (told, warning->threshold);
    }

  return told;
}

/* 0 where everything was told. */
static gint64
get_next_telling (BhTicket *ticket, BhOffice *office, const RunningClock *clock)
{
  int told = get_told (ticket, clock);

  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    if (thresholds[i] > told)
      return get_telling (ticket, office, clock, thresholds[i]);

  return 0;
}

/* An undone event may leave a warning behind whose clock never ran: it does not count. */
void
bh_fold_warn (BhFold *fold)
{
  RunningClock clocks[BH_MAX_RUNNING_CLOCKS];
  guint n = list_clocks (fold->ticket, clocks);
  int clock = bh_list_find (BH_LIST_CLOCK, bh_payload_get (fold->payload, "clock"));
  int stage_seq = (int) bh_payload_get_int (fold->payload, "stage");
  int threshold = (int) bh_payload_get_int (fold->payload, "threshold");

  for (guint i = 0; i < n; i++)
    {
      BhWarning *warning;

      if ((int) clocks[i].clock != clock || clocks[i].stage_seq != stage_seq
          || threshold <= get_told (fold->ticket, &clocks[i]))
        continue;

      warning = g_object_new (BH_TYPE_WARNING, NULL);
      warning->round = fold->ticket->round;
      warning->clock = clocks[i].clock;
      warning->stage_seq = stage_seq;
      warning->threshold = threshold;
      warning->at = fold->event->at;
      g_ptr_array_add (fold->ticket->warnings, warning);
    }
}

gint64
bh_ticket_get_next_warning (BhTicket *self, BhOffice *office)
{
  RunningClock clocks[BH_MAX_RUNNING_CLOCKS];
  guint n_clocks;
  gint64 next = 0;

  g_return_val_if_fail (BH_IS_TICKET (self), 0);
  g_return_val_if_fail (BH_IS_OFFICE (office), 0);

  n_clocks = list_clocks (self, clocks);
  for (guint i = 0; i < n_clocks; i++)
    next = bh_deadline_get_earlier (next, get_next_telling (self, office, &clocks[i]));

  return next;
}

void
bh_fold_update_next_warning (BhTicket *ticket, BhOffice *office)
{
  ticket->next_warning = bh_ticket_get_next_warning (ticket, office);
}

/* The highest threshold that has passed, 0 for none. */
static int
find_highest (BhTicket *ticket, BhOffice *office, const RunningClock *clock, gint64 now)
{
  for (guint i = G_N_ELEMENTS (thresholds); i > 0; i--)
    if (get_telling (ticket, office, clock, thresholds[i - 1]) <= now)
      return thresholds[i - 1];

  return 0;
}

guint
bh_ticket_list_due_warnings (BhTicket *self,
                             BhOffice *office,
                             gint64 now,
                             BhDueWarning warnings[BH_MAX_RUNNING_CLOCKS])
{
  RunningClock clocks[BH_MAX_RUNNING_CLOCKS];
  guint n_clocks, n = 0;

  g_return_val_if_fail (BH_IS_TICKET (self), 0);
  g_return_val_if_fail (BH_IS_OFFICE (office), 0);

  n_clocks = list_clocks (self, clocks);
  for (guint i = 0; i < n_clocks; i++)
    {
      int highest = find_highest (self, office, &clocks[i], now);

      if (highest > get_told (self, &clocks[i]))
        warnings[n++]
            = (BhDueWarning){ clocks[i].clock, clocks[i].stage_seq, highest, clocks[i].due };
    }

  return n;
}
