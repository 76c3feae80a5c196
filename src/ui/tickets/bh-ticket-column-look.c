/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-column-look.h"

#include "base/bh-i18n.h"

static const BhTicketColumnLook looks[] = {
  [BH_TICKET_COLUMN_NUMBER] = { 17, FALSE, FALSE },
  [BH_TICKET_COLUMN_KIND] = { 6, FALSE, FALSE },
  [BH_TICKET_COLUMN_GRADE] = { 7, FALSE, FALSE },
  [BH_TICKET_COLUMN_STATUS] = { 8, FALSE, FALSE },
  [BH_TICKET_COLUMN_SUMMARY] = { 18, TRUE, FALSE },
  [BH_TICKET_COLUMN_CATEGORY] = { 14, FALSE, FALSE },
  [BH_TICKET_COLUMN_COMMUNITY] = { 12, FALSE, FALSE },
  [BH_TICKET_COLUMN_PLACE] = { 14, FALSE, FALSE },
  [BH_TICKET_COLUMN_CONTACT] = { 8, FALSE, FALSE },
  [BH_TICKET_COLUMN_CHANNEL] = { 10, FALSE, FALSE },
  [BH_TICKET_COLUMN_DEPARTMENT] = { 8, FALSE, FALSE },
  [BH_TICKET_COLUMN_PERSON] = { 8, FALSE, FALSE },
  [BH_TICKET_COLUMN_RECEIVED] = { 11, FALSE, FALSE },
  [BH_TICKET_COLUMN_RESPONDED] = { 11, FALSE, FALSE },
  [BH_TICKET_COLUMN_COMPLETION_DUE] = { 11, FALSE, FALSE },
  [BH_TICKET_COLUMN_FINISHED] = { 11, FALSE, FALSE },
  [BH_TICKET_COLUMN_CLOSED] = { 11, FALSE, FALSE },
  [BH_TICKET_COLUMN_ROUND] = { 4, FALSE, TRUE },
  [BH_TICKET_COLUMN_REMINDERS] = { 4, FALSE, TRUE },
  [BH_TICKET_COLUMN_TIME_LEFT] = { 12, FALSE, TRUE },
  [BH_TICKET_COLUMN_PROMISED] = { 11, FALSE, FALSE },
};

const BhTicketColumnLook *
bh_ticket_column_get_look (BhTicketColumn column)
{
  g_return_val_if_fail (column > 0 && column < G_N_ELEMENTS (looks), NULL);

  return &looks[column];
}

static gint64
get_instant (BhTicketColumn column, BhTicketRow *row)
{
  switch (column)
    {
    case BH_TICKET_COLUMN_RECEIVED:
      return row->received_at;
    case BH_TICKET_COLUMN_RESPONDED:
      return row->responded_at;
    case BH_TICKET_COLUMN_COMPLETION_DUE:
      return row->completion_due;
    case BH_TICKET_COLUMN_FINISHED:
      return row->finished_at;
    case BH_TICKET_COLUMN_CLOSED:
      return row->closed_at;
    case BH_TICKET_COLUMN_TIME_LEFT:
      return row->next_due;
    case BH_TICKET_COLUMN_PROMISED:
      return row->promised_at;
    case BH_TICKET_COLUMN_NUMBER:
    case BH_TICKET_COLUMN_KIND:
    case BH_TICKET_COLUMN_GRADE:
    case BH_TICKET_COLUMN_STATUS:
    case BH_TICKET_COLUMN_SUMMARY:
    case BH_TICKET_COLUMN_CATEGORY:
    case BH_TICKET_COLUMN_COMMUNITY:
    case BH_TICKET_COLUMN_PLACE:
    case BH_TICKET_COLUMN_CONTACT:
    case BH_TICKET_COLUMN_CHANNEL:
    case BH_TICKET_COLUMN_DEPARTMENT:
    case BH_TICKET_COLUMN_PERSON:
    case BH_TICKET_COLUMN_ROUND:
    case BH_TICKET_COLUMN_REMINDERS:
      return 0;
    }

  return 0;
}

static char *
dup_number (int number, int least)
{
  return number >= least ? g_strdup_printf ("%d", number) : g_strdup ("");
}

static char *
dup_grade (BhGrade grade)
{
  return g_strdup_printf ("%s %s", bh_present_grade_symbol (grade),
                          bh_list_get_label (BH_LIST_GRADE, grade));
}

char *
bh_ticket_column_dup_text (BhTicketColumn column, BhTicketRow *row, BhOffice *office, gint64 now)
{
  g_return_val_if_fail (BH_IS_TICKET_ROW (row), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  switch (column)
    {
    case BH_TICKET_COLUMN_NUMBER:
      return g_strdup (row->number);
    case BH_TICKET_COLUMN_KIND:
      return g_strdup (bh_list_get_label (BH_LIST_KIND, row->kind));
    case BH_TICKET_COLUMN_GRADE:
      return dup_grade (row->grade);
    case BH_TICKET_COLUMN_STATUS:
      return g_strdup (bh_list_get_label (BH_LIST_STATUS, row->status));
    case BH_TICKET_COLUMN_SUMMARY:
      return g_strdup (row->summary);
    case BH_TICKET_COLUMN_CATEGORY:
      return g_strdup (bh_office_get_name (office, BH_TYPE_CATEGORY, row->category_id));
    case BH_TICKET_COLUMN_COMMUNITY:
      return g_strdup (bh_office_get_name (office, BH_TYPE_PLACE, row->community_id));
    case BH_TICKET_COLUMN_PLACE:
      return g_strdup (row->place != NULL ? row->place : "");
    case BH_TICKET_COLUMN_CONTACT:
      return g_strdup (row->contact != NULL ? row->contact : "");
    case BH_TICKET_COLUMN_CHANNEL:
      return g_strdup (bh_office_get_name (office, BH_TYPE_CHANNEL, row->channel_id));
    case BH_TICKET_COLUMN_DEPARTMENT:
      return g_strdup (bh_office_get_name (office, BH_TYPE_DEPARTMENT, row->department_id));
    case BH_TICKET_COLUMN_PERSON:
      return g_strdup (bh_office_get_name (office, BH_TYPE_STAFF, row->staff_id));
    case BH_TICKET_COLUMN_RECEIVED:
    case BH_TICKET_COLUMN_RESPONDED:
    case BH_TICKET_COLUMN_COMPLETION_DUE:
    case BH_TICKET_COLUMN_FINISHED:
    case BH_TICKET_COLUMN_CLOSED:
    case BH_TICKET_COLUMN_PROMISED:
      return bh_office_time_format_near (bh_office_get_time (office), get_instant (column, row),
                                         now);
    case BH_TICKET_COLUMN_ROUND:
      return dup_number (row->round, 2);
    case BH_TICKET_COLUMN_REMINDERS:
      return dup_number (row->reminders, 1);
    case BH_TICKET_COLUMN_TIME_LEFT:
      return bh_present_time_left (now, row->next_due);
    }

  g_return_val_if_reached (g_strdup (""));
}

static char *
dup_time_left_explanation (BhTicketRow *row, BhOffice *office)
{
  g_autofree char *due = bh_office_time_format (bh_office_get_time (office), row->next_due);

  /* Translators: the name of a clock ("Response") and its deadline */
  return g_strdup_printf (_ ("%s is due %s"), bh_list_get_label (BH_LIST_CLOCK, row->next_clock),
                          due);
}

char *
bh_ticket_column_dup_explanation (BhTicketColumn column,
                                  BhTicketRow *row,
                                  BhOffice *office,
                                  gint64 now)
{
  gint64 instant;

  g_return_val_if_fail (BH_IS_TICKET_ROW (row), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  instant = get_instant (column, row);
  if (instant != 0)
    return column == BH_TICKET_COLUMN_TIME_LEFT
               ? dup_time_left_explanation (row, office)
               : bh_office_time_format (bh_office_get_time (office), instant);
  if (column == BH_TICKET_COLUMN_CATEGORY)
    return bh_office_get_category_path (office, row->category_id);

  return bh_ticket_column_dup_text (column, row, office, now);
}

/* A row does not carry when its stage began; its policy tells how long the clock is. */
static gint64
find_limit (BhTicketRow *row, BhOffice *office)
{
  BhPolicy *policy = bh_office_find_policy (office, row->category_id, row->grade, row->received_at);

  return policy != NULL ? policy->limits[row->next_clock] : 0;
}

BhUrgency
bh_ticket_row_get_urgency (BhTicketRow *row, BhOffice *office, gint64 now)
{
  g_return_val_if_fail (BH_IS_TICKET_ROW (row), BH_URGENCY_NONE);
  g_return_val_if_fail (BH_IS_OFFICE (office), BH_URGENCY_NONE);

  return bh_present_urgency (now, row->next_due, find_limit (row, office));
}
