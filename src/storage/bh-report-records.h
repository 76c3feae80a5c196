/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-report-kind.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* The workbooks that were made. Of one that is made for the record the figures are kept, too, with
 * the seal of the history that they were computed from: a later report of the same period shows
 * them as they were. Records form a chain of hashes, and how many there are, and the hash of the
 * last, stands in the books beside them, so that one that was changed or taken out is noticed by
 * the check. */

/**
 * BhReportFigure:
 * @figure: (owned): key of the figure
 * @filter: (owned): canonical text of the tickets that it is about, "" for all
 * @scope: (owned) (nullable): the same by the names that the office has now; NULL before it is
 *   stored
 * @value: the number of @part: count, share (0.815), mean, …
 * @count: of a count; else size of the sample
 *
 * A figure as it was reported.
 */
typedef struct
{
  char *figure;
  char *filter;
  char *scope;
  BhReportPart part;
  gboolean has_value;
  gboolean provisional;
  double value;
  double numerator;
  double denominator;
  gint64 count;
} BhReportFigure;

void bh_report_figure_free (BhReportFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportFigure, bh_report_figure_free)

/**
 * BhReportRecord:
 * @id: 0 before it is stored
 * @month: year * 100 + month, the first of the quarter or year
 * @filter: (owned): canonical text of the tickets that it is about, "" for all
 * @scope: (owned) (nullable): the same by the names that the office has now; NULL before it is
 *   stored
 * @sheets: bits of the sheets that were asked for, 0: all
 * @language: (owned): of the workbook, "zh_CN"
 * @as_of: what happened at or after it was not known
 * @made_by: member of staff, 0 for nobody known
 * @program: (owned): version of the program
 * @path: (owned): of the file, absolute, UTF-8
 * @file_hash: (owned): SHA-256 of the file
 * @recorded: whether it was made for the record; else there is nothing of what follows
 * @sealed_to: the first instant of recording of which nothing was known
 * @seal: (owned) (nullable): of the history before @sealed_to, see bh_seal_dup_history()
 * @previous: (owned) (nullable): hash of the record before it, "" for the first
 * @hash: (owned) (nullable): over all of this and the figures
 * @figures: (owned) (nullable) (element-type BhReportFigure): NULL where they were not loaded
 *
 * A workbook that was made.
 */
typedef struct
{
  gint64 id;
  BhReportKind kind;
  int month;
  char *filter;
  char *scope;
  BhReportProfile profile;
  guint32 sheets;
  char *language;
  gint64 as_of;
  gint64 made_at;
  gint64 made_by;
  char *program;
  char *path;
  char *file_hash;
  gint64 file_size;
  gboolean recorded;
  gint64 sealed_to;
  char *seal;
  char *previous;
  char *hash;
  GPtrArray *figures;
} BhReportRecord;

void bh_report_record_free (BhReportRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportRecord, bh_report_record_free)

/** bh_report_record_is_whole: @self: with its figures. Returns: whether row and figures still give
 * the hash that was stored with them */
gboolean bh_report_record_is_whole (const BhReportRecord *self);

/** bh_report_records_list: Returns: (transfer full) (nullable) (element-type BhReportRecord): all
 * workbooks that were made, without figures, newest first; NULL with %BH_STORAGE_ERROR */
GPtrArray *bh_report_records_list (BhConnection *connection, GError **error);

/** bh_report_records_load: Returns: (transfer full) (nullable): with figures; NULL with
 * %BH_STORAGE_ERROR_NOT_FOUND or another error */
BhReportRecord *bh_report_records_load (BhConnection *connection, gint64 id, GError **error);

/**
 * bh_report_records_find:
 * @month: year * 100 + month, any of the period
 * @filter: canonical text of the tickets by the names of now, "" for all
 * @until: records as of a later instant do not count, %G_MAXINT64 for all
 * @record: (out) (transfer full) (nullable): the newest one for the record, with its figures; %NULL
 *   where the period was never recorded
 *
 * Of several records of one period the newest counts.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_report_records_find (BhConnection *connection,
                                 BhReportKind kind,
                                 int month,
                                 const char *filter,
                                 gint64 until,
                                 BhReportRecord **record,
                                 GError **error);

/** bh_report_records_find_path: @path: absolute, UTF-8; @record: (out) (transfer full) (nullable):
 * the newest record whose file it is, without figures. Returns: FALSE with %BH_STORAGE_ERROR */
gboolean bh_report_records_find_path (BhConnection *connection,
                                      const char *path,
                                      BhReportRecord **record,
                                      GError **error);

/** bh_report_records_get_horizon: @horizon: (out): the first instant of recording of which nothing
 * is known in this snapshot: what a record made from it is sealed to. Returns: FALSE with
 * %BH_STORAGE_ERROR */
gboolean bh_report_records_get_horizon (BhConnection *connection, gint64 *horizon, GError **error);

/**
 * BhReportNote:
 * @n: how many records were made; 0 where nothing is noted
 * @hash: (owned) (nullable): of the last one
 *
 * What is noted of the records beside them.
 */
typedef struct
{
  guint n;
  char *hash;
} BhReportNote;

void bh_report_note_clear (BhReportNote *note);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhReportNote, bh_report_note_clear)

/** bh_report_records_read_note: @note: (out). Returns: FALSE with %BH_STORAGE_ERROR */
gboolean bh_report_records_read_note (BhConnection *connection, BhReportNote *note, GError **error);

/**
 * bh_report_records_add:
 * @record: (transfer none): gets its id here, and where it is for the record seal, previous and
 *   hash; its figures are put into the order in which they are stored
 *
 * Stores what was made. For the record, all days that are over are sealed first, and nothing is
 * recorded from now on as if it had been before @sealed_to.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_report_records_add (BhWork *work, BhReportRecord *record, GError **error);

G_END_DECLS
