/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-view-private.h"

#include "ui/chart/bh-chart-bubble.h"
#include "ui/chart/bh-chart-keys.h"
#include "ui/chart/bh-chart-pointer.h"
#include "ui/chart/bh-chart-spot.h"
#include "ui/chart/bh-chart-theme.h"

/* Least and usual size, in widths of the font. */
#define MIN_WIDTH_EM 20
#define USUAL_WIDTH_EM 40
#define MIN_HEIGHT_EM 15
#define USUAL_HEIGHT_EM 22

/**
 * BhChartView:
 *
 * CSS nodes: `chartview` with a `chartspot` for each mark and a `chartbubble`, which says the
 * values. Role: list, named by the chart's title; its items are the marks. One stop of the Tab key:
 * the arrows, Home and End go from mark to mark.
 */
G_DEFINE_FINAL_TYPE (BhChartView, bh_chart_view, GTK_TYPE_WIDGET)

typedef enum
{
  ACTIVATED,
  BRUSHED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static const BhChartStyle *
get_style (BhChartView *self)
{
  return bh_chart_picture_get_style (&self->picture, GTK_WIDGET (self));
}

static const BhChartMark *
get_mark (BhChartView *self, int mark)
{
  return mark >= 0 ? bh_chart_get_mark (self->picture.chart, (guint) mark) : NULL;
}

static void
forget_style (BhChartView *self)
{
  bh_chart_picture_forget_style (&self->picture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
has_cursor (BhChartView *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

static void
show_values (BhChartView *self)
{
  bh_chart_bubble_show (self->bubble, get_mark (self, bh_chart_view_get_shown (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hover (BhChartView *self, int mark)
{
  const BhChartMark *below = get_mark (self, mark);

  if (mark == (self->resting > 0 ? self->resting - 1 : self->hovered))
    return;
  self->hovered = mark;
  self->resting = 0;
  gtk_widget_set_cursor_from_name (
      GTK_WIDGET (self),
      below != NULL && (below->filter != NULL || below->brush != NULL) ? "pointer" : NULL);
  show_values (self);
}

static void
spot_activated_cb (BhChartView *self, BhChartSpot *spot)
{
  const char *filter = bh_chart_spot_get_filter (spot);

  if (filter != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, filter);
}

static void
spot_toggled_cb (BhChartView *self, BhChartSpot *spot)
{
  bh_chart_view_toggle (self, bh_chart_spot_get_index (spot));
}

static void
bh_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  BhChartView *self = BH_CHART_VIEW (widget);
  double em = bh_chart_style_get_em (get_style (self));
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = (int) (em * (wide ? MIN_WIDTH_EM : MIN_HEIGHT_EM));
  *natural = (int) (em * (wide ? USUAL_WIDTH_EM : USUAL_HEIGHT_EM));
  if (wide || self->compact || self->picture.chart == NULL)
    return;

  /* The page scrolls, so that all rows can be read. */
  *minimum = MAX (*minimum, (int) bh_chart_get_wanted_height (
                                self->picture.chart, for_size >= 0 ? for_size : em * USUAL_WIDTH_EM,
                                get_style (self)));
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
bh_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
get_area (BhChartView *self, guint mark, int width, int height, BhChartArea *area)
{
  return bh_chart_get_mark_area (self->picture.chart, mark, width, height, get_style (self), area);
}

static gboolean fit_cb (gpointer user_data);

static void
bh_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BhChartView *self = BH_CHART_VIEW (widget);
  BhChartArea area;

  /* Marks come and go when nothing is being allocated. */
  if (self->chart != NULL && self->fitting == 0
      && bh_chart_count_fitting (self->chart, width, get_style (self)) != self->spots->len)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
  for (guint i = 0; i < self->spots->len; i++)
    {
      GtkWidget *spot = g_ptr_array_index (self->spots, i);
      GtkAllocation place = { 0, 0, 1, 1 };

      if (get_area (self, i, width, height, &area))
        place = (GtkAllocation){ (int) area.x, (int) area.y, MAX ((int) area.width, 1),
                                 MAX ((int) area.height, 1) };
      gtk_widget_size_allocate (spot, &place, -1);
    }
  if (gtk_widget_should_layout (GTK_WIDGET (self->bubble))
      && get_area (self, (guint) bh_chart_view_get_shown (self), width, height, &area))
    bh_chart_bubble_allocate (self->bubble, &area, width, height);
}

static void
bh_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BhChartView *self = BH_CHART_VIEW (widget);
  int shown = bh_chart_view_get_shown (self);

  bh_chart_picture_snapshot (&self->picture, widget, snapshot);
  if (shown < 0)
    return;
  bh_chart_picture_snapshot_cursor (&self->picture, widget, snapshot, (guint) shown,
                                    has_cursor (self) && (guint) shown == self->cursor);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->bubble), snapshot);
}

/* One stop: where the keyboard comes from outside, it comes to the mark where it was. */
static gboolean
bh_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BhChartView *self = BH_CHART_VIEW (widget);

  if (self->spots->len == 0 || has_cursor (self))
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->spots, self->cursor));
}

static gboolean
bh_chart_view_grab_focus (GtkWidget *widget)
{
  BhChartView *self = BH_CHART_VIEW (widget);

  return self->spots->len > 0
         && gtk_widget_grab_focus (g_ptr_array_index (self->spots, self->cursor));
}

static void
bh_chart_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  BhChartView *self = BH_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (bh_chart_view_parent_class)->set_focus_child (widget, child);
  if (child != NULL)
    self->cursor = bh_chart_spot_get_index (BH_CHART_SPOT (child));
  if (self->picture.chart != NULL)
    show_values (self);
}

static void
bh_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bh_chart_view_parent_class)->css_changed (widget, change);
  forget_style (BH_CHART_VIEW (widget));
}

static void
bh_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (bh_chart_view_parent_class)->system_setting_changed (widget, setting);
  forget_style (BH_CHART_VIEW (widget));
}

static void
bh_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (bh_chart_view_parent_class)->direction_changed (widget, previous);
  forget_style (BH_CHART_VIEW (widget));
}

static void
bh_chart_view_dispose (GObject *object)
{
  BhChartView *self = BH_CHART_VIEW (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_object (&self->chart);
  bh_chart_picture_clear (&self->picture);
  bh_chart_brush_clear (&self->brush);
  g_clear_pointer (&self->told, g_free);
  g_ptr_array_set_size (self->spots, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_CHART_VIEW);

  G_OBJECT_CLASS (bh_chart_view_parent_class)->dispose (object);
}

static void
bh_chart_view_finalize (GObject *object)
{
  g_ptr_array_unref (BH_CHART_VIEW (object)->spots);

  G_OBJECT_CLASS (bh_chart_view_parent_class)->finalize (object);
}

static void
bh_chart_view_class_init (BhChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_chart_view_dispose;
  object_class->finalize = bh_chart_view_finalize;
  widget_class->measure = bh_chart_view_measure;
  widget_class->get_request_mode = bh_chart_view_get_request_mode;
  widget_class->size_allocate = bh_chart_view_size_allocate;
  widget_class->snapshot = bh_chart_view_snapshot;
  widget_class->focus = bh_chart_view_focus;
  widget_class->grab_focus = bh_chart_view_grab_focus;
  widget_class->set_focus_child = bh_chart_view_set_focus_child;
  widget_class->css_changed = bh_chart_view_css_changed;
  widget_class->system_setting_changed = bh_chart_view_system_setting_changed;
  widget_class->direction_changed = bh_chart_view_direction_changed;

  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[BRUSHED] = g_signal_new ("brushed", BH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (BH_TYPE_CHART_BUBBLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/chart/bh-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BhChartView, bubble);

  bh_chart_keys_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bh_chart_view_init (BhChartView *self)
{
  self->spots = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->hovered = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  bh_chart_pointer_attach (self);
  bh_chart_theme_watch (GTK_WIDGET (self), G_CALLBACK (forget_style));
}

GtkWidget *
bh_chart_view_new (void)
{
  return g_object_new (BH_TYPE_CHART_VIEW, NULL);
}

BhChart *
bh_chart_view_get_chart (BhChartView *self)
{
  g_return_val_if_fail (BH_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

static void
add_spots (BhChartView *self)
{
  guint n_marks = bh_chart_get_n_marks (self->picture.chart);

  for (guint i = 0; i < n_marks; i++)
    {
      GtkWidget *spot = bh_chart_spot_new (bh_chart_get_mark (self->picture.chart, i), i);

      g_signal_connect_object (spot, "activated", G_CALLBACK (spot_activated_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (spot, "toggled", G_CALLBACK (spot_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_insert_before (spot, GTK_WIDGET (self), GTK_WIDGET (self->bubble));
      g_ptr_array_add (self->spots, spot);
    }
}

void
bh_chart_view_emit_brushed (BhChartView *self, const char *text)
{
  g_signal_emit (self, signals[BRUSHED], 0, text);
}

static void
show_name (BhChartView *self)
{
  const char *subtitle = bh_chart_get_subtitle (self->picture.chart);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bh_chart_get_title (self->picture.chart), -1);
  if (subtitle != NULL && *subtitle != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    subtitle, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show_chart (BhChartView *self, BhChart *chart)
{
  gboolean had_cursor = has_cursor (self);
  guint n_before = self->spots->len, cursor = self->cursor;

  self->hovered = -1;
  bh_chart_bubble_show (self->bubble, NULL);
  bh_chart_picture_set_chart (&self->picture, NULL);
  g_ptr_array_set_size (self->spots, 0);
  bh_chart_picture_set_chart (&self->picture, chart);
  if (chart != NULL)
    {
      add_spots (self);
      show_name (self);
      bh_chart_brush_set_filter (&self->brush, chart, self->brush.filter);
      bh_chart_view_show_brush (self);
    }
  self->cursor = self->spots->len == n_before ? cursor : 0;
  if (had_cursor)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Marks that cannot be read at this width are put together. */
static void
show_fitting_chart (BhChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  g_autoptr (BhChart) fitting = NULL;

  if (self->chart != NULL && width > 0)
    fitting = bh_chart_fit (self->chart, width, get_style (self));
  show_chart (self, fitting != NULL ? fitting : self->chart);
}

static gboolean
fit_cb (gpointer user_data)
{
  BhChartView *self = user_data;

  self->fitting = 0;
  show_fitting_chart (self);

  return G_SOURCE_REMOVE;
}

void
bh_chart_view_set_chart (BhChartView *self, BhChart *chart)
{
  g_return_if_fail (BH_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || BH_IS_CHART (chart));

  g_clear_handle_id (&self->fitting, g_source_remove);
  g_set_object (&self->chart, chart);
  show_fitting_chart (self);
}

void
bh_chart_view_set_compact (BhChartView *self, gboolean compact)
{
  g_return_if_fail (BH_IS_CHART_VIEW (self));

  self->compact = compact;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
bh_chart_view_get_cursor (BhChartView *self)
{
  g_return_val_if_fail (BH_IS_CHART_VIEW (self), 0);

  return self->cursor;
}

void
bh_chart_view_set_cursor (BhChartView *self, guint mark)
{
  g_return_if_fail (BH_IS_CHART_VIEW (self));

  self->cursor = MIN (mark, MAX (self->spots->len, 1) - 1);
  /* What a pointer left there points at does not hide where the keys are. */
  self->resting = MAX (self->resting, self->hovered + 1);
  self->hovered = -1;
  if (has_cursor (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

int
bh_chart_view_get_shown (BhChartView *self)
{
  g_return_val_if_fail (BH_IS_CHART_VIEW (self), -1);

  return self->hovered < 0 && has_cursor (self) ? (int) self->cursor : self->hovered;
}

int
bh_chart_view_point_at (BhChartView *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int mark = -1;

  g_return_val_if_fail (BH_IS_CHART_VIEW (self), -1);

  if (self->picture.chart != NULL && x >= 0 && y >= 0)
    mark = bh_chart_hit (self->picture.chart, x, y, gtk_widget_get_width (widget),
                         gtk_widget_get_height (widget), get_style (self));
  hover (self, mark);

  return mark;
}

gboolean
bh_chart_view_click_with (BhChartView *self, double x, double y, GdkModifierType modifiers)
{
  BhChartSpot *spot;
  int mark;

  g_return_val_if_fail (BH_IS_CHART_VIEW (self), FALSE);

  mark = bh_chart_view_point_at (self, x, y);
  if (mark < 0)
    return FALSE;
  spot = g_ptr_array_index (self->spots, (guint) mark);
  gtk_widget_grab_focus (GTK_WIDGET (spot));
  if (modifiers & GDK_SHIFT_MASK)
    return bh_chart_view_extend (self, (guint) mark);
  if (modifiers & GDK_CONTROL_MASK)
    {
      gtk_widget_activate_action (GTK_WIDGET (spot), "spot.select", NULL);
      return get_mark (self, mark)->brush != NULL;
    }
  self->brush.anchor = (guint) mark;
  gtk_widget_activate_action (GTK_WIDGET (spot), "spot.open", NULL);

  return bh_chart_spot_get_filter (spot) != NULL;
}

gboolean
bh_chart_view_click_at (BhChartView *self, double x, double y)
{
  return bh_chart_view_click_with (self, x, y, 0);
}
