/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-language.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

typedef struct
{
  const char *code;
  const char *locale;
} Info;

/* The texts in the sources are English: they are what nothing translates. */
static const Info infos[] = {
  [BH_REPORT_LANGUAGE_PROGRAM] = { NULL, NULL },
  [BH_REPORT_LANGUAGE_ENGLISH] = { "en", "C" },
  [BH_REPORT_LANGUAGE_CHINESE] = { "zh_CN", "zh_CN.UTF-8" },
};

const char *
bh_report_language_get_code (BhReportLanguage language)
{
  g_return_val_if_fail ((guint) language < G_N_ELEMENTS (infos), NULL);

  return infos[language].code;
}

gboolean
bh_report_language_find (const char *code, BhReportLanguage *language)
{
  for (guint i = BH_REPORT_LANGUAGE_ENGLISH; i < G_N_ELEMENTS (infos); i++)
    if (g_strcmp0 (infos[i].code, code) == 0)
      {
        *language = (BhReportLanguage) i;
        return TRUE;
      }

  return FALSE;
}

/* LANGUAGE of the environment comes before the locale, except before that of the sources. */
static gboolean
is_spoken (BhReportLanguage language)
{
  const char *word = "Month";

  return language == BH_REPORT_LANGUAGE_ENGLISH
         || !g_str_equal (g_dpgettext2 (GETTEXT_PACKAGE, "report", word), word);
}

gboolean
bh_report_tongue_init (BhReportTongue *self, BhReportLanguage language, GError **error)
{
  locale_t base;

  g_return_val_if_fail (self != NULL && (guint) language < G_N_ELEMENTS (infos), FALSE);

  *self = (BhReportTongue){ 0 };
  if (language == BH_REPORT_LANGUAGE_PROGRAM)
    return TRUE;

  base = duplocale (uselocale ((locale_t) 0));
  self->own = newlocale (LC_MESSAGES_MASK, infos[language].locale, base);
  if (self->own == (locale_t) 0)
    freelocale (base);
  else
    self->before = uselocale (self->own);
  if (self->own != (locale_t) 0 && is_spoken (language))
    return TRUE;

  bh_report_tongue_clear (self);
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
               _ ("The workbook cannot be written in this language: the system lacks the locale "
                  "%s, or its variable LANGUAGE asks for another."),
               infos[language].locale);
  return FALSE;
}

void
bh_report_tongue_clear (BhReportTongue *self)
{
  if (self->own == (locale_t) 0)
    return;

  uselocale (self->before);
  freelocale (self->own);
  self->own = (locale_t) 0;
}
