/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-classifier-private.h"
#include "desk/bh-text-features.h"

#include <math.h>
#include <string.h>

/* Found by trying on a part of labelled messages, see tests/bench/bench-classifier. */
#define PENALTY 1.0      /* of a text on the wrong side: C of the support vector machine */
#define BAYES_PART 0.3f  /* how much of complement naive Bayes is added */
#define BAYES_PRIOR 0.05 /* its count of what was never seen */
#define MAX_PASSES 30    /* over the texts, for one label */
#define TOLERANCE 0.1    /* of the gradients, at which a plane is good enough */
#define MANY_SAMPLES 500 /* from here on, what stands in a single text says nothing */
#define HELD_OUT 5       /* each so many-th text is held out to find the temperature */
#define MIN_HELD_OUT 40  /* fewer say nothing of it */
#define PLAIN_TEMPERATURE 0.4
#define SEED 20260101u

typedef struct
{
  const BhSample *samples; /* (not owned) */
  guint n_samples;
  GCancellable *cancellable; /* (nullable) */
  GArray *terms;             /* (owned): of all texts, one after the other */
  guint *starts;             /* (owned): where those of a text begin; one more than texts */
  guint *label_of;           /* (owned): index of the label */
  BhClassifier *model;       /* (not owned) */
} Trainer;

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint32 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static guint
find_label (BhClassifier *model, gint64 label)
{
  const gint64 *found
      = bsearch (&label, model->labels, model->n_labels, sizeof label, compare_labels);

  return (guint) (found - model->labels);
}

static void
collect_labels (Trainer *self)
{
  BhClassifier *model = self->model;
  gint64 *labels = g_new (gint64, self->n_samples + 1);

  for (guint i = 0; i < self->n_samples; i++)
    labels[i] = self->samples[i].label;
  qsort (labels, self->n_samples, sizeof *labels, compare_labels);
  for (guint i = 0; i < self->n_samples; i++)
    if (model->n_labels == 0 || labels[model->n_labels - 1] != labels[i])
      labels[model->n_labels++] = labels[i];
  model->labels = labels;
  model->label_counts = g_new0 (guint, model->n_labels + 1);

  self->label_of = g_new (guint, self->n_samples + 1);
  for (guint i = 0; i < self->n_samples; i++)
    {
      self->label_of[i] = find_label (model, self->samples[i].label);
      model->label_counts[self->label_of[i]]++;
    }
}

/* Adds what is in the text, each once. */
static void
count_features (GHashTable *counts, GHashTable *seen, const char *text)
{
  g_autoptr (GArray) features = bh_text_features_collect (text, BH_CLASSIFIER_MAX_CHARS);

  for (guint i = 0; i < features->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (g_array_index (features, BhTextFeature, i).hash);

      if (g_hash_table_add (seen, key))
        g_hash_table_insert (
            counts, key,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
}

static GHashTable *
count_texts (Trainer *self)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->n_samples && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      g_hash_table_remove_all (seen);
      count_features (counts, seen, self->samples[i].summary);
      count_features (counts, seen, self->samples[i].description);
    }

  return counts;
}

/* The columns are the features that are in more than a single text, where there are many texts. */
static void
collect_columns (Trainer *self)
{
  g_autoptr (GHashTable) counts = count_texts (self);
  guint least = self->n_samples >= MANY_SAMPLES ? 2 : 1;
  BhClassifier *model = self->model;
  GHashTableIter iter;
  gpointer key, value;

  model->hashes = g_new (guint32, g_hash_table_size (counts) + 1);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) >= least)
      model->hashes[model->n_columns++] = GPOINTER_TO_UINT (key);
  qsort (model->hashes, model->n_columns, sizeof *model->hashes, compare_hashes);

  model->idf = g_new (float, model->n_columns + 1);
  for (guint v = 0; v < model->n_columns; v++)
    {
      guint count
          = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (model->hashes[v])));

      model->idf[v] = logf ((1.0f + self->n_samples) / (1.0f + count)) + 1;
    }
}

static void
weigh_texts (Trainer *self)
{
  BhClassifier *model = self->model;

  self->terms = g_array_new (FALSE, FALSE, sizeof (BhTerm));
  self->starts = g_new0 (guint, self->n_samples + 1);
  for (guint i = 0; i < self->n_samples; i++)
    {
      g_autoptr (GArray) terms
          = bh_classifier_weigh (model->hashes, model->n_columns, model->idf,
                                 self->samples[i].summary, self->samples[i].description);

      if (terms->len > 0)
        g_array_append_vals (self->terms, terms->data, terms->len);
      self->starts[i + 1] = self->terms->len;
    }
}

static const BhTerm *
get_terms (Trainer *self, guint i, guint *n_terms)
{
  *n_terms = self->starts[i + 1] - self->starts[i];

  return &g_array_index (self->terms, BhTerm, self->starts[i]);
}

/* One plane on its way: the text i is @sign[i] away from it by at least 1, or pays. */
typedef struct
{
  Trainer *trainer;
  guint label;
  float *weights; /* (owned): by column; the last is the bias */
  double *alpha;  /* (owned): by text */
  guint *active;  /* (owned): texts that still move the plane */
  guint n_active;
  double limit; /* a resting text whose gradient is beyond this is left alone */
} Plane;

static double
get_gradient (Plane *self, guint i, double sign)
{
  guint n_terms;
  const BhTerm *terms = get_terms (self->trainer, i, &n_terms);
  float distance = self->weights[self->trainer->model->n_columns];

  for (guint t = 0; t < n_terms; t++)
    distance += self->weights[terms[t].column] * terms[t].value;

  return sign * (double) distance - 1 + self->alpha[i] / (2 * PENALTY);
}

static void
move_plane (Plane *self, guint i, float step)
{
  guint n_terms;
  const BhTerm *terms = get_terms (self->trainer, i, &n_terms);

  for (guint t = 0; t < n_terms; t++)
    self->weights[terms[t].column] += step * terms[t].value;
  self->weights[self->trainer->model->n_columns] += step;
}

/* Texts and bias are of length 1. */
#define CURVATURE (1 + 1 + 1 / (2 * PENALTY))

static void
shuffle (guint *numbers, guint n, GRand *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      guint kept = numbers[i - 1];

      numbers[i - 1] = numbers[j];
      numbers[j] = kept;
    }
}

/* Returns: by how much the gradients of this pass differ */
static double
pass_once (Plane *self, GRand *random)
{
  double highest = -G_MAXDOUBLE, lowest = G_MAXDOUBLE;
  guint kept = 0;

  shuffle (self->active, self->n_active, random);
  for (guint a = 0; a < self->n_active; a++)
    {
      guint i = self->active[a];
      double sign = self->trainer->label_of[i] == self->label ? 1 : -1;
      double gradient = get_gradient (self, i, sign);
      double before = self->alpha[i];

      if (before <= 0 && gradient > self->limit)
        continue;
      self->active[kept++] = i;
      if (before <= 0)
        gradient = MIN (gradient, 0);
      highest = MAX (highest, gradient);
      lowest = MIN (lowest, gradient);
      if (fabs (gradient) < 1e-12)
        continue;
      self->alpha[i] = MAX (before - gradient / CURVATURE, 0);
      move_plane (self, i, (float) ((self->alpha[i] - before) * sign));
    }
  self->n_active = kept;
  self->limit = highest > 0 ? highest : G_MAXDOUBLE;

  return kept > 0 ? highest - lowest : 0;
}

static void
find_plane (Plane *self, const guint *texts, guint n_texts)
{
  Trainer *trainer = self->trainer;
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED + self->label);

  memset (self->weights, 0, sizeof (float) * (trainer->model->n_columns + 1));
  memset (self->alpha, 0, sizeof (double) * trainer->n_samples);
  memcpy (self->active, texts, sizeof *texts * n_texts);
  self->n_active = n_texts;
  self->limit = G_MAXDOUBLE;
  for (guint pass = 0; pass < MAX_PASSES; pass++)
    if (g_cancellable_is_cancelled (trainer->cancellable) || pass_once (self, random) < TOLERANCE)
      break;
}

/* Puts the plane's weights among those of the model. */
static void
keep_plane (Plane *self)
{
  BhClassifier *model = self->trainer->model;

  for (guint v = 0; v <= model->n_columns; v++)
    model->weights[(gsize) v * model->n_labels + self->label] = self->weights[v];
}

static void
find_planes (Trainer *self, const guint *texts, guint n_texts)
{
  g_autofree float *weights = g_new (float, self->model->n_columns + 1);
  g_autofree double *alpha = g_new (double, self->n_samples);
  g_autofree guint *active = g_new (guint, self->n_samples);
  Plane plane = { self, 0, weights, alpha, active, 0, 0 };

  for (; plane.label < self->model->n_labels; plane.label++)
    {
      find_plane (&plane, texts, n_texts);
      keep_plane (&plane);
    }
}

/* By column: how much of it is in the texts of @label, or in all with %G_MAXUINT. */
static double *
sum_columns (Trainer *self, const guint *texts, guint n_texts, guint label, double *sum)
{
  double *sums = g_new0 (double, self->model->n_columns + 1);

  *sum = 0;
  for (guint j = 0; j < n_texts; j++)
    {
      guint n_terms;
      const BhTerm *terms = get_terms (self, texts[j], &n_terms);

      if (label != G_MAXUINT && self->label_of[texts[j]] != label)
        continue;
      for (guint t = 0; t < n_terms; t++)
        {
          sums[terms[t].column] += (double) terms[t].value;
          *sum += (double) terms[t].value;
        }
    }

  return sums;
}

static void
add_bayes (Trainer *self, const guint *texts, guint n_texts)
{
  BhClassifier *model = self->model;
  double total, of_label;
  g_autofree double *all = sum_columns (self, texts, n_texts, G_MAXUINT, &total);

  for (guint k = 0; k < model->n_labels; k++)
    {
      g_autofree double *mine = sum_columns (self, texts, n_texts, k, &of_label);
      double others = total - of_label + BAYES_PRIOR * model->n_columns;

      for (guint v = 0; v < model->n_columns; v++)
        model->weights[(gsize) v * model->n_labels + k]
            -= BAYES_PART * (float) log ((all[v] - mine[v] + BAYES_PRIOR) / others);
    }
}

/* What speaks for all labels alike speaks for none. */
static void
center_weights (BhClassifier *model)
{
  for (guint v = 0; v < model->n_columns; v++)
    {
      float *weights = model->weights + (gsize) v * model->n_labels;
      float mean = 0;

      for (guint k = 0; k < model->n_labels; k++)
        mean += weights[k] / model->n_labels;
      for (guint k = 0; k < model->n_labels; k++)
        weights[k] -= mean;
    }
}

static void
learn (Trainer *self, const guint *texts, guint n_texts)
{
  find_planes (self, texts, n_texts);
  add_bayes (self, texts, n_texts);
  center_weights (self->model);
}

/* Mean surprise (negative log likelihood) at the right labels of the texts held out. */
static double
measure_surprise (Trainer *self, GArray *held, const double *scores, double temperature)
{
  guint n_labels = self->model->n_labels;
  g_autofree double *chances = g_new (double, n_labels);
  double surprise = 0;

  for (guint j = 0; j < held->len; j++)
    {
      guint label = self->label_of[g_array_index (held, guint, j)];

      memcpy (chances, scores + (gsize) j * n_labels, sizeof *chances * n_labels);
      bh_classifier_soften (chances, n_labels, temperature);
      surprise -= log (MAX (chances[label], 1e-9));
    }

  return surprise / held->len;
}

static double *
score_texts (Trainer *self, GArray *held)
{
  double *scores = g_new (double, (gsize) held->len * self->model->n_labels);

  for (guint j = 0; j < held->len; j++)
    {
      g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (BhTerm));
      guint n_terms;
      const BhTerm *of_text = get_terms (self, g_array_index (held, guint, j), &n_terms);

      if (n_terms > 0)
        g_array_append_vals (terms, of_text, n_terms);
      bh_classifier_score (self->model, terms, scores + (gsize) j * self->model->n_labels);
    }

  return scores;
}

/* Golden section over the logarithm: the surprise has one lowest point. */
static double
find_temperature (Trainer *self, GArray *held)
{
  const double golden = 0.6180339887498949;
  g_autofree double *scores = score_texts (self, held);
  double low = log (0.02), high = log (4);

  for (guint i = 0; i < 20; i++)
    {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);

      if (measure_surprise (self, held, scores, exp (left))
          < measure_surprise (self, held, scores, exp (right)))
        high = right;
      else
        low = left;
    }

  return exp ((low + high) / 2);
}

static void
learn_all (Trainer *self)
{
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *texts = g_new (guint, self->n_samples + 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < self->n_samples; i++)
    {
      texts[i] = i;
      g_array_append_val (g_rand_int_range (random, 0, HELD_OUT) == 0 ? held : rest, i);
    }
  self->model->temperature = PLAIN_TEMPERATURE;
  if (held->len >= MIN_HELD_OUT)
    {
      learn (self, (guint *) (gpointer) rest->data, rest->len);
      self->model->temperature = find_temperature (self, held);
    }
  learn (self, texts, self->n_samples);
}

BhClassifier *
bh_classifier_train (const BhSample *samples,
                     guint n_samples,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (BhClassifier) model = bh_classifier_alloc ();
  Trainer trainer = { samples, n_samples, cancellable, NULL, NULL, NULL, model };

  g_return_val_if_fail (samples != NULL || n_samples == 0, NULL);

  model->n_samples = n_samples;
  collect_labels (&trainer);
  collect_columns (&trainer);
  model->weights = g_new0 (float, ((gsize) model->n_columns + 1) * model->n_labels + 1);
  weigh_texts (&trainer);
  if (model->n_labels > 0)
    learn_all (&trainer);
  g_array_unref (trainer.terms);
  g_free (trainer.starts);
  g_free (trainer.label_of);

  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
                                                                   : g_steal_pointer (&model);
}
