/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-cache.h"

#include "storage/bh-figure-marks.h"

#include <string.h>

/* A value is kept as its type, a colon, and its bytes, little-endian, in base64: "(xd):AAAA…". */

BhKept *
bh_kept_copy (const BhKept *self)
{
  BhKept *copy = g_memdup2 (self, sizeof *self);

  copy->key = g_strdup (self->key);
  copy->filter = g_strdup (self->filter);
  copy->value = g_variant_ref (self->value);

  return copy;
}

void
bh_kept_free (BhKept *self)
{
  g_free (self->key);
  g_free (self->filter);
  g_clear_pointer (&self->value, g_variant_unref);
  g_free (self);
}

static GVariant *
swap_where_needed (GVariant *value)
{
#if G_BYTE_ORDER == G_BIG_ENDIAN
  GVariant *swapped = g_variant_byteswap (value);

  g_variant_unref (value);

  return swapped;
#else
  return value;
#endif
}

static char *
format_value (GVariant *value)
{
  g_autoptr (GVariant) plain = swap_where_needed (g_variant_ref (value));
  g_autofree char *bytes = g_base64_encode (g_variant_get_data (plain), g_variant_get_size (plain));

  return g_strconcat (g_variant_get_type_string (value), ":", bytes, NULL);
}

/* Returns: (transfer full) (nullable): NULL for a text that is no value */
static GVariant *
parse_value (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *type = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  guchar *data;
  gsize size;

  if (type == NULL || !g_variant_type_string_is_valid (type)
      || !g_variant_type_is_definite (G_VARIANT_TYPE (type)))
    return NULL;

  data = g_base64_decode (colon + 1, &size);
  bytes = g_bytes_new_take (data, size);

  return swap_where_needed (
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE)));
}

#define COLUMNS "key, filter, from_at, to_at, stamp, as_of, changes_at, value"

/* Returns: (transfer full) (nullable): NULL where the row has no value */
static BhKept *
read_row (BhStatement *s)
{
  GVariant *value = parse_value (bh_statement_get_text (s, 7));
  BhKept *kept;

  if (value == NULL)
    return NULL;

  kept = g_new0 (BhKept, 1);
  kept->key = bh_statement_dup_text (s, 0);
  kept->filter = bh_statement_dup_text (s, 1);
  kept->period = (BhPeriod){ bh_statement_get_int64 (s, 2), bh_statement_get_int64 (s, 3) };
  kept->stamp = bh_statement_get_int64 (s, 4);
  kept->as_of = bh_statement_get_int64 (s, 5);
  kept->changes_at = bh_statement_get_int64 (s, 6);
  kept->value = value;

  return kept;
}

gboolean
bh_insight_cache_find (BhConnection *connection,
                       const char *key,
                       const char *filter,
                       const BhPeriod *period,
                       BhKept **kept,
                       GError **error)
{
  BhStatement *s = bh_connection_prepare (connection,
                                          "SELECT " COLUMNS " FROM figure_cache WHERE key = ?1"
                                          " AND filter = ?2 AND from_at = ?3 AND to_at = ?4",
                                          error);
  BhStep step;

  *kept = NULL;
  if (s == NULL)
    return FALSE;

  bh_statement_bind_text (s, 1, key);
  bh_statement_bind_text (s, 2, filter);
  bh_statement_bind_int64 (s, 3, period->from);
  bh_statement_bind_int64 (s, 4, period->to);
  step = bh_statement_step (s, error);
  if (step == BH_STEP_ROW)
    {
      *kept = read_row (s);
      bh_statement_reset (s);
    }

  return step != BH_STEP_ERROR;
}

gboolean
bh_insight_cache_put (BhConnection *connection, const BhKept *kept, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      connection,
      "INSERT INTO figure_cache (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
      " ON CONFLICT (key, filter, from_at, to_at) DO UPDATE SET stamp = excluded.stamp,"
      " as_of = excluded.as_of, changes_at = excluded.changes_at, value = excluded.value"
      " WHERE excluded.as_of >= figure_cache.as_of",
      error);
  g_autofree char *value = format_value (kept->value);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_text (s, 1, kept->key);
  bh_statement_bind_text (s, 2, kept->filter);
  bh_statement_bind_int64 (s, 3, kept->period.from);
  bh_statement_bind_int64 (s, 4, kept->period.to);
  bh_statement_bind_int64 (s, 5, kept->stamp);
  bh_statement_bind_int64 (s, 6, kept->as_of);
  bh_statement_bind_int64 (s, 7, kept->changes_at);
  bh_statement_bind_text (s, 8, value);

  return bh_statement_run (s, error);
}

gboolean
bh_insight_cache_trim (BhConnection *connection, guint n_rows, GError **error)
{
  BhStatement *s
      = bh_connection_prepare (connection,
                               "DELETE FROM figure_cache WHERE as_of < (SELECT c.as_of"
                               " FROM figure_cache AS c ORDER BY c.as_of DESC LIMIT 1 OFFSET ?1)",
                               error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, n_rows);

  return bh_statement_run (s, error);
}

gboolean
bh_insight_cache_visit (
    BhConnection *connection, const char *key, BhKeptFunc func, gpointer user_data, GError **error)
{
  BhStatement *s
      = bh_connection_prepare (connection,
                               "SELECT " COLUMNS " FROM figure_cache WHERE SUBSTR (key, 1, ?2) = ?1"
                               " ORDER BY key, filter, from_at, to_at",
                               error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    {
      bh_statement_bind_text (s, 1, key);
      bh_statement_bind_int64 (s, 2, g_utf8_strlen (key, -1));
    }
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      g_autoptr (BhKept) kept = read_row (s);

      if (kept == NULL || func (kept, user_data, error))
        continue;
      bh_statement_reset (s);
      return FALSE;
    }

  return step == BH_STEP_DONE;
}

struct _BhStamps
{
  GArray *stamps; /* (owned) (element-type BhMonthStamp): by month */
};

BhStamps *
bh_stamps_load (BhConnection *connection, GError **error)
{
  g_autoptr (GArray) stamps = bh_figure_marks_read (connection, error);
  BhStamps *self;

  if (stamps == NULL)
    return NULL;

  self = g_new0 (BhStamps, 1);
  self->stamps = g_steal_pointer (&stamps);

  return self;
}

void
bh_stamps_free (BhStamps *self)
{
  g_array_unref (self->stamps);
  g_free (self);
}

static int
get_month (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return local.month;
}

gint64
bh_stamps_sum (BhStamps *self, const BhPeriod *period, BhOfficeTime *time)
{
  int first = get_month (time, period->from);
  int last = get_month (time, MAX (period->from, period->to - 1));
  gint64 sum = 0;

  for (guint i = 0; i < self->stamps->len; i++)
    {
      const BhMonthStamp *stamp = &g_array_index (self->stamps, BhMonthStamp, i);

      if (stamp->month == 0 || (stamp->month >= first && stamp->month <= last))
        sum += stamp->stamp;
    }

  return sum;
}
