/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-choosers.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

static const char *const level_codes[] = {
  [BH_PARETO_LEAF] = "leaf",
  [BH_PARETO_TOP] = "top",
};

const char *
bh_insight_level_get_code (BhParetoLevel level)
{
  return level_codes[level];
}

gboolean
bh_insight_level_find (const char *code, BhParetoLevel *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_codes); i++)
    if (g_strcmp0 (level_codes[i], code) == 0)
      {
        *level = (BhParetoLevel) i;
        return TRUE;
      }

  return FALSE;
}

static const BhFigureInfo *
get_info (GtkDropDown *figures)
{
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  return &infos[MIN (gtk_drop_down_get_selected (figures), n - 1)];
}

/* What the figure is, for who asks. */
static void
show_definition (GtkDropDown *figures)
{
  const char *definition = bh_figure_get_definition (get_info (figures));

  gtk_widget_set_tooltip_text (GTK_WIDGET (figures), definition);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figures), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  definition, -1);
}

const char *
bh_insight_figures_get_key (GtkDropDown *figures)
{
  return get_info (figures)->key;
}

void
bh_insight_figures_choose (GtkDropDown *figures, const char *key)
{
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (infos[i].key, key) == 0)
      gtk_drop_down_set_selected (figures, i);
}

GtkWidget *
bh_insight_create_figures (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *figures;
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, bh_figure_get_name (&infos[i]));
  figures = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figures), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figure"), -1);
  g_signal_connect (figures, "notify::selected", G_CALLBACK (show_definition), NULL);
  show_definition (GTK_DROP_DOWN (figures));

  return figures;
}

static void
add_level (GtkWidget *box, const char *code, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "insight.level");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_box_append (GTK_BOX (box), button);
}

GtkWidget *
bh_insight_create_levels (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  add_level (box, level_codes[BH_PARETO_LEAF], C_ ("level", "Leaf"), _ ("Each category by itself"));
  add_level (box, level_codes[BH_PARETO_TOP], C_ ("level", "Top"),
             _ ("Added up by the category above"));

  return box;
}
