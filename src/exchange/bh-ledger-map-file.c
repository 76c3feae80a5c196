/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-map-private.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-file.h"
#include "exchange/bh-ledger-time.h"
#include "exchange/bh-text-encoding.h"

#include <string.h>

/* The key file of a map. Whatever is not known is refused, so that a typing error cannot hide. */

#define VALUES_PREFIX "values."

/* One key of the group [ledger]: takes the text of the value, or says why not. */
typedef gboolean (*SetKeyFunc) (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error);

static gboolean
set_bad_value (const char *key, const char *value, const char *there_is, GError **error)
{
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
               _ ("%s=%s in the ledger map is not known; it may be %s"), key, value, there_is);
  return FALSE;
}

static char *
get_text (GKeyFile *file, const char *group, const char *key, GError **error)
{
  char *text = g_key_file_get_string (file, group, key, error);

  return text != NULL ? g_strstrip (text) : NULL;
}

static gboolean
set_encoding (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_autofree char *value = get_text (file, "ledger", key, error);

  if (value == NULL)
    return FALSE;
  if (!bh_text_encoding_is_known (value))
    return set_bad_value (key, value, "auto, UTF-8, GB18030, UTF-16, …", error);
  g_free (self->encoding);
  self->encoding = g_steal_pointer (&value);
  return TRUE;
}

static gboolean
set_delimiter (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  static const struct
  {
    const char *name;
    char delimiter;
  } names[] = { { "auto", 0 }, { "comma", ',' }, { "tab", '\t' }, { "semicolon", ';' } };
  g_autofree char *value = get_text (file, "ledger", key, error);

  if (value == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (value, names[i].name) == 0)
      {
        self->delimiter = names[i].delimiter;
        return TRUE;
      }
  return set_bad_value (key, value, "auto, comma, tab, semicolon", error);
}

static gboolean
set_header (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_autofree char *value = get_text (file, "ledger", key, error);

  if (value == NULL)
    return FALSE;
  self->header = strcmp (value, "true") == 0;
  return self->header || strcmp (value, "false") == 0
         || set_bad_value (key, value, "true, false", error);
}

static gboolean
set_sheet (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_autofree char *value = get_text (file, "ledger", key, error);

  if (value == NULL)
    return FALSE;
  if (*value != '\0')
    self->sheet = g_steal_pointer (&value);
  return TRUE;
}

static gboolean
set_zone (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_autofree char *value = get_text (file, "ledger", key, error);

  if (value == NULL)
    return FALSE;
  self->zone = *value != '\0' ? g_time_zone_new_identifier (value) : NULL;
  return self->zone != NULL
         || set_bad_value (key, value, "Asia/Shanghai, America/New_York, UTC, …", error);
}

static gboolean
set_time_formats (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (BhLedgerTime) check = NULL;

  self->time_formats = g_key_file_get_string_list (file, "ledger", key, NULL, error);
  if (self->time_formats == NULL)
    return FALSE;
  for (char **format = self->time_formats; *format != NULL; format++)
    g_strstrip (*format);
  check = bh_ledger_time_new ((const char *const *) self->time_formats, utc, error);
  return check != NULL;
}

static gboolean
set_missing (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_auto (GStrv) missing = g_key_file_get_string_list (file, "ledger", key, NULL, error);

  if (missing == NULL)
    return FALSE;
  for (char **text = missing; *text != NULL; text++)
    g_strstrip (*text);
  g_strfreev (self->missing);
  self->missing = g_steal_pointer (&missing);
  return TRUE;
}

static const struct
{
  const char *key;
  SetKeyFunc set;
} ledger_keys[] = {
  { "encoding", set_encoding }, { "delimiter", set_delimiter },
  { "header", set_header },     { "sheet", set_sheet },
  { "timezone", set_zone },     { "time-formats", set_time_formats },
  { "missing", set_missing },
};

static gboolean
read_ledger_key (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ledger_keys); i++)
    {
      if (strcmp (key, ledger_keys[i].key) == 0)
        return ledger_keys[i].set (self, file, key, error);
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ledger_keys[i].key);
    }
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
               _ ("The key “%s” in [ledger] of the ledger map is not known; there are %s"), key,
               known->str);
  return FALSE;
}

static gboolean
find_field (const char *code, const char *group, BhLedgerField *field, GError **error)
{
  g_autofree char *codes = NULL;

  if (bh_ledger_field_find (code, field))
    return TRUE;
  codes = bh_ledger_field_join_codes ();
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
               _ ("The field “%s” in [%s] of the ledger map is not known; there are %s"), code,
               group, codes);
  return FALSE;
}

/* Pieces of @text between unescaped @separator, without the blanks around them. */
static char **
split_unescaped (const char *text, char separator)
{
  g_autoptr (GStrvBuilder) pieces = g_strv_builder_new ();
  g_autoptr (GString) piece = g_string_new (NULL);

  for (const char *p = text;; p++)
    {
      if (*p == '\\' && p[1] == separator)
        g_string_append_c (piece, *++p);
      else if (*p == separator || *p == '\0')
        {
          g_strv_builder_add (pieces, g_strstrip (piece->str));
          g_string_truncate (piece, 0);
          if (*p == '\0')
            return g_strv_builder_end (pieces);
        }
      else
        g_string_append_c (piece, *p);
    }
}

static gboolean
read_column (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  g_autofree char *value = g_key_file_get_value (file, "columns", key, error);
  g_auto (GStrv) parts = NULL;
  BhLedgerField field;

  if (value == NULL || !find_field (key, "columns", &field, error))
    return FALSE;

  /* Only a category is a path; elsewhere the sign may well belong to the heading. */
  parts = split_unescaped (value, field == BH_LEDGER_CATEGORY ? '>' : '\0');
  g_clear_pointer (&self->columns[field], g_ptr_array_unref);
  self->columns[field] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (char **part = parts; *part != NULL; part++)
    {
      char **names = split_unescaped (*part, ';');

      g_ptr_array_add (self->columns[field], names);
      for (char **name = names; *name != NULL; name++)
        if (**name == '\0')
          {
            g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
                         _ ("%s=%s in the ledger map names no column"), key, value);
            return FALSE;
          }
    }
  self->has_columns = TRUE;
  return TRUE;
}

static gboolean
read_constant (BhLedgerMap *self, GKeyFile *file, const char *key, GError **error)
{
  BhLedgerField field;

  if (!find_field (key, "constants", &field, error))
    return FALSE;
  g_free (self->constants[field]);
  self->constants[field] = get_text (file, "constants", key, error);
  return self->constants[field] != NULL;
}

static gboolean
read_values (BhLedgerMap *self, GKeyFile *file, const char *group, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, error);
  BhLedgerField field;

  if (keys == NULL || !find_field (group + strlen (VALUES_PREFIX), group, &field, error))
    return FALSE;
  self->values[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (char **key = keys; *key != NULL; key++)
    {
      char *ours = get_text (file, group, *key, error);

      if (ours == NULL)
        return FALSE;
      g_hash_table_insert (self->values[field], g_strdup (*key), ours);
    }
  return TRUE;
}

static gboolean
read_keys (BhLedgerMap *self, GKeyFile *file, const char *group, SetKeyFunc read, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, error);

  if (keys == NULL)
    return FALSE;
  for (char **key = keys; *key != NULL; key++)
    if (!read (self, file, *key, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_group (BhLedgerMap *self, GKeyFile *file, const char *group, GError **error)
{
  if (strcmp (group, "ledger") == 0)
    return read_keys (self, file, group, read_ledger_key, error);
  if (strcmp (group, "columns") == 0)
    return read_keys (self, file, group, read_column, error);
  if (strcmp (group, "constants") == 0)
    return read_keys (self, file, group, read_constant, error);
  if (g_str_has_prefix (group, VALUES_PREFIX))
    return read_values (self, file, group, error);
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
               _ ("The group [%s] of the ledger map is not known; there are "
                  "[ledger], [columns], [constants] and [values.FIELD]"),
               group);
  return FALSE;
}

static gboolean
check_no_contradiction (BhLedgerMap *self, GError **error)
{
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    if (self->columns[i] != NULL && self->constants[i] != NULL)
      {
        g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
                     _ ("The field “%s” stands in [columns] and in [constants] of the ledger map; "
                        "leave it in one of them"),
                     bh_ledger_field_get_code ((BhLedgerField) i));
        return FALSE;
      }
  return TRUE;
}

BhLedgerMap *
bh_ledger_map_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (BhLedgerMap) self = bh_ledger_map_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, &local))
    {
      g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
                   _ ("The ledger map cannot be read: %s"), local->message);
      return NULL;
    }
  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group != NULL; group++)
    if (!read_group (self, file, *group, error))
      return NULL;
  if (!check_no_contradiction (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

BhLedgerMap *
bh_ledger_map_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) raw = bh_ledger_file_load (file, cancellable, error);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *name = NULL;
  BhLedgerMap *map = NULL;
  gsize length;
  const char *data;

  if (raw == NULL)
    return NULL;
  text = bh_text_decode (raw, NULL, NULL, error);
  if (text != NULL)
    {
      data = g_bytes_get_data (text, &length);
      map = bh_ledger_map_parse (data != NULL ? data : "", length, error);
    }
  if (map == NULL)
    {
      name = g_file_get_parse_name (file);
      g_prefix_error (error, "%s: ", name);
    }
  return map;
}
