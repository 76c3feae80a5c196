/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-map-private.h"

BhLedgerMap *
bh_ledger_map_new (void)
{
  BhLedgerMap *self = g_new0 (BhLedgerMap, 1);

  self->encoding = g_strdup ("auto");
  self->header = TRUE;
  self->missing = g_new0 (char *, 1);
  return self;
}

void
bh_ledger_map_free (BhLedgerMap *self)
{
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    {
      g_clear_pointer (&self->columns[i], g_ptr_array_unref);
      g_clear_pointer (&self->values[i], g_hash_table_unref);
      g_free (self->constants[i]);
    }
  g_free (self->encoding);
  g_free (self->sheet);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_strfreev (self->time_formats);
  g_strfreev (self->missing);
  g_free (self);
}

const char *
bh_ledger_map_get_encoding (BhLedgerMap *self)
{
  return self->encoding;
}

char
bh_ledger_map_get_delimiter (BhLedgerMap *self)
{
  return self->delimiter;
}

gboolean
bh_ledger_map_has_header (BhLedgerMap *self)
{
  return self->header;
}

const char *
bh_ledger_map_get_sheet (BhLedgerMap *self)
{
  return self->sheet;
}

GTimeZone *
bh_ledger_map_get_zone (BhLedgerMap *self)
{
  return self->zone;
}

const char *const *
bh_ledger_map_get_time_formats (BhLedgerMap *self)
{
  return (const char *const *) self->time_formats;
}

const char *const *
bh_ledger_map_get_missing (BhLedgerMap *self)
{
  return (const char *const *) self->missing;
}

gboolean
bh_ledger_map_has_columns (BhLedgerMap *self)
{
  return self->has_columns;
}

void
bh_ledger_map_guess (BhLedgerMap *self, const char *const *header)
{
  guint best[BH_N_LEDGER_FIELDS] = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (header != NULL);

  for (; *header != NULL; header++)
    {
      BhLedgerField field;
      guint weight = bh_ledger_field_recognize (*header, &field);
      char **names;

      if (weight == 0 || self->constants[field] != NULL
          || (best[field] > 0 && best[field] <= weight))
        continue;
      best[field] = weight;
      names = g_new0 (char *, 2);
      names[0] = g_strdup (*header);
      g_clear_pointer (&self->columns[field], g_ptr_array_unref);
      self->columns[field] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_ptr_array_add (self->columns[field], names);
      self->has_columns = TRUE;
    }
}

GPtrArray *
bh_ledger_map_get_columns (BhLedgerMap *self, BhLedgerField field)
{
  return self->columns[field];
}

const char *
bh_ledger_map_get_constant (BhLedgerMap *self, BhLedgerField field)
{
  return self->constants[field];
}

gboolean
bh_ledger_map_has_values (BhLedgerMap *self, BhLedgerField field)
{
  return self->values[field] != NULL;
}

const char *
bh_ledger_map_get_value (BhLedgerMap *self, BhLedgerField field, const char *theirs)
{
  return self->values[field] != NULL ? g_hash_table_lookup (self->values[field], theirs) : NULL;
}

char *
bh_ledger_map_describe (BhLedgerMap *self)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    {
      if (self->columns[i] == NULL)
        continue;
      g_string_append_printf (lines, "%s=", bh_ledger_field_get_code ((BhLedgerField) i));
      for (guint j = 0; j < self->columns[i]->len; j++)
        {
          g_autofree char *names = g_strjoinv (";", g_ptr_array_index (self->columns[i], j));

          g_string_append_printf (lines, "%s%s", j > 0 ? BH_LEDGER_PATH_SEPARATOR : "", names);
        }
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}
