/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-open-lists.h"
#include "insight/bh-rework-list.h"
#include "insight/bh-test-walk.h"

/* Lists of tickets as of past instants, of random histories, against a second computation: every
 * history is cut off there and folded, and what the ticket then says is listed. */

#define N_QUESTIONS 10
#define DAY (24 * 60 * 60 * BH_USEC_PER_SEC)
#define MANY 10000
#define FEW 3

typedef struct
{
  BhPeriod period;
  gint64 as_of;
  gint64 end;
} Question;

typedef void (*CheckFunc) (BhInsight *insight, const Question *q);

/* The one office that all questions are about: it takes long to fill. */
static BhTestWalk *walk;

/* @then: as it stood at the end, NULL where it was not there or is void by as-of. */
static BhTicket *
fold_at_end (BhTestHistory *history, const Question *q)
{
  g_autoptr (BhTicket) now = bh_test_history_fold (history, q->as_of, walk->office);

  if (now == NULL || now->status == BH_STATUS_VOID || now->status == BH_STATUS_MERGED)
    return NULL;

  return bh_test_history_fold (history, q->end, walk->office);
}

static gboolean
is_late (BhTicket *then, gint64 end)
{
  return then->completion_due != 0 && then->completion_due < end && then->finished_at == 0;
}

static char *
dup_line (const char *number, int wait, gint64 department, gint64 staff, gint64 due)
{
  return g_strdup_printf ("%s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          number, wait, department, staff, due);
}

static char *
dup_expected (BhTestHistory *history, BhTicket *then, gint64 end)
{
  BhStage *stage = bh_ticket_get_open_stage (then);
  int wait = stage != NULL ? (int) stage->stage : (int) BH_WAIT_UNKNOWN;
  gint64 department = stage != NULL && stage->department_id != 0 ? stage->department_id
                                                                 : history->ticket->department_id;
  gint64 staff
      = stage != NULL && stage->holder_id != 0 ? stage->holder_id : history->ticket->staff_id;

  if (bh_ticket_is_suspended (then, end))
    wait = BH_WAIT_SUSPENDED;

  return dup_line (then->number, wait, department, staff, then->completion_due);
}

static GHashTable *
list_late (const Question *q)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < walk->histories->len; i++)
    {
      BhTestHistory *history = g_ptr_array_index (walk->histories, i);
      g_autoptr (BhTicket) then = fold_at_end (history, q);

      if (then != NULL && then->closed_at == 0 && is_late (then, q->end))
        g_hash_table_add (lines, dup_expected (history, then, q->end));
    }

  return lines;
}

static void
check_overdue (BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  gint64 n_all, n_same;
  g_autoptr (GPtrArray) tickets
      = bh_overdue_list_compute (insight, &q->period, NULL, MANY, &n_all, &error);
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GHashTable) expected = list_late (q);
  gint64 before = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (tickets->len, ==, g_hash_table_size (expected));
  g_assert_cmpint (n_all, ==, tickets->len);
  for (guint i = 0; i < tickets->len; i++)
    {
      const BhOverdueTicket *ticket = g_ptr_array_index (tickets, i);
      g_autofree char *line = dup_line (ticket->number, ticket->wait, ticket->department_id,
                                        ticket->staff_id, ticket->due);

      g_assert_true (g_hash_table_remove (expected, line));
      g_assert_cmpint (ticket->due, >=, before);
      before = ticket->due;
    }

  few = bh_overdue_list_compute (insight, &q->period, NULL, FEW, &n_same, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (few->len, ==, MIN (FEW, tickets->len));
  g_assert_cmpint (n_same, ==, n_all);
  for (guint i = 0; i < few->len; i++)
    g_assert_cmpstr (((BhOverdueTicket *) g_ptr_array_index (few, i))->number, ==,
                     ((BhOverdueTicket *) g_ptr_array_index (tickets, i))->number);
}

/* Departments are those of today; the ages are checked against the sum by the other computation. */
static void
check_groups (BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) groups
      = bh_open_groups_compute (insight, &q->period, BH_BY_DEPARTMENT, NULL, &error);
  g_autoptr (BhOpenAges) ages = bh_open_ages_compute (insight, &q->period, NULL, &error);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gint64 by_age[BH_N_AGES] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < walk->histories->len; i++)
    {
      BhTestHistory *history = g_ptr_array_index (walk->histories, i);
      g_autoptr (BhTicket) then = fold_at_end (history, q);
      gint64 id = history->ticket->department_id;
      gint64 *sum = g_hash_table_lookup (sums, &id);

      if (then == NULL || then->closed_at != 0)
        continue;
      if (sum == NULL)
        {
          sum = g_new0 (gint64, 2);
          g_hash_table_insert (sums, g_memdup2 (&id, sizeof id), sum);
        }
      sum[0]++;
      sum[1] += is_late (then, q->end);
    }
  g_assert_cmpuint (groups->len, ==, g_hash_table_size (sums));
  for (guint i = 0; i < groups->len; i++)
    {
      const BhOpenGroup *group = &g_array_index (groups, BhOpenGroup, i);
      const gint64 *sum = g_hash_table_lookup (sums, &group->id);
      gint64 open = 0;

      for (int age = 0; age < BH_N_AGES; age++)
        {
          open += group->counts[age];
          by_age[age] += group->counts[age];
        }
      g_assert_nonnull (sum);
      g_assert_cmpint (open, ==, sum[0]);
      g_assert_cmpint (group->overdue, ==, sum[1]);
    }
  for (int age = 0; age < BH_N_AGES; age++)
    g_assert_cmpint (by_age[age], ==, bh_open_ages_sum (ages, age, BH_OPEN_ANY, BH_OPEN_ANY));
}

static char *
dup_finishes (const char *number, guint rounds, GArray *finishes)
{
  GString *text = g_string_new (number);

  g_string_append_printf (text, " %u", rounds);
  for (guint i = 0; i < finishes->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (finishes, gint64, i));

  return g_string_free (text, FALSE);
}

static char *
dup_rounds (BhTicket *ticket)
{
  g_autoptr (GArray) finishes = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ticket->rounds->len; i++)
    {
      BhRound *round = g_ptr_array_index (ticket->rounds, i);

      if (round->finished_at != 0)
        g_array_append_val (finishes, round->finished_at);
    }

  return dup_finishes (ticket->number, ticket->rounds->len, finishes);
}

static void
check_rework (BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  gint64 n_all;
  g_autoptr (GPtrArray) tickets
      = bh_rework_list_compute (insight, &q->period, NULL, MANY, &n_all, &error);
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int before = G_MAXINT;

  g_assert_no_error (error);
  for (guint i = 0; i < walk->histories->len; i++)
    {
      g_autoptr (BhTicket) now
          = bh_test_history_fold (g_ptr_array_index (walk->histories, i), q->as_of, walk->office);

      if (now != NULL && now->finished_at >= q->period.from && now->finished_at < q->end
          && now->status < BH_STATUS_VOID && now->rounds->len > 1)
        g_hash_table_add (expected, dup_rounds (now));
    }
  g_assert_cmpuint (tickets->len, ==, g_hash_table_size (expected));
  g_assert_cmpint (n_all, ==, tickets->len);
  for (guint i = 0; i < tickets->len; i++)
    {
      const BhReworkTicket *ticket = g_ptr_array_index (tickets, i);
      g_autofree char *line
          = dup_finishes (ticket->number, (guint) ticket->rounds, ticket->finishes);

      g_assert_true (g_hash_table_remove (expected, line));
      g_assert_cmpint (ticket->rounds, <=, before);
      before = ticket->rounds;
    }
}

typedef struct
{
  CheckFunc check;
  const Question *question;
} Request;

static gpointer
check_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  const Request *request = user_data;
  g_autoptr (BhInsight) insight = bh_insight_new (
      connection, walk->office, request->question->as_of, BH_INSIGHT_EXACT, cancellable);

  request->check (insight, request->question);

  return GINT_TO_POINTER (TRUE);
}

static void
test_walk (gconstpointer func)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 a = bh_test_walk_pick_instant (walk), b = bh_test_walk_pick_instant (walk);
      Question q = { .period = { MIN (a, b), MAX (a, b) + 1 } };
      Request request = { .question = &q };

      request.check = (CheckFunc) func;
      q.as_of = i % 2 == 0 ? bh_test_at ("2027-05-01") : bh_test_walk_pick_instant (walk);
      if (i % 4 == 0)
        q.period.to = q.as_of + DAY;
      q.end = MIN (q.period.to, q.as_of);
      bh_store_read (walk->store->store, check_in_worker, &request, NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  walk = bh_test_walk_new ();
  g_test_add_data_func ("/lists-walk/overdue", check_overdue, test_walk);
  g_test_add_data_func ("/lists-walk/groups", check_groups, test_walk);
  g_test_add_data_func ("/lists-walk/rework", check_rework, test_walk);

  result = g_test_run ();
  bh_test_walk_free (walk);

  return result;
}
