/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-register.h"

#include "domain/bh-error.h"

/* One change of the register, as a transaction. */
typedef struct
{
  BhRegisterKind kind;
  gint64 id;
  const char *values;
  gboolean retired;
  char *field; /* (owned) (nullable) */
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
gint64
bh_test_register_save (BhTestStore *test, BhRegisterKind kind, gint64 id, const char *values)
{
  Change change = { kind, id, values };

  bh_test_store_write (test, save_in_worker, &change);
  g_assert_null (change.field);

  return change.id;
}

/* Refused with a word of @reason at @field, and nothing is changed. */
void
bh_test_register_refuse (BhTestStore *test,
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

void
bh_test_register_retire (BhTestStore *test, BhRegisterKind kind, gint64 id, gboolean retired)
{
  Change change = { kind, id, NULL, retired };

  bh_test_store_write (test, retire_in_worker, &change);
}

void
bh_test_register_refuse_retiring (
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
char *
bh_test_register_list (BhTestStore *test,
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

void
bh_test_register_assert_list (BhTestStore *test,
                              BhRegisterKind kind,
                              const char *search,
                              gint64 parent_id,
                              gboolean with_retired,
                              const char *expected)
{
  guint n_total;
  g_autofree char *titles
      = bh_test_register_list (test, kind, search, parent_id, with_retired, 100, &n_total);

  g_assert_cmpstr (titles, ==, expected);
}

void
bh_test_register_assert_found (BhTestStore *test,
                               BhRegisterKind kind,
                               const char *search,
                               const char *expected)
{
  bh_test_register_assert_list (test, kind, search, -1, FALSE, expected);
}

/* The value of a field, or what people read in it. */
void
bh_test_register_assert_field (BhTestStore *test,
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
