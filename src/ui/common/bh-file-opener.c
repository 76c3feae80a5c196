/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-file-opener.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "ui/common/bh-message.h"

#include <glib/gstdio.h>

#define KEEP_SECONDS (24 * 3600)

/* One opening on its way. */
typedef struct
{
  char *path; /* (owned) */
  char *name; /* (owned) */
  gint64 now;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening->name);
  g_free (opening);
}

/* Copies are one a folder, so that each can have its own name. */
static void
remove_copy (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
remove_old_copies (const char *folder, gint64 now)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0
          && (gint64) info.st_mtime < now / BH_USEC_PER_SEC - KEEP_SECONDS)
        remove_copy (path);
    }
}

GFile *
bh_file_opener_copy (
    const char *folder, const char *path, const char *name, gint64 now, GError **error)
{
  g_autofree char *content = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *own = NULL;
  g_autofree char *target = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) copy = NULL;

  g_return_val_if_fail (folder != NULL && path != NULL && name != NULL, NULL);

  remove_old_copies (folder, now);
  content = g_path_get_basename (path);
  plain = g_path_get_basename (name);
  own = g_build_filename (folder, content, NULL);
  target = g_build_filename (
      own, g_str_equal (plain, ".") || g_str_equal (plain, "..") ? content : plain, NULL);
  if (g_mkdir_with_parents (own, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The folder %s cannot be made. Check your right to write in it."), own);
      return NULL;
    }

  source = g_file_new_for_path (path);
  copy = g_file_new_for_path (target);
  if (!g_file_copy (source, copy, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                    NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&copy);
}

static void
copy_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "bihuan", "opened", NULL);
  GError *error = NULL;
  GFile *copy = bh_file_opener_copy (folder, opening->path, opening->name, opening->now, &error);

  if (copy == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, copy, g_object_unref);
}

static void
show_failure (GtkWidget *widget, const char *heading, GError *error)
{
  if (gtk_widget_get_root (widget) != NULL)
    bh_message_show (widget, heading, error->message);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    show_failure (widget, _ ("The file cannot be opened; it can be saved"), error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = NULL;

  if (copy == NULL)
    {
      show_failure (widget, _ ("The file cannot be opened"), error);
      return;
    }
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  uri = g_file_get_uri (copy);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           g_object_ref (widget));
}

void
bh_file_opener_open (GtkWidget *widget, const char *path, const char *name, gint64 now)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (path != NULL && name != NULL);

  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->name = g_strdup (name);
  opening->now = now;
  task = g_task_new (widget, NULL, copied_cb, NULL);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, copy_in_worker);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_copy_finish (G_FILE (source), result, &error))
    show_failure (widget, _ ("The file was not saved"), error);
}

void
bh_file_opener_save (GtkWidget *widget, const char *path, GFile *target)
{
  g_autoptr (GFile) source = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (path != NULL);
  g_return_if_fail (G_IS_FILE (target));

  source = g_file_new_for_path (path);
  g_file_copy_async (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                     G_PRIORITY_DEFAULT, NULL, NULL, NULL, saved_cb, g_object_ref (widget));
}
