/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"

#include "support/bh-test-store.h"

/* Two estates: 滨河花园 with 3栋2单元301 and 302 and a garage, 阳光里 with a tower A. */
typedef struct
{
  gint64 riverside;
  gint64 sunny;
  gint64 building;
  gint64 unit;
  gint64 room;
  gint64 other_room;
  gint64 garage;
  gint64 tower_room;
  gint64 sunny_room;
} Places;

static gint64
add_place (BhWork *work, BhPlaceKind kind, const char *name, gint64 parent_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent_id, 0, "");
  gint64 id = bh_register_add_place (work, place, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

static gboolean
build (BhWork *work, gpointer data, GError **error)
{
  Places *places = data;
  gint64 tower, sunny_building;

  places->riverside = add_place (work, BH_PLACE_COMMUNITY, "滨河花园", 0);
  places->sunny = add_place (work, BH_PLACE_COMMUNITY, "阳光里", 0);
  places->building = add_place (work, BH_PLACE_BUILDING, "3栋", places->riverside);
  places->unit = add_place (work, BH_PLACE_UNIT, "2单元", places->building);
  places->room = add_place (work, BH_PLACE_ROOM, "301", places->unit);
  places->other_room = add_place (work, BH_PLACE_ROOM, "302", places->unit);
  places->garage = add_place (work, BH_PLACE_AREA, "地下车库", places->riverside);
  tower = add_place (work, BH_PLACE_BUILDING, "A栋", places->sunny);
  places->tower_room = add_place (work, BH_PLACE_ROOM, "1201", tower);
  sunny_building = add_place (work, BH_PLACE_BUILDING, "3栋", places->sunny);
  places->sunny_room = add_place (work, BH_PLACE_ROOM, "301", sunny_building);

  return TRUE;
}

static BhTestStore *
new_store (Places *places)
{
  BhTestStore *test = bh_test_store_new ();

  bh_test_store_write (test, build, places);

  return test;
}

static BhConnection *
open_reader (BhTestStore *test)
{
  g_autoptr (GError) error = NULL;
  BhConnection *reader = bh_store_open_reader (test->store, &error);

  g_assert_no_error (error);

  return reader;
}

static void
assert_found (BhConnection *reader, gint64 community_id, const char *text, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bh_register_find_place (reader, community_id, text, &error);

  g_assert_no_error (error);
  if (id != expected)
    g_error ("“%s” was found as %" G_GINT64_FORMAT, text, id);
}

static void
test_find_place (void)
{
  Places places;
  g_autoptr (BhTestStore) test = new_store (&places);
  g_autoptr (BhConnection) reader = open_reader (test);

  assert_found (reader, 0, "3栋2单元301", places.room);
  assert_found (reader, 0, " 3栋 2单元 301 ", places.room);
  assert_found (reader, 0, "3-2-301", places.room);
  assert_found (reader, 0, "3/2/301", places.room);
  assert_found (reader, 0, "3－2－302", places.other_room);
  assert_found (reader, 0, "3栋2单元301室", places.room);
  assert_found (reader, 0, "滨河花园/3栋/2单元/301", places.room);
  assert_found (reader, 0, "滨河花园3-2-301", places.room);
  assert_found (reader, places.riverside, "滨河花园 3-2-301", places.room);
  assert_found (reader, 0, "滨河花园", places.riverside);
  assert_found (reader, 0, "地下车库", places.garage);
  assert_found (reader, 0, "A-1201", places.tower_room);
  assert_found (reader, 0, "a栋1201", places.tower_room);
  assert_found (reader, 0, "302", places.other_room);

  /* Several, or of another community, or none */
  assert_found (reader, 0, "3栋", 0);
  assert_found (reader, places.riverside, "3栋", places.building);
  assert_found (reader, 0, "301", 0);
  assert_found (reader, places.sunny, "301", places.sunny_room);
  assert_found (reader, places.sunny, "3-2-301", 0);
  assert_found (reader, 0, "3-2-999", 0);
  assert_found (reader, 0, "3栋水管2处漏了301", 0);
  assert_found (reader, 0, "", 0);
}

static void
assert_first (BhConnection *reader, const char *text, gint64 expected, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bh_register_search_places (reader, text, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n);
  if (n > 0)
    g_assert_cmpint (bh_entry_get_id (g_ptr_array_index (found, 0)), ==, expected);
}

static void
test_search_places (void)
{
  Places places;
  g_autoptr (BhTestStore) test = new_store (&places);
  g_autoptr (BhConnection) reader = open_reader (test);

  assert_first (reader, "3-2-301", places.room, 1);
  assert_first (reader, "3-2", places.unit, 3);
  assert_first (reader, "302", places.other_room, 1);
  assert_first (reader, "滨河 302", places.other_room, 1);
  assert_first (reader, "车库", places.garage, 1);
  assert_first (reader, "阳光里", places.sunny, 5);
  assert_first (reader, "100%", 0, 0);
  assert_first (reader, " ", 0, 0);
}

static void
test_places_as_tree (void)
{
  Places places;
  g_autoptr (BhTestStore) test = new_store (&places);
  g_autoptr (BhConnection) reader = open_reader (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) communities = bh_register_list_places (reader, 0, &error);
  g_autoptr (GPtrArray) rooms = bh_register_list_places (reader, places.unit, &error);
  g_autoptr (BhPlace) room = bh_register_load_place (reader, places.room, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (communities->len, ==, 2);
  g_assert_cmpstr (bh_entry_get_name (g_ptr_array_index (communities, 0)), ==, "滨河花园");
  g_assert_cmpstr (BH_PLACE (g_ptr_array_index (communities, 0))->prefix, ==, "W");
  g_assert_cmpstr (BH_PLACE (g_ptr_array_index (communities, 1))->prefix, ==, "YGL");
  g_assert_cmpuint (rooms->len, ==, 2);
  g_assert_cmpint (bh_entry_get_id (g_ptr_array_index (rooms, 0)), ==, places.room);
  g_assert_cmpstr (room->path, ==, "3栋2单元301");
  g_assert_cmpint (room->community_id, ==, places.riverside);
  g_assert_cmpint (room->kind, ==, BH_PLACE_ROOM);

  g_assert_null (bh_register_load_place (reader, 4711, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
}

static void
refuse_place (BhWork *work, BhPlaceKind kind, const char *name, gint64 parent, BhStorageError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent, 0, "");

  g_assert_cmpint (bh_register_add_place (work, place, &error), ==, 0);
  g_assert_error (error, BH_STORAGE_ERROR, (int) code);
}

static gboolean
refuse_entries (BhWork *work, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;
  Places *places = data;
  gint64 top;

  refuse_place (work, BH_PLACE_COMMUNITY, "滨河花园", 0, BH_STORAGE_ERROR_EXISTS);
  refuse_place (work, BH_PLACE_ROOM, "301", places->unit, BH_STORAGE_ERROR_EXISTS);
  refuse_place (work, BH_PLACE_ROOM, " ", places->unit, BH_STORAGE_ERROR_INVALID);
  refuse_place (work, BH_PLACE_ROOM, "401", 4711, BH_STORAGE_ERROR_NOT_FOUND);

  g_assert_cmpint (bh_register_add_department (work, NULL, "Night watch", NULL), >, 0);
  g_assert_cmpint (bh_register_add_department (work, NULL, " night watch ", &local), ==, 0);
  g_assert_error (local, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS);
  g_clear_error (&local);
  g_assert_cmpint (bh_register_add_department (work, NULL, "\n", &local), ==, 0);
  g_assert_error (local, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  g_clear_error (&local);

  top = bh_register_add_category (work, 0, NULL, "Other", 0, BH_GRADE_NONE, error);
  g_assert_cmpint (bh_register_add_category (work, top, NULL, "Other", 0, BH_GRADE_NONE, error), >,
                   0);
  g_assert_cmpint (bh_register_add_category (work, top, NULL, "Other", 0, BH_GRADE_NONE, &local),
                   ==, 0);
  g_assert_error (local, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS);

  return TRUE;
}

static void
test_refused (void)
{
  Places places;
  g_autoptr (BhTestStore) test = new_store (&places);

  bh_test_store_write (test, refuse_entries, &places);
}

static gboolean
add_people (BhWork *work, gpointer data, GError **error)
{
  Places *places = data;
  gint64 id = bh_register_add_contact (work, "张晓燕", BH_CONTACT_OWNER, BH_CARE_ELDERLY,
                                       "138 0013 8000", places->room, error);

  g_assert_true (bh_register_add_contact_phone (work, id, "010-87654321", error));
  g_assert_true (bh_register_add_contact_phone (work, id, "13800138000", error));
  g_assert_true (bh_register_add_contact_room (work, id, places->other_room, error));
  g_assert_true (bh_register_add_contact_room (work, id, places->room, error));
  bh_register_add_contact (work, "李强", BH_CONTACT_TENANT, 0, "13900138000", places->room, error);
  bh_register_add_contact (work, "李强", BH_CONTACT_OTHER, 0, NULL, 0, error);

  return TRUE;
}

static void
assert_contacts (
    BhConnection *reader, const char *phone, gint64 room_id, const char *name, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bh_register_find_contacts (reader, phone, room_id, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, expected);
}

static void
assert_people (BhConnection *reader, const char *text, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bh_register_search_contacts (reader, text, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, expected);
}

static void
test_contacts (void)
{
  Places places;
  g_autoptr (BhTestStore) test = new_store (&places);
  g_autoptr (BhConnection) reader = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  BhContact *contact;

  bh_test_store_write (test, add_people, &places);
  reader = open_reader (test);

  assert_contacts (reader, "13800138000", 0, NULL, 1);
  assert_contacts (reader, "01087654321", 0, NULL, 1);
  assert_contacts (reader, NULL, places.room, NULL, 2);
  assert_contacts (reader, NULL, places.other_room, NULL, 1);
  assert_contacts (reader, NULL, places.room, "李强", 1);
  assert_contacts (reader, NULL, 0, "李强", 2);
  assert_contacts (reader, "1380013800", 0, NULL, 0);

  assert_people (reader, "8000", 2);
  assert_people (reader, "138001", 1);
  assert_people (reader, "zxy", 1);
  assert_people (reader, "LQ", 2);
  assert_people (reader, "晓", 1);
  assert_people (reader, "%", 0);

  found = bh_register_find_contacts (reader, "13800138000", 0, NULL, &error);
  contact = g_ptr_array_index (found, 0);
  g_assert_cmpstr (bh_entry_get_name (BH_ENTRY (contact)), ==, "张晓燕");
  g_assert_cmpstr (contact->phone, ==, "13800138000");
  g_assert_cmpint (contact->room_id, ==, places.room);
  g_assert_cmpuint (contact->care, ==, BH_CARE_ELDERLY);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM contact_phone"), ==, 3);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM contact_room"), ==, 3);
  g_assert_cmpint (bh_test_store_get_single (
                       test, "SELECT count (*) FROM contact WHERE community_id IS NOT NULL"),
                   ==, 2);
}

static gboolean
add_office (BhWork *work, gpointer data, GError **error)
{
  g_autoptr (BhPolicy) policy = bh_policy_new_default (BH_GRADE_URGENT);
  gint64 department = bh_register_add_department (work, "eng", "工程部", error);
  gint64 top, leaf;

  g_assert_cmpint (bh_register_add_staff (work, "李强", department, BH_ROLE_WORKER, "139", error),
                   >, 0);
  top = bh_entry_get_id (
      bh_office_find (bh_work_get_office (work, error), BH_TYPE_CATEGORY, "repair"));
  leaf = bh_register_add_category (work, top, "lift", "电梯", department, BH_GRADE_URGENT, error);
  policy->category_id = leaf;
  policy->valid_from = BH_TEST_NOW;
  policy->limits[BH_CLOCK_RESPONSE] = 600;
  policy->limits[BH_CLOCK_COMPLETION] = 7200;
  policy->skip_plan = TRUE;
  g_assert_cmpint (bh_register_add_policy (work, policy, error), >, 0);
  g_assert_cmpint (policy->version, ==, 1);
  policy->valid_from = BH_TEST_NOW + 10;
  policy->limits[BH_CLOCK_RESPONSE] = 1200;
  g_assert_cmpint (bh_register_add_policy (work, policy, error), >, 0);
  g_assert_cmpint (policy->version, ==, 2);

  return TRUE;
}

static void
test_office (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = NULL;
  BhCategory *lift;
  BhStaff *staff;
  BhPolicy *policy;

  bh_test_store_write (test, add_office, NULL);
  bh_test_store_reopen (test);
  office = bh_store_dup_office (test->store);

  lift = bh_office_find (office, BH_TYPE_CATEGORY, "repair/电梯");
  staff = bh_office_find (office, BH_TYPE_STAFF, "李强");
  g_assert_nonnull (lift);
  g_assert_cmpint (lift->grade, ==, BH_GRADE_URGENT);
  g_assert_cmpint (lift->department_id, ==, staff->department_id);
  g_assert_cmpint (staff->role, ==, BH_ROLE_WORKER);
  g_assert_cmpstr (staff->phone, ==, "139");

  policy = bh_office_find_policy (office, bh_entry_get_id (BH_ENTRY (lift)), BH_GRADE_URGENT,
                                  BH_TEST_NOW);
  g_assert_cmpint (policy->limits[BH_CLOCK_RESPONSE], ==, 600);
  g_assert_cmpint (policy->limits[BH_CLOCK_COMPLETION], ==, 7200);
  g_assert_true (policy->skip_plan && policy->callback == BH_CALLBACK_ALWAYS);
  g_assert_false (policy->skip_investigate || policy->needs_cause || policy->allows_answer);
  policy = bh_office_find_policy (office, bh_entry_get_id (BH_ENTRY (lift)), BH_GRADE_URGENT,
                                  BH_TEST_NOW + 10);
  g_assert_cmpint (policy->limits[BH_CLOCK_RESPONSE], ==, 1200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/find-place", test_find_place);
  g_test_add_func ("/register/search-places", test_search_places);
  g_test_add_func ("/register/places-as-tree", test_places_as_tree);
  g_test_add_func ("/register/refused", test_refused);
  g_test_add_func ("/register/contacts", test_contacts);
  g_test_add_func ("/register/office", test_office);

  return g_test_run ();
}
