/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-attachment-strip.h"

#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/tickets/bh-attachment-drop.h"
#include "ui/tickets/bh-attachment-tile.h"

#include <string.h>

typedef struct
{
  BhTestDesk *office;       /* (owned) */
  BhDesk *desk;             /* (owned) */
  BhAttachmentStrip *strip; /* (owned by the window) */
  GtkWindow *window;
} Fixture;

/* As the pane does after each change. */
static void
refresh (Fixture *fixture)
{
  g_autoptr (BhTicketView) view = bh_test_desk_load (fixture->office);

  bh_attachment_strip_show (fixture->strip, view->ticket);
}

static void
changed_cb (Fixture *fixture)
{
  refresh (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->office->store);
  bh_test_desk_register (fixture->office, "漏水", "general");
  fixture->strip = BH_ATTACHMENT_STRIP (bh_attachment_strip_new ());
  bh_attachment_strip_set_up (fixture->strip, fixture->desk);
  bh_attachment_drop_accept (fixture->strip, GTK_WIDGET (fixture->strip));
  refresh (fixture);
  g_signal_connect_swapped (fixture->office->store, "changed", G_CALLBACK (changed_cb), fixture);
  fixture->window = bh_test_ui_show (GTK_WIDGET (fixture->strip), 400, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_func (fixture->office->store, changed_cb, fixture);
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_object_unref (fixture->desk);
  bh_test_desk_free (fixture->office);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->office->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static gboolean
has_one (gpointer data)
{
  return bh_attachment_strip_count (((Fixture *) data)->strip) == 1;
}

static gboolean
has_two (gpointer data)
{
  return bh_attachment_strip_count (((Fixture *) data)->strip) == 2;
}

static gboolean
has_problem (gpointer data)
{
  return *bh_attachment_strip_get_problem (((Fixture *) data)->strip) != '\0';
}

static BhAttachment *
get_first (Fixture *fixture)
{
  return bh_attachment_tile_get_attachment (
      bh_test_ui_find (GTK_WIDGET (fixture->strip), BH_TYPE_ATTACHMENT_TILE));
}

static GdkTexture *
make_picture (void)
{
  static const guchar pixels[] = { 255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);

  return gdk_memory_texture_new (2, 2, GDK_MEMORY_R8G8B8, bytes, 6);
}

static void
test_adds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = write_file (fixture, "现场.txt", "墙上有水");
  g_autoptr (GFile) second = write_file (fixture, "second.txt", "x");

  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->strip), "拖放"));
  bh_attachment_strip_add_file (fixture->strip, first);
  bh_attachment_strip_add_file (fixture->strip, second);
  bh_test_ui_wait (has_two, fixture);
  /* In the order in which they came; before the work they show the damage. */
  g_assert_cmpstr (get_first (fixture)->name, ==, "现场.txt");
  g_assert_cmpint (get_first (fixture)->use, ==, BH_ATTACHMENT_BEFORE);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->strip), "附件（2）"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->strip), "现场.txt"));
  g_assert_false (has_problem (fixture));
}

/* What is wrong with one does not keep the next from coming. */
static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) empty = write_file (fixture, "empty.jpg", "");
  g_autoptr (GFile) good = write_file (fixture, "good.txt", "x");

  bh_attachment_strip_add_file (fixture->strip, empty);
  bh_attachment_strip_add_file (fixture->strip, good);
  bh_test_ui_wait (has_one, fixture);
  g_assert_nonnull (strstr (bh_attachment_strip_get_problem (fixture->strip), "empty.jpg"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->strip), "空文件"));
}

static void
drop (Fixture *fixture, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->strip));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
}

static void
test_drop_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = write_file (fixture, "first.txt", "1");
  g_autoptr (GFile) second = write_file (fixture, "second.txt", "2");
  GSList *files = g_slist_append (g_slist_append (NULL, first), second);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free (files);
  drop (fixture, &value);
  bh_test_ui_wait (has_two, fixture);
  g_assert_cmpstr (get_first (fixture)->name, ==, "first.txt");
}

static void
test_drop_picture (Fixture *fixture, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_value_take_object (&value, make_picture ());
  drop (fixture, &value);
  bh_test_ui_wait (has_one, fixture);
  g_assert_cmpstr (get_first (fixture)->type, ==, "image/png");
  g_assert_true (g_str_has_suffix (get_first (fixture)->name, ".png"));
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->strip));
  g_autoptr (GdkTexture) picture = make_picture ();

  gdk_clipboard_set_text (clipboard, "words alone");
  bh_attachment_drop_paste (fixture->strip);
  bh_test_ui_wait (has_problem, fixture);

  gdk_clipboard_set_texture (clipboard, picture);
  bh_attachment_drop_paste (fixture->strip);
  bh_test_ui_wait (has_one, fixture);
  g_assert_cmpstr (get_first (fixture)->type, ==, "image/png");
  g_assert_false (has_problem (fixture));
}

/* What cannot be added to is not offered, and takes nothing. */
static void
test_void (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "late.txt", "x");

  bh_test_desk_do (fixture->office, BH_VERB_VOID, "陈静", "reason", "重复", NULL);
  refresh (fixture);
  g_assert_false (bh_attachment_strip_is_possible (fixture->strip));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->strip)));
  bh_attachment_strip_add_file (fixture->strip, file);
  bh_test_ui_settle ();
  refresh (fixture);
  g_assert_cmpuint (bh_attachment_strip_count (fixture->strip), ==, 0);
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/attachment-strip/adds", test_adds);
  ADD ("/attachment-strip/refuses", test_refuses);
  ADD ("/attachment-strip/drop-files", test_drop_files);
  ADD ("/attachment-strip/drop-picture", test_drop_picture);
  ADD ("/attachment-strip/paste", test_paste);
  ADD ("/attachment-strip/void", test_void);
#undef ADD

  return g_test_run ();
}
