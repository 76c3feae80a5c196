/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-filter-options.h"

#include "base/bh-i18n.h"

#define USEC_PER_DAY (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)

static void
option_free (BhFilterOption *option)
{
  g_free (option->label);
  g_free (option->value);
  g_free (option);
}

static BhFilterOption *
add_option (GPtrArray *options, const char *label, const char *value)
{
  BhFilterOption *option = g_new0 (BhFilterOption, 1);

  option->label = g_strdup (label);
  option->value = g_strdup (value);
  g_ptr_array_add (options, option);

  return option;
}

static void
add_list (GPtrArray *options, BhList list)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (list, &n_items);

  for (guint i = 0; i < n_items; i++)
    add_option (options, bh_list_get_label (list, items[i].value), items[i].code);
}

static void
add_categories_below (GPtrArray *options, BhOffice *office, gint64 parent_id, guint depth)
{
  GPtrArray *categories = bh_office_list (office, BH_TYPE_CATEGORY);

  for (guint i = 0; i < categories->len; i++)
    {
      BhCategory *category = g_ptr_array_index (categories, i);
      BhEntry *entry = BH_ENTRY (category);
      g_autofree char *path = NULL;

      if (category->parent_id != parent_id || bh_entry_is_retired (entry))
        continue;
      path = bh_office_get_category_path (office, bh_entry_get_id (entry));
      add_option (options, bh_entry_get_name (entry), path)->depth = depth;
      if (depth == 0)
        add_categories_below (options, office, bh_entry_get_id (entry), 1);
    }
}

static void
add_entries (GPtrArray *options, BhOffice *office, GType type)
{
  GPtrArray *entries = bh_office_list (office, type);

  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);

      if (!bh_entry_is_retired (entry))
        add_option (options, bh_entry_get_name (entry), bh_entry_get_name (entry));
    }
}

static char *
format_day (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return g_strdup_printf ("%04d-%02d-%02d", local.day / 10000, local.day / 100 % 100,
                          local.day % 100);
}

/* A period of whole days from @first to @last, days before today. */
static void
add_days (
    GPtrArray *options, BhOfficeTime *time, gint64 now, const char *label, int first, int last)
{
  g_autofree char *from = format_day (time, now - first * USEC_PER_DAY);
  g_autofree char *to = format_day (time, now - (last - 1) * USEC_PER_DAY);
  g_autofree char *value = first == last ? g_strdup (from) : g_strdup_printf ("%s..%s", from, to);

  add_option (options, label, value)->exclusive = TRUE;
}

static void
add_month (GPtrArray *options, const char *label, int year, int month)
{
  g_autofree char *value = g_strdup_printf ("%04d-%02d", year, month);

  add_option (options, label, value)->exclusive = TRUE;
}

static void
add_periods (GPtrArray *options, BhOffice *office, gint64 now)
{
  BhOfficeTime *time = bh_office_get_time (office);
  BhLocalTime local;
  g_autofree char *year_value = NULL;
  int year, month;

  bh_office_time_split (time, now, &local);
  year = local.month / 100;
  month = local.month % 100;
  /* From noon, whole days back are the days before, whatever the clocks were put to. */
  now = bh_office_time_join (time, year, month, local.day % 100, 12, 0, 0);
  year_value = g_strdup_printf ("%04d-01-01..%04d-01-01", year, year + 1);

  add_days (options, time, now, _ ("Today"), 0, 0);
  add_days (options, time, now, _ ("Yesterday"), 1, 1);
  add_days (options, time, now, _ ("This week"), local.weekday - 1, local.weekday - 7);
  add_days (options, time, now, _ ("Last 30 days"), 29, 0);
  add_month (options, _ ("This month"), year, month);
  add_month (options, _ ("Last month"), month == 1 ? year - 1 : year, month == 1 ? 12 : month - 1);
  add_option (options, _ ("This year"), year_value)->exclusive = TRUE;
}

GPtrArray *
bh_filter_options_list (BhFilterField field, BhOffice *office, gint64 now)
{
  const BhFilterFieldInfo *info = bh_filter_field_get_info (field);
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);

  g_return_val_if_fail (BH_IS_OFFICE (office), options);

  switch (info->type)
    {
    case BH_FILTER_TYPE_LIST:
      if (field == BH_FILTER_STATUS)
        {
          add_option (options, _ ("All open"), "open")->exclusive = TRUE;
          add_option (options, _ ("All ended"), "ended")->exclusive = TRUE;
        }
      if (field == BH_FILTER_APPROVAL)
        add_option (options, C_ ("decision", "Waits"), "waiting");
      if (field == BH_FILTER_TASK)
        add_option (options, C_ ("task", "Open"), "open");
      add_list (options, info->list);
      break;
    case BH_FILTER_TYPE_ENTRY:
      if (field == BH_FILTER_CATEGORY)
        add_categories_below (options, office, 0, 0);
      else
        add_entries (options, office, bh_filter_field_get_entry_type (field));
      break;
    case BH_FILTER_TYPE_PERIOD:
      add_periods (options, office, now);
      break;
    case BH_FILTER_TYPE_WORDS:
    case BH_FILTER_TYPE_DIGITS:
      break;
    }
  if (info->may_lack)
    add_option (options, _ ("None"), "none");

  return options;
}

static BhFilterOption *
find_option (GPtrArray *options, const char *value)
{
  for (guint i = 0; i < options->len; i++)
    {
      BhFilterOption *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->value, value))
        return option;
    }

  return NULL;
}

char *
bh_filter_options_dup_label (GPtrArray *options, const char *const *values)
{
  guint n_values = values != NULL ? g_strv_length ((GStrv) values) : 0;
  BhFilterOption *option;

  if (n_values == 0)
    return NULL;
  if (n_values > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen", "%u chosen", n_values),
                            n_values);
  option = find_option (options, values[0]);

  return g_strdup (option != NULL ? option->label : values[0]);
}

GStrv
bh_filter_options_toggle (GPtrArray *options,
                          const char *const *values,
                          BhFilterOption *option,
                          gboolean on)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (option != NULL, NULL);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      BhFilterOption *other = find_option (options, values[i]);
      gboolean replaced = on && (option->exclusive || other == NULL || other->exclusive);

      if (other != option && !replaced)
        g_strv_builder_add (builder, values[i]);
    }
  if (on)
    g_strv_builder_add (builder, option->value);

  return g_strv_builder_end (builder);
}
