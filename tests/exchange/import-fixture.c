/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include "storage/bh-settings.h"
#include "storage/bh-ticket-repository.h"

#include "support/bh-test-folder.h"

#include <string.h>

/* 1 March 2026, 12:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1772337600) * BH_USEC_PER_SEC)

void
import_fixture_set_up (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = bh_test_folder_new ();
  fixture->clock = bh_clock_new_fixed (NOW);
  path = g_build_filename (fixture->folder, "office.bihuan", NULL);
  fixture->store = bh_store_open (path, BH_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
}

void
import_fixture_tear_down (ImportFixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->report, bh_import_report_free);
  bh_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->folder, bh_test_folder_free);
}

static gboolean
set_zone_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "timezone", user_data, error);
}

void
import_fixture_set_zone (ImportFixture *fixture, const char *zone)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->store, set_zone_in_worker, (gpointer) zone, NULL, &error);
  g_assert_no_error (error);
}

void
import_fixture_import_file (ImportFixture *fixture,
                            GFile *file,
                            GFile *map_file,
                            BhImportFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhLedgerMap) map
      = map_file != NULL ? bh_ledger_map_load (map_file, NULL, &error) : NULL;

  g_assert_no_error (error);
  g_clear_pointer (&fixture->report, bh_import_report_free);
  fixture->report
      = bh_import_run (fixture->store, file, map, flags, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->report);
  g_assert_cmpuint (fixture->report->n_read, ==,
                    fixture->report->n_imported + fixture->report->n_updated
                        + fixture->report->n_unchanged + fixture->report->n_rejected);
}

GFile *
import_fixture_make_file (ImportFixture *fixture, const char *name, const char *text)
{
  GFile *file = g_file_new_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
  return file;
}

void
import_fixture_import (ImportFixture *fixture, const char *text, BhImportFlags flags)
{
  g_autoptr (GFile) file = import_fixture_make_file (fixture, "ledger.csv", text);

  import_fixture_import_file (fixture, file, NULL, flags);
}

static gpointer
load_in_reader (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  gint64 id = bh_ticket_repository_find (connection, user_data, error);

  return id != 0 ? bh_ticket_repository_load (connection, id, error) : NULL;
}

BhTicket *
import_fixture_load (ImportFixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  BhTicket *ticket
      = bh_store_read (fixture->store, load_in_reader, (gpointer) number, NULL, &error);

  g_assert_no_error (error);
  return ticket;
}

static gpointer
count_in_reader (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  gint64 n;

  return bh_connection_get_single (connection, user_data, &n, error) ? g_memdup2 (&n, sizeof n)
                                                                     : NULL;
}

gint64
import_fixture_count (ImportFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n
      = bh_store_read (fixture->store, count_in_reader, (gpointer) sql, NULL, &error);

  g_assert_no_error (error);
  return *n;
}

GFile *
import_fixture_find_shared (const char *name)
{
  const char *shared = g_getenv ("BIHUAN_SHARED_DATA");
  const char *source = g_getenv ("BIHUAN_SOURCE_DIR");
  g_autofree char *path = NULL;

  if (shared != NULL)
    path = g_build_filename (shared, name, NULL);
  else if (source != NULL)
    path = g_build_filename (source, "..", "shared", "data", name, NULL);
  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  return g_file_new_for_path (path);
}
