/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-stage-steps.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-due-explain.h"

static BhStage *
find_last_stage (BhTicket *ticket, BhStageKind kind)
{
  for (guint i = ticket->stages->len; i > 0; i--)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i - 1);

      if (stage->round == ticket->round && stage->stage == kind)
        return stage;
    }

  return NULL;
}

static BhStepState
get_state (BhStage *stage)
{
  if (stage == NULL)
    return BH_STEP_STATE_AHEAD;

  switch (stage->outcome)
    {
    case BH_OUTCOME_NONE:
      return BH_STEP_STATE_RUNNING;
    case BH_OUTCOME_DONE:
    case BH_OUTCOME_UNREACHED:
      return BH_STEP_STATE_DONE;
    case BH_OUTCOME_SKIPPED:
      return BH_STEP_STATE_SKIPPED;
    case BH_OUTCOME_RETURNED:
    case BH_OUTCOME_TRANSFERRED:
    case BH_OUTCOME_REFUSED:
    case BH_OUTCOME_STOPPED:
    case BH_OUTCOME_MERGED:
      return BH_STEP_STATE_BROKEN;
    }

  g_return_val_if_reached (BH_STEP_STATE_AHEAD);
}

/* How long a stage took or takes, without its pauses. */
static gint64
get_seconds (BhStage *stage, gint64 now)
{
  gint64 end = stage->done_at != 0 ? stage->done_at : now;

  return MAX ((end - stage->started_at) / BH_USEC_PER_SEC - stage->paused, 0);
}

/* A step is narrow. */
static char *
dup_running_time (BhStage *stage, gint64 now)
{
  g_autofree char *over = NULL;

  if (stage->due_at == 0)
    return bh_present_duration (get_seconds (stage, now));
  if (now < stage->due_at)
    return bh_present_time_left (now, stage->due_at);
  over = bh_present_duration ((now - stage->due_at) / BH_USEC_PER_SEC);

  /* Translators: by how much a deadline is passed, in the narrowest place: one character at most */
  return g_strdup_printf (_ ("+%s"), over);
}

static char *
dup_time (BhStage *stage, BhStepState state, gint64 now)
{
  switch (state)
    {
    case BH_STEP_STATE_RUNNING:
      return dup_running_time (stage, now);
    case BH_STEP_STATE_DONE:
    case BH_STEP_STATE_BROKEN:
      return bh_present_duration (get_seconds (stage, now));
    case BH_STEP_STATE_AHEAD:
    case BH_STEP_STATE_SKIPPED:
      return g_strdup ("");
    }

  g_return_val_if_reached (g_strdup (""));
}

static void
append_instant (GString *out, BhOffice *office, const char *format, gint64 instant)
{
  g_autofree char *time = bh_office_time_format (bh_office_get_time (office), instant);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *line = g_strjoinv (time, parts);

  if (instant == 0)
    return;
  g_string_append_c (out, '\n');
  g_string_append (out, line);
}

static void
append_holder (GString *out, BhOffice *office, BhStage *stage)
{
  const char *department = bh_office_get_name (office, BH_TYPE_DEPARTMENT, stage->department_id);
  const char *holder = bh_office_get_name (office, BH_TYPE_STAFF, stage->holder_id);

  if (*department != '\0' || *holder != '\0')
    g_string_append_printf (out, "\n%s %s", department, holder);
}

static gboolean
is_late (BhStage *stage)
{
  return stage->done_at != 0 && stage->due_at != 0 && stage->done_at > stage->due_at;
}

static char *
dup_explanation (BhTicket *ticket, BhStageKind kind, BhStage *stage, BhOffice *office)
{
  g_autofree char *sum = NULL;
  GString *out = g_string_new (bh_list_get_label (BH_LIST_STAGE, (int) kind));

  if (stage == NULL)
    {
      g_string_append_printf (out, "\n%s", _ ("Not yet reached"));
      return g_string_free (out, FALSE);
    }
  if (stage->outcome != BH_OUTCOME_NONE)
    g_string_append_printf (out, "\n%s", bh_list_get_label (BH_LIST_OUTCOME, (int) stage->outcome));
  if (is_late (stage))
    g_string_append_printf (out, "\n%s", _ ("After its deadline"));
  append_holder (out, office, stage);
  append_instant (out, office, _ ("Began %s"), stage->started_at);
  append_instant (out, office, _ ("Due %s"), stage->due_at);
  sum = bh_due_explain_stage (ticket, stage, office);
  if (sum != NULL)
    g_string_append_printf (out, "\n%s", sum);
  append_instant (out, office, _ ("Ended %s"), stage->done_at);

  return g_string_free (out, FALSE);
}

void
bh_stage_steps_fill (BhStageStep steps[BH_N_STEPS], BhTicket *ticket, BhOffice *office, gint64 now)
{
  g_return_if_fail (BH_IS_TICKET (ticket));
  g_return_if_fail (BH_IS_OFFICE (office));

  for (guint i = 0; i < BH_N_STEPS; i++)
    {
      BhStageKind kind = (BhStageKind) (BH_STAGE_DISPATCH + i);
      BhStage *stage = find_last_stage (ticket, kind);
      BhStepState state = get_state (stage);
      BhStageStep step = { .stage = kind, .state = state };

      if (state == BH_STEP_STATE_RUNNING)
        step.urgency = bh_present_urgency (now, stage->due_at,
                                           (stage->due_at - stage->started_at) / BH_USEC_PER_SEC);
      step.late = stage != NULL && is_late (stage);
      step.time = stage != NULL ? dup_time (stage, state, now) : g_strdup ("");
      step.explanation = dup_explanation (ticket, kind, stage, office);
      steps[i] = step;
    }
}

void
bh_stage_steps_clear (BhStageStep steps[BH_N_STEPS])
{
  for (guint i = 0; i < BH_N_STEPS; i++)
    {
      g_clear_pointer (&steps[i].time, g_free);
      g_clear_pointer (&steps[i].explanation, g_free);
    }
}

const char *
bh_stage_step_get_symbol (const BhStageStep *step)
{
  g_return_val_if_fail (step != NULL, "");

  if (step->late || step->urgency == BH_URGENCY_PASSED)
    return "!";

  switch (step->state)
    {
    case BH_STEP_STATE_AHEAD:
      return "○";
    case BH_STEP_STATE_RUNNING:
      return "▶";
    case BH_STEP_STATE_DONE:
      return "✓";
    case BH_STEP_STATE_SKIPPED:
      return "–";
    case BH_STEP_STATE_BROKEN:
      return "↩";
    }

  g_return_val_if_reached ("");
}

const char *
bh_step_state_get_class (BhStepState state)
{
  switch (state)
    {
    case BH_STEP_STATE_AHEAD:
    case BH_STEP_STATE_SKIPPED:
      return "step-ahead";
    case BH_STEP_STATE_RUNNING:
      return "step-running";
    case BH_STEP_STATE_DONE:
      return "step-done";
    case BH_STEP_STATE_BROKEN:
      return "step-broken";
    }

  g_return_val_if_reached ("");
}

char *
bh_stage_steps_dup_clock (
    BhTicket *ticket, BhClockKind clock, BhOffice *office, gint64 now, BhUrgency *urgency)
{
  gint64 due, end, start;
  g_autofree char *duration = NULL;

  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (clock == BH_CLOCK_RESPONSE || clock == BH_CLOCK_COMPLETION, NULL);
  g_return_val_if_fail (urgency != NULL, NULL);

  start = ticket->received_at;
  due = clock == BH_CLOCK_RESPONSE ? ticket->response_due : ticket->completion_due;
  end = clock == BH_CLOCK_RESPONSE ? ticket->responded_at : ticket->finished_at;
  *urgency = BH_URGENCY_NONE;
  if (end == 0 && (due == 0 || bh_status_is_ended (ticket->status)))
    return NULL;

  if (end == 0)
    {
      g_autofree char *left = bh_present_time_left (now, due);

      *urgency = bh_present_urgency (now, due, (due - start) / BH_USEC_PER_SEC);
      /* Translators: a duration, "0:18 left" */
      return now < due ? g_strdup_printf (_ ("%s left"), left) : g_steal_pointer (&left);
    }
  if (due != 0)
    *urgency = end > due ? BH_URGENCY_PASSED : BH_URGENCY_CALM;
  duration = bh_present_duration ((end - start) / BH_USEC_PER_SEC);

  return *urgency == BH_URGENCY_PASSED
             /* Translators: a duration: it took that long, and that was too long */
             ? g_strdup_printf (_ ("%s, too late"), duration)
             /* Translators: a duration: it took that long */
             : g_strdup_printf (_ ("took %s"), duration);
}
