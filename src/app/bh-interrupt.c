/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-interrupt.h"

#include <signal.h>
#include <unistd.h>

static void
fill_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
}

static gpointer
wait_for_signals_in_thread (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int number;

  fill_signals (&signals);
  if (sigwait (&signals, &number) == 0)
    g_cancellable_cancel (cancellable);
  if (sigwait (&signals, &number) == 0)
    _exit (1);

  return NULL;
}

void
bh_interrupt_watch (GCancellable *cancellable)
{
  sigset_t signals;

  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  fill_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals_in_thread, g_object_ref (cancellable)));
}
