/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-repository.h"

G_BEGIN_DECLS

/* What the files of the register share. */

/** BH_REGISTER_PLACE_COLUMNS: of `place p`, for bh_register_read_place() */
#define BH_REGISTER_PLACE_COLUMNS                                                                  \
  "p.id, p.kind, p.parent_id, p.community_id, p.name, p.path, p.prefix, p.city_tier,"              \
  " p.estate_kind, p.households, p.steward_id, p.retired"
/** BH_REGISTER_N_PLACE_COLUMNS: how many these are, for queries that add some */
#define BH_REGISTER_N_PLACE_COLUMNS 12

/* How many characters count in the keys that names are sorted by. */
#define BH_REGISTER_NAME_KEY_CHARS 32
#define BH_REGISTER_PATH_KEY_CHARS 48
#define BH_REGISTER_CONTACT_KEY_CHARS 16

/** bh_register_join_path: Returns: (transfer full): Chinese names follow one another as they are;
 * Latin words and numbers keep a blank between */
char *bh_register_join_path (const char *parent, const char *name);

/** bh_register_read_place: Returns: (transfer full): the place of the present row */
BhPlace *bh_register_read_place (BhStatement *row);

/** bh_register_make_digits_key: Returns: (transfer full): the numbers and Latin letters of a path,
 * joined by hyphens: "A栋2单元301" gives "a-2-301" */
char *bh_register_make_digits_key (const char *text);

/** bh_register_split_words: Returns: (transfer full) (element-type utf8): what people type of a
 * place, without what they put between its parts */
GPtrArray *bh_register_split_words (const char *text);

/** bh_register_is_address: "3号楼水管" has a number too, but says more than that. Returns: whether
 * only the words for buildings, units and rooms stand beside the numbers */
gboolean bh_register_is_address (const char *text);

/** bh_register_clean_name: Returns: (transfer full) (nullable): @name without blanks around it, or
 * NULL with %BH_STORAGE_ERROR_INVALID where nothing is left */
char *bh_register_clean_name (const char *name, GError **error);

/**
 * bh_register_check_free:
 * @sql: gives a row where the name is taken; ?1 is @name, ?2 is @id
 *
 * Returns: FALSE with %BH_STORAGE_ERROR_EXISTS
 */
gboolean bh_register_check_free (
    BhConnection *connection, const char *sql, const char *name, gint64 id, GError **error);

G_END_DECLS
