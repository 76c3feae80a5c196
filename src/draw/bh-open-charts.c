/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-open-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-rows.h"
#include "draw/bh-columns-chart.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-open-ages.h"

#define WAITS "waits"

const BhChartVariant bh_open_age_variants[] = {
  { "grade", NC_ ("chart", "By grade") },
  { WAITS, NC_ ("chart", "By what they wait for") },
  { NULL, NULL },
};

static const char *const age_names[BH_N_AGES] = {
  NC_ ("age", "Up to 1 d"), NC_ ("age", "1–3 d"),   NC_ ("age", "3–7 d"),
  NC_ ("age", "7–15 d"),    NC_ ("age", "15–30 d"), NC_ ("age", "Over 30 d"),
};

const char *
bh_open_age_get_name (BhAge age)
{
  g_return_val_if_fail ((guint) age < BH_N_AGES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "age", age_names[age]);
}

const char *
bh_open_wait_get_name (int wait)
{
  if (wait == BH_WAIT_SUSPENDED)
    return C_ ("chart", "Suspended");

  return wait != BH_WAIT_UNKNOWN ? bh_list_get_label (BH_LIST_STAGE, wait)
                                 : C_ ("chart", "Not known");
}

/* One of the parts that a column is made of. */
static const char *
get_part_name (gboolean waits, int part)
{
  if (waits)
    return bh_open_wait_get_name (part);

  return part != BH_GRADE_NONE ? bh_list_get_label (BH_LIST_GRADE, part) : C_ ("chart", "No grade");
}

/* Grades have colours of their own everywhere. */
static BhChartRole
get_part_role (gboolean waits, int part)
{
  static const BhChartRole grades[BH_N_OPEN_GRADES] = {
    [BH_GRADE_NONE] = BH_CHART_ROLE_OTHER,
    [BH_GRADE_URGENT] = BH_CHART_ROLE_BAD,
    [BH_GRADE_IMPORTANT] = BH_CHART_ROLE_AMBER,
    [BH_GRADE_GENERAL] = BH_CHART_ROLE_VALUE,
  };

  if (!waits)
    return grades[part];

  return part == BH_WAIT_UNKNOWN
             ? BH_CHART_ROLE_OTHER
             : (BhChartRole) (BH_CHART_ROLE_CATEGORY + (part - 1) % BH_N_CHART_CATEGORIES);
}

static gint64
count_part (const BhOpenAges *ages, gboolean waits, int age, int part)
{
  return waits ? bh_open_ages_sum (ages, age, BH_OPEN_ANY, part)
               : bh_open_ages_sum (ages, age, part, BH_OPEN_ANY);
}

static char *
dup_part_text (gint64 count, gint64 all)
{
  g_autofree char *tickets = bh_chart_dup_tickets (count);
  g_autofree char *share = bh_chart_dup_share (count, all);

  return g_strdup_printf (C_ ("chart", "%s (%s)"), tickets, share);
}

/* What a part stands for by itself. */
static char *
dup_part_brush (gboolean waits, int part)
{
  if (waits && part == BH_WAIT_SUSPENDED)
    return bh_chart_dup_brush (BH_FILTER_SUSPENDED, "yes");
  if (part == 0)
    return bh_chart_dup_brush (waits ? BH_FILTER_STAGE : BH_FILTER_GRADE, "none");

  return waits ? bh_chart_dup_brush (BH_FILTER_STAGE, bh_list_get_code (BH_LIST_STAGE, part))
               : bh_chart_dup_brush (BH_FILTER_GRADE, bh_list_get_code (BH_LIST_GRADE, part));
}

/* What is drawn of @ages, and in which parts. */
typedef struct
{
  BhInsight *insight;
  const BhChartQuestion *question;
  BhOpenAges *ages;
  gboolean waits;
  int parts[MAX (BH_N_WAITS, BH_N_OPEN_GRADES)]; /* those that there are, most urgent first */
  guint n_parts;
} OpenAge;

static char *
dup_filter (const OpenAge *self, int age, int part)
{
  int grade = self->waits ? BH_OPEN_ANY : part;
  int wait = self->waits ? part : BH_OPEN_ANY;

  return bh_chart_take_filter_text (
      bh_open_ages_filter (self->ages, self->insight, self->question->filter, age, grade, wait));
}

static void
find_parts (OpenAge *self)
{
  int n = self->waits ? BH_N_WAITS : BH_N_OPEN_GRADES;

  /* What is not known stands last. */
  for (int i = 1; i <= n; i++)
    if (count_part (self->ages, self->waits, BH_OPEN_ANY, i % n) > 0)
      self->parts[self->n_parts++] = i % n;
}

static void
add_age (const OpenAge *self, BhChartRows *rows, int age)
{
  const char *name = bh_open_age_get_name ((BhAge) age);
  gint64 all = bh_open_ages_sum (self->ages, BH_OPEN_ANY, BH_OPEN_ANY, BH_OPEN_ANY);

  bh_chart_rows_add (rows, name, NULL, NULL, NULL);
  for (guint i = 0; i < self->n_parts; i++)
    {
      int part = self->parts[i];
      gint64 count = count_part (self->ages, self->waits, age, part);
      g_autofree char *label = g_strdup_printf ("%s · %s", name, get_part_name (self->waits, part));

      bh_chart_rows_set (rows, i, (double) count, 0);
      bh_chart_rows_set_item (rows, i, label, dup_part_text (count, all),
                              dup_filter (self, age, part), dup_part_brush (self->waits, part));
    }
}

BhChart *
bh_open_age_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  OpenAge self = { .insight = insight,
                   .question = question,
                   .waits = bh_chart_question_has_variant (question, WAITS) };
  g_autoptr (BhOpenAges) ages
      = bh_open_ages_compute (insight, &question->period, question->filter, error);
  g_autoptr (BhChartRows) rows = NULL;
  g_autofree char *subtitle = NULL;
  BhBarsSeries series[G_N_ELEMENTS (self.parts)];

  if (ages == NULL)
    return NULL;

  self.ages = ages;
  find_parts (&self);
  rows = bh_chart_rows_new (self.n_parts);
  for (int age = 0; age < BH_N_AGES && self.n_parts > 0; age++)
    add_age (&self, rows, age);
  for (guint i = 0; i < self.n_parts; i++)
    series[i] = (BhBarsSeries){ .name = get_part_name (self.waits, self.parts[i]),
                                .role = get_part_role (self.waits, self.parts[i]),
                                .values = bh_chart_rows_get_values (rows, i),
                                .items = bh_chart_rows_get_series_items (rows, i) };
  subtitle = bh_chart_question_dup_subtitle (question, insight);

  return bh_columns_chart_new (&(BhColumnsData){
      .title = C_ ("chart", "Age of the open tickets"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Age"),
      .empty_text = _ ("No ticket is open at the end of this period."),
      .numbers = BH_CHART_COUNTS,
      .unit = C_ ("chart", "tickets"),
      .ticks = BH_CHART_TICKS_NAMES,
      .items = bh_chart_rows_get_items (rows),
      .n_items = bh_chart_rows_get_n (rows),
      .series = series,
      .n_series = self.n_parts,
      .stacked = TRUE,
  });
}

/* What is open in one department, by whether it is late. */
enum
{
  OVERDUE,
  IN_TIME,
  N_LATENESS,
};

typedef struct
{
  const char *name;
  const char *word;
  gint64 counts[N_LATENESS];
} Department;

static int
compare_departments (gconstpointer a, gconstpointer b)
{
  const Department *left = a, *right = b;

  for (guint i = 0; i < N_LATENESS; i++)
    if (left->counts[i] != right->counts[i])
      return left->counts[i] > right->counts[i] ? -1 : 1;

  return g_strcmp0 (left->word, right->word);
}

static BhTicketFilter *
narrow_lateness (BhInsight *insight,
                 const BhChartQuestion *question,
                 BhTicketFilter *base,
                 guint which)
{
  BhOfficeTime *time = bh_insight_get_time (insight);
  BhFigureId figure = which == OVERDUE ? BH_FIGURE_OVERDUE_OPEN_AT_END : BH_FIGURE_OPEN_AT_END;
  g_autoptr (BhTicketFilter) open = bh_figure_filter (figure, &question->period, time, base, NULL);

  if (open == NULL || which == OVERDUE)
    return g_steal_pointer (&open);
  /* What was not late at an end that is past is in no column. */
  if (question->period.to < bh_insight_get_as_of (insight))
    return NULL;

  return bh_figure_filter_narrow (open, BH_FILTER_OVERDUE, "no");
}

static void
add_department (BhInsight *insight,
                const BhChartQuestion *question,
                const Department *department,
                BhChartRows *rows)
{
  const char *words[] = { department->word, NULL };
  const char *const names[] = { C_ ("chart", "Overdue"), C_ ("chart", "Open, not overdue") };
  gint64 all = department->counts[OVERDUE] + department->counts[IN_TIME];
  g_autoptr (BhTicketFilter) scope = question->filter != NULL
                                         ? bh_ticket_filter_ref (question->filter)
                                         : bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) own = bh_ticket_filter_with (scope, BH_FILTER_DEPARTMENT, words, NULL);

  bh_chart_rows_add (rows, department->name, NULL, NULL, NULL);
  for (guint i = 0; i < N_LATENESS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s · %s", department->name, names[i]);

      bh_chart_rows_set (rows, i, (double) department->counts[i], 0);
      bh_chart_rows_set_item (
          rows, i, label, dup_part_text (department->counts[i], all),
          own != NULL ? bh_chart_take_filter_text (narrow_lateness (insight, question, own, i))
                      : NULL,
          bh_chart_dup_brush (BH_FILTER_DEPARTMENT, department->word));
    }
}

static void
add_departments (BhInsight *insight,
                 const BhChartQuestion *question,
                 GPtrArray *groups,
                 BhChartRows *rows)
{
  g_autoptr (GArray) departments = g_array_new (FALSE, FALSE, sizeof (Department));

  for (guint i = 0; i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      gint64 open = group->values[BH_FIGURE_OPEN_AT_END].count;
      gint64 overdue = group->values[BH_FIGURE_OVERDUE_OPEN_AT_END].count;
      Department department = { group->id != 0 ? group->key : C_ ("chart", "Not given"),
                                group->key,
                                { [OVERDUE] = overdue, [IN_TIME] = open - overdue } };

      if (open > 0)
        g_array_append_val (departments, department);
    }
  g_array_sort (departments, compare_departments);
  for (guint i = 0; i < departments->len; i++)
    add_department (insight, question, &g_array_index (departments, Department, i), rows);
}

BhChart *
bh_overdue_departments_chart_make (BhInsight *insight,
                                   const BhChartQuestion *question,
                                   GError **error)
{
  g_autoptr (GPtrArray) groups = bh_figures_compute (
      insight, &question->period, BH_BY_DEPARTMENT, question->filter,
      BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END) | BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END), error);
  g_autoptr (BhChartRows) rows = NULL;
  g_autofree char *subtitle = NULL;

  if (groups == NULL)
    return NULL;

  rows = bh_chart_rows_new (N_LATENESS);
  subtitle = bh_chart_question_dup_subtitle (question, insight);
  add_departments (insight, question, groups, rows);

  return bh_bars_chart_new (&(BhBarsData){
      .title = C_ ("chart", "Open and overdue by department"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Department"),
      .empty_text = _ ("No ticket is open at the end of this period."),
      .numbers = BH_CHART_COUNTS,
      .unit = C_ ("chart", "tickets"),
      .items = bh_chart_rows_get_items (rows),
      .n_items = bh_chart_rows_get_n (rows),
      .series
      = (const BhBarsSeries[]){ { .name = C_ ("chart", "Overdue"),
                                  .role = BH_CHART_ROLE_BAD,
                                  .values = bh_chart_rows_get_values (rows, OVERDUE),
                                  .items = bh_chart_rows_get_series_items (rows, OVERDUE) },
                                { .name = C_ ("chart", "Open, not overdue"),
                                  .role = BH_CHART_ROLE_VALUE,
                                  .values = bh_chart_rows_get_values (rows, IN_TIME),
                                  .items = bh_chart_rows_get_series_items (rows, IN_TIME) } },
      .n_series = N_LATENESS,
      .stacked = TRUE,
  });
}
