/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-staff-form.h"

#include "base/bh-i18n.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-settings.h"

/**
 * BhStaffForm:
 *
 * CSS nodes: `staffform` with a title, a grid of what is asked for, what is wrong, and two buttons.
 * Actions: `staff.add`, `staff.leave`.
 */
struct _BhStaffForm
{
  GtkWidget parent_instance;

  BhDesk *desk;            /* (owned) */
  GArray *departments;     /* (owned) (element-type gint64): ids, as they are offered */
  GtkWidget *box;          /* (owned by the widget tree) */
  GtkGrid *grid;           /* (owned by the widget tree) */
  GtkEditable *name;       /* (owned by the widget tree) */
  GtkDropDown *department; /* (owned by the widget tree) */
  GtkDropDown *role;       /* (owned by the widget tree) */
  GtkWidget *error;        /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhStaffForm, bh_staff_form, GTK_TYPE_WIDGET)

typedef enum
{
  ADDED,
  LEFT,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* Somebody new, for the worker. */
typedef struct
{
  char *name; /* (owned) */
  gint64 department_id;
  BhRole role;
} Newcomer;

static void
newcomer_free (gpointer data)
{
  Newcomer *newcomer = data;

  g_free (newcomer->name);
  g_free (newcomer);
}

static gboolean
add_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  const Newcomer *newcomer = user_data;

  return bh_register_add_staff (work, newcomer->name, newcomer->department_id, newcomer->role, NULL,
                                error)
             != 0
         && bh_settings_set (work, "desk-staff", newcomer->name, error);
}

static void
show_error (BhStaffForm *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhStaffForm) self = BH_STAFF_FORM (user_data);
  g_autoptr (GError) error = NULL;
  gboolean added = bh_store_write_finish (BH_STORE (source), result, &error);

  if (self->box == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.add", TRUE);
  if (!added)
    {
      show_error (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  g_signal_emit (self, signals[ADDED], 0);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BhStaffForm *self = BH_STAFF_FORM (widget);
  guint department = gtk_drop_down_get_selected (self->department);
  guint n_roles;
  const BhListItem *roles = bh_list_get_items (BH_LIST_ROLE, &n_roles);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  Newcomer *newcomer;

  show_error (self, *name != '\0' ? NULL : _ ("Please enter the name"));
  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  newcomer = g_new0 (Newcomer, 1);
  newcomer->name = g_steal_pointer (&name);
  if (department < self->departments->len)
    newcomer->department_id = g_array_index (self->departments, gint64, department);
  newcomer->role = (BhRole) roles[gtk_drop_down_get_selected (self->role)].value;
  gtk_widget_action_set_enabled (widget, "staff.add", FALSE);
  bh_store_write_async (bh_desk_get_store (self->desk), add_in_worker, newcomer, newcomer_free,
                        G_PRIORITY_DEFAULT, NULL, added_cb, g_object_ref (self));
}

static void
name_activated_cb (BhStaffForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "staff.add", NULL);
}

static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
bh_staff_form_dispose (GObject *object)
{
  BhStaffForm *self = BH_STAFF_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_staff_form_parent_class)->dispose (object);
}

static void
bh_staff_form_finalize (GObject *object)
{
  g_array_unref (BH_STAFF_FORM (object)->departments);

  G_OBJECT_CLASS (bh_staff_form_parent_class)->finalize (object);
}

static void
bh_staff_form_class_init (BhStaffFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_staff_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_staff_form_finalize;

  signals[ADDED] = g_signal_new ("added", BH_TYPE_STAFF_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", BH_TYPE_STAFF_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "staff.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "staff.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "staff.add",
                                       NULL);
  gtk_widget_class_set_css_name (widget_class, "staffform");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
add_line (BhStaffForm *self, int line, const char *name, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (control, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_grid_attach (self->grid, label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, control, 1, line, 1, 1);
}

static GtkWidget *
create_roles (void)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings ((const char *[]){ NULL });
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down)));
  guint n_roles;
  const BhListItem *roles = bh_list_get_items (BH_LIST_ROLE, &n_roles);

  for (guint i = 0; i < n_roles; i++)
    gtk_string_list_append (names, bh_list_get_label (BH_LIST_ROLE, roles[i].value));

  return drop_down;
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *leave = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *add = gtk_button_new_with_label (_ ("Add"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave), "staff.leave");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "staff.add");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), leave);
  gtk_box_append (GTK_BOX (box), add);

  return box;
}

static void
bh_staff_form_init (BhStaffForm *self)
{
  GtkWidget *title = gtk_label_new (_ ("Add to the staff"));

  self->departments = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (self->box), title);

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  self->name = GTK_EDITABLE (gtk_entry_new ());
  add_line (self, 0, C_ ("person", "Name"), GTK_WIDGET (self->name));
  self->department = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char *[]){ NULL }));
  add_line (self, 1, _ ("Department"), GTK_WIDGET (self->department));
  self->role = GTK_DROP_DOWN (create_roles ());
  add_line (self, 2, _ ("Role"), GTK_WIDGET (self->role));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->grid));

  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 30);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_add_css_class (self->error, "error");
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_box_append (GTK_BOX (self->box), create_buttons ());

  g_signal_connect_object (self->name, "activate", G_CALLBACK (name_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
bh_staff_form_new (BhDesk *desk)
{
  BhStaffForm *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_STAFF_FORM, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

/* Departments as they are now; at the desk sits mostly somebody of the service department. */
static void
list_departments (BhStaffForm *self)
{
  GPtrArray *entries = bh_office_list (bh_desk_get_office (self->desk), BH_TYPE_DEPARTMENT);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint service = 0;

  g_array_set_size (self->departments, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);
      gint64 id = bh_entry_get_id (entry);

      if (bh_entry_is_retired (entry))
        continue;
      if (g_strcmp0 (bh_entry_get_code (entry), "service") == 0)
        service = self->departments->len;
      g_array_append_val (self->departments, id);
      gtk_string_list_append (names, bh_entry_get_name (entry));
    }
  gtk_drop_down_set_model (self->department, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->department, service);
}

void
bh_staff_form_start (BhStaffForm *self, const char *name)
{
  g_return_if_fail (BH_IS_STAFF_FORM (self));

  list_departments (self);
  gtk_drop_down_set_selected (self->role, 0);
  gtk_editable_set_text (self->name, name != NULL ? name : "");
  show_error (self, NULL);
}
