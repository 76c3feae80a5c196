/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-figure-row.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
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

static char *
dup_name (BhScorecardRow *row)
{
  const char *name = bh_figure_get_name (row->figure);
  g_autofree char *scope = NULL;

  if (*row->filter == '\0')
    return g_strdup (name);

  scope = bh_chart_words_dup_scope (row->filter);

  return g_strdup_printf ("%s · %s", name, scope);
}

static gboolean
is_growing (BhScorecardRow *row)
{
  return row->goal.has_value && row->goal.so_far != row->goal.value;
}

/* Of a month that goes on, a count is judged by what it should have come to by now. */
static char *
dup_goal (BhScorecardRow *row)
{
  BhGoal now = row->goal;
  g_autofree char *goal = NULL;

  if (!row->goal.has_value)
    return g_strdup ("");

  now.value = now.so_far;
  goal = bh_goal_format (&now, row->figure);
  if (row->goal.form == BH_TARGET_ALARM)
    /* Translators: a limit whose breach alarms, beside a figure: "alarm ≥ 30%" */
    return g_strdup_printf (_ ("alarm %s"), goal);
  if (is_growing (row))
    /* Translators: what a count is to have come to until today: "by now ≤ 2.5" */
    return g_strdup_printf (_ ("by now %s"), goal);

  /* Translators: what a figure is to reach: "goal ≤ 3.0 d" */
  return g_strdup_printf (_ ("goal %s"), goal);
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
  if (is_growing (row))
    /* Translators: what a count may come to in the whole month: "In the whole month ≤ 3.5" */
    g_string_append_printf (out, _ ("\nIn the whole month %s"), goal);
  /* Translators: the value of a figure in the same month a year ago */
  g_string_append_printf (out, _ ("\nA year ago %s"), year_before);

  return g_string_free (out, FALSE);
}

static void
show_light (GtkLabel *label, BhLight light)
{
  static const char *const classes[] = { NULL, "light-green", "light-amber", "light-red" };

  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
  if (classes[light] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), classes[light]);
}

void
bh_today_figure_row_show (BhTodayFigureRow *self, BhScorecardRow *row)
{
  g_autofree char *name = NULL, *value = NULL, *goal = NULL, *previous = NULL;
  g_autofree char *tooltip = NULL, *spoken = NULL;

  g_return_if_fail (BH_IS_TODAY_FIGURE_ROW (self));
  g_return_if_fail (row != NULL);

  name = dup_name (row);
  value = bh_figure_format (row->figure, &row->value);
  goal = dup_goal (row);
  previous = dup_previous (row);
  tooltip = dup_tooltip (row);
  gtk_label_set_label (self->light, bh_light_get_symbol (row->light));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->goal, goal);
  gtk_label_set_label (self->previous, previous);
  show_light (self->light, row->light);
  show_light (self->value, row->light);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);

  /* Translators: a figure as the screen reader says it: name, value, goal, how it stands to it */
  spoken
      = g_strdup_printf (_ ("%s, %s, %s, %s"), name, value, goal, bh_light_get_label (row->light));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
