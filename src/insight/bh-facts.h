/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* What stands behind the figures, row by row, from the same SQL as the figures: whoever sums the
 * facts of a month gets the figures of that month. */

/** BH_FACTS_MAX_MONTHS: for how many month ends a ticket can say whether it was open. */
#define BH_FACTS_MAX_MONTHS 32
/** BH_FACTS_MAX_SCOPES: each has a bit and its part of the parameters of a query. */
#define BH_FACTS_MAX_SCOPES 32

/**
 * BhFactsRequest:
 * @period: the whole time that is looked at: tickets that were received, responded to, accepted,
 *   finished, closed, called back or open in it
 * @as_of: what happened at or after it is not known
 * @filter: (nullable): resolved
 * @months: (array length=n_months): months for which it is told what was open at their end
 * @scopes: (array length=n_scopes): further filters, at most %BH_FACTS_MAX_SCOPES
 * @with_care: whether @care of the head is asked for
 */
typedef struct
{
  BhPeriod period;
  gint64 as_of;
  BhTicketFilter *filter;
  const BhPeriod *months;
  guint n_months;
  BhTicketFilter *const *scopes;
  guint n_scopes;
  gboolean with_care;
} BhFactsRequest;

/**
 * BhFactsHead:
 * @number: the ticket's; texts are valid until the next row
 * @place_id: 0 where the register does not know the place
 * @building: (nullable): "community/path", as the groups by building are called
 * @weekday: of its receipt, in office time: 1 Monday to 7 Sunday
 * @hour: likewise, 0 to 23
 * @scopes: bit i: it passes the i-th filter of #BhFactsRequest.scopes
 * @care: marks of those who raised it, as filters by them find them; 0 where nobody asked
 *
 * What a ticket is grouped by, as it is called today.
 */
typedef struct
{
  const char *number;
  BhKind kind;
  BhGrade grade;
  gint64 channel_id;
  gint64 category_id;
  gint64 community_id;
  gint64 department_id;
  gint64 staff_id;
  gint64 cause_id;
  gint64 place_id;
  const char *building;
  int weekday;
  int hour;
  guint32 scopes;
  BhCare care;
} BhFactsHead;

G_END_DECLS
