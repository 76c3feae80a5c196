/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-chart.h"

G_BEGIN_DECLS

/** BhReportSeries: a series; texts and numbers are its own. */
typedef struct
{
  BhReportChartLook look;
  char *name;
  char *format;
  char *range;
  double *values;
} BhReportSeries;

struct _BhReportChart
{
  char *title;       /* (owned) */
  char *axis;        /* (owned) */
  char *second_axis; /* (owned) (nullable) */
  BhReportSheet *sheet;
  guint n;
  gboolean downwards;
  gboolean values_shown;
  char *range;    /* (owned): of the categories */
  char **names;   /* (owned) (nullable) */
  int *numbers;   /* (owned) (nullable) */
  char *format;   /* (owned) (nullable): of the categories' numbers */
  GArray *series; /* (owned) (element-type BhReportSeries) */
};

/** BhReportMarks: the part of a chart that has one kind of marks. */
typedef enum
{
  BH_REPORT_MARKS_COLUMNS,
  BH_REPORT_MARKS_BARS,
  BH_REPORT_MARKS_STACKED,
  BH_REPORT_MARKS_LINES,
  BH_REPORT_MARKS_SECOND,
} BhReportMarks;

#define BH_N_REPORT_MARKS (BH_REPORT_MARKS_SECOND + 1)

/* Texts of the format: ECMA-376-1, 21.2. */

/** bh_report_chart_append: appends @format, its %s escaped */
void bh_report_chart_append (GString *xml, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** bh_report_chart_append_font: the font of texts, @tag being "a:rPr" or "a:defRPr" */
void bh_report_chart_append_font (
    GString *xml, const char *tag, guint points, gboolean bold, guint32 color);
/** bh_report_chart_append_text_look: how the texts of an element look */
void bh_report_chart_append_text_look (GString *xml, guint points, guint32 color);
/** bh_report_chart_is_lying: Returns: whether the categories stand on the left */
gboolean bh_report_chart_is_lying (BhReportChart *self);
/** bh_report_chart_get_marks: Returns: with which marks a series is drawn */
BhReportMarks bh_report_chart_get_marks (BhReportChart *self, const BhReportSeries *series);
/** bh_report_chart_append_series: @index: of the series; @place: among @n that have its marks */
void bh_report_chart_append_series (
    BhReportChart *self, GString *xml, guint index, guint place, guint n);

G_END_DECLS
