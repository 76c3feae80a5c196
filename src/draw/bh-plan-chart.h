/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-item.h"
#include "draw/bh-chart.h"
#include "draw/bh-plan-picture.h"

G_BEGIN_DECLS

/**
 * BhPlanSpot:
 * @x: middle of its circle, 0 to 1 of the picture's width
 * @y: 0 to 1 of the picture's height
 * @value: how much there is; NAN where nothing is known
 */
typedef struct
{
  BhChartItem item;
  double x;
  double y;
  double value;
} BhPlanSpot;

/**
 * BhPlanData:
 * @subtitle: (nullable)
 * @heading: what the spots are: "Building"
 * @value_heading: what their values are: "Tickets"
 * @empty_text: in place of a plan where there is none
 * @unit: (nullable): of the values
 * @picture: (nullable): what is below the spots
 * @spots: (array length=n_spots)
 * @max: what the largest circle stands for, so that plans of several months can be compared; 0:
 *   the largest value
 *
 * All texts are translated.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *heading;
  const char *value_heading;
  const char *empty_text;
  BhChartNumbers numbers;
  const char *unit;
  BhPlanPicture *picture;
  const BhPlanSpot *spots;
  guint n_spots;
  double max;
} BhPlanData;

/** bh_plan_chart_new: Returns: (transfer full): a site plan with a circle on every spot, whose area
 * and colour grow with its value */
BhChart *bh_plan_chart_new (const BhPlanData *data);

/** bh_plan_place_picture: fills @area with where a picture of @width times @height comes in @room:
 * whole, undistorted, in the middle */
void bh_plan_place_picture (const BhChartArea *room, int width, int height, BhChartArea *area);

G_END_DECLS
