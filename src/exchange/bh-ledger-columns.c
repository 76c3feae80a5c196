/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-columns.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

typedef struct
{
  guint column;
  gboolean starts_part; /* of a path */
} Cell;

struct _BhLedgerColumns
{
  BhLedgerMap *map;                  /* not owned */
  GArray *cells[BH_N_LEDGER_FIELDS]; /* owned, nullable, of Cell */
  char *names[BH_N_LEDGER_FIELDS];   /* owned */
  GString
      *buffers[BH_N_LEDGER_FIELDS]; /* owned: values that do not stand in the file as they are */
};

static gboolean
is_missing (BhLedgerColumns *self, BhSlice value)
{
  const char *const *missing = bh_ledger_map_get_missing (self->map);

  if (value.length == 0)
    return TRUE;
  for (; *missing != NULL; missing++)
    if (strlen (*missing) == value.length && memcmp (*missing, value.text, value.length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
find_column (const char *const *header, const char *name, guint *column, GError **error)
{
  g_autofree char *all = NULL;
  gboolean found = FALSE;

  for (guint i = 0; header[i] != NULL; i++)
    if (strcmp (header[i], name) == 0)
      {
        if (found)
          {
            g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_COLUMN,
                         _ ("The column “%s” stands twice in the file (columns %u and %u); give "
                            "each its own name"),
                         name, *column + 1, i + 1);
            return FALSE;
          }
        found = TRUE;
        *column = i;
      }
  if (found)
    return TRUE;
  all = g_strjoinv (", ", (char **) header);
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_COLUMN,
               _ ("The ledger map names the column “%s”, which the file does not have; it has %s"),
               name, all);
  return FALSE;
}

static gboolean
bind_field (BhLedgerColumns *self, BhLedgerField field, const char *const *header, GError **error)
{
  GPtrArray *parts = bh_ledger_map_get_columns (self->map, field);
  g_autoptr (GString) name = g_string_new (NULL);

  self->names[field] = g_strdup (bh_ledger_field_get_code (field));
  if (parts == NULL)
    return TRUE;
  self->cells[field] = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint i = 0; i < parts->len; i++)
    for (char **column = g_ptr_array_index (parts, i); *column != NULL; column++)
      {
        Cell cell = { .starts_part = column == g_ptr_array_index (parts, i) };

        if (!find_column (header, *column, &cell.column, error))
          return FALSE;
        g_array_append_val (self->cells[field], cell);
        if (name->len > 0)
          g_string_append (name, cell.starts_part ? BH_LEDGER_PATH_SEPARATOR : ";");
        g_string_append (name, *column);
      }
  g_free (self->names[field]);
  self->names[field] = g_string_free (g_steal_pointer (&name), FALSE);
  return TRUE;
}

static gboolean
check_needed (BhLedgerColumns *self, const char *const *header, GError **error)
{
  g_autofree char *all = NULL;
  const char *what;

  if (!bh_ledger_columns_has (self, BH_LEDGER_RECEIVED))
    what = _ ("the time of receipt (received)");
  else if (!bh_ledger_columns_has (self, BH_LEDGER_SUMMARY)
           && !bh_ledger_columns_has (self, BH_LEDGER_DESCRIPTION)
           && !bh_ledger_columns_has (self, BH_LEDGER_CATEGORY))
    what = _ ("what the matter is (summary, description or category)");
  else
    return TRUE;
  all = g_strjoinv (", ", (char **) header);
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_COLUMN,
               _ ("No column gives %s; name it in a ledger map (--map). The file has %s"), what,
               all);
  return FALSE;
}

BhLedgerColumns *
bh_ledger_columns_new (BhLedgerMap *map, const char *const *header, GError **error)
{
  g_autoptr (BhLedgerColumns) self = NULL;

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (header != NULL, NULL);

  self = g_new0 (BhLedgerColumns, 1);
  self->map = map;
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    {
      self->buffers[i] = g_string_new (NULL);
      if (!bind_field (self, (BhLedgerField) i, header, error))
        return NULL;
    }
  if (!check_needed (self, header, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bh_ledger_columns_free (BhLedgerColumns *self)
{
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    {
      g_clear_pointer (&self->cells[i], g_array_unref);
      g_free (self->names[i]);
      if (self->buffers[i] != NULL)
        g_string_free (self->buffers[i], TRUE);
    }
  g_free (self);
}

gboolean
bh_ledger_columns_has (BhLedgerColumns *self, BhLedgerField field)
{
  return self->cells[field] != NULL || bh_ledger_map_get_constant (self->map, field) != NULL;
}

const char *
bh_ledger_columns_get_name (BhLedgerColumns *self, BhLedgerField field)
{
  return self->names[field];
}

static BhSlice
read_cell (BhLedgerColumns *self, const BhRecord *record, guint column)
{
  BhSlice value = { "", 0 };

  if (column < record->n_fields)
    value = bh_slice_trim (record->fields[column]);
  return is_missing (self, value) ? (BhSlice){ "", 0 } : value;
}

static BhSlice
join_cells (BhLedgerColumns *self, const BhRecord *record, BhLedgerField field)
{
  GString *buffer = self->buffers[field];
  gboolean new_part = FALSE;

  g_string_truncate (buffer, 0);
  for (guint i = 0; i < self->cells[field]->len; i++)
    {
      Cell cell = g_array_index (self->cells[field], Cell, i);
      BhSlice value = read_cell (self, record, cell.column);

      new_part |= cell.starts_part;
      if (value.length == 0)
        continue;
      if (buffer->len > 0)
        g_string_append (buffer, new_part ? BH_LEDGER_PATH_SEPARATOR : " ");
      new_part = FALSE;
      g_string_append_len (buffer, value.text, (gssize) value.length);
    }
  return (BhSlice){ buffer->str, buffer->len };
}

static BhSlice
translate (BhLedgerColumns *self, BhLedgerField field, BhSlice value)
{
  GString *buffer = self->buffers[field];
  const char *ours;

  if (value.text != buffer->str)
    {
      g_string_truncate (buffer, 0);
      g_string_append_len (buffer, value.text, (gssize) value.length);
      value.text = buffer->str;
    }
  ours = bh_ledger_map_get_value (self->map, field, buffer->str);
  return ours != NULL ? bh_slice (ours) : value;
}

BhSlice
bh_ledger_columns_read (BhLedgerColumns *self, const BhRecord *record, BhLedgerField field)
{
  GArray *cells;
  BhSlice value;

  g_return_val_if_fail (self != NULL, (BhSlice){ 0 });
  g_return_val_if_fail (record != NULL, (BhSlice){ 0 });

  cells = self->cells[field];
  if (cells == NULL)
    {
      const char *constant = bh_ledger_map_get_constant (self->map, field);

      return constant != NULL ? bh_slice (constant) : (BhSlice){ "", 0 };
    }
  value = cells->len == 1 ? read_cell (self, record, g_array_index (cells, Cell, 0).column)
                          : join_cells (self, record, field);
  if (value.length > 0 && bh_ledger_map_has_values (self->map, field))
    value = translate (self, field, value);
  return value;
}
