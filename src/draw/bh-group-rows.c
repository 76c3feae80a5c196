/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-group-rows.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-question.h"

/* Between the values of a filter that a row stands for: in no name. */
#define WORD_SEPARATOR "\n"

/* What groups stand for in a filter. */
static const struct
{
  BhFigureBy by;
  BhFilterField field;
} fields[] = {
  { BH_BY_KIND, BH_FILTER_KIND },
  { BH_BY_COMMUNITY, BH_FILTER_COMMUNITY },
  { BH_BY_DEPARTMENT, BH_FILTER_DEPARTMENT },
  { BH_BY_CATEGORY, BH_FILTER_CATEGORY },
  { BH_BY_CHANNEL, BH_FILTER_CHANNEL },
  { BH_BY_GRADE, BH_FILTER_GRADE },
  { BH_BY_STAFF, BH_FILTER_PERSON },
  { BH_BY_CAUSE, BH_FILTER_CAUSE },
  { BH_BY_CITY_TIER, BH_FILTER_CITY_TIER },
  { BH_BY_ESTATE_KIND, BH_FILTER_ESTATE_KIND },
  { BH_BY_CARE, BH_FILTER_CARE },
};

static void
row_free (gpointer data)
{
  BhGroupRow *row = data;

  g_free (row->name);
  g_free (row->word);
  g_free (row);
}

static BhFilterField
get_field (BhFigureBy by)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].by == by)
      return fields[i].field;

  g_return_val_if_reached (BH_FILTER_STATUS);
}

static gboolean
is_none (const BhFigureGroup *group)
{
  return group->key == NULL || g_str_equal (group->key, "none");
}

/* What people call the group: the label of a code, else its own name. */
static char *
dup_name (BhFigureBy by, BhOffice *office, const BhFigureGroup *group)
{
  const BhFilterFieldInfo *info = bh_filter_field_get_info (get_field (by));

  if (is_none (group))
    return g_strdup (by == BH_BY_CARE ? C_ ("chart", "No mark") : C_ ("chart", "Not given"));
  if (info->type == BH_FILTER_TYPE_LIST)
    return g_strdup (bh_list_get_label (info->list, bh_list_find (info->list, group->key)));
  if (by == BH_BY_CATEGORY)
    return g_strdup (bh_office_get_name (office, BH_TYPE_CATEGORY, group->id));

  return g_strdup (group->key);
}

static char *
dup_word (BhFigureBy by, BhOffice *office, const BhFigureGroup *group)
{
  if (by == BH_BY_CATEGORY)
    return bh_filter_format_category (office, group->id);

  return g_strdup (group->key);
}

static BhGroupRow *
find_row (GPtrArray *rows, const char *word)
{
  for (guint i = 0; i < rows->len; i++)
    {
      BhGroupRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->word, word) == 0)
        return row;
    }

  return NULL;
}

/* One look at one period; groups that are new only grow where there is nothing to compare. */
typedef struct
{
  BhInsight *insight;
  const BhChartQuestion *question;
  const BhGroupRequest *request;
  BhPeriod period;
  gboolean before;
} Look;

static void
add_value (const Look *look, GPtrArray *rows, char *name, char *word, const BhFigureValue *value)
{
  BhGroupRow *row = find_row (rows, word);

  if (row == NULL && !look->before && value->has_value)
    {
      row = g_new0 (BhGroupRow, 1);
      row->name = g_strdup (name);
      row->word = g_strdup (word);
      g_ptr_array_add (rows, row);
    }
  if (row != NULL && look->before)
    row->before = *value;
  else if (row != NULL)
    row->value = *value;
  g_free (name);
  g_free (word);
}

static gboolean
add_groups (const Look *look, GPtrArray *rows, GError **error)
{
  const BhGroupRequest *request = look->request;
  BhOffice *office = bh_insight_get_office (look->insight);
  g_autoptr (GPtrArray) groups
      = bh_figures_compute (look->insight, &look->period, request->by, look->question->filter,
                            BH_FIGURE_BIT (request->figure), error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      const BhFigureValue *value = &group->values[request->figure];

      /* That nothing lacks what it is grouped by need not be said. */
      if (!look->before && is_none (group) && value->count == 0
          && bh_figure_get_info (request->figure)->form == BH_FIGURE_COUNT)
        continue;
      add_value (look, rows, dup_name (request->by, office, group),
                 dup_word (request->by, office, group), value);
    }

  return groups != NULL;
}

/* The categories that are meant by @top, of those that are asked for: itself where none are. */
static GPtrArray *
list_words (BhOffice *office, GArray *asked, gint64 top)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  if (asked == NULL)
    g_ptr_array_add (words,
                     top != 0 ? bh_office_get_category_path (office, top) : g_strdup ("none"));
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      gint64 id = g_array_index (asked, gint64, i);
      BhCategory *category = id != 0 ? bh_office_get (office, BH_TYPE_CATEGORY, id) : NULL;

      if (id == top || (top != 0 && category != NULL && category->parent_id == top))
        g_ptr_array_add (words, bh_filter_format_category (office, id));
    }
  g_ptr_array_add (words, NULL);

  return words;
}

/* Percentiles of a top category do not follow from those of its leaves: each is asked for. */
static gboolean
add_top (const Look *look, const char *name, GPtrArray *words, GPtrArray *rows, GError **error)
{
  g_autoptr (BhTicketFilter) all = look->question->filter != NULL
                                       ? bh_ticket_filter_ref (look->question->filter)
                                       : bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) narrow = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  if (words->len == 1)
    return TRUE;
  narrow
      = bh_ticket_filter_with (all, BH_FILTER_CATEGORY, (const char *const *) words->pdata, error);
  if (narrow != NULL)
    groups = bh_figures_compute (look->insight, &look->period, BH_BY_NOTHING, narrow,
                                 BH_FIGURE_BIT (look->request->figure), error);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      const BhFigureValue *value = &group->values[look->request->figure];

      /* A category that nothing is in is not shown. */
      if (bh_figure_get_info (look->request->figure)->form != BH_FIGURE_COUNT || value->count > 0)
        add_value (look, rows, g_strdup (name), g_strjoinv (WORD_SEPARATOR, (char **) words->pdata),
                   value);
    }

  return groups != NULL;
}

static gboolean
add_tops (const Look *look, GPtrArray *rows, GError **error)
{
  BhOffice *office = bh_insight_get_office (look->insight);
  GPtrArray *categories = bh_office_list (office, BH_TYPE_CATEGORY);
  g_autoptr (GArray) asked
      = look->question->filter != NULL
            ? bh_ticket_filter_get_ids (look->question->filter, BH_FILTER_CATEGORY, office, NULL)
            : NULL;
  g_autoptr (GPtrArray) none = list_words (office, asked, 0);

  for (guint i = 0; i < categories->len; i++)
    {
      BhCategory *category = g_ptr_array_index (categories, i);
      g_autoptr (GPtrArray) words = NULL;

      if (category->parent_id != 0)
        continue;
      words = list_words (office, asked, bh_entry_get_id (BH_ENTRY (category)));
      if (!add_top (look, bh_entry_get_name (BH_ENTRY (category)), words, rows, error))
        return FALSE;
    }

  return add_top (look, C_ ("chart", "Not given"), none, rows, error);
}

static gboolean
add_period (const Look *look, GPtrArray *rows, GError **error)
{
  return look->request->tops ? add_tops (look, rows, error) : add_groups (look, rows, error);
}

GPtrArray *
bh_group_rows_compute (BhInsight *insight,
                       const BhChartQuestion *question,
                       const BhGroupRequest *request,
                       BhFilterField *field,
                       GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  Look look = { insight, question, request, question->period, FALSE };

  *field = get_field (request->by);
  if (!add_period (&look, rows, error))
    return NULL;

  bh_chart_question_get_compare (
      question, insight, request->counts || bh_figure_grows (request->figure), &look.period);
  look.before = TRUE;
  if (look.period.from < look.period.to && !add_period (&look, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

GStrv
bh_group_row_split_words (const BhGroupRow *self)
{
  return g_strsplit (self->word, WORD_SEPARATOR, -1);
}
