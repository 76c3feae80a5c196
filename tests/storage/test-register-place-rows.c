/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"

#include "support/bh-test-register.h"

/* Places and contacts as rows: 滨河花园 with 3栋, 2单元, 301, 302 and a garage. */

typedef struct
{
  BhTestStore *test; /* (owned) */
  gint64 community;
  gint64 building;
  gint64 unit;
  gint64 room;
  gint64 other_room;
  gint64 garage;
} Estate;

static gint64
add (Estate *self, const char *kind, gint64 parent, const char *name)
{
  g_autofree char *values
      = g_strdup_printf ("kind=%s\nname=%s\nparent=%" G_GINT64_FORMAT, kind, name, parent);

  return bh_test_register_save (self->test, BH_REGISTER_PLACES, 0, values);
}

static void
estate_init (Estate *self)
{
  self->test = bh_test_store_new ();
  self->community = bh_test_register_save (
      self->test, BH_REGISTER_PLACES, 0,
      "kind=community\nname=滨河花园\nhouseholds=1200\ncity_tier=一线\nestate_kind=住宅");
  self->building = add (self, "building", self->community, "3栋");
  self->unit = add (self, "unit", self->building, "2单元");
  self->room = add (self, "room", self->unit, "301");
  self->other_room = add (self, "room", self->unit, "302");
  self->garage = add (self, "area", self->community, "地下车库");
}

static void
estate_clear (Estate *self)
{
  bh_test_store_free (self->test);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Estate, estate_clear)

static void
assert_places (Estate *self, const char *search, gint64 parent_id, const char *expected)
{
  bh_test_register_assert_list (self->test, BH_REGISTER_PLACES, search, parent_id, FALSE, expected);
}

static void
test_tree (void)
{
  g_auto (Estate) estate = { 0 };

  estate_init (&estate);
  assert_places (&estate, NULL, 0, "滨河花园");
  assert_places (&estate, NULL, estate.community, "3栋 地下车库");
  assert_places (&estate, NULL, estate.unit, "3栋2单元301 3栋2单元302");
  assert_places (&estate, NULL, -1, "滨河花园 3栋 3栋2单元 3栋2单元301 3栋2单元302 地下车库");

  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.community, "households",
                                 "1200", "1200");
  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.community, "prefix", "W",
                                 "W");
  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.community, "inside", "2",
                                 "2");
  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.room, "parent", NULL,
                                 "3栋2单元");
  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.room, "community", NULL,
                                 "滨河花园");
  /* A room has no households, whatever is stored. */
  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.room, "households", NULL,
                                 "");
}

static void
test_search (void)
{
  g_auto (Estate) estate = { 0 };

  estate_init (&estate);
  assert_places (&estate, "3-2-301", -1, "3栋2单元301");
  assert_places (&estate, "302", -1, "3栋2单元302");
  assert_places (&estate, "车库", -1, "地下车库");
  assert_places (&estate, "dxck", -1, "地下车库");
  assert_places (&estate, "bhhy", -1, "滨河花园");
  assert_places (&estate, "滨河 2单元", -1, "3栋2单元 3栋2单元301 3栋2单元302");
  assert_places (&estate, "301", estate.building, "3栋2单元301");
  assert_places (&estate, "车库", estate.building, "");
  assert_places (&estate, "100%", -1, "");
  assert_places (&estate, "-", -1, "");
}

static void
refuse (Estate *self, gint64 id, const char *values, const char *field, const char *reason)
{
  bh_test_register_refuse (self->test, BH_REGISTER_PLACES, id, values, field, reason);
}

static void
test_refused (void)
{
  g_auto (Estate) estate = { 0 };
  g_autofree char *in_room = NULL;
  g_autofree char *taken = NULL;

  estate_init (&estate);
  in_room = g_strdup_printf ("kind=unit\nname=5单元\nparent=%" G_GINT64_FORMAT, estate.room);
  taken = g_strdup_printf ("kind=building\nname=3栋\nparent=%" G_GINT64_FORMAT, estate.community);
  refuse (&estate, 0, in_room, "kind", "Room");
  refuse (&estate, 0, taken, "name", "3栋");
  refuse (&estate, 0, "kind=building\nname=4栋", "parent", "needed");
  refuse (&estate, 0, "kind=castle\nname=4栋", "kind", "castle");
  refuse (&estate, 0, "kind=community\nname=阳光里\nprefix=W", "prefix", "W");
  refuse (&estate, 0, "kind=community\nname=阳光里\nprefix=yg", "prefix", "capital");
  refuse (&estate, 0, "kind=community\nname=阳光里\nhouseholds=many", "households", "whole number");
  refuse (&estate, estate.community, "name=滨河花园\nprefix=X", "prefix", "cannot be changed");
  refuse (&estate, estate.other_room, "name=301", "name", "301");
}

static char *
get_place_key (Estate *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (self->test->store, &error);
  BhStatement *statement = bh_connection_prepare (
      reader,
      "SELECT t.place_key = p.sort_key, p.path FROM ticket t JOIN place p ON p.id = t.place_id",
      &error);

  g_assert_no_error (error);
  g_assert_cmpint (bh_statement_step (statement, &error), ==, BH_STEP_ROW);
  g_assert_cmpint (bh_statement_get_int64 (statement, 0), ==, 1);

  return bh_statement_dup_text (statement, 1);
}

static gboolean
register_in_room_cb (BhWork *work, gpointer data, GError **error)
{
  Estate *estate = data;
  BhTicket *ticket = bh_test_work_register (work, NULL, estate->community);
  g_autofree char *inputs
      = g_strdup_printf ("place=%" G_GINT64_FORMAT "\nreason=wrong room", estate->room);

  return bh_test_work_record (work, ticket, BH_VERB_CORRECT, inputs, error) != NULL;
}

/* The paths below follow in the same transaction, and tickets are sorted by the new one. */
static void
test_rename (void)
{
  g_auto (Estate) estate = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = NULL;
  g_autofree char *path = NULL;

  estate_init (&estate);
  bh_test_store_write (estate.test, register_in_room_cb, &estate);
  bh_test_register_save (estate.test, BH_REGISTER_PLACES, estate.building, "name=10栋");
  assert_places (&estate, NULL, estate.unit, "10栋2单元301 10栋2单元302");
  assert_places (&estate, "10-2-301", -1, "10栋2单元301");
  assert_places (&estate, "3-2-301", -1, "");
  assert_places (&estate, NULL, estate.community, "10栋 地下车库");

  path = get_place_key (&estate);
  g_assert_cmpstr (path, ==, "10栋2单元301");
  reader = bh_store_open_reader (estate.test->store, &error);
  g_assert_cmpint (bh_register_find_place (reader, 0, "10栋2单元302", &error), ==,
                   estate.other_room);
  g_assert_cmpint (bh_register_find_place (reader, 0, "3栋2单元302", &error), ==, 0);

  /* A community's name stands before the paths, not in them. */
  bh_test_register_save (estate.test, BH_REGISTER_PLACES, estate.community,
                         "name=滨江花园\nhouseholds=1300");
  assert_places (&estate, "滨江", 0, "滨江花园 10栋 10栋2单元 10栋2单元301 10栋2单元302 地下车库");
  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.community, "households",
                                 "1300", "1300");
  bh_test_register_assert_field (estate.test, BH_REGISTER_PLACES, estate.community, "city_tier",
                                 NULL, "");
}

static void
retire (Estate *self, gint64 id, gboolean retired)
{
  bh_test_register_retire (self->test, BH_REGISTER_PLACES, id, retired);
}

/* A building goes with its rooms and comes back with them, but for what was retired before. */
static void
test_retire (void)
{
  g_auto (Estate) estate = { 0 };
  g_autoptr (BhOffice) office = NULL;

  estate_init (&estate);
  retire (&estate, estate.other_room, TRUE);
  assert_places (&estate, NULL, estate.unit, "3栋2单元301");
  retire (&estate, estate.building, TRUE);
  assert_places (&estate, NULL, -1, "滨河花园 地下车库");
  assert_places (&estate, "301", -1, "");
  bh_test_register_assert_list (estate.test, BH_REGISTER_PLACES, NULL, estate.unit, TRUE,
                                "-3栋2单元301 -3栋2单元302");
  bh_test_register_refuse_retiring (estate.test, BH_REGISTER_PLACES, estate.room, FALSE,
                                    "bring that back");
  retire (&estate, estate.building, FALSE);
  assert_places (&estate, NULL, estate.unit, "3栋2单元301");

  /* The history goes on naming a community that is no longer served. */
  bh_test_store_write (estate.test, register_in_room_cb, &estate);
  retire (&estate, estate.community, TRUE);
  assert_places (&estate, NULL, 0, "");
  office = bh_store_dup_office (estate.test->store);
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_PLACE, estate.community), ==, "滨河花园");
  g_assert_true (bh_entry_is_retired (bh_office_get (office, BH_TYPE_PLACE, estate.community)));
}

static gint64
save_contact (Estate *self, gint64 id, gint64 room, const char *rest)
{
  g_autofree char *values = g_strdup_printf ("room=%" G_GINT64_FORMAT "\n%s", room, rest);

  return bh_test_register_save (self->test, BH_REGISTER_CONTACTS, id, values);
}

static void
assert_contacts (Estate *self, const char *search, const char *expected)
{
  bh_test_register_assert_found (self->test, BH_REGISTER_CONTACTS, search, expected);
}

static void
test_contacts (void)
{
  g_auto (Estate) estate = { 0 };
  gint64 id;

  estate_init (&estate);
  id = save_contact (&estate, 0, estate.room,
                     "name=张晓燕\nkind=owner\nphone=138-0013-8000；010 6655 4433;13800138000\n"
                     "care=child elderly");
  save_contact (&estate, 0, estate.other_room, "name=李国华\nkind=tenant\nphone=13911112222");
  assert_contacts (&estate, NULL, "李国华 张晓燕");
  assert_contacts (&estate, "zxy", "张晓燕");
  assert_contacts (&estate, "晓", "张晓燕");
  assert_contacts (&estate, "4433", "张晓燕");
  assert_contacts (&estate, "13911", "李国华");
  assert_contacts (&estate, "0013", "");
  assert_contacts (&estate, "3-2-302", "李国华");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, id, "phone",
                                 "13800138000;01066554433", "13800138000; 01066554433");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, id, "care", "elderly child",
                                 "Elderly, Child");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, id, "room", NULL,
                                 "3栋2单元301");

  /* Rooms of two communities may have the same name. */
  bh_test_register_save (estate.test, BH_REGISTER_PLACES, 0, "kind=community\nname=锦绣东方");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, id, "room", NULL,
                                 "滨河花园/3栋2单元301");

  save_contact (&estate, id, estate.other_room, "name=张小燕\nkind=family\nphone=13700001111");
  assert_contacts (&estate, "8000", "");
  assert_contacts (&estate, "1111", "张小燕");
  assert_contacts (&estate, "13700", "张小燕");
  assert_contacts (&estate, "3-2-302", "李国华 张小燕");
  assert_contacts (&estate, "3-2-301", "");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, id, "care", NULL, "");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, id, "kind", "family", "Family");

  bh_test_register_retire (estate.test, BH_REGISTER_CONTACTS, id, TRUE);
  assert_contacts (&estate, "zxy", "");
  bh_test_register_retire (estate.test, BH_REGISTER_CONTACTS, id, FALSE);
  assert_contacts (&estate, "zxy", "张小燕");
}

static gboolean
add_room_cb (BhWork *work, gpointer data, GError **error)
{
  const gint64 *ids = data;

  return bh_register_add_contact_room (work, ids[0], ids[1], error);
}

/* Who has two rooms keeps the second when the first is another one. */
static void
test_rooms (void)
{
  g_auto (Estate) estate = { 0 };
  gint64 ids[2];

  estate_init (&estate);
  ids[0] = save_contact (&estate, 0, estate.room, "name=张晓燕\nkind=owner");
  ids[1] = estate.garage;
  bh_test_store_write (estate.test, add_room_cb, ids);
  save_contact (&estate, ids[0], estate.other_room, "name=张晓燕\nkind=owner");
  assert_contacts (&estate, "3-2-302", "张晓燕");
  assert_contacts (&estate, "3-2-301", "");
  assert_contacts (&estate, "地下车库", "张晓燕");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, ids[0], "room", NULL,
                                 "3栋2单元302");
  save_contact (&estate, ids[0], 0, "name=张晓燕\nkind=owner");
  bh_test_register_assert_field (estate.test, BH_REGISTER_CONTACTS, ids[0], "room", NULL,
                                 "地下车库");
}

static void
test_contacts_refused (void)
{
  g_auto (Estate) estate = { 0 };
  g_autofree char *twice = NULL;

  estate_init (&estate);
  save_contact (&estate, 0, estate.room, "name=张晓燕\nkind=owner");
  twice = g_strdup_printf ("name=张晓燕\nkind=tenant\nroom=%" G_GINT64_FORMAT, estate.room);
  bh_test_register_refuse (estate.test, BH_REGISTER_CONTACTS, 0, twice, "name", "张晓燕");
  bh_test_register_refuse (estate.test, BH_REGISTER_CONTACTS, 0, "kind=owner", "name", "needed");
  bh_test_register_refuse (estate.test, BH_REGISTER_CONTACTS, 0, "name=王芳\nkind=friend", "kind",
                           "tenant");
  bh_test_register_refuse (estate.test, BH_REGISTER_CONTACTS, 0,
                           "name=王芳\nkind=owner\nphone=13800138000;王芳", "phone", "digits");
  bh_test_register_refuse (estate.test, BH_REGISTER_CONTACTS, 0, "name=王芳\nkind=owner\nroom=123",
                           "room", "in use");
  bh_test_register_refuse (estate.test, BH_REGISTER_CONTACTS, 0, "name=王芳\nkind=owner\ncare=rich",
                           "care", "rich");
  /* A person who comes again elsewhere is fine, and so is one of whom little is known. */
  save_contact (&estate, 0, estate.other_room, "name=张晓燕\nkind=owner");
  save_contact (&estate, 0, 0, "name=张晓燕\nkind=other");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-place-rows/tree", test_tree);
  g_test_add_func ("/register-place-rows/search", test_search);
  g_test_add_func ("/register-place-rows/refused", test_refused);
  g_test_add_func ("/register-place-rows/rename", test_rename);
  g_test_add_func ("/register-place-rows/retire", test_retire);
  g_test_add_func ("/register-place-rows/contacts", test_contacts);
  g_test_add_func ("/register-place-rows/rooms", test_rooms);
  g_test_add_func ("/register-place-rows/contacts-refused", test_contacts_refused);

  return g_test_run ();
}
