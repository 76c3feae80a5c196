/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-inputs.h"

#include "base/bh-clock.h"

/* 2026-03-02 08:00 in Asia/Shanghai. */
#define NOW (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC)

static BhOffice *
create_office (void)
{
  BhOfficeSettings settings = { (char *) "滨河花园", 1800, 90, 30, 0 };
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhOffice *office = bh_office_new (time, &settings);
  g_autoptr (BhChannel) hotline = bh_channel_new (1, "hotline", "热线", FALSE, TRUE);
  g_autoptr (BhChannel) mail = bh_channel_new (2, "mail", "邮件", FALSE, FALSE);
  g_autoptr (BhCategory) leak = bh_category_new (3, "", "漏水", FALSE, 0, 0, BH_GRADE_IMPORTANT);
  g_autoptr (BhStaff) staff = bh_staff_new (4, "李强", FALSE, 0, BH_ROLE_WORKER, NULL);

  bh_office_add (office, BH_ENTRY (hotline));
  bh_office_add (office, BH_ENTRY (mail));
  bh_office_add (office, BH_ENTRY (leak));
  bh_office_add (office, BH_ENTRY (staff));

  return office;
}

static BhPayload *
create_typed (void)
{
  BhPayload *typed = bh_payload_new_from ("kind", "repair", "channel", "热线", "grade", "general",
                                          "summary", "厨房漏水", NULL);

  bh_payload_set_int (typed, BH_INTAKE_OPENED, NOW - 90 * BH_USEC_PER_SEC);

  return typed;
}

static void
assert_wrong (BhPayload *typed, const char *key)
{
  g_autoptr (BhOffice) office = create_office ();
  g_autoptr (GHashTable) errors = bh_intake_inputs_check (typed, office, NOW);

  if (key == NULL)
    {
      g_assert_cmpuint (g_hash_table_size (errors), ==, 0);
      return;
    }
  g_assert_cmpuint (g_hash_table_size (errors), ==, 1);
  g_assert_nonnull (g_hash_table_lookup (errors, key));
}

static void
test_check (void)
{
  const struct
  {
    const char *key;
    const char *value;
    gboolean wrong;
  } cases[] = {
    { "phone", "138 0013 8000", FALSE },
    { "phone", "8021", FALSE },
    { "phone", "他没说", TRUE },
    { "channel", "hotline", FALSE },
    { "channel", "鸽子", TRUE },
    { "category", "漏水", FALSE },
    { "category", "漏气", TRUE },
    { "department", "工程", TRUE },
    { "concerns", "李强", FALSE },
    { "concerns", "李刚", TRUE },
    { "summary", NULL, TRUE },
    { "kind", NULL, TRUE },
    { "grade", NULL, TRUE },
    { "received", "2026-03-02 07:10", FALSE },
    { "received", "2026-03-02 08:10", TRUE },
    { "received", "昨晚", TRUE },
    { "received", "1960-01-01", TRUE },
    { "occurred", "2026-03-01", FALSE },
    { "occurred", "2026-03-03", TRUE },
    { "external-due", "2026-03-09 18:00", FALSE },
    { "external-due", "下周", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhPayload) typed = create_typed ();

      bh_payload_set (typed, cases[i].key, cases[i].value);
      g_test_message ("%s=%s", cases[i].key, cases[i].value);
      assert_wrong (typed, cases[i].wrong ? cases[i].key : NULL);
    }
}

/* It happened before it was told, not only before now. */
static void
test_occurred_after_received (void)
{
  g_autoptr (BhPayload) typed = create_typed ();

  bh_payload_set (typed, "received", "2026-03-01 22:00");
  bh_payload_set (typed, "occurred", "2026-03-01 21:00");
  assert_wrong (typed, NULL);
  bh_payload_set (typed, "occurred", "2026-03-01 23:00");
  assert_wrong (typed, "occurred");
}

static void
test_live (void)
{
  g_autoptr (BhOffice) office = create_office ();
  g_autoptr (BhPayload) typed = create_typed ();
  g_autoptr (BhPayload) inputs = NULL;

  bh_payload_set_int (typed, "first-answer", NOW - 30 * BH_USEC_PER_SEC);
  inputs = bh_intake_inputs_finish (typed, office);
  g_assert_cmpstr (bh_payload_get (inputs, "received"), ==, "2026-03-02T07:58:30+08:00");
  g_assert_cmpstr (bh_payload_get (inputs, "first-answer"), ==, "2026-03-02T07:59:30+08:00");
  g_assert_cmpstr (bh_payload_get (inputs, "summary"), ==, "厨房漏水");
  g_assert_null (bh_payload_get (inputs, BH_INTAKE_OPENED));
}

/* Nobody waits at the other end of a mail, nor of a paper note. */
static void
test_not_live (void)
{
  g_autoptr (BhOffice) office = create_office ();
  g_autoptr (BhPayload) mail = create_typed ();
  g_autoptr (BhPayload) note = create_typed ();
  g_autoptr (BhPayload) mail_inputs = NULL;
  g_autoptr (BhPayload) note_inputs = NULL;

  bh_payload_set_int (mail, "first-answer", NOW);
  bh_payload_set (mail, "channel", "邮件");
  mail_inputs = bh_intake_inputs_finish (mail, office);
  g_assert_null (bh_payload_get (mail_inputs, "received"));
  g_assert_null (bh_payload_get (mail_inputs, "first-answer"));

  bh_payload_set_int (note, "first-answer", NOW);
  bh_payload_set (note, "received", "2026-03-01 22:00");
  note_inputs = bh_intake_inputs_finish (note, office);
  g_assert_cmpstr (bh_payload_get (note_inputs, "received"), ==, "2026-03-01 22:00");
  g_assert_null (bh_payload_get (note_inputs, "first-answer"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intake-inputs/check", test_check);
  g_test_add_func ("/intake-inputs/occurred-after-received", test_occurred_after_received);
  g_test_add_func ("/intake-inputs/live", test_live);
  g_test_add_func ("/intake-inputs/not-live", test_not_live);

  return g_test_run ();
}
