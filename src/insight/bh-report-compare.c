/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-report-compare.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

#include <math.h>

#define POINTS 100
#define LEAST_POINTS 0.05
#define LEAST_NUMBER 0.005

/* What a comparison is made with. */
typedef struct
{
  BhFigureMemo *now;
  BhFigureMemo *then;
  BhOffice *office;
  const BhReportRecord *record;
  BhPeriod period;
} Look;

static void
comparison_free (gpointer data)
{
  BhReportComparison *self = data;

  g_free (self->problem);
  g_free (self);
}

gboolean
bh_report_comparison_is_same (gboolean has_value, double value, gboolean has_other, double other)
{
  if (!has_value || !has_other)
    return has_value == has_other;

  return fabs (value - other) <= BH_REPORT_SAME * MAX (fabs (value), fabs (other));
}

/* Sets the differences from the three values. */
static void
subtract (BhReportComparison *self)
{
  const BhReportFigure *reported = self->reported;

  self->is_corrected = !bh_report_comparison_is_same (reported->has_value, reported->value,
                                                      self->then.has_value, self->then.value);
  self->is_matured = !bh_report_comparison_is_same (self->then.has_value, self->then.value,
                                                    self->now.has_value, self->now.value);
  self->correction = self->is_corrected && reported->has_value && self->then.has_value
                         ? self->then.value - reported->value
                         : 0;
  self->matured = self->is_matured && self->then.has_value && self->now.has_value
                      ? self->now.value - self->then.value
                      : 0;
}

void
bh_report_comparison_set_now (BhReportComparison *self, gboolean has_value, double value)
{
  g_return_if_fail (self != NULL);

  self->now.has_value = has_value;
  self->now.value = has_value ? value : 0;
  subtract (self);
}

static gboolean
read_amount (Look *look,
             BhFigureMemo *memo,
             const BhReportComparison *self,
             BhTicketFilter *filter,
             BhReportAmount *amount,
             GError **error)
{
  gboolean own = g_str_equal (self->reported->filter, look->record->filter);
  const BhFigureValue *value
      = own ? bh_figure_memo_get (memo, filter, &look->period, self->id, error)
            : bh_figure_memo_get_alone (memo, filter, &look->period, self->id, error);

  if (value == NULL)
    return FALSE;

  amount->has_value = value->has_value;
  amount->provisional = value->provisional;
  amount->numerator = value->numerator;
  amount->denominator = value->denominator;
  amount->count = value->count;
  if (!value->has_value)
    return TRUE;

  if (self->reported->part == BH_REPORT_PART_MEDIAN)
    amount->value = value->median;
  else if (self->reported->part == BH_REPORT_PART_P90)
    amount->value = value->p90;
  else
    amount->value = bh_figure_value_get_number (self->figure, value);

  return TRUE;
}

/* The filter as the office has its names today. Returns: (transfer full) (nullable): %NULL with
 * @problem */
static BhTicketFilter *
read_filter (Look *look, const char *text, char **problem)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (text, &failure);
  BhTicketFilter *filter
      = parsed != NULL ? bh_ticket_filter_resolve (parsed, look->office, &failure) : NULL;

  if (filter == NULL)
    *problem = g_strdup (failure->message);

  return filter;
}

static gboolean
compare (Look *look, BhReportComparison *self, GError **error)
{
  g_autoptr (BhTicketFilter) filter = NULL;

  if (!bh_figure_find (self->reported->figure, &self->id))
    {
      self->problem = g_strdup (_ ("This version of the program does not know this figure."));
      return TRUE;
    }

  self->figure = bh_figure_get_info (self->id);
  filter = read_filter (
      look, self->reported->scope != NULL ? self->reported->scope : self->reported->filter,
      &self->problem);
  if (filter == NULL)
    return TRUE;
  if (!read_amount (look, look->then, self, filter, &self->then, error)
      || (look->now != NULL && !read_amount (look, look->now, self, filter, &self->now, error)))
    return FALSE;

  subtract (self);

  return TRUE;
}

/* What is unknown stands last. */
static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const BhReportComparison *left = *(BhReportComparison *const *) a;
  const BhReportComparison *right = *(BhReportComparison *const *) b;
  const BhReportRecord *record = data;
  gboolean left_own = g_str_equal (left->reported->filter, record->filter);
  gboolean right_own = g_str_equal (right->reported->filter, record->filter);
  int order;

  if ((left->figure == NULL) != (right->figure == NULL))
    return left->figure == NULL ? 1 : -1;
  if (left_own != right_own)
    return left_own ? -1 : 1;
  if (left->id != right->id)
    return left->id < right->id ? -1 : 1;

  order = g_strcmp0 (left->reported->filter, right->reported->filter);
  if (order == 0)
    order = g_strcmp0 (left->reported->figure, right->reported->figure);

  return order != 0 ? order : (int) left->reported->part - (int) right->reported->part;
}

static GPtrArray *
compare_all (Look *look, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (comparison_free);

  for (guint i = 0; i < look->record->figures->len; i++)
    {
      BhReportComparison *self = g_new0 (BhReportComparison, 1);

      self->reported = g_ptr_array_index (look->record->figures, i);
      g_ptr_array_add (lines, self);
      if (!compare (look, self, error))
        return NULL;
    }
  g_ptr_array_sort_with_data (lines, compare_lines, (gpointer) look->record);

  return g_steal_pointer (&lines);
}

BhFigureSet
bh_report_compare_get_wanted (const BhReportRecord *record)
{
  BhFigureSet wanted = 0;

  g_return_val_if_fail (record != NULL && record->figures != NULL, 0);

  for (guint i = 0; i < record->figures->len; i++)
    {
      const BhReportFigure *reported = g_ptr_array_index (record->figures, i);
      BhFigureId figure;

      if (g_str_equal (reported->filter, record->filter)
          && bh_figure_find (reported->figure, &figure))
        wanted |= BH_FIGURE_BIT (figure);
    }

  return wanted;
}

GPtrArray *
bh_report_compare_compute (BhInsight *insight,
                           const BhReportRecord *record,
                           BhFigureMemo *now,
                           GError **error)
{
  g_autoptr (BhInsight) past = NULL;
  g_autoptr (BhFigureMemo) then = NULL;
  Look look = { .now = now, .record = record };

  g_return_val_if_fail (insight != NULL, NULL);
  g_return_val_if_fail (record != NULL && record->figures != NULL, NULL);

  look.office = bh_insight_get_office (insight);
  if (!bh_report_kind_get_period (record->kind, record->month, bh_insight_get_time (insight),
                                  &look.period))
    g_return_val_if_reached (NULL);

  past = bh_insight_new (bh_insight_get_connection (insight), look.office, record->as_of,
                         BH_INSIGHT_EXACT, bh_insight_get_cancellable (insight));
  then = bh_figure_memo_new (past);
  bh_figure_memo_set_wanted (then, bh_report_compare_get_wanted (record));
  look.then = then;

  return compare_all (&look, error);
}

/* What would be rounded to nothing is told by its first two digits. */
static char *
dup_small (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.2g", number));
}

char *
bh_report_comparison_format (const BhReportComparison *self, double difference)
{
  double size = fabs (difference);
  const char *sign = difference > 0 ? "+" : difference < 0 ? "−" : "±";
  g_autofree char *number = NULL;

  g_return_val_if_fail (self != NULL && self->figure != NULL, NULL);

  if (self->figure->form == BH_FIGURE_SHARE)
    {
      number = size * POINTS >= LEAST_POINTS || size == 0 ? g_strdup_printf ("%.1f", size * POINTS)
                                                          : dup_small (size * POINTS);
      /* Translators: a difference of two shares, in points of percent: "+2.3 points" */
      return g_strdup_printf (_ ("%s%s points"), sign, number);
    }
  if (size > 0 && size < LEAST_NUMBER)
    {
      g_autofree char *small = dup_small (size);

      /* Translators: a number and its unit: "3.2 d" */
      number = g_strdup_printf (C_ ("figure", "%s %s"), small, bh_figure_get_unit (self->figure));
      g_strchomp (number);
    }
  else
    number = bh_figure_format_number (self->figure, size);

  return g_strconcat (sign, number, NULL);
}
