/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-steps.h"

/* What else is asked of the step that a period is about. */
static const struct
{
  BhFilterField period;
  BhFilterField field;
  const char *column;
} asked[] = {
  { BH_FILTER_CALLED_IN, BH_FILTER_SOLVED, "c.solved" },
  { BH_FILTER_CALLED_IN, BH_FILTER_TIMELY, "c.timely" },
  { BH_FILTER_CALLED_IN, BH_FILTER_POLITE, "c.polite" },
  { BH_FILTER_CALLED_IN, BH_FILTER_SCORE, "c.score" },
  { BH_FILTER_VERDICT_IN, BH_FILTER_VERDICT, "o.verdict" },
  { BH_FILTER_STAGE_IN, BH_FILTER_OF_STAGE, "s.stage" },
  { BH_FILTER_STAGE_ON_TIME_IN, BH_FILTER_OF_STAGE, "s.stage" },
  { BH_FILTER_STAGE_LATE_IN, BH_FILTER_OF_STAGE, "s.stage" },
  { BH_FILTER_STAGE_ENDED_IN, BH_FILTER_OF_STAGE, "s.stage" },
};

static void
append_codes (GString *out, const char *column, GArray *codes)
{
  g_string_append_printf (out, " AND %s IN (", column);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (out, "%s%d", i > 0 ? ", " : "", g_array_index (codes, int, i));
  g_string_append_c (out, ')');
}

char *
bh_filter_steps_dup_condition (BhTicketFilter *filter, BhFilterField field, const char *sql)
{
  GString *out = g_string_new (sql);
  gboolean open = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (GArray) codes
          = asked[i].period == field ? bh_ticket_filter_get_codes (filter, asked[i].field) : NULL;

      open = open || asked[i].period == field;
      if (codes != NULL)
        append_codes (out, asked[i].column, codes);
    }
  if (open)
    g_string_append_c (out, ')');

  return g_string_free (out, FALSE);
}
