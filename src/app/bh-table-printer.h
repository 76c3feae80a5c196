/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"
#include "domain/bh-office-time.h"
#include "domain/bh-register.h"

G_BEGIN_DECLS

/**
 * BhPrintColumn:
 * @key: name in JSON and CSV
 * @label: English heading of the text form, to be translated
 * @right: whether the text form aligns to the right
 */
typedef struct
{
  const char *key;
  const char *label;
  gboolean right;
} BhPrintColumn;

/**
 * BhTablePrinter:
 *
 * Rows on their way to standard output, in any of the three formats: text in columns (a Chinese
 * character takes two places), JSON as an array of objects, CSV with a heading. Rows are printed
 * in blocks as they come, so that a million of them need little memory.
 */
typedef struct _BhTablePrinter BhTablePrinter;

/**
 * bh_table_printer_new:
 * @time: (transfer none) (nullable): for instants
 * @columns: (array length=n_columns): must live as long as the table
 */
BhTablePrinter *bh_table_printer_new (BhFormat format,
                                      BhOfficeTime *time,
                                      const BhPrintColumn *columns,
                                      guint n_columns);
void bh_table_printer_free (BhTablePrinter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTablePrinter, bh_table_printer_free)

/** bh_table_printer_hide_heading: prints text without the line of headings */
void bh_table_printer_hide_heading (BhTablePrinter *self);

/* Each adds the next cell; the row ends with the last column. "No value" is null in JSON and
 * empty otherwise. */
void bh_table_printer_add_text (BhTablePrinter *self, const char *text);
void bh_table_printer_add_int (BhTablePrinter *self, gint64 value);
void bh_table_printer_add_double (BhTablePrinter *self, double value);
void bh_table_printer_add_yes (BhTablePrinter *self, gboolean value);
/** bh_table_printer_add_time: 0 is no value */
void bh_table_printer_add_time (BhTablePrinter *self, gint64 instant);
/** bh_table_printer_add_code: the label in text, else the code; 0 is no value */
void bh_table_printer_add_code (BhTablePrinter *self, BhList list, int value);
/** bh_table_printer_add_entry: @entry: (nullable): its name in text, else its code, where it has
 * one */
void bh_table_printer_add_entry (BhTablePrinter *self, BhEntry *entry);

/** bh_table_printer_end: prints what is left; an empty table prints its heading, or an empty array
 */
void bh_table_printer_end (BhTablePrinter *self);

G_END_DECLS
