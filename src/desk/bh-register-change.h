/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* Changes of the register with what takes them back. */

/** BhRegisterUndo: see bh-desk-register.h, which it is for. */
typedef struct _BhRegisterUndo BhRegisterUndo;

/** BhRegisterChangeKind: what is done to a row. */
typedef enum
{
  BH_REGISTER_CHANGE_SAVE,
  BH_REGISTER_CHANGE_RETIRE,
  BH_REGISTER_CHANGE_RESTORE,
  BH_REGISTER_CHANGE_UNDO,
} BhRegisterChangeKind;

/** BhRegisterChange: one change on its way through the writer's thread. */
typedef struct
{
  BhRegisterChangeKind change;
  gint64 staff_id; /* who wants it, 0: nobody is named at the desk */
  BhRegisterKind kind;
  gint64 id;
  BhPayload *values;      /* (owned) (nullable): of SAVE */
  BhRegisterUndo *undone; /* (owned) (nullable): of UNDO */

  gint64 new_id;        /* of SAVE: the row */
  char *field;          /* (owned) (nullable): of SAVE: the wrong one */
  BhRegisterUndo *undo; /* (owned) (nullable): takes the change back */
} BhRegisterChange;

BhRegisterChange *bh_register_change_new (BhRegisterChangeKind change,
                                          gint64 staff_id,
                                          BhRegisterKind kind,
                                          gint64 id);
void bh_register_change_free (BhRegisterChange *self);

/** bh_register_change_run: @user_data: a #BhRegisterChange. A #BhWriteFunc */
gboolean bh_register_change_run (BhWork *work, gpointer user_data, GError **error);

/** bh_register_may_change: @staff_id: 0 for nobody. Returns: whether they may change the register
 */
gboolean bh_register_may_change (BhOffice *office, gint64 staff_id);
/** bh_register_check_right: Returns: FALSE with %BH_DOMAIN_ERROR_REFUSED where they may not */
gboolean bh_register_check_right (BhOffice *office, gint64 staff_id, GError **error);

G_END_DECLS
