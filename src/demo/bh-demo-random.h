/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhDemoRandom:
 *
 * A stream of numbers that a seed determines, on any machine and with any version of GLib: the
 * generator PCG-XSH-RR 64/32 of Melissa O'Neill, seeded through SplitMix64. Lives on the stack; not
 * for secrets.
 */
typedef struct
{
  guint64 state;
  guint64 increment;
} BhDemoRandom;

/**
 * bh_demo_random_init:
 * @seed: of the whole office
 * @stream: what the numbers are for; streams of one seed have nothing to do with each other
 */
void bh_demo_random_init (BhDemoRandom *self, guint64 seed, guint64 stream);

/** bh_demo_random_next: Returns: 32 random bits */
guint32 bh_demo_random_next (BhDemoRandom *self);

/** bh_demo_random_below: Returns: a number from 0 to @n - 1; @n is above 0 */
guint bh_demo_random_below (BhDemoRandom *self, guint n);

/** bh_demo_random_between: Returns: a number from @low to @high, both included */
guint bh_demo_random_between (BhDemoRandom *self, guint low, guint high);

/** bh_demo_random_unit: Returns: a number from 0 up to, not including, 1 */
double bh_demo_random_unit (BhDemoRandom *self);

/** bh_demo_random_chance: Returns: TRUE in @percent of a hundred calls */
gboolean bh_demo_random_chance (BhDemoRandom *self, double percent);

/**
 * bh_demo_random_weighted:
 * @weights: (array length=n): relative frequencies, not all 0
 *
 * Returns: an index into @weights
 */
guint bh_demo_random_weighted (BhDemoRandom *self, const guint *weights, guint n);

/** bh_demo_random_text: Returns: (transfer none): one of @texts, an array ended by %NULL */
const char *bh_demo_random_text (BhDemoRandom *self, const char *const *texts);

/** bh_demo_random_exponential: Returns: a number of mean 1, exponentially distributed */
double bh_demo_random_exponential (BhDemoRandom *self);

/** bh_demo_random_normal: Returns: a number of mean 0 and deviation 1, by Box and Muller */
double bh_demo_random_normal (BhDemoRandom *self);

/**
 * bh_demo_random_lognormal:
 * @median: half of the numbers are below
 * @spread: standard deviation of the natural logarithm
 *
 * Durations of work look like this: most short, some very long.
 *
 * Returns: a number above 0
 */
double bh_demo_random_lognormal (BhDemoRandom *self, double median, double spread);

/**
 * bh_demo_random_seconds:
 *
 * As bh_demo_random_lognormal(), in whole seconds: mathematical libraries differ in the last bit
 * of a logarithm, and whole seconds do not.
 *
 * Returns: seconds, at least 1
 */
gint64 bh_demo_random_seconds (BhDemoRandom *self, double median_seconds, double spread);

G_END_DECLS
