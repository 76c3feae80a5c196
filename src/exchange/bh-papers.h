/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"
#include "draw/bh-paper.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhPaperKind:
 * @BH_PAPERS_WORK_ORDER: one ticket, to be carried along, filled in and signed
 * @BH_PAPERS_NOTICE: what was done in a period, for the notice board
 * @BH_PAPERS_CALLBACKS: whom to call back, to be noted by hand
 * @BH_PAPERS_OVERDUE: open tickets past their deadline, with who has them
 * @BH_PAPERS_SHIFT: what one shift tells the next
 */
typedef enum
{
  BH_PAPERS_WORK_ORDER,
  BH_PAPERS_NOTICE,
  BH_PAPERS_CALLBACKS,
  BH_PAPERS_OVERDUE,
  BH_PAPERS_SHIFT,
} BhPaperKind;

/** BH_N_PAPERS: size of an array indexed by #BhPaperKind. */
#define BH_N_PAPERS 5

/**
 * BhPaperRequest:
 * @ticket_id: of a work order
 * @period: of a notice
 * @as_of: instant at which it is told; what happened at or after it is not known
 * @made_at: when it is printed
 * @filter: (nullable): resolved; only these tickets; not of a work order or a shift
 * @folder: (nullable): of the store of files, for the photos
 *
 * Which paper.
 */
typedef struct
{
  BhPaperKind kind;
  gint64 ticket_id;
  BhPeriod period;
  gint64 as_of;
  gint64 made_at;
  BhTicketFilter *filter;
  const char *folder;
} BhPaperRequest;

/** bh_papers_get_code: Returns: (transfer none) (nullable): "work-order"; NULL past the last */
const char *bh_papers_get_code (BhPaperKind kind);
/** bh_papers_find: Returns: FALSE for an unknown code */
gboolean bh_papers_find (const char *code, BhPaperKind *kind);
/** bh_papers_get_title: Returns: (transfer none): translated: "Work order" */
const char *bh_papers_get_title (BhPaperKind kind);

/**
 * bh_papers_make:
 * @connection: inside of a read transaction
 *
 * Gathers what the paper says.
 *
 * Returns: (transfer full) (nullable): %NULL with an error of the database, or
 * %G_IO_ERROR_CANCELLED
 */
BhPaper *bh_papers_make (BhConnection *connection,
                         BhOffice *office,
                         const BhPaperRequest *request,
                         GCancellable *cancellable,
                         GError **error);

/** bh_papers_make_async: likewise in the reader's thread of @store; @request is copied, its folder
 * is that of @store */
void bh_papers_make_async (BhStore *store,
                           const BhPaperRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/** bh_papers_make_finish: Returns: (transfer full) (nullable): NULL with @error */
BhPaper *bh_papers_make_finish (BhStore *store, GAsyncResult *result, GError **error);

/** bh_papers_save_async: makes it in the same way, in a thread of its own, and writes it to @path,
 * see bh_paper_save() */
void bh_papers_save_async (BhStore *store,
                           const BhPaperRequest *request,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/** bh_papers_save_finish: Returns: FALSE with @error */
gboolean bh_papers_save_finish (BhStore *store, GAsyncResult *result, GError **error);

/** bh_papers_dup_made_at: @at: when it is printed. Returns: (transfer full): what stands at the
 * foot of a paper: "Printed 2026-11-03 16:40" */
char *bh_papers_dup_made_at (BhOffice *office, gint64 at);

/** bh_papers_dup_file_name: @ending: "pdf". Returns: (transfer full): what to call the file,
 * without what file systems do not take */
char *bh_papers_dup_file_name (BhOffice *office, const BhPaperRequest *request, const char *ending);

G_END_DECLS
