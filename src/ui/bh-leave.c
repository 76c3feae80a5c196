/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bh-leave.h"

#include "base/bh-i18n.h"

#include <adwaita.h>

#define STAY "stay"
#define LEAVE "leave"

/* A window that may have to ask. Lives as long as the window. */
typedef struct
{
  GtkWindow *window; /* not owned */
  GtkWindow *dialog; /* (weak) (nullable): while it asks */
  GtkWidget *maker;  /* (weak) (nullable) */
  gboolean is_given_up;
} Guard;

static void
guard_free (gpointer data)
{
  Guard *guard = data;

  if (guard->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (guard->dialog, guard);
      gtk_window_destroy (guard->dialog);
    }
  if (guard->maker != NULL)
    g_signal_handlers_disconnect_by_data (guard->maker, guard);
  g_clear_weak_pointer (&guard->dialog);
  g_clear_weak_pointer (&guard->maker);
  g_free (guard);
}

static gboolean
is_busy (Guard *guard)
{
  gboolean busy = FALSE;

  if (guard->maker != NULL)
    g_object_get (guard->maker, "busy", &busy, NULL);

  return busy;
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);

  return G_SOURCE_REMOVE;
}

/* The dialog has yet to go when it tells what was answered, and may outlive its window by the event
 * that answered; what goes with its parent would look for it then. */
static void
response_cb (AdwMessageDialog *dialog, const char *response, Guard *guard)
{
  g_clear_weak_pointer (&guard->dialog);
  guard->is_given_up = g_str_equal (response, LEAVE);
  if (!guard->is_given_up)
    return;
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (guard->window), g_object_unref);
}

static void
ask (Guard *guard)
{
  GtkWidget *widget = adw_message_dialog_new (
      guard->window, _ ("Give up what is being made?"),
      _ ("A workbook or a paper is not ready yet. If the window closes now, it is not made, and "
         "nothing half-written stays behind. What a schedule was making is made the next time."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_response (dialog, STAY, _ ("_Keep Making"));
  adw_message_dialog_add_response (dialog, LEAVE, _ ("_Give Up and Close"));
  adw_message_dialog_set_response_appearance (dialog, LEAVE, ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, STAY);
  adw_message_dialog_set_close_response (dialog, STAY);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), guard);
  g_set_weak_pointer (&guard->dialog, GTK_WINDOW (widget));
  gtk_window_present (guard->dialog);
}

/* Returns: whether the window stays */
static gboolean
close_request_cb (GtkWindow *window, Guard *guard)
{
  if (guard->is_given_up || !is_busy (guard))
    return FALSE;
  if (guard->dialog != NULL)
    gtk_window_present (guard->dialog);
  else
    ask (guard);

  return TRUE;
}

static void
busy_cb (GtkWidget *maker, GParamSpec *pspec, Guard *guard)
{
  if (guard->dialog != NULL && !is_busy (guard))
    gtk_window_close (guard->dialog);
}

void
bh_leave_guard (GtkWindow *window, GtkWidget *maker)
{
  Guard *guard;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (GTK_IS_WIDGET (maker));

  guard = g_new0 (Guard, 1);
  guard->window = window;
  g_set_weak_pointer (&guard->maker, maker);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), guard);
  g_signal_connect (maker, "notify::busy", G_CALLBACK (busy_cb), guard);
  g_object_set_data_full (G_OBJECT (window), "bh-leave", guard, guard_free);
}
