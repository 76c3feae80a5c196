/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-site-plan.h"
#include "draw/bh-chart.h"
#include "draw/bh-plan-picture.h"
#include "insight/bh-insight.h"
#include "ui/insight/bh-insight-look.h"

G_BEGIN_DECLS

/** BH_SITE_MONTHS: so many months can be gone through one after the other */
#define BH_SITE_MONTHS 13

/**
 * BhSiteRequest:
 * @look: (owned)
 * @filter: (owned): of which tickets
 * @community_id: whose plan
 * @month: the month that is shown, as year * 100 + month; 0: the whole period
 * @last_month: of the months that are compared
 * @lock: guards what follows, which the reading sets
 * @picture: (owned) (nullable): of the plan; given where it is known already
 * @picture_hash: (owned) (nullable): which one it is
 * @plan: (owned) (nullable): the plan, where there is one
 *
 * What a site plan is asked for, on its way to another thread and back.
 */
typedef struct
{
  BhInsightLook *look;
  BhTicketFilter *filter;
  gint64 community_id;
  int month;
  int last_month;
  GMutex lock;
  BhPlanPicture *picture;
  char *picture_hash;
  BhSitePlan *plan;
} BhSiteRequest;

/** bh_site_request_new: Returns: (transfer full): to be filled in; for bh_chart_panel_read(),
 * together with bh_site_request_clear() */
BhSiteRequest *bh_site_request_new (BhInsightLook *look, BhTicketFilter *filter);
void bh_site_request_clear (gpointer request);
void bh_site_request_unref (BhSiteRequest *self);
/**
 * bh_site_request_get:
 * @plan: (out) (transfer full) (nullable): as it was read last
 * @picture: (out) (transfer full) (nullable): of it
 * @hash: (out) (transfer full) (nullable): which one it is
 */
void
bh_site_request_get (BhSiteRequest *self, BhSitePlan **plan, BhPlanPicture **picture, char **hash);
/** bh_site_request_read: a #BhChartReadFunc */
BhChart *bh_site_request_read (BhConnection *connection,
                               gpointer request,
                               BhInsightMode mode,
                               gboolean *complete,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
