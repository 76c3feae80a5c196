/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhImportNames:
 *
 * The names that stand in an imported file, as entries of the office's lists: found there, or added
 * to them. Each name is looked for once. Belongs to one transaction.
 *
 * Functions return %FALSE with @error set on a failure of storage only; the id of no name is 0.
 */
typedef struct _BhImportNames BhImportNames;

/**
 * bh_import_names_new:
 * @work: (transfer none): has to outlive the names
 *
 * Returns: (transfer full) (nullable): %NULL with @error set where the office cannot be read
 */
BhImportNames *bh_import_names_new (BhWork *work, GError **error);

void bh_import_names_free (BhImportNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhImportNames, bh_import_names_free)

/** bh_import_names_get_channel: @name: (nullable): code or name */
gboolean
bh_import_names_get_channel (BhImportNames *self, const char *name, gint64 *id, GError **error);

/** bh_import_names_get_department: @name: (nullable): code or name */
gboolean
bh_import_names_get_department (BhImportNames *self, const char *name, gint64 *id, GError **error);

/** bh_import_names_get_staff: @name: (nullable); @department_id: of somebody new */
gboolean bh_import_names_get_staff (
    BhImportNames *self, const char *name, gint64 department_id, gint64 *id, GError **error);

/**
 * bh_import_names_get_category:
 * @path: (nullable): code, name, or the path of a category: its levels with
 *   %BH_LEDGER_PATH_SEPARATOR between them, or else with a slash
 */
gboolean
bh_import_names_get_category (BhImportNames *self, const char *path, gint64 *id, GError **error);

/** bh_import_names_get_community: @name: (nullable) */
gboolean
bh_import_names_get_community (BhImportNames *self, const char *name, gint64 *id, GError **error);

/** bh_import_names_get_only_community: Returns: the community of an office that has just one, or 0
 */
gint64 bh_import_names_get_only_community (BhImportNames *self);

G_END_DECLS
