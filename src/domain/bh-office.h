/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-calendar.h"
#include "domain/bh-office-time.h"
#include "domain/bh-policy.h"
#include "domain/bh-register.h"
#include "domain/bh-target.h"

G_BEGIN_DECLS

#define BH_TYPE_OFFICE (bh_office_get_type ())
G_DECLARE_FINAL_TYPE (BhOffice, bh_office, BH, OFFICE, GObject)

/**
 * BhOffice:
 *
 * An immutable snapshot of what an office is: its small lists (communities, departments, staff,
 * categories, channels, causes, targets), all versions of its policies and calendar, and its
 * settings. Built once by storage, shared by threads. Rooms and contacts are many and stay in
 * storage.
 */

typedef struct
{
  char *name;                   /* (owned): name of the office */
  gint64 undo_seconds;          /* how long the last verb may be undone */
  gint64 repeat_days;           /* window of a repeat */
  gint64 reopen_days;           /* how long a closed ticket may be reopened */
  gint64 auto_dispatch_percent; /* so sure a ticket is dispatched by itself, 0: never */
  gint64 desk_staff_id; /* who acts where nobody is named (setting `desk-staff`), 0: nobody */
} BhOfficeSettings;

/**
 * bh_office_new:
 * @time: (transfer none): the office's time zone
 * @settings: (transfer none): copied
 */
BhOffice *bh_office_new (BhOfficeTime *time, const BhOfficeSettings *settings);
/**
 * bh_office_add:
 * @entry: (transfer none): community, department, staff, category, channel, cause or target
 *
 * Only while the office is being built, before it is shared.
 */
void bh_office_add (BhOffice *self, BhEntry *entry);
/** bh_office_append: likewise, for who has them in order already: making sort keys is slow. A list
 * is made with one of the two. */
void bh_office_append (BhOffice *self, BhEntry *entry);
/** bh_office_add_policy: likewise; versions in any order, each with its id. */
void bh_office_add_policy (BhOffice *self, BhPolicy *policy);

/** bh_office_add_calendar: likewise; versions in any order, each with its id. */
void bh_office_add_calendar (BhOffice *self, BhCalendar *calendar);

BhOfficeTime *bh_office_get_time (BhOffice *self);
const BhOfficeSettings *bh_office_get_settings (BhOffice *self);

/**
 * bh_office_list:
 * @type: %BH_TYPE_DEPARTMENT and so on; %BH_TYPE_PLACE gives the communities
 *
 * Returns: (transfer none) (element-type BhEntry): in order of name, channels, causes and
 *   targets in order of id; retired ones included
 */
GPtrArray *bh_office_list (BhOffice *self, GType type);
/** bh_office_get: Returns: (transfer none) (nullable): the entry of @type with @id */
gpointer bh_office_get (BhOffice *self, GType type, gint64 id);
/** bh_office_get_name: Returns: (transfer none): its name, "" for 0 or unknown */
const char *bh_office_get_name (BhOffice *self, GType type, gint64 id);
/**
 * bh_office_find:
 * @text: code or name; for a category also a path "top/leaf"
 *
 * ASCII letters match in either case. Entries in use come before retired ones, codes before names,
 * a top category before a leaf.
 *
 * Returns: (transfer none) (nullable): the entry
 */
gpointer bh_office_find (BhOffice *self, GType type, const char *text);
/** bh_office_get_only_community: Returns: the community of an office that has just one in use, or
 * 0 */
gint64 bh_office_get_only_community (BhOffice *self);
/** bh_office_get_category_path: Returns: (transfer full): "top/leaf", or "top", or "" for 0 */
char *bh_office_get_category_path (BhOffice *self, gint64 category_id);
/** bh_office_get_policy: Returns: (transfer none) (nullable): the version with @id */
BhPolicy *bh_office_get_policy (BhOffice *self, gint64 id);
/** bh_office_list_policies: Returns: (transfer none) (nullable) (element-type BhPolicy): all
 * versions of the policies that a category has for itself (0: that stand for all), newest first;
 * %NULL where it never had one */
GPtrArray *bh_office_list_policies (BhOffice *self, gint64 category_id);
/**
 * bh_office_find_policy:
 * @at: instant at which the ticket is received
 *
 * The version in force at @at for the category, else for its parent, else for none; of a grade.
 * In force is the newest one valid at @at; when that one is retired, the category has none of its
 * own any more.
 *
 * Returns: (transfer none) (nullable): never %NULL for an office made by storage
 */
BhPolicy *bh_office_find_policy (BhOffice *self, gint64 category_id, BhGrade grade, gint64 at);
/** bh_office_get_calendar: Returns: (transfer none) (nullable): the version with @id */
BhCalendar *bh_office_get_calendar (BhOffice *self, gint64 id);
/** bh_office_get_current_calendar: Returns: (transfer none) (nullable): the version in force at
 * @at, an instant: the newest one valid then; %NULL where there is none yet, and time counts around
 * the clock */
BhCalendar *bh_office_get_current_calendar (BhOffice *self, gint64 at);
/** bh_office_list_calendars: Returns: (transfer none) (element-type BhCalendar): all versions,
 * newest first */
GPtrArray *bh_office_list_calendars (BhOffice *self);

G_END_DECLS
