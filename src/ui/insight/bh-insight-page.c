/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-page.h"

#include "base/bh-i18n.h"
#include "ui/chart/bh-chart-panel.h"
#include "ui/common/bh-pacer.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/insight/bh-halves-layout.h"
#include "ui/insight/bh-insight-charts.h"
#include "ui/insight/bh-insight-choosers.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/tickets/bh-filter-bar.h"

#include <adwaita.h>

/* Pixels between the charts, and how much wider than its least width one is beside the other. */
#define SPACING 10
#define STRETCH 1.35
/* What changes together is counted once. */
#define QUIET_MS 1000

/* By what all figures can be narrowed, in the order in which an office asks. */
static const BhFilterField filter_fields[] = {
  BH_FILTER_KIND,     BH_FILTER_COMMUNITY, BH_FILTER_DEPARTMENT,
  BH_FILTER_CATEGORY, BH_FILTER_CHANNEL,   BH_FILTER_GRADE,
};

/**
 * BhInsightPage:
 *
 * CSS nodes: `insightpage`. Actions: `insight.reload`, `insight.clear-filter`, `insight.level`,
 * `insight.last-month`, `insight.next-chart`. Keys: Alt+Left and Alt+Right change the month,
 * Alt+Home shows this one, F5 counts anew, F6 goes to the charts.
 *
 * Nothing is counted while the page is not shown; what was under way then is given up, so that the
 * page that is shown does not wait for it.
 */
struct _BhInsightPage
{
  GtkWidget parent_instance;

  BhDesk *desk;         /* (owned) */
  GSettings *settings;  /* (owned) */
  BhPeriodBar *period;  /* (owned by the widget tree) */
  BhFilterBar *filter;  /* (owned by the widget tree) */
  BhChartPanel *trend;  /* (owned by the widget tree) */
  BhChartPanel *pareto; /* (owned by the widget tree) */
  GtkDropDown *figures; /* (owned by the widget tree) */
  BhPacer *pacer;       /* (owned) */
  BhParetoLevel level;
  gboolean trend_stale;  /* to be counted when the page is shown */
  gboolean pareto_stale; /* likewise */

  GtkWidget *body;
  AdwBin *period_place;
  AdwBin *filter_place;
  GtkWidget *charts;
};

G_DEFINE_FINAL_TYPE (BhInsightPage, bh_insight_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FIGURE = 1,
  PROP_LEVEL,
} Property;

static GParamSpec *properties[PROP_LEVEL + 1];

typedef enum
{
  SHOW_TICKETS,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static BhInsightQuestion *
create_question (BhInsightPage *self)
{
  BhInsightQuestion *question = bh_insight_question_new (bh_desk_get_office (self->desk),
                                                         bh_filter_bar_get_filter (self->filter));

  question->month = bh_period_bar_get_month (self->period);
  question->as_of = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
  question->figure = (BhFigureId) gtk_drop_down_get_selected (self->figures);
  question->level = self->level;

  return question;
}

static void
read_trend (BhInsightPage *self, gboolean again)
{
  self->trend_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->trend_stale)
    bh_chart_panel_read (self->trend, create_question (self), bh_insight_question_clear, again);
}

static void
read_pareto (BhInsightPage *self, gboolean again)
{
  self->pareto_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->pareto_stale)
    bh_chart_panel_read (self->pareto, create_question (self), bh_insight_question_clear, again);
}

/* The first step depends on why there is nothing: the filter, a month that has just begun, or an
 * office that has. */
static void
show_first_steps (BhInsightPage *self)
{
  gboolean narrowed = !bh_ticket_filter_is_empty (bh_filter_bar_get_filter (self->filter));
  const char *label = narrowed ? _ ("Count all tickets") : _ ("Register a ticket");
  const char *action = narrowed ? "insight.clear-filter" : "win.new-ticket";

  bh_chart_panel_set_empty (self->trend, _ ("How the figure went in 13 months will be drawn here."),
                            label, action);
  if (!narrowed && bh_chart_panel_has_values (self->trend)
      && g_str_equal (bh_period_bar_get_kind (self->period), "this-month"))
    {
      label = _ ("Show the last month");
      action = "insight.last-month";
    }
  bh_chart_panel_set_empty (self->pareto,
                            _ ("What the tickets of the month are about will be drawn here, the "
                               "most frequent first."),
                            label, action);
}

static void
read_all (BhInsightPage *self)
{
  show_first_steps (self);
  read_trend (self, FALSE);
  read_pareto (self, FALSE);
}

static void
filter_changed_cb (BhInsightPage *self)
{
  g_settings_set_string (self->settings, "insight-filter",
                         bh_ticket_filter_to_text (bh_filter_bar_get_filter (self->filter)));
  read_all (self);
}

static void
retry_trend_cb (BhInsightPage *self)
{
  read_trend (self, FALSE);
}

static void
retry_pareto_cb (BhInsightPage *self)
{
  read_pareto (self, FALSE);
}

static gboolean
is_counting (gpointer user_data)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (user_data);

  return bh_chart_panel_is_reading (self->trend) || bh_chart_panel_is_reading (self->pareto);
}

static void
count_again (gpointer user_data)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (user_data);

  read_trend (self, TRUE);
  read_pareto (self, TRUE);
}

static void
store_changed_cb (BhInsightPage *self)
{
  if (self->pacer != NULL)
    bh_pacer_ask (self->pacer);
}

static void
figure_chosen_cb (BhInsightPage *self)
{
  read_trend (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

static void
activated_cb (BhInsightPage *self, const char *text)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, NULL);

  if (filter != NULL)
    g_signal_emit (self, signals[SHOW_TICKETS], 0, filter);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  read_all (BH_INSIGHT_PAGE (widget));
}

static void
clear_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_filter_bar_clear (BH_INSIGHT_PAGE (widget)->filter);
}

static void
last_month_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_period_bar_set_kind (BH_INSIGHT_PAGE (widget)->period, "last-month");
}

/* To the line first, then from one chart to the other. */
static void
next_chart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (widget);
  gboolean on_trend = gtk_widget_get_focus_child (self->charts) == GTK_WIDGET (self->trend);
  BhChartPanel *first = on_trend ? self->pareto : self->trend;
  BhChartPanel *second = on_trend ? self->trend : self->pareto;

  if (!gtk_widget_grab_focus (GTK_WIDGET (bh_chart_panel_get_view (first))))
    gtk_widget_grab_focus (GTK_WIDGET (bh_chart_panel_get_view (second)));
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  bh_period_bar_move (BH_INSIGHT_PAGE (widget)->period, g_variant_get_int32 (arguments));

  return TRUE;
}

static gboolean
this_month_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  bh_period_bar_set_kind (BH_INSIGHT_PAGE (widget)->period, "this-month");

  return TRUE;
}

static void
set_level (BhInsightPage *self, const char *code)
{
  BhParetoLevel level;

  if (!bh_insight_level_find (code, &level) || level == self->level)
    return;
  self->level = level;
  read_pareto (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static void
bh_insight_page_map (GtkWidget *widget)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (widget);

  GTK_WIDGET_CLASS (bh_insight_page_parent_class)->map (widget);
  if (self->trend_stale)
    read_trend (self, FALSE);
  if (self->pareto_stale)
    read_pareto (self, FALSE);
}

static void
bh_insight_page_unmap (GtkWidget *widget)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (widget);

  self->trend_stale |= bh_chart_panel_cancel (self->trend);
  self->pareto_stale |= bh_chart_panel_cancel (self->pareto);
  GTK_WIDGET_CLASS (bh_insight_page_parent_class)->unmap (widget);
}

static void
bh_insight_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (object);

  switch ((Property) id)
    {
    case PROP_FIGURE:
      g_value_set_string (value, bh_insight_figures_get_key (self->figures));
      break;
    case PROP_LEVEL:
      g_value_set_string (value, bh_insight_level_get_code (self->level));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_insight_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_FIGURE:
      bh_insight_figures_choose (BH_INSIGHT_PAGE (object)->figures, g_value_get_string (value));
      break;
    case PROP_LEVEL:
      set_level (BH_INSIGHT_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_insight_page_dispose (GObject *object)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (object);

  g_clear_pointer (&self->pacer, bh_pacer_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_INSIGHT_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_insight_page_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_ALT_MASK, this_month_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "insight.reload", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "insight.next-chart", NULL);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_FIGURE]
      = g_param_spec_string ("figure", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEVEL]
      = g_param_spec_string ("level", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bh_insight_page_class_init (BhInsightPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_insight_page_get_property;
  object_class->set_property = bh_insight_page_set_property;
  object_class->dispose = bh_insight_page_dispose;
  widget_class->map = bh_insight_page_map;
  widget_class->unmap = bh_insight_page_unmap;

  install_properties (object_class);
  signals[SHOW_TICKETS] = g_signal_new ("show-tickets", BH_TYPE_INSIGHT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_TICKET_FILTER);

  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-insight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, body);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, filter_place);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, charts);

  gtk_widget_class_install_action (widget_class, "insight.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "insight.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "insight.last-month", NULL, last_month_cb);
  gtk_widget_class_install_action (widget_class, "insight.next-chart", NULL, next_chart_cb);
  gtk_widget_class_install_property_action (widget_class, "insight.level", "level");
  install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "insightpage");
}

static void
bh_insight_page_init (BhInsightPage *self)
{
  self->pacer = bh_pacer_new (QUIET_MS, is_counting, count_again, self);
  self->trend_stale = TRUE;
  self->pareto_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
create_bars (BhInsightPage *self)
{
  self->period = BH_PERIOD_BAR (bh_period_bar_new (self->desk));
  self->filter = BH_FILTER_BAR (
      bh_filter_bar_new (self->desk, filter_fields, G_N_ELEMENTS (filter_fields), FALSE));
  adw_bin_set_child (self->period_place, GTK_WIDGET (self->period));
  adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filter));
}

static void
create_charts (BhInsightPage *self)
{
  gtk_widget_set_layout_manager (self->charts, bh_halves_layout_new (SPACING, STRETCH));

  self->trend = BH_CHART_PANEL (bh_chart_panel_new (self->desk, bh_insight_read_trend));
  self->figures = GTK_DROP_DOWN (bh_insight_create_figures ());
  bh_chart_panel_set_chooser (self->trend, GTK_WIDGET (self->figures));
  bh_chart_panel_set_title (self->trend, NULL);
  bh_chart_panel_set_begins_at_end (self->trend, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->trend), self->charts);

  self->pareto = BH_CHART_PANEL (bh_chart_panel_new (self->desk, bh_insight_read_pareto));
  bh_chart_panel_set_title (self->pareto, _ ("Tickets by category"));
  bh_chart_panel_set_chooser (self->pareto, bh_insight_create_levels ());
  gtk_widget_set_parent (GTK_WIDGET (self->pareto), self->charts);
}

static void
connect_parts (BhInsightPage *self)
{
  g_signal_connect_object (self->period, "notify::month", G_CALLBACK (read_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "notify::selected", G_CALLBACK (figure_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trend, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trend, "shown", G_CALLBACK (show_first_steps), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trend, "retry", G_CALLBACK (retry_trend_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pareto, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pareto, "retry", G_CALLBACK (retry_pareto_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (self->desk), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* A filter that this version does not know is forgotten. */
static void
restore (BhInsightPage *self)
{
  GSettings *settings = self->settings;
  g_autofree char *text = g_settings_get_string (settings, "insight-filter");
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, NULL);

  if (filter != NULL)
    bh_filter_bar_set_filter (self->filter, filter);
  g_settings_bind (settings, "insight-figure", self, "figure", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "insight-level", self, "level", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "insight-period", self->period, "kind", G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
bh_insight_page_new (BhDesk *desk, GSettings *settings)
{
  BhInsightPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_INSIGHT_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  create_bars (self);
  create_charts (self);
  restore (self);
  connect_parts (self);
  show_first_steps (self);

  return GTK_WIDGET (self);
}
