/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include "desk/bh-verbs.h"
#include "exchange/bh-exchange-error.h"
#include "storage/bh-register-repository.h"

#include <string.h>

#define HEAD "工单编号,受理时间,投诉内容,投诉分类,渠道,处理部门,处理人,业主姓名,联系电话,办结时间\n"
#define ONE                                                                                        \
  "T1,2026-01-02 08:00,电梯困人,设施设备/电梯,微信小程序,电梯维保部,王师傅,张三,13800000001,\n"
#define TWO "T2,2026-01-03 08:00,楼道灯不亮,维修服务/照明,,,,李四,13800000002,2026-01-04 09:30\n"

static void
test_fields (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicket) one = NULL;
  g_autoptr (BhTicket) two = NULL;
  g_autoptr (BhOffice) office = NULL;
  BhComplainant *complainant;

  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  assert_report (fixture, 2, 2, 0, 0, 0);
  one = import_fixture_load (fixture, "T1");
  two = import_fixture_load (fixture, "T2");
  office = bh_store_dup_office (fixture->store);

  g_assert_cmpint (one->origin, ==, BH_ORIGIN_LEDGER);
  g_assert_cmpint (one->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (one->received_at, ==, G_GINT64_CONSTANT (1767312000) * BH_USEC_PER_SEC);
  g_assert_cmpint (one->completion_due, ==, 0);
  g_assert_cmpstr (one->summary, ==, "电梯困人");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_CHANNEL, one->channel_id), ==, "微信小程序");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_DEPARTMENT, one->department_id), ==,
                   "电梯维保部");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_STAFF, one->staff_id), ==, "王师傅");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_CATEGORY, one->category_id), ==, "电梯");
  g_assert_cmpuint (one->stages->len, ==, 0);
  g_assert_cmpuint (one->complainants->len, ==, 1);
  complainant = g_ptr_array_index (one->complainants, 0);
  g_assert_cmpstr (complainant->name, ==, "张三");
  g_assert_cmpstr (complainant->phone, ==, "13800000001");
  g_assert_true (complainant->reachable);
  g_assert_cmpint (complainant->contact_id, !=, 0);

  g_assert_cmpint (two->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (two->finished_at, ==, G_GINT64_CONSTANT (1767490200) * BH_USEC_PER_SEC);
  g_assert_cmpint (two->closed_at, ==, two->finished_at);
}

/* Rooms of the same number in two buildings are two places, also where nobody says in which
 * community they are. */
static void
test_no_community (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicket) one = NULL;
  g_autoptr (BhTicket) two = NULL;
  g_autoptr (BhTicket) three = NULL;

  import_fixture_import (fixture,
                         "number,received,category,building,unit,room,place\n"
                         "T1,2026-01-02 08:00,漏水,3栋,1单元,301,\n"
                         "T2,2026-01-03 08:00,漏水,4栋,1单元,301,\n"
                         "T3,2026-01-04 08:00,漏水,,,301,厨房\n",
                         BH_IMPORT_FIND_REPEATS);
  assert_report (fixture, 3, 3, 0, 0, 0);
  one = import_fixture_load (fixture, "T1");
  two = import_fixture_load (fixture, "T2");
  three = import_fixture_load (fixture, "T3");
  g_assert_cmpstr (one->place_text, ==, "3栋/1单元/301");
  g_assert_cmpstr (two->place_text, ==, "4栋/1单元/301");
  g_assert_cmpint (two->repeat_of, ==, 0);
  g_assert_cmpstr (three->place_text, ==, "301 厨房");
}

/* They are dropped for the first ledger, and built again. */
static void
test_indexes (ImportFixture *fixture, gconstpointer data)
{
  static const char count[] = "SELECT count(*) FROM sqlite_master WHERE type = 'index'";
  gint64 n_indexes = import_fixture_count (fixture, count);

  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  g_assert_cmpint (import_fixture_count (fixture, count), ==, n_indexes);
  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  g_assert_cmpint (import_fixture_count (fixture, count), ==, n_indexes);
}

static void
test_again (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  assert_report (fixture, 2, 0, 0, 2, 0);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM event"), ==, 2);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM contact"), ==, 2);
}

static void
test_changed (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicket) ticket = NULL;

  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  import_fixture_import (
      fixture,
      HEAD TWO "T1,2026-01-02 08:00,电梯困人,设施设备/电梯,微信小程序,电梯维保部,王师傅,张三,"
               "13800000001,2026-01-02 09:00\n",
      BH_IMPORT_NORMAL);
  assert_report (fixture, 2, 0, 1, 1, 0);
  ticket = import_fixture_load (fixture, "T1");
  g_assert_cmpint (ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (ticket->head_seq, ==, 2);
  g_assert_cmpuint (ticket->rounds->len, ==, 1);
  g_assert_cmpuint (ticket->complainants->len, ==, 1);
}

static void
test_dry_run (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, HEAD ONE TWO "T3,never,a\n", BH_IMPORT_DRY_RUN);
  assert_report (fixture, 3, 2, 0, 0, 1);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM ticket"), ==, 0);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM contact"), ==, 0);
  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  assert_report (fixture, 2, 2, 0, 0, 0);
}

static gboolean
note_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("text", "on the way", NULL);
  gint64 id = bh_work_find_ticket (work, user_data, error);
  BhActor actor = { .role = BH_ROLE_CLERK };

  return id != 0 && bh_verbs_do (work, BH_VERB_NOTE, id, inputs, &actor, 0, error) != NULL;
}

/* A ticket that was worked on here is no longer the ledger's. */
static void
test_worked_on (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = NULL;

  import_fixture_import (fixture, HEAD ONE TWO, BH_IMPORT_NORMAL);
  bh_store_write (fixture->store, note_in_worker, (gpointer) "T1", NULL, &error);
  g_assert_no_error (error);
  import_fixture_import (fixture, HEAD "T1,2026-01-02 08:00,别的内容\n" TWO, BH_IMPORT_NORMAL);
  assert_report (fixture, 2, 0, 0, 2, 0);
  ticket = import_fixture_load (fixture, "T1");
  g_assert_cmpstr (ticket->summary, ==, "电梯困人");
}

static void
test_unnumbered (ImportFixture *fixture, gconstpointer data)
{
  static const char text[] = "received,summary,phone\n"
                             "2026-01-02,noise,13800000001\n"
                             "2026-01-02,smell,\n"
                             "2026-01-02,noise,13800000001\n";

  import_fixture_import (fixture, text, BH_IMPORT_NORMAL);
  assert_report (fixture, 3, 2, 0, 1, 0);
  import_fixture_import (fixture, text, BH_IMPORT_NORMAL);
  assert_report (fixture, 3, 0, 0, 3, 0);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(DISTINCT number) FROM ticket"), ==,
                   2);
}

static void
test_repeat_of (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicket) one = NULL;
  g_autoptr (BhTicket) two = NULL;
  g_autoptr (BhTicket) three = NULL;
  static const char text[] = "number,received,summary,repeat-of\n"
                             "R1,2026-01-05,c,R2\n"
                             "R2,2026-01-04,b,R3\n"
                             "R3,2026-01-03,a,\n"
                             "R4,2026-01-03,d,R9\n"
                             "R5,2026-01-03,e,R5\n";

  import_fixture_import (fixture, text, BH_IMPORT_NORMAL);
  assert_report (fixture, 5, 3, 0, 0, 2);
  one = import_fixture_load (fixture, "R1");
  two = import_fixture_load (fixture, "R2");
  three = import_fixture_load (fixture, "R3");
  g_assert_cmpint (one->repeat_of, ==, two->id);
  g_assert_cmpint (two->repeat_of, ==, three->id);
  g_assert_cmpint (three->repeat_of, ==, 0);
  g_assert_cmpuint (bh_rejects_get_nth (fixture->report->rejects, 0)->line, ==, 5);
  g_assert_nonnull (strstr (bh_rejects_get_nth (fixture->report->rejects, 0)->reason, "R9"));
  import_fixture_import (fixture, text, BH_IMPORT_NORMAL);
  assert_report (fixture, 5, 0, 0, 3, 2);
}

#define SPOTS "number,received,category,community,place\n"
#define FIRST                                                                                      \
  "S4,2026-01-20,A/x,North,Gate\n"                                                                 \
  "S1,2026-01-01,A/x,North,Gate\n"                                                                 \
  "S2,2026-01-01,A/x,North,Gate\n"                                                                 \
  "S3,2026-01-10,A/x,South,Gate\n"                                                                 \
  "S5,2026-01-21,A/y,North,Gate\n"                                                                 \
  "S6,2026-04-20,A/x,North,Gate\n"                                                                 \
  "S7,2026-07-20,A/x,North,Gate\n"                                                                 \
  "S8,2026-07-20,A/x,North,\n"                                                                     \
  "S9,2026-07-21,A/x,North,\n"

static void
assert_repeats (ImportFixture *fixture, const char *number, const char *of)
{
  g_autoptr (BhTicket) ticket = import_fixture_load (fixture, number);
  g_autoptr (BhTicket) original = of != NULL ? import_fixture_load (fixture, of) : NULL;

  g_assert_cmpint (ticket->repeat_of, ==, original != NULL ? original->id : 0);
}

static void
assert_first_repeats (ImportFixture *fixture)
{
  assert_repeats (fixture, "S1", NULL);
  assert_repeats (fixture, "S2", "S1");
  assert_repeats (fixture, "S3", NULL);
  assert_repeats (fixture, "S4", "S2");
  assert_repeats (fixture, "S5", NULL);
  assert_repeats (fixture, "S6", "S4"); /* just 90 days */
  assert_repeats (fixture, "S7", NULL); /* 91 days */
  assert_repeats (fixture, "S8", NULL);
  assert_repeats (fixture, "S9", NULL);
}

static void
test_find_repeats (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, SPOTS FIRST, BH_IMPORT_FIND_REPEATS);
  assert_report (fixture, 9, 9, 0, 0, 0);
  assert_first_repeats (fixture);
  import_fixture_import (fixture, SPOTS FIRST, BH_IMPORT_FIND_REPEATS);
  assert_report (fixture, 9, 0, 0, 9, 0);
  import_fixture_import (fixture, SPOTS FIRST, BH_IMPORT_NORMAL);
  assert_report (fixture, 9, 0, 0, 9, 0);
  assert_first_repeats (fixture);
}

/* A second ledger goes on where the first one ended. */
static void
test_find_repeats_of_others (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, SPOTS FIRST, BH_IMPORT_NORMAL);
  import_fixture_import (fixture,
                         SPOTS "T1,2026-01-15,A/x,North,Gate\nT2,2026-01-25,A/x,North,Gate\n"
                               "T3,2026-01-26,A/x,North,Gate\n",
                         BH_IMPORT_FIND_REPEATS);
  assert_report (fixture, 3, 3, 0, 0, 0);
  assert_repeats (fixture, "T1", "S2");
  assert_repeats (fixture, "T2", "S4");
  assert_repeats (fixture, "T3", "T2");
}

static void
test_two_answers (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = import_fixture_make_file (fixture, "l.csv", "received,summary,repeat-of\n2026-01-01,a,\n");

  g_assert_null (bh_import_run (fixture->store, file, NULL, BH_IMPORT_FIND_REPEATS, NULL, NULL,
                                NULL, NULL, NULL, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP);
}

/* Where the rejected rows cannot be kept, nothing is. */
static void
test_rejects (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = import_fixture_make_file (fixture, "l.csv", HEAD ONE "T3,never,a\n");
  g_autoptr (GFile) below = g_file_get_child (file, "rejects.csv");
  g_autoptr (GFile) beside = g_file_new_build_filename (fixture->folder, "rejects.csv", NULL);
  GFile *bad[] = { below, file };
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (bh_import_run (fixture->store, file, NULL, BH_IMPORT_NORMAL, bad[i], NULL,
                                    NULL, NULL, NULL, &error));
      g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
      g_clear_error (&error);
      g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM ticket"), ==, 0);
    }
  fixture->report = bh_import_run (fixture->store, file, NULL, BH_IMPORT_NORMAL, beside, NULL, NULL,
                                   NULL, NULL, &error);
  g_assert_no_error (error);
  assert_report (fixture, 2, 1, 0, 0, 1);
  g_assert_true (g_file_load_contents (beside, NULL, &written, NULL, NULL, NULL));
  g_assert_nonnull (strstr (written, "T3,never,a"));
  g_assert_null (strstr (written, "T1"));
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  if (fraction > 0.5)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("number,received,summary,department\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  gint64 n_departments = import_fixture_count (fixture, "SELECT count(*) FROM department");

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "C%u,2026-01-01,row,Team %u\n", i, i % 20);
  file = import_fixture_make_file (fixture, "long.csv", text->str);
  g_assert_null (bh_import_run (fixture->store, file, NULL, BH_IMPORT_NORMAL, NULL, NULL, cancel_cb,
                                cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM ticket"), ==, 0);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM department"), ==,
                   n_departments);
}

#define HOMES "小区,楼栋,单元,房号,姓名,电话,身份\n"
#define HOME_ONE "滨河花园,3栋,2单元,301,张三,13800000001,业主\n"
#define HOME_TWO "滨河花园,3栋,2单元,302,李四,13800000002/13900000002,租户\n"

static void
test_register (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture,
                         HOMES HOME_ONE HOME_TWO "滨河花园,3栋,2单元,301,张小妹,,家属\n"
                                                 "滨河花园,3栋,2单元,303,,,\n"
                                                 "滨河花园,3栋,2单元,304,王五,12,业主\n"
                                                 "滨河花园,3栋,2单元,304,王五,,路人\n",
                         BH_IMPORT_NORMAL);
  g_assert_true (fixture->report->is_register);
  assert_report (fixture, 6, 4, 0, 0, 2);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM place"), ==, 6);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM contact"), ==, 3);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM contact_phone"), ==, 3);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM contact WHERE kind = 2"),
                   ==, 1);
  g_assert_cmpstr (bh_rejects_get_nth (fixture->report->rejects, 0)->column, ==, "电话");
  g_assert_cmpstr (bh_rejects_get_nth (fixture->report->rejects, 1)->column, ==, "身份");
}

static void
test_register_again (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, HOMES HOME_ONE HOME_TWO, BH_IMPORT_NORMAL);
  import_fixture_import (fixture, HOMES HOME_ONE HOME_TWO, BH_IMPORT_NORMAL);
  assert_report (fixture, 2, 0, 0, 2, 0);

  /* Another phone, a second home, and a new member of the family. */
  import_fixture_import (fixture,
                         HOMES "滨河花园,3栋,2单元,301,张三,13700000001,业主\n"
                               "滨河花园,3栋,2单元,302,张三,13800000001,业主\n"
                               "滨河花园,3栋,2单元,301,张小妹,13800000001,家属\n",
                         BH_IMPORT_NORMAL);
  assert_report (fixture, 3, 1, 2, 0, 0);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM contact"), ==, 3);
}

/* A ledger's rows find the homes and people of the register, however the room is written. */
static void
test_register_then_ledger (ImportFixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicket) split = NULL;
  g_autoptr (BhTicket) joined = NULL;
  g_autoptr (BhTicket) unknown = NULL;
  BhComplainant *complainant;

  import_fixture_import (fixture, HOMES HOME_ONE HOME_TWO, BH_IMPORT_NORMAL);
  import_fixture_import (fixture,
                         "编号,受理时间,内容,楼栋,单元,房号,业主,电话\n"
                         "1,2026-01-01,a,3栋,2单元,301,张三,13800000001\n"
                         "2,2026-01-01,a,,,3-2-301,张三,\n"
                         "3,2026-01-01,a,,,9-9-999,,\n",
                         BH_IMPORT_NORMAL);
  g_assert_false (fixture->report->is_register);
  assert_report (fixture, 3, 3, 0, 0, 0);
  split = import_fixture_load (fixture, "1");
  joined = import_fixture_load (fixture, "2");
  unknown = import_fixture_load (fixture, "3");
  g_assert_cmpint (split->place_id, !=, 0);
  g_assert_cmpint (split->place_id, ==, joined->place_id);
  g_assert_cmpint (split->community_id, !=, 0);
  g_assert_cmpint (unknown->place_id, !=, 0);
  g_assert_cmpint (unknown->place_id, !=, split->place_id);
  complainant = g_ptr_array_index (joined->complainants, 0);
  g_assert_cmpint (complainant->contact_id, !=, 0);
  g_assert_true (complainant->reachable);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM contact"), ==, 2);
}

static void
test_register_nowhere (ImportFixture *fixture, gconstpointer data)
{
  import_fixture_import (fixture, "房号,业主姓名,联系电话\n301,张三,13800000001\n",
                         BH_IMPORT_NORMAL);
  g_assert_true (fixture->report->is_register);
  assert_report (fixture, 1, 0, 0, 0, 1);
}

static void
test_real (ImportFixture *fixture, gconstpointer data)
{
  const char *const *spec = data;
  g_autoptr (GFile) file = import_fixture_find_shared (spec[0]);
  g_autoptr (GFile) map = import_fixture_find_shared (spec[1]);
  guint n_rows = (guint) g_ascii_strtoull (spec[3], NULL, 10);

  if (file == NULL || map == NULL)
    {
      g_test_skip ("the ledger is not at hand");
      return;
    }
  import_fixture_set_zone (fixture, spec[2]);
  import_fixture_import_file (fixture, file, map, BH_IMPORT_NORMAL);
  assert_report (fixture, n_rows, n_rows, 0, 0, 0);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM ticket"), ==, n_rows);
  import_fixture_import_file (fixture, file, map, BH_IMPORT_NORMAL);
  assert_report (fixture, n_rows, 0, 0, n_rows, 0);
  g_assert_cmpint (import_fixture_count (fixture, "SELECT count(*) FROM event"), ==, n_rows);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (ImportFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/import/fields", test_fields },
    { "/import/no-community", test_no_community },
    { "/import/indexes", test_indexes },
    { "/import/again", test_again },
    { "/import/changed", test_changed },
    { "/import/dry-run", test_dry_run },
    { "/import/worked-on", test_worked_on },
    { "/import/unnumbered", test_unnumbered },
    { "/import/repeat-of", test_repeat_of },
    { "/import/find-repeats", test_find_repeats },
    { "/import/find-repeats-of-others", test_find_repeats_of_others },
    { "/import/two-answers", test_two_answers },
    { "/import/rejects", test_rejects },
    { "/import/cancelled", test_cancelled },
    { "/import/register", test_register },
    { "/import/register-again", test_register_again },
    { "/import/register-then-ledger", test_register_then_ledger },
    { "/import/register-nowhere", test_register_nowhere },
  };
  static const char *const boston[]
      = { "boston311/tickets.csv.gz", "boston311/map.ini", "America/New_York", "58251" };
  static const char *const helpdesk[]
      = { "helpdesk/ledger.csv.gz", "helpdesk/map.ini", "UTC", "4580" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImportFixture, NULL, import_fixture_set_up, tests[i].run,
                import_fixture_tear_down);
  g_test_add ("/import/real/boston", ImportFixture, boston, import_fixture_set_up, test_real,
              import_fixture_tear_down);
  g_test_add ("/import/real/helpdesk", ImportFixture, helpdesk, import_fixture_set_up, test_real,
              import_fixture_tear_down);
  return g_test_run ();
}
