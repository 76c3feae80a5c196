/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "storage/bh-ticket-repository.h"

#include <string.h>

#define PAGE_ROWS 500

typedef struct
{
  char *filter;
  char *sort;
  gint64 limit;
  gint64 offset;
  BhTicketColumn column;
  gboolean descending;
} ListOptions;

static const BhPrintColumn columns[] = {
  { "number", N_ ("Number"), FALSE },
  { "kind", N_ ("Kind"), FALSE },
  { "grade", N_ ("Grade"), FALSE },
  { "status", N_ ("Status"), FALSE },
  { "round", N_ ("Round"), TRUE },
  { "received_at", N_ ("Received"), FALSE },
  { "category", N_ ("Category"), FALSE },
  { "channel", N_ ("Channel"), FALSE },
  { "community", N_ ("Community"), FALSE },
  { "place", N_ ("Place"), FALSE },
  { "contact", N_ ("Contact"), FALSE },
  { "department", N_ ("Department"), FALSE },
  { "person", N_ ("Person"), FALSE },
  { "responded_at", N_ ("Responded"), FALSE },
  { "response_due", N_ ("Response due"), FALSE },
  { "completion_due", N_ ("Completion due"), FALSE },
  { "finished_at", N_ ("Finished"), FALSE },
  { "closed_at", N_ ("Closed"), FALSE },
  { "reminders", N_ ("Reminders"), TRUE },
  { "summary", N_ ("Summary"), FALSE },
};

/* What fits on a terminal. */
static const BhPrintColumn text_columns[] = {
  { "number", N_ ("Number"), FALSE },
  { "grade", N_ ("Grade"), FALSE },
  { "status", N_ ("Status"), FALSE },
  { "received_at", N_ ("Received"), FALSE },
  { "completion_due", N_ ("Completion due"), FALSE },
  { "place", N_ ("Place"), FALSE },
  { "department", N_ ("Department"), FALSE },
  { "person", N_ ("Person"), FALSE },
  { "summary", N_ ("Summary"), FALSE },
};

static void
add_row (BhTablePrinter *table, BhOffice *office, BhTicketRow *row)
{
  g_autofree char *category = bh_office_get_category_path (office, row->category_id);

  bh_table_printer_add_text (table, row->number);
  bh_table_printer_add_code (table, BH_LIST_KIND, (int) row->kind);
  bh_table_printer_add_code (table, BH_LIST_GRADE, (int) row->grade);
  bh_table_printer_add_code (table, BH_LIST_STATUS, (int) row->status);
  bh_table_printer_add_int (table, row->round);
  bh_table_printer_add_time (table, row->received_at);
  bh_table_printer_add_text (table, category);
  bh_table_printer_add_entry (table, bh_office_get (office, BH_TYPE_CHANNEL, row->channel_id));
  bh_table_printer_add_text (table, bh_office_get_name (office, BH_TYPE_PLACE, row->community_id));
  bh_table_printer_add_text (table, row->place);
  bh_table_printer_add_text (table, row->contact);
  bh_table_printer_add_text (table,
                             bh_office_get_name (office, BH_TYPE_DEPARTMENT, row->department_id));
  bh_table_printer_add_text (table, bh_office_get_name (office, BH_TYPE_STAFF, row->staff_id));
  bh_table_printer_add_time (table, row->responded_at);
  bh_table_printer_add_time (table, row->response_due);
  bh_table_printer_add_time (table, row->completion_due);
  bh_table_printer_add_time (table, row->finished_at);
  bh_table_printer_add_time (table, row->closed_at);
  bh_table_printer_add_int (table, row->reminders);
  bh_table_printer_add_text (table, row->summary);
}

static void
add_text_row (BhTablePrinter *table, BhOffice *office, BhTicketRow *row)
{
  bh_table_printer_add_text (table, row->number);
  bh_table_printer_add_code (table, BH_LIST_GRADE, (int) row->grade);
  bh_table_printer_add_code (table, BH_LIST_STATUS, (int) row->status);
  bh_table_printer_add_time (table, row->received_at);
  bh_table_printer_add_time (table, row->completion_due);
  bh_table_printer_add_text (table, row->place);
  bh_table_printer_add_text (table,
                             bh_office_get_name (office, BH_TYPE_DEPARTMENT, row->department_id));
  bh_table_printer_add_text (table, bh_office_get_name (office, BH_TYPE_STAFF, row->staff_id));
  bh_table_printer_add_text (table, row->summary);
}

static gboolean
print_rows (BhConnection *connection,
            BhInvocation *invocation,
            BhOffice *office,
            GArray *ids,
            GError **error)
{
  gboolean text = invocation->format == BH_FORMAT_TEXT;
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (
      invocation->format, bh_office_get_time (office), text ? text_columns : columns,
      text ? G_N_ELEMENTS (text_columns) : G_N_ELEMENTS (columns));

  for (guint start = 0; start < ids->len; start += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (g_cancellable_set_error_if_cancelled (invocation->cancellable, error))
        return FALSE;
      rows = bh_ticket_repository_load_rows (connection, &g_array_index (ids, gint64, start),
                                             MIN (PAGE_ROWS, ids->len - start), error);
      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        (text ? add_text_row : add_row) (table, office, g_ptr_array_index (rows, i));
    }
  bh_table_printer_end (table);

  return TRUE;
}

static gboolean
list_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  ListOptions *options = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhTicketFilter) filter
      = bh_invocation_read_filter (invocation, options->filter, error);
  g_autoptr (GArray) ids = NULL;

  if (filter == NULL)
    return FALSE;

  ids = bh_ticket_repository_list_ids (connection, filter, office, bh_clock_now (invocation->clock),
                                       options->column, options->descending, options->limit,
                                       options->offset, error);

  return ids != NULL && print_rows (connection, invocation, office, ids, error);
}

/* "received:desc" */
static gboolean
read_sort (ListOptions *options, GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) codes = NULL;

  options->column = BH_TICKET_COLUMN_RECEIVED;
  options->descending = options->sort == NULL;
  if (options->sort == NULL)
    return TRUE;

  parts = g_strsplit (options->sort, ":", 2);
  options->column = bh_ticket_column_find (parts[0]);
  options->descending = g_strcmp0 (parts[1], "desc") == 0;
  if (parts[0] != NULL && parts[1] != NULL && !options->descending
      && !g_str_equal (parts[1], "asc"))
    return bh_usage_fail (error, _ ("“%s” is no order; it is COLUMN, COLUMN:asc or COLUMN:desc."),
                          options->sort);
  if (options->column != 0)
    return TRUE;

  codes = g_string_new (NULL);
  for (int i = 1; bh_ticket_column_get_code ((BhTicketColumn) i) != NULL; i++)
    g_string_append_printf (codes, "%s%s", i > 1 ? ", " : "",
                            bh_ticket_column_get_code ((BhTicketColumn) i));
  return bh_usage_fail (error, _ ("There is no column “%s”; there are: %s."), options->sort,
                        codes->str);
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  ListOptions list = { .limit = -1 };
  const GOptionEntry options[] = {
    { "filter", 0, 0, G_OPTION_ARG_STRING, &list.filter,
      N_ ("Only these, like: status:open grade:urgent,important received:2026-10"), N_ ("EXPR") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &list.sort, N_ ("Order (default: received:desc)"),
      N_ ("COLUMN[:desc]") },
    { "limit", 0, 0, G_OPTION_ARG_INT64, &list.limit, N_ ("At most so many"), "N" },
    { "offset", 0, 0, G_OPTION_ARG_INT64, &list.offset, N_ ("Leave out the first ones"), "N" },
    { NULL },
  };
  g_autofree char *filter = NULL, *sort = NULL;
  gboolean parsed = bh_invocation_parse (invocation, options, 0, 0, error);

  filter = list.filter;
  sort = list.sort;
  if (!parsed || !read_sort (&list, error))
    return FALSE;
  if (list.limit < -1 || list.offset < 0)
    return bh_usage_fail (error, _ ("--limit and --offset are numbers from 0 on."));

  return bh_invocation_read (invocation, list_cb, &list, error);
}

static char *
describe (void)
{
  g_autoptr (GString) text = g_string_new (_ ("Fields of a filter:"));

  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    {
      const BhFilterFieldInfo *info = bh_filter_field_get_info ((BhFilterField) i);

      g_string_append_printf (text, "\n  %-15s %s", info->code,
                              bh_filter_field_get_label ((BhFilterField) i));
      if (info->list != BH_LIST_NONE)
        {
          g_autofree char *codes = bh_list_join_codes (info->list);

          g_string_append_printf (text, ": %s", codes);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

const BhCommand bh_command_list = {
  .name = "list",
  .arguments = "[--filter EXPR] [--sort COLUMN[:desc]] [--limit N] [--offset N]",
  .summary = N_ ("Lists tickets."),
  .describe = describe,
  .run = run,
};
