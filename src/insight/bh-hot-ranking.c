/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-hot-ranking.h"

#include "insight/bh-hot-cells.h"

void
bh_hot_ranking_free (BhHotRanking *self)
{
  g_free (self->scope);
  g_clear_pointer (&self->base, bh_ticket_filter_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static GArray *
read_cells (BhInsight *insight,
            BhPlaceKind kind,
            const BhPeriod *period,
            BhTicketFilter *filter,
            GError **error)
{
  g_autoptr (GArray) cells = NULL;

  if (kind == BH_PLACE_BUILDING)
    return bh_hot_buildings_list (insight, period, filter, error);

  cells = bh_hot_cells_by_place (insight, kind, period, filter, error);
  if (cells != NULL)
    bh_hot_cells_sort (cells);

  return g_steal_pointer (&cells);
}

BhHotRanking *
bh_hot_ranking_compute (BhInsight *insight,
                        BhPlaceKind kind,
                        guint most,
                        const BhPeriod *period,
                        BhTicketFilter *filter,
                        GError **error)
{
  gboolean several;
  g_autoptr (GArray) cells = NULL;
  g_autoptr (BhHotRanking) self = NULL;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  several = bh_office_get_only_community (bh_insight_get_office (insight)) == 0;
  cells = read_cells (insight, kind, period, filter, error);
  if (cells == NULL)
    return NULL;

  self = g_new0 (BhHotRanking, 1);
  self->period = *period;
  self->scope = g_strdup (filter != NULL ? bh_ticket_filter_to_text (filter) : "");
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_hot_line_free);
  self->base = bh_hot_dup_base (insight, period, filter, error);
  self->total = bh_hot_cells_sum (cells);
  if (self->base == NULL)
    return NULL;

  for (guint i = 0; i < MIN (most, cells->len); i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);
      BhHotLine *line = bh_hot_line_new_place (insight, cell->row, filter, several, error);

      if (line == NULL)
        return NULL;
      line->count = cell->count;
      line->repeats = cell->repeats;
      g_ptr_array_add (self->lines, line);
    }

  return g_steal_pointer (&self);
}
