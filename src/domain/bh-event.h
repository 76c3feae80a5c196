/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-payload.h"
#include "domain/bh-types.h"

G_BEGIN_DECLS

/** BH_BACKFILL_SECONDS: an event recorded later than this after it happened is marked 补录. */
#define BH_BACKFILL_SECONDS (15 * 60)

#define BH_TYPE_EVENT (bh_event_get_type ())
G_DECLARE_FINAL_TYPE (BhEvent, bh_event, BH, EVENT, GObject)

/**
 * BhEvent:
 *
 * One entry of a ticket's append-only history. Fields are set when it is made and only read
 * afterwards.
 */
struct _BhEvent
{
  GObject parent_instance;

  gint64 id;
  gint64 ticket_id;
  int seq; /* 1, 2, 3, … within the ticket */
  BhVerb verb;
  gint64 at;          /* when it happened */
  gint64 recorded_at; /* when it was entered */
  gint64 actor_id;    /* (nullable as 0) who did it */
  gint64 entered_by;  /* (nullable as 0) who entered it */
  gint64 salt;
  BhPayload *payload; /* (owned) */
  char *hash;         /* (owned): 64 hexadecimal digits */
};

/**
 * bh_event_new:
 * @payload: (transfer none): the inputs, with ids in place of names
 *
 * Returns: (transfer full): an event without id, seq and hash
 */
BhEvent *bh_event_new (BhVerb verb,
                       gint64 at,
                       gint64 recorded_at,
                       gint64 actor_id,
                       gint64 entered_by,
                       BhPayload *payload);

/**
 * bh_event_compute_hash:
 * @previous: (nullable): hash of the ticket's event before this one
 *
 * SHA-256 over a version tag, @previous and the canonical bytes of the event; personal texts enter
 * as SHA-256 over salt and text.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *bh_event_compute_hash (BhEvent *self, const char *previous);

/** bh_event_is_backfilled: Returns: whether it was entered notably later than it happened */
gboolean bh_event_is_backfilled (BhEvent *self);

G_END_DECLS
