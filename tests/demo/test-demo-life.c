/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-picture.h"
#include "demo/bh-demo-texts.h"
#include "demo/bh-test-demo.h"
#include "domain/bh-staff-pin.h"
#include "domain/bh-ticket.h"
#include "storage/bh-file-store.h"
#include "storage/bh-measures.h"
#include "storage/bh-ticket-repository.h"

#define USEC_PER_DAY (24 * 60 * 60 * BH_USEC_PER_SEC)

/* What is in a demo office: whether it looks like the life of one. */

static double
share (guint part, guint whole)
{
  g_assert_cmpuint (whole, >, 0);

  return part / (double) whole;
}

static void
assert_between (double value, double low, double high)
{
  g_assert_cmpfloat (value, >=, low);
  g_assert_cmpfloat (value, <=, high);
}

/* What figures.md would say, counted here in the plainest way. */
typedef struct
{
  guint repeats, responses, in_time, finished, reworked, reminded, scores, satisfied, signed_off;
  guint open, ended, wrong, misplaced;
  double days[2]; /* sums, of the first and the second half */
  guint n_days[2];
} Counts;

static void
count_opinions (BhTicket *ticket, Counts *counts)
{
  gboolean signed_off = FALSE;

  for (guint i = 0; i < ticket->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i);

      signed_off |= opinion->verdict == BH_VERDICT_SIGNED;
    }
  counts->signed_off += signed_off;
  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      counts->scores += callback->score > 0;
      counts->satisfied += callback->score >= 4;
    }
}

static void
count (BhTicket *ticket, guint half, Counts *counts)
{
  counts->repeats += ticket->repeat_of != 0;
  counts->reminded += ticket->reminders > 0;
  counts->wrong += ticket->wrong_department > 0;
  counts->misplaced += ticket->place_id == 0 || ticket->category_id == 0;
  if (bh_status_is_ended (ticket->status))
    counts->ended++;
  else
    counts->open++;
  if (ticket->responded_at != 0)
    {
      counts->responses++;
      counts->in_time += ticket->responded_at <= ticket->response_due;
    }
  if (ticket->finished_at != 0)
    {
      BhRound *round = bh_ticket_get_round (ticket);
      gint64 worked
          = ticket->finished_at - ticket->received_at - round->paused_before * BH_USEC_PER_SEC;

      counts->finished++;
      counts->reworked += ticket->round > 1;
      counts->days[half] += (double) worked / (double) USEC_PER_DAY;
      counts->n_days[half]++;
    }
  count_opinions (ticket, counts);
}

static void
test_looks_like_life (BhTestDemo *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (GPtrArray) tickets = NULL;
  g_autoptr (GHashTable) summaries = g_hash_table_new (g_str_hash, g_str_equal);
  Counts counts = { 0 };

  store = bh_test_demo_open_store (fixture, bh_test_demo_get_large_office ());
  tickets = bh_test_demo_get_tickets (store);
  g_assert_cmpuint (tickets->len, ==, BH_TEST_DEMO_LARGE);

  for (guint i = 0; i < tickets->len; i++)
    {
      BhTicket *ticket = g_ptr_array_index (tickets, i);

      g_hash_table_add (summaries, ticket->summary);
      count (ticket, i * 2 / tickets->len, &counts);
    }

  assert_between (share (counts.repeats, tickets->len), 0.14, 0.23);
  assert_between (share (counts.in_time, counts.responses), 0.85, 0.96);
  assert_between (share (counts.reworked, counts.finished), 0.07, 0.17);
  assert_between (share (counts.reminded, tickets->len), 0.08, 0.25);
  assert_between (share (counts.satisfied, counts.scores), 0.70, 0.83);
  assert_between (share (counts.signed_off, counts.finished), 0.55, 0.80);
  assert_between (share (counts.wrong, tickets->len), 0.03, 0.10);
  assert_between (counts.days[0] / counts.n_days[0], 3.8, 6);
  assert_between (counts.days[1] / counts.n_days[1], 2.5, 4.5);
  assert_between (counts.open, 10, 60);
  g_assert_cmpuint (counts.misplaced, ==, 0);
  g_assert_cmpuint (g_hash_table_size (summaries), >, BH_TEST_DEMO_LARGE / 2);
  bh_store_close (store);
}

/* Nothing is left unfilled, and nothing happens outside of the window. */
static void
check_event (BhEvent *event, gint64 from, gint64 until)
{
  g_assert_cmpint (event->at, >=, from);
  g_assert_cmpint (event->recorded_at, >=, event->at);
  g_assert_cmpint (event->recorded_at, <, until);
  g_assert_cmpint (event->at % BH_USEC_PER_SEC, ==, 0);
  if (event->verb != BH_VERB_WARN && event->verb != BH_VERB_RESUME) /* the clock does these */
    g_assert_cmpint (event->actor_id, !=, 0);
  for (guint i = 0; i < bh_payload_get_size (event->payload); i++)
    {
      const char *key, *value;

      bh_payload_get_nth (event->payload, i, &key, &value);
      g_assert_null (strpbrk (value, "{}"));
    }
}

static gpointer
check_events (BhConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  BhOffice *office = user_data;
  g_autoptr (GPtrArray) tickets
      = bh_test_demo_load_tickets (connection, office, cancellable, error);
  guint64 *verbs = g_new0 (guint64, 1);
  BhPeriod first, last;

  g_assert_true (bh_office_time_get_day (bh_office_get_time (office), 20241201, &first));
  g_assert_true (bh_office_time_get_day (bh_office_get_time (office), BH_TEST_DEMO_UNTIL, &last));
  for (guint i = 0; i < tickets->len; i++)
    {
      BhTicket *ticket = g_ptr_array_index (tickets, i);
      g_autoptr (GPtrArray) events
          = bh_ticket_repository_load_events (connection, ticket->id, error);

      for (guint j = 0; j < events->len; j++)
        {
          BhEvent *event = g_ptr_array_index (events, j);

          check_event (event, first.from, last.from);
          *verbs |= G_GUINT64_CONSTANT (1) << event->verb;
        }
    }

  return verbs;
}

static void
test_events (BhTestDemo *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autofree guint64 *verbs = NULL;
  g_autoptr (GError) error = NULL;

  store = bh_test_demo_open_store (fixture, bh_test_demo_get_large_office ());
  office = bh_store_dup_office (store);
  verbs = bh_store_read (store, check_events, office, NULL, &error);
  g_assert_no_error (error);

  for (int verb = BH_VERB_NEW; verb < BH_N_VERBS; verb++)
    {
      g_test_message ("%s", bh_list_get_code (BH_LIST_VERB, verb));
      g_assert_cmpint ((*verbs & (G_GUINT64_CONSTANT (1) << verb)) != 0, ==,
                       verb != BH_VERB_IMPORT);
    }
  bh_store_close (store);
}

/* Whoever may approve can do so with the PIN that the program tells; whoever works has skills. */
static void
check_staff (BhOffice *office)
{
  GPtrArray *list = bh_office_list (office, BH_TYPE_STAFF);
  guint n_away = 0;

  for (guint i = 0; i < list->len; i++)
    {
      BhStaff *staff = g_ptr_array_index (list, i);

      n_away += staff->away;
      g_assert_true (bh_staff_pin_check (staff, BH_DEMO_PIN) == bh_loop_may_approve (staff->role));
      if (staff->role == BH_ROLE_WORKER)
        g_assert_cmpuint (staff->skills->len, >, 0);
    }
  g_assert_cmpuint (n_away, ==, 1);
}

static void
test_register (BhTestDemo *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhOffice) office = NULL;
  const BhDemoTop *tops = bh_demo_texts_get_tops ();
  GPtrArray *communities, *targets;
  int households = 0;

  bh_test_demo_create (fixture->path, 0, 1);
  store = bh_test_demo_open_store (fixture, fixture->path);
  office = bh_store_dup_office (store);

  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    for (gsize j = 0; j < tops[i].n_leaves; j++)
      {
        g_autofree char *path = g_strconcat (tops[i].code, "/", tops[i].leaves[j].code, NULL);
        BhCategory *leaf = bh_office_find (office, BH_TYPE_CATEGORY, path);

        g_assert_nonnull (leaf);
        g_assert_cmpint (leaf->department_id, !=, 0);
        g_assert_cmpint (leaf->grade, !=, BH_GRADE_NONE);
        for (const BhDemoCause *cause = tops[i].leaves[j].causes; cause->code != NULL; cause++)
          g_assert_nonnull (bh_office_find (office, BH_TYPE_CAUSE, cause->code));
      }

  communities = bh_office_list (office, BH_TYPE_PLACE);
  g_assert_cmpuint (communities->len, ==, 3);
  for (guint i = 0; i < communities->len; i++)
    households += BH_PLACE (g_ptr_array_index (communities, i))->households;
  g_assert_cmpint (households, >, 2800);
  g_assert_cmpint (bh_office_get_settings (office)->desk_staff_id, !=, 0);

  check_staff (office);

  /* Targets of the time in which the office works, not of its maker's. */
  targets = bh_office_list (office, BH_TYPE_TARGET);
  g_assert_cmpuint (targets->len, >, 0);
  for (guint i = 0; i < targets->len; i++)
    g_assert_cmpint (BH_TARGET (g_ptr_array_index (targets, i))->year, >=, BH_TEST_DEMO_FIRST_YEAR);
  bh_store_close (store);
}

static gpointer
list_measures (BhConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  return bh_measures_list (connection, error);
}

/* The meeting about April has new measures and such that were carried over, in every state. */
static void
test_measures (BhTestDemo *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = bh_test_demo_open_store (fixture, bh_test_demo_get_large_office ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = bh_store_read (store, list_measures, NULL, NULL, &error);
  guint n_new = 0, n_carried = 0, n_overdue = 0, n_states[4] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (measures->len, ==, 8);
  for (guint i = 0; i < measures->len; i++)
    {
      BhMeasure *measure = g_ptr_array_index (measures, i);

      g_assert_cmpint (measure->ended_day, <, BH_TEST_DEMO_UNTIL);
      g_assert_cmpint (measure->department_id, !=, 0);
      n_states[measure->state]++;
      n_overdue += bh_measure_is_overdue (measure, BH_TEST_DEMO_UNTIL);
      n_new += measure->month == 202604;
      n_carried += measure->month < 202604 && bh_measure_is_shown (measure, 202604, 202604);
    }
  g_assert_cmpuint (n_new, ==, 2);
  g_assert_cmpuint (n_carried, >, 1);
  g_assert_cmpuint (n_overdue, >, 0);
  for (guint i = BH_MEASURE_OPEN; i <= BH_MEASURE_DROPPED; i++)
    g_assert_cmpuint (n_states[i], >, 0);
  bh_store_close (store);
}

/* Photos are among the files of the office, and each is named in some history. */
static void
test_pictures (BhTestDemo *fixture, gconstpointer data)
{
  g_autofree char *folder = bh_file_store_dup_folder (bh_test_demo_get_large_office ());
  g_autoptr (BhStore) store = bh_test_demo_open_store (fixture, bh_test_demo_get_large_office ());
  g_autoptr (GPtrArray) tickets = bh_test_demo_get_tickets (store);
  g_autoptr (GHashTable) hashes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tickets->len; i++)
    {
      BhTicket *ticket = g_ptr_array_index (tickets, i);

      for (guint j = 0; j < ticket->attachments->len; j++)
        {
          BhAttachment *attachment = g_ptr_array_index (ticket->attachments, j);

          g_assert_cmpstr (attachment->type, ==, "image/png");
          g_assert_cmpint (attachment->size, <, 1024);
          if (g_hash_table_add (hashes, attachment->hash))
            g_assert_cmpint (bh_file_store_verify (folder, attachment->hash, NULL), ==,
                             BH_FILE_SOUND);
        }
    }
  g_assert_cmpuint (g_hash_table_size (hashes), ==, BH_DEMO_N_PICTURES);
  bh_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  bh_test_demo_add ("/demo/office/looks-like-life", test_looks_like_life);
  bh_test_demo_add ("/demo/office/events", test_events);
  bh_test_demo_add ("/demo/office/register", test_register);
  bh_test_demo_add ("/demo/office/measures", test_measures);
  bh_test_demo_add ("/demo/office/pictures", test_pictures);

  return bh_test_demo_run ();
}
