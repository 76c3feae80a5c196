/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "base/bh-i18n.h"
#include "storage/bh-backup.h"

#include <stdio.h>

static gboolean
run_backup (BhInvocation *invocation, GError **error)
{
  const char *target;
  guint n_left_out;

  if (!bh_invocation_parse (invocation, NULL, 1, 1, error)
      || bh_invocation_open (invocation, BH_OPEN_EXISTING, error) == NULL)
    return FALSE;

  target = bh_invocation_get_word (invocation, 0);
  if (!bh_backup_write (invocation->store, target, &n_left_out, invocation->cancellable, error))
    return FALSE;
  printf (_ ("Copied to %s.\n"), target);
  if (n_left_out > 0)
    fprintf (
        stderr,
        ngettext ("%u attached file is damaged and not in the copy; “bihuan check” names it.\n",
                  "%u attached files are damaged and not in the copy; “bihuan check” names "
                  "them.\n",
                  n_left_out),
        n_left_out);

  return TRUE;
}

static gboolean
run_restore (BhInvocation *invocation, GError **error)
{
  g_autofree char *kept = NULL;
  const char *path;

  if (!bh_invocation_parse (invocation, NULL, 1, 1, error)
      || !bh_invocation_make_folder (invocation, error))
    return FALSE;

  path = bh_invocation_get_path (invocation);
  if (!bh_backup_restore (bh_invocation_get_word (invocation, 0), path, invocation->clock, &kept,
                          error))
    return FALSE;
  printf (_ ("Restored to %s.\n"), path);
  if (kept != NULL)
    printf (_ ("What was there before is kept in %s.\n"), kept);

  return TRUE;
}

const BhCommand bh_command_backup = {
  .name = "backup",
  .arguments = "FILE",
  .summary = N_ ("Writes a consistent copy of the database, also while it is in use."),
  .run = run_backup,
};

const BhCommand bh_command_restore = {
  .name = "restore",
  .arguments = "FILE",
  .summary = N_ ("Puts a copy in the place of the database, and keeps what was there."),
  .run = run_restore,
};
