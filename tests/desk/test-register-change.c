/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-register.h"
#include "desk/bh-register-change.h"

#include "support/bh-test-store.h"

#include "storage/bh-register-repository.h"
#include "storage/bh-register-rows.h"

/* What every list of the register can do, done to each of them: added, found, changed, retired,
 * brought back, and each of these taken back. */

typedef struct
{
  BhRegisterKind kind;
  const char *add;
  const char *edit;
  const char *search; /* finds the row before and after the edit */
} Sample;

static const Sample samples[] = {
  { BH_REGISTER_PLACES, "kind=community\nname=阳光里\nhouseholds=300",
    "name=阳光里二期\nhouseholds=320\ncity_tier=二线城市", "ygl" },
  { BH_REGISTER_CONTACTS, "name=王芳\nkind=owner\nphone=13912345678",
    "name=王芳芳\nkind=tenant\nphone=13912345678;01088886666\ncare=elderly", "5678" },
  { BH_REGISTER_DEPARTMENTS, "name=水电班\ncode=water", "name=水电暖班", "water" },
  { BH_REGISTER_STAFF, "name=李强\nrole=worker\nphone=13800138000",
    "name=李大强\nrole=steward\nphone=13800138000", "8000" },
  { BH_REGISTER_CATEGORIES, "name=宠物\ngrade=general", "name=宠物扰民\ngrade=important", "cw" },
  { BH_REGISTER_TARGETS, "figure=callback_share\nyear=2031\nform=value\nvalue=0.9",
    "year=2032\nform=change\nvalue=-0.1\nbaseline=0.5\nbase_year=2030\nfilter=kind:repair",
    "callback" },
  { BH_REGISTER_CHANNELS, "name=抖音\ncode=douyin\nlive=yes", "name=抖音号", "douyin" },
  { BH_REGISTER_CAUSES, "name=老鼠害", "name=大老鼠害", "lsh" },
};

static gboolean
run_cb (BhWork *work, gpointer user_data, GError **error)
{
  return bh_register_change_run (work, user_data, error);
}

/* Returns: (transfer full) (nullable): what takes it back */
static BhRegisterUndo *
run (BhTestStore *test, BhRegisterChange *change)
{
  bh_test_store_write (test, run_cb, change);

  return g_steal_pointer (&change->undo);
}

static BhRegisterUndo *
save (BhTestStore *test, BhRegisterKind kind, const char *text, gint64 *id)
{
  BhRegisterChange *change = bh_register_change_new (BH_REGISTER_CHANGE_SAVE, 0, kind, *id);
  BhRegisterUndo *undo;

  change->values = bh_test_payload_new (text);
  undo = run (test, change);
  *id = change->new_id;
  bh_register_change_free (change);

  return undo;
}

static BhRegisterUndo *
retire (BhTestStore *test, BhRegisterKind kind, gint64 id, gboolean retired)
{
  BhRegisterChange *change = bh_register_change_new (
      retired ? BH_REGISTER_CHANGE_RETIRE : BH_REGISTER_CHANGE_RESTORE, 0, kind, id);
  BhRegisterUndo *undo = run (test, change);

  bh_register_change_free (change);

  return undo;
}

/* @undo: (transfer full) */
static void
take_back (BhTestStore *test, BhRegisterUndo *undo)
{
  BhRegisterChange *change = bh_register_change_new (
      BH_REGISTER_CHANGE_UNDO, 0, bh_register_undo_get_kind (undo), bh_register_undo_get_id (undo));

  change->undone = undo;
  g_assert_null (run (test, change));
  bh_register_change_free (change);
}

/* Returns: (transfer full): every row of every list with all it says */
static char *
dump (BhTestStore *test, BhRegisterKind kind, const char *search, gboolean with_retired)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (test->store, &error);
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  g_autoptr (GPtrArray) rows = bh_register_list_rows (reader, office, kind, search, -1,
                                                      with_retired, G_MAXUINT, NULL, &error);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      BhRegisterRow *row = g_ptr_array_index (rows, i);
      g_autofree char *values = bh_payload_to_text (bh_register_row_get_values (row));

      g_string_append_printf (all, "%" G_GINT64_FORMAT "%s\n%s\n", bh_register_row_get_id (row),
                              bh_register_row_is_retired (row) ? " retired" : "", values);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static char *
dump_all (BhTestStore *test)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint kind = 0; kind < BH_N_REGISTER_KINDS; kind++)
    {
      g_autofree char *rows = dump (test, (BhRegisterKind) kind, NULL, TRUE);

      g_string_append (all, rows);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gboolean
is_found (BhTestStore *test, const Sample *sample, gint64 id)
{
  g_autofree char *rows = dump (test, sample->kind, sample->search, FALSE);
  g_autofree char *head = g_strdup_printf ("%" G_GINT64_FORMAT "\n", id);

  return strstr (rows, head) != NULL;
}

static void
assert_like (BhTestStore *test, const char *before)
{
  g_autofree char *now = dump_all (test);

  g_assert_cmpstr (now, ==, before);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autofree char *empty = dump_all (test);
  g_autofree char *added = NULL;
  g_autofree char *edited = NULL;
  gint64 id = 0;
  BhRegisterUndo *of_add, *of_edit;

  of_add = save (test, sample->kind, sample->add, &id);
  g_assert_true (is_found (test, sample, id));
  added = dump_all (test);
  g_assert_cmpstr (added, !=, empty);

  of_edit = save (test, sample->kind, sample->edit, &id);
  g_assert_true (is_found (test, sample, id));
  edited = dump_all (test);
  g_assert_cmpstr (edited, !=, added);

  take_back (test, retire (test, sample->kind, id, TRUE));
  assert_like (test, edited);
  bh_register_undo_unref (retire (test, sample->kind, id, TRUE));
  g_assert_false (is_found (test, sample, id));
  bh_register_undo_unref (retire (test, sample->kind, id, FALSE));
  assert_like (test, edited);

  take_back (test, of_edit);
  assert_like (test, added);
  take_back (test, of_add);
  assert_like (test, empty);
}

static gint64
add (BhTestStore *test, BhRegisterKind kind, const char *text)
{
  gint64 id = 0;

  bh_register_undo_unref (save (test, kind, text, &id));

  return id;
}

/* The fields of @text and one entry. Returns: (transfer full): what takes the change back */
static BhRegisterUndo *
save_with (BhTestStore *test,
           BhRegisterKind kind,
           gint64 id,
           const char *text,
           const char *key,
           gint64 entry_id)
{
  g_autofree char *values = g_strdup_printf ("%s\n%s=%" G_GINT64_FORMAT, text, key, entry_id);

  return save (test, kind, values, &id);
}

static gboolean
add_room_cb (BhWork *work, gpointer user_data, GError **error)
{
  gint64 *ids = user_data;

  return bh_register_add_contact_room (work, ids[0], ids[1], error);
}

static void
add_room (BhTestStore *test, gint64 contact_id, gint64 room_id)
{
  gint64 ids[] = { contact_id, room_id };

  bh_test_store_write (test, add_room_cb, ids);
}

static void
assert_rooms (BhTestStore *test, gint64 contact_id, const gint64 *rooms, guint n_rooms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (test->store, &error);
  g_autoptr (GArray) found = bh_register_load_rooms (reader, contact_id, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (found->data, found->len * sizeof (gint64), rooms, n_rooms * sizeof (gint64));
}

/* The form has the first room only: the others are there again all the same, and so is what
 * somebody added since. */
static void
test_rooms (void)
{
  static const char person[] = "name=王芳\nkind=owner";
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 place = add (test, BH_REGISTER_PLACES, "name=阳光里\nkind=community"), rooms[3], id = 0;
  g_autofree char *community = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("name=%u栋\nkind=building\nparent=%" G_GINT64_FORMAT, i + 1, place);

      rooms[i] = add (test, BH_REGISTER_PLACES, text);
    }
  bh_register_undo_unref (save (test, BH_REGISTER_CONTACTS, person, &id));
  bh_register_undo_unref (save_with (test, BH_REGISTER_CONTACTS, id, person, "room", rooms[0]));
  add_room (test, id, rooms[1]);
  assert_rooms (test, id, rooms, 2);
  community = dump (test, BH_REGISTER_CONTACTS, NULL, FALSE);

  take_back (test, save (test, BH_REGISTER_CONTACTS, person, &id));
  assert_rooms (test, id, rooms, 2);
  take_back (test, save_with (test, BH_REGISTER_CONTACTS, id, person, "room", rooms[1]));
  assert_rooms (test, id, rooms, 2);
  take_back (test, save_with (test, BH_REGISTER_CONTACTS, id, person, "room", rooms[2]));
  assert_rooms (test, id, rooms, 2);
  {
    BhRegisterUndo *undo = save (test, BH_REGISTER_CONTACTS, person, &id);

    add_room (test, id, rooms[2]);
    assert_rooms (test, id, rooms + 1, 2);
    take_back (test, undo);
    assert_rooms (test, id, rooms, 3);
  }
  {
    g_autofree char *now = dump (test, BH_REGISTER_CONTACTS, NULL, FALSE);

    g_assert_cmpstr (now, ==, community);
  }
}

/* What a row named before it may name again, even where that is out of use meanwhile. */
static void
test_retired_entry (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 department = add (test, BH_REGISTER_DEPARTMENTS, "name=水电班");
  gint64 id = add (test, BH_REGISTER_STAFF, "name=李强\nrole=worker");
  g_autofree char *before = NULL;

  bh_register_undo_unref (
      save_with (test, BH_REGISTER_STAFF, id, "name=李强\nrole=worker", "department", department));
  bh_register_undo_unref (retire (test, BH_REGISTER_DEPARTMENTS, department, TRUE));
  before = dump_all (test);
  take_back (test, save (test, BH_REGISTER_STAFF, "name=李强\nrole=clerk", &id));
  assert_like (test, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/register-change/",
                                           bh_register_kind_get_info (samples[i].kind)->code, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }

  g_test_add_func ("/register-change/rooms", test_rooms);
  g_test_add_func ("/register-change/retired-entry", test_retired_entry);

  return g_test_run ();
}
