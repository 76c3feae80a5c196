/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-workbook-page.h"

#include "base/bh-i18n.h"
#include "exchange/bh-report.h"
#include "ui/common/bh-choose-file.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/reports/bh-report-job.h"

#include <adwaita.h>

#define FOLDER_KEY "report-folder"

/**
 * BhWorkbookPage:
 *
 * CSS nodes: `workbookpage`. Actions: `workbook.choose-folder`, `workbook.make`,
 * `workbook.replace`, `workbook.leave`, `workbook.open`, `workbook.show-folder`. The stack shows
 * what can be done now: make, decide about a file that is there, wait or give up, open.
 */
struct _BhWorkbookPage
{
  GtkWidget parent_instance;

  BhDesk *desk;        /* (owned) */
  GSettings *settings; /* (owned) */
  BhPeriodBar *period; /* (owned by the widget tree) */
  GFile *folder;       /* (owned) */
  GFile *target;       /* (owned): what would be made */
  BhReportJob *job;    /* (owned) (nullable): while it works */
  GFile *made;         /* (owned) (nullable): the last one */

  GtkWidget *content;
  AdwBin *period_place;
  AdwActionRow *folder_row;
  AdwActionRow *file_row;
  GtkWidget *choose;
  GtkStack *stack;
  GtkWidget *make;
  GtkWidget *replace;
  GtkWidget *keep;
  GtkWidget *cancel;
  GtkWidget *open;
  GtkLabel *exists;
  GtkLabel *what;
  GtkProgressBar *bar;
  GtkLabel *done;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (BhWorkbookPage, bh_workbook_page, GTK_TYPE_WIDGET)

static void
show_problem (BhWorkbookPage *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

/* The focus goes on with what can be done next, where it was on what is gone. */
static void
show_state (BhWorkbookPage *self, const char *name, GtkWidget *next)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean follows = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  gtk_stack_set_visible_child_name (self->stack, name);
  /* GTK takes what can be selected for the next to have the focus, and selects it. */
  gtk_label_select_region (self->done, 0, 0);
  if (follows && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (next);
}

static GFile *
get_file (BhWorkbookPage *self)
{
  BhReportRequest request = { .month = bh_period_bar_get_month (self->period) };
  g_autofree char *name = bh_report_dup_file_name (bh_desk_get_office (self->desk), &request);

  return g_file_get_child (self->folder, name);
}

static char *
dup_shown_path (GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  return g_filename_display_name (name);
}

static void
show_ready (BhWorkbookPage *self)
{
  show_problem (self, NULL);
  show_state (self, "ready", self->make);
}

/* What would be made now. What was said of another month or folder goes; while one is made, it is
 * about that one. */
static void
show_target (BhWorkbookPage *self)
{
  g_autoptr (GFile) file = get_file (self);
  g_autofree char *folder = dup_shown_path (self->folder);
  g_autofree char *name = g_file_get_basename (file);

  if (self->job != NULL || (self->target != NULL && g_file_equal (self->target, file)))
    return;
  g_set_object (&self->target, file);
  adw_action_row_set_subtitle (self->folder_row, folder);
  adw_action_row_set_subtitle (self->file_row, name);
  show_ready (self);
}

static void
set_busy (BhWorkbookPage *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->period_place), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "workbook.choose-folder", !busy);
}

static void
progress_cb (BhWorkbookPage *self, double fraction, const char *what)
{
  gtk_label_set_label (self->what, what != NULL ? what : "");
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
}

static void
ended_cb (BhWorkbookPage *self, GError *error)
{
  g_autoptr (BhReportJob) job = g_steal_pointer (&self->job);

  g_signal_handlers_disconnect_by_data (job, self);
  set_busy (self, FALSE);
  show_target (self);
  if (error == NULL)
    {
      g_autofree char *path = NULL, *text = NULL;

      g_clear_object (&self->made);
      self->made = g_file_new_for_path (bh_report_job_get_path (job));
      path = dup_shown_path (self->made);
      text = g_strdup_printf (_ ("The workbook is made: %s"), path);
      gtk_label_set_label (self->done, text);
      show_state (self, "done", self->open);
      return;
    }

  show_state (self, "ready", self->make);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
begin (BhWorkbookPage *self)
{
  BhStore *store = bh_desk_get_store (self->desk);

  if (self->job != NULL)
    return;

  self->job = bh_report_job_new (store, bh_period_bar_get_month (self->period),
                                 bh_clock_now (bh_store_get_clock (store)),
                                 g_file_peek_path (self->target));
  g_signal_connect_object (self->job, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  set_busy (self, TRUE);
  show_problem (self, NULL);
  progress_cb (self, 0, _ ("Reading the figures…"));
  show_state (self, "working", self->cancel);
  bh_report_job_start (self->job);
}

static char *
describe_existing (BhWorkbookPage *self, GFileInfo *info)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  g_autoptr (GDateTime) changed = g_file_info_get_modification_date_time (info);
  g_autofree char *when = bh_office_time_format_near (
      time, g_date_time_to_unix (changed) * BH_USEC_PER_SEC,
      bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk))));

  return g_strdup_printf (
      _ ("There is a file of this name already, written %s. What somebody added "
         "to it would be lost."),
      when);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhWorkbookPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *text = NULL;

  /* Somebody went on to another month or folder, or has begun already. */
  if (self->desk == NULL || self->job != NULL || !g_file_equal (self->target, G_FILE (source)))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    begin (self);
  else if (error != NULL)
    show_problem (self, error->message);
  else
    {
      text = describe_existing (self, info);
      gtk_label_set_label (self->exists, text);
      show_state (self, "exists", self->keep);
    }
}

static void
make_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);

  show_problem (self, NULL);
  /* Its key works from anywhere on the page; what comes next follows the focus. */
  if (gtk_widget_get_mapped (self->make))
    gtk_widget_grab_focus (self->make);
  g_file_query_info_async (self->target, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, looked_cb, g_object_ref (self));
}

static void
replace_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (BH_WORKBOOK_PAGE (widget));
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);

  if (self->job != NULL)
    bh_report_job_cancel (self->job);
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "exists"))
    show_ready (self);
}

/* The keys that the bar of months names; while one is made, its month stays. */
static gboolean
move_month_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);

  if (self->job == NULL)
    bh_period_bar_move (self->period, g_variant_get_int32 (arguments));

  return TRUE;
}

static gboolean
this_month_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);

  if (self->job == NULL)
    bh_period_bar_set_kind (self->period, "this-month");

  return TRUE;
}

static void
folder_chosen_cb (GtkWidget *widget, GFile *folder)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);
  g_autofree char *path = g_file_get_path (folder);

  if (path == NULL)
    {
      show_problem (self, _ ("That is no folder of this computer; choose one that is."));
      return;
    }
  g_set_object (&self->folder, folder);
  g_settings_set_string (self->settings, FOLDER_KEY, path);
  show_target (self);
}

static void
choose_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_choose_folder (widget, _ ("Folder for the workbook"), BH_WORKBOOK_PAGE (widget)->folder,
                    folder_chosen_cb);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhWorkbookPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && self->desk != NULL)
    show_problem (self, error->message);
}

static void
launch (BhWorkbookPage *self, GFile *file)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);
  g_autofree char *uri = g_file_get_uri (file);

  show_problem (self, NULL);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           g_object_ref (self));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  launch (BH_WORKBOOK_PAGE (widget), BH_WORKBOOK_PAGE (widget)->made);
}

static void
show_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_get_parent (BH_WORKBOOK_PAGE (widget)->made);

  launch (BH_WORKBOOK_PAGE (widget), folder);
}

static void
bh_workbook_page_dispose (GObject *object)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (object);

  if (self->job != NULL)
    bh_report_job_cancel (self->job);
  g_clear_object (&self->job);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_WORKBOOK_PAGE);
  g_clear_object (&self->made);
  g_clear_object (&self->target);
  g_clear_object (&self->folder);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_workbook_page_parent_class)->dispose (object);
}

static void
bh_workbook_page_class_init (BhWorkbookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_workbook_page_dispose;

  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-workbook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, content);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, choose);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, make);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, replace);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, keep);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, cancel);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, open);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, exists);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, what);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, bar);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, done);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, problem);

  gtk_widget_class_install_action (widget_class, "workbook.choose-folder", NULL, choose_folder_cb);
  gtk_widget_class_install_action (widget_class, "workbook.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "workbook.replace", NULL, replace_cb);
  gtk_widget_class_install_action (widget_class, "workbook.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "workbook.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "workbook.show-folder", NULL, show_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "workbook.leave", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_month_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_month_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_ALT_MASK, this_month_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "workbookpage");
}

static void
bh_workbook_page_init (BhWorkbookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where papers are kept, unless somebody said otherwise. */
static GFile *
get_first_folder (GSettings *settings)
{
  g_autofree char *path = g_settings_get_string (settings, FOLDER_KEY);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*path != '\0')
    return g_file_new_for_path (path);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

GtkWidget *
bh_workbook_page_new (BhDesk *desk, GSettings *settings)
{
  BhWorkbookPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_WORKBOOK_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  self->folder = get_first_folder (settings);
  self->period = BH_PERIOD_BAR (bh_period_bar_new (desk, TRUE));
  bh_period_bar_set_kind (self->period, "last-month");
  adw_bin_set_child (self->period_place, GTK_WIDGET (self->period));
  g_signal_connect_object (self->period, "changed", G_CALLBACK (show_target), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::office", G_CALLBACK (show_target), self,
                           G_CONNECT_SWAPPED);
  show_target (self);

  return GTK_WIDGET (self);
}
