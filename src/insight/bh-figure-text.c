/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-text.h"

#include "base/bh-i18n.h"

#include <math.h>
#include <string.h>

#define MINUS "−"
/* figures.md: a sample of fewer than 10 is marked as small. */
#define SMALL_SAMPLE 10

const char *
bh_figure_get_name (const BhFigureInfo *info)
{
  g_return_val_if_fail (info != NULL, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "figure", info->name);
}

const char *
bh_figure_get_unit (const BhFigureInfo *info)
{
  g_return_val_if_fail (info != NULL, "");

  return *info->unit != '\0' ? _ (info->unit) : "";
}

const char *
bh_figure_get_definition (const BhFigureInfo *info)
{
  g_return_val_if_fail (info != NULL, "");

  return _ (info->definition);
}

const char *
bh_figure_get_formula (const BhFigureInfo *info)
{
  g_return_val_if_fail (info != NULL, "");

  return _ (info->formula);
}

double
bh_figure_value_get_number (const BhFigureInfo *info, const BhFigureValue *value)
{
  g_return_val_if_fail (info != NULL && value != NULL, 0);

  if (!value->has_value)
    return 0;

  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      return (double) value->count;
    case BH_FIGURE_SHARE:
    case BH_FIGURE_MEAN:
      return value->value;
    case BH_FIGURE_SPREAD:
      return value->mean;
    }

  g_return_val_if_reached (0);
}

gboolean
bh_figure_value_is_small (const BhFigureInfo *info, const BhFigureValue *value)
{
  g_return_val_if_fail (info != NULL && value != NULL, FALSE);

  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      return FALSE;
    case BH_FIGURE_SHARE:
    case BH_FIGURE_MEAN:
      return value->denominator < SMALL_SAMPLE;
    case BH_FIGURE_SPREAD:
      return value->count < SMALL_SAMPLE;
    }

  g_return_val_if_reached (FALSE);
}

/* "1,284.5": the same in every locale that the program speaks. */
static char *
format_grouped (double number, int decimals)
{
  char format[] = "%.0f", plain[G_ASCII_DTOSTR_BUF_SIZE + 310];
  g_autoptr (GString) text = NULL;
  const char *end;
  gsize digits;

  format[2] = (char) ('0' + decimals);
  g_ascii_formatd (plain, sizeof plain, format, fabs (number));
  end = strchr (plain, '.');
  digits = end != NULL ? (gsize) (end - plain) : strlen (plain);
  text = g_string_new (plain);
  for (gsize at = digits; at > 3; at -= 3)
    g_string_insert_c (text, (gssize) at - 3, ',');
  /* Nothing is below zero once it is rounded away. */
  if (number < 0 && strpbrk (plain, "123456789") != NULL)
    g_string_prepend (text, MINUS);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is nearly all or nearly none is not written as all or none. */
static char *
format_share (double share)
{
  g_autofree char *text = NULL;

  if (share > 0 && share < 0.0005)
    return g_strdup_printf (_ ("< %s%%"), "0.1");
  if (share < 1 && share >= 0.9995)
    return g_strdup_printf (_ ("> %s%%"), "99.9");

  text = format_grouped (share * 100, 1);

  return g_strdup_printf (_ ("%s%%"), text);
}

/* Small times and rates keep two places: 0.04 h is not 0.0 h. */
static int
get_decimals (const BhFigureInfo *info, double number)
{
  if (info->form == BH_FIGURE_COUNT)
    return number == floor (number) ? 0 : 1;

  return number != 0 && fabs (number) < 1 ? 2 : 1;
}

char *
bh_figure_format_number (const BhFigureInfo *info, double number)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (info != NULL, NULL);

  if (info->form == BH_FIGURE_SHARE)
    return format_share (number);

  text = format_grouped (number, get_decimals (info, number));
  if (*info->unit == '\0')
    return g_steal_pointer (&text);

  /* Translators: a number and its unit: "3.2 d" */
  return g_strdup_printf (C_ ("figure", "%s %s"), text, bh_figure_get_unit (info));
}

char *
bh_figure_format (const BhFigureInfo *info, const BhFigureValue *value)
{
  g_return_val_if_fail (info != NULL && value != NULL, NULL);

  if (!value->has_value)
    return g_strdup (BH_FIGURE_NO_VALUE);

  return bh_figure_format_number (info, bh_figure_value_get_number (info, value));
}

char *
bh_figure_format_basis (const BhFigureInfo *info, const BhFigureValue *value)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  g_return_val_if_fail (info != NULL && value != NULL, NULL);

  if (!value->has_value || info->form == BH_FIGURE_COUNT || info->form == BH_FIGURE_MEAN)
    return g_strdup ("");

  if (info->form == BH_FIGURE_SPREAD)
    {
      denominator = format_grouped ((double) value->count, 0);
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", (gulong) value->count),
          denominator);
    }

  numerator = format_grouped (value->numerator, 0);
  denominator = format_grouped (value->denominator, 0);

  /* Translators: of a share, as in "815 of 1,000" */
  return g_strdup_printf (C_ ("figure", "%s of %s"), numerator, denominator);
}

char *
bh_figure_format_change (const BhFigureInfo *info,
                         const BhFigureValue *value,
                         const BhFigureValue *before)
{
  double now, then, change;
  g_autofree char *text = NULL;
  const char *sign;

  g_return_val_if_fail (info != NULL && value != NULL && before != NULL, NULL);

  now = bh_figure_value_get_number (info, value);
  then = bh_figure_value_get_number (info, before);
  if (!value->has_value || !before->has_value || (info->form != BH_FIGURE_SHARE && then == 0))
    return g_strdup (BH_FIGURE_NO_VALUE);

  change = 100 * (info->form == BH_FIGURE_SHARE ? now - then : (now - then) / then);
  text = format_grouped (change, 1);
  sign = g_str_equal (text, "0.0") ? "±" : change > 0 ? "+" : "";

  if (info->form == BH_FIGURE_SHARE)
    /* Translators: a difference of two shares, in points of percent: "+2.3 points" */
    return g_strdup_printf (_ ("%s%s points"), sign, text);

  /* Translators: a change with its sign: "+12.4%" */
  return g_strdup_printf (_ ("%s%s%%"), sign, text);
}
