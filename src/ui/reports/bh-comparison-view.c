/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-comparison-view.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
#include "ui/common/bh-presentation.h"

/* The columns, from the left. */
enum
{
  NAME,
  REPORTED,
  CORRECTION,
  MATURED,
  NOW,
};

/**
 * BhComparisonView:
 *
 * CSS nodes: `comparison`, with those of labels and a grid.
 */
struct _BhComparisonView
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkLabel *heading;
  GtkLabel *note;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (BhComparisonView, bh_comparison_view, GTK_TYPE_WIDGET)

static GtkWidget *
add_cell (BhComparisonView *self, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == NAME ? 0 : 1);
  if (column == NAME)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_tooltip_text (label, text);
    }
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);

  return label;
}

static char *
dup_name (const BhReportComparison *line)
{
  static const char *const parts[BH_N_REPORT_PARTS] = {
    [BH_REPORT_PART_VALUE] = NULL,
    [BH_REPORT_PART_MEAN] = NC_ ("part of a figure", "mean"),
    [BH_REPORT_PART_MEDIAN] = NC_ ("part of a figure", "median"),
    [BH_REPORT_PART_P90] = NC_ ("part of a figure", "90th percentile"),
  };
  g_autofree char *name = line->figure != NULL
                              ? bh_chart_words_dup_figure (line->figure, line->reported->filter)
                              : g_strdup (line->reported->figure);

  if (parts[line->reported->part] == NULL)
    return g_steal_pointer (&name);

  /* Translators: a figure, and which of its values: mean, median */
  return g_strdup_printf (
      _ ("%s, %s"), name,
      g_dpgettext2 (GETTEXT_PACKAGE, "part of a figure", parts[line->reported->part]));
}

static char *
dup_value (const BhReportComparison *line, gboolean has_value, double value)
{
  if (!has_value)
    return g_strdup (BH_FIGURE_NO_VALUE);
  if (line->figure == NULL)
    return g_strdup_printf ("%g", value);

  return bh_figure_format_number (line->figure, value);
}

static char *
dup_difference (const BhReportComparison *line, gboolean differs, double difference)
{
  g_autofree char *text = NULL;

  if (!differs)
    return g_strdup ("");
  if (line->figure == NULL || difference == 0)
    return g_strdup ("≠");

  text = bh_report_comparison_format (line, difference);

  return bh_present_signed (text);
}

static void
add_line (BhComparisonView *self, const BhReportComparison *line, int row)
{
  g_autofree char *name = dup_name (line);
  g_autofree char *reported = dup_value (line, line->reported->has_value, line->reported->value);
  g_autofree char *correction = dup_difference (line, line->is_corrected, line->correction);
  g_autofree char *matured = dup_difference (line, line->is_matured, line->matured);
  g_autofree char *now = dup_value (line, line->now.has_value, line->now.value);
  const char *look = line->is_corrected || line->is_matured ? "changed" : "dim-label";
  GtkWidget *label = add_cell (self, name, NAME, row, look);

  add_cell (self, reported, REPORTED, row, "numeric");
  add_cell (self, correction, CORRECTION, row, line->is_corrected ? "warning" : "numeric");
  add_cell (self, matured, MATURED, row, "numeric");
  add_cell (self, line->problem != NULL ? BH_FIGURE_NO_VALUE : now, NOW, row, "numeric");
  if (line->problem != NULL)
    gtk_widget_set_tooltip_text (label, line->problem);
}

static char *
dup_note (const BhEarlierComparison *comparison, BhOfficeTime *time, gint64 now)
{
  const BhReportRecord *record = comparison->record;
  g_autofree char *as_of = bh_office_time_format_near (time, record->as_of, now);
  guint n_corrected = 0, n_matured = 0;
  g_autofree char *counts = NULL;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const BhReportComparison *line = g_ptr_array_index (comparison->lines, i);

      n_corrected += line->is_corrected;
      n_matured += line->is_matured;
    }
  /* Translators: when the figures were reported; how many were corrected; how many matured */
  counts = g_strdup_printf (_ ("Reported as of %s. Corrected since: %u. Matured since: %u."), as_of,
                            n_corrected, n_matured);
  g_string_append (out, counts);
  g_string_append_printf (out, "\n%s",
                          _ ("A correction is what the same day gives otherwise today, since "
                             "something about it was entered or changed later. What matured "
                             "happened later."));
  if (!comparison->is_newest)
    g_string_append_printf (
        out, "\n%s", _ ("There is a newer one for the record of this period, which counts."));
  if (!comparison->is_whole)
    g_string_append_printf (
        out, "\n%s",
        _ ("What was kept of this report was changed afterwards: see “bihuan check”."));

  return g_string_free (out, FALSE);
}

static void
clear (BhComparisonView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
bh_comparison_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_COMPARISON_VIEW);

  G_OBJECT_CLASS (bh_comparison_view_parent_class)->dispose (object);
}

static void
bh_comparison_view_class_init (BhComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_comparison_view_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BhComparisonView, body);
  gtk_widget_class_bind_template_child (widget_class, BhComparisonView, heading);
  gtk_widget_class_bind_template_child (widget_class, BhComparisonView, note);
  gtk_widget_class_bind_template_child (widget_class, BhComparisonView, grid);
  gtk_widget_class_set_css_name (widget_class, "comparison");
}

static void
bh_comparison_view_init (BhComparisonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_comparison_view_new (void)
{
  return g_object_new (BH_TYPE_COMPARISON_VIEW, NULL);
}

void
bh_comparison_view_show (BhComparisonView *self,
                         const BhEarlierComparison *comparison,
                         BhOfficeTime *time,
                         gint64 now)
{
  g_autofree char *name = NULL, *note = NULL;
  BhPeriod period;

  g_return_if_fail (BH_IS_COMPARISON_VIEW (self));

  clear (self);
  gtk_label_set_label (self->heading, "");
  gtk_label_set_label (self->note, _ ("Counting…"));
  if (comparison == NULL)
    return;

  if (bh_report_kind_get_period (comparison->record->kind, comparison->record->month, time,
                                 &period))
    name = bh_chart_words_dup_period (&period, time);
  note = dup_note (comparison, time, now);
  gtk_label_set_label (self->heading, name != NULL ? name : "");
  gtk_label_set_label (self->note, note);
  add_cell (self, _ ("Figure"), NAME, 0, "dim-label");
  add_cell (self, C_ ("comparison", "Reported"), REPORTED, 0, "dim-label");
  add_cell (self, C_ ("comparison", "Corrected"), CORRECTION, 0, "dim-label");
  add_cell (self, C_ ("comparison", "Matured"), MATURED, 0, "dim-label");
  add_cell (self, C_ ("comparison", "Now"), NOW, 0, "dim-label");
  for (guint i = 0; i < comparison->lines->len; i++)
    add_line (self, g_ptr_array_index (comparison->lines, i), (int) i + 1);
}
