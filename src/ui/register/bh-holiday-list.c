/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-holiday-list.h"

#include "base/bh-i18n.h"
#include "domain/bh-calendar.h"

/**
 * BhHolidayList:
 *
 * CSS nodes: `holidaylist` with a list box; the word of a line has the class `day-off` or
 * `day-worked`.
 */
struct _BhHolidayList
{
  GtkWidget parent_instance;

  GtkListBox *list; /* (owned by the widget tree) */
  guint n_lines;
};

G_DEFINE_FINAL_TYPE (BhHolidayList, bh_holiday_list, GTK_TYPE_WIDGET)

static void
bh_holiday_list_dispose (GObject *object)
{
  BhHolidayList *self = BH_HOLIDAY_LIST (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (bh_holiday_list_parent_class)->dispose (object);
}

static void
bh_holiday_list_class_init (BhHolidayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_holiday_list_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "holidaylist");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bh_holiday_list_init (BhHolidayList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days off and days worked"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

GtkWidget *
bh_holiday_list_new (void)
{
  return g_object_new (BH_TYPE_HOLIDAY_LIST, NULL);
}

static GDate
get_date (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));

  return date;
}

/* Returns: how many days the line has that begins with the @from-th */
static guint
count_line (const BhHolidayYear *year, guint from)
{
  const BhHoliday *first = &g_array_index (year->days, BhHoliday, from);
  const GDate begin = get_date (first->day);
  guint n = 1;

  for (; from + n < year->days->len; n++)
    {
      const BhHoliday *next = &g_array_index (year->days, BhHoliday, from + n);
      const GDate date = get_date (next->day);

      if (next->off != first->off || !g_str_equal (next->name, first->name)
          || g_date_days_between (&begin, &date) != (int) n)
        break;
    }

  return n;
}

static char *
format_weekdays (int first, int last)
{
  const GDate from = get_date (first), to = get_date (last);
  const char *begin = bh_weekday_get_name ((int) g_date_get_weekday (&from));

  if (first == last)
    return g_strdup (begin);

  return g_strdup_printf (C_ ("weekdays", "%s to %s"), begin,
                          bh_weekday_get_name ((int) g_date_get_weekday (&to)));
}

static GtkWidget *
create_label (const char *text, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

static void
add_line (BhHolidayList *self, const BhHolidayYear *year, guint from, guint n)
{
  const BhHoliday *first = &g_array_index (year->days, BhHoliday, from);
  const BhHoliday *last = &g_array_index (year->days, BhHoliday, from + n - 1);
  const char *word = first->off ? C_ ("day", "off") : C_ ("day", "worked");
  g_autofree char *days = bh_calendar_format_days (first->day, last->day, year->year);
  g_autofree char *weekdays = format_weekdays (first->day, last->day);
  g_autofree char *count = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) n), (int) n);
  g_autofree char *spoken
      = g_strdup_printf ("%s %s, %s, %s, %s", days, word, weekdays, count, first->name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *mark = gtk_label_new (word);
  GtkWidget *name = create_label (first->name, -1);

  gtk_widget_add_css_class (mark, first->off ? "day-off" : "day-worked");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), create_label (days, 18));
  gtk_box_append (GTK_BOX (box), create_label (weekdays, 12));
  gtk_box_append (GTK_BOX (box), create_label (count, 5));
  gtk_box_append (GTK_BOX (box), name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);
}

void
bh_holiday_list_show (BhHolidayList *self, const BhHolidayYear *year)
{
  GtkListBoxRow *row;

  g_return_if_fail (BH_IS_HOLIDAY_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_lines = 0;
  for (guint i = 0, n; year != NULL && i < year->days->len; i += n, self->n_lines++)
    {
      n = count_line (year, i);
      add_line (self, year, i, n);
    }
}

guint
bh_holiday_list_get_n_lines (BhHolidayList *self)
{
  g_return_val_if_fail (BH_IS_HOLIDAY_LIST (self), 0);

  return self->n_lines;
}
