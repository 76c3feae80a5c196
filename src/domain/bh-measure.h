/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "domain/bh-payload.h"

G_BEGIN_DECLS

#define BH_TYPE_MEASURE (bh_measure_get_type ())
G_DECLARE_FINAL_TYPE (BhMeasure, bh_measure, BH, MEASURE, GObject)

/**
 * BhMeasure:
 *
 * What a meeting decided: what is to be done, by whom, until when, and what came of it. It belongs
 * to the meeting about a month, mostly held early in the next one, and is carried over from month
 * to month until it has ended. Its maker fills it in; once shared it is read only, and a change is
 * a copy that storage saves as the next version.
 *
 * Days are numbers, year * 10000 + month * 100 + day, in office time; 0 is none.
 */
struct _BhMeasure
{
  GObject parent_instance;

  gint64 id;            /* 0 before it is saved */
  int version;          /* grows by one with every change; 0 before it is saved */
  int month;            /* of the meeting, year * 100 + month; never changes once it is saved */
  int seq;              /* counts those of a month from 1; 0 before it is saved */
  gint64 community_id;  /* 0: of the whole office */
  char *what;           /* (owned): what is to be done */
  char *finding;        /* (owned) (nullable): what was found, and why it is to be done */
  char *filter;         /* (owned): canonical text of the tickets that it is about, "" for all */
  char *figure;         /* (owned): key of the figure of those that is to move, "" for none */
  gint64 department_id; /* who does it, 0 for none */
  gint64 staff_id;      /* likewise */
  gint64 decided_by;    /* staff, 0 where it is not said */
  int decided_day;
  int due_day; /* until when, that day included; 0 where it is not said */
  BhMeasureState state;
  int ended_day; /* when it was done or dropped */
  char *effect;  /* (owned) (nullable): what came of it, so far where it is open */
};

BhMeasure *bh_measure_new (void);
/** bh_measure_copy: Returns: (transfer full): a copy that may be changed */
BhMeasure *bh_measure_copy (BhMeasure *self);
/** bh_measure_equal: Returns: whether both say the same, whatever their versions are */
gboolean bh_measure_equal (BhMeasure *a, BhMeasure *b);

/** bh_measure_dup_number: Returns: (transfer full): how people call it: "M2026-10-03", the third of
 * the meeting about October 2026; "" before it is saved */
char *bh_measure_dup_number (BhMeasure *self);
/** bh_measure_parse_number: Returns: FALSE with %BH_DOMAIN_ERROR_INPUT */
gboolean bh_measure_parse_number (const char *text, int *month, int *seq, GError **error);

/**
 * bh_measure_is_shown:
 * @first, @last: months that are looked at, year * 100 + month; mostly the same
 *
 * Which measures stand on the sheet of some months: those that their meetings decided, and of those
 * decided before, what had not ended when the first of the months began. So what was ended since
 * the last meeting is told once more, with what came of it, and then no longer.
 */
gboolean bh_measure_is_shown (BhMeasure *self, int first, int last);
/** bh_measure_is_carried: Returns: whether it was carried over from a meeting before @month */
gboolean bh_measure_is_carried (BhMeasure *self, int month);
/** bh_measure_get_state_on: Returns: its state as it was known at the end of @day: open before it
 * ended */
BhMeasureState bh_measure_get_state_on (BhMeasure *self, int day);
/** bh_measure_is_overdue: Returns: whether it is still open on @day, the day until which it was to
 * be done having passed */
gboolean bh_measure_is_overdue (BhMeasure *self, int day);

/**
 * bh_measure_settle:
 * @today: a day
 * @staff_id: who enters it, 0 for nobody
 *
 * Fills in what goes without saying: a new one was decided today by who enters it, and what is not
 * open any more ended today; what is open has not ended.
 */
void bh_measure_settle (BhMeasure *self, int today, gint64 staff_id);

/**
 * bh_measure_check:
 * @today: no day of the past lies behind it
 * @field: (out) (optional) (transfer none): key of the field that is wrong, see bh-measure-field.h
 *
 * Whether it may be saved. That the figure is one is for who knows the figures to say.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT
 */
gboolean bh_measure_check (BhMeasure *self, int today, const char **field, GError **error);

/** bh_measure_to_payload: Returns: (transfer full): all that it says, for the history of its
 * changes */
BhPayload *bh_measure_to_payload (BhMeasure *self);
/** bh_measure_new_from_payload: Returns: (transfer full): what bh_measure_to_payload() was given;
 * id, version, month and number are the caller's to set */
BhMeasure *bh_measure_new_from_payload (BhPayload *payload);

G_END_DECLS
