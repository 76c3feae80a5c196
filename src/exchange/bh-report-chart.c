/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart.h"

#include <math.h>
#include <string.h>

/* The library knows neither charts of two kinds nor a second axis, and cannot store the values of
 * formulas in a chart. What it writes of a chart is kept but for the plot area, which is made here:
 * its text goes along as the name of the one series that the library knows of. */

#define FIRST_AXES 100
#define SECOND_AXES 200
/* Columns and lines differ in shape too; the colours are told apart by everybody. */
#define COLOR_COLUMNS "0072B2"
#define COLOR_LINE "0072B2"
#define COLOR_TARGET "D55E00"
#define COLOR_SECOND "D55E00"

typedef struct
{
  BhReportChartLook look;
  char *name;     /* (owned) */
  char *format;   /* (owned) */
  char *range;    /* (owned) */
  double *values; /* (owned) */
} Series;

struct _BhReportChart
{
  char *title;       /* (owned) */
  char *axis;        /* (owned) */
  char *second_axis; /* (owned) (nullable) */
  BhReportSheet *sheet;
  guint n;
  gboolean downwards;
  char *range;    /* (owned): of the categories */
  char **names;   /* (owned) (nullable) */
  int *numbers;   /* (owned) (nullable) */
  char *format;   /* (owned) (nullable) */
  GArray *series; /* (owned) (element-type Series) */
};

static void
series_clear (gpointer data)
{
  Series *series = data;

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
  self->series = g_array_new (FALSE, TRUE, sizeof (Series));
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
  Series series = { look, g_strdup (name), g_strdup (format), dup_range (self, row, column),
                    g_memdup2 (values, self->n * sizeof *values) };

  g_array_append_val (self->series, series);
}

/* Appends @format with its %s escaped. */
static void append (GString *xml, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append (GString *xml, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (xml, text);
}

static void
append_number (GString *xml, guint index, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    append (xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>", index,
            g_ascii_formatd (text, sizeof text, "%.16g", value));
}

static void
append_categories (BhReportChart *self, GString *xml)
{
  const char *kind = self->names != NULL ? "str" : "num";

  append (xml, "<c:cat><c:%sRef><c:f>%s</c:f><c:%sCache>", kind, self->range, kind);
  if (self->names == NULL)
    append (xml, "<c:formatCode>%s</c:formatCode>", self->format);
  append (xml, "<c:ptCount val=\"%u\"/>", self->n);
  for (guint i = 0; i < self->n; i++)
    if (self->names != NULL)
      append (xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>", i, self->names[i]);
    else
      append_number (xml, i, self->numbers[i]);
  append (xml, "</c:%sCache></c:%sRef></c:cat>", kind, kind);
}

static void
append_look (GString *xml, BhReportChartLook look)
{
  const char *const colors[] = {
    [BH_REPORT_CHART_COLUMNS] = COLOR_COLUMNS,
    [BH_REPORT_CHART_LINE] = COLOR_LINE,
    [BH_REPORT_CHART_TARGET] = COLOR_TARGET,
    [BH_REPORT_CHART_SECOND_LINE] = COLOR_SECOND,
  };

  if (look == BH_REPORT_CHART_COLUMNS)
    {
      append (xml,
              "<c:spPr><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></c:spPr>"
              "<c:invertIfNegative val=\"0\"/>",
              colors[look]);
      return;
    }

  append (xml, "<c:spPr><a:ln w=\"25400\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>",
          colors[look]);
  if (look == BH_REPORT_CHART_TARGET)
    append (xml, "<a:prstDash val=\"dash\"/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/>"
                 "</c:marker>");
  else
    append (xml,
            "</a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"6\"/><c:spPr>"
            "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></c:spPr></c:marker>",
            colors[look]);
}

static void
append_series (BhReportChart *self, GString *xml, guint index)
{
  const Series *series = &g_array_index (self->series, Series, index);

  append (xml,
          "<c:ser><c:idx val=\"%u\"/><c:order val=\"%u\"/>"
          "<c:tx><c:v>%s</c:v></c:tx>",
          index, index, series->name);
  append_look (xml, series->look);
  append_categories (self, xml);
  append (xml,
          "<c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>%s</c:formatCode>"
          "<c:ptCount val=\"%u\"/>",
          series->range, series->format, self->n);
  for (guint i = 0; i < self->n; i++)
    append_number (xml, i, series->values[i]);
  append (xml, "</c:numCache></c:numRef></c:val>");
  if (series->look != BH_REPORT_CHART_COLUMNS)
    append (xml, "<c:smooth val=\"0\"/>");
  append (xml, "</c:ser>");
}

/* Which of the three groups a series is drawn in. */
typedef enum
{
  GROUP_COLUMNS,
  GROUP_LINES,
  GROUP_SECOND,
} Group;

static Group
get_group (BhReportChartLook look)
{
  switch (look)
    {
    case BH_REPORT_CHART_COLUMNS:
      return GROUP_COLUMNS;
    case BH_REPORT_CHART_SECOND_LINE:
      return GROUP_SECOND;
    case BH_REPORT_CHART_LINE:
    case BH_REPORT_CHART_TARGET:
      break;
    }

  return GROUP_LINES;
}

static void
append_group (BhReportChart *self, GString *xml, Group group)
{
  guint axes = group == GROUP_SECOND ? SECOND_AXES : FIRST_AXES;
  const char *kind = group == GROUP_COLUMNS ? "barChart" : "lineChart";
  gboolean any = FALSE;

  for (guint i = 0; i < self->series->len; i++)
    {
      if (get_group (g_array_index (self->series, Series, i).look) != group)
        continue;
      if (!any)
        g_string_append (xml, group == GROUP_COLUMNS
                                  ? "<c:barChart><c:barDir val=\"col\"/>"
                                    "<c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"
                                  : "<c:lineChart><c:grouping val=\"standard\"/>"
                                    "<c:varyColors val=\"0\"/>");
      any = TRUE;
      append_series (self, xml, i);
    }
  if (!any)
    return;

  if (group == GROUP_COLUMNS)
    append (xml, "<c:gapWidth val=\"60\"/>");
  else
    append (xml, "<c:marker val=\"1\"/>");
  append (xml, "<c:axId val=\"%u\"/><c:axId val=\"%u\"/></c:%s>", axes + 1, axes + 2, kind);
}

static void
append_axis_title (GString *xml, const char *title)
{
  append (
      xml,
      "<c:title><c:tx><c:rich><a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:p><a:pPr>"
      "<a:defRPr sz=\"900\" b=\"0\"/></a:pPr><a:r><a:rPr sz=\"900\" b=\"0\"/><a:t>%s</a:t></a:r>"
      "</a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
      title);
}

static void
append_axes (BhReportChart *self, GString *xml, gboolean second)
{
  guint axes = second ? SECOND_AXES : FIRST_AXES;
  const char *format = NULL;

  for (guint i = 0; i < self->series->len; i++)
    if ((g_array_index (self->series, Series, i).look == BH_REPORT_CHART_SECOND_LINE) == second
        && format == NULL)
      format = g_array_index (self->series, Series, i).format;

  append (xml,
          "<c:catAx><c:axId val=\"%u\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>"
          "<c:delete val=\"%d\"/><c:axPos val=\"b\"/>"
          "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>"
          "<c:tickLblPos val=\"low\"/><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr>"
          "<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr><c:crossAx val=\"%u\"/>"
          "<c:crosses val=\"autoZero\"/></c:catAx>",
          axes + 1, second, self->format != NULL ? self->format : "General", axes + 2);
  append (xml, "<c:valAx><c:axId val=\"%u\"/><c:scaling><c:orientation val=\"minMax\"/>", axes + 2);
  if (second)
    append (xml, "<c:max val=\"1\"/>");
  append (xml, "<c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"%s\"/>",
          second ? "r" : "l");
  if (!second)
    append (xml, "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill>"
                 "<a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>");
  append_axis_title (xml, second ? self->second_axis : self->axis);
  append (xml,
          "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>"
          "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"%u\"/><c:crosses val=\"%s\"/></c:valAx>",
          format, axes + 1, second ? "max" : "autoZero");
}

static char *
dup_plot_area (BhReportChart *self)
{
  g_autoptr (GString) xml = g_string_new ("<c:plotArea><c:layout/>");

  append_group (self, xml, GROUP_COLUMNS);
  append_group (self, xml, GROUP_LINES);
  append_group (self, xml, GROUP_SECOND);
  append_axes (self, xml, FALSE);
  if (self->second_axis != NULL)
    append_axes (self, xml, TRUE);
  g_string_append (xml, "</c:plotArea>");

  return g_string_free (g_steal_pointer (&xml), FALSE);
}

/* Instead of the library's function, when the file is packed. */
static void
write_plot_area_cb (lxw_chart *chart)
{
  fputs (STAILQ_FIRST (chart->series_list)->title.name, chart->file);
}

void
bh_report_chart_insert (
    BhReportChart *self, BhReportSheet *sheet, guint row, guint column, guint width, guint height)
{
  lxw_chart *chart
      = workbook_add_chart (bh_report_book_get_workbook (sheet->book), LXW_CHART_COLUMN);
  lxw_chart_font font = { .size = 12, .bold = LXW_TRUE };
  lxw_chart_options options = {
    .y_offset = 4, .x_scale = width / 480.0, .y_scale = height / 288.0, .description = self->title
  };
  g_autofree char *values = g_strconcat ("=", self->range, NULL);
  g_autofree char *plot_area = dup_plot_area (self);

  chart_series_set_name (chart_add_series (chart, NULL, values), plot_area);
  chart->write_plot_area = write_plot_area_cb;
  chart_title_set_name (chart, self->title);
  chart_title_set_name_font (chart, &font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  bh_report_book_note (
      sheet->book,
      worksheet_insert_chart_opt (sheet->worksheet, row, (lxw_col_t) column, chart, &options));
}
