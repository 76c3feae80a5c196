/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-brush.h"

#include "base/bh-i18n.h"
#include "ui/tickets/bh-filter-options.h"

/* Returns: (transfer full) (nullable): filter of one value of one field. */
static BhTicketFilter *
create_single (BhFilterField field, const char *const *values)
{
  g_autoptr (BhTicketFilter) empty = bh_ticket_filter_new ();

  return bh_ticket_filter_with (empty, field, values, NULL);
}

/* Returns: (transfer full) (nullable): the ids or numbers that @values mean, as gint64. */
static GHashTable *
list_meant (BhFilterField field, const char *const *values, BhOffice *office)
{
  g_autoptr (BhTicketFilter) single = create_single (field, values);
  gboolean is_list = bh_filter_field_get_info (field)->type == BH_FILTER_TYPE_LIST;
  GHashTable *meant = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = NULL;

  if (single != NULL)
    ids = is_list ? bh_ticket_filter_get_codes (single, field)
                  : bh_ticket_filter_get_ids (single, field, office, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = is_list ? g_array_index (ids, int, i) : g_array_index (ids, gint64, i);

      g_hash_table_add (meant, g_memdup2 (&id, sizeof id));
    }

  return meant;
}

static gboolean
is_within (GHashTable *part, GHashTable *whole)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (part) == 0)
    return FALSE;
  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (whole, key))
      return FALSE;

  return TRUE;
}

/* Adds those of @values that mean nothing else than @others do. */
static void
add_within (GPtrArray *both,
            BhFilterField field,
            const char *const *values,
            const char *const *others,
            BhOffice *office)
{
  g_autoptr (GHashTable) whole = list_meant (field, others, office);

  for (guint i = 0; values[i] != NULL; i++)
    {
      const char *const value[] = { values[i], NULL };
      g_autoptr (GHashTable) part = list_meant (field, value, office);

      if (is_within (part, whole)
          && !g_ptr_array_find_with_equal_func (both, values[i], g_str_equal, NULL))
        g_ptr_array_add (both, (gpointer) values[i]);
    }
}

/* Returns: (transfer container): the values of @field that both ask for; of what cannot be
 * compared, what was selected. */
static GPtrArray *
intersect (BhFilterField field,
           const char *const *values,
           const char *const *others,
           BhOffice *office)
{
  BhFilterType type = bh_filter_field_get_info (field)->type;
  GPtrArray *both = g_ptr_array_new ();

  if (others != NULL && (type == BH_FILTER_TYPE_LIST || type == BH_FILTER_TYPE_ENTRY))
    {
      add_within (both, field, values, others, office);
      add_within (both, field, others, values, office);
    }
  if (both->len > 0)
    return both;
  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add (both, (gpointer) values[i]);

  return both;
}

BhTicketFilter *
bh_insight_brush_join (BhTicketFilter *filter, BhTicketFilter *brush, BhOffice *office)
{
  BhTicketFilter *joined;

  g_return_val_if_fail (filter != NULL && brush != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  joined = bh_ticket_filter_ref (filter);
  for (BhFilterField field = 0; field < BH_N_FILTER_FIELDS; field++)
    {
      const char *const *values = bh_ticket_filter_get (brush, field);
      g_autoptr (GPtrArray) both = NULL;
      BhTicketFilter *next;

      if (values == NULL)
        continue;
      both = intersect (field, values, bh_ticket_filter_get (filter, field), office);
      g_ptr_array_add (both, NULL);
      next = bh_ticket_filter_with (joined, field, (const char *const *) both->pdata, NULL);
      g_assert (next != NULL);
      bh_ticket_filter_unref (joined);
      joined = next;
    }

  return joined;
}

char *
bh_insight_brush_dup_label (BhTicketFilter *brush, BhOffice *office)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (brush != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  for (BhFilterField field = 0; field < BH_N_FILTER_FIELDS; field++)
    {
      const char *const *values = bh_ticket_filter_get (brush, field);
      g_autoptr (GPtrArray) options = NULL;
      g_autofree char *chosen = NULL;

      if (values == NULL)
        continue;
      options = bh_filter_options_list (field, office, 0);
      chosen = bh_filter_options_dup_label (options, values);
      g_ptr_array_add (parts,
                       g_strdup_printf (_ ("%s: %s"), bh_filter_field_get_label (field), chosen));
    }
  g_ptr_array_add (parts, NULL);

  /* Translators: between what was selected in a chart */
  return g_strjoinv (_ ("; "), (char **) parts->pdata);
}
