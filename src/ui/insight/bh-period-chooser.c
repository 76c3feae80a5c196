/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-period-chooser.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"

/* Cells in a line, and years in the table. */
#define COLUMNS 4
#define YEARS 12

/**
 * BhPeriodChooser:
 *
 * CSS nodes: `periodchooser`. Actions: `chooser.previous` and `chooser.next` table,
 * `chooser.choose` (i: a day of the span), `chooser.take-days`. The table is made when it is shown.
 */
struct _BhPeriodChooser
{
  GtkWidget parent_instance;

  BhOfficeTime *time; /* (owned) (nullable) */
  BhSpan span;
  int today;
  int year; /* that is shown; of years the last one */

  GtkWidget *body;
  GtkWidget *table;
  GtkWidget *days;
  GtkLabel *heading;
  GtkGrid *grid;
  GtkEditable *first;
  GtkEditable *last;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (BhPeriodChooser, bh_period_chooser, GTK_TYPE_WIDGET)

typedef enum
{
  CHOSEN,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static char *
dup_label (const BhSpan *span)
{
  int month = span->first / 100 % 100;

  switch (span->unit)
    {
    case BH_SPAN_MONTH:
      /* Translators: the number of a month, in a table of the months of a year */
      return g_strdup_printf (C_ ("month", "%d"), month);
    case BH_SPAN_QUARTER:
      /* Translators: the number of a quarter, in a table of the quarters of a year */
      return g_strdup_printf (C_ ("quarter", "Q%d"), (month - 1) / 3 + 1);
    case BH_SPAN_YEAR:
      /* Translators: a year, above a table of its months */
      return g_strdup_printf (C_ ("year", "%d"), span->first / 10000);
    case BH_SPAN_FREE:
      break;
    }

  g_assert_not_reached ();
}

static GtkWidget *
create_cell (BhPeriodChooser *self, const BhSpan *span)
{
  g_autofree char *label = dup_label (span);
  BhPeriod period = bh_span_get_period (span, self->time);
  g_autofree char *name = bh_chart_words_dup_period (&period, self->time);
  gboolean begun = span->first <= self->today;
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button,
                            bh_span_equal (span, &self->span) ? "suggested-action" : "flat");
  if (begun)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chooser.choose");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", span->first);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, begun);

  return button;
}

static void
show_heading (BhPeriodChooser *self)
{
  BhSpan year = bh_span_at (BH_SPAN_YEAR, self->year * 10000 + 101);
  g_autofree char *last = dup_label (&year);
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  if (self->span.unit != BH_SPAN_YEAR)
    {
      gtk_label_set_label (self->heading, last);
      return;
    }
  year = bh_span_moved (&year, 1 - YEARS);
  first = dup_label (&year);
  text = g_strdup_printf (C_ ("years", "%s – %s"), first, last);
  gtk_label_set_label (self->heading, text);
}

static void
show_table (BhPeriodChooser *self)
{
  gboolean of_years = self->span.unit == BH_SPAN_YEAR;
  int begin = (of_years ? self->year - YEARS + 1 : self->year) * 10000 + 101;
  BhSpan span = bh_span_at (self->span.unit, begin);
  GtkWidget *child;

  show_heading (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (int i = 0; span.first / 10000 <= self->year; i++, span = bh_span_moved (&span, 1))
    gtk_grid_attach (self->grid, create_cell (self, &span), i % COLUMNS, i / COLUMNS, 1, 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chooser.next",
                                 self->year < self->today / 10000);
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPeriodChooser *self = BH_PERIOD_CHOOSER (widget);
  int step = self->span.unit == BH_SPAN_YEAR ? YEARS : 1;

  self->year += g_str_equal (name, "chooser.next") ? step : -step;
  self->year = CLAMP (self->year, YEARS, self->today / 10000);
  show_table (self);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSpan span = bh_span_at (BH_PERIOD_CHOOSER (widget)->span.unit, g_variant_get_int32 (parameter));

  g_signal_emit (widget, signals[CHOSEN], 0, span.first, span.last);
}

/* Returns: the day that is written there, 0 where it is none. */
static int
read_day (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  int year, month, day;
  char rest;

  if (sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day, &rest) != 3)
    return 0;

  return year * 10000 + month * 100 + day;
}

static void
write_day (GtkEditable *entry, int day)
{
  g_autofree char *text = g_strdup_printf ("%d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);

  gtk_editable_set_text (entry, text);
}

static void
show_problem (BhPeriodChooser *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
take_days_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPeriodChooser *self = BH_PERIOD_CHOOSER (widget);
  BhSpan span, first, last;
  int from = read_day (self->first), to = read_day (self->last);

  if (!bh_span_of_days (from, from, &first))
    show_problem (self, _ ("The first day is no date. Write it as 2026-10-03."));
  else if (!bh_span_of_days (to, to, &last))
    show_problem (self, _ ("The last day is no date. Write it as 2026-10-03."));
  else if (!bh_span_of_days (from, to, &span))
    show_problem (self, _ ("The last day comes before the first one. Exchange them."));
  else if (from > self->today)
    show_problem (self, _ ("The first day has not come yet. Choose an earlier one."));
  else
    g_signal_emit (self, signals[CHOSEN], 0, from, to);
}

static void
activate_cb (BhPeriodChooser *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "chooser.take-days", NULL);
}

static void
bh_period_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_PERIOD_CHOOSER);
  g_clear_pointer (&BH_PERIOD_CHOOSER (object)->time, bh_office_time_unref);

  G_OBJECT_CLASS (bh_period_chooser_parent_class)->dispose (object);
}

static void
bh_period_chooser_class_init (BhPeriodChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_period_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", BH_TYPE_PERIOD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-period-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, body);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, table);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, days);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, grid);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, first);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, last);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodChooser, problem);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "chooser.previous", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "chooser.next", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "chooser.choose", "i", choose_cb);
  gtk_widget_class_install_action (widget_class, "chooser.take-days", NULL, take_days_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "periodchooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_period_chooser_init (BhPeriodChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_period_chooser_new (void)
{
  return g_object_new (BH_TYPE_PERIOD_CHOOSER, NULL);
}

void
bh_period_chooser_show (BhPeriodChooser *self, const BhSpan *span, BhOfficeTime *time, int today)
{
  gboolean is_free;

  g_return_if_fail (BH_IS_PERIOD_CHOOSER (self));
  g_return_if_fail (span != NULL && time != NULL);

  bh_office_time_ref (time);
  g_clear_pointer (&self->time, bh_office_time_unref);
  self->time = time;
  is_free = span->unit == BH_SPAN_FREE;
  self->span = *span;
  self->today = today;
  self->year = span->unit == BH_SPAN_YEAR ? today / 10000 : span->first / 10000;
  while (span->unit == BH_SPAN_YEAR && self->year - YEARS >= span->first / 10000)
    self->year -= YEARS;
  gtk_widget_set_visible (self->table, !is_free);
  gtk_widget_set_visible (self->days, is_free);
  show_problem (self, NULL);
  if (!is_free)
    {
      show_table (self);
      return;
    }
  write_day (self->first, span->first);
  write_day (self->last, span->last);
}
