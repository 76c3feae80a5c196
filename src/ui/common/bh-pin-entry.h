/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-control.h"

G_BEGIN_DECLS

#define BH_TYPE_PIN_ENTRY (bh_pin_entry_get_type ())
G_DECLARE_FINAL_TYPE (BhPinEntry, bh_pin_entry, BH, PIN_ENTRY, GtkWidget)

/** bh_pin_entry_new: a #BhControl for a secret: nobody can read along, and nothing keeps it. */
GtkWidget *bh_pin_entry_new (void);

G_END_DECLS
