/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-policies.h"

#include "base/bh-i18n.h"

#define COLUMNS                                                                                    \
  "id, category_id, grade, version, valid_from, hours, limit_dispatch, limit_accept,"              \
  " limit_investigate, limit_plan, limit_execute, limit_sign, limit_callback, limit_response,"     \
  " limit_completion, skip_investigate, skip_plan, needs_cause, allows_answer,"                    \
  " retired, callback, callback_percent, needs_photo"
#define FIRST_LIMIT 6

static BhPolicy *
read_policy (BhStatement *statement)
{
  BhPolicy *policy = g_object_new (BH_TYPE_POLICY, NULL);

  policy->id = bh_statement_get_int64 (statement, 0);
  policy->category_id = bh_statement_get_int64 (statement, 1);
  policy->grade = (BhGrade) bh_statement_get_int64 (statement, 2);
  policy->version = (int) bh_statement_get_int64 (statement, 3);
  policy->valid_from = bh_statement_get_int64 (statement, 4);
  policy->hours = (BhHours) bh_statement_get_int64 (statement, 5);
  for (guint clock = BH_CLOCK_DISPATCH; clock < BH_N_CLOCKS; clock++)
    policy->limits[clock] = bh_statement_get_int64 (statement, FIRST_LIMIT + clock - 1);
  policy->skip_investigate = bh_statement_get_int64 (statement, 15) != 0;
  policy->skip_plan = bh_statement_get_int64 (statement, 16) != 0;
  policy->needs_cause = bh_statement_get_int64 (statement, 17) != 0;
  policy->allows_answer = bh_statement_get_int64 (statement, 18) != 0;
  policy->retired = bh_statement_get_int64 (statement, 19) != 0;
  policy->callback = (BhCallbackMode) bh_statement_get_int64 (statement, 20);
  policy->callback_percent = (int) bh_statement_get_int64 (statement, 21);
  policy->needs_photo = bh_statement_get_int64 (statement, 22) != 0;

  return policy;
}

gboolean
bh_register_load_policies (BhConnection *connection, BhOffice *office, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection, "SELECT " COLUMNS " FROM policy ORDER BY id", error);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      g_autoptr (BhPolicy) policy = read_policy (statement);

      bh_office_add_policy (office, policy);
    }

  return step == BH_STEP_DONE;
}

/* The version after the last one of the same category and grade. */
static gboolean
read_next_version (BhConnection *connection, BhPolicy *policy, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection,
                               "SELECT COALESCE (MAX (version), 0) + 1 FROM policy"
                               " WHERE COALESCE (category_id, 0) = ?1 AND grade = ?2",
                               error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, policy->category_id);
  bh_statement_bind_int64 (statement, 2, policy->grade);
  if (bh_statement_step (statement, error) != BH_STEP_ROW)
    return FALSE;

  policy->version = (int) bh_statement_get_int64 (statement, 0);
  bh_statement_reset (statement);

  return TRUE;
}

gint64
bh_register_add_policy (BhWork *work, BhPolicy *policy, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_POLICY (policy), 0);

  if (!read_next_version (connection, policy, error))
    return 0;

  statement = bh_connection_prepare (connection,
                                     "INSERT INTO policy (" COLUMNS ")"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                     " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)",
                                     error);
  if (statement == NULL)
    return 0;

  policy->id = bh_id_source_next (bh_work_get_ids (work));
  bh_statement_bind_int64 (statement, 1, policy->id);
  bh_statement_bind_id (statement, 2, policy->category_id);
  bh_statement_bind_int64 (statement, 3, policy->grade);
  bh_statement_bind_int64 (statement, 4, policy->version);
  bh_statement_bind_int64 (statement, 5, policy->valid_from);
  bh_statement_bind_int64 (statement, 6, policy->hours);
  for (guint clock = BH_CLOCK_DISPATCH; clock < BH_N_CLOCKS; clock++)
    bh_statement_bind_int64 (statement, FIRST_LIMIT + clock, policy->limits[clock]);
  bh_statement_bind_int64 (statement, 16, policy->skip_investigate);
  bh_statement_bind_int64 (statement, 17, policy->skip_plan);
  bh_statement_bind_int64 (statement, 18, policy->needs_cause);
  bh_statement_bind_int64 (statement, 19, policy->allows_answer);
  bh_statement_bind_int64 (statement, 20, policy->retired);
  bh_statement_bind_int64 (statement, 21, policy->callback);
  bh_statement_bind_int64 (statement, 22, policy->callback_percent);
  bh_statement_bind_int64 (statement, 23, policy->needs_photo);
  if (!bh_statement_run (statement, error))
    return 0;

  bh_work_touch_register (work);

  return policy->id;
}
