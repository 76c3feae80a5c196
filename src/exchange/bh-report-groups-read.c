/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-groups.h"

#include "base/bh-i18n.h"

#include <string.h>

/* What tables of groups are about. */

typedef struct
{
  const char *column;
  const char *label; /* English, to be translated */
  BhFigureBy by;
  gboolean is_list; /* has an order of its own */
} Info;

static const Info infos[] = {
  [BH_REPORT_BY_DEPARTMENT] = { "department", N_ ("Department"), BH_BY_DEPARTMENT, FALSE },
  [BH_REPORT_BY_PERSON] = { "person", N_ ("Person"), BH_BY_STAFF, FALSE },
  [BH_REPORT_BY_GRADE] = { "grade", N_ ("Grade"), BH_BY_GRADE, TRUE },
  [BH_REPORT_BY_CATEGORY_TOP] = { "category_top", N_ ("Top category"), BH_BY_CATEGORY, FALSE },
  [BH_REPORT_BY_CATEGORY] = { "category", N_ ("Category"), BH_BY_CATEGORY, FALSE },
  [BH_REPORT_BY_CHANNEL] = { "channel", N_ ("Channel"), BH_BY_CHANNEL, FALSE },
  [BH_REPORT_BY_COMMUNITY] = { "community", N_ ("Community"), BH_BY_COMMUNITY, FALSE },
  [BH_REPORT_BY_CITY_TIER] = { "city_tier", N_ ("City tier"), BH_BY_CITY_TIER, FALSE },
  [BH_REPORT_BY_ESTATE_KIND] = { "estate_kind", N_ ("Estate kind"), BH_BY_ESTATE_KIND, FALSE },
  [BH_REPORT_BY_CARE] = { NULL, N_ ("Care mark"), BH_BY_CARE, TRUE },
  [BH_REPORT_BY_STAGE] = { NULL, N_ ("Stage"), BH_BY_NOTHING, TRUE },
};

static const BhStageKind stages[] = {
  BH_STAGE_DISPATCH, BH_STAGE_ACCEPT, BH_STAGE_INVESTIGATE, BH_STAGE_PLAN,
  BH_STAGE_EXECUTE,  BH_STAGE_SIGN,   BH_STAGE_CALLBACK,
};

const char *
bh_report_grouping_get_label (BhReportGrouping by)
{
  return _ (infos[by].label);
}

/* What formulas ask for by a mark. */
static const char *
get_care_column (int mark)
{
  static const char *const columns[] = {
    [BH_CARE_ELDERLY] = BH_REPORT_CARE_PREFIX "elderly",
    [BH_CARE_CHILD] = BH_REPORT_CARE_PREFIX "child",
    [BH_CARE_DISABLED] = BH_REPORT_CARE_PREFIX "disabled",
  };

  return columns[mark];
}

/* Who has no mark has none of them. */
static guint
get_care_conditions (const BhReportGroup *group, BhReportCondition *conditions)
{
  guint n;
  const BhListItem *marks = bh_list_get_items (BH_LIST_CARE, &n);

  g_assert (n <= BH_REPORT_GROUP_CONDITIONS);
  if (!group->is_none)
    {
      conditions[0] = (BhReportCondition){ get_care_column ((int) group->order), "1", NULL };
      return 1;
    }

  for (guint i = 0; i < n; i++)
    conditions[i] = (BhReportCondition){ get_care_column (marks[i].value), NULL, NULL };

  return n;
}

guint
bh_report_group_get_conditions (BhReportGrouping by,
                                const BhReportGroup *group,
                                const char *cell,
                                BhReportCondition *conditions)
{
  if (by == BH_REPORT_BY_STAGE)
    return 0;
  if (by == BH_REPORT_BY_CARE)
    return get_care_conditions (group, conditions);

  conditions[0]
      = (BhReportCondition){ infos[by].column, group->is_none ? NULL : cell, group->name };

  return 1;
}

BhFigureId
bh_report_group_get_figure (BhReportGrouping by, const BhReportGroup *group, BhFigureId figure)
{
  return by == BH_REPORT_BY_STAGE ? (BhFigureId) (figure + group->order) : figure;
}

static int
find_mark (const BhFigureGroup *group)
{
  int mark = bh_list_find (BH_LIST_CARE, group->key);

  return mark > 0 ? mark : BH_CARE_NONE;
}

static guint
get_order (BhReportGrouping by, const BhFigureGroup *group)
{
  return (guint) (by == BH_REPORT_BY_CARE ? find_mark (group) : group->id);
}

/* Of one that has nothing there "". */
static const char *
get_name (BhReport *self, BhReportGrouping by, const BhFigureGroup *group)
{
  gint64 id = group->id;

  switch (by)
    {
    case BH_REPORT_BY_DEPARTMENT:
      return bh_report_labels_get (self->labels, BH_TYPE_DEPARTMENT, id);
    case BH_REPORT_BY_PERSON:
      return bh_report_labels_get (self->labels, BH_TYPE_STAFF, id);
    case BH_REPORT_BY_CHANNEL:
      return bh_report_labels_get (self->labels, BH_TYPE_CHANNEL, id);
    case BH_REPORT_BY_CATEGORY_TOP:
      return bh_report_labels_get_category (self->labels, id)->top;
    case BH_REPORT_BY_CATEGORY:
      return bh_report_labels_get_category (self->labels, id)->path;
    case BH_REPORT_BY_GRADE:
      return bh_list_get_label (BH_LIST_GRADE, (int) id);
    case BH_REPORT_BY_COMMUNITY:
      return bh_report_labels_get (self->labels, BH_TYPE_PLACE, id);
    case BH_REPORT_BY_CITY_TIER:
      return bh_report_labels_get_word (self->labels, BH_FILTER_CITY_TIER, group->key);
    case BH_REPORT_BY_ESTATE_KIND:
      return bh_report_labels_get_word (self->labels, BH_FILTER_ESTATE_KIND, group->key);
    case BH_REPORT_BY_CARE:
      return find_mark (group) != BH_CARE_NONE ? bh_list_get_label (BH_LIST_CARE, find_mark (group))
                                               : "";
    case BH_REPORT_BY_STAGE:
      break;
    }

  return "";
}

/* A share of both is that of all their tickets together, a mean likewise. */
static void
add_value (BhFigureValue *sum, const BhFigureValue *value)
{
  if (!value->has_value)
    return;
  if (!sum->has_value)
    {
      *sum = *value;
      return;
    }

  sum->provisional |= value->provisional;
  if (sum->count + value->count > 0)
    sum->mean = (sum->mean * (double) sum->count + value->mean * (double) value->count)
                / (double) (sum->count + value->count);
  sum->count += value->count;
  sum->numerator += value->numerator;
  sum->denominator += value->denominator;
  if (sum->denominator > 0)
    sum->value = sum->numerator / sum->denominator;
}

/* @figures: which of @values count; @before: they are those of the time before */
static void
add_group (GHashTable *groups,
           const char *name,
           guint order,
           const BhFigureValue *values,
           BhFigureSet figures,
           gboolean before)
{
  BhReportGroup *group = g_hash_table_lookup (groups, name);

  if (group == NULL)
    {
      group = g_new0 (BhReportGroup, 1);
      group->is_none = *name == '\0';
      group->name = group->is_none ? C_ ("group", "none") : name;
      group->order = order;
      g_hash_table_insert (groups, (gpointer) name, group);
    }
  for (guint i = 0; i < BH_N_FIGURES; i++)
    if ((figures & BH_FIGURE_BIT (i)) != 0)
      add_value (before ? &group->before[i] : &group->values[i], &values[i]);
}

/* Whether anything stands in its row. */
static gboolean
has_values (const BhReportBlock *block, const BhReportGroup *group)
{
  for (guint i = 0; i < block->n_columns; i++)
    {
      const BhFigureValue *value
          = &group->values[bh_report_group_get_figure (block->by, group, block->columns[i].figure)];

      if (value->count > 0 || value->denominator > 0)
        return TRUE;
    }

  return FALSE;
}

static double
get_first (const BhReportBlock *block, const BhReportGroup *group)
{
  const BhReportGroupColumn *column = &block->columns[0];
  double value;

  bh_report_value_get (bh_figure_get_info (column->figure), &group->values[column->figure],
                       column->part, &value);

  return value;
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BhReportGroup *left = *(BhReportGroup *const *) a, *right = *(BhReportGroup *const *) b;
  const BhReportBlock *block = user_data;
  double difference;

  if (left->is_none != right->is_none)
    return left->is_none ? 1 : -1;
  if (infos[block->by].is_list)
    return (left->order > right->order) - (left->order < right->order);

  difference = get_first (block, right) - get_first (block, left);
  if (difference != 0)
    return difference > 0 ? 1 : -1;

  return strcmp (left->name, right->name);
}

/* Percentiles take long, and most tables do without. */
static BhFigureSet
get_wanted (const BhReportBlock *block)
{
  guint n = block->by == BH_REPORT_BY_STAGE ? G_N_ELEMENTS (stages) : 1;
  BhFigureSet wanted = BH_FIGURES_QUICK;

  for (guint i = 0; i < block->n_columns; i++)
    {
      for (guint k = 0; k < n; k++)
        wanted |= BH_FIGURE_BIT (block->columns[i].figure + k);
      if (block->columns[i].part == BH_REPORT_PART_MEDIAN
          || block->columns[i].part == BH_REPORT_PART_P90)
        wanted &= ~BH_FIGURES_QUICK;
    }

  return wanted;
}

/* What a group had none of in one of the times is 0 there. */
static void
fill_counts (BhReportGroup *group)
{
  for (guint i = 0; i < BH_N_FIGURES; i++)
    if (bh_figure_get_info ((BhFigureId) i)->form == BH_FIGURE_COUNT)
      group->values[i].has_value = group->before[i].has_value = TRUE;
}

static GPtrArray *
take_groups (GHashTable *groups, const BhReportBlock *block)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      g_hash_table_iter_steal (&iter);
      fill_counts (group);
      if (has_values (block, group))
        g_ptr_array_add (list, group);
      else
        g_free (group);
    }
  g_ptr_array_sort_with_data (list, compare_groups, (gpointer) block);

  return list;
}

static gboolean
has_before (const BhReportBlock *block)
{
  for (guint i = 0; i < block->n_columns; i++)
    if (block->columns[i].shown == BH_REPORT_GROUP_BEFORE)
      return TRUE;

  return FALSE;
}

static gboolean
read_period (BhReport *self,
             const BhReportBlock *block,
             const BhPeriod *period,
             BhFigureSet figures,
             gboolean before,
             GHashTable *groups,
             GError **error)
{
  g_autoptr (GPtrArray) found = bh_figures_compute (
      self->insight, period, infos[block->by].by, self->request->filter, get_wanted (block), error);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (found, i);

      if (block->by != BH_REPORT_BY_STAGE)
        add_group (groups, get_name (self, block->by, group), get_order (block->by, group),
                   group->values, figures, before);
      else
        for (guint k = 0; k < G_N_ELEMENTS (stages); k++)
          add_group (groups, bh_list_get_label (BH_LIST_STAGE, (int) stages[k]), k, group->values,
                     figures, before);
    }

  return TRUE;
}

/* What grows, as much of the time before as has passed of the workbook's; the rest of all of it. */
static gboolean
read_before (BhReport *self, const BhReportBlock *block, GHashTable *groups, GError **error)
{
  const BhReportSpan *span = &self->spans[BH_REPORT_BEFORE];
  BhFigureSet grows = 0;

  for (guint i = 0; i < block->n_columns; i++)
    if (self->runs && bh_figure_grows (block->columns[i].figure))
      grows |= BH_FIGURE_BIT (block->columns[i].figure);

  return read_period (self, block, &span->period, ~grows, TRUE, groups, error)
         && (grows == 0 || read_period (self, block, &span->so_far, grows, TRUE, groups, error));
}

GPtrArray *
bh_report_groups_read (BhReport *self, const BhReportBlock *block, GError **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (!read_period (self, block, &self->spans[BH_REPORT_NOW].period, BH_FIGURES_ALL, FALSE, groups,
                    error)
      || (has_before (block) && !read_before (self, block, groups, error)))
    return NULL;

  return take_groups (groups, block);
}
