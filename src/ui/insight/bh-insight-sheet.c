/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-sheet.h"

#include "ui/insight/bh-grid-layout.h"
#include "ui/insight/bh-insight-chart.h"

/* Pixels between parts, least width of a column in heights of the font, and how many columns can
 * still be overlooked. */
#define SPACING 10
#define COLUMN_EM 27
#define MAX_COLUMNS 3
/* How far off the window a part is still near, in heights of the window. */
#define NEAR 0.5

/**
 * BhInsightSheet:
 *
 * CSS nodes: `insightsheet`. Role: group, named by the title of the page.
 */
struct _BhInsightSheet
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  const BhInsightPageInfo *info;
  GSettings *settings;         /* (owned) */
  BhInsightLook *look;         /* (owned) (nullable) */
  GArray *places;              /* (owned) (element-type Place) */
  guint waiting;               /* source that reads what is near, 0: none */
  GtkScrolledWindow *scroller; /* (owned by the widget tree) */
  GtkWidget *grid;             /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhInsightSheet, bh_insight_sheet, GTK_TYPE_WIDGET)

/* Place: where a part stands, and what it shows. */
typedef struct
{
  const BhInsightItem *item;
  BhInsightPart *part; /* (owned by the widget tree) */
  BhInsightLook *look; /* (owned) (nullable): what it shows, or is about to */
  gboolean stale;      /* to be read when it can be seen */
} Place;

typedef enum
{
  ACTIVATED,
  BRUSHED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

#define FOR_EACH_PLACE(place, self)                                                                \
  for (Place *place = (Place *) (gpointer) (self)->places->data;                                   \
       place < (Place *) (gpointer) (self)->places->data + (self)->places->len; place++)

static void
clear_place (Place *place)
{
  g_clear_pointer (&place->look, bh_insight_look_unref);
}

/* By where the window is scrolled to, since what moved by that is laid out later. */
static gboolean
is_near (BhInsightSheet *self, GtkWidget *part)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  graphene_rect_t bounds;
  double top;

  if (gtk_widget_get_height (part) <= 0 || !gtk_widget_compute_bounds (part, self->grid, &bounds))
    return FALSE;
  top = bounds.origin.y - gtk_adjustment_get_value (adjustment);

  return top < height * (1 + NEAR) && top + bounds.size.height > -height * NEAR;
}

static void
read_place (BhInsightSheet *self, Place *place)
{
  gboolean again = bh_insight_look_equal (place->look, self->look, place->item->id);

  place->stale = FALSE;
  clear_place (place);
  place->look = bh_insight_look_ref (self->look);
  bh_insight_part_read (place->part, self->look, again);
}

static gboolean
read_near_cb (gpointer user_data)
{
  BhInsightSheet *self = user_data;

  self->waiting = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->look == NULL)
    return G_SOURCE_REMOVE;
  FOR_EACH_PLACE (place, self)
  if (place->stale && is_near (self, GTK_WIDGET (place->part)))
    read_place (self, place);

  return G_SOURCE_REMOVE;
}

/* Where parts are is known when they have been laid out. */
static void
read_near (BhInsightSheet *self)
{
  if (self->waiting == 0)
    self->waiting = g_idle_add (read_near_cb, self);
}

static void
activated_cb (BhInsightSheet *self, const char *filter)
{
  g_signal_emit (self, signals[ACTIVATED], 0, filter);
}

static void
brushed_cb (BhInsightSheet *self, const char *filter, BhInsightPart *part)
{
  FOR_EACH_PLACE (place, self)
  if (place->part == part)
    {
      g_signal_emit (self, signals[BRUSHED], 0, place->item->id, filter);
      return;
    }
}

static void
add_part (BhInsightSheet *self, const BhInsightItem *item)
{
  GtkWidget *part = item->make != NULL ? item->make (self->desk)
                                       : bh_insight_chart_new (self->desk, item, self->settings);
  Place place = { item, BH_INSIGHT_PART (part), NULL, TRUE };

  if (item->make != NULL)
    bh_grid_layout_set_wide (part, (item->flags & BH_INSIGHT_ITEM_WIDE) != 0);
  gtk_widget_set_parent (part, self->grid);
  g_signal_connect_object (part, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "brushed", G_CALLBACK (brushed_cb), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->places, place);
}

static void
add_parts (BhInsightSheet *self)
{
  for (const BhInsightItem *item = self->info->items; item->id != NULL; item++)
    if (bh_insight_item_is_there (item))
      add_part (self, item);
}

static void
bh_insight_sheet_map (GtkWidget *widget)
{
  BhInsightSheet *self = BH_INSIGHT_SHEET (widget);

  if (self->places->len == 0)
    add_parts (self);
  GTK_WIDGET_CLASS (bh_insight_sheet_parent_class)->map (widget);
  read_near (self);
}

static void
bh_insight_sheet_unmap (GtkWidget *widget)
{
  BhInsightSheet *self = BH_INSIGHT_SHEET (widget);

  FOR_EACH_PLACE (place, self)
  if (bh_insight_part_cancel (place->part))
    {
      place->stale = TRUE;
      clear_place (place);
    }
  GTK_WIDGET_CLASS (bh_insight_sheet_parent_class)->unmap (widget);
}

static void
bh_insight_sheet_dispose (GObject *object)
{
  BhInsightSheet *self = BH_INSIGHT_SHEET (object);
  GtkWidget *scroller = (GtkWidget *) self->scroller;
  GtkWidget *child;

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_array_set_size (self->places, 0);
  while (self->grid != NULL && (child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_widget_unparent (child);
  self->grid = NULL;
  self->scroller = NULL;
  g_clear_pointer (&scroller, gtk_widget_unparent);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_insight_sheet_parent_class)->dispose (object);
}

static void
bh_insight_sheet_finalize (GObject *object)
{
  g_array_unref (BH_INSIGHT_SHEET (object)->places);

  G_OBJECT_CLASS (bh_insight_sheet_parent_class)->finalize (object);
}

static void
bh_insight_sheet_class_init (BhInsightSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_insight_sheet_dispose;
  object_class->finalize = bh_insight_sheet_finalize;
  widget_class->map = bh_insight_sheet_map;
  widget_class->unmap = bh_insight_sheet_unmap;

  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_INSIGHT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BRUSHED] = g_signal_new ("brushed", BH_TYPE_INSIGHT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "insightsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_PANEL);
}

static void
bh_insight_sheet_init (BhInsightSheet *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkAdjustment *adjustment;

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, (GDestroyNotify) clear_place);

  self->grid = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->grid, bh_grid_layout_new (SPACING, COLUMN_EM, MAX_COLUMNS));
  gtk_widget_add_css_class (self->grid, "charts");
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->grid);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, viewport);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (read_near), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (read_near), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
bh_insight_sheet_new (BhDesk *desk, const BhInsightPageInfo *info, GSettings *settings)
{
  BhInsightSheet *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_INSIGHT_SHEET, NULL);
  self->desk = g_object_ref (desk);
  self->info = info;
  self->settings = g_object_ref (settings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bh_insight_page_info_get_title (info), -1);

  return GTK_WIDGET (self);
}

const BhInsightPageInfo *
bh_insight_sheet_get_info (BhInsightSheet *self)
{
  g_return_val_if_fail (BH_IS_INSIGHT_SHEET (self), NULL);

  return self->info;
}

void
bh_insight_sheet_show (BhInsightSheet *self, BhInsightLook *look, BhInsightShow how)
{
  g_return_if_fail (BH_IS_INSIGHT_SHEET (self));
  g_return_if_fail (look != NULL);

  bh_insight_look_ref (look);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  self->look = look;
  FOR_EACH_PLACE (place, self)
  {
    place->stale |= how != BH_INSIGHT_SHOW_CHANGED
                    || !bh_insight_look_equal (place->look, look, place->item->id);
    if (how == BH_INSIGHT_SHOW_ANEW)
      clear_place (place);
  }
  read_near (self);
}

gboolean
bh_insight_sheet_is_reading (BhInsightSheet *self)
{
  g_return_val_if_fail (BH_IS_INSIGHT_SHEET (self), FALSE);

  FOR_EACH_PLACE (place, self)
  if (bh_insight_part_is_reading (place->part))
    return TRUE;

  return FALSE;
}

static int
find_focused (BhInsightSheet *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->grid);

  for (guint i = 0; i < self->places->len; i++)
    if (GTK_WIDGET (g_array_index (self->places, Place, i).part) == focused)
      return (int) i;

  return -1;
}

void
bh_insight_sheet_focus_next (BhInsightSheet *self, int step)
{
  int n, from;

  g_return_if_fail (BH_IS_INSIGHT_SHEET (self));

  n = (int) self->places->len;
  from = find_focused (self);
  if (from < 0 && step < 0)
    from = n;
  for (int i = 1; i <= n; i++)
    {
      const Place *place
          = &g_array_index (self->places, Place, (guint) (from + i * step + 2 * n) % (guint) n);

      if (gtk_widget_grab_focus (bh_insight_part_get_focus_widget (place->part)))
        return;
    }
}

void
bh_insight_sheet_clear_brush (BhInsightSheet *self, const char *id)
{
  BhInsightPart *part = bh_insight_sheet_find (self, id);

  if (part != NULL)
    bh_insight_part_clear_brush (part);
}

BhInsightPart *
bh_insight_sheet_find (BhInsightSheet *self, const char *id)
{
  g_return_val_if_fail (BH_IS_INSIGHT_SHEET (self), NULL);

  FOR_EACH_PLACE (place, self)
  if (g_strcmp0 (place->item->id, id) == 0)
    return place->part;

  return NULL;
}

/* The chart that shows @key already, else the first one that can. */
static GtkWidget *
find_figure (BhInsightSheet *self, const char *key)
{
  GtkWidget *first = NULL;

  FOR_EACH_PLACE (place, self)
  {
    const BhChartInfo *info = bh_insight_item_get_chart (place->item);
    g_autofree char *figure = NULL;

    if (info == NULL || !info->has_figure)
      continue;
    g_object_get (place->part, "figure", &figure, NULL);
    if (g_strcmp0 (figure, key) == 0)
      return GTK_WIDGET (place->part);
    if (first == NULL)
      first = GTK_WIDGET (place->part);
  }

  return first;
}

void
bh_insight_sheet_show_figure (BhInsightSheet *self, const char *key)
{
  GtkWidget *part;

  g_return_if_fail (BH_IS_INSIGHT_SHEET (self));
  g_return_if_fail (key != NULL);

  part = find_figure (self, key);
  if (part == NULL)
    return;
  g_object_set (part, "figure", key, NULL);
  gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}
