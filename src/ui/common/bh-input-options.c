/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-input-options.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "ui/common/bh-picker.h"

#include <stdio.h>

#define MINUTE (60 * BH_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static void
add_option (GPtrArray *options, const char *value, const char *label, const char *note)
{
  g_ptr_array_add (options, bh_picker_option_new (value, label, note));
}

static void
add_entries (GPtrArray *options, BhOffice *office, GType type)
{
  GPtrArray *entries = bh_office_list (office, type);

  for (guint i = 0; i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);

      if (!bh_entry_is_retired (entry))
        add_option (options, bh_entry_get_name (entry), bh_entry_get_name (entry), NULL);
    }
}

static void
add_staff (GPtrArray *options, BhOffice *office, gint64 department_id)
{
  GPtrArray *entries = bh_office_list (office, BH_TYPE_STAFF);

  for (guint i = 0; i < entries->len; i++)
    {
      BhStaff *staff = g_ptr_array_index (entries, i);
      const char *name = bh_entry_get_name (BH_ENTRY (staff));

      if (bh_entry_is_retired (BH_ENTRY (staff))
          || (department_id != 0 && staff->department_id != department_id))
        continue;
      add_option (options, name, name,
                  bh_office_get_name (office, BH_TYPE_DEPARTMENT, staff->department_id));
    }
}

static guint
add_category_leaves (GPtrArray *options, BhOffice *office, GPtrArray *entries, gint64 parent_id)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      BhCategory *category = g_ptr_array_index (entries, i);
      g_autofree char *path = NULL;

      if (category->parent_id != parent_id || bh_entry_is_retired (BH_ENTRY (category)))
        continue;
      path = bh_office_get_category_path (office, bh_entry_get_id (BH_ENTRY (category)));
      if (parent_id == 0
          && add_category_leaves (options, office, entries, bh_entry_get_id (BH_ENTRY (category)))
                 > 0)
        continue;
      add_option (options, path, path,
                  bh_office_get_name (office, BH_TYPE_DEPARTMENT, category->department_id));
      n++;
    }

  return n;
}

/* Leaves under their path, one top category after another; a top category itself only where it has
 * no leaves. */
static void
add_categories (GPtrArray *options, BhOffice *office)
{
  add_category_leaves (options, office, bh_office_list (office, BH_TYPE_CATEGORY), 0);
}

static void
add_time (GPtrArray *options, BhOfficeTime *time, gint64 instant, const char *label)
{
  g_autofree char *value = bh_office_time_format (time, instant);

  add_option (options, value, label, value);
}

/* @hour:@minute, @days after today; noon stays the same day whatever the clocks are put to. */
static gint64
get_time (BhOfficeTime *time, gint64 now, int days, int hour, int minute)
{
  BhLocalTime local;

  bh_office_time_split (time, now, &local);
  now = bh_office_time_join (time, local.month / 100, local.month % 100, local.day % 100, 12, 0, 0);
  bh_office_time_split (time, now + days * DAY, &local);

  return bh_office_time_join (time, local.month / 100, local.month % 100, local.day % 100, hour,
                              minute, 0);
}

static int
count_days_to_monday (BhOfficeTime *time, gint64 now)
{
  BhLocalTime local;

  bh_office_time_split (time, now, &local);

  return 8 - local.weekday;
}

static void
add_times_ahead (GPtrArray *options, BhOfficeTime *time, gint64 now)
{
  add_time (options, time, now + 2 * HOUR, _ ("In two hours"));
  add_time (options, time, get_time (time, now, 0, 18, 0), _ ("Today 18:00"));
  add_time (options, time, get_time (time, now, 1, 12, 0), _ ("Tomorrow 12:00"));
  add_time (options, time, get_time (time, now, 1, 18, 0), _ ("Tomorrow 18:00"));
  add_time (options, time, get_time (time, now, 3, 18, 0), _ ("In three days 18:00"));
}

static void
add_times_past (GPtrArray *options, BhOfficeTime *time, gint64 now)
{
  add_time (options, time, now - HOUR / 2, _ ("Half an hour ago"));
  add_time (options, time, now - 2 * HOUR, _ ("Two hours ago"));
  add_time (options, time, get_time (time, now, -1, 20, 0), _ ("Yesterday 20:00"));
}

/* When a day's work begins: what waits goes on then. */
static void
add_mornings (GPtrArray *options, BhOfficeTime *time, gint64 now)
{
  add_time (options, time, get_time (time, now, 1, 8, 30), _ ("Tomorrow 8:30"));
  add_time (options, time, get_time (time, now, 3, 8, 30), _ ("In three days 8:30"));
  add_time (options, time, get_time (time, now, count_days_to_monday (time, now), 8, 30),
            _ ("Next Monday 8:30"));
  add_time (options, time, get_time (time, now, 7, 8, 30), _ ("In a week 8:30"));
}

GPtrArray *
bh_input_options_list_times (const char *key, BhOffice *office, gint64 now)
{
  static const char *const ahead[] = { "due", "promised", "external-due", NULL };
  static const char *const past[] = { "received", "occurred", "first-answer", NULL };
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);
  BhOfficeTime *time;

  g_return_val_if_fail (key != NULL, options);
  g_return_val_if_fail (BH_IS_OFFICE (office), options);

  time = bh_office_get_time (office);
  if (g_str_equal (key, "until"))
    add_mornings (options, time, now);
  else if (!g_strv_contains (past, key))
    add_times_ahead (options, time, now);
  if (!g_str_equal (key, "until") && !g_strv_contains (ahead, key))
    add_times_past (options, time, now);

  return options;
}

GPtrArray *
bh_input_options_list (BhInputType type, BhOffice *office, gint64 department_id, gint64 now)
{
  g_autoptr (GPtrArray) options
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  switch (type)
    {
    case BH_INPUT_DEPARTMENT:
      add_entries (options, office, BH_TYPE_DEPARTMENT);
      break;
    case BH_INPUT_CHANNEL:
      add_entries (options, office, BH_TYPE_CHANNEL);
      break;
    case BH_INPUT_CAUSE:
      add_entries (options, office, BH_TYPE_CAUSE);
      break;
    case BH_INPUT_STAFF:
      add_staff (options, office, department_id);
      break;
    case BH_INPUT_CATEGORY:
      add_categories (options, office);
      break;
    case BH_INPUT_TIME:
      return bh_input_options_list_times ("", office, now);
    case BH_INPUT_LINE:
    case BH_INPUT_TEXT:
    case BH_INPUT_LIST:
    case BH_INPUT_YES_NO:
    case BH_INPUT_MONEY:
    case BH_INPUT_SCORE:
    case BH_INPUT_PHONE:
    case BH_INPUT_PLACE:
    case BH_INPUT_ROOM:
    case BH_INPUT_CONTACT:
    case BH_INPUT_TICKET:
    case BH_INPUT_TASK:
    case BH_INPUT_FILE:
    case BH_INPUT_SIGNATURE:
    case BH_INPUT_PIN:
      return NULL;
    }

  return g_steal_pointer (&options);
}

char *
bh_input_complete_time (const char *text, BhOfficeTime *time, gint64 now)
{
  BhLocalTime local;
  int a, b, hour, minute;
  int length = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (time != NULL, NULL);

  bh_office_time_split (time, now, &local);
  if (sscanf (text, " %2d:%2d %n", &hour, &minute, &length) == 2 && text[length] == '\0')
    return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", local.day / 10000, local.day / 100 % 100,
                            local.day % 100, hour, minute);
  if (sscanf (text, " %2d-%2d %2d:%2d %n", &a, &b, &hour, &minute, &length) == 4
      && text[length] == '\0')
    return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", local.month / 100, a, b, hour, minute);
  length = 0;
  if (sscanf (text, " %2d-%2d %n", &a, &b, &length) == 2 && length > 0 && text[length] == '\0')
    return g_strdup_printf ("%04d-%02d-%02d", local.month / 100, a, b);

  return g_strdup (text);
}
