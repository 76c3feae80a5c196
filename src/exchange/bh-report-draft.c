/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-draft.h"

#include "exchange/bh-report-language.h"
#include "exchange/bh-report-private.h"
#include "exchange/bh-report-target.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"
#include "insight/bh-figure-text.h"
#include "storage/bh-file-io.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define CHUNK 65536

struct _BhReportDraft
{
  BhReportRecord *record; /* (owned) */
  char *temporary;        /* (owned) (nullable): NULL once it is moved */
  char *aside;            /* (owned) (nullable): what stood in its place before */
  gboolean settled;
};

/* What stood in the place before comes back. Two names of one file both stay when one is given the
 * other. */
static void
bring_back (BhReportDraft *self)
{
  if (self->aside != NULL && g_rename (self->aside, self->record->path) == 0)
    g_unlink (self->aside);
}

void
bh_report_draft_free (BhReportDraft *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  else if (!self->settled && self->record != NULL && self->aside == NULL)
    g_unlink (self->record->path);
  if (!self->settled)
    bring_back (self);
  g_free (self->temporary);
  g_free (self->aside);
  g_clear_pointer (&self->record, bh_report_record_free);
  g_free (self);
}

const BhReportRecord *
bh_report_draft_get_record (BhReportDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record;
}

/* The file of a record is what was shown at the meeting: another one goes beside it. */
static gboolean
is_free (BhConnection *connection, BhOffice *office, const char *path, GError **error)
{
  g_autoptr (BhReportRecord) record = NULL;
  g_autofree char *made_at = NULL;

  if (!bh_report_records_find_path (connection, path, &record, error))
    return FALSE;
  if (record == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  made_at = bh_office_time_format (bh_office_get_time (office), record->made_at);

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("%s is a report that was made for the record at %s: choose another name for the "
                  "new one."),
               path, made_at);

  return FALSE;
}

static char *
dup_path (const char *path, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *shown = NULL;

  if (g_utf8_validate (whole, -1, NULL))
    return g_steal_pointer (&whole);

  shown = g_filename_display_name (whole);
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("The file name %s is not in UTF-8: choose another one."), shown);

  return NULL;
}

/* As the translations were chosen: "zh_CN". */
static char *
dup_language (const BhReportRequest *request)
{
  const char *chosen = bh_report_language_get_code (request->language);
  const char *const *names = g_get_language_names ();
  g_auto (GStrv) parts = g_strsplit (names[0], ".", 2);

  return g_strdup (chosen != NULL ? chosen : parts[0]);
}

static BhReportRecord *
record_new (const BhReportRequest *request, char *path, gboolean recorded, gint64 made_by)
{
  BhReportRecord *record = g_new0 (BhReportRecord, 1);

  record->kind = request->kind;
  record->month = bh_report_kind_get_first (request->kind, request->month);
  record->filter
      = g_strdup (request->filter != NULL ? bh_ticket_filter_to_text (request->filter) : "");
  record->profile = request->profile;
  record->sheets = request->sheets;
  record->language = dup_language (request);
  record->as_of = request->as_of;
  record->made_at = request->made_at;
  record->made_by = made_by;
  record->program = g_strdup (BH_VERSION);
  record->path = path;
  record->recorded = recorded;

  return record;
}

static double
get_number (const BhScorecardRow *row, BhReportPart part)
{
  if (!row->value.has_value)
    return 0;

  switch (part)
    {
    case BH_REPORT_PART_MEDIAN:
      return row->value.median;
    case BH_REPORT_PART_P90:
      return row->value.p90;
    case BH_REPORT_PART_COUNT:
      return (double) row->value.count;
    case BH_REPORT_PART_VALUE:
    case BH_REPORT_PART_MEAN:
      break;
    }

  return bh_figure_value_get_number (row->figure, &row->value);
}

static void
add_figure (GPtrArray *figures, const BhScorecardRow *row, BhReportPart part)
{
  BhReportFigure *figure = g_new0 (BhReportFigure, 1);

  figure->figure = g_strdup (row->figure->key);
  figure->filter = g_strdup (row->filter);
  figure->part = part;
  figure->has_value = row->value.has_value;
  figure->provisional = row->value.provisional;
  figure->value = get_number (row, part);
  figure->numerator = row->value.numerator;
  figure->denominator = row->value.denominator;
  figure->count = row->value.count;
  g_ptr_array_add (figures, figure);
}

/* A figure stands on the card once for each target that it has. */
static gboolean
has_figure (GPtrArray *figures, const BhScorecardRow *row)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const BhReportFigure *figure = g_ptr_array_index (figures, i);

      if (g_str_equal (figure->figure, row->figure->key)
          && g_str_equal (figure->filter, row->filter))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
list_figures (GPtrArray *card)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_figure_free);

  for (guint i = 0; i < card->len; i++)
    {
      const BhScorecardRow *row = g_ptr_array_index (card, i);

      if (row->problem != NULL || has_figure (figures, row))
        continue;
      if (row->figure->form != BH_FIGURE_SPREAD)
        add_figure (figures, row, BH_REPORT_PART_VALUE);
      else
        for (BhReportPart part = BH_REPORT_PART_MEAN; part <= BH_REPORT_PART_P90; part++)
          add_figure (figures, row, part);
    }

  return figures;
}

/* Reads the file back and makes it survive a loss of power. */
static gboolean
sum_up (const char *path, char **hash, gint64 *total, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (CHUNK);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  ssize_t size = -1;

  *total = 0;
  while (fd >= 0 && ((size = read (fd, buffer, CHUNK)) > 0 || (size < 0 && errno == EINTR)))
    if (size > 0)
      {
        g_checksum_update (checksum, buffer, size);
        *total += size;
      }
  if (fd < 0 || size < 0 || fsync (fd) != 0)
    {
      bh_file_set_read_error (path, errno, error);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  *hash = g_strdup (g_checksum_get_string (checksum));

  return TRUE;
}

BhReportDraft *
bh_report_draft_new (BhConnection *connection,
                     BhOffice *office,
                     const BhReportRequest *request,
                     const char *path,
                     gboolean record,
                     gint64 made_by,
                     BhReportProgress progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (BhReportDraft) self = NULL;
  g_autoptr (GPtrArray) card = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (request != NULL && path != NULL, NULL);

  whole = dup_path (path, error);
  if (whole == NULL || !is_free (connection, office, whole, error))
    return NULL;

  self = g_new0 (BhReportDraft, 1);
  self->temporary = bh_report_target_make_temporary (whole, error);
  if (self->temporary == NULL)
    return NULL;

  self->record = record_new (request, g_steal_pointer (&whole), record, made_by);
  if (!bh_report_write_to (connection, office, request, self->temporary, progress, user_data, &card,
                           cancellable, error)
      || !sum_up (self->temporary, &self->record->file_hash, &self->record->file_size, error)
      || (record && !bh_report_records_get_horizon (connection, &self->record->sealed_to, error)))
    return NULL;

  if (record)
    self->record->figures = list_figures (card);

  return g_steal_pointer (&self);
}

/* What stands in the place gets a second name, so that it can come back. */
static gboolean
put_aside (BhReportDraft *self, GError **error)
{
  const char *path = self->record->path;

  /* A folder in its place is no file that could be replaced: moving there fails. */
  if (self->aside != NULL || !g_file_test (path, G_FILE_TEST_EXISTS)
      || g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;

  self->aside = bh_report_target_make_temporary (path, error);
  if (self->aside == NULL)
    return FALSE;
  g_unlink (self->aside);
  /* Not every disk gives a file two names. */
  if (link (path, self->aside) == 0 || g_rename (path, self->aside) == 0)
    return TRUE;

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("The workbook cannot be moved to %s: %s"), path, g_strerror (errno));
  g_clear_pointer (&self->aside, g_free);

  return FALSE;
}

gboolean
bh_report_draft_store (BhReportDraft *self, BhWork *work, GError **error)
{
  BhOffice *office;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (self != NULL && !self->settled, FALSE);
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  office = bh_work_get_office (work, error);
  if (office == NULL || !is_free (bh_work_get_connection (work), office, self->record->path, error)
      || !bh_report_records_add (work, self->record, error))
    return FALSE;
  if (self->temporary == NULL)
    return TRUE; /* the transaction is tried again, the file is in its place */

  if (!put_aside (self, error)
      || !bh_report_move_into_place (self->temporary, self->record->path, error))
    return FALSE;

  g_clear_pointer (&self->temporary, g_free);
  folder = g_path_get_dirname (self->record->path);
  bh_file_sync_folder (folder);

  return TRUE;
}

void
bh_report_draft_settle (BhReportDraft *self)
{
  g_return_if_fail (self != NULL && self->temporary == NULL);

  self->settled = TRUE;
  if (self->aside != NULL)
    g_unlink (self->aside);
}

typedef struct
{
  BhStore *store;
  const BhReportRequest *request;
  const char *path;
  gboolean record;
  gint64 made_by;
  BhReportProgress progress;
  gpointer user_data;
  BhReportDraft *draft; /* (owned) (nullable) */
} Making;

static gpointer
draft_in_read (BhConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  Making *making = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (making->store);

  making->draft = bh_report_draft_new (connection, office, making->request, making->path,
                                       making->record, making->made_by, making->progress,
                                       making->user_data, cancellable, error);

  return making->draft;
}

static gboolean
store_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_draft_store (((Making *) user_data)->draft, work, error);
}

gboolean
bh_report_make (BhStore *store,
                const BhReportRequest *request,
                const char *path,
                gboolean record,
                gint64 made_by,
                BhReportProgress progress,
                gpointer user_data,
                gint64 *id,
                GCancellable *cancellable,
                GError **error)
{
  Making making = { store, request, path, record, made_by, progress, user_data, NULL };
  gboolean stored;

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);

  /* What is packed is not given up any more. */
  stored = bh_store_read (store, draft_in_read, &making, cancellable, error) != NULL
           && bh_store_write (store, store_in_worker, &making, NULL, error);
  if (stored)
    {
      bh_report_draft_settle (making.draft);
      if (id != NULL)
        *id = bh_report_draft_get_record (making.draft)->id;
    }
  g_clear_pointer (&making.draft, bh_report_draft_free);

  return stored;
}
