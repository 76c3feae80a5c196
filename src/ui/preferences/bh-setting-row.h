/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_SETTING_ROW (bh_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (BhSettingRow, bh_setting_row, BH, SETTING_ROW, AdwActionRow)

/**
 * bh_setting_row_new:
 * @desk: (transfer none): whose office it is
 * @key: of the setting
 * @help: (nullable): translated: what it means
 *
 * One setting of the office: a switch where it is yes or no, an entry elsewhere. What is changed is
 * stored at once, a text by Enter or when the cursor leaves; what is refused says why, and the old
 * value stays in force.
 */
GtkWidget *bh_setting_row_new (BhDesk *desk, const char *key, const char *help);

const char *bh_setting_row_get_key (BhSettingRow *self);
/** bh_setting_row_set_value: @value: what is in force; stores nothing */
void bh_setting_row_set_value (BhSettingRow *self, const char *value);
/** bh_setting_row_get_entry: Returns: (transfer none) (nullable): NULL for a switch */
GtkEntry *bh_setting_row_get_entry (BhSettingRow *self);
/** bh_setting_row_set_error: @message: (nullable): what is wrong */
void bh_setting_row_set_error (BhSettingRow *self, const char *message);

G_END_DECLS
