/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check-parts.h"

#include "base/bh-i18n.h"
#include "domain/bh-day.h"
#include "storage/bh-seal.h"
#include "storage/bh-work-private.h"

/* Numbers that are listed where tickets are missing; more would hide the line. */
#define MAX_MISSING 20

static GPtrArray *
load_seals (BhConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_seal_free);
  BhStatement *s
      = bh_connection_prepare (connection,
                               "SELECT community_id, day, from_at, to_at, tickets, previous, hash"
                               " FROM seal ORDER BY community_id, day",
                               error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhSeal *seal = g_new0 (BhSeal, 1);

      seal->community_id = bh_statement_get_int64 (s, 0);
      seal->day = (int) bh_statement_get_int64 (s, 1);
      seal->from_at = bh_statement_get_int64 (s, 2);
      seal->to_at = bh_statement_get_int64 (s, 3);
      seal->tickets = bh_statement_get_int64 (s, 4);
      seal->previous = bh_statement_dup_text (s, 5);
      seal->hash = bh_statement_dup_text (s, 6);
      g_ptr_array_add (seals, seal);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&seals) : NULL;
}

static const char *
get_community_name (BhCheck *check, gint64 id)
{
  return id != 0 ? bh_office_get_name (check->office, BH_TYPE_PLACE, id) : _ ("No community");
}

/* Whether the seal follows the one before it in its community: none was taken out. */
static gboolean
follows (const BhSeal *seal, const BhSeal *before)
{
  if (before == NULL || before->community_id != seal->community_id)
    return seal->previous[0] == '\0';

  return seal->from_at == before->to_at && g_str_equal (seal->previous, before->hash);
}

static gboolean
check_seal (BhCheck *check, BhSeal *seal, gboolean *fewer, GError **error)
{
  g_autofree char *sealed_hash = g_strdup (seal->hash);
  g_autofree char *day = bh_day_format (seal->day);
  gint64 sealed = seal->tickets;

  if (!bh_seal_compute (check->connection, seal, error))
    return FALSE;

  if (seal->tickets < sealed)
    {
      *fewer = TRUE;
      bh_check_add (check,
                    _ ("%s, %s: the histories of %d tickets grew on that day, but only %d are "
                       "there: tickets were deleted or cut."),
                    get_community_name (check, seal->community_id), day, (int) sealed,
                    (int) seal->tickets);
    }
  else if (g_strcmp0 (sealed_hash, seal->hash) != 0)
    bh_check_add (check,
                  _ ("%s, %s: the histories of that day are not those that were sealed: some were "
                     "cut, changed or added afterwards."),
                  get_community_name (check, seal->community_id), day);

  /* The next seal was made over the hash as it is stored. */
  g_free (seal->hash);
  seal->hash = g_steal_pointer (&sealed_hash);

  return TRUE;
}

/* Numbers are given one after the other, so that one that nobody has tells which ticket is gone. */
static const char SELECT_COUNTERS[]
    = "SELECT prefix, year, last FROM number_counter ORDER BY prefix, year";

static gboolean
add_missing (
    BhCheck *check, const char *prefix, int year, gint64 last, GPtrArray *missing, GError **error)
{
  for (gint64 i = 1; i <= last && missing->len < MAX_MISSING; i++)
    {
      g_autofree char *number = g_strdup_printf (BH_NUMBER_FORMAT, prefix, year, i);
      g_autoptr (GError) failure = NULL;

      if (bh_ticket_repository_find (check->connection, number, &failure) == 0)
        {
          if (failure != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&failure));
              return FALSE;
            }
          g_ptr_array_add (missing, g_steal_pointer (&number));
        }
    }

  return TRUE;
}

static gboolean
name_missing (BhCheck *check, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  BhStatement *s = bh_connection_prepare (check->connection, SELECT_COUNTERS, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    if (!add_missing (check, bh_statement_get_text (s, 0), (int) bh_statement_get_int64 (s, 1),
                      bh_statement_get_int64 (s, 2), missing, error))
      return FALSE;
  if (step == BH_STEP_ERROR)
    return FALSE;

  if (missing->len > 0)
    {
      g_autofree char *list = NULL;

      g_ptr_array_add (missing, NULL);
      list = g_strjoinv (", ", (char **) missing->pdata);
      bh_check_add (check, _ ("Numbers that were given, but have no ticket: %s"), list);
    }

  return TRUE;
}

gboolean
bh_check_seals (BhCheck *check, GError **error)
{
  g_autoptr (GPtrArray) seals = load_seals (check->connection, error);
  BhSeal *before = NULL;
  gboolean fewer = FALSE;

  if (seals == NULL)
    return FALSE;

  for (guint i = 0; i < seals->len; i++)
    {
      BhSeal *seal = g_ptr_array_index (seals, i);

      if (!follows (seal, before))
        {
          g_autofree char *day = bh_day_format (seal->day);

          bh_check_add (check, _ ("%s, %s: the seal does not follow the one before it."),
                        get_community_name (check, seal->community_id), day);
        }
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error)
          || !check_seal (check, seal, &fewer, error))
        return FALSE;
      before = seal;
    }

  return !fewer || name_missing (check, error);
}
