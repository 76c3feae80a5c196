/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-query.h"
#include "insight/bh-facts.h"

G_BEGIN_DECLS

/** BH_FACTS_ROWS_BETWEEN_CHECKS: how often a reader looks whether it is cancelled. */
#define BH_FACTS_ROWS_BETWEEN_CHECKS 512

/* Columns of every statement after the id of the ticket, over `ticket` as `k`. */
#define BH_FACTS_HEAD                                                                              \
  "k.number, k.kind, k.grade, k.channel_id, k.category_id, k.community_id, k.department_id,"       \
  " k.staff_id, k.cause_id, k.place_id, k.received_weekday, k.received_hour"
/** BH_FACTS_FIRST_COLUMN: the first column behind these. */
#define BH_FACTS_FIRST_COLUMN 13

/* The bounds of a window are parameters behind those of the filter. */
#define BH_FACTS_WINDOW " t.received_at >= ?1990 AND t.received_at < ?1991"

/**
 * BhFactsReader:
 * @query: each ticket is a group of its own
 * @window: tickets received in it are read now: few enough that what is known of them besides can
 *   be kept, however many there are
 * @buildings: (owned): id of a place to what its building is called, NULL: it has none
 * @scopes: (owned) (element-type BhFilterSql): over the table `ticket` as `k`
 * @scope_sql: (owned): a column for each scope, and where it is asked for one of the care marks,
 *   each with a comma before it
 *
 * What the readers of facts have in common.
 */
typedef struct
{
  const BhFactsRequest *request;
  BhOffice *office;
  BhFigureQuery query;
  BhFilterSql *filter; /* (owned) */
  GPtrArray *scopes;
  GString *scope_sql;
  GHashTable *buildings;
  BhPeriod window;
} BhFactsReader;

gboolean bh_facts_reader_init (BhFactsReader *self,
                               BhConnection *connection,
                               BhOffice *office,
                               const BhFactsRequest *request,
                               GError **error);
void bh_facts_reader_clear (BhFactsReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhFactsReader, bh_facts_reader_clear)

/** bh_facts_reader_next: goes on to the next window, in order of receipt. Returns: %BH_STEP_DONE
 * behind the last one, %BH_STEP_ERROR with @error */
BhStep bh_facts_reader_next (BhFactsReader *self, GCancellable *cancellable, GError **error);

/** bh_facts_reader_bind: binds the bounds of the window to a statement of @query */
void bh_facts_reader_bind (BhFactsReader *self, BhStatement *s);

/** bh_facts_reader_run: as bh_figure_query_run(), of the window if there is one; @select has one
 * %s, for the columns of the scopes */
BhStatement *
bh_facts_reader_run (BhFactsReader *self, const char *which, const char *select, GError **error);

/**
 * bh_facts_reader_fill_head:
 * @s: whose columns begin with the id of the ticket and %BH_FACTS_HEAD
 * @scopes: the first column of the scopes
 *
 * Returns: FALSE with @error
 */
gboolean bh_facts_reader_fill_head (
    BhFactsReader *self, BhStatement *s, guint scopes, BhFactsHead *head, GError **error);

G_END_DECLS
