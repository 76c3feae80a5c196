/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-words.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-period-shift.h"

static const char *const month_names[] = {
  NC_ ("month", "Jan"), NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"),
  NC_ ("month", "May"), NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"),
  NC_ ("month", "Sep"), NC_ ("month", "Oct"), NC_ ("month", "Nov"), NC_ ("month", "Dec"),
};

const char *
bh_chart_words_get_month_name (int month)
{
  int i = month % 100 - 1;

  g_return_val_if_fail (i >= 0 && i < (int) G_N_ELEMENTS (month_names), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[i]);
}

char *
bh_chart_words_dup_month (int month)
{
  /* Translators: a month's name and its year: "Oct 2026" */
  return g_strdup_printf (C_ ("month", "%1$s %2$d"), bh_chart_words_get_month_name (month),
                          month / 100);
}

char *
bh_chart_words_dup_year (int month)
{
  /* Translators: a year below the names of its months: "2026" */
  return g_strdup_printf (C_ ("year", "%d"), month / 100);
}

static char *
dup_quarter (int month)
{
  /* Translators: a quarter and its year: "Q3 2026" */
  return g_strdup_printf (C_ ("quarter", "Q%1$d %2$d"), (month % 100 + 2) / 3, month / 100);
}

static char *
dup_day (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return g_strdup_printf ("%04d-%02d-%02d", local.day / 10000, local.day / 100 % 100,
                          local.day % 100);
}

char *
bh_chart_words_dup_period (const BhPeriod *period, BhOfficeTime *time)
{
  BhLocalTime local;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (period != NULL && time != NULL, NULL);

  bh_office_time_split (time, period->from, &local);
  switch (bh_period_count_months (time, period))
    {
    case 1:
      return bh_chart_words_dup_month (local.month);
    case 3:
      if (local.month % 100 % 3 == 1)
        return dup_quarter (local.month);
      break;
    case 12:
      if (local.month % 100 == 1)
        return bh_chart_words_dup_year (local.month);
      break;
    default:
      break;
    }

  first = dup_day (time, period->from);
  last = dup_day (time, period->to - 1);
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);

  return g_strdup_printf ("%s – %s", first, last);
}

static const char *
get_value_label (const BhFilterFieldInfo *info, const char *value)
{
  int code = info->type == BH_FILTER_TYPE_LIST ? bh_list_find (info->list, value) : 0;

  return code != 0 ? bh_list_get_label (info->list, code) : value;
}

static void
add_field (GString *text, BhFilterField field, const char *const *values)
{
  const BhFilterFieldInfo *info = bh_filter_field_get_info (field);

  if (text->len > 0)
    g_string_append (text, " · ");
  /* A kind of ticket speaks for itself. */
  if (field != BH_FILTER_KIND)
    /* Translators: begins a list of what a filter asks of a field: "Department: " */
    g_string_append_printf (text, C_ ("chart", "%s: "), bh_filter_field_get_label (field));
  for (guint i = 0; values[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_ ("chart", ", ") : "",
                            get_value_label (info, values[i]));
}

char *
bh_chart_words_dup_scope (const char *scope)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (scope, NULL);
  GString *text;

  /* Of a later version of the program: as it is written. */
  if (filter == NULL)
    return g_strdup (scope);
  if (bh_ticket_filter_is_empty (filter))
    return g_strdup (_ ("All tickets"));

  text = g_string_new (NULL);
  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    {
      const char *const *values = bh_ticket_filter_get (filter, (BhFilterField) i);

      if (values != NULL)
        add_field (text, (BhFilterField) i, values);
    }

  return g_string_free (text, FALSE);
}

void
bh_chart_words_add_line (GString *text, const char *name, const char *value)
{
  g_return_if_fail (text != NULL && name != NULL && value != NULL);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a name and its value: "Mean: 3.2 d" */
  g_string_append_printf (text, C_ ("chart", "%s: %s"), name, value);
}

void
bh_chart_words_add_note (GString *text, const char *note)
{
  g_return_if_fail (text != NULL && note != NULL);

  if (*note != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", note);
}

char *
bh_chart_words_dup_figure (const BhFigureInfo *info, const char *scope)
{
  g_autofree char *tickets = NULL;

  g_return_val_if_fail (info != NULL && scope != NULL, NULL);

  if (*scope == '\0')
    return g_strdup (bh_figure_get_name (info));

  tickets = bh_chart_words_dup_scope (scope);

  return g_strdup_printf ("%s · %s", bh_figure_get_name (info), tickets);
}
