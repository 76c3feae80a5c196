/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-results.h"

/* So many results are kept: some hundred pages of some dozen figures by month. */
#define MAX_ROWS 20000
/* A larger one is not worth it: it takes as long to read as to compute. */
#define MAX_BYTES (1024 * 1024)

struct _BhInsightResults
{
  GPtrArray *kept; /* (owned) (element-type BhKept) */
};

BhInsightResults *
bh_insight_results_new (void)
{
  BhInsightResults *self = g_new0 (BhInsightResults, 1);

  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_kept_free);

  return self;
}

void
bh_insight_results_free (BhInsightResults *self)
{
  g_ptr_array_unref (self->kept);
  g_free (self);
}

void
bh_insight_results_add (BhInsightResults *self, BhKept *kept)
{
  g_return_if_fail (self != NULL && kept != NULL);

  g_ptr_array_add (self->kept, kept);
}

guint
bh_insight_results_get_size (BhInsightResults *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kept->len;
}

/* What was told as of an instant that is still to come says nothing of what will be entered until
 * then. */
static gboolean
write_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  BhInsightResults *self = user_data;
  BhConnection *connection = bh_work_get_connection (work);
  gint64 now = bh_clock_now (bh_work_get_clock (work));

  for (guint i = 0; i < self->kept->len; i++)
    {
      const BhKept *kept = g_ptr_array_index (self->kept, i);

      if (kept->as_of <= now && g_variant_get_size (kept->value) <= MAX_BYTES
          && !bh_insight_cache_put (connection, kept, error))
        return FALSE;
    }

  return bh_insight_cache_trim (connection, MAX_ROWS, error);
}

void
bh_insight_results_store (BhInsightResults *results, BhStore *store)
{
  g_return_if_fail (BH_IS_STORE (store));

  if (results != NULL)
    bh_store_write_async (store, write_in_worker, results, (GDestroyNotify) bh_insight_results_free,
                          G_PRIORITY_LOW, NULL, NULL, NULL);
}

gboolean
bh_insight_results_store_now (BhInsightResults *results, BhStore *store, GError **error)
{
  g_autoptr (BhInsightResults) owned = results;

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);

  return owned == NULL || bh_store_write (store, write_in_worker, owned, NULL, error);
}
