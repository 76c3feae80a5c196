/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-file-launcher.h"

#define FILE_MANAGER "org.freedesktop.FileManager1"
#define FILE_MANAGER_PATH "/org/freedesktop/FileManager1"
/* Who has no file manager on the bus hears of it at once; one that starts takes a while. */
#define PATIENCE_MS 10000

typedef struct
{
  GtkWidget *widget; /* (weak) (nullable) */
  GFile *file;       /* (owned) */
  BhLaunchFailed failed;
} Launch;

static Launch *
launch_new (GtkWidget *widget, GFile *file, BhLaunchFailed failed)
{
  Launch *launch = g_new0 (Launch, 1);

  g_set_weak_pointer (&launch->widget, widget);
  launch->file = g_object_ref (file);
  launch->failed = failed;

  return launch;
}

static void
launch_free (Launch *launch)
{
  g_clear_weak_pointer (&launch->widget);
  g_object_unref (launch->file);
  g_free (launch);
}

static void
fail (Launch *launch, const GError *error)
{
  if (launch->widget != NULL)
    launch->failed (launch->widget, error);
  launch_free (launch);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Launch *launch = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    launch_free (launch);
  else
    fail (launch, error);
}

/* @launch: (transfer full) */
static void
launch_uri (Launch *launch, GFile *file)
{
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = g_file_get_uri (file);

  if (launch->widget != NULL)
    context = gdk_display_get_app_launch_context (gtk_widget_get_display (launch->widget));
  g_app_info_launch_default_for_uri_async (
      uri, context != NULL ? G_APP_LAUNCH_CONTEXT (context) : NULL, NULL, launched_cb, launch);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Launch *launch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (launch->file, result, &error);

  if (info != NULL)
    launch_uri (launch, launch->file);
  else
    fail (launch, error);
}

void
bh_file_launcher_open (GtkWidget *widget, GFile *file, BhLaunchFailed failed)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (failed != NULL);

  /* Desktops start a program for a file that is not there, which then says so in its own way. */
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, looked_cb, launch_new (widget, file, failed));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Launch *launch = user_data;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (launch->file);

  /* Without a file manager that selects files, the folder alone. */
  if (answer == NULL && folder != NULL)
    launch_uri (launch, folder);
  else
    launch_free (launch);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Launch *launch = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (launch->file);
  g_autofree char *uri = g_file_get_uri (launch->file);
  const char *uris[] = { uri, NULL };

  if (bus != NULL)
    g_dbus_connection_call (bus, FILE_MANAGER, FILE_MANAGER_PATH, FILE_MANAGER, "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE,
                            PATIENCE_MS, NULL, shown_cb, launch);
  else if (folder != NULL)
    launch_uri (launch, folder);
  else
    launch_free (launch);
}

void
bh_file_launcher_show (GtkWidget *widget, GFile *file, BhLaunchFailed failed)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (failed != NULL);

  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, launch_new (widget, file, failed));
}
