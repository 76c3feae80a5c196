/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"
#include "domain/bh-register.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of a JSON object as the contract wants them: times with offset, "no value" as null. */

void bh_json_set_text (JsonBuilder *builder, const char *key, const char *text);
void bh_json_set_int (JsonBuilder *builder, const char *key, gint64 value);
/** bh_json_set_number: null where @there is FALSE; whole numbers are written without decimals */
void bh_json_set_number (JsonBuilder *builder, const char *key, gboolean there, double value);
/** bh_json_set_code: the code of @value, null for 0 */
void bh_json_set_code (JsonBuilder *builder, const char *key, BhList list, int value);
/** bh_json_set_tri: true, false, or null where it was not said */
void bh_json_set_tri (JsonBuilder *builder, const char *key, BhTri value);
/** bh_json_set_entry: @entry: (nullable): its code, or its name where it has none */
void bh_json_set_entry (JsonBuilder *builder, const char *key, BhEntry *entry);
/** bh_json_set_time: RFC 3339 with the office's offset, null for 0 */
void bh_json_set_time (JsonBuilder *builder, const char *key, BhOfficeTime *time, gint64 instant);

/** bh_json_print: prints the finished document on standard output */
void bh_json_print (JsonBuilder *builder);

G_END_DECLS
