/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BhPlanPicture:
 *
 * The picture of a site plan, ready to be drawn. Immutable and reference counted; any thread.
 */
typedef struct _BhPlanPicture BhPlanPicture;

#define BH_TYPE_PLAN_PICTURE (bh_plan_picture_get_type ())
GType bh_plan_picture_get_type (void);

/**
 * bh_plan_picture_load:
 * @path: of a PNG, JPEG or SVG file; its content tells which, not its name
 *
 * Reads a picture, not larger than it is drawn. Blocks.
 *
 * Returns: (transfer full) (nullable): NULL with %BH_DOMAIN_ERROR_INPUT for what is too large, too
 *   small, damaged or no such picture, in words that say what to do
 */
BhPlanPicture *bh_plan_picture_load (const char *path, GError **error);
BhPlanPicture *bh_plan_picture_ref (BhPlanPicture *self);
void bh_plan_picture_unref (BhPlanPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhPlanPicture, bh_plan_picture_unref)

/** bh_plan_picture_get_media_type: Returns: (transfer none): its media type: "image/png" */
const char *bh_plan_picture_get_media_type (BhPlanPicture *self);
/** bh_plan_picture_get_width: Returns: in its own pixels */
int bh_plan_picture_get_width (BhPlanPicture *self);
/** bh_plan_picture_get_height: Returns: in its own pixels */
int bh_plan_picture_get_height (BhPlanPicture *self);
/** bh_plan_picture_draw: paints it into the rectangle */
void bh_plan_picture_draw (
    BhPlanPicture *self, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
