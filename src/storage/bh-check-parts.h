/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-check.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

G_BEGIN_DECLS

/* Private to the check: its parts share these. */

/**
 * BhCheck:
 *
 * A check under way, inside of a read transaction.
 */
typedef struct
{
  BhConnection *connection;
  BhOffice *office;
  GPtrArray *problems; /* (element-type utf8) */
  BhProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} BhCheck;

/** bh_check_add: adds a line to what is wrong */
void bh_check_add (BhCheck *check, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** bh_check_file: pages of the file, references between tables */
gboolean bh_check_file (BhCheck *check, GError **error);
/** bh_check_clocks: rows that no history can lead to */
gboolean bh_check_clocks (BhCheck *check, GError **error);
/** bh_check_files: files that histories name, compared with what is beside the database */
gboolean bh_check_files (BhCheck *check, GError **error);
/** bh_check_measures: what meetings decided, compared with its history */
gboolean bh_check_measures (BhCheck *check, GError **error);
/** bh_check_seals: seals compared with the events that are there now */
gboolean bh_check_seals (BhCheck *check, GError **error);
/** bh_check_reports: what was made for the record compared with its hashes and its seal */
gboolean bh_check_reports (BhCheck *check, GError **error);

G_END_DECLS
