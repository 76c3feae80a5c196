/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-fields.h"

/**
 * BhIntakeFields:
 *
 * The keys are those of the inputs, which outlive the fields.
 */
struct _BhIntakeFields
{
  GObject parent_instance;

  GPtrArray *keys;    /* (owned) (element-type utf8): owned by the inputs */
  GHashTable *fields; /* (owned) (element-type utf8 BhField): owned by the widget tree */
  GHashTable *filled; /* (owned) (element-type utf8 utf8): what the program put in */
};

G_DEFINE_FINAL_TYPE (BhIntakeFields, bh_intake_fields, G_TYPE_OBJECT)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
bh_intake_fields_finalize (GObject *object)
{
  BhIntakeFields *self = BH_INTAKE_FIELDS (object);

  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->filled);

  G_OBJECT_CLASS (bh_intake_fields_parent_class)->finalize (object);
}

static void
bh_intake_fields_class_init (BhIntakeFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_intake_fields_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bh_intake_fields_init (BhIntakeFields *self)
{
  self->keys = g_ptr_array_new ();
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
  self->filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

BhIntakeFields *
bh_intake_fields_new (void)
{
  return g_object_new (BH_TYPE_INTAKE_FIELDS, NULL);
}

static void
changed_cb (BhIntakeFields *self, BhField *field)
{
  const char *key = bh_field_get_input (field)->key;

  g_hash_table_remove (self->filled, key);
  g_signal_emit (self, signals[CHANGED], 0, key);
}

void
bh_intake_fields_add (BhIntakeFields *self, BhField *field)
{
  const char *key;

  g_return_if_fail (BH_IS_INTAKE_FIELDS (self));
  g_return_if_fail (BH_IS_FIELD (field));

  key = bh_field_get_input (field)->key;
  g_ptr_array_add (self->keys, (gpointer) key);
  g_hash_table_insert (self->fields, (gpointer) key, field);
  g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
bh_intake_fields_clear (BhIntakeFields *self)
{
  g_return_if_fail (BH_IS_INTAKE_FIELDS (self));

  g_ptr_array_set_size (self->keys, 0);
  g_hash_table_remove_all (self->fields);
}

BhField *
bh_intake_fields_get (BhIntakeFields *self, const char *key)
{
  g_return_val_if_fail (BH_IS_INTAKE_FIELDS (self), NULL);

  return g_hash_table_lookup (self->fields, key);
}

GPtrArray *
bh_intake_fields_get_keys (BhIntakeFields *self)
{
  g_return_val_if_fail (BH_IS_INTAKE_FIELDS (self), NULL);

  return self->keys;
}

char *
bh_intake_fields_dup_text (BhIntakeFields *self, const char *key)
{
  return bh_field_dup_text (bh_intake_fields_get (self, key));
}

static gboolean
is_filled (BhIntakeFields *self, const char *key, const char *text)
{
  return g_strcmp0 (text, g_hash_table_lookup (self->filled, key)) == 0;
}

char *
bh_intake_fields_dup_typed (BhIntakeFields *self, const char *key)
{
  g_autofree char *text = bh_intake_fields_dup_text (self, key);

  return is_filled (self, key, text) ? g_strdup ("") : g_steal_pointer (&text);
}

gboolean
bh_intake_fields_is_empty (BhIntakeFields *self, const char *const *keys)
{
  g_return_val_if_fail (keys != NULL, TRUE);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *text = bh_intake_fields_dup_text (self, keys[i]);

      if (*text != '\0')
        return FALSE;
    }

  return TRUE;
}

BhPayload *
bh_intake_fields_dup_inputs (BhIntakeFields *self)
{
  BhPayload *inputs = bh_payload_new ();

  g_return_val_if_fail (BH_IS_INTAKE_FIELDS (self), inputs);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);
      g_autofree char *text = bh_intake_fields_dup_text (self, key);

      bh_payload_set (inputs, key, text);
    }

  return inputs;
}

static void
put (BhIntakeFields *self, const char *key, const char *text)
{
  BhField *field = bh_intake_fields_get (self, key);

  bh_field_set_text (field, text);
  bh_field_set_error (field, NULL);
}

void
bh_intake_fields_set_inputs (BhIntakeFields *self, BhPayload *inputs)
{
  g_return_if_fail (BH_IS_INTAKE_FIELDS (self));
  g_return_if_fail (inputs != NULL);

  g_hash_table_remove_all (self->filled);
  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);

      put (self, key, bh_payload_get (inputs, key));
    }
}

void
bh_intake_fields_fill (BhIntakeFields *self, const char *key, const char *text)
{
  g_autofree char *present = NULL;

  g_return_if_fail (BH_IS_INTAKE_FIELDS (self));
  g_return_if_fail (key != NULL);

  present = bh_intake_fields_dup_text (self, key);
  if (*present != '\0' && !is_filled (self, key, present))
    return;
  put (self, key, text);
  bh_intake_fields_mark_filled (self, key);
}

void
bh_intake_fields_mark_filled (BhIntakeFields *self, const char *key)
{
  g_return_if_fail (BH_IS_INTAKE_FIELDS (self));
  g_return_if_fail (key != NULL);

  g_hash_table_insert (self->filled, g_strdup (key), bh_intake_fields_dup_text (self, key));
}

void
bh_intake_fields_set (BhIntakeFields *self, const char *key, const char *text)
{
  g_return_if_fail (BH_IS_INTAKE_FIELDS (self));
  g_return_if_fail (key != NULL);

  put (self, key, text);
  changed_cb (self, bh_intake_fields_get (self, key));
}

BhField *
bh_intake_fields_show_errors (BhIntakeFields *self, GHashTable *errors)
{
  BhField *first = NULL;

  g_return_val_if_fail (BH_IS_INTAKE_FIELDS (self), NULL);
  g_return_val_if_fail (errors != NULL, NULL);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);
      BhField *field = bh_intake_fields_get (self, key);
      const char *message = g_hash_table_lookup (errors, key);

      bh_field_set_error (field, message);
      if (message != NULL && first == NULL)
        first = field;
    }

  return first;
}
