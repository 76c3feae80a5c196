/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-report-records.h"

#include "base/bh-i18n.h"
#include "storage/bh-check.h"
#include "storage/bh-seal.h"

#define HASH_VERSION "bihuan-report-1"

/* The same tickets by the names of now. */
#define SCOPE                                                                                      \
  "COALESCE ((SELECT s.scope FROM report_scope AS s WHERE s.report_id = report.id"                 \
  " AND s.filter = report.filter), report.filter)"

#define SELECT                                                                                     \
  "SELECT id, kind, month, filter, profile, sheets, language, as_of, made_at, made_by, program,"   \
  " path, file_hash, file_size, recorded, sealed_to, seal, previous, hash, " SCOPE " FROM report"

static const char SELECT_FIGURES[]
    = "SELECT figure, filter, part, has_value, provisional, value, numerator, denominator, count,"
      " COALESCE ((SELECT s.scope FROM report_scope AS s"
      " WHERE s.report_id = report_figure.report_id AND s.filter = report_figure.filter),"
      " report_figure.filter)"
      " FROM report_figure WHERE report_id = ?1";

void
bh_report_figure_free (BhReportFigure *self)
{
  g_free (self->figure);
  g_free (self->filter);
  g_free (self->scope);
  g_free (self);
}

void
bh_report_record_free (BhReportRecord *self)
{
  g_free (self->filter);
  g_free (self->scope);
  g_free (self->language);
  g_free (self->program);
  g_free (self->path);
  g_free (self->file_hash);
  g_free (self->seal);
  g_free (self->previous);
  g_free (self->hash);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_free (self);
}

/* Texts are told with their length: no two rows give the same bytes. */
static void
add_text (GString *bytes, const char *text)
{
  g_string_append_printf (bytes, "%" G_GSIZE_FORMAT ":%s\n", strlen (text), text);
}

static void
add_number (GString *bytes, gint64 number)
{
  g_string_append_printf (bytes, "%" G_GINT64_FORMAT "\n", number);
}

static void
add_double (GString *bytes, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* A database may keep -0 as 0. */
  add_text (bytes, g_ascii_dtostr (text, sizeof text, number == 0 ? 0 : number));
}

static void
add_figure (GString *bytes, const BhReportFigure *figure)
{
  add_text (bytes, figure->figure);
  add_text (bytes, figure->filter);
  add_number (bytes, figure->part);
  add_number (bytes, figure->has_value);
  add_number (bytes, figure->provisional);
  add_double (bytes, figure->value);
  add_double (bytes, figure->numerator);
  add_double (bytes, figure->denominator);
  add_number (bytes, figure->count);
}

static char *
dup_hash (const BhReportRecord *self)
{
  g_autoptr (GString) bytes = g_string_new (HASH_VERSION "\n");

  add_number (bytes, self->id);
  add_number (bytes, self->kind);
  add_number (bytes, self->month);
  add_text (bytes, self->filter);
  add_number (bytes, self->profile);
  add_number (bytes, self->sheets);
  add_text (bytes, self->language);
  add_number (bytes, self->as_of);
  add_number (bytes, self->made_at);
  add_number (bytes, self->made_by);
  add_text (bytes, self->program);
  add_text (bytes, self->path);
  add_text (bytes, self->file_hash);
  add_number (bytes, self->file_size);
  add_number (bytes, self->sealed_to);
  add_text (bytes, self->seal != NULL ? self->seal : "");
  add_text (bytes, self->previous != NULL ? self->previous : "");
  add_number (bytes, self->figures->len);
  for (guint i = 0; i < self->figures->len; i++)
    add_figure (bytes, g_ptr_array_index (self->figures, i));

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes->str, (gssize) bytes->len);
}

gboolean
bh_report_record_is_whole (const BhReportRecord *self)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (self != NULL && self->figures != NULL, FALSE);

  hash = dup_hash (self);

  return g_strcmp0 (hash, self->hash) == 0;
}

static BhReportRecord *
read_record (BhStatement *s)
{
  BhReportRecord *record = g_new0 (BhReportRecord, 1);

  record->id = bh_statement_get_int64 (s, 0);
  record->kind = (BhReportKind) bh_statement_get_int64 (s, 1);
  record->month = (int) bh_statement_get_int64 (s, 2);
  record->filter = bh_statement_dup_text (s, 3);
  record->profile = (BhReportProfile) bh_statement_get_int64 (s, 4);
  record->sheets = (guint32) bh_statement_get_int64 (s, 5);
  record->language = bh_statement_dup_text (s, 6);
  record->as_of = bh_statement_get_int64 (s, 7);
  record->made_at = bh_statement_get_int64 (s, 8);
  record->made_by = bh_statement_get_int64 (s, 9);
  record->program = bh_statement_dup_text (s, 10);
  record->path = bh_statement_dup_text (s, 11);
  record->file_hash = bh_statement_dup_text (s, 12);
  record->file_size = bh_statement_get_int64 (s, 13);
  record->recorded = bh_statement_get_int64 (s, 14) != 0;
  record->sealed_to = bh_statement_get_int64 (s, 15);
  record->seal = bh_statement_dup_text (s, 16);
  record->previous = bh_statement_dup_text (s, 17);
  record->hash = bh_statement_dup_text (s, 18);
  record->scope = bh_statement_dup_text (s, 19);

  return record;
}

static BhReportFigure *
read_figure (BhStatement *s)
{
  BhReportFigure *figure = g_new0 (BhReportFigure, 1);

  figure->figure = bh_statement_dup_text (s, 0);
  figure->filter = bh_statement_dup_text (s, 1);
  figure->part = (BhReportPart) bh_statement_get_int64 (s, 2);
  figure->has_value = bh_statement_get_int64 (s, 3) != 0;
  figure->provisional = bh_statement_get_int64 (s, 4) != 0;
  figure->value = bh_statement_get_double (s, 5);
  figure->numerator = bh_statement_get_double (s, 6);
  figure->denominator = bh_statement_get_double (s, 7);
  figure->count = bh_statement_get_int64 (s, 8);
  figure->scope = bh_statement_dup_text (s, 9);

  return figure;
}

/* Texts byte by byte, whatever the order of the database is. */
static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const BhReportFigure *left = *(BhReportFigure *const *) a, *right = *(BhReportFigure *const *) b;
  int order = strcmp (left->figure, right->figure);

  if (order == 0)
    order = strcmp (left->filter, right->filter);

  return order != 0 ? order : (int) left->part - (int) right->part;
}

static gboolean
load_figures (BhConnection *connection, BhReportRecord *record, GError **error)
{
  BhStatement *s = bh_connection_prepare (connection, SELECT_FIGURES, error);
  BhStep step = BH_STEP_ERROR;

  record->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_figure_free);
  if (s != NULL)
    bh_statement_bind_int64 (s, 1, record->id);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    g_ptr_array_add (record->figures, read_figure (s));
  g_ptr_array_sort (record->figures, compare_figures);

  return step == BH_STEP_DONE;
}

/* @s: bound; @record: (out) (nullable): of its first row */
static gboolean
take_first (BhStatement *s, BhReportRecord **record, GError **error)
{
  BhStep step = bh_statement_step (s, error);

  *record = NULL;
  if (step == BH_STEP_ROW)
    {
      *record = read_record (s);
      bh_statement_reset (s);
    }

  return step != BH_STEP_ERROR;
}

GPtrArray *
bh_report_records_list (BhConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_record_free);
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  s = bh_connection_prepare (connection, SELECT " ORDER BY id DESC", error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    g_ptr_array_add (records, read_record (s));

  return step == BH_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

BhReportRecord *
bh_report_records_load (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BhReportRecord) record = NULL;
  BhStatement *s;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  s = bh_connection_prepare (connection, SELECT " WHERE id = ?1", error);
  if (s == NULL)
    return NULL;
  bh_statement_bind_int64 (s, 1, id);
  if (!take_first (s, &record, error))
    return NULL;
  if (record == NULL)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                   _ ("There is no report %s; see the list of reports."), number);
      return NULL;
    }
  if (!load_figures (connection, record, error))
    return NULL;

  return g_steal_pointer (&record);
}

gboolean
bh_report_records_find (BhConnection *connection,
                        BhReportKind kind,
                        int month,
                        const char *filter,
                        gint64 until,
                        BhReportRecord **record,
                        GError **error)
{
  BhStatement *s;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (filter != NULL && record != NULL, FALSE);

  s = bh_connection_prepare (connection,
                             SELECT " WHERE recorded = 1 AND kind = ?1 AND month = ?2"
                                    " AND " SCOPE " = ?3 AND as_of <= ?4 ORDER BY id DESC LIMIT 1",
                             error);
  if (s == NULL)
    return FALSE;
  bh_statement_bind_int64 (s, 1, kind);
  bh_statement_bind_int64 (s, 2, bh_report_kind_get_first (kind, month));
  bh_statement_bind_text (s, 3, filter);
  bh_statement_bind_int64 (s, 4, until);

  return take_first (s, record, error)
         && (*record == NULL || load_figures (connection, *record, error));
}

gboolean
bh_report_records_find_path (BhConnection *connection,
                             const char *path,
                             BhReportRecord **record,
                             GError **error)
{
  BhStatement *s;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (path != NULL && record != NULL, FALSE);

  s = bh_connection_prepare (
      connection, SELECT " WHERE recorded = 1 AND path = ?1 ORDER BY id DESC LIMIT 1", error);
  if (s == NULL)
    return FALSE;
  bh_statement_bind_text (s, 1, path);

  return take_first (s, record, error);
}

gboolean
bh_report_records_get_horizon (BhConnection *connection, gint64 *horizon, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection) && horizon != NULL, FALSE);

  if (!bh_connection_get_single (connection, "SELECT MAX (recorded_at) FROM event", horizon, error))
    return FALSE;

  (*horizon)++;

  return TRUE;
}

static gboolean
insert_record (BhConnection *connection, const BhReportRecord *record, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      connection,
      "INSERT INTO report (id, kind, month, filter, profile, sheets, language, as_of, made_at,"
      " made_by, program, path, file_hash, file_size, recorded, sealed_to, seal, previous, hash)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
      " ?19)",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, record->id);
  bh_statement_bind_int64 (s, 2, record->kind);
  bh_statement_bind_int64 (s, 3, record->month);
  bh_statement_bind_text (s, 4, record->filter);
  bh_statement_bind_int64 (s, 5, record->profile);
  bh_statement_bind_int64 (s, 6, record->sheets);
  bh_statement_bind_text (s, 7, record->language);
  bh_statement_bind_int64 (s, 8, record->as_of);
  bh_statement_bind_int64 (s, 9, record->made_at);
  bh_statement_bind_id (s, 10, record->made_by);
  bh_statement_bind_text (s, 11, record->program);
  bh_statement_bind_text (s, 12, record->path);
  bh_statement_bind_text (s, 13, record->file_hash);
  bh_statement_bind_int64 (s, 14, record->file_size);
  bh_statement_bind_int64 (s, 15, record->recorded);
  bh_statement_bind_id (s, 16, record->sealed_to);
  bh_statement_bind_text (s, 17, record->seal);
  bh_statement_bind_text (s, 18, record->previous);
  bh_statement_bind_text (s, 19, record->hash);

  return bh_statement_run (s, error);
}

static gboolean
insert_figure (BhConnection *connection,
               gint64 report_id,
               const BhReportFigure *figure,
               GError **error)
{
  BhStatement *s = bh_connection_prepare (
      connection,
      "INSERT INTO report_figure (report_id, figure, filter, part, has_value, provisional, value,"
      " numerator, denominator, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, report_id);
  bh_statement_bind_text (s, 2, figure->figure);
  bh_statement_bind_text (s, 3, figure->filter);
  bh_statement_bind_int64 (s, 4, figure->part);
  bh_statement_bind_int64 (s, 5, figure->has_value);
  bh_statement_bind_int64 (s, 6, figure->provisional);
  bh_statement_bind_double (s, 7, figure->value);
  bh_statement_bind_double (s, 8, figure->numerator);
  bh_statement_bind_double (s, 9, figure->denominator);
  bh_statement_bind_int64 (s, 10, figure->count);

  return bh_statement_run (s, error);
}

void
bh_report_note_clear (BhReportNote *note)
{
  g_clear_pointer (&note->hash, g_free);
  note->n = 0;
}

gboolean
bh_report_records_read_note (BhConnection *connection, BhReportNote *note, GError **error)
{
  BhStatement *s;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection) && note != NULL, FALSE);

  *note = (BhReportNote){ 0 };
  s = bh_connection_prepare (connection, "SELECT made, hash FROM report_chain WHERE id = 1", error);
  step = s != NULL ? bh_statement_step (s, error) : BH_STEP_ERROR;
  if (step != BH_STEP_ROW)
    return step == BH_STEP_DONE;

  note->n = (guint) bh_statement_get_int64 (s, 0);
  note->hash = bh_statement_dup_text (s, 1);
  bh_statement_reset (s);

  return TRUE;
}

static gboolean
write_note (BhConnection *connection, guint n, const char *hash, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      connection,
      "INSERT INTO report_chain (id, made, hash) VALUES (1, ?1, ?2)"
      " ON CONFLICT (id) DO UPDATE SET made = excluded.made, hash = excluded.hash",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, n);
  bh_statement_bind_text (s, 2, hash);

  return bh_statement_run (s, error);
}

static gboolean
seal_record (BhWork *work, BhReportRecord *record, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  g_auto (BhReportNote) note = { 0 };

  /* The one that was made last comes before it, whether it is still there or not. */
  if (!bh_seal_days (work, bh_clock_now (bh_work_get_clock (work)), error)
      || !bh_report_records_read_note (connection, &note, error))
    return FALSE;

  g_free (record->previous);
  record->previous = g_strdup (note.hash != NULL ? note.hash : "");
  g_free (record->seal);
  record->seal = bh_seal_dup_history (connection, record->sealed_to, error);
  if (record->seal == NULL)
    return FALSE;

  g_ptr_array_sort (record->figures, compare_figures);
  g_free (record->hash);
  record->hash = dup_hash (record);

  return write_note (connection, note.n + 1, record->hash, error);
}

gboolean
bh_report_records_add (BhWork *work, BhReportRecord *record, GError **error)
{
  BhConnection *connection;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (record != NULL && record->path != NULL, FALSE);
  g_return_val_if_fail (!record->recorded || (record->figures != NULL && record->sealed_to > 0),
                        FALSE);

  connection = bh_work_get_connection (work);
  record->id = bh_id_source_next (bh_work_get_ids (work));
  if ((record->recorded && !seal_record (work, record, error))
      || !insert_record (connection, record, error))
    return FALSE;

  for (guint i = 0; record->recorded && i < record->figures->len; i++)
    if (!insert_figure (connection, record->id, g_ptr_array_index (record->figures, i), error))
      return FALSE;

  return TRUE;
}
