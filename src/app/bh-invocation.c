/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-invocation.h"

#include "app/bh-draft.h"
#include "base/bh-i18n.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (bh - usage - error - quark, bh_usage_error)

static const char *const format_names[] = { "text", "json", "csv" };

gboolean
bh_usage_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (BH_USAGE_ERROR, BH_USAGE_ERROR_WRONG, format, arguments));
  va_end (arguments);

  return FALSE;
}

static gboolean
find_format (BhInvocation *self, GError **error)
{
  if (self->format_name == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    {
      if (g_str_equal (self->format_name, format_names[i]))
        {
          self->format = (BhFormat) i;
          return TRUE;
        }
    }

  return bh_usage_fail (error, _ ("There is no format “%s”; there are: text, json, csv."),
                        self->format_name);
}

/* Entries of GOption hold pointers to where a value goes, hence a context for each use. */
static GOptionContext *
make_context (BhInvocation *self, const GOptionEntry *options, gboolean *help)
{
  GOptionContext *context = g_option_context_new (self->command->arguments);
  const GOptionEntry common[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database,
      N_ ("The office's database (default: BIHUAN_DATABASE, else the user's own)"), N_ ("PATH") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format_name,
      N_ ("How to print: text, json or csv"), N_ ("FORMAT") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, gettext (self->command->summary));
  if (*help && self->command->describe != NULL)
    {
      g_autofree char *description = self->command->describe ();

      g_option_context_set_description (context, description);
    }
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return context;
}

gboolean
bh_invocation_parse (
    BhInvocation *self, const GOptionEntry *options, guint min, guint max, GError **error)
{
  gboolean help = FALSE;
  g_autoptr (GOptionContext) context = make_context (self, options, &help);
  guint n;

  if (!g_option_context_parse_strv (context, &self->words, error))
    return FALSE;
  self->n_words = (int) g_strv_length (self->words);

  if (help)
    {
      bh_invocation_print_help (self, options);
      g_set_error_literal (error, BH_USAGE_ERROR, BH_USAGE_ERROR_HELP, "");
      return FALSE;
    }
  if (!find_format (self, error))
    return FALSE;

  n = (guint) self->n_words - 1;
  if (n < min || n > max)
    return bh_usage_fail (error, _ ("It is “bihuan %s %s”; see “bihuan help %s”."),
                          self->command->name, self->command->arguments, self->command->name);

  return TRUE;
}

void
bh_invocation_print_help (BhInvocation *self, const GOptionEntry *options)
{
  gboolean help = TRUE;
  g_autoptr (GOptionContext) context = make_context (self, options, &help);
  g_autofree char *name = g_strconcat ("bihuan ", self->command->name, NULL);
  g_autofree char *text = NULL;

  g_set_prgname (name);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname ("bihuan");
  fputs (text, stdout);
}

const char *
bh_invocation_get_word (BhInvocation *self, guint i)
{
  return i + 1 < (guint) self->n_words ? self->words[i + 1] : NULL;
}

gboolean
bh_invocation_split_word (const char *word, char **key, const char **value, GError **error)
{
  const char *equals;
  g_autofree char *name = NULL;

  g_return_val_if_fail (word != NULL && key != NULL && value != NULL, FALSE);

  equals = strchr (word, '=');
  if (equals == NULL || equals == word)
    return bh_usage_fail (error, _ ("“%s” is not of the form KEY=VALUE."), word);
  if (!g_utf8_validate (word, -1, NULL))
    return bh_usage_fail (error, _ ("A value is not text in UTF-8."));

  name = g_strndup (word, (gsize) (equals - word));
  if (!g_str_is_ascii (name) || strpbrk (name, " \\\t\n\r") != NULL)
    return bh_usage_fail (error, _ ("“%s” is not of the form KEY=VALUE."), word);
  *key = g_steal_pointer (&name);
  *value = equals + 1;

  return TRUE;
}

const char *
bh_invocation_get_path (BhInvocation *self)
{
  const char *environment = g_getenv ("BIHUAN_DATABASE");

  if (self->database == NULL && environment != NULL && *environment != '\0')
    self->database = g_strdup (environment);
  if (self->database == NULL)
    self->database = g_build_filename (g_get_user_data_dir (), "bihuan", "office.bihuan", NULL);

  return self->database;
}

gboolean
bh_invocation_make_folder (BhInvocation *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (bh_invocation_get_path (self));

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
  return FALSE;
}

BhStore *
bh_invocation_open (BhInvocation *self, BhOpenFlags flags, GError **error)
{
  const char *path = bh_invocation_get_path (self);

  if (self->store != NULL)
    return self->store;

  if (flags == BH_OPEN_CREATE && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!bh_invocation_make_folder (self, error))
        return NULL;
      self->draft = bh_draft_make_path (path);
      path = self->draft;
    }
  self->store = bh_store_open (path, flags, self->clock, error);

  return self->store;
}

static void
close_store (BhInvocation *self)
{
  if (self->store != NULL)
    bh_store_close (self->store);
  g_clear_object (&self->store);
}

gboolean
bh_invocation_publish (BhInvocation *self, GError **error)
{
  /* What is done is done: nobody is told that it was stopped. */
  g_clear_object (&self->cancellable);
  if (self->draft == NULL)
    return TRUE;

  close_store (self);
  if (!bh_draft_publish (self->draft, bh_invocation_get_path (self), error))
    return FALSE;
  g_clear_pointer (&self->draft, g_free);

  return TRUE;
}

typedef struct
{
  BhInvocation *invocation;
  gboolean (*func) (BhConnection *, BhInvocation *, gpointer, GError **);
  gpointer user_data;
} Read;

static gpointer
read_cb (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Read *read = user_data;

  return GINT_TO_POINTER (read->func (connection, read->invocation, read->user_data, error));
}

gboolean
bh_invocation_read (BhInvocation *self,
                    gboolean (*func) (BhConnection *, BhInvocation *, gpointer, GError **),
                    gpointer user_data,
                    GError **error)
{
  Read read = { self, func, user_data };

  if (bh_invocation_open (self, BH_OPEN_EXISTING, error) == NULL)
    return FALSE;

  return bh_store_read (self->store, read_cb, &read, self->cancellable, error) != NULL;
}

BhTicketFilter *
bh_invocation_read_filter (BhInvocation *self, const char *text, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (self->store);
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, error);

  return filter != NULL ? bh_ticket_filter_resolve (filter, office, error) : NULL;
}

gboolean
bh_invocation_finish (BhInvocation *self, GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("What was to be printed could not be written: %s"), g_strerror (errno));
  return FALSE;
}

void
bh_invocation_clear (BhInvocation *self)
{
  close_store (self);
  if (self->draft != NULL)
    bh_draft_remove (self->draft);
  g_clear_pointer (&self->draft, g_free);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->database, g_free);
  g_clear_pointer (&self->format_name, g_free);
}
