/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-auto-dispatch.h"

#include "desk/bh-suggestion.h"
#include "desk/bh-verbs.h"

/* Somebody waits for it. */
#define MAX_EXAMPLES 2000
#define MAX_WORDS 3

/* What the program would do with a ticket. */
typedef struct
{
  gint64 category_id;
  double confidence;    /* of the category, then of category and department */
  char *words;          /* (owned) (nullable): for the category, where it was not given */
  BhDispatchHint *hint; /* (owned) (nullable) */
} Decision;

static void
decision_clear (Decision *decision)
{
  g_free (decision->words);
  g_clear_pointer (&decision->hint, bh_dispatch_hint_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

static gint64
find_given (BhOffice *office, GType type, BhPayload *inputs, const char *key)
{
  const char *text = bh_payload_get (inputs, key);
  BhEntry *entry = text != NULL ? bh_office_find (office, type, text) : NULL;

  return entry != NULL ? bh_entry_get_id (entry) : 0;
}

/* Words stay as they are typed: a list of them needs no translation. */
static char *
join_words (BhClassifier *model, BhPayload *inputs, gint64 category_id)
{
  g_auto (GStrv) words
      = bh_classifier_explain (model, bh_payload_get (inputs, "summary"),
                               bh_payload_get (inputs, "description"), category_id, MAX_WORDS);

  return words[0] != NULL ? g_strjoinv (" ", words) : NULL;
}

static gboolean
guess_category (Decision *self,
                BhWork *work,
                BhOffice *office,
                BhClassifier *model,
                BhPayload *inputs,
                GError **error)
{
  g_autoptr (BhClassifier) learned = NULL;
  g_auto (BhHint) hint = { 0 };

  if (model == NULL)
    {
      learned = bh_suggestion_train (bh_work_get_connection (work), office,
                                     bh_clock_now (bh_work_get_clock (work)), MAX_EXAMPLES,
                                     bh_work_get_cancellable (work), error);
      if (learned == NULL)
        return FALSE;
      model = learned;
    }
  bh_suggestion_find_category (model, office, bh_payload_get (inputs, "summary"),
                               bh_payload_get (inputs, "description"), &hint);
  self->category_id = hint.id;
  self->confidence = hint.confidence;
  self->words = join_words (model, inputs, hint.id);

  return TRUE;
}

static gboolean
decide (Decision *self,
        BhWork *work,
        BhOffice *office,
        BhClassifier *model,
        BhPayload *inputs,
        GError **error)
{
  BhDispatchQuestion question = {
    .department_id = find_given (office, BH_TYPE_DEPARTMENT, inputs, "department"),
    .concerns = find_given (office, BH_TYPE_STAFF, inputs, "concerns"),
  };

  self->category_id = find_given (office, BH_TYPE_CATEGORY, inputs, "category");
  self->confidence = 1;
  if (bh_payload_get (inputs, "category") == NULL
      && !guess_category (self, work, office, model, inputs, error))
    return FALSE;

  question.category_id = self->category_id;
  self->hint = bh_suggestion_find_holder (bh_work_get_connection (work), office, &question,
                                          bh_clock_now (bh_work_get_clock (work)), error);
  if (self->hint == NULL)
    return FALSE;
  if (question.department_id != 0)
    self->hint->department.id = question.department_id;
  else
    self->confidence *= self->hint->department.confidence;

  return TRUE;
}

/* The program acts, for the desk: who entered the ticket is kept with it, and may be somebody who
 * does not dispatch. */
static BhTicket *
dispatch (Decision *self,
          BhWork *work,
          BhOffice *office,
          gint64 ticket_id,
          const BhActor *actor,
          GError **error)
{
  BhActor program = { .staff_id = 0, .entered_by = actor->entered_by, .role = BH_ROLE_CLERK };
  const char *person = bh_office_get_name (office, BH_TYPE_STAFF, self->hint->person.id);
  g_autoptr (BhPayload) inputs = bh_payload_new_from (
      "department", bh_office_get_name (office, BH_TYPE_DEPARTMENT, self->hint->department.id),
      "person", *person != '\0' ? person : NULL, NULL);
  g_autoptr (BhPayload) extra = bh_payload_new ();

  bh_payload_set_int (extra, "automatic", (gint64) (self->confidence * 100 + 0.5));
  bh_payload_set (extra, "because", self->words);

  return bh_verbs_do_with (work, BH_VERB_DISPATCH, ticket_id, inputs, extra, &program, 0, error);
}

BhTicket *
bh_auto_dispatch_register (BhWork *work,
                           BhClassifier *model,
                           BhPayload *inputs,
                           const BhActor *actor,
                           gint64 at,
                           GError **error)
{
  g_auto (Decision) decision = { 0 };
  g_autoptr (BhPayload) completed = NULL;
  BhOffice *office;
  BhTicket *ticket;
  gint64 percent;

  g_return_val_if_fail (BH_IS_WORK (work), NULL);
  g_return_val_if_fail (inputs != NULL && actor != NULL, NULL);

  office = bh_work_get_office (work, error);
  if (office == NULL)
    return NULL;
  percent = bh_office_get_settings (office)->auto_dispatch_percent;
  if (percent == 0)
    return bh_verbs_do (work, BH_VERB_NEW, 0, inputs, actor, at, error);
  if (!decide (&decision, work, office, model, inputs, error))
    return NULL;
  if (decision.hint->department.id == 0 || decision.confidence * 100 < percent)
    return bh_verbs_do (work, BH_VERB_NEW, 0, inputs, actor, at, error);

  completed = bh_payload_copy (inputs);
  if (bh_payload_get (inputs, "category") == NULL && decision.category_id != 0)
    {
      g_autofree char *path = bh_office_get_category_path (office, decision.category_id);

      bh_payload_set (completed, "category", path);
    }
  ticket = bh_verbs_do (work, BH_VERB_NEW, 0, completed, actor, at, error);

  return ticket != NULL ? dispatch (&decision, work, office, ticket->id, actor, error) : NULL;
}
