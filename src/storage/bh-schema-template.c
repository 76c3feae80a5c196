/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-schema-template.h"

#include <string.h>

static const char *
find_word (BhConnection *connection, const char *token, gsize *length)
{
  static const struct
  {
    const char *token;
    BhColumnType type;
  } types[] = {
    { "$key", BH_COLUMN_KEY },
    { "$int", BH_COLUMN_INT64 },
    { "$text", BH_COLUMN_TEXT },
    { "$double", BH_COLUMN_DOUBLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (token, types[i].token))
      {
        *length = strlen (types[i].token);
        return bh_connection_get_type_name (connection, types[i].type);
      }

  g_assert (g_str_has_prefix (token, "$clustered"));
  *length = strlen ("$clustered");

  return bh_connection_get_clustered (connection);
}

gboolean
bh_schema_execute (BhConnection *connection, const char *script, GError **error)
{
  g_autoptr (GString) sql = g_string_sized_new (4096);

  while (*script != '\0')
    {
      gsize plain = strcspn (script, "$"), word = 0;

      g_string_append_len (sql, script, (gssize) plain);
      script += plain;
      if (*script == '$')
        g_string_append (sql, find_word (connection, script, &word));
      script += word;
    }

  return bh_connection_execute (connection, sql->str, error);
}
