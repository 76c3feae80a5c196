/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart-private.h"

#include "exchange/bh-report-font.h"

/* The library knows neither charts of two kinds nor a second axis, cannot store the values of
 * formulas in a chart, and writes no font for Chinese. What it writes of a chart is kept but for
 * title, plot area and legend, which are made here: their text goes along as the name of the one
 * series that the library knows of. */

#define FIRST_AXES 100
#define SECOND_AXES 200
#define LARGE_SHARE 0.5
#define TITLE_POINTS 12
#define TEXT_POINTS 9
#define TEXT_COLOR 0x2e3436
#define GRID_COLOR 0xd9d9d9

static void
series_clear (gpointer data)
{
  BhReportSeries *series = data;

  g_free (series->name);
  g_free (series->format);
  g_free (series->range);
  g_free (series->values);
}

BhReportChart *
bh_report_chart_new (const char *title, const char *axis, const char *second_axis)
{
  BhReportChart *self = g_new0 (BhReportChart, 1);

  self->title = g_strdup (title);
  self->axis = g_strdup (axis);
  self->second_axis = g_strdup (second_axis);
  self->series = g_array_new (FALSE, TRUE, sizeof (BhReportSeries));
  g_array_set_clear_func (self->series, series_clear);

  return self;
}

void
bh_report_chart_free (BhReportChart *self)
{
  g_free (self->title);
  g_free (self->axis);
  g_free (self->second_axis);
  g_free (self->range);
  g_strfreev (self->names);
  g_free (self->numbers);
  g_free (self->format);
  g_array_unref (self->series);
  g_free (self);
}

static char *
dup_range (BhReportChart *self, guint row, guint column)
{
  guint more = self->n - 1;

  return bh_report_sheet_dup_range (self->sheet, row, column, self->downwards ? row + more : row,
                                    self->downwards ? column : column + more);
}

void
bh_report_chart_set_categories (BhReportChart *self,
                                BhReportSheet *sheet,
                                guint row,
                                guint column,
                                guint n,
                                gboolean downwards,
                                const char *const *names,
                                const int *numbers,
                                const char *format)
{
  g_return_if_fail (n > 0);

  self->sheet = sheet;
  self->n = n;
  self->downwards = downwards;
  self->range = dup_range (self, row, column);
  if (names != NULL)
    {
      self->names = g_new0 (char *, n + 1);
      for (guint i = 0; i < n; i++)
        self->names[i] = g_strdup (names[i]);
    }
  self->numbers = g_memdup2 (numbers, numbers != NULL ? n * sizeof *numbers : 0);
  self->format = g_strdup (format);
}

void
bh_report_chart_add (BhReportChart *self,
                     BhReportChartLook look,
                     const char *name,
                     guint row,
                     guint column,
                     const double *values,
                     const char *format)
{
  BhReportSeries series = { look, g_strdup (name), g_strdup (format), dup_range (self, row, column),
                            g_memdup2 (values, self->n * sizeof *values) };

  g_array_append_val (self->series, series);
}

void
bh_report_chart_show_values (BhReportChart *self)
{
  self->values_shown = TRUE;
}

gboolean
bh_report_chart_is_lying (BhReportChart *self)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      BhReportChartLook look = g_array_index (self->series, BhReportSeries, i).look;

      if (look == BH_REPORT_CHART_BARS || look == BH_REPORT_CHART_STACKED)
        return TRUE;
    }

  return FALSE;
}

BhReportMarks
bh_report_chart_get_marks (BhReportChart *self, const BhReportSeries *series)
{
  switch (series->look)
    {
    case BH_REPORT_CHART_COLUMNS:
      return BH_REPORT_MARKS_COLUMNS;
    case BH_REPORT_CHART_BARS:
      return BH_REPORT_MARKS_BARS;
    case BH_REPORT_CHART_STACKED:
      return BH_REPORT_MARKS_STACKED;
    case BH_REPORT_CHART_SECOND_LINE:
      return BH_REPORT_MARKS_SECOND;
    case BH_REPORT_CHART_TARGET:
      return bh_report_chart_is_lying (self) ? BH_REPORT_MARKS_BARS : BH_REPORT_MARKS_LINES;
    case BH_REPORT_CHART_LINE:
      break;
    }

  return BH_REPORT_MARKS_LINES;
}

void
bh_report_chart_append_font (
    GString *xml, const char *tag, guint points, gboolean bold, guint32 color)
{
  const char *font = bh_report_font_get_name ();

  bh_report_chart_append (xml,
                          "<%s sz=\"%u\" b=\"%d\"><a:solidFill><a:srgbClr val=\"%06X\"/>"
                          "</a:solidFill><a:latin typeface=\"%s\"/><a:ea typeface=\"%s\"/></%s>",
                          tag, points * 100, bold, color, font, font, tag);
}

void
bh_report_chart_append_text_look (GString *xml, guint points, guint32 color)
{
  g_string_append (xml, "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>");
  bh_report_chart_append_font (xml, "a:defRPr", points, FALSE, color);
  g_string_append (xml, "</a:pPr><a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>");
}

static void
append_title (GString *xml, const char *title, guint points, gboolean bold, gboolean upright)
{
  g_string_append (xml, "<c:title><c:tx><c:rich>");
  g_string_append (xml, upright ? "<a:bodyPr rot=\"-5400000\" vert=\"horz\"/>" : "<a:bodyPr/>");
  g_string_append (xml, "<a:lstStyle/><a:p><a:pPr>");
  bh_report_chart_append_font (xml, "a:defRPr", points, bold, TEXT_COLOR);
  g_string_append (xml, "</a:pPr><a:r>");
  bh_report_chart_append_font (xml, "a:rPr", points, bold, TEXT_COLOR);
  bh_report_chart_append (xml,
                          "<a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/>"
                          "</c:title>",
                          title);
}

static void
begin_marks (GString *xml, BhReportMarks marks)
{
  const char *grouping = marks == BH_REPORT_MARKS_STACKED ? "stacked" : "clustered";

  if (marks == BH_REPORT_MARKS_LINES || marks == BH_REPORT_MARKS_SECOND)
    bh_report_chart_append (xml, "<c:lineChart><c:grouping val=\"standard\"/>");
  else
    bh_report_chart_append (xml, "<c:barChart><c:barDir val=\"%s\"/><c:grouping val=\"%s\"/>",
                            marks == BH_REPORT_MARKS_COLUMNS ? "col" : "bar", grouping);
  g_string_append (xml, "<c:varyColors val=\"0\"/>");
}

/* @overlap: of bars over each other, in percent of their width */
static void
end_marks (GString *xml, BhReportMarks marks, int overlap)
{
  guint axes = marks == BH_REPORT_MARKS_SECOND ? SECOND_AXES : FIRST_AXES;
  gboolean lines = marks == BH_REPORT_MARKS_LINES || marks == BH_REPORT_MARKS_SECOND;

  if (lines)
    g_string_append (xml, "<c:marker val=\"1\"/>");
  else
    bh_report_chart_append (xml, "<c:gapWidth val=\"60\"/><c:overlap val=\"%d\"/>", overlap);
  bh_report_chart_append (xml, "<c:axId val=\"%u\"/><c:axId val=\"%u\"/></c:%s>", axes + 1,
                          axes + 2, lines ? "lineChart" : "barChart");
}

static void
append_marks (BhReportChart *self, GString *xml, BhReportMarks marks)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean framed = FALSE;

  for (guint i = 0; i < self->series->len; i++)
    {
      const BhReportSeries *series = &g_array_index (self->series, BhReportSeries, i);

      if (bh_report_chart_get_marks (self, series) != marks)
        continue;
      framed = framed || series->look == BH_REPORT_CHART_TARGET;
      g_array_append_val (chosen, i);
    }
  if (chosen->len == 0)
    return;

  begin_marks (xml, marks);
  for (guint i = 0; i < chosen->len; i++)
    bh_report_chart_append_series (self, xml, g_array_index (chosen, guint, i), i, chosen->len);
  end_marks (xml, marks, framed || marks == BH_REPORT_MARKS_STACKED ? 100 : 0);
}

static void
append_category_axis (BhReportChart *self, GString *xml, gboolean second)
{
  guint axes = second ? SECOND_AXES : FIRST_AXES;
  gboolean lying = bh_report_chart_is_lying (self);

  bh_report_chart_append (xml,
                          "<c:catAx><c:axId val=\"%u\"/><c:scaling><c:orientation val=\"%s\"/>"
                          "</c:scaling><c:delete val=\"%d\"/><c:axPos val=\"%s\"/>"
                          "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/>"
                          "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
                          "<c:tickLblPos val=\"low\"/>",
                          axes + 1, lying ? "maxMin" : "minMax", second, lying ? "l" : "b",
                          self->format != NULL ? self->format : "General");
  bh_report_chart_append_text_look (xml, TEXT_POINTS, TEXT_COLOR);
  bh_report_chart_append (xml, "<c:crossAx val=\"%u\"/><c:crosses val=\"autoZero\"/></c:catAx>",
                          axes + 2);
}

static const char *
get_value_format (BhReportChart *self, gboolean second)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      const BhReportSeries *series = &g_array_index (self->series, BhReportSeries, i);

      if ((series->look == BH_REPORT_CHART_SECOND_LINE) == second)
        return series->format;
    }

  return "General";
}

/* Shares are of all: more than that is no place on an axis. Where they are small, the axis ends
 * where the program likes. */
static gboolean
ends_at_all (BhReportChart *self, const char *format, gboolean second)
{
  if (!g_str_has_suffix (format, "%"))
    return FALSE;
  for (guint i = 0; i < self->series->len && !second; i++)
    for (guint j = 0; j < self->n; j++)
      if (g_array_index (self->series, BhReportSeries, i).values[j] > LARGE_SHARE)
        return TRUE;

  return second;
}

static void
append_value_axis (BhReportChart *self, GString *xml, gboolean second)
{
  guint axes = second ? SECOND_AXES : FIRST_AXES;
  const char *format = get_value_format (self, second);
  gboolean lying = bh_report_chart_is_lying (self);

  bh_report_chart_append (xml,
                          "<c:valAx><c:axId val=\"%u\"/><c:scaling>"
                          "<c:orientation val=\"minMax\"/>",
                          axes + 2);
  if (ends_at_all (self, format, second))
    g_string_append (xml, "<c:max val=\"1\"/>");
  bh_report_chart_append (xml,
                          "<c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/>"
                          "<c:axPos val=\"%s\"/>",
                          second  ? "r"
                          : lying ? "b"
                                  : "l");
  if (!second)
    bh_report_chart_append (xml,
                            "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill>"
                            "<a:srgbClr val=\"%06X\"/></a:solidFill></a:ln></c:spPr>"
                            "</c:majorGridlines>",
                            GRID_COLOR);
  append_title (xml, second ? self->second_axis : self->axis, TEXT_POINTS, FALSE, !lying);
  bh_report_chart_append (xml,
                          "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/>"
                          "<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
                          "<c:tickLblPos val=\"nextTo\"/>",
                          format);
  bh_report_chart_append_text_look (xml, TEXT_POINTS, TEXT_COLOR);
  bh_report_chart_append (xml,
                          "<c:crossAx val=\"%u\"/><c:crosses val=\"%s\"/>"
                          "<c:crossBetween val=\"between\"/></c:valAx>",
                          axes + 1, second || lying ? "max" : "autoZero");
}

/* One series alone is told by title and axis. */
static void
append_legend (BhReportChart *self, GString *xml)
{
  if (self->series->len < 2)
    return;

  g_string_append (xml, "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>");
  bh_report_chart_append_text_look (xml, TEXT_POINTS, TEXT_COLOR);
  g_string_append (xml, "</c:legend>");
}

static char *
dup_content (BhReportChart *self)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  append_title (xml, self->title, TITLE_POINTS, TRUE, FALSE);
  g_string_append (xml, "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>");
  for (guint i = 0; i < BH_N_REPORT_MARKS; i++)
    append_marks (self, xml, (BhReportMarks) i);
  append_category_axis (self, xml, FALSE);
  append_value_axis (self, xml, FALSE);
  if (self->second_axis != NULL)
    {
      append_category_axis (self, xml, TRUE);
      append_value_axis (self, xml, TRUE);
    }
  g_string_append (xml, "</c:plotArea>");
  append_legend (self, xml);

  return g_string_free (g_steal_pointer (&xml), FALSE);
}

/* Instead of the library's function, when the file is packed. */
static void
write_content_cb (lxw_chart *chart)
{
  fputs (STAILQ_FIRST (chart->series_list)->title.name, chart->file);
}

void
bh_report_chart_insert (
    BhReportChart *self, BhReportSheet *sheet, guint row, guint column, guint width, guint height)
{
  lxw_chart *chart
      = workbook_add_chart (bh_report_book_get_workbook (sheet->book), LXW_CHART_COLUMN);
  lxw_chart_options options = {
    .y_offset = 4, .x_scale = width / 480.0, .y_scale = height / 288.0, .description = self->title
  };
  /* The library looks the sheet up by its name as it is. */
  g_autofree char *values = g_strdup_printf ("='%s'!$A$1", self->sheet->name);
  g_autofree char *content = dup_content (self);

  chart_series_set_name (chart_add_series (chart, NULL, values), content);
  chart->write_plot_area = write_content_cb;
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  bh_report_book_note (
      sheet->book,
      worksheet_insert_chart_opt (sheet->worksheet, row, (lxw_col_t) column, chart, &options));
}
