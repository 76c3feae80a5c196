/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-undo-toast.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-message.h"

/* What a toast takes back. */
typedef struct
{
  BhDesk *desk; /* (owned) */
  GWeakRef toasts;
  gint64 ticket_id;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->desk);
  g_weak_ref_clear (&undo->toasts);
  g_free (undo);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) toasts = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = bh_desk_do_finish (BH_DESK (source), result, &error);

  if (ticket == NULL && toasts != NULL)
    bh_message_show (toasts, _ ("It could not be undone"), error->message);
}

static void
undo_cb (AdwToast *toast, Undo *undo)
{
  g_autoptr (BhPayload) inputs = bh_payload_new ();

  bh_desk_do_async (undo->desk, BH_VERB_UNDO, undo->ticket_id, inputs, 0, NULL, undone_cb,
                    g_weak_ref_get (&undo->toasts));
}

static char *
dup_text (BhVerb verb, BhTicket *ticket)
{
  const char *name = bh_list_get_label (BH_LIST_VERB, (int) verb);

  if (bh_loop_get_rule (verb)->target == BH_LOOP_TARGET_STAYS)
    return g_strdup_printf (_ ("%s: %s is recorded"), name, ticket->number);

  return g_strdup_printf (_ ("%s: %s is now %s"), name, ticket->number,
                          bh_list_get_label (BH_LIST_STATUS, (int) ticket->status));
}

void
bh_undo_toast_say (AdwToastOverlay *toasts, BhDesk *desk, BhVerb verb, BhTicket *ticket)
{
  g_autofree char *text = NULL;
  AdwToast *toast;
  Undo *undo;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (BH_IS_TICKET (ticket));

  text = dup_text (verb, ticket);
  toast = bh_message_new_toast (text);
  adw_toast_set_button_label (toast, _ ("Undo"));
  undo = g_new0 (Undo, 1);
  undo->desk = g_object_ref (desk);
  undo->ticket_id = ticket->id;
  g_weak_ref_init (&undo->toasts, toasts);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, undo_free, 0);
  bh_message_replace_toast (toasts, toast);
}
