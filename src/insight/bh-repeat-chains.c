/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-repeat-chains.h"

#include "insight/bh-insight-query.h"

/* First the chains are found, as ids; the texts of the few that are shown are looked up last. */

#define LINK_TYPE "(xsxi)"
#define CHAIN_TYPE "(ssxa" LINK_TYPE ")"

static const char REPEATS[] = "known.id FROM known WHERE known.repeat_of IS NOT NULL";

static const char BEFORE[] = "SELECT t.received_at, COALESCE (t.repeat_of, 0) FROM ticket AS t"
                             " WHERE t.id = ?1 AND t.status <> 90";

/* What else repeats anything, from the first ticket of all chains until the period's end. */
static const char LINKS[]
    = "SELECT t.id, t.repeat_of FROM ticket AS t WHERE t.received_at >= ?1 AND t.received_at < ?2"
      " AND t.repeat_of IS NOT NULL AND t.status <> 90";

/* Where something happened at ?2 or later, the present status is not that of then. */
static const char TEXTS[]
    = "SELECT t.number, t.received_at, CASE WHEN t.last_at < ?2 THEN t.status ELSE COALESCE ("
      "(SELECT r.closed_as FROM round AS r WHERE r.ticket_id = t.id AND r.closed_at < ?2"
      " AND (r.ended_at IS NULL OR r.ended_at >= ?2)), 0) END, t.summary, t.category_id,"
      " COALESCE (p.path, t.place_text) FROM ticket AS t"
      " LEFT JOIN place AS p ON p.id = t.place_id WHERE t.id = ?1";

G_STATIC_ASSERT (BH_STATUS_VOID == 90);

/* The search, while it goes on. */
typedef struct
{
  BhFigureQuery query;
  GHashTable *chains;  /* (owned): id of the first ticket to the ids of all (GArray, owned) */
  GHashTable *parents; /* (owned): id of a repeat to that of what it repeats */
  gint64 first;        /* receipt of the earliest first ticket */
} Search;

static void
search_clear (Search *self)
{
  bh_insight_query_clear (&self->query);
  g_hash_table_unref (self->chains);
  g_hash_table_unref (self->parents);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
free_ids (gpointer data)
{
  g_array_unref (data);
}

static gboolean
list_repeats (Search *self, GArray *ids, GError **error)
{
  BhStatement *s = bh_figure_query_run (&self->query, BH_STATE_AS_OF, BH_SQL_RECEIVED_IN_PERIOD,
                                        REPEATS, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, 1);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE;
}

/* @repeat_of: (out): 0 where it repeats nothing. Returns: %BH_STEP_DONE where it is void */
static BhStep
look_at (Search *self, gint64 id, gint64 *received_at, gint64 *repeat_of, GError **error)
{
  BhStatement *s = bh_connection_prepare (self->query.connection, BEFORE, error);
  BhStep step;

  if (s == NULL)
    return BH_STEP_ERROR;

  bh_statement_bind_int64 (s, 1, id);
  step = bh_statement_step (s, error);
  if (step == BH_STEP_ROW)
    {
      *received_at = bh_statement_get_int64 (s, 0);
      *repeat_of = bh_statement_get_int64 (s, 1);
    }
  bh_statement_reset (s);

  return step;
}

/* Goes back from a repeat to the first ticket; a void one, and what it repeats, is none. */
static gboolean
find_first (Search *self, gint64 id, GError **error)
{
  gint64 first = id, received_at = 0, next = id;
  BhStep step = BH_STEP_ROW;

  while (next != 0 && !g_hash_table_contains (self->parents, &next))
    {
      gint64 at, before;

      step = look_at (self, next, &at, &before, error);
      if (step != BH_STEP_ROW)
        break;
      first = next;
      received_at = at;
      g_hash_table_insert (self->parents, g_memdup2 (&next, sizeof next),
                           g_memdup2 (&before, sizeof before));
      next = before;
    }
  /* Somebody went this way before. */
  if (step == BH_STEP_ERROR || (step == BH_STEP_ROW && next != 0))
    return step != BH_STEP_ERROR;

  self->first = MIN (self->first, received_at);
  g_hash_table_insert (self->chains, g_memdup2 (&first, sizeof first),
                       g_array_new (FALSE, FALSE, sizeof (gint64)));

  return TRUE;
}

static gboolean
read_links (Search *self, GArray *ids, GError **error)
{
  BhStatement *s = bh_connection_prepare (self->query.connection, LINKS, error);
  BhStep step = BH_STEP_ERROR;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, self->first);
  bh_statement_bind_int64 (s, 2, self->query.end);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, 0), before = bh_statement_get_int64 (s, 1);

      g_hash_table_replace (self->parents, g_memdup2 (&id, sizeof id),
                            g_memdup2 (&before, sizeof before));
      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE;
}

/* Puts a repeat into its chain, if it is of one. The way back ends, unless a ledger says that
 * tickets repeat one another in a ring. */
static void
join_chain (Search *self, gint64 id)
{
  gint64 first = id;
  const gint64 *before;

  for (guint steps = g_hash_table_size (self->parents);
       steps > 0 && !g_hash_table_contains (self->chains, &first)
       && (before = g_hash_table_lookup (self->parents, &first)) != NULL;
       steps--)
    first = *before;
  if (first != id && g_hash_table_contains (self->chains, &first))
    g_array_append_val ((GArray *) g_hash_table_lookup (self->chains, &first), id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static int
compare_chains (gconstpointer a, gconstpointer b)
{
  const GArray *left = *(GArray *const *) a, *right = *(GArray *const *) b;

  if (left->len != right->len)
    return left->len > right->len ? -1 : 1;

  return compare_ids (&g_array_index (right, gint64, right->len - 1),
                      &g_array_index (left, gint64, left->len - 1));
}

/* Returns: (element-type GArray): the ids of the longest chains, the first ticket in front */
static GPtrArray *
list_chains (Search *self, guint n_most)
{
  GPtrArray *chains = g_ptr_array_new_with_free_func (free_ids);
  GHashTableIter iter;
  gpointer key, data;

  g_hash_table_iter_init (&iter, self->chains);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      GArray *ids = data;

      if (ids->len == 0)
        continue;
      g_array_sort (ids, compare_ids);
      g_array_prepend_val (ids, *(gint64 *) key);
      g_ptr_array_add (chains, g_array_ref (ids));
    }
  g_ptr_array_sort (chains, compare_chains);
  if (chains->len > n_most)
    g_ptr_array_set_size (chains, (int) n_most);

  return chains;
}

static const char *
get_text (BhStatement *s, guint column)
{
  const char *text = bh_statement_get_text (s, column);

  return text != NULL ? text : "";
}

static gboolean
add_chain (Search *self, GArray *ids, GVariantBuilder *chains, GError **error)
{
  g_auto (GVariantBuilder) links = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" LINK_TYPE));
  g_autofree char *summary = NULL;
  g_autofree char *place = NULL;
  gint64 category_id = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      BhStatement *s = bh_connection_prepare (self->query.connection, TEXTS, error);

      if (s == NULL)
        return FALSE;
      bh_statement_bind_int64 (s, 1, id);
      bh_statement_bind_int64 (s, 2, self->query.as_of);
      if (bh_statement_step (s, error) != BH_STEP_ROW)
        return FALSE;
      g_variant_builder_add (&links, LINK_TYPE, id, get_text (s, 0), bh_statement_get_int64 (s, 1),
                             (int) bh_statement_get_int64 (s, 2));
      if (i == 0)
        {
          summary = g_strdup (get_text (s, 3));
          category_id = bh_statement_get_int64 (s, 4);
          place = g_strdup (get_text (s, 5));
        }
      bh_statement_reset (s);
    }
  g_variant_builder_add (chains, "(ssx@a" LINK_TYPE ")", summary, place, category_id,
                         g_variant_builder_end (&links));

  return TRUE;
}

static GVariant *
compute_chains (BhInsight *insight,
                const BhPeriod *period,
                BhTicketFilter *filter,
                gpointer data,
                gint64 *changes_at,
                GError **error)
{
  g_auto (Search) self
      = { .chains = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_ids),
          .parents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
          .first = G_MAXINT64 };
  g_autoptr (GArray) repeats = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) chains = NULL;
  g_auto (GVariantBuilder) result = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CHAIN_TYPE));

  bh_insight_note_change (insight, changes_at, period->to);
  if (!bh_insight_query_init (&self.query, insight, period, BH_BY_NOTHING, filter, error)
      || !list_repeats (&self, repeats, error))
    return NULL;

  for (guint i = 0; i < repeats->len; i++)
    if (!find_first (&self, g_array_index (repeats, gint64, i), error))
      return NULL;
  if (!read_links (&self, links, error))
    return NULL;
  for (guint i = 0; i < links->len; i++)
    join_chain (&self, g_array_index (links, gint64, i));

  chains = list_chains (&self, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < chains->len; i++)
    if (!add_chain (&self, g_ptr_array_index (chains, i), &result, error))
      return NULL;

  return g_variant_builder_end (&result);
}

static void
free_link (gpointer data)
{
  BhRepeatLink *self = data;

  g_free (self->number);
  g_free (self);
}

static void
free_chain (gpointer data)
{
  BhRepeatChain *self = data;

  g_free (self->summary);
  g_free (self->place);
  g_ptr_array_unref (self->links);
  g_free (self);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const BhRepeatLink *left = *(BhRepeatLink *const *) a, *right = *(BhRepeatLink *const *) b;

  if (left->received_at != right->received_at)
    return left->received_at < right->received_at ? -1 : 1;

  return compare_ids (&left->ticket_id, &right->ticket_id);
}

static GPtrArray *
read_chain_links (GVariantIter *iter)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (free_link);
  BhRepeatLink next = { 0 };
  int status;

  while (g_variant_iter_next (iter, LINK_TYPE, &next.ticket_id, &next.number, &next.received_at,
                              &status))
    {
      next.status = (BhStatus) status;
      g_ptr_array_add (links, g_memdup2 (&next, sizeof next));
    }
  g_ptr_array_sort (links, compare_links);

  return links;
}

GPtrArray *
bh_repeat_chains_compute (BhInsight *insight,
                          const BhPeriod *period,
                          BhTicketFilter *filter,
                          guint n_most,
                          GError **error)
{
  g_autofree char *key = g_strdup_printf ("repeat-chains-%u", n_most);
  g_autoptr (GVariant) rows = NULL;
  GPtrArray *chains;
  GVariantIter iter, *links;
  BhRepeatChain next = { 0 };

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  rows = bh_insight_get (insight, key, period, filter, compute_chains, GUINT_TO_POINTER (n_most),
                         error);
  if (rows == NULL)
    return NULL;

  chains = g_ptr_array_new_with_free_func (free_chain);
  g_variant_iter_init (&iter, rows);
  while (g_variant_iter_next (&iter, CHAIN_TYPE, &next.summary, &next.place, &next.category_id,
                              &links))
    {
      next.links = read_chain_links (links);
      g_variant_iter_free (links);
      g_ptr_array_add (chains, g_memdup2 (&next, sizeof next));
    }

  return chains;
}

BhTicketFilter *
bh_repeat_chain_filter (const BhRepeatChain *self)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    g_ptr_array_add (numbers, ((BhRepeatLink *) g_ptr_array_index (self->links, i))->number);
  g_ptr_array_add (numbers, NULL);

  return bh_ticket_filter_with (all, BH_FILTER_NUMBER, (const char *const *) numbers->pdata, NULL);
}
