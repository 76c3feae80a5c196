/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_CONTROL (bh_control_get_type ())
G_DECLARE_INTERFACE (BhControl, bh_control, BH, CONTROL, GtkWidget)

/**
 * BhControl:
 *
 * A widget that asks for one value, as text: what verbs take. Enter activates the action
 * `form.submit` of the form around it.
 *
 * Signal: `changed`: somebody changed the value.
 */
struct _BhControlInterface
{
  GTypeInterface parent_iface;

  char *(*dup_text) (BhControl *self);
  void (*set_text) (BhControl *self, const char *text);
  GtkWidget *(*get_focus_widget) (BhControl *self);
};

/** bh_control_dup_text: Returns: (transfer full): the value, "" for none */
char *bh_control_dup_text (BhControl *self);
/** bh_control_set_text: @text: (nullable): the value; does not emit `changed` */
void bh_control_set_text (BhControl *self, const char *text);
/** bh_control_get_focus_widget: Returns: (transfer none): what takes the cursor, and the name for
 * the screen reader */
GtkWidget *bh_control_get_focus_widget (BhControl *self);
/** bh_control_changed: for implementations: says that somebody changed the value */
void bh_control_changed (BhControl *self);
/** bh_control_submit: for implementations: Enter was pressed */
void bh_control_submit (BhControl *self);

G_END_DECLS
