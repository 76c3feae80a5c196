/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-bar.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-wrap-layout.h"

/**
 * BhVerbBar:
 *
 * CSS nodes: `verbbar` with a button a verb. Role: tool bar.
 */
struct _BhVerbBar
{
  GtkWidget parent_instance;

  GArray *verbs;      /* (owned) (element-type BhVerb) */
  GPtrArray *buttons; /* (owned): owned by the widget tree */
};

G_DEFINE_FINAL_TYPE (BhVerbBar, bh_verb_bar, GTK_TYPE_WIDGET)

typedef enum
{
  CHOSEN,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
clicked_cb (BhVerbBar *self, GtkWidget *button)
{
  guint i;

  if (g_ptr_array_find (self->buttons, button, &i))
    g_signal_emit (self, signals[CHOSEN], 0, (int) g_array_index (self->verbs, BhVerb, i));
}

static void
bh_verb_bar_dispose (GObject *object)
{
  g_ptr_array_set_size (BH_VERB_BAR (object)->buttons, 0);

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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Possible now"), -1);
}

static GtkWidget *
create_button (const BhLoopRule *rule, gboolean first)
{
  const char *name = bh_list_get_label (BH_LIST_VERB, (int) rule->verb);
  char letter[] = { (char) g_ascii_toupper (rule->key), '\0' };
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *key = gtk_label_new (letter);

  gtk_widget_add_css_class (key, "letter");
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ (rule->summary));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, letter, -1);
  if (first)
    gtk_widget_add_css_class (button, "suggested-action");

  return button;
}

GtkWidget *
bh_verb_bar_new (void)
{
  return g_object_new (BH_TYPE_VERB_BAR, NULL);
}

void
bh_verb_bar_set_verbs (BhVerbBar *self, const BhVerb *verbs)
{
  g_return_if_fail (BH_IS_VERB_BAR (self));
  g_return_if_fail (verbs != NULL);

  g_ptr_array_set_size (self->buttons, 0);
  g_array_set_size (self->verbs, 0);
  for (guint i = 0; verbs[i] != BH_VERB_NONE; i++)
    {
      const BhLoopRule *rule = bh_loop_get_rule (verbs[i]);
      GtkWidget *button
          = create_button (rule, i == 0 && rule->target != BH_LOOP_TARGET_STAYS
                                     && rule->verb != BH_VERB_UNDO && rule->verb != BH_VERB_REOPEN);

      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
      g_array_append_val (self->verbs, verbs[i]);
    }
  /* Children that come while the bar is hidden behind a form do not ask for a new size. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

BhVerb
bh_verb_bar_find (BhVerbBar *self, guint32 key)
{
  g_return_val_if_fail (BH_IS_VERB_BAR (self), BH_VERB_NONE);

  for (guint i = 0; i < self->verbs->len; i++)
    {
      BhVerb verb = g_array_index (self->verbs, BhVerb, i);

      if (key != 0 && (guint32) bh_loop_get_rule (verb)->key == g_unichar_tolower (key))
        return verb;
    }

  return BH_VERB_NONE;
}
