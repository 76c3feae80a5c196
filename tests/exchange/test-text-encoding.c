/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-text-encoding.h"

#include <string.h>

#define CHINESE "工单编号,受理时间,投诉内容\n1,2026-03-01,三栋电梯困人，已联系维保\n"

static GBytes *
bytes_in (const char *utf8, const char *encoding, const char *mark)
{
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_convert (utf8, -1, encoding, "UTF-8", NULL, &length, &error);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) strlen (mark));
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_decodes (GBytes *raw,
                const char *encoding,
                const char *expected,
                const char *expected_encoding)
{
  g_autoptr (GError) error = NULL;
  const char *found = NULL;
  g_autoptr (GBytes) text = bh_text_decode (raw, encoding, &found, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (text, &length);
  g_assert_cmpmem (data, length, expected, strlen (expected));
  g_assert_cmpstr (found, ==, expected_encoding);
}

static void
assert_refuses (GBytes *raw, const char *encoding, BhExchangeError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = bh_text_decode (raw, encoding, NULL, &error);

  g_assert_null (text);
  g_assert_error (error, BH_EXCHANGE_ERROR, (int) code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_automatic (void)
{
  g_autoptr (GBytes) ascii = g_bytes_new_static ("a,b\n1,2\n", 8);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) utf8 = bytes_in (CHINESE, "UTF-8", "");
  g_autoptr (GBytes) marked = bytes_in (CHINESE, "UTF-8", "\xEF\xBB\xBF");
  g_autoptr (GBytes) gb18030 = bytes_in (CHINESE "生僻字 㐀 𠀀 €\n", "GB18030", "");
  g_autoptr (GBytes) gbk = bytes_in (CHINESE, "GBK", "");
  g_autoptr (GBytes) little = bytes_in (CHINESE, "UTF-16LE", "\xFF\xFE");
  g_autoptr (GBytes) big = bytes_in (CHINESE, "UTF-16BE", "\xFE\xFF");

  assert_decodes (ascii, "auto", "a,b\n1,2\n", "UTF-8");
  assert_decodes (empty, NULL, "", "UTF-8");
  assert_decodes (utf8, NULL, CHINESE, "UTF-8");
  assert_decodes (marked, NULL, CHINESE, "UTF-8");
  assert_decodes (gb18030, NULL, CHINESE "生僻字 㐀 𠀀 €\n", "GB18030");
  assert_decodes (gbk, NULL, CHINESE, "GB18030");
  assert_decodes (little, NULL, CHINESE, "UTF-16LE");
  assert_decodes (big, NULL, CHINESE, "UTF-16BE");
}

static void
test_named (void)
{
  g_autoptr (GBytes) big5 = bytes_in ("電梯,管理費\n", "BIG5", "");
  g_autoptr (GBytes) latin = g_bytes_new_static ("caf\xE9\n", 5);
  g_autoptr (GBytes) marked = bytes_in ("a\n", "UTF-8", "\xEF\xBB\xBF");
  g_autoptr (GBytes) utf16 = bytes_in ("é\n", "UTF-16LE", "\xFF\xFE");

  assert_decodes (big5, "BIG5", "電梯,管理費\n", "BIG5");
  assert_decodes (latin, "ISO-8859-1", "café\n", "ISO-8859-1");
  assert_decodes (marked, "utf-8", "a\n", "UTF-8");
  assert_decodes (utf16, "UTF-16", "é\n", "UTF-16");
  assert_refuses (latin, "UTF-8", BH_EXCHANGE_ERROR_ENCODING, "Line 1, byte 4");
  assert_refuses (latin, "KLINGON-8", BH_EXCHANGE_ERROR_ENCODING, "KLINGON-8");
  g_assert_true (bh_text_encoding_is_known ("auto"));
  g_assert_true (bh_text_encoding_is_known ("GB18030"));
  g_assert_false (bh_text_encoding_is_known ("KLINGON-8"));
}

static void
test_neither (void)
{
  g_autoptr (GBytes) noise = g_bytes_new_static ("a\nb\xFF\xFF"
                                                 "c\n",
                                                 7);
  g_autoptr (GBytes) cut = bytes_in (CHINESE, "GB18030", "");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (cut, 0, g_bytes_get_size (cut) - 2);

  assert_refuses (noise, NULL, BH_EXCHANGE_ERROR_ENCODING, "Line 2, byte 4");
  assert_refuses (half, NULL, BH_EXCHANGE_ERROR_ENCODING, "GB18030");
}

/* Damaged UTF-8 would come in as other words if it were taken for GB18030. */
static void
test_damaged_utf8 (void)
{
  g_autoptr (GBytes) whole = bytes_in (CHINESE, "UTF-8", "");
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - 2);
  g_autoptr (GBytes) marked = g_bytes_new_static ("\xEF\xBB\xBF"
                                                  "a\n\xB0\xA1\n",
                                                  8);

  assert_refuses (cut, NULL, BH_EXCHANGE_ERROR_ENCODING, "not UTF-8 text");
  assert_refuses (marked, NULL, BH_EXCHANGE_ERROR_ENCODING, "Line 2, byte 6");
}

static void
test_odd_utf16 (void)
{
  g_autoptr (GBytes) odd = g_bytes_new_static ("\xFF\xFE"
                                               "a\0b\0c",
                                               7);

  assert_refuses (odd, NULL, BH_EXCHANGE_ERROR_ENCODING, "UTF-16LE");
}

static void
test_no_text (void)
{
  g_autoptr (GBytes) nul = g_bytes_new_static ("a,b\n1,\0\n", 8);
  g_autoptr (GBytes) binary = g_bytes_new_static ("PK\3\4\0\0\xFF\xFE\xFF", 9);
  g_autoptr (GBytes) utf16 = g_bytes_new_static ("\xFF\xFE"
                                                 "a\0\0\0",
                                                 6);

  assert_refuses (nul, NULL, BH_EXCHANGE_ERROR_FILE, "Line 2");
  assert_refuses (nul, "GB18030", BH_EXCHANGE_ERROR_FILE, "Line 2");
  assert_refuses (binary, NULL, BH_EXCHANGE_ERROR_FILE, "Excel");
  assert_refuses (utf16, NULL, BH_EXCHANGE_ERROR_FILE, "not a text file");
}

/* Random text comes back from every encoding that can hold it. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a", "电", "梯", ",", "\n", "é", "漏水", "\"", "１", "—" };
  static const char *const encodings[] = { "UTF-8", "GB18030" };

  for (guint round = 0; round < 200; round++)
    {
      const char *encoding = encodings[round % G_N_ELEMENTS (encodings)];
      g_autoptr (GString) text = g_string_new ("维修服务工单编号");
      g_autoptr (GBytes) raw = NULL;

      for (int n = g_test_rand_int_range (0, 50); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      raw = bytes_in (text->str, encoding, "");
      assert_decodes (raw, NULL, text->str, encoding);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-encoding/automatic", test_automatic);
  g_test_add_func ("/text-encoding/named", test_named);
  g_test_add_func ("/text-encoding/neither", test_neither);
  g_test_add_func ("/text-encoding/damaged-utf8", test_damaged_utf8);
  g_test_add_func ("/text-encoding/odd-utf16", test_odd_utf16);
  g_test_add_func ("/text-encoding/no-text", test_no_text);
  g_test_add_func ("/text-encoding/round-trip", test_round_trip);
  return g_test_run ();
}
