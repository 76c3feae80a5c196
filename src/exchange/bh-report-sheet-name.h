/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BH_REPORT_SHEET_NAME_UNITS: characters of UTF-16 that the name of a sheet can have. */
#define BH_REPORT_SHEET_NAME_UNITS 31

/** bh_report_sheet_names_new: Returns: (transfer full): the names of a workbook, none yet */
GHashTable *bh_report_sheet_names_new (void);

/**
 * bh_report_sheet_name_new:
 * @taken: from bh_report_sheet_names_new(); the name is added
 * @text: anything
 *
 * Makes a name of a sheet that every program takes: not empty, of 31 characters at most, without
 * []:*?/\ and control characters, with no apostrophe at its ends, not "History", which is kept for
 * the history of changes, and not that of another sheet, however it is written. See Microsoft,
 * "Rename a worksheet".
 *
 * Returns: (transfer full): @text itself where it is one
 */
char *bh_report_sheet_name_new (GHashTable *taken, const char *text);

G_END_DECLS
