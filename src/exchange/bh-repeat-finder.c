/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-repeat-finder.h"

#include "base/bh-clock.h"

#define SECONDS_A_DAY 86400

typedef struct
{
  gint64 ticket_id;
  gint64 received_at;
} Previous;

struct _BhRepeatFinder
{
  gint64 reach;         /* microseconds */
  GHashTable *previous; /* owned: the last ticket of each place and category */
  GArray *spots;        /* owned, nullable, of BhTicketSpot: known from before */
  GHashTable *except;   /* owned, nullable: ids of those that do not count */
  guint next_spot;
};

/* A place of the register is known by its id, any other by its text; nowhere is no place. */
static char *
make_key (const BhTicketSpot *spot)
{
  if (spot->category_id == 0 || (spot->place_id == 0 && spot->place_text == NULL))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%s",
                          spot->category_id, spot->community_id, spot->place_id,
                          spot->place_id == 0 ? spot->place_text : "");
}

BhRepeatFinder *
bh_repeat_finder_new (gint64 days)
{
  BhRepeatFinder *self = g_new0 (BhRepeatFinder, 1);

  self->reach = days * SECONDS_A_DAY * BH_USEC_PER_SEC;
  self->previous = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
bh_repeat_finder_free (BhRepeatFinder *self)
{
  g_hash_table_unref (self->previous);
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_pointer (&self->except, g_hash_table_unref);
  g_free (self);
}

void
bh_repeat_finder_set_spots (BhRepeatFinder *self, GArray *spots, GHashTable *except)
{
  g_return_if_fail (self != NULL && self->spots == NULL);
  g_return_if_fail (spots != NULL);
  g_return_if_fail (except != NULL);

  self->spots = g_array_ref (spots);
  self->except = g_hash_table_ref (except);
}

void
bh_repeat_finder_add (BhRepeatFinder *self, const BhTicketSpot *spot)
{
  Previous previous = { spot->ticket_id, spot->received_at };
  char *key;

  g_return_if_fail (self != NULL);

  key = make_key (spot);
  if (key != NULL)
    g_hash_table_insert (self->previous, key, g_memdup2 (&previous, sizeof previous));
}

static void
pass_spots (BhRepeatFinder *self, gint64 received_at)
{
  for (; self->spots != NULL && self->next_spot < self->spots->len; self->next_spot++)
    {
      const BhTicketSpot *spot = &g_array_index (self->spots, BhTicketSpot, self->next_spot);

      if (spot->received_at > received_at)
        return;
      if (!g_hash_table_contains (self->except, &spot->ticket_id))
        bh_repeat_finder_add (self, spot);
    }
}

gint64
bh_repeat_finder_find (BhRepeatFinder *self, const BhTicketSpot *spot)
{
  g_autofree char *key = NULL;
  const Previous *previous;

  g_return_val_if_fail (self != NULL, 0);

  pass_spots (self, spot->received_at);
  key = make_key (spot);
  previous = key != NULL ? g_hash_table_lookup (self->previous, key) : NULL;
  if (previous == NULL || spot->received_at - previous->received_at > self->reach)
    return 0;
  return previous->ticket_id;
}
