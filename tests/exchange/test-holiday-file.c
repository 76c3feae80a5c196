/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-holiday-file.h"

#include "exchange/bh-exchange-error.h"
#include "exchange/bh-holiday-ics.h"
#include "storage/bh-holiday-table.h"

#include "support/bh-test-folder.h"

#include <string.h>

#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"
#define EVENT(title, start, end)                                                                   \
  "BEGIN:VEVENT\r\nSUMMARY:" title "\r\nDTSTART;VALUE=DATE:" start "\r\nDTEND;VALUE=DATE:" end     \
  "\r\nEND:VEVENT\r\n"

/* "2025-10-01 off 国庆节" in lines, a line "2025 source" before each year. */
static char *
write_years (GPtrArray *years, gboolean with_names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    {
      const BhHolidayYear *year = g_ptr_array_index (years, i);

      g_string_append_printf (text, "%d %s\n", year->year, with_names ? year->source : "");
      for (guint j = 0; j < year->days->len; j++)
        {
          const BhHoliday *day = &g_array_index (year->days, BhHoliday, j);

          g_string_append_printf (text, "%d %s %s\n", day->day, day->off ? "off" : "worked",
                                  with_names ? day->name : "");
        }
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
read_bytes (const char *name, const char *bytes, gssize length, GError **error)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GPtrArray *years;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  years = bh_holiday_file_read (file, NULL, error);

  return years;
}

static void
assert_read (const char *name, const char *bytes, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = read_bytes (name, bytes, -1, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = write_years (years, TRUE);
  g_assert_cmpstr (found, ==, expected);
}

/* @part: what the message has to say */
static void
assert_refused (const char *bytes, gssize length, BhExchangeError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = read_bytes ("x", bytes, length, &error);

  g_assert_null (years);
  g_assert_error (error, BH_EXCHANGE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_json (void)
{
  assert_read ("a.json",
               "{\"year\": 2023, \"papers\": [\"http://a\", \"http://b\"], \"days\": ["
               "{\"name\": \"元旦\", \"date\": \"2023-01-02\", \"isOffDay\": true},"
               "{\"date\": \"2022-12-31\", \"isOffDay\": true, \"name\": \"元旦\"},"
               "{\"date\": \"2023-01-28\", \"isOffDay\": false}]}",
               "2023 http://a http://b\n20221231 off 元旦\n20230102 off 元旦\n20230128 worked \n");
  /* several years, a mark of the encoding and white space before, no paper */
  assert_read ("b.json",
               "\xef\xbb\xbf \n[{\"year\": 2023, \"days\": [{\"date\": \"2023-05-01\", "
               "\"isOffDay\": true}]}, {\"year\": 2024, \"days\": [{\"date\": \"2024-05-01\", "
               "\"isOffDay\": true, \"more\": 3}]}]",
               "2023 b.json\n20230501 off \n2024 b.json\n20240501 off \n");
}

static void
test_wrong_json (void)
{
  const struct
  {
    const char *text;
    BhExchangeError code;
    const char *part;
  } cases[] = {
    { "{\"year\": 2025,\n \"days\": [", BH_EXCHANGE_ERROR_SYNTAX, "column 2:10: " },
    { "{}", BH_EXCHANGE_ERROR_VALUE, "no file of holidays" },
    { "[]", BH_EXCHANGE_ERROR_VALUE, "no year" },
    { "[3]", BH_EXCHANGE_ERROR_VALUE, "no file of holidays" },
    { "{\"year\": \"2025\", \"days\": []}", BH_EXCHANGE_ERROR_VALUE, "no file of holidays" },
    { "{\"year\": 99999, \"days\": []}", BH_EXCHANGE_ERROR_VALUE, "no file of holidays" },
    { "{\"year\": 2025, \"days\": {}}", BH_EXCHANGE_ERROR_VALUE, "no file of holidays" },
    { "{\"year\": 2027, \"papers\": [], \"days\": []}", BH_EXCHANGE_ERROR_VALUE,
      "2027: that year is not announced" },
    { "{\"year\": 2025, \"days\": [3]}", BH_EXCHANGE_ERROR_VALUE, "2025, days[0]" },
    { "{\"year\": 2025, \"days\": [{\"date\": \"2025-05-01\", \"isOffDay\": true},"
      " {\"date\": \"1 May\", \"isOffDay\": true}]}",
      BH_EXCHANGE_ERROR_VALUE, "2025, days[1]" },
    { "{\"year\": 2025, \"days\": [{\"date\": \"2025-05-01\"}]}", BH_EXCHANGE_ERROR_VALUE,
      "isOffDay" },
    { "{\"year\": 2025, \"days\": [{\"date\": \"2025-05-01\", \"isOffDay\": \"no\"}]}",
      BH_EXCHANGE_ERROR_VALUE, "isOffDay" },
    { "{\"year\": 2025, \"days\": [{\"date\": \"2025-02-30\", \"isOffDay\": true}]}",
      BH_EXCHANGE_ERROR_VALUE, "2025-02-30" },
    { "{\"year\": 2025, \"days\": [{\"date\": \"2023-05-01\", \"isOffDay\": true}]}",
      BH_EXCHANGE_ERROR_VALUE, "does not belong to 2025" },
    { "{\"year\": 2025, \"days\": [{\"date\": \"2025-05-01\", \"isOffDay\": true},"
      " {\"date\": \"2025-05-01\", \"isOffDay\": false}]}",
      BH_EXCHANGE_ERROR_VALUE, "off and to be worked" },
    { "[{\"year\": 2025, \"days\": [{\"date\": \"2025-05-01\", \"isOffDay\": true}]},"
      " {\"year\": 2025, \"days\": [{\"date\": \"2025-05-02\", \"isOffDay\": true}]}]",
      BH_EXCHANGE_ERROR_VALUE, "twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, -1, cases[i].code, cases[i].part);
}

static void
test_ics (void)
{
  /* the end is exclusive; folded lines; one day without an end; times from midnight to midnight */
  assert_read (
      "c.ics",
      CALENDAR (EVENT ("元旦假期", "20221231", "20230103") EVENT (
          "上班(补春节假期)", "20230128",
          "20230129") "BEGIN:VEVENT\r\nSUMMARY:清明\r\n 节假期\r\nDTSTART;VALUE=DATE:20230405\r\n"
                      "END:VEVENT\r\n"
                      "BEGIN:VEVENT\r\nSUMMARY:中秋节、国庆节（休）\r\nDTSTART:20230929T000000\r\n"
                      "DTEND:20230930T000000\r\nEND:VEVENT\r\n" EVENT ("国庆节（班）", "20231007",
                                                                       "20231007")),
      "2023 c.ics\n20221231 off 元旦\n20230101 off 元旦\n20230102 off 元旦\n"
      "20230128 worked 春节\n20230405 off 清明节\n20230929 off 中秋节、国庆节\n"
      "20231007 worked 国庆节\n");
  /* a file of several years, in any order */
  assert_read ("d.ics",
               CALENDAR (EVENT ("Labour Day holiday", "20250501", "20250502")
                             EVENT ("Working day", "20240511", "20240512")),
               "2024 d.ics\n20240511 worked Working day\n2025 d.ics\n20250501 off Labour Day "
               "holiday\n");
}

static void
test_wrong_ics (void)
{
  const struct
  {
    const char *text;
    BhExchangeError code;
    const char *part;
  } cases[] = {
    { "BEGIN:VCALENDAR\r\n" EVENT ("元旦假期", "20230101", "20230102"), BH_EXCHANGE_ERROR_SYNTAX,
      "cut off" },
    { CALENDAR ("BEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VEVENT\r\n") "END:VCALENDAR\r\n",
      BH_EXCHANGE_ERROR_SYNTAX, "line 6" },
    { CALENDAR (""), BH_EXCHANGE_ERROR_VALUE, "not announced yet" },
    { CALENDAR (EVENT ("元旦假期", "20230101", "20230102") EVENT ("周会", "20230105", "20230106")),
      BH_EXCHANGE_ERROR_VALUE, "Event 2, “周会”" },
    { CALENDAR ("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20230101\r\nEND:VEVENT\r\n"),
      BH_EXCHANGE_ERROR_VALUE, "no title" },
    { CALENDAR ("BEGIN:VEVENT\r\nSUMMARY:元旦假期\r\nEND:VEVENT\r\n"), BH_EXCHANGE_ERROR_VALUE,
      "first day" },
    { CALENDAR (EVENT ("元旦假期", "20230230", "20230302")), BH_EXCHANGE_ERROR_VALUE, "first day" },
    { CALENDAR (EVENT ("元旦假期", "20230105", "20230102")), BH_EXCHANGE_ERROR_VALUE, "lasts -3" },
    { CALENDAR (EVENT ("寒假", "20230105", "20230305")), BH_EXCHANGE_ERROR_VALUE, "lasts 59" },
    { CALENDAR ("BEGIN:VEVENT\r\nSUMMARY:请假\r\nDTSTART:20230105T090000\r\n"
                "DTEND:20230105T120000\r\nEND:VEVENT\r\n"),
      BH_EXCHANGE_ERROR_VALUE, "time of day" },
    { CALENDAR ("BEGIN:VEVENT\r\nSUMMARY:元旦假期\r\nDTSTART;VALUE=DATE:20230101\r\n"
                "RRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n"),
      BH_EXCHANGE_ERROR_VALUE, "repeats" },
    { CALENDAR (EVENT ("国庆节假期", "20231001", "20231003")
                    EVENT ("上班(补国庆节假期)", "20231002", "20231003")),
      BH_EXCHANGE_ERROR_VALUE, "off and to be worked" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, -1, cases[i].code, cases[i].part);
}

static void
test_encodings (void)
{
  const char *json = "{\"year\": 2025, \"days\": [{\"date\": \"2025-10-01\", \"isOffDay\": true, "
                     "\"name\": \"国庆节、中秋节\"}]}";
  static const char *const encodings[] = { "GB18030", "UTF-16" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *bytes = g_convert (json, -1, encodings[i], "UTF-8", NULL, &length, &error);
      g_autoptr (GPtrArray) years = NULL;
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      years = read_bytes ("e.json", bytes, (gssize) length, &error);
      g_assert_no_error (error);
      found = write_years (years, TRUE);
      g_assert_cmpstr (found, ==, "2025 e.json\n20251001 off 国庆节、中秋节\n");
    }
}

static void
test_garbage (void)
{
  g_autofree char *huge = g_strnfill (5 * 1024 * 1024, ' ');
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/file.ics");
  g_autoptr (GError) error = NULL;

  assert_refused ("", 0, BH_EXCHANGE_ERROR_FILE, "no file of holidays");
  assert_refused ("放假", -1, BH_EXCHANGE_ERROR_FILE, "no file of holidays");
  assert_refused ("PK\003\004\000\000\000", 7, BH_EXCHANGE_ERROR_FILE, "");
  assert_refused (huge, 5 * 1024 * 1024, BH_EXCHANGE_ERROR_FILE, "4 MB");
  g_assert_null (bh_holiday_file_read (missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* whatever comes in, something comes out, or it is said why not */
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup (CALENDAR (EVENT ("元旦假期", "20221231", "20230103") EVENT (
          "上班(补春节假期)", "20230128", "20230129")));
      g_autoptr (GPtrArray) years = NULL;
      g_autoptr (GError) wrong = NULL;

      for (int change = g_test_rand_int_range (1, 8); change > 0; change--)
        text[g_test_rand_int_range (0, (int) strlen (text))]
            = (char) g_test_rand_int_range (1, 127);
      years = bh_holiday_ics_parse (text, strlen (text), &wrong);
      g_assert_true ((years != NULL) == (wrong == NULL));
      g_assert_true (years == NULL || years->len > 0);
    }
}

static GPtrArray *
read_known (const char *folder, int year, const char *ending)
{
  g_autofree char *name = g_strdup_printf ("%d.%s", year, ending);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *years = bh_holiday_file_read (file, NULL, &error);

  g_assert_no_error (error);

  return years;
}

/* The files that the program comes with, and the table that is made of them. */
static void
test_shipped (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("BIHUAN_SOURCE_DIR"), "data", "holidays", NULL);
  int number = 2023;

  for (const BhHolidayTable *table = bh_holiday_table; table->year != 0; table++, number++)
    {
      g_autoptr (GPtrArray) years = read_known (folder, number, "json");
      const BhHolidayYear *year = g_ptr_array_index (years, 0);

      g_assert_cmpuint (years->len, ==, 1);
      g_assert_cmpint (table->year, ==, number);
      g_assert_cmpint (year->year, ==, number);
      g_assert_cmpstr (table->source, ==, year->source);
      g_assert_true (strstr (year->source, "://www.gov.cn/zhengce/") != NULL);
      for (guint i = 0; i < year->days->len; i++)
        {
          const BhHoliday *day = &g_array_index (year->days, BhHoliday, i);
          GDate date;
          gboolean weekend;

          g_assert_cmpint (table->days[i].day, ==, day->day);
          g_assert_cmpint (table->days[i].off, ==, day->off);
          g_assert_cmpstr (table->days[i].name, ==, day->name);
          /* only days of a weekend are made up for */
          g_date_clear (&date, 1);
          g_date_set_dmy (&date, (GDateDay) (day->day % 100), (GDateMonth) (day->day / 100 % 100),
                          (GDateYear) (day->day / 10000));
          weekend = g_date_get_weekday (&date) >= G_DATE_SATURDAY;
          g_assert_true (day->off || weekend);
          g_assert_cmpstr (day->name, !=, "");
        }
      g_assert_cmpint (table->days[year->days->len].day, ==, 0);
    }
  g_assert_cmpint (number, ==, 2027);
}

/* The same year from both sorts of file of those who collect them. */
static void
test_collected (void)
{
  const char *shared = g_getenv ("BIHUAN_SHARED_DATA");
  g_autofree char *folder = shared != NULL ? g_build_filename (shared, "holidays", NULL)
                                           : g_build_filename (g_getenv ("BIHUAN_SOURCE_DIR"), "..",
                                                               "shared", "data", "holidays", NULL);
  g_autofree char *own
      = g_build_filename (g_getenv ("BIHUAN_SOURCE_DIR"), "data", "holidays", NULL);
  g_autofree char *next = g_build_filename (folder, "2027.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (next);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no collected holidays here");
      return;
    }

  for (int year = 2023; year <= 2026; year++)
    {
      g_autoptr (GPtrArray) json = read_known (folder, year, "json");
      g_autoptr (GPtrArray) ics = read_known (folder, year, "ics");
      g_autoptr (GPtrArray) shipped = read_known (own, year, "json");
      g_autofree char *from_json = write_years (json, FALSE);
      g_autofree char *from_ics = write_years (ics, FALSE);
      g_autofree char *from_own = write_years (shipped, FALSE);

      g_assert_cmpstr (from_json, ==, from_ics);
      g_assert_cmpstr (from_json, ==, from_own);
    }

  g_assert_null (bh_holiday_file_read (file, NULL, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE);
}

static void
test_described (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder
      = g_build_filename (g_getenv ("BIHUAN_SOURCE_DIR"), "data", "holidays", NULL);
  g_autoptr (GPtrArray) years = read_known (folder, 2025, "json");
  g_autofree char *text = bh_holiday_file_describe (years);

  g_assert_cmpstr (text, ==, "2025: 28 days off, 5 weekend days worked");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holiday-file/json", test_json);
  g_test_add_func ("/holiday-file/wrong-json", test_wrong_json);
  g_test_add_func ("/holiday-file/ics", test_ics);
  g_test_add_func ("/holiday-file/wrong-ics", test_wrong_ics);
  g_test_add_func ("/holiday-file/encodings", test_encodings);
  g_test_add_func ("/holiday-file/garbage", test_garbage);
  g_test_add_func ("/holiday-file/shipped", test_shipped);
  g_test_add_func ("/holiday-file/collected", test_collected);
  g_test_add_func ("/holiday-file/described", test_described);

  return g_test_run ();
}
