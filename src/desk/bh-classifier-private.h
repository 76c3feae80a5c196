/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-classifier.h"

G_BEGIN_DECLS

/* What both learning and guessing know. */

struct _BhClassifier
{
  gatomicrefcount ref_count;
  guint n_samples;
  guint n_labels;
  guint n_columns;
  gint64 *labels;      /* (owned): in order of id */
  guint *label_counts; /* (owned): texts by label */
  guint32 *hashes;     /* (owned): of the features, in order: their index is the column */
  float *idf;          /* (owned): by column */
  float *weights;      /* (owned): by column, then label; the last column is the bias */
  double temperature;
};

/* A feature of a text with its weight. */
typedef struct
{
  guint column;
  float value;
} BhTerm;

/** bh_classifier_alloc: Returns: (transfer full): with nothing in it */
BhClassifier *bh_classifier_alloc (void);

/**
 * bh_classifier_weigh:
 * @hashes, @n_hashes: in order, what the columns stand for
 * @idf: (nullable): by column; %NULL for 1
 *
 * Returns: (transfer full) (element-type BhTerm): of unit length, in order of column; empty where
 *   nothing is known
 */
GArray *bh_classifier_weigh (const guint32 *hashes,
                             guint n_hashes,
                             const float *idf,
                             const char *summary,
                             const char *description);

/** bh_classifier_score: @scores: (out) (array): by label */
void bh_classifier_score (BhClassifier *self, GArray *terms, double *scores);

/** bh_classifier_soften: makes chances of @scores, in place */
void bh_classifier_soften (double *scores, guint n, double temperature);

/** BH_CLASSIFIER_MAX_CHARS: who writes much tells the matter first and then its history. */
#define BH_CLASSIFIER_MAX_CHARS 300

G_END_DECLS
