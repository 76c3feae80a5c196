/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-defaults.h"

#include "base/bh-i18n.h"
#include "storage/bh-holiday-table.h"
#include "storage/bh-register-calendar.h"
#include "storage/bh-register-repository.h"

/* What a new office begins with (product.md, words). All of it may be edited later. */

static const struct
{
  const char *code;
  const char *name;
  gboolean live;
} channels[] = {
  { "counter", NC_ ("channel", "Counter"), TRUE },
  { "hotline", NC_ ("channel", "Hotline"), TRUE },
  { "mail", NC_ ("channel", "Mail"), FALSE },
  { "website", NC_ ("channel", "Website"), FALSE },
  { "wechat-group", NC_ ("channel", "WeChat group"), FALSE },
  { "wechat-account", NC_ ("channel", "WeChat account"), FALSE },
  { "app", NC_ ("channel", "App"), FALSE },
  { "meeting", NC_ ("channel", "Owners’ meeting"), FALSE },
  { "inspection", NC_ ("channel", "Inspection"), FALSE },
  { "12345", NC_ ("channel", "12345 hotline"), FALSE },
};

static const struct
{
  const char *code;
  const char *name;
} causes[] = {
  { "workmanship", NC_ ("cause", "Workmanship") },
  { "material", NC_ ("cause", "Material or equipment") },
  { "wear", NC_ ("cause", "Wear") },
  { "design", NC_ ("cause", "Design or construction") },
  { "process", NC_ ("cause", "Process") },
  { "communication", NC_ ("cause", "Communication") },
  { "attitude", NC_ ("cause", "Attitude") },
  { "misuse", NC_ ("cause", "Misuse") },
  { "weather", NC_ ("cause", "Weather") },
  { "third-party", NC_ ("cause", "Third party") },
  { "unknown", NC_ ("cause", "Unknown") },
};

static const struct
{
  const char *code;
  const char *name;
} categories[] = {
  { "repair", NC_ ("category", "Repair service") },
  { "communication", NC_ ("category", "Communication and response") },
  { "fees", NC_ ("category", "Transparency of fees") },
  { "environment", NC_ ("category", "Environment") },
  { "order", NC_ ("category", "Order and safety") },
  { "facilities", NC_ ("category", "Facilities and equipment") },
};

static const struct
{
  const char *code;
  const char *name;
} departments[] = {
  { "service", NC_ ("department", "Customer service") },
  { "engineering", NC_ ("department", "Engineering") },
  { "cleaning", NC_ ("department", "Cleaning") },
  { "order", NC_ ("department", "Order") },
  { "greening", NC_ ("department", "Greening") },
  { "finance", NC_ ("department", "Finance") },
};

/* The years count from the present one, 0 is none; a base year of a change that is not named is
 * the year before. */
static const struct
{
  const char *figure;
  const char *filter;
  int years_ahead;
  BhTargetForm form;
  double value;
  double baseline; /* 0: none */
  int base_years_ahead;
} targets[] = {
  { "received_per_100_households", "kind:complaint", 0, BH_TARGET_CHANGE, -0.08, 0, 0 },
  { "received_per_100_households", "kind:complaint", 2, BH_TARGET_CHANGE, -0.25, 0, -1 },
  { "handling_days", "kind:complaint,repair", 0, BH_TARGET_VALUE, 3, 5.2, 0 },
  { "repeat_share", "kind:complaint,repair", 0, BH_TARGET_VALUE, 0.15, 0.23, 0 },
  { "satisfaction", "", 0, BH_TARGET_VALUE, 0.85, 0.72, 0 },
  { "signoff_share", "", 0, BH_TARGET_ALARM, 0.30, 0, 0 },
};

static const char *
translate (const char *context, const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

static gboolean
add_policies (BhWork *work, GError **error)
{
  for (int grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      g_autoptr (BhPolicy) policy = bh_policy_new_default ((BhGrade) grade);

      if (bh_register_add_policy (work, policy, error) == 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
bh_defaults_add (BhWork *work, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (bh_register_add_channel (work, channels[i].code, translate ("channel", channels[i].name),
                                 channels[i].live, error)
        == 0)
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (bh_register_add_cause (work, causes[i].code, translate ("cause", causes[i].name), error)
        == 0)
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    if (bh_register_add_department (work, departments[i].code,
                                    translate ("department", departments[i].name), error)
        == 0)
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (bh_register_add_category (work, 0, categories[i].code,
                                  translate ("category", categories[i].name), 0, BH_GRADE_NONE,
                                  error)
        == 0)
      return FALSE;

  return add_policies (work, error) && bh_defaults_add_targets (work, error)
         && bh_defaults_add_calendar (work, error);
}

static int
get_year (BhWork *work, BhOffice *office)
{
  BhLocalTime local;

  bh_office_time_split (bh_office_get_time (office), bh_clock_now (bh_work_get_clock (work)),
                        &local);

  return local.month / 100;
}

static gboolean
add_target (BhWork *work, guint i, int year, GError **error)
{
  g_autoptr (BhTarget) target
      = bh_target_new (0, targets[i].figure, targets[i].filter, year + targets[i].years_ahead,
                       targets[i].form, targets[i].value, FALSE);

  target->has_baseline = targets[i].baseline > 0;
  target->baseline = targets[i].baseline;
  if (targets[i].base_years_ahead != 0)
    target->base_year = year + targets[i].base_years_ahead;

  return bh_register_add_target (work, target, error) != 0;
}

gboolean
bh_defaults_add_targets (BhWork *work, GError **error)
{
  BhOffice *office;
  int year;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  office = bh_work_get_office (work, error);
  if (office == NULL)
    return FALSE;
  if (bh_office_list (office, BH_TYPE_TARGET)->len > 0)
    return TRUE;

  year = get_year (work, office);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (!add_target (work, i, year, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_year (BhCalendar *calendar, const BhHolidayTable *table, GError **error)
{
  g_autoptr (BhHolidayYear) year = bh_holiday_year_new (table->year, table->source);

  for (const BhHolidayRow *row = table->days; row->day != 0; row++)
    if (!bh_holiday_year_add (year, row->day, row->off, row->name, error))
      return FALSE;
  bh_calendar_set_year (calendar, year);

  return TRUE;
}

gboolean
bh_defaults_add_calendar (BhWork *work, GError **error)
{
  g_autoptr (BhCalendar) calendar = NULL;
  BhOffice *office;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  office = bh_work_get_office (work, error);
  if (office == NULL)
    return FALSE;
  if (bh_office_list_calendars (office)->len > 0)
    return TRUE;

  calendar = bh_calendar_new_from_text (BH_OFFICE_HOURS_DEFAULT, error);
  for (const BhHolidayTable *year = bh_holiday_table; calendar != NULL && year->year != 0; year++)
    if (!add_year (calendar, year, error))
      return FALSE;

  return calendar != NULL && bh_register_add_calendar (work, calendar, 0, error) != 0;
}
