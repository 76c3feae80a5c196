/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"
#include "draw/bh-plan-picture.h"
#include "insight/bh-site-heat.h"

G_BEGIN_DECLS

/* Where and when tickets come from. All but the last three are makers of the catalog. */

BhChart *
bh_hot_chart_make_hours (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_hot_chart_make_buildings: variants `top`, `leaf` */
BhChart *
bh_hot_chart_make_buildings (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_hot_chart_make_chessboard: variants `busiest`: one building; `several` */
BhChart *
bh_hot_chart_make_chessboard (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_hot_chart_make_places: variants `building`, `area`, `room` */
BhChart *
bh_hot_chart_make_places (BhInsight *insight, const BhChartQuestion *question, GError **error);
BhChart *
bh_hot_chart_make_equipment (BhInsight *insight, const BhChartQuestion *question, GError **error);
BhChart *
bh_hot_chart_make_site_plan (BhInsight *insight, const BhChartQuestion *question, GError **error);

/* Variants of the makers above, each array up to a code of NULL. */
extern const BhChartVariant bh_hot_level_variants[];
extern const BhChartVariant bh_hot_board_variants[];
extern const BhChartVariant bh_hot_place_variants[];

/**
 * bh_site_chart_new:
 * @picture: (nullable): of the plan
 * @max: what the largest circle stands for; 0: the most of these
 *
 * Returns: (transfer full)
 */
BhChart *
bh_site_chart_new (const BhSiteHeat *heat, BhOffice *office, BhPlanPicture *picture, gint64 max);

/** bh_hot_chart_dup_subtitle: @note: (nullable): what else is to be said. Returns: (transfer full):
 * which tickets, when, how many */
char *bh_hot_chart_dup_subtitle (
    BhOffice *office, const char *scope, const BhPeriod *period, gint64 total, const char *note);
/** bh_hot_chart_dup_value: Returns: (transfer full): "12 tickets", and how many are repeats */
char *bh_hot_chart_dup_value (gint64 count, gint64 repeats, gint64 total);

G_END_DECLS
