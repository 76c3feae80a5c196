/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"

G_BEGIN_DECLS

/* The office's own lists: departments, staff, categories, channels, causes, places, contacts.
 * All are read-only objects; a change is a command of storage that makes a new one. */

#define BH_TYPE_ENTRY (bh_entry_get_type ())
G_DECLARE_DERIVABLE_TYPE (BhEntry, bh_entry, BH, ENTRY, GObject)

struct _BhEntryClass
{
  GObjectClass parent_class;
};

/** bh_entry_get_id: Returns: the id, 0 before it is saved */
gint64 bh_entry_get_id (BhEntry *self);
/** bh_entry_get_code: Returns: (transfer none): the code, "" where it has none */
const char *bh_entry_get_code (BhEntry *self);
/** bh_entry_get_name: Returns: (transfer none): the office's name for it */
const char *bh_entry_get_name (BhEntry *self);
/** bh_entry_is_retired: Returns: whether it is only kept for the history */
gboolean bh_entry_is_retired (BhEntry *self);
/** bh_entry_matches: Returns: whether @text is its code or name (case-insensitive for ASCII) */
gboolean bh_entry_matches (BhEntry *self, const char *text);

/* Departments, channels and causes are entries with nothing more. */
#define BH_TYPE_DEPARTMENT (bh_department_get_type ())
G_DECLARE_FINAL_TYPE (BhDepartment, bh_department, BH, DEPARTMENT, BhEntry)
#define BH_TYPE_CAUSE (bh_cause_get_type ())
G_DECLARE_FINAL_TYPE (BhCause, bh_cause, BH, CAUSE, BhEntry)
#define BH_TYPE_CHANNEL (bh_channel_get_type ())
G_DECLARE_FINAL_TYPE (BhChannel, bh_channel, BH, CHANNEL, BhEntry)
#define BH_TYPE_STAFF (bh_staff_get_type ())
G_DECLARE_FINAL_TYPE (BhStaff, bh_staff, BH, STAFF, BhEntry)
#define BH_TYPE_CATEGORY (bh_category_get_type ())
G_DECLARE_FINAL_TYPE (BhCategory, bh_category, BH, CATEGORY, BhEntry)
#define BH_TYPE_PLACE (bh_place_get_type ())
G_DECLARE_FINAL_TYPE (BhPlace, bh_place, BH, PLACE, BhEntry)
#define BH_TYPE_CONTACT (bh_contact_get_type ())
G_DECLARE_FINAL_TYPE (BhContact, bh_contact, BH, CONTACT, BhEntry)

struct _BhDepartment
{
  BhEntry parent_instance;
};

struct _BhCause
{
  BhEntry parent_instance;
};

struct _BhChannel
{
  BhEntry parent_instance;
  gboolean live; /* the caller waits: it has the first-answer timer */
};

struct _BhStaff
{
  BhEntry parent_instance;
  gint64 department_id;
  BhRole role;
  char *phone;    /* (owned) (nullable) */
  gboolean away;  /* not on duty */
  char *pin;      /* (owned) (nullable): salted hash of the secret that approvals ask for */
  GArray *skills; /* (owned) (element-type gint64): categories, in order of id */
};

struct _BhCategory
{
  BhEntry parent_instance;
  gint64 parent_id;     /* 0: top level */
  gint64 department_id; /* 0: none by default */
  BhGrade grade;        /* BH_GRADE_NONE: none by default */
};

struct _BhPlace
{
  BhEntry parent_instance;
  BhPlaceKind kind;
  gint64 parent_id;    /* 0: a community */
  gint64 community_id; /* its own id for a community */
  char *path;      /* (owned): names from the building down, "3栋2单元301"; a community's name */
  char *prefix;    /* (owned) (nullable): of ticket numbers, of a community */
  char *city_tier; /* (owned) (nullable): of a community */
  char *estate_kind; /* (owned) (nullable): of a community */
  int households;    /* of a community */
  gint64 steward_id; /* of a building */
};

struct _BhContact
{
  BhEntry parent_instance;
  BhContactKind kind;
  guint care;     /* bits of BhCare */
  char *phone;    /* (owned) (nullable): the first one, digits */
  gint64 room_id; /* the first room, 0 for none */
};

BhDepartment *bh_department_new (gint64 id, const char *code, const char *name, gboolean retired);
BhCause *bh_cause_new (gint64 id, const char *code, const char *name, gboolean retired);
BhChannel *
bh_channel_new (gint64 id, const char *code, const char *name, gboolean retired, gboolean live);
BhStaff *bh_staff_new (gint64 id,
                       const char *name,
                       gboolean retired,
                       gint64 department_id,
                       BhRole role,
                       const char *phone);
BhCategory *bh_category_new (gint64 id,
                             const char *code,
                             const char *name,
                             gboolean retired,
                             gint64 parent_id,
                             gint64 department_id,
                             BhGrade grade);
/** bh_place_new: a place with the fields that every place has; the rest is set by its maker. */
BhPlace *bh_place_new (gint64 id,
                       BhPlaceKind kind,
                       const char *name,
                       gint64 parent_id,
                       gint64 community_id,
                       const char *path);
BhContact *bh_contact_new (
    gint64 id, const char *name, BhContactKind kind, guint care, const char *phone, gint64 room_id);

G_END_DECLS
