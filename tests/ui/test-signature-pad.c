/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-signature-pad.h"

#include "support/bh-test-ui.h"
#include "ui/common/bh-signature.h"

#include <string.h>

static GdkTexture *
read_picture (GBytes *png)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (png, &error);

  g_assert_no_error (error);

  return texture;
}

/* How many pixels are dark; all the others must be light. */
static guint
count_ink (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  gsize stride = (gsize) width * 4;
  g_autofree guchar *pixels = g_malloc (stride * (gsize) height);
  guint n = 0;

  gdk_texture_download (texture, pixels, stride);
  for (gsize i = 0; i < stride * (gsize) height; i += 4)
    n += pixels[i] < 128 ? 1 : 0;

  return n;
}

static BhSignature *
draw (double x, double y, double width, double height)
{
  BhSignature *signature = bh_signature_new ();

  bh_signature_begin (signature, x, y, 0.5);
  for (int i = 1; i <= 10; i++)
    bh_signature_extend (signature, x + width * i / 10, y + (i % 2 == 0 ? 0 : height), 0.5);

  return signature;
}

static void
test_strokes (void)
{
  g_autoptr (BhSignature) signature = draw (50, 20, 100, 40);
  g_autoptr (GBytes) png = bh_signature_render (signature);
  g_autoptr (GdkTexture) picture = read_picture (png);

  /* Trimmed: where on the sheet it stood does not matter. */
  g_assert_cmpint (gdk_texture_get_width (picture), >, 200);
  g_assert_cmpint (gdk_texture_get_width (picture), <, 260);
  g_assert_cmpint (gdk_texture_get_height (picture), <, 140);
  g_assert_cmpuint (count_ink (picture), >, 200);

  bh_signature_clear (signature);
  g_assert_true (bh_signature_is_empty (signature));
  g_assert_null (bh_signature_render (signature));
}

static void
test_pressure (void)
{
  g_autoptr (BhSignature) light = bh_signature_new ();
  g_autoptr (BhSignature) hard = bh_signature_new ();
  g_autoptr (GBytes) thin = NULL;
  g_autoptr (GBytes) thick = NULL;
  g_autoptr (GdkTexture) thin_picture = NULL;
  g_autoptr (GdkTexture) thick_picture = NULL;

  bh_signature_begin (light, 0, 0, 0.1);
  bh_signature_extend (light, 50, 0, 0.1);
  bh_signature_begin (hard, 0, 0, 1);
  bh_signature_extend (hard, 50, 0, 1);
  thin = bh_signature_render (light);
  thick = bh_signature_render (hard);
  thin_picture = read_picture (thin);
  thick_picture = read_picture (thick);
  g_assert_cmpuint (count_ink (thick_picture), >, count_ink (thin_picture));
}

/* A dot is a stroke as well. */
static void
test_dot (void)
{
  g_autoptr (BhSignature) signature = bh_signature_new ();
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) picture = NULL;

  bh_signature_extend (signature, 5, 5, 0.5);
  g_assert_true (bh_signature_is_empty (signature));
  bh_signature_begin (signature, 5, 5, 0.5);
  png = bh_signature_render (signature);
  picture = read_picture (png);
  g_assert_cmpuint (count_ink (picture), >, 4);
}

static void
test_bounds (void)
{
  g_autoptr (BhSignature) signature = draw (0, 0, 9000, 3000);
  g_autoptr (GBytes) png = bh_signature_render (signature);
  g_autoptr (GdkTexture) picture = read_picture (png);

  g_assert_cmpint (gdk_texture_get_width (picture), <=, 1200);
  g_assert_cmpint (gdk_texture_get_height (picture), <=, 600);
}

static void
test_name (void)
{
  g_autoptr (GBytes) png = bh_signature_render_name ("张晓燕");
  g_autoptr (GdkTexture) picture = read_picture (png);

  g_assert_cmpuint (count_ink (picture), >, 100);
}

static GtkEntry *
find_entry (GtkWidget *pad)
{
  return GTK_ENTRY (bh_control_get_focus_widget (BH_CONTROL (pad)));
}

static void
count_cb (gpointer user_data)
{
  ++*(guint *) user_data;
}

/* What a pad gives is what it takes: a signature outlives a crash as a draft. */
static void
test_value (void)
{
  g_autoptr (GtkWidget) pad = g_object_ref_sink (bh_signature_pad_new ());
  g_autofree char *empty = bh_control_dup_text (BH_CONTROL (pad));
  g_autofree char *typed = NULL;
  g_autofree char *again = NULL;
  g_autofree char *cleared = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (pad, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpstr (empty, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (pad)), "张晓燕");
  g_assert_cmpuint (n_changes, >, 0);
  typed = bh_control_dup_text (BH_CONTROL (pad));
  g_assert_true (g_str_has_prefix (typed, "data:image/png;base64,"));

  n_changes = 0;
  bh_control_set_text (BH_CONTROL (pad), typed);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (pad))), ==, "");
  again = bh_control_dup_text (BH_CONTROL (pad));
  g_assert_cmpstr (again, ==, typed);

  bh_signature_pad_clear (BH_SIGNATURE_PAD (pad));
  g_assert_cmpuint (n_changes, ==, 1);
  cleared = bh_control_dup_text (BH_CONTROL (pad));
  g_assert_cmpstr (cleared, ==, "");
}

/* A hand-made drag on the sheet: what the gesture tells becomes a picture. */
static void
test_drag (void)
{
  g_autoptr (GtkWidget) pad = g_object_ref_sink (bh_signature_pad_new ());
  GtkWidget *sheet = gtk_widget_get_first_child (pad);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (sheet);
  g_autofree char *value = NULL;
  gboolean dragged = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", 10.0, 10.0);
      g_signal_emit_by_name (controller, "drag-update", 30.0, 20.0);
      g_signal_emit_by_name (controller, "drag-update", 60.0, 5.0);
      g_signal_emit_by_name (controller, "drag-end", 60.0, 5.0);
      dragged = TRUE;
    }
  g_assert_true (dragged);
  value = bh_control_dup_text (BH_CONTROL (pad));
  g_assert_true (g_str_has_prefix (value, "data:image/png;base64,"));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add_func ("/signature/strokes", test_strokes);
  g_test_add_func ("/signature/pressure", test_pressure);
  g_test_add_func ("/signature/dot", test_dot);
  g_test_add_func ("/signature/bounds", test_bounds);
  g_test_add_func ("/signature/name", test_name);
  g_test_add_func ("/signature-pad/value", test_value);
  g_test_add_func ("/signature-pad/drag", test_drag);

  return g_test_run ();
}
