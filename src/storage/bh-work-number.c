/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-work-private.h"

#include "storage/bh-ticket-repository.h"

/* The numbers that people see: counted by prefix of the community and year. */

#define DEFAULT_PREFIX "W"

static const char *
get_prefix (BhOffice *office, gint64 community_id)
{
  BhPlace *community = bh_office_get (office, BH_TYPE_PLACE, community_id);

  return community != NULL && community->prefix != NULL ? community->prefix : DEFAULT_PREFIX;
}

static BhStatement *
prepare_counter (BhWork *self, const char *sql, const char *prefix, int year, GError **error)
{
  BhStatement *statement = bh_connection_prepare (bh_work_get_connection (self), sql, error);

  if (statement != NULL)
    {
      bh_statement_bind_text (statement, 1, prefix);
      bh_statement_bind_int64 (statement, 2, year);
    }

  return statement;
}

static gboolean
count_up (BhWork *self, const char *prefix, int year, gint64 *last, GError **error)
{
  BhStatement *statement = prepare_counter (
      self, "UPDATE number_counter SET last = last + 1 WHERE prefix = ?1 AND year = ?2", prefix,
      year, error);

  if (statement == NULL || !bh_statement_run (statement, error))
    return FALSE;
  if (bh_connection_count_changes (bh_work_get_connection (self)) == 0)
    {
      *last = 1;
      statement = prepare_counter (
          self, "INSERT INTO number_counter (prefix, year, last) VALUES (?1, ?2, 1)", prefix, year,
          error);
      return statement != NULL && bh_statement_run (statement, error);
    }

  statement = prepare_counter (
      self, "SELECT last FROM number_counter WHERE prefix = ?1 AND year = ?2", prefix, year, error);
  if (statement == NULL || bh_statement_step (statement, error) != BH_STEP_ROW)
    return FALSE;
  *last = bh_statement_get_int64 (statement, 0);
  bh_statement_reset (statement);

  return TRUE;
}

/* A ledger may have brought a number of the same form, saved or not. */
static gboolean
is_taken (BhWork *self, const char *number, gboolean *taken, GError **error)
{
  g_autoptr (GError) local = NULL;

  *taken = bh_work_is_new_number (self, number)
           || bh_ticket_repository_find (bh_work_get_connection (self), number, &local) != 0;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return local == NULL;
}

char *
bh_work_next_number (BhWork *self, gint64 community_id, int year, GError **error)
{
  g_autofree char *number = NULL;
  BhOffice *office;
  gboolean taken = TRUE;

  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  office = bh_work_get_office (self, error);
  if (office == NULL)
    return NULL;

  while (taken)
    {
      const char *prefix = get_prefix (office, community_id);
      gint64 last;

      if (!count_up (self, prefix, year, &last, error))
        return NULL;
      g_free (number);
      number = g_strdup_printf (BH_NUMBER_FORMAT, prefix, year, last);
      if (!is_taken (self, number, &taken, error))
        return NULL;
    }

  return g_steal_pointer (&number);
}
