/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-figure-marks.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* What storage alone does with a unit of work: bh-work.c loads and records, bh-work-save.c writes.
 */

/* A unit of work lives for one transaction in the writer's thread. Tickets are kept by id; those
 * that changed wait in `dirty` for the flush. An office that was read and is outdated is kept until
 * the end, since callers hold it without a reference. */
struct _BhWork
{
  GObject parent_instance;

  BhConnection *connection;  /* (owned) */
  BhClock *clock;            /* (owned) */
  BhIdSource *ids;           /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  BhOffice *office;          /* (owned) (nullable): NULL where it must be read */
  GPtrArray *old_offices;    /* (owned) */
  gboolean register_changed;
  gboolean measures_changed;
  GHashTable *tickets;  /* (owned): id to ticket (owned) */
  GPtrArray *dirty;     /* (owned) (element-type BhTicket): in order of the first change */
  GHashTable *is_dirty; /* (owned): the same as a set */
  GHashTable *numbers;  /* (owned): numbers of new tickets that were not saved yet (owned) */
  GArray *changed;      /* (owned) (element-type gint64) */
  BhFigureMarks *marks; /* (owned): what was kept of these months no longer holds */
  GHashTable
      *finishes;   /* (owned): ids (owned) of tickets whose fix may not hold any more, or again */
  gint64 event_id; /* of the last event that was recorded */
  guint n_events;
  gint64 n_marks; /* by how much the sum of all stamps grew */
  guint n_new;
  gint64 sealed_to; /* end of the last seal, -1 before it is read */
};

/** BH_NUMBER_FORMAT: of a ticket's number: prefix (text), year (int), count (int64) */
#define BH_NUMBER_FORMAT "%s%04d-%06" G_GINT64_FORMAT

/**
 * bh_work_new:
 * @connection: (transfer none): inside of a write transaction
 * @ids: (transfer none): ids and salts
 * @office: (nullable) (transfer none): the office where it is known; NULL reads it when wanted
 *
 * Returns: (transfer full): a unit of work; whoever made it commits or rolls back
 */
BhWork *bh_work_new (BhConnection *connection,
                     BhClock *clock,
                     BhIdSource *ids,
                     BhOffice *office,
                     GCancellable *cancellable);

/** bh_work_finish: what is left to write before the commit: changed tickets, and which months they
 * are a part of. Returns: FALSE with %BH_STORAGE_ERROR */
gboolean bh_work_finish (BhWork *self, GError **error);
/** bh_work_count_marks: Returns: by how much bh_work_finish() made bh_figure_marks_sum_all() grow
 */
gint64 bh_work_count_marks (BhWork *self);

/** bh_work_mark_months: notes which months @ticket is a part of, and whose fix it may be about:
 * before it changes, and when it is saved. Returns: FALSE with %BH_STORAGE_ERROR */
gboolean bh_work_mark_months (BhWork *self, BhTicket *ticket, BhOffice *office, GError **error);
/** bh_work_save: saves @ticket now, and marks its months */
gboolean bh_work_save (BhWork *self, BhTicket *ticket, BhOffice *office, GError **error);

/** bh_work_list_changed: Returns: (transfer none) (element-type gint64): ids of the tickets that
 * were changed, in order, each once */
GArray *bh_work_list_changed (BhWork *self);
/** bh_work_is_new_number: Returns: whether a new ticket that was not saved yet has @number */
gboolean bh_work_is_new_number (BhWork *self, const char *number);
/** bh_work_count_new: Returns: how many of them are new */
guint bh_work_count_new (BhWork *self);
gboolean bh_work_is_register_changed (BhWork *self);
gboolean bh_work_are_measures_changed (BhWork *self);
/** bh_work_note_register: says that places changed which the office does not hold */
void bh_work_note_register (BhWork *self);
/** bh_work_touch_measures: says that a measure changed */
void bh_work_touch_measures (BhWork *self);
/** bh_work_peek_office: Returns: (transfer none) (nullable): the office, where it has been read
 * since the last change */
BhOffice *bh_work_peek_office (BhWork *self);

G_END_DECLS
