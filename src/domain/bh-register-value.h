/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-kind.h"

G_BEGIN_DECLS

/**
 * bh_register_value_read:
 * @text: (nullable): what somebody typed, or a canonical text
 *
 * Reads durations with their units only ("4 h", "1 h 30 min", "7 天"), since a bare number does not
 * say what it counts; phones with blanks and hyphens; codes by their label too. Ids are only looked
 * at for being numbers.
 *
 * Returns: (transfer full) (nullable): the canonical text, "" where nothing was entered (no error,
 *   also where @field is required); NULL with %BH_DOMAIN_ERROR_INPUT, naming the field
 */
char *bh_register_value_read (const BhRegisterField *field, const char *text, GError **error);

/**
 * bh_register_value_check:
 * @value: (nullable): canonical text; a duration in seconds is one
 *
 * As bh_register_value_read(), for what comes from a form: durations may be seconds, and a required
 * field must not be empty.
 *
 * Returns: (transfer full) (nullable): the canonical text, or NULL with %BH_DOMAIN_ERROR_INPUT
 */
char *bh_register_value_check (const BhRegisterField *field, const char *value, GError **error);

/**
 * bh_register_value_format:
 * @value: (nullable): canonical text
 *
 * Returns: (transfer full): what people read, in their language: "24 小时", "长者、儿童"; "" for
 *   nothing. Ids stay as they are: rows have their names
 */
char *bh_register_value_format (const BhRegisterField *field, const char *value);

G_END_DECLS
