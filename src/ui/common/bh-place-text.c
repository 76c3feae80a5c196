/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-place-text.h"

char *
bh_place_text_dup (BhOffice *office, BhPlace *place)
{
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (BH_IS_PLACE (place), NULL);

  if (place->kind == BH_PLACE_COMMUNITY)
    return g_strdup (place->path);

  return g_strdup_printf ("%s/%s", bh_office_get_name (office, BH_TYPE_PLACE, place->community_id),
                          place->path);
}
