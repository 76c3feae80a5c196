/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-sweep.h"

#include "storage/bh-check.h"
#include "storage/bh-register-repository.h"
#include "support/bh-test-desk.h"

#include <string.h>

#define HOUR BH_TEST_DESK_HOUR
#define MANY 250

static BhSweep *
sweep (BhTestDesk *desk, gint64 at)
{
  g_autoptr (GError) error = NULL;
  BhSweep *result = bh_sweep_run (desk->store, at, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);

  return result;
}

static guint
count_warnings (BhTestDesk *desk)
{
  g_autoptr (BhTicketView) view = bh_test_desk_load (desk);

  return view->ticket->warnings->len;
}

/* General: dispatch 2 h, response 24 h, completion 120 h. */
static void
test_once (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhSweep) early = NULL;
  g_autoptr (BhSweep) first = NULL;
  g_autoptr (BhSweep) again = NULL;
  g_autoptr (BhTicketView) view = NULL;
  BhWarningNote *note;
  BhEvent *event;

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_forward (desk, 30 * BH_TEST_DESK_MINUTE);
  early = sweep (desk, 0);
  g_assert_cmpuint (early->n_warnings, ==, 0);

  bh_test_desk_forward (desk, HOUR);
  first = sweep (desk, 0);
  g_assert_cmpuint (first->n_tickets, ==, 1);
  g_assert_cmpuint (first->n_warnings, ==, 1);
  g_assert_cmpuint (first->by_level[BH_WARNING_HALF], ==, 1);
  g_assert_cmpint (first->at, ==, bh_clock_now (desk->clock));
  g_assert_cmpuint (first->notes->len, ==, 1);
  note = g_ptr_array_index (first->notes, 0);
  g_assert_cmpint (note->ticket_id, ==, desk->ticket_id);
  g_assert_cmpstr (note->number, ==, desk->ticket->number);
  g_assert_cmpstr (note->summary, ==, "厨房顶上漏水");
  g_assert_cmpint (note->clock, ==, BH_CLOCK_DISPATCH);
  g_assert_cmpint (note->threshold, ==, 50);

  again = sweep (desk, 0);
  g_assert_cmpuint (again->n_warnings, ==, 0);
  view = bh_test_desk_load (desk);
  g_assert_cmpuint (view->events->len, ==, 2);
  event = g_ptr_array_index (view->events, 1);
  g_assert_cmpint (event->verb, ==, BH_VERB_WARN);
  g_assert_cmpint (event->actor_id, ==, 0);
  g_assert_cmpuint (view->ticket->warnings->len, ==, 1);
}

/* Another program on the same file finds it told. */
static void
test_two_programs (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhStore) other = NULL;
  g_autoptr (BhSweep) first = NULL;
  g_autoptr (BhSweep) second = NULL;
  g_autoptr (GError) error = NULL;

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_forward (desk, 20 * HOUR);
  other = bh_store_open (desk->path, BH_OPEN_EXISTING, desk->clock, &error);
  g_assert_no_error (error);
  first = sweep (desk, 0);
  g_assert_cmpuint (first->n_warnings, ==, 2);
  second = bh_sweep_run (other, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->n_warnings, ==, 0);
  g_assert_cmpuint (count_warnings (desk), ==, 2);
  bh_store_close (other);
}

/* A pass for a later instant than now: what it tells is told. */
static void
test_at (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  gint64 start = bh_clock_now (desk->clock);
  g_autoptr (BhSweep) later = NULL;
  g_autoptr (BhSweep) earlier = NULL;
  g_autoptr (BhSweep) still = NULL;

  bh_test_desk_register (desk, "漏水", "general");
  earlier = sweep (desk, start + 30 * BH_TEST_DESK_MINUTE);
  g_assert_cmpuint (earlier->n_warnings, ==, 0);
  later = sweep (desk, start + 200 * HOUR);
  g_assert_cmpuint (later->n_warnings, ==, 3);
  g_assert_cmpuint (later->by_level[BH_WARNING_LONG_PASSED], ==, 3);
  still = sweep (desk, start + 1000 * HOUR);
  g_assert_cmpuint (still->n_warnings, ==, 0);

  /* The ticket goes on as if nothing had been. */
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  g_assert_cmpint (desk->ticket->last_at, ==, bh_clock_now (desk->clock));
}

/* Undo passes over warnings, to what somebody did. */
static void
test_undo (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhSweep) told = NULL;

  bh_test_desk_work_until (desk, "漏水", "urgent", BH_STATUS_DISPATCHED);
  bh_test_desk_forward (desk, 20 * BH_TEST_DESK_MINUTE);
  told = sweep (desk, 0);
  g_assert_cmpuint (told->n_warnings, ==, 1);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpuint (desk->ticket->warnings->len, ==, 0);
}

/* A ticket comes back at its own time, whenever somebody looks; nobody has to undo that. */
static void
test_resume (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhSweep) early = NULL;
  g_autoptr (BhSweep) late = NULL;
  g_autoptr (BhSweep) again = NULL;
  g_autoptr (BhTicketView) view = NULL;
  BhEvent *event;
  gint64 until;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "王敏", "reason", "material", "until", "2026-03-04 08:00",
                   NULL);
  until = desk->ticket->suspended_until;
  g_assert_cmpint (until, ==, BH_TEST_DESK_START + 2 * BH_TEST_DESK_DAY);
  g_assert_cmpint (desk->ticket->next_warning, >=, until);

  early = sweep (desk, until - 1);
  g_assert_cmpuint (early->n_resumed, ==, 0);
  g_assert_cmpuint (early->n_warnings, ==, 0);
  late = sweep (desk, until + 5 * BH_TEST_DESK_MINUTE);
  g_assert_cmpuint (late->n_resumed, ==, 1);
  again = sweep (desk, until + 5 * BH_TEST_DESK_MINUTE);
  g_assert_cmpuint (again->n_resumed, ==, 0);

  view = bh_test_desk_load (desk);
  g_assert_cmpint (view->ticket->suspended_until, ==, 0);
  event = g_ptr_array_index (view->events, view->events->len - 1);
  g_assert_cmpint (event->verb, ==, BH_VERB_RESUME);
  g_assert_cmpint (event->at, ==, until);
  g_assert_cmpint (event->actor_id, ==, 0);
  g_assert_cmpint (bh_history_get_last (view->events)->verb, ==, BH_VERB_SUSPEND);
}

static void
test_many (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSweep) stopped = NULL;
  g_autoptr (BhSweep) all = NULL;
  g_autoptr (BhSweep) again = NULL;

  for (guint i = 0; i < MANY; i++)
    bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_forward (desk, 24 * HOUR);

  g_cancellable_cancel (cancellable);
  stopped = bh_sweep_run (desk->store, 0, cancellable, &error);
  g_assert_null (stopped);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_warnings (desk), ==, 0);

  all = sweep (desk, 0);
  g_assert_cmpuint (all->n_tickets, ==, MANY);
  g_assert_cmpuint (all->n_warnings, ==, 2 * MANY);
  g_assert_cmpuint (all->notes->len, ==, BH_SWEEP_MAX_NOTES);
  again = sweep (desk, 0);
  g_assert_cmpuint (again->n_warnings, ==, 0);
}

static const char *
get_name (BhOffice *office, GArray *ids, guint i)
{
  g_assert_cmpuint (i, <, ids->len);

  return bh_office_get_name (office, BH_TYPE_STAFF, g_array_index (ids, gint64, i));
}

static void
assert_concerned (BhOffice *office, const BhWarningNote *note, guint n, const char *first)
{
  g_autoptr (GArray) ids = bh_warning_list_concerned (office, note);

  g_assert_cmpuint (ids->len, ==, n);
  g_assert_cmpstr (get_name (office, ids, 0), ==, first);
}

static gint64
find_staff (BhOffice *office, const char *name)
{
  return bh_entry_get_id (bh_office_find (office, BH_TYPE_STAFF, name));
}

static gint64
find_department (BhOffice *office, const char *name)
{
  return bh_entry_get_id (bh_office_find (office, BH_TYPE_DEPARTMENT, name));
}

/* The office has no manager: what is for one goes to the supervisor. */
static void
test_concerned (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  BhWarningNote note = { .clock = BH_CLOCK_COMPLETION, .threshold = 50 };

  assert_concerned (office, &note, 1, "王敏");
  note.department_id = find_department (office, "工程维修");
  assert_concerned (office, &note, 2, "李强");
  note.staff_id = find_staff (office, "赵刚");
  note.threshold = 80;
  assert_concerned (office, &note, 1, "赵刚");
  note.clock = BH_CLOCK_CALLBACK;
  assert_concerned (office, &note, 1, "王敏");
  note.threshold = 100;
  assert_concerned (office, &note, 1, "陈静");
  note.threshold = 150;
  assert_concerned (office, &note, 1, "陈静");
}

static void
test_shown (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  BhWarningNote note = { .clock = BH_CLOCK_COMPLETION, .threshold = 50 };

  note.department_id = find_department (office, "工程维修");
  g_assert_true (bh_warning_is_shown (office, &note, 0));
  g_assert_true (bh_warning_is_shown (office, &note, find_staff (office, "王敏")));
  g_assert_true (bh_warning_is_shown (office, &note, find_staff (office, "陈静")));
  g_assert_false (bh_warning_is_shown (office, &note, find_staff (office, "周平")));
  g_assert_true (bh_warning_is_shown (office, &note, find_staff (office, "李强")));
  g_assert_false (bh_warning_is_shown (office, &note, find_staff (office, "孙洁")));
  note.staff_id = find_staff (office, "赵刚");
  g_assert_false (bh_warning_is_shown (office, &note, find_staff (office, "李强")));
  g_assert_true (bh_warning_is_shown (office, &note, note.staff_id));
}

typedef struct
{
  BhOffice *office;
  const char *who;
  gint64 since;
} Reading;

static gpointer
read_notes (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Reading *reading = user_data;
  gint64 staff_id = reading->who != NULL ? find_staff (reading->office, reading->who) : 0;

  return bh_warning_list_shown (connection, reading->office, staff_id, reading->since, 10, error);
}

static GPtrArray *
load_notes (BhTestDesk *desk, const char *who, gint64 since)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  Reading reading = { office, who, since };
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = bh_store_read (desk->store, read_notes, &reading, NULL, &error);

  g_assert_no_error (error);

  return notes;
}

static void
assert_shown (BhTestDesk *desk, const char *who, gint64 since, guint n)
{
  g_autoptr (GPtrArray) notes = load_notes (desk, who, since);

  g_assert_cmpuint (notes->len, ==, n);
}

/* What Today shows: of each clock that runs the last warning. */
static void
test_reading (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhSweep) half = NULL;
  g_autoptr (BhSweep) passed = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  g_autofree char *text = NULL;
  BhWarningNote *note;
  gint64 between;

  bh_test_desk_work_until (desk, "漏水", "urgent", BH_STATUS_DISPATCHED);
  bh_test_desk_forward (desk, 10 * BH_TEST_DESK_MINUTE);
  half = sweep (desk, 0);
  between = bh_clock_now (desk->clock);
  bh_test_desk_forward (desk, 8 * BH_TEST_DESK_MINUTE);
  passed = sweep (desk, 0);

  notes = load_notes (desk, NULL, 0);
  g_assert_cmpuint (notes->len, ==, 1);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpint (note->clock, ==, BH_CLOCK_ACCEPT);
  g_assert_cmpint (note->threshold, ==, 100);
  g_assert_cmpint (note->due, ==, bh_ticket_get_open_stage (desk->ticket)->due_at);
  g_assert_cmpstr (note->number, ==, desk->ticket->number);
  text = bh_warning_describe (office, note);
  g_assert_nonnull (strstr (text, "overdue since 2026-03-02 08:17"));

  assert_shown (desk, "李强", 0, 1);
  assert_shown (desk, "赵刚", 0, 0);
  assert_shown (desk, "周平", 0, 0);
  assert_shown (desk, "陈静", between + 1, 1);
  assert_shown (desk, "陈静", bh_clock_now (desk->clock) + 1, 0);

  /* Accepted: the clock ended, and nobody has to be reminded of it. */
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  assert_shown (desk, NULL, 0, 0);
}

static gpointer
count_seals (BhConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  return bh_connection_get_single (connection, "SELECT COUNT (*) FROM seal", user_data, error)
             ? user_data
             : NULL;
}

/* A day that is over is sealed by the first pass after it. */
static void
test_seals (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhSweep) same_day = NULL;
  g_autoptr (BhSweep) next_day = NULL;
  gint64 seals = -1;

  bh_test_desk_register (desk, "漏水", "general");
  same_day = sweep (desk, 0);
  g_assert_nonnull (bh_store_read (desk->store, count_seals, &seals, NULL, NULL));
  g_assert_cmpint (seals, ==, 0);
  bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
  next_day = sweep (desk, 0);
  g_assert_nonnull (bh_store_read (desk->store, count_seals, &seals, NULL, NULL));
  g_assert_cmpint (seals, ==, 2);
}

static gboolean
count_in_office_hours (BhWork *work, gpointer user_data, GError **error)
{
  g_autoptr (BhPolicy) policy = bh_policy_new_default (BH_GRADE_GENERAL);

  policy->hours = BH_HOURS_OFFICE;
  policy->valid_from = bh_clock_now (bh_work_get_clock (work));

  return bh_register_add_policy (work, policy, error) != 0;
}

/* The year after the last announced one is asked for in its November, but only where office hours
 * count. */
static void
test_missing_year (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  BhCalendar *calendar = bh_office_get_current_calendar (office, BH_TEST_DESK_START);
  GPtrArray *years = bh_calendar_list_years (calendar);
  const BhHolidayYear *last = g_ptr_array_index (years, years->len - 1);
  g_autofree char *text = g_strdup_printf ("%d-11-02 09:00", last->year);
  gint64 november = bh_office_time_parse (bh_office_get_time (office), text, NULL);
  g_autoptr (BhSweep) around = NULL;
  g_autoptr (BhSweep) hours = NULL;
  g_autoptr (BhSweep) soon = NULL;
  g_autoptr (GError) error = NULL;

  around = sweep (desk, november);
  g_assert_cmpint (around->missing_year, ==, 0);
  bh_store_write (desk->store, count_in_office_hours, NULL, NULL, &error);
  g_assert_no_error (error);
  hours = sweep (desk, november);
  g_assert_cmpint (hours->missing_year, ==, last->year + 1);
  soon = sweep (desk, november - 30 * BH_TEST_DESK_DAY);
  g_assert_cmpint (soon->missing_year, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sweep/once", test_once);
  g_test_add_func ("/sweep/two-programs", test_two_programs);
  g_test_add_func ("/sweep/at", test_at);
  g_test_add_func ("/sweep/undo", test_undo);
  g_test_add_func ("/sweep/resume", test_resume);
  g_test_add_func ("/sweep/many", test_many);
  g_test_add_func ("/sweep/concerned", test_concerned);
  g_test_add_func ("/sweep/shown", test_shown);
  g_test_add_func ("/sweep/reading", test_reading);
  g_test_add_func ("/sweep/seals", test_seals);
  g_test_add_func ("/sweep/missing-year", test_missing_year);

  return g_test_run ();
}
