/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-texts.h"

G_BEGIN_DECLS

/**
 * BhDemoArea:
 * @name: of a public area of a community
 * @scene: what happens there
 */
typedef struct
{
  const char *name;
  BhDemoScene scene;
} BhDemoArea;

/**
 * BhDemoCommunity:
 * @name: its name
 * @city_tier: tier of its city
 * @estate_kind: what sort of houses
 * @buildings: how many
 * @units: in each building
 * @floors: of each unit
 * @doors: rooms on each floor
 * @lifts: of each unit
 * @weight: tickets of a household, in per cent of the mean
 * @content: how much happier than the mean the people are, in points of satisfaction
 * @areas: public areas, ended by a %NULL name
 *
 * The shape of a community; its rooms follow from it.
 */
typedef struct
{
  const char *name;
  const char *city_tier;
  const char *estate_kind;
  guint buildings;
  guint units;
  guint floors;
  guint doors;
  guint lifts;
  guint weight;
  int content;
  const BhDemoArea *areas;
} BhDemoCommunity;

/**
 * bh_demo_estate_get_communities:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the communities
 */
const BhDemoCommunity *bh_demo_estate_get_communities (guint *n);

/** bh_demo_estate_count_households: Returns: rooms of @community */
guint bh_demo_estate_count_households (const BhDemoCommunity *community);

G_END_DECLS
