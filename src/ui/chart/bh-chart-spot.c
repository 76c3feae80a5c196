/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-spot.h"

#include "base/bh-i18n.h"

/**
 * BhChartSpot:
 *
 * CSS nodes: `chartspot`; shows nothing itself, and lets the pointer through. Role: list item,
 * named by what the mark says; selected or not where the mark stands for something. Actions
 * `spot.open` and `spot.select` for whom they are no keys: a screen reader.
 */
struct _BhChartSpot
{
  GtkWidget parent_instance;

  guint index;
  char *filter; /* (owned) (nullable) */
  gboolean selectable;
};

G_DEFINE_FINAL_TYPE (BhChartSpot, bh_chart_spot, GTK_TYPE_WIDGET)

typedef enum
{
  ACTIVATED,
  TOGGLED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
select_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[TOGGLED], 0);
}

/* What cannot be selected is opened by Space as by Enter. */
static gboolean
space_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhChartSpot *self = BH_CHART_SPOT (widget);

  return gtk_widget_activate_action (widget, self->selectable ? "spot.select" : "spot.open", NULL);
}

static void
bh_chart_spot_finalize (GObject *object)
{
  g_free (BH_CHART_SPOT (object)->filter);

  G_OBJECT_CLASS (bh_chart_spot_parent_class)->finalize (object);
}

static void
bh_chart_spot_class_init (BhChartSpotClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_chart_spot_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_CHART_SPOT, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  signals[TOGGLED] = g_signal_new ("toggled", BH_TYPE_CHART_SPOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "spot.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "spot.select", NULL, select_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "spot.open", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, space_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "chartspot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
bh_chart_spot_init (BhChartSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* Values in several lines are read in one breath. */
static char *
dup_name (const BhChartMark *mark)
{
  g_auto (GStrv) lines = g_strsplit (mark->value_text != NULL ? mark->value_text : "", "\n", -1);
  /* Translators: between the values of a mark of a chart, as they are read aloud */
  g_autofree char *values = g_strjoinv (_ ("; "), lines);

  return g_strdup_printf (_ ("%s: %s"), mark->label, values);
}

GtkWidget *
bh_chart_spot_new (const BhChartMark *mark, guint index)
{
  BhChartSpot *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (mark != NULL, NULL);

  self = g_object_new (BH_TYPE_CHART_SPOT, NULL);
  self->index = index;
  self->filter = g_strdup (mark->filter);
  name = dup_name (mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->selectable = mark->brush != NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spot.open", mark->filter != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spot.select", self->selectable);
  bh_chart_spot_set_selected (self, FALSE);

  return GTK_WIDGET (self);
}

guint
bh_chart_spot_get_index (BhChartSpot *self)
{
  g_return_val_if_fail (BH_IS_CHART_SPOT (self), 0);

  return self->index;
}

const char *
bh_chart_spot_get_filter (BhChartSpot *self)
{
  g_return_val_if_fail (BH_IS_CHART_SPOT (self), NULL);

  return self->filter;
}

void
bh_chart_spot_set_selected (BhChartSpot *self, gboolean selected)
{
  g_return_if_fail (BH_IS_CHART_SPOT (self));

  if (self->selectable)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                 -1);
}
