/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"

#include "domain/bh-filter.h"
#include "storage/bh-measures.h"
#include "storage/bh-report-scopes.h"

gint64
bh_register_add_target (BhWork *work, BhTarget *target, GError **error)
{
  g_autoptr (BhTicketFilter) filter = NULL;
  BhStatement *statement;
  gint64 id;

  g_return_val_if_fail (BH_IS_WORK (work), 0);
  g_return_val_if_fail (BH_IS_TARGET (target), 0);

  filter = bh_ticket_filter_parse (target->filter, error);
  if (filter == NULL)
    return 0;

  statement = bh_connection_prepare (bh_work_get_connection (work),
                                     "INSERT INTO target (id, figure, filter, year, form, value,"
                                     " baseline, base_year, retired)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                     error);
  if (statement == NULL)
    return 0;

  id = bh_id_source_next (bh_work_get_ids (work));
  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_text (statement, 2, target->figure);
  bh_statement_bind_text (statement, 3, bh_ticket_filter_to_text (filter));
  bh_statement_bind_int64 (statement, 4, target->year);
  bh_statement_bind_int64 (statement, 5, target->form);
  bh_statement_bind_double (statement, 6, target->value);
  if (target->has_baseline)
    bh_statement_bind_double (statement, 7, target->baseline);
  else
    bh_statement_bind_null (statement, 7);
  bh_statement_bind_int64 (statement, 8, target->base_year);
  bh_statement_bind_int64 (statement, 9, bh_entry_is_retired (BH_ENTRY (target)));
  if (!bh_statement_run (statement, error))
    return 0;

  bh_work_touch_register (work);

  return id;
}

static gboolean
set_filter (BhWork *work, gint64 id, const char *text, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      bh_work_get_connection (work), "UPDATE target SET filter = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_text (statement, 2, text);

  return bh_statement_run (statement, error);
}

gboolean
bh_register_follow_names (BhWork *work, BhOffice *before, GError **error)
{
  BhOffice *after = bh_work_get_office (work, error);
  GPtrArray *targets;
  gboolean changed = FALSE;

  g_return_val_if_fail (BH_IS_OFFICE (before), FALSE);

  if (after == NULL)
    return FALSE;

  targets = bh_office_list (before, BH_TYPE_TARGET);
  for (guint i = 0; i < targets->len; i++)
    {
      BhTarget *target = g_ptr_array_index (targets, i);
      g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (target->filter, NULL);
      g_autoptr (BhTicketFilter) now
          = filter != NULL ? bh_ticket_filter_follow (filter, before, after) : NULL;

      if (now == NULL || bh_ticket_filter_equal (filter, now))
        continue;
      if (!set_filter (work, bh_entry_get_id (BH_ENTRY (target)), bh_ticket_filter_to_text (now),
                       error))
        return FALSE;
      changed = TRUE;
    }
  if (changed)
    bh_work_touch_register (work);

  return bh_measures_follow_names (work, before, error)
         && bh_report_scopes_follow_names (work, before, error);
}
