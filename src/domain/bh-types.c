/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-types.h"

#include "base/bh-i18n.h"

/* Every label has its list as message context: the same English word is often another one in
 * Chinese ("Contact" is 联系 as a verb and 联系人 as a person). */

static const BhListItem kinds[] = {
  { BH_KIND_COMPLAINT, "complaint", NC_ ("kind", "Complaint") },
  { BH_KIND_REPAIR, "repair", NC_ ("kind", "Repair") },
  { BH_KIND_INQUIRY, "inquiry", NC_ ("kind", "Inquiry") },
  { BH_KIND_SUGGESTION, "suggestion", NC_ ("kind", "Suggestion") },
  { BH_KIND_OPINION, "opinion", NC_ ("kind", "Opinion") },
  { BH_KIND_PRAISE, "praise", NC_ ("kind", "Praise") },
  { BH_KIND_OTHER, "other", NC_ ("kind", "Other") },
};

static const BhListItem grades[] = {
  { BH_GRADE_URGENT, "urgent", NC_ ("grade", "Urgent") },
  { BH_GRADE_IMPORTANT, "important", NC_ ("grade", "Important") },
  { BH_GRADE_GENERAL, "general", NC_ ("grade", "General") },
};

static const BhListItem statuses[] = {
  { BH_STATUS_REGISTERED, "registered", NC_ ("status", "Waiting for dispatch") },
  { BH_STATUS_DISPATCHED, "dispatched", NC_ ("status", "Waiting for acceptance") },
  { BH_STATUS_ACCEPTED, "accepted", NC_ ("status", "Under investigation") },
  { BH_STATUS_INVESTIGATED, "investigated", NC_ ("status", "Waiting for a plan") },
  { BH_STATUS_PLANNED, "planned", NC_ ("status", "In progress") },
  { BH_STATUS_FINISHED, "finished", NC_ ("status", "Waiting for sign-off") },
  { BH_STATUS_SIGNED, "signed", NC_ ("status", "Waiting for callback") },
  { BH_STATUS_CLOSED, "closed", NC_ ("status", "Closed") },
  { BH_STATUS_VOID, "void", NC_ ("status", "Void") },
  { BH_STATUS_MERGED, "merged", NC_ ("status", "Merged") },
  { BH_STATUS_WITHDRAWN, "withdrawn", NC_ ("status", "Withdrawn") },
  { BH_STATUS_DECLINED, "declined", NC_ ("status", "Not ours") },
};

static const BhListItem stages[] = {
  { BH_STAGE_DISPATCH, "dispatch", NC_ ("stage", "Dispatch") },
  { BH_STAGE_ACCEPT, "accept", NC_ ("stage", "Acceptance") },
  { BH_STAGE_INVESTIGATE, "investigate", NC_ ("stage", "Investigation") },
  { BH_STAGE_PLAN, "plan", NC_ ("stage", "Plan") },
  { BH_STAGE_EXECUTE, "execute", NC_ ("stage", "Execution") },
  { BH_STAGE_SIGN, "sign", NC_ ("stage", "Sign-off") },
  { BH_STAGE_CALLBACK, "callback", NC_ ("stage", "Callback") },
};

static const BhListItem clocks[] = {
  { BH_CLOCK_DISPATCH, "dispatch", NC_ ("stage", "Dispatch") },
  { BH_CLOCK_ACCEPT, "accept", NC_ ("stage", "Acceptance") },
  { BH_CLOCK_INVESTIGATE, "investigate", NC_ ("stage", "Investigation") },
  { BH_CLOCK_PLAN, "plan", NC_ ("stage", "Plan") },
  { BH_CLOCK_EXECUTE, "execute", NC_ ("stage", "Execution") },
  { BH_CLOCK_SIGN, "sign", NC_ ("stage", "Sign-off") },
  { BH_CLOCK_CALLBACK, "callback", NC_ ("stage", "Callback") },
  { BH_CLOCK_RESPONSE, "response", NC_ ("stage", "Response") },
  { BH_CLOCK_COMPLETION, "completion", NC_ ("stage", "Completion") },
};

static const BhListItem outcomes[] = {
  { BH_OUTCOME_DONE, "done", NC_ ("outcome", "Done") },
  { BH_OUTCOME_SKIPPED, "skipped", NC_ ("outcome", "Skipped") },
  { BH_OUTCOME_RETURNED, "returned", NC_ ("outcome", "Returned") },
  { BH_OUTCOME_TRANSFERRED, "transferred", NC_ ("outcome", "Transferred") },
  { BH_OUTCOME_REFUSED, "refused", NC_ ("outcome", "Refused") },
  { BH_OUTCOME_UNREACHED, "unreached", NC_ ("outcome", "Not reached") },
  { BH_OUTCOME_STOPPED, "stopped", NC_ ("outcome", "Stopped") },
  { BH_OUTCOME_MERGED, "merged", NC_ ("outcome", "Merged") },
};

static const BhListItem verbs[] = {
  { BH_VERB_NEW, "new", NC_ ("verb", "Register") },
  { BH_VERB_ANSWER, "answer", NC_ ("verb", "Answer") },
  { BH_VERB_DISPATCH, "dispatch", NC_ ("verb", "Dispatch") },
  { BH_VERB_ACCEPT, "accept", NC_ ("verb", "Accept") },
  { BH_VERB_RETURN, "return", NC_ ("verb", "Return") },
  { BH_VERB_TRANSFER, "transfer", NC_ ("verb", "Transfer") },
  { BH_VERB_INVESTIGATE, "investigate", NC_ ("verb", "Investigate") },
  { BH_VERB_PLAN, "plan", NC_ ("verb", "Plan") },
  { BH_VERB_FINISH, "finish", NC_ ("verb", "Finish") },
  { BH_VERB_SIGN, "sign", NC_ ("verb", "Sign off") },
  { BH_VERB_REFUSE, "refuse", NC_ ("verb", "Refuse") },
  { BH_VERB_ATTEMPT, "attempt", NC_ ("verb", "Not reached") },
  { BH_VERB_CALLBACK, "callback", NC_ ("verb", "Call back") },
  { BH_VERB_CONTACT, "contact", NC_ ("verb", "Contact") },
  { BH_VERB_NOTE, "note", NC_ ("verb", "Note") },
  { BH_VERB_REMIND, "remind", NC_ ("verb", "Remind") },
  { BH_VERB_CORRECT, "correct", NC_ ("verb", "Correct") },
  { BH_VERB_REGRADE, "regrade", NC_ ("verb", "Change grade") },
  { BH_VERB_RECATEGORIZE, "recategorize", NC_ ("verb", "Change category") },
  { BH_VERB_WITHDRAW, "withdraw", NC_ ("verb", "Withdraw") },
  { BH_VERB_VOID, "void", NC_ ("verb", "Void") },
  { BH_VERB_REOPEN, "reopen", NC_ ("verb", "Reopen") },
  { BH_VERB_UNDO, "undo", NC_ ("verb", "Undo") },
  { BH_VERB_IMPORT, "import", NC_ ("verb", "Import") },
  { BH_VERB_SUSPEND, "suspend", NC_ ("verb", "Suspend") },
  { BH_VERB_RESUME, "resume", NC_ ("verb", "Resume") },
  { BH_VERB_TASK, "task", NC_ ("verb", "Ask for assistance") },
  { BH_VERB_TASK_DONE, "task-done", NC_ ("verb", "Assistance done") },
  { BH_VERB_TASK_WAIVE, "task-waive", NC_ ("verb", "Waive assistance") },
  { BH_VERB_LINK, "link", NC_ ("verb", "Link as repeat") },
  { BH_VERB_JOIN, "join", NC_ ("verb", "Me too") },
  { BH_VERB_PART, "part", NC_ ("verb", "Leave") },
  { BH_VERB_MERGE, "merge", NC_ ("verb", "Merge") },
  { BH_VERB_UNMERGE, "unmerge", NC_ ("verb", "Split off") },
  { BH_VERB_EXTEND, "extend", NC_ ("verb", "Ask for more time") },
  { BH_VERB_DECLINE, "decline", NC_ ("verb", "Not ours") },
  { BH_VERB_CLOSE_EXCEPTION, "close-exception", NC_ ("verb", "Close by exception") },
  { BH_VERB_APPROVE, "approve", NC_ ("verb", "Approve") },
  { BH_VERB_REJECT, "reject", NC_ ("verb", "Reject") },
  { BH_VERB_WARN, "warn", NC_ ("verb", "Warning") },
  { BH_VERB_ATTACH, "attach", NC_ ("verb", "Attach a file") },
};

static const BhListItem roles[] = {
  { BH_ROLE_CLERK, "clerk", NC_ ("role", "Clerk") },
  { BH_ROLE_STEWARD, "steward", NC_ ("role", "Steward") },
  { BH_ROLE_WORKER, "worker", NC_ ("role", "Worker") },
  { BH_ROLE_SUPERVISOR, "supervisor", NC_ ("role", "Supervisor") },
  { BH_ROLE_MANAGER, "manager", NC_ ("role", "Manager") },
  { BH_ROLE_AUDITOR, "auditor", NC_ ("role", "Auditor") },
  { BH_ROLE_ADMINISTRATOR, "administrator", NC_ ("role", "Administrator") },
};

static const BhListItem place_kinds[] = {
  { BH_PLACE_COMMUNITY, "community", NC_ ("place", "Community") },
  { BH_PLACE_BUILDING, "building", NC_ ("place", "Building") },
  { BH_PLACE_UNIT, "unit", NC_ ("place", "Unit") },
  { BH_PLACE_ROOM, "room", NC_ ("place", "Room") },
  { BH_PLACE_AREA, "area", NC_ ("place", "Public area") },
  { BH_PLACE_EQUIPMENT, "equipment", NC_ ("place", "Equipment") },
};

static const BhListItem contact_kinds[] = {
  { BH_CONTACT_OWNER, "owner", NC_ ("contact", "Owner") },
  { BH_CONTACT_TENANT, "tenant", NC_ ("contact", "Tenant") },
  { BH_CONTACT_FAMILY, "family", NC_ ("contact", "Family") },
  { BH_CONTACT_OTHER, "other", NC_ ("contact", "Other") },
};

static const BhListItem cares[] = {
  { BH_CARE_ELDERLY, "elderly", NC_ ("care", "Elderly") },
  { BH_CARE_CHILD, "child", NC_ ("care", "Child") },
  { BH_CARE_DISABLED, "disabled", NC_ ("care", "Disabled") },
};

static const BhListItem responsibilities[] = {
  { BH_RESPONSIBILITY_PROPERTY, "property", NC_ ("responsibility", "Property service") },
  { BH_RESPONSIBILITY_OWNER, "owner", NC_ ("responsibility", "Owner") },
  { BH_RESPONSIBILITY_DEVELOPER, "developer", NC_ ("responsibility", "Developer") },
  { BH_RESPONSIBILITY_THIRD_PARTY, "third-party", NC_ ("responsibility", "Third party") },
  { BH_RESPONSIBILITY_NOBODY, "nobody", NC_ ("responsibility", "Nobody") },
};

static const BhListItem move_reasons[] = {
  { BH_MOVE_WRONG_DEPARTMENT, "wrong-department", NC_ ("reason", "Wrong department") },
  { BH_MOVE_NO_CAPACITY, "no-capacity", NC_ ("reason", "No capacity") },
  { BH_MOVE_NO_ACCESS, "no-access", NC_ ("reason", "No access") },
  { BH_MOVE_OTHER, "other", NC_ ("reason", "Other") },
};

static const BhListItem suspend_reasons[] = {
  { BH_SUSPEND_OWNER, "owner", NC_ ("suspended", "Waits for the owner") },
  { BH_SUSPEND_MATERIAL, "material", NC_ ("suspended", "Waits for material") },
  { BH_SUSPEND_WEATHER, "weather", NC_ ("suspended", "Weather") },
  { BH_SUSPEND_THIRD_PARTY, "third-party", NC_ ("suspended", "Waits for a third party") },
  { BH_SUSPEND_OTHER, "other", NC_ ("suspended", "Other") },
};

static const BhListItem decisions[] = {
  { BH_DECISION_APPROVED, "approved", NC_ ("decision", "Approved") },
  { BH_DECISION_REJECTED, "rejected", NC_ ("decision", "Rejected") },
  { BH_DECISION_LAPSED, "lapsed", NC_ ("decision", "Lapsed") },
};

static const BhListItem task_outcomes[] = {
  { BH_TASK_DONE, "done", NC_ ("task", "Done") },
  { BH_TASK_WAIVED, "waived", NC_ ("task", "Waived") },
};

static const BhListItem attachment_uses[] = {
  { BH_ATTACHMENT_BEFORE, "before", NC_ ("attachment", "Before the work") },
  { BH_ATTACHMENT_AFTER, "after", NC_ ("attachment", "After the work") },
  { BH_ATTACHMENT_SIGNATURE, "signature", NC_ ("attachment", "Signature") },
  { BH_ATTACHMENT_OTHER, "other", NC_ ("attachment", "Other") },
};

static const BhListItem callback_modes[] = {
  { BH_CALLBACK_NEVER, "never", NC_ ("callback", "Never") },
  { BH_CALLBACK_UNLESS_SCORED, "unless-scored", NC_ ("callback", "Unless scored at the sign-off") },
  { BH_CALLBACK_ALWAYS, "always", NC_ ("callback", "Always") },
  { BH_CALLBACK_SAMPLE, "sample", NC_ ("callback", "A sample") },
};

static const BhListItem qualities[] = {
  { BH_QUALITY_GOOD, "good", NC_ ("quality", "Handled well") },
  { BH_QUALITY_POOR, "poor", NC_ ("quality", "Handled poorly") },
};

static const BhListItem handling_spans[] = {
  { BH_HANDLING_2_HOURS, "2h", NC_ ("handling", "Up to 2 h") },
  { BH_HANDLING_8_HOURS, "8h", NC_ ("handling", "2–8 h") },
  { BH_HANDLING_1_DAY, "1d", NC_ ("handling", "8–24 h") },
  { BH_HANDLING_2_DAYS, "2d", NC_ ("handling", "1–2 d") },
  { BH_HANDLING_3_DAYS, "3d", NC_ ("handling", "2–3 d") },
  { BH_HANDLING_5_DAYS, "5d", NC_ ("handling", "3–5 d") },
  { BH_HANDLING_7_DAYS, "7d", NC_ ("handling", "5–7 d") },
  { BH_HANDLING_15_DAYS, "15d", NC_ ("handling", "7–15 d") },
  { BH_HANDLING_30_DAYS, "30d", NC_ ("handling", "15–30 d") },
  { BH_HANDLING_LONGER, "longer", NC_ ("handling", "Over 30 d") },
};

static const BhListItem scores[] = {
  { 1, "1", NC_ ("score", "1 – very dissatisfied") },
  { 2, "2", NC_ ("score", "2 – dissatisfied") },
  { 3, "3", NC_ ("score", "3 – so-so") },
  { 4, "4", NC_ ("score", "4 – satisfied") },
  { 5, "5", NC_ ("score", "5 – very satisfied") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (scores) == BH_N_SCORES);

static const BhListItem signed_bys[] = {
  { BH_SIGNED_OWNER, "owner", NC_ ("signed by", "Owner on the spot") },
  { BH_SIGNED_PHONE, "phone", NC_ ("signed by", "Phone") },
  { BH_SIGNED_MESSAGE, "message", NC_ ("signed by", "Message") },
  { BH_SIGNED_VERIFIED, "verified", NC_ ("signed by", "Verified by a supervisor") },
};

static const BhListItem verdicts[] = {
  { BH_VERDICT_SIGNED, "signed", NC_ ("verdict", "Signed off") },
  { BH_VERDICT_REFUSED, "refused", NC_ ("verdict", "Refused") },
  { BH_VERDICT_UNREACHED, "unreached", NC_ ("verdict", "Not reached") },
};

static const BhListItem origins[] = {
  { BH_ORIGIN_DESK, "desk", NC_ ("origin", "Registered at the desk") },
  { BH_ORIGIN_LEDGER, "ledger", NC_ ("origin", "Imported from a ledger") },
};

static const BhListItem hours[] = {
  { BH_HOURS_CLOCK, "clock", NC_ ("hours", "Around the clock") },
  { BH_HOURS_OFFICE, "office", NC_ ("hours", "Office hours") },
};

static const BhListItem target_forms[] = {
  { BH_TARGET_VALUE, "value", NC_ ("target", "Value to reach") },
  { BH_TARGET_CHANGE, "change", NC_ ("target", "Change against the base year") },
  { BH_TARGET_ALARM, "alarm", NC_ ("target", "Alarm limit") },
};

static const BhListItem tris[] = {
  { BH_TRI_YES, "yes", NC_ ("answer", "Yes") },
  { BH_TRI_NO, "no", NC_ ("answer", "No") },
};

static const BhListItem measure_states[] = {
  { BH_MEASURE_OPEN, "open", NC_ ("measure", "Under way") },
  { BH_MEASURE_DONE, "done", NC_ ("measure", "Done") },
  { BH_MEASURE_DROPPED, "dropped", NC_ ("measure", "Dropped") },
};

static const BhListItem punctualities[] = {
  { BH_PUNCTUALITY_ON_TIME, "on-time", NC_ ("punctuality", "On time") },
  { BH_PUNCTUALITY_LATE, "late", NC_ ("punctuality", "Late") },
};

static const BhListItem weekdays[] = {
  { 1, "1", NC_ ("weekday", "Monday") },    { 2, "2", NC_ ("weekday", "Tuesday") },
  { 3, "3", NC_ ("weekday", "Wednesday") }, { 4, "4", NC_ ("weekday", "Thursday") },
  { 5, "5", NC_ ("weekday", "Friday") },    { 6, "6", NC_ ("weekday", "Saturday") },
  { 7, "7", NC_ ("weekday", "Sunday") },
};

static const BhListItem day_hours[] = {
  { 1, "0", NC_ ("hour", "0:00") },    { 2, "1", NC_ ("hour", "1:00") },
  { 3, "2", NC_ ("hour", "2:00") },    { 4, "3", NC_ ("hour", "3:00") },
  { 5, "4", NC_ ("hour", "4:00") },    { 6, "5", NC_ ("hour", "5:00") },
  { 7, "6", NC_ ("hour", "6:00") },    { 8, "7", NC_ ("hour", "7:00") },
  { 9, "8", NC_ ("hour", "8:00") },    { 10, "9", NC_ ("hour", "9:00") },
  { 11, "10", NC_ ("hour", "10:00") }, { 12, "11", NC_ ("hour", "11:00") },
  { 13, "12", NC_ ("hour", "12:00") }, { 14, "13", NC_ ("hour", "13:00") },
  { 15, "14", NC_ ("hour", "14:00") }, { 16, "15", NC_ ("hour", "15:00") },
  { 17, "16", NC_ ("hour", "16:00") }, { 18, "17", NC_ ("hour", "17:00") },
  { 19, "18", NC_ ("hour", "18:00") }, { 20, "19", NC_ ("hour", "19:00") },
  { 21, "20", NC_ ("hour", "20:00") }, { 22, "21", NC_ ("hour", "21:00") },
  { 23, "22", NC_ ("hour", "22:00") }, { 24, "23", NC_ ("hour", "23:00") },
};

typedef struct
{
  const BhListItem *items;
  guint n_items;
  const char *context;
} List;

static const List lists[] = {
  [BH_LIST_NONE] = { NULL, 0, NULL },
  [BH_LIST_KIND] = { kinds, G_N_ELEMENTS (kinds), "kind" },
  [BH_LIST_GRADE] = { grades, G_N_ELEMENTS (grades), "grade" },
  [BH_LIST_STATUS] = { statuses, G_N_ELEMENTS (statuses), "status" },
  [BH_LIST_STAGE] = { stages, G_N_ELEMENTS (stages), "stage" },
  [BH_LIST_CLOCK] = { clocks, G_N_ELEMENTS (clocks), "stage" },
  [BH_LIST_OUTCOME] = { outcomes, G_N_ELEMENTS (outcomes), "outcome" },
  [BH_LIST_VERB] = { verbs, G_N_ELEMENTS (verbs), "verb" },
  [BH_LIST_ROLE] = { roles, G_N_ELEMENTS (roles), "role" },
  [BH_LIST_PLACE_KIND] = { place_kinds, G_N_ELEMENTS (place_kinds), "place" },
  [BH_LIST_CONTACT_KIND] = { contact_kinds, G_N_ELEMENTS (contact_kinds), "contact" },
  [BH_LIST_CARE] = { cares, G_N_ELEMENTS (cares), "care" },
  [BH_LIST_RESPONSIBILITY]
  = { responsibilities, G_N_ELEMENTS (responsibilities), "responsibility" },
  [BH_LIST_MOVE_REASON] = { move_reasons, G_N_ELEMENTS (move_reasons), "reason" },
  [BH_LIST_SIGNED_BY] = { signed_bys, G_N_ELEMENTS (signed_bys), "signed by" },
  [BH_LIST_VERDICT] = { verdicts, G_N_ELEMENTS (verdicts), "verdict" },
  [BH_LIST_ORIGIN] = { origins, G_N_ELEMENTS (origins), "origin" },
  [BH_LIST_HOURS] = { hours, G_N_ELEMENTS (hours), "hours" },
  [BH_LIST_TARGET_FORM] = { target_forms, G_N_ELEMENTS (target_forms), "target" },
  [BH_LIST_TRI] = { tris, G_N_ELEMENTS (tris), "answer" },
  [BH_LIST_PUNCTUALITY] = { punctualities, G_N_ELEMENTS (punctualities), "punctuality" },
  [BH_LIST_SUSPEND_REASON] = { suspend_reasons, G_N_ELEMENTS (suspend_reasons), "suspended" },
  [BH_LIST_DECISION] = { decisions, G_N_ELEMENTS (decisions), "decision" },
  [BH_LIST_TASK_OUTCOME] = { task_outcomes, G_N_ELEMENTS (task_outcomes), "task" },
  [BH_LIST_ATTACHMENT_USE] = { attachment_uses, G_N_ELEMENTS (attachment_uses), "attachment" },
  [BH_LIST_CALLBACK_MODE] = { callback_modes, G_N_ELEMENTS (callback_modes), "callback" },
  [BH_LIST_QUALITY] = { qualities, G_N_ELEMENTS (qualities), "quality" },
  [BH_LIST_HANDLING_SPAN] = { handling_spans, G_N_ELEMENTS (handling_spans), "handling" },
  [BH_LIST_SCORE] = { scores, G_N_ELEMENTS (scores), "score" },
  [BH_LIST_WEEKDAY] = { weekdays, G_N_ELEMENTS (weekdays), "weekday" },
  [BH_LIST_HOUR] = { day_hours, G_N_ELEMENTS (day_hours), "hour" },
  [BH_LIST_MEASURE_STATE] = { measure_states, G_N_ELEMENTS (measure_states), "measure" },
};

static const BhListItem *
find_value (BhList list, int value)
{
  for (guint i = 0; i < lists[list].n_items; i++)
    {
      if (lists[list].items[i].value == value)
        return &lists[list].items[i];
    }

  return NULL;
}

static const char *
translate (BhList list, const BhListItem *item)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, lists[list].context, item->label);
}

const BhListItem *
bh_list_get_items (BhList list, guint *n_items)
{
  g_return_val_if_fail ((guint) list < G_N_ELEMENTS (lists), NULL);
  g_return_val_if_fail (n_items != NULL, NULL);

  *n_items = lists[list].n_items;

  return lists[list].items;
}

const char *
bh_list_get_code (BhList list, int value)
{
  const BhListItem *item;

  g_return_val_if_fail ((guint) list < G_N_ELEMENTS (lists), "");

  item = find_value (list, value);

  return item != NULL ? item->code : "";
}

const char *
bh_list_get_label (BhList list, int value)
{
  const BhListItem *item;

  g_return_val_if_fail ((guint) list < G_N_ELEMENTS (lists), "");

  item = find_value (list, value);

  return item != NULL ? translate (list, item) : "";
}

int
bh_list_find (BhList list, const char *text)
{
  g_return_val_if_fail ((guint) list < G_N_ELEMENTS (lists), 0);

  if (text == NULL)
    return 0;

  for (guint i = 0; i < lists[list].n_items; i++)
    {
      const BhListItem *item = &lists[list].items[i];

      if (g_ascii_strcasecmp (text, item->code) == 0)
        return item->value;
    }
  for (guint i = 0; i < lists[list].n_items; i++)
    {
      const BhListItem *item = &lists[list].items[i];

      if (g_ascii_strcasecmp (text, item->label) == 0
          || g_ascii_strcasecmp (text, translate (list, item)) == 0)
        return item->value;
    }

  return 0;
}

char *
bh_list_join_codes (BhList list)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail ((guint) list < G_N_ELEMENTS (lists), g_string_free (out, FALSE));

  for (guint i = 0; i < lists[list].n_items; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      g_string_append (out, lists[list].items[i].code);
    }

  return g_string_free (out, FALSE);
}

gboolean
bh_status_is_ended (BhStatus status)
{
  switch (status)
    {
    case BH_STATUS_CLOSED:
    case BH_STATUS_VOID:
    case BH_STATUS_MERGED:
    case BH_STATUS_WITHDRAWN:
    case BH_STATUS_DECLINED:
      return TRUE;
    case BH_STATUS_NONE:
    case BH_STATUS_REGISTERED:
    case BH_STATUS_DISPATCHED:
    case BH_STATUS_ACCEPTED:
    case BH_STATUS_INVESTIGATED:
    case BH_STATUS_PLANNED:
    case BH_STATUS_FINISHED:
    case BH_STATUS_SIGNED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}
