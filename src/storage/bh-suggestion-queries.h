/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* What an office's past says of a new ticket. Every query reads a bounded number of rows by an
 * index, however many tickets there are. */

/**
 * BhExample:
 *
 * A ticket that was put into a category.
 */
typedef struct
{
  gint64 category_id;
  char *summary;     /* (owned) */
  char *description; /* (owned) (nullable) */
} BhExample;

/**
 * bh_suggestion_list_examples:
 * @since: only those received from this instant on
 * @limit: at most so many
 *
 * Returns: (transfer full) (nullable) (element-type BhExample): the newest first, void ones left
 * out
 */
GPtrArray *
bh_suggestion_list_examples (BhConnection *connection, gint64 since, guint limit, GError **error);

/**
 * BhPastWork:
 * @department_id: who had it last; 0: nobody
 * @staff_id: 0: nobody
 * @finished: whether it was
 * @in_time: whether that was before its deadline, or it had none
 * @rounds: passes through the loop; more than one is rework
 *
 * How it went with one ticket.
 */
typedef struct
{
  gint64 department_id;
  gint64 staff_id;
  gboolean finished;
  gboolean in_time;
  int rounds;
} BhPastWork;

/**
 * bh_suggestion_list_work:
 * @category_id: 0 for tickets without category
 *
 * Returns: (transfer full) (nullable) (element-type BhPastWork): the newest first, those not
 *   dispatched yet and void ones left out
 */
GArray *bh_suggestion_list_work (
    BhConnection *connection, gint64 category_id, gint64 since, guint limit, GError **error);

/** BhLoad: how many tickets somebody holds that are not finished. */
typedef struct
{
  gint64 staff_id;
  guint n_open;
} BhLoad;

/** bh_suggestion_list_loads: Returns: (transfer full) (nullable) (element-type BhLoad): of all who
 * hold any, in order of id */
GArray *bh_suggestion_list_loads (BhConnection *connection, GError **error);

/**
 * BhLikeness:
 *
 * A ticket that may be about the same problem, with what tells.
 */
typedef struct
{
  gint64 id;
  gint64 place_id; /* 0: none of the register */
  gint64 community_id;
  gint64 category_id;
  BhStatus status;
  gint64 received_at;
  gint64 finished_at; /* 0: not */
  char *place_text;   /* (owned) (nullable): where it is in words only */
  char *summary;      /* (owned) */
  char *description;  /* (owned) (nullable) */
} BhLikeness;

void bh_likeness_free (BhLikeness *likeness);

/**
 * bh_suggestion_list_at_place:
 * @since: received from this instant on
 *
 * Returns: (transfer full) (nullable) (element-type BhLikeness): the newest tickets of a place,
 * void and merged ones left out
 */
GPtrArray *bh_suggestion_list_at_place (
    BhConnection *connection, gint64 place_id, gint64 since, guint limit, GError **error);

/** bh_suggestion_list_of_category: the same of a category, wherever they are */
GPtrArray *bh_suggestion_list_of_category (
    BhConnection *connection, gint64 category_id, gint64 since, guint limit, GError **error);

/** bh_suggestion_list_newest: the same of all */
GPtrArray *
bh_suggestion_list_newest (BhConnection *connection, gint64 since, guint limit, GError **error);

G_END_DECLS
