/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhTextFeature:
 * @hash: of the folded characters; the same for the same word in every text and process
 * @from: byte of the text at which it begins
 * @length: its length in bytes
 * @is_word: whether it is two Chinese characters or a Latin word; single characters say less
 *
 * A piece of a text by which texts are compared and classified.
 */
typedef struct
{
  guint32 hash;
  guint32 from;
  guint16 length;
  gboolean is_word;
} BhTextFeature;

/**
 * bh_text_features_collect:
 * @text: (nullable): UTF-8
 * @max_chars: how many characters of @text count
 *
 * Chinese has no blanks between words, and pairs of neighbouring characters serve as well as words
 * do: every Chinese character, every two that stand side by side, and every Latin word in lower
 * case. Numbers, which are of rooms and telephones, and punctuation say nothing of the matter.
 *
 * Returns: (transfer full) (element-type BhTextFeature): in the order of the text
 */
GArray *bh_text_features_collect (const char *text, guint max_chars);

/**
 * bh_text_features_hash_words:
 *
 * Returns: (transfer full) (element-type guint32): hashes of the pairs and words of @text, each
 *   once, in order of value
 */
GArray *bh_text_features_hash_words (const char *text, guint max_chars);

/**
 * bh_text_features_compare:
 * @a, @b: (element-type guint32): from bh_text_features_hash_words()
 *
 * How much of two texts is the same: Dice's coefficient, twice what both have by what each has.
 *
 * Returns: 0 for nothing in common to 1; 0 where one has nothing
 */
double bh_text_features_compare (GArray *a, GArray *b);

G_END_DECLS
