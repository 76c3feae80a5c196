/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-report-words.h"

#include "app/bh-commands.h"
#include "base/bh-i18n.h"
#include "exchange/bh-report-language.h"
#include "exchange/bh-report-plan.h"

void
bh_report_words_clear (BhReportWords *words)
{
  g_free (words->kind);
  g_free (words->language);
  g_free (words->profile);
  g_free (words->sheets);
}

/* "hot-spots": the English name of a sheet as a word. */
static char *
dup_sheet_word (const BhReportSheetInfo *info)
{
  return g_strdelimit (g_ascii_strdown (info->name, -1), " ", '-');
}

/* Returns: (transfer full): the words of those of @sheets */
static char *
dup_sheet_words (guint32 sheets, const char *separator)
{
  guint n;
  const BhReportSheetInfo *infos = bh_report_sheets_list (&n);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = dup_sheet_word (&infos[i]);

      if ((sheets & BH_REPORT_SHEET_BIT (infos[i].id)) != 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "", word);
    }

  return g_string_free (words, FALSE);
}

/* Adds the sheet that is called @word to @sheets. Returns: FALSE with %BH_USAGE_ERROR */
static gboolean
add_sheet (const char *word, guint32 *sheets, GError **error)
{
  guint n;
  const BhReportSheetInfo *infos = bh_report_sheets_list (&n);
  g_autofree char *known = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *one = dup_sheet_word (&infos[i]);

      if (!g_str_equal (one, word))
        continue;
      *sheets |= BH_REPORT_SHEET_BIT (infos[i].id);
      return TRUE;
    }

  known = dup_sheet_words (G_MAXUINT32, ", ");

  return bh_usage_fail (error, _ ("There is no sheet “%s”; there are: %s."), word, known);
}

static gboolean
read_sheets (const char *text, guint32 *sheets, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!add_sheet (g_strstrip (words[i]), sheets, error))
      return FALSE;

  return TRUE;
}

gboolean
bh_report_words_read (const BhReportWords *words, BhReportRequest *request, GError **error)
{
  g_return_val_if_fail (words != NULL && request != NULL, FALSE);

  if (words->kind != NULL && !bh_report_kind_find (words->kind, &request->kind))
    return bh_usage_fail (error, _ ("--kind is month, quarter or year, not “%s”."), words->kind);
  if (words->language != NULL && !bh_report_language_find (words->language, &request->language))
    return bh_usage_fail (error, _ ("--language is en or zh_CN, not “%s”."), words->language);
  if (words->profile != NULL && !bh_report_profile_find (words->profile, &request->profile))
    return bh_usage_fail (error, _ ("--profile is internal or public, not “%s”."), words->profile);

  return words->sheets == NULL || read_sheets (words->sheets, &request->sheets, error);
}

char *
bh_report_words_dup_sheets (guint32 sheets)
{
  return sheets != 0 ? dup_sheet_words (sheets, ",") : NULL;
}
