/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart-private.h"

#include "exchange/bh-report-color.h"

#include <math.h>

/* The series of a chart: how they look, and their cells with what is in them. */

#define LABEL_POINTS 9
#define LINE_WIDTH 25400 /* of 914,400 to the inch */
#define EDGE_WIDTH 9525
/* The darkest step would be that of what is above all others. */
#define STACK_LEAST 0.1
#define STACK_MOST 0.9

void
bh_report_chart_append (GString *xml, const char *format, ...)
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
    bh_report_chart_append (xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>", index,
                            g_ascii_formatd (text, sizeof text, "%.16g", value));
}

static void
append_categories (BhReportChart *self, GString *xml)
{
  const char *kind = self->names != NULL ? "str" : "num";

  bh_report_chart_append (xml, "<c:cat><c:%sRef><c:f>%s</c:f><c:%sCache>", kind, self->range, kind);
  if (self->names == NULL)
    bh_report_chart_append (xml, "<c:formatCode>%s</c:formatCode>", self->format);
  bh_report_chart_append (xml, "<c:ptCount val=\"%u\"/>", self->n);
  for (guint i = 0; i < self->n; i++)
    if (self->names != NULL)
      bh_report_chart_append (xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>", i, self->names[i]);
    else
      append_number (xml, i, self->numbers[i]);
  bh_report_chart_append (xml, "</c:%sCache></c:%sRef></c:cat>", kind, kind);
}

static void
append_fill (GString *xml, guint32 color)
{
  bh_report_chart_append (xml, "<a:solidFill><a:srgbClr val=\"%06X\"/></a:solidFill>", color);
}

static void
append_edge (GString *xml, guint width, guint32 color, gboolean dashed)
{
  bh_report_chart_append (xml, "<a:ln w=\"%u\">", width);
  append_fill (xml, color);
  g_string_append (xml, dashed ? "<a:prstDash val=\"dash\"/></a:ln>" : "</a:ln>");
}

static guint32
get_area_color (BhReportMarks marks, guint place, guint n)
{
  if (marks == BH_REPORT_MARKS_STACKED)
    return bh_report_get_level (n > 1 ? STACK_LEAST + (STACK_MOST - STACK_LEAST) * place / (n - 1)
                                      : STACK_MOST);

  return place == 0 ? bh_report_get_color (BH_CHART_ROLE_VALUE)
                    : bh_report_get_color (
                        (BhChartRole) (BH_CHART_ROLE_CATEGORY + place % BH_N_CHART_CATEGORIES));
}

/* Areas beside each other are told apart by patterns, too; stacked ones by their lightness. */
static void
append_area (GString *xml, BhReportMarks marks, guint place, guint n)
{
  static const char *const patterns[] = { NULL, "wdUpDiag", "pct25", "dkHorz" };
  guint32 color = get_area_color (marks, place, n);
  const char *pattern
      = marks != BH_REPORT_MARKS_STACKED ? patterns[place % G_N_ELEMENTS (patterns)] : NULL;

  g_string_append (xml, "<c:spPr>");
  if (pattern != NULL)
    bh_report_chart_append (xml,
                            "<a:pattFill prst=\"%s\"><a:fgClr><a:srgbClr val=\"%06X\"/></a:fgClr>"
                            "<a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>",
                            pattern, color);
  else
    append_fill (xml, color);
  if (pattern != NULL || marks == BH_REPORT_MARKS_STACKED)
    append_edge (xml, EDGE_WIDTH, pattern != NULL ? color : bh_report_get_level (1), FALSE);
  g_string_append (xml, "</c:spPr><c:invertIfNegative val=\"0\"/>");
}

/* The target over bars: nothing but its edge. */
static void
append_frame (GString *xml)
{
  g_string_append (xml, "<c:spPr><a:noFill/>");
  append_edge (xml, LINE_WIDTH, bh_report_get_color (BH_CHART_ROLE_TARGET), TRUE);
  g_string_append (xml, "</c:spPr><c:invertIfNegative val=\"0\"/>");
}

static void
append_line (GString *xml, BhReportChartLook look, guint place)
{
  static const BhChartRole roles[]
      = { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_MEDIAN, BH_CHART_ROLE_P90 };
  static const char *const symbols[] = { "circle", "triangle", "square" };
  guint32 color = look == BH_REPORT_CHART_TARGET ? bh_report_get_color (BH_CHART_ROLE_TARGET)
                  : look == BH_REPORT_CHART_SECOND_LINE
                      ? bh_report_get_color (BH_CHART_ROLE_CUMULATED)
                      : bh_report_get_color (roles[place % G_N_ELEMENTS (roles)]);

  g_string_append (xml, "<c:spPr>");
  append_edge (xml, LINE_WIDTH, color, look == BH_REPORT_CHART_TARGET);
  g_string_append (xml, "</c:spPr>");
  if (look == BH_REPORT_CHART_TARGET)
    {
      g_string_append (xml, "<c:marker><c:symbol val=\"none\"/></c:marker>");
      return;
    }
  bh_report_chart_append (xml, "<c:marker><c:symbol val=\"%s\"/><c:size val=\"6\"/><c:spPr>",
                          symbols[place % G_N_ELEMENTS (symbols)]);
  append_fill (xml, color);
  g_string_append (xml, "</c:spPr></c:marker>");
}

/* The numbers beside the marks; in what is stacked a nought has no room. */
static void
append_labels (GString *xml, const BhReportSeries *series, BhReportMarks marks, guint32 ground)
{
  gboolean inside = marks == BH_REPORT_MARKS_STACKED;

  bh_report_chart_append (xml,
                          "<c:dLbls><c:numFmt formatCode=\"%s%s\" sourceLinked=\"0\"/><c:spPr>"
                          "<a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
                          series->format, inside ? ";;" : "");
  bh_report_chart_append_text_look (xml, LABEL_POINTS, inside ? bh_report_get_text_on (ground) : 0);
  bh_report_chart_append (
      xml,
      "<c:dLblPos val=\"%s\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>"
      "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
      "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
      inside ? "ctr" : "outEnd");
}

static void
append_look (BhReportChart *self,
             GString *xml,
             const BhReportSeries *series,
             BhReportMarks marks,
             guint place,
             guint n)
{
  if (marks == BH_REPORT_MARKS_LINES || marks == BH_REPORT_MARKS_SECOND)
    {
      append_line (xml, series->look, place);
      return;
    }
  if (series->look == BH_REPORT_CHART_TARGET)
    {
      append_frame (xml);
      return;
    }
  append_area (xml, marks, place, n);
  if (self->values_shown)
    append_labels (xml, series, marks, get_area_color (marks, place, n));
}

void
bh_report_chart_append_series (BhReportChart *self, GString *xml, guint index, guint place, guint n)
{
  const BhReportSeries *series = &g_array_index (self->series, BhReportSeries, index);
  BhReportMarks marks = bh_report_chart_get_marks (self, series);

  bh_report_chart_append (xml,
                          "<c:ser><c:idx val=\"%u\"/><c:order val=\"%u\"/>"
                          "<c:tx><c:v>%s</c:v></c:tx>",
                          index, index, series->name);
  append_look (self, xml, series, marks, place, n);
  append_categories (self, xml);
  bh_report_chart_append (xml,
                          "<c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>%s"
                          "</c:formatCode><c:ptCount val=\"%u\"/>",
                          series->range, series->format, self->n);
  for (guint i = 0; i < self->n; i++)
    append_number (xml, i, series->values[i]);
  g_string_append (xml, "</c:numCache></c:numRef></c:val>");
  if (marks == BH_REPORT_MARKS_LINES || marks == BH_REPORT_MARKS_SECOND)
    g_string_append (xml, "<c:smooth val=\"0\"/>");
  g_string_append (xml, "</c:ser>");
}
