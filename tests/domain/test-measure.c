/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-day.h"
#include "domain/bh-error.h"
#include "domain/bh-measure-field.h"

#define TODAY 20261120

static BhOffice *
make_office (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { (char *) "滨河花园", 300, 90, 30 };
  BhOffice *office = bh_office_new (time, &settings);
  g_autoptr (BhDepartment) department = bh_department_new (7, "engineering", "工程部", FALSE);
  g_autoptr (BhStaff) staff = bh_staff_new (11, "李强", FALSE, 7, BH_ROLE_WORKER, NULL);
  g_autoptr (BhStaff) gone = bh_staff_new (12, "赵敏", TRUE, 7, BH_ROLE_WORKER, NULL);
  g_autoptr (BhPlace) community = bh_place_new (21, BH_PLACE_COMMUNITY, "东区", 0, 21, NULL);

  bh_office_add (office, BH_ENTRY (department));
  bh_office_add (office, BH_ENTRY (staff));
  bh_office_add (office, BH_ENTRY (gone));
  bh_office_add (office, BH_ENTRY (community));

  return office;
}

/* A measure of the meeting about October, held on 3 November. */
static BhMeasure *
make_measure (void)
{
  BhMeasure *measure = bh_measure_new ();

  measure->month = 202610;
  measure->decided_day = 20261103;
  measure->due_day = 20261130;
  g_free (measure->what);
  measure->what = g_strdup ("更换3栋电梯门机");

  return measure;
}

static void
test_days (void)
{
  int day = 0;
  g_autofree char *text = bh_day_format (20260105);
  g_autofree char *none = bh_day_format (0);

  g_assert_cmpstr (text, ==, "2026-01-05");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (bh_day_parse ("2024-02-29", &day, NULL));
  g_assert_cmpint (day, ==, 20240229);
  g_assert_true (bh_day_parse ("2026-1-5", &day, NULL));
  g_assert_cmpint (day, ==, 20260105);
  for (const char *const *wrong = (const char *const[]){ "2026-02-29", "2026-13-01", "2026-00-10",
                                                         "2026-1-5x", "-2026-1-5", "", "5", NULL };
       *wrong != NULL; wrong++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bh_day_parse (*wrong, &day, &error));
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
    }
  g_assert_cmpint (bh_day_shift (20251231, 1), ==, 20260101);
  g_assert_cmpint (bh_day_shift (20240301, -1), ==, 20240229);
}

static void
test_number (void)
{
  g_autoptr (BhMeasure) measure = make_measure ();
  g_autofree char *none = bh_measure_dup_number (measure);
  g_autofree char *number = NULL;
  int month = 0, seq = 0;

  g_assert_cmpstr (none, ==, "");
  measure->seq = 3;
  number = bh_measure_dup_number (measure);
  g_assert_cmpstr (number, ==, "M2026-10-03");
  g_assert_true (bh_measure_parse_number ("m2026-10-03", &month, &seq, NULL));
  g_assert_cmpint (month, ==, 202610);
  g_assert_cmpint (seq, ==, 3);
  g_assert_true (bh_measure_parse_number ("M2026-10-117", &month, &seq, NULL));
  g_assert_cmpint (seq, ==, 117);
  for (const char *const *wrong
       = (const char *const[]){ "", "M", "2026-10-03", "M2026-13-01", "M2026-10-0", "M2026-10-03-",
                                "M2026-10-03x", "M2026-10", "W2026-000123", NULL };
       *wrong != NULL; wrong++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bh_measure_parse_number (*wrong, &month, &seq, &error));
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
    }
}

/* One thing is wrong at a time: the field that is named, or NULL where all is right. */
static const char *
find_wrong (BhMeasure *measure)
{
  g_autoptr (GError) error = NULL;
  const char *field = NULL;
  gboolean right = bh_measure_check (measure, TODAY, &field, &error);

  if (right)
    g_assert_no_error (error);
  else
    g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_object_unref (measure);

  return field;
}

static BhMeasure *
with_text (char **field, BhMeasure *measure, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);

  return measure;
}

static void
test_check_texts (void)
{
  g_autofree char *long_what = g_strnfill (501, 'x');
  g_autofree char *long_text = g_strnfill (2001, 'x');
  BhMeasure *m;

  g_assert_cmpstr (find_wrong (make_measure ()), ==, NULL);
  m = make_measure ();
  g_assert_cmpstr (find_wrong (with_text (&m->what, m, " \xe3\x80\x80\n")), ==, "what");
  m = make_measure ();
  g_assert_cmpstr (find_wrong (with_text (&m->what, m, long_what)), ==, "what");
  m = make_measure ();
  g_assert_cmpstr (find_wrong (with_text (&m->what, m, long_what + 1)), ==, NULL);
  m = make_measure ();
  g_assert_cmpstr (find_wrong (with_text (&m->finding, m, long_text)), ==, "finding");
  m = make_measure ();
  g_assert_cmpstr (find_wrong (with_text (&m->effect, m, long_text)), ==, "effect");
  m = make_measure ();
  g_assert_cmpstr (find_wrong (with_text (&m->filter, m, "kind:spoon")), ==, "filter");
}

static const char *
check_days (int month, int decided, int due, BhMeasureState state, int ended, const char *effect)
{
  BhMeasure *m = make_measure ();

  m->month = month;
  m->decided_day = decided;
  m->due_day = due;
  m->state = state;
  m->ended_day = ended;

  return find_wrong (with_text (&m->effect, m, effect));
}

static void
test_check_days (void)
{
  const BhMeasureState open = BH_MEASURE_OPEN, done = BH_MEASURE_DONE, dropped = BH_MEASURE_DROPPED;

  g_assert_cmpstr (check_days (202610, 20261103, 0, open, 0, NULL), ==, NULL);
  g_assert_cmpstr (check_days (202611, 20261120, 20261120, open, 0, NULL), ==, NULL);
  g_assert_cmpstr (check_days (202612, 20261201, 0, open, 0, NULL), ==, "month");
  g_assert_cmpstr (check_days (202613, 20261103, 0, open, 0, NULL), ==, "month");
  g_assert_cmpstr (check_days (0, 20261103, 0, open, 0, NULL), ==, "month");
  g_assert_cmpstr (check_days (202610, 20260930, 0, open, 0, NULL), ==, "decided");
  g_assert_cmpstr (check_days (202610, 20261001, 0, open, 0, NULL), ==, NULL);
  g_assert_cmpstr (check_days (202610, 20261121, 0, open, 0, NULL), ==, "decided");
  g_assert_cmpstr (check_days (202610, 20261131, 0, open, 0, NULL), ==, "decided");
  g_assert_cmpstr (check_days (202610, 20261103, 20261102, open, 0, NULL), ==, "due");
  g_assert_cmpstr (check_days (202610, 20261103, 20261131, open, 0, NULL), ==, "due");
  g_assert_cmpstr (check_days (202610, 20261103, 0, open, 20261110, NULL), ==, "ended");
  g_assert_cmpstr (check_days (202610, 20261103, 0, done, 0, "换了"), ==, "ended");
  g_assert_cmpstr (check_days (202610, 20261103, 0, done, 20261102, "换了"), ==, "ended");
  g_assert_cmpstr (check_days (202610, 20261103, 0, done, 20261121, "换了"), ==, "ended");
  g_assert_cmpstr (check_days (202610, 20261103, 0, done, 20261120, "换了"), ==, NULL);
  g_assert_cmpstr (check_days (202610, 20261103, 0, done, 20261110, NULL), ==, "effect");
  g_assert_cmpstr (check_days (202610, 20261103, 0, dropped, 20261110, " "), ==, "effect");
  g_assert_cmpstr (check_days (202610, 20261103, 0, dropped, 20261110, "无预算"), ==, NULL);
  g_assert_cmpstr (check_days (202610, 20261103, 0, (BhMeasureState) 4, 20261110, "x"), ==,
                   "state");
}

static void
test_settle (void)
{
  g_autoptr (BhMeasure) measure = bh_measure_new ();

  bh_measure_settle (measure, TODAY, 11);
  g_assert_cmpint (measure->decided_day, ==, TODAY);
  g_assert_cmpint (measure->decided_by, ==, 11);
  g_assert_cmpint (measure->ended_day, ==, 0);
  measure->version = 1;
  measure->decided_by = 0;
  measure->state = BH_MEASURE_DONE;
  bh_measure_settle (measure, 20261201, 12);
  g_assert_cmpint (measure->decided_by, ==, 0);
  g_assert_cmpint (measure->ended_day, ==, 20261201);
  bh_measure_settle (measure, 20261202, 12);
  g_assert_cmpint (measure->ended_day, ==, 20261201);
  measure->state = BH_MEASURE_OPEN;
  bh_measure_settle (measure, 20261203, 12);
  g_assert_cmpint (measure->ended_day, ==, 0);
}

/* Nothing of a measure is lost in its history. */
static void
test_payload (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhMeasure) measure = make_measure ();
  g_autoptr (BhPayload) payload = NULL;
  g_autoptr (BhMeasure) again = NULL;
  g_autoptr (BhMeasure) copy = NULL;
  g_autofree char *owner = NULL;
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);
  const char *texts[] = { "清洗水箱",       "水质两次报黄\n物业自查",
                          "工程部",         "李强",
                          "2026-12-01",     "received",
                          "kind:complaint", "东区",
                          "李强",           "2026-11-04",
                          "done",           "换了新滤芯",
                          "2026-11-18" };

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      bh_measure_set_field (measure, office, &fields[i], texts[i], &error);
      g_assert_no_error (error);
      text = bh_measure_dup_field (measure, office, &fields[i]);
      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_true (bh_measure_field_find (fields[i].key) == &fields[i]);
    }
  payload = bh_measure_to_payload (measure);
  g_assert_cmpuint (bh_payload_get_size (payload), ==, n);
  again = bh_measure_new_from_payload (payload);
  again->month = measure->month;
  g_assert_true (bh_measure_equal (measure, again));
  copy = bh_measure_copy (measure);
  g_assert_true (bh_measure_equal (measure, copy));
  copy->due_day = 20261202;
  g_assert_false (bh_measure_equal (measure, copy));
  owner = bh_measure_dup_owner (measure, office);
  g_assert_cmpstr (owner, ==, "工程部 李强");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (bh_measure_set_field (copy, office, &fields[i], " ", NULL));
      text = bh_measure_dup_field (copy, office, &fields[i]);
      g_assert_cmpstr (text, ==, fields[i].type == BH_MEASURE_FIELD_STATE ? "open" : "");
    }
}

static void
assert_refused (BhMeasure *measure, BhOffice *office, const char *key, const char *text)
{
  g_autoptr (GError) error = NULL;
  const BhMeasureField *field = bh_measure_field_find (key);
  g_autofree char *before = bh_measure_dup_field (measure, office, field);
  g_autofree char *after = NULL;

  g_assert_false (bh_measure_set_field (measure, office, field, text, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  after = bh_measure_dup_field (measure, office, field);
  g_assert_cmpstr (after, ==, before);
}

static void
test_fields (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhMeasure) measure = make_measure ();

  assert_refused (measure, office, "what", "一\n二");
  assert_refused (measure, office, "owner", "王五");
  assert_refused (measure, office, "owner", "赵敏");
  assert_refused (measure, office, "department", "李强");
  assert_refused (measure, office, "due", "明天");
  assert_refused (measure, office, "state", "half");
  assert_refused (measure, office, "filter", "department:无此部门");
  /* Who has it keeps it, retired or not. */
  measure->staff_id = 12;
  g_assert_true (
      bh_measure_set_field (measure, office, bh_measure_field_find ("owner"), "赵敏", NULL));
  g_assert_null (bh_measure_field_find ("no-such-field"));
}

/* The rule in other words, month by month: at the meeting about a month everything is on the table
 * that was decided for it, and whatever was on the table of the month before and was not ended by
 * the time that this month began. */
static gboolean
walk_to (BhMeasure *measure, int month)
{
  gboolean on_table = FALSE;

  for (int at = measure->month; at <= month; at = bh_month_shift (at, 1))
    on_table = at == measure->month
               || (on_table && (measure->ended_day == 0 || measure->ended_day >= at * 100 + 1));

  return month >= measure->month && on_table;
}

static void
test_carried_edges (void)
{
  g_autoptr (BhMeasure) m = make_measure ();

  g_assert_false (bh_measure_is_shown (m, 202609, 202609));
  g_assert_true (bh_measure_is_shown (m, 202610, 202610));
  g_assert_true (bh_measure_is_shown (m, 202611, 202611));
  g_assert_true (bh_measure_is_shown (m, 202712, 202712));
  g_assert_false (bh_measure_is_carried (m, 202610));
  g_assert_true (bh_measure_is_carried (m, 202611));

  /* Done on the last day of November: told at the meeting about November, not at the next. */
  m->state = BH_MEASURE_DONE;
  m->ended_day = 20261130;
  g_assert_true (bh_measure_is_shown (m, 202611, 202611));
  g_assert_false (bh_measure_is_shown (m, 202612, 202612));
  m->ended_day = 20261201;
  g_assert_true (bh_measure_is_shown (m, 202612, 202612));
  g_assert_false (bh_measure_is_shown (m, 202701, 202701));

  /* A quarter and a year show what any of their months shows. */
  g_assert_true (bh_measure_is_shown (m, 202610, 202612));
  g_assert_true (bh_measure_is_shown (m, 202601, 202612));
  g_assert_false (bh_measure_is_shown (m, 202701, 202703));

  g_assert_cmpint (bh_measure_get_state_on (m, 20261130), ==, BH_MEASURE_OPEN);
  g_assert_cmpint (bh_measure_get_state_on (m, 20261201), ==, BH_MEASURE_DONE);
  m->due_day = 20261129;
  g_assert_false (bh_measure_is_overdue (m, 20261129));
  g_assert_true (bh_measure_is_overdue (m, 20261130));
  g_assert_false (bh_measure_is_overdue (m, 20261201));
  m->due_day = 0;
  g_assert_false (bh_measure_is_overdue (m, 20261130));
}

static void
test_carried_random (void)
{
  guint n_shown = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (BhMeasure) m = make_measure ();

      m->month = bh_month_shift (202501, g_test_rand_int_range (0, 24));
      m->decided_day = bh_day_shift (m->month * 100 + 1, g_test_rand_int_range (0, 45));
      if (g_test_rand_bit ())
        {
          m->state = g_test_rand_bit () ? BH_MEASURE_DONE : BH_MEASURE_DROPPED;
          m->ended_day = bh_day_shift (m->decided_day, g_test_rand_int_range (0, 150));
        }
      for (int month = 202410; month < 202801; month = bh_month_shift (month, 1))
        {
          int last = bh_month_shift (month, g_test_rand_int_range (0, 12));
          gboolean any = FALSE;

          g_assert_cmpint (bh_measure_is_shown (m, month, month), ==, walk_to (m, month));
          for (int at = month; at <= last; at = bh_month_shift (at, 1))
            any = any || walk_to (m, at);
          g_assert_cmpint (bh_measure_is_shown (m, month, last), ==, any);
          n_shown += any;
        }
    }
  g_assert_cmpuint (n_shown, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measure/days", test_days);
  g_test_add_func ("/measure/number", test_number);
  g_test_add_func ("/measure/check-texts", test_check_texts);
  g_test_add_func ("/measure/check-days", test_check_days);
  g_test_add_func ("/measure/settle", test_settle);
  g_test_add_func ("/measure/payload", test_payload);
  g_test_add_func ("/measure/fields", test_fields);
  g_test_add_func ("/measure/carried-edges", test_carried_edges);
  g_test_add_func ("/measure/carried-random", test_carried_random);

  return g_test_run ();
}
