/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-verb-choices.h"
#include "domain/bh-error.h"

/* A score up to this leads to rework. */
#define DISSATISFIED_SCORE 2

static BhPolicy *
get_policy (BhVerbContext *self)
{
  return bh_office_get_policy (self->office, self->ticket->policy_id);
}

static gboolean
is_meant (BhComplainant *complainant, const char *text, const char *digits)
{
  return complainant->left_at == 0
         && (g_strcmp0 (complainant->name, text) == 0
             || (*digits != '\0' && g_strcmp0 (complainant->phone, digits) == 0));
}

static int
find_complainant (BhVerbContext *self, const char *text, GPtrArray *names)
{
  GPtrArray *complainants = self->ticket->complainants;
  g_autofree char *digits = bh_text_digits (text);
  int found = -1;

  for (int i = 0; i < (int) complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (complainants, (guint) i);

      /* Of several by that name, who was not asked yet. */
      if (is_meant (complainant, text, digits)
          && (found < 0 || !bh_ticket_is_done_with (self->ticket, get_policy (self), i)))
        found = i;
      if (complainant->name != NULL && complainant->left_at == 0)
        g_ptr_array_add (names, complainant->name);
    }

  return found;
}

/* Who gave it: the input `contact` by name or phone, else the first who was not asked yet. */
static gboolean
build_complainant (BhVerbContext *self, int *complainant, GError **error)
{
  const char *text = bh_verb_context_get (self, "contact");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *choices = NULL;

  *complainant = text != NULL
                     ? find_complainant (self, text, names)
                     : bh_ticket_get_next_complainant (self->ticket, get_policy (self), -1);
  if (*complainant < 0 && text == NULL)
    *complainant = 0;
  if (*complainant >= 0)
    {
      bh_payload_set_int (self->payload, "complainant", *complainant);
      return TRUE;
    }

  choices = bh_verb_choices_join (names, text);
  return bh_domain_reject_input (error, _ ("“%s” did not raise %s; who did: %s."), text,
                                 self->ticket->number, choices);
}

/* It is kept in the event: which days are different would change with the office's time zone. */
static gboolean
build_last_attempt (BhVerbContext *self, int complainant)
{
  gboolean last = bh_ticket_is_last_attempt (self->ticket, complainant,
                                             bh_office_get_time (self->office), self->at);

  if (last)
    bh_payload_set_yes (self->payload, "last", TRUE);

  return last;
}

/* Whether nobody but @complainant is waited for at this step. */
static gboolean
is_last_one (BhVerbContext *self, int complainant)
{
  return bh_ticket_get_next_complainant (self->ticket, get_policy (self), complainant) < 0;
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

/* Whether the ticket closes with the sign-off of @complainant, or with giving it up: nobody else is
 * to sign, and nobody is to be called back. */
static gboolean
closes_with (BhVerbContext *self, int complainant, gboolean scored)
{
  BhTicket *ticket = self->ticket;
  BhPolicy *policy = get_policy (self);

  if (!is_last_one (self, complainant))
    return FALSE;

  for (int i = 0; i < (int) ticket->complainants->len; i++)
    {
      if (bh_ticket_wants_callback (ticket, policy, i)
          && !(i == complainant && scored && !bh_policy_wants_callback (policy, ticket->id, TRUE)))
        return FALSE;
    }

  return TRUE;
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
  gboolean scored = bh_verb_context_get (self, "score") != NULL;
  int complainant;

  bh_verb_context_copy (self, "note", "score", NULL);

  return build_signed_by (self, error) && build_signature (self, error)
         && build_complainant (self, &complainant, error)
         && build_cause (self, closes_with (self, complainant, scored), error);
}

gboolean
bh_verb_build_refuse (BhVerbContext *self, GError **error)
{
  int complainant;

  bh_verb_context_copy (self, "reason", NULL);

  return build_complainant (self, &complainant, error);
}

gboolean
bh_verb_build_attempt (BhVerbContext *self, GError **error)
{
  gboolean last;
  int complainant;

  if (!bh_ticket_is_reachable (self->ticket))
    return bh_domain_refuse (
        error,
        _ ("%s has neither phone nor address to try: a supervisor verifies it (sign "
           "by=verified)."),
        self->ticket->number);

  bh_verb_context_copy (self, "note", NULL);
  if (!build_complainant (self, &complainant, error))
    return FALSE;

  last = build_last_attempt (self, complainant);

  return build_cause (self, last && closes_with (self, complainant, FALSE), error);
}

static gboolean
build_rework (BhVerbContext *self, int score, gboolean invalid, GError **error)
{
  const char *rework = bh_verb_context_get (self, "rework");
  BhTri wanted = (BhTri) bh_list_find (BH_LIST_TRI, rework);
  gboolean dissatisfied = score <= DISSATISFIED_SCORE && !invalid;

  if (dissatisfied && wanted == BH_TRI_NO && bh_verb_context_get (self, "reason") == NULL)
    return bh_domain_reject_input (
        error, _ ("A score of %d leads to rework; say with “reason” why not here."), score);

  bh_verb_context_copy (self, "reason", NULL);
  bh_payload_set_yes (self->payload, "rework",
                      wanted == BH_TRI_YES || (dissatisfied && wanted != BH_TRI_NO));

  return TRUE;
}

static gboolean
build_unreached_callback (BhVerbContext *self, int complainant, GError **error)
{
  static const char *const answers[]
      = { "score", "timely", "solved", "polite", "rework", "invalid" };
  gboolean last;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (bh_verb_context_get (self, answers[i]) != NULL)
        return bh_domain_reject_input (error, _ ("Where nobody was reached, there is no “%s”."),
                                       answers[i]);
    }

  last = build_last_attempt (self, complainant);

  return build_cause (self, last && is_last_one (self, complainant), error);
}

/* An answer that does not count (somebody else picked up, the question was misunderstood) is kept,
 * with or without a score, and leads to no rework by itself. */
static gboolean
build_answers (BhVerbContext *self, int complainant, GError **error)
{
  int score = (int) bh_payload_get_int (self->inputs, "score");
  gboolean invalid
      = bh_list_find (BH_LIST_TRI, bh_verb_context_get (self, "invalid")) == BH_TRI_YES;

  if (score == 0 && !invalid)
    return bh_domain_reject_input (error, _ ("A callback has a score from 1 to 5, or reached=no."));

  bh_payload_set_int (self->payload, "score", score);
  if (invalid)
    bh_payload_set_yes (self->payload, "invalid", TRUE);
  bh_verb_context_copy_list (self, "timely", BH_LIST_TRI);
  bh_verb_context_copy_list (self, "solved", BH_LIST_TRI);
  bh_verb_context_copy_list (self, "polite", BH_LIST_TRI);
  if (!build_rework (self, score, invalid, error))
    return FALSE;

  return build_cause (
      self, !bh_payload_is_yes (self->payload, "rework") && is_last_one (self, complainant), error);
}

gboolean
bh_verb_build_callback (BhVerbContext *self, GError **error)
{
  gboolean reached = bh_list_find (BH_LIST_TRI, bh_verb_context_get (self, "reached")) != BH_TRI_NO;
  int complainant;

  bh_verb_context_copy (self, "note", NULL);
  bh_verb_context_copy_list (self, "quality", BH_LIST_QUALITY);
  bh_payload_set_yes (self->payload, "reached", reached);
  if (!build_complainant (self, &complainant, error))
    return FALSE;

  return reached ? build_answers (self, complainant, error)
                 : build_unreached_callback (self, complainant, error);
}
