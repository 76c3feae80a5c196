/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-today.h"

/* What each section asks for; person, day and last look are added. Status is asked for throughout:
 * by its index, what is open is found among any number of tickets that are not. */
static const struct
{
  const char *filter;
  BhTicketColumn sort;
  gboolean descending;
} sections[BH_N_TODAY_SECTIONS] = {
  [BH_TODAY_MINE] = { "status:registered,dispatched,accepted,investigated,planned,finished",
                      BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_OVERDUE] = { "status:open overdue:yes", BH_TICKET_COLUMN_COMPLETION_DUE, FALSE },
  [BH_TODAY_CALLBACKS] = { "status:signed", BH_TICKET_COLUMN_TIME_LEFT, FALSE },
  [BH_TODAY_PROMISED] = { "status:registered,dispatched,accepted,investigated,planned",
                          BH_TICKET_COLUMN_PROMISED, FALSE },
  [BH_TODAY_NEW] = { "status:open", BH_TICKET_COLUMN_RECEIVED, TRUE },
};

void
bh_today_free (BhToday *today)
{
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      g_clear_pointer (&today->sections[i].filter, bh_ticket_filter_unref);
      g_clear_pointer (&today->sections[i].rows, g_ptr_array_unref);
    }
  g_free (today);
}

gint64
bh_today_get_due (BhTodayKind kind, BhTicketRow *row)
{
  g_return_val_if_fail (BH_IS_TICKET_ROW (row), 0);

  switch (kind)
    {
    case BH_TODAY_OVERDUE:
      return row->completion_due;
    case BH_TODAY_PROMISED:
      return row->promised_at;
    case BH_TODAY_MINE:
    case BH_TODAY_CALLBACKS:
    case BH_TODAY_NEW:
      return row->next_due;
    }

  g_return_val_if_reached (0);
}

static void
get_day (BhOffice *office, gint64 now, BhPeriod *day)
{
  BhOfficeTime *time = bh_office_get_time (office);
  BhLocalTime local;

  bh_office_time_split (time, now, &local);
  bh_office_time_get_day (time, local.day, day);
}

gint64
bh_today_get_day_start (BhOffice *office, gint64 now)
{
  BhPeriod day;

  g_return_val_if_fail (BH_IS_OFFICE (office), 0);

  get_day (office, now, &day);

  return day.from;
}

static BhTicketFilter *
add (BhTicketFilter *filter, BhFilterField field, const char *value, GError **error)
{
  const char *const values[] = { value, NULL };

  return bh_ticket_filter_with (filter, field, values, error);
}

/* Everything promised before tomorrow: a promise that was broken yesterday is not forgotten. */
static BhTicketFilter *
add_promised (BhTicketFilter *filter, BhOffice *office, gint64 now, GError **error)
{
  BhPeriod day;
  BhLocalTime tomorrow;
  g_autofree char *period = NULL;

  get_day (office, now, &day);
  bh_office_time_split (bh_office_get_time (office), day.to, &tomorrow);
  period = g_strdup_printf ("..%04d-%02d-%02d", tomorrow.day / 10000, tomorrow.day / 100 % 100,
                            tomorrow.day % 100);

  return add (filter, BH_FILTER_PROMISED, period, error);
}

static BhTicketFilter *
add_recorded (BhTicketFilter *filter, BhOffice *office, gint64 since, GError **error)
{
  g_autofree char *instant = bh_office_time_format_iso (bh_office_get_time (office), since);
  g_autofree char *period = g_strdup_printf ("%s..", instant);

  return add (filter, BH_FILTER_RECORDED, period, error);
}

static BhTicketFilter *
make_filter (BhToday *self, BhTodayKind kind, BhOffice *office, GError **error)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (sections[kind].filter, error);

  if (filter == NULL)
    return NULL;

  switch (kind)
    {
    case BH_TODAY_MINE:
      return add (filter, BH_FILTER_PERSON,
                  bh_office_get_name (office, BH_TYPE_STAFF, self->staff_id), error);
    case BH_TODAY_PROMISED:
      return add_promised (filter, office, self->at, error);
    case BH_TODAY_NEW:
      return add_recorded (filter, office, self->since, error);
    case BH_TODAY_OVERDUE:
    case BH_TODAY_CALLBACKS:
      return g_steal_pointer (&filter);
    }

  g_return_val_if_reached (NULL);
}

/* Counted and listed by one search: it costs most to find them. */
static gboolean
load_tickets (BhTodaySection *section,
              BhConnection *connection,
              BhOffice *office,
              gint64 now,
              guint limit,
              GError **error)
{
  g_autoptr (GArray) ids = bh_ticket_repository_list_ids (
      connection, section->filter, office, now, section->sort, section->descending, -1, 0, error);

  if (ids == NULL)
    return FALSE;

  section->n_tickets = ids->len;
  g_ptr_array_unref (section->rows);
  section->rows = bh_ticket_repository_load_rows (connection, (const gint64 *) (gpointer) ids->data,
                                                  MIN (ids->len, limit), error);

  return section->rows != NULL;
}

static gboolean
load_section (BhToday *self,
              BhTodayKind kind,
              BhConnection *connection,
              BhOffice *office,
              guint limit,
              GError **error)
{
  BhTodaySection *section = &self->sections[kind];

  section->kind = kind;
  section->sort = sections[kind].sort;
  section->descending = sections[kind].descending;
  section->rows = g_ptr_array_new_with_free_func (g_object_unref);
  if (kind == BH_TODAY_MINE && self->staff_id == 0)
    return TRUE;

  section->filter = make_filter (self, kind, office, error);
  if (section->filter == NULL)
    return FALSE;

  return load_tickets (section, connection, office, self->at, limit, error);
}

BhToday *
bh_today_load (BhConnection *connection,
               BhOffice *office,
               gint64 staff_id,
               gint64 since,
               gint64 now,
               guint limit,
               GError **error)
{
  g_autoptr (BhToday) self = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_new0 (BhToday, 1);
  self->at = now;
  self->since = since;
  if (bh_office_get (office, BH_TYPE_STAFF, staff_id) != NULL)
    self->staff_id = staff_id;

  if (!bh_ticket_repository_has_any (connection, &self->has_tickets, error))
    return NULL;
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    if (!load_section (self, (BhTodayKind) i, connection, office, limit, error))
      return NULL;

  return g_steal_pointer (&self);
}

typedef struct
{
  BhOffice *office; /* (owned) */
  gint64 staff_id;
  gint64 since;
  gint64 now;
  guint limit;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->office);
  g_free (job);
}

static gpointer
load_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Job *job = user_data;

  return bh_today_load (connection, job->office, job->staff_id, job->since, job->now, job->limit,
                        error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  BhToday *today = bh_store_read_finish (BH_STORE (source), result, &error);

  if (today != NULL)
    g_task_return_pointer (task, today, (GDestroyNotify) bh_today_free);
  else
    g_task_return_error (task, error);
}

void
bh_today_load_async (BhDesk *desk,
                     gint64 since,
                     guint limit,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;
  Job *job;
  BhStore *store;

  g_return_if_fail (BH_IS_DESK (desk));

  store = bh_desk_get_store (desk);
  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_today_load_async);
  job = g_new0 (Job, 1);
  job->office = g_object_ref (bh_desk_get_office (desk));
  job->staff_id = bh_desk_get_staff_id (desk);
  job->since = since;
  job->now = bh_clock_now (bh_store_get_clock (store));
  job->limit = limit;
  bh_store_read_async (store, load_in_worker, job, (GDestroyNotify) job_free,
                       (GDestroyNotify) bh_today_free, G_PRIORITY_DEFAULT, cancellable, loaded_cb,
                       task);
}

BhToday *
bh_today_load_finish (BhDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
