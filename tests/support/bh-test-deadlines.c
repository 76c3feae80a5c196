/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-deadlines.h"

#include "domain/bh-due-explain.h"

#include <string.h>

void
bh_test_history_refold (BhTestHistory *history)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&history->ticket);
  history->ticket = bh_ticket_fold (history->events, history->office, &error);
  g_assert_no_error (error);
}

static void
assert_refold (BhTestHistory *history)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) again = bh_ticket_fold (history->events, history->office, &error);
  g_autofree char *diff = NULL;

  g_assert_no_error (error);
  diff = bh_ticket_diff (history->ticket, again);
  g_assert_cmpstr (diff, ==, NULL);
}

/* Every explanation has the deadline itself, mostly at its end. */
static void
assert_names (const char *text, BhOfficeTime *time, gint64 due)
{
  BhLocalTime local;
  g_autofree char *end = NULL;

  if (due == 0)
    {
      g_assert_null (text);
      return;
    }
  bh_office_time_split (time, due, &local);
  end = g_strdup_printf ("%02d:%02d", local.hour, local.minute);
  g_assert_nonnull (text);
  if (strstr (text, end) == NULL)
    g_error ("“%s” does not name %s", text, end);
}

void
bh_test_assert_deadlines (BhTestHistory *history)
{
  BhTicket *ticket = history->ticket;
  BhOfficeTime *time = bh_office_get_time (history->office);
  BhStage *open = bh_ticket_get_open_stage (ticket);
  g_autofree char *response = bh_due_explain_ticket (ticket, BH_CLOCK_RESPONSE, history->office);
  g_autofree char *completion
      = bh_due_explain_ticket (ticket, BH_CLOCK_COMPLETION, history->office);

  assert_refold (history);
  assert_names (response, time, ticket->response_due);
  assert_names (completion, time, ticket->completion_due);
  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);
      g_autofree char *text = bh_due_explain_stage (ticket, stage, history->office);

      assert_names (text, time, stage->due_at);
    }

  if (ticket->responded_at == 0)
    g_assert_cmpint (bh_deadline_get_response (ticket, history->office), ==, ticket->response_due);
  if (ticket->finished_at == 0)
    g_assert_cmpint (bh_deadline_get_completion (ticket, history->office), ==,
                     ticket->completion_due);
  if (open != NULL)
    g_assert_cmpint (bh_deadline_get_stage (ticket, open, history->office), ==, open->due_at);
}

/* 2025-10-01 to 10-08 off, Saturday 2025-10-11 worked, as in product.md. */
static BhCalendar *
make_calendar (void)
{
  g_autoptr (BhHolidayYear) year = bh_holiday_year_new (2025, "a paper");
  g_autoptr (GError) error = NULL;
  BhCalendar *calendar = bh_calendar_new_from_text (BH_OFFICE_HOURS_DEFAULT, &error);

  g_assert_no_error (error);
  for (int day = 20251001; day <= 20251008; day++)
    g_assert_true (bh_holiday_year_add (year, day, TRUE, "国庆节", NULL));
  g_assert_true (bh_holiday_year_add (year, 20251011, FALSE, "国庆节", NULL));
  bh_calendar_set_year (calendar, year);
  bh_calendar_set_version (calendar, BH_TEST_CALENDAR, 1, 0);

  return calendar;
}

void
bh_test_history_count_office_hours (BhTestHistory *history, gint64 start)
{
  BhEvent *first = g_ptr_array_index (history->events, 0);
  g_autoptr (BhCalendar) calendar = make_calendar ();

  for (gint64 id = BH_GRADE_URGENT; id <= BH_GRADE_GENERAL; id++)
    bh_office_get_policy (history->office, id)->hours = BH_HOURS_OFFICE;
  bh_office_add_calendar (history->office, calendar);
  first->at = start;
  bh_payload_set_int (first->payload, "calendar", BH_TEST_CALENDAR);
  bh_test_history_refold (history);
}
