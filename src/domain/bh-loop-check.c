/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-loop-private.h"

#include "base/bh-i18n.h"
#include "base/bh-clock.h"
#include "domain/bh-error.h"

/* The gates of the loop: who may do what when. Every refusal says why and what to do instead. */

/* Roles. The auditor reads. A worker does the work, and takes in what is met on the way:
 * dispatching, grading, voiding, declining, closing without the owner and asking the owner
 * afterwards are the desk's. Supervisors and managers decide on what needs approval. Everybody else
 * may do every verb of the table. */
static gboolean
role_allows (BhRole role, BhVerb verb)
{
  if (role == BH_ROLE_AUDITOR)
    return FALSE;
  if (verb == BH_VERB_APPROVE || verb == BH_VERB_REJECT)
    return bh_loop_may_approve (role);
  if (role != BH_ROLE_WORKER)
    return TRUE;

  return verb != BH_VERB_DISPATCH && verb != BH_VERB_CALLBACK && verb != BH_VERB_VOID
         && verb != BH_VERB_REGRADE && verb != BH_VERB_TASK && verb != BH_VERB_TASK_WAIVE
         && verb != BH_VERB_DECLINE && verb != BH_VERB_CLOSE_EXCEPTION && verb != BH_VERB_LINK
         && verb != BH_VERB_JOIN && verb != BH_VERB_MERGE && verb != BH_VERB_UNMERGE;
}

static gboolean
check_role (BhVerb verb, const BhActor *actor, GError **error)
{
  if (role_allows (actor->role, verb))
    return TRUE;
  if (actor->role == BH_ROLE_AUDITOR)
    return bh_domain_refuse (error, _ ("An auditor only reads: choose somebody else at the desk"));
  if (verb == BH_VERB_APPROVE || verb == BH_VERB_REJECT)
    return bh_domain_refuse (error, _ ("“%s” is for a supervisor or manager: ask one of them"),
                             bh_list_get_label (BH_LIST_VERB, (int) verb));

  return bh_domain_refuse (error, _ ("“%s” belongs to the front desk: ask a clerk or a supervisor"),
                           bh_list_get_label (BH_LIST_VERB, (int) verb));
}

static gboolean
check_status (BhTicket *ticket, BhVerb verb, GError **error)
{
  if (bh_loop_allows_status (verb, ticket->status))
    return TRUE;

  return bh_domain_refuse (error, _ ("“%s” is not possible: %s is at “%s”"),
                           bh_list_get_label (BH_LIST_VERB, (int) verb), ticket->number,
                           bh_list_get_label (BH_LIST_STATUS, (int) ticket->status));
}

static gboolean
check_answer (BhTicket *ticket, BhPolicy *policy, GError **error)
{
  gboolean wants_loop = ticket->kind == BH_KIND_COMPLAINT || ticket->kind == BH_KIND_REPAIR;

  if (!wants_loop || (policy != NULL && policy->allows_answer))
    return TRUE;

  return bh_domain_refuse (
      error, _ ("A complaint or repair of this category cannot be answered on the spot: "
                "dispatch it"));
}

static gboolean
check_plan (BhTicket *ticket, BhPolicy *policy, GError **error)
{
  if (ticket->status == BH_STATUS_INVESTIGATED || (policy != NULL && policy->skip_investigate))
    return TRUE;

  return bh_domain_refuse (error, _ ("%s was not investigated yet: investigate it first"),
                           ticket->number);
}

static gboolean
check_finish (BhTicket *ticket, BhPolicy *policy, GError **error)
{
  gboolean skips_plan = policy != NULL && policy->skip_plan;
  gboolean skips_both = skips_plan && policy->skip_investigate;

  if (ticket->status == BH_STATUS_PLANNED || ticket->grade == BH_GRADE_URGENT || skips_both
      || (ticket->status == BH_STATUS_INVESTIGATED && skips_plan))
    return TRUE;
  if (ticket->status == BH_STATUS_ACCEPTED && !(policy != NULL && policy->skip_investigate))
    return bh_domain_refuse (error, _ ("%s was not investigated yet: investigate it first"),
                             ticket->number);

  return bh_domain_refuse (error, _ ("%s has no plan yet: plan first what is to be done"),
                           ticket->number);
}

/* A photo from an earlier round shows what the owner did not accept. */
static gboolean
has_result_photo (BhTicket *ticket)
{
  BhRound *round = bh_ticket_get_round (ticket);

  for (guint i = 0; i < ticket->attachments->len; i++)
    {
      BhAttachment *attachment = g_ptr_array_index (ticket->attachments, i);

      if (attachment->use == BH_ATTACHMENT_AFTER
          && (round == NULL || attachment->at >= round->started_at))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_photo (BhTicket *ticket, BhPolicy *policy, GError **error)
{
  if (policy == NULL || !policy->needs_photo || has_result_photo (ticket))
    return TRUE;

  return bh_domain_refuse (
      error, _ ("%s needs a photo of the result: attach one “After the work” (use=after) first"),
      ticket->number);
}

static BhTask *
find_open_task (BhTicket *ticket)
{
  for (guint i = 0; i < ticket->tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (ticket->tasks, i);

      if (task->outcome == BH_TASK_OPEN)
        return task;
    }

  return NULL;
}

static gboolean
check_no_open_task (BhTicket *ticket, BhOffice *office, GError **error)
{
  BhTask *task = find_open_task (ticket);

  if (task == NULL)
    return TRUE;

  return bh_domain_refuse (
      error, _ ("%s still has a task of %s (“%s”): it must be done or waived first"),
      ticket->number, bh_office_get_name (office, BH_TYPE_DEPARTMENT, task->department_id),
      task->what);
}

static gboolean
check_open_task (BhTicket *ticket, GError **error)
{
  if (find_open_task (ticket) != NULL)
    return TRUE;

  return bh_domain_refuse (error, _ ("%s has no open task"), ticket->number);
}

static gboolean
check_callback (BhTicket *ticket, const BhActor *actor, BhOffice *office, GError **error)
{
  BhRound *round = bh_ticket_get_round (ticket);

  if (round == NULL || actor->staff_id == 0 || round->finished_by != actor->staff_id)
    return TRUE;

  return bh_domain_refuse (error, _ ("%s finished this ticket: somebody else calls back"),
                           bh_office_get_name (office, BH_TYPE_STAFF, actor->staff_id));
}

static gboolean
check_reopen (BhTicket *ticket, BhOffice *office, gint64 now, GError **error)
{
  gint64 days = bh_office_get_settings (office)->reopen_days;

  if (now - ticket->closed_at <= days * 86400 * BH_USEC_PER_SEC)
    return TRUE;

  return bh_domain_refuse (
      error, _ ("%s was closed more than %d days ago: register a new ticket as its repeat"),
      ticket->number, (int) days);
}

/* Whoever may not do a verb may not take it back either. */
static gboolean
check_undo (BhTicket *ticket,
            const BhActor *actor,
            BhOffice *office,
            gint64 now,
            BhEvent *last,
            GError **error)
{
  gint64 seconds = bh_office_get_settings (office)->undo_seconds;

  if (last == NULL || last->verb == BH_VERB_NEW || last->verb == BH_VERB_IMPORT)
    return bh_domain_refuse (
        error, _ ("There is nothing to undo: %s was only registered; void it instead"),
        ticket->number);
  if (last->verb == BH_VERB_JOIN)
    return bh_domain_refuse (error, _ ("%s was merged into %s since: split it off there first"),
                             bh_payload_get (last->payload, "number"), ticket->number);
  if (last->verb == BH_VERB_PART)
    return bh_domain_refuse (error, _ ("%s was split off from %s since: undo that there first"),
                             bh_payload_get (last->payload, "number"), ticket->number);
  if (now - last->recorded_at > seconds * BH_USEC_PER_SEC)
    return bh_domain_refuse (
        error, _ ("“%s” was done more than %d minutes ago and cannot be undone"),
        bh_list_get_label (BH_LIST_VERB, (int) last->verb), (int) (seconds / 60));

  return check_role (last->verb, actor, error)
         && ((last->verb != BH_VERB_APPROVE && last->verb != BH_VERB_REJECT)
             || bh_loop_check_undo_decision (ticket, actor, error));
}

static gboolean
check_verb (BhTicket *ticket,
            BhVerb verb,
            const BhActor *actor,
            BhOffice *office,
            gint64 now,
            BhEvent *last,
            GError **error)
{
  BhPolicy *policy = bh_office_get_policy (office, ticket->policy_id);

  switch (verb)
    {
    case BH_VERB_ANSWER:
      return check_answer (ticket, policy, error);
    case BH_VERB_PLAN:
      return check_plan (ticket, policy, error);
    case BH_VERB_FINISH:
      return check_finish (ticket, policy, error) && check_photo (ticket, policy, error)
             && check_no_open_task (ticket, office, error);
    case BH_VERB_MERGE:
      return check_no_open_task (ticket, office, error);
    case BH_VERB_TASK_DONE:
    case BH_VERB_TASK_WAIVE:
      return check_open_task (ticket, error);
    case BH_VERB_CALLBACK:
      return check_callback (ticket, actor, office, error);
    case BH_VERB_REOPEN:
      return check_reopen (ticket, office, now, error);
    case BH_VERB_UNDO:
      return check_undo (ticket, actor, office, now, last, error);
    case BH_VERB_NEW:
    case BH_VERB_DISPATCH:
    case BH_VERB_ACCEPT:
    case BH_VERB_RETURN:
    case BH_VERB_TRANSFER:
    case BH_VERB_INVESTIGATE:
    case BH_VERB_SIGN:
    case BH_VERB_REFUSE:
    case BH_VERB_ATTEMPT:
    case BH_VERB_CONTACT:
    case BH_VERB_NOTE:
    case BH_VERB_REMIND:
    case BH_VERB_CORRECT:
    case BH_VERB_REGRADE:
    case BH_VERB_RECATEGORIZE:
    case BH_VERB_WITHDRAW:
    case BH_VERB_VOID:
    case BH_VERB_SUSPEND:
    case BH_VERB_RESUME:
    case BH_VERB_TASK:
    case BH_VERB_LINK:
    case BH_VERB_JOIN:
    case BH_VERB_PART:
    case BH_VERB_UNMERGE:
    case BH_VERB_EXTEND:
    case BH_VERB_DECLINE:
    case BH_VERB_CLOSE_EXCEPTION:
    case BH_VERB_APPROVE:
    case BH_VERB_REJECT:
    case BH_VERB_WARN:
    case BH_VERB_ATTACH:
    case BH_VERB_IMPORT:
    case BH_VERB_NONE:
      break;
    }

  return TRUE;
}

gboolean
bh_loop_check (BhTicket *ticket,
               BhVerb verb,
               const BhActor *actor,
               BhOffice *office,
               gint64 now,
               BhEvent *last,
               GError **error)
{
  g_return_val_if_fail (BH_IS_TICKET (ticket), FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  return check_role (verb, actor, error) && check_status (ticket, verb, error)
         && check_verb (ticket, verb, actor, office, now, last, error)
         && bh_loop_check_exception (ticket, verb, actor, office, now, error);
}

gboolean
bh_loop_wants_cause (BhTicket *ticket, BhOffice *office)
{
  BhPolicy *policy;

  g_return_val_if_fail (BH_IS_TICKET (ticket), FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  policy = bh_office_get_policy (office, ticket->policy_id);

  return policy != NULL && policy->needs_cause && ticket->cause_id == 0;
}

static char *
join_keys (const BhLoopRule *rule)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rule->n_inputs; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", rule->inputs[i].key);
  if (rule->n_inputs == 0)
    g_string_append (out, _ ("none"));

  return g_string_free (out, FALSE);
}

static gboolean
check_input (const BhInput *input, const char *value, GError **error)
{
  BhList list = input->type == BH_INPUT_YES_NO ? BH_LIST_TRI : input->list;
  g_autofree char *codes = NULL;

  if (input->type == BH_INPUT_SCORE && !(value[0] >= '1' && value[0] <= '5' && value[1] == '\0'))
    return bh_domain_reject_input (error, _ ("%s: “%s” is no score; a score is 1, 2, 3, 4 or 5"),
                                   input->key, value);
  if (list == BH_LIST_NONE || bh_list_find (list, value) != 0)
    return TRUE;

  codes = bh_list_join_codes (list);

  return bh_domain_reject_input (error, _ ("%s: “%s” is unknown; there is: %s"), input->key, value,
                                 codes);
}

static gboolean
check_required (const BhLoopRule *rule, BhPayload *inputs, GError **error)
{
  for (guint i = 0; i < rule->n_inputs; i++)
    if (rule->inputs[i].required && bh_payload_get (inputs, rule->inputs[i].key) == NULL)
      return bh_domain_reject_input (error, _ ("“%s” is missing (%s)"), _ (rule->inputs[i].label),
                                     rule->inputs[i].key);

  return TRUE;
}

gboolean
bh_loop_check_inputs (BhVerb verb, BhPayload *inputs, GError **error)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);

  g_return_val_if_fail (rule != NULL, FALSE);
  g_return_val_if_fail (inputs != NULL, FALSE);

  for (guint i = 0; i < bh_payload_get_size (inputs); i++)
    {
      const char *key, *value;
      const BhInput *input;

      bh_payload_get_nth (inputs, i, &key, &value);
      input = bh_loop_find_input (verb, key);
      if (input == NULL)
        {
          g_autofree char *keys = join_keys (rule);

          return bh_domain_reject_input (error, _ ("“%s” has no key “%s”; there is: %s"),
                                         bh_list_get_code (BH_LIST_VERB, (int) verb), key, keys);
        }
      if (!check_input (input, value, error))
        return FALSE;
    }

  return check_required (rule, inputs, error);
}

/* Dispatching once more is possible, but the next step is what the ticket waits for. */
static gboolean
leads_nowhere (BhTicket *ticket, BhVerb verb)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);

  return rule->target == BH_LOOP_TARGET_STATUS && rule->to == ticket->status;
}

BhVerb *
bh_loop_list_possible (
    BhTicket *ticket, const BhActor *actor, BhOffice *office, gint64 now, BhEvent *last)
{
  guint n_rules, n = 0;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);
  BhVerb *verbs = g_new0 (BhVerb, n_rules + 1);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].verb != BH_VERB_NEW
        && bh_loop_check (ticket, rules[i].verb, actor, office, now, last, NULL))
      verbs[n++] = rules[i].verb;
  if (n > 1 && leads_nowhere (ticket, verbs[0]))
    {
      BhVerb again = verbs[0];

      verbs[0] = verbs[1];
      verbs[1] = again;
    }

  return verbs;
}
