/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-register-kind.h"

#include <string.h>

#include "base/bh-i18n.h"

#define LABEL_CONTEXT "register"
#define HINT_CONTEXT "register hint"

/* The lists of the register, each a table of fields in the order of form and columns. The labels
 * are a context of their own, since the same word often has another meaning in a ticket. */

#define TEXT(key_, label_) .key = key_, .label = label_, .type = BH_REGISTER_FIELD_TEXT
#define ENTRY(key_, label_, of_)                                                                   \
  .key = key_, .label = label_, .type = BH_REGISTER_FIELD_ENTRY, .of = BH_REGISTER_##of_
#define CODE(key_, label_, list_)                                                                  \
  .key = key_, .label = label_, .type = BH_REGISTER_FIELD_CODE, .list = BH_LIST_##list_
#define YES_NO(key_, label_) .key = key_, .label = label_, .type = BH_REGISTER_FIELD_YES_NO
#define LIMIT(key_, label_)                                                                        \
  {                                                                                                \
    .key = key_, .label = label_, .type = BH_REGISTER_FIELD_DURATION, .in_list = TRUE              \
  }

static const BhRegisterField place_fields[] = {
  { CODE ("kind", NC_ ("register", "Kind"), PLACE_KIND), .required = TRUE, .in_list = TRUE,
    .fixed = TRUE },
  { ENTRY ("community", NC_ ("register", "Community"), PLACES), .in_list = TRUE, .derived = TRUE },
  { ENTRY ("parent", NC_ ("register", "Stands in"), PLACES), .fixed = TRUE, .required = TRUE,
    .when = "kind", .when_codes = "building unit room area equipment" },
  { TEXT ("name", NC_ ("register", "Name")), .required = TRUE, .in_list = TRUE,
    .hint = NC_ ("register hint", "As people say it, without what it stands in: 3栋, 2单元, 301") },
  { TEXT ("path", NC_ ("register", "Path")), .in_list = TRUE, .derived = TRUE },
  { TEXT ("prefix", NC_ ("register", "Prefix")), .in_list = TRUE, .fixed = TRUE, .when = "kind",
    .when_codes = "community",
    .hint = NC_ ("register hint",
                 "Letters that ticket numbers begin with; made from the name"
                 " where nothing is entered") },
  { TEXT ("city_tier", NC_ ("register", "City tier")), .when = "kind", .when_codes = "community" },
  { TEXT ("estate_kind", NC_ ("register", "Kind of estate")), .when = "kind",
    .when_codes = "community",
    .hint = NC_ ("register hint", "Flats, villas, offices, old estate, …") },
  { .key = "households",
    .label = NC_ ("register", "Households"),
    .type = BH_REGISTER_FIELD_NUMBER,
    .in_list = TRUE,
    .when = "kind",
    .when_codes = "community",
    .hint = NC_ ("register hint", "Complaints per 100 households are counted with it") },
  { ENTRY ("steward", NC_ ("register", "Steward"), STAFF), .in_list = TRUE, .when = "kind",
    .when_codes = "building" },
  { .key = "inside",
    .label = NC_ ("register", "Inside"),
    .type = BH_REGISTER_FIELD_NUMBER,
    .in_list = TRUE,
    .derived = TRUE },
};

static const BhRegisterField contact_fields[] = {
  { TEXT ("name", NC_ ("register", "Person’s name")), .required = TRUE, .in_list = TRUE },
  { CODE ("kind", NC_ ("register", "Is"), CONTACT_KIND), .required = TRUE, .in_list = TRUE,
    .initial = "owner" },
  { .key = "phone",
    .label = NC_ ("register", "Phone"),
    .type = BH_REGISTER_FIELD_PHONE,
    .in_list = TRUE,
    .several = TRUE,
    .hint = NC_ ("register hint", "Several phones are separated by a semicolon") },
  { ENTRY ("community", NC_ ("register", "Community"), PLACES), .derived = TRUE },
  { ENTRY ("room", NC_ ("register", "Room"), PLACES), .in_list = TRUE },
  { .key = "care",
    .label = NC_ ("register", "Care"),
    .type = BH_REGISTER_FIELD_FLAGS,
    .list = BH_LIST_CARE,
    .in_list = TRUE,
    .hint = NC_ ("register hint", "Shown whenever this household calls") },
};

#define CODE_FIELD                                                                                 \
  {                                                                                                \
    TEXT ("code", NC_ ("register", "Code")),                                                       \
        .in_list = TRUE, .fixed = TRUE,                                                            \
        .hint = NC_ ("register hint", "A short word of Latin letters for filters and ledgers;"     \
                                      " may be left out")                                          \
  }
#define NAME_FIELD                                                                                 \
  {                                                                                                \
    TEXT ("name", NC_ ("register", "Name")), .required = TRUE, .in_list = TRUE                     \
  }

static const BhRegisterField entry_fields[] = { CODE_FIELD, NAME_FIELD };

static const BhRegisterField channel_fields[] = {
  CODE_FIELD,
  NAME_FIELD,
  { YES_NO ("live", NC_ ("register", "Caller waits")), .in_list = TRUE,
    .hint = NC_ ("register hint", "The first answer is timed: counter and telephone") },
};

static const BhRegisterField staff_fields[] = {
  { TEXT ("name", NC_ ("register", "Person’s name")), .required = TRUE, .in_list = TRUE },
  { ENTRY ("department", NC_ ("register", "Department"), DEPARTMENTS), .in_list = TRUE },
  { CODE ("role", NC_ ("register", "Role"), ROLE), .required = TRUE, .in_list = TRUE,
    .initial = "worker",
    .hint = NC_ ("register hint", "Decides what this person may do with a ticket") },
  { .key = "phone",
    .label = NC_ ("register", "Phone"),
    .type = BH_REGISTER_FIELD_PHONE,
    .in_list = TRUE },
  { YES_NO ("away", NC_ ("register", "Off duty")), .in_list = TRUE,
    .hint
    = NC_ ("register hint", "Nobody who is off duty is proposed when a ticket is dispatched") },
  { .key = "skills",
    .label = NC_ ("register", "Skills"),
    .type = BH_REGISTER_FIELD_ENTRIES,
    .of = BH_REGISTER_CATEGORIES,
    .in_list = TRUE,
    .hint = NC_ ("register hint", "Who knows how is proposed first; a whole top level or parts") },
};

static const BhRegisterField category_fields[] = {
  { TEXT ("path", NC_ ("register", "Path")), .in_list = TRUE, .derived = TRUE },
  CODE_FIELD,
  { ENTRY ("parent", NC_ ("register", "Belongs to"), CATEGORIES), .fixed = TRUE,
    .hint = NC_ ("register hint", "Nothing for a category of the top level") },
  NAME_FIELD,
  { ENTRY ("department", NC_ ("register", "Department"), DEPARTMENTS), .in_list = TRUE,
    .hint = NC_ ("register hint", "Proposed when such a ticket is dispatched") },
  { CODE ("grade", NC_ ("register", "Grade"), GRADE), .in_list = TRUE,
    .hint = NC_ ("register hint", "Proposed when such a ticket is registered") },
};

static const BhRegisterField policy_fields[] = {
  { ENTRY ("category", NC_ ("register", "Category"), CATEGORIES), .in_list = TRUE, .fixed = TRUE,
    .hint = NC_ ("register hint", "Nothing for all categories that have no policy of their own") },
  { CODE ("grade", NC_ ("register", "Grade"), GRADE), .required = TRUE, .in_list = TRUE,
    .fixed = TRUE, .initial = "general" },
  { .key = "version",
    .label = NC_ ("register", "Version"),
    .type = BH_REGISTER_FIELD_NUMBER,
    .in_list = TRUE,
    .derived = TRUE },
  { .key = "valid_from",
    .label = NC_ ("register", "In force from"),
    .type = BH_REGISTER_FIELD_DATE,
    .in_list = TRUE,
    .hint = NC_ ("register hint",
                 "Tickets received before keep the policy that they have; without a date or with"
                 " one that has passed it holds from now on") },
  { CODE ("hours", NC_ ("register", "Hours"), HOURS), .required = TRUE, .in_list = TRUE,
    .initial = "clock" },
  LIMIT ("response", NC_ ("register", "Response")),
  LIMIT ("dispatch", NC_ ("register", "Dispatch")),
  LIMIT ("accept", NC_ ("register", "Acceptance")),
  LIMIT ("investigate", NC_ ("register", "Investigation")),
  LIMIT ("plan", NC_ ("register", "Plan")),
  LIMIT ("execute", NC_ ("register", "Execution")),
  LIMIT ("completion", NC_ ("register", "Completion")),
  LIMIT ("sign", NC_ ("register", "Sign-off")),
  LIMIT ("callback", NC_ ("register", "Callback")),
  { YES_NO ("skip_investigate", NC_ ("register", "Without investigation")) },
  { YES_NO ("skip_plan", NC_ ("register", "Without plan")) },
  { CODE ("callback_mode", NC_ ("register", "Callback wanted"), CALLBACK_MODE),
    .initial = "always" },
  { .key = "callback_percent",
    .label = NC_ ("register", "Share called back (%)"),
    .type = BH_REGISTER_FIELD_NUMBER,
    .when = "callback_mode",
    .when_codes = "sample",
    .hint = NC_ ("register hint", "Of a hundred tickets, so many are called back") },
  { YES_NO ("needs_cause", NC_ ("register", "Cause needed")) },
  { YES_NO ("needs_photo", NC_ ("register", "Photo needed")),
    .hint = NC_ ("register hint", "A photo of the result must be attached before it is finished") },
  { YES_NO ("allows_answer", NC_ ("register", "May be answered")),
    .hint = NC_ ("register hint", "A complaint or a repair may be answered on the spot") },
};

static const BhRegisterField target_fields[] = {
  { .key = "figure",
    .label = NC_ ("register", "Figure"),
    .type = BH_REGISTER_FIELD_FIGURE,
    .required = TRUE,
    .in_list = TRUE,
    .fixed = TRUE },
  { .key = "filter",
    .label = NC_ ("register", "Filter"),
    .type = BH_REGISTER_FIELD_FILTER,
    .in_list = TRUE,
    .hint = NC_ ("register hint", "Only these tickets count; nothing for all of them") },
  { .key = "year",
    .label = NC_ ("register", "Year"),
    .type = BH_REGISTER_FIELD_NUMBER,
    .required = TRUE,
    .in_list = TRUE,
    .hint = NC_ ("register hint", "From this year on, until a later target takes its place") },
  { CODE ("form", NC_ ("register", "Form"), TARGET_FORM), .required = TRUE, .in_list = TRUE,
    .initial = "value" },
  { .key = "value",
    .label = NC_ ("register", "Target value"),
    .type = BH_REGISTER_FIELD_DECIMAL,
    .required = TRUE,
    .in_list = TRUE,
    .hint
    = NC_ ("register hint",
           "A share as 85%, 8% less as -8%, days as they are, what is received for a whole year") },
  { .key = "baseline",
    .label = NC_ ("register", "Baseline"),
    .type = BH_REGISTER_FIELD_DECIMAL,
    .in_list = TRUE,
    .hint = NC_ ("register hint", "Where the office comes from") },
  { .key = "base_year",
    .label = NC_ ("register", "Base year"),
    .type = BH_REGISTER_FIELD_NUMBER,
    .in_list = TRUE,
    .when = "form",
    .when_codes = "change",
    .hint = NC_ ("register hint", "Nothing for the year before") },
};

#define FIELDS(table) table, G_N_ELEMENTS (table)

static const BhRegisterKindInfo infos[] = {
  [BH_REGISTER_PLACES] = { "places", NC_ ("register", "Places"), NC_ ("register", "Place"),
                           FIELDS (place_fields), TRUE },
  [BH_REGISTER_CONTACTS] = { "contacts", NC_ ("register", "Contacts"), NC_ ("register", "Contact"),
                             FIELDS (contact_fields), FALSE },
  [BH_REGISTER_DEPARTMENTS] = { "departments", NC_ ("register", "Departments"),
                                NC_ ("register", "Department"), FIELDS (entry_fields), FALSE },
  [BH_REGISTER_STAFF] = { "staff", NC_ ("register", "Staff"), NC_ ("register", "Person"),
                          FIELDS (staff_fields), FALSE },
  [BH_REGISTER_CATEGORIES] = { "categories", NC_ ("register", "Categories"),
                               NC_ ("register", "Category"), FIELDS (category_fields), TRUE },
  [BH_REGISTER_POLICIES] = { "policies", NC_ ("register", "Policies"), NC_ ("register", "Policy"),
                             FIELDS (policy_fields), FALSE },
  [BH_REGISTER_TARGETS] = { "targets", NC_ ("register", "Targets"), NC_ ("register", "Target"),
                            FIELDS (target_fields), FALSE },
  [BH_REGISTER_CHANNELS] = { "channels", NC_ ("register", "Channels"), NC_ ("register", "Channel"),
                             FIELDS (channel_fields), FALSE },
  [BH_REGISTER_CAUSES] = { "causes", NC_ ("register", "Causes"), NC_ ("register", "Cause"),
                           FIELDS (entry_fields), FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (infos) == BH_N_REGISTER_KINDS);

const BhRegisterKindInfo *
bh_register_kind_get_info (BhRegisterKind kind)
{
  g_return_val_if_fail (kind < BH_N_REGISTER_KINDS, NULL);

  return &infos[kind];
}

gboolean
bh_register_kind_find (const char *code, BhRegisterKind *kind)
{
  g_return_val_if_fail (code != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < BH_N_REGISTER_KINDS; i++)
    if (g_str_equal (infos[i].code, code))
      {
        *kind = (BhRegisterKind) i;
        return TRUE;
      }

  return FALSE;
}

const BhRegisterField *
bh_register_kind_find_field (BhRegisterKind kind, const char *key)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (kind);

  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if (g_str_equal (info->fields[i].key, key))
      return &info->fields[i];

  return NULL;
}

char *
bh_register_kind_join_codes (void)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < BH_N_REGISTER_KINDS; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", infos[i].code);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static const char *
translate (const char *context, const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

const char *
bh_register_kind_get_label (BhRegisterKind kind)
{
  return translate (LABEL_CONTEXT, bh_register_kind_get_info (kind)->label);
}

const char *
bh_register_kind_get_label_one (BhRegisterKind kind)
{
  return translate (LABEL_CONTEXT, bh_register_kind_get_info (kind)->label_one);
}

const char *
bh_register_field_get_label (const BhRegisterField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return translate (LABEL_CONTEXT, field->label);
}

const char *
bh_register_field_get_hint (const BhRegisterField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->hint != NULL ? translate (HINT_CONTEXT, field->hint) : NULL;
}

gboolean
bh_register_field_applies (const BhRegisterField *field, BhPayload *values)
{
  g_auto (GStrv) codes = NULL;
  const char *code;

  g_return_val_if_fail (field != NULL && values != NULL, FALSE);

  if (field->when == NULL)
    return TRUE;

  code = bh_payload_get (values, field->when);
  codes = g_strsplit (field->when_codes, " ", -1);

  return code != NULL && g_strv_contains ((const char *const *) codes, code);
}

BhPayload *
bh_register_kind_new_values (BhRegisterKind kind)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (kind);
  BhPayload *values = bh_payload_new ();

  for (guint i = 0; i < info->n_fields; i++)
    bh_payload_set (values, info->fields[i].key, info->fields[i].initial);

  return values;
}

gboolean
bh_register_place_fits (BhPlaceKind kind, BhPlaceKind parent)
{
  switch (kind)
    {
    case BH_PLACE_COMMUNITY:
      return parent == BH_PLACE_NONE;
    case BH_PLACE_BUILDING:
      return parent == BH_PLACE_COMMUNITY;
    case BH_PLACE_UNIT:
      return parent == BH_PLACE_BUILDING;
    case BH_PLACE_ROOM:
      return parent == BH_PLACE_COMMUNITY || parent == BH_PLACE_BUILDING || parent == BH_PLACE_UNIT;
    case BH_PLACE_AREA:
      return parent == BH_PLACE_COMMUNITY || parent == BH_PLACE_BUILDING || parent == BH_PLACE_UNIT;
    case BH_PLACE_EQUIPMENT:
      return parent != BH_PLACE_NONE && parent != BH_PLACE_ROOM && parent != BH_PLACE_EQUIPMENT;
    case BH_PLACE_NONE:
    default:
      return FALSE;
    }
}
