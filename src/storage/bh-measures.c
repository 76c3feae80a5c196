/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-measures.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-day.h"
#include "domain/bh-filter.h"
#include "storage/bh-storage-error.h"
#include "storage/bh-work-private.h"

#define SELECT                                                                                     \
  "SELECT id, version, month, seq, community_id, what, finding, filter, figure, department_id,"    \
  " staff_id, decided_by, decided_day, due_day, state, ended_day, effect FROM measure"

static int
get_int (BhStatement *s, guint column)
{
  return (int) bh_statement_get_int64 (s, column);
}

static BhMeasure *
read_measure (BhStatement *s)
{
  BhMeasure *measure = bh_measure_new ();

  measure->id = bh_statement_get_int64 (s, 0);
  measure->version = get_int (s, 1);
  measure->month = get_int (s, 2);
  measure->seq = get_int (s, 3);
  measure->community_id = bh_statement_get_int64 (s, 4);
  bh_set_string (&measure->what, bh_statement_get_text (s, 5));
  bh_set_string (&measure->finding, bh_statement_get_text (s, 6));
  bh_set_string (&measure->filter, bh_statement_get_text (s, 7));
  bh_set_string (&measure->figure, bh_statement_get_text (s, 8));
  measure->department_id = bh_statement_get_int64 (s, 9);
  measure->staff_id = bh_statement_get_int64 (s, 10);
  measure->decided_by = bh_statement_get_int64 (s, 11);
  measure->decided_day = get_int (s, 12);
  measure->due_day = get_int (s, 13);
  measure->state = (BhMeasureState) get_int (s, 14);
  measure->ended_day = get_int (s, 15);
  bh_set_string (&measure->effect, bh_statement_get_text (s, 16));

  return measure;
}

GPtrArray *
bh_measures_list (BhConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  s = bh_connection_prepare (connection, SELECT " ORDER BY month, seq", error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    g_ptr_array_add (measures, read_measure (s));

  return step == BH_STEP_DONE ? g_steal_pointer (&measures) : NULL;
}

/* @s: (nullable): bound; gives one row or none. */
static BhMeasure *
read_one (BhStatement *s, GError **error)
{
  BhStep step = s != NULL ? bh_statement_step (s, error) : BH_STEP_ERROR;
  BhMeasure *measure = NULL;

  if (step == BH_STEP_ROW)
    {
      measure = read_measure (s);
      bh_statement_reset (s);
    }
  else if (step == BH_STEP_DONE)
    g_set_error_literal (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                         _ ("There is no such measure."));

  return measure;
}

BhMeasure *
bh_measures_load (BhConnection *connection, gint64 id, GError **error)
{
  BhStatement *s;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  s = bh_connection_prepare (connection, SELECT " WHERE id = ?1", error);
  if (s != NULL)
    bh_statement_bind_int64 (s, 1, id);

  return read_one (s, error);
}

BhMeasure *
bh_measures_find (BhConnection *connection, const char *number, GError **error)
{
  BhStatement *s;
  int month, seq;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  if (!bh_measure_parse_number (number, &month, &seq, error))
    return NULL;
  s = bh_connection_prepare (connection, SELECT " WHERE month = ?1 AND seq = ?2", error);
  if (s != NULL)
    {
      bh_statement_bind_int64 (s, 1, month);
      bh_statement_bind_int64 (s, 2, seq);
    }

  return read_one (s, error);
}

static void
event_free (gpointer data)
{
  BhMeasureEvent *event = data;

  g_clear_object (&event->measure);
  g_free (event);
}

static BhMeasureEvent *
read_event (BhStatement *s, BhMeasure *present, GError **error)
{
  g_autoptr (BhPayload) payload = bh_payload_parse (bh_statement_get_text (s, 3), error);
  BhMeasureEvent *event;

  if (payload == NULL)
    return NULL;

  event = g_new0 (BhMeasureEvent, 1);
  event->recorded_at = bh_statement_get_int64 (s, 1);
  event->entered_by = bh_statement_get_int64 (s, 2);
  event->measure = bh_measure_new_from_payload (payload);
  event->measure->id = present->id;
  event->measure->version = get_int (s, 0);
  event->measure->month = present->month;
  event->measure->seq = present->seq;

  return event;
}

GPtrArray *
bh_measures_load_events (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BhMeasure) present = bh_measures_load (connection, id, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (present == NULL)
    return NULL;

  s = bh_connection_prepare (connection,
                             "SELECT version, recorded_at, entered_by, payload FROM measure_event"
                             " WHERE measure_id = ?1 ORDER BY version",
                             error);
  if (s != NULL)
    bh_statement_bind_int64 (s, 1, id);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhMeasureEvent *event = read_event (s, present, error);

      if (event == NULL)
        {
          bh_statement_reset (s);
          return NULL;
        }
      g_ptr_array_add (events, event);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&events) : NULL;
}

static gboolean
take_number (BhWork *work, BhMeasure *measure, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  BhStatement *s = bh_connection_prepare (
      connection, "SELECT COALESCE (MAX (seq), 0) + 1 FROM measure WHERE month = ?1", error);

  if (s == NULL)
    return FALSE;
  bh_statement_bind_int64 (s, 1, measure->month);
  if (bh_statement_step (s, error) != BH_STEP_ROW)
    return FALSE;
  measure->seq = get_int (s, 0);
  measure->id = bh_id_source_next (bh_work_get_ids (work));
  bh_statement_reset (s);

  return TRUE;
}

static gboolean
write_row (BhWork *work, BhMeasure *m, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      bh_work_get_connection (work),
      "INSERT INTO measure (id, version, month, seq, community_id, what, finding, filter, figure,"
      " department_id, staff_id, decided_by, decided_day, due_day, state, ended_day, effect)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
      " ON CONFLICT (id) DO UPDATE SET version = excluded.version,"
      " community_id = excluded.community_id, what = excluded.what, finding = excluded.finding,"
      " filter = excluded.filter, figure = excluded.figure,"
      " department_id = excluded.department_id, staff_id = excluded.staff_id,"
      " decided_by = excluded.decided_by, decided_day = excluded.decided_day,"
      " due_day = excluded.due_day, state = excluded.state, ended_day = excluded.ended_day,"
      " effect = excluded.effect",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, m->id);
  bh_statement_bind_int64 (s, 2, m->version);
  bh_statement_bind_int64 (s, 3, m->month);
  bh_statement_bind_int64 (s, 4, m->seq);
  bh_statement_bind_id (s, 5, m->community_id);
  bh_statement_bind_text (s, 6, m->what);
  bh_statement_bind_text (s, 7, m->finding);
  bh_statement_bind_text (s, 8, m->filter);
  bh_statement_bind_text (s, 9, m->figure);
  bh_statement_bind_id (s, 10, m->department_id);
  bh_statement_bind_id (s, 11, m->staff_id);
  bh_statement_bind_id (s, 12, m->decided_by);
  bh_statement_bind_int64 (s, 13, m->decided_day);
  bh_statement_bind_id (s, 14, m->due_day);
  bh_statement_bind_int64 (s, 15, m->state);
  bh_statement_bind_id (s, 16, m->ended_day);
  bh_statement_bind_text (s, 17, m->effect);

  return bh_statement_run (s, error);
}

static gboolean
write_event (BhWork *work, BhMeasure *measure, gint64 staff_id, GError **error)
{
  g_autoptr (BhPayload) payload = bh_measure_to_payload (measure);
  g_autofree char *text = bh_payload_to_text (payload);
  BhStatement *s = bh_connection_prepare (
      bh_work_get_connection (work),
      "INSERT INTO measure_event (measure_id, version, recorded_at, entered_by, payload)"
      " VALUES (?1, ?2, ?3, ?4, ?5)",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, measure->id);
  bh_statement_bind_int64 (s, 2, measure->version);
  bh_statement_bind_int64 (s, 3, bh_clock_now (bh_work_get_clock (work)));
  bh_statement_bind_id (s, 4, staff_id);
  bh_statement_bind_text (s, 5, text);

  return bh_statement_run (s, error);
}

static gboolean
write_version (BhWork *work, BhMeasure *measure, gint64 staff_id, GError **error)
{
  measure->version++;
  if (!write_row (work, measure, error) || !write_event (work, measure, staff_id, error))
    return FALSE;
  bh_work_touch_measures (work);

  return TRUE;
}

/* Who changed it meanwhile, and when. */
static void
set_conflict (BhWork *work, BhMeasure *present, GError **error)
{
  g_autoptr (GPtrArray) events
      = bh_measures_load_events (bh_work_get_connection (work), present->id, error);
  BhOffice *office = bh_work_get_office (work, NULL);
  const BhMeasureEvent *last;
  g_autofree char *at = NULL;
  const char *name;

  if (events == NULL || events->len == 0 || office == NULL)
    return;
  last = g_ptr_array_index (events, events->len - 1);
  at = bh_office_time_format (bh_office_get_time (office), last->recorded_at);
  name = bh_office_get_name (office, BH_TYPE_STAFF, last->entered_by);
  g_set_error (
      error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_CONFLICT,
      _ ("This measure was changed meanwhile (%s %s). Look at it again, then enter what is "
         "still missing."),
      at, *name != '\0' ? name : "–");
}

/* @changed: (out): FALSE where nothing is to be written */
static gboolean
check_present (BhWork *work, BhMeasure *measure, gboolean *changed, GError **error)
{
  g_autoptr (BhMeasure) present
      = bh_measures_load (bh_work_get_connection (work), measure->id, error);

  if (present == NULL)
    return FALSE;
  measure->month = present->month;
  measure->seq = present->seq;
  *changed = !bh_measure_equal (present, measure);
  if (present->version == measure->version)
    return TRUE;
  set_conflict (work, present, error);

  return FALSE;
}

gint64
bh_measures_save (
    BhWork *work, BhMeasure *measure, gint64 staff_id, const char **field, GError **error)
{
  g_autoptr (BhMeasure) saved = NULL;
  BhOffice *office;
  gboolean changed = TRUE;
  int today;

  g_return_val_if_fail (BH_IS_WORK (work), 0);
  g_return_val_if_fail (BH_IS_MEASURE (measure), 0);

  office = bh_work_get_office (work, error);
  if (office == NULL)
    return 0;
  today = bh_day_of (bh_office_get_time (office), bh_clock_now (bh_work_get_clock (work)));
  saved = bh_measure_copy (measure);
  if ((saved->id != 0 && !check_present (work, saved, &changed, error))
      || !bh_measure_check (saved, today, field, error)
      || (saved->id == 0 && !take_number (work, saved, error)))
    return 0;
  if (changed && !write_version (work, saved, staff_id, error))
    return 0;

  return saved->id;
}

gboolean
bh_measures_follow_names (BhWork *work, BhOffice *before, GError **error)
{
  BhOffice *after = bh_work_get_office (work, error);
  g_autoptr (GPtrArray) measures = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (before), FALSE);

  if (after != NULL)
    measures = bh_measures_list (bh_work_get_connection (work), error);
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      BhMeasure *measure = g_ptr_array_index (measures, i);
      g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (measure->filter, NULL);
      g_autoptr (BhTicketFilter) now
          = filter != NULL ? bh_ticket_filter_follow (filter, before, after) : NULL;

      if (now == NULL || bh_ticket_filter_equal (filter, now))
        continue;
      bh_set_string (&measure->filter, bh_ticket_filter_to_text (now));
      if (!write_version (work, measure, 0, error))
        return FALSE;
    }

  return measures != NULL;
}
