/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-measure.h"

G_BEGIN_DECLS

/* What is entered of a measure, as text: the form of the window and the command line set the same
 * fields by the same rules. */

/**
 * BhMeasureFieldType: what a field holds, and how it is written.
 * @BH_MEASURE_FIELD_TEXT: text, of one line
 * @BH_MEASURE_FIELD_LONG_TEXT: text, of any number of lines
 * @BH_MEASURE_FIELD_ENTRY: the name or code of an entry of the office
 * @BH_MEASURE_FIELD_DAY: "2026-10-31"
 * @BH_MEASURE_FIELD_STATE: a code of %BH_LIST_MEASURE_STATE, or its label
 * @BH_MEASURE_FIELD_FILTER: text of a ticket filter
 * @BH_MEASURE_FIELD_FIGURE: key of a figure
 */
typedef enum
{
  BH_MEASURE_FIELD_TEXT,
  BH_MEASURE_FIELD_LONG_TEXT,
  BH_MEASURE_FIELD_ENTRY,
  BH_MEASURE_FIELD_DAY,
  BH_MEASURE_FIELD_STATE,
  BH_MEASURE_FIELD_FILTER,
  BH_MEASURE_FIELD_FIGURE,
} BhMeasureFieldType;

/**
 * BhMeasureField:
 * @key: on the command line, in JSON, and of the history's payload
 * @label: English, to be translated with bh_measure_field_get_label()
 */
typedef struct
{
  const char *key;
  const char *label;
  BhMeasureFieldType type;
} BhMeasureField;

/** bh_measure_fields_list: Returns: (transfer none) (array length=n): all of them, in the order of
 * the form */
const BhMeasureField *bh_measure_fields_list (guint *n);
/** bh_measure_field_find: Returns: (transfer none) (nullable): the field with @key */
const BhMeasureField *bh_measure_field_find (const char *key);
/** bh_measure_field_get_label: Returns: (transfer none): translated */
const char *bh_measure_field_get_label (const BhMeasureField *field);

/**
 * bh_measure_set_field:
 * @self: to be changed; not shared yet
 * @text: (nullable): as typed, nothing empties the field
 *
 * Reads a field. An entry that is retired is taken where the measure has it already.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT
 */
gboolean bh_measure_set_field (BhMeasure *self,
                               BhOffice *office,
                               const BhMeasureField *field,
                               const char *text,
                               GError **error);
/** bh_measure_dup_field: Returns: (transfer full): the field as bh_measure_set_field() reads it, ""
 * for nothing */
char *bh_measure_dup_field (BhMeasure *self, BhOffice *office, const BhMeasureField *field);

/** bh_measure_dup_owner: Returns: (transfer full): who does it: "工程部 李强", one of the two, or
 * "" */
char *bh_measure_dup_owner (BhMeasure *self, BhOffice *office);

G_END_DECLS
