/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-kinds.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-wrap-layout.h"

/**
 * BhRegisterKinds:
 *
 * CSS nodes: `registerkinds` with toggle buttons. Roles: tab list, and tabs.
 */
struct _BhRegisterKinds
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[BH_N_REGISTER_KINDS]; /* (owned by the widget tree) */
  BhRegisterKind kind;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (BhRegisterKinds, bh_register_kinds, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
show_kind (BhRegisterKinds *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < BH_N_REGISTER_KINDS; i++)
    {
      gboolean shown = i == self->kind;

      gtk_toggle_button_set_active (self->buttons[i], shown);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_STATE_SELECTED,
                                   shown, -1);
    }
  self->updating = FALSE;
}

/* One is always down: a second press changes nothing. */
static void
toggled_cb (BhRegisterKinds *self, GtkToggleButton *button)
{
  BhRegisterKind before = self->kind;

  if (self->updating)
    return;
  for (guint i = 0; i < BH_N_REGISTER_KINDS; i++)
    {
      if (self->buttons[i] == button)
        self->kind = (BhRegisterKind) i;
    }
  show_kind (self);
  if (self->kind != before)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* One stop of the Tab key, at the list that is shown; arrow keys go from one to the next. */
static gboolean
bh_register_kinds_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BhRegisterKinds *self = BH_REGISTER_KINDS (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (bh_register_kinds_parent_class)->focus (widget, direction);
  if (inside)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[self->kind]));
}

static void
bh_register_kinds_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bh_register_kinds_parent_class)->dispose (object);
}

static void
bh_register_kinds_class_init (BhRegisterKindsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_kinds_dispose;
  widget_class->focus = bh_register_kinds_focus;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_REGISTER_KINDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "registerkinds");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
}

static GtkToggleButton *
create_button (BhRegisterKinds *self, BhRegisterKind kind)
{
  GtkWidget *label = gtk_label_new (bh_register_kind_get_label (kind));
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_TAB, "child", label, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_name (button, bh_register_kind_get_info (kind)->code);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bh_register_kind_get_label (kind), -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return GTK_TOGGLE_BUTTON (button);
}

static void
bh_register_kinds_init (BhRegisterKinds *self)
{
  g_autoptr (GtkSizeGroup) width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), bh_wrap_layout_new (2));
  for (guint i = 0; i < BH_N_REGISTER_KINDS; i++)
    {
      self->buttons[i] = create_button (self, (BhRegisterKind) i);
      gtk_size_group_add_widget (width, GTK_WIDGET (self->buttons[i]));
    }
  show_kind (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Ctrl+Page Up, Ctrl+Page Down"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lists of the register"), -1);
}

GtkWidget *
bh_register_kinds_new (void)
{
  return g_object_new (BH_TYPE_REGISTER_KINDS, NULL);
}

BhRegisterKind
bh_register_kinds_get (BhRegisterKinds *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_KINDS (self), BH_REGISTER_PLACES);

  return self->kind;
}

void
bh_register_kinds_set (BhRegisterKinds *self, BhRegisterKind kind)
{
  g_return_if_fail (BH_IS_REGISTER_KINDS (self));
  g_return_if_fail (kind < BH_N_REGISTER_KINDS);

  self->kind = kind;
  show_kind (self);
}

void
bh_register_kinds_move (BhRegisterKinds *self, int step)
{
  int kind;

  g_return_if_fail (BH_IS_REGISTER_KINDS (self));

  kind = CLAMP ((int) self->kind + step, 0, BH_N_REGISTER_KINDS - 1);
  if (kind == (int) self->kind)
    return;
  self->kind = (BhRegisterKind) kind;
  show_kind (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
