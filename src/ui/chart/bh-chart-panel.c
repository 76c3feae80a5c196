/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-panel.h"

#include "base/bh-i18n.h"
#include "ui/chart/bh-chart-export.h"
#include "ui/chart/bh-value-table.h"
#include "ui/common/bh-choose-file.h"

#include <adwaita.h>

/* What takes less is not worth a word. */
#define PATIENCE_MS 200

/**
 * BhChartPanel:
 *
 * CSS nodes: `chartpanel`, class `outdated` while another chart than that asked for is shown. Role:
 * group. Actions: `chart.table` (a switch), `chart.save-png`, `chart.save-svg`, `chart.copy`,
 * `chart.cancel`, `chart.retry`.
 */
struct _BhChartPanel
{
  GtkWidget parent_instance;

  BhChartReader *reader; /* (owned) */
  guint patience_id;
  gboolean answered; /* what is shown is what is asked for, if not exactly */
  gboolean stopped;  /* by who did not want to wait */
  gboolean as_table;
  gboolean begins_at_end;
  gboolean keeps_title; /* the chooser beside it says the rest */

  GtkWidget *body;
  GtkWidget *chooser_place;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *progress;
  GtkSpinner *spinner;
  GtkWidget *stop;
  GtkLabel *progress_label;
  GtkWidget *menu;
  GtkStack *stack;
  BhChartView *view;
  BhValueTable *table;
  AdwStatusPage *empty;
  GtkButton *first_step;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (BhChartPanel, bh_chart_panel, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_AS_TABLE = 1,
} Property;

static GParamSpec *properties[PROP_AS_TABLE + 1];

typedef enum
{
  ACTIVATED,
  SHOWN,
  RETRY,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static BhChart *
get_chart (BhChartPanel *self)
{
  return bh_chart_view_get_chart (self->view);
}

/* Nothing can be saved that is not there, or is not what is asked for any more. */
static void
show_page (BhChartPanel *self, const char *name)
{
  gboolean there = g_str_equal (name, "chart") || g_str_equal (name, "table");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "outdated");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.table", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save-png", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save-svg", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", there);
}

static void
show_chart_or_table (BhChartPanel *self)
{
  if (bh_chart_panel_has_values (self))
    show_page (self, self->as_table ? "table" : "chart");
}

static void
end_progress (BhChartPanel *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

/* Who has something to look at is told in a word that it is not the last one. */
static void
show_progress (BhChartPanel *self)
{
  gtk_label_set_label (self->progress_label, self->answered ? _ ("Updating…") : _ ("Counting…"));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), !self->answered);
  gtk_spinner_set_spinning (self->spinner, !self->answered);
  gtk_widget_set_visible (self->stop, !self->answered);
}

static gboolean
patience_cb (gpointer user_data)
{
  BhChartPanel *self = BH_CHART_PANEL (user_data);

  self->patience_id = 0;
  gtk_widget_set_visible (self->progress, TRUE);
  show_progress (self);
  if (!self->answered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "outdated");

  return G_SOURCE_REMOVE;
}

static void
read_cb (BhChartPanel *self, BhChart *chart)
{
  gboolean first = get_chart (self) == NULL;

  self->answered = TRUE;
  show_progress (self);
  bh_chart_view_set_chart (self->view, chart);
  bh_value_table_set_chart (self->table, chart);
  if (!self->keeps_title)
    gtk_label_set_label (self->title, bh_chart_get_title (chart));
  gtk_label_set_label (self->subtitle, bh_chart_get_subtitle (chart));
  if (first && self->begins_at_end)
    bh_chart_view_set_cursor (self->view, G_MAXUINT);
  if (bh_chart_is_empty (chart))
    show_page (self, "empty");
  else
    show_chart_or_table (self);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
reading_cb (BhChartPanel *self)
{
  if (!bh_chart_reader_is_reading (self->reader))
    end_progress (self);
}

static void
show_problem (BhChartPanel *self, const char *title, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->problem, title);
  adw_status_page_set_description (self->problem, escaped);
  show_page (self, "problem");
}

static void
failed_cb (BhChartPanel *self, GError *error)
{
  show_problem (self, _ ("It cannot be counted"), error->message);
}

static void
activated_cb (BhChartPanel *self, const char *filter)
{
  g_signal_emit (self, signals[ACTIVATED], 0, filter);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhChartPanel *self = BH_CHART_PANEL (widget);

  self->stopped = TRUE;
  bh_chart_reader_cancel (self->reader);
  show_problem (self, _ ("Counting was stopped"), "");
}

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[RETRY], 0);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_chart_export_copy (get_chart (BH_CHART_PANEL (widget)), widget);
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file)
{
  BhChartPanel *self = BH_CHART_PANEL (widget);

  if (get_chart (self) != NULL)
    bh_chart_export_save (get_chart (self), widget, file);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhChartPanel *self = BH_CHART_PANEL (widget);
  g_autofree char *proposed = bh_chart_export_dup_name (
      get_chart (self), g_str_equal (name, "chart.save-svg") ? "svg" : "png");

  bh_choose_new_file (widget, _ ("Save the chart"), proposed, file_chosen_cb);
}

static void
bh_chart_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_AS_TABLE:
      g_value_set_boolean (value, BH_CHART_PANEL (object)->as_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_chart_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhChartPanel *self = BH_CHART_PANEL (object);

  switch ((Property) id)
    {
    case PROP_AS_TABLE:
      self->as_table = g_value_get_boolean (value);
      show_chart_or_table (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_chart_panel_dispose (GObject *object)
{
  BhChartPanel *self = BH_CHART_PANEL (object);

  if (self->reader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->reader, self);
      bh_chart_reader_cancel (self->reader);
    }
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->reader);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_CHART_PANEL);

  G_OBJECT_CLASS (bh_chart_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BH_TYPE_CHART_VIEW);
  g_type_ensure (BH_TYPE_VALUE_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/chart/bh-chart-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, body);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, chooser_place);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, title);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, stop);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, menu);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, view);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, table);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, empty);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, first_step);
  gtk_widget_class_bind_template_child (widget_class, BhChartPanel, problem);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
bh_chart_panel_class_init (BhChartPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_chart_panel_get_property;
  object_class->set_property = bh_chart_panel_set_property;
  object_class->dispose = bh_chart_panel_dispose;

  properties[PROP_AS_TABLE]
      = g_param_spec_boolean ("as-table", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_CHART_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOWN] = g_signal_new ("shown", BH_TYPE_CHART_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[RETRY] = g_signal_new ("retry", BH_TYPE_CHART_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "chart.table", "as-table");
  gtk_widget_class_install_action (widget_class, "chart.save-png", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.save-svg", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "chart.retry", NULL, retry_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_chart_panel_init (BhChartPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, "blank");
}

GtkWidget *
bh_chart_panel_new (BhDesk *desk, BhChartReadFunc func)
{
  BhChartPanel *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_CHART_PANEL, NULL);
  self->reader = bh_chart_reader_new (desk, func);
  g_signal_connect_object (self->reader, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::reading", G_CALLBACK (reading_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
bh_chart_panel_set_chooser (BhChartPanel *self, GtkWidget *chooser)
{
  g_return_if_fail (BH_IS_CHART_PANEL (self));

  adw_bin_set_child (ADW_BIN (self->chooser_place), chooser);
}

void
bh_chart_panel_set_title (BhChartPanel *self, const char *title)
{
  g_return_if_fail (BH_IS_CHART_PANEL (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title), title != NULL);
  gtk_label_set_label (self->title, title);
}

void
bh_chart_panel_keep_title (BhChartPanel *self)
{
  g_return_if_fail (BH_IS_CHART_PANEL (self));

  self->keeps_title = TRUE;
}

void
bh_chart_panel_set_empty (BhChartPanel *self,
                          const char *text,
                          const char *label,
                          const char *action)
{
  g_return_if_fail (BH_IS_CHART_PANEL (self));

  adw_status_page_set_description (self->empty, text);
  gtk_widget_set_visible (GTK_WIDGET (self->first_step), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (self->first_step, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->first_step), action);
}

void
bh_chart_panel_set_begins_at_end (BhChartPanel *self, gboolean begins_at_end)
{
  g_return_if_fail (BH_IS_CHART_PANEL (self));

  self->begins_at_end = begins_at_end;
}

void
bh_chart_panel_read (BhChartPanel *self, gpointer request, GDestroyNotify clear, gboolean again)
{
  g_return_if_fail (BH_IS_CHART_PANEL (self));

  if (again && self->stopped)
    {
      g_atomic_rc_box_release_full (request, clear);
      return;
    }
  bh_chart_reader_read (self->reader, request, clear);
  self->stopped = FALSE;
  self->answered &= again;
  if (self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

gboolean
bh_chart_panel_cancel (BhChartPanel *self)
{
  gboolean was_reading;

  g_return_val_if_fail (BH_IS_CHART_PANEL (self), FALSE);

  was_reading = bh_chart_reader_is_reading (self->reader);
  bh_chart_reader_cancel (self->reader);

  return was_reading;
}

gboolean
bh_chart_panel_is_reading (BhChartPanel *self)
{
  g_return_val_if_fail (BH_IS_CHART_PANEL (self), FALSE);

  return bh_chart_reader_is_reading (self->reader);
}

gboolean
bh_chart_panel_has_values (BhChartPanel *self)
{
  g_return_val_if_fail (BH_IS_CHART_PANEL (self), FALSE);

  return get_chart (self) != NULL && !bh_chart_is_empty (get_chart (self));
}

BhChartView *
bh_chart_panel_get_view (BhChartPanel *self)
{
  g_return_val_if_fail (BH_IS_CHART_PANEL (self), NULL);

  return self->view;
}
