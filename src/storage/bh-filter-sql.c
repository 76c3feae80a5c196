/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-sql.h"

#include "storage/bh-filter-place.h"
#include "storage/bh-filter-role.h"
#include "storage/bh-filter-scored.h"
#include "storage/bh-filter-segment.h"
#include "storage/bh-filter-steps.h"
#include "storage/bh-filter-where.h"
#include "storage/bh-like.h"

/* The condition grows while the fields are gone through; texts are collected beside it in the order
 * of their parameters. Numbers come from the domain and never from what somebody typed. */
struct _BhFilterSql
{
  char *alias;        /* (owned) */
  GString *condition; /* (owned) */
  GPtrArray *texts;   /* (owned) (element-type utf8) */
  guint first_parameter;
  gboolean compares;
  gboolean searches;
};

/* Appends @sql with the alias, for every @ the beginning and for every question mark @value. */
static void
append_sql_from (BhFilterSql *self, const char *sql, gint64 from, const char *value)
{
  for (const char *c = sql; *c != '\0'; c++)
    if (*c == '$')
      g_string_append (self->condition, self->alias);
    else if (*c == '@')
      g_string_append_printf (self->condition, "%" G_GINT64_FORMAT, from);
    else if (*c == '?')
      g_string_append (self->condition, value);
    else
      g_string_append_c (self->condition, *c);
}

static void
append_sql (BhFilterSql *self, const char *sql, const char *value)
{
  append_sql_from (self, sql, 0, value);
}

/* Keeps the pattern of a word that may stand anywhere; gives "LOWER (?n)". Lower case is made by
 * the engine on both sides, since engines do not agree on what is a letter. */
static char *
add_pattern (BhFilterSql *self, const char *word)
{
  g_ptr_array_add (self->texts, bh_like_contains (word));

  return g_strdup_printf ("LOWER (?%u)", self->first_parameter + self->texts->len - 1);
}

/* Every word of a value must be contained, one value suffices. */
static void
append_words (BhFilterSql *self, const char *sql, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (values[i], " \t\n", -1);
      gboolean first = TRUE;

      g_string_append (self->condition, i > 0 ? " OR (" : "(");
      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autofree char *pattern = NULL;

          if (words[j][0] == '\0')
            continue;

          pattern = add_pattern (self, words[j]);
          g_string_append (self->condition, first ? "" : " AND ");
          append_sql (self, sql, pattern);
          first = FALSE;
        }
      g_string_append (self->condition, first ? "1 = 1)" : ")");
    }
}

/* An expression is in no index: it is looked at, ticket by ticket. */
static void
append_compared (BhFilterSql *self, const char *column)
{
  g_string_append (self->condition, "COALESCE (");
  append_sql (self, column, NULL);
  g_string_append (self->condition, ", 0)");
}

/* Codes one after the other are a range, which is many times quicker than a list; but an index of
 * statuses is looked into by each of them. */
static gboolean
is_range (BhFilterField field, GArray *codes)
{
  for (guint i = 1; i < codes->len; i++)
    if (g_array_index (codes, int, i) != g_array_index (codes, int, i - 1) + 1)
      return FALSE;

  return field != BH_FILTER_STATUS && codes->len > 1;
}

static void
append_codes (BhFilterSql *self, BhFilterField field, const char *column, GArray *codes)
{
  if (self->compares && field == BH_FILTER_STATUS)
    append_compared (self, column);
  else
    append_sql (self, column, NULL);
  if (is_range (field, codes))
    {
      g_string_append_printf (self->condition, " BETWEEN %d AND %d", g_array_index (codes, int, 0),
                              g_array_index (codes, int, codes->len - 1));
      return;
    }

  g_string_append (self->condition, " IN (");
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (self->condition, "%s%d", i > 0 ? ", " : "",
                            g_array_index (codes, int, i));
  g_string_append_c (self->condition, ')');
}

static void
append_ids (BhFilterSql *self, const char *column, GArray *ids)
{
  gboolean none = FALSE;
  guint n = 0;

  if (self->compares)
    append_compared (self, column);
  else
    append_sql (self, column, NULL);
  g_string_append (self->condition, " IN (");
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      none = none || id == 0;
      if (id != 0 || self->compares)
        g_string_append_printf (self->condition, "%s%" G_GINT64_FORMAT, n++ > 0 ? ", " : "", id);
    }
  g_string_append (self->condition, n > 0 ? ")" : "-1)");
  if (none && !self->compares)
    {
      append_sql (self, " OR ", NULL);
      append_sql (self, column, NULL);
      g_string_append (self->condition, " IS NULL");
    }
}

static void
append_periods (BhFilterSql *self, const char *column, GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      const BhPeriod *period = &g_array_index (periods, BhPeriod, i);

      g_string_append (self->condition, i > 0 ? " OR (" : "(");
      append_sql (self, column, NULL);
      g_string_append_printf (self->condition, " >= %" G_GINT64_FORMAT " AND ", period->from);
      append_sql (self, column, NULL);
      g_string_append_printf (self->condition, " < %" G_GINT64_FORMAT ")", period->to);
    }
}

/* Of what happened in a period, or was so at its end; what is still to come is not known. */
static void
append_instants (BhFilterSql *self, const char *sql, GArray *periods, gint64 now)
{
  for (guint i = 0; i < periods->len; i++)
    {
      const BhPeriod *period = &g_array_index (periods, BhPeriod, i);
      g_autofree char *end = g_strdup_printf ("%" G_GINT64_FORMAT, MIN (period->to, now));

      g_string_append (self->condition, i > 0 ? " OR (" : "(");
      append_sql_from (self, sql, period->from, end);
      g_string_append_c (self->condition, ')');
    }
}

static void
append_ripe (BhFilterSql *self, const BhFilterWhere *where, GArray *codes, gint64 now)
{
  g_autofree char *instant = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  append_sql (self, where->sql, instant);
  for (guint i = 0; i < codes->len; i++)
    {
      g_string_append (self->condition, i > 0 ? " OR " : " AND (");
      g_string_append (self->condition,
                       g_array_index (codes, int, i) == BH_PUNCTUALITY_ON_TIME ? "(" : "NOT (");
      append_sql (self, where->kept, instant);
      g_string_append_c (self->condition, ')');
    }
  g_string_append_c (self->condition, ')');
}

static void
append_yes_no (BhFilterSql *self, const char *sql, GArray *codes, gint64 now)
{
  g_autofree char *instant = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  for (guint i = 0; i < codes->len; i++)
    {
      g_string_append (self->condition, i > 0 ? " OR " : "");
      g_string_append (self->condition,
                       g_array_index (codes, int, i) == BH_TRI_YES ? "(" : "NOT (");
      append_sql (self, sql, instant);
      g_string_append_c (self->condition, ')');
    }
}

/* Is in the list of one of the numbers, or for 0, which no id is, in none. */
static void
append_among (
    BhFilterSql *self, const char *sql, const gint64 *numbers, guint n_numbers, gboolean ids)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);

      append_sql (self, i > 0 ? " OR $.id" : "$.id", NULL);
      g_string_append (self->condition, ids && numbers[i] == 0 ? " NOT IN (" : " IN (");
      append_sql (self, sql, number);
      g_string_append_c (self->condition, ')');
    }
}

static void
append_among_codes (BhFilterSql *self, const char *sql, GArray *codes, gboolean may_lack)
{
  for (guint i = 0; i < codes->len; i++)
    {
      gint64 code = g_array_index (codes, int, i);

      g_string_append (self->condition, i > 0 ? " OR " : "");
      append_among (self, sql, &code, 1, may_lack);
    }
}

static void
append_roles (BhFilterSql *self, BhOffice *office, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *sql = bh_filter_role_dup_condition (office, g_array_index (ids, gint64, i));

      g_string_append (self->condition, i > 0 ? " OR " : "");
      append_sql (self, sql, NULL);
    }
}

/* @sql: (transfer full) */
static void
append_inside (BhFilterSql *self, char *sql)
{
  append_sql (self, sql, "?");
  g_free (sql);
}

static gboolean
append_field (BhFilterSql *self,
              BhTicketFilter *filter,
              BhFilterField field,
              BhOffice *office,
              gint64 now,
              GError **error)
{
  const BhFilterFieldInfo *info = bh_filter_field_get_info (field);
  const BhFilterWhere *where = bh_filter_where_get (field);
  g_autoptr (GArray) values = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *within = NULL;

  g_string_append (self->condition, " AND (");
  switch (where->kind)
    {
    case BH_WHERE_CODE:
      values = bh_ticket_filter_get_codes (filter, field);
      append_codes (self, field, where->sql, values);
      break;
    case BH_WHERE_ENTRY:
      values = bh_ticket_filter_get_ids (filter, field, office, &failure);
      if (values != NULL)
        append_ids (self, where->sql, values);
      break;
    case BH_WHERE_PERIOD:
      values = bh_ticket_filter_get_periods (filter, field, bh_office_get_time (office));
      append_periods (self, where->sql, values);
      break;
    case BH_WHERE_WITHIN:
    case BH_WHERE_AROUND:
    case BH_WHERE_AT_END:
      within = field == BH_FILTER_SCORED_IN
                   ? bh_filter_scored_dup_condition (filter)
                   : bh_filter_steps_dup_condition (filter, field, where->sql);
      values = bh_ticket_filter_get_periods (filter, field, bh_office_get_time (office));
      append_instants (self, within, values, where->kind == BH_WHERE_AROUND ? G_MAXINT64 : now);
      break;
    case BH_WHERE_RIPE:
      values = bh_ticket_filter_get_codes (filter, field);
      append_ripe (self, where, values, now);
      break;
    case BH_WHERE_YES_NO:
      values = bh_ticket_filter_get_codes (filter, field);
      append_yes_no (self, where->sql, values, now);
      break;
    case BH_WHERE_WORDS:
      append_words (self, where->sql, bh_ticket_filter_get (filter, field));
      break;
    case BH_WHERE_INSIDE:
      self->searches = TRUE;
      append_inside (self, bh_filter_place_dup_any (office, bh_ticket_filter_get (filter, field),
                                                    self->first_parameter, self->texts));
      break;
    case BH_WHERE_COMMUNITIES:
      append_inside (self, bh_filter_segment_dup_condition (office, field,
                                                            bh_ticket_filter_get (filter, field)));
      break;
    case BH_WHERE_AMONG:
      if (info->type == BH_FILTER_TYPE_LIST)
        {
          values = bh_ticket_filter_get_codes (filter, field);
          append_among_codes (self, where->sql, values, info->may_lack);
          break;
        }
      values = bh_ticket_filter_get_ids (filter, field, office, &failure);
      if (values != NULL)
        append_among (self, where->sql, (const gint64 *) (gpointer) values->data, values->len,
                      TRUE);
      break;
    case BH_WHERE_ROLE:
      values = bh_ticket_filter_get_ids (filter, field, office, &failure);
      if (values != NULL)
        append_roles (self, office, values);
      break;
    }
  g_string_append_c (self->condition, ')');

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return values != NULL || where->kind == BH_WHERE_WORDS || where->kind == BH_WHERE_INSIDE
         || where->kind == BH_WHERE_COMMUNITIES;
}

static BhFilterSql *
make (BhTicketFilter *filter,
      BhOffice *office,
      const char *alias,
      guint first_parameter,
      gint64 now,
      gboolean compares,
      GError **error)
{
  g_autoptr (BhFilterSql) self = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (alias != NULL, NULL);
  g_return_val_if_fail (first_parameter > 0, NULL);

  self = g_new0 (BhFilterSql, 1);
  self->alias = g_strdup (alias);
  self->condition = g_string_new ("(1 = 1");
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->first_parameter = first_parameter;
  self->compares = compares;

  for (guint i = 0; filter != NULL && i < BH_N_FILTER_FIELDS; i++)
    if (bh_ticket_filter_get (filter, (BhFilterField) i) != NULL
        && !append_field (self, filter, (BhFilterField) i, office, now, error))
      return NULL;
  g_string_append_c (self->condition, ')');

  return g_steal_pointer (&self);
}

BhFilterSql *
bh_filter_sql_new (BhTicketFilter *filter,
                   BhOffice *office,
                   const char *alias,
                   guint first_parameter,
                   gint64 now,
                   GError **error)
{
  return make (filter, office, alias, first_parameter, now, FALSE, error);
}

BhFilterSql *
bh_filter_sql_new_compared (BhTicketFilter *filter,
                            BhOffice *office,
                            const char *alias,
                            guint first_parameter,
                            gint64 now,
                            GError **error)
{
  return make (filter, office, alias, first_parameter, now, TRUE, error);
}

void
bh_filter_sql_free (BhFilterSql *self)
{
  g_free (self->alias);
  g_string_free (self->condition, TRUE);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

const char *
bh_filter_sql_get_condition (BhFilterSql *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->condition->str;
}

gboolean
bh_filter_sql_searches (BhFilterSql *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->searches;
}

void
bh_filter_sql_bind (BhFilterSql *self, BhStatement *statement)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->texts->len; i++)
    bh_statement_bind_text (statement, self->first_parameter + i,
                            g_ptr_array_index (self->texts, i));
}
