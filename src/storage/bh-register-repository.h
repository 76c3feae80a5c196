/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* The office's lists as rows. Adding functions give the id of the new entry, 0 with @error. */

/** bh_register_load_office: Returns: (transfer full) (nullable): the snapshot */
BhOffice *bh_register_load_office (BhConnection *connection, GError **error);

gint64
bh_register_add_department (BhWork *work, const char *code, const char *name, GError **error);
gint64 bh_register_add_staff (BhWork *work,
                              const char *name,
                              gint64 department_id,
                              BhRole role,
                              const char *phone,
                              GError **error);
gint64 bh_register_add_cause (BhWork *work, const char *code, const char *name, GError **error);
gint64 bh_register_add_channel (
    BhWork *work, const char *code, const char *name, gboolean live, GError **error);
gint64 bh_register_add_category (BhWork *work,
                                 gint64 parent_id,
                                 const char *code,
                                 const char *name,
                                 gint64 department_id,
                                 BhGrade grade,
                                 GError **error);
/**
 * bh_register_rename:
 * @entry: a department, member of staff, channel, cause or category of the register
 * @name: what it is called from now on
 *
 * The default lists are named in the language of whoever made the database.
 *
 * Returns: FALSE with @error
 */
gboolean bh_register_rename (BhWork *work, BhEntry *entry, const char *name, GError **error);
/** bh_register_set_pin: @pin: (nullable): what bh_staff_pin_hash() made. Who may is not asked here.
 * Returns: FALSE with @error */
gboolean bh_register_set_pin (BhWork *work, gint64 staff_id, const char *pin, GError **error);
/** bh_register_add_policy: @policy: its id and version are given here; it is in force from
 * valid_from */
gint64 bh_register_add_policy (BhWork *work, BhPolicy *policy, GError **error);

/**
 * bh_register_add_target:
 * @target: (transfer none): its id is not looked at, its filter is brought to the canonical text
 *
 * Returns: the id, 0 with %BH_DOMAIN_ERROR_INPUT where the filter cannot be read
 */
gint64 bh_register_add_target (BhWork *work, BhTarget *target, GError **error);

/**
 * bh_register_follow_names:
 * @before: the office as it was before something in it got another name
 *
 * Writes the new names into the filters of targets and measures, which then mean the same tickets
 * as before.
 * To be called in the transaction of the change, when bh_work_get_office() has the new names.
 *
 * Returns: FALSE with @error
 */
gboolean bh_register_follow_names (BhWork *work, BhOffice *before, GError **error);

/** bh_register_add_place: @place: id 0; path, community and sort keys are made here. A community
 * without a prefix gets one. */
gint64 bh_register_add_place (BhWork *work, const BhPlace *place, GError **error);

/**
 * bh_register_find_place:
 * @community_id: 0 for any
 * @text: a path ("3栋2单元301"), a path with blanks, slashes or hyphens between its parts
 *   ("滨河花园/3栋/2单元/301", "3-2-301"), or a name that only one place has
 *
 * Returns: id of the place, 0 where none or several match (no error), or 0 with @error
 */
gint64 bh_register_find_place (BhConnection *connection,
                               gint64 community_id,
                               const char *text,
                               GError **error);
BhPlace *bh_register_load_place (BhConnection *connection, gint64 id, GError **error);
/** bh_register_search_places: Returns: (transfer full) (element-type BhPlace): @limit best matches
 * for what somebody types: a beginning of path, of digits, or words contained */
GPtrArray *
bh_register_search_places (BhConnection *connection, const char *text, guint limit, GError **error);
/** bh_register_list_places: Returns: (transfer full) (element-type BhPlace): children of a place in
 * order; 0 gives the communities */
GPtrArray *bh_register_list_places (BhConnection *connection, gint64 parent_id, GError **error);

/** bh_register_add_contact: @phone: (nullable): digits; @room_id: 0 for none */
gint64 bh_register_add_contact (BhWork *work,
                                const char *name,
                                BhContactKind kind,
                                guint care,
                                const char *phone,
                                gint64 room_id,
                                GError **error);
gboolean
bh_register_add_contact_phone (BhWork *work, gint64 contact_id, const char *phone, GError **error);
gboolean
bh_register_add_contact_room (BhWork *work, gint64 contact_id, gint64 room_id, GError **error);
BhContact *bh_register_load_contact (BhConnection *connection, gint64 id, GError **error);
/** bh_register_find_contacts: by whole phone, or by room, or by name in that room; what is NULL or
 * 0 is not asked for. Returns: (transfer full) (element-type BhContact) */
GPtrArray *bh_register_find_contacts (
    BhConnection *connection, const char *phone, gint64 room_id, const char *name, GError **error);
/** bh_register_search_contacts: phone's beginning or last digits, name, pinyin initials */
GPtrArray *bh_register_search_contacts (BhConnection *connection,
                                        const char *text,
                                        guint limit,
                                        GError **error);

G_END_DECLS
