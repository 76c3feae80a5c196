/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"

G_BEGIN_DECLS

/**
 * BhSiteMark:
 * @place_id: a building, public area or piece of equipment that stands directly in the community
 * @name: (owned): of the place
 * @placed: whether it has a position on the plan
 * @x: from the left edge of the picture, 0 to 1 of its width
 * @y: from the upper edge, 0 to 1 of its height
 *
 * Where a place is on a site plan.
 */
typedef struct
{
  gint64 place_id;
  char *name;
  BhPlaceKind kind;
  gboolean placed;
  double x;
  double y;
} BhSiteMark;

/**
 * BhSitePlan:
 * @name: (owned): of the file that it came from
 * @file_hash: (owned): its picture in the store of files
 * @type: (owned): media type of the picture: PNG, JPEG or SVG
 * @width: of the picture, in its own pixels
 * @height: likewise
 * @marks: (owned) (element-type BhSiteMark): all places of the community that can stand on it,
 *   buildings first, in order of their numbers
 *
 * A picture of a community from above, with its places.
 */
typedef struct
{
  gint64 id;
  gint64 community_id;
  char *name;
  char *file_hash;
  char *type;
  int width;
  int height;
  GPtrArray *marks;
} BhSitePlan;

BhSiteMark *bh_site_mark_new (gint64 place_id, const char *name, BhPlaceKind kind);
BhSiteMark *bh_site_mark_copy (const BhSiteMark *self);
void bh_site_mark_free (BhSiteMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSiteMark, bh_site_mark_free)

#define BH_TYPE_SITE_PLAN (bh_site_plan_get_type ())
GType bh_site_plan_get_type (void);

/** bh_site_plan_new: Returns: (transfer full): empty */
BhSitePlan *bh_site_plan_new (void);
BhSitePlan *bh_site_plan_copy (const BhSitePlan *self);
void bh_site_plan_free (BhSitePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSitePlan, bh_site_plan_free)

/** bh_site_plan_find: Returns: (transfer none) (nullable): the mark of the place with @place_id */
BhSiteMark *bh_site_plan_find (const BhSitePlan *self, gint64 place_id);
/** bh_site_plan_count_placed: Returns: how many marks have a position */
guint bh_site_plan_count_placed (const BhSitePlan *self);

/** BH_SITE_PLAN_MEGABYTES: a larger file is no plan */
#define BH_SITE_PLAN_MEGABYTES 20
/** BH_SITE_PLAN_SIDE: pixels that a side of the picture has at most */
#define BH_SITE_PLAN_SIDE 12000
/** BH_SITE_PLAN_LEAST_SIDE: pixels that a side has at least, so that a building can be pointed at
 */
#define BH_SITE_PLAN_LEAST_SIDE 100

/** bh_site_plan_is_type: Returns: whether a plan may be of the media type @type */
gboolean bh_site_plan_is_type (const char *type);

G_END_DECLS
