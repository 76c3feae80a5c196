/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-filter.h"
#include "domain/bh-register-value.h"
#include "support/bh-test-history.h"
#include "ui/common/bh-picker.h"
#include "ui/register/bh-register-cell-text.h"
#include "ui/register/bh-register-drafts.h"
#include "ui/register/bh-register-new-row.h"
#include "ui/register/bh-register-options.h"
#include "ui/register/bh-register-texts.h"

static const BhRegisterField *
get_field (BhRegisterKind kind, const char *key)
{
  const BhRegisterField *field = bh_register_kind_find_field (kind, key);

  g_assert_nonnull (field);

  return field;
}

static GPtrArray *
list_options (BhRegisterKind kind, const char *key)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();

  return bh_register_options_list (office, get_field (kind, key));
}

static BhPickerOption *
find_option (GPtrArray *options, const char *label)
{
  for (guint i = 0; i < options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->label, label))
        return option;
    }

  return NULL;
}

/* Entries are offered by name and given by id, staff with their department. */
static void
test_entry_options (void)
{
  g_autoptr (GPtrArray) departments = list_options (BH_REGISTER_STAFF, "department");
  g_autoptr (GPtrArray) stewards = list_options (BH_REGISTER_PLACES, "steward");
  g_autofree char *id = g_strdup_printf ("%d", BH_TEST_ENGINEERING);
  BhPickerOption *engineering = find_option (departments, "工程部");

  g_assert_nonnull (engineering);
  g_assert_cmpstr (engineering->value, ==, id);
  g_assert_cmpuint (stewards->len, >, 0);
  g_assert_null (list_options (BH_REGISTER_PLACES, "parent"));
  g_assert_null (list_options (BH_REGISTER_STAFF, "phone"));
}

static void
add_community (BhOffice *office, gint64 id, const char *name)
{
  g_autoptr (BhPlace) place = bh_place_new (id, BH_PLACE_COMMUNITY, name, 0, id, NULL);

  bh_office_add (office, BH_ENTRY (place));
}

/* Where there are several communities, each may have a target of its own. */
static void
test_community_options (void)
{
  const BhRegisterField *field = get_field (BH_REGISTER_TARGETS, "filter");
  g_autoptr (BhOffice) one = bh_test_office_new ();
  g_autoptr (BhOffice) two = bh_test_office_new ();
  g_autoptr (GPtrArray) of_one = NULL, of_two = NULL;
  guint n_one = bh_office_list (one, BH_TYPE_PLACE)->len;

  g_assert_cmpuint (n_one, ==, 0);
  add_community (one, 901, "滨河花园");
  add_community (two, 901, "滨河花园");
  add_community (two, 902, "锦绣 东方");
  of_one = bh_register_options_list (one, field);
  g_assert_cmpuint (of_one->len, ==, 3);
  of_two = bh_register_options_list (two, field);
  g_assert_cmpuint (of_two->len, ==, 3 + 2 * 4);
  g_assert_cmpstr (((BhPickerOption *) g_ptr_array_index (of_two, 3))->value, ==,
                   "community:滨河花园");
  for (guint i = 0; i < of_two->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (of_two, i);
      g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (option->value, NULL);
      g_autoptr (BhTicketFilter) resolved = bh_ticket_filter_resolve (filter, two, NULL);

      g_assert_nonnull (resolved);
    }
}

/* Every length of time and every code that is offered is what a row takes. */
static void
test_values_of_options (void)
{
  const struct
  {
    BhRegisterKind kind;
    const char *key;
  } cases[] = {
    { BH_REGISTER_POLICIES, "response" }, { BH_REGISTER_POLICIES, "grade" },
    { BH_REGISTER_STAFF, "role" },        { BH_REGISTER_CONTACTS, "care" },
    { BH_REGISTER_CHANNELS, "live" },     { BH_REGISTER_TARGETS, "figure" },
    { BH_REGISTER_TARGETS, "filter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BhRegisterField *field = get_field (cases[i].kind, cases[i].key);
      g_autoptr (GPtrArray) options = list_options (cases[i].kind, cases[i].key);

      g_assert_cmpuint (options->len, >, 0);
      for (guint j = 0; j < options->len; j++)
        {
          BhPickerOption *option = g_ptr_array_index (options, j);
          g_autoptr (GError) error = NULL;
          g_autofree char *value = bh_register_value_check (field, option->value, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (value, ==, option->value);
          g_assert_cmpstr (option->label, !=, "");
        }
    }
}

static BhRegisterRow *
create_target (const char *figure, const char *form, const char *value)
{
  g_autoptr (BhPayload) values
      = bh_payload_new_from ("figure", figure, "filter", "kind:complaint", "year", "2026", "form",
                             form, "value", value, "baseline", "0.2", NULL);

  return bh_register_row_new (BH_REGISTER_TARGETS, 1, FALSE, values, NULL);
}

static void
assert_target (const char *figure,
               const char *form,
               const char *value,
               const char *listed,
               const char *entered)
{
  const BhRegisterField *field = get_field (BH_REGISTER_TARGETS, "value");
  g_autoptr (BhRegisterRow) row = create_target (figure, form, value);
  g_autofree char *cell = bh_register_cell_text_dup (row, field);
  g_autofree char *entry = bh_register_cell_text_dup_entry (row, field);
  g_autofree char *read = bh_register_value_read (field, entry, NULL);

  g_assert_cmpstr (cell, ==, listed);
  g_assert_cmpstr (entry, ==, entered);
  /* What stands in the form is what the row has. */
  g_assert_cmpstr (read, ==, value);
}

/* A share is a percentage, a change too, days are days; what the form shows can be saved. */
static void
test_targets (void)
{
  g_autoptr (BhRegisterRow) row = create_target ("handling_days", "value", "3");
  g_autofree char *title = bh_register_cell_text_dup_title (row);
  g_autofree char *figure
      = bh_register_cell_text_dup (row, get_field (BH_REGISTER_TARGETS, "figure"));
  g_autofree char *filter
      = bh_register_cell_text_dup (row, get_field (BH_REGISTER_TARGETS, "filter"));
  g_autofree char *year = bh_register_cell_text_dup (row, get_field (BH_REGISTER_TARGETS, "year"));

  assert_target ("repeat_share", "value", "0.15", "15.0%", "15%");
  assert_target ("received_per_100_households", "change", "-0.08", "-8%", "-8%");
  assert_target ("handling_days", "value", "3", "3.0 d", "3");
  assert_target ("no_such_figure", "value", "3", "3", "3");
  g_assert_cmpstr (figure, ==, "Handling time");
  g_assert_cmpstr (filter, ==, "Complaint");
  g_assert_cmpstr (year, ==, "2026");
  g_assert_cmpstr (title, ==, "Handling time · Complaint · 2026");
}

/* Grouped as people say them, in the form too, which reads them again. */
static void
assert_phones (const char *value, const char *expected)
{
  const BhRegisterField *field = get_field (BH_REGISTER_CONTACTS, "phone");
  g_autoptr (BhPayload) values = bh_payload_new_from ("phone", value, NULL);
  g_autoptr (BhRegisterRow) row
      = bh_register_row_new (BH_REGISTER_CONTACTS, 1, FALSE, values, NULL);
  g_autofree char *cell = bh_register_cell_text_dup (row, field);
  g_autofree char *entry = bh_register_cell_text_dup_entry (row, field);
  g_autofree char *read = bh_register_value_read (field, entry, NULL);

  g_assert_cmpstr (cell, ==, expected);
  g_assert_cmpstr (read, ==, value != NULL ? value : "");
}

static void
test_cells (void)
{
  g_autoptr (BhPayload) community
      = bh_payload_new_from ("kind", "community", "name", "滨河花园", "households", "1296", NULL);
  g_autoptr (BhRegisterRow) place
      = bh_register_row_new (BH_REGISTER_PLACES, 1, FALSE, community, NULL);
  g_autoptr (BhPayload) limits = bh_payload_new_from ("grade", "urgent", "response", "3600", NULL);
  g_autoptr (BhRegisterRow) policy
      = bh_register_row_new (BH_REGISTER_POLICIES, 1, FALSE, limits, NULL);
  g_autofree char *households
      = bh_register_cell_text_dup (place, get_field (BH_REGISTER_PLACES, "households"));
  g_autofree char *entry
      = bh_register_cell_text_dup_entry (place, get_field (BH_REGISTER_PLACES, "households"));
  g_autofree char *category
      = bh_register_cell_text_dup (policy, get_field (BH_REGISTER_POLICIES, "category"));
  g_autofree char *response
      = bh_register_cell_text_dup (policy, get_field (BH_REGISTER_POLICIES, "response"));

  assert_phones ("13800138000;01066554433", "138 0013 8000; 010 6655 4433");
  assert_phones (NULL, "");
  g_assert_cmpstr (households, ==, "1,296");
  g_assert_cmpstr (entry, ==, "1296");
  g_assert_cmpstr (category, ==, "All categories");
  g_assert_cmpstr (response, ==, "1 h");
}

static void
test_sentences (void)
{
  g_autoptr (BhPayload) values = bh_payload_new_from ("name", "李强", NULL);
  g_autoptr (BhRegisterRow) old = bh_register_row_new (BH_REGISTER_STAFF, 7, FALSE, values, NULL);
  g_autoptr (BhRegisterRow) retired
      = bh_register_row_new (BH_REGISTER_STAFF, 7, TRUE, values, NULL);
  g_autoptr (BhRegisterRow) new = bh_register_row_new (BH_REGISTER_STAFF, 0, FALSE, values, NULL);
  g_autofree char *old_title = bh_register_text_dup_title (old);
  g_autofree char *new_title = bh_register_text_dup_title (new);
  g_autofree char *all = bh_register_text_dup_count (1284, 1284);
  g_autofree char *some = bh_register_text_dup_count (5000, 12345);

  g_assert_cmpstr (old_title, ==, "李强");
  g_assert_cmpstr (new_title, ==, "New: Person");
  g_assert_cmpstr (bh_register_text_get_subtitle (new, TRUE), ==, "");
  g_assert_cmpstr (bh_register_text_get_subtitle (old, TRUE), ==, "Person");
  g_assert_cmpstr (bh_register_text_get_subtitle (retired, TRUE), !=,
                   bh_register_text_get_subtitle (old, TRUE));
  g_assert_cmpstr (bh_register_text_get_subtitle (retired, FALSE), ==,
                   bh_register_text_get_subtitle (new, FALSE));
  g_assert_cmpstr (all, ==, "1,284 rows");
  g_assert_cmpstr (some, ==, "first 5,000 of 12,345: search for others");
}

static void
assert_new_place (const char *parent_kind, const char *wanted, const char *expected)
{
  g_autoptr (BhPayload) values
      = bh_payload_new_from ("kind", parent_kind, "name", "上级", "path", "上级", NULL);
  g_autoptr (BhRegisterRow) parent
      = parent_kind != NULL ? bh_register_row_new (BH_REGISTER_PLACES, 11, FALSE, values, NULL)
                            : NULL;
  g_autoptr (BhRegisterRow) row = bh_register_new_row (BH_REGISTER_PLACES, parent, wanted);
  g_autofree char *name = bh_register_row_dup_text (row, get_field (BH_REGISTER_PLACES, "parent"));

  g_assert_cmpint (bh_register_row_get_id (row), ==, 0);
  g_assert_cmpstr (bh_payload_get (bh_register_row_get_values (row), "kind"), ==, expected);
  g_assert_cmpint (bh_payload_get_int (bh_register_row_get_values (row), "parent"), ==,
                   parent != NULL ? 11 : 0);
  g_assert_cmpstr (name, ==, parent != NULL ? "上级" : "");
}

/* A new place is what may stand there. */
static void
test_new_row (void)
{
  g_autoptr (BhRegisterRow) policy = bh_register_new_row (BH_REGISTER_POLICIES, NULL, "room");

  assert_new_place (NULL, NULL, "community");
  assert_new_place (NULL, "room", "community");
  assert_new_place ("community", NULL, "building");
  assert_new_place ("building", NULL, "unit");
  assert_new_place ("unit", NULL, "room");
  assert_new_place ("unit", "area", "area");
  assert_new_place ("area", NULL, "equipment");
  g_assert_cmpstr (bh_payload_get (bh_register_row_get_values (policy), "callback_mode"), ==,
                   "always");
  g_assert_null (bh_payload_get (bh_register_row_get_values (policy), "kind"));
}

/* Every list says what will be in it. */
static void
test_empty (void)
{
  g_autoptr (BhPayload) values
      = bh_payload_new_from ("kind", "building", "name", "3栋", "path", "3栋", NULL);
  g_autoptr (BhRegisterRow) building
      = bh_register_row_new (BH_REGISTER_PLACES, 3, FALSE, values, NULL);
  g_autofree char *inside = bh_register_text_dup_empty_title (BH_REGISTER_PLACES, building);

  for (guint kind = 0; kind < BH_N_REGISTER_KINDS; kind++)
    {
      g_autofree char *title = bh_register_text_dup_empty_title ((BhRegisterKind) kind, NULL);

      g_assert_cmpstr (title, !=, "");
      g_assert_cmpstr (bh_register_text_get_empty_hint ((BhRegisterKind) kind, NULL), !=, "");
    }
  g_assert_cmpstr (inside, ==, "Nothing in “3栋” yet");
}

/* Drafts of the lists and of their rows are kept apart, also those of new rows. */
static void
test_drafts (void)
{
  g_autoptr (BhDrafts) drafts = bh_drafts_new (NULL);
  g_autoptr (BhPayload) values = bh_payload_new_from ("name", "李强", NULL);
  g_autoptr (BhRegisterRow) staff = bh_register_row_new (BH_REGISTER_STAFF, 0, FALSE, values, NULL);
  g_autoptr (BhRegisterRow) cause
      = bh_register_row_new (BH_REGISTER_CAUSES, 0, FALSE, values, NULL);
  g_autoptr (BhRegisterRow) saved = bh_register_row_new (BH_REGISTER_STAFF, 7, FALSE, values, NULL);
  g_autoptr (BhPayload) inside = bh_payload_new_from ("name", "3栋", "parent", "11", NULL);
  g_autoptr (BhRegisterRow) building
      = bh_register_row_new (BH_REGISTER_PLACES, 0, FALSE, inside, NULL);
  g_autoptr (BhRegisterRow) community
      = bh_register_row_new (BH_REGISTER_PLACES, 0, FALSE, values, NULL);
  g_autoptr (BhRegisterRow) parent
      = bh_register_row_new (BH_REGISTER_PLACES, 11, FALSE, values, NULL);
  g_autoptr (BhPayload) draft = NULL;
  g_autoptr (BhPayload) place = NULL;

  bh_register_drafts_set (drafts, building, inside);
  place = bh_register_drafts_get (drafts, building);
  g_assert_true (bh_payload_equal (place, inside));
  g_assert_null (bh_register_drafts_get (drafts, community));
  g_assert_null (bh_register_drafts_get (drafts, parent));
  bh_register_drafts_set (drafts, staff, values);
  draft = bh_register_drafts_get (drafts, staff);
  g_assert_true (bh_payload_equal (draft, values));
  g_assert_null (bh_register_drafts_get (drafts, cause));
  g_assert_null (bh_register_drafts_get (drafts, saved));
  bh_register_drafts_set (drafts, staff, NULL);
  g_assert_null (bh_register_drafts_get (drafts, staff));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-texts/entry-options", test_entry_options);
  g_test_add_func ("/register-texts/values-of-options", test_values_of_options);
  g_test_add_func ("/register-texts/community-options", test_community_options);
  g_test_add_func ("/register-texts/targets", test_targets);
  g_test_add_func ("/register-texts/cells", test_cells);
  g_test_add_func ("/register-texts/sentences", test_sentences);
  g_test_add_func ("/register-texts/new-row", test_new_row);
  g_test_add_func ("/register-texts/empty", test_empty);
  g_test_add_func ("/register-texts/drafts", test_drafts);

  return g_test_run ();
}
