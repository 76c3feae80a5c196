/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-memo.h"

#include "base/bh-clock.h"

#define LATE_START (3 * G_GINT64_CONSTANT (86400) * BH_USEC_PER_SEC)

/* What is known of one period and filter. */
typedef struct
{
  BhFigureSet known;
  BhFigureValue values[BH_N_FIGURES];
} Result;

struct _BhFigureMemo
{
  BhInsight *insight;
  BhFigureSet wanted;
  gint64 first;        /* receipt of the first ticket, -1: not asked for yet */
  GHashTable *results; /* (owned): period and filter as text → owned Result */
};

BhFigureMemo *
bh_figure_memo_new (BhInsight *insight)
{
  BhFigureMemo *self;

  g_return_val_if_fail (insight != NULL, NULL);

  self = g_new0 (BhFigureMemo, 1);
  self->insight = insight;
  self->wanted = BH_FIGURES_ALL;
  self->first = -1;
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
bh_figure_memo_free (BhFigureMemo *self)
{
  g_hash_table_unref (self->results);
  g_free (self);
}

BhInsight *
bh_figure_memo_get_insight (BhFigureMemo *self)
{
  return self->insight;
}

void
bh_figure_memo_set_wanted (BhFigureMemo *self, BhFigureSet wanted)
{
  g_return_if_fail (self != NULL);

  self->wanted = wanted;
}

static gboolean
add_figures (BhFigureMemo *self,
             Result *result,
             BhTicketFilter *filter,
             const BhPeriod *period,
             BhFigureSet figures,
             GError **error)
{
  g_autoptr (GPtrArray) groups
      = bh_figures_compute (self->insight, period, BH_BY_NOTHING, filter, figures, error);
  const BhFigureGroup *group;

  if (groups == NULL)
    return FALSE;

  group = g_ptr_array_index (groups, 0);
  for (guint i = 0; i < BH_N_FIGURES; i++)
    if ((figures & BH_FIGURE_BIT (i)) != 0)
      result->values[i] = group->values[i];
  result->known |= figures;

  return TRUE;
}

static Result *
get_result (BhFigureMemo *self, BhTicketFilter *filter, const BhPeriod *period)
{
  g_autofree char *key
      = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", period->from, period->to,
                         filter != NULL ? bh_ticket_filter_to_text (filter) : "");
  Result *result = g_hash_table_lookup (self->results, key);

  if (result == NULL)
    {
      result = g_new0 (Result, 1);
      g_hash_table_insert (self->results, g_steal_pointer (&key), result);
    }

  return result;
}

/* @figures: what is computed where @figure is not known yet */
static const BhFigureValue *
get_with (BhFigureMemo *self,
          BhTicketFilter *filter,
          const BhPeriod *period,
          BhFigureId figure,
          BhFigureSet figures,
          GError **error)
{
  Result *result = get_result (self, filter, period);

  if ((result->known & BH_FIGURE_BIT (figure)) == 0
      && !add_figures (self, result, filter, period,
                       (figures | BH_FIGURE_BIT (figure)) & ~result->known, error))
    return NULL;

  return &result->values[figure];
}

const BhFigureValue *
bh_figure_memo_get (BhFigureMemo *self,
                    BhTicketFilter *filter,
                    const BhPeriod *period,
                    BhFigureId figure,
                    GError **error)
{
  gboolean together;

  g_return_val_if_fail (self != NULL && period != NULL, NULL);
  g_return_val_if_fail ((guint) figure < BH_N_FIGURES, NULL);

  together = (self->wanted & BH_FIGURE_BIT (figure)) != 0;

  return get_with (self, filter, period, figure, together ? self->wanted : 0, error);
}

const BhFigureValue *
bh_figure_memo_get_alone (BhFigureMemo *self,
                          BhTicketFilter *filter,
                          const BhPeriod *period,
                          BhFigureId figure,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && period != NULL, NULL);
  g_return_val_if_fail ((guint) figure < BH_N_FIGURES, NULL);

  return get_with (self, filter, period, figure, 0, error);
}

gboolean
bh_figure_memo_get_first (BhFigureMemo *self, gint64 *first, GError **error)
{
  g_return_val_if_fail (self != NULL && first != NULL, FALSE);

  if (self->first < 0
      && !bh_connection_get_single (bh_insight_get_connection (self->insight),
                                    "SELECT MIN (received_at) FROM ticket", &self->first, error))
    {
      self->first = -1;
      return FALSE;
    }
  *first = self->first;

  return TRUE;
}

gboolean
bh_figure_memo_has_records (BhFigureMemo *self,
                            const BhPeriod *period,
                            gboolean *known,
                            GError **error)
{
  gint64 first;

  g_return_val_if_fail (self != NULL && period != NULL && known != NULL, FALSE);

  if (!bh_figure_memo_get_first (self, &first, error))
    return FALSE;
  *known = first != 0 && first <= period->from + LATE_START;

  return TRUE;
}
