/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-catalog.h"

#include "insight/bh-insight-check.h"
#include "insight/bh-insight-results.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"
#include "support/bh-test-tickets.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

/* Every chart of the catalog, in every variant: of an office without tickets, of a period without
 * any, and of one with some, where each mark that says how many tickets it stands for has a list of
 * just as many. */

#define HOUR (3600 * BH_USEC_PER_SEC)
#define DAY (24 * HOUR)
#define START (G_GINT64_CONSTANT (1772380800) * BH_USEC_PER_SEC) /* 2026-03-02 00:00 */
#define NOW (START + 24 * DAY)

typedef struct
{
  BhTestStore *office;
  gint64 departments[2];
  gint64 categories[3]; /* a top one, its leaf, and another top one */
  gint64 community;
} Fixture;

static gboolean
add_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;
  g_autoptr (BhPlace) garden = bh_place_new (0, BH_PLACE_COMMUNITY, "花园", 0, 0, "花园");

  garden->households = 300;
  f->departments[0] = bh_register_add_department (work, "gc", "工程部", error);
  f->departments[1] = bh_register_add_department (work, "bj", "保洁部", error);
  f->categories[0] = bh_register_add_category (work, 0, "wx", "维修", 0, BH_GRADE_NONE, error);
  f->categories[1]
      = bh_register_add_category (work, f->categories[0], "sg", "水管", 0, BH_GRADE_NONE, error);
  f->categories[2] = bh_register_add_category (work, 0, "fy", "费用", 0, BH_GRADE_NONE, error);
  f->community = bh_register_add_place (work, garden, error);
  bh_work_touch_register (work);

  return f->community != 0;
}

static gint64
receive (Fixture *f, guint i, gint64 at, gint64 repeat_of)
{
  static const char *const kinds[] = { "complaint", "repair", "complaint" };
  static const char *const grades[] = { "urgent", "important", "general" };
  g_autoptr (BhPayload) payload = bh_payload_new ();

  bh_payload_set (payload, "kind", kinds[i % 3]);
  bh_payload_set (payload, "grade", grades[i % 3]);
  bh_payload_set (payload, "contact-name", "张三");
  bh_payload_set_yes (payload, "reachable", TRUE);
  bh_payload_set_int (payload, "community", f->community);
  if (i % 4 != 0)
    bh_payload_set_int (payload, "category", f->categories[i % 3]);
  if (repeat_of != 0)
    bh_payload_set_int (payload, "repeat-of", repeat_of);

  return bh_test_record_with (f->office, 0, BH_VERB_NEW, at, payload);
}

/* Ticket @i goes @i % 8 steps through the loop. */
static void
work_on (Fixture *f, gint64 id, guint i, gint64 at)
{
  static const struct
  {
    BhVerb verb;
    const char *key;
    const char *value;
  } steps[] = {
    { BH_VERB_ACCEPT, NULL, NULL },    { BH_VERB_INVESTIGATE, "responsibility", "property" },
    { BH_VERB_PLAN, "measure", "换" }, { BH_VERB_FINISH, NULL, NULL },
    { BH_VERB_SIGN, NULL, NULL },
  };
  g_autoptr (BhPayload) dispatch = bh_payload_new ();
  g_autoptr (BhPayload) callback = bh_payload_new ();
  guint n = i % 8;

  if (n == 0)
    return;
  bh_payload_set_int (dispatch, "department", f->departments[i % 2]);
  bh_test_record_with (f->office, id, BH_VERB_DISPATCH, at + HOUR, dispatch);
  for (guint step = 0; step < G_N_ELEMENTS (steps) && step + 1 < n; step++)
    bh_test_record (f->office, id, steps[step].verb, at + (2 + step * i) * HOUR, steps[step].key,
                    steps[step].value, NULL);
  if (n < 7)
    return;
  bh_payload_set (callback, "reached", "yes");
  bh_payload_set_int (callback, "score", 1 + i % 5);
  bh_test_record_with (f->office, id, BH_VERB_CALLBACK, at + 7 * i * HOUR, callback);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  gint64 before = 0;

  /* All of it is entered before it is looked at. */
  f->office = bh_test_store_new_at (NOW - HOUR);
  bh_test_store_write (f->office, add_register_in_worker, f);
  for (guint i = 0; data != NULL && i < 24; i++)
    {
      gint64 at = START + ((gint64) i - 4) * DAY * 3 / 4;
      gint64 id = receive (f, i, at, i % 5 == 4 ? before : 0);

      work_on (f, id, i, at);
      before = id;
    }
  bh_clock_set (f->office->clock, NOW);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_test_store_free (f->office);
}

typedef struct
{
  BhOffice *office;
  const BhChartInfo *info;
  BhChartQuestion question;
  BhInsightMode mode;
  gboolean empty;
  BhInsightResults *results; /* (owned) (nullable): of the last chart */
} Request;

static void
assert_list (BhConnection *connection, BhOffice *office, const BhChartMark *mark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicketFilter) parsed = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GArray) ids = NULL;
  char *rest;
  long count = strtol (mark->value_text, &rest, 10);

  if (mark->filter == NULL)
    return;

  parsed = bh_ticket_filter_parse (mark->filter, &error);
  g_assert_no_error (error);
  filter = bh_ticket_filter_resolve (parsed, office, &error);
  g_assert_no_error (error);
  ids = bh_ticket_repository_list_ids (connection, filter, office, NOW, BH_TICKET_COLUMN_NUMBER,
                                       FALSE, -1, 0, &error);
  g_assert_no_error (error);
  if (g_str_has_prefix (rest, " ticket"))
    g_assert_cmpuint (ids->len, ==, count);
}

static void
assert_brush (BhOffice *office, const char *brush)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicketFilter) parsed = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;

  if (brush == NULL)
    return;

  parsed = bh_ticket_filter_parse (brush, &error);
  g_assert_no_error (error);
  filter = bh_ticket_filter_resolve (parsed, office, &error);
  g_assert_no_error (error);
}

static void
draw (BhChart *chart)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 400);
  cairo_t *cr = cairo_create (surface);

  bh_chart_draw (chart, cr, 640, 400, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
make_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Request *q = user_data;
  g_autoptr (BhInsight) insight = bh_insight_new (connection, q->office, NOW, q->mode, cancellable);
  g_autoptr (GError) failure = NULL;
  g_autoptr (BhChart) chart = q->info->make (insight, &q->question, &failure);

  g_assert_no_error (failure);
  if (chart == NULL)
    {
      g_assert_cmpint (q->mode, ==, BH_INSIGHT_KEPT);
      return GINT_TO_POINTER (TRUE);
    }
  if (q->empty)
    g_assert_true (bh_chart_is_empty (chart));
  for (guint i = 0; i < bh_chart_get_n_marks (chart); i++)
    {
      const BhChartMark *mark = bh_chart_get_mark (chart, i);

      g_assert_nonnull (mark->label);
      g_assert_nonnull (mark->value_text);
      assert_list (connection, q->office, mark);
      assert_brush (q->office, mark->brush);
    }
  draw (chart);
  q->results = bh_insight_take_results (insight);

  return GINT_TO_POINTER (TRUE);
}

static void
make (Fixture *f, Request *q)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);

  q->office = office;
  g_test_message ("%s %s", q->info->name, q->question.variant != NULL ? q->question.variant : "");
  bh_store_read (f->office->store, make_in_worker, q, NULL, &error);
  g_assert_no_error (error);
  bh_insight_results_store_now (g_steal_pointer (&q->results), f->office->store, &error);
  g_assert_no_error (error);
}

/* Whatever a chart keeps, the check can compute, and does the same. */
static void
assert_kept (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhInsightCheck) check
      = bh_insight_check_run (f->office->store, G_MAXUINT, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < check->problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (check->problems, i));
  g_assert_cmpuint (check->problems->len, ==, 0);
  g_assert_cmpuint (check->n_checked, >, 100);
}

static void
make_variants (Fixture *f, Request *q)
{
  guint i = 0;

  do
    {
      q->question.variant = q->info->variants != NULL ? q->info->variants[i].code : NULL;
      make (f, q);
      i++;
    }
  while (q->info->variants != NULL && q->info->variants[i].code != NULL);
}

static void
make_all (Fixture *f, const Request *request)
{
  guint n;
  const BhChartInfo *infos = bh_chart_catalog_list (&n);

  for (guint i = 0; i < n; i++)
    {
      Request q = *request;

      q.info = &infos[i];
      make_variants (f, &q);
    }
}

static void
test_some (Fixture *f, gconstpointer data)
{
  static const BhInsightMode modes[] = { BH_INSIGHT_KEPT, BH_INSIGHT_QUICK, BH_INSIGHT_EXACT };
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse ("category:维修/水管,费用", NULL);
  Request q = { .question = { .period = { START, START + 31 * DAY },
                              .compare = { START - 31 * DAY, START },
                              .figure = BH_FIGURE_HANDLING_DAYS } };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      q.mode = modes[i];
      make_all (f, &q);
    }
  q.mode = BH_INSIGHT_EXACT;
  q.question.filter = filter;
  q.question.figure = BH_FIGURE_RECEIVED;
  make_all (f, &q);
  assert_kept (f);
}

static void
test_other_period (Fixture *f, gconstpointer data)
{
  Request q = { .question = { .period = { START - 400 * DAY, START - 370 * DAY },
                              .figure = BH_FIGURE_COMPLETION_ON_TIME } };

  make_all (f, &q);
}

static void
test_empty_office (Fixture *f, gconstpointer data)
{
  Request q = { .question = { .period = { START, START + 31 * DAY },
                              .compare = { START - 31 * DAY, START },
                              .figure = BH_FIGURE_HANDOVER_HOURS },
                .empty = TRUE };

  make_all (f, &q);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/chart-catalog/some", Fixture, "some", set_up, test_some, tear_down);
  g_test_add ("/chart-catalog/other-period", Fixture, "some", set_up, test_other_period, tear_down);
  g_test_add ("/chart-catalog/empty-office", Fixture, NULL, set_up, test_empty_office, tear_down);

  return g_test_run ();
}
