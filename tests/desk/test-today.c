/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-sweep.h"
#include "desk/bh-today.h"
#include "storage/bh-filter-sql.h"
#include "support/bh-test-desk.h"

#include <string.h>

/* The sections of the day against the tickets themselves, gone through one by one. */

#define LIMIT 4
#define N_TICKETS 40
#define SEED 20260302

typedef struct
{
  BhTestDesk *desk;
  GRand *random;
  GPtrArray *tickets; /* (element-type BhTicket): all of the office */
} Fixture;

/* What is asked of the day. */
typedef struct
{
  Fixture *fixture;
  BhOffice *office;
  const char *who; /* (nullable) */
  gint64 staff_id;
  gint64 since;
  gint64 now;
} Question;

static void
register_somebody (Fixture *f)
{
  static const char *const grades[] = { "urgent", "important", "general" };

  bh_test_desk_register (f->desk, "漏水", grades[g_rand_int_range (f->random, 0, 3)]);
}

/* Promises are made for some time within two days, or for none. */
static void
plan (Fixture *f)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (f->desk->store);
  gint64 promised
      = bh_clock_now (f->desk->clock) + g_rand_int_range (f->random, 1, 48) * BH_TEST_DESK_HOUR;
  g_autofree char *text = bh_office_time_format_iso (bh_office_get_time (office), promised);

  if (g_rand_boolean (f->random))
    bh_test_desk_do (f->desk, BH_VERB_PLAN, "陈静", "measure", "更换", "promised", text, NULL);
  else
    bh_test_desk_do (f->desk, BH_VERB_PLAN, "陈静", "measure", "更换", NULL);
}

/* A ticket on its way to @status, with hours between its steps. */
static void
work_until (Fixture *f, int status)
{
  static const char *const workers[] = { "李强", "赵刚" };
  const char *worker = workers[g_rand_int_range (f->random, 0, 2)];

  register_somebody (f);
  for (int at = BH_STATUS_DISPATCHED; at <= status; at += 10)
    {
      bh_test_desk_forward (f->desk, g_rand_int_range (f->random, 0, 90) * BH_TEST_DESK_MINUTE);
      switch (at)
        {
        case BH_STATUS_DISPATCHED:
          bh_test_desk_do (f->desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", "person",
                           worker, NULL);
          break;
        case BH_STATUS_ACCEPTED:
          bh_test_desk_do (f->desk, BH_VERB_ACCEPT, worker, NULL);
          break;
        case BH_STATUS_INVESTIGATED:
          bh_test_desk_do (f->desk, BH_VERB_INVESTIGATE, worker, "cause", "wear", "responsibility",
                           "property", NULL);
          break;
        case BH_STATUS_PLANNED:
          plan (f);
          break;
        case BH_STATUS_FINISHED:
          bh_test_desk_do (f->desk, BH_VERB_FINISH, worker, "result", "好了", NULL);
          break;
        case BH_STATUS_SIGNED:
          bh_test_desk_do (f->desk, BH_VERB_SIGN, "王敏", "by", "phone", NULL);
          break;
        default:
          bh_test_desk_do (f->desk, BH_VERB_CALLBACK, "王敏", "score", "5", NULL);
        }
    }
}

static char *
dup_time (Fixture *f, int hours)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (f->desk->store);

  return bh_office_time_format_iso (bh_office_get_time (office),
                                    bh_clock_now (f->desk->clock) + hours * BH_TEST_DESK_HOUR);
}

/* What else happens to a ticket that is worked on: it is suspended, somebody asks for more time, or
 * another department is asked to help. */
static void
complicate (Fixture *f)
{
  static const char *const departments[] = { "工程维修", "保洁绿化", "客户服务" };
  g_autofree char *until = dup_time (f, g_rand_int_range (f->random, 1, 72));
  g_autofree char *due = dup_time (f, g_rand_int_range (f->random, 140, 200));
  const char *who = g_rand_boolean (f->random) ? "陈静" : "李强";

  for (int n = g_rand_int_range (f->random, 0, 3); n > 0; n--)
    bh_test_desk_do (f->desk, BH_VERB_TASK, "王敏", "department",
                     departments[g_rand_int_range (f->random, 0, 3)], "what", "清理", NULL);
  if (g_rand_int_range (f->random, 0, 3) == 0)
    bh_test_desk_do (f->desk, BH_VERB_EXTEND, who, "due", due, "reason", "缺料", NULL);
  else if (g_rand_int_range (f->random, 0, 2) == 0)
    bh_test_desk_do (f->desk, BH_VERB_SUSPEND, "李强", "reason", "material", "until", until, NULL);
}

static gpointer
load_all_in_worker (BhConnection *connection,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  BhOffice *office = user_data;
  g_autoptr (GArray) ids = bh_ticket_repository_list_ids (
      connection, NULL, office, 0, BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);
  GPtrArray *tickets = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (tickets,
                     bh_ticket_repository_load (connection, g_array_index (ids, gint64, i), error));

  return tickets;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhSweep) sweep = NULL;

  f->desk = bh_test_desk_new ();
  f->random = g_rand_new_with_seed (SEED);
  for (guint i = 0; i < N_TICKETS; i++)
    {
      work_until (f, i % 3 == 0 ? BH_STATUS_PLANNED : 10 * g_rand_int_range (f->random, 1, 9));
      if (f->desk->ticket->status >= BH_STATUS_DISPATCHED
          && f->desk->ticket->status <= BH_STATUS_PLANNED)
        complicate (f);
    }
  sweep = bh_sweep_run (f->desk->store, 0, NULL, NULL);
  g_assert_cmpuint (sweep->n_warnings, >, 0);
  bh_test_desk_forward (f->desk, BH_TEST_DESK_MINUTE);
  office = bh_store_dup_office (f->desk->store);
  f->tickets = bh_store_read (f->desk->store, load_all_in_worker, office, NULL, NULL);
  g_assert_cmpuint (f->tickets->len, ==, N_TICKETS);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->tickets);
  g_rand_free (f->random);
  bh_test_desk_free (f->desk);
}

static int
get_day (Question *q, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (bh_office_get_time (q->office), instant, &local);

  return local.day;
}

/* Whose turn it is, role by role. */
static gboolean
is_turn (Question *q, BhTicket *ticket)
{
  BhStaff *staff = bh_office_get (q->office, BH_TYPE_STAFF, q->staff_id);
  gboolean holds
      = staff != NULL && ticket->staff_id == q->staff_id && ticket->status < BH_STATUS_SIGNED;

  if (staff == NULL)
    return TRUE;
  if (staff->role == BH_ROLE_CLERK)
    return holds || ticket->status == BH_STATUS_REGISTERED || ticket->status == BH_STATUS_FINISHED
           || ticket->status == BH_STATUS_SIGNED;
  if (staff->role == BH_ROLE_SUPERVISOR)
    return holds || ticket->department_id == 0 || ticket->department_id == staff->department_id;

  return staff->role == BH_ROLE_MANAGER || (staff->role == BH_ROLE_WORKER && holds);
}

static gboolean
has_task (Question *q, BhTicket *ticket)
{
  BhStaff *staff = bh_office_get (q->office, BH_TYPE_STAFF, q->staff_id);

  for (guint i = 0; i < ticket->tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (ticket->tasks, i);

      if (task->outcome == BH_TASK_OPEN
          && (staff == NULL || staff->department_id == task->department_id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_approve (Question *q)
{
  BhStaff *staff = bh_office_get (q->office, BH_TYPE_STAFF, q->staff_id);

  return staff == NULL || staff->role == BH_ROLE_SUPERVISOR || staff->role == BH_ROLE_MANAGER;
}

static gboolean
waits_for_approval (Question *q, BhTicket *ticket)
{
  BhRequest *request = bh_ticket_get_open_request (ticket);

  return may_approve (q) && request != NULL
         && (q->staff_id == 0 || request->asked_by != q->staff_id);
}

static gboolean
is_back (Question *q, BhTicket *ticket)
{
  for (guint i = 0; i < ticket->pauses->len; i++)
    {
      BhPause *pause = g_ptr_array_index (ticket->pauses, i);
      int day = get_day (q, pause->until_at);

      if (ticket->closed_at == 0 && day >= get_day (q, MIN (q->since, q->now))
          && day <= get_day (q, q->now) && (pause->to_at == 0 || pause->to_at == pause->until_at))
        return TRUE;
    }

  return FALSE;
}

static gboolean
was_warned (Question *q, BhTicket *ticket)
{
  BhStaff *staff = bh_office_get (q->office, BH_TYPE_STAFF, q->staff_id);
  gboolean leads = staff != NULL && may_approve (q);

  for (guint i = 0; i < ticket->warnings->len; i++)
    {
      BhWarning *warning = g_ptr_array_index (ticket->warnings, i);

      if (warning->at >= q->now - BH_TEST_DESK_DAY && warning->at < q->now
          && (!leads || warning->threshold >= 100)
          && (staff == NULL || leads || ticket->staff_id == q->staff_id))
        return TRUE;
    }

  return FALSE;
}

/* The second computation: whether @ticket belongs to a section, by its history's result. */
static gboolean
belongs (Question *q, BhTodayKind kind, BhTicket *ticket)
{
  gboolean waits = ticket->closed_at == 0;

  switch (kind)
    {
    case BH_TODAY_MINE:
      return waits && ticket->suspended_until <= q->now && is_turn (q, ticket);
    case BH_TODAY_APPROVALS:
      return waits_for_approval (q, ticket);
    case BH_TODAY_TASKS:
      return has_task (q, ticket);
    case BH_TODAY_BACK:
      return is_back (q, ticket);
    case BH_TODAY_WARNINGS:
      return was_warned (q, ticket);
    case BH_TODAY_OVERDUE:
      return waits && ticket->finished_at == 0 && ticket->completion_due != 0
             && q->now > ticket->completion_due;
    case BH_TODAY_CALLBACKS:
      return waits && ticket->signed_at != 0;
    case BH_TODAY_PROMISED:
      return waits && ticket->finished_at == 0 && ticket->promised_at != 0
             && get_day (q, ticket->promised_at) <= get_day (q, q->now);
    case BH_TODAY_NEW:
      return waits && ticket->recorded_at >= q->since;
    }

  g_assert_not_reached ();
}

static gint64
get_key (BhTodayKind kind, BhTicket *ticket)
{
  gint64 key = ticket->next_due;

  if (kind == BH_TODAY_OVERDUE)
    key = ticket->completion_due;
  else if (kind == BH_TODAY_PROMISED)
    key = ticket->promised_at;
  else if (kind == BH_TODAY_NEW)
    key = -ticket->received_at;

  return key != 0 ? key : G_MAXINT64;
}

/* Inserts @ticket where it belongs: the smallest key first; what has the same in order of id. */
static void
insert (GPtrArray *sorted, BhTodayKind kind, BhTicket *ticket)
{
  guint at = 0;

  while (at < sorted->len)
    {
      BhTicket *other = g_ptr_array_index (sorted, at);
      gint64 key = get_key (kind, ticket), other_key = get_key (kind, other);
      gboolean first_id = kind == BH_TODAY_NEW ? ticket->id > other->id : ticket->id < other->id;

      if (key < other_key || (key == other_key && first_id))
        break;
      at++;
    }
  g_ptr_array_insert (sorted, (int) at, ticket);
}

static GPtrArray *
collect (Question *q, BhTodayKind kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < q->fixture->tickets->len; i++)
    if (belongs (q, kind, g_ptr_array_index (q->fixture->tickets, i)))
      insert (found, kind, g_ptr_array_index (q->fixture->tickets, i));

  return found;
}

static void
assert_due (Question *q, BhTodaySection *section, guint i, BhTicket *ticket)
{
  BhStaff *staff = bh_office_get (q->office, BH_TYPE_STAFF, q->staff_id);
  BhTicket *parts = section->tickets != NULL ? g_ptr_array_index (section->tickets, i) : NULL;
  gint64 due = bh_today_get_due (section->kind, g_ptr_array_index (section->rows, i), parts,
                                 staff != NULL ? staff->department_id : 0);

  if (section->kind == BH_TODAY_BACK && ticket->suspended_until != 0)
    g_assert_cmpint (due, ==, ticket->suspended_until);
  else if (section->kind != BH_TODAY_NEW && section->kind != BH_TODAY_TASKS)
    g_assert_cmpint (due != 0 ? due : G_MAXINT64, ==, get_key (section->kind, ticket));
}

static void
assert_section (Question *q, BhConnection *connection, BhTodaySection *section)
{
  g_autoptr (GPtrArray) expected = collect (q, section->kind);
  g_autoptr (GArray) listed = NULL;

  g_assert_cmpint (section->n_tickets, ==, expected->len);
  g_assert_cmpuint (section->rows->len, ==, MIN (expected->len, LIMIT));
  for (guint i = 0; i < section->rows->len; i++)
    {
      BhTicketRow *row = g_ptr_array_index (section->rows, i);
      BhTicket *ticket = g_ptr_array_index (expected, i);

      g_assert_cmpint (row->id, ==, ticket->id);
      if (section->tickets != NULL)
        g_assert_cmpint (((BhTicket *) g_ptr_array_index (section->tickets, i))->id, ==, row->id);
      assert_due (q, section, i, ticket);
    }

  if (section->filter == NULL)
    return;
  /* "Show all" lists just what was counted, in the same order. */
  listed = bh_ticket_repository_list_ids (connection, section->filter, q->office, q->now,
                                          section->sort, section->descending, -1, 0, NULL);
  g_assert_cmpuint (listed->len, ==, expected->len);
  for (guint i = 0; i < listed->len; i++)
    g_assert_cmpint (g_array_index (listed, gint64, i), ==,
                     ((BhTicket *) g_ptr_array_index (expected, i))->id);
}

/* Each ticket once, for whatever it waits. */
static guint
count_waiting (Question *q)
{
  guint n = 0;

  for (guint i = 0; i < q->fixture->tickets->len; i++)
    {
      BhTicket *ticket = g_ptr_array_index (q->fixture->tickets, i);

      if (belongs (q, BH_TODAY_MINE, ticket) || belongs (q, BH_TODAY_APPROVALS, ticket)
          || belongs (q, BH_TODAY_TASKS, ticket))
        n++;
    }

  return n;
}

static gpointer
compare_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Question *q = user_data;
  g_autoptr (BhToday) today
      = bh_today_load (connection, q->office, q->staff_id, q->since, q->now, LIMIT, error);

  g_assert_no_error (*error);
  g_assert_true (today->has_tickets);
  g_assert_cmpint (today->staff_id, ==, q->staff_id);
  g_assert_cmpint (today->since, ==, q->since);
  g_assert_cmpint (today->n_waiting, ==, count_waiting (q));
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      g_assert_cmpint (today->sections[i].kind, ==, i);
      g_assert_true ((today->sections[i].filter == NULL)
                     == (i == BH_TODAY_APPROVALS && !may_approve (q)));
      assert_section (q, connection, &today->sections[i]);
    }

  return q;
}

static void
ask (Fixture *f, const char *who, gint64 since, gint64 now)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (f->desk->store);
  BhEntry *staff = who != NULL ? bh_office_find (office, BH_TYPE_STAFF, who) : NULL;
  Question q = { f, office, who, staff != NULL ? bh_entry_get_id (staff) : 0, since, now };
  g_autoptr (GError) error = NULL;

  bh_store_read (f->desk->store, compare_in_worker, &q, NULL, &error);
  g_assert_no_error (error);
}

/* At several times of several days, for those who hold tickets and those who do not. */
static void
test_sections (Fixture *f, gconstpointer data)
{
  gint64 end = bh_clock_now (f->desk->clock);
  gint64 length = end - BH_TEST_DESK_START;

  for (guint i = 0; i < 12; i++)
    {
      gint64 since = BH_TEST_DESK_START + length / 12 * i;
      gint64 now = end + (gint64) i * 5 * BH_TEST_DESK_HOUR;

      ask (f, "李强", since, now);
      ask (f, "赵刚", since, now);
      ask (f, "王敏", since, now);
      ask (f, "陈静", since, now);
      ask (f, "周平", since, now);
      ask (f, NULL, since, now);
    }
}

static gint64
find_staff (Fixture *f, const char *name)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (f->desk->store);

  return bh_entry_get_id (bh_office_find (office, BH_TYPE_STAFF, name));
}

/* Every section has something of what it is about: the comparison compares. */
static void
test_variety (Fixture *f, gconstpointer data)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (f->desk->store);
  Question q = { f, office, "李强", 0, BH_TEST_DESK_START, bh_clock_now (f->desk->clock) };

  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      q.staff_id = find_staff (f, i == BH_TODAY_APPROVALS ? "陈静" : "李强");
      found = collect (&q, (BhTodayKind) i);
      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpuint (found->len, <, N_TICKETS);
    }
}

/* The day ends at midnight of the office, and so does what is promised for it. */
static void
test_midnight (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  Fixture f = { desk, NULL, NULL };

  for (guint i = 0; i < 2; i++)
    {
      bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_INVESTIGATED);
      bh_test_desk_do (desk, BH_VERB_PLAN, "陈静", "measure", "更换", "promised",
                       i == 0 ? "2026-03-02T23:59:59+08:00" : "2026-03-03T00:00:00+08:00", NULL);
    }
  f.tickets = bh_store_read (desk->store, load_all_in_worker, office, NULL, NULL);
  ask (&f, "李强", BH_TEST_DESK_START, BH_TEST_DESK_START + 2 * BH_TEST_DESK_HOUR);
  ask (&f, "李强", BH_TEST_DESK_START, BH_TEST_DESK_START + 16 * BH_TEST_DESK_HOUR - 1);
  ask (&f, "李强", BH_TEST_DESK_START, BH_TEST_DESK_START + 16 * BH_TEST_DESK_HOUR);
  g_assert_cmpint (bh_today_get_day_start (office, BH_TEST_DESK_START), ==,
                   BH_TEST_DESK_START - 8 * BH_TEST_DESK_HOUR);
  g_ptr_array_unref (f.tickets);
}

static gpointer
load_empty_in_worker (BhConnection *connection,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  return bh_today_load (connection, user_data, 12345, BH_TEST_DESK_START, BH_TEST_DESK_START, LIMIT,
                        error);
}

/* An office without tickets, and somebody whom it does not know. */
static void
test_empty (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  g_autoptr (BhToday) today = bh_store_read (desk->store, load_empty_in_worker, office, NULL, NULL);

  g_assert_nonnull (today);
  g_assert_false (today->has_tickets);
  g_assert_cmpint (today->staff_id, ==, 0);
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      g_assert_cmpint (today->sections[i].n_tickets, ==, 0);
      g_assert_cmpuint (today->sections[i].rows->len, ==, 0);
    }
}

/* Every section is found in an index alone, or by the ids of the few that wait for approval, are
 * suspended or were warned: an office may have a million tickets, and what waits lies all over
 * their table. */
static gpointer
explain_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Question *q = user_data;
  g_autoptr (BhToday) today
      = bh_today_load (connection, q->office, q->staff_id, q->since, q->now, LIMIT, error);

  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      g_autoptr (BhFilterSql) where
          = bh_filter_sql_new (today->sections[i].filter, q->office, "t", 1, q->now, error);
      g_autofree char *sql
          = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT COUNT (*) FROM ticket AS t WHERE %s",
                             bh_filter_sql_get_condition (where));
      BhStatement *statement = bh_connection_prepare (connection, sql, error);
      gboolean few = bh_today_has_parts ((BhTodayKind) i) && i != BH_TODAY_CALLBACKS;
      const char *plan;

      if (today->sections[i].filter == NULL)
        continue;
      bh_filter_sql_bind (where, statement);
      g_assert_true (bh_statement_step (statement, error) == BH_STEP_ROW);
      plan = bh_statement_get_text (statement, 3);
      g_test_message ("%d: %s", i, plan);
      g_assert_nonnull (strstr (plan, few ? "SEARCH t USING" : "SEARCH t USING COVERING"));
      g_assert_false (few && strstr (plan, "ticket_status") != NULL);
      bh_statement_reset (statement);
    }

  return q;
}

static void
test_plan (Fixture *f, gconstpointer data)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (f->desk->store);
  BhEntry *staff = bh_office_find (office, BH_TYPE_STAFF, "李强");
  Question q = {
    f, office, NULL, bh_entry_get_id (staff), BH_TEST_DESK_START, bh_clock_now (f->desk->clock)
  };

  g_assert_nonnull (bh_store_read (f->desk->store, explain_in_worker, &q, NULL, NULL));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhToday **today = user_data;
  g_autoptr (GError) error = NULL;

  *today = bh_today_load_finish (BH_DESK (source), result, &error);
  g_assert_no_error (error);
}

/* The desk asks for who is there now, at the time of its clock. */
static void
test_async (Fixture *f, gconstpointer data)
{
  g_autoptr (BhDesk) desk = bh_desk_new (f->desk->store);
  BhEntry *staff = bh_office_find (bh_desk_get_office (desk), BH_TYPE_STAFF, "赵刚");
  g_autoptr (BhToday) today = NULL;

  bh_desk_set_staff_id (desk, bh_entry_get_id (staff));
  bh_today_load_async (desk, BH_TEST_DESK_START, 1, NULL, loaded_cb, &today);
  while (today == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (today->staff_id, ==, bh_entry_get_id (staff));
  g_assert_cmpint (today->at, ==, bh_clock_now (f->desk->clock));
  g_assert_cmpuint (today->sections[BH_TODAY_MINE].rows->len, ==, 1);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gint64 *count = user_data;
  g_autoptr (GError) error = NULL;

  *count = bh_today_count_waiting_finish (BH_DESK (source), result, &error);
  g_assert_no_error (error);
}

/* What is read alone is what is read with the rest. */
static void
test_parts (Fixture *f, gconstpointer data)
{
  g_autoptr (BhDesk) desk = bh_desk_new (f->desk->store);
  g_autoptr (BhToday) today = NULL;
  g_autoptr (BhToday) alone = NULL;
  gint64 count = -1;

  bh_desk_set_staff_id (desk, find_staff (f, "陈静"));
  bh_today_load_async (desk, BH_TEST_DESK_START, 50, NULL, loaded_cb, &today);
  bh_today_load_section_async (desk, BH_TODAY_APPROVALS, 50, NULL, loaded_cb, &alone);
  bh_today_count_waiting_async (desk, NULL, counted_cb, &count);
  while (today == NULL || alone == NULL || count < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count, ==, today->n_waiting);
  g_assert_cmpint (alone->sections[BH_TODAY_APPROVALS].n_tickets, >, 0);
  g_assert_cmpint (alone->sections[BH_TODAY_APPROVALS].n_tickets, ==,
                   today->sections[BH_TODAY_APPROVALS].n_tickets);
  g_assert_null (alone->sections[BH_TODAY_MINE].filter);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/today/sections", test_sections);
  ADD ("/today/variety", test_variety);
  ADD ("/today/plan", test_plan);
  ADD ("/today/async", test_async);
  ADD ("/today/parts", test_parts);
  g_test_add_func ("/today/midnight", test_midnight);
  g_test_add_func ("/today/empty", test_empty);

  return g_test_run ();
}
