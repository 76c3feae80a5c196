/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-site.h"

#include "storage/bh-file-store.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-site-plans.h"

#include <string.h>

/* Buildings stand in rows with roads between them, gates in the fence around, gardens and squares
 * where the roads meet. */

#define WIDTH 1200
#define HEIGHT 760
#define MARGIN 70
#define COLUMNS 5
#define FEW_COLUMNS 3
#define FEW 9
#define BUILDING_WIDTH 104
#define BUILDING_HEIGHT 58

#define LAWN "#dfe9d5"
#define ROAD "#f6f3ec"
#define FENCE "#8a8f86"
#define WATER "#b9d6e8"
#define TREE "#a9c79a"
#define WALL "#e3d3bd"
#define EDGE "#a58f72"

/* One plan while it is drawn. */
typedef struct
{
  GString *svg;
  BhSitePlan *plan; /* its marks get their positions */
  guint n_columns;
  guint n_rows;
} Drawing;

static double
get_column_x (const Drawing *drawing, double column)
{
  return MARGIN + (WIDTH - 2 * MARGIN) * (column + 0.5) / drawing->n_columns;
}

static double
get_row_y (const Drawing *drawing, double row)
{
  return MARGIN + (HEIGHT - 2 * MARGIN) * (row + 0.5) / drawing->n_rows;
}

static void
add_box (Drawing *drawing,
         double x,
         double y,
         double width,
         double height,
         double corner,
         const char *fill,
         const char *stroke)
{
  g_string_append_printf (drawing->svg,
                          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\""
                          " stroke=\"%s\" stroke-width=\"3\"/>\n",
                          (int) x, (int) y, (int) width, (int) height, (int) corner, fill, stroke);
}

static void
add_round (Drawing *drawing, double x, double y, double radius, const char *fill)
{
  g_string_append_printf (drawing->svg, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>\n",
                          (int) x, (int) y, (int) radius, fill);
}

static void
add_roads (Drawing *drawing)
{
  for (guint row = 0; row <= drawing->n_rows; row++)
    add_box (drawing, MARGIN - 20, get_row_y (drawing, row - 0.5) - 14, WIDTH - 2 * MARGIN + 40, 28,
             8, ROAD, "none");
  for (guint column = 0; column <= drawing->n_columns; column++)
    add_box (drawing, get_column_x (drawing, column - 0.5) - 12, MARGIN - 20, 24,
             HEIGHT - 2 * MARGIN + 40, 8, ROAD, "none");
}

static void
put (BhSiteMark *mark, double x, double y)
{
  mark->placed = TRUE;
  mark->x = x / WIDTH;
  mark->y = y / HEIGHT;
}

static void
add_building (Drawing *drawing, BhSiteMark *mark, guint i)
{
  double x = get_column_x (drawing, i % drawing->n_columns);
  double y = get_row_y (drawing, i / drawing->n_columns);

  add_box (drawing, x - BUILDING_WIDTH / 2, y - BUILDING_HEIGHT / 2, BUILDING_WIDTH,
           BUILDING_HEIGHT, 4, WALL, EDGE);
  add_box (drawing, x - 8, y + BUILDING_HEIGHT / 2 - 12, 16, 12, 0, EDGE, "none");
  add_round (drawing, x - BUILDING_WIDTH / 2 - 18, y + 20, 12, TREE);
  add_round (drawing, x + BUILDING_WIDTH / 2 + 18, y - 16, 10, TREE);
  put (mark, x, y);
}

static gboolean
is_gate (const BhSiteMark *mark)
{
  return strstr (mark->name, "门") != NULL;
}

/* Gates in the fence, on the side that they are called after. */
static void
add_gate (Drawing *drawing, BhSiteMark *mark)
{
  static const struct
  {
    const char *side;
    double x;
    double y;
  } sides[] = { { "东", 1, 0.5 }, { "西", 0, 0.5 }, { "北", 0.5, 0 }, { "", 0.5, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (strstr (mark->name, sides[i].side) != NULL)
      {
        double x = 36 + sides[i].x * (WIDTH - 72), y = 36 + sides[i].y * (HEIGHT - 72);

        add_box (drawing, x - 22, y - 10, 44, 20, 2, ROAD, FENCE);
        put (mark, x, y);
        return;
      }
}

/* On the roads between the rows of buildings, as far from one another as there is room. */
static void
add_area (Drawing *drawing, BhSiteMark *mark, guint i, guint n)
{
  guint n_roads = MAX (1, drawing->n_rows - 1), on_road = (n + n_roads - 1) / n_roads;
  double step = on_road > 1 ? (drawing->n_columns - 1.0) / (on_road - 1) : 0;
  double x = get_column_x (drawing, i / n_roads * step), y = get_row_y (drawing, i % n_roads + 0.5);

  add_round (drawing, x, y, 34, TREE);
  add_round (drawing, x, y, 20, i % 2 == 0 ? WATER : ROAD);
  put (mark, x, y);
}

static void
draw (Drawing *drawing)
{
  guint n_buildings = 0, n_areas = 0, building = 0, area = 0;
  GPtrArray *marks = drawing->plan->marks;

  for (guint i = 0; i < marks->len; i++)
    {
      const BhSiteMark *mark = g_ptr_array_index (marks, i);

      n_buildings += mark->kind == BH_PLACE_BUILDING;
      n_areas += mark->kind == BH_PLACE_AREA && !is_gate (mark);
    }
  drawing->n_columns = n_buildings > FEW ? COLUMNS : FEW_COLUMNS;
  drawing->n_rows = MAX (1, (n_buildings + drawing->n_columns - 1) / drawing->n_columns);
  g_string_append_printf (drawing->svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                          " viewBox=\"0 0 %d %d\">\n",
                          WIDTH, HEIGHT, WIDTH, HEIGHT);
  add_box (drawing, 0, 0, WIDTH, HEIGHT, 0, WATER, "none");
  add_box (drawing, 36, 36, WIDTH - 72, HEIGHT - 72, 24, LAWN, FENCE);
  add_roads (drawing);
  for (guint i = 0; i < marks->len; i++)
    {
      BhSiteMark *mark = g_ptr_array_index (marks, i);

      if (mark->kind == BH_PLACE_BUILDING)
        add_building (drawing, mark, building++);
      else if (mark->kind == BH_PLACE_AREA && is_gate (mark))
        add_gate (drawing, mark);
      else if (mark->kind == BH_PLACE_AREA)
        add_area (drawing, mark, area++, n_areas);
    }
  g_string_append (drawing->svg, "</svg>\n");
}

static gboolean
store_picture (BhWork *work, BhSitePlan *plan, GString *svg, GError **error)
{
  g_autofree char *folder = bh_work_dup_file_folder (work);
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (svg->str, (gssize) svg->len, NULL);
  BhFileAdding how = { .cancellable = bh_work_get_cancellable (work) };
  g_autoptr (BhStoredFile) file
      = bh_file_store_add_stream (folder, stream, plan->name, (gint64) svg->len, &how, error);

  if (file == NULL)
    return FALSE;
  plan->file_hash = g_strdup (file->hash);
  plan->type = g_strdup ("image/svg+xml");

  return TRUE;
}

static gboolean
list_marks (BhWork *work, BhSitePlan *plan, GError **error)
{
  g_autoptr (GPtrArray) places
      = bh_register_list_places (bh_work_get_connection (work), plan->community_id, error);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      BhPlace *place = g_ptr_array_index (places, i);

      g_ptr_array_add (plan->marks,
                       bh_site_mark_new (bh_entry_get_id (BH_ENTRY (place)),
                                         bh_entry_get_name (BH_ENTRY (place)), place->kind));
    }

  return places != NULL;
}

static gboolean
add_plan (BhWork *work, BhPlace *community, GError **error)
{
  g_autoptr (BhSitePlan) plan = bh_site_plan_new ();
  g_autoptr (GString) svg = g_string_new (NULL);
  Drawing drawing = { .svg = svg, .plan = plan };
  gint64 id;

  plan->community_id = bh_entry_get_id (BH_ENTRY (community));
  plan->name = g_strdup_printf ("%s.svg", bh_entry_get_name (BH_ENTRY (community)));
  plan->width = WIDTH;
  plan->height = HEIGHT;
  if (!list_marks (work, plan, error))
    return FALSE;
  draw (&drawing);
  if (!store_picture (work, plan, svg, error))
    return FALSE;
  id = bh_site_plans_save (work, plan, error);
  for (guint i = 0; id != 0 && i < plan->marks->len; i++)
    {
      const BhSiteMark *mark = g_ptr_array_index (plan->marks, i);

      if (mark->placed && !bh_site_plans_place (work, id, mark, error))
        return FALSE;
    }

  return id != 0;
}

gboolean
bh_demo_site_add_all (BhWork *work, GError **error)
{
  g_autoptr (GPtrArray) communities = NULL;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  communities = bh_register_list_places (bh_work_get_connection (work), 0, error);
  for (guint i = 0; communities != NULL && i < communities->len; i++)
    if (!add_plan (work, g_ptr_array_index (communities, i), error))
      return FALSE;

  return communities != NULL;
}
