/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-files.h"
#include "desk/bh-desk-site-plan.h"
#include "domain/bh-error.h"
#include "storage/bh-file-store.h"
#include "storage/bh-register-repository.h"
#include "support/bh-test-desk.h"

#include <string.h>

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  gint64 community, building;
  GAsyncResult *result; /* (owned) (nullable) */
} Fixture;

static gpointer
find_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  gint64 id = bh_register_find_place (connection, 0, data, error);

  return g_memdup2 (&id, sizeof id);
}

static gint64
find_place (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id
      = bh_store_read (f->office->store, find_in_worker, (gpointer) name, NULL, &error);

  g_assert_no_error (error);

  return *id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_desk_new ();
  f->desk = bh_desk_new (f->office->store);
  f->community = bh_office_get_only_community (bh_desk_get_office (f->desk));
  f->building = find_place (f, "3栋");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->result);
  g_object_unref (f->desk);
  bh_test_desk_free (f->office);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object (&((Fixture *) data)->result, result);
}

static GAsyncResult *
wait (Fixture *f)
{
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return f->result;
}

static BhSitePlan *
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  BhSitePlan *plan;

  g_clear_object (&f->result);
  bh_desk_load_site_plan_async (f->desk, f->community, NULL, done_cb, f);
  plan = bh_desk_load_site_plan_finish (f->desk, wait (f), &error);
  g_assert_no_error (error);

  return plan;
}

static gboolean
save (Fixture *f, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<svg/>", 6);
  g_autoptr (BhSitePlan) plan = bh_site_plan_new ();
  g_autofree char *stored = NULL;

  g_clear_object (&f->result);
  bh_desk_store_bytes_async (f->desk, bytes, "plan.svg", NULL, done_cb, f);
  stored = bh_desk_store_finish (f->desk, wait (f), error);
  g_assert_nonnull (stored);
  plan->community_id = f->community;
  plan->name = g_strdup ("plan.svg");
  plan->file_hash = g_strndup (stored, (gsize) (strchr (stored, '/') - stored));
  plan->type = g_strdup ("image/svg+xml");
  plan->width = plan->height = 500;
  g_clear_object (&f->result);
  bh_desk_save_site_plan_async (f->desk, plan, NULL, done_cb, f);

  return bh_desk_save_site_plan_finish (f->desk, wait (f), error);
}

static gboolean
place (
    Fixture *f, gint64 plan_id, const BhSiteMark *before, const BhSiteMark *after, GError **error)
{
  g_clear_object (&f->result);
  bh_desk_place_on_plan_async (f->desk, plan_id, before, after, NULL, done_cb, f);

  return bh_desk_place_on_plan_finish (f->desk, wait (f), error);
}

static void
sit_down (Fixture *f, const char *name)
{
  BhEntry *staff = bh_office_find (bh_desk_get_office (f->desk), BH_TYPE_STAFF, name);

  bh_desk_set_staff_id (f->desk, bh_entry_get_id (staff));
}

static void
test_rights (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSitePlan) none = load (f);
  g_autoptr (BhSitePlan) plan = NULL;
  BhSiteMark mark = { .place_id = f->building, .name = (char *) "3栋", .placed = TRUE };

  g_assert_null (none);
  sit_down (f, "王敏");
  g_assert_false (save (f, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);

  sit_down (f, "陈静");
  g_assert_true (save (f, &error));
  g_assert_no_error (error);
  plan = load (f);
  g_assert_cmpstr (plan->name, ==, "plan.svg");

  sit_down (f, "周平");
  g_assert_false (place (f, plan->id, NULL, &mark, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
}

/* What was moved since is not moved back. */
static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSitePlan) plan = NULL;
  g_autoptr (BhSitePlan) now = NULL;
  g_autoptr (BhSiteMark) nowhere = NULL;
  g_autoptr (BhSiteMark) here = NULL;
  g_autoptr (BhSiteMark) there = NULL;

  g_assert_true (save (f, &error));
  plan = load (f);
  nowhere = bh_site_mark_copy (bh_site_plan_find (plan, f->building));
  here = bh_site_mark_copy (nowhere);
  here->placed = TRUE;
  here->x = here->y = 0.1;
  there = bh_site_mark_copy (here);
  there->x = 0.7;

  g_assert_true (place (f, plan->id, nowhere, here, &error));
  g_assert_true (place (f, plan->id, here, there, &error));
  g_assert_false (place (f, plan->id, here, nowhere, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (place (f, plan->id, there, here, &error));
  g_assert_true (place (f, plan->id, here, nowhere, &error));
  g_assert_no_error (error);
  now = load (f);
  g_assert_cmpuint (bh_site_plan_count_placed (now), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/desk-site-plan/rights", Fixture, NULL, set_up, test_rights, tear_down);
  g_test_add ("/desk-site-plan/undo", Fixture, NULL, set_up, test_undo, tear_down);

  return g_test_run ();
}
