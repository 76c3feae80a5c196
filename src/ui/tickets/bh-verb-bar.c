/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-bar.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-verb-groups.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/tickets/bh-verb-button.h"
#include "ui/tickets/bh-verb-menu.h"

/* So few need no menu. */
#define FEW_VERBS 6

/**
 * BhVerbBar:
 *
 * CSS nodes: `verbbar` with a button a verb and the menu. Role: tool bar.
 */
struct _BhVerbBar
{
  GtkWidget parent_instance;

  GArray *verbs;             /* (owned) (element-type BhVerb): all that are possible */
  GPtrArray *buttons;        /* (owned): owned by the widget tree */
  BhVerbMenu *menu;          /* (owned by the widget tree) */
  const BhVerbExtra *extras; /* (nullable) */
  guint n_extras;
};

G_DEFINE_FINAL_TYPE (BhVerbBar, bh_verb_bar, GTK_TYPE_WIDGET)

typedef enum
{
  CHOSEN,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
choose (BhVerbBar *self, int verb)
{
  g_signal_emit (self, signals[CHOSEN], 0, verb);
}

static void
clicked_cb (BhVerbBar *self, GtkWidget *button)
{
  choose (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bh-verb")));
}

static gboolean
menu_pressed_cb (BhVerbBar *self, guint letter)
{
  return bh_verb_bar_press (self, letter);
}

static void
bh_verb_bar_dispose (GObject *object)
{
  BhVerbBar *self = BH_VERB_BAR (object);

  g_ptr_array_set_size (self->buttons, 0);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;

  G_OBJECT_CLASS (bh_verb_bar_parent_class)->dispose (object);
}

static void
bh_verb_bar_finalize (GObject *object)
{
  BhVerbBar *self = BH_VERB_BAR (object);

  g_ptr_array_unref (self->buttons);
  g_array_unref (self->verbs);

  G_OBJECT_CLASS (bh_verb_bar_parent_class)->finalize (object);
}

static void
bh_verb_bar_class_init (BhVerbBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_verb_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_verb_bar_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", BH_TYPE_VERB_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "verbbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
bh_verb_bar_init (BhVerbBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), bh_wrap_layout_new (6));
  self->verbs = g_array_new (FALSE, FALSE, sizeof (BhVerb));
  self->buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->menu = BH_VERB_MENU (bh_verb_menu_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->menu), FALSE);
  g_signal_connect_object (self->menu, "chosen", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "pressed", G_CALLBACK (menu_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Possible now"), -1);
}

static gboolean
has_verb (BhVerbBar *self, BhVerb verb)
{
  for (guint i = 0; i < self->verbs->len; i++)
    if (g_array_index (self->verbs, BhVerb, i) == verb)
      return TRUE;

  return FALSE;
}

/* The step that the ticket waits for: a decision comes before everything else. */
static BhVerb
find_next_step (BhVerbBar *self)
{
  BhVerb first;

  if (has_verb (self, BH_VERB_APPROVE))
    return BH_VERB_APPROVE;
  if (self->verbs->len == 0)
    return BH_VERB_NONE;
  first = g_array_index (self->verbs, BhVerb, 0);
  if (bh_loop_get_rule (first)->target == BH_LOOP_TARGET_STAYS || first == BH_VERB_UNDO
      || bh_verb_get_group (first) != BH_VERB_GROUP_LEAD || first == BH_VERB_REOPEN)
    return BH_VERB_NONE;

  return first;
}

static void
add_button (BhVerbBar *self, BhVerb verb, gboolean suggested)
{
  GtkWidget *button = bh_verb_button_new_for (verb);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data (G_OBJECT (button), "bh-verb", GINT_TO_POINTER ((int) verb));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, GTK_WIDGET (self), GTK_WIDGET (self->menu));
  g_ptr_array_add (self->buttons, button);
}

static void
fill (BhVerbBar *self)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (BhVerb));
  gboolean few = self->verbs->len <= FEW_VERBS;
  BhVerb next = find_next_step (self);

  g_ptr_array_set_size (self->buttons, 0);
  if (next != BH_VERB_NONE)
    add_button (self, next, TRUE);
  for (guint i = 0; i < self->verbs->len; i++)
    {
      BhVerb verb = g_array_index (self->verbs, BhVerb, i);

      if (verb == next)
        continue;
      if (few || bh_verb_is_frequent (verb))
        add_button (self, verb, FALSE);
      else
        g_array_append_val (rest, verb);
    }
  bh_verb_menu_set (self->menu, rest, self->extras, self->verbs->len > 0 ? self->n_extras : 0);
}

GtkWidget *
bh_verb_bar_new (void)
{
  return g_object_new (BH_TYPE_VERB_BAR, NULL);
}

/* What stays possible stays as it is, with the focus and an open menu. */
void
bh_verb_bar_set_verbs (BhVerbBar *self, const BhVerb *verbs)
{
  gboolean changed = FALSE;
  guint n = 0;

  g_return_if_fail (BH_IS_VERB_BAR (self));
  g_return_if_fail (verbs != NULL);

  for (; verbs[n] != BH_VERB_NONE; n++)
    changed |= n >= self->verbs->len || g_array_index (self->verbs, BhVerb, n) != verbs[n];
  if (!changed && n == self->verbs->len)
    return;
  g_array_set_size (self->verbs, 0);
  g_array_append_vals (self->verbs, verbs, n);
  fill (self);
  /* Children that come while the bar is hidden behind a form do not ask for a new size. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bh_verb_bar_set_extras (BhVerbBar *self, const BhVerbExtra *extras, guint n_extras)
{
  g_return_if_fail (BH_IS_VERB_BAR (self));
  g_return_if_fail (extras != NULL || n_extras == 0);

  self->extras = extras;
  self->n_extras = n_extras;
}

BhVerb
bh_verb_bar_find (BhVerbBar *self, guint32 key)
{
  g_return_val_if_fail (BH_IS_VERB_BAR (self), BH_VERB_NONE);

  for (guint i = 0; i < self->verbs->len; i++)
    {
      BhVerb verb = g_array_index (self->verbs, BhVerb, i);

      if (key != 0 && (guint32) bh_loop_get_rule (verb)->key == key)
        return verb;
    }

  return BH_VERB_NONE;
}

gboolean
bh_verb_bar_press (BhVerbBar *self, guint32 key)
{
  BhVerb verb;

  g_return_val_if_fail (BH_IS_VERB_BAR (self), FALSE);

  verb = bh_verb_bar_find (self, key);
  if (verb != BH_VERB_NONE)
    {
      choose (self, (int) verb);
      return TRUE;
    }
  for (guint i = 0; self->verbs->len > 0 && i < self->n_extras; i++)
    if (key != 0 && (guint32) self->extras[i].key == key)
      return gtk_widget_activate_action (GTK_WIDGET (self), self->extras[i].action, NULL);

  return FALSE;
}

guint32
bh_verb_bar_get_letter (guint keyval, GdkModifierType state)
{
  guint32 letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || letter > 'z'
      || !g_ascii_isalpha ((char) letter))
    return 0;

  return (state & GDK_SHIFT_MASK) != 0 ? (guint32) g_ascii_toupper ((char) letter) : letter;
}
