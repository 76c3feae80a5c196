/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-cell-text.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-registry.h"
#include "insight/bh-figure-text.h"

static const char *
get_value (BhRegisterRow *row, const char *key)
{
  const char *value = bh_payload_get (bh_register_row_get_values (row), key);

  return value != NULL ? value : "";
}

/* Returns: (nullable): the figure of a target, NULL where this version knows none of that key */
static const BhFigureInfo *
find_figure (BhRegisterRow *row)
{
  BhFigureId figure;

  if (bh_register_row_get_kind (row) != BH_REGISTER_TARGETS
      || !bh_figure_find (get_value (row, "figure"), &figure))
    return NULL;

  return bh_figure_get_info (figure);
}

/* A target is a change, or a number of its figure; where it comes from is always such a number. */
static gboolean
is_change (BhRegisterRow *row, const BhRegisterField *field)
{
  return g_str_equal (field->key, "value") && g_str_equal (get_value (row, "form"), "change");
}

static char *
dup_percent (const char *value)
{
  return g_strdup_printf ("%.10g%%", g_ascii_strtod (value, NULL) * 100);
}

static char *
dup_decimal (BhRegisterRow *row, const BhRegisterField *field)
{
  const BhFigureInfo *figure = find_figure (row);
  const char *value = get_value (row, field->key);

  if (*value == '\0' || figure == NULL)
    return g_strdup (value);
  if (is_change (row, field))
    return dup_percent (value);

  return bh_figure_format_number (figure, g_ascii_strtod (value, NULL));
}

static char *
dup_number (BhRegisterRow *row, const BhRegisterField *field)
{
  const char *value = get_value (row, field->key);

  /* A year has no thousands. */
  if (*value == '\0' || bh_register_row_get_kind (row) != BH_REGISTER_PLACES)
    return g_strdup (value);

  return bh_text_group_count (g_ascii_strtoull (value, NULL, 10));
}

static char *
dup_phones (const char *value)
{
  g_auto (GStrv) phones = g_strsplit (value, ";", -1);

  for (guint i = 0; phones[i] != NULL; i++)
    {
      char *text = bh_text_group_phone (phones[i]);

      g_free (phones[i]);
      phones[i] = text;
    }

  return g_strjoinv ("; ", phones);
}

char *
bh_register_cell_text_dup (BhRegisterRow *row, const BhRegisterField *field)
{
  const BhFigureInfo *figure;

  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  figure = find_figure (row);
  if (field->type == BH_REGISTER_FIELD_FIGURE && figure != NULL)
    return g_strdup (bh_figure_get_name (figure));
  if (field->type == BH_REGISTER_FIELD_FILTER)
    return bh_chart_words_dup_scope (get_value (row, field->key));
  if (field->type == BH_REGISTER_FIELD_PHONE)
    return dup_phones (get_value (row, field->key));
  if (field->type == BH_REGISTER_FIELD_DECIMAL)
    return dup_decimal (row, field);
  if (field->type == BH_REGISTER_FIELD_NUMBER
      && bh_register_field_applies (field, bh_register_row_get_values (row)))
    return dup_number (row, field);
  /* A policy without a category is that of all that have none of their own. */
  if (bh_register_row_get_kind (row) == BH_REGISTER_POLICIES
      && field->type == BH_REGISTER_FIELD_ENTRY && *get_value (row, field->key) == '\0')
    return g_strdup (C_ ("policy", "All categories"));

  return bh_register_row_dup_text (row, field);
}

char *
bh_register_cell_text_dup_title (BhRegisterRow *row)
{
  const BhFigureInfo *figure;
  g_autofree char *scope = NULL;

  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), NULL);

  figure = find_figure (row);
  if (figure == NULL)
    return bh_register_row_dup_title (row);
  scope = bh_chart_words_dup_scope (get_value (row, "filter"));

  return g_strdup_printf ("%s · %s · %s", bh_figure_get_name (figure), scope,
                          get_value (row, "year"));
}

char *
bh_register_cell_text_dup_entry (BhRegisterRow *row, const BhRegisterField *field)
{
  const BhFigureInfo *figure;
  const char *value;

  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  figure = find_figure (row);
  value = get_value (row, field->key);
  if (field->type == BH_REGISTER_FIELD_FIGURE || field->type == BH_REGISTER_FIELD_FILTER
      || field->type == BH_REGISTER_FIELD_PHONE)
    return bh_register_cell_text_dup (row, field);
  if (field->type == BH_REGISTER_FIELD_DECIMAL && *value != '\0' && figure != NULL
      && (is_change (row, field) || figure->form == BH_FIGURE_SHARE))
    return dup_percent (value);

  return bh_register_row_dup_text (row, field);
}
