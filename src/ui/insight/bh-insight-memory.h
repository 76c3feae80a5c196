/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was chosen for each of many things, in one key of the settings: a dictionary of texts. */

/** bh_insight_memory_dup: Returns: (transfer full) (nullable): what was chosen for @id */
char *bh_insight_memory_dup (GSettings *settings, const char *key, const char *id);
/** bh_insight_memory_set: @value is remembered for @id, beside what was for others */
void
bh_insight_memory_set (GSettings *settings, const char *key, const char *id, const char *value);

G_END_DECLS
