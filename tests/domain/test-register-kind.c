/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"
#include "domain/bh-register-row.h"
#include "domain/bh-register-value.h"

/* The description of the register, and the texts of its fields. */

static void
test_descriptions (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *joined = bh_register_kind_join_codes ();

  for (guint i = 0; i < BH_N_REGISTER_KINDS; i++)
    {
      const BhRegisterKindInfo *info = bh_register_kind_get_info ((BhRegisterKind) i);
      g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
      guint n_columns = 0;
      BhRegisterKind found;

      g_assert_true (g_hash_table_add (codes, (gpointer) info->code));
      g_assert_true (bh_register_kind_find (info->code, &found));
      g_assert_cmpint (found, ==, i);
      g_assert_nonnull (strstr (joined, info->code));
      g_assert_cmpstr (bh_register_kind_get_label (found), !=, "");
      g_assert_cmpstr (bh_register_kind_get_label_one (found), !=, "");
      for (guint j = 0; j < info->n_fields; j++)
        {
          const BhRegisterField *field = &info->fields[j];

          g_assert_true (g_hash_table_add (keys, (gpointer) field->key));
          g_assert_true (bh_register_kind_find_field (found, field->key) == field);
          g_assert_cmpstr (bh_register_field_get_label (field), !=, "");
          g_assert_false (field->derived && field->required);
          /* What a field depends on is read before it. */
          g_assert_true (field->when == NULL || g_hash_table_contains (keys, field->when));
          g_assert_true (
              (field->type == BH_REGISTER_FIELD_CODE || field->type == BH_REGISTER_FIELD_FLAGS)
              == (field->list != BH_LIST_NONE));
          n_columns += field->in_list ? 1 : 0;
        }
      g_assert_cmpuint (n_columns, >, 0);
      g_assert_true (!info->tree || g_hash_table_contains (keys, "parent"));
    }
}

static void
test_applies (void)
{
  g_autoptr (BhPayload) community = bh_payload_new_from ("kind", "community", NULL);
  g_autoptr (BhPayload) room = bh_payload_new_from ("kind", "room", NULL);
  g_autoptr (BhPayload) nothing = bh_payload_new ();
  const BhRegisterField *households
      = bh_register_kind_find_field (BH_REGISTER_PLACES, "households");
  const BhRegisterField *parent = bh_register_kind_find_field (BH_REGISTER_PLACES, "parent");
  const BhRegisterField *name = bh_register_kind_find_field (BH_REGISTER_PLACES, "name");

  g_assert_true (bh_register_field_applies (households, community));
  g_assert_false (bh_register_field_applies (households, room));
  g_assert_false (bh_register_field_applies (households, nothing));
  g_assert_false (bh_register_field_applies (parent, community));
  g_assert_true (bh_register_field_applies (parent, room));
  g_assert_true (bh_register_field_applies (name, nothing));
  g_assert_null (bh_register_kind_find_field (BH_REGISTER_PLACES, "colour"));
}

static void
test_new_values (void)
{
  g_autoptr (BhPayload) contact = bh_register_kind_new_values (BH_REGISTER_CONTACTS);
  g_autoptr (BhPayload) policy = bh_register_kind_new_values (BH_REGISTER_POLICIES);

  g_assert_cmpstr (bh_payload_get (contact, "kind"), ==, "owner");
  g_assert_null (bh_payload_get (contact, "name"));
  g_assert_cmpstr (bh_payload_get (policy, "callback_mode"), ==, "always");
}

/* The table of product.md: a community holds buildings, these units, these rooms. */
static void
test_place_fits (void)
{
  g_assert_true (bh_register_place_fits (BH_PLACE_COMMUNITY, BH_PLACE_NONE));
  g_assert_true (bh_register_place_fits (BH_PLACE_BUILDING, BH_PLACE_COMMUNITY));
  g_assert_true (bh_register_place_fits (BH_PLACE_UNIT, BH_PLACE_BUILDING));
  g_assert_true (bh_register_place_fits (BH_PLACE_ROOM, BH_PLACE_UNIT));
  g_assert_true (bh_register_place_fits (BH_PLACE_ROOM, BH_PLACE_BUILDING));
  g_assert_true (bh_register_place_fits (BH_PLACE_AREA, BH_PLACE_COMMUNITY));
  g_assert_true (bh_register_place_fits (BH_PLACE_EQUIPMENT, BH_PLACE_AREA));
  g_assert_false (bh_register_place_fits (BH_PLACE_COMMUNITY, BH_PLACE_COMMUNITY));
  g_assert_false (bh_register_place_fits (BH_PLACE_BUILDING, BH_PLACE_NONE));
  g_assert_false (bh_register_place_fits (BH_PLACE_UNIT, BH_PLACE_COMMUNITY));
  g_assert_false (bh_register_place_fits (BH_PLACE_ROOM, BH_PLACE_ROOM));
  g_assert_false (bh_register_place_fits (BH_PLACE_EQUIPMENT, BH_PLACE_ROOM));
  g_assert_false (bh_register_place_fits (BH_PLACE_NONE, BH_PLACE_COMMUNITY));
}

static const BhRegisterField *
get_field (BhRegisterKind kind, const char *key)
{
  const BhRegisterField *field = bh_register_kind_find_field (kind, key);

  g_assert_nonnull (field);

  return field;
}

/* @value: (nullable): NULL where it is refused. What is read gives @shown, which gives it back. */
static void
assert_read (
    BhRegisterKind kind, const char *key, const char *typed, const char *value, const char *shown)
{
  const BhRegisterField *field = get_field (kind, key);
  g_autoptr (GError) error = NULL;
  g_autofree char *read = bh_register_value_read (field, typed, &error);
  g_autofree char *formatted = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (read, ==, value);
  if (value == NULL)
    {
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
      g_assert_true (g_str_has_prefix (error->message, bh_register_field_get_label (field)));
      return;
    }

  g_assert_no_error (error);
  formatted = bh_register_value_format (field, read);
  g_assert_cmpstr (formatted, ==, shown);
  if (field->type == BH_REGISTER_FIELD_FLAGS)
    return;
  again = bh_register_value_read (field, formatted, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, value);
}

static void
test_texts (void)
{
  g_autofree char *longest = g_strnfill (200, 'a');
  g_autofree char *longer = g_strnfill (201, 'a');

  assert_read (BH_REGISTER_STAFF, "name", " 李强　", "李强", "李强");
  assert_read (BH_REGISTER_STAFF, "name", "  ", "", "");
  assert_read (BH_REGISTER_STAFF, "name", NULL, "", "");
  assert_read (BH_REGISTER_STAFF, "name", longest, longest, longest);
  assert_read (BH_REGISTER_STAFF, "name", longer, NULL, NULL);
  assert_read (BH_REGISTER_STAFF, "name", "李\n强", NULL, NULL);

  assert_read (BH_REGISTER_STAFF, "phone", "138-0013 8000", "13800138000", "13800138000");
  assert_read (BH_REGISTER_STAFF, "phone", "１３８００１３８０００", "13800138000", "13800138000");
  assert_read (BH_REGISTER_STAFF, "phone", "12", NULL, NULL);
  assert_read (BH_REGISTER_STAFF, "phone", "李强 13800138000", NULL, NULL);
  assert_read (BH_REGISTER_STAFF, "phone", "123456789012345678901", NULL, NULL);
  assert_read (BH_REGISTER_CONTACTS, "phone", "13800138000; 010-66554433；13800138000",
               "13800138000;01066554433", "13800138000; 01066554433");
  assert_read (BH_REGISTER_CONTACTS, "phone", ";;", "", "");
  assert_read (BH_REGISTER_CONTACTS, "phone", "13800138000;12", NULL, NULL);
}

static void
test_numbers (void)
{
  assert_read (BH_REGISTER_PLACES, "households", "1296", "1296", "1296");
  assert_read (BH_REGISTER_PLACES, "households", "0", "", "");
  assert_read (BH_REGISTER_PLACES, "households", "-4", NULL, NULL);
  assert_read (BH_REGISTER_PLACES, "households", "12.5", NULL, NULL);
  assert_read (BH_REGISTER_PLACES, "households", "99999999999", NULL, NULL);

  assert_read (BH_REGISTER_TARGETS, "value", "0.15", "0.15", "0.15");
  assert_read (BH_REGISTER_TARGETS, "value", "-8 %", "-0.08", "-0.08");
  assert_read (BH_REGISTER_TARGETS, "value", "85％", "0.85", "0.85");
  assert_read (BH_REGISTER_TARGETS, "value", "0", "0", "0");
  assert_read (BH_REGISTER_TARGETS, "value", "0,15", NULL, NULL);
  assert_read (BH_REGISTER_TARGETS, "value", "inf", NULL, NULL);
  assert_read (BH_REGISTER_TARGETS, "value", "many", NULL, NULL);
  assert_read (BH_REGISTER_TARGETS, "figure", "handling_days", "handling_days", "handling_days");
  assert_read (BH_REGISTER_TARGETS, "figure", "Handling days", NULL, NULL);
}

static void
test_durations (void)
{
  assert_read (BH_REGISTER_POLICIES, "response", "4 h", "14400", "4 h");
  assert_read (BH_REGISTER_POLICIES, "response", "4小时30分", "16200", "4 h 30 min");
  assert_read (BH_REGISTER_POLICIES, "response", "1:30", "5400", "1 h 30 min");
  assert_read (BH_REGISTER_POLICIES, "response", "7 天", "604800", "7 days");
  assert_read (BH_REGISTER_POLICIES, "response", "45 s", "45", "45 s");
  assert_read (BH_REGISTER_POLICIES, "response", "2 min 30 s", "150", "2 min 30 s");
  /* A number alone does not say what it counts. */
  assert_read (BH_REGISTER_POLICIES, "response", "4", NULL, NULL);
  assert_read (BH_REGISTER_POLICIES, "response", "soon", NULL, NULL);
}

static void
test_codes (void)
{
  assert_read (BH_REGISTER_STAFF, "role", "steward", "steward", "Steward");
  assert_read (BH_REGISTER_STAFF, "role", "Steward", "steward", "Steward");
  assert_read (BH_REGISTER_STAFF, "role", "king", NULL, NULL);
  assert_read (BH_REGISTER_CHANNELS, "live", "yes", "yes", "Yes");
  assert_read (BH_REGISTER_CHANNELS, "live", "No", "no", "No");
  assert_read (BH_REGISTER_CHANNELS, "live", "perhaps", NULL, NULL);
  assert_read (BH_REGISTER_CONTACTS, "care", "disabled elderly", "elderly disabled",
               "Elderly, Disabled");
  assert_read (BH_REGISTER_CONTACTS, "care", "rich", NULL, NULL);
  assert_read (BH_REGISTER_CONTACTS, "room", "123", "123", "123");
  assert_read (BH_REGISTER_CONTACTS, "room", "0", "", "");
  assert_read (BH_REGISTER_CONTACTS, "room", "3-2-301", NULL, NULL);
}

static void
test_dates (void)
{
  const BhRegisterField field
      = { .key = "day", .label = "Day", .type = BH_REGISTER_FIELD_DATE, .required = TRUE };
  static const char *const wrong[] = { "2026-02-30", "2026-10", "2026-10-01x", "1 October", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *day = bh_register_value_read (&field, "2026-2-3", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (day, ==, "2026-02-03");
  for (guint i = 0; wrong[i] != NULL; i++)
    g_assert_null (bh_register_value_read (&field, wrong[i], NULL));
}

/* What a form gives: seconds, nothing for no, and what is needed. */
static void
test_check (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seconds
      = bh_register_value_check (get_field (BH_REGISTER_POLICIES, "response"), "3600", &error);
  g_autofree char *none
      = bh_register_value_check (get_field (BH_REGISTER_POLICIES, "response"), "0", &error);
  g_autofree char *no
      = bh_register_value_check (get_field (BH_REGISTER_CHANNELS, "live"), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (seconds, ==, "3600");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (no, ==, "no");
  g_assert_null (bh_register_value_check (get_field (BH_REGISTER_STAFF, "name"), " ", &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "needed"));
}

static void
test_row (void)
{
  g_autoptr (BhPayload) values
      = bh_payload_new_from ("name", "李强", "role", "worker", "department", "7", NULL);
  g_autoptr (BhPayload) names = bh_payload_new_from ("department", "工程部", NULL);
  g_autoptr (BhRegisterRow) row = bh_register_row_new (BH_REGISTER_STAFF, 12, TRUE, values, names);
  g_autoptr (BhRegisterRow) plain = bh_register_row_new (BH_REGISTER_STAFF, 0, FALSE, values, NULL);
  g_autofree char *title = bh_register_row_dup_title (row);
  g_autofree char *department
      = bh_register_row_dup_text (row, get_field (BH_REGISTER_STAFF, "department"));
  g_autofree char *unknown
      = bh_register_row_dup_text (plain, get_field (BH_REGISTER_STAFF, "department"));
  g_autofree char *role = bh_register_row_dup_text (row, get_field (BH_REGISTER_STAFF, "role"));

  g_assert_cmpint (bh_register_row_get_id (row), ==, 12);
  g_assert_true (bh_register_row_is_retired (row));
  g_assert_false (bh_register_row_is_retired (plain));
  g_assert_cmpstr (title, ==, "李强");
  g_assert_cmpstr (department, ==, "工程部");
  g_assert_cmpstr (unknown, ==, "");
  g_assert_cmpstr (role, ==, "Worker");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-kind/descriptions", test_descriptions);
  g_test_add_func ("/register-kind/applies", test_applies);
  g_test_add_func ("/register-kind/new-values", test_new_values);
  g_test_add_func ("/register-kind/place-fits", test_place_fits);
  g_test_add_func ("/register-kind/texts", test_texts);
  g_test_add_func ("/register-kind/numbers", test_numbers);
  g_test_add_func ("/register-kind/durations", test_durations);
  g_test_add_func ("/register-kind/codes", test_codes);
  g_test_add_func ("/register-kind/dates", test_dates);
  g_test_add_func ("/register-kind/check", test_check);
  g_test_add_func ("/register-kind/row", test_row);

  return g_test_run ();
}
