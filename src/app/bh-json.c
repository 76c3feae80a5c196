/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-json.h"

#include <stdio.h>

void
bh_json_set_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL && *text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
bh_json_set_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
bh_json_set_number (JsonBuilder *builder, const char *key, gboolean there, double value)
{
  json_builder_set_member_name (builder, key);
  if (!there)
    json_builder_add_null_value (builder);
  else if (value == (double) (gint64) value)
    json_builder_add_int_value (builder, (gint64) value);
  else
    json_builder_add_double_value (builder, value);
}

void
bh_json_set_code (JsonBuilder *builder, const char *key, BhList list, int value)
{
  bh_json_set_text (builder, key, bh_list_get_code (list, value));
}

void
bh_json_set_tri (JsonBuilder *builder, const char *key, BhTri value)
{
  json_builder_set_member_name (builder, key);
  if (value == BH_TRI_UNKNOWN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, value == BH_TRI_YES);
}

void
bh_json_set_entry (JsonBuilder *builder, const char *key, BhEntry *entry)
{
  const char *code = entry != NULL ? bh_entry_get_code (entry) : "";
  const char *name = entry != NULL ? bh_entry_get_name (entry) : NULL;

  bh_json_set_text (builder, key, *code != '\0' ? code : name);
}

void
bh_json_set_time (JsonBuilder *builder, const char *key, BhOfficeTime *time, gint64 instant)
{
  g_autofree char *text = bh_office_time_format_iso (time, instant);

  bh_json_set_text (builder, key, text);
}

void
bh_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  puts (text);
}
