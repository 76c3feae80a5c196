/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-register-rows.h"

#include "support/bh-test-store.h"

/* One change of the register, as a transaction. */
typedef struct
{
  BhRegisterKind kind;
  gint64 id;
  const char *values;
  gboolean retired;
  char *field; /* (owned) (nullable) */
  GError *error;
} Change;

static gboolean
save_in_worker (BhWork *work, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (BhPayload) values = bh_test_payload_new (change->values);

  change->id = bh_register_save_row (work, change->kind, change->id, values, &change->field, error);

  return change->id != 0;
}

/* @values: "key=value" lines. Returns: the id */
static gint64
save (BhTestStore *test, BhRegisterKind kind, gint64 id, const char *values)
{
  Change change = { kind, id, values };

  bh_test_store_write (test, save_in_worker, &change);
  g_assert_null (change.field);

  return change.id;
}

/* Refused with a word of @reason at @field, and nothing is changed. */
static void
refuse (BhTestStore *test,
        BhRegisterKind kind,
        gint64 id,
        const char *values,
        const char *field,
        const char *reason)
{
  Change change = { kind, id, values };
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (test->store, save_in_worker, &change, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_cmpstr (change.field, ==, field);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
  g_free (change.field);
}

static gboolean
retire_in_worker (BhWork *work, gpointer data, GError **error)
{
  Change *change = data;

  return bh_register_set_row_retired (work, change->kind, change->id, change->retired, error);
}

static void
retire (BhTestStore *test, BhRegisterKind kind, gint64 id, gboolean retired)
{
  Change change = { kind, id, NULL, retired };

  bh_test_store_write (test, retire_in_worker, &change);
}

static void
refuse_retiring (
    BhTestStore *test, BhRegisterKind kind, gint64 id, gboolean retired, const char *reason)
{
  Change change = { kind, id, NULL, retired };
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (test->store, retire_in_worker, &change, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, reason));
}

/* Returns: (transfer full): the titles of the rows, joined by a blank, with "-" before retired
 * ones */
static char *
list_in (BhTestStore *test,
         BhRegisterKind kind,
         const char *search,
         gint64 parent_id,
         gboolean with_retired,
         guint limit,
         guint *n_total)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (test->store, &error);
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  g_autoptr (GPtrArray) rows = bh_register_list_rows (reader, office, kind, search, parent_id,
                                                      with_retired, limit, n_total, &error);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      BhRegisterRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = bh_register_row_dup_title (row);

      g_assert_cmpint (bh_register_row_get_kind (row), ==, kind);
      g_string_append_printf (titles, "%s%s%s", i > 0 ? " " : "",
                              bh_register_row_is_retired (row) ? "-" : "", title);
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_list (BhTestStore *test,
             BhRegisterKind kind,
             const char *search,
             gint64 parent_id,
             gboolean with_retired,
             const char *expected)
{
  guint n_total;
  g_autofree char *titles = list_in (test, kind, search, parent_id, with_retired, 100, &n_total);

  g_assert_cmpstr (titles, ==, expected);
}

static void
assert_found (BhTestStore *test, BhRegisterKind kind, const char *search, const char *expected)
{
  assert_list (test, kind, search, -1, FALSE, expected);
}

/* The value of a field, or what people read in it. */
static void
assert_field (BhTestStore *test,
              BhRegisterKind kind,
              gint64 id,
              const char *key,
              const char *value,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (test->store, &error);
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  g_autoptr (BhRegisterRow) row = bh_register_load_row (reader, office, kind, id, &error);
  const BhRegisterField *field = bh_register_kind_find_field (kind, key);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (field);
  shown = bh_register_row_dup_text (row, field);
  if (value != NULL)
    g_assert_cmpstr (bh_payload_get (bh_register_row_get_values (row), key), ==, value);
  g_assert_cmpstr (shown, ==, text);
}

static void
test_departments (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 id = save (test, BH_REGISTER_DEPARTMENTS, 0, "name= 水电班 \ncode=water");

  assert_found (test, BH_REGISTER_DEPARTMENTS, "水电", "水电班");
  assert_found (test, BH_REGISTER_DEPARTMENTS, "sdb", "水电班");
  assert_found (test, BH_REGISTER_DEPARTMENTS, "WATER", "水电班");
  assert_found (test, BH_REGISTER_DEPARTMENTS, "xyz", "");
  assert_field (test, BH_REGISTER_DEPARTMENTS, id, "code", "water", "water");

  g_assert_cmpint (save (test, BH_REGISTER_DEPARTMENTS, id, "name=水暖班"), ==, id);
  assert_found (test, BH_REGISTER_DEPARTMENTS, "班", "水暖班");
  assert_field (test, BH_REGISTER_DEPARTMENTS, id, "code", "water", "water");

  refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=水暖班", "name", "水暖班");
  refuse (test, BH_REGISTER_DEPARTMENTS, 0, "code=w", "name", "needed");
  refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=泵房\ncode=Water", "code", "Water");
  refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=泵房\ncode=泵", "code", "Latin");
  refuse (test, BH_REGISTER_DEPARTMENTS, id, "name=水暖班\ncode=fire", "code", "cannot be changed");

  retire (test, BH_REGISTER_DEPARTMENTS, id, TRUE);
  assert_found (test, BH_REGISTER_DEPARTMENTS, "班", "");
  assert_list (test, BH_REGISTER_DEPARTMENTS, "班", -1, TRUE, "-水暖班");
  refuse (test, BH_REGISTER_DEPARTMENTS, 0, "name=水暖班", "name", "retired");
  retire (test, BH_REGISTER_DEPARTMENTS, id, FALSE);
  assert_found (test, BH_REGISTER_DEPARTMENTS, "班", "水暖班");
}

static gint64
find_department (BhTestStore *test, const char *code)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);

  return bh_entry_get_id (bh_office_find (office, BH_TYPE_DEPARTMENT, code));
}

static void
test_staff (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 department = find_department (test, "engineering");
  g_autofree char *values = g_strdup_printf (
      "name=李强\nrole=worker\nphone=138-0013 8000\ndepartment=%" G_GINT64_FORMAT, department);
  gint64 id = save (test, BH_REGISTER_STAFF, 0, values);

  assert_found (test, BH_REGISTER_STAFF, "lq", "李强");
  assert_found (test, BH_REGISTER_STAFF, "8000", "李强");
  assert_found (test, BH_REGISTER_STAFF, "1380", "李强");
  assert_found (test, BH_REGISTER_STAFF, "0013", "");
  assert_found (test, BH_REGISTER_STAFF, "Engineering", "李强");
  assert_field (test, BH_REGISTER_STAFF, id, "phone", "13800138000", "13800138000");
  assert_field (test, BH_REGISTER_STAFF, id, "department", NULL, "Engineering");
  assert_field (test, BH_REGISTER_STAFF, id, "role", "worker", "Worker");

  refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚", "role", "needed");
  refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚\nrole=king", "role", "supervisor");
  refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚\nrole=worker\nphone=12", "phone", "digits");
  refuse (test, BH_REGISTER_STAFF, 0, "name=赵刚\nrole=worker\ndepartment=77", "department",
          "in use");

  /* What is left out is emptied. */
  save (test, BH_REGISTER_STAFF, id, "name=李强\nrole=steward");
  assert_field (test, BH_REGISTER_STAFF, id, "phone", NULL, "");
  assert_field (test, BH_REGISTER_STAFF, id, "role", "steward", "Steward");
}

static BhPolicy *
find_policy (BhTestStore *test, BhGrade grade, BhOffice **office)
{
  *office = bh_store_dup_office (test->store);

  return bh_office_find_policy (*office, 0, grade, G_MAXINT64);
}

static void
test_policies (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) before = NULL;
  g_autoptr (BhOffice) after = NULL;
  gint64 old_id = find_policy (test, BH_GRADE_GENERAL, &before)->id;
  BhPolicy *policy;
  gint64 id;

  assert_field (test, BH_REGISTER_POLICIES, old_id, "response", "86400", "24 h");
  assert_field (test, BH_REGISTER_POLICIES, old_id, "sign", "604800", "7 days");
  assert_field (test, BH_REGISTER_POLICIES, old_id, "category", NULL, "");
  id = save (test, BH_REGISTER_POLICIES, old_id,
             "grade=general\nhours=clock\nresponse=7200\nneeds_callback=yes");
  g_assert_cmpint (id, !=, old_id);

  policy = find_policy (test, BH_GRADE_GENERAL, &after);
  g_assert_cmpint (policy->id, ==, id);
  g_assert_cmpint (policy->version, ==, 2);
  g_assert_cmpint (policy->valid_from, ==, BH_TEST_NOW);
  g_assert_cmpint (policy->limits[BH_CLOCK_RESPONSE], ==, 7200);
  g_assert_cmpint (policy->limits[BH_CLOCK_PLAN], ==, 0);
  g_assert_true (policy->needs_callback);
  g_assert_false (policy->skip_plan);
  /* What was promised before is kept. */
  policy = bh_office_find_policy (after, 0, BH_GRADE_GENERAL, BH_TEST_NOW - 1);
  g_assert_cmpint (policy->id, ==, old_id);
  g_assert_cmpint (policy->limits[BH_CLOCK_RESPONSE], ==, 86400);

  refuse (test, BH_REGISTER_POLICIES, old_id, "grade=general\nhours=clock", "grade", "in force");
  refuse (test, BH_REGISTER_POLICIES, 0, "grade=general\nhours=clock", "grade", "already");
  refuse (test, BH_REGISTER_POLICIES, id, "grade=urgent\nhours=clock", "grade",
          "cannot be changed");
  refuse (test, BH_REGISTER_POLICIES, id, "hours=clock\nresponse=soon", "response", "soon");
  refuse_retiring (test, BH_REGISTER_POLICIES, id, TRUE, "needed");

  /* Nothing changed makes no version. */
  g_assert_cmpint (save (test, BH_REGISTER_POLICIES, id,
                         "hours=clock\nresponse=2 h\nneeds_callback=yes\nskip_plan=no"),
                   ==, id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-rows/departments", test_departments);
  g_test_add_func ("/register-rows/staff", test_staff);
  g_test_add_func ("/register-rows/policies", test_policies);

  return g_test_run ();
}
