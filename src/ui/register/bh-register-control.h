/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-register-kind.h"
#include "ui/common/bh-control.h"

G_BEGIN_DECLS

/* Controls for the fields of the register: between what people read and type, and the canonical
 * text that a row has. */

/**
 * bh_register_control_new:
 * @desk: (transfer none): lists of the office, and the store for looking places up
 *
 * Returns: (transfer floating): the control that suits the type of @field
 */
BhControl *bh_register_control_new (BhDesk *desk, const BhRegisterField *field);

/**
 * bh_register_control_show:
 * @value: (nullable): canonical text
 * @text: (nullable): what people read for it: an entry's name for an id, "85 %"
 *
 * Shows a value, and offers what the office has now.
 */
void bh_register_control_show (BhControl *control,
                               BhDesk *desk,
                               const BhRegisterField *field,
                               const char *value,
                               const char *text);

/** bh_register_control_set_editable: what is not editable is still read and copied; of a choice
 * only what was chosen is left */
void bh_register_control_set_editable (BhControl *control, gboolean editable);

/** bh_register_control_dup_typed: Returns: (transfer full) (nullable): what stands in the entry, as
 * it was typed; %NULL for a choice */
char *bh_register_control_dup_typed (BhControl *control);
/** bh_register_control_restore: shows again @value with what was @typed for it, as it stood there,
 * right or wrong */
void bh_register_control_restore (BhControl *control,
                                  BhDesk *desk,
                                  const BhRegisterField *field,
                                  const char *value,
                                  const char *typed);

/**
 * bh_register_control_read:
 *
 * Returns: (transfer full) (nullable): canonical text, "" for nothing; NULL with
 *   %BH_DOMAIN_ERROR_INPUT
 */
char *bh_register_control_read (BhControl *control, const BhRegisterField *field, GError **error);

G_END_DECLS
