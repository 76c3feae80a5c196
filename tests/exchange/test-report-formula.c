/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-formula.h"
#include "insight/bh-figure-registry.h"

static char *
dup_formula (BhFigureId figure,
             BhReportPart part,
             guint scope,
             const char *category,
             guint sheets,
             gboolean has_value,
             gboolean *is_array)
{
  BhReportCondition condition = { "category", category, NULL };
  BhReportSlice slice = { .month = 202610,
                          .month_cell = "B$6",
                          .scope = scope,
                          .conditions = &condition,
                          .n_conditions = category != NULL };
  BhReportExtent extent = { { sheets, sheets, sheets } };

  return bh_report_formula_new (bh_figure_get_info (figure), part, &slice, &extent, has_value,
                                is_array);
}

static void
check (BhFigureId figure, BhReportPart part, guint scope, guint sheets, const char *expected)
{
  gboolean is_array;
  g_autofree char *formula = dup_formula (figure, part, scope, NULL, sheets, TRUE, &is_array);

  g_assert_cmpstr (formula, ==, expected);
  g_assert_cmpint (is_array, ==, expected != NULL && expected[0] == '{');
}

static void
test_counts (void)
{
  check (BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, 0, 1, "=COUNTIFS(received_month,B$6)");
  check (BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, 2, 1, "=COUNTIFS(received_month,B$6,scope_2,1)");
  check (BH_FIGURE_OPEN_AT_END, BH_REPORT_PART_VALUE, 0, 1, "=SUM(open_202610)");
  check (BH_FIGURE_OPEN_AT_END, BH_REPORT_PART_VALUE, 1, 1, "=SUMIFS(open_202610,scope_1,1)");
}

/* Beside a month that runs: only what had happened by the same day. */
static void
test_so_far (void)
{
  const BhReportSlice slice
      = { .month = 202610, .month_cell = "C$6", .first_month_cell = "C$5", .so_far = TRUE };
  const BhReportExtent extent = { { 2, 1, 1 } };
  gboolean is_array;
  g_autofree char *finished
      = bh_report_formula_new (bh_figure_get_info (BH_FIGURE_FINISHED), BH_REPORT_PART_VALUE,
                               &slice, &extent, TRUE, &is_array);

  g_assert_cmpstr (finished, ==,
                   "=(COUNTIFS(finished_month,\">=\"&C$5,finished_month,\"<=\"&C$6,"
                   "finished_so_far,1)+COUNTIFS(finished_month_2,\">=\"&C$5,"
                   "finished_month_2,\"<=\"&C$6,finished_so_far_2,1))");
}

static void
test_shares (void)
{
  check (BH_FIGURE_RESPONSE_ON_TIME, BH_REPORT_PART_VALUE, 0, 1,
         "=IF(SUMIFS(response_counts,received_month,B$6)=0,\"–\","
         "SUMIFS(response_kept,received_month,B$6)/SUMIFS(response_counts,received_month,B$6))");
  check (BH_FIGURE_REPEAT_SHARE, BH_REPORT_PART_VALUE, 0, 1,
         "=IF(COUNTIFS(received_month,B$6)=0,\"–\","
         "SUMIFS(repeats,received_month,B$6)/COUNTIFS(received_month,B$6))");
  check (BH_FIGURE_SATISFACTION, BH_REPORT_PART_VALUE, 1, 1,
         "=IF(SUMIFS(score_counts,callback_month,B$6,callback_scope_1,1)=0,\"–\","
         "SUMIFS(score_satisfied,callback_month,B$6,callback_scope_1,1)/"
         "SUMIFS(score_counts,callback_month,B$6,callback_scope_1,1))");
  check (BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS, BH_REPORT_PART_VALUE, 1, 1,
         "=IF(households_1=0,\"–\",COUNTIFS(received_month,B$6,scope_1,1)*100/households_1)");
}

static void
test_spreads (void)
{
  gboolean is_array;
  g_autofree char *empty = NULL;

  check (BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEAN, 0, 1,
         "=IF(COUNTIFS(finished_month,B$6)=0,\"–\","
         "SUMIFS(handling_days,finished_month,B$6)/COUNTIFS(finished_month,B$6))");
  check (BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_P90, 1, 1,
         "{=IF(COUNTIFS(finished_month,B$6,scope_1,1)=0,\"–\","
         "PERCENTILE(IF((finished_month=B$6)*(scope_1=1),handling_days,\"\"),0.9))}");

  empty
      = dup_formula (BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEDIAN, 0, NULL, 1, FALSE, &is_array);
  g_assert_cmpstr (empty, ==,
                   "=IF(COUNTIFS(finished_month,B$6)=0,\"–\","
                   "_xlfn.AGGREGATE(16,6,handling_days/((finished_month=B$6)),0.5))");
  g_assert_false (is_array);
}

static void
test_several_sheets (void)
{
  check (BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, 0, 3,
         "=(COUNTIFS(received_month,B$6)+COUNTIFS(received_month_2,B$6)+"
         "COUNTIFS(received_month_3,B$6))");
  check (BH_FIGURE_OVERDUE_OPEN_AT_END, BH_REPORT_PART_VALUE, 1, 2,
         "=SUMIFS(overdue_202610,scope_1,1)+SUMIFS(overdue_202610_2,scope_1_2,1)");
  check (BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEDIAN, 0, 2, NULL);
}

static void
test_category (void)
{
  gboolean is_array;
  g_autofree char *formula
      = dup_formula (BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, 0, "$A7", 1, TRUE, &is_array);

  g_assert_cmpstr (formula, ==, "=COUNTIFS(received_month,B$6,category,$A7)");
}

static void
check_slice (BhFigureId figure,
             BhReportPart part,
             const BhReportSlice *slice,
             guint sheets,
             const char *expected)
{
  BhReportExtent extent = { { sheets, sheets, sheets } };
  gboolean is_array;
  g_autofree char *formula
      = bh_report_formula_new (bh_figure_get_info (figure), part, slice, &extent, TRUE, &is_array);

  g_assert_cmpstr (formula, ==, expected);
}

static void
test_conditions (void)
{
  const BhReportCondition conditions[] = { { "department", "$A9", "保洁部" },
                                           { "person", "$B9", "*张~?" },
                                           { "cause", NULL, NULL } };
  BhReportSlice slice
      = { .month = 202610, .month_cell = "B$6", .conditions = conditions, .n_conditions = 2 };

  check_slice (BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, &slice, 1,
               "=COUNTIFS(received_month,B$6,department,$A9,person,"
               "\"=\"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($B9,\"~\",\"~~\"),\"*\",\"~*\"),"
               "\"?\",\"~?\"))");
  check_slice (BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEDIAN, &slice, 1,
               "{=IF(COUNTIFS(finished_month,B$6,department,$A9,person,"
               "\"=\"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($B9,\"~\",\"~~\"),\"*\",\"~*\"),"
               "\"?\",\"~?\"))=0,\"–\",PERCENTILE(IF((finished_month=B$6)*(department=$A9)"
               "*(person=$B9),handling_days,\"\"),0.5))}");
  check_slice (BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS, BH_REPORT_PART_VALUE, &slice, 1, NULL);

  slice.conditions = &conditions[2];
  slice.n_conditions = 1;
  check_slice (BH_FIGURE_OPEN_AT_END, BH_REPORT_PART_VALUE, &slice, 2,
               "=SUMIFS(open_202610,cause,\"=\")+SUMIFS(open_202610_2,cause_2,\"=\")");
  check_slice (BH_FIGURE_SATISFACTION_INDEX, BH_REPORT_PART_VALUE, &slice, 1,
               "=IF(SUMIFS(score_counts,callback_month,B$6,callback_cause,\"=\")=0,\"–\","
               "SUMIFS(score_points,callback_month,B$6,callback_cause,\"=\")/"
               "SUMIFS(score_counts,callback_month,B$6,callback_cause,\"=\"))");
}

static void
test_stages (void)
{
  const BhReportCondition conditions[]
      = { { "department", "$A9", NULL }, { "channel", "$A9", NULL } };
  BhReportSlice slice
      = { .month = 202610, .month_cell = "B$6", .conditions = conditions, .n_conditions = 1 };

  check_slice (
      BH_FIGURE_STAGE_ON_TIME_ACCEPT, BH_REPORT_PART_VALUE, &slice, 1,
      "=IF(COUNTIFS(stage_month,B$6,stage_name,\"Acceptance\",stage_department,$A9)=0,\"–\","
      "SUMIFS(stage_kept,stage_month,B$6,stage_name,\"Acceptance\",stage_department,$A9)/"
      "COUNTIFS(stage_month,B$6,stage_name,\"Acceptance\",stage_department,$A9))");
  check_slice (BH_FIGURE_STAGE_HOURS_PLAN, BH_REPORT_PART_MEDIAN, &slice, 1,
               "{=IF(COUNTIFS(stage_done_month,B$6,stage_name,\"Plan\",stage_department,$A9)=0,"
               "\"–\",PERCENTILE(IF((stage_done_month=B$6)*(stage_name=\"Plan\")"
               "*(stage_department=$A9),stage_hours,\"\"),0.5))}");

  slice.n_conditions = 2;
  check_slice (BH_FIGURE_STAGE_ON_TIME_ACCEPT, BH_REPORT_PART_VALUE, &slice, 1, NULL);
  check_slice (BH_FIGURE_STAGE_ON_TIME_ACCEPT, BH_REPORT_PART_VALUE, &slice, 0, NULL);
}

/* Who has no mark has none of them; a place that the data does not tell makes a constant. */
static void
test_marks (void)
{
  const BhReportCondition conditions[]
      = { { "care_elderly", NULL, NULL }, { "care_child", "1", NULL } };
  const BhReportCondition unknown = { "place", "$A9", "1栋" };
  BhReportSlice slice
      = { .month = 202610, .month_cell = "B$4", .conditions = conditions, .n_conditions = 2 };
  const BhReportExtent extent = { { 1, 1, 1 } };
  const BhFigureInfo *repeats = bh_figure_get_info (BH_FIGURE_REPEAT_SHARE);
  g_autofree char *numerator = bh_report_formula_new_numerator (repeats, &slice, &extent);
  gboolean is_array;
  g_autofree char *share
      = bh_report_formula_new (bh_figure_get_info (BH_FIGURE_SATISFACTION), BH_REPORT_PART_COUNT,
                               &slice, &extent, TRUE, &is_array);

  g_assert_cmpstr (numerator, ==,
                   "=SUMIFS(repeats,received_month,B$4,care_elderly,\"=\",care_child,1)");
  g_assert_cmpstr (share, ==,
                   "=SUMIFS(score_counts,callback_month,B$4,callback_care_elderly,\"=\","
                   "callback_care_child,1)");

  slice.conditions = &unknown;
  slice.n_conditions = 1;
  g_assert_null (bh_report_formula_new_numerator (repeats, &slice, &extent));
}

static void
test_several_months (void)
{
  BhReportSlice slice
      = { .month = 202610, .month_cell = "C$6", .first_month_cell = "202608", .scope = 1 };

  check_slice (BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, &slice, 2,
               "=(COUNTIFS(received_month,\">=\"&202608,received_month,\"<=\"&C$6,scope_1,1)+"
               "COUNTIFS(received_month_2,\">=\"&202608,received_month_2,\"<=\"&C$6,scope_1_2,1))");
  check_slice (BH_FIGURE_HANDOVER_HOURS, BH_REPORT_PART_P90, &slice, 1,
               "{=IF(COUNTIFS(accepted_month,\">=\"&202608,accepted_month,\"<=\"&C$6,scope_1,1)=0,"
               "\"–\",PERCENTILE(IF((accepted_month>=202608)*(accepted_month<=C$6)*(scope_1=1),"
               "handover_hours,\"\"),0.9))}");
  check_slice (BH_FIGURE_OVERDUE_OPEN_AT_END, BH_REPORT_PART_VALUE, &slice, 1,
               "=SUMIFS(overdue_202610,scope_1,1)");
}

/* A new figure without a recipe would silently be a constant. */
static void
test_every_figure_has_one (void)
{
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", infos[i].key);
      g_assert_nonnull (bh_report_recipe_find (infos[i].key));
    }
  g_assert_null (bh_report_recipe_find ("nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-formula/counts", test_counts);
  g_test_add_func ("/report-formula/so-far", test_so_far);
  g_test_add_func ("/report-formula/shares", test_shares);
  g_test_add_func ("/report-formula/spreads", test_spreads);
  g_test_add_func ("/report-formula/several-sheets", test_several_sheets);
  g_test_add_func ("/report-formula/category", test_category);
  g_test_add_func ("/report-formula/conditions", test_conditions);
  g_test_add_func ("/report-formula/stages", test_stages);
  g_test_add_func ("/report-formula/marks", test_marks);
  g_test_add_func ("/report-formula/several-months", test_several_months);
  g_test_add_func ("/report-formula/every-figure-has-one", test_every_figure_has_one);

  return g_test_run ();
}
