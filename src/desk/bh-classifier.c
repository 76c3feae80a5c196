/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-classifier-private.h"
#include "desk/bh-text-features.h"

#include <math.h>
#include <string.h>

/* A word of the summary counts as much as four of the description. */
#define SUMMARY_WEIGHT 4.0f
/* A label of which little is known is not trusted much: with n texts by n / (n + 2). */
#define DOUBT 2.0
/* A word of the reasons has at most so many, which are five Chinese characters. */
#define MAX_WORD_BYTES 15

BhClassifier *
bh_classifier_alloc (void)
{
  BhClassifier *self = g_new0 (BhClassifier, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

BhClassifier *
bh_classifier_ref (BhClassifier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bh_classifier_unref (BhClassifier *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->labels);
  g_free (self->label_counts);
  g_free (self->hashes);
  g_free (self->idf);
  g_free (self->weights);
  g_free (self);
}

guint
bh_classifier_get_n_samples (BhClassifier *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_samples;
}

guint
bh_classifier_get_n_labels (BhClassifier *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_labels;
}

/* Returns: FALSE where the hash is unknown */
static gboolean
find_column (const guint32 *hashes, guint n_hashes, guint32 hash, guint *column)
{
  guint low = 0, high = n_hashes;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hashes[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }
  *column = low;

  return low < n_hashes && hashes[low] == hash;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const BhTerm *x = a, *y = b;

  return (x->column > y->column) - (x->column < y->column);
}

static void
add_terms (GArray *terms, const guint32 *hashes, guint n_hashes, const char *text, float weight)
{
  g_autoptr (GArray) features = bh_text_features_collect (text, BH_CLASSIFIER_MAX_CHARS);

  for (guint i = 0; i < features->len; i++)
    {
      BhTerm term = { 0, weight };

      if (find_column (hashes, n_hashes, g_array_index (features, BhTextFeature, i).hash,
                       &term.column))
        g_array_append_val (terms, term);
    }
}

/* Each column once, with the sum of its values. */
static void
merge_terms (GArray *terms)
{
  guint n = 0;

  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    {
      BhTerm term = g_array_index (terms, BhTerm, i);

      if (n > 0 && g_array_index (terms, BhTerm, n - 1).column == term.column)
        g_array_index (terms, BhTerm, n - 1).value += term.value;
      else
        g_array_index (terms, BhTerm, n++) = term;
    }
  g_array_set_size (terms, n);
}

GArray *
bh_classifier_weigh (const guint32 *hashes,
                     guint n_hashes,
                     const float *idf,
                     const char *summary,
                     const char *description)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (BhTerm));
  float length = 0;

  add_terms (terms, hashes, n_hashes, summary, SUMMARY_WEIGHT);
  add_terms (terms, hashes, n_hashes, description, 1);
  merge_terms (terms);
  for (guint i = 0; i < terms->len; i++)
    {
      BhTerm *term = &g_array_index (terms, BhTerm, i);

      term->value = (1 + logf (term->value)) * (idf != NULL ? idf[term->column] : 1);
      length += term->value * term->value;
    }
  length = sqrtf (length);
  for (guint i = 0; i < terms->len; i++)
    g_array_index (terms, BhTerm, i).value /= length;

  return terms;
}

void
bh_classifier_score (BhClassifier *self, GArray *terms, double *scores)
{
  const float *bias = self->weights + (gsize) self->n_columns * self->n_labels;

  for (guint k = 0; k < self->n_labels; k++)
    scores[k] = (double) bias[k];
  for (guint i = 0; i < terms->len; i++)
    {
      BhTerm *term = &g_array_index (terms, BhTerm, i);
      const float *weights = self->weights + (gsize) term->column * self->n_labels;

      for (guint k = 0; k < self->n_labels; k++)
        scores[k] += (double) (term->value * weights[k]);
    }
}

void
bh_classifier_soften (double *scores, guint n, double temperature)
{
  double highest = scores[0];
  double sum = 0;

  for (guint k = 1; k < n; k++)
    highest = MAX (highest, scores[k]);
  for (guint k = 0; k < n; k++)
    {
      scores[k] = exp ((scores[k] - highest) / temperature);
      sum += scores[k];
    }
  for (guint k = 0; k < n; k++)
    scores[k] /= sum;
}

static guint
find_highest (const double *chances, guint n)
{
  guint best = 0;

  for (guint k = 1; k < n; k++)
    if (chances[k] > chances[best])
      best = k;

  return best;
}

guint
bh_classifier_guess (BhClassifier *self,
                     const char *summary,
                     const char *description,
                     BhGuess *guesses,
                     guint max_guesses)
{
  g_autoptr (GArray) terms = NULL;
  g_autofree double *chances = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (guesses != NULL, 0);

  n = MIN (max_guesses, self->n_labels);
  terms = bh_classifier_weigh (self->hashes, self->n_columns, self->idf, summary, description);
  if (terms->len == 0 || n == 0)
    return 0;

  chances = g_new (double, self->n_labels);
  bh_classifier_score (self, terms, chances);
  bh_classifier_soften (chances, self->n_labels, self->temperature);
  for (guint i = 0; i < n; i++)
    {
      guint best = find_highest (chances, self->n_labels);

      guesses[i].label = self->labels[best];
      guesses[i].confidence
          = chances[best] * self->label_counts[best] / (self->label_counts[best] + DOUBT);
      chances[best] = -1;
    }

  return n;
}

/* A piece of the text and how much it speaks for the label. */
typedef struct
{
  const char *from;
  const char *to;
  float strength;
} Piece;

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *x = a, *y = b;

  if (x->strength != y->strength)
    return x->strength < y->strength ? 1 : -1;

  return (x->from > y->from) - (x->from < y->from);
}

static void
add_pieces (BhClassifier *self, GArray *pieces, const char *text, guint label, float weight)
{
  g_autoptr (GArray) features = bh_text_features_collect (text, BH_CLASSIFIER_MAX_CHARS);

  for (guint i = 0; i < features->len; i++)
    {
      BhTextFeature *feature = &g_array_index (features, BhTextFeature, i);
      Piece piece = { text + feature->from, text + feature->from + feature->length, 0 };
      guint column;

      if (!feature->is_word || !find_column (self->hashes, self->n_columns, feature->hash, &column))
        continue;
      piece.strength
          = weight * self->idf[column] * self->weights[(gsize) column * self->n_labels + label];
      if (piece.strength > 0)
        g_array_append_val (pieces, piece);
    }
}

/* Pairs that overlap are one word: 电梯 and 梯困 and 困人 are 电梯困人. Returns: FALSE where it is
 * part of none of those found already */
static gboolean
join_piece (GArray *words, const Piece *piece)
{
  for (guint i = 0; i < words->len; i++)
    {
      Piece *word = &g_array_index (words, Piece, i);
      const char *from = MIN (word->from, piece->from);
      const char *to = MAX (word->to, piece->to);

      if (piece->from >= word->to || piece->to <= word->from)
        continue;
      if (to - from <= MAX_WORD_BYTES)
        {
          word->from = from;
          word->to = to;
        }
      return TRUE;
    }

  return FALSE;
}

static gboolean
has_word (GPtrArray *words, const char *word)
{
  for (guint i = 0; i < words->len; i++)
    if (strstr (g_ptr_array_index (words, i), word) != NULL)
      return TRUE;

  return FALSE;
}

/* The strongest pieces; those that say less than a third of the strongest only make words whole. */
static GArray *
choose_words (GArray *pieces, guint max_words)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Piece));

  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      gboolean strong = piece->strength >= g_array_index (pieces, Piece, 0).strength / 3;

      if (!join_piece (words, piece) && strong && words->len < max_words)
        g_array_append_val (words, *piece);
    }

  return words;
}

char **
bh_classifier_explain (
    BhClassifier *self, const char *summary, const char *description, gint64 label, guint max_words)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GArray) chosen = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint k = 0; k < self->n_labels; k++)
    if (self->labels[k] == label)
      {
        add_pieces (self, pieces, summary, k, SUMMARY_WEIGHT);
        add_pieces (self, pieces, description, k, 1);
      }
  chosen = choose_words (pieces, max_words);
  for (guint i = 0; i < chosen->len; i++)
    {
      Piece *piece = &g_array_index (chosen, Piece, i);
      g_autofree char *word = g_strndup (piece->from, (gsize) (piece->to - piece->from));

      if (!has_word (words, word))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}
