/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-payload.h"

#include "domain/bh-error.h"
#include "domain/bh-types.h"

static void
assert_text (BhPayload *payload, const char *expected)
{
  g_autofree char *text = bh_payload_to_text (payload);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_set_and_get (void)
{
  g_autoptr (BhPayload) payload
      = bh_payload_new_from ("summary", "漏水", "grade", "urgent", "note", NULL, NULL);

  g_assert_cmpuint (bh_payload_get_size (payload), ==, 2);
  g_assert_cmpstr (bh_payload_get (payload, "summary"), ==, "漏水");
  g_assert_null (bh_payload_get (payload, "note"));

  bh_payload_set (payload, "summary", "水管漏水");
  bh_payload_set (payload, "account", "1");
  g_assert_cmpstr (bh_payload_get (payload, "summary"), ==, "水管漏水");
  assert_text (payload, "account=1\ngrade=urgent\nsummary=水管漏水\n");

  bh_payload_set (payload, "grade", "");
  bh_payload_set (payload, "account", NULL);
  bh_payload_set (payload, "missing", NULL);
  assert_text (payload, "summary=水管漏水\n");

  bh_payload_set (payload, "summary", NULL);
  assert_text (payload, "");
}

static void
test_typed (void)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();

  bh_payload_set_int (payload, "due", G_MAXINT64);
  bh_payload_set_int (payload, "least", G_MININT64);
  bh_payload_set_int (payload, "zero", 0);
  bh_payload_set_yes (payload, "told", TRUE);
  bh_payload_set_yes (payload, "adopted", FALSE);
  bh_payload_set (payload, "preventable", "maybe");

  g_assert_cmpint (bh_payload_get_int (payload, "due"), ==, G_MAXINT64);
  g_assert_cmpint (bh_payload_get_int (payload, "least"), ==, G_MININT64);
  g_assert_cmpint (bh_payload_get_int (payload, "zero"), ==, 0);
  g_assert_null (bh_payload_get (payload, "zero"));
  g_assert_true (bh_payload_is_yes (payload, "told"));
  g_assert_false (bh_payload_is_yes (payload, "adopted"));
  g_assert_false (bh_payload_is_yes (payload, "missing"));
  g_assert_cmpint (bh_payload_get_tri (payload, "told"), ==, BH_TRI_YES);
  g_assert_cmpint (bh_payload_get_tri (payload, "adopted"), ==, BH_TRI_NO);
  g_assert_cmpint (bh_payload_get_tri (payload, "missing"), ==, BH_TRI_UNKNOWN);
  g_assert_cmpint (bh_payload_get_tri (payload, "preventable"), ==, BH_TRI_UNKNOWN);
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (BhPayload) payload = bh_payload_new ();
  const char *last = "";

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *key = g_strdup_printf ("k%d", g_rand_int_range (rand, 0, 100));

      bh_payload_set (payload, key, i % 3 == 0 ? NULL : key);
    }

  g_assert_cmpuint (bh_payload_get_size (payload), >, 20);
  for (guint i = 0; i < bh_payload_get_size (payload); i++)
    {
      const char *key, *value;

      bh_payload_get_nth (payload, i, &key, &value);
      g_assert_cmpstr (last, <, key);
      g_assert_cmpstr (key, ==, value);
      g_assert_true (bh_payload_get (payload, key) == value);
      last = key;
    }
}

static void
test_round_trip (void)
{
  g_autoptr (BhPayload) payload = bh_payload_new_from (
      "a", "one\ntwo\r\n\\three\\n", "b", "=x=", "c", " blanks ", "old.summary", "\\", NULL);
  g_autoptr (BhPayload) read = NULL;
  g_autoptr (BhPayload) empty = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = bh_payload_to_text (payload);

  g_assert_cmpstr (text, ==,
                   "a=one\\ntwo\\r\\n\\\\three\\\\n\nb==x=\nc= blanks \nold.summary=\\\\\n");
  read = bh_payload_parse (text, &error);
  g_assert_no_error (error);
  g_assert_true (bh_payload_equal (payload, read));

  empty = bh_payload_parse ("", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bh_payload_get_size (empty), ==, 0);
  g_assert_false (bh_payload_equal (payload, empty));
}

/* There is one text for a payload; any other is damage. */
static void
test_parse_refuses (void)
{
  static const char *const texts[] = {
    "a=1",          /* cut off */
    "a\n",          /* no value */
    "a=\n",         /* an empty one */
    "=1\n",         /* no key */
    "\n",           /* nothing */
    "b=1\na=2\n",   /* out of order */
    "a=1\na=2\n",   /* twice */
    "a=\\x\n",      /* an unknown escape */
    "a=1\\\n",      /* half an escape */
    "a=1\r\n",      /* a bare carriage return */
    "a b=1\n",      /* a blank in a key */
    "a=\xff\xfe\n", /* not UTF-8 */
    "a=1\n\nb=2\n", /* an empty line */
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bh_payload_parse (texts[i], &error));
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_HISTORY);
    }
}

static void
test_copy (void)
{
  g_autoptr (BhPayload) payload = bh_payload_new_from ("a", "1", "b", "2", NULL);
  g_autoptr (BhPayload) copy = bh_payload_copy (payload);

  g_assert_true (bh_payload_equal (payload, copy));
  bh_payload_set (copy, "b", "3");
  g_assert_false (bh_payload_equal (payload, copy));
  g_assert_cmpstr (bh_payload_get (payload, "b"), ==, "2");
}

static void
test_personal (void)
{
  static const char *const personal[]
      = { "summary", "description", "remedy",        "contact",    "contact-name", "phone",
          "text",    "result",      "note",          "comment",    "reporter",     "measure",
          "facts",   "reason",      "concerns-text", "place-text", "public-text",  "outcome" };
  static const char *const open[]
      = { "kind", "grade", "department", "place", "old.kind", "old", "old.", "summar", "texts" };

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      g_autofree char *old = g_strconcat ("old.", personal[i], NULL);

      g_assert_true (bh_payload_key_is_personal (personal[i]));
      g_assert_true (bh_payload_key_is_personal (old));
    }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_assert_false (bh_payload_key_is_personal (open[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/payload/set-and-get", test_set_and_get);
  g_test_add_func ("/payload/typed", test_typed);
  g_test_add_func ("/payload/order", test_order);
  g_test_add_func ("/payload/round-trip", test_round_trip);
  g_test_add_func ("/payload/parse-refuses", test_parse_refuses);
  g_test_add_func ("/payload/copy", test_copy);
  g_test_add_func ("/payload/personal", test_personal);

  return g_test_run ();
}
