/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-calendar-page.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-calendar.h"
#include "desk/bh-desk-register.h"
#include "exchange/bh-holiday-file.h"
#include "ui/common/bh-choose-file.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-year-warning.h"
#include "ui/register/bh-holiday-list.h"
#include "ui/register/bh-hours-editor.h"

#include <adwaita.h>
#include <string.h>

/**
 * BhCalendarPage:
 *
 * CSS nodes: `calendarpage`. Actions: `calendar.save`, `calendar.discard`, `calendar.import`.
 * Keys: Ctrl+Enter saves.
 */
struct _BhCalendarPage
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  GCancellable *cancellable; /* (owned): of the file that is read */
  GPtrArray *importing;      /* (owned) (nullable): years on their way into the calendar */
  gboolean edited;           /* somebody changed the hours */

  AdwToastOverlay *toasts;
  AdwBin *warning_place;
  GtkLabel *version;
  GtkLabel *read_only; /* says why nothing can be changed */
  AdwBin *hours_place;
  BhHoursEditor *hours; /* (owned by the widget tree) */
  GtkEditable *from;
  GtkLabel *from_error;
  GtkDropDown *year;
  GtkLabel *source;
  AdwBin *days_place;
  BhHolidayList *days; /* (owned by the widget tree) */
  GtkBox *versions;
};

G_DEFINE_FINAL_TYPE (BhCalendarPage, bh_calendar_page, GTK_TYPE_WIDGET)

static gint64
get_now (BhCalendarPage *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static BhOfficeTime *
get_time (BhCalendarPage *self)
{
  return bh_office_get_time (bh_desk_get_office (self->desk));
}

/* The one in force now. */
static BhCalendar *
get_calendar (BhCalendarPage *self)
{
  return bh_office_get_current_calendar (bh_desk_get_office (self->desk), get_now (self));
}

static void
show_actions (BhCalendarPage *self)
{
  gboolean may = bh_desk_may_change_register (self->desk);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.save", may && self->edited);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.discard", self->edited);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.import",
                                 may && self->importing == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hours), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->from), may);
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), !may);
}

static void
say (BhCalendarPage *self, const char *text)
{
  bh_message_replace_toast (self->toasts, bh_message_new_toast (text));
}

static void
set_edited (BhCalendarPage *self, gboolean edited)
{
  self->edited = edited;
  show_actions (self);
}

/* Where it was announced: addresses can be opened. */
static char *
make_source_markup (const char *source)
{
  g_auto (GStrv) words = g_strsplit (source, " ", -1);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_markup_escape_text (words[i], -1);

      if (g_str_has_prefix (word, "http://") || g_str_has_prefix (word, "https://"))
        g_string_append_printf (markup, "%s<a href=\"%s\">%s</a>", i > 0 ? " " : "", word, word);
      else
        g_string_append_printf (markup, "%s%s", i > 0 ? " " : "", word);
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
show_year (BhCalendarPage *self)
{
  GPtrArray *years = bh_calendar_list_years (get_calendar (self));
  guint selected = gtk_drop_down_get_selected (self->year);
  const BhHolidayYear *year = selected < years->len ? g_ptr_array_index (years, selected) : NULL;
  g_autofree char *described = year != NULL ? bh_holiday_year_describe (year) : g_strdup ("");
  g_autofree char *plain = g_markup_escape_text (described, -1);
  g_autofree char *source = year != NULL ? make_source_markup (year->source) : g_strdup ("");
  g_autofree char *markup = g_strdup_printf ("%s\n%s", plain, source);

  gtk_label_set_markup (self->source, markup);
  bh_holiday_list_show (self->days, year);
}

static guint
find_year (GPtrArray *years, int wanted)
{
  for (guint i = 0; i < years->len; i++)
    if (((const BhHolidayYear *) g_ptr_array_index (years, i))->year == wanted)
      return i;

  return years->len > 0 ? years->len - 1 : 0;
}

/* The year that was chosen stays; the first time it is that of today. */
static void
show_years (BhCalendarPage *self, int wanted)
{
  GPtrArray *years = bh_calendar_list_years (get_calendar (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("%d", ((const BhHolidayYear *) g_ptr_array_index (years, i))->year);

      gtk_string_list_append (names, name);
    }
  g_signal_handlers_block_by_func (self->year, show_year, self);
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year, find_year (years, wanted));
  g_signal_handlers_unblock_by_func (self->year, show_year, self);
  show_year (self);
}

static int
get_chosen_year (BhCalendarPage *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->year);
  BhLocalTime local;

  if (item != NULL)
    return (int) g_ascii_strtoll (gtk_string_object_get_string (item), NULL, 10);

  bh_office_time_split (get_time (self), get_now (self), &local);

  return local.month / 100;
}

static void
add_version (BhCalendarPage *self, BhCalendar *calendar)
{
  g_autofree char *version = bh_calendar_describe_version (calendar, get_time (self));
  g_autofree char *hours = bh_office_hours_describe (bh_calendar_get_hours (calendar));
  g_autofree char *text = g_strdup_printf ("%s\n%s", version, hours);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (self->versions, label);
}

static void
show_versions (BhCalendarPage *self)
{
  GPtrArray *versions = bh_office_list_calendars (bh_desk_get_office (self->desk));
  g_autofree char *version = bh_calendar_describe_version (get_calendar (self), get_time (self));
  GtkWidget *child;

  gtk_label_set_label (self->version, version);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->versions))) != NULL)
    gtk_box_remove (self->versions, child);
  for (guint i = 0; i < versions->len; i++)
    add_version (self, g_ptr_array_index (versions, i));
}

/* What somebody has typed stays. */
static void
show_calendar (BhCalendarPage *self)
{
  if (get_calendar (self) == NULL)
    return;
  if (!self->edited)
    bh_hours_editor_set (self->hours, bh_calendar_get_hours (get_calendar (self)));
  show_years (self, get_chosen_year (self));
  show_versions (self);
  show_actions (self);
}

static void
show_from_error (BhCalendarPage *self, const char *message)
{
  gtk_label_set_label (self->from_error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->from_error), message != NULL);
  if (message != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->from));
}

/* Nothing entered means now. */
static gboolean
read_from (BhCalendarPage *self, gint64 *from)
{
  g_autoptr (GError) error = NULL;
  const char *text = gtk_editable_get_text (self->from);

  *from = 0;
  if (*text != '\0')
    *from = bh_office_time_parse_event (get_time (self), text, &error);
  show_from_error (self, error != NULL ? error->message : NULL);

  return error == NULL;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhCalendarPage) self = user_data;
  g_autoptr (GPtrArray) imported = g_steal_pointer (&self->importing);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;
  gboolean done = bh_desk_change_calendar_finish (BH_DESK (source), result, &changed, &error);

  /* The page may have gone meanwhile. */
  if (self->toasts == NULL)
    return;
  if (!done)
    {
      bh_message_show (GTK_WIDGET (self), _ ("The calendar was not changed"), error->message);
    }
  else
    {
      g_autofree char *years = imported != NULL ? bh_holiday_file_describe (imported) : NULL;

      gtk_editable_set_text (self->from, "");
      if (imported == NULL)
        set_edited (self, FALSE);
      else
        show_years (self, ((BhHolidayYear *) g_ptr_array_index (imported, 0))->year);
      if (!changed)
        say (self, _ ("The calendar says so already; nothing was changed."));
      else
        say (self, years != NULL ? years : _ ("The office hours were changed"));
      show_calendar (self);
    }
  show_actions (self);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhCalendarPage *self = BH_CALENDAR_PAGE (widget);
  BhOfficeHours hours;
  gint64 from;

  if (bh_hours_editor_get (self->hours, &hours, TRUE) && read_from (self, &from))
    bh_desk_change_calendar_async (self->desk, &hours, NULL, from, NULL, changed_cb,
                                   g_object_ref (self));
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhCalendarPage *self = BH_CALENDAR_PAGE (widget);

  set_edited (self, FALSE);
  gtk_editable_set_text (self->from, "");
  show_from_error (self, NULL);
  show_calendar (self);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *years = bh_holiday_file_read (task_data, cancellable, &error);

  if (years != NULL)
    g_task_return_pointer (task, years, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhCalendarPage *self = BH_CALENDAR_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = g_task_propagate_pointer (G_TASK (result), &error);
  gint64 from;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      bh_message_show (GTK_WIDGET (self), _ ("The holidays were not imported"), error->message);
      return;
    }
  if (!read_from (self, &from))
    return;

  self->importing = g_ptr_array_ref (years);
  show_actions (self);
  bh_desk_change_calendar_async (self->desk, NULL, years, from, NULL, changed_cb,
                                 g_object_ref (self));
}

void
bh_calendar_page_import (BhCalendarPage *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BH_IS_CALENDAR_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, bh_calendar_page_import);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_worker);
}

static void
chosen_cb (GtkWidget *widget, GFile *file)
{
  bh_calendar_page_import (BH_CALENDAR_PAGE (widget), file);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.ics", "*.ICS", "*.json", "*.JSON", NULL };

  bh_choose_file (widget, _ ("Holidays and make-up working days"), patterns, chosen_cb);
}

static void
edited_cb (BhCalendarPage *self)
{
  set_edited (self, TRUE);
}

static void
bh_calendar_page_dispose (GObject *object)
{
  BhCalendarPage *self = BH_CALENDAR_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->importing, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_calendar_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, warning_place);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, version);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, read_only);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, hours_place);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, from);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, from_error);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, year);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, source);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, days_place);
  gtk_widget_class_bind_template_child (widget_class, BhCalendarPage, versions);
}

static void
bh_calendar_page_class_init (BhCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_calendar_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/calendar-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "calendar.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "calendar.import", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "calendar.save", NULL);
  gtk_widget_class_set_css_name (widget_class, "calendarpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_calendar_page_init (BhCalendarPage *self)
{
  GtkWidget *hours = bh_hours_editor_new ();
  GtkWidget *days = bh_holiday_list_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->hours_place, hours);
  adw_bin_set_child (self->days_place, days);
  self->hours = BH_HOURS_EDITOR (hours);
  self->days = BH_HOLIDAY_LIST (days);
  g_signal_connect_object (hours, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "notify::selected", G_CALLBACK (show_year), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
bh_calendar_page_new (BhDesk *desk)
{
  BhCalendarPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_CALENDAR_PAGE, NULL);
  self->desk = g_object_ref (desk);
  adw_bin_set_child (self->warning_place, bh_year_warning_new (desk, TRUE));
  g_signal_connect_object (desk, "notify::office", G_CALLBACK (show_calendar), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (show_actions), self,
                           G_CONNECT_SWAPPED);
  show_calendar (self);

  return GTK_WIDGET (self);
}
