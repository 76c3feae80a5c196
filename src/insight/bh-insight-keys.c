/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-keys.h"

#include "insight/bh-control.h"
#include "insight/bh-figure-registry.h"
#include "insight/bh-figures.h"
#include "insight/bh-handling-spans.h"
#include "insight/bh-hot-cells.h"
#include "insight/bh-low-scores.h"
#include "insight/bh-open-ages.h"
#include "insight/bh-repeat-chains.h"
#include "insight/bh-scores.h"
#include "insight/bh-stage-flow.h"

#include <string.h>

/* One question. */
typedef struct
{
  BhInsight *insight;
  const BhPeriod *period;
  BhTicketFilter *filter; /* (unowned) (nullable) */
  gint64 number;          /* what the key ends with */
} Question;

static gboolean
ask_handling_spans (const Question *q, GError **error)
{
  g_autofree BhHandlingSpans *spans
      = bh_handling_spans_compute (q->insight, q->period, q->filter, error);

  return spans != NULL;
}

static gboolean
ask_hot_buildings (const Question *q, GError **error)
{
  g_autoptr (GArray) cells = bh_hot_cells_by_building (q->insight, q->period, q->filter, error);

  return cells != NULL;
}

static gboolean
ask_hot_building (const Question *q, GError **error)
{
  g_autoptr (GArray) cells
      = bh_hot_cells_in_building (q->insight, q->number, q->period, q->filter, error);

  return cells != NULL;
}

static gboolean
ask_hot_categories (const Question *q, GError **error)
{
  g_autoptr (GArray) cells = bh_hot_cells_by_category (q->insight, q->period, q->filter, error);

  return cells != NULL;
}

static gboolean
ask_hot_community (const Question *q, GError **error)
{
  g_autoptr (GArray) cells
      = bh_hot_cells_in_community (q->insight, q->number, q->period, q->filter, error);

  return cells != NULL;
}

static gboolean
ask_hot_hours (const Question *q, GError **error)
{
  g_autoptr (GArray) cells = bh_hot_cells_by_hour (q->insight, q->period, q->filter, error);

  return cells != NULL;
}

static gboolean
ask_hot_places (const Question *q, GError **error)
{
  g_autoptr (GArray) cells
      = bh_hot_cells_by_place (q->insight, (BhPlaceKind) q->number, q->period, q->filter, error);

  return cells != NULL;
}

static gboolean
ask_low_scores (const Question *q, GError **error)
{
  g_autoptr (GPtrArray) scores
      = bh_low_scores_compute (q->insight, q->period, q->filter, (guint) q->number, error);

  return scores != NULL;
}

static gboolean
ask_open_ages (const Question *q, GError **error)
{
  g_autoptr (BhOpenAges) ages = bh_open_ages_compute (q->insight, q->period, q->filter, error);

  return ages != NULL;
}

static gboolean
ask_receipts (const Question *q, GError **error)
{
  g_autoptr (GVariant) rows = bh_control_get_receipts (q->insight, q->period, q->filter, error);

  return rows != NULL;
}

static gboolean
ask_repeat_chains (const Question *q, GError **error)
{
  g_autoptr (GPtrArray) chains
      = bh_repeat_chains_compute (q->insight, q->period, q->filter, (guint) q->number, error);

  return chains != NULL;
}

static gboolean
ask_scores (const Question *q, GError **error)
{
  g_autoptr (GArray) groups
      = bh_scores_compute (q->insight, q->period, (BhFigureBy) q->number, q->filter, error);

  return groups != NULL;
}

static gboolean
ask_stage_flow (const Question *q, GError **error)
{
  g_autofree BhStageFlow *flow = bh_stage_flow_compute (q->insight, q->period, q->filter, error);

  return flow != NULL;
}

/* @beginning: with a number behind it where @numbered */
static const struct
{
  const char *beginning;
  gboolean numbered;
  gboolean (*ask) (const Question *question, GError **error);
} keys[] = {
  { "handling-spans", FALSE, ask_handling_spans }, { "hot-building/", TRUE, ask_hot_building },
  { "hot-buildings", FALSE, ask_hot_buildings },   { "hot-categories", FALSE, ask_hot_categories },
  { "hot-community/", TRUE, ask_hot_community },   { "hot-hours", FALSE, ask_hot_hours },
  { "hot-places/", TRUE, ask_hot_places },         { "low-scores-", TRUE, ask_low_scores },
  { "open-ages", FALSE, ask_open_ages },           { BH_CONTROL_RECEIPTS, FALSE, ask_receipts },
  { "repeat-chains-", TRUE, ask_repeat_chains },   { "scores-", TRUE, ask_scores },
  { "stage-flow", FALSE, ask_stage_flow },
};

static gboolean
match (const char *key, guint i, gint64 *number)
{
  const char *beginning = keys[i].beginning;

  if (!keys[i].numbered)
    return g_str_equal (key, beginning);

  return g_str_has_prefix (key, beginning)
         && g_ascii_string_to_signed (key + strlen (beginning), 10, 0, G_MAXINT64, number, NULL);
}

/* "received,repeat_share/4", with "/mean" behind it where percentiles are not wanted. */
static gboolean
parse_figures (const char *key, BhFigureSet *wanted, BhFigureBy *by)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", -1);
  guint n_parts = g_strv_length (parts);
  g_auto (GStrv) figures = n_parts > 0 ? g_strsplit (parts[0], ",", -1) : NULL;
  guint64 number;

  if (n_parts < 2 || n_parts > 3 || (n_parts == 3 && !g_str_equal (parts[2], "mean"))
      || !g_ascii_string_to_unsigned (parts[1], 10, BH_BY_NOTHING, BH_BY_BUILDING, &number, NULL))
    return FALSE;

  *wanted = n_parts == 3 ? BH_FIGURES_QUICK : 0;
  *by = (BhFigureBy) number;
  for (guint i = 0; figures[i] != NULL; i++)
    {
      BhFigureId figure;

      if (!bh_figure_find (figures[i], &figure))
        return FALSE;
      *wanted |= BH_FIGURE_BIT (figure);
    }

  return TRUE;
}

gboolean
bh_insight_keys_ask (BhInsight *insight,
                     const char *key,
                     const BhPeriod *period,
                     BhTicketFilter *filter,
                     gboolean *known,
                     GError **error)
{
  Question question = { insight, period, filter, 0 };
  g_autoptr (GPtrArray) groups = NULL;
  BhFigureSet wanted;
  BhFigureBy by;

  g_return_val_if_fail (insight != NULL && key != NULL && period != NULL, FALSE);

  *known = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (match (key, i, &question.number))
      return keys[i].ask (&question, error);

  *known = parse_figures (key, &wanted, &by);
  if (!*known)
    return TRUE;
  groups = bh_figures_compute (insight, period, by, filter, wanted, error);

  return groups != NULL;
}
