/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-chart.h"

#include "base/bh-i18n.h"
#include "ui/insight/bh-grid-layout.h"
#include "ui/insight/bh-insight-choosers.h"
#include "ui/insight/bh-insight-memory.h"
#include "ui/insight/bh-insight-request.h"

#define FIGURES_KEY "insight-figures"
#define VARIANTS_KEY "insight-variants"

/**
 * BhInsightChart:
 *
 * CSS nodes: `insightchart`. Actions: `part.variant`, `part.enlarged` (a
 * switch).
 */
struct _BhInsightChart
{
  GtkWidget parent_instance;

  const BhInsightItem *item;
  const BhChartInfo *info;
  GSettings *settings;       /* (owned) */
  BhInsightLook *look;       /* (owned) (nullable): asked for last */
  BhInsightRequest *request; /* (owned) (nullable): likewise */
  char *variant;             /* (owned) (nullable) */
  gboolean enlarged;         /* takes a whole row of the page, and shows all of its own */
  BhChartPanel *panel;       /* (owned by the widget tree) */
  GtkDropDown *figures;      /* (owned by the widget tree) (nullable) */
  GtkWidget *variants;       /* (owned by the widget tree) (nullable) */
};

static void bh_insight_chart_part_init (BhInsightPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhInsightChart,
                               bh_insight_chart,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_INSIGHT_PART,
                                                      bh_insight_chart_part_init))

typedef enum
{
  PROP_FIGURE = 1,
  PROP_VARIANT,
  PROP_ENLARGED,
} Property;

static GParamSpec *properties[PROP_ENLARGED + 1];

static void
read_chart (BhInsightChart *self, gboolean again)
{
  BhInsightRequest *request = bh_insight_request_new (
      self->look, bh_insight_look_get_filter (self->look, self->item->id), self->info);

  if (self->figures != NULL)
    request->figure = (BhFigureId) gtk_drop_down_get_selected (self->figures);
  request->variant = g_strdup (self->variant);
  g_clear_pointer (&self->request, bh_insight_request_unref);
  self->request = g_atomic_rc_box_acquire (request);
  bh_chart_panel_read (self->panel, request, bh_insight_request_clear, again);
}

static void
read_anew (BhInsightChart *self)
{
  if (self->look != NULL)
    read_chart (self, FALSE);
}

/* The first step depends on why there is nothing: an office that has just begun, the filter, or a
 * period that has. */
static void
shown_cb (BhInsightChart *self)
{
  const char *empty = bh_insight_item_get_empty (self->item);
  const BhInsightLook *look = self->look;

  if (!self->request->has_tickets)
    bh_chart_panel_set_empty (self->panel, empty, _ ("Register a ticket"), "win.new-ticket");
  else if (look->brush != NULL && self->request->filter == look->brush)
    bh_chart_panel_set_empty (self->panel, empty, _ ("Undo the selection"), "insight.clear-brush");
  else if (!bh_ticket_filter_is_empty (self->request->filter))
    bh_chart_panel_set_empty (self->panel, empty, _ ("Count all tickets"), "insight.clear-filter");
  else if (look->as_of < look->period.to)
    bh_chart_panel_set_empty (self->panel, empty, _ ("Show the period before"),
                              "insight.period-before");
  else
    bh_chart_panel_set_empty (self->panel, empty, _ ("Show the present period"),
                              "insight.present-period");
}

static void
activated_cb (BhInsightChart *self, const char *filter)
{
  bh_insight_part_emit_activated (BH_INSIGHT_PART (self), filter);
}

static void
brushed_cb (BhInsightChart *self, const char *filter)
{
  bh_insight_part_emit_brushed (BH_INSIGHT_PART (self), filter);
}

static void
figure_chosen_cb (BhInsightChart *self)
{
  bh_insight_memory_set (self->settings, FIGURES_KEY, self->item->id,
                         bh_insight_figures_get_key (self->figures));
  read_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

static void
show_variant (BhInsightChart *self, const char *code)
{
  g_free (self->variant);
  self->variant = g_strdup (code);
  bh_insight_variants_show (self->variants, self->info, code);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VARIANT]);
}

static void
set_variant (BhInsightChart *self, const char *code)
{
  if (g_strcmp0 (code, self->variant) == 0 || !bh_chart_info_has_variant (self->info, code))
    return;
  show_variant (self, code);
  bh_insight_memory_set (self->settings, VARIANTS_KEY, self->item->id, code);
  read_anew (self);
}

static void
set_enlarged (BhInsightChart *self, gboolean enlarged)
{
  self->enlarged = enlarged;
  bh_grid_layout_set_wide (GTK_WIDGET (self), enlarged);
  bh_chart_view_set_compact (bh_chart_panel_get_view (self->panel), !enlarged);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENLARGED]);
}

static void
bh_insight_chart_read (BhInsightPart *part, BhInsightLook *look, gboolean again)
{
  BhInsightChart *self = BH_INSIGHT_CHART (part);

  bh_insight_look_ref (look);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  self->look = look;
  read_chart (self, again);
}

static gboolean
bh_insight_chart_cancel (BhInsightPart *part)
{
  return bh_chart_panel_cancel (BH_INSIGHT_CHART (part)->panel);
}

static gboolean
bh_insight_chart_is_reading (BhInsightPart *part)
{
  return bh_chart_panel_is_reading (BH_INSIGHT_CHART (part)->panel);
}

static GtkWidget *
bh_insight_chart_get_focus_widget (BhInsightPart *part)
{
  return GTK_WIDGET (bh_chart_panel_get_view (BH_INSIGHT_CHART (part)->panel));
}

static void
bh_insight_chart_clear_brush (BhInsightPart *part)
{
  bh_chart_view_set_brush (bh_chart_panel_get_view (BH_INSIGHT_CHART (part)->panel), NULL);
}

static void
bh_insight_chart_part_init (BhInsightPartInterface *iface)
{
  iface->read = bh_insight_chart_read;
  iface->cancel = bh_insight_chart_cancel;
  iface->is_reading = bh_insight_chart_is_reading;
  iface->get_focus_widget = bh_insight_chart_get_focus_widget;
  iface->clear_brush = bh_insight_chart_clear_brush;
}

static void
bh_insight_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhInsightChart *self = BH_INSIGHT_CHART (object);

  switch ((Property) id)
    {
    case PROP_FIGURE:
      g_value_set_string (value, self->figures != NULL ? bh_insight_figures_get_key (self->figures)
                                                       : NULL);
      break;
    case PROP_VARIANT:
      g_value_set_string (value, self->variant != NULL ? self->variant : "");
      break;
    case PROP_ENLARGED:
      g_value_set_boolean (value, self->enlarged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_insight_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhInsightChart *self = BH_INSIGHT_CHART (object);

  switch ((Property) id)
    {
    case PROP_FIGURE:
      if (self->figures != NULL)
        bh_insight_figures_choose (self->figures, g_value_get_string (value));
      break;
    case PROP_VARIANT:
      set_variant (self, g_value_get_string (value));
      break;
    case PROP_ENLARGED:
      set_enlarged (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_insight_chart_dispose (GObject *object)
{
  BhInsightChart *self = BH_INSIGHT_CHART (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->request, bh_insight_request_unref);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  g_clear_pointer (&self->variant, g_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (bh_insight_chart_parent_class)->dispose (object);
}

static void
bh_insight_chart_class_init (BhInsightChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_insight_chart_get_property;
  object_class->set_property = bh_insight_chart_set_property;
  object_class->dispose = bh_insight_chart_dispose;

  properties[PROP_FIGURE]
      = g_param_spec_string ("figure", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VARIANT]
      = g_param_spec_string ("variant", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENLARGED]
      = g_param_spec_boolean ("enlarged", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "part.variant", "variant");
  gtk_widget_class_install_property_action (widget_class, "part.enlarged", "enlarged");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "insightchart");
}

static void
bh_insight_chart_init (BhInsightChart *self)
{
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
create_choosers (BhInsightChart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (self->info->has_figure)
    {
      self->figures = GTK_DROP_DOWN (bh_insight_create_figures ());
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures));
    }
  if (self->info->variants != NULL)
    {
      self->variants = bh_insight_create_variants (self->info);
      gtk_box_append (GTK_BOX (box), self->variants);
    }

  return box;
}

/* What was chosen last, else what the page says. */
static void
restore (BhInsightChart *self)
{
  const BhInsightItem *item = self->item;
  g_autofree char *figure = bh_insight_memory_dup (self->settings, FIGURES_KEY, item->id);
  g_autofree char *variant = bh_insight_memory_dup (self->settings, VARIANTS_KEY, item->id);

  if (self->figures != NULL)
    {
      bh_insight_figures_choose (self->figures, item->figure);
      bh_insight_figures_choose (self->figures, figure);
      g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (figure_chosen_cb),
                               self, G_CONNECT_SWAPPED);
    }
  if (self->variants == NULL)
    return;
  if (variant != NULL && bh_chart_info_has_variant (self->info, variant))
    show_variant (self, variant);
  else
    show_variant (self, item->variant != NULL ? item->variant : self->info->variants[0].code);
}

GtkWidget *
bh_insight_chart_new (BhDesk *desk, const BhInsightItem *item, GSettings *settings)
{
  BhInsightChart *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (item != NULL && bh_insight_item_get_chart (item) != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_INSIGHT_CHART, NULL);
  self->item = item;
  self->info = bh_insight_item_get_chart (item);
  self->settings = g_object_ref (settings);
  self->panel = BH_CHART_PANEL (bh_chart_panel_new (desk, bh_insight_request_read));
  bh_chart_panel_set_chooser (self->panel, create_choosers (self));
  bh_chart_panel_set_title (self->panel, (item->flags & BH_INSIGHT_ITEM_NAMED_BY_FIGURE) != 0
                                             ? NULL
                                             : g_dpgettext2 (NULL, "chart", self->info->title));
  if (self->info->has_figure)
    bh_chart_panel_keep_title (self->panel);
  bh_chart_panel_set_begins_at_end (self->panel, self->info->has_figure);
  bh_chart_panel_set_empty (self->panel, bh_insight_item_get_empty (item), NULL, NULL);
  set_enlarged (self, (item->flags & BH_INSIGHT_ITEM_WIDE) != 0);
  restore (self);
  g_signal_connect_object (self->panel, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_chart_panel_get_view (self->panel), "brushed",
                           G_CALLBACK (brushed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "retry", G_CALLBACK (read_anew), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->panel), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

BhChartPanel *
bh_insight_chart_get_panel (BhInsightChart *self)
{
  g_return_val_if_fail (BH_IS_INSIGHT_CHART (self), NULL);

  return self->panel;
}
