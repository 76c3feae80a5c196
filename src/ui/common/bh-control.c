/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-control.h"

G_DEFINE_INTERFACE (BhControl, bh_control, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
bh_control_default_init (BhControlInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

char *
bh_control_dup_text (BhControl *self)
{
  g_return_val_if_fail (BH_IS_CONTROL (self), NULL);

  return BH_CONTROL_GET_IFACE (self)->dup_text (self);
}

void
bh_control_set_text (BhControl *self, const char *text)
{
  g_return_if_fail (BH_IS_CONTROL (self));

  BH_CONTROL_GET_IFACE (self)->set_text (self, text != NULL ? text : "");
}

GtkWidget *
bh_control_get_focus_widget (BhControl *self)
{
  g_return_val_if_fail (BH_IS_CONTROL (self), NULL);

  return BH_CONTROL_GET_IFACE (self)->get_focus_widget (self);
}

void
bh_control_changed (BhControl *self)
{
  g_return_if_fail (BH_IS_CONTROL (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

void
bh_control_submit (BhControl *self)
{
  g_return_if_fail (BH_IS_CONTROL (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "form.submit", NULL);
}
