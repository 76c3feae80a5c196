/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-columns.h"
#include "exchange/bh-ledger-map.h"

#include <string.h>

static BhLedgerMap *
map_from (const char *text)
{
  g_autoptr (GError) error = NULL;
  BhLedgerMap *map = bh_ledger_map_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_says (const GError *error, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (error->message, *words) == NULL)
      g_error ("“%s” does not say “%s”", error->message, *words);
}

#define assert_refuses(text, ...)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const char *const words[] = { __VA_ARGS__, NULL };                                             \
    g_autoptr (GError) refusal = NULL;                                                             \
    g_assert_null (bh_ledger_map_parse (text, strlen (text), &refusal));                           \
    g_assert_error (refusal, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP);                            \
    assert_says (refusal, words);                                                                  \
  }                                                                                                \
  G_STMT_END

static void
test_defaults (void)
{
  g_autoptr (BhLedgerMap) map = map_from ("");

  g_assert_cmpstr (bh_ledger_map_get_encoding (map), ==, "auto");
  g_assert_cmpint (bh_ledger_map_get_delimiter (map), ==, 0);
  g_assert_true (bh_ledger_map_has_header (map));
  g_assert_null (bh_ledger_map_get_sheet (map));
  g_assert_null (bh_ledger_map_get_zone (map));
  g_assert_null (bh_ledger_map_get_time_formats (map));
  g_assert_cmpstr (bh_ledger_map_get_missing (map)[0], ==, NULL);
  g_assert_false (bh_ledger_map_has_columns (map));
}

static void
test_everything (void)
{
  g_autoptr (BhLedgerMap) map
      = map_from ("[ledger]\nencoding=GB18030\ndelimiter=tab\nheader=false\nsheet=2\n"
                  "timezone=America/New_York\ntime-formats=%Y-%m-%d %H:%M:%S;%m/%d/%Y %I:%M:%S %p\n"
                  "missing=;?;NULL; N/A\n"
                  "[columns]\nreceived=1\nsummary=2 ; 3\ncategory=4 > 5;6\nplace=x > y\n"
                  "[values.channel]\nConstituent Call=hotline\n电话=hotline\nnone=\n"
                  "[constants]\nkind=complaint\n");
  GPtrArray *category = bh_ledger_map_get_columns (map, BH_LEDGER_CATEGORY);
  char **summary = g_ptr_array_index (bh_ledger_map_get_columns (map, BH_LEDGER_SUMMARY), 0);
  char **place = g_ptr_array_index (bh_ledger_map_get_columns (map, BH_LEDGER_PLACE), 0);
  char **leaf;

  g_assert_cmpstr (bh_ledger_map_get_encoding (map), ==, "GB18030");
  g_assert_cmpint (bh_ledger_map_get_delimiter (map), ==, '\t');
  g_assert_false (bh_ledger_map_has_header (map));
  g_assert_cmpstr (bh_ledger_map_get_sheet (map), ==, "2");
  g_assert_cmpstr (g_time_zone_get_identifier (bh_ledger_map_get_zone (map)), ==,
                   "America/New_York");
  g_assert_cmpstr (bh_ledger_map_get_time_formats (map)[1], ==, "%m/%d/%Y %I:%M:%S %p");
  g_assert_cmpstr (bh_ledger_map_get_missing (map)[3], ==, "N/A");
  g_assert_cmpstr (summary[0], ==, "2");
  g_assert_cmpstr (summary[1], ==, "3");
  g_assert_cmpuint (category->len, ==, 2);
  leaf = g_ptr_array_index (category, 1);
  g_assert_cmpstr (leaf[0], ==, "5");
  g_assert_cmpstr (leaf[1], ==, "6");
  g_assert_cmpstr (place[0], ==, "x > y");
  g_assert_cmpstr (bh_ledger_map_get_value (map, BH_LEDGER_CHANNEL, "Constituent Call"), ==,
                   "hotline");
  g_assert_cmpstr (bh_ledger_map_get_value (map, BH_LEDGER_CHANNEL, "电话"), ==, "hotline");
  g_assert_cmpstr (bh_ledger_map_get_value (map, BH_LEDGER_CHANNEL, "none"), ==, "");
  g_assert_null (bh_ledger_map_get_value (map, BH_LEDGER_CHANNEL, "Self Service"));
  g_assert_null (bh_ledger_map_get_value (map, BH_LEDGER_GRADE, "x"));
  g_assert_cmpstr (bh_ledger_map_get_constant (map, BH_LEDGER_KIND), ==, "complaint");
}

static void
test_refusals (void)
{
  assert_refuses ("[columns]\nrecieved=a\n", "recieved", "[columns]", "received", "external-due");
  assert_refuses ("[constants]\ncolour=a\n", "colour", "[constants]", "kind");
  assert_refuses ("[values.colour]\na=b\n", "colour", "grade");
  assert_refuses ("[legder]\n", "[legder]", "[columns]", "[values.FIELD]");
  assert_refuses ("[ledger]\nformat=csv\n", "format", "encoding", "time-formats");
  assert_refuses ("[ledger]\ndelimiter=pipe\n", "delimiter=pipe", "semicolon");
  assert_refuses ("[ledger]\nheader=yes\n", "header=yes", "true, false");
  assert_refuses ("[ledger]\nencoding=KLINGON-8\n", "KLINGON-8", "GB18030");
  assert_refuses ("[ledger]\ntimezone=Mars/Olympus\n", "Mars/Olympus", "Asia/Shanghai");
  assert_refuses ("[ledger]\ntimezone=\n", "timezone=", "Asia/Shanghai");
  assert_refuses ("[ledger]\ntime-formats=%Y-%m-%d;%Q\n", "%Q");
  assert_refuses ("[columns]\nsummary=a;;b\n", "summary=a;;b");
  assert_refuses ("[columns]\nsummary=\n", "summary=");
  assert_refuses ("[columns]\nkind=a\n[constants]\nkind=repair\n", "kind", "one of them");
  assert_refuses ("received=open_dt\n", "cannot be read");
  assert_refuses ("[columns]\nreceived\n", "cannot be read");
}

static void
test_escapes (void)
{
  g_autoptr (BhLedgerMap) map
      = map_from ("[columns]\nsummary=a\\;b;c\ncategory=x\\>y > z\nreceived=t\n");
  char **summary = g_ptr_array_index (bh_ledger_map_get_columns (map, BH_LEDGER_SUMMARY), 0);
  char **top = g_ptr_array_index (bh_ledger_map_get_columns (map, BH_LEDGER_CATEGORY), 0);

  g_assert_cmpstr (summary[0], ==, "a;b");
  g_assert_cmpstr (summary[1], ==, "c");
  g_assert_cmpstr (top[0], ==, "x>y");
}

static void
assert_guess (const char *const *header, const char *expected)
{
  g_autoptr (BhLedgerMap) map = bh_ledger_map_new ();
  g_autofree char *guess = NULL;

  bh_ledger_map_guess (map, header);
  guess = bh_ledger_map_describe (map);
  g_assert_cmpstr (guess, ==, expected);
}

static void
test_guess (void)
{
  static const char *const chinese[]
      = { "序号",     "工单编号", "受理时间（必填）", "渠道",     "小区",     "房号",   "业主姓名",
          "联系电话", "投诉内容", "紧急程度",         "投诉分类", "处理部门", "责任人", "响应时间",
          "办结时间", "关闭时间", "满意度",           "回访意见", "处理结果", NULL };
  static const char *const english[]
      = { "Unique Key", "Created Date", "Closed_Date", "Complaint Type",
          "Due-Date",   "Status",       "Latitude",    NULL };
  static const char *const both[] = { "时间", "日期", "受理时间", "内容", NULL };
  static const char *const codes[] = { "external-number", "completion-due", "repeat-of", NULL };
  static const char *const nothing[] = { "", "（）", "foo", NULL };

  assert_guess (chinese,
                "number=工单编号\nchannel=渠道\ngrade=紧急程度\ncategory=投诉分类\n"
                "description=投诉内容\nreporter=业主姓名\nphone=联系电话\ncommunity=小区\n"
                "room=房号\ndepartment=处理部门\nassignee=责任人\nreceived=受理时间（必填）\n"
                "responded=响应时间\nfinished=办结时间\nclosed=关闭时间\noutcome=处理结果\n"
                "score=满意度\ncomment=回访意见\n");
  assert_guess (english, "number=Unique Key\ncategory=Complaint Type\nreceived=Created Date\n"
                         "completion-due=Due-Date\nclosed=Closed_Date\nstatus=Status\n");
  assert_guess (both, "description=内容\nreceived=受理时间\n");
  assert_guess (codes, "completion-due=completion-due\nrepeat-of=repeat-of\n"
                       "external-number=external-number\n");
  assert_guess (nothing, "");
}

/* Every code names its own field, and no heading stands at two fields. */
static void
test_fields (void)
{
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    {
      const char *code = bh_ledger_field_get_code ((BhLedgerField) i);
      BhLedgerField field;

      g_assert_true (bh_ledger_field_find (code, &field));
      g_assert_cmpuint (field, ==, i);
      g_assert_cmpuint (bh_ledger_field_recognize (code, &field), ==, 1);
      g_assert_cmpuint (field, ==, i);
    }
}

static const char *const header[] = { "no", "open", "a", "b", "top", "leaf", "src", NULL };

static BhLedgerColumns *
columns_for (BhLedgerMap *map)
{
  g_autoptr (GError) error = NULL;
  BhLedgerColumns *columns = bh_ledger_columns_new (map, header, &error);

  g_assert_no_error (error);
  return columns;
}

static void
assert_field (BhLedgerColumns *columns, BhRecord *record, BhLedgerField field, const char *expected)
{
  BhSlice value = bh_ledger_columns_read (columns, record, field);

  g_assert_cmpmem (value.text, value.length, expected, strlen (expected));
}

static void
test_read (void)
{
  g_autoptr (BhLedgerMap) map = map_from (
      "[ledger]\nmissing=?;NULL\n"
      "[columns]\nnumber=no\nreceived=open\nsummary=a;b\ncategory=top > leaf\nchannel=src\n"
      "[values.channel]\nCall in=hotline\nnone=\n[values.category]\nX > Y=维修/水\n"
      "[constants]\nkind=complaint\n");
  g_autoptr (BhLedgerColumns) columns = columns_for (map);
  BhSlice full[]
      = { bh_slice (" 17 "),   bh_slice ("2026-01-01"), bh_slice ("\xE3\x80\x80漏水\xC2\xA0"),
          bh_slice ("急"),     bh_slice ("X"),          bh_slice ("Z/Z"),
          bh_slice ("Call in") };
  BhSlice sparse[] = { bh_slice ("NULL"), bh_slice (" "), bh_slice ("?"),   bh_slice ("b"),
                       bh_slice (""),     bh_slice ("Z"), bh_slice ("none") };
  BhSlice renamed[] = { bh_slice ("1"), bh_slice ("t"), bh_slice (""),     bh_slice (""),
                        bh_slice ("X"), bh_slice ("Y"), bh_slice ("other") };
  BhRecord record = { .fields = full, .n_fields = 7 };

  assert_field (columns, &record, BH_LEDGER_NUMBER, "17");
  assert_field (columns, &record, BH_LEDGER_SUMMARY, "漏水 急");
  assert_field (columns, &record, BH_LEDGER_CATEGORY, "X > Z/Z");
  assert_field (columns, &record, BH_LEDGER_CHANNEL, "hotline");
  assert_field (columns, &record, BH_LEDGER_KIND, "complaint");
  assert_field (columns, &record, BH_LEDGER_SCORE, "");
  record.fields = sparse;
  assert_field (columns, &record, BH_LEDGER_NUMBER, "");
  assert_field (columns, &record, BH_LEDGER_RECEIVED, "");
  assert_field (columns, &record, BH_LEDGER_SUMMARY, "b");
  assert_field (columns, &record, BH_LEDGER_CATEGORY, "Z");
  assert_field (columns, &record, BH_LEDGER_CHANNEL, "");
  record.fields = renamed;
  assert_field (columns, &record, BH_LEDGER_SUMMARY, "");
  assert_field (columns, &record, BH_LEDGER_CATEGORY, "维修/水");
  assert_field (columns, &record, BH_LEDGER_CHANNEL, "other");
  record.n_fields = 2;
  assert_field (columns, &record, BH_LEDGER_CHANNEL, "");

  g_assert_cmpstr (bh_ledger_columns_get_name (columns, BH_LEDGER_CATEGORY), ==, "top > leaf");
  g_assert_cmpstr (bh_ledger_columns_get_name (columns, BH_LEDGER_SUMMARY), ==, "a;b");
  g_assert_cmpstr (bh_ledger_columns_get_name (columns, BH_LEDGER_KIND), ==, "kind");
  g_assert_true (bh_ledger_columns_has (columns, BH_LEDGER_KIND));
  g_assert_false (bh_ledger_columns_has (columns, BH_LEDGER_SCORE));
}

static void
assert_binding_refuses (const char *text, const char *const *names, const char *const *words)
{
  g_autoptr (BhLedgerMap) map = map_from (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_ledger_columns_new (map, names, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_COLUMN);
  assert_says (error, words);
}

static void
test_missing_columns (void)
{
  static const char *const twice[] = { "open", "a", "a", NULL };
  static const char *const says_missing[] = { "“opened”", "no, open, a", NULL };
  static const char *const says_received[] = { "received", "no, open, a", NULL };
  static const char *const says_text[] = { "summary", "no, open, a", NULL };
  static const char *const says_twice[] = { "“a”", "2 and 3", NULL };

  assert_binding_refuses ("[columns]\nreceived=opened\nsummary=a\n", header, says_missing);
  assert_binding_refuses ("[columns]\nsummary=a\n", header, says_received);
  assert_binding_refuses ("[columns]\nreceived=open\nnumber=no\n", header, says_text);
  assert_binding_refuses ("[columns]\nreceived=open\nsummary=a\n", twice, says_twice);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-map/defaults", test_defaults);
  g_test_add_func ("/ledger-map/everything", test_everything);
  g_test_add_func ("/ledger-map/refusals", test_refusals);
  g_test_add_func ("/ledger-map/escapes", test_escapes);
  g_test_add_func ("/ledger-map/guess", test_guess);
  g_test_add_func ("/ledger-map/fields", test_fields);
  g_test_add_func ("/ledger-map/read", test_read);
  g_test_add_func ("/ledger-map/missing-columns", test_missing_columns);
  return g_test_run ();
}
