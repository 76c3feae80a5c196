/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "domain/bh-register-kind.h"

G_BEGIN_DECLS

/**
 * bh_register_options_list:
 *
 * Returns: (transfer full) (nullable) (element-type BhPickerOption): what may be picked for @field,
 *   each with its canonical text; %NULL where it is not a matter of picking, and for places, which
 *   are too many
 */
GPtrArray *bh_register_options_list (BhOffice *office, const BhRegisterField *field);

G_END_DECLS
