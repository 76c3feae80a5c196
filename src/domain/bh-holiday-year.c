/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-holiday-year.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

static void
clear_holiday (gpointer data)
{
  g_clear_pointer (&((BhHoliday *) data)->name, g_free);
}

BhHolidayYear *
bh_holiday_year_new (int year, const char *source)
{
  BhHolidayYear *self = g_new0 (BhHolidayYear, 1);

  self->year = year;
  self->source = g_strdup (source != NULL ? source : "");
  self->days = g_array_new (FALSE, FALSE, sizeof (BhHoliday));
  g_array_set_clear_func (self->days, clear_holiday);

  return self;
}

BhHolidayYear *
bh_holiday_year_copy (const BhHolidayYear *self)
{
  BhHolidayYear *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = bh_holiday_year_new (self->year, self->source);
  for (guint i = 0; i < self->days->len; i++)
    {
      BhHoliday holiday = g_array_index (self->days, BhHoliday, i);

      holiday.name = g_strdup (holiday.name);
      g_array_append_val (copy->days, holiday);
    }

  return copy;
}

gboolean
bh_holiday_year_is_same (const BhHolidayYear *self, const BhHolidayYear *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->year != other->year || self->days->len != other->days->len
      || !g_str_equal (self->source, other->source))
    return FALSE;

  for (guint i = 0; i < self->days->len; i++)
    {
      const BhHoliday *a = &g_array_index (self->days, BhHoliday, i);
      const BhHoliday *b = &g_array_index (other->days, BhHoliday, i);

      if (a->day != b->day || a->off != b->off || !g_str_equal (a->name, b->name))
        return FALSE;
    }

  return TRUE;
}

void
bh_holiday_year_free (BhHolidayYear *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->days);
  g_free (self->source);
  g_free (self);
}

/* Where @day stands, or would stand. */
static guint
find_place (const BhHolidayYear *self, int day)
{
  guint at = self->days->len;

  while (at > 0 && g_array_index (self->days, BhHoliday, at - 1).day >= day)
    at--;

  return at;
}

const BhHoliday *
bh_holiday_year_get (const BhHolidayYear *self, int day)
{
  guint at;

  g_return_val_if_fail (self != NULL, NULL);

  at = find_place (self, day);
  if (at == self->days->len || g_array_index (self->days, BhHoliday, at).day != day)
    return NULL;

  return &g_array_index (self->days, BhHoliday, at);
}

static gboolean
is_date (int day)
{
  int year = day / 10000, month = day / 100 % 100;

  return year >= 1 && year <= 9999 && month >= 1 && month <= 12
         && g_date_valid_dmy ((GDateDay) (day % 100), (GDateMonth) month, (GDateYear) year);
}

static gboolean
is_near (int year, int day)
{
  return day > year * 10000 - 10000 + 1200 && day < year * 10000 + 10000 + 200;
}

gboolean
bh_holiday_year_add (BhHolidayYear *self, int day, gboolean off, const char *name, GError **error)
{
  BhHoliday holiday = { day, off, NULL };
  const BhHoliday *other;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_date (day))
    return bh_domain_reject_input (error, _ ("There is no day %04d-%02d-%02d."), day / 10000,
                                   day / 100 % 100, day % 100);
  if (!is_near (self->year, day))
    return bh_domain_reject_input (error, _ ("The day %04d-%02d-%02d does not belong to %d."),
                                   day / 10000, day / 100 % 100, day % 100, self->year);

  other = bh_holiday_year_get (self, day);
  if (other != NULL && other->off == off)
    return TRUE;
  if (other != NULL)
    return bh_domain_reject_input (error,
                                   _ ("The day %04d-%02d-%02d is said to be off and to be worked."),
                                   day / 10000, day / 100 % 100, day % 100);

  holiday.name = g_strdup (name != NULL ? name : "");
  g_array_insert_val (self->days, find_place (self, day), holiday);

  return TRUE;
}

char *
bh_holiday_year_describe (const BhHolidayYear *self)
{
  g_autofree char *off = NULL;
  g_autofree char *worked = NULL;
  int n_off = 0;
  int n_worked;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->days->len; i++)
    n_off += g_array_index (self->days, BhHoliday, i).off ? 1 : 0;
  n_worked = (int) self->days->len - n_off;
  off = g_strdup_printf (ngettext ("%d day off", "%d days off", (gulong) n_off), n_off);
  worked = g_strdup_printf (
      ngettext ("%d weekend day worked", "%d weekend days worked", (gulong) n_worked), n_worked);

  /* Translators: “28 days off, 6 weekend days worked” */
  return g_strdup_printf (C_ ("holidays", "%s, %s"), off, worked);
}
