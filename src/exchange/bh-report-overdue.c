/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart.h"
#include "exchange/bh-report-rules.h"
#include "exchange/bh-report-show.h"
#include "exchange/bh-report-table.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "draw/bh-open-charts.h"
#include "insight/bh-open-lists.h"

/* The sheet of what is open: by how long it has been, and what is late, by who has it. */

#define CHART_DEPARTMENTS 15
#define CHART_WIDTH 1000
#define CHART_HEAD 130 /* pixels of title, axis and legend */
#define CHART_BAR 34
#define PIXELS_PER_ROW 21
#define MOST_OVERDUE 200
#define SUMMARY_WIDTH 44
#define DAY (24 * 60 * 60 * (double) BH_USEC_PER_SEC)

/* The ages stand behind the name. */
enum
{
  AGE_NAME,
  AGE_FIRST,
  AGE_ALL = AGE_FIRST + BH_N_AGES,
  AGE_OVERDUE,
  AGE_N_COLUMNS,
};

typedef struct
{
  const char *name;
  const char *label; /* in the data, "" for none */
  const BhOpenGroup *group;
  gint64 all;
} Department;

/* The instant whose state the sheet shows. */
static gint64
get_end (BhReport *self)
{
  return MIN (self->spans[BH_REPORT_NOW].period.to, self->request->as_of);
}

static void
write_instant (BhReport *self, BhReportSheet *sheet, guint *row)
{
  g_autofree char *end = bh_office_time_format (bh_office_get_time (self->office), get_end (self));
  g_autofree char *text = g_strdup_printf (_ ("As it stood at %s"), end);

  bh_report_table_write_sentence (sheet, row, text);
}

static int
compare_departments (gconstpointer a, gconstpointer b)
{
  const Department *left = a, *right = b;

  if (left->all != right->all)
    return left->all > right->all ? -1 : 1;

  return left->group->id < right->group->id ? -1 : 1;
}

static GArray *
list_departments (BhReport *self, GArray *groups)
{
  GArray *departments = g_array_new (FALSE, FALSE, sizeof (Department));

  for (guint i = 0; i < groups->len; i++)
    {
      const BhOpenGroup *group = &g_array_index (groups, BhOpenGroup, i);
      const char *label = bh_report_labels_get (self->labels, BH_TYPE_DEPARTMENT, group->id);
      Department department
          = { *label != '\0' ? label : C_ ("chart", "Not given"), label, group, 0 };

      for (guint age = 0; age < BH_N_AGES; age++)
        department.all += group->counts[age];
      g_array_append_val (departments, department);
    }
  g_array_sort (departments, compare_departments);

  return departments;
}

static void
write_age_labels (BhReportSheet *sheet, guint *row)
{
  const char *labels[AGE_N_COLUMNS] = { [AGE_NAME] = _ ("Department"),
                                        [AGE_ALL] = C_ ("report", "All"),
                                        [AGE_OVERDUE] = C_ ("chart", "Overdue") };

  for (guint age = 0; age < BH_N_AGES; age++)
    labels[AGE_FIRST + age] = bh_open_age_get_name ((BhAge) age);
  bh_report_table_write_labels (sheet, row, labels, AGE_N_COLUMNS, 1);
}

/* @slice: of the month at whose end they were open */
static void
write_department (BhReport *self,
                  BhReportSheet *sheet,
                  guint row,
                  guint label_row,
                  const Department *department,
                  const BhReportSlice *months)
{
  g_autofree char *name = bh_report_dup_cell_name (row, AGE_NAME, FALSE, TRUE);
  BhReportCondition conditions[2]
      = { { "department", *department->label != '\0' ? name : NULL, department->label } };
  BhReportSlice slice = *months;

  slice.conditions = conditions;
  bh_report_sheet_text (sheet, row, AGE_NAME, department->name, BH_STYLE_TEXT);
  for (guint age = 0; age < BH_N_AGES; age++)
    {
      g_autofree char *cell = bh_report_dup_cell_name (label_row, AGE_FIRST + age, TRUE, FALSE);

      conditions[1] = (BhReportCondition){ "age_band", cell, bh_open_age_get_name ((BhAge) age) };
      slice.n_conditions = 2;
      bh_report_write_figure (self, sheet, row, AGE_FIRST + age, BH_FIGURE_OPEN_AT_END,
                              BH_REPORT_PART_VALUE, &slice, TRUE,
                              (double) department->group->counts[age]);
    }
  bh_report_table_write_sum (sheet, row, AGE_ALL, row, AGE_FIRST, row, AGE_ALL - 1,
                             (double) department->all);
  slice.n_conditions = 1;
  bh_report_write_figure (self, sheet, row, AGE_OVERDUE, BH_FIGURE_OVERDUE_OPEN_AT_END,
                          BH_REPORT_PART_VALUE, &slice, TRUE, (double) department->group->overdue);
}

static void
write_age_sums (BhReportSheet *sheet, guint row, guint first, GArray *departments)
{
  double sums[AGE_N_COLUMNS] = { 0 };

  for (guint i = 0; i < departments->len; i++)
    {
      const Department *department = &g_array_index (departments, Department, i);

      for (guint age = 0; age < BH_N_AGES; age++)
        sums[AGE_FIRST + age] += (double) department->group->counts[age];
      sums[AGE_ALL] += (double) department->all;
      sums[AGE_OVERDUE] += (double) department->group->overdue;
    }
  bh_report_sheet_text (sheet, row, AGE_NAME, C_ ("report", "All"), BH_STYLE_TEXT);
  for (guint column = AGE_FIRST; column < AGE_N_COLUMNS; column++)
    bh_report_table_write_sum (sheet, row, column, first, column, row - 1, column, sums[column]);
}

/* Returns: how many rows it covers */
static guint
add_age_chart (BhReportSheet *sheet, guint row, guint first, GArray *departments)
{
  guint n = MIN (departments->len, CHART_DEPARTMENTS);
  guint height = CHART_HEAD + n * CHART_BAR;
  g_autoptr (BhReportChart) chart
      = bh_report_chart_new (_ ("Open tickets by department and age"), _ ("Tickets"), NULL);
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree double *counts = g_new (double, n);

  for (guint i = 0; i < n; i++)
    names[i] = g_array_index (departments, Department, i).name;
  bh_report_chart_set_categories (chart, sheet, first, AGE_NAME, n, TRUE, names, NULL, NULL);
  for (guint age = 0; age < BH_N_AGES; age++)
    {
      for (guint i = 0; i < n; i++)
        counts[i] = (double) g_array_index (departments, Department, i).group->counts[age];
      bh_report_chart_add (chart, BH_REPORT_CHART_STACKED, bh_open_age_get_name ((BhAge) age),
                           first, AGE_FIRST + age, counts, "#,##0");
    }
  bh_report_chart_show_values (chart);
  bh_report_chart_insert (chart, sheet, row, 0, CHART_WIDTH, height);

  return height / PIXELS_PER_ROW + 2;
}

gboolean
bh_report_write_open_ages (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (GArray) groups
      = bh_open_groups_compute (self->insight, &self->spans[BH_REPORT_NOW].period, BH_BY_DEPARTMENT,
                                self->request->filter, error);
  g_autoptr (GArray) departments = NULL;
  BhReportSlice slice = { .month = self->spans[BH_REPORT_NOW].last };
  guint label_row, first;

  if (groups == NULL)
    return FALSE;

  bh_report_table_begin (sheet, row, block);
  write_instant (self, sheet, row);
  if (groups->len == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("Nothing was open."));
      return TRUE;
    }

  departments = list_departments (self, groups);
  label_row = *row;
  write_age_labels (sheet, row);
  first = *row;
  for (guint i = 0; i < departments->len; i++)
    write_department (self, sheet, (*row)++, label_row, &g_array_index (departments, Department, i),
                      &slice);
  bh_report_rules_add_scale (sheet, &(BhReportRange){ first, AGE_FIRST, *row - 1, AGE_ALL - 1 });
  bh_report_rules_add_bars (sheet, &(BhReportRange){ first, AGE_ALL, *row - 1, AGE_ALL }, 0);
  write_age_sums (sheet, (*row)++, first, departments);
  *row += add_age_chart (sheet, *row, first, departments);

  return TRUE;
}

enum
{
  LATE_NUMBER,
  LATE_DAYS,
  LATE_DUE,
  LATE_RECEIVED,
  LATE_STAGE,
  LATE_HOLDER,
  LATE_DEPARTMENT,
  LATE_CATEGORY,
  LATE_PLACE,
  LATE_SUMMARY, /* of internal workbooks */
  LATE_N_COLUMNS,
};

static void
write_late (BhReport *self, BhReportSheet *sheet, guint row, const BhOverdueTicket *ticket)
{
  const char *summary = bh_report_show (self, BH_REPORT_SHOWN_TEXT, ticket->summary);

  if (summary != NULL)
    {
      guint lines = bh_report_table_count_lines (summary, SUMMARY_WIDTH, 3);

      bh_report_sheet_set_lines (sheet, row, lines);
    }
  bh_report_sheet_text (sheet, row, LATE_NUMBER, ticket->number, BH_STYLE_TEXT);
  bh_report_sheet_number (sheet, row, LATE_DAYS, (double) (get_end (self) - ticket->due) / DAY,
                          BH_STYLE_DAYS);
  bh_report_table_write_time (self, sheet, row, LATE_DUE, ticket->due);
  bh_report_table_write_time (self, sheet, row, LATE_RECEIVED, ticket->received_at);
  bh_report_sheet_text (sheet, row, LATE_STAGE, bh_open_wait_get_name (ticket->wait),
                        BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, LATE_HOLDER,
                        bh_report_labels_get (self->labels, BH_TYPE_STAFF, ticket->staff_id),
                        BH_STYLE_TEXT);
  bh_report_sheet_text (
      sheet, row, LATE_DEPARTMENT,
      bh_report_labels_get (self->labels, BH_TYPE_DEPARTMENT, ticket->department_id),
      BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, LATE_CATEGORY,
                        bh_report_labels_get_category (self->labels, ticket->category_id)->path,
                        BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, LATE_PLACE,
                        bh_report_show (self, BH_REPORT_SHOWN_PLACE, ticket->place), BH_STYLE_TEXT);
  if (self->request->profile == BH_REPORT_INTERNAL)
    bh_report_sheet_text (sheet, row, LATE_SUMMARY, ticket->summary, BH_STYLE_WRAP);
}

gboolean
bh_report_write_overdue (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  gint64 n_all;
  g_autoptr (GPtrArray) tickets
      = bh_overdue_list_compute (self->insight, &self->spans[BH_REPORT_NOW].period,
                                 self->request->filter, MOST_OVERDUE, &n_all, error);
  const char *const labels[LATE_N_COLUMNS] = {
    [LATE_NUMBER] = _ ("Number"),
    [LATE_DAYS] = _ ("Overdue by"),
    [LATE_DUE] = _ ("Due"),
    [LATE_RECEIVED] = _ ("Received"),
    [LATE_STAGE] = _ ("Stage"),
    [LATE_HOLDER] = _ ("Held by"),
    [LATE_DEPARTMENT] = _ ("Department"),
    [LATE_CATEGORY] = _ ("Category"),
    [LATE_PLACE] = _ ("Place"),
    [LATE_SUMMARY] = _ ("Summary"),
  };
  guint first;

  if (tickets == NULL)
    return FALSE;

  bh_report_table_begin (sheet, row, block);
  write_instant (self, sheet, row);
  if (tickets->len == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("Nothing was overdue."));
      return TRUE;
    }

  bh_report_table_write_labels (
      sheet, row, labels,
      self->request->profile == BH_REPORT_INTERNAL ? LATE_N_COLUMNS : LATE_SUMMARY, 1);
  first = *row;
  for (guint i = 0; i < tickets->len; i++)
    write_late (self, sheet, (*row)++, g_ptr_array_index (tickets, i));
  bh_report_rules_add_bars (sheet, &(BhReportRange){ first, LATE_DAYS, *row - 1, LATE_DAYS }, 0);
  bh_report_table_write_more (sheet, row, n_all - tickets->len);

  return TRUE;
}
