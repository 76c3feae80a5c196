/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-field.h"

G_BEGIN_DECLS

#define BH_TYPE_INTAKE_FIELDS (bh_intake_fields_get_type ())
G_DECLARE_FINAL_TYPE (BhIntakeFields, bh_intake_fields, BH, INTAKE_FIELDS, GObject)

/**
 * bh_intake_fields_new:
 *
 * The fields of a form by the keys of their inputs, in the order in which they were added. Knows
 * which of them hold what the program filled in rather than what somebody typed.
 *
 * Signal: `changed (const char *key)`: somebody changed a field.
 */
BhIntakeFields *bh_intake_fields_new (void);

/** bh_intake_fields_add: @field: (transfer none): lives in the widget tree, as long as @self is
 * used
 */
void bh_intake_fields_add (BhIntakeFields *self, BhField *field);
/** bh_intake_fields_clear: forgets the fields, since their widgets go */
void bh_intake_fields_clear (BhIntakeFields *self);
/** bh_intake_fields_get: Returns: (transfer none) (nullable): the field of @key */
BhField *bh_intake_fields_get (BhIntakeFields *self, const char *key);
/** bh_intake_fields_get_keys: Returns: (transfer none) (element-type utf8): in order */
GPtrArray *bh_intake_fields_get_keys (BhIntakeFields *self);

/** bh_intake_fields_dup_text: Returns: (transfer full): what the verb takes, "" for nothing */
char *bh_intake_fields_dup_text (BhIntakeFields *self, const char *key);
/** bh_intake_fields_dup_typed: Returns: (transfer full): the same where somebody typed it, "" where
 * it was filled in */
char *bh_intake_fields_dup_typed (BhIntakeFields *self, const char *key);
/** bh_intake_fields_is_empty: Returns: whether all of @keys (ended by %NULL) are empty */
gboolean bh_intake_fields_is_empty (BhIntakeFields *self, const char *const *keys);
/** bh_intake_fields_dup_inputs: Returns: (transfer full): all that is not empty */
BhPayload *bh_intake_fields_dup_inputs (BhIntakeFields *self);
/** bh_intake_fields_set_inputs: puts @inputs into the fields, and nothing into the others; what was
 * wrong with them is forgotten */
void bh_intake_fields_set_inputs (BhIntakeFields *self, BhPayload *inputs);

/** bh_intake_fields_fill: @text: (nullable): fills a field that is empty or was only ever filled
 * like this; what somebody typed stays */
void bh_intake_fields_fill (BhIntakeFields *self, const char *key, const char *text);
/** bh_intake_fields_mark_filled: says that nobody typed what stands in the field */
void bh_intake_fields_mark_filled (BhIntakeFields *self, const char *key);
/** bh_intake_fields_set: @text: (nullable): as if somebody had typed it */
void bh_intake_fields_set (BhIntakeFields *self, const char *key, const char *text);

/**
 * bh_intake_fields_show_errors:
 * @errors: (element-type utf8 utf8): messages by key; fields that are not in it are right
 *
 * Returns: (transfer none) (nullable): the first field that is wrong
 */
BhField *bh_intake_fields_show_errors (BhIntakeFields *self, GHashTable *errors);

G_END_DECLS
