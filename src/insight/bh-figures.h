/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/** BhFigureForm: what a figure's value is made of. */
typedef enum
{
  BH_FIGURE_COUNT,  /* value */
  BH_FIGURE_SHARE,  /* value = numerator / denominator */
  BH_FIGURE_SPREAD, /* mean, median, p90, count */
  BH_FIGURE_MEAN,   /* value = numerator / denominator, a mean and not a share */
} BhFigureForm;

/**
 * BhFigureInfo: one entry of the registry of figures.md.
 * @key: "completion_on_time"
 * @name: English name, to be translated in the context "figure"
 * @unit: "", "%", "d", "h": English, to be translated
 * @definition: one English sentence, to be translated
 * @formula: how it is computed, in words: "numerator ÷ denominator"; English, to be translated
 * @better: 1 when more is better, -1 when less is, 0 neither
 * @detail: one that scorecards, reports and choosers of main figures leave out: it is shown where
 *   it is looked for
 */
typedef struct
{
  const char *key;
  const char *name;
  const char *unit;
  const char *definition;
  const char *formula;
  BhFigureForm form;
  int better;
  gboolean detail;
} BhFigureInfo;

/** bh_figures_list: Returns: (transfer none) (array length=n): all figures, in the order to show */
const BhFigureInfo *bh_figures_list (guint *n);

/** BhFigureValue: @has_value is FALSE where the denominator is 0. */
typedef struct
{
  gboolean has_value;
  gboolean provisional; /* can still change: something is not ripe by as-of */
  gint64 count;         /* of COUNT; of SPREAD: size of the sample */
  double value;         /* of SHARE and MEAN */
  double numerator;
  double denominator;
  double mean;
  double median;
  double p90;
} BhFigureValue;

/**
 * BhFigureSet:
 *
 * Which figures are wanted: BH_FIGURE_BIT() of each, joined. With %BH_FIGURES_QUICK beside them, a
 * figure of form SPREAD gets count and mean alone, which is many times quicker: median and 90th
 * percentile stay 0.
 */
typedef guint64 BhFigureSet;

#define BH_FIGURES_QUICK (G_GUINT64_CONSTANT (1) << 63)
/** BH_FIGURES_ALL: all figures, with percentiles */
#define BH_FIGURES_ALL (~BH_FIGURES_QUICK)

/** BhFigureBy: what groups the tickets. */
typedef enum
{
  BH_BY_NOTHING,
  BH_BY_KIND,
  BH_BY_COMMUNITY,
  BH_BY_DEPARTMENT,
  BH_BY_CATEGORY,
  BH_BY_CHANNEL,
  BH_BY_GRADE,
  BH_BY_MONTH,
  BH_BY_STAFF,
  BH_BY_CAUSE,
  BH_BY_BUILDING,
  BH_BY_CITY_TIER,
  BH_BY_ESTATE_KIND,
  BH_BY_CARE, /* by the marks of those who raised it: a ticket may stand in several groups */
} BhFigureBy;

/** bh_figure_by_find: Returns: FALSE for an unknown word */
gboolean bh_figure_by_find (const char *code, BhFigureBy *by);

/** BhFigureGroup: the figures of one group. */
typedef struct
{
  gint64
      id; /* of the entry, or number of the code; 0 where there is none, of months and segments */
  char *key; /* (owned) (nullable): code, name, path or "2026-10"; NULL without grouping */
  BhFigureValue *values; /* (owned): in the order of bh_figures_list() */
} BhFigureGroup;

/**
 * bh_figures_compute:
 * @period: half-open
 * @filter: (nullable): resolved
 * @wanted: figures to compute; the others have no value
 *
 * The figures of figures.md that come from tickets, rounds and stages. What happened is told as of
 * the instant of @insight; @by and @filter go by what a ticket is called today: another category,
 * grade or department that it was given later corrects the past.
 *
 * Returns: (transfer full) (nullable) (element-type BhFigureGroup): groups in order (months by
 *   time, others by what they received, where that is wanted, descending, then key); without
 *   grouping exactly one
 */
GPtrArray *bh_figures_compute (BhInsight *insight,
                               const BhPeriod *period,
                               BhFigureBy by,
                               BhTicketFilter *filter,
                               BhFigureSet wanted,
                               GError **error);

G_END_DECLS
