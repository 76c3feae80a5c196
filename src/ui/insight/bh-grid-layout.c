/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-grid-layout.h"

#define WIDE_KEY "bh-grid-wide"

struct _BhGridLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  double column_em;
  int max_columns;
};

G_DEFINE_FINAL_TYPE (BhGridLayout, bh_grid_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Children that stand beside each other. */
typedef struct
{
  GtkWidget *first;
  int n;
  int height;
} Row;

static GtkWidget *
next_child (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static gboolean
is_wide (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), WIDE_KEY) != NULL;
}

static int
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  return pango_font_description_get_size (pango_context_get_font_description (context))
         / PANGO_SCALE;
}

static int
count_columns (BhGridLayout *self, GtkWidget *widget, int width)
{
  int least = (int) (self->column_em * get_em (widget));

  return CLAMP ((width + self->spacing) / (least + self->spacing), 1, self->max_columns);
}

static int
get_share (BhGridLayout *self, int n, int width)
{
  return (width - (n - 1) * self->spacing) / MAX (n, 1);
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, gboolean natural)
{
  int minimum_size, natural_size;

  gtk_widget_measure (child, orientation, for_size, &minimum_size, &natural_size, NULL, NULL);

  return natural ? natural_size : minimum_size;
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return next_child (gtk_widget_get_next_sibling (child));
}

/* How many of those from @child on stand in its row: of four, two and two rather than three and
 * one. */
static int
count_beside (GtkWidget *child, int n_columns)
{
  int n = 1, n_rows;

  if (is_wide (child))
    return 1;
  for (child = get_next (child); child != NULL && !is_wide (child); child = get_next (child))
    n++;
  n_rows = (n + n_columns - 1) / n_columns;

  return (n + n_rows - 1) / n_rows;
}

/* The row that begins with @child. Returns: the child after it. */
static GtkWidget *
read_row (GtkWidget *child, int n_columns, Row *row)
{
  *row = (Row){ child, count_beside (child, n_columns), 0 };
  for (int i = 0; i < row->n; i++)
    child = get_next (child);

  return child;
}

static void
measure_row (BhGridLayout *self, Row *row, int width, gboolean natural)
{
  int share = get_share (self, row->n, width);
  GtkWidget *child = row->first;

  for (int i = 0; i < row->n; i++, child = get_next (child))
    row->height
        = MAX (row->height, measure_child (child, GTK_ORIENTATION_VERTICAL, share, natural));
}

/* Returns: (transfer full) (element-type Row) */
static GArray *
list_rows (BhGridLayout *self, GtkWidget *widget, int width, gboolean natural)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  int n_columns = count_columns (self, widget, width);
  GtkWidget *child = next_child (gtk_widget_get_first_child (widget));

  while (child != NULL)
    {
      Row row;

      child = read_row (child, n_columns, &row);
      measure_row (self, &row, width, natural);
      g_array_append_val (rows, row);
    }

  return rows;
}

static int
sum_heights (BhGridLayout *self, GArray *rows)
{
  int sum = MAX ((int) rows->len - 1, 0) * self->spacing;

  for (guint i = 0; i < rows->len; i++)
    sum += g_array_index (rows, Row, i).height;

  return sum;
}

static int
find_widest (GtkWidget *widget, gboolean natural)
{
  int widest = 0;

  for (GtkWidget *child = next_child (gtk_widget_get_first_child (widget)); child != NULL;
       child = get_next (child))
    widest = MAX (widest, measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, natural));

  return widest;
}

static int
measure_height (BhGridLayout *self, GtkWidget *widget, int width, gboolean natural)
{
  g_autoptr (GArray) rows
      = list_rows (self, widget, width >= 0 ? width : find_widest (widget, natural), natural);

  return sum_heights (self, rows);
}

static void
bh_grid_layout_measure (GtkLayoutManager *layout,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  BhGridLayout *self = BH_GRID_LAYOUT (layout);
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum_baseline = *natural_baseline = -1;
  *minimum
      = vertical ? measure_height (self, widget, for_size, FALSE) : find_widest (widget, FALSE);
  *natural = vertical ? measure_height (self, widget, for_size, TRUE) : find_widest (widget, TRUE);
  /* What wraps is higher where it is narrow than it would like to be where it is wide. */
  *natural = MAX (*natural, *minimum);
}

static void
allocate_row (BhGridLayout *self, GtkWidget *widget, const Row *row, int width, int y, int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int share = get_share (self, row->n, width);
  GtkWidget *child = row->first;

  for (int i = 0; i < row->n; i++, child = get_next (child))
    {
      int x = i * (share + self->spacing);
      GtkAllocation place = { mirrored ? width - x - share : x, y, share, height };

      gtk_widget_size_allocate (child, &place, -1);
    }
}

static gboolean
is_expanding (const Row *row)
{
  GtkWidget *child = row->first;

  for (int i = 0; i < row->n; i++, child = next_child (gtk_widget_get_next_sibling (child)))
    if (gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL))
      return TRUE;

  return FALSE;
}

/* What is left over for each row that can use it. */
static int
get_extra (GArray *rows, int left)
{
  int n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += is_expanding (&g_array_index (rows, Row, i)) ? 1 : 0;

  return MAX (left, 0) / MAX (n, 1);
}

static void
bh_grid_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  BhGridLayout *self = BH_GRID_LAYOUT (layout);
  g_autoptr (GArray) rows = list_rows (self, widget, width, FALSE);
  int extra = get_extra (rows, height - sum_heights (self, rows));
  int y = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      int row_height = row->height + (is_expanding (row) ? extra : 0);

      allocate_row (self, widget, row, width, y, row_height);
      y += row_height + self->spacing;
    }
}

static GtkSizeRequestMode
bh_grid_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bh_grid_layout_class_init (BhGridLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bh_grid_layout_measure;
  layout_class->allocate = bh_grid_layout_allocate;
  layout_class->get_request_mode = bh_grid_layout_get_request_mode;
}

static void
bh_grid_layout_init (BhGridLayout *self)
{
}

GtkLayoutManager *
bh_grid_layout_new (int spacing, double column_em, int max_columns)
{
  BhGridLayout *self;

  g_return_val_if_fail (column_em > 0, NULL);
  g_return_val_if_fail (max_columns > 0, NULL);

  self = g_object_new (BH_TYPE_GRID_LAYOUT, NULL);
  self->spacing = spacing;
  self->column_em = column_em;
  self->max_columns = max_columns;

  return GTK_LAYOUT_MANAGER (self);
}

void
bh_grid_layout_set_wide (GtkWidget *child, gboolean wide)
{
  g_return_if_fail (GTK_IS_WIDGET (child));

  g_object_set_data (G_OBJECT (child), WIDE_KEY, GINT_TO_POINTER (wide));
  gtk_widget_queue_resize (child);
}
