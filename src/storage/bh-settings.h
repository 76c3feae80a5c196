/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/** BH_MAX_ATTACHMENT_MEGABYTES: the highest value of the setting "attachment-megabytes" */
#define BH_MAX_ATTACHMENT_MEGABYTES 4000

/**
 * BhSetting: one setting of the office.
 * @key: "office-name", "timezone", "undo-minutes", "repeat-days", "reopen-days", "desk-staff",
 *   "attachment-megabytes", …
 * @label: English, to be translated
 * @default_value: what a new database has
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *default_value;
} BhSetting;

/** bh_settings_get_nth: Returns: (transfer none) (nullable): the @i-th setting, %NULL past the last
 */
const BhSetting *bh_settings_get_nth (guint i);

/** bh_settings_get: Returns: (transfer full) (nullable): the value; NULL with
 * %BH_STORAGE_ERROR_INVALID for an unknown key, naming the keys */
char *bh_settings_get (BhConnection *connection, const char *key, GError **error);

/** bh_settings_set: checks and stores; another `timezone` rebuilds the office-time columns in the
 * same transaction. Returns: FALSE with %BH_STORAGE_ERROR_INVALID, saying what is allowed */
gboolean bh_settings_set (BhWork *work, const char *key, const char *value, GError **error);

G_END_DECLS
