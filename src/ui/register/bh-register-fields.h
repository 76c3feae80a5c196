/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-register-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_FIELDS (bh_register_fields_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterFields, bh_register_fields, BH, REGISTER_FIELDS, GtkWidget)

/**
 * bh_register_fields_new:
 * @desk: (transfer none): lists of the office, and the store for looking things up
 *
 * The fields of a row of the register, as its kind is described: those that are entered, and of
 * these the ones that such a row has.
 *
 * Signal: `changed`: somebody changed a value.
 */
GtkWidget *bh_register_fields_new (BhDesk *desk, BhRegisterKind kind);

/**
 * bh_register_fields_show:
 * @row: (transfer none): whose fields; id 0: a new one, whose fixed fields can be entered
 * @parent: (nullable) (transfer none): of a new place, where it will stand
 * @draft: (nullable) (transfer none): to be shown in place of the row's values, as
 *   bh_register_fields_dup_entered() gave it
 * @editable: whether anything can be entered
 */
void bh_register_fields_show (BhRegisterFields *self,
                              BhRegisterRow *row,
                              BhRegisterRow *parent,
                              BhPayload *draft,
                              gboolean editable);
/** bh_register_fields_dup_entered: Returns: (transfer full): what stands in the fields, canonical
 * where it can be read, and as it was typed */
BhPayload *bh_register_fields_dup_entered (BhRegisterFields *self);
/** bh_register_fields_read: marks the fields that cannot be read or are missing, and puts the
 * cursor in the first of them. Returns: (transfer full) (nullable): canonical texts, NULL where one
 * is wrong */
BhPayload *bh_register_fields_read (BhRegisterFields *self);
/** bh_register_fields_set_error: says what is wrong with field @key, and puts the cursor there.
 * Returns: FALSE where there is no such field */
gboolean
bh_register_fields_set_error (BhRegisterFields *self, const char *key, const char *message);
/** bh_register_fields_focus: puts the cursor into the first field that can be entered */
void bh_register_fields_focus (BhRegisterFields *self);

G_END_DECLS
