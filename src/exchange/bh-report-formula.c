/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-formula.h"

#include <string.h>

#define RECEIVED "received_month"
#define RECEIVED_SO_FAR "received_so_far"
#define FINISHED "finished_month"
#define CALLED "callback_month"
#define STAGE_ON_TIME "stage_on_time."
#define STAGE_HOURS "stage_hours."

static const BhReportRecipe recipes[] = {
  { "received", BH_REPORT_TICKETS, RECEIVED, NULL, NULL, RECEIVED_SO_FAR },
  { "received_per_100_households", BH_REPORT_TICKETS, RECEIVED, NULL, "households",
    RECEIVED_SO_FAR },
  { "finished", BH_REPORT_TICKETS, FINISHED, NULL, NULL, "finished_so_far" },
  { "open_at_end", BH_REPORT_TICKETS, "open_", NULL, NULL },
  { "overdue_open_at_end", BH_REPORT_TICKETS, "overdue_", NULL, NULL },
  { "promise_kept", BH_REPORT_TICKETS, "promised_month", "promise_kept", NULL },
  { "suspended_share", BH_REPORT_TICKETS, RECEIVED, "suspended", "resolved_counts" },
  { "reminder_share", BH_REPORT_TICKETS, RECEIVED, "reminded", "resolved_counts" },
  { "routing_error_share", BH_REPORT_TICKETS, "dispatched_month", "misrouted", NULL },
  { "exception_close_share", BH_REPORT_TICKETS, "closed_month", "exception", NULL },
  { "pass_share", BH_REPORT_TICKETS, "verdict_month", "passed", NULL },
  { "first_time_fix", BH_REPORT_TICKETS, FINISHED, "first_fix", NULL },
  { "solved_share", BH_REPORT_CALLBACKS, CALLED, "solved_yes", "solved_counts" },
  { "timely_share", BH_REPORT_CALLBACKS, CALLED, "timely_yes", "timely_counts" },
  { "polite_share", BH_REPORT_CALLBACKS, CALLED, "polite_yes", "polite_counts" },
  { STAGE_ON_TIME, BH_REPORT_STAGES, "stage_month", "stage_kept", NULL },
  { STAGE_HOURS, BH_REPORT_STAGES, "stage_done_month", "stage_hours", NULL },
  { "response_on_time", BH_REPORT_TICKETS, RECEIVED, "response_kept", "response_counts" },
  { "completion_on_time", BH_REPORT_TICKETS, RECEIVED, "completion_kept", "completion_counts" },
  { "first_answer_on_time", BH_REPORT_TICKETS, RECEIVED, "first_answer_kept",
    "first_answer_counts" },
  { "handling_days", BH_REPORT_TICKETS, FINISHED, "handling_days", NULL },
  { "response_hours", BH_REPORT_TICKETS, "responded_month", "response_hours", NULL },
  { "handover_hours", BH_REPORT_TICKETS, "accepted_month", "handover_hours", NULL },
  { "repeat_share", BH_REPORT_TICKETS, RECEIVED, "repeats", NULL },
  { "rework_share", BH_REPORT_TICKETS, FINISHED, "reworked", NULL },
  { "resolved_share", BH_REPORT_TICKETS, RECEIVED, "resolved", "resolved_counts" },
  { "signoff_share", BH_REPORT_TICKETS, FINISHED, "signoff_signed", "signoff_asked" },
  { "callback_share", BH_REPORT_TICKETS, FINISHED, "callback_reached", "callback_asked" },
  { "satisfaction", BH_REPORT_CALLBACKS, CALLED, "score_satisfied", "score_counts" },
  { "satisfaction_index", BH_REPORT_CALLBACKS, CALLED, "score_points", "score_counts" },
};

/* Of the figures of stages, what comes before the stage. */
static gboolean
is_for (const BhReportRecipe *recipe, const char *key)
{
  return recipe->table == BH_REPORT_STAGES ? g_str_has_prefix (key, recipe->key)
                                           : g_str_equal (key, recipe->key);
}

const BhReportRecipe *
bh_report_recipe_find (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (recipes); i++)
    if (is_for (&recipes[i], key))
      return &recipes[i];

  return NULL;
}

gboolean
bh_report_has_column (BhReportTable table, const char *name)
{
  static const char *const all[]
      = { "kind",      "grade",       "category_top",     "category",      "community",
          "city_tier", "estate_kind", "department",       "person",        "channel",
          "building",  "cause",       "received_weekday", "received_hour", NULL };
  static const char *const of_tickets[] = { "age_band", "spot", NULL };
  static const char *const of_stages[]
      = { "grade", "category", "department", "name", "unit", "holder", NULL };

  if (table == BH_REPORT_CALLBACKS && g_str_equal (name, "score"))
    return TRUE;
  if (table == BH_REPORT_TICKETS && g_strv_contains (of_tickets, name))
    return TRUE;
  if (table != BH_REPORT_STAGES && g_str_has_prefix (name, BH_REPORT_CARE_PREFIX))
    return TRUE;

  return g_strv_contains (table == BH_REPORT_STAGES ? of_stages : all, name);
}

char *
bh_report_dup_name (const char *name, guint sheet)
{
  return sheet == 0 ? g_strdup (name) : g_strdup_printf ("%s_%u", name, sheet + 1);
}

char *
bh_report_dup_column (BhReportTable table, const char *name)
{
  static const char *const prefixes[BH_N_REPORT_TABLES] = {
    [BH_REPORT_TICKETS] = "",
    [BH_REPORT_STAGES] = "stage_",
    [BH_REPORT_CALLBACKS] = "callback_",
  };

  return g_strconcat (prefixes[table], name, NULL);
}

/* A criterion is a pattern: what would not be taken literally is escaped. An equals sign alone
 * asks for empty cells. */
static char *
dup_criterion (const BhReportCondition *condition)
{
  const char *cell = condition->cell, *text = condition->text;

  if (cell == NULL)
    return g_strdup ("\"=\"");
  if (text != NULL && strpbrk (text, "*?~") != NULL)
    return g_strdup_printf ("\"=\"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(%s,\"~\",\"~~\"),\"*\",\"~*\"),"
                            "\"?\",\"~?\")",
                            cell);
  if (text != NULL && *text != '\0' && strchr ("=<>", *text) != NULL)
    return g_strdup_printf ("\"=\"&%s", cell);

  return g_strdup (cell);
}

static void
append_criterion (GString *out, const char *name, const char *criterion)
{
  g_string_append_printf (out, "%s%s,%s", out->len > 0 ? "," : "", name, criterion);
}

static void
append_months (GString *out, const char *month, const BhReportSlice *slice)
{
  g_autofree char *first = NULL, *last = NULL;

  if (slice->first_month_cell == NULL)
    {
      append_criterion (out, month, slice->month_cell);
      return;
    }

  first = g_strconcat ("\">=\"&", slice->first_month_cell, NULL);
  last = g_strconcat ("\"<=\"&", slice->month_cell, NULL);
  append_criterion (out, month, first);
  append_criterion (out, month, last);
}

/* "received_month,C$6,scope_1,1,category,$A9" on one sheet; without @with_month the month is left
 * to the column. */
static char *
dup_criteria (const BhReportRecipe *recipe,
              const BhReportSlice *slice,
              guint sheet,
              gboolean with_month)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (with_month)
    {
      g_autofree char *name = bh_report_dup_name (recipe->month, sheet);

      append_months (out, name, slice);
    }
  if (slice->so_far && recipe->so_far != NULL)
    {
      g_autofree char *name = bh_report_dup_name (recipe->so_far, sheet);

      append_criterion (out, name, "1");
    }
  if (slice->scope > 0)
    {
      g_autofree char *scope = g_strdup_printf ("scope_%u", slice->scope);
      g_autofree char *column = bh_report_dup_column (recipe->table, scope);
      g_autofree char *name = bh_report_dup_name (column, sheet);

      append_criterion (out, name, "1");
    }
  for (guint i = 0; i < slice->n_conditions; i++)
    {
      g_autofree char *column = bh_report_dup_column (recipe->table, slice->conditions[i].column);
      g_autofree char *name = bh_report_dup_name (column, sheet);
      g_autofree char *criterion = dup_criterion (&slice->conditions[i]);

      append_criterion (out, name, criterion);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Rows counted, or a column summed, over all sheets, in brackets where there are several. */
static char *
dup_sum (const BhReportRecipe *recipe,
         const char *column,
         const BhReportSlice *slice,
         const BhReportExtent *extent)
{
  guint n = extent->sheets[recipe->table];
  g_autoptr (GString) out = g_string_new (n > 1 ? "(" : "");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = column != NULL ? bh_report_dup_name (column, i) : NULL;
      g_autofree char *criteria = dup_criteria (recipe, slice, i, TRUE);

      if (i > 0)
        g_string_append_c (out, '+');
      if (name != NULL)
        g_string_append_printf (out, "SUMIFS(%s,%s)", name, criteria);
      else
        g_string_append_printf (out, "COUNTIFS(%s)", criteria);
    }
  if (n > 1)
    g_string_append_c (out, ')');

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A month's end has a column of its own, where 1 stands for each ticket. */
static char *
dup_at_end (const BhReportRecipe *recipe, const BhReportSlice *slice, const BhReportExtent *extent)
{
  g_autofree char *column = g_strdup_printf ("%s%d", recipe->month, slice->month);
  g_autoptr (GString) out = g_string_new ("=");

  for (guint i = 0; i < extent->sheets[recipe->table]; i++)
    {
      g_autofree char *name = bh_report_dup_name (column, i);
      g_autofree char *criteria = dup_criteria (recipe, slice, i, FALSE);
      const char *plus = i > 0 ? "+" : "";

      if (*criteria == '\0')
        g_string_append_printf (out, "%sSUM(%s)", plus, name);
      else
        g_string_append_printf (out, "%sSUMIFS(%s,%s)", plus, name, criteria);
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

  if (slice->first_month_cell != NULL)
    g_string_append_printf (out, "(%s>=%s)*(%s<=%s)", recipe->month, slice->first_month_cell,
                            recipe->month, slice->month_cell);
  else
    g_string_append_printf (out, "(%s=%s)", recipe->month, slice->month_cell);
  if (slice->scope > 0)
    {
      g_autofree char *scope = g_strdup_printf ("scope_%u", slice->scope);
      g_autofree char *column = bh_report_dup_column (recipe->table, scope);

      g_string_append_printf (out, "*(%s=1)", column);
    }
  for (guint i = 0; i < slice->n_conditions; i++)
    {
      const BhReportCondition *condition = &slice->conditions[i];
      g_autofree char *column = bh_report_dup_column (recipe->table, condition->column);

      g_string_append_printf (out, "*(%s=%s)", column,
                              condition->cell != NULL ? condition->cell : "\"\"");
    }

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

  if (extent->sheets[recipe->table] > 1)
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
      if (slice->n_conditions > 0)
        return NULL;
      denominator = slice->scope == 0 ? g_strdup ("households")
                                      : g_strdup_printf ("households_%u", slice->scope);
      return g_strdup_printf ("=IF(%s=0,\"–\",%s*100/%s)", denominator, numerator, denominator);
    }

  denominator = dup_sum (recipe, recipe->denominator, slice, extent);

  return dup_ratio (numerator, denominator);
}

static char *
dup_formula (const BhReportRecipe *recipe,
             const BhFigureInfo *info,
             BhReportPart part,
             const BhReportSlice *slice,
             const BhReportExtent *extent,
             gboolean has_value,
             gboolean *is_array)
{
  if (g_str_has_suffix (recipe->month, "_"))
    return dup_at_end (recipe, slice, extent);
  if (part == BH_REPORT_PART_MEDIAN || part == BH_REPORT_PART_P90)
    return dup_percentile (recipe, part, slice, extent, has_value, is_array);
  if (info->form == BH_FIGURE_COUNT || part == BH_REPORT_PART_COUNT)
    {
      g_autofree char *sum = dup_sum (recipe, recipe->denominator, slice, extent);

      return g_strconcat ("=", sum, NULL);
    }

  return dup_quotient (recipe, slice, extent);
}

/* As the sheet of stages calls it, in quotes. */
static char *
dup_stage (const char *code)
{
  int stage = bh_list_find (BH_LIST_STAGE, code);

  return g_strdup_printf ("\"%s\"", bh_list_get_label (BH_LIST_STAGE, stage));
}

static const BhReportRecipe *
find_recipe (const BhFigureInfo *info, const BhReportSlice *slice, const BhReportExtent *extent)
{
  const BhReportRecipe *recipe = bh_report_recipe_find (info->key);

  if (recipe == NULL || extent->sheets[recipe->table] == 0)
    return NULL;
  for (guint i = 0; i < slice->n_conditions; i++)
    if (!bh_report_has_column (recipe->table, slice->conditions[i].column))
      return NULL;

  return recipe;
}

char *
bh_report_formula_new_numerator (const BhFigureInfo *info,
                                 const BhReportSlice *slice,
                                 const BhReportExtent *extent)
{
  const BhReportRecipe *recipe = find_recipe (info, slice, extent);
  g_autofree char *sum = NULL;

  g_return_val_if_fail (info->form == BH_FIGURE_SHARE, NULL);

  if (recipe == NULL || recipe->table == BH_REPORT_STAGES)
    return NULL;

  sum = dup_sum (recipe, recipe->numerator, slice, extent);

  return g_strconcat ("=", sum, NULL);
}

char *
bh_report_formula_new (const BhFigureInfo *info,
                       BhReportPart part,
                       const BhReportSlice *slice,
                       const BhReportExtent *extent,
                       gboolean has_value,
                       gboolean *is_array)
{
  const BhReportRecipe *recipe = find_recipe (info, slice, extent);
  g_autofree BhReportCondition *conditions = NULL;
  g_autofree char *stage = NULL;
  BhReportSlice own = *slice;

  g_return_val_if_fail (is_array != NULL, NULL);

  *is_array = FALSE;
  if (recipe == NULL)
    return NULL;

  if (recipe->table == BH_REPORT_STAGES)
    {
      stage = dup_stage (info->key + strlen (recipe->key));
      conditions = g_new (BhReportCondition, slice->n_conditions + 1);
      conditions[0] = (BhReportCondition){ "name", stage, NULL };
      for (guint i = 0; i < slice->n_conditions; i++)
        conditions[i + 1] = slice->conditions[i];
      own.conditions = conditions;
      own.n_conditions++;
    }

  return dup_formula (recipe, info, part, &own, extent, has_value, is_array);
}
