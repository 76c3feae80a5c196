/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-housekeeping.h"
#include "storage/bh-settings.h"

#include "support/bh-test-store.h"

#include <string.h>

/* What one look said. */
typedef struct
{
  GMainLoop *loop;
  gboolean made;
  GError *error;
} Look;

static void
done_cb (BhHousekeeping *housekeeping, gboolean made, Look *look)
{
  look->made = made;
  g_main_loop_quit (look->loop);
}

static void
failed_cb (BhHousekeeping *housekeeping, GError *error, Look *look)
{
  look->error = g_error_copy (error);
  g_main_loop_quit (look->loop);
}

static void
keep_house (BhTestStore *office, Look *look)
{
  g_autoptr (BhHousekeeping) housekeeping = bh_housekeeping_new (office->store);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  *look = (Look){ .loop = loop };
  g_signal_connect (housekeeping, "done", G_CALLBACK (done_cb), look);
  g_signal_connect (housekeeping, "failed", G_CALLBACK (failed_cb), look);
  g_main_loop_run (loop);
}

static gboolean
turn_off (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "backup-daily", "no", error);
}

static char *
get_copies (BhTestStore *office)
{
  return g_strconcat (office->path, ".backups", NULL);
}

static void
test_copies (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autofree char *copies = get_copies (office);
  Look look;

  keep_house (office, &look);
  g_assert_no_error (look.error);
  g_assert_true (look.made);
  g_assert_true (g_file_test (copies, G_FILE_TEST_IS_DIR));

  /* Once a day is enough. */
  keep_house (office, &look);
  g_assert_false (look.made);
}

static void
test_unwanted (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autofree char *copies = get_copies (office);
  Look look;

  bh_test_store_write (office, turn_off, NULL);
  keep_house (office, &look);
  g_assert_no_error (look.error);
  g_assert_false (look.made);
  g_assert_false (g_file_test (copies, G_FILE_TEST_EXISTS));
}

static void
test_failure (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autofree char *copies = get_copies (office);
  Look look;

  /* A file stands where the folder of the copies belongs. */
  g_assert_true (g_file_set_contents (copies, "", 0, NULL));
  keep_house (office, &look);
  g_assert_nonnull (look.error);
  g_assert_nonnull (strstr (look.error->message, copies));
  g_clear_error (&look.error);
}

/* Whoever closes the window while a copy is made does not wait for it. */
static void
test_dropped (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  BhHousekeeping *housekeeping = bh_housekeeping_new (office->store);
  gpointer weak = housekeeping;

  g_object_add_weak_pointer (G_OBJECT (housekeeping), &weak);
  g_object_run_dispose (G_OBJECT (housekeeping));
  g_object_unref (housekeeping);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/housekeeping/copies", test_copies);
  g_test_add_func ("/housekeeping/unwanted", test_unwanted);
  g_test_add_func ("/housekeeping/failure", test_failure);
  g_test_add_func ("/housekeeping/dropped", test_dropped);

  return g_test_run ();
}
