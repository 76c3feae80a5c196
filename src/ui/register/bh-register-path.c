/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-path.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-wrap-layout.h"

/* A step's label is cut where it is longer; its whole name is in the tooltip. */
#define MAX_CHARS 16

/**
 * BhRegisterPath:
 *
 * CSS nodes: `registerpath` with buttons. Role: navigation.
 */
struct _BhRegisterPath
{
  GtkWidget parent_instance;

  char *root;      /* (owned): what the first step is called */
  GPtrArray *rows; /* (owned) (element-type BhRegisterRow): the steps below it */
  gint64 left;     /* the step that was gone up from, 0 for none */
};

G_DEFINE_FINAL_TYPE (BhRegisterPath, bh_register_path, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void show_steps (BhRegisterPath *self);

static void
announce (BhRegisterPath *self)
{
  show_steps (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Goes up to where @depth steps lead. */
static void
cut (BhRegisterPath *self, guint depth)
{
  self->left = bh_register_row_get_id (g_ptr_array_index (self->rows, depth));
  g_ptr_array_set_size (self->rows, (int) depth);
  announce (self);
}

static void
step_clicked_cb (GtkWidget *button, gpointer depth)
{
  BhRegisterPath *self = BH_REGISTER_PATH (gtk_widget_get_ancestor (button, BH_TYPE_REGISTER_PATH));

  if (GPOINTER_TO_UINT (depth) < self->rows->len)
    cut (self, GPOINTER_TO_UINT (depth));
}

static const char *
get_name (BhRegisterPath *self, guint depth)
{
  BhRegisterRow *row;

  if (depth == 0)
    return self->root;
  row = g_ptr_array_index (self->rows, depth - 1);

  return bh_payload_get (bh_register_row_get_values (row), "name");
}

static GtkWidget *
create_step (BhRegisterPath *self, guint depth)
{
  const char *name = get_name (self, depth);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (depth == self->rows->len)
    {
      gtk_widget_add_css_class (button, "heading");
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, TRUE,
                                   -1);
    }
  g_signal_connect (button, "clicked", G_CALLBACK (step_clicked_cb), GUINT_TO_POINTER (depth));

  return button;
}

static GtkWidget *
create_arrow (void)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_image_set_pixel_size (GTK_IMAGE (arrow), 10);

  return arrow;
}

static void
remove_steps (BhRegisterPath *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
show_steps (BhRegisterPath *self)
{
  remove_steps (self);
  for (guint depth = 0; depth <= self->rows->len; depth++)
    {
      if (depth > 0)
        gtk_widget_set_parent (create_arrow (), GTK_WIDGET (self));
      gtk_widget_set_parent (create_step (self, depth), GTK_WIDGET (self));
    }
}

static void
bh_register_path_dispose (GObject *object)
{
  remove_steps (BH_REGISTER_PATH (object));

  G_OBJECT_CLASS (bh_register_path_parent_class)->dispose (object);
}

static void
bh_register_path_finalize (GObject *object)
{
  BhRegisterPath *self = BH_REGISTER_PATH (object);

  g_ptr_array_unref (self->rows);
  g_free (self->root);

  G_OBJECT_CLASS (bh_register_path_parent_class)->finalize (object);
}

static void
bh_register_path_class_init (BhRegisterPathClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_path_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_register_path_finalize;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_REGISTER_PATH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "registerpath");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
bh_register_path_init (BhRegisterPath *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), bh_wrap_layout_new (2));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where the list is"), -1);
}

GtkWidget *
bh_register_path_new (const char *root)
{
  BhRegisterPath *self;

  g_return_val_if_fail (root != NULL, NULL);

  self = g_object_new (BH_TYPE_REGISTER_PATH, NULL);
  self->root = g_strdup (root);
  show_steps (self);

  return GTK_WIDGET (self);
}

void
bh_register_path_clear (BhRegisterPath *self)
{
  g_return_if_fail (BH_IS_REGISTER_PATH (self));

  if (self->rows->len > 0)
    cut (self, 0);
}

void
bh_register_path_enter (BhRegisterPath *self, BhRegisterRow *row)
{
  g_return_if_fail (BH_IS_REGISTER_PATH (self));
  g_return_if_fail (BH_IS_REGISTER_ROW (row));

  self->left = 0;
  g_ptr_array_add (self->rows, g_object_ref (row));
  announce (self);
}

gboolean
bh_register_path_leave (BhRegisterPath *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_PATH (self), FALSE);

  if (self->rows->len == 0)
    return FALSE;
  cut (self, self->rows->len - 1);

  return TRUE;
}

gint64
bh_register_path_get_left (BhRegisterPath *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_PATH (self), 0);

  return self->left;
}

void
bh_register_path_set (BhRegisterPath *self, GPtrArray *rows)
{
  g_return_if_fail (BH_IS_REGISTER_PATH (self));
  g_return_if_fail (rows != NULL);

  self->left = 0;
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, g_object_ref (g_ptr_array_index (rows, i)));
  announce (self);
}

BhRegisterRow *
bh_register_path_get_row (BhRegisterPath *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_PATH (self), NULL);

  return self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;
}

gint64
bh_register_path_get_id (BhRegisterPath *self)
{
  BhRegisterRow *row = bh_register_path_get_row (self);

  return row != NULL ? bh_register_row_get_id (row) : 0;
}
