/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/insight/bh-site-places.h"
#include "ui/insight/bh-site-plan-page.h"
#include "ui/insight/bh-site-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the files of the page of the site plan share. */

struct _BhSitePlanPage
{
  GtkWidget parent_instance;

  BhDesk *desk;           /* (owned) */
  BhInsightLook *look;    /* (owned) (nullable): asked for last */
  BhSiteRequest *request; /* (owned) (nullable): likewise */
  BhSitePlan *plan;       /* (owned) (nullable): what is shown */
  BhPlanPicture *picture; /* (owned) (nullable): of it */
  char *picture_hash;     /* (owned) (nullable) */
  GArray *communities;    /* (owned) (element-type gint64): in the order of the chooser */
  gboolean known;         /* whether there is a plan: read once at least */
  gboolean arranging;
  gboolean importing;

  AdwToastOverlay *toasts; /* (owned by the widget tree), as are all below */
  GtkDropDown *chooser;
  GtkWidget *slider_box;
  GtkRange *slider;
  GtkLabel *month;
  GtkWidget *arrange;
  GtkWidget *import;
  GtkLabel *problem;
  GtkStack *stack;
  GtkWidget *status;
  BhChartPanel *panel;
  BhSiteCanvas *canvas;
  BhSitePlaces *places;
};

/** bh_site_plan_page_build: makes the widgets */
void bh_site_plan_page_build (BhSitePlanPage *self);
/** bh_site_plan_page_read_plan: @again: what is shown stays until the answer is there */
void bh_site_plan_page_read_plan (BhSitePlanPage *self, gboolean again);
/** bh_site_plan_page_show_plan: shows the plan as it is known now */
void bh_site_plan_page_show_plan (BhSitePlanPage *self);
/** bh_site_plan_page_show_problem: @text: (nullable): what went wrong, NULL for nothing */
void bh_site_plan_page_show_problem (BhSitePlanPage *self, const char *text);
/** bh_site_plan_page_place: puts a place where @after says, and offers to take that back */
void bh_site_plan_page_place (BhSitePlanPage *self, const BhSiteMark *after);

G_END_DECLS
