/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report.h"
#include "storage/bh-report-records.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhReportDraft:
 *
 * A workbook on its way into the list of those that were made. It is written beside its place on a
 * reader (bh_report_draft_new()); then, in one transaction of the writer, it is put into the list
 * and moved into place (bh_report_draft_store()); and once that transaction is through, it is
 * settled (bh_report_draft_settle()). A draft that is freed before leaves everything as it was:
 * nothing is listed that is not there, and no file is lost that was.
 *
 * Each step may be in another thread; one at a time.
 */
typedef struct _BhReportDraft BhReportDraft;

/**
 * bh_report_draft_new:
 * @connection: a private reader inside of a read transaction
 * @path: of the workbook; a file that is there is replaced, and only by a complete one; not the
 * file of a report that was made for the record
 * @record: for the record: the figures of the summary are to be kept, too
 * @made_by: member of staff, 0 for nobody known
 * @progress: (nullable): told how far it is
 *
 * Writes the meeting workbook of a month, quarter or year beside its place: every figure a formula
 * over the sheets of data, with its value stored beside it. Memory does not grow with the number of
 * tickets. Cancelling is noticed between rows; the last step, packing the file, cannot be
 * interrupted.
 *
 * Returns: (transfer full) (nullable): NULL with %BH_EXCHANGE_ERROR_FILE, also where @path belongs
 *   to a report for the record, %G_IO_ERROR_CANCELLED or an error of the database
 */
BhReportDraft *bh_report_draft_new (BhConnection *connection,
                                    BhOffice *office,
                                    const BhReportRequest *request,
                                    const char *path,
                                    gboolean record,
                                    gint64 made_by,
                                    BhReportProgress progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);
void bh_report_draft_free (BhReportDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportDraft, bh_report_draft_free)

/** bh_report_draft_store: lists the workbook and moves it into place, the last of both; what fails
 * is undone with the transaction and bh_report_draft_free(). Returns: FALSE with
 * %BH_EXCHANGE_ERROR_FILE or %BH_STORAGE_ERROR */
gboolean bh_report_draft_store (BhReportDraft *self, BhWork *work, GError **error);
/** bh_report_draft_settle: the transaction of bh_report_draft_store() is through: what stood in the
 * workbook's place before goes for good */
void bh_report_draft_settle (BhReportDraft *self);

/** bh_report_draft_get_record: Returns: (transfer none): what the list says of it; with its id once
 * it is stored */
const BhReportRecord *bh_report_draft_get_record (BhReportDraft *self);

/**
 * bh_report_make:
 * @progress: (nullable): called in this thread
 * @id: (out) (optional): of the workbook in the list
 *
 * All steps of a draft: writes a workbook, lists it and, for the record, keeps its figures. Waits
 * for the writer: for threads of their own and the command line.
 *
 * Returns: FALSE with the errors of bh_report_draft_new() and bh_report_draft_store(): nothing is
 *   changed
 */
gboolean bh_report_make (BhStore *store,
                         const BhReportRequest *request,
                         const char *path,
                         gboolean record,
                         gint64 made_by,
                         BhReportProgress progress,
                         gpointer user_data,
                         gint64 *id,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
