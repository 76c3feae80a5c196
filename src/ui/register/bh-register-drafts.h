/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"
#include "ui/common/bh-drafts.h"

G_BEGIN_DECLS

/* What was typed over a row of the register and is not saved, a new row of each list included. */

/** bh_register_drafts_set: @entered: (nullable) (transfer none): NULL forgets it */
void bh_register_drafts_set (BhDrafts *drafts, BhRegisterRow *row, BhPayload *entered);
/** bh_register_drafts_get: Returns: (transfer full) (nullable): what was typed */
BhPayload *bh_register_drafts_get (BhDrafts *drafts, BhRegisterRow *row);

G_END_DECLS
