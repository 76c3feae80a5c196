/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"

G_BEGIN_DECLS

/** BhFilterField: what tickets can be filtered by, in the order of the canonical text. */
typedef enum
{
  BH_FILTER_STATUS,
  BH_FILTER_KIND,
  BH_FILTER_GRADE,
  BH_FILTER_CHANNEL,
  BH_FILTER_COMMUNITY,
  BH_FILTER_CITY_TIER,   /* of its community, as the register has it */
  BH_FILTER_ESTATE_KIND, /* likewise */
  BH_FILTER_DEPARTMENT,
  BH_FILTER_PERSON,
  BH_FILTER_WAITS_FOR, /* whose turn it is, by role: who holds it, who dispatches, who asks */
  BH_FILTER_STAGE,     /* the step that it stands at */
  BH_FILTER_FURTHEST,  /* the last of the steps that it came to, in whatever round */
  BH_FILTER_CATEGORY,
  BH_FILTER_CAUSE,
  BH_FILTER_PREVENTABLE,
  BH_FILTER_CARE, /* a mark of one of those who raised it */
  BH_FILTER_PLACE,
  BH_FILTER_WITHIN, /* a place of the register and all that stands in it */
  BH_FILTER_RECEIVED,
  BH_FILTER_WEEKDAY,       /* on which it was received, in office time */
  BH_FILTER_HOUR,          /* likewise */
  BH_FILTER_DISPATCHED_IN, /* first dispatched in the period */
  BH_FILTER_FINISHED,
  BH_FILTER_HANDLING, /* how long it took until it was finished */
  BH_FILTER_CLOSED,
  BH_FILTER_RECORDED, /* when it was entered */
  BH_FILTER_PROMISED,
  BH_FILTER_RESPONDED_IN, /* responded in the period */
  BH_FILTER_ACCEPTED_IN,  /* first accepted by a department in it */
  BH_FILTER_SCORED_IN,    /* a callback with a score was made in it */
  BH_FILTER_SCORE,        /* of a callback, of one in the period of scored-in where that is asked */
  BH_FILTER_CALLED_IN,    /* a valid callback was made in it, that says what the next three ask */
  BH_FILTER_SOLVED,       /* so says a valid callback */
  BH_FILTER_TIMELY,       /* likewise */
  BH_FILTER_POLITE,       /* likewise */
  BH_FILTER_VERDICT_IN,   /* the first verdict was given in it */
  BH_FILTER_VERDICT,      /* the first one */
  BH_FILTER_STAGE_IN,     /* a stage ended or ran out in it, whichever came first */
  BH_FILTER_STAGE_ON_TIME_IN, /* as before, and ended in time */
  BH_FILTER_STAGE_LATE_IN,    /* as before, and did not */
  BH_FILTER_STAGE_ENDED_IN,   /* a stage ended in it */
  BH_FILTER_OF_STAGE,         /* had such a stage; the one that the four before this ask for */
  BH_FILTER_PROMISE_IN,       /* what was promised for the period, as far as it is over */
  BH_FILTER_PROMISE,          /* ripe ones alone, as promise_kept has them */
  BH_FILTER_OPEN_AT_END,      /* as the figure open_at_end has it */
  BH_FILTER_OVERDUE_AT_END,   /* as overdue_open_at_end */
  BH_FILTER_RESPONDED,
  BH_FILTER_OVERDUE,
  BH_FILTER_RESPONSE,     /* ripe ones alone, as response_on_time has them */
  BH_FILTER_COMPLETION,   /* likewise */
  BH_FILTER_FIRST_ANSWER, /* likewise */
  BH_FILTER_SIGNOFF_DUE,  /* somebody has said or should have: as in signoff_share */
  BH_FILTER_CALLBACK_DUE, /* somebody was called back or should have been: as in callback_share */
  BH_FILTER_REPEAT,
  BH_FILTER_REWORK,
  BH_FILTER_FIRST_TIME_FIX, /* as the figure has it, once it is finished */
  BH_FILTER_REMINDED,
  BH_FILTER_MISROUTED, /* came to a wrong department */
  BH_FILTER_EXCEPTION, /* closed by an approved exception */
  BH_FILTER_EVER_SUSPENDED,
  BH_FILTER_SUSPENDED,
  BH_FILTER_SUSPENDED_UNTIL, /* still suspended, and going on within the period */
  BH_FILTER_BACK,            /* open, and came or comes back by itself within the period */
  BH_FILTER_APPROVAL,        /* something was asked for, with this decision */
  BH_FILTER_APPROVER,        /* something waits for approval that this person did not ask for */
  BH_FILTER_TASK,            /* has a task of an assisting department that stands so */
  BH_FILTER_ASSISTING,       /* has an open task of this department */
  BH_FILTER_WARNED,          /* a clock was told of in the period */
  BH_FILTER_ESCALATED,       /* a clock that had run out was told of in it */
  BH_FILTER_MERGED_INTO,
  BH_FILTER_ORIGIN,
  BH_FILTER_NUMBER,
  BH_FILTER_CONTACT,
  BH_FILTER_PHONE,
  BH_FILTER_TEXT,
} BhFilterField;

/** BH_N_FILTER_FIELDS: size of an array indexed by #BhFilterField. */
#define BH_N_FILTER_FIELDS 75

/**
 * BhFilterType:
 * @BH_FILTER_TYPE_LIST: codes of a closed list
 * @BH_FILTER_TYPE_ENTRY: codes or names of one of the office's own lists
 * @BH_FILTER_TYPE_PERIOD: `A..B` half-open, `A..`, `..B`, a day, a month
 * @BH_FILTER_TYPE_WORDS: text that must be contained
 * @BH_FILTER_TYPE_DIGITS: digits that must be contained
 *
 * What the values of a field are.
 */
typedef enum
{
  BH_FILTER_TYPE_LIST,
  BH_FILTER_TYPE_ENTRY,
  BH_FILTER_TYPE_PERIOD,
  BH_FILTER_TYPE_WORDS,
  BH_FILTER_TYPE_DIGITS,
} BhFilterType;

/**
 * BhFilterFieldInfo:
 * @code: its name in the text form
 * @label: English label; bh_filter_field_get_label() translates it
 * @list: the closed list of %BH_FILTER_TYPE_LIST
 * @may_lack: whether a ticket may have none: `none` is a value then
 *
 * One field; the filter bar, the help and the parser are made from these.
 */
typedef struct
{
  const char *code;
  const char *label;
  BhFilterType type;
  BhList list;
  gboolean may_lack;
} BhFilterFieldInfo;

const BhFilterFieldInfo *bh_filter_field_get_info (BhFilterField field);
/** bh_filter_field_get_label: Returns: (transfer none): translated */
const char *bh_filter_field_get_label (BhFilterField field);
/** bh_filter_field_get_entry_type: Returns: the list of the office for %BH_FILTER_TYPE_ENTRY */
GType bh_filter_field_get_entry_type (BhFilterField field);
/** bh_filter_field_find: Returns: FALSE where @text is no code (or label) of a field */
gboolean bh_filter_field_find (const char *text, BhFilterField *field);

/**
 * BhTicketFilter:
 *
 * Which tickets are meant: the window's filter bar, `--filter` of the command line, and the list
 * behind every figure. Immutable and reference counted.
 *
 * Its text form is `field:value[,value…]` separated by blanks: every field must hold, one of its
 * values suffices. A value with blanks, commas or quotes stands in double quotes, in which a quote
 * is doubled. `category:A` means A and all below it, `category:A/B` a leaf, `category:A/` only what
 * is in no leaf of A. `within:C/P` means the place with the path P of the community C and all that
 * stands in it, `within:C` all places of the community. `status` also knows `open` (everything that
 * waits for something) and `ended`, `approval` what is `waiting`, `task` what is `open`.
 */
typedef struct _BhTicketFilter BhTicketFilter;

#define BH_TYPE_TICKET_FILTER (bh_ticket_filter_get_type ())
GType bh_ticket_filter_get_type (void);

/** bh_ticket_filter_new: Returns: (transfer full): the filter that every ticket passes */
BhTicketFilter *bh_ticket_filter_new (void);
/**
 * bh_ticket_filter_parse:
 * @text: (nullable): the text form
 *
 * Checks fields, closed lists and dates; names of the office are looked at by
 * bh_ticket_filter_resolve().
 *
 * Returns: (transfer full) (nullable): %NULL with %BH_DOMAIN_ERROR_INPUT, naming what there is
 */
BhTicketFilter *bh_ticket_filter_parse (const char *text, GError **error);
BhTicketFilter *bh_ticket_filter_ref (BhTicketFilter *self);
void bh_ticket_filter_unref (BhTicketFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTicketFilter, bh_ticket_filter_unref)

/** bh_ticket_filter_to_text: Returns: (transfer none): the canonical text, "" when empty */
const char *bh_ticket_filter_to_text (BhTicketFilter *self);
gboolean bh_ticket_filter_is_empty (BhTicketFilter *self);
gboolean bh_ticket_filter_equal (BhTicketFilter *a, BhTicketFilter *b);

/** bh_ticket_filter_get: Returns: (transfer none) (nullable): canonical values of @field */
const char *const *bh_ticket_filter_get (BhTicketFilter *self, BhFilterField field);
/**
 * bh_ticket_filter_with:
 * @values: (nullable): %NULL or an empty array removes the field
 *
 * Returns: (transfer full) (nullable): a filter with @field replaced, or %NULL with
 *   %BH_DOMAIN_ERROR_INPUT
 */
BhTicketFilter *bh_ticket_filter_with (BhTicketFilter *self,
                                       BhFilterField field,
                                       const char *const *values,
                                       GError **error);

/**
 * bh_ticket_filter_resolve:
 *
 * Returns: (transfer full) (nullable): the filter with the names of the office as the office
 *   writes them, or %NULL with %BH_DOMAIN_ERROR_INPUT naming what there is
 */
BhTicketFilter *bh_ticket_filter_resolve (BhTicketFilter *self, BhOffice *office, GError **error);

/**
 * bh_ticket_filter_follow:
 * @before: the office whose names the filter has
 * @after: the same office after some were changed
 *
 * For whoever keeps filters as text: the same tickets by the names of now. What the office had not
 * stays as it is written.
 *
 * Returns: (transfer full): the filter
 */
BhTicketFilter *bh_ticket_filter_follow (BhTicketFilter *self, BhOffice *before, BhOffice *after);

/**
 * bh_ticket_filter_get_codes:
 * @field: of %BH_FILTER_TYPE_LIST
 *
 * Returns: (transfer full) (nullable) (element-type int): the numbers meant, 0 for `none`; %NULL
 *   where the filter does not ask
 */
GArray *bh_ticket_filter_get_codes (BhTicketFilter *self, BhFilterField field);
/**
 * bh_ticket_filter_get_ids:
 * @field: of %BH_FILTER_TYPE_ENTRY
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids meant, 0 for `none`, a
 *   category with its leaves (but not where the value ends with a slash), all of the same name;
 * %NULL where the filter does not ask, or with
 *   @error set to %BH_DOMAIN_ERROR_INPUT for a name that the office has not
 */
GArray *bh_ticket_filter_get_ids (BhTicketFilter *self,
                                  BhFilterField field,
                                  BhOffice *office,
                                  GError **error);
/**
 * bh_filter_format_category:
 *
 * Returns: (transfer full): the value of %BH_FILTER_CATEGORY that means just this category: its
 *   path, that of a top category with leaves followed by a slash; "none" for 0
 */
char *bh_filter_format_category (BhOffice *office, gint64 category_id);
/**
 * bh_ticket_filter_get_periods:
 * @field: of %BH_FILTER_TYPE_PERIOD
 *
 * Returns: (transfer full) (nullable) (element-type BhPeriod): an open beginning is 1 (0 is no
 *   instant), an open end %G_MAXINT64; %NULL where the filter does not ask
 */
GArray *
bh_ticket_filter_get_periods (BhTicketFilter *self, BhFilterField field, BhOfficeTime *time);
/**
 * bh_filter_format_period:
 * @period: one end at least is not open, as in bh_ticket_filter_get_periods()
 *
 * Returns: (transfer full): the period as a value of %BH_FILTER_TYPE_PERIOD: "2026-10",
 *   "2026-10-03", "2026-10-01..2026-12-01", with times where an end is within a day
 */
char *bh_filter_format_period (BhOfficeTime *time, const BhPeriod *period);

G_END_DECLS
