/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-group-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-bars-chart.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-rows.h"
#include "draw/bh-figure-words.h"
#include "draw/bh-group-rows.h"
#include "domain/bh-office-targets.h"
#include "insight/bh-figure-filter.h"

#include <math.h>

/* More rows than this nobody compares. */
#define MOST_ROWS 40

enum
{
  VALUE,
  BEFORE,
  TARGET,
  N_SERIES,
};

typedef struct
{
  BhInsight *insight;
  const BhChartQuestion *question;
  const BhGroupRequest *request;
  const BhFigureInfo *info;
  BhFilterField field;
  double target; /* NAN for none */
} GroupChart;

static double
get_number (const BhGroupRequest *request, const BhFigureValue *value)
{
  if (!value->has_value)
    return NAN;

  return request->counts ? value->numerator
                         : bh_figure_value_get_number (bh_figure_get_info (request->figure), value);
}

/* What the figure is made of: tickets, answers, stages. */
static double
get_weight (const BhFigureInfo *info, const BhFigureValue *value)
{
  switch (info->form)
    {
    case BH_FIGURE_COUNT:
    case BH_FIGURE_SPREAD:
      return (double) value->count;
    case BH_FIGURE_SHARE:
    case BH_FIGURE_MEAN:
      return value->denominator;
    default:
      g_assert_not_reached ();
    }
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BhGroupRow *left = *(BhGroupRow *const *) a, *right = *(BhGroupRow *const *) b;
  const BhFigureInfo *info = user_data;
  double left_weight = get_weight (info, &left->value);
  double right_weight = get_weight (info, &right->value);

  if (left_weight != right_weight)
    return left_weight > right_weight ? -1 : 1;

  return g_strcmp0 (left->word, right->word);
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BhGroupRow *left = *(BhGroupRow *const *) a, *right = *(BhGroupRow *const *) b;
  double left_number = get_number (user_data, &left->value);
  double right_number = get_number (user_data, &right->value);

  if (left_number != right_number)
    return left_number > right_number ? -1 : 1;

  return g_strcmp0 (left->word, right->word);
}

/* Those that stand for most tickets, the greatest value first. */
static void
choose_rows (GPtrArray *rows, const BhGroupRequest *request, const BhFigureInfo *info)
{
  for (guint i = rows->len; request->counts && i > 0; i--)
    if (((BhGroupRow *) g_ptr_array_index (rows, i - 1))->value.numerator <= 0)
      g_ptr_array_remove_index (rows, i - 1);
  g_ptr_array_sort_with_data (rows, compare_weights, (gpointer) info);
  if (rows->len > MOST_ROWS)
    g_ptr_array_set_size (rows, MOST_ROWS);
  g_ptr_array_sort_with_data (rows, compare_numbers, (gpointer) request);
}

static BhTicketFilter *
narrow (const GroupChart *self, const BhGroupRow *row, BhTicketFilter *base)
{
  g_auto (GStrv) words = bh_group_row_split_words (row);
  g_autoptr (BhTicketFilter) all
      = base != NULL ? bh_ticket_filter_ref (base) : bh_ticket_filter_new ();

  return bh_ticket_filter_with (all, self->field, (const char *const *) words, NULL);
}

static char *
dup_filter (const GroupChart *self, const BhGroupRow *row)
{
  g_autoptr (BhTicketFilter) group = narrow (self, row, self->question->filter);
  g_autoptr (BhTicketFilter) all = NULL;

  if (group != NULL)
    all = bh_figure_filter (self->request->figure, &self->question->period,
                            bh_insight_get_time (self->insight), group, NULL);
  if (all == NULL || !self->request->counts)
    return bh_chart_take_filter_text (g_steal_pointer (&all));

  return bh_chart_take_filter_text (bh_figure_filter_narrow (all, self->request->narrow, "yes"));
}

static char *
dup_target (const GroupChart *self)
{
  g_autofree char *target = NULL;

  if (isnan (self->target))
    return NULL;
  target = bh_figure_format_number (self->info, self->target);

  return g_strdup_printf (C_ ("chart", "%s: %s"), C_ ("chart", "Target"), target);
}

static BhChartRows *
make_rows (const GroupChart *self, GPtrArray *groups)
{
  gboolean exact = bh_insight_get_mode (self->insight) == BH_INSIGHT_EXACT;
  BhChartRows *rows = bh_chart_rows_new (N_SERIES);
  g_autofree char *target = dup_target (self);

  for (guint i = 0; i < groups->len; i++)
    {
      const BhGroupRow *row = g_ptr_array_index (groups, i);

      bh_chart_rows_add (
          rows, row->name,
          bh_figure_dup_value_text (self->info, &row->value, &row->before, target, exact),
          dup_filter (self, row), bh_chart_take_filter_text (narrow (self, row, NULL)));
      bh_chart_rows_set (
          rows, VALUE, get_number (self->request, &row->value),
          self->request->counts ? 0 : bh_figure_get_point_flags (self->info, &row->value));
      bh_chart_rows_set (rows, BEFORE, get_number (self->request, &row->before), 0);
      bh_chart_rows_set (rows, TARGET, self->target, 0);
    }

  return rows;
}

/* A target that is one number for every part; what is to be reached by a sum is not. */
static double
find_target (const GroupChart *self)
{
  BhLocalTime last;
  BhTarget *target;

  if (self->request->counts || self->info->form == BH_FIGURE_COUNT)
    return NAN;

  bh_office_time_split (bh_insight_get_time (self->insight), self->question->period.to - 1, &last);
  target = bh_office_find_target (
      bh_insight_get_office (self->insight), self->info->key,
      self->question->filter != NULL ? bh_ticket_filter_to_text (self->question->filter) : "",
      last.month / 100);

  return target != NULL && target->form == BH_TARGET_VALUE ? target->value : NAN;
}

static BhChart *
draw_rows (const GroupChart *self, BhChartRows *rows, guint n_groups)
{
  g_autofree char *scope = bh_chart_question_dup_subtitle (self->question, self->insight);
  g_autofree char *cut
      = n_groups > MOST_ROWS
            ? g_strdup_printf (C_ ("chart", "the %u largest of %u"), MOST_ROWS, n_groups)
            : NULL;
  g_autofree char *subtitle = cut != NULL ? g_strdup_printf ("%s · %s", scope, cut) : NULL;
  const BhBarsSeries series
      = { .name = self->request->counts ? C_ ("chart", "Tickets") : bh_figure_get_name (self->info),
          .role = BH_CHART_ROLE_VALUE,
          .values = bh_chart_rows_get_values (rows, VALUE),
          .flags = bh_chart_rows_get_flags (rows, VALUE) };
  const BhBarsNotch before
      = { C_ ("chart", "Compared with"), bh_chart_rows_get_values (rows, BEFORE) };
  const BhBarsNotch target = { C_ ("chart", "Target"), bh_chart_rows_get_values (rows, TARGET) };
  const BhBarsData data = {
    .title = self->request->title,
    .subtitle = subtitle != NULL ? subtitle : scope,
    .heading = self->request->heading,
    .empty_text = _ ("In this period there is nothing to take this figure from."),
    .numbers = self->request->counts ? BH_CHART_COUNTS : bh_figure_get_numbers (self->info),
    .unit = self->request->counts ? C_ ("chart", "tickets") : bh_figure_get_axis_unit (self->info),
    .items = bh_chart_rows_get_items (rows),
    .n_items = bh_chart_rows_get_n (rows),
    .series = &series,
    .n_series = 1,
    .before = bh_chart_rows_has_values (rows, BEFORE) ? &before : NULL,
    .target = bh_chart_rows_has_values (rows, TARGET) ? &target : NULL,
  };

  return bh_bars_chart_new (&data);
}

BhChart *
bh_group_chart_make (BhInsight *insight,
                     const BhChartQuestion *question,
                     const BhGroupRequest *request,
                     GError **error)
{
  GroupChart self = { .insight = insight, .question = question, .request = request };
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (BhChartRows) rows = NULL;
  guint n_groups;

  g_return_val_if_fail (insight != NULL && question != NULL && request != NULL, NULL);

  self.info = bh_figure_get_info (request->figure);
  groups = bh_group_rows_compute (insight, question, request, &self.field, error);
  if (groups == NULL)
    return NULL;

  n_groups = groups->len;
  choose_rows (groups, request, self.info);
  self.target = find_target (&self);
  rows = make_rows (&self, groups);

  return draw_rows (&self, rows, n_groups);
}
