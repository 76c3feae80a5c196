/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

G_BEGIN_DECLS

/** BhSearchHits: what Ctrl+K found, best first in each group. */
typedef struct
{
  GPtrArray *tickets;  /* (owned) (element-type BhTicketRow): by number, phone's last digits, words
                          of the summary */
  GPtrArray *places;   /* (owned) (element-type BhPlace) */
  GPtrArray *contacts; /* (owned) (element-type BhContact) */
} BhSearchHits;

void bh_search_hits_free (BhSearchHits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSearchHits, bh_search_hits_free)

/**
 * bh_search_find:
 * @text: as typed: a number or its end, a room ("3-2-301"), at least four digits of a phone's end,
 *   words of the summary
 * @limit: at most so many of each group
 *
 * Returns: (transfer full) (nullable): hits, perhaps none; NULL with @error
 */
BhSearchHits *
bh_search_find (BhConnection *connection, const char *text, guint limit, GError **error);

G_END_DECLS
