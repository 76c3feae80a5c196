/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-rejects.h"

G_BEGIN_DECLS

/**
 * BhImportFlags:
 * @BH_IMPORT_DRY_RUN: says what would happen, and leaves the database as it is
 * @BH_IMPORT_FIND_REPEATS: finds out which tickets repeat an earlier one
 */
typedef enum
{
  BH_IMPORT_NORMAL = 0,
  BH_IMPORT_DRY_RUN = 1 << 0,
  BH_IMPORT_FIND_REPEATS = 1 << 1,
} BhImportFlags;

/**
 * BhImportReport:
 * @is_register: whether the file was a list of rooms and people, not of tickets
 * @n_read: rows of the file
 * @n_imported: rows that made something new
 * @n_updated: rows that changed what was there
 * @n_unchanged: rows that say what is known, or are about a ticket that was worked on here
 * @n_rejected: rows that were not taken
 * @guess: (owned) (nullable): which columns were recognised, see bh_ledger_map_describe()
 * @rejects: (owned): the rejected rows, in the order of the file
 *
 * What an import did, or would do.
 */
typedef struct
{
  gboolean is_register;
  guint n_read;
  guint n_imported;
  guint n_updated;
  guint n_unchanged;
  guint n_rejected;
  char *guess;
  BhRejects *rejects;
} BhImportReport;

void bh_import_report_free (BhImportReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhImportReport, bh_import_report_free)

G_END_DECLS
