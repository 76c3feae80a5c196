/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-suggestion.h"

#include "base/bh-i18n.h"
#include "storage/bh-suggestion-queries.h"

#include <math.h>

/* So far back, and so many tickets, tell who deals with a category now. */
#define MEMORY_DAYS 180
#define MAX_WORK 400
/* What the register says is worth so many tickets that went elsewhere. */
#define REGISTER_VOTES 5
/* Somebody without a record is taken to be as good as this many tickets, of which so many went
 * well: neither a bad start nor a good one decides alone. */
#define PRIOR_TICKETS 4.0
#define PRIOR_GOOD 3.0
/* What skill, having done it before, a good record and a light load are worth. */
#define SKILL_WORTH 1.0
#define PRACTICE_WORTH 0.6
#define RECORD_WORTH 1.0
#define LOAD_WORTH 0.8
#define CHOICE_TEMPERATURE 0.35

/* One who may have the ticket. */
typedef struct
{
  BhStaff *staff; /* (not owned) */
  gboolean skilled;
  guint n_open;
  guint n_done; /* of the category, lately */
  guint n_ended;
  guint n_good; /* of those that ended: in time and without rework */
  double score;
} Candidate;

void
bh_dispatch_hint_free (BhDispatchHint *hint)
{
  bh_hint_clear (&hint->department);
  bh_hint_clear (&hint->person);
  g_free (hint);
}

static guint
count_votes (GArray *work, gint64 department_id)
{
  guint n = 0;

  for (guint i = 0; i < work->len; i++)
    n += g_array_index (work, BhPastWork, i).department_id == department_id;

  return n;
}

static void
explain_department (BhHint *hint, BhCategory *category, guint n_votes, guint n_all)
{
  const char *name = bh_entry_get_name (BH_ENTRY (category));

  if (n_votes == 0)
    hint->reason = g_strdup_printf (_ ("the register names it for “%s”"), name);
  else
    /* Translators: two numbers of tickets, and a category */
    hint->reason = g_strdup_printf (_ ("%u of %u of “%s” went there"), n_votes, n_all, name);
}

static void
suggest_department (BhOffice *office, BhCategory *category, GArray *work, BhHint *hint)
{
  GPtrArray *departments = bh_office_list (office, BH_TYPE_DEPARTMENT);
  guint all = work->len + (category->department_id != 0 ? REGISTER_VOTES : 0);
  guint most = 0;

  for (guint i = 0; i < departments->len; i++)
    {
      BhEntry *department = g_ptr_array_index (departments, i);
      gint64 id = bh_entry_get_id (department);
      guint votes = count_votes (work, id) + (id == category->department_id ? REGISTER_VOTES : 0);

      if (bh_entry_is_retired (department) || votes <= most)
        continue;
      most = votes;
      hint->id = id;
    }
  if (hint->id == 0)
    return;
  hint->confidence = (double) most / (all + 1);
  explain_department (hint, category, count_votes (work, hint->id), work->len);
}

static gboolean
may_hold (BhStaff *staff, const BhDispatchQuestion *question, gint64 department_id)
{
  return !bh_entry_is_retired (BH_ENTRY (staff)) && !staff->away
         && staff->department_id == department_id && staff->role != BH_ROLE_AUDITOR
         && bh_entry_get_id (BH_ENTRY (staff)) != question->concerns;
}

/* Who can do all of a top category can do its leaves. */
static gboolean
is_skilled (BhStaff *staff, BhOffice *office, gint64 category_id)
{
  BhCategory *category = bh_office_get (office, BH_TYPE_CATEGORY, category_id);

  for (guint i = 0; category != NULL && i < staff->skills->len; i++)
    {
      gint64 skill = g_array_index (staff->skills, gint64, i);

      if (skill == category_id || (skill == category->parent_id && skill != 0))
        return TRUE;
    }

  return FALSE;
}

static void
count_record (Candidate *candidate, GArray *work)
{
  gint64 id = bh_entry_get_id (BH_ENTRY (candidate->staff));

  for (guint i = 0; i < work->len; i++)
    {
      BhPastWork *past = &g_array_index (work, BhPastWork, i);

      if (past->staff_id != id)
        continue;
      candidate->n_done++;
      candidate->n_ended += past->finished;
      candidate->n_good += past->finished && past->in_time && past->rounds <= 1;
    }
}

static void
count_load (Candidate *candidate, GArray *loads)
{
  for (guint i = 0; i < loads->len; i++)
    {
      BhLoad *load = &g_array_index (loads, BhLoad, i);

      if (load->staff_id == bh_entry_get_id (BH_ENTRY (candidate->staff)))
        candidate->n_open = load->n_open;
    }
}

static GArray *
list_candidates (BhOffice *office,
                 const BhDispatchQuestion *question,
                 gint64 department_id,
                 GArray *work,
                 GArray *loads)
{
  GPtrArray *staff = bh_office_list (office, BH_TYPE_STAFF);
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));

  for (guint i = 0; i < staff->len; i++)
    {
      Candidate candidate = { .staff = g_ptr_array_index (staff, i) };

      if (!may_hold (candidate.staff, question, department_id))
        continue;
      candidate.skilled = is_skilled (candidate.staff, office, question->category_id);
      count_record (&candidate, work);
      count_load (&candidate, loads);
      g_array_append_val (candidates, candidate);
    }

  return candidates;
}

static void
rate (GArray *candidates)
{
  double mean_open = 0;
  guint most_done = 1;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      mean_open += (double) candidate->n_open / candidates->len;
      most_done = MAX (most_done, candidate->n_done);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      double record = (candidate->n_good + PRIOR_GOOD) / (candidate->n_ended + PRIOR_TICKETS);
      double load = candidate->n_open / (candidate->n_open + mean_open + 1);

      candidate->score = SKILL_WORTH * candidate->skilled
                         + PRACTICE_WORTH * candidate->n_done / most_done + RECORD_WORTH * record
                         - LOAD_WORTH * load;
    }
}

/* The first of two that are alike: staff are in order of name. */
static Candidate *
choose (GArray *candidates, double *confidence)
{
  Candidate *best = NULL;
  double sum = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (best == NULL || candidate->score > best->score)
        best = candidate;
    }
  for (guint i = 0; best != NULL && i < candidates->len; i++)
    sum += exp ((g_array_index (candidates, Candidate, i).score - best->score)
                / CHOICE_TEMPERATURE);
  *confidence = best != NULL ? 1 / sum : 0;

  return best;
}

static void
add_part (GString *reason, const char *part)
{
  g_string_append_printf (reason, "%s%s", reason->len > 0 ? _ (", ") : "", part);
}

static char *
explain_person (const Candidate *candidate, const Candidate *all, guint n_all)
{
  GString *reason = g_string_new (NULL);
  g_autofree char *open = g_strdup_printf (_ ("%u open"), candidate->n_open);
  gboolean fewest = n_all > 1;

  for (guint i = 0; i < n_all; i++)
    fewest = fewest && (all[i].staff == candidate->staff || all[i].n_open > candidate->n_open);
  if (candidate->skilled)
    add_part (reason, _ ("skilled in it"));
  if (candidate->n_ended > 0)
    {
      /* Translators: two numbers of tickets of the same category */
      g_autofree char *good = g_strdup_printf (_ ("%u of %u in time and done at once"),
                                               candidate->n_good, candidate->n_ended);

      add_part (reason, good);
    }
  add_part (reason, open);
  if (fewest)
    add_part (reason, _ ("fewest of all"));

  return g_string_free (reason, FALSE);
}

static void
suggest_person (BhOffice *office,
                const BhDispatchQuestion *question,
                gint64 department_id,
                GArray *work,
                GArray *loads,
                BhHint *hint)
{
  g_autoptr (GArray) candidates = list_candidates (office, question, department_id, work, loads);
  Candidate *best;

  rate (candidates);
  best = choose (candidates, &hint->confidence);
  if (best == NULL)
    return;
  hint->id = bh_entry_get_id (BH_ENTRY (best->staff));
  hint->reason = explain_person (best, (Candidate *) (gpointer) candidates->data, candidates->len);
}

BhDispatchHint *
bh_suggestion_find_holder (BhConnection *connection,
                           BhOffice *office,
                           const BhDispatchQuestion *question,
                           gint64 now,
                           GError **error)
{
  g_autoptr (BhDispatchHint) hint = g_new0 (BhDispatchHint, 1);
  g_autoptr (GArray) work = NULL;
  g_autoptr (GArray) loads = NULL;
  BhCategory *category;
  gint64 department_id;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  work = bh_suggestion_list_work (connection, question->category_id,
                                  now - MEMORY_DAYS * G_TIME_SPAN_DAY, MAX_WORK, error);
  loads = work != NULL ? bh_suggestion_list_loads (connection, error) : NULL;
  if (loads == NULL)
    return NULL;

  category = bh_office_get (office, BH_TYPE_CATEGORY, question->category_id);
  if (question->department_id == 0 && category != NULL)
    suggest_department (office, category, work, &hint->department);
  department_id = question->department_id != 0 ? question->department_id : hint->department.id;
  if (department_id != 0)
    suggest_person (office, question, department_id, work, loads, &hint->person);

  return g_steal_pointer (&hint);
}
