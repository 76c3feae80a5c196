/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-register-row.h"

#include "base/bh-i18n.h"
#include "domain/bh-register-value.h"

struct _BhRegisterRow
{
  GObject parent_instance;

  BhRegisterKind kind;
  gint64 id;
  gboolean retired;
  BhPayload *values; /* (owned) */
  BhPayload *names;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (BhRegisterRow, bh_register_row, G_TYPE_OBJECT)

static void
bh_register_row_finalize (GObject *object)
{
  BhRegisterRow *self = BH_REGISTER_ROW (object);

  g_clear_pointer (&self->values, bh_payload_unref);
  g_clear_pointer (&self->names, bh_payload_unref);

  G_OBJECT_CLASS (bh_register_row_parent_class)->finalize (object);
}

static void
bh_register_row_class_init (BhRegisterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_register_row_finalize;
}

static void
bh_register_row_init (BhRegisterRow *self)
{
}

BhRegisterRow *
bh_register_row_new (
    BhRegisterKind kind, gint64 id, gboolean retired, BhPayload *values, BhPayload *names)
{
  BhRegisterRow *self;

  g_return_val_if_fail (values != NULL, NULL);

  self = g_object_new (BH_TYPE_REGISTER_ROW, NULL);
  self->kind = kind;
  self->id = id;
  self->retired = retired;
  self->values = bh_payload_ref (values);
  self->names = names != NULL ? bh_payload_ref (names) : NULL;

  return self;
}

BhRegisterKind
bh_register_row_get_kind (BhRegisterRow *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_ROW (self), BH_REGISTER_PLACES);

  return self->kind;
}

gint64
bh_register_row_get_id (BhRegisterRow *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_ROW (self), 0);

  return self->id;
}

gboolean
bh_register_row_is_retired (BhRegisterRow *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_ROW (self), FALSE);

  return self->retired;
}

BhPayload *
bh_register_row_get_values (BhRegisterRow *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_ROW (self), NULL);

  return self->values;
}

char *
bh_register_row_dup_text (BhRegisterRow *self, const BhRegisterField *field)
{
  const char *name;

  g_return_val_if_fail (BH_IS_REGISTER_ROW (self) && field != NULL, NULL);

  if (!bh_register_field_applies (field, self->values))
    return g_strdup ("");

  name = self->names != NULL ? bh_payload_get (self->names, field->key) : NULL;
  if (name != NULL || field->type == BH_REGISTER_FIELD_ENTRY
      || field->type == BH_REGISTER_FIELD_ENTRIES)
    return g_strdup (name != NULL ? name : "");

  return bh_register_value_format (field, bh_payload_get (self->values, field->key));
}

static char *
dup_field (BhRegisterRow *self, const char *key)
{
  const BhRegisterField *field = bh_register_kind_find_field (self->kind, key);

  return field != NULL ? bh_register_row_dup_text (self, field) : g_strdup ("");
}

static char *
dup_policy_title (BhRegisterRow *self)
{
  g_autofree char *category = dup_field (self, "category");
  g_autofree char *grade = dup_field (self, "grade");

  return g_strdup_printf (C_ ("policy", "%s, %s"),
                          *category != '\0' ? category : C_ ("policy", "All categories"), grade);
}

/* The name of the figure is not known here; the year says enough in a sentence. */
static char *
dup_target_title (BhRegisterRow *self)
{
  g_autofree char *year = dup_field (self, "year");

  return g_strdup_printf (C_ ("register", "Target for %s"), year);
}

char *
bh_register_row_dup_title (BhRegisterRow *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_ROW (self), NULL);

  if (self->kind == BH_REGISTER_POLICIES)
    return dup_policy_title (self);
  if (self->kind == BH_REGISTER_TARGETS)
    return dup_target_title (self);

  return dup_field (self, self->kind == BH_REGISTER_PLACES ? "path" : "name");
}
