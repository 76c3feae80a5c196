/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-period-bar.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-period-shift.h"
#include "ui/insight/bh-period-chooser.h"

/**
 * BhPeriodBar:
 *
 * CSS nodes: `periodbar`. Role: toolbar. Actions: `period.previous`, `period.next`, `period.kind`,
 * `period.unit`, `period.compare`.
 */
struct _BhPeriodBar
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  BhSpan span;
  gboolean year_before; /* is what it is compared with */

  GtkWidget *span_box;
  GtkWidget *unit_box;
  GtkWidget *free_button;
  GtkMenuButton *span_button;
  GtkMenuButton *compare_button;
  BhPeriodChooser *chooser;
};

G_DEFINE_FINAL_TYPE (BhPeriodBar, bh_period_bar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_KIND = 1,
  PROP_UNIT,
  PROP_COMPARE,
} Property;

static GParamSpec *properties[PROP_COMPARE + 1];

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static const char *const unit_codes[BH_N_SPAN_UNITS] = { "month", "quarter", "year", "free" };

static int
get_today (BhPeriodBar *self)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  BhLocalTime local;

  bh_office_time_split (time, bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk))),
                        &local);

  return local.day;
}

static gboolean
has_next (BhPeriodBar *self)
{
  BhSpan next = bh_span_moved (&self->span, 1);

  return next.first <= get_today (self);
}

static void
show_span (BhPeriodBar *self)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  BhPeriod period = bh_span_get_period (&self->span, time);
  g_autofree char *label = bh_chart_words_dup_period (&period, time);

  gtk_menu_button_set_label (self->span_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "period.next", has_next (self));
}

static void
show_compare (BhPeriodBar *self)
{
  gtk_menu_button_set_label (self->compare_button, self->year_before
                                                       ? _ ("Against the year before")
                                                       : _ ("Against the period before"));
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_period_bar_move (BH_PERIOD_BAR (widget), g_str_equal (name, "period.next") ? 1 : -1);
}

static void
chosen_cb (BhPeriodBar *self, int first, int last)
{
  BhSpan span = { self->span.unit, first, last };

  gtk_menu_button_popdown (self->span_button);
  bh_period_bar_set_span (self, &span);
}

static void
popover_shown_cb (BhPeriodBar *self)
{
  bh_period_chooser_show (self->chooser, &self->span,
                          bh_office_get_time (bh_desk_get_office (self->desk)), get_today (self));
}

/* Of a year, its last month that has begun; any days begin as those that are shown. */
static void
set_unit (BhPeriodBar *self, const char *code)
{
  for (BhSpanUnit unit = BH_SPAN_MONTH; unit < BH_N_SPAN_UNITS; unit++)
    {
      BhSpan span = bh_span_at (unit, MIN (self->span.last, get_today (self)));

      if (g_strcmp0 (unit_codes[unit], code) != 0 || unit == self->span.unit)
        continue;
      if (unit == BH_SPAN_FREE)
        span = (BhSpan){ unit, self->span.first, MIN (self->span.last, get_today (self)) };
      bh_period_bar_set_span (self, &span);
      if (unit == BH_SPAN_FREE && gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_menu_button_popup (self->span_button);
      return;
    }
}

static void
set_compare (BhPeriodBar *self, const char *code)
{
  gboolean year_before = g_strcmp0 (code, "year-before") == 0;

  if (year_before == self->year_before || (!year_before && g_strcmp0 (code, "previous") != 0))
    return;
  self->year_before = year_before;
  show_compare (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A month may have begun since it was shown last: then there is a next one, and this one is past.
 */
static void
bh_period_bar_map (GtkWidget *widget)
{
  BhPeriodBar *self = BH_PERIOD_BAR (widget);

  GTK_WIDGET_CLASS (bh_period_bar_parent_class)->map (widget);
  show_span (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

static void
bh_period_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhPeriodBar *self = BH_PERIOD_BAR (object);

  switch ((Property) id)
    {
    case PROP_KIND:
      g_value_set_string (value, bh_span_get_code (&self->span, get_today (self)));
      break;
    case PROP_UNIT:
      g_value_set_string (value, unit_codes[self->span.unit]);
      break;
    case PROP_COMPARE:
      g_value_set_string (value, self->year_before ? "year-before" : "previous");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_period_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhPeriodBar *self = BH_PERIOD_BAR (object);

  switch ((Property) id)
    {
    case PROP_KIND:
      bh_period_bar_set_kind (self, g_value_get_string (value));
      break;
    case PROP_UNIT:
      set_unit (self, g_value_get_string (value));
      break;
    case PROP_COMPARE:
      set_compare (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_period_bar_dispose (GObject *object)
{
  BhPeriodBar *self = BH_PERIOD_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_PERIOD_BAR);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_period_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BH_TYPE_PERIOD_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-period-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, span_box);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, unit_box);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, free_button);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, span_button);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, compare_button);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, chooser);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const names[] = { NULL, "kind", "unit", "compare" };

  for (guint i = PROP_KIND; i < G_N_ELEMENTS (properties); i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bh_period_bar_class_init (BhPeriodBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_period_bar_get_property;
  object_class->set_property = bh_period_bar_set_property;
  object_class->dispose = bh_period_bar_dispose;
  widget_class->map = bh_period_bar_map;

  install_properties (object_class);
  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_PERIOD_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "period.previous", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "period.next", NULL, move_cb);
  gtk_widget_class_install_property_action (widget_class, "period.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "period.unit", "unit");
  gtk_widget_class_install_property_action (widget_class, "period.compare", "compare");
  gtk_widget_class_set_css_name (widget_class, "periodbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
bh_period_bar_init (BhPeriodBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_period_bar_new (BhDesk *desk, gboolean whole_only)
{
  BhPeriodBar *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_PERIOD_BAR, NULL);
  self->desk = g_object_ref (desk);
  self->span = bh_span_at (BH_SPAN_MONTH, get_today (self));
  gtk_widget_set_visible (self->free_button, !whole_only);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), !whole_only);
  if (whole_only)
    gtk_menu_button_set_menu_model (self->compare_button, NULL);
  show_span (self);
  show_compare (self);

  return GTK_WIDGET (self);
}

void
bh_period_bar_hide_compare (BhPeriodBar *self)
{
  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), FALSE);
}

const BhSpan *
bh_period_bar_get_span (BhPeriodBar *self)
{
  g_return_val_if_fail (BH_IS_PERIOD_BAR (self), NULL);

  return &self->span;
}

void
bh_period_bar_set_span (BhPeriodBar *self, const BhSpan *span)
{
  gboolean new_unit;

  g_return_if_fail (BH_IS_PERIOD_BAR (self));
  g_return_if_fail (span != NULL);

  if (bh_span_equal (span, &self->span) || span->first > get_today (self))
    return;
  new_unit = span->unit != self->span.unit;
  self->span = *span;
  show_span (self);
  if (new_unit)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  g_signal_emit (self, signals[CHANGED], 0);
}

int
bh_period_bar_get_month (BhPeriodBar *self)
{
  g_return_val_if_fail (BH_IS_PERIOD_BAR (self), 0);

  return self->span.first / 100;
}

void
bh_period_bar_set_kind (BhPeriodBar *self, const char *kind)
{
  BhSpan span;

  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  if (bh_span_find (kind, get_today (self), &span))
    bh_period_bar_set_span (self, &span);
}

void
bh_period_bar_move (BhPeriodBar *self, int n)
{
  BhSpan span;

  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  span = bh_span_moved (&self->span, n);
  if (span.first > get_today (self))
    bh_period_bar_show_present (self);
  else
    bh_period_bar_set_span (self, &span);
}

void
bh_period_bar_show_present (BhPeriodBar *self)
{
  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  bh_period_bar_set_kind (self, unit_codes[self->span.unit]);
}

void
bh_period_bar_get_periods (BhPeriodBar *self, BhPeriod *period, BhPeriod *compare)
{
  BhOfficeTime *time;

  g_return_if_fail (BH_IS_PERIOD_BAR (self));
  g_return_if_fail (period != NULL && compare != NULL);

  time = bh_office_get_time (bh_desk_get_office (self->desk));
  *period = bh_span_get_period (&self->span, time);
  if (self->year_before)
    bh_period_get_year_before (time, period, compare);
  else
    bh_period_get_previous (time, period, compare);
}
