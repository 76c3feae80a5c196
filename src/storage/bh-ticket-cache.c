/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-cache.h"

#include "storage/bh-ticket-item.h"

/* A page holds the items of 64 places and is made when one of them is asked for; the least recently
 * used one is dropped. Pages that want rows wait in a queue, the last wanted first, and one read is
 * under way at a time: whoever drags the scroll bar through a million rows gets those where he
 * stops. Rows go to items by ticket id, never by position, so that an answer that comes late is
 * still right. Main thread. */
struct _BhTicketCache
{
  GObject parent_instance;

  BhStore *store;    /* (owned) */
  GHashTable *live;  /* (owned): id to BhTicketItem, not owned: every item that anybody holds */
  GHashTable *pages; /* (owned): page number to Page, owned */
  GQueue used;       /* of Page: the most recently used first */
  GQueue wanted;     /* of Page: those without rows, the last wanted first */
  GArray *refresh;   /* (owned) (element-type gint64): to be read again */
  gboolean reading;
};

typedef struct
{
  guint number;
  GPtrArray *items;  /* (owned) (element-type BhTicketItem) */
  GList used_link;   /* in BhTicketCache.used */
  GList wanted_link; /* in BhTicketCache.wanted while is_wanted */
  gboolean is_wanted;
  gboolean is_asked; /* somebody asked for one of its items: it is no page made ahead */
} Page;

G_DEFINE_FINAL_TYPE (BhTicketCache, bh_ticket_cache, G_TYPE_OBJECT)

static guint failed_signal;

static void read_rows (BhTicketCache *self);

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->items);
  g_free (page);
}

static void
stop_wanting (BhTicketCache *self, Page *page)
{
  if (page->is_wanted)
    g_queue_unlink (&self->wanted, &page->wanted_link);
  page->is_wanted = FALSE;
}

static void
drop_oldest_page (BhTicketCache *self)
{
  Page *page = g_queue_peek_tail (&self->used);

  g_queue_unlink (&self->used, &page->used_link);
  stop_wanting (self, page);
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
}

static BhTicketItem *
dup_item (BhTicketCache *self, gint64 id)
{
  BhTicketItem *item = g_hash_table_lookup (self->live, &id);

  return item != NULL ? g_object_ref (item) : bh_ticket_item_new (id, self->live);
}

static Page *
make_page (BhTicketCache *self, GArray *ids, guint number)
{
  Page *page = g_new0 (Page, 1);
  guint end = MIN ((number + 1) * BH_TICKET_CACHE_PAGE, ids->len);

  page->number = number;
  page->items = g_ptr_array_new_full (BH_TICKET_CACHE_PAGE, g_object_unref);
  page->used_link.data = page;
  page->wanted_link.data = page;
  for (guint i = number * BH_TICKET_CACHE_PAGE; i < end; i++)
    {
      BhTicketItem *item = dup_item (self, g_array_index (ids, gint64, i));

      page->is_wanted = page->is_wanted || bh_ticket_item_get_row (item) == NULL;
      g_ptr_array_add (page->items, item);
    }

  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head_link (&self->used, &page->used_link);
  if (page->is_wanted)
    g_queue_push_head_link (&self->wanted, &page->wanted_link);
  if (self->used.length > BH_TICKET_CACHE_MAX_PAGES)
    drop_oldest_page (self);

  return page;
}

static gpointer
read_rows_in_worker (BhConnection *connection,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  GArray *ids = user_data;

  return bh_ticket_repository_load_rows (connection, (const gint64 *) ids->data, ids->len, error);
}

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhTicketCache) self = user_data;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  rows = bh_store_read_finish (BH_STORE (source), result, &error);
  self->reading = FALSE;
  if (rows == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      BhTicketRow *row = g_ptr_array_index (rows, i);
      BhTicketItem *item = g_hash_table_lookup (self->live, &row->id);

      if (item != NULL)
        bh_ticket_item_set_row (item, row);
    }
  read_rows (self);
}

/* Changed rows come first, since somebody holds them. Returns at most a page of ids. */
static GArray *
take_wanted_ids (BhTicketCache *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), BH_TICKET_CACHE_PAGE);

  if (self->refresh->len > 0)
    {
      guint n = MIN (self->refresh->len, BH_TICKET_CACHE_PAGE);

      g_array_append_vals (ids, self->refresh->data, n);
      g_array_remove_range (self->refresh, 0, n);
    }
  else
    {
      Page *page = g_queue_peek_head (&self->wanted);

      stop_wanting (self, page);
      for (guint i = 0; i < page->items->len; i++)
        {
          BhTicketItem *item = g_ptr_array_index (page->items, i);
          gint64 id = bh_ticket_item_get_id (item);

          if (bh_ticket_item_get_row (item) == NULL)
            g_array_append_val (ids, id);
        }
    }

  return ids;
}

static void
read_rows (BhTicketCache *self)
{
  if (self->reading || (self->refresh->len == 0 && self->wanted.length == 0))
    return;

  self->reading = TRUE;
  bh_store_read_async (self->store, read_rows_in_worker, take_wanted_ids (self),
                       (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                       G_PRIORITY_DEFAULT, NULL, rows_read_cb, g_object_ref (self));
}

static void
bh_ticket_cache_finalize (GObject *object)
{
  BhTicketCache *self = BH_TICKET_CACHE (object);

  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->refresh, g_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bh_ticket_cache_parent_class)->finalize (object);
}

static void
bh_ticket_cache_class_init (BhTicketCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_ticket_cache_finalize;

  failed_signal = g_signal_new ("failed", BH_TYPE_TICKET_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_ticket_cache_init (BhTicketCache *self)
{
  self->live = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) page_free);
  self->refresh = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&self->used);
  g_queue_init (&self->wanted);
}

BhTicketCache *
bh_ticket_cache_new (BhStore *store)
{
  BhTicketCache *self = g_object_new (BH_TYPE_TICKET_CACHE, NULL);

  self->store = g_object_ref (store);

  return self;
}

static gboolean
is_asked (BhTicketCache *self, guint number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  return page != NULL && page->is_asked;
}

/* Whoever comes to page @number from the one before or behind it goes on in the same direction,
 * and what shows an item that has its row already need not show it twice. */
static void
make_page_ahead (BhTicketCache *self, GArray *ids, guint number)
{
  guint ahead = is_asked (self, number + 1) ? number - 1 : number + 1;

  if ((is_asked (self, number - 1) || is_asked (self, number + 1))
      && ahead <= (ids->len - 1) / BH_TICKET_CACHE_PAGE
      && !g_hash_table_contains (self->pages, GUINT_TO_POINTER (ahead)))
    make_page (self, ids, ahead);
}

/* Its rows are read next. */
static void
prefer_page (BhTicketCache *self, Page *page)
{
  g_queue_unlink (&self->used, &page->used_link);
  g_queue_push_head_link (&self->used, &page->used_link);
  if (page->is_wanted && !page->is_asked)
    {
      g_queue_unlink (&self->wanted, &page->wanted_link);
      g_queue_push_head_link (&self->wanted, &page->wanted_link);
    }
}

BhTicketItem *
bh_ticket_cache_get_item (BhTicketCache *self, GArray *ids, guint position)
{
  guint number = position / BH_TICKET_CACHE_PAGE;
  Page *page;

  if (!is_asked (self, number))
    make_page_ahead (self, ids, number);
  page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  if (page == NULL)
    page = make_page (self, ids, number);
  prefer_page (self, page);
  page->is_asked = TRUE;
  read_rows (self);

  return g_object_ref (g_ptr_array_index (page->items, position % BH_TICKET_CACHE_PAGE));
}

GPtrArray *
bh_ticket_cache_start_over (BhTicketCache *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = self->used.head; l != NULL; l = l->next)
    {
      Page *page = l->data;

      for (guint i = 0; i < page->items->len; i++)
        g_ptr_array_add (items, g_object_ref (g_ptr_array_index (page->items, i)));
    }

  g_queue_init (&self->used);
  g_queue_init (&self->wanted);
  g_hash_table_remove_all (self->pages);

  return items;
}

void
bh_ticket_cache_want_held (BhTicketCache *self)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, item;

  for (GList *l = self->used.head; l != NULL; l = l->next)
    {
      GPtrArray *items = ((Page *) l->data)->items;

      for (guint i = 0; i < items->len; i++)
        g_hash_table_add (placed, g_ptr_array_index (items, i));
    }

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &key, &item))
    if (bh_ticket_item_get_row (item) == NULL && !g_hash_table_contains (placed, item))
      g_array_append_vals (self->refresh, key, 1);

  read_rows (self);
}

void
bh_ticket_cache_refresh (BhTicketCache *self, const gint64 *ids, guint n_ids)
{
  GHashTableIter iter;
  gpointer key;

  if (ids == NULL)
    {
      g_array_set_size (self->refresh, 0);
      g_hash_table_iter_init (&iter, self->live);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_array_append_vals (self->refresh, key, 1);
    }
  for (guint i = 0; ids != NULL && i < n_ids; i++)
    if (g_hash_table_contains (self->live, &ids[i]))
      g_array_append_val (self->refresh, ids[i]);

  read_rows (self);
}

guint
bh_ticket_cache_count_items (BhTicketCache *self)
{
  return g_hash_table_size (self->live);
}
