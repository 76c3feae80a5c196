/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

G_BEGIN_DECLS

/* The loop as data: every verb, where it is possible, where it leads, what it asks for. Forms, the
 * command line, help, documentation and tests are made from this one description. */

/** BhInputType: what a verb's input holds; tells which widget asks for it. */
typedef enum
{
  BH_INPUT_LINE,   /* one line of text */
  BH_INPUT_TEXT,   /* several lines */
  BH_INPUT_LIST,   /* code of a closed list */
  BH_INPUT_YES_NO, /* yes, no, or empty */
  BH_INPUT_TIME,   /* instant */
  BH_INPUT_MONEY,  /* amount, two decimals */
  BH_INPUT_SCORE,  /* 1 to 5 */
  BH_INPUT_PHONE,
  BH_INPUT_DEPARTMENT, /* code or name of the register */
  BH_INPUT_STAFF,
  BH_INPUT_CATEGORY,
  BH_INPUT_CHANNEL,
  BH_INPUT_CAUSE,
  BH_INPUT_PLACE,
  BH_INPUT_ROOM,
  BH_INPUT_CONTACT,
  BH_INPUT_TICKET,    /* number of a ticket */
  BH_INPUT_TASK,      /* number of a task of the ticket, from 1 */
  BH_INPUT_FILE,      /* path of a file */
  BH_INPUT_SIGNATURE, /* content hash of a picture in the file store */
  BH_INPUT_PIN,       /* secret of who acts; never kept */
} BhInputType;

/**
 * BhInput:
 * @key: key on the command line and in the payload
 * @label: English label, to be translated
 * @list: of %BH_INPUT_LIST
 */
typedef struct
{
  const char *key;
  const char *label;
  BhInputType type;
  BhList list;
  gboolean required;
} BhInput;

/** BhLoopTarget: where a verb leads, apart from a plain status. */
typedef enum
{
  BH_LOOP_TARGET_STATUS, /* to BhLoopRule.to */
  BH_LOOP_TARGET_STAYS,
  BH_LOOP_TARGET_DEPENDS,  /* sign, attempt, callback: see BhLoopRule.leads */
  BH_LOOP_TARGET_PREVIOUS, /* undo */
} BhLoopTarget;

/**
 * BhLoopRule:
 * @from: set of %BH_STATUS_BIT where it is possible
 * @target: where it leads
 * @to: the status it leads to, for %BH_LOOP_TARGET_STATUS
 * @leads: English words for documentation where the status alone does not say it, or NULL
 * @inputs: what it asks for
 * @n_inputs: how many
 * @key: the letter that does it in the window, 0 for none
 * @summary: one English sentence for help and tooltips, to be translated
 */
typedef struct
{
  BhVerb verb;
  guint64 from;
  BhLoopTarget target;
  BhStatus to;
  const char *leads;
  const BhInput *inputs;
  guint n_inputs;
  char key;
  const char *summary;
} BhLoopRule;

/** bh_loop_get_rule: Returns: (transfer none) (nullable): the rule of a verb that people do */
const BhLoopRule *bh_loop_get_rule (BhVerb verb);

/** bh_loop_get_rules: Returns: (transfer none) (array length=n_rules): all rules, in the order to
 * offer the verbs */
const BhLoopRule *bh_loop_get_rules (guint *n_rules);

/** bh_loop_find_input: Returns: (transfer none) (nullable): the input of @verb with @key */
const BhInput *bh_loop_find_input (BhVerb verb, const char *key);

/** bh_loop_allows_status: Returns: whether the table has @verb at @status */
gboolean bh_loop_allows_status (BhVerb verb, BhStatus status);

/** bh_loop_to_markdown: Returns: (transfer full): the table as `docs/loop.md` shows it */
char *bh_loop_to_markdown (void);

/**
 * BhActor:
 * @staff_id: who did it, 0 where nobody is set
 * @entered_by: who entered it, mostly the same
 * @role: role of who did it
 */
typedef struct
{
  gint64 staff_id;
  gint64 entered_by;
  BhRole role;
} BhActor;

/**
 * bh_loop_check:
 * @ticket: the ticket as it is
 * @now: instant of the check, for undo and reopening
 * @last: (nullable): the last event that counts, see bh_history_get_last(); needed for undo
 *
 * The gates that do not depend on the inputs: status, policy, role, reopening and undo time, who
 * finished does not call back. What depends on inputs is checked by the verb itself.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_REFUSED and a reason that a clerk understands
 */
gboolean bh_loop_check (BhTicket *ticket,
                        BhVerb verb,
                        const BhActor *actor,
                        BhOffice *office,
                        gint64 now,
                        BhEvent *last,
                        GError **error);

/** BH_LONG_SUSPENSION_DAYS: a suspension that is longer needs approval */
#define BH_LONG_SUSPENSION_DAYS 7

/** bh_loop_may_approve: Returns: whether a role decides on exceptions */
gboolean bh_loop_may_approve (BhRole role);
/** bh_loop_suspend_needs_approval: Returns: whether a suspension of these two instants does: it is
 * long, or an urgent matter that nobody answered yet */
gboolean bh_loop_suspend_needs_approval (BhTicket *ticket, gint64 from, gint64 until);
/** bh_loop_check_asker: Returns: FALSE with %BH_DOMAIN_ERROR_REFUSED where @actor cannot ask for an
 * approval: nobody knows who asks, or something waits for one already */
gboolean bh_loop_check_asker (BhTicket *ticket, const BhActor *actor, GError **error);

/**
 * bh_loop_wants_cause:
 *
 * Returns: whether the ticket may not close before a cause is known
 */
gboolean bh_loop_wants_cause (BhTicket *ticket, BhOffice *office);

/**
 * bh_loop_check_inputs:
 *
 * Refuses unknown keys, missing required ones, codes that are in no list, scores out of range;
 * names what there is.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT
 */
gboolean bh_loop_check_inputs (BhVerb verb, BhPayload *inputs, GError **error);

/**
 * bh_loop_list_possible:
 *
 * Returns: (transfer full) (element-type BhVerb) (array zero-terminated): the verbs that
 *   bh_loop_check() allows, in the order to offer them; the
 *   first is the next step, where there is one
 */
BhVerb *bh_loop_list_possible (
    BhTicket *ticket, const BhActor *actor, BhOffice *office, gint64 now, BhEvent *last);

G_END_DECLS
