/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-frame.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BhChartPointFlags:
 * @BH_CHART_POINT_PROVISIONAL: it can still change: drawn hollow
 * @BH_CHART_POINT_SMALL: of a small sample: drawn as a triangle
 * @BH_CHART_POINT_MINOR: counts less: drawn pale
 * @BH_CHART_POINT_CUT: may be too great for the axis, which is made for the others: drawn up to its
 *   end, with a gap that says so
 * @BH_CHART_POINT_OUT: it is not what was to be expected: a great diamond in the colour of what is
 *   bad
 */
typedef enum
{
  BH_CHART_POINT_PROVISIONAL = 1 << 0,
  BH_CHART_POINT_SMALL = 1 << 1,
  BH_CHART_POINT_MINOR = 1 << 2,
  BH_CHART_POINT_CUT = 1 << 3,
  BH_CHART_POINT_OUT = 1 << 4,
} BhChartPointFlags;

/** BhChartPoint: one value of a layer. */
typedef struct
{
  gboolean has_value;
  double value;
  BhChartPointFlags flags;
  char *text; /* (owned) (nullable): written beside the point where there is room */
} BhChartPoint;

#define BH_TYPE_CHART_LAYER (bh_chart_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (BhChartLayer, bh_chart_layer, BH, CHART_LAYER, GObject)

/**
 * BhChartLayerClass:
 * @draw: draws all points
 * @draw_key: draws the sign for the legend into @area; @flags: of a point with these
 * @get_x: the middle of point @i; by default that of its band
 * @get_extent: from where to where on its axis point @i, which has a value, goes; its sign stands
 *   at @high; by default both are its value
 * @reach: how far the sign of a point extends above and below its value, in pixels
 * @touches: whether what is drawn is in @area, point @own (-1: none) left out
 * @joined: neighbouring points are joined by a line
 * @thin: it may be written upon where there is no other room
 *
 * One series of values and how it is drawn; the kinds differ in shape as well as in colour.
 */
struct _BhChartLayerClass
{
  GObjectClass parent_class;

  void (*draw) (BhChartLayer *self, cairo_t *cr, const BhChartFrame *frame);
  void (*draw_key) (BhChartLayer *self,
                    cairo_t *cr,
                    const BhChartFrame *frame,
                    const BhChartArea *area,
                    BhChartPointFlags flags);
  double (*get_x) (BhChartLayer *self, const BhChartFrame *frame, guint i);
  void (*get_extent) (BhChartLayer *self, guint i, double *low, double *high);
  double (*reach) (BhChartLayer *self, const BhChartFrame *frame);
  gboolean (*touches) (BhChartLayer *self,
                       const BhChartFrame *frame,
                       const BhChartArea *area,
                       int own);
  gboolean joined;
  gboolean thin;
};

/** bh_chart_layer_set_up: what every kind has: its @name (translated), what its colour means, and
 * its axis */
void
bh_chart_layer_set_up (BhChartLayer *self, const char *name, BhChartRole role, BhChartSide side);

/**
 * bh_chart_layer_add:
 * @value: a finite number
 * @text: (nullable): written beside the point where there is room
 *
 * Adds the next point.
 */
void
bh_chart_layer_add (BhChartLayer *self, double value, BhChartPointFlags flags, const char *text);
/** bh_chart_layer_add_gap: adds a point that has no value */
void bh_chart_layer_add_gap (BhChartLayer *self);

const char *bh_chart_layer_get_name (BhChartLayer *self);
BhChartSide bh_chart_layer_get_side (BhChartLayer *self);
BhChartRole bh_chart_layer_get_role (BhChartLayer *self);
guint bh_chart_layer_get_n_points (BhChartLayer *self);
const BhChartPoint *bh_chart_layer_get_point (BhChartLayer *self, guint i);
/** bh_chart_layer_get_extent: fills @low and @high with from where to where on its axis point @i
 * goes. Returns: FALSE where it has no value */
gboolean bh_chart_layer_get_extent (BhChartLayer *self, guint i, double *low, double *high);
/** bh_chart_layer_has_values: Returns: whether some point has a value */
gboolean bh_chart_layer_has_values (BhChartLayer *self);
/** bh_chart_layer_has_flag: Returns: whether some point has a value and @flag */
gboolean bh_chart_layer_has_flag (BhChartLayer *self, BhChartPointFlags flag);
/** bh_chart_layer_get_color: Returns: (transfer none): its colour in the palette of @frame */
const BhChartColor *bh_chart_layer_get_color (BhChartLayer *self, const BhChartFrame *frame);
/** bh_chart_layer_is_cut: Returns: whether point @i goes on where the axis ends */
gboolean bh_chart_layer_is_cut (BhChartLayer *self, const BhChartFrame *frame, guint i);
/** bh_chart_layer_get_fill: Returns: the colour of a point with @flags, opaque */
BhChartColor
bh_chart_layer_get_fill (BhChartLayer *self, const BhChartFrame *frame, BhChartPointFlags flags);
/** bh_chart_layer_get_place: fills @x and @y with the place of point @i. Returns: FALSE where it
 * has no value */
gboolean bh_chart_layer_get_place (
    BhChartLayer *self, const BhChartFrame *frame, guint i, double *x, double *y);

void bh_chart_layer_draw (BhChartLayer *self, cairo_t *cr, const BhChartFrame *frame);
void bh_chart_layer_draw_key (BhChartLayer *self,
                              cairo_t *cr,
                              const BhChartFrame *frame,
                              const BhChartArea *area,
                              BhChartPointFlags flags);
double bh_chart_layer_get_reach (BhChartLayer *self, const BhChartFrame *frame);
gboolean bh_chart_layer_touches (BhChartLayer *self,
                                 const BhChartFrame *frame,
                                 const BhChartArea *area,
                                 int own);
gboolean bh_chart_layer_is_joined (BhChartLayer *self);
gboolean bh_chart_layer_is_thin (BhChartLayer *self);

G_END_DECLS
