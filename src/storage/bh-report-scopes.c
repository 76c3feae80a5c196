/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-report-scopes.h"

#include "domain/bh-filter.h"

/* Filters of schedules have no other text than that of now. */
#define SELECT_SCHEDULES "SELECT id, filter, filter FROM report_schedule WHERE filter <> ''"
#define SELECT_REPORTS                                                                             \
  "SELECT a.id, a.filter, COALESCE (s.scope, a.filter) FROM"                                       \
  " (SELECT r.id, r.filter FROM report AS r WHERE r.filter <> ''"                                  \
  " UNION SELECT f.report_id, f.filter FROM report_figure AS f WHERE f.filter <> '') AS a"         \
  " LEFT JOIN report_scope AS s ON s.report_id = a.id AND s.filter = a.filter"

/* Tickets that a row of the books is about. */
typedef struct
{
  gint64 id;
  char *filter; /* (owned): as it is written */
  char *scope;  /* (owned): by the names that the office had until now */
} Scope;

static void
scope_free (gpointer data)
{
  Scope *scope = data;

  g_free (scope->filter);
  g_free (scope->scope);
  g_free (scope);
}

/* Returns: (transfer full) (nullable) (element-type Scope) */
static GPtrArray *
list (BhWork *work, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func (scope_free);
  BhStatement *s = bh_connection_prepare (bh_work_get_connection (work), sql, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      Scope *scope = g_new0 (Scope, 1);

      scope->id = bh_statement_get_int64 (s, 0);
      scope->filter = bh_statement_dup_text (s, 1);
      scope->scope = bh_statement_dup_text (s, 2);
      g_ptr_array_add (scopes, scope);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&scopes) : NULL;
}

static gboolean
write_now (BhWork *work, const char *sql, const Scope *scope, const char *now, GError **error)
{
  BhStatement *s = bh_connection_prepare (bh_work_get_connection (work), sql, error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, scope->id);
  bh_statement_bind_text (s, 2, scope->filter);
  bh_statement_bind_text (s, 3, now);

  return bh_statement_run (s, error);
}

/* @write: takes id, filter and what it is now */
static gboolean
follow (BhWork *work, const char *select, const char *write, BhOffice *before, GError **error)
{
  BhOffice *after = bh_work_get_office (work, error);
  g_autoptr (GPtrArray) scopes = after != NULL ? list (work, select, error) : NULL;

  for (guint i = 0; scopes != NULL && i < scopes->len; i++)
    {
      const Scope *scope = g_ptr_array_index (scopes, i);
      g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (scope->scope, NULL);
      g_autoptr (BhTicketFilter) now
          = filter != NULL ? bh_ticket_filter_follow (filter, before, after) : NULL;

      if (now != NULL && !bh_ticket_filter_equal (filter, now)
          && !write_now (work, write, scope, bh_ticket_filter_to_text (now), error))
        return FALSE;
    }

  return scopes != NULL;
}

gboolean
bh_report_scopes_follow_names (BhWork *work, BhOffice *before, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (before), FALSE);

  return follow (work, SELECT_REPORTS,
                 "INSERT INTO report_scope (report_id, filter, scope) VALUES (?1, ?2, ?3)"
                 " ON CONFLICT (report_id, filter) DO UPDATE SET scope = excluded.scope",
                 before, error)
         && follow (work, SELECT_SCHEDULES,
                    "UPDATE report_schedule SET filter = ?3 WHERE id = ?1 AND filter = ?2", before,
                    error);
}
