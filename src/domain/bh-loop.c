/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-loop.h"

#include "base/bh-i18n.h"

/* The transition table of the loop. Nothing else says where a verb is possible or where it leads:
 * the fold, the gates, forms, help, docs/loop.md and the tests read it here. */

#define AT(name) BH_STATUS_BIT (BH_STATUS_##name)
#define FROM_10_TO_20 (AT (REGISTERED) | AT (DISPATCHED))
#define FROM_10_TO_30 (FROM_10_TO_20 | AT (ACCEPTED))
#define FROM_20_TO_50 (AT (DISPATCHED) | AT (ACCEPTED) | AT (INVESTIGATED) | AT (PLANNED))
#define FROM_10_TO_50 (AT (REGISTERED) | FROM_20_TO_50)
#define FROM_10_TO_60 (AT (REGISTERED) | FROM_20_TO_50 | AT (FINISHED))
#define FROM_10_TO_70 (FROM_10_TO_60 | AT (SIGNED))

#define REQUIRED TRUE
#define OPTIONAL FALSE
#define INPUTS(array) array, G_N_ELEMENTS (array)

static const BhInput new_inputs[] = {
  { "phone", N_ ("Phone"), BH_INPUT_PHONE, BH_LIST_NONE, OPTIONAL },
  { "room", N_ ("Room"), BH_INPUT_ROOM, BH_LIST_NONE, OPTIONAL },
  { "place", N_ ("Place"), BH_INPUT_PLACE, BH_LIST_NONE, OPTIONAL },
  { "contact", N_ ("Contact"), BH_INPUT_CONTACT, BH_LIST_NONE, OPTIONAL },
  { "kind", N_ ("Kind"), BH_INPUT_LIST, BH_LIST_KIND, REQUIRED },
  { "channel", N_ ("Channel"), BH_INPUT_CHANNEL, BH_LIST_NONE, REQUIRED },
  { "summary", N_ ("Summary"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
  { "category", N_ ("Category"), BH_INPUT_CATEGORY, BH_LIST_NONE, OPTIONAL },
  { "grade", N_ ("Grade"), BH_INPUT_LIST, BH_LIST_GRADE, REQUIRED },
  { "description", N_ ("Description"), BH_INPUT_TEXT, BH_LIST_NONE, OPTIONAL },
  { "remedy", N_ ("Remedy sought"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "department", N_ ("Department"), BH_INPUT_DEPARTMENT, BH_LIST_NONE, OPTIONAL },
  { "received", N_ ("Received"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
  { "occurred", N_ ("Occurred"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
  { "concerns", N_ ("Concerns staff"), BH_INPUT_STAFF, BH_LIST_NONE, OPTIONAL },
  { "first-answer", N_ ("First answer"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
  { "external-number", N_ ("External number"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "external-due", N_ ("External deadline"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
  { "public-text", N_ ("Text for the notice board"), BH_INPUT_TEXT, BH_LIST_NONE, OPTIONAL },
  { "repeat-of", N_ ("Repeat of"), BH_INPUT_TICKET, BH_LIST_NONE, OPTIONAL },
};

static const BhInput answer_inputs[] = {
  { "result", N_ ("Answer"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
  { "adopted", N_ ("Suggestion adopted"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
};

static const BhInput dispatch_inputs[] = {
  { "department", N_ ("Department"), BH_INPUT_DEPARTMENT, BH_LIST_NONE, REQUIRED },
  { "person", N_ ("Person"), BH_INPUT_STAFF, BH_LIST_NONE, OPTIONAL },
  { "due", N_ ("Wanted by"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
};

static const BhInput return_inputs[] = {
  { "reason", N_ ("Reason"), BH_INPUT_LIST, BH_LIST_MOVE_REASON, REQUIRED },
  { "note", N_ ("Note"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput transfer_inputs[] = {
  { "department", N_ ("Department"), BH_INPUT_DEPARTMENT, BH_LIST_NONE, REQUIRED },
  { "person", N_ ("Person"), BH_INPUT_STAFF, BH_LIST_NONE, OPTIONAL },
  { "reason", N_ ("Reason"), BH_INPUT_LIST, BH_LIST_MOVE_REASON, REQUIRED },
  { "note", N_ ("Note"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput investigate_inputs[] = {
  { "cause", N_ ("Cause"), BH_INPUT_CAUSE, BH_LIST_NONE, REQUIRED },
  { "responsibility", N_ ("Responsibility"), BH_INPUT_LIST, BH_LIST_RESPONSIBILITY, REQUIRED },
  { "preventable", N_ ("Preventable"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
  { "facts", N_ ("What was found"), BH_INPUT_TEXT, BH_LIST_NONE, OPTIONAL },
};

static const BhInput plan_inputs[] = {
  { "measure", N_ ("Measure"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
  { "promised", N_ ("Promised for"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
  { "told", N_ ("Owner was told"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
};

static const BhInput finish_inputs[] = {
  { "result", N_ ("Result"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
  { "cost", N_ ("Cost"), BH_INPUT_MONEY, BH_LIST_NONE, OPTIONAL },
  { "cause", N_ ("Cause"), BH_INPUT_CAUSE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput sign_inputs[] = {
  { "by", N_ ("Given"), BH_INPUT_LIST, BH_LIST_SIGNED_BY, OPTIONAL },
  { "contact", N_ ("Contact"), BH_INPUT_CONTACT, BH_LIST_NONE, OPTIONAL },
  { "signature", N_ ("Signature"), BH_INPUT_SIGNATURE, BH_LIST_NONE, OPTIONAL },
  { "score", N_ ("Score"), BH_INPUT_SCORE, BH_LIST_NONE, OPTIONAL },
  { "note", N_ ("Note"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "cause", N_ ("Cause"), BH_INPUT_CAUSE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput refuse_inputs[] = {
  { "reason", N_ ("Why it was refused"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
  { "contact", N_ ("Contact"), BH_INPUT_CONTACT, BH_LIST_NONE, OPTIONAL },
};

static const BhInput attempt_inputs[] = {
  { "contact", N_ ("Contact"), BH_INPUT_CONTACT, BH_LIST_NONE, OPTIONAL },
  { "note", N_ ("Note"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "cause", N_ ("Cause"), BH_INPUT_CAUSE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput callback_inputs[] = {
  { "contact", N_ ("Contact"), BH_INPUT_CONTACT, BH_LIST_NONE, OPTIONAL },
  { "reached", N_ ("Reached"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
  { "score", N_ ("Score"), BH_INPUT_SCORE, BH_LIST_NONE, OPTIONAL },
  { "timely", N_ ("In time"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
  { "solved", N_ ("Solved"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
  { "polite", N_ ("Polite"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
  { "note", N_ ("Words"), BH_INPUT_TEXT, BH_LIST_NONE, OPTIONAL },
  { "invalid", N_ ("Answer does not count"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
  { "quality", N_ ("Our own verdict"), BH_INPUT_LIST, BH_LIST_QUALITY, OPTIONAL },
  { "rework", N_ ("Rework"), BH_INPUT_YES_NO, BH_LIST_TRI, OPTIONAL },
  { "reason", N_ ("Why no rework"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "cause", N_ ("Cause"), BH_INPUT_CAUSE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput contact_inputs[] = {
  { "text", N_ ("What was said"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
  { "channel", N_ ("Channel"), BH_INPUT_CHANNEL, BH_LIST_NONE, OPTIONAL },
  { "by", N_ ("Staff"), BH_INPUT_STAFF, BH_LIST_NONE, OPTIONAL },
};

static const BhInput note_inputs[] = {
  { "text", N_ ("Note"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
};

static const BhInput remind_inputs[] = {
  { "text", N_ ("What was said"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput attach_inputs[] = {
  { "file", N_ ("File"), BH_INPUT_FILE, BH_LIST_NONE, REQUIRED },
  { "use", N_ ("What it shows"), BH_INPUT_LIST, BH_LIST_ATTACHMENT_USE, OPTIONAL },
  { "note", N_ ("Note"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput correct_inputs[] = {
  { "reason", N_ ("Why it is corrected"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
  { "summary", N_ ("Summary"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "description", N_ ("Description"), BH_INPUT_TEXT, BH_LIST_NONE, OPTIONAL },
  { "remedy", N_ ("Remedy sought"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "room", N_ ("Room"), BH_INPUT_ROOM, BH_LIST_NONE, OPTIONAL },
  { "place", N_ ("Place"), BH_INPUT_PLACE, BH_LIST_NONE, OPTIONAL },
  { "contact", N_ ("Contact"), BH_INPUT_CONTACT, BH_LIST_NONE, OPTIONAL },
  { "phone", N_ ("Phone"), BH_INPUT_PHONE, BH_LIST_NONE, OPTIONAL },
  { "kind", N_ ("Kind"), BH_INPUT_LIST, BH_LIST_KIND, OPTIONAL },
  { "channel", N_ ("Channel"), BH_INPUT_CHANNEL, BH_LIST_NONE, OPTIONAL },
  { "occurred", N_ ("Occurred"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
  { "concerns", N_ ("Concerns staff"), BH_INPUT_STAFF, BH_LIST_NONE, OPTIONAL },
};

static const BhInput regrade_inputs[] = {
  { "grade", N_ ("Grade"), BH_INPUT_LIST, BH_LIST_GRADE, REQUIRED },
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
};

static const BhInput recategorize_inputs[] = {
  { "category", N_ ("Category"), BH_INPUT_CATEGORY, BH_LIST_NONE, REQUIRED },
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
};

static const BhInput task_inputs[] = {
  { "department", N_ ("Department"), BH_INPUT_DEPARTMENT, BH_LIST_NONE, REQUIRED },
  { "what", N_ ("What is to be done"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
  { "due", N_ ("Wanted by"), BH_INPUT_TIME, BH_LIST_NONE, OPTIONAL },
};

static const BhInput task_done_inputs[] = {
  { "task", N_ ("Task"), BH_INPUT_TASK, BH_LIST_NONE, REQUIRED },
  { "result", N_ ("Result"), BH_INPUT_TEXT, BH_LIST_NONE, REQUIRED },
};

static const BhInput task_waive_inputs[] = {
  { "task", N_ ("Task"), BH_INPUT_TASK, BH_LIST_NONE, REQUIRED },
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
};

static const BhInput link_inputs[] = {
  { "repeat-of", N_ ("Repeat of"), BH_INPUT_TICKET, BH_LIST_NONE, REQUIRED },
};

static const BhInput join_inputs[] = {
  { "contact", N_ ("Contact"), BH_INPUT_CONTACT, BH_LIST_NONE, OPTIONAL },
  { "phone", N_ ("Phone"), BH_INPUT_PHONE, BH_LIST_NONE, OPTIONAL },
  { "room", N_ ("Room"), BH_INPUT_ROOM, BH_LIST_NONE, OPTIONAL },
  { "channel", N_ ("Channel"), BH_INPUT_CHANNEL, BH_LIST_NONE, OPTIONAL },
  { "summary", N_ ("Summary"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput merge_inputs[] = {
  { "into", N_ ("Into"), BH_INPUT_TICKET, BH_LIST_NONE, REQUIRED },
};

static const BhInput reason_inputs[] = {
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
};

static const BhInput reopen_inputs[] = {
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
  { "department", N_ ("Department"), BH_INPUT_DEPARTMENT, BH_LIST_NONE, OPTIONAL },
};

static const BhInput suspend_inputs[] = {
  { "reason", N_ ("Reason"), BH_INPUT_LIST, BH_LIST_SUSPEND_REASON, REQUIRED },
  { "until", N_ ("Until"), BH_INPUT_TIME, BH_LIST_NONE, REQUIRED },
  { "note", N_ ("Note"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput extend_inputs[] = {
  { "due", N_ ("New deadline"), BH_INPUT_TIME, BH_LIST_NONE, REQUIRED },
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
};

static const BhInput close_exception_inputs[] = {
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
  { "cause", N_ ("Cause"), BH_INPUT_CAUSE, BH_LIST_NONE, OPTIONAL },
};

static const BhInput approve_inputs[] = {
  { "note", N_ ("Note"), BH_INPUT_LINE, BH_LIST_NONE, OPTIONAL },
  { "pin", N_ ("PIN"), BH_INPUT_PIN, BH_LIST_NONE, OPTIONAL },
};

static const BhInput reject_inputs[] = {
  { "reason", N_ ("Reason"), BH_INPUT_LINE, BH_LIST_NONE, REQUIRED },
  { "pin", N_ ("PIN"), BH_INPUT_PIN, BH_LIST_NONE, OPTIONAL },
};

static const BhLoopRule rules[] = {
  { BH_VERB_NEW, 0, BH_LOOP_TARGET_STATUS, BH_STATUS_REGISTERED, NULL, INPUTS (new_inputs), 0,
    N_ ("Registers a new ticket.") },
  { BH_VERB_DISPATCH, FROM_10_TO_20, BH_LOOP_TARGET_STATUS, BH_STATUS_DISPATCHED, NULL,
    INPUTS (dispatch_inputs), 'd', N_ ("Gives the ticket to a department.") },
  { BH_VERB_ACCEPT, AT (DISPATCHED), BH_LOOP_TARGET_STATUS, BH_STATUS_ACCEPTED, NULL, NULL, 0, 'a',
    N_ ("The department takes the ticket.") },
  { BH_VERB_INVESTIGATE, AT (ACCEPTED), BH_LOOP_TARGET_STATUS, BH_STATUS_INVESTIGATED, NULL,
    INPUTS (investigate_inputs), 'i', N_ ("Records what was found and whose matter it is.") },
  { BH_VERB_PLAN, AT (INVESTIGATED) | AT (ACCEPTED), BH_LOOP_TARGET_STATUS, BH_STATUS_PLANNED,
    "from 30 only where the policy skips the investigation", INPUTS (plan_inputs), 'p',
    N_ ("Records what will be done and what was promised.") },
  { BH_VERB_FINISH, AT (PLANNED) | AT (ACCEPTED) | AT (INVESTIGATED), BH_LOOP_TARGET_STATUS,
    BH_STATUS_FINISHED, "from 30 and 40 where the policy skips what is between, or urgent",
    INPUTS (finish_inputs), 'f', N_ ("The work is done.") },
  { BH_VERB_SIGN, AT (FINISHED), BH_LOOP_TARGET_DEPENDS, BH_STATUS_SIGNED,
    "signed when every complainant has signed or was not reached; closed where the policy asks "
    "for no callback or nobody can be asked",
    INPUTS (sign_inputs), 's', N_ ("The owner confirms that it is done.") },
  { BH_VERB_REFUSE, AT (FINISHED), BH_LOOP_TARGET_STATUS, BH_STATUS_DISPATCHED,
    "same department and person, round + 1", INPUTS (refuse_inputs), 'x',
    N_ ("The owner does not accept the result: a new round begins.") },
  { BH_VERB_ATTEMPT, AT (FINISHED), BH_LOOP_TARGET_DEPENDS, BH_STATUS_FINISHED,
    "stays; the third on a third day leads to signed, marked unreached", INPUTS (attempt_inputs),
    'u', N_ ("Tried to get the sign-off and reached nobody.") },
  { BH_VERB_CALLBACK, AT (SIGNED), BH_LOOP_TARGET_DEPENDS, BH_STATUS_CLOSED,
    "closed; dissatisfied leads to dispatched, round + 1; not reached stays, and for the third "
    "time on a third day leads to closed, marked unreached",
    INPUTS (callback_inputs), 'b', N_ ("Asks the owner how it went.") },
  { BH_VERB_ANSWER, FROM_10_TO_30, BH_LOOP_TARGET_STATUS, BH_STATUS_CLOSED,
    "complaint and repair only where the policy allows it", INPUTS (answer_inputs), 'w',
    N_ ("Answers on the spot and closes the ticket.") },
  { BH_VERB_CONTACT, FROM_10_TO_70, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (contact_inputs), 'c', N_ ("Spoke with the owner; ends the response clock.") },
  { BH_VERB_NOTE, FROM_10_TO_70, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL, INPUTS (note_inputs),
    'n', N_ ("Adds a note to the history.") },
  { BH_VERB_REMIND, FROM_10_TO_70, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (remind_inputs), 'm', N_ ("The owner asked again; counted.") },
  { BH_VERB_ATTACH, FROM_10_TO_70 | AT (CLOSED), BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (attach_inputs), 0, N_ ("Adds a photo, a recording or a document.") },
  { BH_VERB_RETURN, AT (DISPATCHED) | AT (ACCEPTED), BH_LOOP_TARGET_STATUS, BH_STATUS_REGISTERED,
    NULL, INPUTS (return_inputs), 'r', N_ ("The department sends the ticket back to the desk.") },
  { BH_VERB_TRANSFER, FROM_20_TO_50, BH_LOOP_TARGET_STATUS, BH_STATUS_DISPATCHED,
    "to the other department", INPUTS (transfer_inputs), 't',
    N_ ("Gives the ticket to another department.") },
  { BH_VERB_SUSPEND, FROM_10_TO_50, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE,
    "over 7 days, or urgent before its response, only when approved", INPUTS (suspend_inputs), 'h',
    N_ ("Stops the clocks until a day; they go on by themselves.") },
  { BH_VERB_RESUME, FROM_10_TO_50, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, "where it is suspended",
    NULL, 0, 'h', N_ ("Lets the clocks of a suspended ticket go on.") },
  { BH_VERB_EXTEND, FROM_10_TO_50, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE,
    "the deadline moves when it is approved", INPUTS (extend_inputs), 'E',
    N_ ("Asks for a longer deadline.") },
  { BH_VERB_CORRECT, FROM_10_TO_70, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (correct_inputs), 'e', N_ ("Corrects what was entered; old and new value are kept.") },
  { BH_VERB_REGRADE, FROM_10_TO_70, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (regrade_inputs), 'g', N_ ("Gives another grade; open deadlines follow.") },
  { BH_VERB_RECATEGORIZE, FROM_10_TO_70, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (recategorize_inputs), 'y', N_ ("Gives another category; open deadlines follow.") },
  { BH_VERB_TASK, FROM_20_TO_50, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE,
    "no finish while a task is open; with the ticket's end it is waived; its date stays through a "
    "suspension",
    INPUTS (task_inputs), 'T', N_ ("Asks another department to help.") },
  { BH_VERB_TASK_DONE, FROM_20_TO_50, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (task_done_inputs), 'D', N_ ("The other department has done its task.") },
  { BH_VERB_TASK_WAIVE, FROM_20_TO_50, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (task_waive_inputs), 'W', N_ ("The task is not needed any more.") },
  { BH_VERB_JOIN, FROM_10_TO_50, BH_LOOP_TARGET_STATUS, BH_STATUS_MERGED,
    "a ticket of its own, the work done once; the other stays", INPUTS (join_inputs), 'J',
    N_ ("Somebody else raises the same matter: “me too”.") },
  { BH_VERB_MERGE, FROM_10_TO_50, BH_LOOP_TARGET_STATUS, BH_STATUS_MERGED,
    "into another one that is at 10 to 50; its complainants sign and are called back there",
    INPUTS (merge_inputs), 'M',
    N_ ("The same matter has another ticket, which goes on for both.") },
  { BH_VERB_WITHDRAW, FROM_10_TO_60, BH_LOOP_TARGET_STATUS, BH_STATUS_WITHDRAWN,
    "not while others have joined", INPUTS (reason_inputs), 'q', N_ ("The owner takes it back.") },
  { BH_VERB_VOID, FROM_10_TO_60, BH_LOOP_TARGET_STATUS, BH_STATUS_VOID,
    "from 20 on when it is approved; not while others have joined", INPUTS (reason_inputs), 'v',
    N_ ("Registered by mistake: it never counts.") },
  { BH_VERB_DECLINE, FROM_10_TO_50, BH_LOOP_TARGET_STATUS, BH_STATUS_DECLINED,
    "when it is approved", INPUTS (reason_inputs), 'Q',
    N_ ("Asks to decline what is not the property service's matter.") },
  { BH_VERB_CLOSE_EXCEPTION, AT (FINISHED) | AT (SIGNED), BH_LOOP_TARGET_STATUS, BH_STATUS_CLOSED,
    "marked, when it is approved", INPUTS (close_exception_inputs), 'X',
    N_ ("Asks to close without sign-off or callback.") },
  { BH_VERB_APPROVE, FROM_10_TO_70, BH_LOOP_TARGET_DEPENDS, BH_STATUS_NONE,
    "as asked, where something waits for approval; the asker is not the approver",
    INPUTS (approve_inputs), 'A', N_ ("Grants what waits for approval.") },
  { BH_VERB_REJECT, FROM_10_TO_70, BH_LOOP_TARGET_STAYS, BH_STATUS_NONE,
    "where something waits for approval; the asker does not decide", INPUTS (reject_inputs), 'R',
    N_ ("Denies what waits for approval.") },
  { BH_VERB_UNMERGE, AT (MERGED), BH_LOOP_TARGET_PREVIOUS, BH_STATUS_NONE, "as before the merge",
    NULL, 0, 'U', N_ ("It is a matter of its own after all: goes on as before the merge.") },
  { BH_VERB_REOPEN, AT (CLOSED) | AT (WITHDRAWN) | AT (DECLINED), BH_LOOP_TARGET_STATUS,
    BH_STATUS_DISPATCHED, "round + 1; within the office's reopening time", INPUTS (reopen_inputs),
    'o', N_ ("Takes the matter up again.") },
  { BH_VERB_LINK, ~G_GUINT64_CONSTANT (0), BH_LOOP_TARGET_STAYS, BH_STATUS_NONE, NULL,
    INPUTS (link_inputs), 'l', N_ ("The same matter came before: counted as a repeat.") },
  { BH_VERB_UNDO, ~G_GUINT64_CONSTANT (0), BH_LOOP_TARGET_PREVIOUS, BH_STATUS_NONE,
    "as before the last verb, within the undo time", NULL, 0, 'z',
    N_ ("Takes the last verb of this ticket back.") },
};

const BhLoopRule *
bh_loop_get_rule (BhVerb verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].verb == verb)
      return &rules[i];

  return NULL;
}

const BhLoopRule *
bh_loop_get_rules (guint *n_rules)
{
  g_return_val_if_fail (n_rules != NULL, NULL);

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}

const BhInput *
bh_loop_find_input (BhVerb verb, const char *key)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);

  for (guint i = 0; rule != NULL && i < rule->n_inputs; i++)
    if (g_str_equal (rule->inputs[i].key, key))
      return &rule->inputs[i];

  return NULL;
}

gboolean
bh_loop_allows_status (BhVerb verb, BhStatus status)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);

  return rule != NULL && status != BH_STATUS_NONE && (rule->from & BH_STATUS_BIT (status)) != 0;
}

static void
append_from (GString *out, guint64 from)
{
  guint n_items, n = 0;
  const BhListItem *items = bh_list_get_items (BH_LIST_STATUS, &n_items);

  if (from == ~G_GUINT64_CONSTANT (0))
    {
      g_string_append (out, "any");
      return;
    }

  for (guint i = 0; i < n_items; i++)
    if ((from & BH_STATUS_BIT (items[i].value)) != 0)
      g_string_append_printf (out, "%s%d", n++ > 0 ? " " : "", items[i].value);
  if (n == 0)
    g_string_append (out, "–");
}

static void
append_to (GString *out, const BhLoopRule *rule)
{
  switch (rule->target)
    {
    case BH_LOOP_TARGET_STATUS:
      g_string_append (out, bh_list_get_code (BH_LIST_STATUS, rule->to));
      break;
    case BH_LOOP_TARGET_STAYS:
      g_string_append (out, "stays");
      break;
    case BH_LOOP_TARGET_DEPENDS:
    case BH_LOOP_TARGET_PREVIOUS:
      break;
    }

  if (rule->leads != NULL)
    g_string_append_printf (
        out, "%s%s",
        rule->target == BH_LOOP_TARGET_STATUS || rule->target == BH_LOOP_TARGET_STAYS ? "; " : "",
        rule->leads);
}

char *
bh_loop_to_markdown (void)
{
  GString *out = g_string_new ("| verb | from | to | inputs | key |\n|---|---|---|---|---|\n");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_string_append_printf (out, "| %s | ", bh_list_get_code (BH_LIST_VERB, (int) rules[i].verb));
      append_from (out, rules[i].from);
      g_string_append (out, " | ");
      append_to (out, &rules[i]);
      g_string_append (out, " | ");
      for (guint j = 0; j < rules[i].n_inputs; j++)
        g_string_append_printf (out, rules[i].inputs[j].required ? "%s**%s**" : "%s%s",
                                j > 0 ? " " : "", rules[i].inputs[j].key);
      g_string_append_printf (out, " | %c |\n", rules[i].key != 0 ? rules[i].key : ' ');
    }

  return g_string_free (out, FALSE);
}
