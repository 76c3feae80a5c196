/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-verb-context.h"

G_BEGIN_DECLS

/**
 * bh_verb_place_build:
 * @room_id: (out): the room, 0 where none is named
 *
 * Finds what the inputs `place` and `room` name and fills the payload with place, community and
 * free text. An unknown place stays as text; an unknown room is refused, with what comes near it.
 */
gboolean bh_verb_place_build (BhVerbContext *self, gint64 *room_id, GError **error);

/**
 * bh_verb_contact_build:
 * @name: (nullable): as it was said
 * @phone: (nullable): likewise
 * @room_id: the room of the ticket, 0 for none
 *
 * Finds the person: by @phone, else by @name in the room, else it is added to the register. Fills
 * the payload with id, name and phone.
 */
gboolean bh_verb_contact_build (
    BhVerbContext *self, const char *name, const char *phone, gint64 room_id, GError **error);

G_END_DECLS
