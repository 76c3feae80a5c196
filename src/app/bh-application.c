/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-application.h"

#include "app/bh-command-line.h"
#include "app/bh-notifier.h"
#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-housekeeping.h"
#include "desk/bh-sweeper.h"
#include "ui/bh-ui.h"
#include "ui/bh-window.h"
#include "ui/common/bh-about.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-opening-window.h"
#include "ui/common/bh-problem-window.h"

#include <stdio.h>

/* What takes less is not worth a word. */
#define PATIENCE_MS 200

struct _BhApplication
{
  AdwApplication parent_instance;

  BhClock *clock;      /* (owned) */
  GHashTable *opening; /* (owned): filename to Opening, of those on their way to their window */
};

G_DEFINE_FINAL_TYPE (BhApplication, bh_application, ADW_TYPE_APPLICATION)

static void open_database (BhApplication *self, const char *path);

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bh_about_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows
      = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closing each lets it write what it has to remember. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static GtkWindow *
find_window (BhApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (BH_IS_WINDOW (l->data)
          && g_str_equal (
              bh_store_get_path (bh_desk_get_store (bh_window_get_desk (BH_WINDOW (l->data)))),
              path))
        return GTK_WINDOW (l->data);
    }

  return NULL;
}

/* A click on a notification; its office may be closed by then. */
static void
show_ticket_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BhApplication *self = BH_APPLICATION (user_data);
  g_autofree char *path = NULL;
  GtkWindow *window;
  gint64 id;

  g_variant_get (parameter, "(sx)", &path, &id);
  window = find_window (self, path);
  if (window == NULL)
    {
      open_database (self, path);
      return;
    }
  if (id != 0)
    bh_window_open_ticket (BH_WINDOW (window), id);
  else
    bh_window_show_page (BH_WINDOW (window), "today");
  gtk_window_present (window);
}

static const GActionEntry actions[] = {
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { BH_NOTIFIER_ACTION, show_ticket_cb, "(sx)", NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "win.close", { "<Control>w", NULL } },
  { "win.show-help-overlay", { "<Control>question", "<Control>F1", NULL } },
  { "win.new-ticket", { "<Control>n", NULL } },
  { "win.search", { "<Control>k", NULL } },
  { "win.preferences", { "<Control>comma", NULL } },
};

static void
retry_cb (BhProblemWindow *window, gpointer user_data)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (window), "bh-path"));

  open_database (BH_APPLICATION (user_data), path);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
show_problem (BhApplication *self, const char *path, GError *error)
{
  BhProblemWindow *window = bh_problem_window_new (ADW_APPLICATION (self), error);

  g_object_set_data_full (G_OBJECT (window), "bh-path", g_strdup (path), g_free);
  g_signal_connect_object (window, "retry", G_CALLBACK (retry_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
say_failure (BhWindow *window, const char *text)
{
  AdwToast *toast = bh_message_new_toast (text);

  adw_toast_set_timeout (toast, 0);
  bh_window_add_toast (window, toast);
}

static void
copy_failed_cb (BhWindow *window, GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("The daily copy failed: %s"), error->message);

  say_failure (window, text);
}

/* The office keeps its house as long as its window is open. */
static void
keep_house (BhWindow *window, BhStore *store)
{
  BhHousekeeping *housekeeping = bh_housekeeping_new (store);

  g_signal_connect_object (housekeeping, "failed", G_CALLBACK (copy_failed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "destroy", G_CALLBACK (g_object_run_dispose), housekeeping,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (window), "bh-housekeeping", housekeeping, g_object_unref);
}

static void
sweep_failed_cb (BhWindow *window, GError *error)
{
  g_autofree char *text
      = g_strdup_printf (_ ("The deadlines could not be looked over: %s"), error->message);

  say_failure (window, text);
}

/* That a year of the calendar is missing stands on Today. */
static void
swept_cb (BhWindow *window, BhSweep *sweep)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (application != NULL && sweep->n_warnings > 0)
    bh_notifier_send (G_APPLICATION (application), bh_window_get_desk (window), sweep);
}

/* The clocks are looked over as long as the window is open. */
static void
watch_clocks (BhWindow *window, BhStore *store)
{
  BhSweeper *sweeper = bh_sweeper_new (store);

  g_signal_connect_object (sweeper, "swept", G_CALLBACK (swept_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (sweeper, "failed", G_CALLBACK (sweep_failed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "destroy", G_CALLBACK (g_object_run_dispose), sweeper,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (window), "bh-sweeper", sweeper, g_object_unref);
}

/* An office on its way to its window. */
typedef struct
{
  BhApplication *application; /* (owned): is held meanwhile */
  char *path;                 /* (owned) */
  GtkWindow *window;          /* (weak) (nullable): says that it takes a while */
  guint patience_id;
} Opening;

static gboolean
patience_cb (gpointer user_data)
{
  Opening *opening = user_data;
  GtkWindow *window = bh_opening_window_new (ADW_APPLICATION (opening->application), opening->path);

  opening->patience_id = 0;
  g_set_weak_pointer (&opening->window, window);
  gtk_window_present (window);

  return G_SOURCE_REMOVE;
}

/* The next window is there before this one goes. */
static void
opening_free (Opening *opening)
{
  g_clear_handle_id (&opening->patience_id, g_source_remove);
  if (opening->window != NULL)
    gtk_window_destroy (opening->window);
  g_clear_weak_pointer (&opening->window);
  g_hash_table_remove (opening->application->opening, opening->path);
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_free (opening->path);
  g_free (opening);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  gboolean is_given_up = opening->patience_id == 0 && opening->window == NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) store = bh_store_open_finish (result, &error);

  /* Who closed the window that said so no longer waits for it. */
  if (store != NULL && !is_given_up)
    {
      g_autoptr (BhDesk) desk = bh_desk_new (store);
      BhWindow *window = bh_window_new (ADW_APPLICATION (opening->application), desk);

      keep_house (window, store);
      watch_clocks (window, store);
      gtk_window_present (GTK_WINDOW (window));
    }
  else if (store == NULL)
    show_problem (opening->application, opening->path, error);
  opening_free (opening);
}

/* Who closed the window that said so, and asks again, waits again. */
static void
wait_again (Opening *opening)
{
  if (opening->window != NULL)
    gtk_window_present (opening->window);
  else if (opening->patience_id == 0)
    patience_cb (opening);
}

static void
open_database (BhApplication *self, const char *path)
{
  GtkWindow *window = find_window (self, path);
  Opening *opening = g_hash_table_lookup (self->opening, path);

  if (window != NULL)
    gtk_window_present (window);
  else if (opening != NULL)
    wait_again (opening);
  if (window != NULL || opening != NULL)
    return;

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->path = g_strdup (path);
  g_hash_table_insert (self->opening, opening->path, opening);
  opening->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, opening);
  g_application_hold (G_APPLICATION (self));
  bh_store_open_async (path, BH_OPEN_CREATE, self->clock, opened_cb, opening);
}

static void
bh_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_database (BH_APPLICATION (application), path);
    }
}

static void
bh_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (bh_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
}

static void
bh_application_finalize (GObject *object)
{
  g_object_unref (BH_APPLICATION (object)->clock);
  g_hash_table_unref (BH_APPLICATION (object)->opening);

  G_OBJECT_CLASS (bh_application_parent_class)->finalize (object);
}

static void
bh_application_class_init (BhApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_application_finalize;
  G_APPLICATION_CLASS (klass)->open = bh_application_open;
  G_APPLICATION_CLASS (klass)->startup = bh_application_startup;
}

static void
bh_application_init (BhApplication *self)
{
  self->clock = bh_clock_new_system ();
  self->opening = g_hash_table_new (g_str_hash, g_str_equal);
}

BhApplication *
bh_application_new (void)
{
  bh_ui_init ();

  return g_object_new (BH_TYPE_APPLICATION, "application-id", BH_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/io/github/bihuan/Bihuan",
                       NULL);
}

/* The library of the pinyin takes 0.1 s to begin, which the first list with initials would wait
 * for; it is ready by then. */
static gpointer
begin_pinyin (gpointer data)
{
  g_free (bh_text_pinyin_initials ("闭环"));

  return NULL;
}

int
bh_application_run (const char *database)
{
  g_autoptr (BhApplication) application = NULL;
  char *arguments[] = { (char *) "bihuan", (char *) database, NULL };

  g_return_val_if_fail (database != NULL, 1);

  if (!gtk_init_check ())
    {
      fprintf (stderr, "bihuan: %s\n",
               _ ("There is no display for the window; “bihuan help” lists the commands that need "
                  "none."));
      return 1;
    }
  g_thread_unref (g_thread_new ("bihuan-pinyin", begin_pinyin, NULL));
  /* Desktops know the window by it. */
  g_set_prgname (BH_APP_ID);
  g_set_application_name (_ ("Bihuan"));
  application = bh_application_new ();

  return g_application_run (G_APPLICATION (application), 2, arguments);
}
