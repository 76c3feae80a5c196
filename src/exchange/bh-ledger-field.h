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
  BH_LEDGER_NUMBER,
  BH_LEDGER_KIND,
  BH_LEDGER_CHANNEL,
  BH_LEDGER_GRADE,
  BH_LEDGER_CATEGORY,
  BH_LEDGER_SUMMARY,
  BH_LEDGER_DESCRIPTION,
  BH_LEDGER_REPORTER,
  BH_LEDGER_PHONE,
  BH_LEDGER_COMMUNITY,
  BH_LEDGER_BUILDING,
  BH_LEDGER_UNIT,
  BH_LEDGER_ROOM,
  BH_LEDGER_PLACE,
  BH_LEDGER_DEPARTMENT,
  BH_LEDGER_ASSIGNEE,
  BH_LEDGER_RECEIVED,
  BH_LEDGER_RESPONDED,
  BH_LEDGER_RESPONSE_DUE,
  BH_LEDGER_COMPLETION_DUE,
  BH_LEDGER_FINISHED,
  BH_LEDGER_SIGNED,
  BH_LEDGER_CLOSED,
  BH_LEDGER_STATUS,
  BH_LEDGER_OUTCOME,
  BH_LEDGER_SCORE,
  BH_LEDGER_COMMENT,
  BH_LEDGER_REPEAT_OF,
  BH_LEDGER_ROUNDS,
  BH_LEDGER_REMEDY,
  BH_LEDGER_OCCURRED,
  BH_LEDGER_CONCERNS,
  BH_LEDGER_EXTERNAL_NUMBER,
  BH_LEDGER_EXTERNAL_DUE,
} BhLedgerField;

/** BH_N_LEDGER_FIELDS: how many fields there are. */
#define BH_N_LEDGER_FIELDS (BH_LEDGER_EXTERNAL_DUE + 1)

/**
 * BhLedgerFieldType:
 * @BH_LEDGER_TYPE_TEXT: text of one line or several
 * @BH_LEDGER_TYPE_NAME: a name of the office's lists, which stands in many rows
 * @BH_LEDGER_TYPE_LIST: code or label of a closed list
 * @BH_LEDGER_TYPE_TIME: an instant
 * @BH_LEDGER_TYPE_SCORE: 1 to 5, or a word for it
 * @BH_LEDGER_TYPE_COUNT: 1 or more
 * @BH_LEDGER_TYPE_PHONE: one or more phone numbers; as a value, their digits with blanks between
 *
 * What the values of a field are.
 */
typedef enum
{
  BH_LEDGER_TYPE_TEXT,
  BH_LEDGER_TYPE_NAME,
  BH_LEDGER_TYPE_LIST,
  BH_LEDGER_TYPE_TIME,
  BH_LEDGER_TYPE_SCORE,
  BH_LEDGER_TYPE_COUNT,
  BH_LEDGER_TYPE_PHONE,
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
