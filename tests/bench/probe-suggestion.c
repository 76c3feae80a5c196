/* SPDX-License-Identifier: GPL-3.0-or-later */
/* probe-suggestion DATABASE: what suggestions cost in that office, beside a frame. */
#include "desk/bh-similar.h"
#include "desk/bh-suggestion.h"
#include "storage/bh-store.h"

#include <stdio.h>

#define MAX_EXAMPLES 20000
#define N_ROUNDS 200
#define FRAME_USEC 16000.0

static const char *const texts[]
    = { "电梯困人，按了呼叫没有人应答", "厨房天花板漏水，滴到灶台上", "楼上深夜拖椅子，噪音很大",
        "停水没有提前通知", "门禁卡刷不开单元门" };

typedef struct
{
  BhOffice *office;
  BhClassifier *model;
  gint64 now;
} Probe;

static double
end_of (gint64 started)
{
  return (double) (g_get_monotonic_time () - started);
}

static void
print_usec (const char *what, double usec)
{
  printf ("%-28s %8.0f µs, %.4f of a frame\n", what, usec, usec / FRAME_USEC);
}

static gpointer
learn (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Probe *probe = user_data;
  gint64 started = g_get_monotonic_time ();

  probe->model
      = bh_suggestion_train (connection, probe->office, probe->now, MAX_EXAMPLES, NULL, error);
  if (probe->model != NULL)
    printf ("learned %u texts of %u categories in %.2f s\n",
            bh_classifier_get_n_samples (probe->model), bh_classifier_get_n_labels (probe->model),
            end_of (started) / G_USEC_PER_SEC);

  return probe->model;
}

static gint64
guess (Probe *probe, const char *text)
{
  g_auto (BhHint) hint = { 0 };

  bh_suggestion_find_category (probe->model, probe->office, text, NULL, &hint);

  return hint.id;
}

static gpointer
ask (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Probe *probe = user_data;
  double guessing, holder, similar;
  gint64 started = g_get_monotonic_time ();

  for (guint i = 0; i < N_ROUNDS; i++)
    guess (probe, texts[i % G_N_ELEMENTS (texts)]);
  guessing = end_of (started) / N_ROUNDS;

  started = g_get_monotonic_time ();
  for (guint i = 0; i < N_ROUNDS / 10; i++)
    {
      BhDispatchQuestion question
          = { .category_id = guess (probe, texts[i % G_N_ELEMENTS (texts)]) };
      g_autoptr (BhDispatchHint) hint
          = bh_suggestion_find_holder (connection, probe->office, &question, probe->now, error);

      if (hint == NULL)
        return NULL;
    }
  holder = end_of (started) / (N_ROUNDS / 10);

  started = g_get_monotonic_time ();
  for (guint i = 0; i < N_ROUNDS / 10; i++)
    {
      const char *text = texts[i % G_N_ELEMENTS (texts)];
      BhSimilarQuestion question
          = { .place = "1栋", .likely_id = guess (probe, text), .summary = text };
      g_autoptr (GPtrArray) found
          = bh_similar_find (connection, probe->office, &question, probe->now, error);

      if (found == NULL)
        return NULL;
    }
  similar = end_of (started) / (N_ROUNDS / 10);

  print_usec ("category of a text", guessing);
  print_usec ("department and person", holder);
  print_usec ("the same problem", similar);

  return probe;
}

int
main (int argc, char *argv[])
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhClassifier) model = NULL;
  g_autoptr (GError) error = NULL;
  Probe probe = { NULL, NULL, 0 };

  if (argc > 1)
    store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  if (store == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "probe-suggestion DATABASE");
      return 1;
    }
  office = bh_store_dup_office (store);
  probe.office = office;
  probe.now = bh_clock_now (clock);
  model = bh_store_read (store, learn, &probe, NULL, &error);
  if (model == NULL || bh_store_read (store, ask, &probe, NULL, &error) == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
