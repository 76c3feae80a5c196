/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-facts-reader.h"
#include "insight/bh-ticket-facts.h"

static const char CALLED_IN_PERIOD[]
    = "t.id IN (SELECT o.ticket_id FROM callback AS o WHERE o.at >= ?1 AND o.at < ?2)";

static const char CALLBACKS[] = BH_FACTS_HEAD
    ", o.at, o.made_by, o.reached, o.score, o.timely, o.solved, o.polite, o.note, o.invalid,"
    " CASE WHEN o.invalid = 0 AND " BH_SQL_SCORED " THEN 1 ELSE 0 END%s"
    " FROM known JOIN ticket AS k ON k.id = known.id"
    " JOIN callback AS o ON o.ticket_id = known.id AND o.at >= ?1 AND o.at < ?2"
    " ORDER BY o.at";

typedef enum
{
  CALL_AT = BH_FACTS_FIRST_COLUMN,
  CALL_MADE_BY,
  CALL_REACHED,
  CALL_SCORE,
  CALL_TIMELY,
  CALL_SOLVED,
  CALL_POLITE,
  CALL_NOTE,
  CALL_INVALID,
  CALL_COUNTS,
  CALL_SCOPES,
} CallColumn;

static gboolean
fill_callback (BhFactsReader *self, BhStatement *s, BhCallbackFacts *facts, GError **error)
{
  *facts = (BhCallbackFacts){
    .at = bh_statement_get_int64 (s, CALL_AT),
    .made_by = bh_statement_get_int64 (s, CALL_MADE_BY),
    .reached = bh_statement_get_int64 (s, CALL_REACHED) != 0,
    .score = (int) bh_statement_get_int64 (s, CALL_SCORE),
    .timely = (BhTri) bh_statement_get_int64 (s, CALL_TIMELY),
    .solved = (BhTri) bh_statement_get_int64 (s, CALL_SOLVED),
    .polite = (BhTri) bh_statement_get_int64 (s, CALL_POLITE),
    .note = bh_statement_get_text (s, CALL_NOTE),
    .invalid = bh_statement_get_int64 (s, CALL_INVALID) != 0,
    .counts = bh_statement_get_int64 (s, CALL_COUNTS) != 0,
  };
  facts->counts_score = facts->counts && facts->score >= 1 && facts->score <= 5;
  facts->satisfied = facts->counts_score && facts->score >= BH_SATISFIED_SCORE;

  return bh_facts_reader_fill_head (self, s, CALL_SCOPES, &facts->head, error);
}

gboolean
bh_callback_facts_read (BhConnection *connection,
                        BhOffice *office,
                        const BhFactsRequest *request,
                        BhCallbackFactsFunc func,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (BhFactsReader) reader = { 0 };
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (request != NULL, FALSE);

  if (!bh_facts_reader_init (&reader, connection, office, request, error))
    return FALSE;

  s = bh_facts_reader_run (&reader, CALLED_IN_PERIOD, CALLBACKS, error);
  for (guint n = 0; s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW; n++)
    {
      BhCallbackFacts facts;

      if ((n % BH_FACTS_ROWS_BETWEEN_CHECKS == 0
           && g_cancellable_set_error_if_cancelled (cancellable, error))
          || !fill_callback (&reader, s, &facts, error) || !func (&facts, user_data, error))
        {
          bh_statement_reset (s);
          return FALSE;
        }
    }

  return step == BH_STEP_DONE;
}
