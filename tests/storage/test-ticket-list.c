/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-cache.h"
#include "storage/bh-ticket-list.h"
#include "support/bh-test-tickets.h"

#define START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC)
#define HOUR (3600 * BH_USEC_PER_SEC)

typedef struct
{
  BhTestStore *office;
  BhTicketList *list;
  GString *changes; /* "position-removed+added " for each change, "loading " and so on */
  gint64 ids[8];
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
outdated_cb (BhTicketList *list, GParamSpec *pspec, GString *changes)
{
  g_string_append (changes, bh_ticket_list_is_outdated (list) ? "outdated " : "fresh ");
}

static void
n_tickets_cb (BhTicketList *list, GParamSpec *pspec, GString *changes)
{
  g_string_append_printf (changes, "n=%u ", g_list_model_get_n_items (G_LIST_MODEL (list)));
}

/* Four tickets, an hour apart: numbers 1 to 4. */
static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new_at (START + 100 * HOUR);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      f->ids[i]
          = bh_test_record (f->office, 0, BH_VERB_NEW, START + i * HOUR, "number", number, NULL);
    }

  f->list = bh_ticket_list_new (f->office->store);
  f->changes = g_string_new (NULL);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (items_changed_cb), f->changes);
  g_signal_connect (f->list, "notify::outdated", G_CALLBACK (outdated_cb), f->changes);
  g_signal_connect (f->list, "notify::n-tickets", G_CALLBACK (n_tickets_cb), f->changes);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->list);
  g_string_free (f->changes, TRUE);
  bh_test_store_free (f->office);
}

static gpointer
do_nothing (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return user_data;
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *settled = user_data;

  *settled = bh_store_read_finish (BH_STORE (source), result, NULL) != NULL;
}

/* Waits until the list is whole and the reader has nothing to do any more. An answer may lead to
 * one more question. */
static void
settle (Fixture *f)
{
  while (bh_ticket_list_is_loading (f->list))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 4; i++)
    {
      gboolean settled = FALSE;

      bh_store_read_async (f->office->store, do_nothing, f, NULL, NULL, G_PRIORITY_LOW, NULL,
                           settled_cb, &settled);
      while (!settled)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
query (Fixture *f, const char *filter, BhTicketColumn sort, gboolean descending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);

  g_assert_no_error (error);
  bh_ticket_list_set_query (f->list, parsed, sort, descending);
}

static void
assert_changes (Fixture *f, const char *expected)
{
  settle (f);
  g_assert_cmpstr (f->changes->str, ==, expected);
  g_string_truncate (f->changes, 0);
}

/* The numbers of the tickets in the list, read through its items. */
static void
assert_model (Fixture *f, const char *expected)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BhTicketItem) item = g_list_model_get_item (G_LIST_MODEL (f->list), i);

      while (bh_ticket_item_get_row (item) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (bh_ticket_item_get_id (item), ==, bh_ticket_list_get_nth_id (f->list, i));
      g_assert_cmpuint (bh_ticket_list_find (f->list, bh_ticket_item_get_id (item)), ==, i);
      g_string_append_printf (numbers, "%s ", bh_ticket_item_get_row (item)->number);
    }

  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->list), n));
  g_assert_cmpint (bh_ticket_list_get_nth_id (f->list, n), ==, 0);
  g_assert_cmpstr (numbers->str, ==, expected);
}

static void
test_query (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (f->list)) == BH_TYPE_TICKET_ITEM);

  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  g_assert_true (bh_ticket_list_is_loading (f->list));
  assert_changes (f, "0-0+4 n=4 ");
  g_assert_false (bh_ticket_list_is_loading (f->list));
  assert_model (f, "4 3 2 1 ");
  g_assert_cmpuint (bh_ticket_list_find (f->list, 12345), ==, G_MAXUINT);

  /* The same question is not asked twice. */
  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  g_assert_false (bh_ticket_list_is_loading (f->list));

  query (f, "number:2", BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-4+1 n=1 ");
  query (f, "number:7", BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-1+0 n=0 ");
}

static void
test_trims (Fixture *f, gconstpointer data)
{
  query (f, "status:open", BH_TICKET_COLUMN_RECEIVED, FALSE);
  assert_changes (f, "0-0+4 n=4 ");

  bh_ticket_list_reload (f->list);
  assert_changes (f, "");

  bh_test_record (f->office, f->ids[1], BH_VERB_WITHDRAW, START + 10 * HOUR, NULL);
  assert_changes (f, "outdated ");
  assert_model (f, "1 2 3 4 ");
  bh_ticket_list_reload (f->list);
  assert_changes (f, "1-1+0 n=3 fresh ");
  assert_model (f, "1 3 4 ");

  bh_test_record (f->office, 0, BH_VERB_NEW, START + HOUR / 2, "number", "9", NULL);
  assert_changes (f, "outdated ");
  bh_ticket_list_reload (f->list);
  assert_changes (f, "1-0+1 n=4 fresh ");
  assert_model (f, "1 9 3 4 ");

  /* Turned around, nothing is common but what stands in the middle, which is found by nobody. */
  query (f, "status:open", BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-4+4 ");
  assert_model (f, "4 3 9 1 ");
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_refreshes_in_place (Fixture *f, gconstpointer data)
{
  g_autoptr (BhTicketItem) item = NULL;
  g_autoptr (BhTicketItem) again = NULL;
  guint count = 0;

  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE);
  settle (f);
  assert_model (f, "1 2 3 4 ");
  item = g_list_model_get_item (G_LIST_MODEL (f->list), 2);
  g_signal_connect (item, "notify::row", G_CALLBACK (count_cb), &count);
  g_string_truncate (f->changes, 0);

  bh_test_record (f->office, f->ids[2], BH_VERB_REMIND, START + 10 * HOUR, NULL);
  assert_changes (f, "");
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpint (bh_ticket_item_get_row (item)->reminders, ==, 1);

  /* Another ticket's change leaves the item alone. */
  bh_test_record (f->office, f->ids[1], BH_VERB_REMIND, START + 10 * HOUR, NULL);
  assert_changes (f, "");
  g_assert_cmpuint (count, ==, 1);

  /* The item goes with its ticket to another place. */
  query (f, NULL, BH_TICKET_COLUMN_REMINDERS, TRUE);
  assert_changes (f, "0-4+4 ");
  again = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
  g_assert_true (again == item);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_tells_moves (Fixture *f, gconstpointer data)
{
  query (f, NULL, BH_TICKET_COLUMN_REMINDERS, TRUE);
  settle (f);
  assert_model (f, "4 3 2 1 ");
  g_string_truncate (f->changes, 0);

  /* The first one stays the first, whatever it gets. */
  bh_test_record (f->office, f->ids[3], BH_VERB_REMIND, START + 10 * HOUR, NULL);
  assert_changes (f, "");

  bh_test_record (f->office, f->ids[0], BH_VERB_REMIND, START + 10 * HOUR, NULL);
  assert_changes (f, "outdated ");
  bh_ticket_list_reload (f->list);
  assert_changes (f, "1-3+3 fresh ");
  assert_model (f, "4 1 3 2 ");
}

static void
test_drops_old_answers (Fixture *f, gconstpointer data)
{
  query (f, "number:1", BH_TICKET_COLUMN_RECEIVED, TRUE);
  query (f, "number:2", BH_TICKET_COLUMN_RECEIVED, TRUE);
  query (f, "number:3,4", BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-0+2 n=2 ");
  assert_model (f, "4 3 ");

  /* A change during a query leads to another one, so that nothing is missed. */
  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  bh_test_record (f->office, 0, BH_VERB_NEW, START + 5 * HOUR, "number", "5", NULL);
  assert_changes (f, "0-2+5 n=5 ");
}

static void
failed_cb (BhTicketList *list, GError *error, GString *changes)
{
  g_assert_nonnull (error);
  g_string_append (changes, "failed ");
}

static void
test_reports_failure (Fixture *f, gconstpointer data)
{
  g_signal_connect (f->list, "failed", G_CALLBACK (failed_cb), f->changes);
  query (f, "department:Nobody", BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "failed ");
  g_assert_false (bh_ticket_list_is_loading (f->list));

  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-0+4 n=4 ");
}

static gboolean
execute (BhWork *work, gpointer script, GError **error)
{
  return bh_connection_execute (bh_work_get_connection (work), script, error);
}

/* Rows that could not be read come with the next reading, also where the list stays the same. */
static void
test_reads_missing_rows (Fixture *f, gconstpointer data)
{
  g_autoptr (BhTicketItem) item = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (f->list, "failed", G_CALLBACK (failed_cb), f->changes);
  bh_store_write (f->office->store, execute, (gpointer) "ALTER TABLE place RENAME TO other", NULL,
                  &error);
  g_assert_no_error (error);
  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-0+4 n=4 ");
  item = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
  assert_changes (f, "failed ");
  g_assert_null (bh_ticket_item_get_row (item));

  bh_store_write (f->office->store, execute, (gpointer) "ALTER TABLE other RENAME TO place", NULL,
                  &error);
  g_assert_no_error (error);
  bh_ticket_list_reload (f->list);
  assert_changes (f, "");
  g_assert_nonnull (bh_ticket_item_get_row (item));
}

static gboolean
add_many_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  for (guint i = 0; i < GPOINTER_TO_UINT (user_data); i++)
    {
      g_autoptr (BhPayload) payload = bh_payload_new ();

      bh_test_work_record_at (work, 0, BH_VERB_NEW, START - (1 + i) * HOUR, payload);
    }

  return TRUE;
}

/* A long list shows its beginning first, and is one change more. */
static void
test_begins (Fixture *f, gconstpointer data)
{
  bh_test_store_write (f->office, add_many_in_worker, GUINT_TO_POINTER (296));
  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-0+32 n=32 32-0+268 n=300 ");
  g_assert_false (bh_ticket_list_is_loading (f->list));
  g_assert_cmpint (bh_ticket_list_get_nth_id (f->list, 0), ==, f->ids[3]);

  /* Then it is whole at once. */
  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE);
  assert_changes (f, "0-300+300 ");
}

static void
follow_cb (BhTicketList *list, guint position, guint removed, guint added, GArray *followed)
{
  if (removed > 0)
    g_array_remove_range (followed, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      gint64 id = bh_ticket_list_get_nth_id (list, i);

      g_array_insert_val (followed, i, id);
    }
  g_assert_cmpuint (followed->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
}

static void
assert_followed (Fixture *f, GArray *followed)
{
  for (guint i = 0; i < followed->len; i++)
    g_assert_cmpint (g_array_index (followed, gint64, i), ==,
                     bh_ticket_list_get_nth_id (f->list, i));
}

/* No change that takes something away brings many, and every change is right by itself. The view
 * is where an item was asked for last, and stays with it. */
static void
test_large (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) followed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BhTicketItem) item = NULL;
  g_autoptr (BhTicketItem) again = NULL;

  bh_test_store_write (f->office, add_many_in_worker, GUINT_TO_POINTER (1300));
  g_signal_connect (f->list, "items-changed", G_CALLBACK (follow_cb), followed);
  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  assert_changes (f, "0-0+32 n=32 32-0+1272 n=1304 ");

  item = g_list_model_get_item (G_LIST_MODEL (f->list), 700);
  query (f, NULL, BH_TICKET_COLUMN_RECEIVED, FALSE);
  assert_changes (f, "956-348+0 0-444+0 0-512+512 512-0+445 0-0+347 ");
  assert_followed (f, followed);
  again = g_list_model_get_item (G_LIST_MODEL (f->list), 1303 - 700);
  g_assert_true (again == item);
}

/* Somebody who holds an item gets its row, also when nobody asks for its place any more. */
static void
test_reads_held (Fixture *f, gconstpointer data)
{
  g_autoptr (BhTicketCache) cache = bh_ticket_cache_new (f->office->store);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BhTicketItem) first = NULL;
  g_autoptr (BhTicketItem) held = NULL;

  /* The first page is on its way at once, the second one waits. */
  for (gint64 id = 1; id < 2 * BH_TICKET_CACHE_PAGE; id++)
    g_array_append_val (ids, id);
  g_array_append_val (ids, f->ids[0]);
  first = bh_ticket_cache_get_item (cache, ids, 0);
  held = bh_ticket_cache_get_item (cache, ids, ids->len - 1);
  g_ptr_array_unref (bh_ticket_cache_start_over (cache));
  bh_ticket_cache_want_held (cache);
  settle (f);
  g_assert_nonnull (bh_ticket_item_get_row (held));
}

/* Ids without tickets do: the cache asks for their rows and gets none. */
static void
test_bounds_pages (Fixture *f, gconstpointer data)
{
  const guint n = 100 * BH_TICKET_CACHE_PAGE;
  g_autoptr (BhTicketCache) cache = bh_ticket_cache_new (f->office->store);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BhTicketItem) held = NULL;
  g_autoptr (BhTicketItem) again = NULL;
  g_autoptr (GPtrArray) items = NULL;

  for (gint64 id = 1; id <= n; id++)
    g_array_append_val (ids, id);

  held = bh_ticket_cache_get_item (cache, ids, 5);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BhTicketItem) item = bh_ticket_cache_get_item (cache, ids, i);

      g_assert_cmpint (bh_ticket_item_get_id (item), ==, i + 1);
    }
  /* The page of the item that is held is gone, the item is not. */
  g_assert_cmpuint (bh_ticket_cache_count_items (cache), ==,
                    BH_TICKET_CACHE_MAX_PAGES * BH_TICKET_CACHE_PAGE + 1);
  again = bh_ticket_cache_get_item (cache, ids, 5);
  g_assert_true (again == held);

  items = bh_ticket_cache_start_over (cache);
  g_assert_cmpuint (items->len, ==, BH_TICKET_CACHE_MAX_PAGES * BH_TICKET_CACHE_PAGE);
  g_clear_pointer (&items, g_ptr_array_unref);
  g_assert_cmpuint (bh_ticket_cache_count_items (cache), ==, 1);
  settle (f);
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

  add ("/ticket-list/query", test_query);
  add ("/ticket-list/trims", test_trims);
  add ("/ticket-list/refreshes-in-place", test_refreshes_in_place);
  add ("/ticket-list/tells-moves", test_tells_moves);
  add ("/ticket-list/drops-old-answers", test_drops_old_answers);
  add ("/ticket-list/reports-failure", test_reports_failure);
  add ("/ticket-list/reads-missing-rows", test_reads_missing_rows);
  add ("/ticket-list/begins", test_begins);
  add ("/ticket-list/large", test_large);
  add ("/ticket-list/reads-held", test_reads_held);
  add ("/ticket-list/bounds-pages", test_bounds_pages);

  return g_test_run ();
}
