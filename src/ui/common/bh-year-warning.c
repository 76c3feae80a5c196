/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-year-warning.h"

#include "desk/bh-desk-calendar.h"

/**
 * BhYearWarning:
 *
 * CSS nodes: `yearwarning` with an image and a label.
 */
struct _BhYearWarning
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the look that is under way */
  gboolean always;
  GtkLabel *label; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhYearWarning, bh_year_warning, GTK_TYPE_WIDGET)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhYearWarning) self = user_data;
  g_autoptr (GError) error = NULL;
  int year = bh_desk_find_missing_year_finish (BH_DESK (source), result, &error);
  g_autofree char *text = NULL;

  if (self->label == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* What cannot be read is told where it is shown. */
  gtk_widget_set_visible (GTK_WIDGET (self), year > 0);
  if (year <= 0)
    return;

  text = bh_calendar_describe_missing (year);
  gtk_label_set_label (self->label, text);
}

/* Whether a category has limits that count office hours. */
static gboolean
uses_calendar (BhYearWarning *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  GPtrArray *categories = bh_office_list (office, BH_TYPE_CATEGORY);
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));

  for (guint i = 0; i < categories->len; i++)
    for (int grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
      {
        gint64 id = bh_entry_get_id (g_ptr_array_index (categories, i));
        BhPolicy *policy = bh_office_find_policy (office, id, (BhGrade) grade, now);

        if (policy != NULL && policy->hours == BH_HOURS_OFFICE)
          return TRUE;
      }

  return FALSE;
}

static void
look (BhYearWarning *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!self->always && !uses_calendar (self))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  self->cancellable = g_cancellable_new ();
  bh_desk_find_missing_year_async (self->desk, self->cancellable, found_cb, g_object_ref (self));
}

static void
bh_year_warning_dispose (GObject *object)
{
  BhYearWarning *self = BH_YEAR_WARNING (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->label = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_year_warning_parent_class)->dispose (object);
}

static void
bh_year_warning_class_init (BhYearWarningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_year_warning_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "yearwarning");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
bh_year_warning_init (BhYearWarning *self)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_parent (image, GTK_WIDGET (self));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  self->label = GTK_LABEL (label);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bh_year_warning_new (BhDesk *desk, gboolean always)
{
  BhYearWarning *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_YEAR_WARNING, NULL);
  self->desk = g_object_ref (desk);
  self->always = always;
  g_signal_connect_object (desk, "notify::office", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);

  return GTK_WIDGET (self);
}
