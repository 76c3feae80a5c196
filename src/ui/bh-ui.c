/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bh-ui.h"

#include "resources/bh-resources.h"

void
bh_ui_init (void)
{
  bh_register_resource ();
}
