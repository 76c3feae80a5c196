/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BhClassifier:
 *
 * Learned from texts with labels, says which label a new text most likely has. One linear score a
 * label over the characters, pairs of characters and words of the text (tf-idf, of unit length):
 * the separating plane of a linear support vector machine against all other labels (dual coordinate
 * descent: Hsieh and others, ICML 2008), plus a part of complement naive Bayes (Rennie and others,
 * ICML 2003), which knows more of rare words. A softmax makes chances of the scores; its
 * temperature is found on texts that were not learned from. Knows neither database nor language
 * beyond the characters. Immutable: any thread may ask it.
 */
typedef struct _BhClassifier BhClassifier;

/**
 * BhSample:
 * @summary: (nullable): what it is about, in a line
 * @description: (nullable): the rest of it
 * @label: an id, not 0
 *
 * A text to learn from. Nothing is owned.
 */
typedef struct
{
  const char *summary;
  const char *description;
  gint64 label;
} BhSample;

/**
 * BhGuess:
 * @label: an id
 * @confidence: chance that it is this one, 0 to 1
 */
typedef struct
{
  gint64 label;
  double confidence;
} BhGuess;

/**
 * bh_classifier_train:
 * @samples: (array length=n_samples): texts; the same ones in the same order give the same result
 * @cancellable: (nullable): stops the work
 *
 * Takes seconds for 20,000 texts: not for the main thread.
 *
 * Returns: (transfer full) (nullable): what was learned, which may be nothing; NULL with
 *   %G_IO_ERROR_CANCELLED
 */
BhClassifier *bh_classifier_train (const BhSample *samples,
                                   guint n_samples,
                                   GCancellable *cancellable,
                                   GError **error);

BhClassifier *bh_classifier_ref (BhClassifier *self);
void bh_classifier_unref (BhClassifier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhClassifier, bh_classifier_unref)

/** bh_classifier_get_n_samples: Returns: how many texts it learned from */
guint bh_classifier_get_n_samples (BhClassifier *self);
/** bh_classifier_get_n_labels: Returns: how many labels these had */
guint bh_classifier_get_n_labels (BhClassifier *self);

/**
 * bh_classifier_guess:
 * @summary, @description: (nullable): a text
 * @guesses: (out caller-allocates) (array length=max_guesses): the likeliest first
 *
 * Takes microseconds.
 *
 * Returns: how many guesses there are; 0 where no word of the text was ever learned
 */
guint bh_classifier_guess (BhClassifier *self,
                           const char *summary,
                           const char *description,
                           BhGuess *guesses,
                           guint max_guesses);

/**
 * bh_classifier_explain:
 * @label: one of those guessed
 * @max_words: at most so many
 *
 * Returns: (transfer full) (array zero-terminated=1): the words of the text that speak most for
 *   @label, as they stand there, the strongest first
 */
char **bh_classifier_explain (BhClassifier *self,
                              const char *summary,
                              const char *description,
                              gint64 label,
                              guint max_words);

G_END_DECLS
