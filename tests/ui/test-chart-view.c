/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-band-chart.h"
#include "draw/bh-column-layer.h"
#include "support/bh-test-ui.h"
#include "ui/chart/bh-chart-bubble.h"
#include "ui/chart/bh-chart-spot.h"
#include "ui/chart/bh-chart-theme.h"
#include "ui/chart/bh-chart-view.h"

#include <adwaita.h>

#define N_MARKS 5

/* The last mark has nothing behind it. */
static BhChart *
create_chart (const char *title, guint n_marks)
{
  BhBandChart *chart = bh_band_chart_new (title, "全部工单", BH_CHART_TICKS_SERIES);
  BhChartLayer *columns = bh_column_layer_new ("件数", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);

  bh_band_chart_set_axis (chart, BH_CHART_SIDE_START, BH_CHART_COUNTS, "件");
  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *label = g_strdup_printf ("2026年%u月", i + 1);
      g_autofree char *values = g_strdup_printf ("受理 %u\n目标 7", (i + 1) * 1011);
      g_autofree char *filter = g_strdup_printf ("received:2026-%02u", i + 1);

      bh_chart_layer_add (columns, (i + 1) * 1011, 0, NULL);
      bh_band_chart_add_mark (chart, label, label, NULL, values, i + 1 < n_marks ? filter : NULL);
    }
  bh_band_chart_add_layer (chart, columns);

  return BH_CHART (chart);
}

typedef struct
{
  BhChart *chart;
  BhChartView *view;
  GtkWidget *before; /* takes the focus before the view */
  GtkWindow *window;
  char *opened;
} Fixture;

static void
activated_cb (Fixture *fixture, const char *filter)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (filter);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->chart = create_chart ("受理量", N_MARKS);
  fixture->view = BH_CHART_VIEW (bh_chart_view_new ());
  fixture->before = gtk_button_new_with_label ("…");
  bh_chart_view_set_chart (fixture->view, fixture->chart);
  g_signal_connect_swapped (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->view), TRUE);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  fixture->window = bh_test_ui_show (box, 700, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->chart);
  g_free (fixture->opened);
}

/* Where the chart itself says that the mark is. */
static void
get_middle (Fixture *fixture, guint mark, double *x, double *y)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (BhChartStyle) style = bh_chart_theme_new_style (widget);
  BhChartArea area;

  g_assert_true (bh_chart_get_mark_area (fixture->chart, mark, gtk_widget_get_width (widget),
                                         gtk_widget_get_height (widget), style, &area));
  *x = area.x + area.width / 2;
  *y = area.y + area.height / 2;
}

static GtkWidget *
find_bubble (Fixture *fixture)
{
  return bh_test_ui_find_shown (GTK_WIDGET (fixture->view), BH_TYPE_CHART_BUBBLE);
}

static GtkWidget *
find_spot (Fixture *fixture, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (BH_IS_CHART_SPOT (child) && bh_chart_spot_get_index (BH_CHART_SPOT (child)) == index)
      return child;

  return NULL;
}

static void
assert_focus (Fixture *fixture, guint index)
{
  g_assert_true (gtk_window_get_focus (fixture->window) == find_spot (fixture, index));
  g_assert_cmpuint (bh_chart_view_get_cursor (fixture->view), ==, index);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, index);
}

static void
press (Fixture *fixture, const char *trigger)
{
  g_assert_true (bh_test_ui_press (gtk_window_get_focus (fixture->window), trigger));
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *view = GTK_ACCESSIBLE (fixture->view);
  GtkAccessible *spot = GTK_ACCESSIBLE (find_spot (fixture, 1));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "受理量");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "全部工单");
  gtk_test_accessible_assert_role (spot, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2026年2月：受理 2022；目标 7");
  g_assert_null (find_spot (fixture, N_MARKS));
}

/* The pointer gets the exact values, and nothing where there is nothing. */
static void
test_hover (Fixture *fixture, gconstpointer data)
{
  double x, y;

  g_assert_null (find_bubble (fixture));
  for (guint i = 0; i < N_MARKS; i++)
    {
      g_autofree char *values = g_strdup_printf ("受理 %u", (i + 1) * 1011);

      get_middle (fixture, i, &x, &y);
      g_assert_cmpint (bh_chart_view_point_at (fixture->view, x, y), ==, i);
      g_assert_true (bh_test_ui_says (find_bubble (fixture), values));
      g_assert_true (bh_test_ui_says (find_bubble (fixture), "目标 7"));
    }
  g_assert_cmpint (bh_chart_view_point_at (fixture->view, 1, 1), ==, -1);
  g_assert_null (find_bubble (fixture));
}

/* A pointer that rests on a mark does not hide where the keys are; one that moves on does. */
static void
test_resting_pointer (Fixture *fixture, gconstpointer data)
{
  double x, y;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  get_middle (fixture, 0, &x, &y);
  bh_chart_view_point_at (fixture->view, x, y);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, 0);
  bh_chart_view_set_cursor (fixture->view, 2);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, 2);
  /* The display tells again where it is. */
  bh_chart_view_point_at (fixture->view, x, y);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, 2);

  get_middle (fixture, 1, &x, &y);
  bh_chart_view_point_at (fixture->view, x, y);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, 1);
  get_middle (fixture, 0, &x, &y);
  bh_chart_view_point_at (fixture->view, x, y);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, 0);
  bh_chart_view_point_at (fixture->view, 1, 1);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, 2);
}

/* What is said never covers what is outside of the chart. */
static void
test_bubble (void)
{
  const BhChartArea areas[]
      = { { 0, 0, 20, 200 }, { 280, 0, 20, 200 }, { 100, 150, 20, 50 }, { 0, 190, 20, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    for (int size = 50; size <= 400; size += 50)
      {
        GtkAllocation place = { 0, 0, size, size / 2 };

        bh_chart_bubble_choose_place (&areas[i], 300, 200, &place);
        g_assert_cmpint (place.x, >=, 0);
        g_assert_cmpint (place.y, >=, 0);
        g_assert_cmpint (place.x + place.width, <=, 300);
        g_assert_cmpint (place.y + place.height, <=, 200);
        /* Where it is small enough, the mark itself is seen. */
        if (size == 50)
          g_assert_true (place.x >= areas[i].x + areas[i].width || place.x + size <= areas[i].x
                         || place.y + size / 2 <= areas[i].y);
      }
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  bh_chart_view_set_cursor (fixture->view, G_MAXUINT);
  g_assert_cmpint (bh_chart_view_get_shown (fixture->view), ==, -1);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  assert_focus (fixture, N_MARKS - 1);
  g_assert_true (bh_test_ui_says (find_bubble (fixture), "受理 5055"));

  press (fixture, "Left");
  assert_focus (fixture, N_MARKS - 2);
  press (fixture, "Home");
  assert_focus (fixture, 0);
  press (fixture, "Left");
  assert_focus (fixture, 0);
  press (fixture, "KP_Right");
  assert_focus (fixture, 1);
  press (fixture, "End");
  press (fixture, "Right");
  assert_focus (fixture, N_MARKS - 1);
}

/* The chart is one stop, and the cursor is found again where it was. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->before);
  bh_chart_view_set_cursor (fixture->view, 2);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, 2);
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->before);
  g_assert_null (find_bubble (fixture));
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "Return", "KP_Enter", "space" };
  double x, y;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      bh_chart_view_set_cursor (fixture->view, i);
      press (fixture, keys[i]);
      g_assert_cmpstr (fixture->opened, ==, bh_chart_get_mark (fixture->chart, i)->filter);
    }

  get_middle (fixture, 3, &x, &y);
  g_assert_true (bh_chart_view_click_at (fixture->view, x, y));
  g_assert_cmpstr (fixture->opened, ==, "received:2026-04");
  assert_focus (fixture, 3);
}

static void
test_activate_nothing (Fixture *fixture, gconstpointer data)
{
  double x, y;

  get_middle (fixture, N_MARKS - 1, &x, &y);
  g_assert_false (bh_chart_view_click_at (fixture->view, x, y));
  g_assert_false (bh_chart_view_click_at (fixture->view, 1, 1));
  bh_test_ui_press (gtk_window_get_focus (fixture->window), "Return");
  g_assert_null (fixture->opened);
}

/* What is first stands at the right, and the key to the left goes on. */
static void
test_rtl (Fixture *fixture, gconstpointer data)
{
  double first_x, last_x, y;

  get_middle (fixture, 0, &first_x, &y);
  get_middle (fixture, N_MARKS - 1, &last_x, &y);
  g_assert_cmpfloat (first_x, <, last_x);

  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  get_middle (fixture, 0, &first_x, &y);
  get_middle (fixture, N_MARKS - 1, &last_x, &y);
  g_assert_cmpfloat (first_x, >, last_x);
  g_assert_cmpint (bh_chart_view_point_at (fixture->view, first_x, y), ==, 0);
  bh_chart_view_point_at (fixture->view, -1, -1);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press (fixture, "Left");
  assert_focus (fixture, 1);
  press (fixture, "Right");
  assert_focus (fixture, 0);
}

/* Newer values do not take the cursor away from who reads. */
static void
test_new_chart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhChart) same = create_chart ("受理量", N_MARKS);
  g_autoptr (BhChart) other = create_chart ("分类", 3);

  bh_chart_view_set_cursor (fixture->view, 3);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  bh_chart_view_set_chart (fixture->view, same);
  assert_focus (fixture, 3);
  bh_chart_view_set_chart (fixture->view, other);
  assert_focus (fixture, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "分类");
  bh_chart_view_set_chart (fixture->view, NULL);
  g_assert_null (find_spot (fixture, 0));
  g_assert_cmpint (bh_chart_view_point_at (fixture->view, 100, 100), ==, -1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
}

/* Colours and text size are those that the window has now. */
static void
test_style (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (BhChartStyle) light = bh_chart_theme_new_style (widget);
  g_autoptr (BhChartStyle) dark = NULL;
  g_autoptr (BhChartStyle) paper = NULL;
  g_autoptr (BhChartStyle) large = NULL;
  int dpi, least, least_of_large;

  g_assert_cmpint (light->palette, ==, BH_CHART_PALETTE_LIGHT);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  dark = bh_chart_theme_new_style (widget);
  paper = bh_chart_theme_new_paper_style (widget);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_cmpint (dark->palette, ==, BH_CHART_PALETTE_DARK);
  g_assert_cmpint (paper->palette, ==, BH_CHART_PALETTE_LIGHT);
  g_assert_true (light->transparent && !paper->transparent);

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * dpi, NULL);
  gtk_test_widget_wait_for_draw (widget);
  large = bh_chart_theme_new_style (widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least_of_large, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpfloat_with_epsilon (bh_chart_style_get_em (large), 2 * bh_chart_style_get_em (light),
                                  0.5);
  g_assert_cmpint (least_of_large, >, least * 3 / 2);
}

static guint
count_at_width (gpointer data, double width, const BhChartStyle *style)
{
  return width >= 600 ? N_MARKS : 3;
}

static BhChart *
make_with_marks (gpointer data, guint n_marks)
{
  return create_chart ("受理量", n_marks);
}

static gboolean
has_three_marks (gpointer data)
{
  Fixture *fixture = data;

  return find_spot (fixture, 2) != NULL && find_spot (fixture, 3) == NULL;
}

/* In a narrower window there are as many marks as can be read; the chart is what it was. */
static void
test_fit (Fixture *fixture, gconstpointer data)
{
  static const BhChartSizes sizes = { count_at_width, make_with_marks };
  g_autoptr (BhChart) chart = create_chart ("受理量", N_MARKS);

  bh_chart_set_sizes (chart, &sizes, NULL, NULL);
  bh_chart_view_set_chart (fixture->view, chart);
  bh_test_ui_settle ();
  g_assert_nonnull (find_spot (fixture, N_MARKS - 1));

  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), 400, -1);
  gtk_widget_set_halign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  bh_test_ui_wait (has_three_marks, fixture);
  g_assert_true (bh_chart_view_get_chart (fixture->view) == chart);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  press (fixture, "End");
  assert_focus (fixture, 2);
}

/* As it is drawn now, four bytes a pixel. */
static GBytes *
take_picture (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc0 ((gsize) width * (gsize) height * 4);

  gtk_widget_queue_draw (widget);
  gtk_test_widget_wait_for_draw (widget);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  gsk_renderer_unrealize (renderer);

  return g_bytes_new_take (pixels, (gsize) width * (gsize) height * 4);
}

static guint
count_opaque (GBytes *picture)
{
  gsize size;
  const guint32 *pixels = g_bytes_get_data (picture, &size);
  guint n = 0;

  for (gsize i = 0; i < size / 4; i++)
    n += pixels[i] >> 24 == 0xff;

  return n;
}

/* The same chart gives the same picture; a cursor, another size of text, dark ground and another
 * chart each give another one. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GBytes) light = take_picture (fixture);
  g_autoptr (GBytes) again = take_picture (fixture);
  g_autoptr (GBytes) pointed = NULL;
  g_autoptr (GBytes) focused = NULL;
  g_autoptr (GBytes) dark = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (BhChart) few = create_chart ("受理量", 2);
  double x, y;

  g_assert_cmpuint (count_opaque (light), >, 1000);
  g_assert_true (g_bytes_equal (light, again));

  get_middle (fixture, 1, &x, &y);
  bh_chart_view_point_at (fixture->view, x, y);
  pointed = take_picture (fixture);
  g_assert_false (g_bytes_equal (light, pointed));
  bh_chart_view_point_at (fixture->view, -1, -1);
  bh_chart_view_set_cursor (fixture->view, 1);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  focused = take_picture (fixture);
  g_assert_false (g_bytes_equal (pointed, focused));
  gtk_widget_grab_focus (fixture->before);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  dark = take_picture (fixture);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_false (g_bytes_equal (light, dark));
  g_bytes_unref (again);
  again = take_picture (fixture);
  g_assert_true (g_bytes_equal (light, again));

  bh_chart_view_set_chart (fixture->view, few);
  other = take_picture (fixture);
  g_assert_false (g_bytes_equal (light, other));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/chart-view/roles", test_roles);
  ADD ("/chart-view/hover", test_hover);
  ADD ("/chart-view/resting-pointer", test_resting_pointer);
  ADD ("/chart-view/keys", test_keys);
  ADD ("/chart-view/tab", test_tab);
  ADD ("/chart-view/activate", test_activate);
  ADD ("/chart-view/activate-nothing", test_activate_nothing);
  ADD ("/chart-view/rtl", test_rtl);
  ADD ("/chart-view/new-chart", test_new_chart);
  ADD ("/chart-view/style", test_style);
  ADD ("/chart-view/picture", test_picture);
  ADD ("/chart-view/fit", test_fit);
  g_test_add_func ("/chart-view/bubble", test_bubble);

  return g_test_run ();
}
