/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"

#include "domain/bh-filter.h"

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
