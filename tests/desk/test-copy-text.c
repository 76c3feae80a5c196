/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-copy-text.h"
#include "support/bh-test-desk.h"

#include <string.h>

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

static void
assert_silent (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” says “%s”", text, part);
}

static char *
copy_for (BhTestDesk *desk, gboolean owner)
{
  g_autoptr (BhTicketView) view = bh_test_desk_load (desk);
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);

  return owner ? bh_copy_text_for_owner (office, view) : bh_copy_text_for_group (office, view);
}

/* Those who do the work read what, where, by when, who, and whom to call. */
static void
test_group (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  bh_test_desk_register (desk, "漏水", "urgent");
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", "person", "李强",
                   "due", "2026-03-02 12:00", NULL);
  text = copy_for (desk, FALSE);
  lines = g_strsplit (text, "\n", -1);
  assert_says (lines[0], desk->ticket->number);
  assert_says (lines[0], bh_list_get_label (BH_LIST_GRADE, BH_GRADE_URGENT));
  assert_says (lines[0], bh_list_get_label (BH_LIST_STATUS, BH_STATUS_DISPATCHED));
  assert_says (lines[1], "301");
  assert_says (lines[2], desk->ticket->summary);
  assert_says (text, "2026-03-02 12:00");
  assert_says (text, "李强");
  assert_says (text, "张晓燕");
  g_assert_cmpint (text[strlen (text) - 1], !=, '\n');
}

/* What is not known has no line. */
static void
test_group_short (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *text = NULL;

  bh_test_desk_register (desk, "漏水", "general");
  text = copy_for (desk, FALSE);
  assert_silent (text, "For: ");
  assert_silent (text, "Measure: ");
  assert_silent (text, "(null)");
}

/* An outsider reads neither who works on it nor anybody's phone, at no step. */
static void
test_owner (void)
{
  static const BhStatus steps[]
      = { BH_STATUS_REGISTERED, BH_STATUS_DISPATCHED, BH_STATUS_ACCEPTED, BH_STATUS_INVESTIGATED,
          BH_STATUS_PLANNED,    BH_STATUS_FINISHED,   BH_STATUS_SIGNED };
  g_autofree char *before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
      g_autofree char *text = NULL;

      bh_test_desk_work_until (desk, "漏水", "general", steps[i]);
      text = copy_for (desk, TRUE);
      assert_says (text, desk->ticket->number);
      assert_says (text, desk->ticket->summary);
      assert_silent (text, "李强");
      assert_silent (text, "王敏");
      assert_silent (text, "工程维修");
      assert_silent (text, "138");
      g_assert_cmpstr (text, !=, before);
      g_free (g_steal_pointer (&before));
      before = g_steal_pointer (&text);
    }
}

/* What was written for colleagues stays with them. */
static void
test_owner_texts (void)
{
  static const struct
  {
    const char *result;
    gboolean told;
  } cases[] = {
    { "更换了密封圈", TRUE },
    { "李强更换了密封圈", FALSE },
    { "密封圈已换，电话 138 0013 8000", FALSE },
    { "换了 3 个密封圈，共 45 元", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
      g_autofree char *text = NULL;

      bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
      bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", cases[i].result, NULL);
      text = copy_for (desk, TRUE);
      if (cases[i].told)
        assert_says (text, cases[i].result);
      else
        assert_silent (text, cases[i].result);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy-text/group", test_group);
  g_test_add_func ("/copy-text/group-short", test_group_short);
  g_test_add_func ("/copy-text/owner", test_owner);
  g_test_add_func ("/copy-text/owner-texts", test_owner_texts);

  return g_test_run ();
}
