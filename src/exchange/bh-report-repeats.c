/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-show.h"
#include "exchange/bh-report-table.h"

#include "base/bh-i18n.h"
#include "insight/bh-repeat-chains.h"
#include "insight/bh-rework-list.h"

/* The sheet of what was not put right at once: matters that came again, and work that was done
 * again. */

#define MOST_CHAINS 50
#define MOST_REWORK 100
#define SUMMARY_WIDTH 44
#define CHAIN_WIDTH 34
#define MOST_LINES 4

enum
{
  CHAIN_TIMES,
  CHAIN_FIRST,
  CHAIN_LAST,
  CHAIN_STATUS,
  CHAIN_CATEGORY,
  CHAIN_PLACE,
  CHAIN_NUMBERS,
  CHAIN_SUMMARY, /* of internal workbooks */
  CHAIN_N_COLUMNS,
};

static char *
dup_chain (const BhRepeatChain *chain)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chain->links->len; i++)
    {
      const BhRepeatLink *link = g_ptr_array_index (chain->links, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", link->number);
    }

  return g_string_free (text, FALSE);
}

static void
write_chain (BhReport *self, BhReportSheet *sheet, guint row, const BhRepeatChain *chain)
{
  const BhRepeatLink *first = g_ptr_array_index (chain->links, 0);
  const BhRepeatLink *last = g_ptr_array_index (chain->links, chain->links->len - 1);
  g_autofree char *numbers = dup_chain (chain);
  guint lines = bh_report_table_count_lines (numbers, CHAIN_WIDTH, MOST_LINES);

  if (self->request->profile == BH_REPORT_INTERNAL)
    lines = MAX (lines, bh_report_table_count_lines (chain->summary, SUMMARY_WIDTH, MOST_LINES));
  bh_report_sheet_set_lines (sheet, row, lines);
  bh_report_sheet_number (sheet, row, CHAIN_TIMES, chain->links->len, BH_STYLE_TIMES);
  bh_report_table_write_time (self, sheet, row, CHAIN_FIRST, first->received_at);
  bh_report_table_write_time (self, sheet, row, CHAIN_LAST, last->received_at);
  bh_report_sheet_text (sheet, row, CHAIN_STATUS,
                        last->status != BH_STATUS_NONE
                            ? bh_list_get_label (BH_LIST_STATUS, (int) last->status)
                            : C_ ("status", "open"),
                        BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, CHAIN_CATEGORY,
                        bh_report_labels_get_category (self->labels, chain->category_id)->path,
                        BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, CHAIN_PLACE,
                        bh_report_show (self, BH_REPORT_SHOWN_PLACE, chain->place), BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, CHAIN_NUMBERS, numbers, BH_STYLE_WRAP);
  if (self->request->profile == BH_REPORT_INTERNAL)
    bh_report_sheet_text (sheet, row, CHAIN_SUMMARY, chain->summary, BH_STYLE_WRAP);
}

gboolean
bh_report_write_repeat_chains (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (GPtrArray) chains = bh_repeat_chains_compute (
      self->insight, &self->spans[BH_REPORT_NOW].period, self->request->filter, G_MAXUINT, error);
  const char *const labels[CHAIN_N_COLUMNS] = {
    [CHAIN_TIMES] = _ ("Times"),
    [CHAIN_FIRST] = _ ("First received"),
    [CHAIN_LAST] = _ ("Last received"),
    [CHAIN_STATUS] = _ ("The last one stands at"),
    [CHAIN_CATEGORY] = _ ("Category"),
    [CHAIN_PLACE] = _ ("Place"),
    [CHAIN_NUMBERS] = _ ("Tickets, in order"),
    [CHAIN_SUMMARY] = _ ("The first one said"),
  };
  guint n;

  if (chains == NULL)
    return FALSE;

  bh_report_table_begin (sheet, row, block);
  if (chains->len == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("Nothing came again."));
      return TRUE;
    }

  n = MIN (chains->len, MOST_CHAINS);
  bh_report_table_write_labels (
      sheet, row, labels,
      self->request->profile == BH_REPORT_INTERNAL ? CHAIN_N_COLUMNS : CHAIN_SUMMARY, 1);
  for (guint i = 0; i < n; i++)
    write_chain (self, sheet, (*row)++, g_ptr_array_index (chains, i));
  bh_report_table_write_more (sheet, row, chains->len - n);

  return TRUE;
}

enum
{
  REWORK_ROUNDS,
  REWORK_NUMBER,
  REWORK_PERSON,
  REWORK_DEPARTMENT,
  REWORK_CATEGORY,
  REWORK_PLACE,
  REWORK_FINISHES,
  REWORK_SUMMARY, /* of internal workbooks */
  REWORK_N_COLUMNS,
};

static char *
dup_finishes (BhReport *self, const BhReworkTicket *ticket)
{
  BhOfficeTime *time = bh_office_get_time (self->office);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ticket->finishes->len; i++)
    {
      g_autofree char *at
          = bh_office_time_format (time, g_array_index (ticket->finishes, gint64, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", at);
    }

  return g_string_free (text, FALSE);
}

static void
write_rework (BhReport *self, BhReportSheet *sheet, guint row, const BhReworkTicket *ticket)
{
  BhReportLabels *labels = self->labels;
  g_autofree char *finishes = dup_finishes (self, ticket);
  guint lines = bh_report_table_count_lines (finishes, CHAIN_WIDTH, MOST_LINES);

  if (self->request->profile == BH_REPORT_INTERNAL)
    lines = MAX (lines, bh_report_table_count_lines (ticket->summary, SUMMARY_WIDTH, MOST_LINES));
  bh_report_sheet_set_lines (sheet, row, lines);
  bh_report_sheet_number (sheet, row, REWORK_ROUNDS, ticket->rounds, BH_STYLE_TIMES);
  bh_report_sheet_text (sheet, row, REWORK_NUMBER, ticket->number, BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, REWORK_PERSON,
                        bh_report_labels_get (labels, BH_TYPE_STAFF, ticket->staff_id),
                        BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, REWORK_DEPARTMENT,
                        bh_report_labels_get (labels, BH_TYPE_DEPARTMENT, ticket->department_id),
                        BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, REWORK_CATEGORY,
                        bh_report_labels_get_category (labels, ticket->category_id)->path,
                        BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, REWORK_PLACE,
                        bh_report_show (self, BH_REPORT_SHOWN_PLACE, ticket->place), BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, REWORK_FINISHES, finishes, BH_STYLE_WRAP);
  if (self->request->profile == BH_REPORT_INTERNAL)
    bh_report_sheet_text (sheet, row, REWORK_SUMMARY, ticket->summary, BH_STYLE_WRAP);
}

gboolean
bh_report_write_rework (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  gint64 n_all;
  g_autoptr (GPtrArray) tickets
      = bh_rework_list_compute (self->insight, &self->spans[BH_REPORT_NOW].period,
                                self->request->filter, MOST_REWORK, &n_all, error);
  const char *const labels[REWORK_N_COLUMNS] = {
    [REWORK_ROUNDS] = _ ("Rounds"),
    [REWORK_NUMBER] = _ ("Number"),
    [REWORK_PERSON] = _ ("Person"),
    [REWORK_DEPARTMENT] = _ ("Department"),
    [REWORK_CATEGORY] = _ ("Category"),
    [REWORK_PLACE] = _ ("Place"),
    [REWORK_FINISHES] = _ ("Finished, round by round"),
    [REWORK_SUMMARY] = _ ("Summary"),
  };

  if (tickets == NULL)
    return FALSE;

  bh_report_table_begin (sheet, row, block);
  if (tickets->len == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("Nothing was done again."));
      return TRUE;
    }

  bh_report_table_write_labels (
      sheet, row, labels,
      self->request->profile == BH_REPORT_INTERNAL ? REWORK_N_COLUMNS : REWORK_SUMMARY, 1);
  for (guint i = 0; i < tickets->len; i++)
    write_rework (self, sheet, (*row)++, g_ptr_array_index (tickets, i));
  bh_report_table_write_more (sheet, row, n_all - tickets->len);

  return TRUE;
}
