/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the demo office's tickets are about: the category tree and, for each leaf, how often and
 * when it comes, who does it, how long it takes, and the sentences that people write. All of it is
 * data made up for this program; nothing here is a rule of the loop. */

/**
 * BhDemoDepartment:
 *
 * The departments of the demo office, in the order in which the register lists them.
 */
typedef enum
{
  BH_DEMO_DEPARTMENT_SERVICE,
  BH_DEMO_DEPARTMENT_ENGINEERING,
  BH_DEMO_DEPARTMENT_CLEANING,
  BH_DEMO_DEPARTMENT_ORDER,
  BH_DEMO_DEPARTMENT_GREENING,
  BH_DEMO_DEPARTMENT_FINANCE,
  BH_DEMO_N_DEPARTMENTS
} BhDemoDepartment;

/**
 * BhDemoScene:
 *
 * Where a matter happens: in the caller's own room, or in which sort of public area or equipment.
 */
typedef enum
{
  BH_DEMO_SCENE_ROOM,
  BH_DEMO_SCENE_STAIRS,
  BH_DEMO_SCENE_LIFT,
  BH_DEMO_SCENE_DOOR,
  BH_DEMO_SCENE_GARDEN,
  BH_DEMO_SCENE_GARAGE,
  BH_DEMO_SCENE_GATE,
  BH_DEMO_SCENE_WASTE,
  BH_DEMO_SCENE_PLAYGROUND,
  BH_DEMO_N_SCENES
} BhDemoScene;

/**
 * BhDemoDay:
 * @BH_DEMO_DAY_ANY: follows the day of the desk
 * @BH_DEMO_DAY_OFFICE: mostly asked while the office is open
 * @BH_DEMO_DAY_EVENING: noticed after dark
 *
 * The part of the day in which a matter is mostly raised.
 */
typedef enum
{
  BH_DEMO_DAY_ANY,
  BH_DEMO_DAY_OFFICE,
  BH_DEMO_DAY_EVENING
} BhDemoDay;

#define BH_DEMO_N_KINDS 6

/**
 * BhDemoCause:
 * @code: code of the cause list, %NULL after the last
 * @weight: relative frequency
 */
typedef struct
{
  const char *code;
  guint weight;
} BhDemoCause;

/**
 * BhDemoLeaf:
 * @code: short name, unique among all leaves
 * @name: its name in the register
 * @department: who does it by default
 * @grade: code of its default grade
 * @weight: tickets in a thousand of all
 * @season: relative frequency of the twelve months, January first
 * @kinds: per cent of complaint, repair, inquiry, suggestion, opinion, praise; adds up to 100
 * @scene: where it happens
 * @day: when in the day it is raised
 * @median_hours: half of the tickets are finished sooner, from receipt
 * @spread: standard deviation of the logarithm of that duration
 * @preventable: per cent that better upkeep would have prevented
 * @urgent: per cent of repairs that come as one of @dangers
 * @causes: what the investigation finds, ended by a %NULL code
 * @things: what is broken or asked about; fills `{thing}`
 * @spots: where exactly; fills `{spot}`
 * @troubles: summaries of complaints and repairs
 * @dangers: (nullable): summaries of those that cannot wait
 * @questions: (nullable): summaries of inquiries
 * @answers: (nullable): what is answered to them on the spot
 * @ideas: (nullable): summaries of suggestions and opinions
 * @details: descriptions that go with troubles
 * @remedies: what the complainant wants
 * @facts: what the investigation finds
 * @measures: what is planned
 * @results: what was done
 *
 * One leaf of the category tree. Text arrays end with %NULL.
 */
typedef struct
{
  const char *code;
  const char *name;
  BhDemoDepartment department;
  const char *grade;
  guint weight;
  guint8 season[12];
  guint8 kinds[BH_DEMO_N_KINDS];
  BhDemoScene scene;
  BhDemoDay day;
  double median_hours;
  double spread;
  guint preventable;
  guint urgent;
  BhDemoCause causes[6];
  const char *const *things;
  const char *const *spots;
  const char *const *troubles;
  const char *const *dangers;
  const char *const *questions;
  const char *const *answers;
  const char *const *ideas;
  const char *const *details;
  const char *const *remedies;
  const char *const *facts;
  const char *const *measures;
  const char *const *results;
} BhDemoLeaf;

/**
 * BhDemoTop:
 * @code: code of the top level
 * @name: its name in the register
 * @leaves: its leaves
 * @n_leaves: how many
 */
typedef struct
{
  const char *code;
  const char *name;
  const BhDemoLeaf *leaves;
  gsize n_leaves;
} BhDemoTop;

/**
 * BhDemoPhrases:
 *
 * What is said around a ticket, whatever it is about. Text arrays end with %NULL.
 */
typedef struct
{
  const char *const *contacts;
  const char *const *answers;
  const char *const *idea_answers;
  const char *const *praise_answers;
  const char *const *reminders;
  const char *const *notes;
  const char *const *wrong_department;
  const char *const *no_capacity;
  const char *const *no_access;
  const char *const *refusals;
  const char *const *attempts;
  const char *const *callbacks[5];
  const char *const *unreached;
  const char *const *withdrawals;
  const char *const *voids;
  const char *const *reopenings;
  const char *const *regrades;
  const char *const *recategorizations;
  const char *const *corrections;
  const char *const *additions;
  const char *const *rework_results;
  const char *const *sinces;
} BhDemoPhrases;

/**
 * BhDemoSlots:
 *
 * What fills the braces of a template: the members are named like the slots. Nothing is owned.
 */
typedef struct
{
  const char *thing;
  const char *spot;
  const char *place;
  const char *since;
  const char *person;
  const char *month;
  const char *amount;
  guint floor;
  guint days;
  guint times;
} BhDemoSlots;

#define BH_DEMO_N_TOPS 6

/**
 * bh_demo_texts_get_tops:
 *
 * Returns: (array fixed-size=6) (transfer none): the top levels of the category tree
 */
const BhDemoTop *bh_demo_texts_get_tops (void);

/**
 * bh_demo_texts_get_phrases:
 *
 * Returns: (transfer none): the phrases
 */
const BhDemoPhrases *bh_demo_texts_get_phrases (void);

/**
 * bh_demo_texts_fill:
 * @template: a text with slots in braces
 * @slots: what to put into them
 *
 * Fills a template. Every slot of every template is a member of #BhDemoSlots; another one is a
 * programming error.
 *
 * Returns: (transfer full): the text
 */
char *bh_demo_texts_fill (const char *template, const BhDemoSlots *slots);

/**
 * bh_demo_texts_count:
 * @texts: texts ended by %NULL
 *
 * Returns: how many there are
 */
guint bh_demo_texts_count (const char *const *texts);

G_END_DECLS
