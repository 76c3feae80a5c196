/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-schedule-form.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-choose-file.h"
#include "ui/reports/bh-report-filter.h"
#include "ui/reports/bh-report-options.h"

#include <adwaita.h>

/**
 * BhScheduleForm:
 *
 * CSS nodes: those of boxed lists. Actions: `schedule.choose-folder`, `schedule.save`,
 * `schedule.leave`. Keys: Ctrl+Return saves, Escape leaves.
 */
struct _BhScheduleForm
{
  GtkWidget parent_instance;

  BhDesk *desk;               /* (owned) */
  BhReportSchedule *schedule; /* (owned): what it began with */
  char *folder;               /* (owned) */
  BhFilterBar *filter;        /* (owned by the widget tree) */
  BhReportOptions *options;   /* (owned by the widget tree) */

  GtkWidget *body;
  AdwComboRow *kind;
  GtkSpinButton *day;
  AdwEntryRow *time;
  AdwActionRow *folder_row;
  AdwBin *filter_place;
  AdwBin *options_place;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (BhScheduleForm, bh_schedule_form, GTK_TYPE_WIDGET)

typedef enum
{
  SAVE,
  LEFT,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
show_folder (BhScheduleForm *self)
{
  g_autofree char *shown = g_filename_display_name (self->folder);

  adw_action_row_set_subtitle (self->folder_row,
                               *shown != '\0' ? shown : _ ("Choose where the workbooks go."));
}

static void
folder_chosen_cb (GtkWidget *widget, GFile *folder)
{
  BhScheduleForm *self = BH_SCHEDULE_FORM (widget);
  char *path = g_file_get_path (folder);

  if (path == NULL)
    {
      bh_schedule_form_say (self, _ ("That is no folder of this computer; choose one that is."));
      return;
    }
  g_free (self->folder);
  self->folder = path;
  bh_schedule_form_say (self, NULL);
  show_folder (self);
}

static void
choose_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhScheduleForm *self = BH_SCHEDULE_FORM (widget);
  g_autoptr (GFile) present = *self->folder != '\0' ? g_file_new_for_path (self->folder) : NULL;

  bh_choose_folder (widget, _ ("Folder for the workbook"), present, folder_chosen_cb);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SAVE], 0);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
applied_cb (BhScheduleForm *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
bh_schedule_form_dispose (GObject *object)
{
  BhScheduleForm *self = BH_SCHEDULE_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_SCHEDULE_FORM);
  g_clear_pointer (&self->schedule, bh_report_schedule_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_schedule_form_parent_class)->dispose (object);
}

static void
bh_schedule_form_class_init (BhScheduleFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_schedule_form_dispose;

  signals[SAVE]
      = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-schedule-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, body);
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, kind);
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, day);
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, time);
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, folder_row);
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, filter_place);
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, options_place);
  gtk_widget_class_bind_template_child (widget_class, BhScheduleForm, problem);
  gtk_widget_class_bind_template_callback (widget_class, applied_cb);
  gtk_widget_class_install_action (widget_class, "schedule.choose-folder", NULL, choose_folder_cb);
  gtk_widget_class_install_action (widget_class, "schedule.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "schedule.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "schedule.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "schedule.leave", NULL);
}

static void
bh_schedule_form_init (BhScheduleForm *self)
{
  const char *const kinds[] = {
    [BH_REPORT_MONTH] = _ ("Monthly, about the month before"),
    [BH_REPORT_QUARTER] = _ ("After each quarter, about that quarter"),
    [BH_REPORT_YEAR] = _ ("After each year, about that year"),
    NULL,
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (kinds);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (list));
  self->options = BH_REPORT_OPTIONS (bh_report_options_new ());
  adw_bin_set_child (self->options_place, GTK_WIDGET (self->options));
  self->schedule = bh_report_schedule_new ();
  self->folder = g_strdup ("");
}

GtkWidget *
bh_schedule_form_new (BhDesk *desk)
{
  BhScheduleForm *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_SCHEDULE_FORM, NULL);
  self->desk = g_object_ref (desk);
  self->filter = bh_report_filter_new (desk);
  adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filter));

  return GTK_WIDGET (self);
}

void
bh_schedule_form_begin (BhScheduleForm *self, const BhReportSchedule *schedule)
{
  g_autofree char *time = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BH_IS_SCHEDULE_FORM (self));
  g_return_if_fail (schedule != NULL);

  filter = bh_ticket_filter_parse (schedule->filter, &error);

  g_clear_pointer (&self->schedule, bh_report_schedule_free);
  self->schedule = bh_report_schedule_copy (schedule);
  g_free (self->folder);
  self->folder = g_strdup (schedule->folder);
  time = g_strdup_printf ("%d:%02d", schedule->minute / 60, schedule->minute % 60);
  adw_combo_row_set_selected (self->kind, schedule->kind);
  gtk_spin_button_set_value (self->day, schedule->day);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  bh_report_options_set (self->options, schedule->profile, schedule->language, schedule->for_record,
                         schedule->sheets);
  show_folder (self);
  if (filter == NULL)
    filter = bh_ticket_filter_new ();
  bh_filter_bar_set_filter (self->filter, filter);
  bh_schedule_form_say (self, error != NULL ? error->message : NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}

BhReportSchedule *
bh_schedule_form_dup_schedule (BhScheduleForm *self)
{
  g_autoptr (BhReportSchedule) schedule = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BH_IS_SCHEDULE_FORM (self), NULL);

  filter = bh_report_filter_dup_resolved (self->filter, self->desk, &error);
  if (filter == NULL)
    {
      bh_schedule_form_say (self, error->message);
      return NULL;
    }
  schedule = bh_report_schedule_copy (self->schedule);
  g_free (schedule->filter);
  schedule->filter = g_strdup (bh_ticket_filter_to_text (filter));
  schedule->kind = (BhReportKind) adw_combo_row_get_selected (self->kind);
  schedule->day = gtk_spin_button_get_value_as_int (self->day);
  schedule->minute
      = bh_report_schedule_parse_minute (gtk_editable_get_text (GTK_EDITABLE (self->time)));
  g_free (schedule->folder);
  schedule->folder = g_strdup (self->folder);
  schedule->profile = bh_report_options_get_profile (self->options);
  schedule->language = bh_report_options_get_language (self->options);
  schedule->for_record = bh_report_options_get_recorded (self->options);
  schedule->sheets = bh_report_options_get_sheets (self->options);
  if (*schedule->folder == '\0')
    {
      bh_schedule_form_say (self, _ ("Choose the folder that the workbooks go to."));
      return NULL;
    }
  if (!bh_report_schedule_check (schedule, &error))
    {
      bh_schedule_form_say (self, error->message);
      return NULL;
    }

  return g_steal_pointer (&schedule);
}

void
bh_schedule_form_say (BhScheduleForm *self, const char *problem)
{
  g_return_if_fail (BH_IS_SCHEDULE_FORM (self));

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}
