/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-site-heat.h"

#include "insight/bh-hot-cells.h"
#include "storage/bh-site-plans.h"

void
bh_site_heat_free (BhSiteHeat *self)
{
  g_free (self->scope);
  g_clear_pointer (&self->base, bh_ticket_filter_unref);
  g_clear_pointer (&self->plan, bh_site_plan_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_asked_for (const BhSitePlan *plan, gint64 community_id, GArray *ids)
{
  if (community_id != 0)
    return plan->community_id == community_id;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == plan->community_id)
      return TRUE;

  return ids == NULL;
}

/* @plan: (out) (nullable): NULL where there is none */
static gboolean
find_plan (BhInsight *insight,
           gint64 community_id,
           BhTicketFilter *filter,
           BhSitePlan **plan,
           GError **error)
{
  BhConnection *connection = bh_insight_get_connection (insight);
  g_autoptr (GPtrArray) plans = bh_site_plans_list (connection, error);
  g_autoptr (GArray) ids = NULL;

  *plan = NULL;
  if (plans == NULL)
    return FALSE;
  if (filter != NULL)
    ids = bh_ticket_filter_get_ids (filter, BH_FILTER_COMMUNITY, bh_insight_get_office (insight),
                                    NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      const BhSitePlan *one = g_ptr_array_index (plans, i);

      if (is_asked_for (one, community_id, ids))
        {
          *plan = bh_site_plans_load (connection, one->id, error);
          return *plan != NULL;
        }
    }

  return TRUE;
}

static BhHotLine *
find_line (BhSiteHeat *self, gint64 id)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      BhHotLine *line = g_ptr_array_index (self->lines, i);

      if (line->id == id)
        return line;
    }

  return NULL;
}

static gboolean
fill (BhSiteHeat *self, BhInsight *insight, BhTicketFilter *filter, GArray *cells, GError **error)
{
  for (guint i = 0; i < self->plan->marks->len; i++)
    {
      const BhSiteMark *mark = g_ptr_array_index (self->plan->marks, i);
      BhHotLine *line = bh_hot_line_new_place (insight, mark->place_id, filter, FALSE, error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (self->lines, line);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);
      const BhSiteMark *mark = bh_site_plan_find (self->plan, cell->row);
      BhHotLine *line = find_line (self, cell->row);

      if (mark == NULL || !mark->placed)
        self->unplaced += cell->count;
      if (line == NULL)
        continue;
      line->count = cell->count;
      line->repeats = cell->repeats;
    }

  return TRUE;
}

BhSiteHeat *
bh_site_heat_compute (BhInsight *insight,
                      gint64 community_id,
                      const BhPeriod *period,
                      BhTicketFilter *filter,
                      GError **error)
{
  g_autoptr (BhSiteHeat) self = NULL;
  g_autoptr (GArray) cells = NULL;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  self = g_new0 (BhSiteHeat, 1);
  self->period = *period;
  self->scope = g_strdup (filter != NULL ? bh_ticket_filter_to_text (filter) : "");
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_hot_line_free);
  self->base = bh_hot_dup_base (insight, period, filter, error);
  if (self->base == NULL || !find_plan (insight, community_id, filter, &self->plan, error))
    return NULL;
  if (self->plan == NULL)
    return g_steal_pointer (&self);

  cells = bh_hot_cells_in_community (insight, self->plan->community_id, period, filter, error);
  if (cells == NULL || !fill (self, insight, filter, cells, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
bh_site_heat_find_most (BhInsight *insight,
                        const BhSitePlan *plan,
                        const BhPeriod *periods,
                        guint n_periods,
                        BhTicketFilter *filter,
                        gint64 *most,
                        GError **error)
{
  g_return_val_if_fail (insight != NULL && plan != NULL && most != NULL, FALSE);

  *most = 0;
  for (guint i = 0; i < n_periods; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (GArray) cells
          = bh_hot_cells_in_community (insight, plan->community_id, &periods[i], filter, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      for (guint c = 0; cells != NULL && c < cells->len; c++)
        {
          const BhHotCell *cell = &g_array_index (cells, BhHotCell, c);
          const BhSiteMark *mark = bh_site_plan_find (plan, cell->row);

          if (mark != NULL && mark->placed)
            *most = MAX (*most, cell->count);
        }
    }

  return TRUE;
}
