/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-command-line.h"

#include "app/bh-commands.h"
#include "app/bh-interrupt.h"
#include "base/bh-i18n.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef enum
{
  EXIT_DONE = 0,
  EXIT_FAILED = 1,
  EXIT_USAGE = 2,
} ExitStatus;

static const BhCommand *const commands[] = {
  &bh_command_list,     &bh_command_register,
  &bh_command_show,     &bh_command_do,
  &bh_command_kpi,      &bh_command_chart,
  &bh_command_import,   &bh_command_demo,
  &bh_command_check,    &bh_command_verify_reference,
  &bh_command_backup,   &bh_command_restore,
  &bh_command_settings, &bh_command_report,
  &bh_command_measure,  &bh_command_print,
  &bh_command_schedule, &bh_command_sweep,
};

static const BhCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }

  return NULL;
}

/* One line, whatever the message holds. */
static void
complain (const char *message)
{
  g_autofree char *line = g_strdelimit (g_strdup (message), "\r\n", ' ');

  fprintf (stderr, "bihuan: %s\n", line);
}

static ExitStatus
conclude (GError *error)
{
  if (error == NULL || g_error_matches (error, BH_USAGE_ERROR, BH_USAGE_ERROR_HELP))
    return EXIT_DONE;

  complain (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                ? _ ("Stopped; nothing was changed.")
                : error->message);

  return error->domain == BH_USAGE_ERROR || error->domain == G_OPTION_ERROR ? EXIT_USAGE
                                                                            : EXIT_FAILED;
}

static ExitStatus
reject_command (const char *name)
{
  g_autoptr (GString) names = g_string_new ("help");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (names, ", %s", commands[i]->name);
  bh_usage_fail (&error, _ ("There is no command “%s”; there are: %s."), name, names->str);

  return conclude (error);
}

/* @words: the command's name and what stands behind it */
static ExitStatus
run_command (const BhCommand *command, char **words, const char *database)
{
  BhInvocation invocation = {
    .command = command,
    .words = g_strdupv (words),
    .database = g_strdup (database),
    .clock = bh_clock_new_system (),
    .cancellable = g_cancellable_new (),
  };
  g_autoptr (GError) error = NULL;

  bh_interrupt_watch (invocation.cancellable);
  if (command->run (&invocation, &error))
    bh_invocation_finish (&invocation, &error);
  bh_invocation_clear (&invocation);

  return conclude (error);
}

static void
print_overview (void)
{
  guint width = 0;

  puts (_ ("Usage: bihuan [COMMAND …]"));
  puts (_ ("Without a command, the window opens."));
  puts ("");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    width = MAX (width, (guint) strlen (commands[i]->name));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-*s  %s\n", (int) width, commands[i]->name, gettext (commands[i]->summary));
  puts ("");
  puts (_ ("“bihuan help COMMAND” says more about a command."));
}

static ExitStatus
run_help (char **words)
{
  char *help[] = { words[1], (char *) "--help", NULL };
  const BhCommand *command;

  if (words[1] == NULL)
    {
      print_overview ();
      return EXIT_DONE;
    }
  command = find_command (words[1]);
  if (command == NULL)
    return reject_command (words[1]);

  return run_command (command, help, NULL);
}

static void
set_up_language (void)
{
  const char *folder = g_getenv ("BIHUAN_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : BH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* GLib stops to translate where the language of the program is neither English nor known, and
   * "C.UTF-8" is no English to it: no workbook in another language could be written. */
  if (*gettext ("") == '\0' && g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C."))
    setlocale (LC_MESSAGES, "C");
}

int
bh_command_line_run (int argc, char **argv, BhWindowFunc window)
{
  g_autofree char *database = NULL;
  gboolean version = FALSE, help = FALSE;
  const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) words = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  const BhCommand *command;

  set_up_language ();
  g_set_prgname ("bihuan");

  /* Options before the command; those behind it are the command's. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &words, &error))
    return conclude (error);

  if (version)
    puts ("bihuan " BH_VERSION);
  else if (help)
    print_overview ();
  else if (words[1] == NULL && window == NULL)
    {
      print_overview ();
      return EXIT_USAGE;
    }
  else if (words[1] == NULL)
    {
      BhInvocation invocation = { .database = g_steal_pointer (&database) };
      int status = window (bh_invocation_get_path (&invocation));

      bh_invocation_clear (&invocation);
      return status;
    }
  else if (g_str_equal (words[1], "help"))
    return run_help (words + 1);
  else
    {
      command = find_command (words[1]);
      return command != NULL ? run_command (command, words + 1, database)
                             : reject_command (words[1]);
    }

  return EXIT_DONE;
}
