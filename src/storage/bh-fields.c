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

static void
bind_local (
    const BhField *field, gint64 instant, BhOfficeTime *time, BhStatement *statement, guint index)
{
  BhLocalTime local;

  if (instant == 0)
    {
      bh_statement_bind_null (statement, index);
      return;
    }

  bh_office_time_split (time, instant, &local);
  if (field->type == BH_FIELD_DAY)
    bh_statement_bind_int64 (statement, index, local.day);
  else if (field->type == BH_FIELD_MONTH)
    bh_statement_bind_int64 (statement, index, local.month);
  else if (field->type == BH_FIELD_WEEKDAY)
    bh_statement_bind_int64 (statement, index, local.weekday);
  else
    bh_statement_bind_int64 (statement, index, local.hour);
}

static void
bind_field (const BhField *field,
            gconstpointer record,
            BhOfficeTime *time,
            BhStatement *statement,
            guint index)
{
  const char *text;

  switch (field->type)
    {
    case BH_FIELD_INT:
      bh_statement_bind_int64 (statement, index, get_int (field, record));
      break;
    case BH_FIELD_INT64:
      bh_statement_bind_int64 (statement, index, get_int64 (field, record));
      break;
    case BH_FIELD_ID:
      bh_statement_bind_id (statement, index, get_int64 (field, record));
      break;
    case BH_FIELD_TEXT:
      bh_statement_bind_text (statement, index, get_text (field, record));
      break;
    case BH_FIELD_FULL_TEXT:
      text = get_text (field, record);
      bh_statement_bind_text (statement, index, text != NULL ? text : "");
      break;
    case BH_FIELD_DAY:
    case BH_FIELD_MONTH:
    case BH_FIELD_WEEKDAY:
    case BH_FIELD_HOUR:
      bind_local (field, get_int64 (field, record), time, statement, index);
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
  for (const BhField *field = fields; field->column != NULL; field++)
    bind_field (field, record, time, statement, first++);
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

guint64
bh_fields_digest (const BhField *fields, gconstpointer record, guint64 seed)
{
  guint64 digest = seed;

  for (const BhField *field = fields; field->column != NULL; field++)
    switch (field->type)
      {
      case BH_FIELD_INT:
        digest = bh_digest_int64 (digest, get_int (field, record));
        break;
      case BH_FIELD_INT64:
      case BH_FIELD_ID:
        digest = bh_digest_int64 (digest, get_int64 (field, record));
        break;
      case BH_FIELD_TEXT:
      case BH_FIELD_FULL_TEXT:
        digest = bh_digest_text (digest, get_text (field, record));
        break;
      case BH_FIELD_DAY:
      case BH_FIELD_MONTH:
      case BH_FIELD_WEEKDAY:
      case BH_FIELD_HOUR:
        break;
      }

  return digest;
}
