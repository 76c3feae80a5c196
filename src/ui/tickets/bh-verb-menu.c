/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-menu.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-verb-groups.h"
#include "ui/tickets/bh-verb-button.h"

/* Two lines of a group stand beside each other: all groups fit on a screen of 600 pixels. */
#define N_COLUMNS 2
/* What the window needs above and below the menu. */
#define MARGIN 64

/**
 * BhVerbMenu:
 *
 * CSS nodes: `verbmenu` with a menu button, its popover with class `verbs`.
 */
struct _BhVerbMenu
{
  GtkWidget parent_instance;

  GtkMenuButton *button;       /* (owned by the widget tree) */
  GtkPopover *popover;         /* (owned by the widget tree) */
  GtkScrolledWindow *scroller; /* (owned by the widget tree) */
  GtkWidget *box;              /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhVerbMenu, bh_verb_menu, GTK_TYPE_WIDGET)

typedef enum
{
  CHOSEN,
  PRESSED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* The menu goes before what was chosen takes the focus. */
static void
clicked_cb (BhVerbMenu *self, GtkWidget *button)
{
  int verb = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bh-verb"));

  gtk_popover_popdown (self->popover);
  if (verb != BH_VERB_NONE)
    g_signal_emit (self, signals[CHOSEN], 0, verb);
}

static gboolean
key_pressed_cb (BhVerbMenu *self, guint key, guint code, GdkModifierType state)
{
  guint32 letter = bh_verb_bar_get_letter (key, state);
  gboolean taken = FALSE;

  if (letter != 0)
    g_signal_emit (self, signals[PRESSED], 0, letter, &taken);
  if (taken)
    gtk_popover_popdown (self->popover);

  return taken;
}

/* A menu that is higher than the window is scrolled. */
static void
shown_cb (BhVerbMenu *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) - MARGIN : 0;

  if (height > 0)
    gtk_scrolled_window_set_max_content_height (self->scroller, height);
}

static void
bh_verb_menu_dispose (GObject *object)
{
  BhVerbMenu *self = BH_VERB_MENU (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;

  G_OBJECT_CLASS (bh_verb_menu_parent_class)->dispose (object);
}

static void
bh_verb_menu_class_init (BhVerbMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_verb_menu_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", BH_TYPE_VERB_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[PRESSED] = g_signal_new ("pressed", BH_TYPE_VERB_MENU, G_SIGNAL_RUN_LAST, 0,
                                   g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                   G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "verbmenu");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
init_popover (BhVerbMenu *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_child (self->scroller, self->box);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->scroller));
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "verbs");
  g_signal_connect_object (self->popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->popover), keys);
}

static void
bh_verb_menu_init (BhVerbMenu *self)
{
  init_popover (self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, C_ ("verbs", "More"));
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("What else is possible now"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

static void
add_title (BhVerbMenu *self, const char *text)
{
  GtkWidget *title = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (title, "caption");
  gtk_box_append (GTK_BOX (self->box), title);
}

static GtkGrid *
add_grid (BhVerbMenu *self, const char *title)
{
  GtkWidget *grid = gtk_grid_new ();

  add_title (self, title);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_box_append (GTK_BOX (self->box), grid);

  return GTK_GRID (grid);
}

static void
attach (BhVerbMenu *self, GtkGrid *grid, GtkWidget *button, BhVerb verb, int position)
{
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "bh-verb", GINT_TO_POINTER ((int) verb));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, button, position % N_COLUMNS, position / N_COLUMNS, 1, 1);
}

static void
add_group (BhVerbMenu *self, GArray *verbs, BhVerbGroup group)
{
  GtkGrid *grid = NULL;
  int n = 0;

  for (guint i = 0; i < verbs->len; i++)
    {
      BhVerb verb = g_array_index (verbs, BhVerb, i);

      if (bh_verb_get_group (verb) != group)
        continue;
      if (grid == NULL)
        grid = add_grid (self, bh_verb_group_get_label (group));
      attach (self, grid, bh_verb_button_new_for (verb), verb, n++);
    }
}

static void
add_extras (BhVerbMenu *self, const BhVerbExtra *extras, guint n_extras)
{
  GtkGrid *grid;

  if (n_extras == 0)
    return;
  grid = add_grid (self, _ ("Pass on and enter"));
  for (guint i = 0; i < n_extras; i++)
    {
      GtkWidget *button
          = bh_verb_button_new (_ (extras[i].label), _ (extras[i].summary), extras[i].key);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), extras[i].action);
      attach (self, grid, button, BH_VERB_NONE, (int) i);
    }
}

GtkWidget *
bh_verb_menu_new (void)
{
  return g_object_new (BH_TYPE_VERB_MENU, NULL);
}

void
bh_verb_menu_set (BhVerbMenu *self, GArray *verbs, const BhVerbExtra *extras, guint n_extras)
{
  GtkWidget *child;

  g_return_if_fail (BH_IS_VERB_MENU (self));
  g_return_if_fail (verbs != NULL);

  gtk_popover_popdown (self->popover);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (BhVerbGroup group = BH_VERB_GROUP_LEAD; group < BH_N_VERB_GROUPS; group++)
    add_group (self, verbs, group);
  add_extras (self, extras, n_extras);
  gtk_widget_set_visible (GTK_WIDGET (self), verbs->len + n_extras > 0);
}
