/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-preview.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-scorecard.h"
#include "ui/common/bh-light-look.h"
#include "ui/common/bh-presentation.h"
#include "ui/reports/bh-report-preview-reader.h"

/* Who goes through the months looks at the one where he stops. */
#define QUIET_MS 150

/**
 * BhReportPreview:
 *
 * CSS nodes: `reportpreview`, with those of labels and a grid. Role: group, named by its heading.
 * It reads only while it is shown.
 */
struct _BhReportPreview
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  BhReportRequest request;   /* its filter is owned; %NULL before the first one */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  guint quiet_id;
  BhInsightMode mode; /* of the reading under way */
  gboolean has_shown; /* there is something about this request */

  GtkWidget *body;
  GtkLabel *heading;
  GtkLabel *note;
  GtkBox *sentences;
  GtkGrid *figures;
};

G_DEFINE_FINAL_TYPE (BhReportPreview, bh_report_preview, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_READING = 1,
} Property;

static GParamSpec *properties[PROP_READING + 1];

static void begin (BhReportPreview *self, BhInsightMode mode);

static void
set_note (BhReportPreview *self, const char *text)
{
  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
show_sentences (BhReportPreview *self, GPtrArray *sentences)
{
  clear (GTK_WIDGET (self->sentences));
  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (sentences, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      /* Not by Tab: there is nothing to do with it but to copy it. */
      gtk_widget_set_focusable (label, FALSE);
      gtk_box_append (self->sentences, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sentences), sentences->len > 0);
}

static GtkWidget *
add_cell (BhReportPreview *self, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 1 ? 0 : 1);
  if (column == 1)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->figures, label, column, row, 1, 1);

  return label;
}

static void
show_row (BhReportPreview *self, const BhScorecardRow *row, int i)
{
  g_autofree char *name = bh_chart_words_dup_figure (row->figure, row->filter);
  g_autofree char *value = bh_figure_format (row->figure, &row->value);
  g_autofree char *change
      = bh_figure_format_change (row->figure, &row->value, &row->previous_so_far);
  g_autofree char *signed_change = bh_present_signed (change);
  g_autofree char *goal = bh_goal_describe (&row->goal, row->figure);
  GtkWidget *light = add_cell (self, bh_light_get_symbol (row->light), 0, i, "light");
  GtkWidget *name_label = add_cell (self, name, 1, i, "name");
  GtkWidget *value_label = add_cell (self, value, 2, i, "numeric");

  add_cell (self, signed_change, 3, i, "numeric");
  add_cell (self, goal, 4, i, "dim-label");
  bh_light_look_show (GTK_LABEL (light), row->light);
  bh_light_look_show (GTK_LABEL (value_label), row->light);
  gtk_widget_set_tooltip_text (
      name_label, row->problem != NULL ? row->problem : bh_figure_get_definition (row->figure));
  gtk_accessible_update_property (GTK_ACCESSIBLE (light), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bh_light_get_label (row->light), -1);
}

static void
show_data (BhReportPreview *self, const BhReportPreviewData *data)
{
  self->has_shown = TRUE;
  show_sentences (self, data->sentences);
  clear (GTK_WIDGET (self->figures));
  for (guint i = 0; i < data->rows->len; i++)
    show_row (self, g_ptr_array_index (data->rows, i), (int) i + 1);
  if (data->rows->len > 0)
    {
      add_cell (self, _ ("Figure"), 1, 0, "dim-label");
      add_cell (self, _ ("Value"), 2, 0, "dim-label");
      add_cell (self, _ ("Change"), 3, 0, "dim-label");
      add_cell (self, C_ ("figure", "Goal"), 4, 0, "dim-label");
    }
  set_note (self, data->is_empty ? _ ("Nothing was received, finished or open in this time. The "
                                      "workbook will say so.")
                                 : NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhReportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhReportPreviewData) data = bh_report_preview_read_finish (result, &error);
  gboolean more;

  /* A later request has its own answer. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  more = error == NULL && self->mode != BH_INSIGHT_EXACT && (data == NULL || !data->complete);
  if (data != NULL)
    show_data (self, data);
  else if (error != NULL)
    set_note (self, error->message);
  if (more)
    begin (self, BH_INSIGHT_EXACT);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
stop (BhReportPreview *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
begin (BhReportPreview *self, BhInsightMode mode)
{
  self->mode = mode;
  self->cancellable = g_cancellable_new ();
  bh_report_preview_read_async (bh_desk_get_store (self->desk), &self->request, mode,
                                self->cancellable, read_cb, g_object_ref (self));
}

static gboolean
quiet_cb (gpointer user_data)
{
  BhReportPreview *self = user_data;

  self->quiet_id = 0;
  begin (self, BH_INSIGHT_KEPT);

  return G_SOURCE_REMOVE;
}

static void
read_soon (BhReportPreview *self)
{
  stop (self);
  if (self->request.filter == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!self->has_shown)
    set_note (self, _ ("Counting…"));
  self->quiet_id = g_timeout_add (QUIET_MS, quiet_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
bh_report_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bh_report_preview_parent_class)->map (widget);
  read_soon (BH_REPORT_PREVIEW (widget));
}

static void
bh_report_preview_unmap (GtkWidget *widget)
{
  stop (BH_REPORT_PREVIEW (widget));
  GTK_WIDGET_CLASS (bh_report_preview_parent_class)->unmap (widget);
}

static void
bh_report_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhReportPreview *self = BH_REPORT_PREVIEW (object);

  switch ((Property) id)
    {
    case PROP_READING:
      g_value_set_boolean (value, self->quiet_id != 0 || self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_report_preview_dispose (GObject *object)
{
  BhReportPreview *self = BH_REPORT_PREVIEW (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_REPORT_PREVIEW);
  g_clear_pointer (&self->request.filter, bh_ticket_filter_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_report_preview_parent_class)->dispose (object);
}

static void
bh_report_preview_class_init (BhReportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_report_preview_get_property;
  object_class->dispose = bh_report_preview_dispose;
  widget_class->map = bh_report_preview_map;
  widget_class->unmap = bh_report_preview_unmap;

  properties[PROP_READING]
      = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BhReportPreview, body);
  gtk_widget_class_bind_template_child (widget_class, BhReportPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, BhReportPreview, note);
  gtk_widget_class_bind_template_child (widget_class, BhReportPreview, sentences);
  gtk_widget_class_bind_template_child (widget_class, BhReportPreview, figures);
  gtk_widget_class_set_css_name (widget_class, "reportpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_report_preview_init (BhReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_report_preview_new (BhDesk *desk)
{
  BhReportPreview *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_REPORT_PREVIEW, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

static void
show_heading (BhReportPreview *self)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  g_autofree char *name = NULL, *text = NULL;
  BhPeriod period;

  if (!bh_report_kind_get_period (self->request.kind, self->request.month, time, &period))
    return;
  name = bh_chart_words_dup_period (&period, time);
  /* Translators: heading above what the first sheet of a workbook says; the time it is about */
  text = g_strdup_printf (_ ("What it will say: %s"), name);
  gtk_label_set_label (self->heading, text);
}

void
bh_report_preview_show (BhReportPreview *self, const BhReportRequest *request)
{
  gboolean same;

  g_return_if_fail (BH_IS_REPORT_PREVIEW (self));
  g_return_if_fail (request != NULL && request->filter != NULL);

  same = self->request.filter != NULL && self->request.kind == request->kind
         && self->request.month == request->month && self->request.profile == request->profile
         && g_str_equal (bh_ticket_filter_to_text (self->request.filter),
                         bh_ticket_filter_to_text (request->filter));
  bh_ticket_filter_ref (request->filter);
  g_clear_pointer (&self->request.filter, bh_ticket_filter_unref);
  self->request = *request;
  if (!same)
    {
      self->has_shown = FALSE;
      clear (GTK_WIDGET (self->figures));
      clear (GTK_WIDGET (self->sentences));
      gtk_widget_set_visible (GTK_WIDGET (self->sentences), FALSE);
    }
  show_heading (self);
  read_soon (self);
}
