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
 * bh_filter_sql_new:
 * @filter: (nullable): no filter gives "1 = 1"
 * @alias: of the ticket table in the query
 * @first_parameter: number of the first parameter that it may use
 * @now: instant for `overdue`
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
void bh_filter_sql_free (BhFilterSql *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhFilterSql, bh_filter_sql_free)

/** bh_filter_sql_get_condition: Returns: (transfer none): text for WHERE, in brackets */
const char *bh_filter_sql_get_condition (BhFilterSql *self);
/** bh_filter_sql_bind: binds the texts to their parameters */
void bh_filter_sql_bind (BhFilterSql *self, BhStatement *statement);

G_END_DECLS
