/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-sql.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-search.h"
#include "storage/bh-ticket-query.h"
#include "support/bh-test-tickets.h"

#include <string.h>

#define START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC) /* 2026-03-02 08:00 */
#define HOUR (3600 * BH_USEC_PER_SEC)
#define DAY (24 * HOUR)

/* Five tickets, a day apart, that differ in everything. */
typedef struct
{
  BhTestStore *office;
  gint64 tickets[5];
  gint64 engineering, cleaning; /* departments 工程部, 保洁部 */
  gint64 repair, pipes, lights; /* category 维修 with its leaves 水管, 灯 */
  gint64 garden, room;          /* community 滨河花园, its 3栋 */
} Fixture;

static gboolean
add_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;
  g_autoptr (BhPlace) garden = bh_place_new (0, BH_PLACE_COMMUNITY, "滨河花园", 0, 0, "滨河花园");
  g_autoptr (BhPlace) building = NULL;

  garden->prefix = g_strdup ("BH");
  f->engineering = bh_register_add_department (work, "gc", "工程部", error);
  f->cleaning = bh_register_add_department (work, "bj", "保洁部", error);
  f->repair = bh_register_add_category (work, 0, "wx", "维修", 0, BH_GRADE_NONE, error);
  f->pipes = bh_register_add_category (work, f->repair, "sg", "水管", 0, BH_GRADE_NONE, error);
  f->lights = bh_register_add_category (work, f->repair, "d", "灯", 0, BH_GRADE_NONE, error);
  f->garden = bh_register_add_place (work, garden, error);
  building = bh_place_new (0, BH_PLACE_BUILDING, "3栋", f->garden, f->garden, "3栋");
  f->room = bh_register_add_place (work, building, error);
  bh_work_touch_register (work);

  return f->room != 0;
}

static gint64
add_ticket (Fixture *f, guint day, const char *first_key, ...)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();
  va_list args;
  gint64 id;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    {
      const gint64 *value = va_arg (args, const gint64 *);

      bh_payload_set_int (payload, key, *value);
    }
  va_end (args);

  bh_payload_set (payload, "kind", day % 2 ? "complaint" : "repair");
  bh_payload_set (payload, "grade", day == 2 ? "urgent" : "general");
  id = bh_test_record_with (f->office, 0, BH_VERB_NEW, START + day * DAY, payload);
  g_assert_cmpint (id, !=, 0);

  return id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new_at (START + 60 * DAY);
  bh_test_store_write (f->office, add_register_in_worker, f);

  f->tickets[0] = add_ticket (f, 0, "department", &f->engineering, "category", &f->pipes, NULL);
  f->tickets[1] = add_ticket (f, 1, "department", &f->cleaning, "category", &f->lights, NULL);
  f->tickets[2] = add_ticket (f, 2, "community", &f->garden, "place", &f->room, NULL);
  f->tickets[3] = add_ticket (f, 3, "category", &f->repair, "repeat-of", &f->tickets[0], NULL);
  f->tickets[4] = bh_test_record (f->office, 0, BH_VERB_NEW, START + 4 * DAY, "number", "X-100%",
                                  "summary", "水管 漏水 50%", "contact-name", "欧阳Anna", "phone",
                                  "13812345678", "place-text", "东门外", NULL);
  bh_test_record (f->office, f->tickets[0], BH_VERB_CONTACT, START + 5 * DAY, "text", "喂", NULL);
  bh_test_record (f->office, f->tickets[1], BH_VERB_WITHDRAW, START + 5 * DAY, "reason", "罢",
                  NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_test_store_free (f->office);
}

typedef struct
{
  BhTicketFilter *filter;
  BhOffice *office;
  BhTicketColumn sort;
  gboolean descending;
  gint64 limit, offset;
} Question;

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Question *q = user_data;

  return bh_ticket_repository_list_ids (connection, q->filter, q->office, START + 60 * DAY, q->sort,
                                        q->descending, q->limit, q->offset, error);
}

static GArray *
read_ids (BhStatement *s, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStep step;

  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, 0);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* The same tickets as figures find them. */
static gpointer
list_compared_in_worker (BhConnection *connection,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  Question *q = user_data;
  g_autoptr (BhFilterSql) where
      = bh_filter_sql_new_compared (q->filter, q->office, "t", 1, START + 60 * DAY, error);
  g_autofree char *sql
      = g_strdup_printf ("SELECT t.id FROM ticket AS t WHERE %s ORDER BY t.received_at, t.id",
                         bh_filter_sql_get_condition (where));
  BhStatement *s = bh_connection_prepare (connection, sql, error);

  if (s == NULL)
    return NULL;
  bh_filter_sql_bind (where, s);

  return read_ids (s, error);
}

/* The tickets that are found, by their places in the fixture. */
static void
assert_found (Fixture *f, BhReadFunc func, Question *q, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  q->office = office;
  ids = bh_store_read (f->office->store, func, q, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (f->tickets); j++)
      if (g_array_index (ids, gint64, i) == f->tickets[j])
        g_string_append_printf (found, "%u", j);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_list (Fixture *f, Question *q, const char *expected)
{
  assert_found (f, list_in_worker, q, expected);
}

static void
assert_filter (Fixture *f, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, &error);
  Question q = { filter, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE, -1, 0 };

  g_assert_no_error (error);
  assert_list (f, &q, expected);
  assert_found (f, list_compared_in_worker, &q, expected);
}

static void
assert_sort (Fixture *f, BhTicketColumn sort, const char *ascending, const char *descending)
{
  Question up = { NULL, NULL, sort, FALSE, -1, 0 };
  Question down = { NULL, NULL, sort, TRUE, -1, 0 };

  assert_list (f, &up, ascending);
  assert_list (f, &down, descending);
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  assert_filter (f, "", "01234");
  assert_filter (f, "status:open", "0234");
  assert_filter (f, "status:withdrawn", "1");
  assert_filter (f, "kind:complaint", "13");
  assert_filter (f, "kind:complaint grade:urgent", "");
  assert_filter (f, "grade:urgent,general", "01234");
  assert_filter (f, "department:工程部", "0");
  assert_filter (f, "department:工程部,none", "0234");
  assert_filter (f, "department:none", "234");
  assert_filter (f, "category:维修", "013");
  assert_filter (f, "category:维修/灯", "1");
  assert_filter (f, "community:滨河花园", "2");
  assert_filter (f, "place:3栋", "2");
  assert_filter (f, "place:东门", "4");
  assert_filter (f, "within:滨河花园", "2");
  assert_filter (f, "within:滨河花园/3栋", "2");
  assert_filter (f, "within:滨河花园/3", "");
  assert_filter (f, "within:滨河/3栋,滨河花园/4栋", "");
  assert_filter (f, "within:滨河花园/4栋,滨河花园/3栋 text:没有", "");
  assert_filter (f, "within:滨河花园/4栋,滨河花园/3栋 place:3栋", "2");
  assert_filter (f, "received:2026-03-03..2026-03-05", "12");
  assert_filter (f, "received:2026-03-02,2026-03-05..", "034");
  assert_filter (f, "closed:2026-03", "1");
  assert_filter (f, "responded:yes", "0");
  assert_filter (f, "responded:no", "1234");
  assert_filter (f, "overdue:yes", "0234");
  assert_filter (f, "overdue:no", "1");
  assert_filter (f, "responded-in:2026-03", "0");
  assert_filter (f, "responded-in:2026-04", "");
  assert_filter (f, "accepted-in:2026-03", "");
  assert_filter (f, "recorded:2026-03", "");
  assert_filter (f, "recorded:2026-05-01", "01234");
  assert_filter (f, "promised:2026-03", "");
  assert_filter (f, "scored-in:2026-03", "");
  /* Ticket 1 was withdrawn on 7 March. */
  assert_filter (f, "open-at-end:2026-03-06", "01234");
  assert_filter (f, "open-at-end:2026-03-07", "0234");
  assert_filter (f, "open-at-end:2026-03-02,2026-03-03", "01");
  assert_filter (f, "open-at-end:2030-01", "0234");
  assert_filter (f, "open-at-end:2026-03-02..", "0234");
  assert_filter (f, "overdue-at-end:2026-03-06", "2");
  assert_filter (f, "overdue-at-end:2026-03-07", "02");
  assert_filter (f, "overdue-at-end:2026-03-20", "0234");
  assert_filter (f, "response:on-time", "");
  assert_filter (f, "response:late", "01234");
  assert_filter (f, "completion:late", "0234");
  assert_filter (f, "completion:on-time", "");
  assert_filter (f, "completion:on-time,late", "0234");
  assert_filter (f, "first-answer:late", "");
  assert_filter (f, "signoff-due:yes", "");
  assert_filter (f, "callback-due:no", "01234");
  assert_filter (f, "repeat:yes", "3");
  assert_filter (f, "stage:dispatch", "0234");
  assert_filter (f, "stage:none,accept", "1");
  assert_filter (f, "furthest:dispatch", "01234");
  assert_filter (f, "furthest:accept,execute", "");
  assert_filter (f, "handling:none", "01234");
  assert_filter (f, "handling:2h,longer", "");
  assert_filter (f, "score:1,5 scored-in:2026-03", "");
  assert_filter (f, "rework:yes", "");
  assert_filter (f, "rework:yes,no", "01234");
  assert_filter (f, "origin:ledger", "");
  assert_filter (f, "number:BH", "2");
  assert_filter (f, "number:x-1", "4");
  assert_filter (f, "number:100%", "4");
  assert_filter (f, "number:1%0", "");
  assert_filter (f, "contact:anna", "4");
  assert_filter (f, "phone:5678", "4");
  assert_filter (f, "text:漏水", "4");
  assert_filter (f, "text:\"漏水 水管\"", "4");
  assert_filter (f, "text:\"漏水 灯\"", "");
  assert_filter (f, "text:5_%", "");
}

static void
test_sorts (Fixture *f, gconstpointer data)
{
  /* What is empty stands last in both directions; ties go by id. */
  assert_sort (f, BH_TICKET_COLUMN_RECEIVED, "01234", "43210");
  assert_sort (f, BH_TICKET_COLUMN_DEPARTMENT, "10234", "01432");
  assert_sort (f, BH_TICKET_COLUMN_CATEGORY, "31024", "01342");
  assert_sort (f, BH_TICKET_COLUMN_COMMUNITY, "20134", "24310");
  assert_sort (f, BH_TICKET_COLUMN_PLACE, "24013", "42310");
  assert_sort (f, BH_TICKET_COLUMN_CONTACT, "40123", "43210");
  assert_sort (f, BH_TICKET_COLUMN_GRADE, "20134", "43102");
  assert_sort (f, BH_TICKET_COLUMN_RESPONDED, "01234", "04321");
  assert_sort (f, BH_TICKET_COLUMN_CLOSED, "10234", "14320");
  assert_sort (f, BH_TICKET_COLUMN_TIME_LEFT, "02341", "43201");

  for (guint column = BH_TICKET_COLUMN_NUMBER; bh_ticket_column_get_code (column) != NULL; column++)
    {
      Question q = { NULL, NULL, (BhTicketColumn) column, FALSE, 0, 0 };

      g_assert_cmpint (bh_ticket_column_find (bh_ticket_column_get_code (column)), ==, column);
      g_assert_cmpstr (bh_ticket_column_get_label (column), !=, "");
      assert_list (f, &q, "");
    }
  g_assert_cmpint (bh_ticket_column_find ("weather"), ==, 0);
  g_assert_null (bh_ticket_column_get_code (0));
}

static void
test_limits (Fixture *f, gconstpointer data)
{
  Question first = { NULL, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE, 2, 0 };
  Question next = { NULL, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE, 2, 2 };
  Question rest = { NULL, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE, -1, 3 };
  Question past = { NULL, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE, 2, 9 };

  assert_list (f, &first, "01");
  assert_list (f, &next, "23");
  assert_list (f, &rest, "34");
  assert_list (f, &past, "");
}

static gpointer
explain_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Question *q = user_data;
  g_autoptr (BhFilterSql) where
      = bh_filter_sql_new_compared (q->filter, q->office, "t", 1, START + 60 * DAY, error);
  g_autofree char *sql
      = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT COUNT (*) FROM ticket AS t WHERE t.finished_at "
                         ">= %" G_GINT64_FORMAT " AND t.finished_at < %" G_GINT64_FORMAT " AND %s",
                         START, START + DAY, bh_filter_sql_get_condition (where));
  BhStatement *s = bh_connection_prepare (connection, sql, error);

  g_assert_true (s != NULL && bh_statement_step (s, error) == BH_STEP_ROW);
  g_assert_nonnull (strstr (bh_statement_get_text (s, 3), "COVERING INDEX ticket_"));
  g_assert_nonnull (strstr (bh_statement_get_text (s, 3), "(finished_at>"));
  bh_statement_reset (s);

  return g_strdup ("");
}

/* Whatever figures are narrowed by, they find their tickets by what happened in the period. */
static void
test_compared (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    "kind:repair",        "grade:urgent",    "status:open,closed",
    "department:工程部",  "department:none", "category:维修",
    "community:滨河花园", "channel:none",    "department:工程部,none",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);
      g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (texts[i], &error);
      Question q = { .filter = filter, .office = office };
      g_autofree char *done = NULL;

      g_assert_no_error (error);
      done = bh_store_read (f->office->store, explain_in_worker, &q, NULL, &error);
      g_assert_no_error (error);
    }
}

static gpointer
load_rows_in_worker (BhConnection *connection,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  GArray *ids = user_data;

  return bh_ticket_repository_load_rows (connection, (const gint64 *) ids->data, ids->len, error);
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  BhTicketRow *row;

  /* More than one statement asks for, with unknown ones between. */
  for (gint64 i = 0; i < 100; i++)
    g_array_append_val (ids, i);
  g_array_append_val (ids, f->tickets[4]);
  g_array_append_val (ids, f->tickets[2]);
  rows = bh_store_read (f->office->store, load_rows_in_worker, ids, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);

  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->id, ==, f->tickets[4]);
  g_assert_cmpstr (row->number, ==, "X-100%");
  g_assert_cmpstr (row->summary, ==, "水管 漏水 50%");
  g_assert_cmpstr (row->place, ==, "东门外");
  g_assert_cmpstr (row->contact, ==, "欧阳Anna");
  g_assert_cmpint (row->received_at, ==, START + 4 * DAY);
  g_assert_cmpint (row->next_due, ==, START + 4 * DAY + 2 * HOUR);
  g_assert_cmpint (row->next_clock, ==, BH_CLOCK_DISPATCH);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->place, ==, "3栋");
  g_assert_cmpint (row->community_id, ==, f->garden);
  g_assert_null (row->contact);
}

static gpointer
search_in_worker (BhConnection *connection,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  return bh_search_find (connection, user_data, 3, error);
}

static void
assert_search (Fixture *f, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSearchHits) hits
      = bh_store_read (f->office->store, search_in_worker, (gpointer) text, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->tickets->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (f->tickets); j++)
      if (BH_TICKET_ROW (g_ptr_array_index (hits->tickets, i))->id == f->tickets[j])
        g_string_append_printf (found, "%u", j);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_search (Fixture *f, gconstpointer data)
{
  assert_search (f, "", "");
  assert_search (f, "x-100%", "4");
  assert_search (f, "00%", "4");
  assert_search (f, "5678", "4");
  assert_search (f, "138 1234 5678", "4");
  assert_search (f, "678", "");
  assert_search (f, "漏水", "4");
  assert_search (f, " 漏水  水管 ", "4");
  assert_search (f, "灯", "321");
  assert_search (f, "BH2026-000001", "2");
  assert_search (f, "没有", "");
}

static void
add (const char *path, void (*func) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/ticket-query/filters", test_filters);
  add ("/ticket-query/compared", test_compared);
  add ("/ticket-query/sorts", test_sorts);
  add ("/ticket-query/limits", test_limits);
  add ("/ticket-query/rows", test_rows);
  add ("/ticket-query/search", test_search);

  return g_test_run ();
}
