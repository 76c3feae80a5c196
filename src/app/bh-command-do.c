/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-ticket-printer.h"
#include "base/bh-i18n.h"
#include "desk/bh-auto-dispatch.h"
#include "desk/bh-desk.h"
#include "domain/bh-error.h"

/* One verb on its way into the transaction. */
typedef struct
{
  BhVerb verb;
  const char *number; /* (nullable): of an existing ticket */
  BhPayload *inputs;  /* (owned) */
  char *as;           /* (owned) (nullable) */
  char *at;           /* (owned) (nullable) */
  gint64 ticket_id;   /* the result */
} DoJob;

static void
do_job_clear (DoJob *job)
{
  g_clear_pointer (&job->inputs, bh_payload_unref);
  g_clear_pointer (&job->as, g_free);
  g_clear_pointer (&job->at, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoJob, do_job_clear)

static gboolean
read_verb (const char *text, BhVerb *verb, GError **error)
{
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);
  g_autoptr (GString) codes = g_string_new (NULL);

  *verb = (BhVerb) bh_list_find (BH_LIST_VERB, text);
  if (bh_loop_get_rule (*verb) != NULL)
    return TRUE;

  for (guint i = 0; i < n_rules; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            bh_list_get_code (BH_LIST_VERB, (int) rules[i].verb));
  return bh_usage_fail (error, _ ("There is no verb “%s”; there are: %s."), text, codes->str);
}

static gboolean
read_input (BhPayload *inputs, const char *word, GError **error)
{
  g_autofree char *key = NULL;
  const char *value;

  if (!bh_invocation_split_word (word, &key, &value, error))
    return FALSE;
  if (bh_payload_get (inputs, key) != NULL)
    return bh_usage_fail (error, _ ("“%s” stands there twice."), key);
  bh_payload_set (inputs, key, value);

  return TRUE;
}

/* "new" stands in place of the number; it may also be left out. */
static gboolean
read_words (BhInvocation *invocation, DoJob *job, GError **error)
{
  guint i = 1;

  if (!read_verb (bh_invocation_get_word (invocation, 0), &job->verb, error))
    return FALSE;

  if (job->verb != BH_VERB_NEW)
    job->number = bh_invocation_get_word (invocation, i++);
  else if (g_strcmp0 (bh_invocation_get_word (invocation, i), "new") == 0)
    i++;
  if (job->verb != BH_VERB_NEW && job->number == NULL)
    return bh_usage_fail (error, _ ("The number of the ticket is missing."));

  job->inputs = bh_payload_new ();
  for (; bh_invocation_get_word (invocation, i) != NULL; i++)
    {
      if (!read_input (job->inputs, bh_invocation_get_word (invocation, i), error))
        return FALSE;
    }

  return bh_loop_check_inputs (job->verb, job->inputs, error);
}

static gboolean
do_cb (BhWork *work, gpointer user_data, GError **error)
{
  DoJob *job = user_data;
  BhOffice *office = bh_work_get_office (work, error);
  gint64 at = 0, ticket_id = 0;
  BhTicket *ticket;
  BhActor actor;

  if (office == NULL || !bh_verbs_get_actor (office, job->as, &actor, error))
    return FALSE;
  if (job->at != NULL)
    {
      at = bh_office_time_parse_event (bh_office_get_time (office), job->at, error);
      if (at < 0)
        {
          g_prefix_error (error, "--at: ");
          return FALSE;
        }
    }
  if (job->number != NULL)
    {
      ticket_id = bh_work_find_ticket (work, job->number, error);
      if (ticket_id == 0)
        return FALSE;
    }

  ticket = job->verb == BH_VERB_NEW
               ? bh_auto_dispatch_register (work, NULL, job->inputs, &actor, at, error)
               : bh_verbs_do (work, job->verb, ticket_id, job->inputs, &actor, at, error);
  if (ticket == NULL)
    return FALSE;
  job->ticket_id = ticket->id;

  return TRUE;
}

static gboolean
print_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  DoJob *job = user_data;
  g_autoptr (BhTicketView) view = bh_ticket_view_load (connection, job->ticket_id, error);

  if (view == NULL)
    return FALSE;

  if (invocation->format == BH_FORMAT_TEXT)
    bh_ticket_printer_print_line (invocation, view);
  else
    bh_ticket_printer_print (invocation, view);

  return TRUE;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (DoJob) job = { .verb = BH_VERB_NONE };
  const GOptionEntry options[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &job.as, N_ ("Who did it (default: who is set at the desk)"),
      N_ ("STAFF") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &job.at, N_ ("When it was done (default: now)"),
      N_ ("TIME") },
    { NULL },
  };
  BhOpenFlags flags;

  if (!bh_invocation_parse (invocation, options, 1, G_MAXUINT, error)
      || !read_words (invocation, &job, error))
    return FALSE;

  flags = job.verb == BH_VERB_NEW ? BH_OPEN_CREATE : BH_OPEN_EXISTING;

  return bh_invocation_open (invocation, flags, error) != NULL
         && bh_store_write (invocation->store, do_cb, &job, invocation->cancellable, error)
         && bh_invocation_publish (invocation, error)
         && bh_invocation_read (invocation, print_cb, &job, error);
}

/* The verbs with their keys, those that may be left out in brackets, from the loop's own table. */
static char *
describe (void)
{
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);
  g_autoptr (GString) text = g_string_new (_ ("Verbs and their keys:"));

  for (guint i = 0; i < n_rules; i++)
    {
      const BhLoopRule *rule = &rules[i];

      g_string_append_printf (text, "\n  %s", bh_list_get_code (BH_LIST_VERB, (int) rule->verb));
      for (guint j = 0; j < rule->n_inputs; j++)
        g_string_append_printf (text, rule->inputs[j].required ? " %s" : " [%s]",
                                rule->inputs[j].key);
      g_string_append_printf (text, "\n      %s", _ (rule->summary));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

const BhCommand bh_command_do = {
  .name = "do",
  .arguments = "VERB NUMBER [KEY=VALUE…] [--as STAFF] [--at TIME]",
  .summary = N_ ("Does one verb of the loop, by the same rules as the window."),
  .describe = describe,
  .run = run,
};
