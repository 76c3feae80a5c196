/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/** BH_USAGE_ERROR: the command line itself is wrong, as opposed to what it asks for. */
#define BH_USAGE_ERROR (bh_usage_error_quark ())
GQuark bh_usage_error_quark (void);

/**
 * BhUsageError:
 * @BH_USAGE_ERROR_WRONG: an argument is missing, one too many, or not understood
 * @BH_USAGE_ERROR_HELP: not an error: help was asked for and printed
 */
typedef enum
{
  BH_USAGE_ERROR_WRONG,
  BH_USAGE_ERROR_HELP,
} BhUsageError;

/** BhFormat: how a command prints data. */
typedef enum
{
  BH_FORMAT_TEXT,
  BH_FORMAT_JSON,
  BH_FORMAT_CSV,
} BhFormat;

typedef struct _BhCommand BhCommand;

/**
 * BhInvocation:
 *
 * One run of one command: what all commands share. Lives in the main thread.
 */
typedef struct
{
  const BhCommand *command;
  char **words; /* (owned): command name and what stands behind it; options are taken out */
  int n_words;
  char *database;    /* (owned) (nullable): as given with --database */
  char *format_name; /* (owned) (nullable): as given with --format */
  BhFormat format;
  BhClock *clock;            /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): cancelled by Ctrl+C */
  BhStore *store;            /* (owned) (nullable) */
  char *draft; /* (owned) (nullable): path of a new database that is not in its place yet */
} BhInvocation;

/**
 * BhCommand:
 * @name: the word on the command line
 * @arguments: what stands behind it, for help
 * @summary: one English sentence, to be translated
 * @describe: (nullable): more for help. Returns: (transfer full): translated
 * @run: does it. Returns: FALSE with @error
 */
struct _BhCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  char *(*describe) (void);
  gboolean (*run) (BhInvocation *invocation, GError **error);
};

/**
 * bh_invocation_parse:
 * @options: (nullable) (array zero-terminated=1): the command's own options
 * @min: how many words must stand behind the command's name
 * @max: how many may
 *
 * Reads the options of the command and those that all commands have. Words are in
 * bh_invocation_get_word() afterwards.
 *
 * Returns: FALSE with %BH_USAGE_ERROR or %G_OPTION_ERROR
 */
gboolean bh_invocation_parse (
    BhInvocation *self, const GOptionEntry *options, guint min, guint max, GError **error);

/** bh_invocation_print_help: prints how the command is used, with @options */
void bh_invocation_print_help (BhInvocation *self, const GOptionEntry *options);

/** bh_invocation_get_word: Returns: (transfer none) (nullable): the @i-th word behind the command,
 * from 0; NULL past the last */
const char *bh_invocation_get_word (BhInvocation *self, guint i);

/** bh_invocation_split_word: @word: "KEY=VALUE"; @key: (out) (transfer full); @value: (out)
 * (transfer none): behind the sign, "" too. Returns: FALSE with %BH_USAGE_ERROR */
gboolean
bh_invocation_split_word (const char *word, char **key, const char **value, GError **error);

/** bh_invocation_get_path: Returns: (transfer none): path of the database: --database, else
 * BIHUAN_DATABASE, else the user's own */
const char *bh_invocation_get_path (BhInvocation *self);

/** bh_invocation_make_folder: makes the folder of the database where there is none */
gboolean bh_invocation_make_folder (BhInvocation *self, GError **error);

/**
 * bh_invocation_open:
 * @flags: %BH_OPEN_CREATE makes the folder too; a database that is not there yet is made beside its
 *   place until bh_invocation_publish()
 *
 * Returns: (transfer none) (nullable): the store, opened once; %NULL with @error
 */
BhStore *bh_invocation_open (BhInvocation *self, BhOpenFlags flags, GError **error);

/** bh_invocation_publish: after what was to be done has succeeded: a new database goes to its place
 * now. Ctrl+C does not stop what comes after it. */
gboolean bh_invocation_publish (BhInvocation *self, GError **error);

/** bh_invocation_read: opens the database where needed, and runs @func in one read transaction */
gboolean bh_invocation_read (BhInvocation *self,
                             gboolean (*func) (BhConnection *, BhInvocation *, gpointer, GError **),
                             gpointer user_data,
                             GError **error);

/**
 * bh_invocation_read_filter:
 * @text: (nullable): of --filter
 *
 * Returns: (transfer full) (nullable): the filter with the names of the open office; %NULL with
 *   %BH_DOMAIN_ERROR_INPUT
 */
BhTicketFilter *bh_invocation_read_filter (BhInvocation *self, const char *text, GError **error);

/** bh_invocation_finish: says whether everything printed arrived, for the end of a command */
gboolean bh_invocation_finish (BhInvocation *self, GError **error);

/** bh_invocation_clear: frees everything, an unpublished database too */
void bh_invocation_clear (BhInvocation *self);

/** bh_usage_fail: sets %BH_USAGE_ERROR_WRONG. Returns: FALSE */
gboolean bh_usage_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
