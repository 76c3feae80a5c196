/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-verb-choices.h"
#include "domain/bh-error.h"

/* A score up to this leads to rework. */
#define DISSATISFIED_SCORE 2

/* Who gave it: the input `contact` by name or phone, else the first who can be asked. */
static gboolean
build_complainant (BhVerbContext *self, GError **error)
{
  const char *text = bh_verb_context_get (self, "contact");
  GPtrArray *complainants = self->ticket->complainants;
  g_autofree char *digits = bh_text_digits (text);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *choices = NULL;

  for (guint i = 0; i < complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (complainants, i);
      gboolean meant
          = text == NULL ? complainant->reachable
                         : g_strcmp0 (complainant->name, text) == 0
                               || (*digits != '\0' && g_strcmp0 (complainant->phone, digits) == 0);

      if (meant)
        {
          bh_payload_set_int (self->payload, "complainant", i);
          return TRUE;
        }
      if (complainant->name != NULL)
        g_ptr_array_add (names, complainant->name);
    }
  if (text == NULL)
    return TRUE;

  choices = bh_verb_choices_join (names, text);
  return bh_domain_reject_input (error, _ ("“%s” did not raise %s; who did: %s."), text,
                                 self->ticket->number, choices);
}

/* It is kept in the event: which days are different would change with the office's time zone. */
static gboolean
build_last_attempt (BhVerbContext *self)
{
  gboolean last
      = bh_ticket_is_last_attempt (self->ticket, bh_office_get_time (self->office), self->at);

  if (last)
    bh_payload_set_yes (self->payload, "last", TRUE);

  return last;
}

/* No close without a cause where the policy wants one. */
static gboolean
build_cause (BhVerbContext *self, gboolean closes, GError **error)
{
  gint64 cause_id;
  g_autofree char *choices = NULL;

  if (!bh_verb_context_find_entry (self, "cause", BH_TYPE_CAUSE, &cause_id, error))
    return FALSE;
  bh_payload_set_int (self->payload, "cause", cause_id);
  if (!closes || cause_id != 0 || !bh_loop_wants_cause (self->ticket, self->office))
    return TRUE;

  choices = bh_verb_choices_of (self->office, BH_TYPE_CAUSE, 0, "");
  return bh_domain_refuse (
      error, _ ("%s cannot close without a cause: give it with “cause”; there are: %s."),
      self->ticket->number, choices);
}

static gboolean
wants_callback (BhVerbContext *self)
{
  BhPolicy *policy = bh_office_get_policy (self->office, self->ticket->policy_id);

  return policy == NULL || policy->callback != BH_CALLBACK_NEVER;
}

static gboolean
may_verify (BhRole role)
{
  return role == BH_ROLE_SUPERVISOR || role == BH_ROLE_MANAGER;
}

/* The owner signs; where nobody can be asked, a supervisor looks at the result instead. */
static gboolean
build_signed_by (BhVerbContext *self, GError **error)
{
  gboolean reachable = bh_ticket_is_reachable (self->ticket);
  const char *text = bh_verb_context_get (self, "by");
  BhSignedBy by = (BhSignedBy) bh_list_find (BH_LIST_SIGNED_BY, text);

  if (text == NULL)
    by = reachable ? BH_SIGNED_OWNER : BH_SIGNED_VERIFIED;
  if (by == BH_SIGNED_VERIFIED && reachable)
    return bh_domain_refuse (error,
                             _ ("Whoever raised %s can be asked: ask for the sign-off, or record "
                                "that nobody was reached."),
                             self->ticket->number);
  if (!reachable && by != BH_SIGNED_VERIFIED)
    return bh_domain_refuse (
        error, _ ("Nobody can be asked about %s: a supervisor looks at it (by=verified)."),
        self->ticket->number);
  if (by == BH_SIGNED_VERIFIED && !may_verify (self->actor->role))
    return bh_domain_refuse (
        error, _ ("Nobody can be asked about %s: a supervisor or manager must verify it."),
        self->ticket->number);

  bh_payload_set (self->payload, "by", bh_list_get_code (BH_LIST_SIGNED_BY, (int) by));

  return TRUE;
}

/* Its content is in the store before the event that names it. */
static gboolean
build_signature (BhVerbContext *self, GError **error)
{
  g_autoptr (BhStoredFile) file = NULL;
  g_autofree char *name = NULL;

  if (bh_verb_context_get (self, "signature") == NULL)
    return TRUE;

  file = bh_verb_take_file (self, "signature", &name, error);
  if (file == NULL)
    return FALSE;
  if (!g_str_has_prefix (file->type, "image/"))
    return bh_domain_reject_input (error, _ ("“%s” is no picture of a signature."), name);

  bh_payload_set (self->payload, "signature", file->hash);

  return TRUE;
}

gboolean
bh_verb_build_sign (BhVerbContext *self, GError **error)
{
  gboolean closes = !wants_callback (self) || !bh_ticket_is_reachable (self->ticket);

  bh_verb_context_copy (self, "note", NULL);

  return build_signed_by (self, error) && build_signature (self, error)
         && build_complainant (self, error) && build_cause (self, closes, error);
}

gboolean
bh_verb_build_refuse (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "reason", NULL);

  return build_complainant (self, error);
}

gboolean
bh_verb_build_attempt (BhVerbContext *self, GError **error)
{
  gboolean last;

  if (!bh_ticket_is_reachable (self->ticket))
    return bh_domain_refuse (
        error,
        _ ("%s has neither phone nor address to try: a supervisor verifies it (sign "
           "by=verified)."),
        self->ticket->number);

  bh_verb_context_copy (self, "note", NULL);

  last = build_last_attempt (self);

  return build_complainant (self, error)
         && build_cause (self, last && !wants_callback (self), error);
}

static gboolean
build_rework (BhVerbContext *self, int score, GError **error)
{
  const char *rework = bh_verb_context_get (self, "rework");
  BhTri wanted = (BhTri) bh_list_find (BH_LIST_TRI, rework);
  gboolean dissatisfied = score <= DISSATISFIED_SCORE;

  if (dissatisfied && wanted == BH_TRI_NO && bh_verb_context_get (self, "reason") == NULL)
    return bh_domain_reject_input (
        error, _ ("A score of %d leads to rework; say with “reason” why not here."), score);

  bh_verb_context_copy (self, "reason", NULL);
  bh_payload_set_yes (self->payload, "rework",
                      wanted == BH_TRI_YES || (dissatisfied && wanted != BH_TRI_NO));

  return TRUE;
}

static gboolean
build_unreached_callback (BhVerbContext *self, GError **error)
{
  static const char *const answers[] = { "score", "timely", "solved", "polite", "rework" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (bh_verb_context_get (self, answers[i]) != NULL)
        return bh_domain_reject_input (error, _ ("Where nobody was reached, there is no “%s”."),
                                       answers[i]);
    }

  return build_cause (self, build_last_attempt (self), error);
}

gboolean
bh_verb_build_callback (BhVerbContext *self, GError **error)
{
  gboolean reached = bh_list_find (BH_LIST_TRI, bh_verb_context_get (self, "reached")) != BH_TRI_NO;
  int score = (int) bh_payload_get_int (self->inputs, "score");

  bh_verb_context_copy (self, "note", NULL);
  bh_payload_set_yes (self->payload, "reached", reached);
  if (!build_complainant (self, error))
    return FALSE;
  if (!reached)
    return build_unreached_callback (self, error);
  if (score == 0)
    return bh_domain_reject_input (error, _ ("A callback has a score from 1 to 5, or reached=no."));

  bh_payload_set_int (self->payload, "score", score);
  bh_verb_context_copy_list (self, "timely", BH_LIST_TRI);
  bh_verb_context_copy_list (self, "solved", BH_LIST_TRI);
  bh_verb_context_copy_list (self, "polite", BH_LIST_TRI);

  return build_rework (self, score, error)
         && build_cause (self, !bh_payload_is_yes (self->payload, "rework"), error);
}
