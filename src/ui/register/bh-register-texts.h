/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"

G_BEGIN_DECLS

/* What the page of the register says: pure functions. */

/** bh_register_text_dup_title: Returns: (transfer full): title of the form of @row */
char *bh_register_text_dup_title (BhRegisterRow *row);
/** bh_register_text_get_subtitle: @may: who is at the desk may change the register. Returns:
 * (transfer none): what is to be known of the row before anything is typed, "" for nothing */
const char *bh_register_text_get_subtitle (BhRegisterRow *row, gboolean may);

/** bh_register_text_dup_empty_title: @parent: (nullable): the place that has nothing in it.
 * Returns: (transfer full): that a list is empty */
char *bh_register_text_dup_empty_title (BhRegisterKind kind, BhRegisterRow *parent);
/** bh_register_text_get_empty_hint: Returns: (transfer none): what will be in the list */
const char *bh_register_text_get_empty_hint (BhRegisterKind kind, BhRegisterRow *parent);

/** bh_register_text_dup_count: @n_shown: rows in the list; @n_total: how many there are. Returns:
 * (transfer full): how many they are */
char *bh_register_text_dup_count (guint n_shown, guint n_total);

G_END_DECLS
