/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-stage-facts.h"

#include "insight/bh-facts-reader.h"

/* Whatever is closed before the period has no stage that ends or runs out in it. */
static const char ALIVE[] = "t.received_at < ?2 AND ($.closed_at IS NULL OR $.closed_at >= ?1)";

typedef enum
{
  STAGE_KIND = BH_FACTS_FIRST_COLUMN,
  STAGE_ROUND,
  STAGE_DEPARTMENT,
  STAGE_HOLDER,
  STAGE_STARTED_AT,
  STAGE_DUE_AT,
  STAGE_DONE_AT,
  STAGE_PAUSED,
  STAGE_RECEIVED_AT,
  STAGE_CLOSED_AS,
  STAGE_CLOSED_AT,
  STAGE_SCOPES,
} StageColumn;

/* One that was begun anew may have run out before it began: it counts when it ran out. */
#define STAGES(due_at)                                                                             \
  BH_FACTS_HEAD                                                                                    \
  ", s.stage, s.round, s.department_id, s.holder_id, s.started_at, " due_at ","                    \
  " CASE WHEN s.done_at < ?3 THEN s.done_at END, s.paused, known.received_at, known.closed_as,"    \
  " known.closed_at%s FROM known JOIN ticket AS k ON k.id = known.id"                              \
  " JOIN stage AS s ON s.ticket_id = known.id AND s.started_at < ?3"                               \
  " AND (s.done_at IS NULL OR s.done_at >= ?1) ORDER BY known.received_at, known.id, s.seq"

/* A deadline that was moved later is the old one: the earliest change from then on knows it. */
static const char PRESENT_STAGES[] = STAGES ("s.due_at");
static const char PAST_STAGES[]
    = STAGES ("NULLIF (COALESCE ((SELECT COALESCE (d.old_due, 0) FROM due_change AS d"
              " WHERE d.ticket_id = s.ticket_id AND d.clock = s.stage AND d.stage_seq = s.seq"
              " AND d.changed_at >= ?4 ORDER BY d.changed_at, d.idx LIMIT 1), s.due_at), 0)");

/* As every clock: none of merged tickets, and of withdrawn and declined ones only what had run out
 * before that. */
static gboolean
is_asked (BhStatement *s, const BhStageFacts *facts)
{
  gint64 closed_as = bh_statement_get_int64 (s, STAGE_CLOSED_AS);

  return facts->due_at != 0 && closed_as != BH_STATUS_MERGED
         && (closed_as < BH_STATUS_MERGED
             || facts->due_at < bh_statement_get_int64 (s, STAGE_CLOSED_AT));
}

static void
fill_stage (BhFactsReader *self, BhStatement *s, BhStageFacts *facts)
{
  *facts = (BhStageFacts){
    .ticket_id = bh_statement_get_int64 (s, 0),
    .stage = (BhStageKind) bh_statement_get_int64 (s, STAGE_KIND),
    .round = (int) bh_statement_get_int64 (s, STAGE_ROUND),
    .department_id = bh_statement_get_int64 (s, STAGE_DEPARTMENT),
    .holder_id = bh_statement_get_int64 (s, STAGE_HOLDER),
    .started_at = bh_statement_get_int64 (s, STAGE_STARTED_AT),
    .due_at = bh_statement_get_int64 (s, STAGE_DUE_AT),
    .done_at = bh_statement_get_int64 (s, STAGE_DONE_AT),
    .paused = bh_statement_get_int64 (s, STAGE_PAUSED),
    .received_at = bh_statement_get_int64 (s, STAGE_RECEIVED_AT),
  };
  if (is_asked (s, facts))
    {
      gboolean before = facts->done_at != 0 && facts->done_at < facts->due_at;
      gint64 at = before ? facts->done_at : facts->due_at;

      facts->counts_at = at < self->query.as_of ? at : 0;
      facts->kept = facts->done_at != 0 && facts->done_at <= facts->due_at;
    }

  facts->has_hours
      = facts->done_at != 0 && bh_statement_get_int64 (s, STAGE_CLOSED_AS) < BH_STATUS_MERGED;
  if (facts->has_hours)
    facts->hours = bh_figure_take_duration (facts->done_at - facts->started_at, facts->paused,
                                            BH_SECONDS_PER_HOUR);
}

static gboolean
read_window (BhFactsReader *self, BhStageFactsFunc func, gpointer user_data, GError **error)
{
  BhStatement *s = bh_facts_reader_run (self, ALIVE,
                                        self->query.present ? PRESENT_STAGES : PAST_STAGES, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhStageFacts facts;

      fill_stage (self, s, &facts);
      if (!bh_facts_reader_fill_head (self, s, STAGE_SCOPES, &facts.head, error)
          || !func (&facts, user_data, error))
        {
          bh_statement_reset (s);
          return FALSE;
        }
    }

  return step == BH_STEP_DONE;
}

gboolean
bh_stage_facts_read (BhConnection *connection,
                     BhOffice *office,
                     const BhFactsRequest *request,
                     BhStageFactsFunc func,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (BhFactsReader) reader = { 0 };
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (request != NULL, FALSE);

  if (!bh_facts_reader_init (&reader, connection, office, request, error))
    return FALSE;

  while ((step = bh_facts_reader_next (&reader, cancellable, error)) == BH_STEP_ROW)
    if (!read_window (&reader, func, user_data, error))
      return FALSE;

  return step == BH_STEP_DONE;
}
