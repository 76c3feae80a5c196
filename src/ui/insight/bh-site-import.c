/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-site-import.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-files.h"
#include "desk/bh-desk-site-plan.h"
#include "domain/bh-error.h"
#include "draw/bh-plan-picture.h"

#include <string.h>

/* What becomes of a file on its way. */
typedef struct
{
  GFile *file;      /* (owned) */
  BhSitePlan *plan; /* (owned) */
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->file);
  bh_site_plan_free (import->plan);
  g_free (import);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;

  if (bh_desk_save_site_plan_finish (BH_DESK (source), result, &error))
    g_task_return_pointer (task, bh_site_plan_copy (import->plan),
                           (GDestroyNotify) bh_site_plan_free);
  else
    g_task_return_error (task, error);
}

/* What the store gives is "HASH/NAME". */
static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *stored = bh_desk_store_finish (BH_DESK (source), result, &error);
  const char *slash = stored != NULL ? strchr (stored, '/') : NULL;

  if (slash == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  import->plan->file_hash = g_strndup (stored, (gsize) (slash - stored));
  import->plan->name = g_strdup (slash + 1);
  bh_desk_save_site_plan_async (BH_DESK (source), import->plan, NULL, saved_cb,
                                g_steal_pointer (&task));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (BhPlanPicture) picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  import->plan->type = g_strdup (bh_plan_picture_get_media_type (picture));
  import->plan->width = bh_plan_picture_get_width (picture);
  import->plan->height = bh_plan_picture_get_height (picture);
  bh_desk_store_file_async (BH_DESK (source), import->file, NULL, NULL, NULL, stored_cb,
                            g_steal_pointer (&task));
}

static void
look_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *path = g_file_peek_path (task_data);
  GError *error = NULL;
  BhPlanPicture *picture = NULL;

  if (path != NULL)
    picture = bh_plan_picture_load (path, &error);
  else
    bh_domain_reject_input (&error,
                            _ ("This file is not on this computer. Copy it here and choose it "
                               "again."));
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) bh_plan_picture_unref);
  else
    g_task_return_error (task, error);
}

void
bh_site_import_async (BhDesk *desk,
                      GFile *file,
                      gint64 community_id,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) look = NULL;
  Import *import;

  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (desk, NULL, callback, user_data);
  g_task_set_source_tag (task, bh_site_import_async);
  import = g_new0 (Import, 1);
  import->file = g_object_ref (file);
  import->plan = bh_site_plan_new ();
  import->plan->community_id = community_id;
  g_task_set_task_data (task, import, import_free);
  look = g_task_new (desk, NULL, looked_cb, task);
  g_task_set_task_data (look, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (look, look_in_worker);
}

BhSitePlan *
bh_site_import_finish (BhDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
