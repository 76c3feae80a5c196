/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-query.h"
#include "insight/bh-ticket-facts.h"

G_BEGIN_DECLS

/** BH_FACTS_ROWS_BETWEEN_CHECKS: how often a reader looks whether it is cancelled. */
#define BH_FACTS_ROWS_BETWEEN_CHECKS 512

/**
 * BhFactsReader:
 * @query: each ticket is a group of its own
 * @scopes: (owned) (element-type BhFilterSql): over the table `ticket` as `k`
 * @scope_sql: (owned): a column for each scope, each with a comma before it
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
} BhFactsReader;

gboolean bh_facts_reader_init (BhFactsReader *self,
                               BhConnection *connection,
                               BhOffice *office,
                               const BhFactsRequest *request,
                               GError **error);
void bh_facts_reader_clear (BhFactsReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhFactsReader, bh_facts_reader_clear)

/** bh_facts_reader_run: as bh_figure_query_run(); @select has one %s, for the columns of the scopes
 */
BhStatement *
bh_facts_reader_run (BhFactsReader *self, const char *which, const char *select, GError **error);
/** bh_facts_reader_get_scopes: Returns: a bit for each scope; @column: the first of them */
guint32 bh_facts_reader_get_scopes (BhFactsReader *self, BhStatement *s, guint column);

G_END_DECLS
