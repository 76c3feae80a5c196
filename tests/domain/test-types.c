/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-types.h"

/* What is stored and typed: values and codes may be added, never changed. */
static const struct
{
  BhList list;
  const char *items;
} pinned[] = {
  { BH_LIST_KIND, "1=complaint 2=repair 3=inquiry 4=suggestion 5=opinion 6=praise 7=other" },
  { BH_LIST_GRADE, "1=urgent 2=important 3=general" },
  { BH_LIST_STATUS, "10=registered 20=dispatched 30=accepted 40=investigated 50=planned "
                    "60=finished 70=signed 80=closed 90=void 91=merged 92=withdrawn 93=declined" },
  { BH_LIST_STAGE, "1=dispatch 2=accept 3=investigate 4=plan 5=execute 6=sign 7=callback" },
  { BH_LIST_CLOCK, "1=dispatch 2=accept 3=investigate 4=plan 5=execute 6=sign 7=callback "
                   "8=response 9=completion" },
  { BH_LIST_OUTCOME,
    "1=done 2=skipped 3=returned 4=transferred 5=refused 6=unreached 7=stopped 8=merged" },
  { BH_LIST_VERB,
    "1=new 2=answer 3=dispatch 4=accept 5=return 6=transfer 7=investigate 8=plan 9=finish 10=sign "
    "11=refuse 12=attempt 13=callback 14=contact 15=note 16=remind 17=correct 18=regrade "
    "19=recategorize 20=withdraw 21=void 22=reopen 23=undo 24=import 25=suspend 26=resume 27=task "
    "28=task-done 29=task-waive "
    "30=link 31=join 32=part 33=merge 34=unmerge 35=extend 36=decline 37=close-exception "
    "38=approve 39=reject 40=warn 41=attach" },
  { BH_LIST_ROLE, "1=clerk 2=steward 3=worker 4=supervisor 5=manager 6=auditor 7=administrator" },
  { BH_LIST_PLACE_KIND, "1=community 2=building 3=unit 4=room 5=area 6=equipment" },
  { BH_LIST_CONTACT_KIND, "1=owner 2=tenant 3=family 4=other" },
  { BH_LIST_CARE, "1=elderly 2=child 4=disabled" },
  { BH_LIST_RESPONSIBILITY, "1=property 2=owner 3=developer 4=third-party 5=nobody" },
  { BH_LIST_MOVE_REASON, "1=wrong-department 2=no-capacity 3=no-access 4=other" },
  { BH_LIST_SIGNED_BY, "1=owner 2=phone 3=message 4=verified" },
  { BH_LIST_VERDICT, "1=signed 2=refused 3=unreached" },
  { BH_LIST_ORIGIN, "1=desk 2=ledger" },
  { BH_LIST_HOURS, "1=clock 2=office" },
  { BH_LIST_TARGET_FORM, "1=value 2=change 3=alarm" },
  { BH_LIST_TRI, "1=yes 2=no" },
  { BH_LIST_PUNCTUALITY, "1=on-time 2=late" },
  { BH_LIST_SUSPEND_REASON, "1=owner 2=material 3=weather 4=third-party 5=other" },
  { BH_LIST_DECISION, "1=approved 2=rejected 3=lapsed" },
  { BH_LIST_TASK_OUTCOME, "1=done 2=waived" },
  { BH_LIST_ATTACHMENT_USE, "1=before 2=after 3=signature 4=other" },
  { BH_LIST_CALLBACK_MODE, "1=never 2=unless-scored 3=always 4=sample" },
  { BH_LIST_QUALITY, "1=good 2=poor" },
  { BH_LIST_HANDLING_SPAN, "1=2h 2=8h 3=1d 4=2d 5=3d 6=5d 7=7d 8=15d 9=30d 10=longer" },
  { BH_LIST_SCORE, "1=1 2=2 3=3 4=4 5=5" },
  { BH_LIST_WEEKDAY, "1=1 2=2 3=3 4=4 5=5 6=6 7=7" },
  { BH_LIST_HOUR, "1=0 2=1 3=2 4=3 5=4 6=5 7=6 8=7 9=8 10=9 11=10 12=11 13=12 14=13 15=14 16=15 "
                  "17=16 18=17 19=18 20=19 21=20 22=21 23=22 24=23" },
  { BH_LIST_MEASURE_STATE, "1=open 2=done 3=dropped" },
};

static void
test_pinned (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pinned); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      const BhListItem *items;
      guint n;

      items = bh_list_get_items (pinned[i].list, &n);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (found, "%s%d=%s", j > 0 ? " " : "", items[j].value, items[j].code);
      g_assert_cmpstr (found->str, ==, pinned[i].items);
    }
  g_assert_cmpuint (G_N_ELEMENTS (pinned), ==, BH_LIST_MEASURE_STATE);
}

static void
assert_round_trip (BhList list)
{
  const BhListItem *items;
  guint n;

  items = bh_list_get_items (list, &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *upper = g_ascii_strup (items[i].code, -1);

      g_assert_cmpint (items[i].value, !=, 0);
      g_assert_true (g_str_is_ascii (items[i].code));
      g_assert_cmpstr (bh_list_get_code (list, items[i].value), ==, items[i].code);
      g_assert_cmpstr (bh_list_get_label (list, items[i].value), ==, items[i].label);
      g_assert_cmpint (bh_list_find (list, items[i].code), ==, items[i].value);
      g_assert_cmpint (bh_list_find (list, upper), ==, items[i].value);
      g_assert_cmpint (bh_list_find (list, items[i].label), ==, items[i].value);
    }

  g_assert_cmpstr (bh_list_get_code (list, 0), ==, "");
  g_assert_cmpstr (bh_list_get_label (list, 0), ==, "");
  g_assert_cmpstr (bh_list_get_code (list, 9999), ==, "");
  g_assert_cmpint (bh_list_find (list, NULL), ==, 0);
  g_assert_cmpint (bh_list_find (list, ""), ==, 0);
  g_assert_cmpint (bh_list_find (list, "no such thing"), ==, 0);
}

static void
test_round_trip (void)
{
  for (int list = BH_LIST_KIND; list <= BH_LIST_MEASURE_STATE; list++)
    assert_round_trip ((BhList) list);
}

static void
test_sizes (void)
{
  guint n;

  bh_list_get_items (BH_LIST_VERB, &n);
  g_assert_cmpuint (n + 1, ==, BH_N_VERBS);
  bh_list_get_items (BH_LIST_CLOCK, &n);
  g_assert_cmpuint (n + 1, ==, BH_N_CLOCKS);
  bh_list_get_items (BH_LIST_NONE, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_join_codes (void)
{
  g_autofree char *grades = bh_list_join_codes (BH_LIST_GRADE);
  g_autofree char *none = bh_list_join_codes (BH_LIST_NONE);

  g_assert_cmpstr (grades, ==, "urgent, important, general");
  g_assert_cmpstr (none, ==, "");
}

static void
test_statuses (void)
{
  const BhListItem *items;
  guint64 all = 0;
  guint n;

  items = bh_list_get_items (BH_LIST_STATUS, &n);
  for (guint i = 0; i < n; i++)
    {
      guint64 bit = BH_STATUS_BIT (items[i].value);

      g_assert_cmpuint (all & bit, ==, 0);
      all |= bit;
      g_assert_cmpint (bh_status_is_ended ((BhStatus) items[i].value), ==, items[i].value >= 80);
    }
  g_assert_false (bh_status_is_ended (BH_STATUS_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/types/pinned", test_pinned);
  g_test_add_func ("/types/round-trip", test_round_trip);
  g_test_add_func ("/types/sizes", test_sizes);
  g_test_add_func ("/types/join-codes", test_join_codes);
  g_test_add_func ("/types/statuses", test_statuses);

  return g_test_run ();
}
