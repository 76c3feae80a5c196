/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-event.h"
#include "domain/bh-office.h"

G_BEGIN_DECLS

/* A ticket and its parts: the result of a pure fold over the ticket's events. Fields are public
 * for reading; only the fold and storage's mapper write them. Not thread-safe: a ticket belongs to
 * whoever loaded it. */

#define BH_TYPE_ROUND (bh_round_get_type ())
G_DECLARE_FINAL_TYPE (BhRound, bh_round, BH, ROUND, GObject)
#define BH_TYPE_STAGE (bh_stage_get_type ())
G_DECLARE_FINAL_TYPE (BhStage, bh_stage, BH, STAGE, GObject)
#define BH_TYPE_COMPLAINANT (bh_complainant_get_type ())
G_DECLARE_FINAL_TYPE (BhComplainant, bh_complainant, BH, COMPLAINANT, GObject)
#define BH_TYPE_OPINION (bh_opinion_get_type ())
G_DECLARE_FINAL_TYPE (BhOpinion, bh_opinion, BH, OPINION, GObject)
#define BH_TYPE_CALLBACK (bh_callback_get_type ())
G_DECLARE_FINAL_TYPE (BhCallback, bh_callback, BH, CALLBACK, GObject)
#define BH_TYPE_DUE_CHANGE (bh_due_change_get_type ())
G_DECLARE_FINAL_TYPE (BhDueChange, bh_due_change, BH, DUE_CHANGE, GObject)
#define BH_TYPE_PAUSE (bh_pause_get_type ())
G_DECLARE_FINAL_TYPE (BhPause, bh_pause, BH, PAUSE, GObject)
#define BH_TYPE_REQUEST (bh_request_get_type ())
G_DECLARE_FINAL_TYPE (BhRequest, bh_request, BH, REQUEST, GObject)
#define BH_TYPE_TASK (bh_task_get_type ())
G_DECLARE_FINAL_TYPE (BhTask, bh_task, BH, TASK, GObject)
#define BH_TYPE_ATTACHMENT (bh_attachment_get_type ())
G_DECLARE_FINAL_TYPE (BhAttachment, bh_attachment, BH, ATTACHMENT, GObject)
#define BH_TYPE_WARNING (bh_warning_get_type ())
G_DECLARE_FINAL_TYPE (BhWarning, bh_warning, BH, WARNING, GObject)
#define BH_TYPE_TICKET (bh_ticket_get_type ())
G_DECLARE_FINAL_TYPE (BhTicket, bh_ticket, BH, TICKET, GObject)

/** BhRound: one pass through the loop. At any instant a ticket has one round: the figures as of a
 * past day read it with `started_at <= as_of < ended_at`. */
struct _BhRound
{
  GObject parent_instance;

  int round;             /* 1, 2, …; an imported ticket may begin with a higher one */
  gint64 started_at;     /* receipt, refusal, dissatisfied callback, or reopening */
  BhVerb started_by;     /* new, import, refuse, callback, reopen */
  gint64 ended_at;       /* start of the next round, 0 for the present one */
  gint64 finished_at;    /* 0 until finished */
  gint64 finished_by;    /* staff */
  gint64 signed_at;      /* all complainants signed or were not reached */
  gint64 closed_at;      /* also of void, withdrawn, declined */
  BhStatus closed_as;    /* status it closed with, 0 while open */
  gint64 completion_due; /* with the pauses before this round added; 0: no limit */
  gint64 paused_before;  /* seconds between finishes and the rework that followed, before it */
  gint64 paused_inside;  /* seconds of suspension in this round before finished_at */
};

/** BhStageStanding: what a stage counts for in figures, by how its ticket ended. */
typedef enum
{
  BH_STAGE_COUNTS,
  BH_STAGE_RAN_OUT, /* its ticket was withdrawn or declined, but after the limit: in punctuality */
  BH_STAGE_DROPPED, /* in nothing */
} BhStageStanding;

/** BhStage: one step of the loop in one round. The same step may come again (a returned ticket is
 * dispatched twice): @seq tells them apart. */
struct _BhStage
{
  GObject parent_instance;

  int seq; /* 1, 2, … within the ticket */
  int round;
  BhStageKind stage;
  gint64 started_at;
  gint64 due_at; /* 0: no limit */
  gint64 done_at;
  gint64 paused; /* seconds */
  BhStageOutcome outcome;
  gint64 department_id;
  gint64 holder_id;   /* staff, 0 for nobody in particular */
  gint64 calendar_id; /* version of the calendar that @due_at counts by, 0: around the clock */
  BhStageStanding standing; /* derived */
};

/** BhComplainant: somebody who raised the matter of the ticket. */
struct _BhComplainant
{
  GObject parent_instance;

  gint64 contact_id;  /* 0: anonymous */
  char *name;         /* (owned) (nullable) */
  char *phone;        /* (owned) (nullable): digits */
  gboolean reachable; /* has a phone or an address, so that it can be asked */
  gint64 from_ticket; /* merged ticket that it came with, 0 for the ticket's own */
  gint64 left_at;     /* when that ticket was split off again, 0: still here */
};

/** BhOpinion: what a complainant said of a round's result, or an attempt to ask. */
struct _BhOpinion
{
  GObject parent_instance;

  int round;
  int complainant; /* index in BhTicket.complainants */
  gint64 at;
  BhVerdict verdict; /* UNREACHED: one attempt */
  BhSignedBy by;
  gboolean final;  /* UNREACHED: on a third day, nobody asks any more */
  int score;       /* given with the sign-off, 1 to 5, 0: none */
  char *signature; /* (owned) (nullable): content hash of its picture */
  gboolean first;  /* derived: the first verdict of a ticket that counts */
};

/** BhCallback: one callback, reached or not. */
struct _BhCallback
{
  GObject parent_instance;

  int round;
  int complainant;
  gint64 at;
  gint64 made_by; /* staff */
  gboolean reached;
  int score; /* 1 to 5, 0: none */
  BhTri timely;
  BhTri solved;
  BhTri polite;
  char *note;        /* (owned) (nullable) */
  gboolean final;    /* not reached on a third day, nobody asks any more */
  gboolean invalid;  /* the answer does not count: not the complainant, misunderstood */
  BhQuality quality; /* the office's own verdict */
  gboolean counts;   /* derived: valid, and of a ticket that counts or was merged */
};

/** BhDueChange: a deadline that was moved by another grade or category, so that figures as of an
 * earlier instant see the deadline of that time. Shifts by rework are in the rounds instead. */
struct _BhDueChange
{
  GObject parent_instance;

  BhClockKind clock; /* of a stage, response or completion */
  int stage_seq;     /* of a stage's clock, else 0 */
  int round;
  gint64 changed_at;
  gint64 old_due; /* 0: had no limit */
};

/** BhPause: a time for which the ticket was suspended. */
struct _BhPause
{
  GObject parent_instance;

  int round;
  gint64 from_at;
  gint64 until_at; /* when it ends by itself */
  gint64 to_at;    /* when it ended, 0 while it lasts or where it will end by itself */
  BhSuspendReason reason;
};

/** BhRequest: something that was asked for and needs a supervisor's approval. */
struct _BhRequest
{
  GObject parent_instance;

  int seq;     /* of the event that asked */
  BhVerb verb; /* suspend, extend, void, decline, close-exception */
  gint64 asked_at;
  gint64 asked_by; /* staff, 0 for nobody known */
  gint64 until_at; /* of suspend and extend: the time asked for, else 0 */
  char *reason;    /* (owned) (nullable): text, of suspend the reason's code */
  gint64 decided_at;
  gint64 decided_by;
  BhDecision decision;
  char *note; /* (owned) (nullable): of the decision */
};

/** BhTask: work of an assisting department. People count tasks from 1 in the order of the ticket's
 * array. */
struct _BhTask
{
  GObject parent_instance;

  int round;
  int seq; /* of the event that asked */
  gint64 department_id;
  char *what; /* (owned) */
  gint64 asked_at;
  gint64 asked_by;
  gint64 due_at; /* 0: no limit */
  gint64 done_at;
  gint64 done_by;
  BhTaskOutcome outcome;
  char *result; /* (owned) (nullable): what was done, or why it was waived */
};

/** BhAttachment: a file that belongs to the ticket; its content is in the file store. */
struct _BhAttachment
{
  GObject parent_instance;

  int seq; /* of the event */
  gint64 at;
  gint64 by_id; /* staff */
  char *hash;   /* (owned): SHA-256 of the content, 64 hexadecimal digits */
  char *name;   /* (owned) */
  char *type;   /* (owned): MIME type */
  gint64 size;  /* bytes */
  BhAttachmentUse use;
  char *note; /* (owned) (nullable) */
};

/** BhWarning: a part of a clock's time that has passed and was told of. */
struct _BhWarning
{
  GObject parent_instance;

  int round;
  BhClockKind clock;
  int stage_seq; /* of a stage's clock, else 0 */
  int threshold; /* percent of the limit: 50, 80, 100, 150 */
  gint64 at;     /* when it was told */
};

/**
 * BhTicketAnswers:
 * @asked: complainants of the present finish who answered, or whom somebody tried to call, and,
 *   where there is a limit, all others who should be asked
 * @agreed: of these, who signed or was reached
 * @open: who did not answer though somebody should ask
 * @due: until when they should have been asked, 0: no limit, or nobody is left
 *
 * Of a ticket that is not finished or counts nowhere, all is 0.
 */
typedef struct
{
  int asked;
  int agreed;
  int open;
  gint64 due;
} BhTicketAnswers;

struct _BhTicket
{
  GObject parent_instance;

  /* identity */
  gint64 id;
  gint64 version; /* 0 before it is saved; counted by storage */
  char *number;   /* (owned): "W2026-000123", or the ledger's own */
  BhOrigin origin;

  /* what was said; texts owned and nullable but the summary */
  BhKind kind;
  BhGrade grade;
  gint64 channel_id;
  gint64 category_id;
  gint64 policy_id; /* version of the policy that gives the limits; 0 for a ledger's ticket */
  char *summary;
  char *description;
  char *remedy;
  char *public_text;
  gint64 community_id;
  gint64 place_id;
  char *place_text; /* where the register has no such place */
  gint64 concerns;  /* staff whom it concerns */
  char *external_number;
  gint64 external_due;

  /* who has it */
  gint64 department_id;
  gint64 staff_id;
  BhStatus status;
  int round;

  /* instants, 0 = not yet */
  gint64 received_at;
  gint64 recorded_at; /* when it was entered */
  gint64 occurred_at;
  gint64 first_answer_at;
  gint64 responded_at;
  gint64 response_due;
  gint64 response_paused; /* seconds before responded_at */
  gint64 first_dispatched_at;
  gint64 first_accepted_at;
  gint64 accept_paused; /* seconds before first_accepted_at */
  gint64 promised_at;
  gint64 work_due; /* until when the dispatcher wants the work done, 0: the policy's limit alone */
  gint64 completion_due;
  gint64 finished_at; /* the last finish that no rework followed */
  gint64 signed_at;
  gint64 closed_at;
  gint64 suspended_at;    /* 0: not suspended */
  gint64 suspended_until; /* when it goes on by itself, 0: not suspended */
  gint64 extended_due;    /* completion deadline by an approved extension, 0: none */
  gint64 extended_at;     /* when it was approved */

  /* what was found and done */
  gint64 cause_id;
  BhResponsibility responsibility;
  BhTri preventable;
  char *facts;
  char *measure;
  BhTri owner_told;
  char *result;
  gint64 cost;        /* in the smallest unit of money, 0: none or not said */
  BhTri adopted;      /* of a suggestion */
  gboolean unreached; /* closed without anybody being reached */
  int reminders;
  int wrong_department; /* returns and transfers with that reason */
  gint64 repeat_of;     /* ticket */
  gint64 merged_into;   /* ticket that goes on for this one, 0: none */
  gboolean exception;   /* closed by an approved exception */
  gint64 calendar_id;   /* version of the calendar that the deadlines of the whole ticket count by,
                           0: around the clock */

  /* derived for lists, figures and the sweep */
  gint64 paused;          /* seconds: those before and inside of the present round */
  gint64 next_due;        /* deadline that comes next, 0: none */
  BhClockKind next_clock; /* whose deadline that is */
  gint64 next_warning;    /* when the next warning is due, 0: none */
  int suspensions;        /* how often it was suspended */
  /* whether a limit was kept: yes, not or not yet, or not asked: it has none, is void or merged, or
   * was withdrawn or declined before it passed */
  BhTri response_kept;
  BhTri completion_kept;
  gint64 completion_since; /* from when the completion deadline holds, 0: from the receipt */
  BhTri first_answer_kept; /* asked where somebody waited for it, as far as the ticket tells */
  BhTicketAnswers signoff;
  BhTicketAnswers callback;

  /* history */
  int head_seq;    /* events so far */
  char *head_hash; /* (owned) (nullable): hash of the last one */
  gint64 last_at;  /* when the last event happened */

  /* parts, in order of time */
  GPtrArray *rounds;       /* (owned) (element-type BhRound) */
  GPtrArray *stages;       /* (owned) (element-type BhStage) */
  GPtrArray *complainants; /* (owned) (element-type BhComplainant) */
  GPtrArray *opinions;     /* (owned) (element-type BhOpinion) */
  GPtrArray *callbacks;    /* (owned) (element-type BhCallback) */
  GPtrArray *due_changes;  /* (owned) (element-type BhDueChange) */
  GPtrArray *pauses;       /* (owned) (element-type BhPause) */
  GPtrArray *requests;     /* (owned) (element-type BhRequest) */
  GPtrArray *tasks;        /* (owned) (element-type BhTask) */
  GPtrArray *attachments;  /* (owned) (element-type BhAttachment) */
  GPtrArray *warnings;     /* (owned) (element-type BhWarning) */
};

/** bh_ticket_new: Returns: (transfer full): an empty ticket, to be filled by the fold or storage */
BhTicket *bh_ticket_new (void);

/**
 * bh_ticket_swap_facts:
 *
 * Two tickets exchange everything but their identity: id and version stay. For whoever holds on to
 * a ticket while its state is made anew.
 */
void bh_ticket_swap_facts (BhTicket *a, BhTicket *b);

/**
 * bh_ticket_apply:
 * @event: the next event of the ticket
 * @office: for policies and office time; whatever else the event needs is in its payload
 *
 * The fold: brings the ticket to the state after @event. Pure: no clock, no database. An undo
 * event cannot be applied alone: it needs bh_ticket_fold(). On an error the ticket is unchanged.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_HISTORY where the event cannot follow
 */
gboolean bh_ticket_apply (BhTicket *self, BhEvent *event, BhOffice *office, GError **error);

/**
 * bh_ticket_fold:
 * @events: (element-type BhEvent): the whole history, or a beginning of it, in order
 *
 * Folds a history; undone events are left out, their undo included, and so are a merge and the
 * unmerge after it. The chain's head is that of the whole history.
 *
 * Returns: (transfer full) (nullable): the ticket, without version; NULL with
 *   %BH_DOMAIN_ERROR_HISTORY
 */
BhTicket *bh_ticket_fold (GPtrArray *events, BhOffice *office, GError **error);

/**
 * bh_history_get_last:
 * @events: (element-type BhEvent): the whole history of a ticket, in order
 *
 * Returns: (transfer none) (nullable): the last event that is neither an undo nor undone, nor what
 *   came by itself (a warning, a suspension's end): what "undo" would undo
 */
BhEvent *bh_history_get_last (GPtrArray *events);

/**
 * bh_history_get_merge:
 * @events: (element-type BhEvent): the whole history of a ticket, in order
 *
 * Returns: (transfer none) (nullable): the merge that holds, NULL where the ticket is not merged
 */
BhEvent *bh_history_get_merge (GPtrArray *events);

/**
 * bh_history_list_companions:
 * @events: (element-type BhEvent): the whole history of a ticket, in order
 * @ticket_id: another ticket that was merged into this one, or split off
 * @seq: number of the event there
 *
 * Those joins and partings of this ticket that belong to event @seq of the other one, if nothing
 * came after them.
 *
 * Returns: (transfer full) (nullable) (element-type int): their sequence numbers, the last first;
 *   NULL where something came after them
 */
GArray *bh_history_list_companions (GPtrArray *events, gint64 ticket_id, int seq);

/** bh_event_is_transparent: Returns: whether nobody did it: undo looks through it */
gboolean bh_event_is_transparent (BhEvent *event);

/**
 * bh_ticket_diff:
 *
 * Compares everything but @version, for `verify-reference` and tests.
 *
 * Returns: (transfer full) (nullable): names of the first fields that differ with both values, or
 *   NULL when equal
 */
char *bh_ticket_diff (BhTicket *a, BhTicket *b);

/** bh_ticket_get_round: Returns: (transfer none) (nullable): the present round */
BhRound *bh_ticket_get_round (BhTicket *self);
/** bh_ticket_get_open_stage: Returns: (transfer none) (nullable): the stage that runs now */
BhStage *bh_ticket_get_open_stage (BhTicket *self);
/**
 * bh_ticket_get_clock_due:
 * Returns: deadline of @clock in the present round, 0 for none
 */
gint64 bh_ticket_get_clock_due (BhTicket *self, BhClockKind clock);
/**
 * bh_ticket_is_last_attempt:
 * @complainant: index of whom
 * @at: when nobody was reached once more: at the status finished to sign, at signed to call back
 *
 * Returns: whether it is on a third office day of this round, after which nobody asks any more
 */
gboolean bh_ticket_is_last_attempt (BhTicket *self, int complainant, BhOfficeTime *time, gint64 at);
/** bh_ticket_is_suspended: Returns: whether it is suspended at @now; a pause that is to end by
 * itself ends then whether or not anybody looked */
gboolean bh_ticket_is_suspended (BhTicket *self, gint64 now);
/** bh_ticket_get_open_request: Returns: (transfer none) (nullable): what waits for approval */
BhRequest *bh_ticket_get_open_request (BhTicket *self);
/** bh_ticket_has_scored: @complainant: index. Returns: whether they gave a score with the sign-off
 * of the present round */
gboolean bh_ticket_has_scored (BhTicket *self, int complainant);
/**
 * bh_ticket_wants_callback:
 * @policy: (nullable): of the ticket
 * @complainant: index
 *
 * Returns: whether that complainant is to be called back once the present round is signed
 */
gboolean bh_ticket_wants_callback (BhTicket *self, BhPolicy *policy, int complainant);
/**
 * bh_ticket_get_next_complainant:
 * @policy: (nullable): of the ticket
 * @except: index of one to pass over, -1 for none
 *
 * Returns: index of who is to be asked next at the present step (sign-off or callback), -1: nobody
 */
int bh_ticket_get_next_complainant (BhTicket *self, BhPolicy *policy, int except);
/** bh_ticket_get_own_complainant: Returns: (transfer none) (nullable): who raised this ticket, not
 * one that was merged into it */
BhComplainant *bh_ticket_get_own_complainant (BhTicket *self);
/**
 * bh_ticket_is_done_with:
 * @policy: (nullable): of the ticket
 * @complainant: index
 *
 * Returns: whether nobody needs to ask that complainant at the present step: has left, cannot be
 *   asked, or signed (at signed: was called back) or was not reached for the last time in this
 * round
 */
gboolean bh_ticket_is_done_with (BhTicket *self, BhPolicy *policy, int complainant);
/** bh_ticket_get_task: @number: from 1. Returns: (transfer none) (nullable): NULL where there is no
 * such task */
BhTask *bh_ticket_get_task (BhTicket *self, gint64 number);
/** bh_ticket_count_open_tasks: Returns: how many tasks are neither done nor waived */
guint bh_ticket_count_open_tasks (BhTicket *self);
/** bh_ticket_is_reachable: Returns: whether any complainant can be asked */
gboolean bh_ticket_is_reachable (BhTicket *self);

G_END_DECLS
