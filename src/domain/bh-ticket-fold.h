/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

G_BEGIN_DECLS

/* Private to the fold: its parts share these. */

/**
 * BhFold:
 *
 * One step of the fold: the ticket that changes, the event, and what it needs at hand.
 */
typedef struct
{
  BhTicket *ticket;
  BhEvent *event;
  BhPayload *payload; /* of the event */
  BhOffice *office;
  BhPolicy *policy; /* (nullable): of the ticket as the event finds it */
} BhFold;

/* stages and rounds: bh-ticket-stages.c */

/** bh_fold_open_stage: begins a stage at the event's instant, with its limit */
void bh_fold_open_stage (BhFold *fold, BhStageKind kind);
/** bh_fold_close_stage: ends the running stage, if any, with @outcome */
void bh_fold_close_stage (BhFold *fold, BhStageOutcome outcome);
/** bh_fold_end_stage: the work of @kind is done. Where another stage runs, that one was skipped and
 * @kind is noted with no length. */
void bh_fold_end_stage (BhFold *fold, BhStageKind kind);
/** bh_fold_open_work_stage: begins the first of investigate, plan and execute, from @first on, that
 * the policy asks for */
void bh_fold_open_work_stage (BhFold *fold, BhStageKind first);
/** bh_fold_start_round: ends the round and begins the next, with the same department and person */
void bh_fold_start_round (BhFold *fold);
/** bh_fold_close_ticket: the ticket ends with @status at the event's instant */
void bh_fold_close_ticket (BhFold *fold, BhStatus status);
/** bh_fold_set_policy: sets the deadlines of what runs anew and notes what they were before; a
 * ledger's ticket, which has no policy, keeps its own deadlines */
void bh_fold_set_policy (BhFold *fold, BhPolicy *policy);
/** bh_fold_get_calendar: Returns: the version of the calendar that the event's deadlines count by,
 * 0: around the clock */
gint64 bh_fold_get_calendar (BhFold *fold);
/** bh_fold_set_response_due: the deadline of the response, while it is waited for; where it moves,
 * the old one is noted */
void bh_fold_set_response_due (BhFold *fold, gint64 due);
/** bh_fold_set_completion_due: likewise that of the completion, of the ticket and its round */
void bh_fold_set_completion_due (BhFold *fold, gint64 due);
/** bh_fold_set_stage_due: computes that of the stage that runs */
void bh_fold_set_stage_due (BhFold *fold, BhStage *stage);
/** bh_fold_update_paused: derives the pauses of the present round */
void bh_fold_update_paused (BhTicket *ticket);
/** bh_fold_update_next_due: derives what comes due next */
void bh_fold_update_next_due (BhTicket *ticket);

/* what it counts for in figures: bh-ticket-standing.c */

/** bh_fold_update_parts: derives which parts count, and how often it was suspended */
void bh_fold_update_parts (BhTicket *ticket);
/** bh_fold_update_kept: derives which limits of the whole ticket were kept, and since when the
 * present one of completion holds */
void bh_fold_update_kept (BhTicket *ticket);
/** bh_fold_update_answers: derives who answered and who should have */
void bh_fold_update_answers (BhTicket *ticket, BhOffice *office);

/* warnings: bh-ticket-warnings.c */

/** bh_fold_warn: notes that a part of a running clock's limit has passed and was told of */
void bh_fold_warn (BhFold *fold);
/** bh_fold_update_next_warning: derives when something must be told next */
void bh_fold_update_next_warning (BhTicket *ticket, BhOffice *office);

/* suspension: bh-ticket-pauses.c */

/** bh_fold_wake: before an event: the pause that ended by itself ends, and so does one that the
 * event ends since it moves the ticket on */
void bh_fold_wake (BhFold *fold);
/** bh_fold_pause: suspends the ticket from the event's instant on; a pause that lasts ends first */
void bh_fold_pause (BhFold *fold, gint64 until, BhSuspendReason reason);
/** bh_fold_resume: ends the pause that lasts, if any, at the event's instant */
void bh_fold_resume (BhFold *fold);
/** bh_fold_count_paused: Returns: seconds of suspension from @from to @to */
gint64 bh_fold_count_paused (BhTicket *ticket, gint64 from, gint64 to);

/* what needs approval: bh-ticket-requests.c */

/** bh_fold_is_request: Returns: whether the event only asks for what it names */
gboolean bh_fold_is_request (BhFold *fold);
/** bh_fold_lapse_request: after an event: what was asked for and is not possible any more where the
 * ticket stands now needs no answer */
void bh_fold_lapse_request (BhFold *fold);
void bh_fold_suspend (BhFold *fold);
void bh_fold_void (BhFold *fold);
/** bh_fold_ask: extend, decline and close-exception, which always need approval */
void bh_fold_ask (BhFold *fold);
void bh_fold_approve (BhFold *fold);
void bh_fold_reject (BhFold *fold);

/* the entry of a ticket: bh-ticket-intake.c */
void bh_fold_new (BhFold *fold);
void bh_fold_import (BhFold *fold);
void bh_fold_correct (BhFold *fold);

/** bh_fold_attach: a file comes to the ticket; bh-ticket-attach.c */
void bh_fold_attach (BhFold *fold);

/* what the complainant says of the result: bh-ticket-signoff.c */

/** bh_fold_respond: somebody spoke with the complainant: the first time ends the response clock */
void bh_fold_respond (BhFold *fold);
/** bh_fold_set_cause: takes the cause from the payload, where it has one */
void bh_fold_set_cause (BhFold *fold);
void bh_fold_sign (BhFold *fold);
void bh_fold_refuse (BhFold *fold);
void bh_fold_attempt (BhFold *fold);
void bh_fold_callback (BhFold *fold);

/** bh_fold_leave: somebody left: where nobody else is to be asked, the step is done */
void bh_fold_leave (BhFold *fold);

/* other tickets of the same matter: bh-ticket-merge.c */
void bh_fold_link (BhFold *fold);
void bh_fold_join (BhFold *fold);
void bh_fold_part (BhFold *fold);
void bh_fold_merge (BhFold *fold);

/* which events count: bh-history.c */

/** bh_history_collect_undone: Returns: (transfer full): sequence numbers that the fold leaves out
 */
GHashTable *bh_history_collect_undone (GPtrArray *events);

/* work of assisting departments: bh-ticket-tasks.c */
void bh_fold_task (BhFold *fold);
void bh_fold_task_done (BhFold *fold);
void bh_fold_task_waive (BhFold *fold);
/** bh_fold_end_tasks: the ticket ends: what is still open is waived */
void bh_fold_end_tasks (BhFold *fold);

G_END_DECLS
