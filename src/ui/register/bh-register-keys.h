/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_register_keys_find_action: Returns: (transfer none) (nullable): the action of the register's
 * page that a key of its list does, %NULL where it does none */
const char *bh_register_keys_find_action (guint key);

G_END_DECLS
