/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-scored.h"

#define SCORED                                                                                     \
  "$.id IN (SELECT c.ticket_id FROM callback AS c WHERE c.at >= @ AND c.at < ?"                    \
  " AND c.score BETWEEN 1 AND 5 AND c.invalid = 0"

char *
bh_filter_scored_dup_condition (BhTicketFilter *self)
{
  const char *const *scores = bh_ticket_filter_get (self, BH_FILTER_SCORE);
  g_autofree char *asked = NULL;

  if (scores == NULL)
    return g_strdup (SCORED ")");
  asked = g_strjoinv (", ", (char **) scores);

  return g_strdup_printf (SCORED " AND c.score IN (%s))", asked);
}
