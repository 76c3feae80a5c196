/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-pareto.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-period-shift.h"

static void
item_free (BhParetoItem *item)
{
  g_free (item->key);
  g_free (item->name);
  g_free (item->filter);
  g_free (item);
}

void
bh_pareto_free (BhPareto *self)
{
  g_free (self->scope);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* What is asked, and the items by id of their category while they grow. */
typedef struct
{
  BhInsight *insight;
  BhOffice *office;
  gint64 as_of;
  BhTicketFilter *filter;
  BhParetoLevel level;
  GHashTable *items; /* id to BhParetoItem, owned by the result */
  GHashTable *words; /* id of the item to an array of the words of the categories it counts */
} Work;

static gint64
get_item_id (const Work *work, gint64 category_id)
{
  BhCategory *category
      = category_id != 0 ? bh_office_get (work->office, BH_TYPE_CATEGORY, category_id) : NULL;

  if (work->level == BH_PARETO_TOP && category != NULL && category->parent_id != 0)
    return category->parent_id;

  return category_id;
}

static GPtrArray *
compute (const Work *work, const BhPeriod *period, GError **error)
{
  return bh_figures_compute (work->insight, period, BH_BY_CATEGORY, work->filter,
                             BH_FIGURE_BIT (BH_FIGURE_RECEIVED), error);
}

static BhParetoItem *
add_item (BhPareto *self, Work *work, gint64 id)
{
  BhParetoItem *item = g_hash_table_lookup (work->items, &id);

  if (item != NULL)
    return item;

  item = g_new0 (BhParetoItem, 1);
  item->category_id = id;
  item->name = id != 0 ? g_strdup (bh_office_get_name (work->office, BH_TYPE_CATEGORY, id))
                       : g_strdup (_ ("Without category"));
  g_hash_table_insert (work->items, g_memdup2 (&id, sizeof id), item);
  g_hash_table_insert (work->words, g_memdup2 (&id, sizeof id),
                       g_ptr_array_new_with_free_func (g_free));
  g_ptr_array_add (self->items, item);

  return item;
}

static gboolean
count_period (BhPareto *self, Work *work, GError **error)
{
  g_autoptr (GPtrArray) groups = compute (work, &self->period, error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);
      gint64 count = group->values[BH_FIGURE_RECEIVED].count;
      gint64 id = get_item_id (work, group->id);
      BhParetoItem *item = count > 0 ? add_item (self, work, id) : NULL;

      if (item == NULL)
        continue;
      item->count += count;
      self->total += count;
      g_ptr_array_add (g_hash_table_lookup (work->words, &id),
                       bh_filter_format_category (work->office, group->id));
    }

  return groups != NULL;
}

static gboolean
count_before (BhPareto *self, Work *work, GError **error)
{
  BhPeriod part;
  g_autoptr (GPtrArray) groups = NULL;

  /* What grows while a period runs is compared with what had grown by the same day. */
  bh_period_get_part (bh_office_get_time (work->office), &self->period, work->as_of, &self->before,
                      &part);
  groups = compute (work, &part, error);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);
      gint64 id = get_item_id (work, group->id);
      BhParetoItem *item = g_hash_table_lookup (work->items, &id);

      if (item != NULL)
        item->previous += group->values[BH_FIGURE_RECEIVED].count;
    }

  return groups != NULL;
}

/* A top category stands for all below it, unless the scope has only some of them. */
static char *
dup_key (Work *work, BhParetoItem *item)
{
  GPtrArray *words = g_hash_table_lookup (work->words, &item->category_id);

  if (work->level == BH_PARETO_TOP && item->category_id != 0)
    return bh_office_get_category_path (work->office, item->category_id);

  return g_strdup (g_ptr_array_index (words, 0));
}

static char *
dup_filter (BhPareto *self, Work *work, BhParetoItem *item)
{
  GPtrArray *words = g_hash_table_lookup (work->words, &item->category_id);
  const char *whole[] = { item->key, NULL };
  gboolean some = bh_ticket_filter_get (work->filter, BH_FILTER_CATEGORY) != NULL;
  g_autoptr (BhTicketFilter) narrow = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;

  g_ptr_array_add (words, NULL);
  narrow = bh_ticket_filter_with (work->filter, BH_FILTER_CATEGORY,
                                  some ? (const char *const *) words->pdata : whole, NULL);
  if (narrow != NULL)
    filter = bh_figure_filter (BH_FIGURE_RECEIVED, &self->period, bh_office_get_time (work->office),
                               narrow, NULL);

  return filter != NULL ? g_strdup (bh_ticket_filter_to_text (filter)) : NULL;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const BhParetoItem *left = *(BhParetoItem *const *) a, *right = *(BhParetoItem *const *) b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;

  return g_strcmp0 (left->key, right->key);
}

static void
finish_items (BhPareto *self, Work *work)
{
  gint64 so_far = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      BhParetoItem *item = g_ptr_array_index (self->items, i);

      item->key = dup_key (work, item);
      item->filter = dup_filter (self, work, item);
    }

  g_ptr_array_sort (self->items, compare_items);
  for (guint i = 0; i < self->items->len; i++)
    {
      BhParetoItem *item = g_ptr_array_index (self->items, i);

      so_far += item->count;
      item->share = (double) item->count / (double) self->total;
      item->cumulated = (double) so_far / (double) self->total;
    }
}

BhPareto *
bh_pareto_compute (BhInsight *insight,
                   const BhPeriod *period,
                   const BhPeriod *before,
                   BhTicketFilter *filter,
                   BhParetoLevel level,
                   GError **error)
{
  g_autoptr (BhTicketFilter) scope
      = filter != NULL ? bh_ticket_filter_ref (filter) : bh_ticket_filter_new ();
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_ptr_array_unref);
  Work work = { insight, NULL, 0, scope, level, items, words };
  g_autoptr (BhPareto) self = NULL;

  g_return_val_if_fail (insight != NULL, NULL);
  g_return_val_if_fail (period != NULL, NULL);

  work.office = bh_insight_get_office (insight);
  work.as_of = bh_insight_get_as_of (insight);
  self = g_new0 (BhPareto, 1);
  self->period = *period;
  if (before != NULL)
    self->before = *before;
  else
    bh_period_get_previous (bh_office_get_time (work.office), period, &self->before);
  self->scope = g_strdup (bh_ticket_filter_to_text (scope));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  if (!count_period (self, &work, error) || !count_before (self, &work, error))
    return NULL;

  finish_items (self, &work);

  return g_steal_pointer (&self);
}
