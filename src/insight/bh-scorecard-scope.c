/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-scorecard-scope.h"

typedef struct
{
  GHashTable *codes; /* (owned) (nullable): set of numbers, of a list or of entries */
  const char *const *values;
} Side;

static GHashTable *
collect (GArray *numbers, gboolean wide)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number
          = wide ? g_array_index (numbers, gint64, i) : (gint64) g_array_index (numbers, int, i);

      g_hash_table_add (set, g_memdup2 (&number, sizeof number));
    }

  return set;
}

/* The values of @field as numbers, where they are any: a category stands for its leaves, and
 * `open` for many statuses. */
static gboolean
read_side (
    BhTicketFilter *filter, BhFilterField field, BhOffice *office, Side *side, GError **error)
{
  const BhFilterFieldInfo *info = bh_filter_field_get_info (field);
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GError) failure = NULL;

  side->values = bh_ticket_filter_get (filter, field);
  if (side->values == NULL)
    return TRUE;

  if (info->type == BH_FILTER_TYPE_LIST)
    numbers = bh_ticket_filter_get_codes (filter, field);
  else if (info->type == BH_FILTER_TYPE_ENTRY)
    numbers = bh_ticket_filter_get_ids (filter, field, office, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (numbers != NULL)
    side->codes = collect (numbers, info->type == BH_FILTER_TYPE_ENTRY);

  return TRUE;
}

static gboolean
is_among (const Side *inner, const Side *outer)
{
  GHashTableIter iter;
  gpointer number;

  if (inner->codes == NULL || outer->codes == NULL)
    return g_strv_equal (inner->values, outer->values);

  g_hash_table_iter_init (&iter, inner->codes);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (!g_hash_table_contains (outer->codes, number))
      return FALSE;

  return TRUE;
}

/* The narrower side, or NULL. */
static const Side *
choose (const Side *a, const Side *b)
{
  if (b->values == NULL || (a->values != NULL && is_among (a, b)))
    return a;
  if (a->values == NULL || is_among (b, a))
    return b;

  return NULL;
}

/* Narrows @both by one field of @b; @both becomes NULL where that cannot be. */
static gboolean
narrow (
    BhTicketFilter **both, BhTicketFilter *b, BhFilterField field, BhOffice *office, GError **error)
{
  g_autoptr (BhTicketFilter) before = g_steal_pointer (both);
  Side sides[2] = { { NULL, NULL }, { NULL, NULL } };
  const Side *chosen;
  gboolean done;

  done = read_side (before, field, office, &sides[0], error)
         && read_side (b, field, office, &sides[1], error);
  chosen = done ? choose (&sides[0], &sides[1]) : NULL;
  if (chosen != NULL)
    *both = bh_ticket_filter_with (before, field, chosen->values, error);
  g_clear_pointer (&sides[0].codes, g_hash_table_unref);
  g_clear_pointer (&sides[1].codes, g_hash_table_unref);

  return done && (chosen == NULL || *both != NULL);
}

gboolean
bh_scorecard_scope (
    BhTicketFilter *a, BhTicketFilter *b, BhOffice *office, BhTicketFilter **both, GError **error)
{
  g_return_val_if_fail (a != NULL && b != NULL && both != NULL, FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  *both = bh_ticket_filter_ref (a);
  for (guint i = 0; i < BH_N_FILTER_FIELDS && *both != NULL; i++)
    if (bh_ticket_filter_get (b, (BhFilterField) i) != NULL
        && !narrow (both, b, (BhFilterField) i, office, error))
      return FALSE;

  return TRUE;
}
