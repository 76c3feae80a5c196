/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"

G_BEGIN_DECLS

/**
 * bh_register_new_row:
 * @parent: (nullable): of a place, in which it will stand
 * @place_kind: (nullable): code of what a place is to be, where that fits into @parent
 *
 * Returns: (transfer full): the row that a form of a new one begins with, id 0
 */
BhRegisterRow *
bh_register_new_row (BhRegisterKind kind, BhRegisterRow *parent, const char *place_kind);
/** bh_register_new_row_fits: Returns: whether a place of kind @code may stand in @parent */
gboolean bh_register_new_row_fits (const char *code, BhRegisterRow *parent);

G_END_DECLS
