/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-notifier.h"

#include "base/bh-i18n.h"

static void
set_click (GNotification *notification, BhDesk *desk, gint64 ticket_id)
{
  g_notification_set_default_action_and_target (notification, "app." BH_NOTIFIER_ACTION, "(sx)",
                                                bh_store_get_path (bh_desk_get_store (desk)),
                                                ticket_id);
}

static GNotification *
make_one (BhDesk *desk, const BhWarningNote *note)
{
  g_autofree char *title = g_strdup_printf (_ ("%s %s"), note->number, note->summary);
  g_autofree char *body = bh_warning_describe (bh_desk_get_office (desk), note);
  GNotification *notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  if (note->threshold >= bh_warning_level_get_percent (BH_WARNING_PASSED))
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  set_click (notification, desk, note->ticket_id);

  return notification;
}

/* @n: how many warnings, of which @notes are some */
static GNotification *
make_summary (BhDesk *desk, GPtrArray *notes, guint n)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u clock of a ticket runs out", "%u clocks of tickets run out", n), n);
  g_autoptr (GString) numbers = g_string_new (NULL);
  GNotification *notification = g_notification_new (title);

  for (guint i = 0; i < notes->len && i < BH_NOTIFIER_MAX; i++)
    {
      const BhWarningNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (numbers, "%s%s", i > 0 ? _ (", ") : "", note->number);
    }
  g_string_append (numbers, _ (" …"));
  g_notification_set_body (notification, numbers->str);
  set_click (notification, desk, 0);

  return notification;
}

GPtrArray *
bh_notifier_make (BhDesk *desk, GPtrArray *notes, guint n_more)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GPtrArray *notifications = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 staff_id;

  g_return_val_if_fail (BH_IS_DESK (desk), notifications);

  staff_id = bh_desk_get_staff_id (desk);
  for (guint i = 0; i < notes->len; i++)
    if (bh_warning_is_shown (bh_desk_get_office (desk), g_ptr_array_index (notes, i), staff_id))
      g_ptr_array_add (shown, g_ptr_array_index (notes, i));
  if (shown->len == 0)
    return notifications;

  if (shown->len + n_more > BH_NOTIFIER_MAX)
    g_ptr_array_add (notifications, make_summary (desk, shown, shown->len + n_more));
  else
    for (guint i = 0; i < shown->len; i++)
      g_ptr_array_add (notifications, make_one (desk, g_ptr_array_index (shown, i)));

  return notifications;
}

void
bh_notifier_send (GApplication *application, BhDesk *desk, BhSweep *sweep)
{
  g_autoptr (GPtrArray) notifications = NULL;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (sweep != NULL);

  notifications = bh_notifier_make (desk, sweep->notes, sweep->n_warnings - sweep->notes->len);
  for (guint i = 0; i < notifications->len; i++)
    g_application_send_notification (application, NULL, g_ptr_array_index (notifications, i));
}
