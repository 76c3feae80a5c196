/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-segments.h"

#include "storage/bh-filter-segment.h"

static void
segment_free (BhFigureSegment *segment)
{
  g_free (segment->word);
  bh_ticket_filter_unref (segment->filter);
  g_free (segment);
}

static BhFilterField
get_field (BhFigureBy by)
{
  if (by == BH_BY_CITY_TIER)
    return BH_FILTER_CITY_TIER;

  return by == BH_BY_ESTATE_KIND ? BH_FILTER_ESTATE_KIND : BH_FILTER_CARE;
}

static void
add_word (GPtrArray *words, const char *word)
{
  if (!g_str_equal (word, BH_FILTER_SEGMENT_NONE)
      && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, (gpointer) word);
}

/* Returns: (transfer container): the words that there are, "none" the last */
static GPtrArray *
list_words (BhFilterField field, BhOffice *office)
{
  GPtrArray *words = g_ptr_array_new (), *communities = bh_office_list (office, BH_TYPE_PLACE);
  guint n_marks;
  const BhListItem *marks = bh_list_get_items (BH_LIST_CARE, &n_marks);

  for (guint i = 0; field == BH_FILTER_CARE && i < n_marks; i++)
    g_ptr_array_add (words, (gpointer) marks[i].code);
  for (guint i = 0; field != BH_FILTER_CARE && i < communities->len; i++)
    add_word (words, bh_filter_segment_get_word (g_ptr_array_index (communities, i), field));
  g_ptr_array_add (words, (gpointer) BH_FILTER_SEGMENT_NONE);

  return words;
}

GPtrArray *
bh_figure_segments_list (BhFigureBy by, BhOffice *office, BhTicketFilter *base, GError **error)
{
  BhFilterField field = get_field (by);
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) segment_free);
  g_autoptr (BhTicketFilter) all
      = base != NULL ? bh_ticket_filter_ref (base) : bh_ticket_filter_new ();
  const char *const *asked = bh_ticket_filter_get (all, field);
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (by >= BH_BY_CITY_TIER, NULL);

  words = list_words (field, office);
  for (guint i = 0; i < words->len; i++)
    {
      const char *values[] = { g_ptr_array_index (words, i), NULL };
      BhFigureSegment *segment;
      BhTicketFilter *filter;

      if (asked != NULL && !g_strv_contains (asked, values[0]))
        continue;
      filter = bh_ticket_filter_with (all, field, values, error);
      if (filter == NULL)
        return NULL;

      segment = g_new0 (BhFigureSegment, 1);
      segment->word = g_strdup (values[0]);
      segment->filter = filter;
      g_ptr_array_add (segments, segment);
    }

  return g_steal_pointer (&segments);
}
