/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/** BhFilterWhereKind: how the values of a field become a condition. */
typedef enum
{
  BH_WHERE_CODE,        /* column holds the number of a closed list, 0 for none */
  BH_WHERE_ENTRY,       /* column holds an id, NULL for none */
  BH_WHERE_PERIOD,      /* column holds an instant */
  BH_WHERE_WITHIN,      /* something lies from @ on and before ? */
  BH_WHERE_AROUND,      /* the same, also of what is still to come */
  BH_WHERE_AT_END,      /* it was so at ?, the end of a period or now */
  BH_WHERE_YES_NO,      /* true or false */
  BH_WHERE_RIPE,        /* its limit can be told, and then that it was kept or not */
  BH_WHERE_WORDS,       /* text contained */
  BH_WHERE_AMONG,       /* is in a list that is chosen by numbers, see append_among() */
  BH_WHERE_INSIDE,      /* a place or what is in it, see bh-filter-place.h */
  BH_WHERE_COMMUNITIES, /* one of its communities' words, see bh-filter-segment.h */
  BH_WHERE_ROLE,        /* depends on what somebody does, see bh-filter-role.h */
} BhFilterWhereKind;

/**
 * BhFilterWhere:
 * @sql: (nullable): has $ for the alias, @ for the beginning of a period, and ? for the pattern of
 *   a text, a number, the end of a period or the present instant; of %BH_WHERE_WITHIN it may end
 *   open, see bh_filter_steps_dup_condition()
 * @kept: (nullable): of %BH_WHERE_RIPE: what is in time
 *
 * What a field asks of the table of tickets.
 */
typedef struct
{
  BhFilterWhereKind kind;
  const char *sql;
  const char *kept;
} BhFilterWhere;

/** bh_filter_where_get: Returns: (transfer none) */
const BhFilterWhere *bh_filter_where_get (BhFilterField field);

G_END_DECLS
