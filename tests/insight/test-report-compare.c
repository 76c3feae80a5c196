/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-text.h"
#include "insight/bh-report-compare.h"
#include "insight/bh-test-figures.h"

#include <math.h>

/* What became of the figures of March, as they were known on 2 April at noon. What is entered about
 * the time before is a correction, what happens after it matures; each by itself and both at once.
 */

#define THEN "2026-04-02 12:00"
#define NOW "2026-05-20 12:00"

typedef struct
{
  BhTestStore *office;
  gint64 done; /* finished and signed in March */
  gint64 late; /* finished on 30 March, its last event */
  gint64 open; /* received in March */
  BhReportRecord *record;
  BhPeriod march;
} Fixture;

static gint64
add (Fixture *f, gint64 id, BhVerb verb, const char *at, const char *key, const char *value)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();
  gint64 result;

  if (key != NULL)
    bh_payload_set (payload, key, value);
  if (verb == BH_VERB_NEW)
    {
      bh_payload_set (payload, "contact-name", "张三");
      bh_payload_set_yes (payload, "reachable", TRUE);
    }
  result = bh_test_record_with (f->office, id, verb, bh_test_at (at), payload);
  g_assert_cmpint (result, !=, 0);

  return result;
}

static gint64
work_on (Fixture *f, const char *day, gboolean sign)
{
  static const struct
  {
    BhVerb verb;
    const char *key;
    const char *value;
  } steps[] = { { BH_VERB_DISPATCH, NULL, NULL },
                { BH_VERB_ACCEPT, NULL, NULL },
                { BH_VERB_INVESTIGATE, "responsibility", "property" },
                { BH_VERB_PLAN, "measure", "换" },
                { BH_VERB_FINISH, NULL, NULL },
                { BH_VERB_SIGN, "by", "owner" } };
  gint64 id = add (f, 0, BH_VERB_NEW, day, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps) - !sign; i++)
    add (f, id, steps[i].verb, day, steps[i].key, steps[i].value);

  return id;
}

static void
add_figure (GPtrArray *figures, BhFigureId id, const BhFigureValue *value, BhReportPart part)
{
  const BhFigureInfo *info = bh_figure_get_info (id);
  BhReportFigure *figure = g_new0 (BhReportFigure, 1);

  figure->figure = g_strdup (info->key);
  figure->filter = g_strdup ("");
  figure->part = part;
  figure->has_value = value->has_value;
  figure->value
      = part == BH_REPORT_PART_P90 ? value->p90 : bh_figure_value_get_number (info, value);
  g_ptr_array_add (figures, figure);
}

static GPtrArray *
compute (Fixture *f, const char *as_of)
{
  return bh_test_figures (f->office, &f->march, bh_test_at (as_of), BH_BY_NOTHING, "");
}

static const BhFigureValue *
get (GPtrArray *groups, BhFigureId id)
{
  return &((BhFigureGroup *) g_ptr_array_index (groups, 0))->values[id];
}

/* As a report for the record keeps it. */
static BhReportRecord *
record_march (Fixture *f)
{
  g_autoptr (GPtrArray) groups = compute (f, THEN);
  BhReportRecord *record = g_new0 (BhReportRecord, 1);

  record->kind = BH_REPORT_MONTH;
  record->month = 202603;
  record->filter = g_strdup ("");
  record->as_of = bh_test_at (THEN);
  record->recorded = TRUE;
  record->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_figure_free);
  for (BhFigureId id = 0; id < BH_N_FIGURES; id++)
    {
      gboolean spread = bh_figure_get_info (id)->form == BH_FIGURE_SPREAD;

      add_figure (record->figures, id, get (groups, id),
                  spread ? BH_REPORT_PART_MEAN : BH_REPORT_PART_VALUE);
      if (spread)
        add_figure (record->figures, id, get (groups, id), BH_REPORT_PART_P90);
    }

  return record;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new_at (bh_test_at (THEN));
  f->march = (BhPeriod){ bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") };
  f->done = work_on (f, "2026-03-05 09:00", TRUE);
  f->late = work_on (f, "2026-03-30 09:00", FALSE);
  f->open = add (f, 0, BH_VERB_NEW, "2026-03-20 09:00", NULL, NULL);
  f->record = record_march (f);
  bh_clock_set (f->office->clock, bh_test_at (NOW));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_report_record_free (f->record);
  bh_test_store_free (f->office);
}

typedef struct
{
  BhOffice *office;
  const BhReportRecord *record;
} Request;

static gpointer
compare_cb (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  g_autoptr (BhInsight) insight = bh_insight_new (connection, request->office, bh_test_at (NOW),
                                                  BH_INSIGHT_EXACT, cancellable);
  g_autoptr (BhFigureMemo) now = bh_figure_memo_new (insight);

  bh_figure_memo_set_wanted (now, bh_report_compare_get_wanted (request->record));

  return bh_report_compare_compute (insight, request->record, now, error);
}

static GPtrArray *
compare (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);
  Request request = { office, f->record };
  GPtrArray *lines = bh_store_read (f->office->store, compare_cb, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, f->record->figures->len);

  return lines;
}

static const BhReportComparison *
find (GPtrArray *lines, BhFigureId id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const BhReportComparison *one = g_ptr_array_index (lines, i);

      if (one->id == id && one->reported->part != BH_REPORT_PART_P90)
        return one;
    }

  g_assert_not_reached ();
}

/* Whatever changed: both steps are those of figures computed one by one, and add up. */
static void
assert_adds_up (Fixture *f, GPtrArray *lines)
{
  g_autoptr (GPtrArray) then = compute (f, THEN);
  g_autoptr (GPtrArray) now = compute (f, NOW);

  for (guint i = 0; i < lines->len; i++)
    {
      const BhReportComparison *one = g_ptr_array_index (lines, i);
      const BhFigureValue *a = get (then, one->id), *b = get (now, one->id);
      gboolean p90 = one->reported->part == BH_REPORT_PART_P90;

      g_assert_null (one->problem);
      g_assert_cmpint (one->then.has_value, ==, a->has_value);
      g_assert_cmpint (one->now.has_value, ==, b->has_value);
      g_assert_cmpfloat (one->then.value, ==,
                         !a->has_value ? 0
                         : p90         ? a->p90
                                       : bh_figure_value_get_number (one->figure, a));
      g_assert_cmpfloat (one->now.value, ==,
                         !b->has_value ? 0
                         : p90         ? b->p90
                                       : bh_figure_value_get_number (one->figure, b));
      g_assert_cmpint (one->is_corrected, ==,
                       one->reported->has_value != a->has_value
                           || one->reported->value != one->then.value);
      g_assert_cmpint (one->is_matured, ==,
                       a->has_value != b->has_value || one->then.value != one->now.value);
      if (one->reported->has_value && a->has_value && b->has_value)
        g_assert_cmpfloat_with_epsilon (one->reported->value + one->correction + one->matured,
                                        one->now.value, 1e-12);
    }
}

static guint
count (GPtrArray *lines, gboolean corrected)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BhReportComparison *one = g_ptr_array_index (lines, i);

      n += corrected ? one->is_corrected : one->is_matured;
    }

  return n;
}

/* What ripens by itself is not what was entered: nothing is corrected. */
static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = compare (f);

  g_assert_cmpuint (count (lines, TRUE), ==, 0);
  assert_adds_up (f, lines);
  g_assert_false (find (lines, BH_FIGURE_RECEIVED)->is_matured);
}

/* A late callback, a repeat within 30 days, a ticket finished afterwards. */
static void
test_matured (Fixture *f, gconstpointer data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, f->done);
  g_autoptr (GPtrArray) lines = NULL;
  const BhReportComparison *fix;

  add (f, f->done, BH_VERB_CALLBACK, "2026-04-03 09:00", "reached", "yes");
  add (f, 0, BH_VERB_NEW, "2026-04-03 10:00", "repeat-of", id);
  lines = compare (f);
  g_assert_cmpuint (count (lines, TRUE), ==, 0);
  assert_adds_up (f, lines);
  fix = find (lines, BH_FIGURE_FIRST_TIME_FIX);
  g_assert_true (fix->is_matured);
  g_assert_cmpfloat (fix->reported->value, ==, 1);
  g_assert_cmpfloat (fix->then.value, ==, 1);
  g_assert_cmpfloat (fix->now.value, ==, 0.5);
  g_assert_cmpfloat (fix->matured, ==, -0.5);
}

/* A ticket of March that somebody enters in May: just what counts it changes, and not by ripening.
 */
static void
test_corrected (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  const BhReportComparison *received, *finished;

  add (f, 0, BH_VERB_NEW, "2026-03-15 09:00", NULL, NULL);
  lines = compare (f);
  assert_adds_up (f, lines);
  received = find (lines, BH_FIGURE_RECEIVED);
  g_assert_true (received->is_corrected);
  g_assert_false (received->is_matured);
  g_assert_cmpfloat (received->reported->value, ==, 3);
  g_assert_cmpfloat (received->correction, ==, 1);
  finished = find (lines, BH_FIGURE_FINISHED);
  g_assert_false (finished->is_corrected);
  g_assert_false (finished->is_matured);
}

/* What is undone in May never was, then neither. */
static void
test_undone (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  const BhReportComparison *finished;

  add (f, f->late, BH_VERB_UNDO, "2026-05-01 09:00", "seq", "6");
  lines = compare (f);
  assert_adds_up (f, lines);
  finished = find (lines, BH_FIGURE_FINISHED);
  g_assert_cmpfloat (finished->reported->value, ==, 2);
  g_assert_cmpfloat (finished->correction, ==, -1);
  g_assert_cmpfloat (finished->matured, ==, 0);
  g_assert_cmpfloat (finished->now.value, ==, 1);
  g_assert_false (find (lines, BH_FIGURE_RECEIVED)->is_corrected);
}

/* One figure, both: 2 of 3 were solved as it was reported, 2 of 4 with what was forgotten, and 3 of
 * 4 once that is withdrawn no more but done. */
static void
test_both (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  const BhReportComparison *solved;

  add (f, 0, BH_VERB_NEW, "2026-03-15 09:00", NULL, NULL);
  add (f, f->open, BH_VERB_DISPATCH, "2026-04-05 09:00", NULL, NULL);
  add (f, f->open, BH_VERB_ACCEPT, "2026-04-05 09:10", NULL, NULL);
  add (f, f->open, BH_VERB_INVESTIGATE, "2026-04-05 09:20", "responsibility", "property");
  add (f, f->open, BH_VERB_PLAN, "2026-04-05 09:30", "measure", "换");
  add (f, f->open, BH_VERB_FINISH, "2026-04-05 10:00", NULL, NULL);
  lines = compare (f);
  assert_adds_up (f, lines);
  solved = find (lines, BH_FIGURE_RESOLVED_SHARE);
  g_assert_cmpfloat_with_epsilon (solved->reported->value, 2. / 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (solved->correction, 2. / 4 - 2. / 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (solved->matured, 1. / 4, 1e-12);
}

/* What this program does not know, and tickets that nobody can name any more, stay as reported. */
static void
test_unknown (Fixture *f, gconstpointer data)
{
  BhReportFigure *figure = g_ptr_array_index (f->record->figures, 0);
  BhReportFigure *other = g_ptr_array_index (f->record->figures, 1);
  g_autoptr (GPtrArray) lines = NULL;
  guint n_problems = 0;

  g_free (figure->figure);
  figure->figure = g_strdup ("happiness");
  g_free (other->filter);
  other->filter = g_strdup ("department:无此部门");
  lines = compare (f);
  for (guint i = 0; i < lines->len; i++)
    {
      const BhReportComparison *one = g_ptr_array_index (lines, i);

      if (one->problem == NULL)
        continue;
      n_problems++;
      g_assert_false (one->is_corrected || one->is_matured);
      g_assert_false (one->then.has_value || one->now.has_value);
    }
  g_assert_cmpuint (n_problems, ==, 2);
}

/* Sums in another order are no correction; a value that is none any more is one. */
static void
test_same (void)
{
  g_assert_true (bh_report_comparison_is_same (TRUE, 0.1 + 0.2, TRUE, 0.3));
  g_assert_false (bh_report_comparison_is_same (TRUE, 0.3, TRUE, 0.3000001));
  g_assert_false (bh_report_comparison_is_same (TRUE, 0, FALSE, 0));
  g_assert_true (bh_report_comparison_is_same (FALSE, 0, FALSE, 0));
  g_assert_true (bh_report_comparison_is_same (TRUE, 0, TRUE, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report-compare/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/report-compare/matured", Fixture, NULL, set_up, test_matured, tear_down);
  g_test_add ("/report-compare/corrected", Fixture, NULL, set_up, test_corrected, tear_down);
  g_test_add ("/report-compare/undone", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/report-compare/both", Fixture, NULL, set_up, test_both, tear_down);
  g_test_add ("/report-compare/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add_func ("/report-compare/same", test_same);

  return g_test_run ();
}
