/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-slip.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-many.h"
#include "domain/bh-error.h"

#define PERSON "person"
#define ACCEPTED_AT "accepted-at"
#define FINISHED_AT "finished-at"

static const BhInput person_input
    = { PERSON, N_ ("Who did the work"), BH_INPUT_STAFF, BH_LIST_NONE, FALSE };
static const BhInput accepted_input
    = { ACCEPTED_AT, N_ ("Accepted at"), BH_INPUT_TIME, BH_LIST_NONE, TRUE };
static const BhInput finished_input
    = { FINISHED_AT, N_ ("Finished at"), BH_INPUT_TIME, BH_LIST_NONE, TRUE };

static void
add_input (BhSlip *self, const BhInput *input)
{
  g_assert (self->n_inputs < G_N_ELEMENTS (self->inputs));
  self->inputs[self->n_inputs++] = *input;
}

/* What the loop asks for at this step, each key once. */
static void
add_inputs_of (BhSlip *self, BhVerb verb, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < self->n_inputs; j++)
        known |= g_str_equal (self->inputs[j].key, keys[i]);
      if (!known)
        add_input (self, bh_loop_find_input (verb, keys[i]));
    }
}

/* An urgent ticket may be finished without what is between. */
static gboolean
needs (BhTicket *ticket, BhPolicy *policy, BhVerb verb)
{
  if (ticket->grade == BH_GRADE_URGENT)
    return FALSE;
  if (verb == BH_VERB_INVESTIGATE)
    return ticket->status <= BH_STATUS_ACCEPTED && !(policy != NULL && policy->skip_investigate);

  return ticket->status <= BH_STATUS_INVESTIGATED && !(policy != NULL && policy->skip_plan);
}

BhSlip *
bh_slip_new (BhTicket *ticket, BhOffice *office)
{
  static const char *const investigate_keys[] = { "cause", "responsibility", "facts", NULL };
  static const char *const plan_keys[] = { "measure", NULL };
  static const char *const finish_keys[] = { "result", "cause", "cost", NULL };
  BhPolicy *policy;
  BhSlip *self;

  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  if (ticket->status < BH_STATUS_DISPATCHED || ticket->status > BH_STATUS_PLANNED)
    return NULL;
  policy = bh_office_get_policy (office, ticket->policy_id);
  self = g_new0 (BhSlip, 1);
  self->holder_id = ticket->staff_id;
  add_input (self, &person_input);
  if (ticket->status == BH_STATUS_DISPATCHED)
    {
      self->verbs[self->n_verbs++] = BH_VERB_ACCEPT;
      add_input (self, &accepted_input);
    }
  if (needs (ticket, policy, BH_VERB_INVESTIGATE))
    {
      self->verbs[self->n_verbs++] = BH_VERB_INVESTIGATE;
      add_inputs_of (self, BH_VERB_INVESTIGATE, investigate_keys);
    }
  if (needs (ticket, policy, BH_VERB_PLAN))
    {
      self->verbs[self->n_verbs++] = BH_VERB_PLAN;
      add_inputs_of (self, BH_VERB_PLAN, plan_keys);
    }
  self->verbs[self->n_verbs++] = BH_VERB_FINISH;
  add_input (self, &finished_input);
  add_inputs_of (self, BH_VERB_FINISH, finish_keys);

  return self;
}

void
bh_slip_free (BhSlip *slip)
{
  g_free (slip);
}

static gboolean
find_worker (BhOffice *office,
             const BhSlip *slip,
             BhPayload *entered,
             const BhActor *actor,
             BhActor *worker,
             GError **error)
{
  const char *name = bh_payload_get (entered, PERSON);
  BhStaff *holder = bh_office_get (office, BH_TYPE_STAFF, slip->holder_id);

  *worker = *actor;
  if (name != NULL && *name != '\0')
    {
      if (!bh_verbs_get_actor (office, name, worker, error))
        {
          g_prefix_error (error, "%s: ", PERSON);
          return FALSE;
        }
    }
  else if (holder != NULL)
    {
      worker->staff_id = slip->holder_id;
      worker->role = holder->role;
    }
  worker->entered_by = actor->entered_by;

  return TRUE;
}

static gboolean
read_time (BhOffice *office, BhPayload *entered, const char *key, gint64 *at, GError **error)
{
  const char *text = bh_payload_get (entered, key);

  *at = 0;
  if (text == NULL || *text == '\0')
    return TRUE;
  *at = bh_office_time_parse_event (bh_office_get_time (office), text, error);
  if (*at > 0)
    return TRUE;
  g_prefix_error (error, "%s: ", key);

  return FALSE;
}

static gboolean
check_times (gint64 accepted_at, gint64 finished_at, gint64 now, GError **error)
{
  if (accepted_at > now)
    return bh_domain_reject_input (error, _ ("%s: this lies in the future"), ACCEPTED_AT);
  if (finished_at > now)
    return bh_domain_reject_input (error, _ ("%s: this lies in the future"), FINISHED_AT);
  if (finished_at != 0 && accepted_at > finished_at)
    return bh_domain_reject_input (error, _ ("%s: the work cannot end before it was accepted"),
                                   FINISHED_AT);

  return TRUE;
}

static BhPayload *
pick_inputs (BhVerb verb, BhPayload *entered)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);
  BhPayload *inputs = bh_payload_new ();

  for (guint i = 0; i < rule->n_inputs; i++)
    bh_payload_set (inputs, rule->inputs[i].key, bh_payload_get (entered, rule->inputs[i].key));

  return inputs;
}

static void
clear_step (BhVerbStep *step)
{
  bh_payload_unref (step->inputs);
}

/* What is wrong with an input is found here, while it is known which. */
static GArray *
create_steps (
    const BhSlip *slip, BhPayload *entered, gint64 accepted_at, gint64 finished_at, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (BhVerbStep));

  g_array_set_clear_func (steps, (GDestroyNotify) clear_step);
  for (guint i = 0; i < slip->n_verbs; i++)
    {
      BhVerb verb = slip->verbs[i];
      BhVerbStep step = { verb, pick_inputs (verb, entered),
                          verb == BH_VERB_FINISH || accepted_at == 0 ? finished_at : accepted_at };

      g_array_append_val (steps, step);
      if (!bh_loop_check_inputs (verb, step.inputs, error))
        return NULL;
    }

  return g_steal_pointer (&steps);
}

/* Returns: (transfer full) (nullable): the steps, done by @worker */
static GArray *
read_slip (BhDesk *desk, const BhSlip *slip, BhPayload *entered, BhActor *worker, GError **error)
{
  BhOffice *office = bh_desk_get_office (desk);
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (desk)));
  gint64 accepted_at, finished_at;
  BhActor actor;

  bh_desk_get_actor (desk, &actor);
  if (!find_worker (office, slip, entered, &actor, worker, error)
      || !read_time (office, entered, ACCEPTED_AT, &accepted_at, error)
      || !read_time (office, entered, FINISHED_AT, &finished_at, error)
      || !check_times (accepted_at, finished_at, now, error))
    return NULL;

  return create_steps (slip, entered, accepted_at, finished_at, error);
}

void
bh_slip_do_async (BhDesk *desk,
                  const BhSlip *slip,
                  gint64 ticket_id,
                  BhPayload *entered,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GArray) steps = NULL;
  GError *error = NULL;
  BhActor worker;

  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (slip != NULL && entered != NULL);

  steps = read_slip (desk, slip, entered, &worker, &error);
  if (steps == NULL)
    g_task_report_error (desk, callback, user_data, bh_slip_do_async, error);
  else
    bh_desk_do_all_async (desk, ticket_id, (BhVerbStep *) steps->data, steps->len, &worker,
                          cancellable, callback, user_data);
}
