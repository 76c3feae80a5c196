/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-sweep.h"

#include "domain/bh-ticket-warnings.h"
#include "storage/bh-check.h"

/* Tickets of one transaction: a verb at the desk waits for no more than that. */
#define BATCH 100

/* Nobody in particular acts: the clock does. */
#define NOBODY 0

/* A pass on its way: the tickets that were due when it began, of which the transactions take one
 * batch after the other. Whatever another program did meanwhile they see when they load a ticket.
 */
typedef struct
{
  BhSweep *sweep;
  GArray *ids; /* (element-type gint64) */
  guint next;
  GPtrArray *notes; /* (owned) (element-type BhWarningNote): of the batch, until it is committed */
  BhSweep batch;    /* counts alone, likewise */
} Pass;

void
bh_sweep_free (BhSweep *sweep)
{
  g_ptr_array_unref (sweep->notes);
  g_free (sweep);
}

static gboolean
record (BhWork *work, BhTicket *ticket, BhVerb verb, gint64 at, BhPayload *payload, GError **error)
{
  gint64 now = MAX (bh_clock_now (bh_work_get_clock (work)), ticket->last_at);
  g_autoptr (BhEvent) event = bh_event_new (verb, at, now, NOBODY, NOBODY, payload);

  return bh_work_record (work, ticket, event, error) != NULL;
}

/* The calendar goes with the event where the ticket counts office hours. */
static gboolean
resume (BhWork *work, BhTicket *ticket, BhOffice *office, GError **error)
{
  gint64 at = MAX (ticket->suspended_until, ticket->last_at);
  BhPolicy *policy = bh_office_get_policy (office, ticket->policy_id);
  BhCalendar *calendar = bh_office_get_current_calendar (office, at);
  g_autoptr (BhPayload) payload = bh_payload_new ();

  bh_payload_set_yes (payload, "in-time", TRUE);
  if (calendar != NULL && policy != NULL && policy->hours == BH_HOURS_OFFICE)
    bh_payload_set_int (payload, "calendar", bh_calendar_get_id (calendar));

  return record (work, ticket, BH_VERB_RESUME, at, payload, error);
}

static void
note_warning (Pass *pass, BhTicket *ticket, const BhDueWarning *warning)
{
  BhWarningNote *note;

  pass->batch.n_warnings++;
  pass->batch.by_level[bh_warning_level_find (warning->threshold)]++;
  if (pass->sweep->notes->len + pass->notes->len >= BH_SWEEP_MAX_NOTES)
    return;

  note = g_new0 (BhWarningNote, 1);
  note->ticket_id = ticket->id;
  note->number = g_strdup (ticket->number);
  note->summary = g_strdup (ticket->summary);
  note->clock = warning->clock;
  note->threshold = warning->threshold;
  note->at = pass->sweep->at;
  note->due = warning->due;
  note->staff_id = ticket->staff_id;
  note->department_id = ticket->department_id;
  g_ptr_array_add (pass->notes, note);
}

static gboolean
warn (Pass *pass, BhWork *work, BhTicket *ticket, const BhDueWarning *warning, GError **error)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();

  bh_payload_set (payload, "clock", bh_list_get_code (BH_LIST_CLOCK, (int) warning->clock));
  if (warning->stage_seq != 0)
    bh_payload_set_int (payload, "stage", warning->stage_seq);
  bh_payload_set_int (payload, "threshold", warning->threshold);
  note_warning (pass, ticket, warning);

  return record (work, ticket, BH_VERB_WARN, pass->sweep->at, payload, error);
}

static gboolean
handle (Pass *pass, BhWork *work, BhOffice *office, gint64 id, GError **error)
{
  BhTicket *ticket = bh_work_load_ticket (work, id, error);
  BhDueWarning warnings[BH_MAX_RUNNING_CLOCKS];
  guint n;

  if (ticket == NULL)
    return FALSE;

  if (ticket->suspended_until != 0 && ticket->suspended_until <= pass->sweep->at)
    {
      if (!resume (work, ticket, office, error))
        return FALSE;
      pass->batch.n_resumed++;
    }
  n = bh_ticket_list_due_warnings (ticket, office, pass->sweep->at, warnings);
  for (guint i = 0; i < n; i++)
    if (!warn (pass, work, ticket, &warnings[i], error))
      return FALSE;
  pass->batch.n_tickets += n > 0;

  return TRUE;
}

gboolean
bh_sweep_ticket (BhWork *work, gint64 ticket_id, gint64 at, GError **error)
{
  g_autoptr (GPtrArray) notes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_warning_note_free);
  BhSweep sweep = { .at = at, .notes = notes };
  Pass pass = { .sweep = &sweep, .notes = notes };
  BhOffice *office;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  office = bh_work_get_office (work, error);

  return office != NULL && handle (&pass, work, office, ticket_id, error);
}

static gboolean
handle_batch (BhWork *work, gpointer user_data, GError **error)
{
  Pass *pass = user_data;
  BhOffice *office = bh_work_get_office (work, error);
  guint end = MIN (pass->next + BATCH, pass->ids->len);

  if (office == NULL)
    return FALSE;

  for (guint i = pass->next; i < end; i++)
    if (g_cancellable_set_error_if_cancelled (bh_work_get_cancellable (work), error)
        || !handle (pass, work, office, g_array_index (pass->ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* What was committed counts. */
static void
keep_batch (Pass *pass)
{
  pass->sweep->n_resumed += pass->batch.n_resumed;
  pass->sweep->n_tickets += pass->batch.n_tickets;
  pass->sweep->n_warnings += pass->batch.n_warnings;
  for (guint i = 0; i < BH_N_WARNING_LEVELS; i++)
    pass->sweep->by_level[i] += pass->batch.by_level[i];
  g_ptr_array_extend_and_steal (pass->sweep->notes, g_ptr_array_ref (pass->notes));
}

static gboolean
handle_all (BhStore *store, Pass *pass, GCancellable *cancellable, GError **error)
{
  while (pass->next < pass->ids->len)
    {
      g_autoptr (GPtrArray) notes
          = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_warning_note_free);

      pass->notes = notes;
      pass->batch = (BhSweep){ 0 };
      if (!bh_store_write (store, handle_batch, pass, cancellable, error))
        return FALSE;
      keep_batch (pass);
      pass->next += BATCH;
    }

  return TRUE;
}

static gboolean
seal_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_seal_days (work, bh_clock_now (bh_work_get_clock (work)), error);
}

static gboolean
counts_office_hours (BhOffice *office, gint64 category_id)
{
  GPtrArray *policies = bh_office_list_policies (office, category_id);

  for (guint i = 0; policies != NULL && i < policies->len; i++)
    {
      BhPolicy *policy = g_ptr_array_index (policies, i);

      if (policy->hours == BH_HOURS_OFFICE && !policy->retired)
        return TRUE;
    }

  return FALSE;
}

/* An office that counts around the clock needs no calendar. */
static gboolean
needs_calendar (BhOffice *office)
{
  GPtrArray *categories = bh_office_list (office, BH_TYPE_CATEGORY);

  for (guint i = 0; i < categories->len; i++)
    if (counts_office_hours (office, bh_entry_get_id (g_ptr_array_index (categories, i))))
      return TRUE;

  return counts_office_hours (office, 0);
}

static gboolean
find_missing_year (BhConnection *connection, BhOffice *office, gint64 at, int *year, GError **error)
{
  BhCalendar *calendar = bh_office_get_current_calendar (office, at);
  gint64 last_due;

  *year = 0;
  if (calendar == NULL || !needs_calendar (office))
    return TRUE;
  if (!bh_warning_get_last_due (connection, &last_due, error))
    return FALSE;
  *year = bh_calendar_get_missing_year (calendar, bh_office_get_time (office), at, last_due);

  return TRUE;
}

/* What there is to do, read without a lock that anybody would wait for. */
typedef struct
{
  BhOffice *office;
  gint64 now;
  gint64 at;
  GArray *ids; /* (owned) */
  gboolean seals;
  int missing_year;
} Look;

static gpointer
look_in_reader (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Look *look = user_data;

  if (!bh_seal_is_due (connection, bh_office_get_time (look->office), look->now, &look->seals,
                       error)
      || !find_missing_year (connection, look->office, look->at, &look->missing_year, error))
    return NULL;
  look->ids = bh_warning_list_due (connection, look->at, error);

  return look->ids;
}

static gboolean
look (BhStore *store, gint64 at, Look *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (store);
  gint64 now = bh_clock_now (bh_store_get_clock (store));

  *result = (Look){ .office = office, .now = now, .at = at != 0 ? at : now };

  return bh_store_read (store, look_in_reader, result, cancellable, error) != NULL;
}

BhSweep *
bh_sweep_run (BhStore *store, gint64 at, GCancellable *cancellable, GError **error)
{
  g_autoptr (BhSweep) sweep = NULL;
  g_autoptr (GArray) ids = NULL;
  Look found;
  Pass pass = { 0 };

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  if (!look (store, at, &found, cancellable, error))
    return NULL;

  ids = found.ids;
  sweep = g_new0 (BhSweep, 1);
  sweep->at = found.at;
  sweep->missing_year = found.missing_year;
  sweep->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_warning_note_free);
  pass.sweep = sweep;
  pass.ids = ids;
  if (!handle_all (store, &pass, cancellable, error)
      || (found.seals && !bh_store_write (store, seal_in_worker, NULL, cancellable, error)))
    return NULL;

  return g_steal_pointer (&sweep);
}
