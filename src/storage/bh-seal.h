/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-check.h"

G_BEGIN_DECLS

/* The side of seals that the check needs. */

/** BhSeal: one seal, as stored or as made from the events. */
typedef struct
{
  gint64 community_id; /* 0: tickets without community */
  int day;
  gint64 from_at; /* events recorded from here … */
  gint64 to_at;   /* … to before here */
  gint64 tickets; /* how many chains grew on that day */
  char *previous; /* (owned): hash of the seal before, "" for the first */
  char *hash;     /* (owned) */
} BhSeal;

void bh_seal_free (BhSeal *seal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSeal, bh_seal_free)

/**
 * bh_seal_compute:
 * @seal: with all but tickets and hash, which are filled from the events of the seal's day
 *
 * The hash is SHA-256 over a version tag, the fields above, the seal before, and for every chain
 * that grew on that day its ticket, length and head at the end of the day. A chain that is gone or
 * was cut since gives another hash.
 */
gboolean bh_seal_compute (BhConnection *connection, BhSeal *seal, GError **error);

/**
 * bh_seal_dup_history:
 * @to: an instant; what was recorded before it counts
 *
 * One hash for the whole history up to an instant: SHA-256 over a version tag, the instant, and for
 * every community with tickets its last seal that ended by then and the heads of the chains that
 * grew since. It stays the same whatever is recorded later, as long as all finished days had their
 * seals when it was made the first time.
 *
 * Returns: (transfer full) (nullable): NULL with %BH_STORAGE_ERROR
 */
char *bh_seal_dup_history (BhConnection *connection, gint64 to, GError **error);

G_END_DECLS
