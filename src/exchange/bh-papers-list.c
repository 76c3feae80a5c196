/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-papers-private.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-callee.h"
#include "desk/bh-shift-sheet.h"
#include "draw/bh-paper-list.h"
#include "draw/bh-paper-shift.h"
#include "storage/bh-ticket-repository.h"

#define MOST_CELLS 8

static BhTicketFilter *
set_field (BhTicketFilter *filter, BhFilterField field, const char *value, GError **error)
{
  const char *const values[] = { value, NULL };

  return bh_ticket_filter_with (filter, field, values, error);
}

/* Returns: (transfer full) (nullable) (element-type BhTicketRow) */
static GPtrArray *
load_rows (const BhPaperJob *job,
           const char *status,
           BhFilterField field,
           const char *value,
           BhTicketColumn sort,
           GError **error)
{
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) base = NULL;
  g_autoptr (BhTicketFilter) narrow = NULL;
  g_autoptr (GArray) ids = NULL;

  base = set_field (job->request->filter != NULL ? job->request->filter : all, BH_FILTER_STATUS,
                    status, error);
  if (base != NULL)
    narrow = value != NULL ? set_field (base, field, value, error) : bh_ticket_filter_ref (base);
  if (narrow == NULL)
    return NULL;
  ids = bh_ticket_repository_list_ids (job->connection, narrow, job->office, job->request->as_of,
                                       sort, FALSE, -1, 0, error);
  if (ids == NULL || g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return NULL;

  return bh_ticket_repository_load_rows (job->connection, (const gint64 *) (gpointer) ids->data,
                                         ids->len, error);
}

static char *
format_time (const BhPaperJob *job, gint64 instant)
{
  return bh_office_time_format (bh_office_get_time (job->office), instant);
}

/* The community stands before it only where an office has several. */
static char *
dup_place (const BhPaperJob *job, BhTicketRow *row)
{
  const char *place = row->place != NULL ? row->place : "";
  const char *community = bh_office_get_name (job->office, BH_TYPE_PLACE, row->community_id);

  if (*community == '\0' || bh_office_get_only_community (job->office) != 0)
    return g_strdup (place);

  return g_strconcat (community, *place != '\0' ? " " : "", place, NULL);
}

static BhPaper *
make_list (const BhPaperJob *job, BhPaperList *list)
{
  g_autofree char *made_at = bh_papers_dup_made_at (job->office, job->request->made_at);
  /* Translators: below the title of a list */
  g_autofree char *note
      = g_strdup_printf (ngettext ("%u ticket", "%u tickets", list->rows->len), list->rows->len);

  list->title = bh_papers_get_title (job->request->kind);
  list->note = list->rows->len > 0 ? note : NULL;
  list->office = bh_office_get_settings (job->office)->name;
  list->made_at = made_at;

  return bh_paper_list_make_paper (list);
}

static char **
make_overdue_row (const BhPaperJob *job, BhTicketRow *row)
{
  BhOffice *office = job->office;
  const char *person = bh_office_get_name (office, BH_TYPE_STAFF, row->staff_id);
  char **cells = g_new0 (char *, MOST_CELLS + 1);

  cells[0] = g_strdup (row->number);
  cells[1] = g_strdup (bh_list_get_label (BH_LIST_GRADE, (int) row->grade));
  cells[2] = dup_place (job, row);
  cells[3] = g_strdup (row->summary);
  cells[4] = g_strdup (bh_list_get_label (BH_LIST_STATUS, (int) row->status));
  cells[5] = g_strconcat (bh_office_get_name (office, BH_TYPE_DEPARTMENT, row->department_id),
                          *person != '\0' ? "\n" : "", person, NULL);
  cells[6] = format_time (job, row->completion_due);
  cells[7] = bh_papers_dup_span ((job->request->as_of - row->completion_due) / BH_USEC_PER_SEC);

  return cells;
}

BhPaper *
bh_papers_make_overdue (const BhPaperJob *job, GError **error)
{
  const BhPaperColumn columns[] = {
    { _ ("Number"), 16, BH_PAPER_START }, { _ ("Grade"), 6, BH_PAPER_START },
    { _ ("Place"), 17, BH_PAPER_START },  { _ ("Matter"), 27, BH_PAPER_START },
    { _ ("Status"), 9, BH_PAPER_START },  { _ ("Held by"), 11, BH_PAPER_START },
    { _ ("Due"), 15, BH_PAPER_START },    { _ ("Late by"), 12, BH_PAPER_END },
  };
  g_autoptr (GPtrArray) rows
      = load_rows (job, "open", BH_FILTER_OVERDUE, "yes", BH_TICKET_COLUMN_COMPLETION_DUE, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  BhPaperList list = { .columns = columns, .n_columns = G_N_ELEMENTS (columns), .rows = lines };

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (lines, make_overdue_row (job, g_ptr_array_index (rows, i)));
  list.empty = _ ("No open ticket is overdue.");

  return make_list (job, &list);
}

/* Who did the work does not call back. */
static char *
dup_doer (const BhPaperJob *job, BhTicket *ticket)
{
  BhRound *round = bh_ticket_get_round (ticket);

  return g_strdup (
      bh_office_get_name (job->office, BH_TYPE_STAFF, round != NULL ? round->finished_by : 0));
}

static char **
make_callback_row (const BhPaperJob *job, BhTicketRow *row, BhTicket *ticket)
{
  int index = bh_callee_find (ticket, job->office);
  BhComplainant *callee = index >= 0 ? g_ptr_array_index (ticket->complainants, index) : NULL;
  g_autofree char *phone = bh_text_group_phone (callee != NULL ? callee->phone : NULL);
  g_autofree char *place = dup_place (job, row);
  g_autofree char *doer = dup_doer (job, ticket);
  const char *name = callee != NULL && callee->name != NULL ? callee->name : _ ("Anonymous");
  const char *result = ticket->result != NULL ? ticket->result : "";
  char **cells = g_new0 (char *, MOST_CELLS + 1);

  cells[0] = g_strdup (row->number);
  cells[1] = g_strconcat (name, "\n", phone, NULL);
  cells[2] = g_strdup (place);
  cells[3] = g_strdup (row->summary);
  cells[4] = g_strconcat (result, *result != '\0' && *doer != '\0' ? " · " : "", doer, NULL);
  cells[5] = format_time (job, row->next_due);
  /* Translators: tick boxes: score from 1 to 5, then how it went */
  cells[6] = g_strdup (_ ("□ 5  □ 4  □ 3  □ 2  □ 1\n□ In time  □ Solved  □ Polite\n□ Not reached"));

  return cells;
}

BhPaper *
bh_papers_make_callbacks (const BhPaperJob *job, GError **error)
{
  const BhPaperColumn columns[] = {
    { _ ("Number"), 19, BH_PAPER_START },        { _ ("Contact"), 13, BH_PAPER_START },
    { _ ("Place"), 13, BH_PAPER_START },         { _ ("Matter"), 19, BH_PAPER_START },
    { _ ("What was done"), 19, BH_PAPER_START }, { _ ("Due"), 12, BH_PAPER_START },
    { _ ("Score"), 27, BH_PAPER_START },         { _ ("What was said"), 17, BH_PAPER_START },
  };
  g_autoptr (GPtrArray) rows
      = load_rows (job, "signed", BH_FILTER_STATUS, NULL, BH_TICKET_COLUMN_TIME_LEFT, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  BhPaperList list = { .columns = columns, .n_columns = G_N_ELEMENTS (columns), .rows = lines };

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      BhTicketRow *row = g_ptr_array_index (rows, i);
      g_autoptr (BhTicket) ticket = bh_ticket_repository_load (job->connection, row->id, error);

      if (ticket == NULL || g_cancellable_set_error_if_cancelled (job->cancellable, error))
        return NULL;
      g_ptr_array_add (lines, make_callback_row (job, row, ticket));
    }
  list.empty = _ ("Nobody waits for a callback.");

  return make_list (job, &list);
}

BhPaper *
bh_papers_make_shift (const BhPaperJob *job, GError **error)
{
  g_autoptr (BhShiftSheet) sheet
      = bh_shift_sheet_load (job->connection, job->office, job->request->as_of, error);
  g_autofree char *made_at = bh_papers_dup_made_at (job->office, job->request->made_at);
  BhShiftPaper paper = { .made_at = made_at };

  if (sheet == NULL)
    return NULL;
  paper.text = sheet->text;
  paper.office = bh_office_get_settings (job->office)->name;

  return bh_shift_paper_make_paper (&paper);
}
