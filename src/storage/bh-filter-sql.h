/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BhFilterSql:
 *
 * A filter as a condition over the table `ticket` under an alias: numbers are written into the
 * text, texts are parameters. Used by lists and figures alike.
 */
typedef struct _BhFilterSql BhFilterSql;

/**
 * BH_SQL_CALLER_WAITED:
 * @t: alias of the ticket table, a literal
 *
 * Whether the caller waited for the first answer: at the counter or on the telephone, and entered
 * while they spoke. What was noted on paper and entered later had nobody who waited; half an hour
 * is longer than anybody stays on the line.
 */
#define BH_SQL_CALLER_WAITED(t)                                                                    \
  t ".origin = 1 AND " t ".channel_id IN (SELECT id FROM channel WHERE live = 1)"                  \
    " AND (" t ".first_answer_at IS NOT NULL"                                                      \
    " OR " t ".recorded_at - " t ".received_at < 1800000000)"

/**
 * bh_filter_sql_new:
 * @filter: (nullable): no filter gives "1 = 1"
 * @alias: of the ticket table in the query
 * @first_parameter: number of the first parameter that it may use
 * @now: instant for `overdue` and all that is told as of now
 *
 * Returns: (transfer full) (nullable): NULL with %BH_DOMAIN_ERROR_INPUT for a name the office has
 * not
 */
BhFilterSql *bh_filter_sql_new (BhTicketFilter *filter,
                                BhOffice *office,
                                const char *alias,
                                guint first_parameter,
                                gint64 now,
                                GError **error);

/**
 * bh_filter_sql_new_compared:
 *
 * Likewise for figures, which find their tickets by instants: to which department, category and so
 * on these belong is compared and not searched for. An index of one of them leads to a large part
 * of all tickets, each of which is read from the table then, where an index of instants has all
 * columns.
 *
 * Returns: (transfer full) (nullable): as bh_filter_sql_new()
 */
BhFilterSql *bh_filter_sql_new_compared (BhTicketFilter *filter,
                                         BhOffice *office,
                                         const char *alias,
                                         guint first_parameter,
                                         gint64 now,
                                         GError **error);
void bh_filter_sql_free (BhFilterSql *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhFilterSql, bh_filter_sql_free)

/** bh_filter_sql_get_condition: Returns: (transfer none): text for WHERE, in brackets */
const char *bh_filter_sql_get_condition (BhFilterSql *self);
/** bh_filter_sql_searches: Returns: whether an index leads to what passes, as to the tickets of a
 * place: then each statement looks at all of these, and few statements are better than many */
gboolean bh_filter_sql_searches (BhFilterSql *self);
/** bh_filter_sql_bind: binds the texts to their parameters */
void bh_filter_sql_bind (BhFilterSql *self, BhStatement *statement);

G_END_DECLS
