/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-schedules-page.h"

#include "base/bh-i18n.h"
#include "storage/bh-report-schedules.h"
#include "ui/common/bh-file-launcher.h"
#include "ui/reports/bh-report-scheduler.h"
#include "ui/reports/bh-schedule-form.h"
#include "ui/reports/bh-schedule-row.h"

#include <adwaita.h>

#define FOLDER_KEY "report-folder"

/**
 * BhSchedulesPage:
 *
 * CSS nodes: `schedulespage`. Actions: `schedules.add`, `schedules.undo`, and with the id (x) of a
 * schedule `schedules.edit`, `schedules.remove`, `schedules.try`, `schedules.open`. The stack shows
 * the list, what an empty list is for, or the form.
 */
struct _BhSchedulesPage
{
  GtkWidget parent_instance;

  BhDesk *desk;                 /* (owned) */
  GSettings *settings;          /* (owned) */
  BhReportScheduler *scheduler; /* (owned) */
  GPtrArray *schedules;         /* (owned): as they were read last */
  BhReportSchedule *removed;    /* (owned) (nullable): what was removed last */
  gint64 running;               /* id of what is being made, 0 for nothing */
  BhScheduleForm *form;         /* (owned by the widget tree) */

  GtkWidget *body;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *add;
  AdwBin *form_place;
  GtkWidget *undo_bar;
  GtkWidget *undo;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (BhSchedulesPage, bh_schedules_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_BUSY = 1,
} Property;

static GParamSpec *properties[PROP_BUSY + 1];

static void read_list (BhSchedulesPage *self);

static void
say (BhSchedulesPage *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static gboolean
is_entering (BhSchedulesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") == 0;
}

static void
show_list (BhSchedulesPage *self)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->schedules->len; i++)
    {
      const BhReportSchedule *schedule = g_ptr_array_index (self->schedules, i);

      gtk_list_box_append (
          self->list, bh_schedule_row_new (schedule, time, now, schedule->id == self->running));
    }
  if (!is_entering (self))
    gtk_stack_set_visible_child_name (self->stack, self->schedules->len > 0 ? "list" : "empty");
}

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  return bh_report_schedules_list (connection, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhSchedulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *schedules = bh_store_read_finish (BH_STORE (source), result, &error);

  if (self->desk == NULL)
    {
      g_clear_pointer (&schedules, g_ptr_array_unref);
      return;
    }
  if (schedules == NULL)
    {
      say (self, error->message);
      return;
    }
  g_ptr_array_unref (self->schedules);
  self->schedules = schedules;
  show_list (self);
}

static void
read_list (BhSchedulesPage *self)
{
  bh_store_read_async (bh_desk_get_store (self->desk), list_in_worker, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, G_PRIORITY_DEFAULT, NULL, listed_cb,
                       g_object_ref (self));
}

/* Returns: (transfer none) (nullable) */
static const BhReportSchedule *
find_schedule (BhSchedulesPage *self, GVariant *id)
{
  for (guint i = 0; i < self->schedules->len; i++)
    {
      const BhReportSchedule *schedule = g_ptr_array_index (self->schedules, i);

      if (schedule->id == g_variant_get_int64 (id))
        return schedule;
    }

  return NULL;
}

static void
enter (BhSchedulesPage *self, const BhReportSchedule *schedule)
{
  say (self, NULL);
  gtk_widget_set_visible (self->undo_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "form");
  bh_schedule_form_begin (self->form, schedule);
}

static void
leave_form (BhSchedulesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->schedules->len > 0 ? "list" : "empty");
  gtk_widget_grab_focus (self->add);
}

static gboolean
save_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_save (work, user_data, error);
}

static gboolean
remove_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_remove (work, ((BhReportSchedule *) user_data)->id, error);
}

static gboolean
hasten_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_hasten (work, ((BhReportSchedule *) user_data)->id, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhSchedulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = bh_store_write_finish (BH_STORE (source), result, &error);

  if (self->desk == NULL)
    return;
  if (!saved)
    {
      bh_schedule_form_say (self->form, error->message);
      return;
    }
  leave_form (self);
  read_list (self);
  bh_report_scheduler_look (self->scheduler);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhSchedulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = bh_store_write_finish (BH_STORE (source), result, &error);

  if (self->desk == NULL)
    return;
  say (self, done ? NULL : error->message);
  read_list (self);
  bh_report_scheduler_look (self->scheduler);
}

/* @schedule: copied */
static void
run_change (BhSchedulesPage *self,
            BhWriteFunc func,
            const BhReportSchedule *schedule,
            GAsyncReadyCallback callback)
{
  bh_store_write_async (bh_desk_get_store (self->desk), func, bh_report_schedule_copy (schedule),
                        (GDestroyNotify) bh_report_schedule_free, G_PRIORITY_DEFAULT, NULL,
                        callback, g_object_ref (self));
}

static void
save_cb (BhSchedulesPage *self)
{
  g_autoptr (BhReportSchedule) schedule = bh_schedule_form_dup_schedule (self->form);

  if (schedule != NULL)
    run_change (self, save_in_worker, schedule, saved_cb);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (widget);
  g_autoptr (BhReportSchedule) schedule = bh_report_schedule_new ();

  g_free (schedule->folder);
  schedule->folder = g_settings_get_string (self->settings, FOLDER_KEY);
  enter (self, schedule);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (widget);
  const BhReportSchedule *schedule = find_schedule (self, parameter);

  if (schedule != NULL)
    enter (self, schedule);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (widget);
  const BhReportSchedule *schedule = find_schedule (self, parameter);

  if (schedule == NULL)
    return;
  g_clear_pointer (&self->removed, bh_report_schedule_free);
  self->removed = bh_report_schedule_copy (schedule);
  run_change (self, remove_in_worker, schedule, changed_cb);
  gtk_widget_set_visible (self->undo_bar, TRUE);
  gtk_widget_grab_focus (self->undo);
}

/* It comes again as a new one, which does what the old one did. */
static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (widget);
  g_autoptr (BhReportSchedule) schedule = g_steal_pointer (&self->removed);

  gtk_widget_set_visible (self->undo_bar, FALSE);
  if (schedule == NULL)
    return;
  schedule->id = 0;
  run_change (self, save_in_worker, schedule, changed_cb);
  gtk_widget_grab_focus (self->add);
}

static void
try_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (widget);
  const BhReportSchedule *schedule = find_schedule (self, parameter);

  if (schedule != NULL)
    run_change (self, hasten_in_worker, schedule, changed_cb);
}

static void
launch_failed_cb (GtkWidget *widget, const GError *error)
{
  say (BH_SCHEDULES_PAGE (widget), error->message);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (widget);
  const BhReportSchedule *schedule = find_schedule (self, parameter);
  g_autoptr (GFile) file = NULL;

  if (schedule == NULL || schedule->made_file == NULL)
    return;
  say (self, NULL);
  file = g_file_new_for_path (schedule->made_file);
  bh_file_launcher_open (widget, file, launch_failed_cb);
}

static void
began_cb (BhSchedulesPage *self, gint64 id)
{
  self->running = id;
  read_list (self);
}

static void
made_cb (BhSchedulesPage *self, const char *file)
{
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("The scheduled workbook is made: %s"), shown);

  self->running = 0;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", text);
  read_list (self);
}

static void
failed_cb (BhSchedulesPage *self, const char *message)
{
  g_autofree char *text = g_strdup_printf (_ ("A scheduled workbook failed: %s"), message);

  self->running = 0;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", text);
  read_list (self);
}

static void
busy_cb (BhSchedulesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
bh_schedules_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bh_schedules_page_parent_class)->map (widget);
  read_list (BH_SCHEDULES_PAGE (widget));
}

static void
bh_schedules_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (object);

  switch ((Property) id)
    {
    case PROP_BUSY:
      if (self->scheduler != NULL)
        g_object_get_property (G_OBJECT (self->scheduler), "busy", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_schedules_page_dispose (GObject *object)
{
  BhSchedulesPage *self = BH_SCHEDULES_PAGE (object);

  if (self->scheduler != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->scheduler, self);
      g_object_run_dispose (G_OBJECT (self->scheduler));
    }
  g_clear_object (&self->scheduler);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_SCHEDULES_PAGE);
  g_clear_pointer (&self->schedules, g_ptr_array_unref);
  g_clear_pointer (&self->removed, bh_report_schedule_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_schedules_page_parent_class)->dispose (object);
}

static void
bh_schedules_page_class_init (BhSchedulesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_schedules_page_get_property;
  object_class->dispose = bh_schedules_page_dispose;
  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  widget_class->map = bh_schedules_page_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-schedules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, body);
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, list);
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, add);
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, form_place);
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, undo_bar);
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, undo);
  gtk_widget_class_bind_template_child (widget_class, BhSchedulesPage, problem);
  gtk_widget_class_install_action (widget_class, "schedules.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "schedules.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "schedules.edit", "x", edit_cb);
  gtk_widget_class_install_action (widget_class, "schedules.remove", "x", remove_cb);
  gtk_widget_class_install_action (widget_class, "schedules.try", "x", try_cb);
  gtk_widget_class_install_action (widget_class, "schedules.open", "x", open_cb);
  gtk_widget_class_set_css_name (widget_class, "schedulespage");
}

static void
bh_schedules_page_init (BhSchedulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_schedule_free);
}

GtkWidget *
bh_schedules_page_new (BhDesk *desk, GSettings *settings)
{
  BhSchedulesPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_SCHEDULES_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  self->form = BH_SCHEDULE_FORM (bh_schedule_form_new (desk));
  adw_bin_set_child (self->form_place, GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "left", G_CALLBACK (leave_form), self, G_CONNECT_SWAPPED);
  self->scheduler = bh_report_scheduler_new (bh_desk_get_store (desk));
  g_signal_connect_object (self->scheduler, "notify::busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheduler, "began", G_CALLBACK (began_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheduler, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheduler, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
