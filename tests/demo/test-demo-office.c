/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-test-demo.h"
#include "domain/bh-error.h"
#include "domain/bh-ticket.h"
#include "storage/bh-settings.h"
#include "storage/bh-storage-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* How a demo office is made: the same by the same seed, sound, or not at all. */

/* The head of a ticket's chain stands for its whole history. */
static char *
describe (BhTestDemo *fixture, const char *path)
{
  g_autoptr (BhStore) store = bh_test_demo_open_store (fixture, path);
  g_autoptr (GPtrArray) tickets = bh_test_demo_get_tickets (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tickets->len; i++)
    {
      BhTicket *ticket = g_ptr_array_index (tickets, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %d %s %s\n", ticket->id,
                              ticket->number, (int) ticket->status, ticket->head_hash,
                              ticket->summary);
    }
  bh_store_close (store);

  return g_string_free (text, FALSE);
}

static void
test_same_seed (BhTestDemo *fixture, gconstpointer data)
{
  g_autofree char *again = g_build_filename (fixture->folder, "again.bihuan", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.bihuan", NULL);
  g_autofree char *first_text = NULL;
  g_autofree char *again_text = NULL;
  g_autofree char *other_text = NULL;

  bh_test_demo_create (fixture->path, 120, 5);
  bh_test_demo_create (again, 120, 5);
  bh_test_demo_create (other, 120, 6);
  first_text = describe (fixture, fixture->path);
  again_text = describe (fixture, again);
  other_text = describe (fixture, other);

  g_assert_cmpuint (strlen (first_text), >, 120 * 64);
  g_assert_cmpstr (first_text, ==, again_text);
  g_assert_cmpstr (first_text, !=, other_text);
}

static void
assert_no_complaints (GPtrArray *complaints)
{
  g_assert_nonnull (complaints);
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  g_assert_cmpuint (complaints->len, ==, 0);
}

static void
test_passes_check (BhTestDemo *fixture, gconstpointer data)
{
  g_autoptr (BhStore) store = NULL;
  g_autoptr (GPtrArray) wrong = NULL;
  g_autoptr (GPtrArray) different = NULL;
  g_autoptr (GError) error = NULL;

  store = bh_test_demo_open_store (fixture, bh_test_demo_get_large_office ());
  wrong = bh_check_run (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_no_complaints (wrong);
  different = bh_check_refold (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_no_complaints (different);
  bh_store_close (store);
}

/* Fails with @code, and leaves the folder as it was. */
static void
assert_refused (BhTestDemo *fixture, const BhDemoOptions *options, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = g_strconcat (fixture->path, ".demo", NULL);

  g_assert_false (bh_demo_create (fixture->path, options, NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
}

static void
test_refuses_tickets (BhTestDemo *fixture, gconstpointer data)
{
  BhDemoOptions options = BH_DEMO_DEFAULT;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  options.until = BH_TEST_DEMO_UNTIL;
  bh_test_demo_create (fixture->path, 5, 1);
  before = describe (fixture, fixture->path);
  assert_refused (fixture, &options, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS);
  after = describe (fixture, fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refuses_options (BhTestDemo *fixture, gconstpointer data)
{
  BhDemoOptions options = BH_DEMO_DEFAULT;

  options.until = 20260231;
  assert_refused (fixture, &options, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  options.until = BH_TEST_DEMO_UNTIL;
  options.months = 0;
  assert_refused (fixture, &options, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static gboolean
set_timezone (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "timezone", "Asia/Tokyo", error);
}

/* A database without tickets keeps its settings and becomes the demo office. */
static void
test_fills_empty (BhTestDemo *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhStore) filled = NULL;
  g_autoptr (GPtrArray) tickets = NULL;
  g_autoptr (BhStore) empty = bh_store_open (fixture->path, BH_OPEN_CREATE, fixture->clock, &error);

  g_assert_no_error (error);
  g_assert_true (bh_store_write (empty, set_timezone, NULL, NULL, &error));
  bh_store_close (empty);

  bh_test_demo_create (fixture->path, 7, 1);
  filled = bh_test_demo_open_store (fixture, fixture->path);
  office = bh_store_dup_office (filled);
  tickets = bh_test_demo_get_tickets (filled);
  g_assert_cmpstr (bh_office_time_get_zone (bh_office_get_time (office)), ==, "Asia/Tokyo");
  g_assert_cmpuint (tickets->len, ==, 7);
  bh_store_close (filled);
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <, 1);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (BhTestDemo *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  BhDemoOptions options = BH_DEMO_DEFAULT;

  options.until = BH_TEST_DEMO_UNTIL;
  g_assert_false (
      bh_demo_create (fixture->path, &options, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  bh_test_demo_add ("/demo/office/same-seed", test_same_seed);
  bh_test_demo_add ("/demo/office/passes-check", test_passes_check);
  bh_test_demo_add ("/demo/office/refuses-tickets", test_refuses_tickets);
  bh_test_demo_add ("/demo/office/refuses-options", test_refuses_options);
  bh_test_demo_add ("/demo/office/fills-empty", test_fills_empty);
  bh_test_demo_add ("/demo/office/cancel", test_cancel);

  return bh_test_demo_run ();
}
