/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-site-request.h"

#include "draw/bh-hot-charts.h"
#include "insight/bh-site-heat.h"
#include "storage/bh-site-plans.h"

BhSiteRequest *
bh_site_request_new (BhInsightLook *look, BhTicketFilter *filter)
{
  BhSiteRequest *self;

  g_return_val_if_fail (look != NULL && filter != NULL, NULL);

  self = g_atomic_rc_box_new0 (BhSiteRequest);
  self->look = bh_insight_look_ref (look);
  self->filter = bh_ticket_filter_ref (filter);
  g_mutex_init (&self->lock);

  return self;
}

void
bh_site_request_clear (gpointer request)
{
  BhSiteRequest *self = request;

  bh_insight_look_unref (self->look);
  bh_ticket_filter_unref (self->filter);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->picture, bh_plan_picture_unref);
  g_free (self->picture_hash);
  g_clear_pointer (&self->plan, bh_site_plan_free);
}

void
bh_site_request_unref (BhSiteRequest *self)
{
  g_atomic_rc_box_release_full (self, bh_site_request_clear);
}

void
bh_site_request_get (BhSiteRequest *self, BhSitePlan **plan, BhPlanPicture **picture, char **hash)
{
  g_return_if_fail (self != NULL && plan != NULL && picture != NULL && hash != NULL);

  g_mutex_lock (&self->lock);
  *plan = self->plan != NULL ? bh_site_plan_copy (self->plan) : NULL;
  *picture = self->picture != NULL ? bh_plan_picture_ref (self->picture) : NULL;
  *hash = g_strdup (self->picture_hash);
  g_mutex_unlock (&self->lock);
}

/* @plan: (nullable). The picture of a plan never changes under its hash. Returns: (transfer full)
 * (nullable): NULL with @error */
static BhPlanPicture *
load_picture (BhSiteRequest *self, BhConnection *connection, const BhSitePlan *plan, GError **error)
{
  g_autoptr (BhSitePlan) known_plan = NULL;
  g_autoptr (BhPlanPicture) known = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *path = NULL;

  bh_site_request_get (self, &known_plan, &known, &hash);
  if (known != NULL && g_strcmp0 (hash, plan->file_hash) == 0)
    return g_steal_pointer (&known);

  path = bh_site_plans_dup_file_path (connection, plan);

  return bh_plan_picture_load (path, error);
}

static void
tell (BhSiteRequest *self, const BhSitePlan *plan, BhPlanPicture *picture)
{
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->plan, bh_site_plan_free);
  g_clear_pointer (&self->picture, bh_plan_picture_unref);
  g_free (self->picture_hash);
  self->plan = plan != NULL ? bh_site_plan_copy (plan) : NULL;
  self->picture = picture != NULL ? bh_plan_picture_ref (picture) : NULL;
  self->picture_hash = plan != NULL ? g_strdup (plan->file_hash) : NULL;
  g_mutex_unlock (&self->lock);
}

/* The months have one scale, so that they can be compared. */
static gboolean
find_most (BhSiteRequest *self,
           BhInsight *insight,
           const BhSitePlan *plan,
           BhTicketFilter *filter,
           gint64 *most,
           GError **error)
{
  BhPeriod months[BH_SITE_MONTHS];
  guint n = 0;

  *most = 0;
  if (self->month == 0 || plan == NULL)
    return TRUE;
  for (int i = 0; i < BH_SITE_MONTHS; i++)
    if (bh_office_time_get_month (bh_insight_get_time (insight),
                                  bh_month_shift (self->last_month, -i), &months[n]))
      n++;

  return bh_site_heat_find_most (insight, plan, months, n, filter, most, error);
}

BhChart *
bh_site_request_read (BhConnection *connection,
                      gpointer request,
                      BhInsightMode mode,
                      gboolean *complete,
                      GCancellable *cancellable,
                      GError **error)
{
  BhSiteRequest *self = request;
  const BhInsightLook *look = self->look;
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_resolve (self->filter, look->office, error);
  g_autoptr (BhInsight) insight = bh_insight_look_begin (look, connection, mode, cancellable);
  BhPeriod period = look->period;
  g_autoptr (BhSiteHeat) heat = NULL;
  g_autoptr (BhPlanPicture) picture = NULL;
  gint64 most = 0;

  if (filter == NULL)
    return NULL;
  if (self->month != 0
      && !bh_office_time_get_month (bh_insight_get_time (insight), self->month, &period))
    period = look->period;
  heat = bh_site_heat_compute (insight, self->community_id, &period, filter, error);
  if (heat == NULL || !find_most (self, insight, heat->plan, filter, &most, error))
    return NULL;
  if (heat->plan != NULL)
    {
      picture = load_picture (self, connection, heat->plan, error);
      if (picture == NULL)
        return NULL;
    }
  tell (self, heat->plan, picture);
  *complete = bh_insight_is_complete (insight);

  return bh_site_chart_new (heat, look->office, picture, most);
}
