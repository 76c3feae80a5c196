/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-sweep.h"
#include "domain/bh-error.h"
#include "insight/bh-figure-registry.h"
#include "insight/bh-insight-results.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-settings.h"
#include "support/bh-test-inputs.h"

/* What is kept of figures against what is computed anew: after every verb of a random walk over
 * months, undo, sweep, import and change of the register. */

#define N_STEPS 400
#define N_QUESTIONS 3 /* after each */

typedef struct
{
  BhTestDesk *desk;
  GRand *rand;
  GArray *ids; /* (element-type gint64) */
  guint n_asked;
  guint n_kept; /* of these needed nothing to be computed */
} Walk;

static BhInsight *
look (Walk *walk, BhConnection *connection, BhOffice *office, BhInsightMode mode)
{
  return bh_insight_new (connection, office, bh_clock_now (walk->desk->clock), mode, NULL);
}

/* What is asked. */
typedef struct
{
  BhPeriod period;
  BhFigureBy by;
  BhTicketFilter *filter; /* (owned) */
  BhFigureSet wanted;
} Question;

static void
question_init (Walk *walk, BhOfficeTime *time, Question *question)
{
  static const char *const filters[] = {
    "", "", "kind:complaint", "category:漏水", "completion:late", "overdue:yes", "repeat:yes"
  };
  static const BhFigureBy bys[]
      = { BH_BY_NOTHING, BH_BY_NOTHING, BH_BY_KIND, BH_BY_DEPARTMENT, BH_BY_MONTH };
  BhLocalTime local;
  BhPeriod last;
  int month, length = g_rand_int_range (walk->rand, 0, 6) == 0 ? 3 : 1;

  bh_office_time_split (time, bh_clock_now (walk->desk->clock), &local);
  month = bh_month_shift (local.month, g_rand_int_range (walk->rand, -2, 2));
  bh_office_time_get_month (time, month, &question->period);
  bh_office_time_get_month (time, bh_month_shift (month, MAX (0, length - 1)), &last);
  question->period.to = last.to;
  question->by = bys[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (bys))];
  question->filter = bh_ticket_filter_parse (
      filters[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (filters))], NULL);
  question->wanted = g_rand_int_range (walk->rand, 0, 3) == 0
                         ? BH_FIGURE_BIT (g_rand_int_range (walk->rand, 0, BH_N_FIGURES))
                         : BH_FIGURES_ALL;
}

static void
assert_same_value (const BhFigureValue *kept, const BhFigureValue *computed, guint i)
{
  if (kept->has_value != computed->has_value || kept->provisional != computed->provisional
      || kept->count != computed->count || kept->numerator != computed->numerator
      || kept->denominator != computed->denominator || ABS (kept->mean - computed->mean) > 1e-9
      || ABS (kept->median - computed->median) > 1e-9 || ABS (kept->p90 - computed->p90) > 1e-9)
    g_error ("%s was kept as %d %d %" G_GINT64_FORMAT " %g/%g %g, and is %d %d %" G_GINT64_FORMAT
             " %g/%g %g",
             bh_figure_get_info ((BhFigureId) i)->key, kept->has_value, kept->provisional,
             kept->count, kept->numerator, kept->denominator, kept->median, computed->has_value,
             computed->provisional, computed->count, computed->numerator, computed->denominator,
             computed->median);
}

/* A group of nothing may be there or not. */
static void
assert_same (GPtrArray *kept, GPtrArray *computed)
{
  g_assert_cmpuint (kept->len, ==, computed->len);
  for (guint i = 0; i < kept->len; i++)
    {
      const BhFigureGroup *a = g_ptr_array_index (kept, i), *b = g_ptr_array_index (computed, i);

      g_assert_cmpstr (a->key, ==, b->key);
      for (guint j = 0; j < BH_N_FIGURES; j++)
        assert_same_value (&a->values[j], &b->values[j], j);
    }
}

static GPtrArray *
compute (BhInsight *insight, const Question *question)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = bh_figures_compute (insight, &question->period, question->by,
                                          question->filter, question->wanted, &error);

  g_assert_no_error (error);

  return groups;
}

/* Returns: what is to be kept */
static gpointer
ask_in_worker (BhConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  Walk *walk = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (walk->desk->store);
  g_autoptr (BhInsight) kept_look = look (walk, connection, office, BH_INSIGHT_EXACT);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (BhInsight) fresh = look (walk, connection, office, BH_INSIGHT_EXACT);
      g_autoptr (BhInsight) only_kept = look (walk, connection, office, BH_INSIGHT_KEPT);
      g_autoptr (GPtrArray) computed = NULL, with_kept = NULL, from_kept = NULL;
      Question question;

      question_init (walk, bh_office_get_time (office), &question);
      bh_insight_set_fresh (fresh, TRUE);
      computed = compute (fresh, &question);
      with_kept = compute (kept_look, &question);
      assert_same (with_kept, computed);
      from_kept = compute (only_kept, &question);
      walk->n_asked++;
      if (bh_insight_is_complete (only_kept))
        {
          walk->n_kept++;
          assert_same (from_kept, computed);
        }
      g_clear_pointer (&question.filter, bh_ticket_filter_unref);
    }

  return bh_insight_take_results (kept_look);
}

static void
ask (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  BhInsightResults *results = bh_store_read (walk->desk->store, ask_in_worker, walk, NULL, &error);

  g_assert_no_error (error);
  bh_insight_results_store_now (results, walk->desk->store, &error);
  g_assert_no_error (error);
}

static gint64
pick (Walk *walk)
{
  return g_array_index (walk->ids, gint64,
                        g_rand_int_range (walk->rand, 0, (gint32) walk->ids->len));
}

/* Mostly what can be done, now and then anything. */
static BhVerb
choose_verb (Walk *walk, BhWork *work, gint64 id, const BhActor *actor)
{
  g_autofree BhVerb *verbs = NULL;
  guint n_rules, n = 0;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  if (id == 0)
    return BH_VERB_NEW;
  if (g_rand_int_range (walk->rand, 0, 6) == 0)
    return BH_VERB_UNDO;
  if (g_rand_int_range (walk->rand, 0, 6) == 0)
    return rules[g_rand_int_range (walk->rand, 0, (gint32) n_rules)].verb;

  verbs = bh_loop_list_possible (bh_work_load_ticket (work, id, NULL), actor,
                                 bh_work_get_office (work, NULL), bh_clock_now (walk->desk->clock),
                                 NULL);
  while (verbs[n] != BH_VERB_NONE)
    n++;

  return n > 0 ? verbs[g_rand_int_range (walk->rand, 0, (gint32) n)] : BH_VERB_NEW;
}

static gboolean
act_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  static const char *const people[] = { "王敏", "陈静", "李强", "孙洁" };
  Walk *walk = user_data;
  gint64 id = g_rand_int_range (walk->rand, 0, 30) < (gint32) walk->ids->len ? pick (walk) : 0;
  g_autoptr (BhPayload) inputs = NULL;
  g_autoptr (GError) refusal = NULL;
  BhTicket *ticket;
  BhActor actor;
  BhVerb verb;

  bh_verbs_get_actor (bh_work_get_office (work, error),
                      people[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (people))], &actor,
                      error);
  verb = choose_verb (walk, work, id, &actor);
  if (verb == BH_VERB_NEW)
    id = 0;
  inputs = verb == BH_VERB_UNDO ? bh_payload_new ()
                                : bh_test_inputs_new (walk->desk, walk->rand,
                                                      bh_loop_get_rule (verb), walk->ids->len);
  ticket = bh_verbs_do (work, verb, id, inputs, &actor, 0, &refusal);
  if (ticket != NULL && ticket->id != id)
    g_array_append_val (walk->ids, ticket->id);

  return TRUE;
}

/* A ledger tells of what is long over. */
static gboolean
import_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  gint64 now = bh_clock_now (walk->desk->clock);
  g_autoptr (BhPayload) payload = bh_payload_new ();
  g_autoptr (BhEvent) event = NULL;
  g_autoptr (BhTicket) ticket = NULL;
  g_autofree char *number = g_strdup_printf ("L-%u", walk->n_asked);
  gint64 received = now - g_rand_int_range (walk->rand, 1, 100) * BH_TEST_DESK_DAY;
  gint64 finished = MIN (received + g_rand_int_range (walk->rand, 1, 40) * BH_TEST_DESK_DAY, now);

  bh_payload_set (payload, "number", number);
  bh_payload_set (payload, "kind", "complaint");
  bh_payload_set (payload, "summary", "旧账");
  bh_payload_set (payload, "status", "closed");
  bh_payload_set_int (payload, "received", received);
  bh_payload_set_int (payload, "finished", finished);
  bh_payload_set_int (payload, "closed", finished);
  event = bh_event_new (BH_VERB_IMPORT, received, now, 0, 0, payload);
  if (!bh_work_begin (work, event, error))
    return FALSE;
  ticket = bh_work_fold_begun (event, bh_work_get_office (work, error), error);

  return ticket != NULL && bh_work_add (work, ticket, event, error);
}

static gboolean
change_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  g_autofree char *name = g_strdup_printf ("部门%u", walk->n_asked);

  return bh_register_add_department (work, name, name, error) != 0;
}

static void
commit (Walk *walk, BhWriteFunc func)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (walk->desk->store, func, walk, NULL, &error);
  g_assert_no_error (error);
}

static void
sweep (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSweep) done = bh_sweep_run (walk->desk->store, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (done);
}

static gboolean
unlimit_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "undo-minutes", "5256000", error);
}

static void
test_walk (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Walk walk = { desk, rand, ids, 0, 0 };

  commit (&walk, unlimit_in_worker);
  for (guint i = 0; i < N_STEPS; i++)
    {
      int chance = g_rand_int_range (rand, 0, 40);

      /* Often hours, now and then weeks; sometimes nothing happens but time. */
      bh_test_desk_forward (desk, g_rand_int_range (rand, 0, chance < 2 ? 20 * 24 * 60 : 8 * 60)
                                      * BH_TEST_DESK_MINUTE);
      if (chance == 3)
        sweep (&walk);
      else if (chance == 4)
        commit (&walk, import_in_worker);
      else if (chance == 5)
        commit (&walk, change_register_in_worker);
      else if (chance < 30)
        commit (&walk, act_in_worker);
      /* What happens at the very instant is not known yet. */
      bh_test_desk_forward (desk, BH_TEST_DESK_MINUTE);
      ask (&walk);
    }
  g_test_message ("%u tickets, %u of %u questions needed nothing to be computed", ids->len,
                  walk.n_kept, walk.n_asked);
  g_assert_cmpuint (ids->len, >, 20);
  g_assert_cmpuint (walk.n_kept * 60, >, walk.n_asked);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight-cache/walk", test_walk);

  return g_test_run ();
}
