/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BhWarningNote:
 * @threshold: percent of the clock's limit that have run
 * @at: when it was told
 * @due: deadline of the clock, 0 where it is not known any more
 * @staff_id: who has the ticket, 0 for nobody in particular
 *
 * A warning in the words of a list: which ticket, which clock, who has it.
 */
typedef struct
{
  gint64 ticket_id;
  char *number;  /* (owned) */
  char *summary; /* (owned) */
  BhClockKind clock;
  int threshold;
  gint64 at;
  gint64 due;
  gint64 staff_id;
  gint64 department_id;
} BhWarningNote;

void bh_warning_note_free (BhWarningNote *note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhWarningNote, bh_warning_note_free)

/** bh_warning_list_due: Returns: (transfer full) (nullable) (element-type gint64): tickets of which
 * something must be told at @at, or that come back from a suspension by then, twice where it is
 * both; the others are not read */
GArray *bh_warning_list_due (BhConnection *connection, gint64 at, GError **error);

/**
 * bh_warning_load_notes:
 * @since: only what was told at or after it
 * @staff_id: only what this person has, or nobody in particular of @department_id; 0: everything
 * @limit: at most so many
 *
 * Warnings of clocks that still run, of each clock the last one.
 *
 * Returns: (transfer full) (nullable) (element-type BhWarningNote): the newest first
 */
GPtrArray *bh_warning_load_notes (BhConnection *connection,
                                  gint64 since,
                                  gint64 staff_id,
                                  gint64 department_id,
                                  guint limit,
                                  GError **error);

/** bh_warning_get_last_due: @due: (out): the latest completion deadline of an open ticket, 0: none.
 * Returns: FALSE with @error */
gboolean bh_warning_get_last_due (BhConnection *connection, gint64 *due, GError **error);

/** bh_warning_renew: works out when tickets are told of next that a migration left open, in one
 * transaction. Returns: FALSE with @error */
gboolean bh_warning_renew (BhConnection *connection, BhOffice *office, GError **error);

G_END_DECLS
