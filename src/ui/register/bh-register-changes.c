/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-changes.h"

#include "base/bh-i18n.h"

#define MAX_UNDO 50

/* Main thread. */
struct _BhRegisterChanges
{
  GObject parent_instance;

  BhDesk *desk;         /* (owned) */
  BhRegisterUndo *last; /* (owned) (nullable): what is being taken back */
  GPtrArray *undos;     /* (owned) (element-type BhRegisterUndo): the last one is the next */
  gboolean busy;        /* a key that is pressed twice means its change once */
};

G_DEFINE_FINAL_TYPE (BhRegisterChanges, bh_register_changes, G_TYPE_OBJECT)

typedef enum
{
  PROP_CAN_UNDO = 1,
} Property;

static GParamSpec *properties[PROP_CAN_UNDO + 1];

typedef enum
{
  DONE,
  UNDONE,
  FAILED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
set_busy (BhRegisterChanges *self, gboolean busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
retired_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhRegisterChanges) self = BH_REGISTER_CHANGES (user_data);
  g_autoptr (BhRegisterUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  gboolean retired = bh_desk_retire_register_finish (BH_DESK (source), result, &undo, &error);

  set_busy (self, FALSE);
  if (retired)
    bh_register_changes_add (self, undo);
  else
    g_signal_emit (self, signals[FAILED], 0, _ ("It was not done"), error->message);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhRegisterChanges) self = BH_REGISTER_CHANGES (user_data);
  g_autoptr (BhRegisterUndo) undo = g_steal_pointer (&self->last);
  g_autoptr (GError) error = NULL;
  gboolean undone = bh_desk_undo_register_finish (BH_DESK (source), result, &error);

  set_busy (self, FALSE);
  if (undone)
    g_signal_emit (self, signals[UNDONE], 0, (int) bh_register_undo_get_kind (undo),
                   bh_register_undo_get_id (undo));
  else
    g_signal_emit (self, signals[FAILED], 0, _ ("It could not be undone"), error->message);
}

static void
bh_register_changes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, bh_register_changes_can_undo (BH_REGISTER_CHANGES (object)));
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_register_changes_finalize (GObject *object)
{
  BhRegisterChanges *self = BH_REGISTER_CHANGES (object);

  g_ptr_array_unref (self->undos);
  g_object_unref (self->desk);

  G_OBJECT_CLASS (bh_register_changes_parent_class)->finalize (object);
}

static void
bh_register_changes_class_init (BhRegisterChangesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bh_register_changes_get_property;
  object_class->finalize = bh_register_changes_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[DONE] = g_signal_new ("done", BH_TYPE_REGISTER_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNDONE] = g_signal_new ("undone", BH_TYPE_REGISTER_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", BH_TYPE_REGISTER_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
bh_register_changes_init (BhRegisterChanges *self)
{
  self->undos = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_register_undo_unref);
}

BhRegisterChanges *
bh_register_changes_new (BhDesk *desk)
{
  BhRegisterChanges *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_REGISTER_CHANGES, NULL);
  self->desk = g_object_ref (desk);

  return self;
}

void
bh_register_changes_add (BhRegisterChanges *self, BhRegisterUndo *undo)
{
  g_return_if_fail (BH_IS_REGISTER_CHANGES (self));

  if (undo == NULL)
    return;
  g_ptr_array_add (self->undos, bh_register_undo_ref (undo));
  if (self->undos->len > MAX_UNDO)
    g_ptr_array_remove_index (self->undos, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_signal_emit (self, signals[DONE], 0, bh_register_undo_get_message (undo));
}

void
bh_register_changes_retire (BhRegisterChanges *self, BhRegisterRow *row, gboolean retired)
{
  g_return_if_fail (BH_IS_REGISTER_CHANGES (self));
  g_return_if_fail (BH_IS_REGISTER_ROW (row));

  if (self->busy)
    return;
  set_busy (self, TRUE);
  bh_desk_retire_register_async (self->desk, bh_register_row_get_kind (row),
                                 bh_register_row_get_id (row), retired, NULL, retired_cb,
                                 g_object_ref (self));
}

void
bh_register_changes_undo (BhRegisterChanges *self)
{
  g_return_if_fail (BH_IS_REGISTER_CHANGES (self));

  if (!bh_register_changes_can_undo (self))
    return;
  self->last = g_ptr_array_steal_index (self->undos, self->undos->len - 1);
  set_busy (self, TRUE);
  bh_desk_undo_register_async (self->desk, self->last, NULL, undone_cb, g_object_ref (self));
}

gboolean
bh_register_changes_can_undo (BhRegisterChanges *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_CHANGES (self), FALSE);

  return self->undos->len > 0 && !self->busy;
}
