/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BH_REPORT_MAX_TEXT: what a cell of a workbook can hold, in UTF-16 units. */
#define BH_REPORT_MAX_TEXT 32767

/**
 * bh_report_text_clean:
 * @text: UTF-8, or nearly
 * @scratch: what is given back may be in it
 *
 * Makes of @text what a cell of a workbook can hold: no control characters but tabs and line feeds,
 * no bytes that are no text, nothing that looks like an escape of the file format, and no more than
 * %BH_REPORT_MAX_TEXT units, the last of which says "…" where text was left out.
 *
 * Returns: (transfer none): @text itself or the text in @scratch
 */
const char *bh_report_text_clean (const char *text, GString *scratch);

G_END_DECLS
