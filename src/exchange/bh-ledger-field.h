/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhLedgerField:
 *
 * What a column of a ledger can mean; the fields of command-line.md, in its order.
 */
typedef enum
{
  BH_FIELD_NUMBER,
  BH_FIELD_KIND,
  BH_FIELD_CHANNEL,
  BH_FIELD_GRADE,
  BH_FIELD_CATEGORY,
  BH_FIELD_SUMMARY,
  BH_FIELD_DESCRIPTION,
  BH_FIELD_REPORTER,
  BH_FIELD_PHONE,
  BH_FIELD_COMMUNITY,
  BH_FIELD_BUILDING,
  BH_FIELD_UNIT,
  BH_FIELD_ROOM,
  BH_FIELD_PLACE,
  BH_FIELD_DEPARTMENT,
  BH_FIELD_ASSIGNEE,
  BH_FIELD_RECEIVED,
  BH_FIELD_RESPONDED,
  BH_FIELD_RESPONSE_DUE,
  BH_FIELD_COMPLETION_DUE,
  BH_FIELD_FINISHED,
  BH_FIELD_SIGNED,
  BH_FIELD_CLOSED,
  BH_FIELD_STATUS,
  BH_FIELD_OUTCOME,
  BH_FIELD_SCORE,
  BH_FIELD_COMMENT,
  BH_FIELD_REPEAT_OF,
  BH_FIELD_ROUNDS,
  BH_FIELD_REMEDY,
  BH_FIELD_OCCURRED,
  BH_FIELD_CONCERNS,
  BH_FIELD_EXTERNAL_NUMBER,
  BH_FIELD_EXTERNAL_DUE,
} BhLedgerField;

/** BH_N_FIELDS: how many fields there are. */
#define BH_N_FIELDS (BH_FIELD_EXTERNAL_DUE + 1)

/**
 * BhLedgerFieldType:
 * @BH_FIELD_TYPE_TEXT: text of one line or several
 * @BH_FIELD_TYPE_NAME: a name of the office's lists, which stands in many rows
 * @BH_FIELD_TYPE_LIST: code or label of a closed list
 * @BH_FIELD_TYPE_TIME: an instant
 * @BH_FIELD_TYPE_SCORE: 1 to 5, or a word for it
 * @BH_FIELD_TYPE_COUNT: 1 or more
 * @BH_FIELD_TYPE_PHONE: one or more phone numbers; as a value, their digits with blanks between
 *
 * What the values of a field are.
 */
typedef enum
{
  BH_FIELD_TYPE_TEXT,
  BH_FIELD_TYPE_NAME,
  BH_FIELD_TYPE_LIST,
  BH_FIELD_TYPE_TIME,
  BH_FIELD_TYPE_SCORE,
  BH_FIELD_TYPE_COUNT,
  BH_FIELD_TYPE_PHONE,
} BhLedgerFieldType;

/** bh_ledger_field_get_value_type: Returns: what the values of @field are */
BhLedgerFieldType bh_ledger_field_get_value_type (BhLedgerField field);

/**
 * bh_ledger_field_get_code:
 *
 * Returns: (transfer none): the name of @field in maps, `response-due`
 */
const char *bh_ledger_field_get_code (BhLedgerField field);

/**
 * bh_ledger_field_find:
 * @code: the name of a field in maps
 * @field: (out): the field
 *
 * Returns: whether there is such a field
 */
gboolean bh_ledger_field_find (const char *code, BhLedgerField *field);

/**
 * bh_ledger_field_join_codes:
 *
 * Returns: (transfer full): all names, joined by ", ", for error texts
 */
char *bh_ledger_field_join_codes (void);

/**
 * bh_ledger_field_recognize:
 * @header: the heading of a column
 * @field: (out): what it means
 *
 * Knows the field by the headings that offices commonly use, in English and Chinese. Case, blanks,
 * punctuation and remarks in brackets do not matter.
 *
 * Returns: 0 where the heading is unknown; otherwise its weight, where a lower one is the more
 *   certain when several columns could mean the same
 */
guint bh_ledger_field_recognize (const char *header, BhLedgerField *field);

/**
 * bh_ledger_heading_matches:
 * @header: the heading of a column
 * @names: names without blanks, in lower case, joined by "|"
 *
 * Compares as bh_ledger_field_recognize() does.
 *
 * Returns: 0 where @header is none of @names; otherwise its place among them, from 1
 */
guint bh_ledger_heading_matches (const char *header, const char *names);

G_END_DECLS
