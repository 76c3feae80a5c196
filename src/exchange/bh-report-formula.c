/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-formula.h"

#include <string.h>

#define RECEIVED "received_month"
#define FINISHED "finished_month"
#define CALLED "callback_month"

static const BhReportRecipe recipes[] = {
  { "received", RECEIVED, NULL, NULL, FALSE },
  { "received_per_100_households", RECEIVED, NULL, "households", FALSE },
  { "finished", FINISHED, NULL, NULL, FALSE },
  { "open_at_end", "open_", NULL, NULL, FALSE },
  { "overdue_open_at_end", "overdue_", NULL, NULL, FALSE },
  { "response_on_time", RECEIVED, "response_kept", "response_counts", FALSE },
  { "completion_on_time", RECEIVED, "completion_kept", "completion_counts", FALSE },
  { "first_answer_on_time", RECEIVED, "first_answer_kept", "first_answer_counts", FALSE },
  { "handling_days", FINISHED, "handling_days", NULL, FALSE },
  { "response_hours", "responded_month", "response_hours", NULL, FALSE },
  { "handover_hours", "accepted_month", "handover_hours", NULL, FALSE },
  { "repeat_share", RECEIVED, "repeats", NULL, FALSE },
  { "rework_share", FINISHED, "reworked", NULL, FALSE },
  { "resolved_share", RECEIVED, "resolved", "resolved_counts", FALSE },
  { "signoff_share", FINISHED, "signoff_signed", "signoff_asked", FALSE },
  { "callback_share", FINISHED, "callback_reached", "callback_asked", FALSE },
  { "satisfaction", CALLED, "score_satisfied", "score_counts", TRUE },
  { "satisfaction_index", CALLED, "score_points", "score_counts", TRUE },
};

const BhReportRecipe *
bh_report_recipe_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (recipes); i++)
    if (g_strcmp0 (recipes[i].key, key) == 0)
      return &recipes[i];

  return NULL;
}

char *
bh_report_dup_name (const char *name, guint sheet)
{
  return sheet == 0 ? g_strdup (name) : g_strdup_printf ("%s_%u", name, sheet + 1);
}

/* ",received_month,C$6,scope_1,1,category,$A9" on one sheet; without @month the month is left to
 * the column. */
static void
append_conditions (GString *out, const char *month, const BhReportSlice *slice, guint sheet)
{
  const char *separator = "";

  if (month != NULL)
    {
      g_autofree char *name = bh_report_dup_name (month, sheet);

      g_string_append_printf (out, "%s,%s", name, slice->month_cell);
      separator = ",";
    }
  if (slice->scope > 0)
    {
      g_autofree char *plain = g_strdup_printf ("scope_%u", slice->scope);
      g_autofree char *name = bh_report_dup_name (plain, sheet);

      g_string_append_printf (out, "%s%s,1", separator, name);
      separator = ",";
    }
  if (slice->category_column != NULL)
    {
      g_autofree char *name = bh_report_dup_name (slice->category_column, sheet);

      g_string_append_printf (out, "%s%s,%s", separator, name, slice->category);
    }
}

/* The columns of callbacks have scopes of their own. */
static char *
rename_scope (char *formula, gboolean callbacks)
{
  g_autofree char *plain = formula;
  g_auto (GStrv) parts = g_strsplit (plain, "scope_", -1);

  return g_strjoinv (callbacks ? "callback_scope_" : "scope_", parts);
}

static guint
get_n_sheets (const BhReportRecipe *recipe, const BhReportExtent *extent)
{
  return recipe->callbacks ? extent->callback_sheets : extent->ticket_sheets;
}

/* Rows counted, or a column summed, over all sheets, in brackets where there are several. */
static char *
dup_sum (const BhReportRecipe *recipe,
         const char *column,
         const BhReportSlice *slice,
         const BhReportExtent *extent)
{
  guint n = get_n_sheets (recipe, extent);
  g_autoptr (GString) out = g_string_new (n > 1 ? "(" : "");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = column != NULL ? bh_report_dup_name (column, i) : NULL;

      if (i > 0)
        g_string_append_c (out, '+');
      if (name != NULL)
        g_string_append_printf (out, "SUMIFS(%s,", name);
      else
        g_string_append (out, "COUNTIFS(");
      append_conditions (out, recipe->month, slice, i);
      g_string_append_c (out, ')');
    }
  if (n > 1)
    g_string_append_c (out, ')');

  return rename_scope (g_string_free (g_steal_pointer (&out), FALSE), recipe->callbacks);
}

/* A month's end has a column of its own, where 1 stands for each ticket. */
static char *
dup_at_end (const BhReportRecipe *recipe, const BhReportSlice *slice, const BhReportExtent *extent)
{
  g_autofree char *column = g_strdup_printf ("%s%d", recipe->month, slice->month);
  gboolean plain = slice->scope == 0 && slice->category_column == NULL;
  g_autoptr (GString) out = g_string_new ("=");

  for (guint i = 0; i < extent->ticket_sheets; i++)
    {
      g_autofree char *name = bh_report_dup_name (column, i);

      g_string_append_printf (out, "%s%s(%s", i > 0 ? "+" : "", plain ? "SUM" : "SUMIFS", name);
      if (!plain)
        g_string_append_c (out, ',');
      append_conditions (out, NULL, slice, i);
      g_string_append_c (out, ')');
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
dup_ratio (const char *numerator, const char *denominator)
{
  return g_strdup_printf ("=IF(%s=0,\"–\",%s/%s)", denominator, numerator, denominator);
}

/* The rows meant, as a product of conditions. */
static char *
dup_mask (const BhReportRecipe *recipe, const BhReportSlice *slice)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "(%s=%s)", recipe->month, slice->month_cell);
  if (slice->scope > 0)
    g_string_append_printf (out, "*(scope_%u=1)", slice->scope);
  if (slice->category_column != NULL)
    g_string_append_printf (out, "*(%s=%s)", slice->category_column, slice->category);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* An array formula cannot be stored with a text for its value; the function that needs no array
 * formula is newer and stands only where there is no value yet. */
static char *
dup_percentile (const BhReportRecipe *recipe,
                BhReportPart part,
                const BhReportSlice *slice,
                const BhReportExtent *extent,
                gboolean has_value,
                gboolean *is_array)
{
  g_autofree char *mask = dup_mask (recipe, slice);
  g_autofree char *count = dup_sum (recipe, NULL, slice, extent);
  const char *fraction = part == BH_REPORT_PART_MEDIAN ? "0.5" : "0.9";

  if (get_n_sheets (recipe, extent) > 1)
    return NULL;

  *is_array = has_value;
  if (has_value)
    return g_strdup_printf ("{=IF(%s=0,\"–\",PERCENTILE(IF(%s,%s,\"\"),%s))}", count, mask,
                            recipe->numerator, fraction);

  return g_strdup_printf ("=IF(%s=0,\"–\",_xlfn.AGGREGATE(16,6,%s/(%s),%s))", count,
                          recipe->numerator, mask, fraction);
}

static char *
dup_quotient (const BhReportRecipe *recipe,
              const BhReportSlice *slice,
              const BhReportExtent *extent)
{
  g_autofree char *numerator = dup_sum (recipe, recipe->numerator, slice, extent);
  g_autofree char *denominator = NULL;

  if (g_strcmp0 (recipe->denominator, "households") == 0)
    {
      denominator = slice->scope == 0 ? g_strdup ("households")
                                      : g_strdup_printf ("households_%u", slice->scope);
      return g_strdup_printf ("=IF(%s=0,\"–\",%s*100/%s)", denominator, numerator, denominator);
    }

  denominator = dup_sum (recipe, recipe->denominator, slice, extent);

  return dup_ratio (numerator, denominator);
}

char *
bh_report_formula_new (const BhFigureInfo *info,
                       BhReportPart part,
                       const BhReportSlice *slice,
                       const BhReportExtent *extent,
                       gboolean has_value,
                       gboolean *is_array)
{
  const BhReportRecipe *recipe = bh_report_recipe_find (info->key);

  g_return_val_if_fail (is_array != NULL, NULL);

  *is_array = FALSE;
  if (recipe == NULL)
    return NULL;
  if (g_str_has_suffix (recipe->month, "_"))
    return dup_at_end (recipe, slice, extent);
  if (part == BH_REPORT_PART_MEDIAN || part == BH_REPORT_PART_P90)
    return dup_percentile (recipe, part, slice, extent, has_value, is_array);
  if (info->form == BH_FIGURE_COUNT)
    {
      g_autofree char *sum = dup_sum (recipe, NULL, slice, extent);

      return g_strconcat ("=", sum, NULL);
    }

  return dup_quotient (recipe, slice, extent);
}
