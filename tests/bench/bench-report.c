/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-draft.h"
#include "storage/bh-store.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* bench-report DATABASE MONTH: how long the workbook of a month takes, beside bare calls of
 * libxlsxwriter for the same cells in the same run.
 *
 * What counts is processor time, which other work on the machine changes less than the clock's.
 * Each round makes the workbook in a process of its own, whose memory is measured; another process
 * makes it while the calls that write cells are noted down, and then times these calls alone, with
 * the same styles of numbers and times. Made for 100,000 tickets: `bihuan demo --tickets 100000`.
 * Fails where the medians of three rounds are more than 1.3 times apart, or where more than 100 MB
 * are used. MONTH is 202610. */

#define ROUNDS 3
#define MAX_RATIO 1.3
#define MAX_MEGABYTES 100.0
#define MAX_SHEETS 32

typedef enum
{
  CALL_TEXT,
  CALL_NUMBER,
  CALL_FORMULA_NUMBER,
  CALL_FORMULA_TEXT,
  CALL_ARRAY,
} CallKind;

typedef struct
{
  guint8 kind;
  guint8 sheet;
  guint16 column;
  guint32 row;
  lxw_format *format; /* of the workbook that was made; in the other one its number */
  const char *text;
  const char *result;
  double number;
} Call;

/* What is noted down; calls is NULL while nothing is. */
static GArray *calls;
static GPtrArray *sheets;
static GHashTable *texts;

lxw_error __real_worksheet_write_string (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format);
lxw_error __real_worksheet_write_number (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format);
lxw_error __real_worksheet_write_formula_num (lxw_worksheet *sheet,
                                              lxw_row_t row,
                                              lxw_col_t column,
                                              const char *formula,
                                              lxw_format *format,
                                              double number);
lxw_error __real_worksheet_write_formula_str (lxw_worksheet *sheet,
                                              lxw_row_t row,
                                              lxw_col_t column,
                                              const char *formula,
                                              lxw_format *format,
                                              const char *result);
lxw_error __real_worksheet_write_array_formula_num (lxw_worksheet *sheet,
                                                    lxw_row_t row,
                                                    lxw_col_t column,
                                                    lxw_row_t last_row,
                                                    lxw_col_t last_column,
                                                    const char *formula,
                                                    lxw_format *format,
                                                    double number);
lxw_error __wrap_worksheet_write_string (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format);
lxw_error __wrap_worksheet_write_number (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format);
lxw_error __wrap_worksheet_write_formula_num (lxw_worksheet *sheet,
                                              lxw_row_t row,
                                              lxw_col_t column,
                                              const char *formula,
                                              lxw_format *format,
                                              double number);
lxw_error __wrap_worksheet_write_formula_str (lxw_worksheet *sheet,
                                              lxw_row_t row,
                                              lxw_col_t column,
                                              const char *formula,
                                              lxw_format *format,
                                              const char *result);
lxw_error __wrap_worksheet_write_array_formula_num (lxw_worksheet *sheet,
                                                    lxw_row_t row,
                                                    lxw_col_t column,
                                                    lxw_row_t last_row,
                                                    lxw_col_t last_column,
                                                    const char *formula,
                                                    lxw_format *format,
                                                    double number);

static guint8
find_sheet (lxw_worksheet *sheet)
{
  guint index;

  if (!g_ptr_array_find (sheets, sheet, &index))
    {
      index = sheets->len;
      g_ptr_array_add (sheets, sheet);
    }
  g_assert (index < MAX_SHEETS);

  return (guint8) index;
}

static const char *
keep (const char *text)
{
  char *copy;

  if (text == NULL || g_hash_table_contains (texts, text))
    return text != NULL ? g_hash_table_lookup (texts, text) : NULL;

  copy = g_strdup (text);
  g_hash_table_insert (texts, copy, copy);

  return copy;
}

static void
note (CallKind kind,
      lxw_worksheet *sheet,
      guint row,
      guint column,
      lxw_format *format,
      const char *text,
      const char *result,
      double number)
{
  Call call = { .kind = (guint8) kind,
                .row = row,
                .column = (guint16) column,
                .format = format,
                .number = number };

  if (calls == NULL)
    return;

  call.sheet = find_sheet (sheet);
  call.text = keep (text);
  call.result = keep (result);
  g_array_append_val (calls, call);
}

lxw_error
__wrap_worksheet_write_string (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  note (CALL_TEXT, sheet, row, column, format, text, NULL, 0);

  return __real_worksheet_write_string (sheet, row, column, text, format);
}

lxw_error
__wrap_worksheet_write_number (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format)
{
  note (CALL_NUMBER, sheet, row, column, format, NULL, NULL, number);

  return __real_worksheet_write_number (sheet, row, column, number, format);
}

lxw_error
__wrap_worksheet_write_formula_num (lxw_worksheet *sheet,
                                    lxw_row_t row,
                                    lxw_col_t column,
                                    const char *formula,
                                    lxw_format *format,
                                    double number)
{
  note (CALL_FORMULA_NUMBER, sheet, row, column, format, formula, NULL, number);

  return __real_worksheet_write_formula_num (sheet, row, column, formula, format, number);
}

lxw_error
__wrap_worksheet_write_formula_str (lxw_worksheet *sheet,
                                    lxw_row_t row,
                                    lxw_col_t column,
                                    const char *formula,
                                    lxw_format *format,
                                    const char *result)
{
  note (CALL_FORMULA_TEXT, sheet, row, column, format, formula, result, 0);

  return __real_worksheet_write_formula_str (sheet, row, column, formula, format, result);
}

lxw_error
__wrap_worksheet_write_array_formula_num (lxw_worksheet *sheet,
                                          lxw_row_t row,
                                          lxw_col_t column,
                                          lxw_row_t last_row,
                                          lxw_col_t last_column,
                                          const char *formula,
                                          lxw_format *format,
                                          double number)
{
  note (CALL_ARRAY, sheet, row, column, format, formula, NULL, number);

  return __real_worksheet_write_array_formula_num (sheet, row, column, last_row, last_column,
                                                   formula, format, number);
}

static void
replay_call (const Call *call, lxw_worksheet *sheet, lxw_format *format)
{
  guint row = call->row;
  lxw_col_t column = call->column;

  switch ((CallKind) call->kind)
    {
    case CALL_TEXT:
      __real_worksheet_write_string (sheet, row, column, call->text, format);
      break;
    case CALL_NUMBER:
      __real_worksheet_write_number (sheet, row, column, call->number, format);
      break;
    case CALL_FORMULA_NUMBER:
      __real_worksheet_write_formula_num (sheet, row, column, call->text, format, call->number);
      break;
    case CALL_FORMULA_TEXT:
      __real_worksheet_write_formula_str (sheet, row, column, call->text, format, call->result);
      break;
    case CALL_ARRAY:
      __real_worksheet_write_array_formula_num (sheet, row, column, row, column, call->text, format,
                                                call->number);
      break;
    }
}

/* Seconds of the processor that this process has used. */
static double
get_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* Writes the cells noted down. Returns: seconds */
static double
replay (const char *path)
{
  double begin = get_seconds ();
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *own[MAX_SHEETS];
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sheets->len; i++)
    own[i] = workbook_add_worksheet (book, NULL);
  for (guint i = 0; i < calls->len; i++)
    {
      const Call *call = &g_array_index (calls, Call, i);
      lxw_format *format = g_hash_table_lookup (formats, call->format);

      if (format == NULL && call->format != NULL)
        {
          format = workbook_add_format (book);
          format_set_num_format (format, "yyyy-mm-dd hh:mm");
          g_hash_table_insert (formats, call->format, format);
        }
      replay_call (call, own[call->sheet], format);
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("the cells cannot be written again");

  return get_seconds () - begin;
}

/* Returns: seconds */
static double
write_report (const char *database, int month, const char *path)
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) store = bh_store_open (database, BH_OPEN_EXISTING, clock, &error);
  gint64 now = g_get_real_time ();
  BhReportRequest request = { .month = month, .as_of = now, .made_at = now };
  double begin = get_seconds ();

  if (store == NULL
      || !bh_report_make (store, &request, path, FALSE, 0, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);

  return get_seconds () - begin;
}

typedef double (*Measure) (const char *database, int month, const char *path);

static double
write_bare (const char *database, int month, const char *path)
{
  calls = g_array_new (FALSE, FALSE, sizeof (Call));
  sheets = g_ptr_array_new ();
  texts = g_hash_table_new (g_str_hash, g_str_equal);
  write_report (database, month, path);

  return replay (path);
}

/* In a process of its own. Returns: seconds; @megabytes: at its peak */
static double
measure (Measure func, const char *database, int month, const char *path, double *megabytes)
{
  int ends[2], status;
  double seconds = 0;
  struct rusage usage;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      seconds = func (database, month, path);
      _exit (write (ends[1], &seconds, sizeof seconds) == sizeof seconds ? 0 : 1);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  if (status != 0 || read (ends[0], &seconds, sizeof seconds) != sizeof seconds)
    exit (1);
  close (ends[0]);
  close (ends[1]);
  *megabytes = (double) usage.ru_maxrss / 1024;

  return seconds;
}

static int
compare_seconds (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

int
main (int argc, char **argv)
{
  double own[ROUNDS], bare[ROUNDS], peak = 0, ratio;
  g_autofree char *path = NULL;

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-report DATABASE MONTH\n");
      return 2;
    }

  path = g_strdup_printf ("%s/bench-report-%d.xlsx", g_get_tmp_dir (), (int) getpid ());
  for (guint i = 0; i < ROUNDS; i++)
    {
      double megabytes, ignored;

      own[i] = measure (write_report, argv[1], atoi (argv[2]), path, &megabytes);
      bare[i] = measure (write_bare, argv[1], atoi (argv[2]), path, &ignored);
      peak = MAX (peak, megabytes);
      printf ("report %.2f s, %.0f MB; the bare calls %.2f s\n", own[i], megabytes, bare[i]);
      fflush (stdout);
    }
  unlink (path);

  qsort (own, ROUNDS, sizeof *own, compare_seconds);
  qsort (bare, ROUNDS, sizeof *bare, compare_seconds);
  ratio = own[ROUNDS / 2] / bare[ROUNDS / 2];
  printf ("medians: %.2f times the bare calls (at most %.1f), %.0f MB (at most %.0f)\n", ratio,
          MAX_RATIO, peak, MAX_MEGABYTES);

  return ratio <= MAX_RATIO && peak <= MAX_MEGABYTES ? 0 : 1;
}
