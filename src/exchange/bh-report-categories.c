/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart.h"
#include "exchange/bh-report-private.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-registry.h"
#include "insight/bh-figure-text.h"

#include <string.h>

/* The sheet of categories: the top ones and all of them, the most frequent first. */

#define CHART_CATEGORIES 20
#define CHART_ROWS 19
#define CHART_WIDTH 1050

typedef enum
{
  CATEGORY_NAME,
  CATEGORY_COUNT,
  CATEGORY_SHARE,
  CATEGORY_CUMULATED,
  CATEGORY_BEFORE,
  CATEGORY_CHANGE,
  CATEGORY_ON_TIME,
  CATEGORY_HANDLING,
  CATEGORY_N_COLUMNS,
} CategoryColumn;

/* What is known of one category, of a top one the sums of what is below it. */
typedef struct
{
  const char *name;
  double count;
  double before;
  double kept;
  double counts;
  double finished;
  double days; /* sum over the finished */
} Item;

typedef struct
{
  BhReport *report;
  BhReportSheet *sheet;
  const char *name_column; /* defined name of what the names stand in */
  guint month_row;
  guint first;
  guint last;
} Table;

static Item *
get_item (GHashTable *items, const char *name)
{
  Item *item = g_hash_table_lookup (items, name);

  if (item == NULL)
    {
      item = g_new0 (Item, 1);
      item->name = name;
      g_hash_table_insert (items, (gpointer) name, item);
    }

  return item;
}

static void
add_group (Item *item, const BhFigureGroup *group, gboolean is_before)
{
  const BhFigureValue *on_time = &group->values[BH_FIGURE_COMPLETION_ON_TIME];
  const BhFigureValue *handling = &group->values[BH_FIGURE_HANDLING_DAYS];
  double received = (double) group->values[BH_FIGURE_RECEIVED].count;

  if (is_before)
    {
      item->before += received;
      return;
    }

  item->count += received;
  item->kept += on_time->numerator;
  item->counts += on_time->denominator;
  item->finished += (double) handling->count;
  item->days += (double) handling->count * handling->mean;
}

static gboolean
read_span (BhReport *self, BhReportSpanId span, GHashTable *tops, GHashTable *all, GError **error)
{
  g_autoptr (GPtrArray) groups = bh_figures_compute (
      self->insight,
      span == BH_REPORT_BEFORE ? &self->spans[span].so_far : &self->spans[span].period,
      BH_BY_CATEGORY, self->request->filter,
      BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_COMPLETION_ON_TIME)
          | BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS) | BH_FIGURES_QUICK,
      error);

  if (groups == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      const BhReportLabel *label = bh_report_labels_get_category (self->labels, group->id);

      add_group (get_item (tops, label->top), group, span == BH_REPORT_BEFORE);
      add_group (get_item (all, label->path), group, span == BH_REPORT_BEFORE);
    }

  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *left = *(Item *const *) a, *right = *(Item *const *) b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;

  return strcmp (left->name, right->name);
}

/* Those that something is to be said of, in order. */
static GPtrArray *
sort_items (GHashTable *items)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      Item *item = data;

      if (item->count > 0 || item->before > 0 || item->finished > 0)
        g_ptr_array_add (sorted, item);
    }
  g_ptr_array_sort (sorted, compare_items);

  return g_steal_pointer (&sorted);
}

static void
write_figure (Table *table,
              const Item *item,
              guint row,
              guint column,
              BhFigureId figure,
              BhReportSpanId span,
              gboolean has_value,
              double value)
{
  BhReport *self = table->report;
  gboolean is_spread = bh_figure_get_info (figure)->form == BH_FIGURE_SPREAD;
  g_autofree char *cell = bh_report_dup_cell_name (row, CATEGORY_NAME, FALSE, TRUE);
  BhReportCondition condition = { table->name_column, cell, item->name };
  g_auto (BhReportMonths) months = { 0 };

  bh_report_months_init (&months, self, span, table->month_row, column, TRUE);
  months.slice.so_far = self->runs && span == BH_REPORT_BEFORE;
  months.slice.conditions = &condition;
  months.slice.n_conditions = 1;
  bh_report_write_figure (self, table->sheet, row, column, figure,
                          is_spread ? BH_REPORT_PART_MEAN : BH_REPORT_PART_VALUE, &months.slice,
                          has_value, value);
}

static void
write_shares (Table *table, const Item *item, guint row, double total, double cumulated)
{
  guint line = row + 1, first = table->first + 1, last = table->last + 1;
  g_autofree char *share = g_strdup_printf ("=IF(SUM(B$%u:B$%u)=0,\"–\",B%u/SUM(B$%u:B$%u))", first,
                                            last, line, first, last);
  g_autofree char *so_far
      = g_strdup_printf ("=IF(SUM(B$%u:B$%u)=0,\"–\",SUM(B$%u:B%u)/SUM(B$%u:B$%u))", first, last,
                         first, line, first, last);

  bh_report_sheet_value (table->sheet, row, CATEGORY_SHARE, share, FALSE, total > 0,
                         item->count / MAX (total, 1), BH_STYLE_SHARE);
  bh_report_sheet_value (table->sheet, row, CATEGORY_CUMULATED, so_far, FALSE, total > 0,
                         cumulated / MAX (total, 1), BH_STYLE_SHARE);
  bh_report_write_change (table->sheet, row, CATEGORY_CHANGE, CATEGORY_COUNT, CATEGORY_BEFORE,
                          FALSE, &(BhReportNumber){ TRUE, item->count },
                          &(BhReportNumber){ TRUE, item->before });
}

static void
write_item (Table *table, const Item *item, guint row, double total, double cumulated)
{
  gboolean has_counts = item->counts > 0, has_finished = item->finished > 0;

  bh_report_sheet_text (table->sheet, row, CATEGORY_NAME, item->name, BH_STYLE_TEXT);
  write_figure (table, item, row, CATEGORY_COUNT, BH_FIGURE_RECEIVED, BH_REPORT_NOW, TRUE,
                item->count);
  write_figure (table, item, row, CATEGORY_BEFORE, BH_FIGURE_RECEIVED, BH_REPORT_BEFORE, TRUE,
                item->before);
  write_shares (table, item, row, total, cumulated);
  write_figure (table, item, row, CATEGORY_ON_TIME, BH_FIGURE_COMPLETION_ON_TIME, BH_REPORT_NOW,
                has_counts, has_counts ? item->kept / item->counts : 0);
  write_figure (table, item, row, CATEGORY_HANDLING, BH_FIGURE_HANDLING_DAYS, BH_REPORT_NOW,
                has_finished, has_finished ? item->days / item->finished : 0);
}

/* Returns: the row behind the table */
static guint
write_table (Table *table, GPtrArray *items, const char *title)
{
  double total = 0, cumulated = 0;

  for (guint i = 0; i < items->len; i++)
    total += ((Item *) g_ptr_array_index (items, i))->count;

  bh_report_sheet_text (table->sheet, table->first - 1, 0, title, BH_STYLE_HEADING);
  table->last = table->first + MAX (items->len, 1) - 1;
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = g_ptr_array_index (items, i);

      cumulated += item->count;
      write_item (table, item, table->first + i, total, cumulated);
    }
  if (items->len == 0)
    bh_report_sheet_text (table->sheet, table->first, 0, _ ("Nothing in this time"), BH_STYLE_TEXT);

  return table->last + 2;
}

/* Returns: the row behind the head */
static guint
write_head (BhReport *self, BhReportSheet *sheet, guint row)
{
  g_autofree char *before = bh_report_span_dup_name_so_far (self, BH_REPORT_BEFORE, TRUE);
  const char *const labels[CATEGORY_N_COLUMNS]
      = { C_ ("report", "Category"),
          bh_figure_get_name (bh_figure_get_info (BH_FIGURE_RECEIVED)),
          _ ("Share"),
          _ ("Cumulated share"),
          before,
          _ ("Change"),
          _ ("Done on time"),
          _ ("Handling time, mean") };
  guint n = bh_report_count_month_cells (self);

  bh_report_sheet_set_print (sheet, row, row + n, 1);
  bh_report_sheet_set_lines (sheet, row, 2);
  for (guint i = 0; i < CATEGORY_N_COLUMNS; i++)
    bh_report_sheet_text (sheet, row, i, labels[i], BH_STYLE_HEADER);
  for (guint cell = 0; cell < n; cell++)
    for (guint i = 0; i < CATEGORY_N_COLUMNS; i++)
      if (i == CATEGORY_COUNT || i == CATEGORY_BEFORE || i >= CATEGORY_ON_TIME)
        bh_report_write_month_cell (self, sheet, row + 1 + cell, i,
                                    i == CATEGORY_BEFORE ? BH_REPORT_BEFORE : BH_REPORT_NOW, cell);
      else
        bh_report_sheet_text (sheet, row + 1 + cell, i, NULL, BH_STYLE_HEADER);

  return row + 1 + n;
}

static void
add_pareto (BhReport *self, const Table *table, GPtrArray *items, guint row)
{
  guint n = MIN (items->len, CHART_CATEGORIES);
  g_autoptr (BhReportChart) chart = bh_report_chart_new (_ ("Tickets received by category"),
                                                         _ ("Tickets"), _ ("Cumulated share"));
  double total = 0, cumulated = 0;
  g_autofree double *counts = g_new (double, MAX (n, 1)), *shares = g_new (double, MAX (n, 1));
  g_autofree const char **names = g_new0 (const char *, n + 1);

  for (guint i = 0; i < items->len; i++)
    total += ((Item *) g_ptr_array_index (items, i))->count;
  if (total == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      const Item *item = g_ptr_array_index (items, i);

      cumulated += item->count;
      names[i] = item->name;
      counts[i] = item->count;
      shares[i] = cumulated / total;
    }
  bh_report_chart_set_categories (chart, table->sheet, table->first, CATEGORY_NAME, n, TRUE, names,
                                  NULL, NULL);
  bh_report_chart_add (chart, BH_REPORT_CHART_COLUMNS,
                       bh_figure_get_name (bh_figure_get_info (BH_FIGURE_RECEIVED)), table->first,
                       CATEGORY_COUNT, counts, "#,##0");
  bh_report_chart_add (chart, BH_REPORT_CHART_SECOND_LINE, _ ("Cumulated share"), table->first,
                       CATEGORY_CUMULATED, shares, "0%");
  bh_report_chart_insert (chart, table->sheet, row, 0, CHART_WIDTH, 380);
}

gboolean
bh_report_write_categories (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (GHashTable) tops = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) top_items = NULL, all_items = NULL;
  Table top_table = { self, sheet, "category_top", *row + 1, 0, 0 };
  Table all_table = { self, sheet, "category", *row + 1, 0, 0 };
  guint chart_row, page;

  if (!read_span (self, BH_REPORT_NOW, tops, all, error)
      || !read_span (self, BH_REPORT_BEFORE, tops, all, error))
    return FALSE;

  top_items = sort_items (tops);
  all_items = sort_items (all);
  chart_row = write_head (self, sheet, *row);
  top_table.first = chart_row + CHART_ROWS + 2;
  all_table.first = write_table (&top_table, top_items, _ ("Top categories")) + 1;
  page = all_table.first - 1;
  bh_report_sheet_break_before (sheet, &page, 1);
  *row = write_table (&all_table, all_items, _ ("All categories"));
  add_pareto (self, &all_table, all_items, chart_row);

  return TRUE;
}
