/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-office.h"

#include "demo/bh-demo-picture.h"
#include "demo/bh-demo-texts.h"
#include "domain/bh-error.h"
#include "domain/bh-staff-pin.h"
#include "domain/bh-ticket.h"
#include "storage/bh-file-store.h"
#include "storage/bh-measures.h"
#include "storage/bh-settings.h"
#include "storage/bh-storage-error.h"
#include "storage/bh-ticket-repository.h"

#include <glib/gstdio.h>
#include <string.h>

#define UNTIL 20260601
#define FIRST_YEAR 2024 /* 18 months before */
#define LARGE 1800
#define USEC_PER_DAY (24 * 60 * 60 * BH_USEC_PER_SEC)

static char *large_folder;

typedef struct
{
  char *folder;   /* (owned) */
  char *path;     /* (owned) */
  BhClock *clock; /* (owned) */
} Fixture;

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("bihuan-demo-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "office.bihuan", NULL);
  fixture->clock = bh_clock_new_fixed (G_GINT64_CONSTANT (1790000000) * BH_USEC_PER_SEC);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->clock);
}

static void
create (const char *path, guint tickets, guint64 seed)
{
  BhDemoOptions options = BH_DEMO_DEFAULT;
  g_autoptr (GError) error = NULL;
  gboolean done;

  options.tickets = tickets;
  options.seed = seed;
  options.until = UNTIL;
  done = bh_demo_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

/* The three tests that look at one large office share it: making it takes a second or two. */
static const char *
get_large_office (void)
{
  static char *path = NULL;

  if (path == NULL)
    {
      path = g_build_filename (large_folder, "large.bihuan", NULL);
      create (path, LARGE, 1);
    }

  return path;
}

static BhStore *
open_store (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  BhStore *store = bh_store_open (path, BH_OPEN_EXISTING, fixture->clock, &error);

  g_assert_no_error (error);

  return store;
}

/* All tickets in order of receipt, for what a test wants to know of them. */
static gpointer
load_tickets (BhConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GArray) ids = bh_ticket_repository_list_ids (
      connection, NULL, user_data, 0, BH_TICKET_COLUMN_RECEIVED, FALSE, -1, 0, error);
  g_autoptr (GPtrArray) tickets = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      BhTicket *ticket
          = bh_ticket_repository_load (connection, g_array_index (ids, gint64, i), error);

      if (ticket == NULL)
        return NULL;
      g_ptr_array_add (tickets, ticket);
    }

  return g_steal_pointer (&tickets);
}

static GPtrArray *
get_tickets (BhStore *store)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (store);
  g_autoptr (GError) error = NULL;
  GPtrArray *tickets = bh_store_read (store, load_tickets, office, NULL, &error);

  g_assert_no_error (error);

  return tickets;
}

/* The head of a ticket's chain stands for its whole history. */
static char *
describe (Fixture *fixture, const char *path)
{
  g_autoptr (BhStore) store = open_store (fixture, path);
  g_autoptr (GPtrArray) tickets = get_tickets (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tickets->len; i++)
    {
      BhTicket *ticket = g_ptr_array_index (tickets, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %d %s %s\n", ticket->id,
                              ticket->number, (int) ticket->status, ticket->head_hash,
                              ticket->summary);
    }
  bh_store_close (store);

  return g_string_free (text, FALSE);
}

static void
test_same_seed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *again = g_build_filename (fixture->folder, "again.bihuan", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.bihuan", NULL);
  g_autofree char *first_text = NULL;
  g_autofree char *again_text = NULL;
  g_autofree char *other_text = NULL;

  create (fixture->path, 120, 5);
  create (again, 120, 5);
  create (other, 120, 6);
  first_text = describe (fixture, fixture->path);
  again_text = describe (fixture, again);
  other_text = describe (fixture, other);

  g_assert_cmpuint (strlen (first_text), >, 120 * 64);
  g_assert_cmpstr (first_text, ==, again_text);
  g_assert_cmpstr (first_text, !=, other_text);
}

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
test_looks_like_life (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (GPtrArray) tickets = NULL;
  g_autoptr (GHashTable) summaries = g_hash_table_new (g_str_hash, g_str_equal);
  Counts counts = { 0 };

  store = open_store (fixture, get_large_office ());
  tickets = get_tickets (store);
  g_assert_cmpuint (tickets->len, ==, LARGE);

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
  g_assert_cmpuint (g_hash_table_size (summaries), >, LARGE / 2);
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
  g_autoptr (GPtrArray) tickets = load_tickets (connection, office, cancellable, error);
  guint64 *verbs = g_new0 (guint64, 1);
  BhPeriod first, last;

  g_assert_true (bh_office_time_get_day (bh_office_get_time (office), 20241201, &first));
  g_assert_true (bh_office_time_get_day (bh_office_get_time (office), UNTIL, &last));
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
test_events (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autofree guint64 *verbs = NULL;
  g_autoptr (GError) error = NULL;

  store = open_store (fixture, get_large_office ());
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
test_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhOffice) office = NULL;
  const BhDemoTop *tops = bh_demo_texts_get_tops ();
  GPtrArray *communities, *targets;
  int households = 0;

  create (fixture->path, 0, 1);
  store = open_store (fixture, fixture->path);
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
    g_assert_cmpint (BH_TARGET (g_ptr_array_index (targets, i))->year, >=, FIRST_YEAR);
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
test_measures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = open_store (fixture, get_large_office ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = bh_store_read (store, list_measures, NULL, NULL, &error);
  guint n_new = 0, n_carried = 0, n_overdue = 0, n_states[4] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (measures->len, ==, 8);
  for (guint i = 0; i < measures->len; i++)
    {
      BhMeasure *measure = g_ptr_array_index (measures, i);

      g_assert_cmpint (measure->ended_day, <, UNTIL);
      g_assert_cmpint (measure->department_id, !=, 0);
      n_states[measure->state]++;
      n_overdue += bh_measure_is_overdue (measure, UNTIL);
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
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = bh_file_store_dup_folder (get_large_office ());
  g_autoptr (BhStore) store = open_store (fixture, get_large_office ());
  g_autoptr (GPtrArray) tickets = get_tickets (store);
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

static void
assert_no_complaints (GPtrArray *complaints)
{
  g_assert_nonnull (complaints);
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  g_assert_cmpuint (complaints->len, ==, 0);
}

static void
test_passes_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (GPtrArray) wrong = NULL;
  g_autoptr (GPtrArray) different = NULL;
  g_autoptr (GError) error = NULL;

  store = open_store (fixture, get_large_office ());
  wrong = bh_check_run (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_no_complaints (wrong);
  different = bh_check_refold (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_no_complaints (different);
  bh_store_close (store);
}

/* Fails with @code, and leaves the folder as it was. */
static void
assert_refused (Fixture *fixture, const BhDemoOptions *options, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = g_strconcat (fixture->path, ".demo", NULL);

  g_assert_false (bh_demo_create (fixture->path, options, NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
}

static void
test_refuses_tickets (Fixture *fixture, gconstpointer data)
{
  BhDemoOptions options = BH_DEMO_DEFAULT;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  options.until = UNTIL;
  create (fixture->path, 5, 1);
  before = describe (fixture, fixture->path);
  assert_refused (fixture, &options, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS);
  after = describe (fixture, fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refuses_options (Fixture *fixture, gconstpointer data)
{
  BhDemoOptions options = BH_DEMO_DEFAULT;

  options.until = 20260231;
  assert_refused (fixture, &options, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  options.until = UNTIL;
  options.months = 0;
  assert_refused (fixture, &options, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static gboolean
set_timezone (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "timezone", "Asia/Tokyo", error);
}

/* A database without tickets keeps its settings and becomes the demo office. */
static void
test_fills_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhStore) filled = NULL;
  g_autoptr (GPtrArray) tickets = NULL;
  g_autoptr (BhStore) empty = bh_store_open (fixture->path, BH_OPEN_CREATE, fixture->clock, &error);

  g_assert_no_error (error);
  g_assert_true (bh_store_write (empty, set_timezone, NULL, NULL, &error));
  bh_store_close (empty);

  create (fixture->path, 7, 1);
  filled = open_store (fixture, fixture->path);
  office = bh_store_dup_office (filled);
  tickets = get_tickets (filled);
  g_assert_cmpstr (bh_office_time_get_zone (bh_office_get_time (office)), ==, "Asia/Tokyo");
  g_assert_cmpuint (tickets->len, ==, 7);
  bh_store_close (filled);
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <, 1);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  BhDemoOptions options = BH_DEMO_DEFAULT;

  options.until = UNTIL;
  g_assert_false (
      bh_demo_create (fixture->path, &options, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  large_folder = make_folder ();

  ADD ("/demo/office/same-seed", test_same_seed);
  ADD ("/demo/office/looks-like-life", test_looks_like_life);
  ADD ("/demo/office/events", test_events);
  ADD ("/demo/office/register", test_register);
  ADD ("/demo/office/measures", test_measures);
  ADD ("/demo/office/pictures", test_pictures);
  ADD ("/demo/office/passes-check", test_passes_check);
  ADD ("/demo/office/refuses-tickets", test_refuses_tickets);
  ADD ("/demo/office/refuses-options", test_refuses_options);
  ADD ("/demo/office/fills-empty", test_fills_empty);
  ADD ("/demo/office/cancel", test_cancel);

  result = g_test_run ();
  remove_folder (large_folder);

  return result;
}
