/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-pacer.h"
#include "ui/insight/bh-insight-page.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/tickets/bh-filter-bar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the page and its actions share. */

struct _BhInsightPage
{
  GtkWidget parent_instance;

  BhDesk *desk;          /* (owned) */
  GSettings *settings;   /* (owned) */
  GPtrArray *infos;      /* (owned) (element-type BhInsightPageInfo): unowned: pages there are */
  BhTicketFilter *brush; /* (owned) (nullable): as it was selected */
  char *brush_origin;    /* (owned) (nullable): id of the item in which it was */
  BhPacer *pacer;        /* (owned) */
  BhPeriodBar *period;   /* (owned by the widget tree) */
  BhFilterBar *filter;   /* (owned by the widget tree) */

  GtkWidget *body;
  GtkBox *tabs;
  AdwBin *period_place;
  AdwBin *filter_place;
  GtkWidget *brush_chip;
  GtkLabel *brush_label;
  GtkStack *stack;
};

/** bh_insight_page_show_all: shows on all pages what the bars ask for */
void bh_insight_page_show_all (BhInsightPage *self, BhInsightShow how);
/** bh_insight_page_set_brush: @brush: (nullable): narrows all but the item @id (nullable) */
void bh_insight_page_set_brush (BhInsightPage *self, const char *id, BhTicketFilter *brush);
/** bh_insight_page_find: Returns: which page has that name, -1 for none */
int bh_insight_page_find (BhInsightPage *self, const char *name);
/** bh_insight_page_show: shows the page of that name, where there is one */
void bh_insight_page_show (BhInsightPage *self, const char *name);

/** bh_insight_page_install_actions: and the keys for them */
void bh_insight_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
