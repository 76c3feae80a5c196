/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup.h"
#include "storage/bh-check.h"
#include "storage/bh-file-store.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-site-plans.h"
#include "domain/bh-error.h"
#include "support/bh-test-store.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  BhTestStore *office;
  gint64 garden, court; /* communities */
  gint64 first, tenth;  /* buildings of the garden */
  gint64 gate;          /* its public area */
  gint64 room;          /* in the first building */
  gint64 other;         /* building of the court */
  char *hash;           /* (owned) */
} Fixture;

static gint64
add_place (BhWork *work, BhPlaceKind kind, const char *name, gint64 parent, gint64 community)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent, community, NULL);
  gint64 id = bh_register_add_place (work, place, &error);

  g_assert_no_error (error);

  return id;
}

static gboolean
add_places_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;
  g_autofree char *folder = bh_work_dup_file_folder (work);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("<svg/>", 6, NULL);
  BhFileAdding how = { 0 };
  g_autoptr (BhStoredFile) file
      = bh_file_store_add_stream (folder, stream, "plan.svg", 6, &how, error);

  f->garden = add_place (work, BH_PLACE_COMMUNITY, "滨河花园", 0, 0);
  f->court = add_place (work, BH_PLACE_COMMUNITY, "云栖雅苑", 0, 0);
  f->tenth = add_place (work, BH_PLACE_BUILDING, "10栋", f->garden, f->garden);
  f->first = add_place (work, BH_PLACE_BUILDING, "9栋", f->garden, f->garden);
  f->gate = add_place (work, BH_PLACE_AREA, "南门", f->garden, f->garden);
  f->room = add_place (work, BH_PLACE_ROOM, "101", f->first, f->garden);
  f->other = add_place (work, BH_PLACE_BUILDING, "1栋", f->court, f->court);
  bh_work_touch_register (work);
  f->hash = file != NULL ? g_strdup (file->hash) : NULL;

  return file != NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new ();
  bh_test_store_write (f->office, add_places_in_worker, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->hash);
  bh_test_store_free (f->office);
}

static BhSitePlan *
describe (Fixture *f, gint64 community, int width)
{
  BhSitePlan *plan = bh_site_plan_new ();

  plan->community_id = community;
  plan->name = g_strdup ("plan.svg");
  plan->file_hash = g_strdup (f->hash);
  plan->type = g_strdup ("image/svg+xml");
  plan->width = width;
  plan->height = 600;

  return plan;
}

typedef struct
{
  BhSitePlan *plan;
  BhSiteMark mark;
  gint64 id;
} Request;

static gboolean
save_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Request *q = user_data;

  q->id = bh_site_plans_save (work, q->plan, error);

  return q->id != 0;
}

static gboolean
place_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Request *q = user_data;

  return bh_site_plans_place (work, q->id, &q->mark, error);
}

static gboolean
remove_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_site_plans_remove (work, *(gint64 *) user_data, error);
}

static gint64
save (Fixture *f, gint64 community, int width)
{
  g_autoptr (BhSitePlan) plan = describe (f, community, width);
  Request q = { .plan = plan };

  bh_test_store_write (f->office, save_in_worker, &q);

  return q.id;
}

static void
place (Fixture *f, gint64 id, gint64 place_id, double x, double y, gboolean placed)
{
  Request q = { .id = id, .mark = { .place_id = place_id, .placed = placed, .x = x, .y = y } };

  bh_test_store_write (f->office, place_in_worker, &q);
}

static void
refuse (Fixture *f, gint64 id, gint64 place_id, double x, double y)
{
  g_autoptr (GError) error = NULL;
  Request q = { .id = id, .mark = { .place_id = place_id, .placed = TRUE, .x = x, .y = y } };

  g_assert_false (bh_store_write (f->office->store, place_in_worker, &q, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

static gpointer
load_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  return bh_site_plans_load (connection, *(gint64 *) data, error);
}

/* "name x,y" of all marks. */
static void
assert_marks (Fixture *f, gint64 id, int width, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSitePlan) plan = bh_store_read (f->office->store, load_in_worker, &id, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (plan->width, ==, width);
  g_assert_cmpstr (plan->file_hash, ==, f->hash);
  for (guint i = 0; i < plan->marks->len; i++)
    {
      const BhSiteMark *mark = g_ptr_array_index (plan->marks, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", mark->name);
      if (mark->placed)
        g_string_append_printf (text, " %.2f,%.2f", mark->x, mark->y);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  gint64 id = save (f, f->garden, 800);

  assert_marks (f, id, 800, "9栋; 10栋; 南门");
  place (f, id, f->tenth, 0.25, 0.5, TRUE);
  place (f, id, f->gate, 1, 0, TRUE);
  assert_marks (f, id, 800, "9栋; 10栋 0.25,0.50; 南门 1.00,0.00");
  place (f, id, f->tenth, 0.75, 0.1, TRUE);
  place (f, id, f->gate, 0, 0, FALSE);
  assert_marks (f, id, 800, "9栋; 10栋 0.75,0.10; 南门");

  /* Another picture: what stands on the plan stays. */
  g_assert_cmpint (save (f, f->garden, 900), ==, id);
  assert_marks (f, id, 900, "9栋; 10栋 0.75,0.10; 南门");
  g_assert_cmpint (save (f, f->court, 900), !=, id);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSitePlan) small = describe (f, f->garden, BH_SITE_PLAN_LEAST_SIDE - 1);
  g_autoptr (BhSitePlan) text = describe (f, f->garden, 800);
  Request q = { .plan = small };
  gint64 id = save (f, f->garden, 800);

  refuse (f, id, f->first, 1.01, 0.5);
  refuse (f, id, f->first, 0.5, -0.01);
  refuse (f, id, f->other, 0.5, 0.5);
  refuse (f, id, f->room, 0.5, 0.5);
  refuse (f, id + 1, f->first, 0.5, 0.5);
  assert_marks (f, id, 800, "9栋; 10栋; 南门");

  g_assert_false (bh_store_write (f->office->store, save_in_worker, &q, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_clear_error (&error);
  g_free (text->type);
  text->type = g_strdup ("text/plain");
  q.plan = text;
  g_assert_false (bh_store_write (f->office->store, save_in_worker, &q, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

static void
test_removed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = save (f, f->garden, 800);
  gpointer plan;

  place (f, id, f->first, 0.5, 0.5, TRUE);
  bh_test_store_write (f->office, remove_in_worker, &id);
  plan = bh_store_read (f->office->store, load_in_worker, &id, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
  assert_marks (f, save (f, f->garden, 800), 800, "9栋; 10栋; 南门");
}

/* The check tells of a picture that is gone, and does not call one left over that a plan shows. */
static void
test_check (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = bh_file_store_dup_folder (bh_store_get_path (f->office->store));
  g_autofree char *path = bh_file_store_dup_path (folder, f->hash);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) unnamed = NULL;
  g_autoptr (GPtrArray) after = NULL;

  unnamed = bh_check_list_unnamed (f->office->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unnamed->len, ==, 1);
  g_clear_pointer (&unnamed, g_ptr_array_unref);

  save (f, f->garden, 800);
  unnamed = bh_check_list_unnamed (f->office->store, NULL, &error);
  g_assert_cmpuint (unnamed->len, ==, 0);
  before = bh_check_run (f->office->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);

  g_assert_cmpint (g_unlink (path), ==, 0);
  after = bh_check_run (f->office->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (after, 0), f->hash));
}

/* A copy of the office has the picture too, and so has what is made of the copy. */
static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->office->folder, "copy.bihuan", NULL);
  g_autofree char *elsewhere = g_build_filename (f->office->folder, "elsewhere.bihuan", NULL);
  g_autofree char *folder = bh_file_store_dup_folder (elsewhere);
  g_autoptr (GError) error = NULL;
  Fixture restored = { .hash = f->hash };
  gint64 id = save (f, f->garden, 800);
  guint n_left_out;

  place (f, id, f->tenth, 0.25, 0.5, TRUE);
  bh_backup_write (f->office->store, copy, &n_left_out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_left_out, ==, 0);
  bh_backup_restore (copy, elsewhere, f->office->clock, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpint (bh_file_store_verify (folder, f->hash, NULL), ==, BH_FILE_SOUND);
  restored.office = bh_test_store_open (elsewhere);
  assert_marks (&restored, id, 800, "9栋; 10栋 0.25,0.50; 南门");
  bh_test_store_free (restored.office);
}

static void
add (const char *path, void (*func) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/site-plans/marks", test_marks);
  add ("/site-plans/refused", test_refused);
  add ("/site-plans/removed", test_removed);
  add ("/site-plans/check", test_check);
  add ("/site-plans/backup", test_backup);

  return g_test_run ();
}
