/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-row-layout.h"

#define SPACING 8
#define N_CELLS 6

/* The cells of a row in order. @chars: width in digits; @rank: the lowest goes first where there is
 * no room, 0 never goes; @share: what it gets of the width that is left over. */
static const struct
{
  int chars;
  int rank;
  int share;
} cells[N_CELLS] = {
  { 13, 2, 0 }, /* number */
  { 2, 0, 0 },  /* grade */
  { 16, 0, 3 }, /* summary */
  { 10, 3, 1 }, /* place */
  { 8, 1, 0 },  /* status */
  { 13, 0, 0 }, /* time left */
};

struct _BhTodayRowLayout
{
  GtkLayoutManager parent_instance;
};

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

/* Width that the cells from @rank on need, and those that never go. */
static int
sum_up (int rank, int char_width, GtkWidget *widget)
{
  int width = -SPACING;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < N_CELLS;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_widget_should_layout (child) && (cells[i].rank == 0 || cells[i].rank >= rank))
      width += cells[i].chars * char_width + SPACING;

  return width;
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
      *minimum = sum_up (N_CELLS, char_width, widget);
      *natural = sum_up (0, char_width, widget);
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
  int char_width = measure_char (widget);
  int rank = 0, left, x = 0, shares = 0;
  guint i = 0;

  while (rank < N_CELLS && sum_up (rank, char_width, widget) > width)
    rank++;
  left = MAX (0, width - sum_up (rank, char_width, widget));
  for (i = 0; i < N_CELLS; i++)
    if (cells[i].rank == 0 || cells[i].rank >= rank)
      shares += cells[i].share;

  i = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < N_CELLS;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      gboolean shown = cells[i].rank == 0 || cells[i].rank >= rank;
      int cell = cells[i].chars * char_width + left * cells[i].share / shares;

      gtk_widget_set_child_visible (child, shown);
      if (!shown || !gtk_widget_should_layout (child))
        continue;
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ mirrored ? width - x - cell : x, 0, cell, height }, -1);
      x += cell + SPACING;
    }
}

static void
bh_today_row_layout_class_init (BhTodayRowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bh_today_row_layout_measure;
  layout_class->allocate = bh_today_row_layout_allocate;
}

static void
bh_today_row_layout_init (BhTodayRowLayout *self)
{
}

GtkLayoutManager *
bh_today_row_layout_new (void)
{
  return g_object_new (BH_TYPE_TODAY_ROW_LAYOUT, NULL);
}
