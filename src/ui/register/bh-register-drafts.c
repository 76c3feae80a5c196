/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-drafts.h"

static char *
dup_form_name (BhRegisterRow *row)
{
  return g_strdup_printf (bh_register_row_get_id (row) != 0 ? "register-%s" : "register-new-%s",
                          bh_register_kind_get_info (bh_register_row_get_kind (row))->code);
}

/* Of a new place, that of the place in which it will stand: each has a draft of its own. */
static gint64
get_id (BhRegisterRow *row)
{
  gint64 id = bh_register_row_get_id (row);

  return id != 0 ? id : bh_payload_get_int (bh_register_row_get_values (row), "parent");
}

void
bh_register_drafts_set (BhDrafts *drafts, BhRegisterRow *row, BhPayload *entered)
{
  g_autofree char *name = NULL;

  g_return_if_fail (BH_IS_DRAFTS (drafts));
  g_return_if_fail (BH_IS_REGISTER_ROW (row));

  name = dup_form_name (row);
  bh_drafts_set (drafts, get_id (row), name, entered);
}

BhPayload *
bh_register_drafts_get (BhDrafts *drafts, BhRegisterRow *row)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), NULL);

  name = dup_form_name (row);

  return bh_drafts_get (drafts, get_id (row), name);
}
