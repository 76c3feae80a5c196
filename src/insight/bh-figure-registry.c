/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-registry.h"

#include "base/bh-i18n.h"

/* The figures of the stages, which differ in their stage alone. */
static const char STAGE_ON_TIME[]
    = N_ ("Of the stages of this kind whose end or deadline, whichever came first, lies in the "
          "period: the share that ended in time.");
static const char STAGE_ON_TIME_FORMULA[]
    = N_ ("stages ended in time ÷ stages that ended or whose deadline has passed");
static const char STAGE_HOURS[]
    = N_ ("Hours from beginning to end without pauses, of the stages of this kind that ended in "
          "the period.");
static const char STAGE_HOURS_FORMULA[] = N_ ("end − beginning − pauses, of each stage");

#define ON_TIME(stage, name)                                                                       \
  {                                                                                                \
    "stage_on_time." stage, name, "%", STAGE_ON_TIME, STAGE_ON_TIME_FORMULA, BH_FIGURE_SHARE, 1,   \
        TRUE                                                                                       \
  }
#define HOURS(stage, name)                                                                         \
  {                                                                                                \
    "stage_hours." stage, name, N_ ("h"), STAGE_HOURS, STAGE_HOURS_FORMULA, BH_FIGURE_SPREAD, -1,  \
        TRUE                                                                                       \
  }

static const BhFigureInfo figures[] = {
  [BH_FIGURE_RECEIVED]
  = { "received", NC_ ("figure", "Received"), "", N_ ("Tickets received in the period."),
      N_ ("tickets received"), BH_FIGURE_COUNT, 0, FALSE },
  [BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS]
  = { "received_per_100_households", NC_ ("figure", "Received per 100 households"), "",
      N_ ("Tickets received in the period times 100, divided by the households of the "
          "communities."),
      N_ ("tickets received × 100 ÷ households"), BH_FIGURE_MEAN, -1, FALSE },
  [BH_FIGURE_FINISHED]
  = { "finished", NC_ ("figure", "Finished"), "",
      N_ ("Tickets finished in the period by a finish that no rework followed."),
      N_ ("tickets finished"), BH_FIGURE_COUNT, 1, FALSE },
  [BH_FIGURE_OPEN_AT_END]
  = { "open_at_end", NC_ ("figure", "Open at the end"), "",
      N_ ("Tickets received before the end of the period and not closed before it."),
      N_ ("tickets received before the end − tickets closed before it"), BH_FIGURE_COUNT, -1,
      FALSE },
  [BH_FIGURE_OVERDUE_OPEN_AT_END]
  = { "overdue_open_at_end", NC_ ("figure", "Overdue at the end"), "",
      N_ ("Tickets open at the end of the period, not finished and past their deadline."),
      N_ ("open tickets, not finished and past their deadline"), BH_FIGURE_COUNT, -1, FALSE },
  [BH_FIGURE_RESPONSE_ON_TIME]
  = { "response_on_time", NC_ ("figure", "Responses on time"), "%",
      N_ ("Of the tickets received in the period that have a response deadline and were answered "
          "or should have been: the share answered in time."),
      N_ ("answered in time ÷ tickets that were answered or whose deadline has passed"),
      BH_FIGURE_SHARE, 1, FALSE },
  [BH_FIGURE_COMPLETION_ON_TIME]
  = { "completion_on_time", NC_ ("figure", "Completions on time"), "%",
      N_ ("Of the tickets received in the period that have a completion deadline and are finished "
          "or should be: the share finished in time."),
      N_ ("finished in time ÷ tickets that are finished or whose deadline has passed"),
      BH_FIGURE_SHARE, 1, FALSE },
  [BH_FIGURE_FIRST_ANSWER_ON_TIME]
  = { "first_answer_on_time", NC_ ("figure", "First answers on time"), "%",
      N_ ("Of the tickets received in the period from somebody who waited at the counter or on the "
          "telephone: the share that heard the first words within 2 minutes."),
      N_ ("answered within 2 minutes ÷ tickets of those who waited"), BH_FIGURE_SHARE, 1, FALSE },
  [BH_FIGURE_PROMISE_KEPT]
  = { "promise_kept", NC_ ("figure", "Promises kept"), "%",
      N_ ("Of the tickets whose promised time lies in the period: the share finished by then."),
      N_ ("finished by the promised time ÷ tickets promised for the period"), BH_FIGURE_SHARE, 1,
      TRUE },
  [BH_FIGURE_HANDLING_DAYS]
  = { "handling_days", NC_ ("figure", "Handling time"), N_ ("d"),
      N_ ("Days from receipt to finish without pauses, of the tickets finished in the period."),
      N_ ("finish − receipt − pauses, of each ticket"), BH_FIGURE_SPREAD, -1, FALSE },
  [BH_FIGURE_RESPONSE_HOURS]
  = { "response_hours", NC_ ("figure", "Response time"), N_ ("h"),
      N_ ("Hours from receipt to response without pauses, of the responses of the period."),
      N_ ("response − receipt − pauses, of each ticket"), BH_FIGURE_SPREAD, -1, FALSE },
  [BH_FIGURE_HANDOVER_HOURS]
  = { "handover_hours", NC_ ("figure", "Handover time"), N_ ("h"),
      N_ ("Hours from receipt to the first acceptance by a department without pauses, of the first "
          "acceptances of the period."),
      N_ ("first acceptance − receipt − pauses, of each ticket"), BH_FIGURE_SPREAD, -1, FALSE },
  [BH_FIGURE_REPEAT_SHARE]
  = { "repeat_share", NC_ ("figure", "Repeats"), "%",
      N_ ("Of the tickets received in the period: the share that repeats an earlier one."),
      N_ ("tickets that repeat another ÷ tickets received"), BH_FIGURE_SHARE, -1, FALSE },
  [BH_FIGURE_REWORK_SHARE]
  = { "rework_share", NC_ ("figure", "Rework"), "%",
      N_ ("Of the tickets finished in the period: the share that took more than one round."),
      N_ ("tickets of more than one round ÷ tickets finished"), BH_FIGURE_SHARE, -1, FALSE },
  [BH_FIGURE_FIRST_TIME_FIX]
  = { "first_time_fix", NC_ ("figure", "Fixed at the first time"), "%",
      N_ ("Of the tickets finished in the period: the share finished in one round that no other "
          "ticket repeated within 30 days."),
      N_ ("tickets of one round, not repeated within 30 days ÷ tickets finished"), BH_FIGURE_SHARE,
      1, TRUE },
  [BH_FIGURE_RESOLVED_SHARE]
  = { "resolved_share", NC_ ("figure", "Resolved"), "%",
      N_ ("Of the tickets received in the period: the share that is finished."),
      N_ ("tickets finished by now ÷ tickets received"), BH_FIGURE_SHARE, 1, FALSE },
  [BH_FIGURE_SUSPENDED_SHARE]
  = { "suspended_share", NC_ ("figure", "Suspended"), "%",
      N_ ("Of the tickets received in the period: the share that was suspended at least once."),
      N_ ("tickets ever suspended ÷ tickets received"), BH_FIGURE_SHARE, -1, TRUE },
  [BH_FIGURE_ROUTING_ERROR_SHARE]
  = { "routing_error_share", NC_ ("figure", "Wrong dispatches"), "%",
      N_ ("Of the tickets first dispatched in the period: the share that was returned or "
          "transferred at least once because it was not for that department."),
      N_ ("tickets sent to a wrong department ÷ tickets first dispatched"), BH_FIGURE_SHARE, -1,
      TRUE },
  [BH_FIGURE_REMINDER_SHARE]
  = { "reminder_share", NC_ ("figure", "Reminded"), "%",
      N_ ("Of the tickets received in the period: the share that somebody had to remind of."),
      N_ ("tickets ever reminded of ÷ tickets received"), BH_FIGURE_SHARE, -1, TRUE },
  [BH_FIGURE_EXCEPTION_CLOSE_SHARE]
  = { "exception_close_share", NC_ ("figure", "Closed by exception"), "%",
      N_ ("Of the tickets closed in the period: the share closed by an approved exception."),
      N_ ("tickets closed by exception ÷ tickets closed"), BH_FIGURE_SHARE, -1, TRUE },
  [BH_FIGURE_PASS_SHARE]
  = { "pass_share", NC_ ("figure", "Passed at the first sign-off"), "%",
      N_ ("Of the tickets whose first verdict was given in the period: the share that was signed "
          "and not refused."),
      N_ ("first verdicts signed ÷ first verdicts"), BH_FIGURE_SHARE, 1, TRUE },
  [BH_FIGURE_SIGNOFF_SHARE]
  = { "signoff_share", NC_ ("figure", "Signed off"), "%",
      N_ ("Of the complainants who can be asked, of tickets finished in the period, who gave a "
          "verdict or had their time for it: the share that signed."),
      N_ ("complainants who signed ÷ those who gave a verdict or whose time has passed"),
      BH_FIGURE_SHARE, 1, FALSE },
  [BH_FIGURE_CALLBACK_SHARE]
  = { "callback_share", NC_ ("figure", "Called back"), "%",
      N_ ("Of the complainants to be called back, of tickets finished in the period, who were "
          "called or should have been: the share that was reached."),
      N_ ("complainants reached ÷ those who were called or whose time has passed"), BH_FIGURE_SHARE,
      1, FALSE },
  [BH_FIGURE_SATISFACTION]
  = { "satisfaction", NC_ ("figure", "Satisfaction"), "%",
      N_ ("Of the callbacks made in the period that gave a score: the share of 4 or 5 out of 5."),
      N_ ("scores of 4 or 5 ÷ scores"), BH_FIGURE_SHARE, 1, FALSE },
  [BH_FIGURE_SATISFACTION_INDEX]
  = { "satisfaction_index", NC_ ("figure", "Satisfaction index"), "",
      N_ ("Mean score of the callbacks made in the period, times 20: from 20 to 100."),
      N_ ("sum of the scores × 20 ÷ scores"), BH_FIGURE_MEAN, 1, FALSE },
  [BH_FIGURE_SOLVED_SHARE]
  = { "solved_share", NC_ ("figure", "Solved, say those called"), "%",
      N_ ("Of the callbacks made in the period that answer the question: the share that says the "
          "matter is solved."),
      N_ ("“solved” ÷ answers to the question"), BH_FIGURE_SHARE, 1, TRUE },
  [BH_FIGURE_TIMELY_SHARE]
  = { "timely_share", NC_ ("figure", "Timely, say those called"), "%",
      N_ ("Of the callbacks made in the period that answer the question: the share that says the "
          "work came in time."),
      N_ ("“in time” ÷ answers to the question"), BH_FIGURE_SHARE, 1, TRUE },
  [BH_FIGURE_POLITE_SHARE]
  = { "polite_share", NC_ ("figure", "Polite, say those called"), "%",
      N_ ("Of the callbacks made in the period that answer the question: the share that says the "
          "manner was good."),
      N_ ("“good manner” ÷ answers to the question"), BH_FIGURE_SHARE, 1, TRUE },
  [BH_FIGURE_STAGE_ON_TIME_DISPATCH] = ON_TIME ("dispatch", NC_ ("figure", "Dispatches on time")),
  [BH_FIGURE_STAGE_ON_TIME_ACCEPT] = ON_TIME ("accept", NC_ ("figure", "Acceptances on time")),
  [BH_FIGURE_STAGE_ON_TIME_INVESTIGATE]
  = ON_TIME ("investigate", NC_ ("figure", "Investigations on time")),
  [BH_FIGURE_STAGE_ON_TIME_PLAN] = ON_TIME ("plan", NC_ ("figure", "Plans on time")),
  [BH_FIGURE_STAGE_ON_TIME_EXECUTE] = ON_TIME ("execute", NC_ ("figure", "Executions on time")),
  [BH_FIGURE_STAGE_ON_TIME_SIGN] = ON_TIME ("sign", NC_ ("figure", "Sign-offs on time")),
  [BH_FIGURE_STAGE_ON_TIME_CALLBACK] = ON_TIME ("callback", NC_ ("figure", "Callbacks on time")),
  [BH_FIGURE_STAGE_HOURS_DISPATCH] = HOURS ("dispatch", NC_ ("figure", "Dispatch time")),
  [BH_FIGURE_STAGE_HOURS_ACCEPT] = HOURS ("accept", NC_ ("figure", "Acceptance time")),
  [BH_FIGURE_STAGE_HOURS_INVESTIGATE] = HOURS ("investigate", NC_ ("figure", "Investigation time")),
  [BH_FIGURE_STAGE_HOURS_PLAN] = HOURS ("plan", NC_ ("figure", "Planning time")),
  [BH_FIGURE_STAGE_HOURS_EXECUTE] = HOURS ("execute", NC_ ("figure", "Execution time")),
  [BH_FIGURE_STAGE_HOURS_SIGN] = HOURS ("sign", NC_ ("figure", "Sign-off time")),
  [BH_FIGURE_STAGE_HOURS_CALLBACK] = HOURS ("callback", NC_ ("figure", "Callback time")),
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

BhFigureSet
bh_figures_get_main (void)
{
  BhFigureSet set = 0;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    set |= figures[i].detail ? 0 : BH_FIGURE_BIT (i);

  return set;
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
    [BH_BY_STAFF] = "person",
    [BH_BY_CAUSE] = "cause",
    [BH_BY_BUILDING] = "building",
    [BH_BY_CITY_TIER] = "city-tier",
    [BH_BY_ESTATE_KIND] = "estate-kind",
    [BH_BY_CARE] = "care",
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
