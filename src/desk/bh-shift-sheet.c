/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-shift-sheet.h"

#include "desk/bh-desk-task.h"
#include "base/bh-i18n.h"

/* Where no shift was handed over yet, and how far the next one is looked into. */
#define SHIFT_USEC (G_GINT64_CONSTANT (12) * 3600 * BH_USEC_PER_SEC)
/* More than this nobody reads; how many there are stands in the heading. */
#define MAX_LINES 40
#define MAX_EARLIER 30

void
bh_shift_sheet_free (BhShiftSheet *sheet)
{
  g_free (sheet->text);
  g_clear_pointer (&sheet->earlier, g_ptr_array_unref);
  g_free (sheet);
}

/* "W2026-000123 紧急 3栋2单元301 电梯困人 处理中 工程部 李强" */
static void
add_line (GString *out, BhOffice *office, BhTicketRow *row)
{
  const char *const parts[] = {
    row->number,
    bh_list_get_label (BH_LIST_GRADE, (int) row->grade),
    row->place != NULL ? row->place : "",
    row->summary,
    bh_list_get_label (BH_LIST_STATUS, (int) row->status),
    bh_office_get_name (office, BH_TYPE_DEPARTMENT, row->department_id),
    bh_office_get_name (office, BH_TYPE_STAFF, row->staff_id),
  };

  g_string_append (out, "\n·");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (out, " %s", parts[i]);
}

static gboolean
add_section (GString *out,
             BhConnection *connection,
             BhOffice *office,
             gint64 now,
             const char *title,
             const char *filter_text,
             GError **error)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (filter_text, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (filter == NULL)
    return FALSE;
  ids = bh_ticket_repository_list_ids (connection, filter, office, now, BH_TICKET_COLUMN_TIME_LEFT,
                                       FALSE, -1, 0, error);
  if (ids == NULL)
    return FALSE;
  rows = bh_ticket_repository_load_rows (connection, (const gint64 *) (gpointer) ids->data,
                                         MIN (ids->len, MAX_LINES), error);
  if (rows == NULL)
    return FALSE;
  /* Translators: heading of a part of the shift's sheet, and how many tickets it has */
  g_string_append_printf (out, _ ("\n\n[%s] %u"), title, ids->len);
  for (guint i = 0; i < rows->len; i++)
    add_line (out, office, g_ptr_array_index (rows, i));
  if (ids->len > MAX_LINES)
    g_string_append (out, "\n· …");

  return TRUE;
}

static gboolean
add_sections (GString *out,
              BhConnection *connection,
              BhOffice *office,
              gint64 now,
              gint64 since,
              GError **error)
{
  BhOfficeTime *time = bh_office_get_time (office);
  g_autofree char *begun = bh_office_time_format_iso (time, since - since % BH_USEC_PER_SEC);
  g_autofree char *end = bh_office_time_format_iso (time, now - now % BH_USEC_PER_SEC + SHIFT_USEC);
  g_autofree char *new = g_strdup_printf ("status:open recorded:%s..", begun);
  g_autofree char *promised = g_strdup_printf (
      "status:registered,dispatched,accepted,investigated,planned promised:..%s", end);
  g_autofree char *back = g_strdup_printf ("suspended-until:..%s", end);
  const struct
  {
    const char *title;
    const char *filter;
  } sections[] = {
    { _ ("New in this shift"), new },
    { _ ("Urgent and open"), "status:open grade:urgent" },
    { _ ("Overdue"), "status:open overdue:yes" },
    { _ ("Promised for the next hours"), promised },
    { _ ("Waiting for approval"), "approval:waiting" },
    { _ ("Suspended, coming back"), back },
    { _ ("Waiting for the owner's word"), "status:finished,signed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (!add_section (out, connection, office, now, sections[i].title, sections[i].filter, error))
      return FALSE;

  return TRUE;
}

BhShiftSheet *
bh_shift_sheet_load (BhConnection *connection, BhOffice *office, gint64 now, GError **error)
{
  g_autoptr (BhShiftSheet) self = g_new0 (BhShiftSheet, 1);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self->earlier = bh_shift_load_last (connection, MAX_EARLIER, error);
  if (self->earlier == NULL)
    return NULL;
  self->since = self->earlier->len > 0 ? ((BhShift *) g_ptr_array_index (self->earlier, 0))->at
                                       : now - SHIFT_USEC;
  from = bh_office_time_format (bh_office_get_time (office), self->since);
  to = bh_office_time_format (bh_office_get_time (office), now);
  /* Translators: title of the shift's sheet: from when to when */
  g_string_append_printf (out, _ ("Shift from %s to %s"), from, to);
  if (!add_sections (out, connection, office, now, self->since, error))
    return NULL;
  self->text = g_strdup (out->str);

  return g_steal_pointer (&self);
}

typedef struct
{
  BhOffice *office; /* (owned) */
  gint64 now;
} LoadJob;

static void
load_job_free (LoadJob *job)
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
  LoadJob *job = user_data;

  return bh_shift_sheet_load (connection, job->office, job->now, error);
}

void
bh_shift_sheet_load_async (BhDesk *desk,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  LoadJob *job;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (desk));

  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_shift_sheet_load_async);
  job = g_new0 (LoadJob, 1);
  job->office = g_object_ref (bh_desk_get_office (desk));
  job->now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (desk)));
  bh_desk_task_read (task, bh_desk_get_store (desk), load_in_worker, job,
                     (GDestroyNotify) load_job_free, (GDestroyNotify) bh_shift_sheet_free,
                     G_PRIORITY_DEFAULT);
}

BhShiftSheet *
bh_shift_sheet_load_finish (BhDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
hand_over_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  BhShift *shift = user_data;

  shift->at = bh_clock_now (bh_work_get_clock (work));

  return bh_shift_insert (work, shift, error);
}

void
bh_shift_hand_over_async (BhDesk *desk,
                          gint64 to_id,
                          const char *note,
                          const char *text,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  BhShift *shift;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (text != NULL);

  task = g_task_new (desk, NULL, callback, user_data);
  g_task_set_source_tag (task, bh_shift_hand_over_async);
  shift = g_new0 (BhShift, 1);
  shift->from_id = bh_desk_get_staff_id (desk);
  shift->to_id = to_id;
  shift->note = g_strdup (note);
  shift->sheet = g_strdup (text);
  bh_desk_task_write (task, bh_desk_get_store (desk), hand_over_in_worker, shift,
                      (GDestroyNotify) bh_shift_free);
}

gboolean
bh_shift_hand_over_finish (BhDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
