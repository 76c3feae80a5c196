/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-shift.h"

void
bh_shift_free (BhShift *shift)
{
  g_free (shift->note);
  g_free (shift->sheet);
  g_free (shift);
}

GPtrArray *
bh_shift_load_last (BhConnection *connection, guint limit, GError **error)
{
  g_autoptr (GPtrArray) shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_shift_free);
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection,
                                     "SELECT id, at, from_id, to_id, note, sheet FROM shift"
                                     " ORDER BY at DESC, id DESC LIMIT ?1",
                                     error);
  if (statement == NULL)
    return NULL;
  bh_statement_bind_int64 (statement, 1, limit);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhShift *shift = g_new0 (BhShift, 1);

      shift->id = bh_statement_get_int64 (statement, 0);
      shift->at = bh_statement_get_int64 (statement, 1);
      shift->from_id = bh_statement_get_int64 (statement, 2);
      shift->to_id = bh_statement_get_int64 (statement, 3);
      shift->note = bh_statement_dup_text (statement, 4);
      shift->sheet = bh_statement_dup_text (statement, 5);
      g_ptr_array_add (shifts, shift);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&shifts) : NULL;
}

gboolean
bh_shift_insert (BhWork *work, BhShift *shift, GError **error)
{
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (shift != NULL && shift->sheet != NULL, FALSE);

  statement = bh_connection_prepare (bh_work_get_connection (work),
                                     "INSERT INTO shift (id, at, from_id, to_id, note, sheet)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                     error);
  if (statement == NULL)
    return FALSE;
  shift->id = bh_id_source_next (bh_work_get_ids (work));
  bh_statement_bind_int64 (statement, 1, shift->id);
  bh_statement_bind_int64 (statement, 2, shift->at);
  bh_statement_bind_id (statement, 3, shift->from_id);
  bh_statement_bind_id (statement, 4, shift->to_id);
  bh_statement_bind_text (statement, 5, shift->note);
  bh_statement_bind_text (statement, 6, shift->sheet);

  return bh_statement_run (statement, error);
}
