/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhImportPlaces:
 *
 * The buildings, units and rooms that stand in an imported file: found in the register, or added to
 * it. Belongs to one transaction.
 */
typedef struct _BhImportPlaces BhImportPlaces;

BhImportPlaces *bh_import_places_new (BhWork *work);

void bh_import_places_free (BhImportPlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhImportPlaces, bh_import_places_free)

/**
 * bh_import_places_get:
 * @community_id: the community, not 0
 * @building: (nullable): a name
 * @unit: (nullable): a name
 * @room: (nullable): a name, or all in one ("3-2-301")
 * @id: (out): the innermost place that is named, 0 where none is
 *
 * Returns: %FALSE with @error set on a failure of storage
 */
gboolean bh_import_places_get (BhImportPlaces *self,
                               gint64 community_id,
                               const char *building,
                               const char *unit,
                               const char *room,
                               gint64 *id,
                               GError **error);

/**
 * bh_import_places_find:
 * @text: where it was, in words
 * @id: (out): the place of the register which has that name, 0 for none
 *
 * Returns: %FALSE with @error set on a failure of storage
 */
gboolean bh_import_places_find (
    BhImportPlaces *self, gint64 community_id, const char *text, gint64 *id, GError **error);

/** bh_import_places_get_n_added: Returns: how many places were added to the register */
guint bh_import_places_get_n_added (BhImportPlaces *self);

G_END_DECLS
