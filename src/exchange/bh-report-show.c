/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-show.h"

#include "domain/bh-mask.h"
#include "exchange/bh-report-private.h"

static char *
dup_masked (BhReportShown what, const char *text)
{
  switch (what)
    {
    case BH_REPORT_SHOWN_NAME:
      return bh_mask_name (text);
    case BH_REPORT_SHOWN_PHONE:
      return bh_mask_phone (text);
    case BH_REPORT_SHOWN_PLACE:
      return bh_mask_place (text);
    case BH_REPORT_SHOWN_TEXT:
      break;
    }

  return NULL;
}

const char *
bh_report_show (BhReport *self, BhReportShown what, const char *text)
{
  if (self->request->profile == BH_REPORT_INTERNAL || text == NULL)
    return text;

  g_free (self->shown);
  self->shown = dup_masked (what, text);

  return self->shown;
}
