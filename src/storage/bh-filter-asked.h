/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"

G_BEGIN_DECLS

/* Whether anybody of a ticket was to be asked in its present round: somebody gave an answer, or the
 * limit has passed. The figures of the same sense have it, see insight/bh-figures-opinions.c. */

G_STATIC_ASSERT (BH_STAGE_SIGN == 6 && BH_STAGE_CALLBACK == 7);
G_STATIC_ASSERT (BH_VERDICT_SIGNED == 1 && BH_VERDICT_REFUSED == 2);
G_STATIC_ASSERT (BH_CALLBACK_UNLESS_SCORED == 2);

/** BH_SQL_STAGE_DUE: the limit of a stage of the present round; @t: alias of the ticket */
#define BH_SQL_STAGE_DUE(t, stage)                                                                 \
  "(SELECT s.due_at FROM stage AS s WHERE s.ticket_id = " t ".id AND s.round = " t ".round"        \
  " AND s.stage = " stage " ORDER BY s.seq DESC LIMIT 1)"

/** BH_SQL_SIGNOFF_DUE: @now: the instant. Whoever left is asked on a ticket of their own. */
#define BH_SQL_SIGNOFF_DUE(t, now)                                                                 \
  "EXISTS (SELECT 1 FROM complainant AS c WHERE c.ticket_id = " t ".id"                            \
  " AND c.reachable = 1 AND c.left_at IS NULL"                                                     \
  " AND (" BH_SQL_STAGE_DUE (t, "6") " <= " now " OR EXISTS (SELECT 1 FROM opinion AS o"           \
                                     " WHERE o.ticket_id = " t ".id AND o.round = " t ".round"     \
                                     " AND o.complainant = c.idx AND o.verdict IN (1, 2))))"

/** BH_SQL_CALLBACK_DUE: nobody is asked twice where the policy takes the score of the sign-off */
#define BH_SQL_CALLBACK_DUE(t, now)                                                                \
  "EXISTS (SELECT 1 FROM complainant AS c WHERE c.ticket_id = " t ".id"                            \
  " AND (c.reachable = 1 OR c.from_ticket IS NULL) AND c.left_at IS NULL"                          \
  " AND NOT EXISTS (SELECT 1 FROM opinion AS v JOIN policy AS p ON p.id = " t ".policy_id"         \
  " AND p.callback = 2 WHERE v.ticket_id = " t ".id AND v.round = " t ".round"                     \
  " AND v.complainant = c.idx AND v.verdict = 1 AND v.score > 0)"                                  \
  " AND (" BH_SQL_STAGE_DUE (t, "7") " <= " now " OR EXISTS (SELECT 1 FROM callback AS o"          \
                                     " WHERE o.ticket_id = " t ".id AND o.round = " t              \
                                     ".round AND o.complainant = c.idx)))"

G_END_DECLS
