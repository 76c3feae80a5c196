/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-segment.h"

const char *
bh_filter_segment_get_word (BhPlace *community, BhFilterField field)
{
  const char *word;

  g_return_val_if_fail (BH_IS_PLACE (community), BH_FILTER_SEGMENT_NONE);

  word = field == BH_FILTER_CITY_TIER ? community->city_tier : community->estate_kind;

  return word != NULL && *word != '\0' ? word : BH_FILTER_SEGMENT_NONE;
}

char *
bh_filter_segment_dup_condition (BhOffice *office, BhFilterField field, const char *const *values)
{
  GPtrArray *communities;
  GString *sql;

  g_return_val_if_fail (BH_IS_OFFICE (office) && values != NULL, NULL);

  communities = bh_office_list (office, BH_TYPE_PLACE);
  sql = g_string_new ("$.community_id IN (0");
  for (guint i = 0; i < communities->len; i++)
    {
      BhPlace *community = g_ptr_array_index (communities, i);

      if (g_strv_contains (values, bh_filter_segment_get_word (community, field)))
        g_string_append_printf (sql, ", %" G_GINT64_FORMAT, bh_entry_get_id (BH_ENTRY (community)));
    }
  g_string_append_c (sql, ')');
  if (g_strv_contains (values, BH_FILTER_SEGMENT_NONE))
    g_string_append (sql, " OR $.community_id IS NULL");

  return g_string_free (sql, FALSE);
}
