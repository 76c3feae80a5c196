/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/bh-window.h"
#include "ui/chart/bh-chart-panel.h"
#include "ui/insight/bh-insight-chart.h"
#include "ui/insight/bh-insight-page.h"
#include "ui/tickets/bh-filter-menu.h"

G_BEGIN_DECLS

/** BhTestInsightPage: the page in a window of its own, before an office with tickets of two months.
 */
typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhWindow *window;
  GtkWidget *page;
  BhChartPanel *trend;
  BhChartPanel *pareto;
} BhTestInsightPage;

/** bh_test_insight_page_register_one: receives a ticket, and lets a minute pass: what happens at
 * this very instant is not known yet */
void bh_test_insight_page_register_one (BhTestDesk *office, const char *category);

/** bh_test_insight_page_find_part: Returns: (transfer none): the part with @id, which there is */
BhInsightPart *bh_test_insight_page_find_part (BhTestInsightPage *fixture, const char *id);

/** bh_test_insight_page_find_panel: Returns: (transfer none): that of a chart */
BhChartPanel *bh_test_insight_page_find_panel (BhTestInsightPage *fixture, const char *id);

/** bh_test_insight_page_get_chart: Returns: (transfer none) (nullable) */
BhChart *bh_test_insight_page_get_chart (BhChartPanel *panel);

/** bh_test_insight_page_open_window: as for each test, for those that close it */
void bh_test_insight_page_open_window (BhTestInsightPage *fixture);

void bh_test_insight_page_close_window (BhTestInsightPage *fixture);

/** bh_test_insight_page_wait_for: until the chart says @title and @subtitle */
void bh_test_insight_page_wait_for (BhChartPanel *panel, const char *title, const char *subtitle);

BhFilterMenu *bh_test_insight_page_find_menu (GtkWidget *bar, BhFilterField field);

/** BhTestInsightValue: what a mark has to say to be the one that is waited for. */
typedef struct
{
  BhChartPanel *panel;
  guint mark;
  const char *text;
} BhTestInsightValue;

gboolean bh_test_insight_page_has_value (gpointer data);

/** bh_test_insight_page_init: the beginning of each program */
void bh_test_insight_page_init (int *argc, char ***argv);

/** bh_test_insight_page_add: @empty: before an office without tickets */
void bh_test_insight_page_add (const char *path,
                               void (*func) (BhTestInsightPage *fixture, gconstpointer data),
                               gboolean empty);

G_END_DECLS
