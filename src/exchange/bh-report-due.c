/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-due.h"

#include "exchange/bh-report-draft.h"
#include "exchange/bh-report-target.h"
#include "storage/bh-report-schedules.h"

/* Longer than any workbook takes; who died in the middle is waited for so long. */
#define LEASE (3600 * BH_USEC_PER_SEC)

/* A run, and the pass over all that are due. */
typedef struct
{
  BhStore *store;
  const BhReportDueFuncs *funcs; /* (nullable) */
  gpointer user_data;
  GCancellable *cancellable;  /* (nullable) */
  BhReportSchedule *schedule; /* (owned) (nullable): what is made now */
  char *path;                 /* (owned) (nullable): where */
  const char *failure;        /* (nullable): why there is none */
} Pass;

static gboolean
claim_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Pass *pass = user_data;

  return bh_report_schedules_claim (work, LEASE, &pass->schedule, error);
}

static gboolean
end_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Pass *pass = user_data;

  return bh_report_schedules_end (work, pass->schedule, pass->path, pass->failure, error);
}

static BhTicketFilter *
read_filter (Pass *pass, BhOffice *office, GError **error)
{
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (pass->schedule->filter, error);

  return parsed != NULL ? bh_ticket_filter_resolve (parsed, office, error) : NULL;
}

/* Returns: (transfer full) (nullable): where the workbook is, %NULL with @error */
static char *
make (Pass *pass, GError **error)
{
  const BhReportSchedule *schedule = pass->schedule;
  guint64 room = bh_report_target_guess_room (bh_store_get_path (pass->store));
  g_autoptr (BhOffice) office = bh_store_dup_office (pass->store);
  g_autoptr (BhTicketFilter) filter = read_filter (pass, office, error);
  gint64 now = bh_clock_now (bh_store_get_clock (pass->store));
  BhReportRequest request = {
    .kind = schedule->kind,
    .month = bh_report_schedule_get_subject (schedule, schedule->next_month),
    .as_of = now,
    .made_at = now,
    .filter = filter,
    .profile = schedule->profile,
    .language = schedule->language,
    .sheets = schedule->sheets,
  };
  g_autofree char *name = NULL, *path = NULL;

  if (filter == NULL || !bh_report_target_check (schedule->folder, room, error))
    return NULL;
  name = bh_report_dup_file_name (office, &request);
  path = bh_report_target_dup_free_path (schedule->folder, name);
  if (!bh_report_make (pass->store, &request, path, schedule->for_record, 0,
                       pass->funcs != NULL ? pass->funcs->progress : NULL, pass->user_data, NULL,
                       pass->cancellable, error))
    return NULL;

  return g_steal_pointer (&path);
}

/* Returns: FALSE with @error where nothing more can be made */
static gboolean
make_one (Pass *pass, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean is_cancelled, ended;

  if (pass->funcs != NULL && pass->funcs->began != NULL)
    pass->funcs->began (pass->schedule, pass->user_data);
  pass->path = make (pass, &problem);
  is_cancelled = g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  pass->failure = problem != NULL && !is_cancelled ? problem->message : NULL;
  /* Also of a run that was given up: somebody else may make it at once. */
  ended = bh_store_write (pass->store, end_in_worker, pass, NULL, error);
  if (ended && !is_cancelled && pass->funcs != NULL && pass->funcs->ended != NULL)
    pass->funcs->ended (pass->schedule, pass->path, problem, pass->user_data);
  g_clear_pointer (&pass->path, g_free);
  if (ended && is_cancelled)
    g_propagate_error (error, g_steal_pointer (&problem));

  return ended && !is_cancelled;
}

gboolean
bh_report_due_make (BhStore *store,
                    const BhReportDueFuncs *funcs,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Pass pass = {
    .store = store,
    .funcs = funcs,
    .user_data = user_data,
    .cancellable = cancellable,
  };

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);

  for (;;)
    {
      gboolean made;

      if (!bh_store_write (store, claim_in_worker, &pass, cancellable, error))
        return FALSE;
      if (pass.schedule == NULL)
        return TRUE;
      made = make_one (&pass, error);
      g_clear_pointer (&pass.schedule, bh_report_schedule_free);
      if (!made)
        return FALSE;
    }
}
