/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-sql.h"

#include "storage/bh-like.h"

/* The condition grows while the fields are gone through; texts are collected beside it in the order
 * of their parameters. Numbers come from the domain and never from what somebody typed. */
struct _BhFilterSql
{
  char *alias;        /* (owned) */
  GString *condition; /* (owned) */
  GPtrArray *texts;   /* (owned) (element-type utf8) */
  guint first_parameter;
};

typedef enum
{
  WHERE_CODE,   /* column holds the number of a closed list, 0 for none */
  WHERE_ENTRY,  /* column holds an id, NULL for none */
  WHERE_PERIOD, /* column holds an instant */
  WHERE_YES_NO, /* true or false */
  WHERE_WORDS,  /* text contained */
} WhereKind;

/* What a field asks of the table: @sql has $ for the alias, and %s for the pattern of a text or
 * the present instant. */
typedef struct
{
  WhereKind kind;
  const char *sql;
} Where;

static const Where wheres[BH_N_FILTER_FIELDS] = {
  [BH_FILTER_STATUS] = { WHERE_CODE, "$.status" },
  [BH_FILTER_KIND] = { WHERE_CODE, "$.kind" },
  [BH_FILTER_GRADE] = { WHERE_CODE, "$.grade" },
  [BH_FILTER_CHANNEL] = { WHERE_ENTRY, "$.channel_id" },
  [BH_FILTER_COMMUNITY] = { WHERE_ENTRY, "$.community_id" },
  [BH_FILTER_DEPARTMENT] = { WHERE_ENTRY, "$.department_id" },
  [BH_FILTER_PERSON] = { WHERE_ENTRY, "$.staff_id" },
  [BH_FILTER_CATEGORY] = { WHERE_ENTRY, "$.category_id" },
  [BH_FILTER_PLACE]
  = { WHERE_WORDS, "(LOWER ($.place_text) LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM place"
                   " WHERE place.id = $.place_id AND LOWER (place.path) LIKE ? ESCAPE '\\'))" },
  [BH_FILTER_RECEIVED] = { WHERE_PERIOD, "$.received_at" },
  [BH_FILTER_FINISHED] = { WHERE_PERIOD, "$.finished_at" },
  [BH_FILTER_CLOSED] = { WHERE_PERIOD, "$.closed_at" },
  [BH_FILTER_RESPONDED] = { WHERE_YES_NO, "$.responded_at IS NOT NULL" },
  /* As the figure overdue_open_at_end has it. */
  [BH_FILTER_OVERDUE] = { WHERE_YES_NO, "$.closed_at IS NULL AND $.finished_at IS NULL"
                                        " AND $.completion_due IS NOT NULL"
                                        " AND $.completion_due < ?" },
  [BH_FILTER_REPEAT] = { WHERE_YES_NO, "$.repeat_of IS NOT NULL" },
  [BH_FILTER_REWORK] = { WHERE_YES_NO, "$.round > 1" },
  [BH_FILTER_ORIGIN] = { WHERE_CODE, "$.origin" },
  [BH_FILTER_NUMBER] = { WHERE_WORDS, "LOWER ($.number) LIKE ? ESCAPE '\\'" },
  [BH_FILTER_CONTACT]
  = { WHERE_WORDS, "EXISTS (SELECT 1 FROM complainant AS c WHERE"
                   " c.ticket_id = $.id AND LOWER (c.name) LIKE ? ESCAPE '\\')" },
  [BH_FILTER_PHONE] = { WHERE_WORDS, "EXISTS (SELECT 1 FROM complainant AS c WHERE"
                                     " c.ticket_id = $.id AND c.phone LIKE ? ESCAPE '\\')" },
  [BH_FILTER_TEXT] = { WHERE_WORDS, "(LOWER ($.summary) LIKE ? ESCAPE '\\'"
                                    " OR LOWER ($.description) LIKE ? ESCAPE '\\')" },
};

/* Appends @sql with the alias and, for every question mark, @value. */
static void
append_sql (BhFilterSql *self, const char *sql, const char *value)
{
  for (const char *c = sql; *c != '\0'; c++)
    if (*c == '$')
      g_string_append (self->condition, self->alias);
    else if (*c == '?')
      g_string_append (self->condition, value);
    else
      g_string_append_c (self->condition, *c);
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

static void
append_codes (BhFilterSql *self, const char *column, GArray *codes)
{
  append_sql (self, column, NULL);
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

  append_sql (self, column, NULL);
  g_string_append (self->condition, " IN (");
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      none = none || id == 0;
      if (id != 0)
        g_string_append_printf (self->condition, "%s%" G_GINT64_FORMAT, n++ > 0 ? ", " : "", id);
    }
  g_string_append (self->condition, n > 0 ? ")" : "0)");
  if (none)
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

static gboolean
append_field (BhFilterSql *self,
              BhTicketFilter *filter,
              BhFilterField field,
              BhOffice *office,
              gint64 now,
              GError **error)
{
  const Where *where = &wheres[field];
  g_autoptr (GArray) values = NULL;
  g_autoptr (GError) failure = NULL;

  g_string_append (self->condition, " AND (");
  switch (where->kind)
    {
    case WHERE_CODE:
      values = bh_ticket_filter_get_codes (filter, field);
      append_codes (self, where->sql, values);
      break;
    case WHERE_ENTRY:
      values = bh_ticket_filter_get_ids (filter, field, office, &failure);
      if (values != NULL)
        append_ids (self, where->sql, values);
      break;
    case WHERE_PERIOD:
      values = bh_ticket_filter_get_periods (filter, field, bh_office_get_time (office));
      append_periods (self, where->sql, values);
      break;
    case WHERE_YES_NO:
      values = bh_ticket_filter_get_codes (filter, field);
      append_yes_no (self, where->sql, values, now);
      break;
    case WHERE_WORDS:
      append_words (self, where->sql, bh_ticket_filter_get (filter, field));
      break;
    }
  g_string_append_c (self->condition, ')');

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return values != NULL || where->kind == WHERE_WORDS;
}

BhFilterSql *
bh_filter_sql_new (BhTicketFilter *filter,
                   BhOffice *office,
                   const char *alias,
                   guint first_parameter,
                   gint64 now,
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

  for (guint i = 0; filter != NULL && i < BH_N_FILTER_FIELDS; i++)
    if (bh_ticket_filter_get (filter, (BhFilterField) i) != NULL
        && !append_field (self, filter, (BhFilterField) i, office, now, error))
      return NULL;
  g_string_append_c (self->condition, ')');

  return g_steal_pointer (&self);
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

void
bh_filter_sql_bind (BhFilterSql *self, BhStatement *statement)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->texts->len; i++)
    bh_statement_bind_text (statement, self->first_parameter + i,
                            g_ptr_array_index (self->texts, i));
}
