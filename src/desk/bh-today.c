/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-today.h"

#include "desk/bh-desk-task.h"
#include "desk/bh-today-filter.h"

void
bh_today_free (BhToday *today)
{
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      g_clear_pointer (&today->sections[i].filter, bh_ticket_filter_unref);
      g_clear_pointer (&today->sections[i].rows, g_ptr_array_unref);
      g_clear_pointer (&today->sections[i].tickets, g_ptr_array_unref);
    }
  g_free (today);
}

gboolean
bh_today_has_parts (BhTodayKind kind)
{
  return kind == BH_TODAY_APPROVALS || kind == BH_TODAY_CALLBACKS || kind == BH_TODAY_TASKS
         || kind == BH_TODAY_BACK || kind == BH_TODAY_WARNINGS;
}

static gint64
get_key (gint64 due)
{
  return due != 0 ? due : G_MAXINT64;
}

BhTask *
bh_today_get_task (BhTicket *ticket, gint64 department_id)
{
  BhTask *first = NULL;

  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);

  for (guint i = 0; i < ticket->tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (ticket->tasks, i);

      if (task->outcome == BH_TASK_OPEN
          && (department_id == 0 || task->department_id == department_id)
          && (first == NULL || get_key (task->due_at) < get_key (first->due_at)))
        first = task;
    }

  return first;
}

gint64
bh_today_get_due (BhTodayKind kind, BhTicketRow *row, BhTicket *ticket, gint64 department_id)
{
  BhTask *task;

  g_return_val_if_fail (BH_IS_TICKET_ROW (row), 0);

  switch (kind)
    {
    case BH_TODAY_OVERDUE:
      return row->completion_due;
    case BH_TODAY_PROMISED:
      return row->promised_at;
    case BH_TODAY_TASKS:
      task = ticket != NULL ? bh_today_get_task (ticket, department_id) : NULL;
      return task != NULL ? task->due_at : 0;
    case BH_TODAY_BACK:
      return ticket != NULL && ticket->suspended_until != 0 ? ticket->suspended_until
                                                            : row->next_due;
    case BH_TODAY_MINE:
    case BH_TODAY_APPROVALS:
    case BH_TODAY_CALLBACKS:
    case BH_TODAY_WARNINGS:
    case BH_TODAY_NEW:
      return row->next_due;
    }

  g_return_val_if_reached (0);
}

gint64
bh_today_get_day_start (BhOffice *office, gint64 now)
{
  BhOfficeTime *time;
  BhLocalTime local;
  BhPeriod day;

  g_return_val_if_fail (BH_IS_OFFICE (office), 0);

  time = bh_office_get_time (office);
  bh_office_time_split (time, now, &local);
  bh_office_time_get_day (time, local.day, &day);

  return day.from;
}

static GArray *
list_ids (
    BhTodaySection *section, BhConnection *connection, BhOffice *office, gint64 now, GError **error)
{
  return bh_ticket_repository_list_ids (connection, section->filter, office, now, section->sort,
                                        section->descending, -1, 0, error);
}

/* Each ticket once, though it may wait for several reasons. */
static gboolean
is_waiting_for (BhTodayKind kind)
{
  return kind == BH_TODAY_MINE || kind == BH_TODAY_APPROVALS || kind == BH_TODAY_TASKS;
}

static void
add_ids (GHashTable *waiting, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (waiting, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
}

/* Somebody whom the office has not is nobody. */
static void
set_staff (BhToday *self, BhOffice *office, gint64 staff_id)
{
  BhStaff *staff = bh_office_get (office, BH_TYPE_STAFF, staff_id);

  self->staff_id = staff != NULL ? staff_id : 0;
  self->department_id = staff != NULL ? staff->department_id : 0;
}

static GHashTable *
waiting_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
load_parts (BhTodaySection *section, BhConnection *connection, GError **error)
{
  section->tickets = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < section->rows->len; i++)
    {
      BhTicketRow *row = g_ptr_array_index (section->rows, i);
      BhTicket *ticket = bh_ticket_repository_load (connection, row->id, error);

      if (ticket == NULL)
        return FALSE;
      g_ptr_array_add (section->tickets, ticket);
    }

  return TRUE;
}

/* Counted and listed by one search: it costs most to find them. */
static gboolean
load_section (BhToday *self,
              BhTodayKind kind,
              BhConnection *connection,
              BhOffice *office,
              guint limit,
              GHashTable *waiting,
              GError **error)
{
  BhTodaySection *section = &self->sections[kind];
  g_autoptr (GArray) ids = NULL;

  if (!bh_today_make_section (section, kind, self, office, error))
    return FALSE;
  section->rows = g_ptr_array_new_with_free_func (g_object_unref);
  if (section->filter == NULL)
    return TRUE;

  ids = list_ids (section, connection, office, self->at, error);
  if (ids == NULL)
    return FALSE;
  if (is_waiting_for (kind))
    add_ids (waiting, ids);

  section->n_tickets = ids->len;
  g_ptr_array_unref (section->rows);
  section->rows = bh_ticket_repository_load_rows (connection, (const gint64 *) (gpointer) ids->data,
                                                  MIN (ids->len, limit), error);

  return section->rows != NULL
         && (!bh_today_has_parts (kind) || load_parts (section, connection, error));
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
  g_autoptr (GHashTable) waiting = waiting_new ();

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_new0 (BhToday, 1);
  self->at = now;
  self->since = since;
  set_staff (self, office, staff_id);

  if (!bh_ticket_repository_has_any (connection, &self->has_tickets, error))
    return NULL;
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    if (!load_section (self, (BhTodayKind) i, connection, office, limit, waiting, error))
      return NULL;
  self->n_waiting = g_hash_table_size (waiting);

  return g_steal_pointer (&self);
}

static gboolean
count_waiting (BhConnection *connection, BhOffice *office, BhToday *self, GError **error)
{
  g_autoptr (GHashTable) waiting = waiting_new ();

  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      BhTodaySection *section = &self->sections[i];
      g_autoptr (GArray) ids = NULL;

      if (!is_waiting_for ((BhTodayKind) i))
        continue;
      if (!bh_today_make_section (section, (BhTodayKind) i, self, office, error))
        return FALSE;
      if (section->filter == NULL)
        continue;
      ids = list_ids (section, connection, office, self->at, error);
      if (ids == NULL)
        return FALSE;
      add_ids (waiting, ids);
    }
  self->n_waiting = g_hash_table_size (waiting);

  return TRUE;
}

typedef struct
{
  BhOffice *office; /* (owned) */
  gint64 staff_id;
  gint64 since;
  gint64 now;
  guint limit;
  BhTodayKind only; /* of one section */
} Job;

static Job *
job_new (BhDesk *desk, gint64 since, guint limit)
{
  Job *job = g_new0 (Job, 1);

  job->office = g_object_ref (bh_desk_get_office (desk));
  job->staff_id = bh_desk_get_staff_id (desk);
  job->since = since;
  job->now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (desk)));
  job->limit = limit;

  return job;
}

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

static gpointer
count_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Job *job = user_data;
  g_autoptr (BhToday) self = g_new0 (BhToday, 1);

  self->at = job->now;
  set_staff (self, job->office, job->staff_id);
  if (!count_waiting (connection, job->office, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gpointer
load_section_in_worker (BhConnection *connection,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  Job *job = user_data;
  g_autoptr (BhToday) self = g_new0 (BhToday, 1);
  g_autoptr (GHashTable) waiting = waiting_new ();

  self->at = job->now;
  set_staff (self, job->office, job->staff_id);
  if (!load_section (self, job->only, connection, job->office, job->limit, waiting, error))
    return NULL;

  return g_steal_pointer (&self);
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

  g_return_if_fail (BH_IS_DESK (desk));

  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_today_load_async);
  bh_desk_task_read (task, bh_desk_get_store (desk), load_in_worker, job_new (desk, since, limit),
                     (GDestroyNotify) job_free, (GDestroyNotify) bh_today_free, G_PRIORITY_DEFAULT);
}

void
bh_today_load_section_async (BhDesk *desk,
                             BhTodayKind kind,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (BH_IS_DESK (desk));

  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_today_load_section_async);
  job = job_new (desk, 0, limit);
  job->only = kind;
  bh_desk_task_read (task, bh_desk_get_store (desk), load_section_in_worker, job,
                     (GDestroyNotify) job_free, (GDestroyNotify) bh_today_free, G_PRIORITY_DEFAULT);
}

BhToday *
bh_today_load_finish (BhDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
bh_today_count_waiting_async (BhDesk *desk,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BH_IS_DESK (desk));

  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_today_count_waiting_async);
  bh_desk_task_read (task, bh_desk_get_store (desk), count_in_worker, job_new (desk, 0, 0),
                     (GDestroyNotify) job_free, (GDestroyNotify) bh_today_free, G_PRIORITY_LOW);
}

gint64
bh_today_count_waiting_finish (BhDesk *desk, GAsyncResult *result, GError **error)
{
  g_autoptr (BhToday) today = NULL;

  g_return_val_if_fail (g_task_is_valid (result, desk), -1);

  today = g_task_propagate_pointer (G_TASK (result), error);

  return today != NULL ? today->n_waiting : -1;
}
