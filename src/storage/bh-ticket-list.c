/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-list.h"

#include "storage/bh-ticket-cache.h"
#include "storage/bh-ticket-ids.h"
#include "storage/bh-ticket-query.h"

/* Above so many changed tickets it is not worth looking whether their places are still right. */
#define MAX_COMPARED 100

/* So many ids are asked for first where the list is empty, and the rest once their rows are drawn,
 * which has a higher priority: a list view makes widgets for 200 rows, which takes longer than all
 * else. Whoever opens a million tickets sees the first as soon as whoever opens a few. */
#define FIRST_IDS 32
#define REST_DELAY_MS 50

/* So many ids may come in one change that also takes some away. A list view looks through all of
 * them for the rows that it has: of a million, the window would stand still for a second. */
#define MAX_CHANGE 1024

/* Far more than a list view has rows on either side of what it shows. */
#define AROUND_VIEW 256

/* The ids are the list; rows come later, from the cache. The answer of an id query is tied to its
 * generation: that of an older query is thrown away. */
struct _BhTicketList
{
  GObject parent_instance;

  BhStore *store;       /* (owned) */
  BhTicketCache *cache; /* (owned) */
  GArray *ids;          /* (owned) (element-type gint64) */
  guint seen;           /* position that was asked for last: where the view is */

  BhTicketFilter *filter; /* (owned) (nullable) */
  BhTicketColumn sort;    /* 0 before the first query */
  gboolean descending;

  guint generation;
  GCancellable *cancellable; /* (owned) (nullable): of the id query under way */
  guint rest_id;             /* the rest of the ids is asked for when it fires */
  gboolean loading;
  gboolean outdated;
};

typedef enum
{
  PROP_LOADING = 1,
  PROP_OUTDATED,
  PROP_N_TICKETS,
  N_PROPS
} BhTicketListProperty;

static GParamSpec *properties[N_PROPS];
static guint failed_signal;

static void bh_ticket_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhTicketList,
                               bh_ticket_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bh_ticket_list_list_model_init))

static void
set_loading (BhTicketList *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_outdated (BhTicketList *self, gboolean outdated)
{
  if (self->outdated == outdated)
    return;

  self->outdated = outdated;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTDATED]);
}

/* A question to the reader's thread, which sees @query and @among alone. */
typedef struct
{
  BhTicketList *list; /* (owned) */
  guint generation;
  BhTicketQuery *query; /* (owned) */
  gint64 limit;         /* -1: all ids */
  GArray *among;        /* (owned) (nullable): ids of a few tickets, in the order of the list */
  guint n_expected;     /* so many of them, the first ones, are in the list */
} Question;

static Question *
question_new (BhTicketList *self)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (BhOffice) office = bh_store_dup_office (self->store);

  question->list = g_object_ref (self);
  question->generation = self->generation;
  question->limit = -1;
  question->query
      = bh_ticket_query_new (self->filter, office, bh_clock_now (bh_store_get_clock (self->store)),
                             self->sort, self->descending);

  return question;
}

static void
question_free (Question *question)
{
  g_clear_object (&question->list);
  g_clear_pointer (&question->query, bh_ticket_query_free);
  g_clear_pointer (&question->among, g_array_unref);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static gpointer
list_ids_in_worker (BhConnection *connection,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Question *question = user_data;

  return bh_ticket_query_list_ids (question->query, connection, question->among, question->limit, 0,
                                   error);
}

/* Puts @ids in place of the present ones and emits the change. The old items live until everybody
 * has seen it, so that what stays on the screen keeps its item and its row. */
static void
change_ids (BhTicketList *self, GArray *ids, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) items = bh_ticket_cache_start_over (self->cache);

  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  if (self->seen >= position)
    self->seen = self->seen < position + removed ? position : self->seen - removed + added;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* The same by way of a few: takes away what is far from the view, puts a few in place of those
 * around it, and adds the rest. What was in view stays there, as with one change. */
static void
change_ids_around_view (BhTicketList *self, GArray *ids)
{
  g_autoptr (GArray) old = g_array_ref (self->ids);
  guint seen = MIN (self->seen, old->len - 1);
  guint place = bh_ticket_ids_find (ids, bh_ticket_ids_get (old, seen));
  guint start = seen > AROUND_VIEW ? seen - AROUND_VIEW : 0;
  guint end = MIN (seen + AROUND_VIEW, old->len);
  guint new_start = place != G_MAXUINT && place > AROUND_VIEW ? place - AROUND_VIEW : 0;
  guint new_end = MIN (new_start + 2 * AROUND_VIEW, ids->len);
  g_autoptr (GArray) head = bh_ticket_ids_slice (old, 0, end);
  g_autoptr (GArray) view = bh_ticket_ids_slice (old, start, end);
  g_autoptr (GArray) new_view = bh_ticket_ids_slice (ids, new_start, new_end);
  g_autoptr (GArray) new_tail = bh_ticket_ids_slice (ids, new_start, ids->len);

  change_ids (self, head, end, old->len - end, 0);
  change_ids (self, view, 0, start, 0);
  change_ids (self, new_view, 0, view->len, new_view->len);
  change_ids (self, new_tail, new_view->len, 0, new_tail->len - new_view->len);
  change_ids (self, ids, 0, 0, new_start);
}

/* One change, of what is between the common beginning and the common end, where that is little. */
static void
take_ids (BhTicketList *self, GArray *ids)
{
  guint n_old = self->ids->len, before, after;

  bh_ticket_ids_compare (self->ids, ids, &before, &after);
  if (before + after < n_old && ids->len - before - after > MAX_CHANGE)
    change_ids_around_view (self, ids);
  else
    change_ids (self, ids, before, n_old - before - after, ids->len - before - after);
  bh_ticket_cache_want_held (self->cache);
  if (ids->len != n_old)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TICKETS]);
}

static void ask_ids (BhTicketList *self, gint64 limit);

static gboolean
ask_rest_cb (gpointer user_data)
{
  BhTicketList *self = BH_TICKET_LIST (user_data);

  self->rest_id = 0;
  ask_ids (self, -1);

  return G_SOURCE_REMOVE;
}

static void
ids_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  BhTicketList *self = question->list;

  ids = bh_store_read_finish (BH_STORE (source), result, &error);
  if (question->generation != self->generation)
    return;

  if (ids != NULL)
    take_ids (self, ids);
  if (ids != NULL && ids->len == question->limit)
    {
      self->rest_id = g_timeout_add_full (G_PRIORITY_LOW, REST_DELAY_MS, ask_rest_cb, self, NULL);
      return;
    }

  g_clear_object (&self->cancellable);
  if (ids != NULL)
    set_outdated (self, FALSE);
  set_loading (self, FALSE);
  if (ids == NULL)
    g_signal_emit (self, failed_signal, 0, error);
}

static void
ask_ids (BhTicketList *self, gint64 limit)
{
  Question *question = question_new (self);

  question->limit = limit;
  bh_store_read_async (self->store, list_ids_in_worker, question, NULL,
                       (GDestroyNotify) g_array_unref, G_PRIORITY_DEFAULT, self->cancellable,
                       ids_listed_cb, question);
}

static void
list_ids (BhTicketList *self)
{
  self->generation++;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_loading (self, TRUE);
  ask_ids (self, self->ids->len == 0 ? FIRST_IDS : -1);
}

static void
places_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = bh_store_read_finish (BH_STORE (source), result, &error);
  BhTicketList *self = question->list;

  if (question->generation != self->generation || self->loading)
    return;

  if (ids == NULL)
    g_signal_emit (self, failed_signal, 0, error);
  else if (ids->len != question->n_expected
           || (ids->len > 0
               && memcmp (ids->data, question->among->data, ids->len * sizeof (gint64)) != 0))
    set_outdated (self, TRUE);
}

static void
compare_places (BhTicketList *self, const BhChangeNotice *notice)
{
  Question *question = question_new (self);

  question->among = bh_ticket_ids_collect_neighbours (self->ids, notice->ticket_ids,
                                                      notice->n_tickets, &question->n_expected);
  bh_store_read_async (self->store, list_ids_in_worker, question, NULL,
                       (GDestroyNotify) g_array_unref, G_PRIORITY_DEFAULT, NULL, places_compared_cb,
                       question);
}

static void
store_changed_cb (BhStore *store, const BhChangeNotice *notice, BhTicketList *self)
{
  gboolean all = notice->all || notice->register_changed;

  if (self->sort == 0 || (!all && notice->n_tickets == 0))
    return;

  /* A query under way may have begun before the change, and the next one answers everything. */
  if (self->loading)
    list_ids (self);
  else if (notice->all || notice->n_tickets > MAX_COMPARED)
    set_outdated (self, TRUE);
  else if (notice->n_tickets > 0 && !self->outdated)
    compare_places (self, notice);

  if (all)
    bh_ticket_cache_refresh (self->cache, NULL, 0);
  else
    bh_ticket_cache_refresh (self->cache, notice->ticket_ids, notice->n_tickets);
}

static void
cache_failed_cb (BhTicketCache *cache, GError *error, BhTicketList *self)
{
  g_signal_emit (self, failed_signal, 0, error);
}

static GType
bh_ticket_list_get_item_type (GListModel *model)
{
  return BH_TYPE_TICKET_ITEM;
}

static guint
bh_ticket_list_get_n_items (GListModel *model)
{
  return BH_TICKET_LIST (model)->ids->len;
}

static gpointer
bh_ticket_list_get_item (GListModel *model, guint position)
{
  BhTicketList *self = BH_TICKET_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  self->seen = position;

  return bh_ticket_cache_get_item (self->cache, self->ids, position);
}

static void
bh_ticket_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bh_ticket_list_get_item_type;
  iface->get_n_items = bh_ticket_list_get_n_items;
  iface->get_item = bh_ticket_list_get_item;
}

static void
bh_ticket_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhTicketList *self = BH_TICKET_LIST (object);

  switch ((BhTicketListProperty) id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_OUTDATED:
      g_value_set_boolean (value, self->outdated);
      break;
    case PROP_N_TICKETS:
      g_value_set_uint (value, self->ids->len);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_ticket_list_dispose (GObject *object)
{
  BhTicketList *self = BH_TICKET_LIST (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->cache != NULL)
    g_signal_handlers_disconnect_by_data (self->cache, self);
  g_clear_object (&self->store);
  g_clear_object (&self->cache);

  G_OBJECT_CLASS (bh_ticket_list_parent_class)->dispose (object);
}

static void
bh_ticket_list_finalize (GObject *object)
{
  BhTicketList *self = BH_TICKET_LIST (object);

  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (bh_ticket_list_parent_class)->finalize (object);
}

static void
bh_ticket_list_class_init (BhTicketListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bh_ticket_list_get_property;
  object_class->dispose = bh_ticket_list_dispose;
  object_class->finalize = bh_ticket_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_OUTDATED] = g_param_spec_boolean ("outdated", NULL, NULL, FALSE, flags);
  properties[PROP_N_TICKETS] = g_param_spec_uint ("n-tickets", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  failed_signal = g_signal_new ("failed", BH_TYPE_TICKET_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_ticket_list_init (BhTicketList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

BhTicketList *
bh_ticket_list_new (BhStore *store)
{
  BhTicketList *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_TICKET_LIST, NULL);
  self->store = g_object_ref (store);
  self->cache = bh_ticket_cache_new (store);
  g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_connect (self->cache, "failed", G_CALLBACK (cache_failed_cb), self);

  return self;
}

static gboolean
same_filter (BhTicketFilter *a, BhTicketFilter *b)
{
  return a == b || (a != NULL && b != NULL && bh_ticket_filter_equal (a, b));
}

void
bh_ticket_list_set_query (BhTicketList *self,
                          BhTicketFilter *filter,
                          BhTicketColumn sort,
                          gboolean descending)
{
  g_return_if_fail (BH_IS_TICKET_LIST (self));
  g_return_if_fail (bh_ticket_column_get_code (sort) != NULL);

  if (same_filter (self->filter, filter) && self->sort == sort && self->descending == !!descending)
    return;

  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
  self->filter = filter != NULL ? bh_ticket_filter_ref (filter) : NULL;
  self->sort = sort;
  self->descending = !!descending;
  list_ids (self);
}

void
bh_ticket_list_reload (BhTicketList *self)
{
  g_return_if_fail (BH_IS_TICKET_LIST (self));

  if (self->sort != 0)
    list_ids (self);
}

guint
bh_ticket_list_find (BhTicketList *self, gint64 id)
{
  g_return_val_if_fail (BH_IS_TICKET_LIST (self), G_MAXUINT);

  return bh_ticket_ids_find (self->ids, id);
}

gint64
bh_ticket_list_get_nth_id (BhTicketList *self, guint position)
{
  g_return_val_if_fail (BH_IS_TICKET_LIST (self), 0);

  return position < self->ids->len ? bh_ticket_ids_get (self->ids, position) : 0;
}

gboolean
bh_ticket_list_is_loading (BhTicketList *self)
{
  g_return_val_if_fail (BH_IS_TICKET_LIST (self), FALSE);

  return self->loading;
}

gboolean
bh_ticket_list_is_outdated (BhTicketList *self)
{
  g_return_val_if_fail (BH_IS_TICKET_LIST (self), FALSE);

  return self->outdated;
}
