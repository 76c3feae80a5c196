/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

/* Which events of a history count. An undo takes one event back; an unmerge takes the merge back
 * without a limit of time, and can itself be undone. */

static gint
get_target (BhEvent *event)
{
  return (gint) bh_payload_get_int (event->payload, "seq");
}

/* From the end on, so that an unmerge that was undone takes nothing back. */
GHashTable *
bh_history_collect_undone (GPtrArray *events)
{
  GHashTable *undone = g_hash_table_new (NULL, NULL);

  for (guint i = events->len; i > 0; i--)
    {
      BhEvent *event = g_ptr_array_index (events, i - 1);

      if ((event->verb != BH_VERB_UNDO && event->verb != BH_VERB_UNMERGE)
          || g_hash_table_contains (undone, GINT_TO_POINTER (event->seq)))
        continue;
      g_hash_table_add (undone, GINT_TO_POINTER (event->seq));
      g_hash_table_add (undone, GINT_TO_POINTER (get_target (event)));
    }

  return undone;
}

gboolean
bh_event_is_transparent (BhEvent *event)
{
  g_return_val_if_fail (BH_IS_EVENT (event), FALSE);

  return event->verb == BH_VERB_WARN
         || (event->verb == BH_VERB_RESUME && bh_payload_is_yes (event->payload, "in-time"));
}

/* What undo could come to, the last first. Unlike for the fold, an unmerge that counts stands here,
 * and so does the merge before it. */
static GPtrArray *
list_standing (GPtrArray *events)
{
  g_autoptr (GHashTable) undone = g_hash_table_new (NULL, NULL);
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = events->len; i > 0; i--)
    {
      BhEvent *event = g_ptr_array_index (events, i - 1);

      if (event->verb == BH_VERB_UNDO)
        g_hash_table_add (undone, GINT_TO_POINTER (get_target (event)));
      else if (!bh_event_is_transparent (event)
               && !g_hash_table_contains (undone, GINT_TO_POINTER (event->seq)))
        g_ptr_array_add (standing, event);
    }

  return standing;
}

BhEvent *
bh_history_get_last (GPtrArray *events)
{
  g_autoptr (GPtrArray) standing = NULL;

  g_return_val_if_fail (events != NULL, NULL);

  standing = list_standing (events);

  return standing->len > 0 ? g_ptr_array_index (standing, 0) : NULL;
}

BhEvent *
bh_history_get_merge (GPtrArray *events)
{
  g_autoptr (GHashTable) undone = NULL;

  g_return_val_if_fail (events != NULL, NULL);

  undone = bh_history_collect_undone (events);
  for (guint i = events->len; i > 0; i--)
    {
      BhEvent *event = g_ptr_array_index (events, i - 1);

      if (event->verb == BH_VERB_MERGE
          && !g_hash_table_contains (undone, GINT_TO_POINTER (event->seq)))
        return event;
    }

  return NULL;
}

static gboolean
is_companion (BhEvent *event, gint64 ticket_id, int seq)
{
  return (event->verb == BH_VERB_JOIN || event->verb == BH_VERB_PART)
         && bh_payload_get_int (event->payload, "main") == ticket_id
         && bh_payload_get_int (event->payload, "main-seq") == seq;
}

GArray *
bh_history_list_companions (GPtrArray *events, gint64 ticket_id, int seq)
{
  g_autoptr (GArray) companions = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) standing = NULL;
  gboolean covered = FALSE;

  g_return_val_if_fail (events != NULL, NULL);

  standing = list_standing (events);
  for (guint i = 0; i < standing->len; i++)
    {
      BhEvent *event = g_ptr_array_index (standing, i);

      if (!is_companion (event, ticket_id, seq))
        covered = TRUE;
      else if (covered)
        return NULL;
      else
        g_array_append_val (companions, event->seq);
    }

  return g_steal_pointer (&companions);
}
