/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-row-layout.h"

#define SPACING 8
/* More than any row has. */
#define MAX_CELLS 8

/* A cell. @chars: width in digits, 0 behind the last; @rank: the lowest goes first where there is
 * no room, 0 never goes; @share: what it gets of the width that is left over. */
typedef struct
{
  int chars;
  int rank;
  int share;
} Cell;

static const Cell of_ticket[] = {
  { 13, 2, 0 }, /* number */
  { 2, 0, 0 },  /* grade */
  { 16, 0, 3 }, /* summary */
  { 11, 3, 1 }, /* place */
  { 8, 1, 0 },  /* status */
  { 15, 0, 0 }, /* time left */
  { 0, 0, 0 },
};

/* What the section is about stands in the place of the place, and never goes. */
static const Cell of_detail[] = {
  { 13, 2, 0 }, /* number */
  { 2, 0, 0 },  /* grade */
  { 9, 0, 3 },  /* summary */
  { 15, 0, 2 }, /* detail */
  { 8, 1, 0 },  /* status */
  { 14, 0, 0 }, /* time left */
  { 0, 0, 0 },
};

static const Cell of_figure[] = {
  { 2, 0, 0 },  /* light */
  { 16, 0, 1 }, /* name */
  { 9, 0, 0 },  /* value */
  { 14, 2, 0 }, /* goal */
  { 14, 1, 0 }, /* previous */
  { 0, 0, 0 },
};

struct _BhTodayRowLayout
{
  GtkLayoutManager parent_instance;

  gboolean figures;
  gboolean detailed;
};

typedef enum
{
  PROP_FIGURES = 1,
  PROP_DETAILED,
} Property;

static GParamSpec *properties[PROP_DETAILED + 1];

G_DEFINE_FINAL_TYPE (BhTodayRowLayout, bh_today_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_char (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (width);
}

static const Cell *
get_cells (gpointer self)
{
  if (BH_TODAY_ROW_LAYOUT (self)->figures)
    return of_figure;

  return BH_TODAY_ROW_LAYOUT (self)->detailed ? of_detail : of_ticket;
}

static gboolean
has_room (const Cell *cell, int rank)
{
  return cell->rank == 0 || cell->rank >= rank;
}

/* Width that the cells from @rank on need, and those that never go. */
static int
sum_up (const Cell *cells, int rank, int char_width)
{
  int width = -SPACING;

  for (const Cell *cell = cells; cell->chars > 0; cell++)
    if (has_room (cell, rank))
      width += cell->chars * char_width + SPACING;

  return width;
}

static int
sum_shares (const Cell *cells, int rank)
{
  int shares = 0;

  for (const Cell *cell = cells; cell->chars > 0; cell++)
    if (has_room (cell, rank))
      shares += cell->share;

  return shares;
}

static void
bh_today_row_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  int char_width = measure_char (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = sum_up (get_cells (manager), MAX_CELLS, char_width);
      *natural = sum_up (get_cells (manager), 0, char_width);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      *minimum = *natural = MAX (*natural, height);
    }
}

static void
bh_today_row_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const Cell *cell = get_cells (manager);
  int char_width = measure_char (widget);
  int rank = 0, left, x = 0;

  while (rank < MAX_CELLS && sum_up (cell, rank, char_width) > width)
    rank++;
  left = MAX (0, width - sum_up (cell, rank, char_width));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && cell->chars > 0;
       child = gtk_widget_get_next_sibling (child), cell++)
    {
      gboolean shown = has_room (cell, rank);
      int cell_width
          = cell->chars * char_width + left * cell->share / sum_shares (get_cells (manager), rank);

      gtk_widget_set_child_visible (child, shown);
      if (!shown)
        continue;
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ mirrored ? width - x - cell_width : x, 0, cell_width, height },
          -1);
      x += cell_width + SPACING;
    }
}

static void
bh_today_row_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhTodayRowLayout *self = BH_TODAY_ROW_LAYOUT (object);

  switch ((Property) id)
    {
    case PROP_FIGURES:
      self->figures = g_value_get_boolean (value);
      return;
    case PROP_DETAILED:
      self->detailed = g_value_get_boolean (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_today_row_layout_class_init (BhTodayRowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bh_today_row_layout_measure;
  layout_class->allocate = bh_today_row_layout_allocate;

  G_OBJECT_CLASS (klass)->set_property = bh_today_row_layout_set_property;
  properties[PROP_FIGURES]
      = g_param_spec_boolean ("figures", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAILED] = g_param_spec_boolean ("detailed", NULL, NULL, FALSE,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
}

static void
bh_today_row_layout_init (BhTodayRowLayout *self)
{
}
