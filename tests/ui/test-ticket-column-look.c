/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"
#include "ui/tickets/bh-ticket-column-look.h"

static BhTicketRow *
create_row (void)
{
  BhTicketRow *row = g_object_new (BH_TYPE_TICKET_ROW, NULL);

  row->number = g_strdup ("YG2026-000001");
  row->summary = g_strdup ("厨房漏水");
  row->kind = BH_KIND_REPAIR;
  row->grade = BH_GRADE_IMPORTANT;
  row->status = BH_STATUS_ACCEPTED;
  row->round = 1;
  row->category_id = BH_TEST_REPAIR;
  row->department_id = BH_TEST_ENGINEERING;
  row->staff_id = BH_TEST_WORKER;
  row->channel_id = BH_TEST_COUNTER;
  row->received_at = BH_TEST_START;
  row->next_due = BH_TEST_START + 4 * BH_TEST_HOUR;
  row->next_clock = BH_CLOCK_RESPONSE;

  return row;
}

static void
assert_text (BhTicketColumn column, BhTicketRow *row, BhOffice *office, const char *expected)
{
  g_autofree char *text
      = bh_ticket_column_dup_text (column, row, office, BH_TEST_START + BH_TEST_HOUR);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_texts (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (BhTicketRow) row = create_row ();

  assert_text (BH_TICKET_COLUMN_NUMBER, row, office, "YG2026-000001");
  assert_text (BH_TICKET_COLUMN_GRADE, row, office, "◐ Important");
  assert_text (BH_TICKET_COLUMN_SUMMARY, row, office, "厨房漏水");
  assert_text (BH_TICKET_COLUMN_CATEGORY, row, office, "水管漏水");
  assert_text (BH_TICKET_COLUMN_DEPARTMENT, row, office, "工程部");
  assert_text (BH_TICKET_COLUMN_PERSON, row, office, "李强");
  assert_text (BH_TICKET_COLUMN_CHANNEL, row, office, "现场");
  assert_text (BH_TICKET_COLUMN_RECEIVED, row, office, "08:00");
  assert_text (BH_TICKET_COLUMN_TIME_LEFT, row, office, "3:00");
  /* What says nothing is empty: no place, the first round, no reminders, not finished. */
  assert_text (BH_TICKET_COLUMN_PLACE, row, office, "");
  assert_text (BH_TICKET_COLUMN_ROUND, row, office, "");
  assert_text (BH_TICKET_COLUMN_REMINDERS, row, office, "");
  assert_text (BH_TICKET_COLUMN_FINISHED, row, office, "");
}

/* Every column has a look, a code and a text for an empty row. */
static void
test_all_columns (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (BhTicketRow) row = g_object_new (BH_TYPE_TICKET_ROW, NULL);

  row->number = g_strdup ("");
  row->summary = g_strdup ("");
  for (BhTicketColumn column = 1; bh_ticket_column_get_code (column) != NULL; column++)
    {
      g_autofree char *text = bh_ticket_column_dup_text (column, row, office, BH_TEST_START);

      g_assert_nonnull (text);
      g_assert_cmpuint (bh_ticket_column_get_look (column)->chars, >, 0);
    }
}

static void
test_explanations (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (BhTicketRow) row = create_row ();
  g_autofree char *left
      = bh_ticket_column_dup_explanation (BH_TICKET_COLUMN_TIME_LEFT, row, office, BH_TEST_START);
  g_autofree char *received
      = bh_ticket_column_dup_explanation (BH_TICKET_COLUMN_RECEIVED, row, office, BH_TEST_START);

  g_assert_cmpstr (left, ==, "Response is due 2026-03-02 12:00");
  g_assert_cmpstr (received, ==, "2026-03-02 08:00");
}

/* The limit of an important ticket's response is four hours; its last fifth is 48 minutes. */
static void
test_urgency (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (BhTicketRow) row = create_row ();

  g_assert_cmpint (bh_ticket_row_get_urgency (row, office, row->next_due - BH_TEST_HOUR), ==,
                   BH_URGENCY_CALM);
  g_assert_cmpint (bh_ticket_row_get_urgency (row, office, row->next_due - 48 * BH_TEST_MINUTE), ==,
                   BH_URGENCY_NEAR);
  g_assert_cmpint (bh_ticket_row_get_urgency (row, office, row->next_due), ==, BH_URGENCY_PASSED);
  row->next_due = 0;
  row->next_clock = BH_CLOCK_NONE;
  g_assert_cmpint (bh_ticket_row_get_urgency (row, office, BH_TEST_START), ==, BH_URGENCY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket-column-look/texts", test_texts);
  g_test_add_func ("/ticket-column-look/all-columns", test_all_columns);
  g_test_add_func ("/ticket-column-look/explanations", test_explanations);
  g_test_add_func ("/ticket-column-look/urgency", test_urgency);

  return g_test_run ();
}
