/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-figure-row.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
#include "ui/common/bh-light-look.h"
#include "ui/today/bh-today-row-layout.h"

/**
 * BhTodayFigureRow:
 *
 * CSS nodes: those of a list row with labels; the first and the value carry the class of the light,
 * `.light-green`, `.light-amber` or `.light-red`.
 */
struct _BhTodayFigureRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *light;
  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *goal;
  GtkLabel *previous;
};

G_DEFINE_FINAL_TYPE (BhTodayFigureRow, bh_today_figure_row, GTK_TYPE_LIST_BOX_ROW)

static void
bh_today_figure_row_class_init (BhTodayFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BH_TYPE_TODAY_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/today/bh-today-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhTodayFigureRow, light);
  gtk_widget_class_bind_template_child (widget_class, BhTodayFigureRow, name);
  gtk_widget_class_bind_template_child (widget_class, BhTodayFigureRow, value);
  gtk_widget_class_bind_template_child (widget_class, BhTodayFigureRow, goal);
  gtk_widget_class_bind_template_child (widget_class, BhTodayFigureRow, previous);
}

static void
bh_today_figure_row_init (BhTodayFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_today_figure_row_new (void)
{
  return g_object_new (BH_TYPE_TODAY_FIGURE_ROW, NULL);
}

/* Not the change: of a month that goes on, that would say nothing. */
static char *
dup_previous (BhScorecardRow *row)
{
  g_autofree char *value = bh_figure_format (row->figure, &row->previous);

  /* Translators: the value of a figure in the whole month before */
  return g_strdup_printf (_ ("last month %s"), value);
}

static char *
dup_tooltip (BhScorecardRow *row)
{
  g_autofree char *basis = bh_figure_format_basis (row->figure, &row->value);
  g_autofree char *goal = bh_goal_format (&row->goal, row->figure);
  g_autofree char *year_before = bh_figure_format (row->figure, &row->year_before);
  GString *out = g_string_new (bh_figure_get_definition (row->figure));

  if (row->problem != NULL)
    g_string_append_printf (out, "\n%s", row->problem);
  if (*basis != '\0')
    g_string_append_printf (out, "\n%s", basis);
  if (bh_goal_is_growing (&row->goal))
    /* Translators: what a count may come to in the whole month: "In the whole month ≤ 3.5" */
    g_string_append_printf (out, _ ("\nIn the whole month %s"), goal);
  /* Translators: the value of a figure in the same month a year ago */
  g_string_append_printf (out, _ ("\nA year ago %s"), year_before);

  return g_string_free (out, FALSE);
}

void
bh_today_figure_row_show (BhTodayFigureRow *self, BhScorecardRow *row)
{
  g_autofree char *name = NULL, *value = NULL, *goal = NULL, *previous = NULL;
  g_autofree char *tooltip = NULL, *spoken = NULL;

  g_return_if_fail (BH_IS_TODAY_FIGURE_ROW (self));
  g_return_if_fail (row != NULL);

  name = bh_chart_words_dup_figure (row->figure, row->filter);
  value = bh_figure_format (row->figure, &row->value);
  goal = bh_goal_describe (&row->goal, row->figure);
  previous = dup_previous (row);
  tooltip = dup_tooltip (row);
  gtk_label_set_label (self->light, bh_light_get_symbol (row->light));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->goal, goal);
  gtk_label_set_label (self->previous, previous);
  bh_light_look_show (self->light, row->light);
  bh_light_look_show (self->value, row->light);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);

  /* Translators: a figure as the screen reader says it: name, value, goal, how it stands to it */
  spoken
      = g_strdup_printf (_ ("%s, %s, %s, %s"), name, value, goal, bh_light_get_label (row->light));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
