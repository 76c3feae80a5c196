/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-report-printer.h"

#include "app/bh-json.h"
#include "app/bh-period-options.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-report-compare.h"

#include <stdio.h>

static const BhPrintColumn list_columns[] = {
  { "id", N_ ("Number"), FALSE },           { "kind", N_ ("Kind"), FALSE },
  { "month", N_ ("Month"), FALSE },         { "filter", N_ ("Filter"), FALSE },
  { "profile", N_ ("Profile"), FALSE },     { "language", N_ ("Language"), FALSE },
  { "as_of", N_ ("As of"), FALSE },         { "made_at", N_ ("Made at"), FALSE },
  { "made_by", N_ ("Made by"), FALSE },     { "recorded", N_ ("For the record"), FALSE },
  { "there", N_ ("File is there"), FALSE }, { "path", N_ ("File"), FALSE },
};

static const BhPrintColumn comparison_columns[] = {
  { "figure", N_ ("Figure"), FALSE },        { "filter", N_ ("Filter"), FALSE },
  { "part", N_ ("Value of"), FALSE },        { "reported", N_ ("Reported"), TRUE },
  { "correction", N_ ("Correction"), TRUE }, { "then", N_ ("Computed again"), TRUE },
  { "matured", N_ ("Matured since"), TRUE }, { "now", N_ ("Now"), TRUE },
  { "problem", N_ ("Problem"), FALSE },
};

static char *
dup_month (int month)
{
  return g_strdup_printf ("%04d-%02d", month / 100, month % 100);
}

/* Numbers are longer than what other programs take for exact. */
static char *
dup_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
add_record (BhTablePrinter *table, const BhReportRecord *record, BhOffice *office, gboolean is_text)
{
  g_autofree char *id = dup_id (record->id);
  g_autofree char *month = dup_month (record->month);

  bh_table_printer_add_text (table, id);
  bh_table_printer_add_text (table, is_text ? bh_report_kind_get_label (record->kind)
                                            : bh_report_kind_get_code (record->kind));
  bh_table_printer_add_text (table, month);
  bh_table_printer_add_text (table, record->scope);
  bh_table_printer_add_text (table, is_text ? bh_report_profile_get_label (record->profile)
                                            : bh_report_profile_get_code (record->profile));
  bh_table_printer_add_text (table, record->language);
  bh_table_printer_add_time (table, record->as_of);
  bh_table_printer_add_time (table, record->made_at);
  bh_table_printer_add_entry (table, bh_office_get (office, BH_TYPE_STAFF, record->made_by));
  bh_table_printer_add_yes (table, record->recorded);
  bh_table_printer_add_yes (table, g_file_test (record->path, G_FILE_TEST_EXISTS));
  bh_table_printer_add_text (table, record->path);
}

static gboolean
list_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (GPtrArray) records = bh_report_records_list (connection, error);
  g_autoptr (BhTablePrinter) table = NULL;

  if (records == NULL)
    return FALSE;

  table = bh_table_printer_new (invocation->format, bh_office_get_time (office), list_columns,
                                G_N_ELEMENTS (list_columns));
  for (guint i = 0; i < records->len; i++)
    add_record (table, g_ptr_array_index (records, i), office,
                invocation->format == BH_FORMAT_TEXT);
  bh_table_printer_end (table);

  return TRUE;
}

gboolean
bh_report_print_list (BhInvocation *invocation, GError **error)
{
  return bh_invocation_read (invocation, list_cb, NULL, error);
}

/* The record that is meant: by its number, else the newest of a period. */
static BhReportRecord *
find_record (BhConnection *connection,
             BhInvocation *invocation,
             BhOfficeTime *time,
             const BhReportChoice *choice,
             GError **error)
{
  g_autoptr (BhTicketFilter) filter = NULL;
  BhReportRecord *record = NULL;
  gint64 id;
  int month;

  if (strchr (choice->which, '-') == NULL
      && g_ascii_string_to_signed (choice->which, 10, 1, G_MAXINT64, &id, NULL))
    return bh_report_records_load (connection, id, error);

  filter = bh_invocation_read_filter (invocation, choice->filter, error);
  if (filter == NULL || !bh_read_month (time, choice->which, &month, NULL, error)
      || !bh_report_records_find (connection, choice->kind, month,
                                  bh_ticket_filter_to_text (filter), G_MAXINT64, &record, error))
    return NULL;
  if (record == NULL)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                 _ ("No report of %s was made for the record; see report --list."), choice->which);

  return record;
}

/* Counts the records of the same period, and those of them that are newer. */
static gboolean
count_records (BhConnection *connection,
               const BhReportRecord *record,
               guint *n,
               guint *n_newer,
               GError **error)
{
  g_autoptr (GPtrArray) records = bh_report_records_list (connection, error);

  *n = *n_newer = 0;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const BhReportRecord *other = g_ptr_array_index (records, i);

      if (!other->recorded || other->kind != record->kind || other->month != record->month
          || !g_str_equal (other->scope, record->scope))
        continue;
      (*n)++;
      *n_newer += other->id > record->id;
    }

  return records != NULL;
}

/* What is printed of a comparison. */
typedef struct
{
  const BhReportRecord *record;
  GPtrArray *lines; /* (element-type BhReportComparison) */
  BhOfficeTime *time;
  gint64 as_of;
  guint n_records;
  guint n_newer;
  gboolean is_whole;
} Comparison;

static void
print_head (const Comparison *self)
{
  const BhReportRecord *record = self->record;
  g_autofree char *month = dup_month (record->month);
  g_autofree char *made_at = bh_office_time_format (self->time, record->made_at);
  g_autofree char *then = bh_office_time_format (self->time, record->as_of);
  g_autofree char *now = bh_office_time_format (self->time, self->as_of);

  /* Translators: kind of period, its month, when it was made, as of when */
  printf (_ ("%s %s, made for the record at %s as of %s.\n"),
          bh_report_kind_get_label (record->kind), month, made_at, then);
  printf (_ ("Computed again: as of then, by what is entered today. Matured since: what is known "
             "as of %s "
             "besides.\n"),
          now);
  if (!self->is_whole)
    puts (_ ("What was stored of this report was changed afterwards: see “bihuan check”."));
  if (self->n_newer > 0)
    puts (_ ("There is a newer record of the same period, which counts."));
  else if (self->n_records > 1)
    puts (_ ("It is the newest of several records of the same period, and counts."));
}

static void
add_number (BhTablePrinter *table, gboolean there, double value)
{
  if (there)
    bh_table_printer_add_double (table, value);
  else
    bh_table_printer_add_text (table, NULL);
}

static void
add_amount (BhTablePrinter *table,
            const BhReportComparison *line,
            gboolean is_text,
            gboolean there,
            double value)
{
  g_autofree char *text = is_text && there && line->figure != NULL
                              ? bh_figure_format_number (line->figure, value)
                              : NULL;

  if (text != NULL)
    bh_table_printer_add_text (table, text);
  else
    add_number (table, there, value);
}

static void
add_difference (BhTablePrinter *table,
                const BhReportComparison *line,
                gboolean is_text,
                gboolean there,
                double value)
{
  g_autofree char *text
      = is_text && there && value != 0 ? bh_report_comparison_format (line, value) : NULL;

  if (is_text)
    bh_table_printer_add_text (table, text);
  else
    add_number (table, there, value);
}

static void
add_line (BhTablePrinter *table, const BhReportComparison *line, gboolean is_text)
{
  const BhReportFigure *reported = line->reported;

  bh_table_printer_add_text (table, is_text && line->figure != NULL
                                        ? bh_figure_get_name (line->figure)
                                        : reported->figure);
  bh_table_printer_add_text (table, reported->filter);
  bh_table_printer_add_text (table, bh_report_part_get_code (reported->part));
  add_amount (table, line, is_text, reported->has_value, reported->value);
  add_difference (table, line, is_text, reported->has_value && line->then.has_value,
                  line->correction);
  add_amount (table, line, is_text, line->then.has_value, line->then.value);
  add_difference (table, line, is_text, line->then.has_value && line->now.has_value, line->matured);
  add_amount (table, line, is_text, line->now.has_value, line->now.value);
  bh_table_printer_add_text (table, line->problem);
}

static void
print_table (const Comparison *self, BhFormat format)
{
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (format, self->time, comparison_columns,
                                                           G_N_ELEMENTS (comparison_columns));

  for (guint i = 0; i < self->lines->len; i++)
    add_line (table, g_ptr_array_index (self->lines, i), format == BH_FORMAT_TEXT);
  bh_table_printer_end (table);
}

static void
add_json_report (JsonBuilder *builder, const Comparison *self)
{
  const BhReportRecord *record = self->record;
  g_autofree char *id = dup_id (record->id);
  g_autofree char *month = dup_month (record->month);

  json_builder_set_member_name (builder, "report");
  json_builder_begin_object (builder);
  bh_json_set_text (builder, "id", id);
  bh_json_set_text (builder, "kind", bh_report_kind_get_code (record->kind));
  bh_json_set_text (builder, "month", month);
  bh_json_set_text (builder, "filter", record->scope);
  bh_json_set_time (builder, "as_of", self->time, record->as_of);
  bh_json_set_time (builder, "made_at", self->time, record->made_at);
  bh_json_set_text (builder, "program", record->program);
  bh_json_set_text (builder, "path", record->path);
  bh_json_set_text (builder, "file_hash", record->file_hash);
  bh_json_set_text (builder, "seal", record->seal);
  bh_json_set_tri (builder, "whole", self->is_whole ? BH_TRI_YES : BH_TRI_NO);
  bh_json_set_int (builder, "records", self->n_records);
  bh_json_set_tri (builder, "newest", self->n_newer == 0 ? BH_TRI_YES : BH_TRI_NO);
  json_builder_end_object (builder);
}

static void
add_json_line (JsonBuilder *builder, const BhReportComparison *line)
{
  const BhReportFigure *reported = line->reported;

  json_builder_begin_object (builder);
  bh_json_set_text (builder, "figure", reported->figure);
  bh_json_set_text (builder, "filter", reported->filter);
  bh_json_set_text (builder, "part", bh_report_part_get_code (reported->part));
  bh_json_set_number (builder, "reported", reported->has_value, reported->value);
  bh_json_set_number (builder, "correction", reported->has_value && line->then.has_value,
                      line->correction);
  bh_json_set_number (builder, "then", line->then.has_value, line->then.value);
  bh_json_set_number (builder, "matured", line->then.has_value && line->now.has_value,
                      line->matured);
  bh_json_set_number (builder, "now", line->now.has_value, line->now.value);
  bh_json_set_tri (builder, "is_corrected", line->is_corrected ? BH_TRI_YES : BH_TRI_NO);
  bh_json_set_tri (builder, "is_matured", line->is_matured ? BH_TRI_YES : BH_TRI_NO);
  bh_json_set_text (builder, "problem", line->problem);
  json_builder_end_object (builder);
}

static void
print_json (const Comparison *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_json_report (builder, self);
  bh_json_set_time (builder, "as_of", self->time, self->as_of);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->lines->len; i++)
    add_json_line (builder, g_ptr_array_index (self->lines, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

static gboolean
compare_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  const BhReportChoice *choice = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhReportRecord) record = NULL;
  g_autoptr (BhInsight) insight = NULL;
  g_autoptr (BhFigureMemo) memo = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  Comparison self
      = { .time = bh_office_get_time (office), .as_of = bh_clock_now (invocation->clock) };

  record = find_record (connection, invocation, self.time, choice, error);
  if (record == NULL
      || (choice->as_of != NULL
          && !bh_read_instant (self.time, "--as-of", choice->as_of, &self.as_of, error)))
    return FALSE;
  if (!record->recorded)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID,
                   _ ("Report %s was not made for the record: none of its figures were kept."),
                   choice->which);
      return FALSE;
    }

  insight
      = bh_insight_new (connection, office, self.as_of, BH_INSIGHT_EXACT, invocation->cancellable);
  memo = bh_figure_memo_new (insight);
  bh_figure_memo_set_wanted (memo, bh_report_compare_get_wanted (record));
  lines = bh_report_compare_compute (insight, record, memo, error);
  if (lines == NULL || !count_records (connection, record, &self.n_records, &self.n_newer, error))
    return FALSE;

  self.record = record;
  self.lines = lines;
  self.is_whole = bh_report_record_is_whole (record);
  if (invocation->format == BH_FORMAT_JSON)
    {
      print_json (&self);
      return TRUE;
    }
  if (invocation->format == BH_FORMAT_TEXT)
    print_head (&self);
  print_table (&self, invocation->format);

  return TRUE;
}

gboolean
bh_report_print_comparison (BhInvocation *invocation, const BhReportChoice *choice, GError **error)
{
  return bh_invocation_read (invocation, compare_cb, (gpointer) choice, error);
}
