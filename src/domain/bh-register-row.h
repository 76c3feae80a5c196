/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "domain/bh-register-kind.h"

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_ROW (bh_register_row_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterRow, bh_register_row, BH, REGISTER_ROW, GObject)

/**
 * BhRegisterRow:
 *
 * One row of a list of the register as it was read. Read only.
 */

/**
 * bh_register_row_new:
 * @id: 0 for a row that is not saved
 * @values: (transfer none): canonical texts by key of field; not to be changed any more
 * @names: (nullable) (transfer none): by key of field, what people read where that does not follow
 *   from the value: names of entries
 */
BhRegisterRow *bh_register_row_new (
    BhRegisterKind kind, gint64 id, gboolean retired, BhPayload *values, BhPayload *names);

/** bh_register_row_new_for_entry: Returns: (transfer full): the row of a department, a member of
 * staff, a channel, a cause, a category or a target */
BhRegisterRow *bh_register_row_new_for_entry (BhOffice *office, BhEntry *entry);
/** bh_register_row_new_for_policy: Returns: (transfer full): the row of a version of a policy */
BhRegisterRow *bh_register_row_new_for_policy (BhOffice *office, BhPolicy *policy);
/** bh_register_row_new_for_place: @parent: (nullable): path of what it stands in, "" for none;
 * @n_inside: how many places stand directly in it */
BhRegisterRow *bh_register_row_new_for_place (BhOffice *office,
                                              BhPlace *place,
                                              const char *parent,
                                              gint64 n_inside);
/**
 * bh_register_row_new_for_contact:
 * @phones: (nullable): all of them, joined by ";"
 * @community_id: of the first room, 0 for none
 * @community: (nullable): its name
 * @room: (nullable): what people call the first room
 */
BhRegisterRow *bh_register_row_new_for_contact (BhContact *contact,
                                                gboolean retired,
                                                const char *phones,
                                                gint64 community_id,
                                                const char *community,
                                                const char *room);

BhRegisterKind bh_register_row_get_kind (BhRegisterRow *self);
gint64 bh_register_row_get_id (BhRegisterRow *self);
/** bh_register_row_is_retired: Returns: whether it is only kept for the history */
gboolean bh_register_row_is_retired (BhRegisterRow *self);
/** bh_register_row_get_values: Returns: (transfer none): canonical texts by key of field; copy them
 * to change them and save */
BhPayload *bh_register_row_get_values (BhRegisterRow *self);
/** bh_register_row_dup_text: Returns: (transfer full): what people read in @field; "" for nothing,
 * and where the row has no such field */
char *bh_register_row_dup_text (BhRegisterRow *self, const BhRegisterField *field);
/** bh_register_row_dup_title: Returns: (transfer full): what the row is called in a sentence: its
 * name, for a policy category and grade, for a target its year */
char *bh_register_row_dup_title (BhRegisterRow *self);

G_END_DECLS
