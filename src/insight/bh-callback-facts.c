/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-facts-reader.h"

static const char CALLED_IN_PERIOD[]
    = "t.id IN (SELECT o.ticket_id FROM callback AS o WHERE o.at >= ?1 AND o.at < ?2)";

static const char CALLBACKS[]
    = "k.number, k.category_id, k.department_id, o.at, o.made_by, o.reached, o.score, o.timely,"
      " o.solved, o.polite, o.note,"
      " o.invalid, CASE WHEN o.score BETWEEN 1 AND 5 AND o.invalid = 0 AND " BH_SQL_SCORED
      " THEN 1 ELSE 0 END%s"
      " FROM known JOIN ticket AS k ON k.id = known.id"
      " JOIN callback AS o ON o.ticket_id = known.id AND o.at >= ?1 AND o.at < ?2"
      " ORDER BY o.at";

static void
fill_callback (BhFactsReader *self, BhStatement *s, BhCallbackFacts *facts)
{
  *facts = (BhCallbackFacts){
    .number = bh_statement_get_text (s, 1),
    .category_id = bh_statement_get_int64 (s, 2),
    .department_id = bh_statement_get_int64 (s, 3),
    .at = bh_statement_get_int64 (s, 4),
    .made_by = bh_statement_get_int64 (s, 5),
    .reached = bh_statement_get_int64 (s, 6) != 0,
    .score = (int) bh_statement_get_int64 (s, 7),
    .timely = (BhTri) bh_statement_get_int64 (s, 8),
    .solved = (BhTri) bh_statement_get_int64 (s, 9),
    .polite = (BhTri) bh_statement_get_int64 (s, 10),
    .note = bh_statement_get_text (s, 11),
    .invalid = bh_statement_get_int64 (s, 12) != 0,
    .counts = bh_statement_get_int64 (s, 13) != 0,
    .scopes = bh_facts_reader_get_scopes (self, s, 14),
  };
  facts->satisfied = facts->counts && facts->score >= BH_SATISFIED_SCORE;
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

      fill_callback (&reader, s, &facts);
      if ((n % BH_FACTS_ROWS_BETWEEN_CHECKS == 0
           && g_cancellable_set_error_if_cancelled (cancellable, error))
          || !func (&facts, user_data, error))
        {
          bh_statement_reset (s);
          return FALSE;
        }
    }

  return step == BH_STEP_DONE;
}
