/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-register-rows.h"

#include "support/bh-test-store.h"

/* Adds a target about @data, the text of a filter. */
static gboolean
add_target (BhWork *work, gpointer data, GError **error)
{
  g_autoptr (BhTarget) target
      = bh_target_new (0, "handling_days", data, 2026, BH_TARGET_CHANGE, -0.125, FALSE);

  target->has_baseline = TRUE;
  target->baseline = 5.25;
  target->base_year = 2024;

  return bh_register_add_target (work, target, error) != 0;
}

/* The target that was added last. */
static BhTarget *
get_last (BhOffice *office)
{
  GPtrArray *targets = bh_office_list (office, BH_TYPE_TARGET);

  return g_ptr_array_index (targets, targets->len - 1);
}

static void
assert_filter (BhTestStore *test, const char *expected)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);

  g_assert_cmpstr (get_last (office)->filter, ==, expected);
}

static void
test_add (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = NULL;
  BhTarget *target;

  bh_test_store_write (test, add_target, (gpointer) " grade:urgent kind:Repair ");
  bh_test_store_reopen (test);
  office = bh_store_dup_office (test->store);
  target = get_last (office);
  g_assert_cmpstr (target->figure, ==, "handling_days");
  g_assert_cmpstr (target->filter, ==, "kind:repair grade:urgent");
  g_assert_cmpint (target->year, ==, 2026);
  g_assert_cmpint (target->form, ==, BH_TARGET_CHANGE);
  g_assert_cmpfloat (target->value, ==, -0.125);
  g_assert_true (target->has_baseline);
  g_assert_cmpfloat (target->baseline, ==, 5.25);
  g_assert_cmpint (target->base_year, ==, 2024);
  g_assert_false (bh_entry_is_retired (BH_ENTRY (target)));
}

static void
test_refused (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;
  gint64 before = bh_test_store_get_single (test, "SELECT count (*) FROM target");

  g_assert_false (bh_store_write (test->store, add_target, (gpointer) "kind:spoon", NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM target"), ==, before);
}

typedef struct
{
  GType type;
  const char *name;
  const char *new_name;
} Renaming;

static gboolean
rename_entry (BhWork *work, gpointer data, GError **error)
{
  Renaming *renaming = data;
  BhOffice *office = bh_work_get_office (work, error);

  return bh_register_rename (work, bh_office_find (office, renaming->type, renaming->name),
                             renaming->new_name, error);
}

/* What the form of the register does. */
static gboolean
edit_entry (BhWork *work, gpointer data, GError **error)
{
  Renaming *renaming = data;
  BhOffice *office = bh_work_get_office (work, error);
  BhEntry *entry = bh_office_find (office, renaming->type, renaming->name);
  BhRegisterKind kind = renaming->type == BH_TYPE_PLACE ? BH_REGISTER_PLACES : BH_REGISTER_STAFF;
  g_autoptr (BhRegisterRow) row = bh_register_load_row (bh_work_get_connection (work), office, kind,
                                                        bh_entry_get_id (entry), error);
  g_autoptr (BhPayload) values = bh_payload_copy (bh_register_row_get_values (row));

  bh_payload_set (values, "name", renaming->new_name);

  return bh_register_save_row (work, kind, bh_entry_get_id (entry), values, NULL, error) != 0;
}

static gboolean
fill (BhWork *work, gpointer data, GError **error)
{
  g_autoptr (BhPlace) place = bh_place_new (0, BH_PLACE_COMMUNITY, "滨河花园", 0, 0, "");

  return bh_register_add_place (work, place, error) != 0
         && bh_register_add_staff (work, "王芳", 0, BH_ROLE_CLERK, NULL, error) != 0;
}

static void
test_follow_edits (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  Renaming community = { BH_TYPE_PLACE, "滨河花园", "滨河花园一期" };
  Renaming person = { BH_TYPE_STAFF, "王芳", "王小芳" };

  bh_test_store_write (test, fill, NULL);
  bh_test_store_write (test, add_target, (gpointer) "community:滨河花园 person:王芳");
  bh_test_store_write (test, edit_entry, &community);
  assert_filter (test, "community:滨河花园一期 person:王芳");
  bh_test_store_write (test, edit_entry, &person);
  assert_filter (test, "community:滨河花园一期 person:王小芳");
}

/* A target goes on being about the same tickets, whatever the office calls its departments. */
static void
test_follow_names (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  Renaming department = { BH_TYPE_DEPARTMENT, "engineering", "工程维修部" };
  Renaming category = { BH_TYPE_CATEGORY, "Repair service", "维修服务" };
  Renaming channel = { BH_TYPE_CHANNEL, "hotline", "热线 400" };

  bh_test_store_write (test, add_target,
                       (gpointer) "department:Engineering category:\"Repair service\"");
  bh_test_store_write (test, rename_entry, &department);
  assert_filter (test, "department:工程维修部 category:\"Repair service\"");
  bh_test_store_write (test, rename_entry, &category);
  assert_filter (test, "department:工程维修部 category:维修服务");
  bh_test_store_write (test, rename_entry, &channel);
  assert_filter (test, "department:工程维修部 category:维修服务");
  g_assert_cmpint (bh_test_store_get_single (
                       test, "SELECT count (*) FROM target WHERE filter IN ('', 'kind:complaint',"
                             " 'kind:complaint,repair')"),
                   ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-targets/add", test_add);
  g_test_add_func ("/register-targets/refused", test_refused);
  g_test_add_func ("/register-targets/follow-names", test_follow_names);
  g_test_add_func ("/register-targets/follow-edits", test_follow_edits);

  return g_test_run ();
}
