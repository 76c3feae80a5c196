/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"

#include "base/bh-i18n.h"

/* What a workbook can be asked for: each of these has a name on each sheet of data. */
static const BhReportColumn head_columns[] = {
  [HEAD_NUMBER] = { .title = N_ ("Number"), .width = 16 },
  [HEAD_KIND] = { "kind", N_ ("Kind"), NULL, 9 },
  [HEAD_GRADE] = { "grade", N_ ("Grade"), NULL, 9 },
  [HEAD_CHANNEL] = { "channel", N_ ("Channel"), NULL, 11 },
  [HEAD_CATEGORY_TOP] = { "category_top", N_ ("Top category"), NULL, 12 },
  [HEAD_CATEGORY] = { "category", N_ ("Category"), NULL, 22 },
  [HEAD_COMMUNITY] = { "community", N_ ("Community"), NULL, 14 },
  [HEAD_CITY_TIER] = { "city_tier", N_ ("City tier"), N_ ("Of the community's city."), 11 },
  [HEAD_ESTATE_KIND]
  = { "estate_kind", N_ ("Estate kind"), N_ ("What kind of estate the community is."), 12 },
  [HEAD_BUILDING] = { "building", N_ ("Building"), NULL, 18 },
  [HEAD_DEPARTMENT]
  = { "department", N_ ("Department"), N_ ("Of the ticket, as it is today."), 12 },
  [HEAD_PERSON] = { "person", N_ ("Person"), N_ ("Of the ticket, as it is today."), 10 },
  [HEAD_CAUSE] = { "cause", N_ ("Cause"), NULL, 12 },
  [HEAD_WEEKDAY]
  = { "received_weekday", N_ ("Weekday"), N_ ("Of the receipt: 1 Monday to 7 Sunday."), 8 },
  [HEAD_HOUR] = { "received_hour", N_ ("Hour"), N_ ("Of the receipt: 0 to 23."), 8 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (head_columns) == N_HEAD_COLUMNS);

const BhReportColumn *
bh_report_head_columns (guint *n)
{
  *n = G_N_ELEMENTS (head_columns);

  return head_columns;
}

const BhReportColumn *
bh_report_columns_list (BhReportTable table, guint *n)
{
  switch (table)
    {
    case BH_REPORT_STAGES:
      return bh_report_stage_columns (n);
    case BH_REPORT_CALLBACKS:
      return bh_report_callback_columns (n);
    case BH_REPORT_TICKETS:
      break;
    }

  return bh_report_ticket_columns (n);
}

/* Stages are many: they have what figures of stages are grouped by. */
gboolean
bh_report_head_is_on (BhReportTable table, guint column)
{
  return table != BH_REPORT_STAGES || column == HEAD_NUMBER
         || bh_report_has_column (table, head_columns[column].name);
}

gboolean
bh_report_has_data_column (BhReport *self, const BhReportColumn *column)
{
  switch (column->when)
    {
    case BH_REPORT_COLUMN_INTERNAL:
      return self->request->profile == BH_REPORT_INTERNAL;
    case BH_REPORT_COLUMN_RUNNING:
      return self->runs;
    case BH_REPORT_COLUMN_HOT:
      return self->request->profile == BH_REPORT_INTERNAL && self->spots != NULL;
    case BH_REPORT_COLUMN_ALWAYS:
      break;
    }

  return TRUE;
}

static void
add_column (BhReportStream *stream, const BhReportColumn *column, const char *name)
{
  const BhReportColumn own = { name, _ (column->title), NULL, column->width };

  bh_report_stream_add_column (stream, &own);
}

BhReportStream *
bh_report_begin_table (BhReport *self, BhReportTable table, const char *name)
{
  guint n;
  const BhReportColumn *columns = bh_report_columns_list (table, &n);
  BhReportStream *stream = bh_report_stream_new (self->book, bh_office_get_time (self->office),
                                                 name, self->request->max_rows);

  for (guint i = 0; i < N_HEAD_COLUMNS; i++)
    {
      const char *plain = head_columns[i].name;
      g_autofree char *own = plain != NULL ? bh_report_dup_column (table, plain) : NULL;

      if (bh_report_head_is_on (table, i))
        add_column (stream, &head_columns[i], own);
      else
        bh_report_stream_skip_column (stream);
    }
  for (guint i = 0; i < n; i++)
    if (bh_report_has_data_column (self, &columns[i]))
      add_column (stream, &columns[i], columns[i].name);
    else
      bh_report_stream_skip_column (stream);

  return stream;
}

static gboolean
has_care (BhReport *self, BhReportTable table)
{
  return table != BH_REPORT_STAGES && bh_report_has_care (self);
}

static void
add_care_columns (BhReportStream *stream, BhReportTable table)
{
  guint n;
  const BhListItem *marks = bh_list_get_items (BH_LIST_CARE, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *plain = g_strconcat (BH_REPORT_CARE_PREFIX, marks[i].code, NULL);
      g_autofree char *name = bh_report_dup_column (table, plain);

      bh_report_stream_add_column (
          stream, &(BhReportColumn){ .name = name,
                                     .title = bh_list_get_label (BH_LIST_CARE, marks[i].value),
                                     .width = 9 });
    }
}

void
bh_report_add_scope_columns (BhReport *self, BhReportStream *stream, BhReportTable table)
{
  for (guint i = 1; i < self->scopes->len; i++)
    {
      BhReportScope *scope = g_ptr_array_index (self->scopes, i);
      g_autofree char *plain = g_strdup_printf ("scope_%u", i);
      g_autofree char *name = bh_report_dup_column (table, plain);

      bh_report_stream_add_column (stream, &(BhReportColumn){ name, scope->name, NULL, 14 });
    }
  if (has_care (self, table))
    add_care_columns (stream, table);
}

void
bh_report_begin_row (BhReport *self, BhReportStream *stream, const BhFactsHead *head)
{
  BhReportLabels *labels = self->labels;
  const BhReportLabel *category = bh_report_labels_get_category (labels, head->category_id);
  BhReportStream *s = stream;

  bh_report_stream_begin_row (s);
  bh_report_stream_text (s, HEAD_NUMBER, head->number);
  bh_report_stream_text (s, HEAD_KIND, bh_list_get_label (BH_LIST_KIND, (int) head->kind));
  bh_report_stream_text (s, HEAD_GRADE, bh_list_get_label (BH_LIST_GRADE, (int) head->grade));
  bh_report_stream_text (s, HEAD_CHANNEL,
                         bh_report_labels_get (labels, BH_TYPE_CHANNEL, head->channel_id));
  bh_report_stream_text (s, HEAD_CATEGORY_TOP, category->top);
  bh_report_stream_text (s, HEAD_CATEGORY, category->path);
  bh_report_stream_text (s, HEAD_COMMUNITY,
                         bh_report_labels_get (labels, BH_TYPE_PLACE, head->community_id));
  bh_report_stream_text (
      s, HEAD_CITY_TIER,
      bh_report_labels_get_segment (labels, BH_FILTER_CITY_TIER, head->community_id));
  bh_report_stream_text (
      s, HEAD_ESTATE_KIND,
      bh_report_labels_get_segment (labels, BH_FILTER_ESTATE_KIND, head->community_id));
  bh_report_stream_text (s, HEAD_BUILDING, head->building);
  bh_report_stream_text (s, HEAD_DEPARTMENT,
                         bh_report_labels_get (labels, BH_TYPE_DEPARTMENT, head->department_id));
  bh_report_stream_text (s, HEAD_PERSON,
                         bh_report_labels_get (labels, BH_TYPE_STAFF, head->staff_id));
  bh_report_stream_text (s, HEAD_CAUSE,
                         bh_report_labels_get (labels, BH_TYPE_CAUSE, head->cause_id));
  bh_report_stream_number (s, HEAD_WEEKDAY, head->weekday);
  bh_report_stream_number (s, HEAD_HOUR, head->hour);
}

guint
bh_report_write_bits (BhReportStream *stream, guint column, guint32 bits, guint n)
{
  for (guint i = 0; i < n; i++)
    if ((bits & (1U << i)) != 0)
      bh_report_stream_number (stream, column + i, 1);

  return column + n;
}

void
bh_report_write_scopes (BhReport *self,
                        BhReportStream *stream,
                        BhReportTable table,
                        guint column,
                        const BhFactsHead *head)
{
  guint n;
  const BhListItem *marks = bh_list_get_items (BH_LIST_CARE, &n);

  column = bh_report_write_bits (stream, column, head->scopes, self->scopes->len - 1);
  for (guint i = 0; has_care (self, table) && i < n; i++)
    if ((head->care & marks[i].value) != 0)
      bh_report_stream_number (stream, column + i, 1);
}

void
bh_report_write_pair (BhReportStream *stream, guint column, int asked, int yes)
{
  if (asked == 0)
    return;

  bh_report_stream_number (stream, column, asked);
  bh_report_stream_number (stream, column + 1, yes);
}

BhTicketFilter **
bh_report_fill_facts_request (BhReport *self, BhReportTable table, BhFactsRequest *request)
{
  BhTicketFilter **filters = g_new0 (BhTicketFilter *, self->scopes->len);

  for (guint i = 1; i < self->scopes->len; i++)
    filters[i - 1] = ((BhReportScope *) g_ptr_array_index (self->scopes, i))->filter;
  *request = (BhFactsRequest){
    .period = self->whole,
    .as_of = self->request->as_of,
    .filter = self->request->filter,
    .months = self->periods,
    .n_months = BH_REPORT_MONTHS,
    .scopes = filters,
    .n_scopes = self->scopes->len - 1,
    .with_care = has_care (self, table),
  };

  return filters;
}
