/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-import-report.h"
#include "exchange/bh-table.h"
#include "storage/bh-check.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhRegisterImport:
 *
 * Brings a list of rooms and the people in them into the register: columns community, building,
 * unit, room, name, phone and kind (owner, tenant, family, other), in English or Chinese. Rooms and
 * people that are there are found again; what is new about them is added.
 */
typedef struct _BhRegisterImport BhRegisterImport;

/**
 * bh_register_import_recognizes:
 * @header: (array zero-terminated=1): the headings of a file
 *
 * Returns: whether it is a list of rooms and people: it has rooms, names or phones, and no time of
 *   receipt
 */
gboolean bh_register_import_recognizes (const char *const *header);

/**
 * bh_register_import_new:
 * @table: (transfer none): stands before its first row; has to outlive the import
 * @progress: (nullable): called in the thread that works
 * @cancellable: (nullable): stops the reading
 *
 * Reads and checks all rows.
 *
 * Returns: (transfer full) (nullable): an import that has not touched the database; %NULL with
 * @error set where the rest of the file cannot be read
 */
BhRegisterImport *bh_register_import_new (BhTable *table,
                                          BhProgressFunc progress,
                                          gpointer user_data,
                                          GCancellable *cancellable,
                                          GError **error);

void bh_register_import_free (BhRegisterImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhRegisterImport, bh_register_import_free)

/**
 * bh_register_import_run:
 * @report: (inout): is filled in
 *
 * Returns: %FALSE with @error set, and the transaction to be rolled back
 */
gboolean bh_register_import_run (BhRegisterImport *self,
                                 BhWork *work,
                                 BhImportReport *report,
                                 GError **error);

/** bh_register_import_get_rejects: Returns: (transfer none): the rows that are no good */
BhRejects *bh_register_import_get_rejects (BhRegisterImport *self);

/** bh_register_import_take_rejects: Returns: (transfer full): the same, for whoever outlives it */
BhRejects *bh_register_import_take_rejects (BhRegisterImport *self);

/** bh_register_import_dup_guess: Returns: (transfer full): which column is what, a line each */
char *bh_register_import_dup_guess (BhRegisterImport *self);

G_END_DECLS
