/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-defaults.h"

#include "base/bh-i18n.h"
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

  return add_policies (work, error);
}
