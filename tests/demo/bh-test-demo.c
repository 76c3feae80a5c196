/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-test-demo.h"

#include "storage/bh-ticket-repository.h"

#include <glib/gstdio.h>

static char *large_folder;

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("bihuan-demo-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
set_up (BhTestDemo *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "office.bihuan", NULL);
  fixture->clock = bh_clock_new_fixed (G_GINT64_CONSTANT (1790000000) * BH_USEC_PER_SEC);
}

static void
tear_down (BhTestDemo *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->clock);
}

void
bh_test_demo_create (const char *path, guint tickets, guint64 seed)
{
  BhDemoOptions options = BH_DEMO_DEFAULT;
  g_autoptr (GError) error = NULL;
  gboolean done;

  options.tickets = tickets;
  options.seed = seed;
  options.until = BH_TEST_DEMO_UNTIL;
  done = bh_demo_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

const char *
bh_test_demo_get_large_office (void)
{
  static char *path = NULL;

  if (path == NULL)
    {
      path = g_build_filename (large_folder, "large.bihuan", NULL);
      bh_test_demo_create (path, BH_TEST_DEMO_LARGE, 1);
    }

  return path;
}

BhStore *
bh_test_demo_open_store (BhTestDemo *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  BhStore *store = bh_store_open (path, BH_OPEN_EXISTING, fixture->clock, &error);

  g_assert_no_error (error);

  return store;
}

gpointer
bh_test_demo_load_tickets (BhConnection *connection,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GArray) ids = bh_ticket_repository_list_ids (
      connection, NULL, user_data, 0, BH_TICKET_COLUMN_RECEIVED, FALSE, -1, 0, error);
  g_autoptr (GPtrArray) tickets = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      BhTicket *ticket
          = bh_ticket_repository_load (connection, g_array_index (ids, gint64, i), error);

      if (ticket == NULL)
        return NULL;
      g_ptr_array_add (tickets, ticket);
    }

  return g_steal_pointer (&tickets);
}

GPtrArray *
bh_test_demo_get_tickets (BhStore *store)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (store);
  g_autoptr (GError) error = NULL;
  GPtrArray *tickets = bh_store_read (store, bh_test_demo_load_tickets, office, NULL, &error);

  g_assert_no_error (error);

  return tickets;
}

void
bh_test_demo_add (const char *path, void (*func) (BhTestDemo *fixture, gconstpointer data))
{
  g_test_add (path, BhTestDemo, NULL, set_up, func, tear_down);
}

int
bh_test_demo_run (void)
{
  int result;

  large_folder = make_folder ();
  result = g_test_run ();
  remove_folder (large_folder);

  return result;
}
