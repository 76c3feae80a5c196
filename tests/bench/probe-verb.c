/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verbs.h"
#include "storage/bh-store.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* probe-verb SMALL LARGE, for bench-verb: what a verb takes (load, check, fold, save, notice) in
 * two databases, in turns: made for a thousand tickets and a million. Both belong into a folder in
 * memory, where nothing waits for a disk: what is written is counted instead. Fails when the large
 * one takes more than 1.5 times as long. */

#define N_TICKETS 400
#define MAX_RATIO 1.5
#define PAGE 4096

/* One database: its tickets that are worked on, spread over all of it. */
typedef struct
{
  BhStore *store;
  GArray *ids;    /* (element-type gint64) */
  GArray *micros; /* (element-type double): of a verb, processor time */
  GArray *pages;  /* (element-type double) */
  double total;   /* of the verbs so far, their medians added up */
} Office;

static gpointer
read_ids (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GArray *ids = user_data;
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT id FROM ticket WHERE status BETWEEN 10 AND 50", error);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE ? ids : NULL;
}

/* Every open ticket has the same chance. */
static void
choose (GArray *ids)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < MIN (N_TICKETS, ids->len); i++)
    {
      guint other = (guint) g_rand_int_range (rand, (gint32) i, (gint32) ids->len);
      gint64 id = g_array_index (ids, gint64, other);

      g_array_index (ids, gint64, other) = g_array_index (ids, gint64, i);
      g_array_index (ids, gint64, i) = id;
    }
  g_array_set_size (ids, MIN (N_TICKETS, ids->len));
}

static gboolean
open_office (Office *office, const char *path, GError **error)
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();

  office->store = bh_store_open (path, BH_OPEN_EXISTING, clock, error);
  office->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  office->micros = g_array_new (FALSE, FALSE, sizeof (double));
  office->pages = g_array_new (FALSE, FALSE, sizeof (double));
  if (office->store == NULL
      || bh_store_read (office->store, read_ids, office->ids, NULL, error) == NULL)
    return FALSE;
  choose (office->ids);

  return TRUE;
}

static void
close_office (Office *office)
{
  g_clear_object (&office->store);
  g_clear_pointer (&office->ids, g_array_unref);
  g_clear_pointer (&office->micros, g_array_unref);
  g_clear_pointer (&office->pages, g_array_unref);
}

typedef struct
{
  BhVerb verb;
  gint64 ticket_id;
  BhPayload *inputs;
} Step;

static gboolean
do_step (BhWork *work, gpointer user_data, GError **error)
{
  Step *step = user_data;
  BhActor actor = { 0, 0, BH_ROLE_CLERK };

  return bh_verbs_do (work, step->verb, step->ticket_id, step->inputs, &actor, 0, error) != NULL;
}

/* All that this program has given to write, in pages. */
static double
count_pages (void)
{
  g_autofree char *text = NULL;
  const char *count = NULL;

  if (g_file_get_contents ("/proc/self/io", &text, NULL, NULL))
    count = g_strstr_len (text, -1, "wchar: ");

  return count != NULL ? g_ascii_strtod (count + strlen ("wchar: "), NULL) / PAGE : 0;
}

static double
get_micros (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static gboolean
measure (Office *office, guint i, BhVerb verb, BhPayload *inputs, GError **error)
{
  g_autoptr (BhPayload) own = bh_payload_copy (inputs);
  Step step = { verb, g_array_index (office->ids, gint64, i % office->ids->len), own };
  double pages = count_pages ();
  double micros;

  if (verb == BH_VERB_CORRECT)
    bh_payload_set_int (own, "summary", i + 1);
  micros = get_micros ();
  if (!bh_store_write (office->store, do_step, &step, NULL, error))
    return FALSE;

  micros = get_micros () - micros;
  pages = count_pages () - pages;
  g_array_append_val (office->micros, micros);
  g_array_append_val (office->pages, pages);

  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
get_median (GArray *values)
{
  g_array_sort (values, compare);

  return g_array_index (values, double, values->len / 2);
}

static gboolean
compare_verb (Office *small, Office *large, BhVerb verb, const char *text, GError **error)
{
  g_autoptr (BhPayload) inputs = bh_payload_parse (text, error);
  double small_micros, large_micros, small_pages, large_pages;

  g_array_set_size (small->micros, 0);
  g_array_set_size (large->micros, 0);
  g_array_set_size (small->pages, 0);
  g_array_set_size (large->pages, 0);
  for (guint i = 0; i < N_TICKETS; i++)
    if (!measure (small, i, verb, inputs, error) || !measure (large, i, verb, inputs, error))
      return FALSE;

  small_micros = get_median (small->micros);
  large_micros = get_median (large->micros);
  small_pages = get_median (small->pages);
  large_pages = get_median (large->pages);
  g_print ("%s: %.0f us and %.1f pages against %.0f us and %.1f pages: %.2f times as long\n",
           bh_list_get_code (BH_LIST_VERB, (int) verb), large_micros, large_pages, small_micros,
           small_pages, large_micros / small_micros);
  small->total += small_micros;
  large->total += large_micros;

  return TRUE;
}

static gboolean
judge (Office *small, Office *large, GError **error)
{
  g_print ("together: %.2f times as long, at most %.1f\n", large->total / small->total, MAX_RATIO);
  if (large->total <= MAX_RATIO * small->total)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "more than %.1f times", MAX_RATIO);

  return FALSE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  Office small = { 0 }, large = { 0 };
  gboolean good;

  setlocale (LC_ALL, "");
  if (argc != 3)
    {
      g_printerr ("usage: probe-verb SMALL LARGE\n");
      return 2;
    }

  good = open_office (&small, argv[1], &error) && open_office (&large, argv[2], &error)
         && compare_verb (&small, &large, BH_VERB_NOTE, "text=等材料到货\n", &error)
         && compare_verb (&small, &large, BH_VERB_CONTACT, "text=已电话说明进度\n", &error)
         && compare_verb (&small, &large, BH_VERB_REMIND, "text=又来催\n", &error)
         && compare_verb (&small, &large, BH_VERB_CORRECT, "reason=听错\n", &error)
         && judge (&small, &large, &error);
  if (!good)
    g_printerr ("probe-verb: %s\n", error->message);
  close_office (&small);
  close_office (&large);

  return good ? 0 : 1;
}
