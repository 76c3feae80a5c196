/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-keys.h"

static const struct
{
  guint key;
  const char *action;
} list_keys[] = {
  { GDK_KEY_F2, "register.edit" },       { GDK_KEY_e, "register.edit" },
  { GDK_KEY_Delete, "register.retire" }, { GDK_KEY_KP_Delete, "register.retire" },
  { GDK_KEY_BackSpace, "register.up" },  { GDK_KEY_Insert, "register.add" },
  { GDK_KEY_KP_Insert, "register.add" },
};

const char *
bh_register_keys_find_action (guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    if (list_keys[i].key == key)
      return list_keys[i].action;

  return NULL;
}
