/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-papers-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-due-explain.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-paper-file.h"
#include "storage/bh-file-store.h"

/* Of the office's name in that of a file, which may have 255 bytes. */
#define FILE_NAME_CHARS 60
#define DAY (G_GINT64_CONSTANT (24) * 60 * 60)

typedef struct
{
  const char *code;
  const char *title;
  BhPaper *(*make) (const BhPaperJob *job, GError **error);
} Info;

static const Info infos[BH_N_PAPERS] = {
  [BH_PAPERS_WORK_ORDER] = { "work-order", N_ ("Work order"), bh_papers_make_work_order },
  [BH_PAPERS_NOTICE] = { "notice", N_ ("Notice"), bh_papers_make_notice },
  [BH_PAPERS_CALLBACKS] = { "callbacks", N_ ("Callback list"), bh_papers_make_callbacks },
  [BH_PAPERS_OVERDUE] = { "overdue", N_ ("Overdue list"), bh_papers_make_overdue },
  [BH_PAPERS_SHIFT] = { "shift", N_ ("Shift change"), bh_papers_make_shift },
};

const char *
bh_papers_get_code (BhPaperKind kind)
{
  return kind < BH_N_PAPERS ? infos[kind].code : NULL;
}

gboolean
bh_papers_find (const char *code, BhPaperKind *kind)
{
  g_return_val_if_fail (code != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < BH_N_PAPERS; i++)
    {
      if (g_strcmp0 (infos[i].code, code) != 0)
        continue;
      *kind = (BhPaperKind) i;
      return TRUE;
    }

  return FALSE;
}

const char *
bh_papers_get_title (BhPaperKind kind)
{
  g_return_val_if_fail (kind < BH_N_PAPERS, "");

  return _ (infos[kind].title);
}

char *
bh_papers_dup_made_at (BhOffice *office, gint64 at)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  time = bh_office_time_format (bh_office_get_time (office), at);

  /* Translators: foot of a paper: when it was printed */
  return g_strdup_printf (_ ("Printed %s"), time);
}

char *
bh_papers_dup_span (gint64 seconds)
{
  if (seconds < DAY)
    return bh_due_format_duration (seconds);

  return g_strdup_printf (_ ("%d d %d h"), (int) (seconds / DAY), (int) (seconds % DAY / 3600));
}

BhPaper *
bh_papers_make (BhConnection *connection,
                BhOffice *office,
                const BhPaperRequest *request,
                GCancellable *cancellable,
                GError **error)
{
  BhPaperJob job = { connection, office, request, cancellable };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (request != NULL && request->kind < BH_N_PAPERS, NULL);

  return infos[request->kind].make (&job, error);
}

/* What the thread works with. */
typedef struct
{
  BhPaperRequest request; /* filter and folder (owned) */
  char *folder;           /* (owned) */
  char *path;             /* (owned) (nullable) */
  BhStore *store;         /* (owned) */
  BhOffice *office;       /* (owned) */
} Work;

static Work *
work_new (BhStore *store, const BhPaperRequest *request, const char *path)
{
  Work *work = g_new0 (Work, 1);

  work->request = *request;
  if (request->filter != NULL)
    bh_ticket_filter_ref (request->filter);
  work->folder = bh_file_store_dup_folder (bh_store_get_path (store));
  work->request.folder = work->folder;
  work->path = g_strdup (path);
  work->store = g_object_ref (store);
  work->office = bh_store_dup_office (store);

  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->request.filter, bh_ticket_filter_unref);
  g_free (work->folder);
  g_free (work->path);
  g_object_unref (work->store);
  g_object_unref (work->office);
  g_free (work);
}

static gpointer
make_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Work *work = user_data;

  return bh_papers_make (connection, work->office, &work->request, cancellable, error);
}

void
bh_papers_make_async (BhStore *store,
                      const BhPaperRequest *request,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (BH_IS_STORE (store) && request != NULL);

  bh_store_read_async (store, make_in_worker, work_new (store, request, NULL), work_free,
                       (GDestroyNotify) bh_paper_unref, G_PRIORITY_DEFAULT, cancellable, callback,
                       user_data);
}

BhPaper *
bh_papers_make_finish (BhStore *store, GAsyncResult *result, GError **error)
{
  return bh_store_read_finish (store, result, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPaper) paper
      = bh_store_read (work->store, make_in_worker, work, cancellable, &error);

  if (paper == NULL || g_cancellable_set_error_if_cancelled (cancellable, &error)
      || !bh_paper_save (paper, work->path, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
bh_papers_save_async (BhStore *store,
                      const BhPaperRequest *request,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BH_IS_STORE (store) && request != NULL && path != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_papers_save_async);
  g_task_set_task_data (task, work_new (store, request, path), work_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
bh_papers_save_finish (BhStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* "滨河花园 公示 2026年10月.pdf", "W2026-000123 工单.pdf" */
char *
bh_papers_dup_file_name (BhOffice *office, const BhPaperRequest *request, const char *ending)
{
  g_autofree char *name = NULL, *period = NULL, *title = NULL, *safe = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (office) && request != NULL && ending != NULL, NULL);

  name = bh_text_to_file_name (bh_office_get_settings (office)->name, FILE_NAME_CHARS);
  period = request->kind == BH_PAPERS_NOTICE
               ? bh_chart_words_dup_period (&request->period, bh_office_get_time (office))
               : bh_office_time_format (bh_office_get_time (office), request->made_at);
  title = g_strdup_printf ("%s %s %s", name, bh_papers_get_title (request->kind), period);
  safe = bh_text_to_file_name (title, 2 * FILE_NAME_CHARS);

  return g_strconcat (safe, ".", ending, NULL);
}
