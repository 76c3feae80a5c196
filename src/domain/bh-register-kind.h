/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-payload.h"
#include "domain/bh-types.h"

G_BEGIN_DECLS

/* What the office's register consists of. One description of each list makes its columns and its
 * form in the window, its check when it is saved, and its columns on the command line. */

/** BhRegisterKind: one list of the register. */
typedef enum
{
  BH_REGISTER_PLACES,
  BH_REGISTER_CONTACTS,
  BH_REGISTER_DEPARTMENTS,
  BH_REGISTER_STAFF,
  BH_REGISTER_CATEGORIES,
  BH_REGISTER_POLICIES,
  BH_REGISTER_TARGETS,
  BH_REGISTER_CHANNELS,
  BH_REGISTER_CAUSES,
} BhRegisterKind;

#define BH_N_REGISTER_KINDS 9

/**
 * BhRegisterFieldType: what a field holds. Its canonical text, as a #BhPayload has it:
 * @BH_REGISTER_FIELD_TEXT: one line
 * @BH_REGISTER_FIELD_PHONE: digits; where the field takes several, joined by ";"
 * @BH_REGISTER_FIELD_NUMBER: a whole number, not negative
 * @BH_REGISTER_FIELD_DECIMAL: "-0.08": with a point in every language
 * @BH_REGISTER_FIELD_DURATION: whole seconds; none is no limit
 * @BH_REGISTER_FIELD_YES_NO: "yes" or "no"; none is no
 * @BH_REGISTER_FIELD_CODE: a code of `list`
 * @BH_REGISTER_FIELD_ENTRY: the decimal id of an entry of the list `of`
 * @BH_REGISTER_FIELD_ENTRIES: decimal ids of entries of the list `of`, each once, smallest first,
 *   joined by blanks
 * @BH_REGISTER_FIELD_FLAGS: codes of `list`, joined by blanks
 * @BH_REGISTER_FIELD_FILTER: text of a ticket filter
 * @BH_REGISTER_FIELD_FIGURE: key of a figure
 * @BH_REGISTER_FIELD_DATE: "2026-10-01"
 */
typedef enum
{
  BH_REGISTER_FIELD_TEXT,
  BH_REGISTER_FIELD_PHONE,
  BH_REGISTER_FIELD_NUMBER,
  BH_REGISTER_FIELD_DECIMAL,
  BH_REGISTER_FIELD_DURATION,
  BH_REGISTER_FIELD_YES_NO,
  BH_REGISTER_FIELD_CODE,
  BH_REGISTER_FIELD_ENTRY,
  BH_REGISTER_FIELD_ENTRIES,
  BH_REGISTER_FIELD_FLAGS,
  BH_REGISTER_FIELD_FILTER,
  BH_REGISTER_FIELD_FIGURE,
  BH_REGISTER_FIELD_DATE,
} BhRegisterFieldType;

/**
 * BhRegisterField: one field of a list's rows.
 * @key: in payloads, JSON and CSV
 * @label: English, to be translated with bh_register_field_get_label()
 * @hint: (nullable): English, one sentence that helps to fill it in; bh_register_field_get_hint()
 * @type: what it holds
 * @list: of CODE and FLAGS: the closed list
 * @of: of ENTRY and ENTRIES: the list that it names an entry of
 * @required: must be filled in
 * @in_list: is a column of the list
 * @fixed: is given when a row is added and never changes
 * @derived: is shown, never entered
 * @several: a PHONE field takes more than one
 * @when: (nullable): key of a CODE field on whose value this one depends
 * @when_codes: (nullable): codes of @when, joined by blanks, with which there is this field
 * @initial: (nullable): canonical text that a new row begins with
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *hint;
  BhRegisterFieldType type;
  BhList list;
  BhRegisterKind of;
  gboolean required;
  gboolean in_list;
  gboolean fixed;
  gboolean derived;
  gboolean several;
  const char *when;
  const char *when_codes;
  const char *initial;
} BhRegisterField;

/**
 * BhRegisterKindInfo: the description of a list.
 * @code: on the command line: "staff"
 * @label: English, to be translated: the list
 * @label_one: English, to be translated: one row of it
 * @fields: (array length=n_fields): in the order of form and columns
 * @tree: rows stand below one another; their field `parent` says where
 */
typedef struct
{
  const char *code;
  const char *label;
  const char *label_one;
  const BhRegisterField *fields;
  guint n_fields;
  gboolean tree;
} BhRegisterKindInfo;

/** bh_register_kind_get_info: Returns: (transfer none): the description of @kind */
const BhRegisterKindInfo *bh_register_kind_get_info (BhRegisterKind kind);
/** bh_register_kind_find: Returns: whether @code is one of the lists' codes; @kind is set then */
gboolean bh_register_kind_find (const char *code, BhRegisterKind *kind);
/** bh_register_kind_find_field: Returns: (transfer none) (nullable): the field with @key */
const BhRegisterField *bh_register_kind_find_field (BhRegisterKind kind, const char *key);
/** bh_register_kind_join_codes: Returns: (transfer full): the codes of all lists, joined by ", " */
char *bh_register_kind_join_codes (void);
/** bh_register_kind_get_label: Returns: (transfer none): the translated name of the list */
const char *bh_register_kind_get_label (BhRegisterKind kind);
/** bh_register_kind_get_label_one: Returns: (transfer none): the translated name of one row */
const char *bh_register_kind_get_label_one (BhRegisterKind kind);

/** bh_register_field_get_label: Returns: (transfer none): translated */
const char *bh_register_field_get_label (const BhRegisterField *field);
/** bh_register_field_get_hint: Returns: (transfer none) (nullable): translated */
const char *bh_register_field_get_hint (const BhRegisterField *field);
/** bh_register_field_applies: Returns: whether a row with @values has this field: only a community
 * has households */
gboolean bh_register_field_applies (const BhRegisterField *field, BhPayload *values);

/** bh_register_kind_new_values: Returns: (transfer full): what a new row begins with */
BhPayload *bh_register_kind_new_values (BhRegisterKind kind);

/** bh_register_place_fits: Returns: whether a place of @kind may stand inside of one of @parent,
 * %BH_PLACE_NONE for the office itself */
gboolean bh_register_place_fits (BhPlaceKind kind, BhPlaceKind parent);

G_END_DECLS
