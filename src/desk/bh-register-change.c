/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-register-change.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-register.h"
#include "domain/bh-error.h"
#include "storage/bh-register-rows.h"

/* What was done, from which its contrary follows. */
typedef enum
{
  DID_ADD,
  DID_EDIT,
  DID_RETIRE,
  DID_RESTORE,
} Did;

struct _BhRegisterUndo
{
  gatomicrefcount refs;
  Did did;
  BhRegisterKind kind;
  gint64 id;
  gint64 at;
  char *message;         /* (owned) */
  BhPayload *old_values; /* (owned) (nullable): of EDIT */
  BhPayload *new_values; /* (owned) (nullable): of ADD and EDIT: what must still stand there */
  GArray *old_rooms;     /* (owned) (nullable): of EDIT of a contact: all of them */
  GArray *new_rooms;     /* (owned) (nullable): likewise */
};

G_DEFINE_BOXED_TYPE (BhRegisterUndo, bh_register_undo, bh_register_undo_ref, bh_register_undo_unref)

BhRegisterUndo *
bh_register_undo_ref (BhRegisterUndo *undo)
{
  g_return_val_if_fail (undo != NULL, NULL);

  g_atomic_ref_count_inc (&undo->refs);

  return undo;
}

void
bh_register_undo_unref (BhRegisterUndo *undo)
{
  g_return_if_fail (undo != NULL);

  if (!g_atomic_ref_count_dec (&undo->refs))
    return;

  g_free (undo->message);
  g_clear_pointer (&undo->old_values, bh_payload_unref);
  g_clear_pointer (&undo->new_values, bh_payload_unref);
  g_clear_pointer (&undo->old_rooms, g_array_unref);
  g_clear_pointer (&undo->new_rooms, g_array_unref);
  g_free (undo);
}

const char *
bh_register_undo_get_message (BhRegisterUndo *undo)
{
  g_return_val_if_fail (undo != NULL, NULL);

  return undo->message;
}

BhRegisterKind
bh_register_undo_get_kind (BhRegisterUndo *undo)
{
  g_return_val_if_fail (undo != NULL, BH_REGISTER_PLACES);

  return undo->kind;
}

gint64
bh_register_undo_get_id (BhRegisterUndo *undo)
{
  g_return_val_if_fail (undo != NULL, 0);

  return undo->id;
}

static char *
make_message (Did did, BhRegisterRow *row)
{
  g_autofree char *title = bh_register_row_dup_title (row);

  switch (did)
    {
    case DID_ADD:
      return g_strdup_printf (_ ("“%s” was added"), title);
    case DID_EDIT:
      return g_strdup_printf (_ ("“%s” was changed"), title);
    case DID_RETIRE:
      return g_strdup_printf (_ ("“%s” was retired"), title);
    case DID_RESTORE:
      return g_strdup_printf (_ ("“%s” is in use again"), title);
    default:
      g_return_val_if_reached (NULL);
    }
}

static BhRegisterUndo *
undo_new (Did did, BhWork *work, BhRegisterRow *before, BhRegisterRow *after)
{
  BhRegisterUndo *undo = g_new0 (BhRegisterUndo, 1);

  g_atomic_ref_count_init (&undo->refs);
  undo->did = did;
  undo->kind = bh_register_row_get_kind (after);
  undo->id = bh_register_row_get_id (after);
  undo->at = bh_clock_now (bh_work_get_clock (work));
  undo->message = make_message (did, after);
  if (before != NULL)
    undo->old_values = bh_payload_ref (bh_register_row_get_values (before));
  undo->new_values = bh_payload_ref (bh_register_row_get_values (after));

  return undo;
}

BhRegisterChange *
bh_register_change_new (BhRegisterChangeKind change,
                        gint64 staff_id,
                        BhRegisterKind kind,
                        gint64 id)
{
  BhRegisterChange *self = g_new0 (BhRegisterChange, 1);

  self->change = change;
  self->staff_id = staff_id;
  self->kind = kind;
  self->id = id;

  return self;
}

void
bh_register_change_free (BhRegisterChange *self)
{
  g_clear_pointer (&self->values, bh_payload_unref);
  g_clear_pointer (&self->undone, bh_register_undo_unref);
  g_clear_pointer (&self->undo, bh_register_undo_unref);
  g_free (self->field);
  g_free (self);
}

gboolean
bh_register_may_change (BhOffice *office, gint64 staff_id)
{
  BhStaff *staff;

  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  if (staff_id == 0)
    return TRUE;

  staff = bh_office_get (office, BH_TYPE_STAFF, staff_id);

  return staff != NULL && !bh_entry_is_retired (BH_ENTRY (staff))
         && (staff->role == BH_ROLE_SUPERVISOR || staff->role == BH_ROLE_MANAGER
             || staff->role == BH_ROLE_ADMINISTRATOR);
}

gboolean
bh_register_check_right (BhOffice *office, gint64 staff_id, GError **error)
{
  return bh_register_may_change (office, staff_id)
         || bh_domain_refuse (error,
                              _ ("Only a supervisor, a manager or an administrator may change the "
                                 "register: ask one of them, or let them sit at the desk"));
}

static BhRegisterRow *
load_row (BhWork *work, BhRegisterKind kind, gint64 id, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);

  return office != NULL
             ? bh_register_load_row (bh_work_get_connection (work), office, kind, id, error)
             : NULL;
}

/* A contact's row has only the first of its rooms. @rooms: (out): NULL for other rows */
static gboolean
load_rooms (BhRegisterChange *self, BhWork *work, GArray **rooms, GError **error)
{
  if (self->kind == BH_REGISTER_CONTACTS && self->id != 0)
    *rooms = bh_register_load_rooms (bh_work_get_connection (work), self->id, error);

  return self->kind != BH_REGISTER_CONTACTS || self->id == 0 || *rooms != NULL;
}

static gboolean
save (BhRegisterChange *self, BhWork *work, GError **error)
{
  g_autoptr (BhRegisterRow) before = NULL;
  g_autoptr (BhRegisterRow) after = NULL;
  g_autoptr (GArray) old_rooms = NULL;
  g_autoptr (GArray) new_rooms = NULL;

  if (self->id != 0)
    {
      before = load_row (work, self->kind, self->id, error);
      if (before == NULL)
        return FALSE;
    }
  if (!load_rooms (self, work, &old_rooms, error))
    return FALSE;
  self->new_id
      = bh_register_save_row (work, self->kind, self->id, self->values, &self->field, error);
  if (self->new_id == 0)
    return FALSE;
  after = load_row (work, self->kind, self->new_id, error);
  if (after == NULL || !load_rooms (self, work, &new_rooms, error))
    return FALSE;
  if (before != NULL
      && bh_payload_equal (bh_register_row_get_values (before), bh_register_row_get_values (after)))
    return TRUE;

  self->undo = undo_new (before != NULL ? DID_EDIT : DID_ADD, work, before, after);
  self->undo->old_rooms = g_steal_pointer (&old_rooms);
  self->undo->new_rooms = g_steal_pointer (&new_rooms);

  return TRUE;
}

static gboolean
set_retired (BhRegisterChange *self, BhWork *work, gboolean retired, GError **error)
{
  g_autoptr (BhRegisterRow) row = load_row (work, self->kind, self->id, error);

  if (row == NULL)
    return FALSE;
  if (bh_register_row_is_retired (row) == retired)
    return TRUE;
  if (!bh_register_set_row_retired (work, self->kind, self->id, retired, error))
    return FALSE;

  self->undo = undo_new (retired ? DID_RETIRE : DID_RESTORE, work, NULL, row);

  return TRUE;
}

/* What is undone must still be the last that was done to the row. What stands in it does not count.
 */
static gboolean
check_unchanged (BhRegisterUndo *undo, BhRegisterRow *row, GError **error)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (undo->kind);
  BhPayload *values = bh_register_row_get_values (row);

  for (guint i = 0; i < info->n_fields; i++)
    if (!info->fields[i].derived
        && g_strcmp0 (bh_payload_get (values, info->fields[i].key),
                      bh_payload_get (undo->new_values, info->fields[i].key))
               != 0)
      return bh_domain_refuse (error, _ ("It was changed again since, so this cannot be undone"));

  return TRUE;
}

/* A policy's version stays; its category has none of its own any more. */
static gboolean
take_back_add (BhRegisterUndo *undo, BhWork *work, GError **error)
{
  gboolean removed = FALSE;

  if (undo->kind != BH_REGISTER_POLICIES
      && !bh_register_remove_row (work, undo->kind, undo->id, undo->at, &removed, error))
    return FALSE;

  return removed || bh_register_set_row_retired (work, undo->kind, undo->id, TRUE, error);
}

static gboolean
contains_room (GArray *rooms, gint64 room_id)
{
  for (guint i = 0; i < rooms->len; i++)
    if (g_array_index (rooms, gint64, i) == room_id)
      return TRUE;

  return FALSE;
}

/* The rooms of before, and behind them those that were added since. */
static gboolean
put_back_rooms (BhRegisterUndo *undo, BhWork *work, GError **error)
{
  g_autoptr (GArray) rooms = NULL;
  g_autoptr (GArray) now = NULL;

  if (undo->old_rooms == NULL)
    return TRUE;

  now = bh_register_load_rooms (bh_work_get_connection (work), undo->id, error);
  if (now == NULL)
    return FALSE;

  rooms = g_array_copy (undo->old_rooms);
  for (guint i = 0; i < now->len; i++)
    {
      gint64 room_id = g_array_index (now, gint64, i);

      if (!contains_room (undo->new_rooms, room_id) && !contains_room (rooms, room_id))
        g_array_append_val (rooms, room_id);
    }

  return bh_register_set_rooms (work, undo->id, rooms, error);
}

static gboolean
take_back_edit (BhRegisterUndo *undo, BhWork *work, GError **error)
{
  return put_back_rooms (undo, work, error)
         && bh_register_put_back_row (work, undo->kind, undo->id, undo->old_values, error);
}

static gboolean
take_back (BhRegisterUndo *undo, BhWork *work, GError **error)
{
  g_autoptr (BhRegisterRow) row = load_row (work, undo->kind, undo->id, error);

  if (row == NULL)
    return FALSE;

  switch (undo->did)
    {
    case DID_RETIRE:
      return bh_register_set_row_retired (work, undo->kind, undo->id, FALSE, error);
    case DID_RESTORE:
      return bh_register_set_row_retired (work, undo->kind, undo->id, TRUE, error);
    case DID_ADD:
      return check_unchanged (undo, row, error) && take_back_add (undo, work, error);
    case DID_EDIT:
      return check_unchanged (undo, row, error) && take_back_edit (undo, work, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
bh_register_change_run (BhWork *work, gpointer user_data, GError **error)
{
  BhRegisterChange *self = user_data;
  BhOffice *office = bh_work_get_office (work, error);

  if (office == NULL)
    return FALSE;
  if (!bh_register_check_right (office, self->staff_id, error))
    return FALSE;

  switch (self->change)
    {
    case BH_REGISTER_CHANGE_SAVE:
      return save (self, work, error);
    case BH_REGISTER_CHANGE_RETIRE:
      return set_retired (self, work, TRUE, error);
    case BH_REGISTER_CHANGE_RESTORE:
      return set_retired (self, work, FALSE, error);
    case BH_REGISTER_CHANGE_UNDO:
      return take_back (self->undone, work, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
