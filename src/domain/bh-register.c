/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-register.h"

typedef struct
{
  gint64 id;
  char *code; /* (owned) */
  char *name; /* (owned) */
  gboolean retired;
} BhEntryPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (BhEntry, bh_entry, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_CODE,
  PROP_NAME,
  PROP_RETIRED,
} BhEntryProperty;

static GParamSpec *properties[PROP_RETIRED + 1];

static void
bh_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhEntryPrivate *priv = bh_entry_get_instance_private (BH_ENTRY (object));

  switch ((BhEntryProperty) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, priv->id);
      return;
    case PROP_CODE:
      g_value_set_string (value, priv->code);
      return;
    case PROP_NAME:
      g_value_set_string (value, priv->name);
      return;
    case PROP_RETIRED:
      g_value_set_boolean (value, priv->retired);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_text (char **field, const GValue *value)
{
  const char *text = g_value_get_string (value);

  *field = g_strdup (text != NULL ? text : "");
}

static void
bh_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhEntryPrivate *priv = bh_entry_get_instance_private (BH_ENTRY (object));

  switch ((BhEntryProperty) id)
    {
    case PROP_ID:
      priv->id = g_value_get_int64 (value);
      return;
    case PROP_CODE:
      set_text (&priv->code, value);
      return;
    case PROP_NAME:
      set_text (&priv->name, value);
      return;
    case PROP_RETIRED:
      priv->retired = g_value_get_boolean (value);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_entry_finalize (GObject *object)
{
  BhEntryPrivate *priv = bh_entry_get_instance_private (BH_ENTRY (object));

  g_free (priv->code);
  g_free (priv->name);

  G_OBJECT_CLASS (bh_entry_parent_class)->finalize (object);
}

static void
bh_entry_class_init (BhEntryClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bh_entry_get_property;
  object_class->set_property = bh_entry_set_property;
  object_class->finalize = bh_entry_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "", flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_RETIRED] = g_param_spec_boolean ("retired", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bh_entry_init (BhEntry *self)
{
}

gint64
bh_entry_get_id (BhEntry *self)
{
  BhEntryPrivate *priv;

  g_return_val_if_fail (BH_IS_ENTRY (self), 0);

  priv = bh_entry_get_instance_private (self);

  return priv->id;
}

const char *
bh_entry_get_code (BhEntry *self)
{
  BhEntryPrivate *priv;

  g_return_val_if_fail (BH_IS_ENTRY (self), "");

  priv = bh_entry_get_instance_private (self);

  return priv->code;
}

const char *
bh_entry_get_name (BhEntry *self)
{
  BhEntryPrivate *priv;

  g_return_val_if_fail (BH_IS_ENTRY (self), "");

  priv = bh_entry_get_instance_private (self);

  return priv->name;
}

gboolean
bh_entry_is_retired (BhEntry *self)
{
  BhEntryPrivate *priv;

  g_return_val_if_fail (BH_IS_ENTRY (self), FALSE);

  priv = bh_entry_get_instance_private (self);

  return priv->retired;
}

gboolean
bh_entry_matches (BhEntry *self, const char *text)
{
  BhEntryPrivate *priv;

  g_return_val_if_fail (BH_IS_ENTRY (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  priv = bh_entry_get_instance_private (self);

  return *text != '\0'
         && (g_ascii_strcasecmp (priv->code, text) == 0
             || g_ascii_strcasecmp (priv->name, text) == 0);
}

static gpointer
make_entry (GType type, gint64 id, const char *code, const char *name, gboolean retired)
{
  return g_object_new (type, "id", id, "code", code, "name", name, "retired", retired, NULL);
}

/* Departments and causes */

G_DEFINE_FINAL_TYPE (BhDepartment, bh_department, BH_TYPE_ENTRY)

static void
bh_department_class_init (BhDepartmentClass *klass)
{
}

static void
bh_department_init (BhDepartment *self)
{
}

BhDepartment *
bh_department_new (gint64 id, const char *code, const char *name, gboolean retired)
{
  return make_entry (BH_TYPE_DEPARTMENT, id, code, name, retired);
}

G_DEFINE_FINAL_TYPE (BhCause, bh_cause, BH_TYPE_ENTRY)

static void
bh_cause_class_init (BhCauseClass *klass)
{
}

static void
bh_cause_init (BhCause *self)
{
}

BhCause *
bh_cause_new (gint64 id, const char *code, const char *name, gboolean retired)
{
  return make_entry (BH_TYPE_CAUSE, id, code, name, retired);
}

/* Channels */

G_DEFINE_FINAL_TYPE (BhChannel, bh_channel, BH_TYPE_ENTRY)

static void
bh_channel_class_init (BhChannelClass *klass)
{
}

static void
bh_channel_init (BhChannel *self)
{
}

BhChannel *
bh_channel_new (gint64 id, const char *code, const char *name, gboolean retired, gboolean live)
{
  BhChannel *self = make_entry (BH_TYPE_CHANNEL, id, code, name, retired);

  self->live = live;

  return self;
}

/* Staff */

G_DEFINE_FINAL_TYPE (BhStaff, bh_staff, BH_TYPE_ENTRY)

static void
bh_staff_finalize (GObject *object)
{
  BhStaff *self = BH_STAFF (object);

  g_free (self->phone);
  g_free (self->pin);
  g_array_unref (self->skills);

  G_OBJECT_CLASS (bh_staff_parent_class)->finalize (object);
}

static void
bh_staff_class_init (BhStaffClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_staff_finalize;
}

static void
bh_staff_init (BhStaff *self)
{
  self->skills = g_array_new (FALSE, FALSE, sizeof (gint64));
}

BhStaff *
bh_staff_new (gint64 id,
              const char *name,
              gboolean retired,
              gint64 department_id,
              BhRole role,
              const char *phone)
{
  BhStaff *self = make_entry (BH_TYPE_STAFF, id, "", name, retired);

  self->department_id = department_id;
  self->role = role;
  self->phone = g_strdup (phone);

  return self;
}

/* Categories */

G_DEFINE_FINAL_TYPE (BhCategory, bh_category, BH_TYPE_ENTRY)

static void
bh_category_class_init (BhCategoryClass *klass)
{
}

static void
bh_category_init (BhCategory *self)
{
}

BhCategory *
bh_category_new (gint64 id,
                 const char *code,
                 const char *name,
                 gboolean retired,
                 gint64 parent_id,
                 gint64 department_id,
                 BhGrade grade)
{
  BhCategory *self = make_entry (BH_TYPE_CATEGORY, id, code, name, retired);

  self->parent_id = parent_id;
  self->department_id = department_id;
  self->grade = grade;

  return self;
}

/* Places */

G_DEFINE_FINAL_TYPE (BhPlace, bh_place, BH_TYPE_ENTRY)

static void
bh_place_finalize (GObject *object)
{
  BhPlace *self = BH_PLACE (object);

  g_free (self->path);
  g_free (self->prefix);
  g_free (self->city_tier);
  g_free (self->estate_kind);

  G_OBJECT_CLASS (bh_place_parent_class)->finalize (object);
}

static void
bh_place_class_init (BhPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_place_finalize;
}

static void
bh_place_init (BhPlace *self)
{
}

BhPlace *
bh_place_new (gint64 id,
              BhPlaceKind kind,
              const char *name,
              gint64 parent_id,
              gint64 community_id,
              const char *path)
{
  BhPlace *self = make_entry (BH_TYPE_PLACE, id, "", name, FALSE);

  self->kind = kind;
  self->parent_id = parent_id;
  self->community_id = community_id;
  self->path = g_strdup (path != NULL ? path : "");

  return self;
}

/* Contacts */

G_DEFINE_FINAL_TYPE (BhContact, bh_contact, BH_TYPE_ENTRY)

static void
bh_contact_finalize (GObject *object)
{
  g_free (BH_CONTACT (object)->phone);

  G_OBJECT_CLASS (bh_contact_parent_class)->finalize (object);
}

static void
bh_contact_class_init (BhContactClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_contact_finalize;
}

static void
bh_contact_init (BhContact *self)
{
}

BhContact *
bh_contact_new (
    gint64 id, const char *name, BhContactKind kind, guint care, const char *phone, gint64 room_id)
{
  BhContact *self = make_entry (BH_TYPE_CONTACT, id, "", name, FALSE);

  self->kind = kind;
  self->care = care;
  self->phone = g_strdup (phone);
  self->room_id = room_id;

  return self;
}
