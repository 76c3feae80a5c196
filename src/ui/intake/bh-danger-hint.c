/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-danger-hint.h"

#include "base/bh-i18n.h"

/**
 * BhDangerHint:
 *
 * CSS nodes: `dangerhint` with a label and a button. Role of the label: alert.
 */
struct _BhDangerHint
{
  GtkWidget parent_instance;

  GtkWidget *row;  /* (owned by the template) */
  GtkLabel *label; /* (owned by the template) */
};

G_DEFINE_FINAL_TYPE (BhDangerHint, bh_danger_hint, GTK_TYPE_WIDGET)

typedef enum
{
  ACCEPTED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
clicked_cb (BhDangerHint *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
bh_danger_hint_dispose (GObject *object)
{
  g_clear_pointer (&BH_DANGER_HINT (object)->row, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_danger_hint_parent_class)->dispose (object);
}

static void
bh_danger_hint_class_init (BhDangerHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_danger_hint_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", BH_TYPE_DANGER_HINT, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-danger-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, BhDangerHint, row);
  gtk_widget_class_bind_template_child (widget_class, BhDangerHint, label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dangerhint");
}

static void
bh_danger_hint_init (BhDangerHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_danger_hint_new (void)
{
  return g_object_new (BH_TYPE_DANGER_HINT, NULL);
}

void
bh_danger_hint_set_word (BhDangerHint *self, const char *word)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_DANGER_HINT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), word != NULL);
  if (word == NULL)
    return;

  /* Translators: a word of danger that was typed */
  text = g_strdup_printf (_ ("“%s” may be dangerous: this should be urgent."), word);
  gtk_label_set_label (self->label, text);
}

gboolean
bh_danger_hint_is_shown (BhDangerHint *self)
{
  g_return_val_if_fail (BH_IS_DANGER_HINT (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}
