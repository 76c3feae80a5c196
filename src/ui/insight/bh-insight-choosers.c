/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-choosers.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

/* More of them are a menu. */
#define MAX_BUTTONS 3

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
add_variant (GtkWidget *box, const BhChartVariant *variant)
{
  GtkWidget *button
      = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "chart", variant->label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "part.variant");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", variant->code);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
create_menu (const BhChartInfo *info)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; info->variants[i].code != NULL; i++)
    {
      const char *label = g_dpgettext2 (NULL, "chart", info->variants[i].label);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "part.variant", "s", info->variants[i].code);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);

  return button;
}

GtkWidget *
bh_insight_create_variants (const BhChartInfo *info)
{
  GtkWidget *box;
  guint n = 0;

  while (info->variants[n].code != NULL)
    n++;
  if (n > MAX_BUTTONS)
    return create_menu (info);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < n; i++)
    add_variant (box, &info->variants[i]);

  return box;
}

void
bh_insight_variants_show (GtkWidget *variants, const BhChartInfo *info, const char *code)
{
  for (guint i = 0; GTK_IS_MENU_BUTTON (variants) && info->variants[i].code != NULL; i++)
    if (g_strcmp0 (info->variants[i].code, code) == 0)
      gtk_menu_button_set_label (GTK_MENU_BUTTON (variants),
                                 g_dpgettext2 (NULL, "chart", info->variants[i].label));
}
