/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-settings.h"
#include "support/bh-test-desk.h"
#include "ui/register/bh-register-changes.h"
#include "ui/register/bh-register-climb.h"

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhRegisterChanges *changes;
  guint n_done, n_undone, n_failed;
  char *message; /* (owned) (nullable): what was said last */
  int undone_kind;
  gint64 undone_id;
} Fixture;

static void
done_cb (Fixture *fixture, const char *message)
{
  fixture->n_done++;
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

static void
undone_cb (Fixture *fixture, int kind, gint64 id)
{
  fixture->n_undone++;
  fixture->undone_kind = kind;
  fixture->undone_id = id;
}

static void
failed_cb (Fixture *fixture, const char *heading, const char *message)
{
  fixture->n_failed++;
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->changes = bh_register_changes_new (fixture->desk);
  g_signal_connect_swapped (fixture->changes, "done", G_CALLBACK (done_cb), fixture);
  g_signal_connect_swapped (fixture->changes, "undone", G_CALLBACK (undone_cb), fixture);
  g_signal_connect_swapped (fixture->changes, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->message);
  g_assert_finalize_object (fixture->changes);
  g_assert_finalize_object (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

/* Until one more of anything was said. */
static void
wait (Fixture *fixture)
{
  guint before = fixture->n_done + fixture->n_undone + fixture->n_failed;

  while (fixture->n_done + fixture->n_undone + fixture->n_failed == before)
    g_main_context_iteration (NULL, TRUE);
}

static BhEntry *
find_staff (Fixture *fixture, const char *name)
{
  return bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, name);
}

static BhRegisterRow *
create_row (Fixture *fixture, const char *name)
{
  return bh_register_row_new_for_entry (bh_desk_get_office (fixture->desk),
                                        find_staff (fixture, name));
}

static void
retire (Fixture *fixture, const char *name, gboolean retired)
{
  g_autoptr (BhRegisterRow) row = create_row (fixture, name);

  bh_register_changes_retire (fixture->changes, row, retired);
}

static gboolean
seat_cb (BhWork *work, gpointer name, GError **error)
{
  return bh_settings_set (work, "desk-staff", name, error);
}

static void
seat (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->test_desk->store, seat_cb, (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}

static void
test_retire (Fixture *fixture, gconstpointer data)
{
  gint64 id = bh_entry_get_id (find_staff (fixture, "赵刚"));

  g_assert_false (bh_register_changes_can_undo (fixture->changes));
  retire (fixture, "赵刚", TRUE);
  wait (fixture);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_nonnull (g_strstr_len (fixture->message, -1, "赵刚"));
  g_assert_true (bh_entry_is_retired (find_staff (fixture, "赵刚")));
  g_assert_true (bh_register_changes_can_undo (fixture->changes));

  bh_register_changes_undo (fixture->changes);
  g_assert_false (bh_register_changes_can_undo (fixture->changes));
  wait (fixture);
  g_assert_cmpuint (fixture->n_undone, ==, 1);
  g_assert_cmpint (fixture->undone_kind, ==, BH_REGISTER_STAFF);
  g_assert_cmpint (fixture->undone_id, ==, id);
  g_assert_false (bh_entry_is_retired (find_staff (fixture, "赵刚")));
  g_assert_false (bh_register_changes_can_undo (fixture->changes));
}

/* The last one comes first; a key that is pressed twice means its change once. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "赵刚", "孙洁" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      retire (fixture, names[i], TRUE);
      retire (fixture, names[i], FALSE);
      wait (fixture);
      g_assert_true (bh_entry_is_retired (find_staff (fixture, names[i])));
    }
  bh_register_changes_undo (fixture->changes);
  bh_register_changes_undo (fixture->changes);
  wait (fixture);
  g_assert_cmpuint (fixture->n_undone, ==, 1);
  g_assert_false (bh_entry_is_retired (find_staff (fixture, "孙洁")));
  g_assert_true (bh_entry_is_retired (find_staff (fixture, "赵刚")));
  bh_register_changes_undo (fixture->changes);
  wait (fixture);
  g_assert_false (bh_entry_is_retired (find_staff (fixture, "赵刚")));

  /* There is nothing more, and nothing is said. */
  bh_register_changes_undo (fixture->changes);
  g_assert_cmpuint (fixture->n_undone, ==, 2);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

/* What is refused is said, and leaves nothing to take back. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  seat (fixture, "王敏");
  retire (fixture, "赵刚", TRUE);
  wait (fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_cmpstr (fixture->message, !=, "");
  g_assert_false (bh_entry_is_retired (find_staff (fixture, "赵刚")));
  g_assert_false (bh_register_changes_can_undo (fixture->changes));
  bh_register_changes_add (fixture->changes, NULL);
  g_assert_false (bh_register_changes_can_undo (fixture->changes));
  g_assert_cmpuint (fixture->n_done, ==, 0);
}

/* Who sits down later cannot take back what another one might. */
static void
test_undo_refused (Fixture *fixture, gconstpointer data)
{
  retire (fixture, "赵刚", TRUE);
  wait (fixture);
  seat (fixture, "王敏");
  bh_register_changes_undo (fixture->changes);
  wait (fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_true (bh_entry_is_retired (find_staff (fixture, "赵刚")));
}

static void
climbed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray **steps = user_data;

  *steps = bh_register_climb_finish (BH_DESK (source), result, &error);
  g_assert_no_error (error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray **rows = user_data;

  *rows = bh_desk_list_register_finish (BH_DESK (source), result, NULL, &error);
  g_assert_no_error (error);
}

/* From a room up to its community. */
static void
test_climb (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "阳光花园", "3栋", "2单元", "302" };
  GPtrArray *found = NULL;
  GPtrArray *steps = NULL;

  bh_desk_list_register_async (fixture->desk, BH_REGISTER_PLACES, "302", -1, FALSE, 10, NULL,
                               listed_cb, &found);
  while (found == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (found->len, ==, 1);
  bh_register_climb_async (fixture->desk, g_ptr_array_index (found, 0), NULL, climbed_cb, &steps);
  while (steps == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpstr (
        bh_payload_get (bh_register_row_get_values (g_ptr_array_index (steps, i)), "name"), ==,
        names[i]);
  g_ptr_array_unref (found);
  g_ptr_array_unref (steps);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                            \
  g_test_add ("/register-changes/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("retire", test_retire);
  ADD ("order", test_order);
  ADD ("refused", test_refused);
  ADD ("undo-refused", test_undo_refused);
  ADD ("climb", test_climb);

  return g_test_run ();
}
