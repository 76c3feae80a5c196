/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check-parts.h"

#include "base/bh-i18n.h"

/* What SQLite itself knows of its file; another engine checks its own. */

static gboolean
check_pages (BhCheck *check, GError **error)
{
  BhStatement *s = bh_connection_prepare (check->connection, "PRAGMA integrity_check", error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    if (g_strcmp0 (bh_statement_get_text (s, 0), "ok") != 0)
      bh_check_add (check, _ ("The file is damaged: %s. Restore the latest backup copy."),
                    bh_statement_get_text (s, 0));

  return step == BH_STEP_DONE;
}

static const char SELECT_BROKEN[] = "SELECT \"table\", parent, COUNT (*) FROM "
                                    "pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2";

static gboolean
check_references (BhCheck *check, GError **error)
{
  BhStatement *s = bh_connection_prepare (check->connection, SELECT_BROKEN, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    bh_check_add (check, _ ("%d rows of the table %s refer to rows of %s that are not there."),
                  (int) bh_statement_get_int64 (s, 2), bh_statement_get_text (s, 0),
                  bh_statement_get_text (s, 1));

  return step == BH_STEP_DONE;
}

gboolean
bh_check_file (BhCheck *check, GError **error)
{
  return check_pages (check, error) && check_references (check, error);
}
