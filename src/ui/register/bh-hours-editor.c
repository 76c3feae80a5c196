/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-hours-editor.h"

#include "base/bh-i18n.h"

#define N_DAYS 7

/**
 * BhHoursEditor:
 *
 * CSS nodes: `hourseditor` with a grid of labels and entries.
 */
struct _BhHoursEditor
{
  GtkWidget parent_instance;

  GtkWidget *grid;           /* (owned by the widget tree) */
  GtkEditable *days[N_DAYS]; /* (owned by the widget tree) */
  GtkLabel *errors[N_DAYS];  /* (owned by the widget tree) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (BhHoursEditor, bh_hours_editor, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* Returns: whether the line can be read */
static gboolean
read_day (BhHoursEditor *self, int day, BhDayHours *hours)
{
  g_autoptr (GError) error = NULL;
  gboolean good = bh_day_hours_parse (gtk_editable_get_text (self->days[day]), hours, &error);

  gtk_label_set_label (self->errors[day], good ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->errors[day]), !good);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->days[day]), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->days[day]), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->days[day]), "error");

  return good;
}

/* While somebody types, only what was wrong is read again. */
static void
changed_cb (BhHoursEditor *self, GtkEditable *entry)
{
  BhDayHours hours;

  if (self->updating)
    return;
  for (int day = 0; day < N_DAYS; day++)
    if (self->days[day] == entry && gtk_widget_get_visible (GTK_WIDGET (self->errors[day])))
      read_day (self, day, &hours);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (BhHoursEditor *self)
{
  BhDayHours hours;

  for (int day = 0; day < N_DAYS; day++)
    read_day (self, day, &hours);
}

/* Enter in a line, as in other forms. */
static void
activate_cb (BhHoursEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.save", NULL);
}

static void
bh_hours_editor_dispose (GObject *object)
{
  g_clear_pointer (&BH_HOURS_EDITOR (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_hours_editor_parent_class)->dispose (object);
}

static void
bh_hours_editor_class_init (BhHoursEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_hours_editor_dispose;
  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_HOURS_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hourseditor");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
create_day (BhHoursEditor *self, int day)
{
  GtkWidget *label = gtk_label_new (bh_weekday_get_name (day + 1));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *error = gtk_label_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("No office hours"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 26);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bh_weekday_get_name (day + 1), -1);
  gtk_label_set_xalign (GTK_LABEL (error), 0);
  gtk_label_set_wrap (GTK_LABEL (error), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (error), 40);
  gtk_widget_add_css_class (error, "error");
  gtk_widget_set_visible (error, FALSE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, 2 * day, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, 2 * day, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), error, 1, 2 * day + 1, 1, 1);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  self->days[day] = GTK_EDITABLE (entry);
  self->errors[day] = GTK_LABEL (error);
}

static void
bh_hours_editor_init (BhHoursEditor *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (int day = 0; day < N_DAYS; day++)
    create_day (self, day);
}

GtkWidget *
bh_hours_editor_new (void)
{
  return g_object_new (BH_TYPE_HOURS_EDITOR, NULL);
}

void
bh_hours_editor_set (BhHoursEditor *self, const BhOfficeHours *hours)
{
  BhDayHours read;

  g_return_if_fail (BH_IS_HOURS_EDITOR (self) && hours != NULL);

  self->updating = TRUE;
  for (int day = 0; day < N_DAYS; day++)
    {
      g_autofree char *text = bh_day_hours_format (&hours->days[day]);

      gtk_editable_set_text (self->days[day], text);
      read_day (self, day, &read);
    }
  self->updating = FALSE;
}

gboolean
bh_hours_editor_get (BhHoursEditor *self, BhOfficeHours *hours, gboolean focus)
{
  gboolean good = TRUE;

  g_return_val_if_fail (BH_IS_HOURS_EDITOR (self) && hours != NULL, FALSE);

  for (int day = 0; day < N_DAYS; day++)
    {
      if (read_day (self, day, &hours->days[day]))
        continue;
      if (good && focus)
        gtk_widget_grab_focus (GTK_WIDGET (self->days[day]));
      good = FALSE;
    }

  return good;
}
