/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-font.h"

#include "base/bh-i18n.h"

const char *
bh_report_font_get_name (void)
{
  /* Translators: name of the font of workbooks: one of Windows with all characters of the language,
   * by its English name, which every program knows what to show instead of. */
  return C_ ("workbook", "Calibri");
}

double
bh_report_font_get_size (void)
{
  /* Translators: size of that font, in points: digits should be 7 pixels wide at 96 dpi. */
  return g_ascii_strtod (C_ ("workbook font size", "11"), NULL);
}
