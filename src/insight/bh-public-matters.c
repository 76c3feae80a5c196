/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-public-matters.h"

#include "base/bh-text.h"
#include "domain/bh-mask.h"
#include "insight/bh-insight-query.h"

#define HAS_TEXT "t.public_text IS NOT NULL AND "
#define COLUMNS                                                                                    \
  "k.public_text, COALESCE (p.path, k.place_text), k.community_id, k.category_id,"                 \
  " known.received_at, known.promised_at, known.finished_at"                                       \
  " FROM known JOIN ticket AS k ON k.id = known.id"                                                \
  " LEFT JOIN place AS p ON p.id = k.place_id WHERE " BH_SQL_COUNTS

static const char DONE[] = COLUMNS " ORDER BY known.finished_at, known.id";
static const char OPEN[] = COLUMNS
    " AND known.finished_at IS NULL"
    " ORDER BY COALESCE (known.promised_at, 9223372036854775807), known.received_at, known.id";

static void
free_matter (gpointer data)
{
  BhPublicMatter *self = data;

  g_free (self->text);
  g_free (self->building);
  g_free (self);
}

static void
add_matter (GPtrArray *matters, BhStatement *s)
{
  g_autofree char *text = bh_text_clean (bh_statement_get_text (s, 1));
  BhPublicMatter *matter;

  if (text == NULL)
    return;
  matter = g_new0 (BhPublicMatter, 1);
  matter->text = g_steal_pointer (&text);
  matter->building = bh_mask_place (bh_statement_get_text (s, 2));
  matter->community_id = bh_statement_get_int64 (s, 3);
  matter->category_id = bh_statement_get_int64 (s, 4);
  matter->received_at = bh_statement_get_int64 (s, 5);
  matter->promised_at = bh_statement_get_int64 (s, 6);
  matter->finished_at = bh_statement_get_int64 (s, 7);
  g_ptr_array_add (matters, matter);
}

GPtrArray *
bh_public_matters_load (BhInsight *insight,
                        const BhPeriod *period,
                        BhTicketFilter *filter,
                        gboolean done,
                        GError **error)
{
  g_auto (BhFigureQuery) query = { 0 };
  g_autoptr (GPtrArray) matters = NULL;
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  if (!bh_insight_query_init (&query, insight, period, BH_BY_NOTHING, filter, error))
    return NULL;
  matters = g_ptr_array_new_with_free_func (free_matter);
  if (done)
    s = bh_figure_query_run (&query, BH_STATE_AS_OF, HAS_TEXT BH_SQL_FINISHED_IN_PERIOD, DONE,
                             error);
  else
    s = bh_figure_query_run (&query, bh_insight_query_get_end_state (&query),
                             HAS_TEXT BH_SQL_OPEN_AT_END, OPEN, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    add_matter (matters, s);

  return step == BH_STEP_DONE ? g_steal_pointer (&matters) : NULL;
}
