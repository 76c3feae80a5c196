/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-sentences.h"
#include "storage/bh-register-repository.h"
#include "support/bh-test-tickets.h"

#include <string.h>

/* Small offices, each made for one rule: its sentence stands there when the rule holds, and only
 * then. The month is March 2026. */

#define HOUR (G_GINT64_CONSTANT (3600) * BH_USEC_PER_SEC)
#define DAY (24 * HOUR)
/* 1 March 2026, 00:00 in Shanghai. */
#define MARCH (BH_TEST_NOW - 34 * HOUR)
#define FEBRUARY (MARCH - 28 * DAY)
#define JANUARY (FEBRUARY - 31 * DAY)
#define JUNE (MARCH + 92 * DAY)

typedef struct
{
  BhTestStore *office;
  gint64 departments[2];
  gint64 buildings[3];
  gint64 community;
  gint64 category;
  gint64 first; /* the last ticket that was received */
} Fixture;

/* What tickets are like; @n of them, an hour after each other from @from on. */
typedef struct
{
  guint n;
  gint64 from;
  gint64 finished_after; /* hours, 0: never */
  int department;        /* of the two, from 1; 0: none */
  int building;          /* of the three, from 1; 0: none; -1: each in its turn */
  int score;             /* 0: nobody asked */
  gboolean plain;        /* without category */
  gboolean repeats;      /* each repeats the one before */
  Fixture *f;
} Batch;

static void
step (BhWork *work, gint64 id, BhVerb verb, gint64 at, const char *key, const char *value)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();

  if (key != NULL)
    bh_payload_set (payload, key, value);
  g_assert_cmpint (bh_test_work_record_at (work, id, verb, at, payload), !=, 0);
}

static void
set_place (const Batch *batch, guint i, BhPayload *payload)
{
  guint building = batch->building < 0 ? i % 3 : (guint) batch->building - 1;

  if (batch->building == 0)
    return;
  bh_payload_set_int (payload, "place", batch->f->buildings[building]);
  bh_payload_set_int (payload, "community", batch->f->community);
}

static gint64
receive (const Batch *batch, BhWork *work, guint i, gint64 at)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();

  bh_payload_set (payload, "contact-name", "张三");
  bh_payload_set (payload, "contact-phone", "13800138000");
  bh_payload_set_yes (payload, "reachable", TRUE);
  if (!batch->plain)
    bh_payload_set_int (payload, "category", batch->f->category);
  if (batch->repeats && i > 0)
    bh_payload_set_int (payload, "repeat-of", batch->f->first);
  set_place (batch, i, payload);

  return bh_test_work_record_at (work, 0, BH_VERB_NEW, at, payload);
}

static void
finish (const Batch *batch, BhWork *work, gint64 id, gint64 at)
{
  g_autofree char *score = g_strdup_printf ("%d", batch->score);

  step (work, id, BH_VERB_ACCEPT, at, NULL, NULL);
  step (work, id, BH_VERB_INVESTIGATE, at, "responsibility", "property");
  step (work, id, BH_VERB_PLAN, at, "measure", "换");
  step (work, id, BH_VERB_FINISH, at, NULL, NULL);
  if (batch->score == 0)
    return;
  step (work, id, BH_VERB_SIGN, at, "by", "owner");
  {
    g_autoptr (BhPayload) payload = bh_payload_new ();

    bh_payload_set (payload, "reached", "yes");
    bh_payload_set (payload, "score", score);
    bh_payload_set (payload, "rework", "no");
    bh_test_work_record_at (work, id, BH_VERB_CALLBACK, at, payload);
  }
}

static gboolean
add_cb (BhWork *work, gpointer data, GError **error)
{
  const Batch *batch = data;

  for (guint i = 0; i < batch->n; i++)
    {
      gint64 at = batch->from + i * HOUR;
      gint64 id = receive (batch, work, i, at);

      batch->f->first = id;
      if (batch->department > 0 || batch->finished_after > 0)
        {
          g_autoptr (BhPayload) payload = bh_payload_new ();

          if (batch->department > 0)
            bh_payload_set_int (payload, "department",
                                batch->f->departments[batch->department - 1]);
          bh_test_work_record_at (work, id, BH_VERB_DISPATCH, at, payload);
        }
      if (batch->finished_after > 0)
        finish (batch, work, id, at + batch->finished_after * HOUR);
    }

  return TRUE;
}

static void
add (Fixture *f, Batch batch)
{
  batch.f = f;
  bh_test_store_write (f->office, add_cb, &batch);
}

static gboolean
fill_cb (BhWork *work, gpointer data, GError **error)
{
  Fixture *f = data;
  g_autoptr (BhPlace) garden = bh_place_new (0, BH_PLACE_COMMUNITY, "花园", 0, 0, NULL);
  BhOffice *office = bh_work_get_office (work, error);
  GPtrArray *categories = bh_office_list (office, BH_TYPE_CATEGORY);

  f->category = bh_entry_get_id (g_ptr_array_index (categories, 0));
  f->departments[0] = bh_register_add_department (work, "xa", "Alpha", error);
  f->departments[1] = bh_register_add_department (work, "xb", "Beta", error);
  f->community = bh_register_add_place (work, garden, error);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u栋", i + 1);
      g_autoptr (BhPlace) place
          = bh_place_new (0, BH_PLACE_BUILDING, name, f->community, f->community, NULL);

      f->buildings[i] = bh_register_add_place (work, place, error);
    }

  return f->buildings[2] != 0;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new_at (JUNE);
  bh_test_store_write (f->office, fill_cb, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_test_store_free (f->office);
}

typedef struct
{
  BhOffice *office;
  BhReportRequest request;
} Look;

static gpointer
compute_cb (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Look *look = data;
  g_autoptr (BhInsight) insight = bh_insight_new (connection, look->office, look->request.as_of,
                                                  BH_INSIGHT_EXACT, cancellable);

  return bh_report_sentences_compute (insight, &look->request, error);
}

/* Returns: (transfer full): the sentences, a line each */
static char *
say_as (Fixture *f, gint64 as_of, BhReportProfile profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);
  Look look = { office, { .month = 202603, .as_of = as_of, .made_at = as_of, .profile = profile } };
  g_autoptr (GPtrArray) sentences
      = bh_store_read (f->office->store, compute_cb, &look, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sentences->len, <=, BH_REPORT_MOST_SENTENCES);
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv ("\n", (char **) sentences->pdata);
}

static void
assert_says (Fixture *f, const char *words)
{
  g_autofree char *text = say_as (f, JUNE, BH_REPORT_INTERNAL);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static void
assert_silent (Fixture *f, const char *words)
{
  g_autofree char *text = say_as (f, JUNE, BH_REPORT_INTERNAL);

  if (strstr (text, words) != NULL)
    g_error ("“%s” is in:\n%s", words, text);
}

/* The office began to record in January. */
static void
begin (Fixture *f)
{
  add (f, (Batch){ .n = 1, .from = JANUARY, .finished_after = 1, .plain = TRUE, .score = 5 });
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_autofree char *text = say_as (f, JUNE, BH_REPORT_INTERNAL);

  g_assert_cmpstr (text, ==, "");
  /* One that is over long before says nothing of March. */
  begin (f);
  g_free (text);
  text = say_as (f, JUNE, BH_REPORT_INTERNAL);
  g_assert_cmpstr (text, ==, "");
}

static void
test_received (Fixture *f, gconstpointer data)
{
  g_autofree char *running = NULL;

  add (f, (Batch){ .n = 1, .from = MARCH + DAY, .finished_after = 1 });
  assert_says (f, "Received: 1 ticket.");
  begin (f);
  add (f, (Batch){ .n = 4, .from = FEBRUARY + DAY, .finished_after = 1 });
  add (f, (Batch){ .n = 5, .from = MARCH + DAY, .finished_after = 1 });
  assert_says (f, "Received: 6 tickets, +50.0% on the month before (4).");
  running = say_as (f, MARCH + 2 * DAY, BH_REPORT_INTERNAL);
  g_assert_nonnull (strstr (
      running, "Received so far: 6 tickets, +50.0% on the same days of the month before (4)."));
}

static void
test_rise (Fixture *f, gconstpointer data)
{
  begin (f);
  add (f, (Batch){ .n = 3, .from = FEBRUARY + DAY, .finished_after = 1, .building = -1 });
  add (f, (Batch){ .n = 7, .from = MARCH + DAY, .finished_after = 1, .building = 1 });
  assert_silent (f, "rose most"); /* 3 and 7: that may be chance */
  add (f, (Batch){ .n = 17, .from = MARCH + 2 * DAY, .finished_after = 1, .building = 1 });
  assert_says (f, "from 3 to 24, above all in 1栋: from 1 to 24.");
}

static void
test_rise_everywhere (Fixture *f, gconstpointer data)
{
  begin (f);
  add (f, (Batch){ .n = 3, .from = FEBRUARY + DAY, .finished_after = 1, .building = -1 });
  add (f, (Batch){ .n = 24, .from = MARCH + DAY, .finished_after = 1, .building = -1 });
  assert_says (f, "from 3 to 24, in many places.");
}

/* Without records of the month before there is no rise. */
static void
test_no_records (Fixture *f, gconstpointer data)
{
  add (f, (Batch){ .n = 40, .from = MARCH + DAY, .finished_after = 1 });
  assert_silent (f, "rose most");
  assert_silent (f, "on the month before");
}

static void
test_overdue (Fixture *f, gconstpointer data)
{
  add (f, (Batch){ .n = 2, .from = MARCH, .department = 1 });
  add (f, (Batch){ .n = 2, .from = MARCH, .department = 2 });
  assert_says (f, "Open at the end: 4 tickets, 4 past the deadline.");
  add (f, (Batch){ .n = 1, .from = MARCH, .department = 2 });
  assert_says (f, "Open at the end: 5 tickets, 5 past the deadline, 3 of these with Beta.");
}

static void
test_none_overdue (Fixture *f, gconstpointer data)
{
  add (f, (Batch){ .n = 3, .from = MARCH + 30 * DAY });
  assert_says (f, "Open at the end: 3 tickets, none past its deadline.");
}

static void
test_changes (Fixture *f, gconstpointer data)
{
  begin (f);
  add (f, (Batch){ .n = 20, .from = FEBRUARY + DAY, .finished_after = 1, .score = 5 });
  add (f, (Batch){ .n = 20, .from = FEBRUARY + DAY, .finished_after = 300, .score = 5 });
  add (f, (Batch){ .n = 21, .from = MARCH + DAY, .finished_after = 1, .score = 5 });
  add (f, (Batch){ .n = 19, .from = MARCH + DAY, .finished_after = 300, .score = 5 });
  assert_silent (f, "Better than"); /* 50.0% and 52.5% */
  add (f, (Batch){ .n = 80, .from = MARCH + 3 * DAY, .finished_after = 1, .score = 5 });
  assert_says (f, "Better than the month before: Handling time 2.0 d (−67.9%), ");
  assert_silent (f, "Worse than");
}

static void
test_targets (Fixture *f, gconstpointer data)
{
  add (f, (Batch){ .n = 9, .from = MARCH + DAY, .finished_after = 1, .repeats = TRUE });
  assert_silent (f, "Targets"); /* of 9 nothing is said */
  add (f, (Batch){ .n = 11, .from = MARCH + 2 * DAY, .finished_after = 1 });
  assert_says (f, "Repeats · Complaint, Repair 40.0% (≤ 15.0%, over by 25.0 points).");
  assert_says (f, "Targets missed: ");
  assert_says (f, "Targets met: Handling time · Complaint, Repair");
  assert_silent (f, "Satisfaction");
}

static void
test_satisfaction (Fixture *f, gconstpointer data)
{
  add (f, (Batch){ .n = 5, .from = MARCH + DAY, .finished_after = 1, .score = 5, .department = 1 });
  assert_silent (f, "Satisfied"); /* 5 callbacks */
  add (f,
       (Batch){ .n = 25, .from = MARCH + DAY, .finished_after = 1, .score = 5, .department = 1 });
  add (f, (Batch){ .n = 9, .from = MARCH + DAY, .finished_after = 1, .score = 3, .department = 2 });
  assert_says (f, "Satisfied: 76.9% (30 of 39).");
  add (f, (Batch){ .n = 9, .from = MARCH + DAY, .finished_after = 1, .score = 3, .department = 2 });
  assert_says (f, "Satisfied: 62.5% (30 of 48); the fewest with Beta: 0.0% (0 of 18).");
}

static void
test_chains (Fixture *f, gconstpointer data)
{
  g_autofree char *open = NULL;

  add (f, (Batch){ .n = 2, .from = MARCH + DAY, .building = 2, .repeats = TRUE });
  assert_silent (f, "came again most often");
  add (f, (Batch){ .n = 3, .from = MARCH + 3 * DAY, .building = 2, .repeats = TRUE });
  assert_says (f, "2栋: 3 times since 2026-03-04 (");
  open = say_as (f, JUNE, BH_REPORT_PUBLIC);
  g_assert_nonnull (strstr (open, "3 times since 2026-03-04 ("));
}

/* Words and names of people are for the office alone. */
static void
test_public (Fixture *f, gconstpointer data)
{
  g_autofree char *open = NULL;

  add (f, (Batch){ .n = 3, .from = MARCH + 3 * DAY, .plain = TRUE, .repeats = TRUE });
  assert_says (f, "What came again most often is 灯不亮: 3 times");
  open = say_as (f, JUNE, BH_REPORT_PUBLIC);
  g_assert_null (strstr (open, "灯不亮"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "empty", test_empty },
    { "received", test_received },
    { "rise", test_rise },
    { "rise-everywhere", test_rise_everywhere },
    { "no-records", test_no_records },
    { "overdue", test_overdue },
    { "none-overdue", test_none_overdue },
    { "changes", test_changes },
    { "targets", test_targets },
    { "satisfaction", test_satisfaction },
    { "chains", test_chains },
    { "public", test_public },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/report-sentences/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
