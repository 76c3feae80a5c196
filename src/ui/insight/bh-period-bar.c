/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-period-bar.h"

#include "base/bh-i18n.h"
#include "insight/bh-period-shift.h"
#include "ui/common/bh-presentation.h"

#define MONTHS_OF_YEAR 12
#define MONTHS_IN_LINE 4

/**
 * BhPeriodBar:
 *
 * CSS nodes: `periodbar`. Role: toolbar. The popover's months are made when it opens, and again
 * for another year.
 */
struct _BhPeriodBar
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  int month;
  int shown_year; /* of the popover */

  GtkWidget *month_box;
  GtkWidget *kind_box;
  GtkMenuButton *month_button;
  GtkLabel *year;
  GtkGrid *months;
};

G_DEFINE_FINAL_TYPE (BhPeriodBar, bh_period_bar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_MONTH = 1,
  PROP_KIND,
} Property;

static GParamSpec *properties[PROP_KIND + 1];

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static int
get_present_month (BhPeriodBar *self)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  BhLocalTime local;

  bh_office_time_split (time, bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk))),
                        &local);

  return local.month;
}

static void
show_month (BhPeriodBar *self)
{
  g_autofree char *label = bh_present_month (self->month);

  gtk_menu_button_set_label (self->month_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "period.next",
                                 self->month < get_present_month (self));
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_period_bar_move (BH_PERIOD_BAR (widget), g_str_equal (name, "period.next") ? 1 : -1);
}

static void
choose_month_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPeriodBar *self = BH_PERIOD_BAR (widget);

  gtk_menu_button_popdown (self->month_button);
  bh_period_bar_set_month (self, g_variant_get_int32 (parameter));
}

static GtkWidget *
create_month (BhPeriodBar *self, int month, int present)
{
  /* Translators: the number of a month, in a table of the months of a year */
  g_autofree char *label = g_strdup_printf (C_ ("month", "%d"), month % 100);
  g_autofree char *name = bh_present_month (month);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, month == self->month ? "suggested-action" : "flat");
  if (month <= present)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "period.choose-month");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", month);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, month <= present);

  return button;
}

static void
show_year (BhPeriodBar *self)
{
  int present = get_present_month (self);
  GtkWidget *child;
  /* Translators: a year, above a table of its months */
  g_autofree char *label = g_strdup_printf (C_ ("year", "%d"), self->shown_year);

  gtk_label_set_label (self->year, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "period.next-year",
                                 self->shown_year < present / 100);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->months))) != NULL)
    gtk_grid_remove (self->months, child);
  for (int i = 0; i < MONTHS_OF_YEAR; i++)
    gtk_grid_attach (self->months, create_month (self, self->shown_year * 100 + i + 1, present),
                     i % MONTHS_IN_LINE, i / MONTHS_IN_LINE, 1, 1);
}

static void
move_year_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPeriodBar *self = BH_PERIOD_BAR (widget);

  self->shown_year += g_str_equal (name, "period.next-year") ? 1 : -1;
  show_year (self);
}

static void
popover_shown_cb (BhPeriodBar *self)
{
  self->shown_year = self->month / 100;
  show_year (self);
}

/* A month may have begun since it was shown last: then there is a next one, and this one is past.
 */
static void
bh_period_bar_map (GtkWidget *widget)
{
  BhPeriodBar *self = BH_PERIOD_BAR (widget);

  GTK_WIDGET_CLASS (bh_period_bar_parent_class)->map (widget);
  show_month (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

static void
bh_period_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhPeriodBar *self = BH_PERIOD_BAR (object);

  switch ((Property) id)
    {
    case PROP_MONTH:
      g_value_set_int (value, self->month);
      break;
    case PROP_KIND:
      g_value_set_string (value, bh_period_bar_get_kind (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_period_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_MONTH:
      bh_period_bar_set_month (BH_PERIOD_BAR (object), g_value_get_int (value));
      break;
    case PROP_KIND:
      bh_period_bar_set_kind (BH_PERIOD_BAR (object), g_value_get_string (value));
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
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-period-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, month_box);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, kind_box);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, month_button);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, year);
  gtk_widget_class_bind_template_child (widget_class, BhPeriodBar, months);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
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

  properties[PROP_MONTH]
      = g_param_spec_int ("month", NULL, NULL, 0, G_MAXINT, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND]
      = g_param_spec_string ("kind", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_PERIOD_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "period.previous", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "period.next", NULL, move_cb);
  gtk_widget_class_install_property_action (widget_class, "period.kind", "kind");
  gtk_widget_class_install_action (widget_class, "period.choose-month", "i", choose_month_cb);
  gtk_widget_class_install_action (widget_class, "period.previous-year", NULL, move_year_cb);
  gtk_widget_class_install_action (widget_class, "period.next-year", NULL, move_year_cb);
  gtk_widget_class_set_css_name (widget_class, "periodbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
bh_period_bar_init (BhPeriodBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_period_bar_new (BhDesk *desk)
{
  BhPeriodBar *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_PERIOD_BAR, NULL);
  self->desk = g_object_ref (desk);
  bh_period_bar_set_kind (self, "this-month");

  return GTK_WIDGET (self);
}

int
bh_period_bar_get_month (BhPeriodBar *self)
{
  g_return_val_if_fail (BH_IS_PERIOD_BAR (self), 0);

  return self->month;
}

void
bh_period_bar_set_month (BhPeriodBar *self, int month)
{
  BhPeriod period;

  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  if (month == self->month || month > get_present_month (self)
      || !bh_office_time_get_month (bh_office_get_time (bh_desk_get_office (self->desk)), month,
                                    &period))
    return;
  self->month = month;
  show_month (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bh_period_bar_show_present (BhPeriodBar *self)
{
  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  bh_period_bar_set_month (self, get_present_month (self));
}

void
bh_period_bar_get_periods (BhPeriodBar *self, gint64 as_of, BhPeriod *period, BhPeriod *compare)
{
  BhOfficeTime *time;
  gboolean known;

  g_return_if_fail (BH_IS_PERIOD_BAR (self));
  g_return_if_fail (period != NULL && compare != NULL);

  time = bh_office_get_time (bh_desk_get_office (self->desk));
  known = bh_office_time_get_month (time, self->month, period);
  g_assert (known);
  bh_period_shift (time, period, as_of, -1, compare);
}

void
bh_period_bar_move (BhPeriodBar *self, int n_months)
{
  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  bh_period_bar_set_month (self,
                           MIN (bh_month_shift (self->month, n_months), get_present_month (self)));
}

const char *
bh_period_bar_get_kind (BhPeriodBar *self)
{
  int present;

  g_return_val_if_fail (BH_IS_PERIOD_BAR (self), NULL);

  present = get_present_month (self);
  if (self->month == present)
    return "this-month";

  return self->month == bh_month_shift (present, -1) ? "last-month" : "month";
}

void
bh_period_bar_set_kind (BhPeriodBar *self, const char *kind)
{
  int present;

  g_return_if_fail (BH_IS_PERIOD_BAR (self));

  present = get_present_month (self);
  if (g_strcmp0 (kind, "this-month") == 0)
    bh_period_bar_set_month (self, present);
  else if (g_strcmp0 (kind, "last-month") == 0)
    bh_period_bar_set_month (self, bh_month_shift (present, -1));
}
