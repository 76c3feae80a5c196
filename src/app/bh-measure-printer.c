/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-measure-printer.h"

#include "app/bh-json.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "domain/bh-day.h"
#include "insight/bh-figure-text.h"
#include "storage/bh-measures.h"

static const BhPrintColumn text_columns[] = {
  { "number", N_ ("Number"), FALSE },     { "what", N_ ("What"), FALSE },
  { "owner", N_ ("Who does it"), FALSE }, { "due", N_ ("Due"), FALSE },
  { "state", N_ ("State"), FALSE },       { "effect", N_ ("What came of it"), FALSE },
  { "figure", N_ ("Figure"), FALSE },
};

/* What other programs read beside the fields of the measure; they see no headings. */
static const char *const before_fields[] = { "number", "month" };
static const char *const behind_fields[]
    = { "carried", "overdue", "figure_then", "figure_now", "problem" };

static const BhPrintColumn event_columns[] = {
  { "version", N_ ("Version"), TRUE },
  { "at", N_ ("When"), FALSE },
  { "by", N_ ("Who"), FALSE },
  { "change", N_ ("Change"), FALSE },
};

/* "Under way, overdue, since 2026-08" */
static char *
dup_state (const BhMeasureView *view)
{
  g_autofree char *since = bh_month_format (view->measure->month);
  GString *text = g_string_new (bh_list_get_label (BH_LIST_MEASURE_STATE, view->state));

  if (view->overdue)
    g_string_append_printf (text, " %s", C_ ("measure", "(overdue)"));
  if (view->carried)
    {
      g_string_append_c (text, ' ');
      /* Translators: a measure carried over since the meeting about a month, "2026-08" */
      g_string_append_printf (text, C_ ("measure", "(since %s)"), since);
    }

  return g_string_free (text, FALSE);
}

static void
print_text_row (BhTablePrinter *table, BhOffice *office, const BhMeasureView *view)
{
  BhMeasure *measure = view->measure;
  g_autofree char *number = bh_measure_dup_number (measure);
  g_autofree char *owner = bh_measure_dup_owner (measure, office);
  g_autofree char *due = bh_day_format (measure->due_day);
  g_autofree char *state = dup_state (view);
  g_autofree char *change = bh_measure_view_dup_change (view);

  bh_table_printer_add_text (table, number);
  bh_table_printer_add_text (table, measure->what);
  bh_table_printer_add_text (table, owner);
  bh_table_printer_add_text (table, due);
  bh_table_printer_add_text (table, state);
  bh_table_printer_add_text (table, measure->effect);
  bh_table_printer_add_text (table, change);
}

static void
add_value (BhTablePrinter *table, const BhFigureInfo *figure, const BhFigureValue *value)
{
  if (figure != NULL && value->has_value)
    bh_table_printer_add_double (table, bh_figure_value_get_number (figure, value));
  else
    bh_table_printer_add_text (table, NULL);
}

static void
print_data_row (BhTablePrinter *table, BhOffice *office, const BhMeasureView *view)
{
  g_autofree char *number = bh_measure_dup_number (view->measure);
  g_autofree char *month = bh_month_format (view->measure->month);
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);

  bh_table_printer_add_text (table, number);
  bh_table_printer_add_text (table, month);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = bh_measure_dup_field (view->measure, office, &fields[i]);

      bh_table_printer_add_text (table, *text != '\0' ? text : NULL);
    }
  bh_table_printer_add_yes (table, view->carried);
  bh_table_printer_add_yes (table, view->overdue);
  add_value (table, view->figure, &view->then);
  add_value (table, view->figure, &view->now);
  bh_table_printer_add_text (table, view->problem);
}

/* Returns: (transfer full): the columns that other programs read */
static GArray *
make_data_columns (void)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (BhPrintColumn));
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);

  for (guint i = 0; i < G_N_ELEMENTS (before_fields); i++)
    g_array_append_val (columns, ((BhPrintColumn){ before_fields[i], "", FALSE }));
  for (guint i = 0; i < n; i++)
    g_array_append_val (columns, ((BhPrintColumn){ fields[i].key, "", FALSE }));
  for (guint i = 0; i < G_N_ELEMENTS (behind_fields); i++)
    g_array_append_val (columns, ((BhPrintColumn){ behind_fields[i], "", FALSE }));

  return columns;
}

void
bh_measure_printer_print_list (BhInvocation *invocation, BhOffice *office, GPtrArray *views)
{
  gboolean is_text = invocation->format == BH_FORMAT_TEXT;
  g_autoptr (GArray) data_columns = make_data_columns ();
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (
      invocation->format, NULL,
      is_text ? text_columns : (const BhPrintColumn *) (gpointer) data_columns->data,
      is_text ? G_N_ELEMENTS (text_columns) : data_columns->len);

  for (guint i = 0; i < views->len; i++)
    {
      if (is_text)
        print_text_row (table, office, g_ptr_array_index (views, i));
      else
        print_data_row (table, office, g_ptr_array_index (views, i));
    }
  bh_table_printer_end (table);
}

static void
print_json_events (JsonBuilder *builder, BhOffice *office, GPtrArray *events)
{
  BhMeasure *before = NULL;

  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < events->len; i++)
    {
      const BhMeasureEvent *event = g_ptr_array_index (events, i);
      g_auto (GStrv) changes = bh_measure_list_changes (before, event->measure, office);

      json_builder_begin_object (builder);
      bh_json_set_int (builder, "version", event->measure->version);
      bh_json_set_time (builder, "at", bh_office_get_time (office), event->recorded_at);
      bh_json_set_text (builder, "by",
                        bh_office_get_name (office, BH_TYPE_STAFF, event->entered_by));
      json_builder_set_member_name (builder, "changes");
      json_builder_begin_array (builder);
      for (char **change = changes; *change != NULL; change++)
        json_builder_add_string_value (builder, *change);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      before = event->measure;
    }
  json_builder_end_array (builder);
}

static void
print_json (BhOffice *office, BhMeasure *measure, GPtrArray *events)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *number = bh_measure_dup_number (measure);
  g_autofree char *month = bh_month_format (measure->month);
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);

  json_builder_begin_object (builder);
  bh_json_set_text (builder, "number", number);
  bh_json_set_text (builder, "month", month);
  bh_json_set_int (builder, "version", measure->version);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = bh_measure_dup_field (measure, office, &fields[i]);

      bh_json_set_text (builder, fields[i].key, text);
    }
  print_json_events (builder, office, events);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

void
bh_measure_printer_print (BhInvocation *invocation,
                          BhOffice *office,
                          BhMeasure *measure,
                          GPtrArray *events)
{
  g_autoptr (BhTablePrinter) table = NULL;
  BhMeasure *before = NULL;

  if (invocation->format == BH_FORMAT_JSON)
    {
      print_json (office, measure, events);
      return;
    }

  table = bh_table_printer_new (invocation->format, bh_office_get_time (office), event_columns,
                                G_N_ELEMENTS (event_columns));
  for (guint i = 0; i < events->len; i++)
    {
      const BhMeasureEvent *event = g_ptr_array_index (events, i);
      g_auto (GStrv) changes = bh_measure_list_changes (before, event->measure, office);

      for (char **change = changes; *change != NULL; change++)
        {
          bh_table_printer_add_int (table, event->measure->version);
          bh_table_printer_add_time (table, event->recorded_at);
          bh_table_printer_add_text (table,
                                     bh_office_get_name (office, BH_TYPE_STAFF, event->entered_by));
          bh_table_printer_add_text (table, *change);
        }
      before = event->measure;
    }
  bh_table_printer_end (table);
}
