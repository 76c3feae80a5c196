/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-schedule-row.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"

#include <adwaita.h>

static char *
dup_next (const BhReportSchedule *schedule, BhOfficeTime *time, gint64 now, gboolean running)
{
  gint64 due = bh_report_schedule_get_due (schedule, time, schedule->next_month);
  g_autofree char *when = bh_office_time_format (time, due);
  BhPeriod period;
  g_autofree char *about = NULL;

  if (!bh_report_kind_get_period (schedule->kind,
                                  bh_report_schedule_get_subject (schedule, schedule->next_month),
                                  time, &period))
    return g_strdup (when);
  about = bh_chart_words_dup_period (&period, time);
  if (running)
    /* Translators: the time that a workbook is about */
    return g_strdup_printf (_ ("Being made now: %s"), about);
  if (due <= now)
    /* Translators: the time that a workbook is about, when it should have been made */
    return g_strdup_printf (_ ("Due: %s, since %s"), about, when);

  /* Translators: the time that a workbook is about, when it will be made */
  return g_strdup_printf (_ ("Next: %s, on %s"), about, when);
}

/* Folder, next run, what became of the last: a line each. */
static char *
dup_subtitle (const BhReportSchedule *schedule, BhOfficeTime *time, gint64 now, gboolean running)
{
  GString *out = g_string_new (NULL);
  g_autofree char *folder = g_filename_display_name (schedule->folder);
  g_autofree char *next = dup_next (schedule, time, now, running);

  g_string_append (out, folder);
  if (schedule->profile != BH_REPORT_INTERNAL)
    g_string_append_printf (out, " · %s", bh_report_profile_get_label (schedule->profile));
  if (schedule->for_record)
    g_string_append_printf (out, " · %s", _ ("For the record"));
  if (*schedule->filter != '\0')
    {
      g_autofree char *scope = bh_chart_words_dup_scope (schedule->filter);

      g_string_append_printf (out, " · %s", scope);
    }
  g_string_append_printf (out, "\n%s", next);
  if (schedule->made_at != 0)
    {
      g_autofree char *when = bh_office_time_format_near (time, schedule->made_at, now);
      g_autofree char *name = g_path_get_basename (schedule->made_file);
      g_autofree char *shown = g_filename_display_name (name);

      /* Translators: when a workbook was made, name of its file */
      g_string_append_printf (out, _ ("\nMade %s: %s"), when, shown);
    }

  return g_string_free (out, FALSE);
}

static char *
dup_failure (const BhReportSchedule *schedule, BhOfficeTime *time, gint64 now)
{
  g_autofree char *failed = bh_office_time_format_near (time, schedule->failed_at, now);
  g_autofree char *retry = bh_office_time_format_near (time, schedule->retry_at, now);

  if (schedule->retry_at <= now)
    /* Translators: when it failed, why */
    return g_strdup_printf (_ ("Failed %s: %s"), failed, schedule->failure);

  /* Translators: when it failed, why, when it is tried again */
  return g_strdup_printf (_ ("Failed %s: %s Tried again %s."), failed, schedule->failure, retry);
}

static void
add_button (GtkWidget *box, const char *icon, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
bh_schedule_row_new (const BhReportSchedule *schedule,
                     BhOfficeTime *time,
                     gint64 now,
                     gboolean running)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *rule = bh_report_schedule_dup_rule (schedule);
  g_autofree char *subtitle = dup_subtitle (schedule, time, now, running);

  gtk_box_append (GTK_BOX (texts), create_label (rule, NULL));
  gtk_box_append (GTK_BOX (texts), create_label (subtitle, "dim-label"));
  if (schedule->failure != NULL)
    {
      g_autofree char *failure = dup_failure (schedule, time, now);

      gtk_box_append (GTK_BOX (texts), create_label (failure, "error"));
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (schedule->failure != NULL && !running)
    add_button (box, "view-refresh-symbolic", _ ("Try again now"), "schedules.try", schedule->id);
  if (schedule->made_file != NULL)
    add_button (box, "document-open-symbolic", _ ("Open the last one"), "schedules.open",
                schedule->id);
  add_button (box, "document-edit-symbolic", _ ("Change"), "schedules.edit", schedule->id);
  add_button (box, "user-trash-symbolic", _ ("Delete"), "schedules.remove", schedule->id);
  gtk_widget_add_css_class (box, "schedule");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, rule, -1);

  return row;
}
