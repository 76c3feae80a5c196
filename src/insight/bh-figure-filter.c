/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-filter.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

/* What a figure asks for: one field has the period; the status and one more narrow it. */
typedef struct
{
  BhFilterField period;
  const char *statuses; /* codes, separated by blanks */
  const char *field;    /* (nullable): code of a further field */
  const char *values;   /* its codes, separated by blanks */
  const char *yes;      /* (nullable): of a part: the field that tells numerator and rest apart */
  const char *counted;  /* its codes of the numerator */
  const char *rest;     /* and of the rest */
} Tickets;

#define COUNTED "open closed"
#define NOT_MERGED COUNTED " withdrawn declined"
#define NOT_VOID NOT_MERGED " merged"

static const Tickets tickets[BH_N_FIGURES] = {
  [BH_FIGURE_RECEIVED] = { BH_FILTER_RECEIVED, NOT_VOID, NULL, NULL },
  [BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS] = { BH_FILTER_RECEIVED, NOT_VOID, NULL, NULL },
  [BH_FIGURE_FINISHED] = { BH_FILTER_FINISHED, COUNTED, NULL, NULL },
  [BH_FIGURE_OPEN_AT_END] = { BH_FILTER_OPEN_AT_END, NOT_MERGED, NULL, NULL },
  [BH_FIGURE_OVERDUE_OPEN_AT_END] = { BH_FILTER_OVERDUE_AT_END, NOT_MERGED, NULL, NULL },
  [BH_FIGURE_RESPONSE_ON_TIME]
  = { BH_FILTER_RECEIVED, NOT_MERGED, "response", "on-time late", "response", "on-time", "late" },
  [BH_FIGURE_COMPLETION_ON_TIME] = { BH_FILTER_RECEIVED, NOT_MERGED, "completion", "on-time late",
                                     "completion", "on-time", "late" },
  [BH_FIGURE_FIRST_ANSWER_ON_TIME] = { BH_FILTER_RECEIVED, NOT_MERGED, "first-answer",
                                       "on-time late", "first-answer", "on-time", "late" },
  [BH_FIGURE_HANDLING_DAYS] = { BH_FILTER_FINISHED, COUNTED, NULL, NULL },
  [BH_FIGURE_RESPONSE_HOURS] = { BH_FILTER_RESPONDED_IN, COUNTED, NULL, NULL },
  [BH_FIGURE_HANDOVER_HOURS] = { BH_FILTER_ACCEPTED_IN, COUNTED, NULL, NULL },
  [BH_FIGURE_REPEAT_SHARE] = { BH_FILTER_RECEIVED, NOT_VOID, NULL, NULL, "repeat", "yes", "no" },
  [BH_FIGURE_REWORK_SHARE] = { BH_FILTER_FINISHED, COUNTED, NULL, NULL, "rework", "yes", "no" },
  [BH_FIGURE_RESOLVED_SHARE] = { BH_FILTER_RECEIVED, NOT_MERGED, NULL, NULL },
  [BH_FIGURE_SIGNOFF_SHARE] = { BH_FILTER_FINISHED, COUNTED, "signoff-due", "yes" },
  [BH_FIGURE_CALLBACK_SHARE] = { BH_FILTER_FINISHED, COUNTED, "callback-due", "yes" },
  [BH_FIGURE_SATISFACTION]
  = { BH_FILTER_SCORED_IN, COUNTED " merged", NULL, NULL, "score", "4 5", "1 2 3" },
  [BH_FIGURE_SATISFACTION_INDEX] = { BH_FILTER_SCORED_IN, COUNTED " merged", NULL, NULL },
  [BH_FIGURE_PROMISE_KEPT]
  = { BH_FILTER_PROMISE_IN, NOT_MERGED, NULL, NULL, "promise", "on-time", "late" },
  [BH_FIGURE_FIRST_TIME_FIX]
  = { BH_FILTER_FINISHED, COUNTED, NULL, NULL, "first-time-fix", "yes", "no" },
  [BH_FIGURE_SUSPENDED_SHARE]
  = { BH_FILTER_RECEIVED, NOT_MERGED, NULL, NULL, "ever-suspended", "yes", "no" },
  [BH_FIGURE_ROUTING_ERROR_SHARE]
  = { BH_FILTER_DISPATCHED_IN, COUNTED, NULL, NULL, "wrong-department", "yes", "no" },
  [BH_FIGURE_REMINDER_SHARE]
  = { BH_FILTER_RECEIVED, NOT_MERGED, NULL, NULL, "reminded", "yes", "no" },
  [BH_FIGURE_EXCEPTION_CLOSE_SHARE]
  = { BH_FILTER_CLOSED, "closed", NULL, NULL, "exception", "yes", "no" },
  [BH_FIGURE_PASS_SHARE]
  = { BH_FILTER_VERDICT_IN, COUNTED, NULL, NULL, "first-verdict", "signed", "refused" },
  [BH_FIGURE_SOLVED_SHARE]
  = { BH_FILTER_CALLED_IN, COUNTED " merged", "solved", "yes no", "solved", "yes", "no" },
  [BH_FIGURE_TIMELY_SHARE]
  = { BH_FILTER_CALLED_IN, COUNTED " merged", "timely", "yes no", "timely", "yes", "no" },
  [BH_FIGURE_POLITE_SHARE]
  = { BH_FILTER_CALLED_IN, COUNTED " merged", "polite", "yes no", "polite", "yes", "no" },
  [BH_FIGURE_STAGE_ON_TIME_DISPATCH] = { BH_FILTER_STAGE_IN, NOT_MERGED, "of-stage", "dispatch" },
  [BH_FIGURE_STAGE_ON_TIME_ACCEPT] = { BH_FILTER_STAGE_IN, NOT_MERGED, "of-stage", "accept" },
  [BH_FIGURE_STAGE_ON_TIME_INVESTIGATE]
  = { BH_FILTER_STAGE_IN, NOT_MERGED, "of-stage", "investigate" },
  [BH_FIGURE_STAGE_ON_TIME_PLAN] = { BH_FILTER_STAGE_IN, NOT_MERGED, "of-stage", "plan" },
  [BH_FIGURE_STAGE_ON_TIME_EXECUTE] = { BH_FILTER_STAGE_IN, NOT_MERGED, "of-stage", "execute" },
  [BH_FIGURE_STAGE_ON_TIME_SIGN] = { BH_FILTER_STAGE_IN, NOT_MERGED, "of-stage", "sign" },
  [BH_FIGURE_STAGE_ON_TIME_CALLBACK] = { BH_FILTER_STAGE_IN, NOT_MERGED, "of-stage", "callback" },
  [BH_FIGURE_STAGE_HOURS_DISPATCH] = { BH_FILTER_STAGE_ENDED_IN, COUNTED, "of-stage", "dispatch" },
  [BH_FIGURE_STAGE_HOURS_ACCEPT] = { BH_FILTER_STAGE_ENDED_IN, COUNTED, "of-stage", "accept" },
  [BH_FIGURE_STAGE_HOURS_INVESTIGATE]
  = { BH_FILTER_STAGE_ENDED_IN, COUNTED, "of-stage", "investigate" },
  [BH_FIGURE_STAGE_HOURS_PLAN] = { BH_FILTER_STAGE_ENDED_IN, COUNTED, "of-stage", "plan" },
  [BH_FIGURE_STAGE_HOURS_EXECUTE] = { BH_FILTER_STAGE_ENDED_IN, COUNTED, "of-stage", "execute" },
  [BH_FIGURE_STAGE_HOURS_SIGN] = { BH_FILTER_STAGE_ENDED_IN, COUNTED, "of-stage", "sign" },
  [BH_FIGURE_STAGE_HOURS_CALLBACK] = { BH_FILTER_STAGE_ENDED_IN, COUNTED, "of-stage", "callback" },
};

/* Joins the filter that grows with one more demand; where both cannot hold, nothing is left. */
typedef struct
{
  BhTicketFilter *filter; /* (owned) */
  gboolean impossible;
} Join;

static gboolean
set_values (Join *join, BhFilterField field, GPtrArray *values, GError **error)
{
  BhTicketFilter *filter;

  if (values->len == 0)
    {
      join->impossible = TRUE;
      return TRUE;
    }

  g_ptr_array_add (values, NULL);
  filter = bh_ticket_filter_with (join->filter, field, (const char *const *) values->pdata, error);
  if (filter == NULL)
    return FALSE;

  bh_ticket_filter_unref (join->filter);
  join->filter = filter;

  return TRUE;
}

static gboolean
contains_code (GArray *codes, int code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_array_index (codes, int, i) == code)
      return TRUE;

  return FALSE;
}

/* Those of @codes that are in @others too. */
static GPtrArray *
intersect_codes (GArray *codes, GArray *others, BhList list)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    {
      int code = g_array_index (codes, int, i);

      if (contains_code (others, code))
        g_ptr_array_add (values, (gpointer) bh_list_get_code (list, code));
    }

  return values;
}

/* Only those of @words remain that @field asked for before; as they were written, where all do. */
static gboolean
join_codes (Join *join, BhFilterField field, const char *words, GError **error)
{
  g_auto (GStrv) wanted = g_strsplit (words, " ", -1);
  g_autoptr (GArray) before = bh_ticket_filter_get_codes (join->filter, field);
  g_autoptr (GArray) codes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (BhTicketFilter) asked
      = bh_ticket_filter_with (join->filter, field, (const char *const *) wanted, error);

  if (asked == NULL)
    return FALSE;

  codes = bh_ticket_filter_get_codes (asked, field);
  values = intersect_codes (codes, before != NULL ? before : codes,
                            bh_filter_field_get_info (field)->list);
  if (before != NULL && values->len == before->len)
    return TRUE;
  if (values->len < codes->len)
    return set_values (join, field, values, error);

  bh_ticket_filter_unref (join->filter);
  join->filter = g_steal_pointer (&asked);

  return TRUE;
}

/* What lies in both periods. */
static gboolean
join_instants (
    Join *join, BhFilterField field, const BhPeriod *period, BhOfficeTime *time, GError **error)
{
  g_autoptr (GArray) before = bh_ticket_filter_get_periods (join->filter, field, time);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const BhPeriod *other = &g_array_index (before, BhPeriod, i);
      BhPeriod both = { MAX (period->from, other->from), MIN (period->to, other->to) };

      if (both.from < both.to)
        g_ptr_array_add (values, bh_filter_format_period (time, &both));
    }
  if (before == NULL)
    g_ptr_array_add (values, bh_filter_format_period (time, period));

  return set_values (join, field, values, error);
}

/* A ticket is open at one instant or at another: there is no value for both. The score of one
 * callback, or the stage that ends, is likewise not that of another. */
static gboolean
join_state (
    Join *join, BhFilterField field, const BhPeriod *period, BhOfficeTime *time, GError **error)
{
  g_autofree char *value = bh_filter_format_period (time, period);
  const char *values[] = { value, NULL };
  const char *const *before = bh_ticket_filter_get (join->filter, field);
  BhTicketFilter *filter = bh_ticket_filter_with (join->filter, field, values, error);

  if (filter == NULL)
    return FALSE;
  if (before != NULL && !g_strv_equal (before, bh_ticket_filter_get (filter, field)))
    {
      bh_ticket_filter_unref (filter);
      return bh_domain_reject_input (
          error, _ ("The filter “%s” asks for another period than the figure. Leave it out."),
          bh_filter_field_get_info (field)->code);
    }

  bh_ticket_filter_unref (join->filter);
  join->filter = filter;

  return TRUE;
}

static gboolean
join_period (
    Join *join, BhFilterField field, const BhPeriod *period, BhOfficeTime *time, GError **error)
{
  if (field == BH_FILTER_OPEN_AT_END || field == BH_FILTER_OVERDUE_AT_END
      || field == BH_FILTER_SCORED_IN || field == BH_FILTER_CALLED_IN
      || (field >= BH_FILTER_STAGE_IN && field <= BH_FILTER_STAGE_ENDED_IN))
    return join_state (join, field, period, time, error);

  return join_instants (join, field, period, time, error);
}

static gboolean
join_field (Join *join, const char *code, const char *words, GError **error)
{
  BhFilterField field;

  if (code == NULL)
    return TRUE;

  return bh_filter_field_find (code, &field) && join_codes (join, field, words, error);
}

/* What is open was never closed. */
static BhTicketFilter *
finish (Join *join, GError **error)
{
  if (join->filter == NULL || !join->impossible)
    return join->filter;

  bh_ticket_filter_unref (join->filter);

  return bh_ticket_filter_parse ("status:open closed:2000-01-01..", error);
}

BhTicketFilter *
bh_figure_filter_narrow (BhTicketFilter *base, BhFilterField field, const char *words)
{
  Join join = { NULL, FALSE };

  g_return_val_if_fail (words != NULL, NULL);

  join.filter = base != NULL ? bh_ticket_filter_ref (base) : bh_ticket_filter_new ();
  if (!join_codes (&join, field, words, NULL))
    g_clear_pointer (&join.filter, bh_ticket_filter_unref);

  return finish (&join, NULL);
}

BhTicketFilter *
bh_figure_filter_narrow_period (BhTicketFilter *base,
                                BhFilterField field,
                                const BhPeriod *period,
                                BhOfficeTime *time)
{
  Join join = { NULL, FALSE };

  g_return_val_if_fail (period != NULL && time != NULL, NULL);

  join.filter = base != NULL ? bh_ticket_filter_ref (base) : bh_ticket_filter_new ();
  if (!join_period (&join, field, period, time, NULL))
    g_clear_pointer (&join.filter, bh_ticket_filter_unref);

  return finish (&join, NULL);
}

static BhTicketFilter *
make (const Tickets *wanted,
      const BhPeriod *period,
      BhOfficeTime *time,
      BhTicketFilter *base,
      GError **error)
{
  Join join = { NULL, FALSE };

  join.filter = base != NULL ? bh_ticket_filter_ref (base) : bh_ticket_filter_new ();
  if (!join_codes (&join, BH_FILTER_STATUS, wanted->statuses, error)
      || !join_period (&join, wanted->period, period, time, error)
      || !join_field (&join, wanted->field, wanted->values, error))
    g_clear_pointer (&join.filter, bh_ticket_filter_unref);

  return finish (&join, error);
}

BhTicketFilter *
bh_figure_filter (BhFigureId figure,
                  const BhPeriod *period,
                  BhOfficeTime *time,
                  BhTicketFilter *base,
                  GError **error)
{
  g_return_val_if_fail ((guint) figure < BH_N_FIGURES, NULL);
  g_return_val_if_fail (period != NULL && time != NULL, NULL);

  return make (&tickets[figure], period, time, base, error);
}

gboolean
bh_figure_has_parts (BhFigureId figure)
{
  g_return_val_if_fail ((guint) figure < BH_N_FIGURES, FALSE);

  return tickets[figure].yes != NULL || tickets[figure].period == BH_FILTER_STAGE_IN;
}

BhTicketFilter *
bh_figure_filter_part (BhFigureId figure,
                       BhFigurePart part,
                       const BhPeriod *period,
                       BhOfficeTime *time,
                       BhTicketFilter *base,
                       GError **error)
{
  gboolean counted = part == BH_FIGURE_PART_NUMERATOR;
  g_autoptr (BhTicketFilter) all = NULL;
  Tickets wanted;
  BhFilterField field;

  g_return_val_if_fail ((guint) figure < BH_N_FIGURES, NULL);
  g_return_val_if_fail (period != NULL && time != NULL, NULL);
  g_return_val_if_fail (part == BH_FIGURE_PART_ALL || bh_figure_has_parts (figure), NULL);

  wanted = tickets[figure];
  /* The same ticket may have one stage in time and another late. */
  if (part != BH_FIGURE_PART_ALL && wanted.yes == NULL)
    wanted.period = counted ? BH_FILTER_STAGE_ON_TIME_IN : BH_FILTER_STAGE_LATE_IN;
  all = make (&wanted, period, time, base, error);
  if (all == NULL || part == BH_FIGURE_PART_ALL || wanted.yes == NULL
      || !bh_filter_field_find (wanted.yes, &field))
    return g_steal_pointer (&all);

  return bh_figure_filter_narrow (all, field, counted ? wanted.counted : wanted.rest);
}
