/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-bulk-verbs.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/common/bh-verb-groups.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/tickets/bh-verb-button.h"

/**
 * BhBulkVerbs:
 *
 * CSS nodes: `bulkverbs` with a heading and a row of buttons a group. Role: group.
 */
struct _BhBulkVerbs
{
  GtkWidget parent_instance;

  GArray *counts; /* (owned) (nullable) (element-type BhVerbCount) */
};

G_DEFINE_FINAL_TYPE (BhBulkVerbs, bh_bulk_verbs, GTK_TYPE_WIDGET)

typedef enum
{
  CHOSEN,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
clicked_cb (BhBulkVerbs *self, GtkWidget *button)
{
  g_signal_emit (self, signals[CHOSEN], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bh-verb")));
}

static void
clear (BhBulkVerbs *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
bh_bulk_verbs_dispose (GObject *object)
{
  BhBulkVerbs *self = BH_BULK_VERBS (object);

  clear (self);
  g_clear_pointer (&self->counts, g_array_unref);

  G_OBJECT_CLASS (bh_bulk_verbs_parent_class)->dispose (object);
}

static void
bh_bulk_verbs_class_init (BhBulkVerbsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_bulk_verbs_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", BH_TYPE_BULK_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "bulkverbs");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_bulk_verbs_init (BhBulkVerbs *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Possible now"), -1);
}

static GtkWidget *
create_button (BhBulkVerbs *self, const BhVerbCount *count, guint n_tickets)
{
  const BhLoopRule *rule = bh_loop_get_rule (count->verb);
  const char *name = bh_list_get_label (BH_LIST_VERB, (int) count->verb);
  g_autofree char *possible = bh_text_group_count (count->n_possible);
  /* Translators: a verb, and for how many of the selected tickets it is possible */
  g_autofree char *label = count->n_possible == n_tickets
                               ? g_strdup (name)
                               : g_strdup_printf (C_ ("bulk", "%s (%s)"), name, possible);
  GtkWidget *button = bh_verb_button_new (label, _ (rule->summary), rule->key);

  g_object_set_data (G_OBJECT (button), "bh-verb", GINT_TO_POINTER ((int) count->verb));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_group (BhBulkVerbs *self, BhVerbGroup group, guint n_tickets)
{
  GtkWidget *row = NULL;

  for (guint i = 0; i < self->counts->len; i++)
    {
      const BhVerbCount *count = &g_array_index (self->counts, BhVerbCount, i);

      if (bh_verb_get_group (count->verb) != group)
        continue;
      if (row == NULL)
        {
          GtkWidget *heading = gtk_label_new (bh_verb_group_get_label (group));

          gtk_label_set_xalign (GTK_LABEL (heading), 0);
          gtk_widget_add_css_class (heading, "dim-label");
          gtk_widget_set_parent (heading, GTK_WIDGET (self));
          row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
          gtk_widget_set_layout_manager (row, bh_wrap_layout_new (6));
          gtk_widget_set_parent (row, GTK_WIDGET (self));
        }
      gtk_widget_set_parent (create_button (self, count, n_tickets), row);
    }
}

GtkWidget *
bh_bulk_verbs_new (void)
{
  return g_object_new (BH_TYPE_BULK_VERBS, NULL);
}

void
bh_bulk_verbs_show (BhBulkVerbs *self, GArray *counts, guint n_tickets)
{
  g_return_if_fail (BH_IS_BULK_VERBS (self));
  g_return_if_fail (counts != NULL);

  clear (self);
  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = g_array_ref (counts);
  for (guint i = 0; i < BH_N_VERB_GROUPS; i++)
    add_group (self, (BhVerbGroup) i, n_tickets);
}

gboolean
bh_bulk_verbs_press (BhBulkVerbs *self, guint32 key)
{
  g_return_val_if_fail (BH_IS_BULK_VERBS (self), FALSE);

  for (guint i = 0; key != 0 && self->counts != NULL && i < self->counts->len; i++)
    {
      BhVerb verb = g_array_index (self->counts, BhVerbCount, i).verb;

      if ((guint32) bh_loop_get_rule (verb)->key != key)
        continue;
      g_signal_emit (self, signals[CHOSEN], 0, (int) verb);
      return TRUE;
    }

  return FALSE;
}
