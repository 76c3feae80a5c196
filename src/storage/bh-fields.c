/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-fields.h"

#include <string.h>

#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static int
get_int (const BhField *field, gconstpointer record)
{
  return *(const int *) (gconstpointer) ((const char *) record + field->offset);
}

static gint64
get_int64 (const BhField *field, gconstpointer record)
{
  return *(const gint64 *) (gconstpointer) ((const char *) record + field->offset);
}

static const char *
get_text (const BhField *field, gconstpointer record)
{
  return *(char *const *) (gconstpointer) ((const char *) record + field->offset);
}

guint
bh_fields_count (const BhField *fields)
{
  guint n = 0;

  while (fields[n].column != NULL)
    n++;

  return n;
}

guint
bh_fields_count_stored (const BhField *fields)
{
  guint n = 0;

  while (fields[n].column != NULL && fields[n].type < BH_FIELD_DAY)
    n++;

  return n;
}

void
bh_fields_append (GString *sql, const BhField *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", %s", fields[i].column);
}

void
bh_fields_append_values (GString *sql, guint first, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", ?%u", first + i);
}

/* What one binding of a record needs: millions are bound by an import, so the interface is looked
 * up once, and an instant is split once for all its derived columns. */
typedef struct
{
  BhStatement *statement;
  BhStatementInterface *iface;
  BhOfficeTime *time;
  gint64 instant; /* that `local` is of */
  BhLocalTime local;
} Binding;

static void
bind_int64 (Binding *self, guint index, gint64 value)
{
  self->iface->bind_int64 (self->statement, index, value);
}

static void
bind_text (Binding *self, guint index, const char *text)
{
  if (text != NULL)
    self->iface->bind_text (self->statement, index, text);
  else
    self->iface->bind_null (self->statement, index);
}

static void
bind_local (Binding *self, const BhField *field, gint64 instant, guint index)
{
  if (instant == 0)
    {
      self->iface->bind_null (self->statement, index);
      return;
    }

  if (instant != self->instant)
    bh_office_time_split (self->time, instant, &self->local);
  self->instant = instant;

  if (field->type == BH_FIELD_DAY)
    bind_int64 (self, index, self->local.day);
  else if (field->type == BH_FIELD_MONTH)
    bind_int64 (self, index, self->local.month);
  else if (field->type == BH_FIELD_WEEKDAY)
    bind_int64 (self, index, self->local.weekday);
  else
    bind_int64 (self, index, self->local.hour);
}

static void
bind_field (Binding *self, const BhField *field, gconstpointer record, guint index)
{
  const char *text;

  switch (field->type)
    {
    case BH_FIELD_INT:
      bind_int64 (self, index, get_int (field, record));
      break;
    case BH_FIELD_INT64:
      bind_int64 (self, index, get_int64 (field, record));
      break;
    case BH_FIELD_ID:
      if (get_int64 (field, record) != 0)
        bind_int64 (self, index, get_int64 (field, record));
      else
        self->iface->bind_null (self->statement, index);
      break;
    case BH_FIELD_TEXT:
      bind_text (self, index, get_text (field, record));
      break;
    case BH_FIELD_FULL_TEXT:
      text = get_text (field, record);
      bind_text (self, index, text != NULL ? text : "");
      break;
    case BH_FIELD_DAY:
    case BH_FIELD_MONTH:
    case BH_FIELD_WEEKDAY:
    case BH_FIELD_HOUR:
      bind_local (self, field, get_int64 (field, record), index);
      break;
    }
}

void
bh_fields_bind (const BhField *fields,
                gconstpointer record,
                BhOfficeTime *time,
                BhStatement *statement,
                guint first)
{
  Binding binding = { statement, BH_STATEMENT_GET_IFACE (statement), time, 0, { 0 } };

  for (const BhField *field = fields; field->column != NULL; field++)
    bind_field (&binding, field, record, first++);
}

static gboolean
is_changed (const guint64 *before, const guint64 *after, guint i)
{
  return before == NULL || before[i] != after[i];
}

void
bh_fields_append_changes (
    GString *sql, const BhField *fields, const guint64 *before, const guint64 *after, guint first)
{
  for (guint i = 0; fields[i].column != NULL; i++)
    if (is_changed (before, after, i))
      g_string_append_printf (sql, ", %s = ?%u", fields[i].column, first++);
}

void
bh_fields_bind_changes (const BhField *fields,
                        gconstpointer record,
                        const guint64 *before,
                        const guint64 *after,
                        BhOfficeTime *time,
                        BhStatement *statement,
                        guint first)
{
  Binding binding = { statement, BH_STATEMENT_GET_IFACE (statement), time, 0, { 0 } };

  for (guint i = 0; fields[i].column != NULL; i++)
    if (is_changed (before, after, i))
      bind_field (&binding, &fields[i], record, first++);
}

static void
read_text (char **text, const char *value, gboolean full)
{
  g_free (*text);
  *text = full && value != NULL && *value == '\0' ? NULL : g_strdup (value);
}

void
bh_fields_read (const BhField *fields, gpointer record, BhStatement *statement, guint first)
{
  guint column = first;

  for (const BhField *field = fields; field->column != NULL; field++, column++)
    {
      gpointer at = (char *) record + field->offset;

      switch (field->type)
        {
        case BH_FIELD_INT:
          *(int *) at = (int) bh_statement_get_int64 (statement, column);
          break;
        case BH_FIELD_INT64:
        case BH_FIELD_ID:
          *(gint64 *) at = bh_statement_get_int64 (statement, column);
          break;
        case BH_FIELD_TEXT:
        case BH_FIELD_FULL_TEXT:
          read_text (at, bh_statement_get_text (statement, column),
                     field->type == BH_FIELD_FULL_TEXT);
          break;
        case BH_FIELD_DAY:
        case BH_FIELD_MONTH:
        case BH_FIELD_WEEKDAY:
        case BH_FIELD_HOUR:
          break;
        }
    }
}

/* FNV-1a with a finish of each word, since neighbouring numbers differ in low bits only. */
guint64
bh_digest_int64 (guint64 seed, gint64 value)
{
  guint64 mixed = (seed ^ (guint64) value) * FNV_PRIME;

  return mixed ^ (mixed >> 29);
}

guint64
bh_digest_text (guint64 seed, const char *text)
{
  guint64 mixed = bh_digest_int64 (seed, text != NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    mixed = (mixed ^ (guchar) *p) * FNV_PRIME;

  return mixed;
}

static guint64
digest_field (const BhField *field, gconstpointer record, guint64 seed)
{
  switch (field->type)
    {
    case BH_FIELD_INT:
      return bh_digest_int64 (seed, get_int (field, record));
    case BH_FIELD_INT64:
    case BH_FIELD_ID:
    case BH_FIELD_DAY:
    case BH_FIELD_MONTH:
    case BH_FIELD_WEEKDAY:
    case BH_FIELD_HOUR:
      return bh_digest_int64 (seed, get_int64 (field, record));
    case BH_FIELD_TEXT:
    case BH_FIELD_FULL_TEXT:
      return bh_digest_text (seed, get_text (field, record));
    }

  g_return_val_if_reached (seed);
}

void
bh_fields_digest_each (const BhField *fields, gconstpointer record, guint64 *digests)
{
  for (guint i = 0; fields[i].column != NULL; i++)
    digests[i] = digest_field (&fields[i], record, 1);
}

guint64
bh_fields_digest (const BhField *fields, gconstpointer record, guint64 seed)
{
  guint64 digest = seed;

  for (const BhField *field = fields; field->column != NULL; field++)
    if (field->type < BH_FIELD_DAY)
      digest = digest_field (field, record, digest);

  return digest;
}
