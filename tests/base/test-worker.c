/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-worker.h"

/* The worker waits in its first job until the gate opens, so that the queue can fill up. */
typedef struct
{
  GMutex gate;
  GString *order; /* written in the worker, read after the shutdown */
} Fixture;

static void
wait_in_worker (GTask *task, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_mutex_lock (&fixture->gate);
  g_mutex_unlock (&fixture->gate);
  g_task_return_boolean (task, TRUE);
}

static void
note_in_worker (GTask *task, gpointer user_data)
{
  Fixture *fixture = g_task_get_task_data (task);

  g_string_append (fixture->order, user_data);
  g_task_return_boolean (task, TRUE);
}

static void
push_note (BhWorker *worker, Fixture *fixture, const char *name, int priority)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_priority (task, priority);
  g_task_set_task_data (task, fixture, NULL);
  bh_worker_push (worker, task, note_in_worker, g_strdup (name), g_free);
}

static void
test_order (void)
{
  g_autoptr (BhWorker) worker = bh_worker_new ("test");
  g_autoptr (GTask) first = g_task_new (NULL, NULL, NULL, NULL);
  Fixture fixture = { .order = g_string_new (NULL) };

  g_mutex_init (&fixture.gate);
  g_mutex_lock (&fixture.gate);
  bh_worker_push (worker, first, wait_in_worker, &fixture, NULL);
  push_note (worker, &fixture, "c", G_PRIORITY_LOW);
  push_note (worker, &fixture, "a", G_PRIORITY_DEFAULT);
  push_note (worker, &fixture, "d", G_PRIORITY_LOW);
  push_note (worker, &fixture, "b", G_PRIORITY_DEFAULT);
  g_mutex_unlock (&fixture.gate);

  /* What is queued is finished before the thread ends. */
  bh_worker_shutdown (worker);
  g_assert_cmpstr (fixture.order->str, ==, "abcd");

  g_string_free (fixture.order, TRUE);
  g_mutex_clear (&fixture.gate);
}

static void
test_closed (void)
{
  g_autoptr (BhWorker) worker = bh_worker_new ("test");
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  bh_worker_shutdown (worker);
  bh_worker_push (worker, task, wait_in_worker, NULL, NULL);
  g_assert_false (g_task_propagate_boolean (task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_cancelled (void)
{
  g_autoptr (BhWorker) worker = bh_worker_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  bh_worker_push (worker, task, wait_in_worker, NULL, NULL);
  bh_worker_shutdown (worker);
  g_assert_false (g_task_propagate_boolean (task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/closed", test_closed);
  g_test_add_func ("/worker/cancelled", test_cancelled);

  return g_test_run ();
}
