/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-registry.h"

#include "base/bh-i18n.h"

static const BhFigureInfo figures[] = {
  [BH_FIGURE_RECEIVED] = { "received", NC_ ("figure", "Received"), "",
                           N_ ("Tickets received in the period."), BH_FIGURE_COUNT, 0 },
  [BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS]
  = { "received_per_100_households", NC_ ("figure", "Received per 100 households"), "",
      N_ ("Tickets received in the period times 100, divided by the households of the "
          "communities."),
      BH_FIGURE_MEAN, -1 },
  [BH_FIGURE_FINISHED]
  = { "finished", NC_ ("figure", "Finished"), "",
      N_ ("Tickets finished in the period by a finish that no rework followed."), BH_FIGURE_COUNT,
      1 },
  [BH_FIGURE_OPEN_AT_END]
  = { "open_at_end", NC_ ("figure", "Open at the end"), "",
      N_ ("Tickets received before the end of the period and not closed before it."),
      BH_FIGURE_COUNT, -1 },
  [BH_FIGURE_OVERDUE_OPEN_AT_END]
  = { "overdue_open_at_end", NC_ ("figure", "Overdue at the end"), "",
      N_ ("Tickets open at the end of the period, not finished and past their deadline."),
      BH_FIGURE_COUNT, -1 },
  [BH_FIGURE_RESPONSE_ON_TIME] = { "response_on_time", NC_ ("figure", "Responses on time"), "%",
                                   N_ ("Of the tickets received in the period that have a response "
                                       "deadline and were answered or "
                                       "should have been: the share answered in time."),
                                   BH_FIGURE_SHARE, 1 },
  [BH_FIGURE_COMPLETION_ON_TIME]
  = { "completion_on_time", NC_ ("figure", "Completions on time"), "%",
      N_ ("Of the tickets received in the period that have a "
          "completion deadline and are finished or "
          "should be: the share finished in time."),
      BH_FIGURE_SHARE, 1 },
  [BH_FIGURE_FIRST_ANSWER_ON_TIME]
  = { "first_answer_on_time", NC_ ("figure", "First answers on time"), "%",
      N_ ("Of the tickets received in the period from somebody who waited at the counter or on the "
          "telephone: the share that heard the first words within 2 minutes."),
      BH_FIGURE_SHARE, 1 },
  [BH_FIGURE_HANDLING_DAYS]
  = { "handling_days", NC_ ("figure", "Handling time"), N_ ("d"),
      N_ ("Days from receipt to finish without pauses, of the tickets finished in the period."),
      BH_FIGURE_SPREAD, -1 },
  [BH_FIGURE_RESPONSE_HOURS]
  = { "response_hours", NC_ ("figure", "Response time"), N_ ("h"),
      N_ ("Hours from receipt to response without pauses, of the responses of the period."),
      BH_FIGURE_SPREAD, -1 },
  [BH_FIGURE_HANDOVER_HOURS]
  = { "handover_hours", NC_ ("figure", "Handover time"), N_ ("h"),
      N_ ("Hours from receipt to the first acceptance by a department without pauses, of the first "
          "acceptances of the period."),
      BH_FIGURE_SPREAD, -1 },
  [BH_FIGURE_REPEAT_SHARE]
  = { "repeat_share", NC_ ("figure", "Repeats"), "%",
      N_ ("Of the tickets received in the period: the share that repeats an earlier one."),
      BH_FIGURE_SHARE, -1 },
  [BH_FIGURE_REWORK_SHARE]
  = { "rework_share", NC_ ("figure", "Rework"), "%",
      N_ ("Of the tickets finished in the period: the share that took more than one round."),
      BH_FIGURE_SHARE, -1 },
  [BH_FIGURE_RESOLVED_SHARE]
  = { "resolved_share", NC_ ("figure", "Resolved"), "%",
      N_ ("Of the tickets received in the period: the share that is finished."), BH_FIGURE_SHARE,
      1 },
  [BH_FIGURE_SIGNOFF_SHARE]
  = { "signoff_share", NC_ ("figure", "Signed off"), "%",
      N_ ("Of the complainants who can be asked, of tickets finished in the period, who gave a "
          "verdict or had their time for it: the share that signed."),
      BH_FIGURE_SHARE, 1 },
  [BH_FIGURE_CALLBACK_SHARE] = { "callback_share", NC_ ("figure", "Called back"), "%",
                                 N_ ("Of the complainants to be called back, of tickets finished "
                                     "in the period, who were called "
                                     "or should have been: the share that was reached."),
                                 BH_FIGURE_SHARE, 1 },
  [BH_FIGURE_SATISFACTION]
  = { "satisfaction", NC_ ("figure", "Satisfaction"), "%",
      N_ ("Of the callbacks made in the period that gave a score: the share of 4 or 5 out of 5."),
      BH_FIGURE_SHARE, 1 },
  [BH_FIGURE_SATISFACTION_INDEX]
  = { "satisfaction_index", NC_ ("figure", "Satisfaction index"), "",
      N_ ("Mean score of the callbacks made in the period, times 20: from 20 to 100."),
      BH_FIGURE_MEAN, 1 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (figures) == BH_N_FIGURES);

const BhFigureInfo *
bh_figures_list (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (figures);

  return figures;
}

gboolean
bh_figure_find (const char *key, BhFigureId *figure)
{
  g_return_val_if_fail (figure != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_strcmp0 (figures[i].key, key) == 0)
      {
        *figure = (BhFigureId) i;
        return TRUE;
      }

  return FALSE;
}

const BhFigureInfo *
bh_figure_get_info (BhFigureId figure)
{
  g_return_val_if_fail ((guint) figure < G_N_ELEMENTS (figures), NULL);

  return &figures[figure];
}

gboolean
bh_figure_grows (BhFigureId figure)
{
  return figure == BH_FIGURE_RECEIVED || figure == BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS
         || figure == BH_FIGURE_FINISHED;
}

gboolean
bh_figure_by_find (const char *code, BhFigureBy *by)
{
  static const char *const codes[] = {
    [BH_BY_KIND] = "kind",
    [BH_BY_COMMUNITY] = "community",
    [BH_BY_DEPARTMENT] = "department",
    [BH_BY_CATEGORY] = "category",
    [BH_BY_CHANNEL] = "channel",
    [BH_BY_GRADE] = "grade",
    [BH_BY_MONTH] = "month",
  };

  g_return_val_if_fail (by != NULL, FALSE);

  for (guint i = BH_BY_KIND; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *by = (BhFigureBy) i;
        return TRUE;
      }

  return FALSE;
}
