/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads lines of label, summary and description with tabs between from standard input, each message
 * once, and learns from four fifths of them to guess the rest, five times. */
#include "desk/bh-classifier.h"
#include "desk/bh-text-features.h"

#include <math.h>
#include <stdio.h>

#define N_FOLDS 5
#define MAX_LABELS 64
#define N_TELLING 40
#define MAX_CHARS 300
#define N_BINS 10
#define FRAME_USEC 16000.0

typedef struct
{
  char **parts; /* (owned): label, summary, description */
  guint label;
  guint fold;
  GArray *words; /* (owned) */
} Message;

typedef struct
{
  guint hits[MAX_LABELS];
  guint guessed[MAX_LABELS];
  guint present[MAX_LABELS];
  guint right;
  guint n;
} Tally;

static guint n_labels;

static void
message_free (gpointer data)
{
  Message *message = data;

  g_strfreev (message->parts);
  g_array_unref (message->words);
  g_free (message);
}

/* Without blanks, punctuation and case: what is written twice differs in these alone. */
static char *
dup_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (p)));

  return g_string_free (key, FALSE);
}

static guint
find_label (GPtrArray *labels, const char *name)
{
  guint i;

  if (g_ptr_array_find_with_equal_func (labels, name, g_str_equal, &i))
    return i;
  g_ptr_array_add (labels, g_strdup (name));

  return labels->len - 1;
}

/* A description that was sent again under another title is left out too. */
static GPtrArray *
read_messages (GPtrArray *labels)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func (message_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (fileno (stdin));
  g_autofree char *all = NULL;
  g_auto (GStrv) lines = NULL;

  g_io_channel_read_to_end (input, &all, NULL, NULL);
  lines = g_strsplit (all != NULL ? all : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);
      g_autofree char *key = NULL;
      Message *message;

      if (g_strv_length (parts) < 3)
        continue;
      key = dup_key (parts[2]);
      if (g_hash_table_contains (seen, key))
        continue;
      message = g_new0 (Message, 1);
      message->fold = g_str_hash (key) / 7 % N_FOLDS;
      message->label = find_label (labels, parts[0]);
      message->parts = g_steal_pointer (&parts);
      message->words = bh_text_features_hash_words (message->parts[1], MAX_CHARS);
      g_hash_table_add (seen, g_steal_pointer (&key));
      g_ptr_array_add (messages, message);
    }

  return messages;
}

static void
count (Tally *tally, guint guess, guint truth)
{
  tally->n++;
  tally->right += guess == truth;
  tally->hits[truth] += guess == truth;
  tally->guessed[guess]++;
  tally->present[truth]++;
}

static void
print_tally (const char *name, Tally *tally)
{
  double f1 = 0;

  for (guint k = 0; k < n_labels; k++)
    if (tally->hits[k] > 0)
      f1 += 2.0 * tally->hits[k] / (tally->guessed[k] + tally->present[k]);
  printf ("%-28s accuracy %.4f  macro-F1 %.4f\n", name, (double) tally->right / tally->n,
          f1 / n_labels);
}

static guint
find_majority (GPtrArray *messages, guint fold)
{
  guint counts[MAX_LABELS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      Message *message = g_ptr_array_index (messages, i);

      if (message->fold != fold)
        counts[message->label]++;
    }
  for (guint k = 1; k < n_labels; k++)
    if (counts[k] > counts[best])
      best = k;

  return best;
}

typedef struct
{
  guint32 hash;
  double strength;
} Telling;

static int
compare_telling (gconstpointer a, gconstpointer b)
{
  const Telling *x = a, *y = b;

  return (x->strength < y->strength) - (x->strength > y->strength);
}

/* By word: how many messages of each label that are not of @fold have it in the summary. */
static GHashTable *
count_words (GPtrArray *messages, guint fold)
{
  GHashTable *counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < messages->len; i++)
    {
      Message *message = g_ptr_array_index (messages, i);

      for (guint w = 0; message->fold != fold && w < message->words->len; w++)
        {
          gpointer key = GUINT_TO_POINTER (g_array_index (message->words, guint32, w));
          guint *of_word = g_hash_table_lookup (counts, key);

          if (of_word == NULL)
            g_hash_table_insert (counts, key, of_word = g_new0 (guint, MAX_LABELS));
          of_word[message->label]++;
        }
    }

  return counts;
}

/* The words of a label are those that most of its messages have and few of the others. */
static GHashTable *
choose_telling (GHashTable *counts, guint label)
{
  GHashTable *chosen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Telling));
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint *of_word = value, total = 0;
      Telling telling = { GPOINTER_TO_UINT (key), 0 };

      for (guint k = 0; k < n_labels; k++)
        total += of_word[k];
      telling.strength = of_word[label] * ((double) of_word[label] / total);
      g_array_append_val (all, telling);
    }
  g_array_sort (all, compare_telling);
  for (guint i = 0; i < MIN (all->len, N_TELLING); i++)
    g_hash_table_add (chosen, GUINT_TO_POINTER (g_array_index (all, Telling, i).hash));

  return chosen;
}

static void
try_words (GPtrArray *messages, guint fold, guint majority, Tally *tally)
{
  g_autoptr (GHashTable) counts = count_words (messages, fold);
  GHashTable *telling[MAX_LABELS];

  for (guint k = 0; k < n_labels; k++)
    telling[k] = choose_telling (counts, k);
  for (guint i = 0; i < messages->len; i++)
    {
      Message *message = g_ptr_array_index (messages, i);
      guint best = majority, most = 0;

      if (message->fold != fold)
        continue;
      for (guint k = 0; k < n_labels; k++)
        {
          guint hits = 0;

          for (guint w = 0; w < message->words->len; w++)
            hits += g_hash_table_contains (
                telling[k], GUINT_TO_POINTER (g_array_index (message->words, guint32, w)));
          if (hits > most)
            {
              most = hits;
              best = k;
            }
        }
      count (tally, best, message->label);
    }
  for (guint k = 0; k < n_labels; k++)
    g_hash_table_unref (telling[k]);
}

static BhClassifier *
train (GPtrArray *messages, guint fold)
{
  g_autofree BhSample *samples = g_new (BhSample, messages->len);
  guint n = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      Message *message = g_ptr_array_index (messages, i);

      if (message->fold != fold)
        samples[n++] = (BhSample){ message->parts[1], message->parts[2], message->label + 1 };
    }

  return bh_classifier_train (samples, n, NULL, NULL);
}

/* How often those of a confidence are right. */
typedef struct
{
  double confidence[N_BINS];
  guint right[N_BINS];
  guint n[N_BINS];
} Calibration;

static double
try_classifier (GPtrArray *messages, guint fold, Tally *tally, Tally *summaries, Calibration *bins)
{
  gint64 started = g_get_monotonic_time ();
  g_autoptr (BhClassifier) model = train (messages, fold);
  double seconds = (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC;

  for (guint i = 0; i < messages->len; i++)
    {
      Message *message = g_ptr_array_index (messages, i);
      BhGuess guess = { 1, 0 };
      guint bin;

      if (message->fold != fold)
        continue;
      bh_classifier_guess (model, message->parts[1], NULL, &guess, 1);
      count (summaries, (guint) guess.label - 1, message->label);
      bh_classifier_guess (model, message->parts[1], message->parts[2], &guess, 1);
      count (tally, (guint) guess.label - 1, message->label);
      bin = MIN ((guint) (guess.confidence * N_BINS), N_BINS - 1);
      bins->confidence[bin] += guess.confidence;
      bins->right[bin] += (guint) guess.label - 1 == message->label;
      bins->n[bin]++;
    }

  return seconds;
}

static void
print_calibration (Calibration *bins, guint n)
{
  double error = 0;

  for (guint i = 0; i < N_BINS; i++)
    {
      if (bins->n[i] == 0)
        continue;
      error += fabs (bins->confidence[i] - bins->right[i]) / n;
      printf ("  confidence %.2f  right %.2f  of %u\n", bins->confidence[i] / bins->n[i],
              (double) bins->right[i] / bins->n[i], bins->n[i]);
    }
  printf ("  expected calibration error %.3f\n", error);
}

static void
time_guess (GPtrArray *messages)
{
  g_autoptr (BhClassifier) model = train (messages, N_FOLDS);
  gint64 started = g_get_monotonic_time ();
  double usec;

  for (guint i = 0; i < messages->len; i++)
    {
      Message *message = g_ptr_array_index (messages, i);
      BhGuess guess;

      bh_classifier_guess (model, message->parts[1], message->parts[2], &guess, 1);
    }
  usec = (double) (g_get_monotonic_time () - started) / messages->len;
  printf ("one guess: %.0f µs, %.4f of a frame\n", usec, usec / FRAME_USEC);
}

int
main (void)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) messages = read_messages (labels);
  Tally majority = { 0 }, words = { 0 }, summaries = { 0 }, tally = { 0 };
  Calibration bins = { 0 };
  double seconds = 0;

  n_labels = labels->len;
  if (messages->len < N_FOLDS || n_labels > MAX_LABELS)
    {
      fprintf (stderr, "There are no labelled messages on standard input.\n");
      return 1;
    }
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      guint most = find_majority (messages, fold);

      for (guint i = 0; i < messages->len; i++)
        {
          Message *message = g_ptr_array_index (messages, i);

          if (message->fold == fold)
            count (&majority, most, message->label);
        }
      try_words (messages, fold, most, &words);
      seconds += try_classifier (messages, fold, &tally, &summaries, &bins);
      if (fold == 0)
        {
          printf ("%u messages, %u labels; one fifth held out:\n", messages->len, n_labels);
          print_tally ("  majority", &majority);
          print_tally ("  telling words", &words);
          print_tally ("  classifier, summary alone", &summaries);
          print_tally ("  classifier", &tally);
        }
    }
  printf ("each fifth held out once:\n");
  print_tally ("  majority", &majority);
  print_tally ("  telling words", &words);
  print_tally ("  classifier, summary alone", &summaries);
  print_tally ("  classifier", &tally);
  print_calibration (&bins, tally.n);
  printf ("learning from %u messages: %.2f s\n", messages->len * (N_FOLDS - 1) / N_FOLDS,
          seconds / N_FOLDS);
  time_guess (messages);

  return 0;
}
