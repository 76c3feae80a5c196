/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-ids.h"

guint
bh_ticket_ids_find (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (bh_ticket_ids_get (ids, i) == id)
      return i;

  return G_MAXUINT;
}

GArray *
bh_ticket_ids_slice (GArray *ids, guint start, guint end)
{
  GArray *slice = g_array_sized_new (FALSE, FALSE, sizeof (gint64), end - start);

  if (end > start)
    g_array_append_vals (slice, &g_array_index (ids, gint64, start), end - start);

  return slice;
}

void
bh_ticket_ids_compare (GArray *a, GArray *b, guint *before, guint *after)
{
  guint shorter = MIN (a->len, b->len);
  guint first = 0, last = 0;

  while (first < shorter && bh_ticket_ids_get (a, first) == bh_ticket_ids_get (b, first))
    first++;
  while (last < shorter - first
         && bh_ticket_ids_get (a, a->len - 1 - last) == bh_ticket_ids_get (b, b->len - 1 - last))
    last++;

  *before = first;
  *after = last;
}

GArray *
bh_ticket_ids_collect_neighbours (GArray *ids,
                                  const gint64 *changed_ids,
                                  guint n_changed,
                                  guint *n_listed)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *result = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;
  guint next = 0;

  for (guint i = 0; i < n_changed; i++)
    g_hash_table_add (changed, (gpointer) &changed_ids[i]);

  for (guint i = 0; i < ids->len && g_hash_table_size (changed) > 0; i++)
    {
      guint first, last;

      if (!g_hash_table_remove (changed, &g_array_index (ids, gint64, i)))
        continue;

      first = MAX (next, i > 0 ? i - 1 : 0);
      last = MIN (i + 1, ids->len - 1);
      if (first <= last)
        g_array_append_vals (result, &g_array_index (ids, gint64, first), last - first + 1);
      next = last + 1;
    }

  *n_listed = result->len;
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (result, key, 1);

  return result;
}
