/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-delimited-reader.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

static BhDelimitedReader *
reader_for (const char *text, char delimiter)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return bh_delimited_reader_new (bytes, delimiter);
}

/* The fields of the next record joined by "|", or NULL at the end. */
static char *
next_joined (BhDelimitedReader *reader, guint *line)
{
  g_autoptr (GError) error = NULL;
  BhRecord record;
  GString *joined;

  if (!bh_delimited_reader_next (reader, &record, &error))
    {
      g_assert_no_error (error);
      return NULL;
    }
  joined = g_string_new (NULL);
  for (guint i = 0; i < record.n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, record.fields[i].text, (gssize) record.fields[i].length);
    }
  if (line != NULL)
    *line = record.line;
  return g_string_free (joined, FALSE);
}

static void
assert_reads (const char *text, const char *const *expected, const guint *lines)
{
  g_autoptr (BhDelimitedReader) reader = reader_for (text, 0);
  char *end;

  for (guint i = 0; expected[i] != NULL; i++)
    {
      guint line;
      g_autofree char *joined = next_joined (reader, &line);

      g_assert_cmpstr (joined, ==, expected[i]);
      if (lines != NULL)
        g_assert_cmpuint (line, ==, lines[i]);
    }
  end = next_joined (reader, NULL);
  g_assert_null (end);
}

static void
test_plain (void)
{
  const char *const three[] = { "a|b", "1|2", "3|", NULL };
  const char *const one[] = { "only", NULL };
  const char *const none[] = { NULL };

  assert_reads ("a,b\n1,2\n3,\n", three, NULL);
  assert_reads ("a,b\r\n1,2\r\n3,", three, NULL);
  assert_reads ("a,b\r1,2\r3,\r", three, NULL);
  assert_reads ("\n\na,b\n\n1,2\r\n\r\n3,\n\n", three, (guint[]){ 3, 5, 7 });
  assert_reads ("only", one, NULL);
  assert_reads ("", none, NULL);
  assert_reads ("\r\n\n", none, NULL);
}

static void
test_quotes (void)
{
  const char *const lines[] = { "a|b", "x, y|say \"no\"", "two\nlines|3", "|\"", "tail!|5", NULL };

  assert_reads ("a,b\n\"x, y\",\"say \"\"no\"\"\"\n\"two\nlines\",3\n\"\",\"\"\"\"\n\"tail\"!,5\n",
                lines, (guint[]){ 1, 2, 3, 5, 6 });
}

static void
test_quote_inside (void)
{
  const char *const lines[] = { "5\" pipe|b\"c\"", NULL };

  assert_reads ("5\" pipe,b\"c\"\n", lines, NULL);
}

static void
test_many_escaped_fields (void)
{
  const char *const lines[] = { "\"1|\"22|\"333|\"4444", "\"\"\"|plain|\"|", NULL };

  assert_reads ("\"\"\"1\",\"\"\"22\",\"\"\"333\",\"\"\"4444\"\n\"\"\"\"\"\"\"\",plain,\"\"\"\",\n",
                lines, NULL);
}

static void
test_delimiters (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
  } cases[] = {
    { "a,b;c\n", ',' },       { "a;b;c,d\n1,2,3,4,5\n", ';' }, { "a\tb\n", '\t' },
    { "\"x;y;z\",b\n", ',' }, { "单号;受理时间\n", ';' },      { "alone\n", ',' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhDelimitedReader) reader = reader_for (cases[i].text, 0);

      g_assert_cmpint (bh_delimited_reader_get_delimiter (reader), ==, cases[i].delimiter);
    }
}

static void
test_given_delimiter (void)
{
  g_autoptr (BhDelimitedReader) reader = reader_for ("a,b;c,d\n", ';');
  g_autofree char *joined = next_joined (reader, NULL);

  g_assert_cmpstr (joined, ==, "a,b|c,d");
}

static void
test_raw (void)
{
  g_autoptr (BhDelimitedReader) reader = reader_for ("a,b\r\n\"x\"\"\n\",2\r\n", 0);
  BhRecord record;

  g_assert_true (bh_delimited_reader_next (reader, &record, NULL));
  g_assert_true (bh_delimited_reader_next (reader, &record, NULL));
  g_assert_cmpmem (record.raw.text, record.raw.length, "\"x\"\"\n\",2", 8);
  g_assert_cmpuint (bh_delimited_reader_get_position (reader), ==, 15);
}

static void
test_unterminated (void)
{
  g_autoptr (BhDelimitedReader) reader = reader_for ("a,b\n1,2\n3,\"four\n5,6\n7,8\n", 0);
  g_autoptr (GError) error = NULL;
  BhRecord record;

  g_assert_true (bh_delimited_reader_next (reader, &record, &error));
  g_assert_true (bh_delimited_reader_next (reader, &record, &error));
  g_assert_false (bh_delimited_reader_next (reader, &record, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "3"));
  g_clear_error (&error);
  g_assert_false (bh_delimited_reader_next (reader, &record, &error));
  g_assert_no_error (error);
}

static char *
random_field (void)
{
  static const char *const pieces[]
      = { "a", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "水管", "x\"y", "0" };
  GString *field = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 6);

  for (int i = 0; i < n; i++)
    g_string_append (field, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (field, FALSE);
}

/* Whatever is written is read back: random tables with everything that needs quoting. */
static void
test_round_trip (void)
{
  static const char delimiters[] = { ',', '\t', ';' };

  for (guint round = 0; round < 300; round++)
    {
      char delimiter = delimiters[round % G_N_ELEMENTS (delimiters)];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (BhDelimitedReader) reader = NULL;
      guint n_columns = (guint) g_test_rand_int_range (1, 6);
      guint n_rows = (guint) g_test_rand_int_range (1, 8);
      BhRecord record;

      for (guint i = 0; i < n_rows; i++)
        {
          for (guint j = 0; j < n_columns; j++)
            {
              g_ptr_array_add (cells, random_field ());
              bh_delimited_append (text, bh_slice (g_ptr_array_index (cells, cells->len - 1)),
                                   delimiter);
            }
          g_string_append (text, round % 2 == 0 ? "\n" : "\r\n");
        }
      reader = reader_for (text->str, delimiter);
      for (guint i = 0; i < n_rows; i++)
        {
          g_assert_true (bh_delimited_reader_next (reader, &record, NULL));
          g_assert_cmpuint (record.n_fields, ==, n_columns);
          for (guint j = 0; j < n_columns; j++)
            {
              const char *expected = g_ptr_array_index (cells, i * n_columns + j);

              g_assert_cmpmem (record.fields[j].text, record.fields[j].length, expected,
                               strlen (expected));
            }
        }
      g_assert_false (bh_delimited_reader_next (reader, &record, NULL));
    }
}

/* A reader must stay inside of its text, whatever that is. */
static void
test_noise (void)
{
  static const char alphabet[] = "\"\",,\n\r;a\xE6\xB0";

  for (guint round = 0; round < 2000; round++)
    {
      gsize length = (gsize) g_test_rand_int_range (0, 40);
      g_autofree char *noise = g_malloc (length + 1);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BhDelimitedReader) reader = NULL;
      BhRecord record;
      gsize seen = 0;

      for (gsize i = 0; i < length; i++)
        noise[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      bytes = g_bytes_new_take (g_memdup2 (noise, MAX (length, 1)), length);
      reader = bh_delimited_reader_new (bytes, ',');
      while (bh_delimited_reader_next (reader, &record, NULL))
        {
          g_assert_cmpuint (record.n_fields, >=, 1);
          seen += record.raw.length;
        }
      g_assert_cmpuint (seen, <=, length);
      g_assert_cmpuint (bh_delimited_reader_get_position (reader), ==, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delimited-reader/plain", test_plain);
  g_test_add_func ("/delimited-reader/quotes", test_quotes);
  g_test_add_func ("/delimited-reader/quote-inside", test_quote_inside);
  g_test_add_func ("/delimited-reader/many-escaped-fields", test_many_escaped_fields);
  g_test_add_func ("/delimited-reader/delimiters", test_delimiters);
  g_test_add_func ("/delimited-reader/given-delimiter", test_given_delimiter);
  g_test_add_func ("/delimited-reader/raw", test_raw);
  g_test_add_func ("/delimited-reader/unterminated", test_unterminated);
  g_test_add_func ("/delimited-reader/round-trip", test_round_trip);
  g_test_add_func ("/delimited-reader/noise", test_noise);
  return g_test_run ();
}
