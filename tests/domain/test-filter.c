/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-filter.h"

#include "base/bh-clock.h"
#include "domain/bh-error.h"

static BhTicketFilter *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BhTicketFilter *filter = bh_ticket_filter_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (filter);

  return filter;
}

static void
assert_canonical (const char *text, const char *expected)
{
  g_autoptr (BhTicketFilter) filter = parse (text);
  g_autoptr (BhTicketFilter) again = parse (bh_ticket_filter_to_text (filter));

  g_assert_cmpstr (bh_ticket_filter_to_text (filter), ==, expected);
  g_assert_cmpstr (bh_ticket_filter_to_text (again), ==, expected);
  g_assert_true (bh_ticket_filter_equal (filter, again));
  g_assert_cmpint (bh_ticket_filter_is_empty (filter), ==, *expected == '\0');
}

static void
test_fields (void)
{
  for (int i = 0; i < BH_N_FILTER_FIELDS; i++)
    {
      const BhFilterFieldInfo *info = bh_filter_field_get_info ((BhFilterField) i);
      BhFilterField found;
      guint n;

      g_assert_true (bh_filter_field_find (info->code, &found));
      g_assert_cmpint (found, ==, i);
      g_assert_true (bh_filter_field_find (bh_filter_field_get_label (found), &found));
      g_assert_cmpint (found, ==, i);
      bh_list_get_items (info->list, &n);
      g_assert_cmpint (n > 0, ==, info->type == BH_FILTER_TYPE_LIST);
      if (info->type == BH_FILTER_TYPE_ENTRY)
        g_assert_true (g_type_is_a (bh_filter_field_get_entry_type (found), BH_TYPE_ENTRY));
    }
}

static void
test_canonical (void)
{
  assert_canonical (NULL, "");
  assert_canonical ("", "");
  assert_canonical ("  ", "");
  assert_canonical ("kind:repair status:planned", "status:planned kind:repair");
  assert_canonical ("status:accepted,dispatched,ACCEPTED", "status:dispatched,accepted");
  assert_canonical ("status:closed,open", "status:open,closed");
  assert_canonical ("status:ended", "status:ended");
  assert_canonical ("Grade:none,Urgent", "grade:none,urgent");
  assert_canonical ("status:\"Waiting for dispatch\"", "status:registered");
  assert_canonical ("community:\"Riverside\"", "community:Riverside");
  assert_canonical ("community:\"River side\",B", "community:\"River side\",B");
  assert_canonical ("text:\"say \"\"no\"\", please\"", "text:\"say \"\"no\"\", please\"");
  assert_canonical ("text:a\"b", "text:\"a\"\"b\"");
  assert_canonical ("category:维修服务/漏水", "category:维修服务/漏水");
  assert_canonical ("phone:138-0013,８０００", "phone:1380013,8000");
  assert_canonical ("overdue:yes repeat:no rework:yes responded:No",
                    "responded:no overdue:yes repeat:no rework:yes");
  assert_canonical ("completion:late,on-time first-answer:Late callback-due:yes response:on-time",
                    "response:on-time completion:on-time,late first-answer:late callback-due:yes");
  assert_canonical ("task:Done,open approval:lapsed,WAITING suspended:yes",
                    "suspended:yes approval:waiting,lapsed task:open,done");
  assert_canonical ("merged-into:W2026-1 assisting:工程维修 approver:none waits-for:王敏",
                    "waits-for:王敏 approver:none assisting:工程维修 merged-into:W2026-1");
  assert_canonical ("escalated:2026-10-03 warned:2026-10 suspended-until:..2026-11",
                    "suspended-until:..2026-11 warned:2026-10 escalated:2026-10-03");
  assert_canonical ("overdue-at-end:2026-10 promised:2026-11-03",
                    "promised:2026-11-03 overdue-at-end:2026-10");
  assert_canonical ("received:2026-10-01..2026-11-01", "received:2026-10-01..2026-11-01");
  assert_canonical ("received:2026-10,2026-12-03,..2025-01-01,2027-01..",
                    "received:2026-10,2026-12-03,..2025-01-01,2027-01..");
  assert_canonical ("closed:2026-10-01T08:00:00+08:00..", "closed:2026-10-01T08:00:00+08:00..");
  assert_canonical ("closed:\"2026-10-01 08:00..2026-10-01 09:30\"",
                    "closed:\"2026-10-01 08:00..2026-10-01 09:30\"");
  /* as a Chinese input method writes it */
  assert_canonical ("status：open，closed\xe3\x80\x80place：3栋", "status:open,closed place:3栋");
}

static void
assert_refused (const char *text, const char *hint)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_ticket_filter_parse (text, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  if (strstr (error->message, hint) == NULL)
    g_error ("“%s” was refused with “%s”", text, error->message);
}

static void
test_refused (void)
{
  assert_refused ("colour:red", "status, kind, grade");
  assert_refused ("open", "field:value");
  assert_refused ("status:open closed", "“closed”");
  assert_refused (":open", "“”");
  assert_refused ("status:opened", "registered, dispatched");
  assert_refused ("status:none", "open, ended");
  assert_refused ("grade:high", "urgent, important, general, none");
  assert_refused ("overdue:maybe", "yes, no.");
  assert_refused ("approval:none", "approved, rejected, lapsed, waiting.");
  assert_refused ("task:waiting", "done, waived, open.");
  assert_refused ("suspended:never", "yes, no.");
  assert_refused ("warned:yes", "period");
  assert_refused ("completion:soon", "on-time, late.");
  assert_refused ("open-at-end:yes", "period");
  assert_refused ("status:", "empty");
  assert_refused ("status: open", "empty");
  assert_refused ("status:open,", "empty");
  assert_refused ("text:\"\"", "empty");
  assert_refused ("status:open status:closed", "twice");
  assert_refused ("text:\"open", "not closed");
  assert_refused ("text:\"a\"b", "must follow");
  assert_refused ("phone:abc", "no digits");
  assert_refused ("text:\xff", "UTF-8");
  assert_refused ("received:..", "period");
  assert_refused ("received:yesterday", "period");
  assert_refused ("received:2026-13", "period");
  assert_refused ("received:2026-02-30", "period");
  assert_refused ("received:2026-10-01T08:00", "period");
  assert_refused ("received:2026-10-01..x", "period");
  assert_refused ("received:2026-10-01..2026-10-01", "ends before");
  assert_refused ("received:2026-11..2026-10", "ends before");
}

static void
test_with (void)
{
  static const char *const values[] = { "hotline", "counter", "hotline", NULL };
  static const char *const wrong[] = { "soon", NULL };
  static const char *const empty[] = { NULL };
  g_autoptr (BhTicketFilter) filter = parse ("kind:repair");
  g_autoptr (BhTicketFilter) more = NULL;
  g_autoptr (BhTicketFilter) less = NULL;
  g_autoptr (BhTicketFilter) none = NULL;
  g_autoptr (GError) error = NULL;

  more = bh_ticket_filter_with (filter, BH_FILTER_CHANNEL, values, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bh_ticket_filter_to_text (more), ==, "kind:repair channel:hotline,counter");
  g_assert_cmpstr (bh_ticket_filter_to_text (filter), ==, "kind:repair");
  g_assert_null (bh_ticket_filter_get (filter, BH_FILTER_CHANNEL));
  g_assert_cmpstr (bh_ticket_filter_get (more, BH_FILTER_CHANNEL)[1], ==, "counter");
  g_assert_null (bh_ticket_filter_get (more, BH_FILTER_CHANNEL)[2]);

  less = bh_ticket_filter_with (more, BH_FILTER_KIND, NULL, &error);
  g_assert_cmpstr (bh_ticket_filter_to_text (less), ==, "channel:hotline,counter");
  none = bh_ticket_filter_with (less, BH_FILTER_CHANNEL, empty, &error);
  g_assert_no_error (error);
  g_assert_true (bh_ticket_filter_is_empty (none));

  g_assert_null (bh_ticket_filter_with (filter, BH_FILTER_GRADE, wrong, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

static void
assert_codes (const char *text, BhFilterField field, const char *expected)
{
  g_autoptr (BhTicketFilter) filter = parse (text);
  g_autoptr (GArray) codes = bh_ticket_filter_get_codes (filter, field);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; codes != NULL && i < codes->len; i++)
    g_string_append_printf (found, "%d ", g_array_index (codes, int, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_codes (void)
{
  assert_codes ("status:open", BH_FILTER_STATUS, "10 20 30 40 50 60 70 ");
  assert_codes ("status:ended", BH_FILTER_STATUS, "80 90 91 92 93 ");
  assert_codes ("status:ended,closed,planned", BH_FILTER_STATUS, "80 90 91 92 93 50 ");
  assert_codes ("grade:none,urgent", BH_FILTER_GRADE, "0 1 ");
  assert_codes ("overdue:no", BH_FILTER_OVERDUE, "2 ");
  assert_codes ("kind:repair", BH_FILTER_GRADE, "");
}

static void
assert_period (const char *text, gint64 from_hours, gint64 to_hours)
{
  const gint64 hour = 3600 * BH_USEC_PER_SEC;
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  g_autoptr (BhTicketFilter) filter = parse (text);
  g_autoptr (GArray) periods = bh_ticket_filter_get_periods (filter, BH_FILTER_RECEIVED, time);
  gint64 origin = bh_office_time_join (time, 2026, 10, 1, 0, 0, 0);
  BhPeriod period;

  g_assert_cmpuint (periods->len, ==, 1);
  period = g_array_index (periods, BhPeriod, 0);
  g_assert_cmpint (period.from, ==, from_hours == -1 ? 1 : origin + from_hours * hour);
  g_assert_cmpint (period.to, ==, to_hours == -1 ? G_MAXINT64 : origin + to_hours * hour);
}

static void
test_periods (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  g_autoptr (BhTicketFilter) two = parse ("received:2026-10-01,2026-10-03");
  g_autoptr (GArray) periods = bh_ticket_filter_get_periods (two, BH_FILTER_RECEIVED, time);

  g_assert_cmpuint (periods->len, ==, 2);
  g_assert_null (bh_ticket_filter_get_periods (two, BH_FILTER_CLOSED, time));

  assert_period ("received:2026-10-01", 0, 24);
  assert_period ("received:2026-10", 0, 31 * 24);
  assert_period ("received:2026-10-01..2026-10-03", 0, 48);
  assert_period ("received:2026-10..2026-11", 0, 31 * 24);
  assert_period ("received:2026-10-02..", 24, -1);
  assert_period ("received:..2026-10-02", -1, 24);
  assert_period ("received:2026-10-01T08:00..2026-10-01T02:00:00Z", 8, 10);
}

/* What is written is read as the same, and in the shortest way. */
static void
assert_format (const char *value, const char *expected)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  g_autofree char *text = g_strdup_printf ("received:\"%s\"", value);
  g_autoptr (BhTicketFilter) filter = parse (text);
  g_autoptr (GArray) periods = bh_ticket_filter_get_periods (filter, BH_FILTER_RECEIVED, time);
  const BhPeriod *period = &g_array_index (periods, BhPeriod, 0);
  g_autofree char *written = bh_filter_format_period (time, period);

  g_assert_cmpstr (written, ==, expected);
  if (!g_str_equal (value, expected))
    assert_format (expected, expected);
}

static void
test_format_period (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);

  assert_format ("2026-10", "2026-10");
  assert_format ("2026-10-01..2026-11-01", "2026-10");
  assert_format ("2026-10..2026-12", "2026-10-01..2026-12-01");
  assert_format ("2026-10-03", "2026-10-03");
  assert_format ("2026-10-03..2026-10-04", "2026-10-03");
  assert_format ("2026-10-03..2026-10-05", "2026-10-03..2026-10-05");
  assert_format ("2026-10-03..", "2026-10-03..");
  assert_format ("..2026-10-03", "..2026-10-03");
  assert_format ("2026-10-03 08:00..2026-10-04", "2026-10-03T08:00:00+08:00..2026-10-04");
  assert_format ("2026-10-03..2026-10-03T08:00:00.000250+08:00",
                 "2026-10-03..2026-10-03T08:00:00.000250+08:00");

  /* to the microsecond */
  for (gint64 fraction = 0; fraction < BH_USEC_PER_SEC; fraction += 9973)
    {
      gint64 from = bh_office_time_join (time, 2026, 10, 3, 8, 0, 0) + fraction;
      BhPeriod period = { from, from + 1 };
      g_autofree char *value = bh_filter_format_period (time, &period);
      g_autofree char *text = g_strdup_printf ("received:%s", value);
      g_autoptr (BhTicketFilter) filter = parse (text);
      g_autoptr (GArray) read = bh_ticket_filter_get_periods (filter, BH_FILTER_RECEIVED, time);

      g_assert_cmpint (g_array_index (read, BhPeriod, 0).from, ==, period.from);
      g_assert_cmpint (g_array_index (read, BhPeriod, 0).to, ==, period.to);
    }
}

static void
add (BhOffice *office, gpointer entry)
{
  bh_office_add (office, BH_ENTRY (entry));
  g_object_unref (entry);
}

static BhOffice *
make_office (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { .repeat_days = 90 };
  BhOffice *office = bh_office_new (time, &settings);

  add (office, bh_place_new (1, BH_PLACE_COMMUNITY, "Riverside", 0, 1, "Riverside"));
  add (office, bh_department_new (2, "eng", "Engineering", FALSE));
  add (office, bh_department_new (3, "old", "Night watch", TRUE));
  add (office, bh_channel_new (4, "hotline", "热线", FALSE, TRUE));
  add (office, bh_staff_new (5, "李强", FALSE, 2, BH_ROLE_WORKER, NULL));
  add (office, bh_staff_new (6, "李强", FALSE, 3, BH_ROLE_WORKER, NULL));
  add (office, bh_category_new (10, "repair", "维修", FALSE, 0, 0, BH_GRADE_NONE));
  add (office, bh_category_new (11, "leak", "漏水", FALSE, 10, 0, BH_GRADE_NONE));
  add (office, bh_category_new (12, "", "其他", FALSE, 10, 0, BH_GRADE_NONE));
  add (office, bh_category_new (20, "fees", "费用", FALSE, 0, 0, BH_GRADE_NONE));
  add (office, bh_category_new (21, "", "其他", FALSE, 20, 0, BH_GRADE_NONE));
  add (office, bh_category_new (22, "", "维修", FALSE, 20, 0, BH_GRADE_NONE));
  /* a name that is the code of another */
  add (office, bh_department_new (30, "fire", "Order", FALSE));
  add (office, bh_department_new (31, "order", "Watch", FALSE));

  return office;
}

static void
assert_ids (const char *text, BhFilterField field, const char *resolved, const char *expected)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhTicketFilter) filter = parse (text);
  g_autoptr (BhTicketFilter) names = NULL;
  g_autoptr (GError) error = NULL;
  BhTicketFilter *filters[2] = { filter, NULL };

  names = bh_ticket_filter_resolve (filter, office, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bh_ticket_filter_to_text (names), ==, resolved);
  filters[1] = names;

  /* What it means does not depend on how it was written. */
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GArray) ids = bh_ticket_filter_get_ids (filters[i], field, office, &error);
      g_autoptr (GString) found = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; ids != NULL && j < ids->len; j++)
        g_string_append_printf (found, "%" G_GINT64_FORMAT " ", g_array_index (ids, gint64, j));
      g_assert_cmpstr (found->str, ==, expected);
    }
}

static void
test_ids (void)
{
  assert_ids ("community:riverside", BH_FILTER_COMMUNITY, "community:Riverside", "1 ");
  assert_ids ("department:ENG,none", BH_FILTER_DEPARTMENT, "department:Engineering,none", "2 0 ");
  assert_ids ("department:old", BH_FILTER_DEPARTMENT, "department:\"Night watch\"", "3 ");
  assert_ids ("department:order", BH_FILTER_DEPARTMENT, "department:Watch", "31 ");
  assert_ids ("department:fire", BH_FILTER_DEPARTMENT, "department:fire", "30 ");
  assert_ids ("channel:hotline", BH_FILTER_CHANNEL, "channel:热线", "4 ");
  assert_ids ("person:李强", BH_FILTER_PERSON, "person:李强", "5 6 ");
  assert_ids ("category:leak", BH_FILTER_CATEGORY, "category:维修/漏水", "11 ");
  assert_ids ("category:其他", BH_FILTER_CATEGORY, "category:其他", "12 21 ");
  assert_ids ("category:fees/其他", BH_FILTER_CATEGORY, "category:费用/其他", "21 ");
  assert_ids ("category:费用/维修", BH_FILTER_CATEGORY, "category:费用/维修", "22 ");
  assert_ids ("category:维修", BH_FILTER_CATEGORY, "category:维修", "10 11 12 ");
  assert_ids ("category:维修/", BH_FILTER_CATEGORY, "category:维修/", "10 ");
  assert_ids ("category:repair/,费用/其他", BH_FILTER_CATEGORY, "category:维修/,费用/其他",
              "10 21 ");
  assert_ids ("category:repair,leak", BH_FILTER_CATEGORY, "category:维修,维修/漏水", "10 11 12 ");
  assert_ids ("kind:repair", BH_FILTER_CATEGORY, "kind:repair", "");
}

static void
test_format_category (void)
{
  static const gint64 all[] = { 0, 10, 11, 12, 20, 21, 22 };
  g_autoptr (BhOffice) office = make_office ();
  g_autofree char *top = bh_filter_format_category (office, 10);
  g_autofree char *leaf = bh_filter_format_category (office, 11);

  g_assert_cmpstr (top, ==, "维修/");
  g_assert_cmpstr (leaf, ==, "维修/漏水");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *word = bh_filter_format_category (office, all[i]);
      g_autofree char *text = g_strconcat ("category:", word, NULL);
      g_autoptr (BhTicketFilter) filter = parse (text);
      g_autoptr (GArray) ids = bh_ticket_filter_get_ids (filter, BH_FILTER_CATEGORY, office, NULL);

      g_assert_cmpuint (ids->len, ==, 1);
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, all[i]);
    }
}

static void
test_unknown_names (void)
{
  g_autoptr (BhOffice) office = make_office ();
  g_autoptr (BhTicketFilter) filter = parse ("kind:repair department:Eng,Gardening");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_null (bh_ticket_filter_resolve (filter, office, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "Gardening"));
  g_assert_nonnull (strstr (error->message, "Engineering"));
  g_assert_null (strstr (error->message, "Night watch"));

  g_assert_null (bh_ticket_filter_get_ids (filter, BH_FILTER_DEPARTMENT, office, &again));
  g_assert_error (again, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

/* The same office after people gave other names. */
static BhOffice *
make_renamed_office (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { .repeat_days = 90 };
  BhOffice *office = bh_office_new (time, &settings);

  add (office, bh_place_new (1, BH_PLACE_COMMUNITY, "河滨, 一期", 0, 1, "河滨, 一期"));
  add (office, bh_department_new (2, "eng", "工程部", FALSE));
  add (office, bh_department_new (3, "old", "Engineering", TRUE));
  add (office, bh_staff_new (5, "李强", FALSE, 2, BH_ROLE_WORKER, NULL));
  add (office, bh_staff_new (6, "李小强", FALSE, 3, BH_ROLE_WORKER, NULL));
  add (office, bh_category_new (10, "repair", "修理", FALSE, 0, 0, BH_GRADE_NONE));
  add (office, bh_category_new (11, "leak", "漏水", FALSE, 10, 0, BH_GRADE_NONE));
  add (office, bh_category_new (12, "", "其他", FALSE, 10, 0, BH_GRADE_NONE));
  add (office, bh_category_new (20, "fees", "费用", FALSE, 0, 0, BH_GRADE_NONE));
  add (office, bh_category_new (21, "", "其他", FALSE, 20, 0, BH_GRADE_NONE));

  return office;
}

static void
test_follow (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "kind:repair text:Engineering", "kind:repair text:Engineering" },
    { "community:Riverside kind:repair", "kind:repair community:\"河滨, 一期\"" },
    /* Two change places: each keeps its tickets. */
    { "department:Engineering", "department:工程部" },
    { "department:\"Night watch\",none", "department:Engineering,none" },
    { "department:Gardening,Engineering", "department:Gardening,工程部" },
    /* One of two of the same name. */
    { "person:李强", "person:李强,李小强" },
    { "category:维修", "category:修理" },
    { "category:维修/漏水", "category:修理/漏水" },
    { "category:维修/", "category:修理/" },
    { "category:费用", "category:费用" },
    { "category:其他", "category:修理/其他,费用/其他" },
    { "category:费用/维修", "category:费用/维修" },
  };
  g_autoptr (BhOffice) before = make_office ();
  g_autoptr (BhOffice) after = make_renamed_office ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhTicketFilter) filter = parse (cases[i].text);
      g_autoptr (BhTicketFilter) now = bh_ticket_filter_follow (filter, before, after);
      g_autoptr (BhTicketFilter) same = bh_ticket_filter_follow (filter, before, before);
      g_autoptr (BhTicketFilter) expected = parse (cases[i].expected);

      g_assert_cmpstr (bh_ticket_filter_to_text (now), ==, bh_ticket_filter_to_text (expected));
      g_assert_cmpstr (bh_ticket_filter_to_text (same), ==, bh_ticket_filter_to_text (filter));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/fields", test_fields);
  g_test_add_func ("/filter/canonical", test_canonical);
  g_test_add_func ("/filter/refused", test_refused);
  g_test_add_func ("/filter/with", test_with);
  g_test_add_func ("/filter/codes", test_codes);
  g_test_add_func ("/filter/periods", test_periods);
  g_test_add_func ("/filter/format-period", test_format_period);
  g_test_add_func ("/filter/ids", test_ids);
  g_test_add_func ("/filter/format-category", test_format_category);
  g_test_add_func ("/filter/unknown-names", test_unknown_names);

  g_test_add_func ("/filter/follow", test_follow);

  return g_test_run ();
}
