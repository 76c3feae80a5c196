/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-earlier-page.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "ui/common/bh-file-launcher.h"
#include "ui/reports/bh-comparison-view.h"

#include <adwaita.h>

/**
 * BhEarlierPage:
 *
 * CSS nodes: `earlierpage`. Actions, with the id (x) of a report: `earlier.open`,
 * `earlier.show-folder`, `earlier.compare`; and `earlier.back`, on Escape too. The stack shows the
 * list, what it is for while it is empty, or a comparison.
 */
struct _BhEarlierPage
{
  GtkWidget parent_instance;

  BhDesk *desk;                 /* (owned) */
  GPtrArray *reports;           /* (owned) (nullable): as they were read last */
  GCancellable *reading;        /* (owned) (nullable): of the list */
  GCancellable *comparing;      /* (owned) (nullable) */
  gint64 compared;              /* id of the report that is compared */
  BhComparisonView *comparison; /* (owned by the widget tree) */

  GtkWidget *body;
  GtkStack *stack;
  GtkListBox *list;
  AdwBin *comparison_place;
  GtkWidget *back;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (BhEarlierPage, bh_earlier_page, GTK_TYPE_WIDGET)

static void
say (BhEarlierPage *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static gint64
get_now (BhEarlierPage *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static char *
dup_title (BhEarlierPage *self, const BhReportRecord *record)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  g_autofree char *name = NULL;
  GString *out = g_string_new (NULL);
  BhPeriod period;

  if (bh_report_kind_get_period (record->kind, record->month, time, &period))
    name = bh_chart_words_dup_period (&period, time);
  g_string_append (out, name != NULL ? name : "");
  if (record->recorded)
    g_string_append_printf (out, " · %s", _ ("For the record"));
  if (record->profile != BH_REPORT_INTERNAL)
    g_string_append_printf (out, " · %s", bh_report_profile_get_label (record->profile));
  if (*record->scope != '\0')
    {
      g_autofree char *scope = bh_chart_words_dup_scope (record->scope);

      g_string_append_printf (out, " · %s", scope);
    }

  return g_string_free (out, FALSE);
}

/* When, by whom, and where; what is gone says so. */
static char *
dup_subtitle (BhEarlierPage *self, const BhEarlierReport *report)
{
  const BhReportRecord *record = report->record;
  BhOffice *office = bh_desk_get_office (self->desk);
  BhEntry *staff = bh_office_get (office, BH_TYPE_STAFF, record->made_by);
  g_autofree char *when
      = bh_office_time_format_near (bh_office_get_time (office), record->made_at, get_now (self));
  g_autofree char *shown = g_filename_display_name (record->path);
  GString *out = g_string_new (NULL);

  if (staff != NULL)
    /* Translators: when a workbook was made, and by whom */
    g_string_append_printf (out, _ ("Made %s by %s"), when, bh_entry_get_name (staff));
  else
    /* Translators: when a workbook was made */
    g_string_append_printf (out, _ ("Made %s"), when);
  g_string_append_printf (out, "\n%s", shown);
  if (report->replaced)
    g_string_append_printf (out, "\n%s", _ ("A later workbook took the place of its file."));
  else if (!report->there)
    g_string_append_printf (out, "\n%s", _ ("The file is not there any more."));

  return g_string_free (out, FALSE);
}

static GtkWidget *
create_button (const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);

  return button;
}

static GtkWidget *
create_row (BhEarlierPage *self, const BhEarlierReport *report)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (self, report->record);
  g_autofree char *subtitle = dup_subtitle (self, report);
  gint64 id = report->record->id;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (report->there)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 create_button (_ ("Open"), "earlier.open", id));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 create_button (_ ("Show folder"), "earlier.show-folder", id));
    }
  if (report->record->recorded)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               create_button (_ ("Compare"), "earlier.compare", id));

  return row;
}

static gboolean
is_comparing (BhEarlierPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "comparison") == 0;
}

static void
show_list (BhEarlierPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->reports->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->reports, i)));
  if (!is_comparing (self))
    gtk_stack_set_visible_child_name (self->stack, self->reports->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhEarlierPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = bh_earlier_list_finish (result, &error);

  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  say (self, error != NULL ? error->message : NULL);
  if (reports == NULL)
    return;
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  self->reports = g_steal_pointer (&reports);
  show_list (self);
}

static void
stop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
read_list (BhEarlierPage *self)
{
  stop (&self->reading);
  self->reading = g_cancellable_new ();
  bh_earlier_list_async (bh_desk_get_store (self->desk), self->reading, listed_cb,
                         g_object_ref (self));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhEarlierPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhEarlierComparison) comparison = bh_earlier_compare_finish (result, &error);

  if (self->comparing == NULL || g_task_get_cancellable (G_TASK (result)) != self->comparing)
    return;
  g_clear_object (&self->comparing);
  if (comparison != NULL)
    bh_comparison_view_show (self->comparison, comparison,
                             bh_office_get_time (bh_desk_get_office (self->desk)), get_now (self));
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      say (self, error->message);
    }
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhEarlierPage *self = BH_EARLIER_PAGE (widget);

  say (self, NULL);
  stop (&self->comparing);
  self->comparing = g_cancellable_new ();
  self->compared = g_variant_get_int64 (parameter);
  bh_comparison_view_show (self->comparison, NULL, NULL, 0);
  gtk_stack_set_visible_child_name (self->stack, "comparison");
  gtk_widget_grab_focus (self->back);
  bh_earlier_compare_async (bh_desk_get_store (self->desk), self->compared, self->comparing,
                            compared_cb, g_object_ref (self));
}

/* Returns: (transfer none) (nullable) */
static const BhEarlierReport *
find_report (BhEarlierPage *self, gint64 id)
{
  for (guint i = 0; self->reports != NULL && i < self->reports->len; i++)
    {
      const BhEarlierReport *report = g_ptr_array_index (self->reports, i);

      if (report->record->id == id)
        return report;
    }

  return NULL;
}

/* Back to the row that somebody came from. */
static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhEarlierPage *self = BH_EARLIER_PAGE (widget);
  GtkListBoxRow *row = NULL;

  if (!is_comparing (self))
    return;
  stop (&self->comparing);
  gtk_stack_set_visible_child_name (self->stack, "list");
  for (guint i = 0; self->reports != NULL && i < self->reports->len; i++)
    if (((BhEarlierReport *) g_ptr_array_index (self->reports, i))->record->id == self->compared)
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
launch_failed_cb (GtkWidget *widget, const GError *error)
{
  say (BH_EARLIER_PAGE (widget), error->message);
  read_list (BH_EARLIER_PAGE (widget));
}

static void
launch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhEarlierPage *self = BH_EARLIER_PAGE (widget);
  const BhEarlierReport *report = find_report (self, g_variant_get_int64 (parameter));
  g_autoptr (GFile) file = NULL;

  if (report == NULL)
    return;
  say (self, NULL);
  file = g_file_new_for_path (report->record->path);
  if (g_str_equal (name, "earlier.open"))
    bh_file_launcher_open (widget, file, launch_failed_cb);
  else
    bh_file_launcher_show (widget, file, launch_failed_cb);
}

/* What was made meanwhile, and what files are still there. */
static void
bh_earlier_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bh_earlier_page_parent_class)->map (widget);
  read_list (BH_EARLIER_PAGE (widget));
}

static void
bh_earlier_page_dispose (GObject *object)
{
  BhEarlierPage *self = BH_EARLIER_PAGE (object);

  stop (&self->reading);
  stop (&self->comparing);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_EARLIER_PAGE);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_earlier_page_parent_class)->dispose (object);
}

static void
bh_earlier_page_class_init (BhEarlierPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_earlier_page_dispose;
  widget_class->map = bh_earlier_page_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-earlier-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhEarlierPage, body);
  gtk_widget_class_bind_template_child (widget_class, BhEarlierPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BhEarlierPage, list);
  gtk_widget_class_bind_template_child (widget_class, BhEarlierPage, comparison_place);
  gtk_widget_class_bind_template_child (widget_class, BhEarlierPage, back);
  gtk_widget_class_bind_template_child (widget_class, BhEarlierPage, problem);
  gtk_widget_class_install_action (widget_class, "earlier.open", "x", launch_cb);
  gtk_widget_class_install_action (widget_class, "earlier.show-folder", "x", launch_cb);
  gtk_widget_class_install_action (widget_class, "earlier.compare", "x", compare_cb);
  gtk_widget_class_install_action (widget_class, "earlier.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "earlier.back", NULL);
  gtk_widget_class_set_css_name (widget_class, "earlierpage");
}

static void
bh_earlier_page_init (BhEarlierPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->comparison = BH_COMPARISON_VIEW (bh_comparison_view_new ());
  adw_bin_set_child (self->comparison_place, GTK_WIDGET (self->comparison));
}

GtkWidget *
bh_earlier_page_new (BhDesk *desk, GSettings *settings)
{
  BhEarlierPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_EARLIER_PAGE, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}
