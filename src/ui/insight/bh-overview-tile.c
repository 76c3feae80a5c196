/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-overview-tile.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-sparkline.h"
#include "insight/bh-figure-text.h"
#include "ui/chart/bh-chart-theme.h"
#include "ui/common/bh-light-look.h"
#include "ui/common/bh-presentation.h"

#include <math.h>

/* Height of the line in heights of the font. */
#define LINE_EM 2.2

/**
 * BhOverviewTile:
 *
 * CSS nodes: those of a child of a flow box with labels, one `.value`, and a button `.line`; the
 * value and the light carry the class of the light, as does the change where it is for the better
 * or the worse: `.light-green`, `.light-amber` or `.light-red`.
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
  GtkLabel *marks;
  GtkWidget *line_button;
  GtkDrawingArea *line;
  double values[BH_HEADLINE_MONTHS]; /* of the line, NAN where there is none */
  BhSparkline sparkline;
};

G_DEFINE_FINAL_TYPE (BhOverviewTile, bh_overview_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
draw_line (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  BhOverviewTile *self = BH_OVERVIEW_TILE (user_data);
  BhChartStyle *style = bh_chart_theme_new_style (GTK_WIDGET (area));

  bh_sparkline_draw (&self->sparkline, cr, width, height, style);
  bh_chart_style_free (style);
}

/* As high as the text has it. */
static void
set_line_height (BhOverviewTile *self)
{
  gtk_drawing_area_set_content_height (
      self->line, (int) ceil (LINE_EM * bh_chart_theme_get_em (GTK_WIDGET (self))));
}

static void
bh_overview_tile_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  BhOverviewTile *self = BH_OVERVIEW_TILE (widget);

  GTK_WIDGET_CLASS (bh_overview_tile_parent_class)->css_changed (widget, change);
  if (self->line != NULL)
    {
      set_line_height (self);
      gtk_widget_queue_draw (GTK_WIDGET (self->line));
    }
}

static void
bh_overview_tile_class_init (BhOverviewTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = bh_overview_tile_css_changed;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-overview-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, name);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, light);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, value);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, basis);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, change);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, previous);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, goal);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, marks);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, line_button);
  gtk_widget_class_bind_template_child (widget_class, BhOverviewTile, line);
}

static void
bh_overview_tile_init (BhOverviewTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  self->sparkline = (BhSparkline){ self->values, BH_HEADLINE_MONTHS, 0, NAN };
  gtk_drawing_area_set_draw_func (self->line, draw_line, self, NULL);
  bh_chart_theme_watch (GTK_WIDGET (self->line), G_CALLBACK (gtk_widget_queue_draw));
  set_line_height (self);
}

GtkWidget *
bh_overview_tile_new (void)
{
  return g_object_new (BH_TYPE_OVERVIEW_TILE, NULL);
}

static char *
dup_change (const BhScorecardRow *row)
{
  if (!row->value.has_value || !row->previous_so_far.has_value)
    return g_strdup ("");

  return bh_figure_format_change (row->figure, &row->value, &row->previous_so_far);
}

/* 1 where it went up, -1 where down, 0 where it stayed, as far as one can read, or nobody knows. */
static int
get_direction (const BhScorecardRow *row)
{
  double now = bh_figure_value_get_number (row->figure, &row->value);
  double then = bh_figure_value_get_number (row->figure, &row->previous_so_far);
  g_autofree char *change = dup_change (row);

  if (*change == '\0' || g_str_has_prefix (change, "±"))
    return 0;

  return (now > then) - (now < then);
}

/* "↑ +12.4%" */
static char *
dup_arrow_and_change (const BhScorecardRow *row)
{
  static const char *const arrows[] = { "↓", "→", "↑" };
  g_autofree char *change = dup_change (row);
  g_autofree char *text = NULL;

  if (*change == '\0')
    return g_strdup ("");

  text = g_strdup_printf ("%s %s", arrows[get_direction (row) + 1], change);

  return bh_present_signed (text);
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

  /* Translators: the value that a figure is compared with, after the change: "from 5.2 d" */
  return g_strdup_printf (_ ("from %s"), value);
}

/* A mean stands together with median and 90th percentile (figures.md). */
static char *
dup_basis (const BhScorecardRow *row)
{
  const BhFigureValue *value = &row->value;
  BhFigureInfo bare = *row->figure;
  g_autofree char *median = NULL;
  g_autofree char *p90 = NULL;

  if (row->figure->form != BH_FIGURE_SPREAD || !value->has_value || value->p90 == 0)
    return bh_figure_format_basis (row->figure, value);

  /* The unit stands at the mean. */
  bare.unit = "";
  median = bh_figure_format_number (&bare, value->median);
  p90 = bh_figure_format_number (&bare, value->p90);

  /* Translators: beside a mean, with little room: "median 2.1 P90 6.3" */
  return g_strdup_printf (_ ("median %s P90 %s"), median, p90);
}

/* The signs of the charts; what they mean is said where one points, and to the screen reader. */
static char *
dup_marks (const BhScorecardRow *row)
{
  if (!row->value.has_value)
    return g_strdup ("");

  return g_strconcat (row->value.provisional ? "○" : "",
                      bh_figure_value_is_small (row->figure, &row->value) ? "△" : "", NULL);
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
add_marks (GString *text, const char *between, const BhScorecardRow *row)
{
  if (!row->value.has_value)
    return;
  if (row->value.provisional)
    add_sentence (text, between, _ ("Can still change"));
  if (bh_figure_value_is_small (row->figure, &row->value))
    add_sentence (text, between, _ ("Fewer than 10"));
}

static void
show_tooltip (BhOverviewTile *self, const BhScorecardRow *row)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->name));
  g_autofree char *basis = bh_figure_format_basis (row->figure, &row->value);
  g_autofree char *goal = NULL;

  add_sentence (text, "\n", bh_figure_get_definition (row->figure));
  add_sentence (text, "\n", basis);
  if (row->figure->form == BH_FIGURE_SPREAD)
    add_sentence (text, "\n", gtk_label_get_label (self->basis));
  add_sentence (text, "\n", gtk_label_get_label (self->goal));
  if (bh_goal_is_growing (&row->goal))
    {
      goal = bh_goal_format (&row->goal, row->figure);
      /* Translators: what a count may come to by the end of a period: "In the whole period ≤ 3.5"
       */
      g_string_append_printf (text, _ ("\nIn the whole period %s"), goal);
    }
  add_marks (text, "\n", row);
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
  add_marks (text, between, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

/* What a whole period is to come to is no measure for its months. */
static double
get_line_target (const BhScorecardRow *row)
{
  return row->goal.has_value && !bh_figure_grows (row->id) ? row->goal.value : NAN;
}

static void
show_line (BhOverviewTile *self, const BhHeadline *headline)
{
  const BhScorecardRow *row = headline->row;
  /* Translators: of a button with a small line in it: "Satisfaction: thirteen months" */
  g_autofree char *spoken
      = g_strdup_printf (_ ("%s: thirteen months"), gtk_label_get_label (self->name));

  for (guint i = 0; i < BH_HEADLINE_MONTHS; i++)
    self->values[i] = headline->known[i] ? headline->line[i] : NAN;
  self->sparkline.target = get_line_target (row);
  self->sparkline.last_flags = row->value.provisional ? BH_CHART_POINT_PROVISIONAL : 0;
  gtk_widget_queue_draw (GTK_WIDGET (self->line));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->line_button), "s", row->figure->key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/* "Handling time · Complaint, Repair", but for what all the tiles are about. */
static char *
dup_name (const BhScorecardRow *row, BhTicketFilter *common)
{
  g_autoptr (BhTicketFilter) scope = bh_ticket_filter_parse (row->filter, NULL);

  for (int i = 0; scope != NULL && common != NULL && i < BH_N_FILTER_FIELDS; i++)
    {
      const char *const *mine = bh_ticket_filter_get (scope, (BhFilterField) i);
      const char *const *theirs = bh_ticket_filter_get (common, (BhFilterField) i);
      BhTicketFilter *rest;

      if (mine == NULL || theirs == NULL || !g_strv_equal (mine, theirs))
        continue;
      rest = bh_ticket_filter_with (scope, (BhFilterField) i, NULL, NULL);
      bh_ticket_filter_unref (scope);
      scope = rest;
    }

  return bh_chart_words_dup_figure (row->figure,
                                    scope != NULL ? bh_ticket_filter_to_text (scope) : row->filter);
}

void
bh_overview_tile_show (BhOverviewTile *self, const BhHeadline *headline, BhTicketFilter *common)
{
  const BhScorecardRow *row;
  g_autofree char *name = NULL, *light = NULL, *value = NULL, *basis = NULL, *change = NULL;
  g_autofree char *previous = NULL, *goal = NULL, *marks = NULL;

  g_return_if_fail (BH_IS_OVERVIEW_TILE (self));
  g_return_if_fail (headline != NULL);

  row = headline->row;
  name = dup_name (row, common);
  light = dup_light (row);
  value = bh_figure_format (row->figure, &row->value);
  basis = dup_basis (row);
  change = dup_arrow_and_change (row);
  previous = dup_previous (row);
  goal
      = row->problem != NULL ? g_strdup (row->problem) : bh_goal_describe (&row->goal, row->figure);
  marks = dup_marks (row);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->light, light);
  gtk_widget_set_visible (GTK_WIDGET (self->light), *light != '\0');
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->basis, basis);
  gtk_label_set_label (self->change, change);
  gtk_label_set_label (self->previous, previous);
  gtk_label_set_label (self->goal, goal);
  gtk_label_set_label (self->marks, marks);
  bh_light_look_show (self->light, row->light);
  bh_light_look_show (self->value, row->light);
  bh_light_look_show (self->change, judge_change (row));
  show_tooltip (self, row);
  show_spoken (self, row);
  if (headline->has_line)
    show_line (self, headline);
}
