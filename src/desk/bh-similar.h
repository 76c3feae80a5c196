/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "storage/bh-ticket-repository.h"

G_BEGIN_DECLS

/**
 * BhSimilarAction:
 * @BH_SIMILAR_REMIND: the same place, still open: the owner asks again
 * @BH_SIMILAR_JOIN: open at another place: somebody else has the same problem
 * @BH_SIMILAR_REPEAT: finished: it is there again
 * @BH_SIMILAR_LOOK: nothing to be done with it but to look at it
 *
 * What the desk can do instead of taking a report for a new matter.
 */
typedef enum
{
  BH_SIMILAR_REMIND = 1,
  BH_SIMILAR_JOIN,
  BH_SIMILAR_REPEAT,
  BH_SIMILAR_LOOK,
} BhSimilarAction;

/** BhSimilar: a ticket that may be about the same problem. */
typedef struct
{
  BhTicketRow *ticket; /* (owned) */
  BhSimilarAction action;
  char *reason; /* (owned): "same room, finished 12 days ago", translated */
} BhSimilar;

void bh_similar_free (BhSimilar *similar);

/**
 * BhSimilarQuestion:
 * @place: (nullable): where it is: a path of the register, or words
 * @category_id: 0 where none was chosen
 * @likely_id: the category that the text most likely has, 0 for none
 * @summary, @description: (nullable): what is reported
 *
 * What is typed of a new ticket. Nothing is owned.
 */
typedef struct
{
  const char *place;
  gint64 category_id;
  gint64 likely_id;
  const char *summary;
  const char *description;
} BhSimilarQuestion;

/**
 * bh_similar_find:
 * @connection: inside of a read transaction
 * @now: present instant
 *
 * Looks for the same problem (figures.md, "A repeat is suggested when"): open tickets of the same
 * room, public area or equipment; tickets of the same leaf category there that were finished within
 * the office's window of repeats; and tickets of the same community in that window whose text is
 * like this one. Reads a bounded number of tickets by indexes, however many there are. Matters of
 * one's own rooms that are not like this one are left to the household's card.
 *
 * Returns: (transfer full) (nullable) (element-type BhSimilar): the likeliest first, at most six;
 *   NULL with @error
 */
GPtrArray *bh_similar_find (BhConnection *connection,
                            BhOffice *office,
                            const BhSimilarQuestion *question,
                            gint64 now,
                            GError **error);

G_END_DECLS
