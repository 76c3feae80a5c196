/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"

G_BEGIN_DECLS

/* What is read of a row of the register, where that needs more than the row: names of figures, the
 * unit of a target, thousands. Pure functions. */

/** bh_register_cell_text_dup: Returns: (transfer full): what stands in the list; "" for nothing */
char *bh_register_cell_text_dup (BhRegisterRow *row, const BhRegisterField *field);
/** bh_register_cell_text_dup_title: Returns: (transfer full): what the row is called */
char *bh_register_cell_text_dup_title (BhRegisterRow *row);
/** bh_register_cell_text_dup_entry: Returns: (transfer full): what stands in the form, so that it
 * can be typed over: "85 %" for a share */
char *bh_register_cell_text_dup_entry (BhRegisterRow *row, const BhRegisterField *field);

G_END_DECLS
