/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-site-canvas.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-text.h"
#include "draw/bh-plan-chart.h"
#include "ui/chart/bh-chart-theme.h"

#include <math.h>

/* In heights of the font: radius of a pin, and how far from it one may begin to drag it. */
#define PIN 0.55
#define REACH 1.1
/* How far an arrow key goes: of the larger side of the plan; with Shift. */
#define STEP 0.01
#define SMALL_STEP 0.002
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 160

/**
 * BhSiteCanvas:
 *
 * CSS nodes: `sitecanvas`. Role: img, named by the chosen place and where it stands. Keys:
 * arrows move the chosen place, less with Shift; Page Up and Page Down choose another one; Delete
 * takes it off the plan.
 */
struct _BhSiteCanvas
{
  GtkWidget parent_instance;

  BhSitePlan *plan;       /* (owned) (nullable) */
  BhPlanPicture *picture; /* (owned) (nullable) */
  gint64 selected;
  gboolean dragging; /* the chosen one follows the pointer */
  double begin_x;
  double begin_y;
};

G_DEFINE_FINAL_TYPE (BhSiteCanvas, bh_site_canvas, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SELECTED = 1,
} Property;

static GParamSpec *properties[PROP_SELECTED + 1];

static guint moved_signal;

static gboolean
get_area (BhSiteCanvas *self, BhChartArea *area)
{
  const BhChartArea room = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)) };

  if (self->plan == NULL || self->picture == NULL || room.width < 1 || room.height < 1)
    return FALSE;
  bh_plan_place_picture (&room, bh_plan_picture_get_width (self->picture),
                         bh_plan_picture_get_height (self->picture), area);

  return TRUE;
}

static BhSiteMark *
get_selected (BhSiteCanvas *self)
{
  return self->plan != NULL && self->selected != 0 ? bh_site_plan_find (self->plan, self->selected)
                                                   : NULL;
}

/* Says where the chosen place stands. */
static void
update_name (BhSiteCanvas *self)
{
  const BhSiteMark *mark = get_selected (self);
  g_autofree char *name = NULL;

  if (mark == NULL)
    name = g_strdup (_ ("Site plan: no place is chosen"));
  else if (mark->placed)
    /* Translators: name of a place, and how far from the left and upper edges it stands, in % */
    name = g_strdup_printf (_ ("%s, at %.0f%% from the left and %.0f%% from above"), mark->name,
                            100 * mark->x, 100 * mark->y);
  else
    name = g_strdup_printf (_ ("%s, not on the plan yet"), mark->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
emit_moved (BhSiteCanvas *self, const BhSiteMark *mark)
{
  g_autoptr (BhSiteMark) copy = bh_site_mark_copy (mark);

  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, moved_signal, 0, copy);
}

/* Puts @mark to a point of the widget, or to the nearest one of the plan. */
static void
put_at (BhSiteCanvas *self, BhSiteMark *mark, double x, double y)
{
  BhChartArea area;

  if (!get_area (self, &area))
    return;
  mark->placed = TRUE;
  mark->x = CLAMP ((x - area.x) / area.width, 0, 1);
  mark->y = CLAMP ((y - area.y) / area.height, 0, 1);
}

gboolean
bh_site_canvas_get_point (BhSiteCanvas *self, double x, double y, double *left, double *top)
{
  BhChartArea area;

  g_return_val_if_fail (BH_IS_SITE_CANVAS (self) && left != NULL && top != NULL, FALSE);

  if (!get_area (self, &area))
    return FALSE;
  *left = area.x + x * area.width;
  *top = area.y + y * area.height;

  return TRUE;
}

/* The nearest pin that can be reached from there. */
static BhSiteMark *
find_mark (BhSiteCanvas *self, double x, double y)
{
  double nearest = REACH * bh_chart_theme_get_em (GTK_WIDGET (self));
  BhSiteMark *found = NULL;

  for (guint i = 0; self->plan != NULL && i < self->plan->marks->len; i++)
    {
      BhSiteMark *mark = g_ptr_array_index (self->plan->marks, i);
      double left, top;

      if (!mark->placed || !bh_site_canvas_get_point (self, mark->x, mark->y, &left, &top)
          || hypot (x - left, y - top) > nearest)
        continue;
      nearest = hypot (x - left, y - top);
      found = mark;
    }

  return found;
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, BhSiteCanvas *self)
{
  BhSiteMark *mark = find_mark (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->begin_x = x;
  self->begin_y = y;
  self->dragging = mark != NULL;
  if (mark != NULL)
    bh_site_canvas_set_selected (self, mark->place_id);
}

static void
drag_update_cb (GtkGestureDrag *drag, double x, double y, BhSiteCanvas *self)
{
  BhSiteMark *mark = get_selected (self);

  if (!self->dragging || mark == NULL)
    return;
  put_at (self, mark, self->begin_x + x, self->begin_y + y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A click beside all pins puts the chosen place there, if it has none yet. */
static void
drag_end_cb (GtkGestureDrag *drag, double x, double y, BhSiteCanvas *self)
{
  BhSiteMark *mark = get_selected (self);
  gboolean moved = gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y);

  if (mark != NULL && self->dragging != mark->placed)
    return;
  if (mark == NULL || (mark->placed && !moved))
    return;
  put_at (self, mark, self->begin_x + x, self->begin_y + y);
  self->dragging = FALSE;
  emit_moved (self, mark);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BhSiteCanvas *self)
{
  BhSiteMark *mark
      = self->plan != NULL ? bh_site_plan_find (self->plan, g_value_get_int64 (value)) : NULL;

  if (mark == NULL)
    return FALSE;
  put_at (self, mark, x, y);
  bh_site_canvas_set_selected (self, mark->place_id);
  emit_moved (self, mark);

  return TRUE;
}

/* A place that is not on the plan yet begins in its middle. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhSiteCanvas *self = BH_SITE_CANVAS (widget);
  BhSiteMark *mark = get_selected (self);
  double x, y;

  if (mark == NULL)
    return FALSE;
  g_variant_get (arguments, "(dd)", &x, &y);
  mark->x = mark->placed ? CLAMP (mark->x + x, 0, 1) : 0.5;
  mark->y = mark->placed ? CLAMP (mark->y + y, 0, 1) : 0.5;
  mark->placed = TRUE;
  emit_moved (self, mark);

  return TRUE;
}

static gboolean
take_off_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhSiteCanvas *self = BH_SITE_CANVAS (widget);
  BhSiteMark *mark = get_selected (self);

  if (mark == NULL || !mark->placed)
    return FALSE;
  mark->placed = FALSE;
  emit_moved (self, mark);

  return TRUE;
}

static gboolean
choose_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhSiteCanvas *self = BH_SITE_CANVAS (widget);
  int step = g_variant_get_int32 (arguments), i = -1, n;

  if (self->plan == NULL || self->plan->marks->len == 0)
    return FALSE;
  n = (int) self->plan->marks->len;
  for (int k = 0; k < n; k++)
    if (((BhSiteMark *) g_ptr_array_index (self->plan->marks, k))->place_id == self->selected)
      i = k;
  i = i < 0 ? 0 : (i + step + n) % n;
  bh_site_canvas_set_selected (self,
                               ((BhSiteMark *) g_ptr_array_index (self->plan->marks, i))->place_id);

  return TRUE;
}

static void
draw_pin (BhSiteCanvas *self, cairo_t *cr, const BhSiteMark *mark, const BhChartPalette *palette)
{
  double em = bh_chart_theme_get_em (GTK_WIDGET (self)), left, top;
  gboolean chosen = mark->place_id == self->selected;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), mark->name);

  if (!bh_site_canvas_get_point (self, mark->x, mark->y, &left, &top))
    return;
  cairo_new_path (cr);
  cairo_arc (cr, left, top, em * (chosen ? 1.3 * PIN : PIN), 0, 2 * G_PI);
  bh_chart_color_use (&palette->roles[chosen ? BH_CHART_ROLE_BAD : BH_CHART_ROLE_VALUE], cr, 1);
  cairo_fill_preserve (cr);
  bh_chart_color_use (&palette->background, cr, 1);
  cairo_set_line_width (cr, chosen ? 3 : 2);
  cairo_stroke (cr);
  bh_chart_text_draw (layout, cr, left, top + em * 0.8, 0.5, 0, &palette->text,
                      &palette->background);
}

static void
bh_site_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BhSiteCanvas *self = BH_SITE_CANVAS (widget);
  g_autoptr (BhChartStyle) style = bh_chart_theme_new_style (widget);
  BhChartPalette palette;
  BhChartArea area;
  cairo_t *cr;

  if (!get_area (self, &area))
    return;
  bh_chart_palette_for_style (&palette, style);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                       (float) gtk_widget_get_height (widget)));
  bh_plan_picture_draw (self->picture, cr, area.x, area.y, area.width, area.height);
  for (guint i = 0; i < self->plan->marks->len; i++)
    {
      const BhSiteMark *mark = g_ptr_array_index (self->plan->marks, i);

      if (mark->placed)
        draw_pin (self, cr, mark, &palette);
    }
  cairo_destroy (cr);
}

static void
bh_site_canvas_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = 2 * *minimum;
}

static void
bh_site_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_SELECTED:
      g_value_set_int64 (value, BH_SITE_CANVAS (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_site_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_SELECTED:
      bh_site_canvas_set_selected (BH_SITE_CANVAS (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_site_canvas_finalize (GObject *object)
{
  BhSiteCanvas *self = BH_SITE_CANVAS (object);

  g_clear_pointer (&self->plan, bh_site_plan_free);
  g_clear_pointer (&self->picture, bh_plan_picture_unref);

  G_OBJECT_CLASS (bh_site_canvas_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    double x;
    double y;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, move_cb, "(dd)",
                                    STEP * arrows[i].x, STEP * arrows[i].y);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_SHIFT_MASK, move_cb, "(dd)",
                                    SMALL_STEP * arrows[i].x, SMALL_STEP * arrows[i].y);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, choose_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, choose_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, take_off_cb, NULL);
}

static void
bh_site_canvas_class_init (BhSiteCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_site_canvas_get_property;
  object_class->set_property = bh_site_canvas_set_property;
  object_class->finalize = bh_site_canvas_finalize;
  widget_class->snapshot = bh_site_canvas_snapshot;
  widget_class->measure = bh_site_canvas_measure;

  properties[PROP_SELECTED]
      = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  moved_signal = g_signal_new ("moved", BH_TYPE_SITE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);

  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sitecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bh_site_canvas_init (BhSiteCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  bh_chart_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
  update_name (self);
}

GtkWidget *
bh_site_canvas_new (void)
{
  return g_object_new (BH_TYPE_SITE_CANVAS, NULL);
}

void
bh_site_canvas_set_plan (BhSiteCanvas *self, const BhSitePlan *plan, BhPlanPicture *picture)
{
  g_return_if_fail (BH_IS_SITE_CANVAS (self));

  g_clear_pointer (&self->plan, bh_site_plan_free);
  if (plan != NULL)
    self->plan = bh_site_plan_copy (plan);
  if (picture != NULL)
    bh_plan_picture_ref (picture);
  g_clear_pointer (&self->picture, bh_plan_picture_unref);
  self->picture = picture;
  self->dragging = FALSE;
  if (get_selected (self) == NULL)
    bh_site_canvas_set_selected (self, 0);
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
bh_site_canvas_get_selected (BhSiteCanvas *self)
{
  g_return_val_if_fail (BH_IS_SITE_CANVAS (self), 0);

  return self->selected;
}

void
bh_site_canvas_set_selected (BhSiteCanvas *self, gint64 place_id)
{
  g_return_if_fail (BH_IS_SITE_CANVAS (self));

  if (self->selected == place_id)
    return;
  self->selected = place_id;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
