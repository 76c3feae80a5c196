/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"
#include "storage/bh-settings.h"
#include "storage/bh-sqlite-connection.h"
#include "storage/bh-ticket-repository.h"

#include "support/bh-test-store.h"

#include <glib/gstdio.h>

/* What the notices of a store said. */
typedef struct
{
  guint count;
  guint n_tickets;
  guint n_new;
  gint64 first_id;
  gboolean register_changed;
  gboolean all;
} Notices;

static void
changed_cb (BhStore *store, const BhChangeNotice *notice, Notices *notices)
{
  notices->count++;
  notices->n_tickets = notice->n_tickets;
  notices->n_new = notice->n_new;
  notices->first_id = notice->n_tickets > 0 ? notice->ticket_ids[0] : 0;
  notices->register_changed = notice->register_changed;
  notices->all = notice->all;
}

static void
listen (BhTestStore *test, Notices *notices)
{
  g_signal_connect (test->store, "changed", G_CALLBACK (changed_cb), notices);
}

static gboolean
register_ticket (BhWork *work, gpointer user_data, GError **error)
{
  BhTicket *ticket = bh_test_work_register (work, NULL, 0);

  if (user_data != NULL)
    *(gint64 *) user_data = ticket->id;

  return TRUE;
}

static gboolean
register_and_refuse (BhWork *work, gpointer user_data, GError **error)
{
  bh_test_work_register (work, NULL, 0);
  if (bh_register_add_department (work, "eng", "工程部", error) == 0)
    return FALSE;
  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID, "refused");

  return FALSE;
}

static gboolean
add_department (BhWork *work, gpointer user_data, GError **error)
{
  return bh_register_add_department (work, NULL, user_data, error) != 0;
}

static gboolean
do_nothing (BhWork *work, gpointer user_data, GError **error)
{
  return TRUE;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_new_database (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);

  g_assert_cmpstr (bh_office_time_get_zone (bh_office_get_time (office)), ==, "Asia/Shanghai");
  g_assert_cmpint (bh_office_get_settings (office)->undo_seconds, ==, 30 * 60);
  g_assert_cmpuint (bh_office_list (office, BH_TYPE_CHANNEL)->len, ==, 10);
  g_assert_cmpuint (bh_office_list (office, BH_TYPE_CAUSE)->len, ==, 11);
  g_assert_cmpuint (bh_office_list (office, BH_TYPE_CATEGORY)->len, ==, 6);
  g_assert_true (BH_CHANNEL (bh_office_find (office, BH_TYPE_CHANNEL, "hotline"))->live);
  for (BhGrade grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    g_assert_nonnull (bh_office_find_policy (office, 0, grade, 1));

  bh_store_close (test->store);
  g_assert_cmpuint (count_files (test->folder), ==, 1);
}

static void
test_reopen (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 first, second;

  bh_test_store_write (test, register_ticket, &first);
  bh_test_store_reopen (test);
  bh_test_store_write (test, register_ticket, &second);
  g_assert_cmpint (second, >, first);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM ticket"), ==, 2);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM channel"), ==, 10);
}

static void
assert_not_opened (const char *path, BhOpenFlags flags, BhStorageError code)
{
  g_autoptr (BhClock) clock = bh_clock_new_fixed (BH_TEST_NOW);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) store = bh_store_open (path, flags, clock, &error);

  g_assert_null (store);
  g_assert_error (error, BH_STORAGE_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "office", NULL);
  g_autofree char *inside = g_build_filename (path, "office", NULL);

  assert_not_opened (path, BH_OPEN_EXISTING, BH_STORAGE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_file_set_contents (path, "", 0, NULL);
  assert_not_opened (path, BH_OPEN_EXISTING, BH_STORAGE_ERROR_NOT_A_DATABASE);
  g_file_set_contents (path, "a letter", -1, NULL);
  assert_not_opened (path, BH_OPEN_CREATE, BH_STORAGE_ERROR_NOT_A_DATABASE);
  assert_not_opened (inside, BH_OPEN_CREATE, BH_STORAGE_ERROR_FAILED);
}

static void
test_folder_is_made (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a", "b", "office", NULL);
  g_autoptr (BhClock) clock = bh_clock_new_fixed (BH_TEST_NOW);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) store = bh_store_open (path, BH_OPEN_CREATE, clock, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_rollback (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = NULL;
  Notices notices = { 0 };

  listen (test, &notices);
  g_assert_false (bh_store_write (test->store, register_and_refuse, NULL, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  office = bh_store_dup_office (test->store);

  g_assert_cmpuint (notices.count, ==, 0);
  g_assert_null (bh_office_find (office, BH_TYPE_DEPARTMENT, "工程部"));
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM ticket"), ==, 0);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM event"), ==, 0);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM number_counter"), ==, 0);
}

static void
test_notice (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = NULL;
  Notices notices = { 0 };
  gint64 id;

  listen (test, &notices);
  bh_test_store_write (test, do_nothing, NULL);
  g_assert_cmpuint (notices.count, ==, 0);

  bh_test_store_write (test, register_ticket, &id);
  g_assert_cmpuint (notices.count, ==, 1);
  g_assert_cmpuint (notices.n_tickets, ==, 1);
  g_assert_cmpuint (notices.n_new, ==, 1);
  g_assert_cmpint (notices.first_id, ==, id);
  g_assert_false (notices.register_changed || notices.all);

  bh_test_store_write (test, add_department, (gpointer) "工程部");
  office = bh_store_dup_office (test->store);
  g_assert_cmpuint (notices.count, ==, 2);
  g_assert_true (notices.register_changed);
  g_assert_nonnull (bh_office_find (office, BH_TYPE_DEPARTMENT, "工程部"));
}

typedef struct
{
  GMainLoop *loop;
  Notices *notices;
  guint notices_at_callback;
  GError *error;
} AsyncWrite;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AsyncWrite *write = data;

  bh_store_write_finish (BH_STORE (source), result, &write->error);
  write->notices_at_callback = write->notices->count;
  g_main_loop_quit (write->loop);
}

static void
test_async_write (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Notices notices = { 0 };
  AsyncWrite write = { loop, &notices, 0, NULL };

  listen (test, &notices);
  bh_store_write_async (test->store, register_ticket, NULL, NULL, G_PRIORITY_DEFAULT, NULL,
                        written_cb, &write);
  g_main_loop_run (loop);
  g_assert_no_error (write.error);
  g_assert_cmpuint (write.notices_at_callback, ==, 1);

  bh_store_write_async (test->store, register_and_refuse, NULL, NULL, G_PRIORITY_DEFAULT, NULL,
                        written_cb, &write);
  g_main_loop_run (loop);
  g_assert_error (write.error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  g_assert_cmpuint (notices.count, ==, 1);
  g_clear_error (&write.error);
}

static gboolean
cancel_inside (BhWork *work, gpointer user_data, GError **error)
{
  bh_test_work_register (work, NULL, 0);
  g_cancellable_cancel (bh_work_get_cancellable (work));

  return TRUE;
}

static void
test_cancel (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (test->store, cancel_inside, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (bh_store_write (test->store, register_ticket, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM ticket"), ==, 0);
}

static gpointer
count_tickets (BhConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  gint64 n;

  return bh_connection_get_single (connection, "SELECT count (*) FROM ticket", &n, error)
             ? g_memdup2 (&n, sizeof n)
             : NULL;
}

typedef struct
{
  GMainLoop *loop;
  gint64 *value;
  GError *error;
} AsyncRead;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AsyncRead *read = data;

  read->value = bh_store_read_finish (BH_STORE (source), result, &read->error);
  g_main_loop_quit (read->loop);
}

static void
test_async_read (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  AsyncRead read = { loop, NULL, NULL };

  bh_test_store_write (test, register_ticket, NULL);
  bh_store_read_async (test->store, count_tickets, NULL, NULL, g_free, G_PRIORITY_DEFAULT, NULL,
                       read_cb, &read);
  g_main_loop_run (loop);
  g_assert_no_error (read.error);
  g_assert_cmpint (*read.value, ==, 1);
  g_free (read.value);
}

/* Nested: a private reader keeps its snapshot while the writer commits. */
static gpointer
write_while_reading (BhConnection *connection,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  BhTestStore *test = user_data;
  gint64 before, after;

  bh_connection_get_single (connection, "SELECT count (*) FROM ticket", &before, error);
  bh_test_store_write (test, register_ticket, NULL);
  bh_connection_get_single (connection, "SELECT count (*) FROM ticket", &after, error);
  g_assert_cmpint (before, ==, after);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM ticket"), ==, before + 1);

  return NULL;
}

static void
test_steady_snapshot (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;

  bh_store_read (test->store, write_while_reading, test, NULL, &error);
  g_assert_no_error (error);
}

/* Another program is played by another store on the same file. */
static void
test_another_program (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) other = bh_store_open (test->path, BH_OPEN_EXISTING, test->clock, &error);
  g_autoptr (BhOffice) office = NULL;
  Notices notices = { 0 };

  g_assert_no_error (error);
  listen (test, &notices);
  for (int i = 0; i < 5; i++)
    g_assert_true (bh_store_write (other, register_ticket, NULL, NULL, &error));
  g_assert_true (bh_store_write (other, add_department, (gpointer) "保洁部", NULL, &error));

  bh_test_store_write (test, register_ticket, NULL);
  g_assert_cmpuint (notices.count, ==, 1);
  g_assert_true (notices.all && notices.register_changed);
  office = bh_store_dup_office (test->store);
  g_assert_nonnull (bh_office_find (office, BH_TYPE_DEPARTMENT, "保洁部"));
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM ticket"), ==, 6);

  bh_test_store_write (test, register_ticket, NULL);
  g_assert_false (notices.all);
}

static gboolean
keep_figure (BhWork *work, gpointer data, GError **error)
{
  return bh_connection_execute (
      bh_work_get_connection (work),
      "INSERT INTO figure_cache (key, filter, from_at, to_at, stamp, as_of, changes_at, value)"
      " VALUES ('received', '', 0, 1, 0, 0, 1, '')",
      error);
}

/* What another program keeps of figures is no change: no list is read again for it. */
static void
test_another_keeps (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) other = bh_store_open (test->path, BH_OPEN_EXISTING, test->clock, &error);
  Notices notices = { 0 };

  g_assert_no_error (error);
  bh_test_store_write (test, register_ticket, NULL);
  listen (test, &notices);
  g_assert_true (bh_store_write (other, keep_figure, NULL, NULL, &error));
  bh_test_store_write (test, register_ticket, NULL);
  g_assert_cmpuint (notices.count, ==, 1);
  g_assert_false (notices.all);
  g_assert_true (bh_store_write (other, register_ticket, NULL, NULL, &error));
  bh_test_store_write (test, register_ticket, NULL);
  g_assert_true (notices.all);
}

static gboolean
quit_cb (gpointer data)
{
  return *(guint *) data == 0;
}

/* Nobody writes here, and still the other's work is noticed. */
static void
test_watch (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) other = bh_store_open (test->path, BH_OPEN_EXISTING, test->clock, &error);
  Notices notices = { 0 };

  listen (test, &notices);
  g_assert_true (bh_store_write (other, register_ticket, NULL, NULL, &error));
  while (quit_cb (&notices.count))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (notices.all);
}

static gpointer
read_in_thread (gpointer data)
{
  BhTestStore *test = data;
  gint64 last = 0;

  for (int i = 0; i < 50; i++)
    {
      gint64 n = bh_test_store_get_single (
          test, "SELECT count (*) * 1000000 + (SELECT count (*) FROM event) FROM ticket");

      g_assert_cmpint (n / 1000000, ==, n % 1000000);
      g_assert_cmpint (n, >=, last);
      last = n;
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, test);
  for (int i = 0; i < 50; i++)
    bh_test_store_write (test, register_ticket, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_closed (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;

  bh_store_close (test->store);
  bh_store_close (test->store);
  g_assert_false (bh_store_write (test->store, do_nothing, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (bh_store_read (test->store, count_tickets, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* The last reference goes with a queued job. */
static void
test_dropped_while_busy (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  for (int i = 0; i < 3; i++)
    {
      bh_store_write_async (test->store, register_ticket, NULL, NULL, G_PRIORITY_DEFAULT, NULL,
                            NULL, NULL);
      g_clear_object (&test->store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      test->store = bh_store_open (test->path, BH_OPEN_EXISTING, test->clock, NULL);
      g_assert_nonnull (test->store);
    }
}

typedef struct
{
  BhStore *store;
  GError *error;
  gboolean done;
} Opened;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opened *opened = user_data;

  opened->store = bh_store_open_finish (result, &opened->error);
  opened->done = TRUE;
}

static void
count_notice_cb (BhStore *store, gpointer notice, guint *n)
{
  (*n)++;
}

static gboolean
register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_test_work_register (work, NULL, 0) != NULL;
}

/* A store that was opened in another thread tells its changes in the main context all the same. */
static void
test_open_async (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autofree char *missing = g_build_filename (test->folder, "missing", NULL);
  Opened opened = { NULL, NULL, FALSE };
  guint n_notices = 0;

  bh_store_open_async (test->path, BH_OPEN_EXISTING, test->clock, opened_cb, &opened);
  while (!opened.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (opened.error);
  g_signal_connect (opened.store, "changed", G_CALLBACK (count_notice_cb), &n_notices);
  bh_store_write (opened.store, register_in_worker, NULL, NULL, &opened.error);
  g_assert_no_error (opened.error);
  while (n_notices == 0)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&opened.store);

  opened.done = FALSE;
  bh_store_open_async (missing, BH_OPEN_EXISTING, test->clock, opened_cb, &opened);
  while (!opened.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (opened.error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
  g_assert_null (opened.store);
  g_clear_error (&opened.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/new-database", test_new_database);
  g_test_add_func ("/store/reopen", test_reopen);
  g_test_add_func ("/store/refused", test_refused);
  g_test_add_func ("/store/folder-is-made", test_folder_is_made);
  g_test_add_func ("/store/rollback", test_rollback);
  g_test_add_func ("/store/notice", test_notice);
  g_test_add_func ("/store/async-write", test_async_write);
  g_test_add_func ("/store/cancel", test_cancel);
  g_test_add_func ("/store/async-read", test_async_read);
  g_test_add_func ("/store/steady-snapshot", test_steady_snapshot);
  g_test_add_func ("/store/another-program", test_another_program);
  g_test_add_func ("/store/another-keeps", test_another_keeps);
  g_test_add_func ("/store/watch", test_watch);
  g_test_add_func ("/store/threads", test_threads);
  g_test_add_func ("/store/closed", test_closed);
  g_test_add_func ("/store/dropped-while-busy", test_dropped_while_busy);
  g_test_add_func ("/store/open-async", test_open_async);

  return g_test_run ();
}
