/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-seal.h"

#define HASH_VERSION "bihuan-seal-1"
#define HISTORY_VERSION "bihuan-history-1"

static const char SELECT_HEADS[]
    = "SELECT ticket_id, seq, hash FROM event WHERE recorded_at >= ?1 AND recorded_at < ?2"
      " AND COALESCE (community_id, 0) = ?3 ORDER BY ticket_id, seq";

static const char SELECT_COMMUNITIES[]
    = "SELECT id FROM place WHERE parent_id IS NULL UNION SELECT 0 ORDER BY 1";

static const char SELECT_LAST[] = "SELECT to_at, day, hash FROM seal WHERE community_id = ?1"
                                  " ORDER BY day DESC LIMIT 1";

static const char SELECT_LAST_UNTIL[]
    = "SELECT to_at, day, hash, (SELECT SUM (b.tickets) FROM seal AS b"
      " WHERE b.community_id = ?1 AND b.to_at <= ?2) FROM seal WHERE community_id = ?1"
      " AND to_at <= ?2 ORDER BY day DESC LIMIT 1";

static const char SELECT_FIRST_EVENT[] = "SELECT MIN (recorded_at) FROM event";

static const char SELECT_END[] = "SELECT MAX (to_at) FROM seal";

static const char INSERT_SEAL[]
    = "INSERT INTO seal (community_id, day, from_at, to_at, tickets, previous, hash)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

void
bh_seal_free (BhSeal *seal)
{
  g_free (seal->previous);
  g_free (seal->hash);
  g_free (seal);
}

static void
add_head (GChecksum *checksum, gint64 ticket_id, gint64 seq, const char *hash)
{
  g_autofree char *line
      = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", ticket_id, seq, hash);

  g_checksum_update (checksum, (const guchar *) line, -1);
}

/* Rows come by ticket and sequence: the last one of a ticket is its head. */
static gboolean
add_heads (BhStatement *statement, GChecksum *checksum, gint64 *tickets, GError **error)
{
  g_autofree char *hash = NULL;
  gint64 ticket_id = 0, seq = 0;
  BhStep step;

  *tickets = 0;
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      if (ticket_id != bh_statement_get_int64 (statement, 0))
        {
          if (ticket_id != 0)
            add_head (checksum, ticket_id, seq, hash);
          (*tickets)++;
        }
      ticket_id = bh_statement_get_int64 (statement, 0);
      seq = bh_statement_get_int64 (statement, 1);
      g_free (hash);
      hash = bh_statement_dup_text (statement, 2);
    }
  if (ticket_id != 0)
    add_head (checksum, ticket_id, seq, hash);

  return step == BH_STEP_DONE;
}

/* The heads of the chains of a community that grew from @from until before @to. */
static gboolean
add_grown (BhConnection *connection,
           gint64 community_id,
           gint64 from,
           gint64 to,
           GChecksum *checksum,
           gint64 *tickets,
           GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, SELECT_HEADS, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, from);
  bh_statement_bind_int64 (statement, 2, to);
  bh_statement_bind_int64 (statement, 3, community_id);

  return add_heads (statement, checksum, tickets, error);
}

gboolean
bh_seal_compute (BhConnection *connection, BhSeal *seal, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *head = NULL;

  head = g_strdup_printf (
      HASH_VERSION "\n%" G_GINT64_FORMAT "\n%d\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n",
      seal->community_id, seal->day, seal->from_at, seal->to_at, seal->previous);
  g_checksum_update (checksum, (const guchar *) head, -1);
  if (!add_grown (connection, seal->community_id, seal->from_at, seal->to_at, checksum,
                  &seal->tickets, error))
    return FALSE;

  g_free (seal->hash);
  seal->hash = g_strdup (g_checksum_get_string (checksum));

  return TRUE;
}

static gboolean
insert_seal (BhConnection *connection, const BhSeal *seal, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, INSERT_SEAL, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, seal->community_id);
  bh_statement_bind_int64 (statement, 2, seal->day);
  bh_statement_bind_int64 (statement, 3, seal->from_at);
  bh_statement_bind_int64 (statement, 4, seal->to_at);
  bh_statement_bind_int64 (statement, 5, seal->tickets);
  bh_statement_bind_text (statement, 6, seal->previous);
  bh_statement_bind_text (statement, 7, seal->hash);

  return bh_statement_run (statement, error);
}

/* Where the sealing of a community stands: the next seal begins at @from and follows @last_day. */
typedef struct
{
  gint64 from;
  int last_day;
  char *previous; /* (owned) */
} Position;

static gboolean
load_position (BhConnection *connection, gint64 community_id, Position *position, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, SELECT_LAST, error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, community_id);
  step = bh_statement_step (statement, error);
  if (step == BH_STEP_ROW)
    {
      position->from = bh_statement_get_int64 (statement, 0);
      position->last_day = (int) bh_statement_get_int64 (statement, 1);
      position->previous = bh_statement_dup_text (statement, 2);
      bh_statement_reset (statement);
    }
  else
    position->previous = g_strdup ("");

  return step != BH_STEP_ERROR;
}

/* The office day to seal next. It begins where the seal before ended, whatever the time zone was
 * then, and where that is in the middle of a day that has its seal it is joined to the next one. */
static gboolean
find_day (BhOfficeTime *time, const Position *position, int *number, gint64 *to)
{
  BhPeriod day = { .to = position->from };

  do
    {
      BhLocalTime local;

      bh_office_time_split (time, day.to, &local);
      if (!bh_office_time_get_day (time, local.day, &day))
        return FALSE;
      *number = local.day;
      *to = day.to;
    }
  while (*number <= position->last_day);

  return TRUE;
}

/* Seals one day after the other up to the last one that ended by @now. */
static gboolean
seal_community (
    BhWork *work, gint64 community_id, gint64 first, gint64 now, BhOfficeTime *time, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  Position position = { .from = first };
  int day;
  gint64 to;

  if (!load_position (connection, community_id, &position, error))
    return FALSE;

  while (find_day (time, &position, &day, &to) && to <= now)
    {
      g_autoptr (BhSeal) seal = g_new0 (BhSeal, 1);

      seal->community_id = community_id;
      seal->day = day;
      seal->from_at = position.from;
      seal->to_at = to;
      seal->previous = g_steal_pointer (&position.previous);
      if (g_cancellable_set_error_if_cancelled (bh_work_get_cancellable (work), error)
          || !bh_seal_compute (connection, seal, error) || !insert_seal (connection, seal, error))
        return FALSE;

      position.from = to;
      position.last_day = day;
      position.previous = g_strdup (seal->hash);
    }
  g_free (position.previous);

  return TRUE;
}

static GArray *
list_communities (BhConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStatement *statement = bh_connection_prepare (connection, SELECT_COMMUNITIES, error);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* What stands for a community: its last seal, and what grew since. One without tickets is left out:
 * a community that comes later changes nothing. */
static gboolean
add_community (
    BhConnection *connection, gint64 community_id, gint64 to, GChecksum *history, GError **error)
{
  g_autoptr (GChecksum) grown = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *hash = NULL, *line = NULL;
  BhStatement *statement = bh_connection_prepare (connection, SELECT_LAST_UNTIL, error);
  gint64 from = 0, sealed = 0, tickets = 0;
  int day = 0;
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, community_id);
  bh_statement_bind_int64 (statement, 2, to);
  step = bh_statement_step (statement, error);
  if (step == BH_STEP_ROW)
    {
      from = bh_statement_get_int64 (statement, 0);
      day = (int) bh_statement_get_int64 (statement, 1);
      hash = bh_statement_dup_text (statement, 2);
      sealed = bh_statement_get_int64 (statement, 3);
      bh_statement_reset (statement);
    }
  if (step == BH_STEP_ERROR
      || !add_grown (connection, community_id, from, to, grown, &tickets, error))
    return FALSE;
  if (sealed == 0 && tickets == 0)
    return TRUE;

  line = g_strdup_printf ("%" G_GINT64_FORMAT " %d %s %" G_GINT64_FORMAT " %s\n", community_id, day,
                          hash != NULL ? hash : "", tickets, g_checksum_get_string (grown));
  g_checksum_update (history, (const guchar *) line, -1);

  return TRUE;
}

char *
bh_seal_dup_history (BhConnection *connection, gint64 to, GError **error)
{
  g_autoptr (GChecksum) history = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *head = g_strdup_printf (HISTORY_VERSION "\n%" G_GINT64_FORMAT "\n", to);
  g_autoptr (GArray) communities = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  communities = list_communities (connection, error);
  if (communities == NULL)
    return NULL;

  g_checksum_update (history, (const guchar *) head, -1);
  for (guint i = 0; i < communities->len; i++)
    if (!add_community (connection, g_array_index (communities, gint64, i), to, history, error))
      return NULL;

  return g_strdup (g_checksum_get_string (history));
}

gboolean
bh_seal_days (BhWork *work, gint64 now, GError **error)
{
  g_autoptr (GArray) communities = NULL;
  BhConnection *connection;
  BhOffice *office;
  gint64 first;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  connection = bh_work_get_connection (work);
  office = bh_work_get_office (work, error);
  if (office == NULL || !bh_work_flush (work, error)
      || !bh_connection_get_single (connection, SELECT_FIRST_EVENT, &first, error))
    return FALSE;
  if (first == 0)
    return TRUE;

  communities = list_communities (connection, error);
  if (communities == NULL)
    return FALSE;

  for (guint i = 0; i < communities->len; i++)
    if (!seal_community (work, g_array_index (communities, gint64, i), first, now,
                         bh_office_get_time (office), error))
      return FALSE;

  return TRUE;
}

gboolean
bh_seal_is_due (
    BhConnection *connection, BhOfficeTime *time, gint64 now, gboolean *due, GError **error)
{
  gint64 from;
  BhLocalTime local;
  BhPeriod day;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  *due = FALSE;
  if (!bh_connection_get_single (connection, SELECT_END, &from, error)
      || (from == 0 && !bh_connection_get_single (connection, SELECT_FIRST_EVENT, &from, error)))
    return FALSE;
  if (from == 0)
    return TRUE;

  bh_office_time_split (time, from, &local);
  *due = bh_office_time_get_day (time, local.day, &day) && day.to <= now;

  return TRUE;
}
