/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The closed lists of the domain. Each value is stored: constants are explicit and append-only,
 * and every list has a code (text of the command line, filters and ledgers, never translated) and
 * a label (translated). 0 always means "none". */

/** BhKind: what sort of matter a ticket is. */
typedef enum
{
  BH_KIND_NONE = 0,
  BH_KIND_COMPLAINT = 1,
  BH_KIND_REPAIR = 2,
  BH_KIND_INQUIRY = 3,
  BH_KIND_SUGGESTION = 4,
  BH_KIND_OPINION = 5,
  BH_KIND_PRAISE = 6,
  BH_KIND_OTHER = 7,
} BhKind;

/** BhGrade: how urgent a ticket is; the policy's limits hang on it. */
typedef enum
{
  BH_GRADE_NONE = 0,
  BH_GRADE_URGENT = 1,
  BH_GRADE_IMPORTANT = 2,
  BH_GRADE_GENERAL = 3,
} BhGrade;

/** BhStatus: where a ticket stands in the loop; the codes of product.md. */
typedef enum
{
  BH_STATUS_NONE = 0,
  BH_STATUS_REGISTERED = 10,
  BH_STATUS_DISPATCHED = 20,
  BH_STATUS_ACCEPTED = 30,
  BH_STATUS_INVESTIGATED = 40,
  BH_STATUS_PLANNED = 50,
  BH_STATUS_FINISHED = 60,
  BH_STATUS_SIGNED = 70,
  BH_STATUS_CLOSED = 80,
  BH_STATUS_VOID = 90,
  BH_STATUS_MERGED = 91,
  BH_STATUS_WITHDRAWN = 92,
  BH_STATUS_DECLINED = 93,
} BhStatus;

/** BhStageKind: the steps of the loop that have a clock of their own. */
typedef enum
{
  BH_STAGE_NONE = 0,
  BH_STAGE_DISPATCH = 1,
  BH_STAGE_ACCEPT = 2,
  BH_STAGE_INVESTIGATE = 3,
  BH_STAGE_PLAN = 4,
  BH_STAGE_EXECUTE = 5,
  BH_STAGE_SIGN = 6,
  BH_STAGE_CALLBACK = 7,
} BhStageKind;

/** BhClockKind: what a policy limits: the stages, and the two clocks of the whole ticket. */
typedef enum
{
  BH_CLOCK_NONE = 0,
  BH_CLOCK_DISPATCH = 1,
  BH_CLOCK_ACCEPT = 2,
  BH_CLOCK_INVESTIGATE = 3,
  BH_CLOCK_PLAN = 4,
  BH_CLOCK_EXECUTE = 5,
  BH_CLOCK_SIGN = 6,
  BH_CLOCK_CALLBACK = 7,
  BH_CLOCK_RESPONSE = 8,
  BH_CLOCK_COMPLETION = 9,
} BhClockKind;

/** BH_N_CLOCKS: size of an array indexed by #BhClockKind. */
#define BH_N_CLOCKS 10

/** BhStageOutcome: how a stage ended. */
typedef enum
{
  BH_OUTCOME_NONE = 0, /* still open */
  BH_OUTCOME_DONE = 1,
  BH_OUTCOME_SKIPPED = 2,     /* the policy lets it be left out */
  BH_OUTCOME_RETURNED = 3,    /* sent back to the desk */
  BH_OUTCOME_TRANSFERRED = 4, /* sent to another department */
  BH_OUTCOME_REFUSED = 5,     /* sign-off refused or callback dissatisfied */
  BH_OUTCOME_UNREACHED = 6,
  BH_OUTCOME_STOPPED = 7, /* the ticket ended here: answered, withdrawn, void, declined */
  BH_OUTCOME_MERGED = 8,  /* goes on in another ticket */
} BhStageOutcome;

/** BhVerb: everything that can be done to a ticket. */
typedef enum
{
  BH_VERB_NONE = 0,
  BH_VERB_NEW = 1,
  BH_VERB_ANSWER = 2,
  BH_VERB_DISPATCH = 3,
  BH_VERB_ACCEPT = 4,
  BH_VERB_RETURN = 5,
  BH_VERB_TRANSFER = 6,
  BH_VERB_INVESTIGATE = 7,
  BH_VERB_PLAN = 8,
  BH_VERB_FINISH = 9,
  BH_VERB_SIGN = 10,
  BH_VERB_REFUSE = 11,
  BH_VERB_ATTEMPT = 12,
  BH_VERB_CALLBACK = 13,
  BH_VERB_CONTACT = 14,
  BH_VERB_NOTE = 15,
  BH_VERB_REMIND = 16,
  BH_VERB_CORRECT = 17,
  BH_VERB_REGRADE = 18,
  BH_VERB_RECATEGORIZE = 19,
  BH_VERB_WITHDRAW = 20,
  BH_VERB_VOID = 21,
  BH_VERB_REOPEN = 22,
  BH_VERB_UNDO = 23,
  BH_VERB_IMPORT = 24, /* a row of a ledger; not offered to people */
  BH_VERB_SUSPEND = 25,
  BH_VERB_RESUME = 26,
  BH_VERB_TASK = 27,
  BH_VERB_TASK_DONE = 28,
  BH_VERB_TASK_WAIVE = 29,
  BH_VERB_LINK = 30,
  BH_VERB_JOIN = 31, /* somebody else raises the same matter; on the ticket that goes on */
  BH_VERB_PART = 32, /* those who joined leave; not offered to people */
  BH_VERB_MERGE = 33,
  BH_VERB_UNMERGE = 34,
  BH_VERB_EXTEND = 35,
  BH_VERB_DECLINE = 36,
  BH_VERB_CLOSE_EXCEPTION = 37,
  BH_VERB_APPROVE = 38,
  BH_VERB_REJECT = 39,
  BH_VERB_WARN = 40, /* a clock runs out; not offered to people */
  BH_VERB_ATTACH = 41,
} BhVerb;

/** BH_N_VERBS: size of an array indexed by #BhVerb. */
#define BH_N_VERBS 42

/** BhRole: what a member of staff may do. */
typedef enum
{
  BH_ROLE_NONE = 0,
  BH_ROLE_CLERK = 1,
  BH_ROLE_STEWARD = 2,
  BH_ROLE_WORKER = 3,
  BH_ROLE_SUPERVISOR = 4,
  BH_ROLE_MANAGER = 5,
  BH_ROLE_AUDITOR = 6,
  BH_ROLE_ADMINISTRATOR = 7,
} BhRole;

/** BhPlaceKind: the levels of the tree of places. */
typedef enum
{
  BH_PLACE_NONE = 0,
  BH_PLACE_COMMUNITY = 1,
  BH_PLACE_BUILDING = 2,
  BH_PLACE_UNIT = 3,
  BH_PLACE_ROOM = 4,
  BH_PLACE_AREA = 5,
  BH_PLACE_EQUIPMENT = 6,
} BhPlaceKind;

/** BhContactKind: what a contact is to the room. */
typedef enum
{
  BH_CONTACT_NONE = 0,
  BH_CONTACT_OWNER = 1,
  BH_CONTACT_TENANT = 2,
  BH_CONTACT_FAMILY = 3,
  BH_CONTACT_OTHER = 4,
} BhContactKind;

/** BhCare: care marks of a contact; a bit set. */
typedef enum
{
  BH_CARE_NONE = 0,
  BH_CARE_ELDERLY = 1 << 0,
  BH_CARE_CHILD = 1 << 1,
  BH_CARE_DISABLED = 1 << 2,
} BhCare;

/** BhResponsibility: whose matter it turned out to be. */
typedef enum
{
  BH_RESPONSIBILITY_NONE = 0,
  BH_RESPONSIBILITY_PROPERTY = 1,
  BH_RESPONSIBILITY_OWNER = 2,
  BH_RESPONSIBILITY_DEVELOPER = 3,
  BH_RESPONSIBILITY_THIRD_PARTY = 4,
  BH_RESPONSIBILITY_NOBODY = 5,
} BhResponsibility;

/** BhMoveReason: why a ticket was returned or transferred. */
typedef enum
{
  BH_MOVE_NONE = 0,
  BH_MOVE_WRONG_DEPARTMENT = 1,
  BH_MOVE_NO_CAPACITY = 2,
  BH_MOVE_NO_ACCESS = 3,
  BH_MOVE_OTHER = 4,
} BhMoveReason;

/** BhSuspendReason: what a suspended ticket waits for. */
typedef enum
{
  BH_SUSPEND_NONE = 0,
  BH_SUSPEND_OWNER = 1, /* the owner is away or wants it later */
  BH_SUSPEND_MATERIAL = 2,
  BH_SUSPEND_WEATHER = 3,
  BH_SUSPEND_THIRD_PARTY = 4,
  BH_SUSPEND_OTHER = 5,
} BhSuspendReason;

/** BhDecision: what became of a request for approval. */
typedef enum
{
  BH_DECISION_NONE = 0, /* still waits */
  BH_DECISION_APPROVED = 1,
  BH_DECISION_REJECTED = 2,
  BH_DECISION_LAPSED = 3, /* the ticket ended before anybody decided */
} BhDecision;

/** BhTaskOutcome: how a task of an assisting department ended. */
typedef enum
{
  BH_TASK_OPEN = 0,
  BH_TASK_DONE = 1,
  BH_TASK_WAIVED = 2,
} BhTaskOutcome;

/** BhAttachmentUse: what an attached file shows. */
typedef enum
{
  BH_ATTACHMENT_NONE = 0,
  BH_ATTACHMENT_BEFORE = 1,
  BH_ATTACHMENT_AFTER = 2,
  BH_ATTACHMENT_SIGNATURE = 3,
  BH_ATTACHMENT_OTHER = 4,
} BhAttachmentUse;

/** BhCallbackMode: whether a policy asks for a callback. */
typedef enum
{
  BH_CALLBACK_NEVER = 1,
  BH_CALLBACK_UNLESS_SCORED = 2, /* not where the owner gave a score with the sign-off */
  BH_CALLBACK_ALWAYS = 3,
  BH_CALLBACK_SAMPLE = 4, /* a share of the tickets */
} BhCallbackMode;

/** BhQuality: the office's own verdict on a handling, apart from the owner's. */
typedef enum
{
  BH_QUALITY_NONE = 0,
  BH_QUALITY_GOOD = 1,
  BH_QUALITY_POOR = 2,
} BhQuality;

/** BhSignedBy: how the owner's sign-off was given. */
typedef enum
{
  BH_SIGNED_NONE = 0,
  BH_SIGNED_OWNER = 1,
  BH_SIGNED_PHONE = 2,
  BH_SIGNED_MESSAGE = 3,
  BH_SIGNED_VERIFIED = 4, /* nobody can be asked: a supervisor looked */
} BhSignedBy;

/** BhVerdict: what a complainant said of the result in a round. */
typedef enum
{
  BH_VERDICT_NONE = 0,
  BH_VERDICT_SIGNED = 1,
  BH_VERDICT_REFUSED = 2,
  BH_VERDICT_UNREACHED = 3,
} BhVerdict;

/** BhOrigin: where a ticket comes from. */
typedef enum
{
  BH_ORIGIN_NONE = 0,
  BH_ORIGIN_DESK = 1,   /* registered here */
  BH_ORIGIN_LEDGER = 2, /* imported, and never worked on here */
} BhOrigin;

/** BhHours: what a policy's limits count. */
typedef enum
{
  BH_HOURS_CLOCK = 1, /* around the clock */
  BH_HOURS_OFFICE = 2,
} BhHours;

/** BhTargetForm: how the value of a target is meant. */
typedef enum
{
  BH_TARGET_NONE = 0,
  BH_TARGET_VALUE = 1,  /* the value is to be reached */
  BH_TARGET_CHANGE = 2, /* a change against the same period of the base year: -0.08 */
  BH_TARGET_ALARM = 3,  /* a limit that must not be passed: a floor, or where less is better a
                           ceiling */
} BhTargetForm;

/** BhMeasureState: where a measure of a meeting stands. */
typedef enum
{
  BH_MEASURE_NONE = 0,
  BH_MEASURE_OPEN = 1,
  BH_MEASURE_DONE = 2,
  BH_MEASURE_DROPPED = 3,
} BhMeasureState;

/** BhTri: yes, no, or not said. */
typedef enum
{
  BH_TRI_UNKNOWN = 0,
  BH_TRI_YES = 1,
  BH_TRI_NO = 2,
} BhTri;

/** BH_FIRST_ANSWER_SECONDS: how soon somebody who waits is to hear the first words (product.md,
 * clocks) */
#define BH_FIRST_ANSWER_SECONDS 120

/** BH_CALLER_WAITS_SECONDS: longer than anybody stays on the line: what is entered later was noted
 * on paper */
#define BH_CALLER_WAITS_SECONDS 1800

/** BH_FIX_HOLDS_SECONDS: for how long a fix is to hold: 30 days (figures.md, first_time_fix) */
#define BH_FIX_HOLDS_SECONDS 2592000

/** BhPunctuality: whether what has a limit came in time; what can still do so is neither. */
typedef enum
{
  BH_PUNCTUALITY_ON_TIME = 1,
  BH_PUNCTUALITY_LATE = 2,
} BhPunctuality;

/** BhHandlingSpan: how long a finished ticket took, pauses left out; each up to and with so long,
 * from the one before it. */
typedef enum
{
  BH_HANDLING_NONE = 0, /* not finished */
  BH_HANDLING_2_HOURS = 1,
  BH_HANDLING_8_HOURS = 2,
  BH_HANDLING_1_DAY = 3,
  BH_HANDLING_2_DAYS = 4,
  BH_HANDLING_3_DAYS = 5,
  BH_HANDLING_5_DAYS = 6,
  BH_HANDLING_7_DAYS = 7,
  BH_HANDLING_15_DAYS = 8,
  BH_HANDLING_30_DAYS = 9,
  BH_HANDLING_LONGER = 10,
} BhHandlingSpan;

/** BH_N_SCORES: scores are 1 to 5 */
#define BH_N_SCORES 5

/**
 * BhList:
 *
 * Names one of the closed lists above, for the functions below.
 */
typedef enum
{
  BH_LIST_NONE,
  BH_LIST_KIND,
  BH_LIST_GRADE,
  BH_LIST_STATUS,
  BH_LIST_STAGE,
  BH_LIST_CLOCK,
  BH_LIST_OUTCOME,
  BH_LIST_VERB,
  BH_LIST_ROLE,
  BH_LIST_PLACE_KIND,
  BH_LIST_CONTACT_KIND,
  BH_LIST_CARE,
  BH_LIST_RESPONSIBILITY,
  BH_LIST_MOVE_REASON,
  BH_LIST_SIGNED_BY,
  BH_LIST_VERDICT,
  BH_LIST_ORIGIN,
  BH_LIST_HOURS,
  BH_LIST_TARGET_FORM,
  BH_LIST_TRI, /* codes "yes" and "no" */
  BH_LIST_PUNCTUALITY,
  BH_LIST_SUSPEND_REASON,
  BH_LIST_DECISION,
  BH_LIST_TASK_OUTCOME,
  BH_LIST_ATTACHMENT_USE,
  BH_LIST_CALLBACK_MODE,
  BH_LIST_QUALITY,
  BH_LIST_HANDLING_SPAN,
  BH_LIST_SCORE,
  BH_LIST_WEEKDAY, /* 1 is Monday */
  BH_LIST_HOUR,    /* 1 is the hour from midnight on, with the code "0" */
  BH_LIST_MEASURE_STATE,
} BhList;

/**
 * BhListItem:
 * @value: the stored number, never 0
 * @code: the code, in ASCII, lower case with hyphens
 * @label: the English label; bh_list_get_label() translates it
 */
typedef struct
{
  int value;
  const char *code;
  const char *label;
} BhListItem;

/**
 * bh_list_get_items:
 * @n_items: (out): how many
 *
 * Returns: (transfer none) (array length=n_items): the items, in the order to show them
 */
const BhListItem *bh_list_get_items (BhList list, guint *n_items);

/**
 * bh_list_get_code:
 *
 * Returns: (transfer none): the code of @value, or "" for 0
 */
const char *bh_list_get_code (BhList list, int value);

/**
 * bh_list_get_label:
 *
 * Returns: (transfer none): the translated label of @value, or "" for 0
 */
const char *bh_list_get_label (BhList list, int value);

/**
 * bh_list_find:
 * @text: (nullable): a code, or a label in English or in the current language
 *
 * Returns: the value, or 0 where @text names none
 */
int bh_list_find (BhList list, const char *text);

/**
 * bh_list_join_codes:
 *
 * Returns: (transfer full): all codes, joined by ", ", for error texts
 */
char *bh_list_join_codes (BhList list);

/**
 * bh_status_is_ended:
 *
 * Returns: whether nothing is waited for any more (80-93)
 */
gboolean bh_status_is_ended (BhStatus status);

/** BH_STATUS_BIT: the place of a status in a set of statuses, a #guint64. */
#define BH_STATUS_BIT(status)                                                                      \
  (G_GUINT64_CONSTANT (1) << ((status) < BH_STATUS_VOID ? (status) / 10 : (status) -81))

G_END_DECLS
