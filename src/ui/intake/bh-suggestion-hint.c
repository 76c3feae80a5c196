/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-suggestion-hint.h"

#include "base/bh-i18n.h"

/**
 * BhSuggestionHint:
 *
 * CSS nodes: `suggestionhint` with two labels and a button. Role of the first label: status.
 */
struct _BhSuggestionHint
{
  GtkWidget parent_instance;

  GtkWidget *row; /* (owned by the template), and all below */
  GtkLabel *what;
  GtkLabel *why;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (BhSuggestionHint, bh_suggestion_hint, GTK_TYPE_WIDGET)

typedef enum
{
  ACCEPTED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
clicked_cb (BhSuggestionHint *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
bh_suggestion_hint_dispose (GObject *object)
{
  g_clear_pointer (&BH_SUGGESTION_HINT (object)->row, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_suggestion_hint_parent_class)->dispose (object);
}

static void
bh_suggestion_hint_class_init (BhSuggestionHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_suggestion_hint_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", BH_TYPE_SUGGESTION_HINT, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-suggestion-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, BhSuggestionHint, row);
  gtk_widget_class_bind_template_child (widget_class, BhSuggestionHint, what);
  gtk_widget_class_bind_template_child (widget_class, BhSuggestionHint, why);
  gtk_widget_class_bind_template_child (widget_class, BhSuggestionHint, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "suggestionhint");
}

static void
bh_suggestion_hint_init (BhSuggestionHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bh_suggestion_hint_set (self, NULL, NULL);
}

GtkWidget *
bh_suggestion_hint_new (void)
{
  return g_object_new (BH_TYPE_SUGGESTION_HINT, NULL);
}

void
bh_suggestion_hint_set (BhSuggestionHint *self, const char *what, const char *why)
{
  g_autofree char *whole = NULL;

  g_return_if_fail (BH_IS_SUGGESTION_HINT (self));

  gtk_label_set_label (self->what, what != NULL ? what : "");
  gtk_label_set_label (self->why, why != NULL ? why : "");
  if (what != NULL && why != NULL)
    whole = g_strdup_printf ("%s\n%s", what, why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole);
  /* Unseen it cannot be pressed, and its height stays. */
  gtk_widget_set_opacity (self->button, what != NULL ? 1 : 0);
  gtk_widget_set_sensitive (self->button, what != NULL);
}

gboolean
bh_suggestion_hint_is_shown (BhSuggestionHint *self)
{
  g_return_val_if_fail (BH_IS_SUGGESTION_HINT (self), FALSE);

  return gtk_widget_get_sensitive (self->button);
}
