/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"
#include "ui/common/bh-picker.h"

G_BEGIN_DECLS

/** bh_place_lookup_attach: lets @picker suggest places of the register while somebody types; they
 * are looked up in the reader's thread */
void bh_place_lookup_attach (BhPicker *picker, BhStore *store);
/** bh_place_lookup_attach_ids: the same, and the value of what is picked is its id, in decimal */
void bh_place_lookup_attach_ids (BhPicker *picker, BhStore *store);

G_END_DECLS
