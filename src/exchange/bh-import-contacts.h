/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhImportContacts:
 *
 * The people who stand in an imported file: found in the register, or added to it. Belongs to one
 * transaction.
 */
typedef struct _BhImportContacts BhImportContacts;

BhImportContacts *bh_import_contacts_new (BhWork *work);

void bh_import_contacts_free (BhImportContacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhImportContacts, bh_import_contacts_free)

/**
 * bh_import_contacts_get:
 * @name: (nullable): who it is
 * @phones: (nullable): digits, with a blank between several numbers
 * @room_id: where they live, 0 where that is not known
 * @kind: what somebody new is to the room
 * @id: (out): the contact, 0 where nobody is named nor known by phone
 *
 * Who has the phone and the name, else who has the name in the room; where neither phone nor room
 * is given, somebody of that name without both. Nobody of these is somebody new. What is new about
 * somebody known is added.
 *
 * Returns: %FALSE with @error set on a failure of storage
 */
gboolean bh_import_contacts_get (BhImportContacts *self,
                                 const char *name,
                                 const char *phones,
                                 gint64 room_id,
                                 BhContactKind kind,
                                 gint64 *id,
                                 GError **error);

/** bh_import_contacts_get_n_added: Returns: how many people were added to the register */
guint bh_import_contacts_get_n_added (BhImportContacts *self);

/** bh_import_contacts_get_n_completed: Returns: how often somebody known got a phone or room */
guint bh_import_contacts_get_n_completed (BhImportContacts *self);

G_END_DECLS
