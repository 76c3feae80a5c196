/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-register.h"

#include "support/bh-test-desk.h"

#include "domain/bh-error.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-register-rows.h"

/* The register at the desk: changes without waiting, and what takes them back. */

typedef struct
{
  BhTestDesk *office; /* (owned) */
  BhDesk *desk;       /* (owned) */
} Place;

static void
place_init (Place *self)
{
  self->office = bh_test_desk_new ();
  self->desk = bh_desk_new (self->office->store);
}

static void
place_clear (Place *self)
{
  g_object_unref (self->desk);
  bh_test_desk_free (self->office);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
wait_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

/* Returns: (transfer full): what came */
static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

static gint64
try_save (Place *self,
          BhRegisterKind kind,
          gint64 id,
          const char *text,
          char **field,
          BhRegisterUndo **undo,
          GError **error)
{
  g_autoptr (BhPayload) values = bh_payload_parse (text, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  g_assert_nonnull (values);
  bh_desk_save_register_async (self->desk, kind, id, values, NULL, wait_cb, &slot);
  result = wait_for (&slot);

  return bh_desk_save_register_finish (self->desk, result, &id, field, undo, error) ? id : 0;
}

/* @text: "key=value" lines in order of key */
static gint64
save (Place *self, BhRegisterKind kind, gint64 id, const char *text, BhRegisterUndo **undo)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *field = NULL;

  id = try_save (self, kind, id, text, &field, undo, &error);
  g_assert_no_error (error);
  g_assert_null (field);

  return id;
}

static gboolean
try_retire (Place *self,
            BhRegisterKind kind,
            gint64 id,
            gboolean retired,
            BhRegisterUndo **undo,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  bh_desk_retire_register_async (self->desk, kind, id, retired, NULL, wait_cb, &slot);
  result = wait_for (&slot);

  return bh_desk_retire_register_finish (self->desk, result, undo, error);
}

static BhRegisterUndo *
retire (Place *self, BhRegisterKind kind, gint64 id, gboolean retired)
{
  g_autoptr (GError) error = NULL;
  BhRegisterUndo *undo = NULL;

  try_retire (self, kind, id, retired, &undo, &error);
  g_assert_no_error (error);

  return undo;
}

static gboolean
try_undo (Place *self, BhRegisterUndo *undo, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  bh_desk_undo_register_async (self->desk, undo, NULL, wait_cb, &slot);
  result = wait_for (&slot);

  return bh_desk_undo_register_finish (self->desk, result, error);
}

static void
undo_it (Place *self, BhRegisterUndo *undo)
{
  g_autoptr (GError) error = NULL;

  try_undo (self, undo, &error);
  g_assert_no_error (error);
}

typedef struct
{
  BhStore *store;
  BhRegisterKind kind;
  gint64 id;
} Wanted;

static gpointer
load_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Wanted *wanted = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (wanted->store);

  return bh_register_load_row (connection, office, wanted->kind, wanted->id, error);
}

/* Returns: (transfer full) (nullable): the row */
static BhRegisterRow *
load (Place *self, BhRegisterKind kind, gint64 id)
{
  Wanted wanted = { self->office->store, kind, id };

  return bh_store_read (wanted.store, load_in_worker, &wanted, NULL, NULL);
}

/* @expected: (nullable): NULL where there must be no such row; "-" stands before a retired one */
static void
assert_row (Place *self, BhRegisterKind kind, gint64 id, const char *expected)
{
  g_autoptr (BhRegisterRow) row = load (self, kind, id);
  g_autofree char *title = row != NULL ? bh_register_row_dup_title (row) : NULL;
  g_autofree char *marked = row != NULL && bh_register_row_is_retired (row)
                                ? g_strconcat ("-", title, NULL)
                                : g_strdup (title);

  g_assert_cmpstr (marked, ==, expected);
}

static void
assert_value (Place *self, BhRegisterKind kind, gint64 id, const char *key, const char *expected)
{
  g_autoptr (BhRegisterRow) row = load (self, kind, id);

  g_assert_nonnull (row);
  g_assert_cmpstr (bh_payload_get (bh_register_row_get_values (row), key), ==, expected);
}

static gint64
find_entry (Place *self, GType type, const char *name)
{
  return bh_entry_get_id (bh_office_find (bh_desk_get_office (self->desk), type, name));
}

static void
test_list (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  GAsyncResult *slot = NULL;
  guint n_total = 0;

  place_init (&place);
  bh_desk_list_register_async (place.desk, BH_REGISTER_STAFF, "工程", -1, FALSE, 1, NULL, wait_cb,
                               &slot);
  result = wait_for (&slot);
  rows = bh_desk_list_register_finish (place.desk, result, &n_total, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (n_total, ==, 2);
  title = bh_register_row_dup_title (g_ptr_array_index (rows, 0));
  g_assert_cmpstr (title, ==, "李强");
}

static void
test_undo_add (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  gint64 id;

  place_init (&place);
  id = save (&place, BH_REGISTER_DEPARTMENTS, 0, "name=水电班\n", &undo);
  g_assert_nonnull (strstr (bh_register_undo_get_message (undo), "水电班"));
  g_assert_cmpint (bh_register_undo_get_id (undo), ==, id);
  assert_row (&place, BH_REGISTER_DEPARTMENTS, id, "水电班");
  undo_it (&place, undo);
  assert_row (&place, BH_REGISTER_DEPARTMENTS, id, NULL);
  /* The name is free again. */
  save (&place, BH_REGISTER_DEPARTMENTS, 0, "name=水电班\n", NULL);
}

/* What the history names already is retired instead; here only the text of an undone verb does. */
static void
test_undo_named (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  gint64 id;

  place_init (&place);
  id = save (&place, BH_REGISTER_DEPARTMENTS, 0, "name=水电班\n", &undo);
  bh_test_desk_register (place.office, "漏水", "general");
  bh_test_desk_do (place.office, BH_VERB_DISPATCH, "陈静", "department", "水电班", NULL);
  bh_test_desk_do (place.office, BH_VERB_UNDO, "陈静", NULL);
  undo_it (&place, undo);
  assert_row (&place, BH_REGISTER_DEPARTMENTS, id, "-水电班");
}

static void
test_undo_contact (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  gint64 id;

  place_init (&place);
  id = save (&place, BH_REGISTER_CONTACTS, 0,
             "kind=owner\nname=王芳\nphone=13912345678;01088886666\n", &undo);
  undo_it (&place, undo);
  assert_row (&place, BH_REGISTER_CONTACTS, id, NULL);
}

static void
test_undo_edit (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  g_autoptr (BhRegisterUndo) later = NULL;
  g_autoptr (BhRegisterUndo) nothing = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  place_init (&place);
  id = find_entry (&place, BH_TYPE_STAFF, "李强");
  save (&place, BH_REGISTER_STAFF, id, "name=李大强\nphone=13812345678\nrole=steward\n", &undo);
  assert_value (&place, BH_REGISTER_STAFF, id, "department", NULL);
  undo_it (&place, undo);
  assert_row (&place, BH_REGISTER_STAFF, id, "李强");
  assert_value (&place, BH_REGISTER_STAFF, id, "role", "worker");
  assert_value (&place, BH_REGISTER_STAFF, id, "phone", NULL);
  {
    g_autoptr (BhRegisterRow) row = load (&place, BH_REGISTER_STAFF, id);

    g_assert_cmpint (bh_payload_get_int (bh_register_row_get_values (row), "department"), ==,
                     find_entry (&place, BH_TYPE_DEPARTMENT, "工程维修"));
  }

  /* Not over what somebody else did meanwhile, and nothing for nothing. */
  g_clear_pointer (&undo, bh_register_undo_unref);
  save (&place, BH_REGISTER_STAFF, id, "name=李强\nrole=clerk\n", &undo);
  save (&place, BH_REGISTER_STAFF, id, "name=李强\nrole=manager\n", &later);
  g_assert_false (try_undo (&place, undo, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
  assert_value (&place, BH_REGISTER_STAFF, id, "role", "manager");
  save (&place, BH_REGISTER_STAFF, id, "name=李强\nrole=manager\n", &nothing);
  g_assert_null (nothing);
}

static void
test_undo_rename (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = NULL;
  gint64 building, room;

  place_init (&place);
  reader = bh_store_open_reader (place.office->store, &error);
  building = bh_register_find_place (reader, 0, "3栋", &error);
  room = bh_register_find_place (reader, 0, "3栋2单元301", &error);
  save (&place, BH_REGISTER_PLACES, building, "name=5栋\n", &undo);
  assert_row (&place, BH_REGISTER_PLACES, room, "5栋2单元301");
  undo_it (&place, undo);
  assert_row (&place, BH_REGISTER_PLACES, room, "3栋2单元301");
}

static void
test_undo_retire (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  g_autoptr (BhRegisterUndo) back = NULL;
  gint64 id;

  place_init (&place);
  id = find_entry (&place, BH_TYPE_CATEGORY, "漏水");
  undo = retire (&place, BH_REGISTER_CATEGORIES, id, TRUE);
  assert_row (&place, BH_REGISTER_CATEGORIES, id, "-漏水");
  g_assert_null (retire (&place, BH_REGISTER_CATEGORIES, id, TRUE));
  undo_it (&place, undo);
  assert_row (&place, BH_REGISTER_CATEGORIES, id, "漏水");

  bh_register_undo_unref (retire (&place, BH_REGISTER_CATEGORIES, id, TRUE));
  back = retire (&place, BH_REGISTER_CATEGORIES, id, FALSE);
  assert_row (&place, BH_REGISTER_CATEGORIES, id, "漏水");
  undo_it (&place, back);
  assert_row (&place, BH_REGISTER_CATEGORIES, id, "-漏水");
}

static gint64
get_response (Place *self, gint64 category_id)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (self->office->store);

  return bh_office_find_policy (office, category_id, BH_GRADE_GENERAL,
                                bh_clock_now (self->office->clock))
      ->limits[BH_CLOCK_RESPONSE];
}

/* Old tickets keep what was promised; new ones get the new version. */
static void
test_policy (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  g_autoptr (BhTicketView) old = NULL;
  g_autoptr (BhTicketView) new = NULL;
  gint64 category, before, id;

  place_init (&place);
  category = find_entry (&place, BH_TYPE_CATEGORY, "漏水");
  bh_test_desk_register (place.office, "漏水", "general");
  old = bh_test_desk_load (place.office);
  before = old->ticket->policy_id;

  bh_test_desk_forward (place.office, BH_TEST_DESK_HOUR);
  id = save (&place, BH_REGISTER_POLICIES, before, "hours=clock\nresponse=600\n", &undo);
  g_assert_cmpint (id, !=, before);
  g_clear_pointer (&old, bh_ticket_view_free);
  old = bh_test_desk_load (place.office);
  g_assert_cmpint (old->ticket->policy_id, ==, before);
  g_assert_cmpint (old->ticket->response_due, ==,
                   old->ticket->received_at + 24 * BH_TEST_DESK_HOUR);

  place.office->ticket_id = 0;
  bh_test_desk_register (place.office, "漏水", "general");
  new = bh_test_desk_load (place.office);
  g_assert_cmpint (new->ticket->policy_id, ==, id);
  g_assert_cmpint (new->ticket->response_due, ==,
                   new->ticket->received_at + 10 * BH_TEST_DESK_MINUTE);

  /* Taken back by one more version: a ticket hangs on the other one. */
  bh_test_desk_forward (place.office, BH_TEST_DESK_HOUR);
  undo_it (&place, undo);
  g_assert_cmpint (get_response (&place, category), ==, 24 * 3600);
  assert_value (&place, BH_REGISTER_POLICIES, id, "response", "600");
}

static void
test_own_policy (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) added = NULL;
  g_autofree char *values = NULL;
  gint64 leaf;

  place_init (&place);
  leaf = save (&place, BH_REGISTER_CATEGORIES, 0, "name=消防\n", NULL);
  values = g_strdup_printf (
      "category=%" G_GINT64_FORMAT "\ngrade=general\nhours=clock\nresponse=60\n", leaf);
  save (&place, BH_REGISTER_POLICIES, 0, values, &added);
  g_assert_cmpint (get_response (&place, leaf), ==, 60);
  undo_it (&place, added);
  g_assert_cmpint (get_response (&place, leaf), ==, 24 * 3600);
}

static void
sit (Place *self, const char *name)
{
  bh_desk_set_staff_id (self->desk, name != NULL ? find_entry (self, BH_TYPE_STAFF, name) : 0);
}

static void
test_permission (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  gint64 id;

  place_init (&place);
  id = save (&place, BH_REGISTER_CAUSES, 0, "name=鼠害\n", &undo);
  for (const char *const *name = (const char *const[]){ "王敏", "周平", "李强", NULL }; *name;
       name++)
    {
      g_autoptr (GError) of_save = NULL;
      g_autoptr (GError) of_retire = NULL;
      g_autoptr (GError) of_undo = NULL;

      sit (&place, *name);
      g_assert_false (bh_desk_may_change_register (place.desk));
      g_assert_cmpint (
          try_save (&place, BH_REGISTER_CAUSES, id, "name=虫害\n", NULL, NULL, &of_save), ==, 0);
      g_assert_error (of_save, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
      g_assert_nonnull (strstr (of_save->message, "supervisor"));
      g_assert_false (try_retire (&place, BH_REGISTER_CAUSES, id, TRUE, NULL, &of_retire));
      g_assert_error (of_retire, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
      g_assert_false (try_undo (&place, undo, &of_undo));
      g_assert_error (of_undo, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
      assert_row (&place, BH_REGISTER_CAUSES, id, "鼠害");
    }

  sit (&place, "陈静");
  g_assert_true (bh_desk_may_change_register (place.desk));
  undo_it (&place, undo);
  assert_row (&place, BH_REGISTER_CAUSES, id, NULL);
}

static void
test_refused_field (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (BhRegisterUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *field = NULL;

  place_init (&place);
  g_assert_cmpint (try_save (&place, BH_REGISTER_STAFF, 0, "name=钱进\nphone=abc\nrole=clerk\n",
                             &field, &undo, &error),
                   ==, 0);
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_cmpstr (field, ==, "phone");
  g_assert_null (undo);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk-register/list", test_list);
  g_test_add_func ("/desk-register/undo-add", test_undo_add);
  g_test_add_func ("/desk-register/undo-named", test_undo_named);
  g_test_add_func ("/desk-register/undo-contact", test_undo_contact);
  g_test_add_func ("/desk-register/undo-edit", test_undo_edit);
  g_test_add_func ("/desk-register/undo-rename", test_undo_rename);
  g_test_add_func ("/desk-register/undo-retire", test_undo_retire);
  g_test_add_func ("/desk-register/policy", test_policy);
  g_test_add_func ("/desk-register/own-policy", test_own_policy);
  g_test_add_func ("/desk-register/permission", test_permission);
  g_test_add_func ("/desk-register/refused-field", test_refused_field);

  return g_test_run ();
}
