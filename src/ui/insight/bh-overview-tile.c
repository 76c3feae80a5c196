/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-overview-tile.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
#include "ui/common/bh-light-look.h"

/**
 * BhOverviewTile:
 *
 * CSS nodes: those of a child of a flow box with labels: `.name`, `.value`, `.light`; the value and
 * the light carry the class of the light, as does the change where it is for the better or the
 * worse: `.light-green`, `.light-amber` or `.light-red`.
 */
struct _BhOverviewTile
{
  GtkFlowBoxChild parent_instance;

  GtkLabel *name;
  GtkLabel *light;
  GtkLabel *value;
  GtkLabel *basis;
  GtkLabel *change;
  GtkLabel *previous;
  GtkLabel *goal;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (BhOverviewTile, bh_overview_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
bh_overview_tile_class_init (BhOverviewTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-overview-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, name);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, light);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, value);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, basis);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, change);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, previous);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, goal);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, notes);
}

static void
bh_overview_tile_init (BhOverviewTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
}

GtkWidget *
bh_overview_tile_new (void)
{
  return g_object_new (BH_TYPE_OVERVIEW_TILE, NULL);
}

/* 1 where it went up, -1 where down, 0 where it stayed or nobody knows. */
static int
get_direction (const BhScorecardRow *row)
{
  double now = bh_figure_value_get_number (row->figure, &row->value);
  double then = bh_figure_value_get_number (row->figure, &row->previous_so_far);

  if (!row->value.has_value || !row->previous_so_far.has_value)
    return 0;

  return (now > then) - (now < then);
}

/* "↑ +12.4%" */
static char *
dup_change (const BhScorecardRow *row)
{
  static const char *const arrows[] = { "↓", "→", "↑" };
  g_autofree char *text = NULL;

  if (!row->value.has_value || !row->previous_so_far.has_value)
    return g_strdup ("");

  text = bh_figure_format_change (row->figure, &row->value, &row->previous_so_far);

  return g_strdup_printf ("%s %s", arrows[get_direction (row) + 1], text);
}

static const char *
get_direction_word (const BhScorecardRow *row)
{
  switch (get_direction (row))
    {
    case 1:
      return C_ ("change", "up");
    case -1:
      return C_ ("change", "down");
    default:
      return C_ ("change", "unchanged");
    }
}

static BhLight
judge_change (const BhScorecardRow *row)
{
  switch (get_direction (row) * row->figure->better)
    {
    case 1:
      return BH_LIGHT_GREEN;
    case -1:
      return BH_LIGHT_RED;
    default:
      return BH_LIGHT_NONE;
    }
}

static char *
dup_previous (const BhScorecardRow *row)
{
  g_autofree char *value = bh_figure_format (row->figure, &row->previous_so_far);

  if (!row->previous_so_far.has_value)
    return g_strdup ("");

  /* Translators: the value that a figure is compared with: "before: 5.2 d" */
  return g_strdup_printf (_ ("before: %s"), value);
}

/* A mean stands together with median and 90th percentile (figures.md). */
static char *
dup_basis (const BhScorecardRow *row)
{
  const BhFigureValue *value = &row->value;
  g_autofree char *median = NULL;
  g_autofree char *p90 = NULL;

  if (row->figure->form != BH_FIGURE_SPREAD || !value->has_value || value->p90 == 0)
    return bh_figure_format_basis (row->figure, value);

  median = bh_figure_format_number (row->figure, value->median);
  p90 = bh_figure_format_number (row->figure, value->p90);

  /* Translators: beside a mean: "median 2.1 d, P90 6.3 d" */
  return g_strdup_printf (_ ("median %s, P90 %s"), median, p90);
}

static char *
dup_notes (const BhScorecardRow *row)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (row->value.has_value && bh_figure_value_is_small (row->figure, &row->value))
    g_ptr_array_add (notes, (gpointer) _ ("△ fewer than 10"));
  if (row->value.has_value && row->value.provisional)
    g_ptr_array_add (notes, (gpointer) _ ("can still change"));
  g_ptr_array_add (notes, NULL);

  return g_strjoinv (" · ", (char **) notes->pdata);
}

static char *
dup_light (const BhScorecardRow *row)
{
  if (row->light == BH_LIGHT_NONE)
    return g_strdup ("");

  return g_strdup_printf ("%s %s", bh_light_get_symbol (row->light),
                          bh_light_get_label (row->light));
}

static void
add_sentence (GString *text, const char *between, const char *sentence)
{
  if (*sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", sentence);
}

static void
show_tooltip (BhOverviewTile *self, const BhScorecardRow *row)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->name));
  g_autofree char *basis = bh_figure_format_basis (row->figure, &row->value);
  g_autofree char *goal = NULL;

  add_sentence (text, "\n", bh_figure_get_definition (row->figure));
  add_sentence (text, "\n", basis);
  if (bh_goal_is_growing (&row->goal))
    {
      goal = bh_goal_format (&row->goal, row->figure);
      /* Translators: what a count may come to by the end of a period: "In the whole period ≤ 3.5"
       */
      g_string_append_printf (text, _ ("\nIn the whole period %s"), goal);
    }
  if (row->problem != NULL)
    add_sentence (text, "\n", row->problem);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->str);
}

static void
show_spoken (BhOverviewTile *self, const BhScorecardRow *row)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->name));
  /* Translators: between what the screen reader says of a figure, one thing after the other. */
  const char *between = C_ ("spoken", ", ");

  add_sentence (text, between, gtk_label_get_label (self->value));
  add_sentence (text, between, gtk_label_get_label (self->basis));
  if (row->previous_so_far.has_value && row->value.has_value)
    {
      add_sentence (text, between, get_direction_word (row));
      add_sentence (text, between, gtk_label_get_label (self->previous));
    }
  add_sentence (text, between, gtk_label_get_label (self->goal));
  add_sentence (text, between, bh_light_get_label (row->light));
  add_sentence (text, between, gtk_label_get_label (self->notes));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

void
bh_overview_tile_show (BhOverviewTile *self, const BhHeadline *headline)
{
  const BhScorecardRow *row;
  g_autofree char *name = NULL, *light = NULL, *value = NULL, *basis = NULL, *change = NULL;
  g_autofree char *previous = NULL, *goal = NULL, *notes = NULL;

  g_return_if_fail (BH_IS_OVERVIEW_TILE (self));
  g_return_if_fail (headline != NULL);

  row = headline->row;
  name = bh_chart_words_dup_figure (row->figure, row->filter);
  light = dup_light (row);
  value = bh_figure_format (row->figure, &row->value);
  basis = dup_basis (row);
  change = dup_change (row);
  previous = dup_previous (row);
  goal
      = row->problem != NULL ? g_strdup (row->problem) : bh_goal_describe (&row->goal, row->figure);
  notes = dup_notes (row);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->light, light);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->basis, basis);
  gtk_label_set_label (self->change, change);
  gtk_label_set_label (self->previous, previous);
  gtk_label_set_label (self->goal, goal);
  gtk_label_set_label (self->notes, notes);
  bh_light_look_show (self->light, row->light);
  bh_light_look_show (self->value, row->light);
  bh_light_look_show (self->change, judge_change (row));
  show_tooltip (self, row);
  show_spoken (self, row);
}
