/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-kinds.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-wrap-layout.h"

#define CALENDAR BH_N_REGISTER_KINDS
#define N_BUTTONS (BH_N_REGISTER_KINDS + 1)

/**
 * BhRegisterKinds:
 *
 * CSS nodes: `registerkinds` with toggle buttons. Roles: tab list, and tabs.
 */
struct _BhRegisterKinds
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[N_BUTTONS]; /* (owned by the widget tree) */
  BhRegisterKind kind;
  gboolean calendar; /* it is shown in place of a list */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (BhRegisterKinds, bh_register_kinds, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PAGE = 1,
} Property;

static GParamSpec *properties[PROP_PAGE + 1];

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static guint
get_shown (BhRegisterKinds *self)
{
  return self->calendar ? CALENDAR : self->kind;
}

static void
show_kind (BhRegisterKinds *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      gboolean shown = i == get_shown (self);

      gtk_toggle_button_set_active (self->buttons[i], shown);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_STATE_SELECTED,
                                   shown, -1);
    }
  self->updating = FALSE;
}

/* The list that was shown stays the one behind the calendar. */
static void
choose (BhRegisterKinds *self, guint button)
{
  gboolean calendar = button == CALENDAR;
  gboolean other_page = calendar != self->calendar;
  gboolean other_list = !calendar && button != self->kind;

  self->calendar = calendar;
  if (!calendar)
    self->kind = (BhRegisterKind) button;
  show_kind (self);
  if (other_list)
    g_signal_emit (self, signals[CHANGED], 0);
  if (other_page)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* One is always down: a second press changes nothing. */
static void
toggled_cb (BhRegisterKinds *self, GtkToggleButton *button)
{
  guint chosen = get_shown (self);

  if (self->updating)
    return;
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      if (self->buttons[i] == button)
        chosen = i;
    }
  choose (self, chosen);
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

  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[get_shown (self)]));
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
bh_register_kinds_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_PAGE:
      g_value_set_static_string (value,
                                 BH_REGISTER_KINDS (object)->calendar ? "calendar" : "lists");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_register_kinds_class_init (BhRegisterKindsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_kinds_dispose;
  G_OBJECT_CLASS (klass)->get_property = bh_register_kinds_get_property;
  widget_class->focus = bh_register_kinds_focus;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "lists",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_REGISTER_KINDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "registerkinds");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
}

static GtkToggleButton *
create_button (BhRegisterKinds *self, const char *name, const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_TAB, "child", label, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
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
    self->buttons[i] = create_button (self, bh_register_kind_get_info ((BhRegisterKind) i)->code,
                                      bh_register_kind_get_label ((BhRegisterKind) i));
  self->buttons[CALENDAR] = create_button (self, "calendar", C_ ("register", "Calendar"));
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_size_group_add_widget (width, GTK_WIDGET (self->buttons[i]));
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
  g_return_if_fail (BH_IS_REGISTER_KINDS (self));

  choose (self, (guint) CLAMP ((int) get_shown (self) + step, 0, N_BUTTONS - 1));
}
