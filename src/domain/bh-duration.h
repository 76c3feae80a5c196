/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bh_duration_parse:
 * @text: as people type it: "4 h", "30 min", "1.5 h", "1 h 30 min", "1:30", "2 d", "2 天",
 *   "1小时30分"; every number has its unit
 * @seconds: (out): how long that is, more than nothing
 *
 * Reads what bh_due_format_duration() writes, in English and Chinese whatever the language is.
 * Full-width digits and letters count as plain ones.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT, which says how to write it
 */
gboolean bh_duration_parse (const char *text, gint64 *seconds, GError **error);

G_END_DECLS
