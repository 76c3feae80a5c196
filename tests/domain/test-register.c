/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-register.h"

static void
test_entry (void)
{
  g_autoptr (BhDepartment) department = bh_department_new (7, "eng", "工程部", TRUE);
  BhEntry *entry = BH_ENTRY (department);
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;
  gboolean retired;
  gint64 id;

  g_object_get (entry, "id", &id, "code", &code, "name", &name, "retired", &retired, NULL);
  g_assert_cmpint (id, ==, 7);
  g_assert_cmpstr (code, ==, "eng");
  g_assert_cmpstr (name, ==, "工程部");
  g_assert_true (retired);

  g_assert_cmpint (bh_entry_get_id (entry), ==, 7);
  g_assert_cmpstr (bh_entry_get_code (entry), ==, "eng");
  g_assert_cmpstr (bh_entry_get_name (entry), ==, "工程部");
  g_assert_true (bh_entry_is_retired (entry));
}

static void
test_matches (void)
{
  g_autoptr (BhDepartment) department = bh_department_new (7, "eng", "Engineering", FALSE);
  g_autoptr (BhStaff) staff = bh_staff_new (8, "张晓燕", FALSE, 7, BH_ROLE_CLERK, NULL);

  g_assert_true (bh_entry_matches (BH_ENTRY (department), "ENG"));
  g_assert_true (bh_entry_matches (BH_ENTRY (department), "engineering"));
  g_assert_false (bh_entry_matches (BH_ENTRY (department), "engine"));
  g_assert_false (bh_entry_matches (BH_ENTRY (department), ""));
  g_assert_true (bh_entry_matches (BH_ENTRY (staff), "张晓燕"));
  g_assert_false (bh_entry_matches (BH_ENTRY (staff), ""));
}

static void
test_fields (void)
{
  g_autoptr (BhCause) cause = bh_cause_new (1, "wear", "老化", FALSE);
  g_autoptr (BhChannel) channel = bh_channel_new (2, "hotline", "热线", FALSE, TRUE);
  g_autoptr (BhStaff) staff = bh_staff_new (3, "李强", TRUE, 9, BH_ROLE_WORKER, "13800138000");
  g_autoptr (BhCategory) category
      = bh_category_new (4, "leak", "漏水", FALSE, 10, 9, BH_GRADE_IMPORTANT);
  g_autoptr (BhPlace) place = bh_place_new (5, BH_PLACE_ROOM, "301", 6, 1, "3栋2单元301");
  g_autoptr (BhContact) contact
      = bh_contact_new (6, "王芳", BH_CONTACT_TENANT, BH_CARE_ELDERLY | BH_CARE_CHILD, "139", 5);

  g_assert_cmpstr (bh_entry_get_code (BH_ENTRY (cause)), ==, "wear");
  g_assert_true (channel->live);
  g_assert_cmpint (staff->department_id, ==, 9);
  g_assert_cmpint (staff->role, ==, BH_ROLE_WORKER);
  g_assert_cmpstr (staff->phone, ==, "13800138000");
  g_assert_true (bh_entry_is_retired (BH_ENTRY (staff)));
  g_assert_cmpint (category->parent_id, ==, 10);
  g_assert_cmpint (category->department_id, ==, 9);
  g_assert_cmpint (category->grade, ==, BH_GRADE_IMPORTANT);
  g_assert_cmpint (place->kind, ==, BH_PLACE_ROOM);
  g_assert_cmpint (place->parent_id, ==, 6);
  g_assert_cmpint (place->community_id, ==, 1);
  g_assert_cmpstr (place->path, ==, "3栋2单元301");
  g_assert_cmpstr (bh_entry_get_code (BH_ENTRY (place)), ==, "");
  g_assert_cmpint (contact->kind, ==, BH_CONTACT_TENANT);
  g_assert_cmpuint (contact->care, ==, 3);
  g_assert_cmpstr (contact->phone, ==, "139");
  g_assert_cmpint (contact->room_id, ==, 5);
}

static void
test_nothing_given (void)
{
  g_autoptr (BhCause) cause = bh_cause_new (0, NULL, NULL, FALSE);
  g_autoptr (BhPlace) place = bh_place_new (0, BH_PLACE_AREA, NULL, 0, 0, NULL);

  g_assert_cmpstr (bh_entry_get_code (BH_ENTRY (cause)), ==, "");
  g_assert_cmpstr (bh_entry_get_name (BH_ENTRY (cause)), ==, "");
  g_assert_cmpstr (place->path, ==, "");
  g_assert_null (place->prefix);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/entry", test_entry);
  g_test_add_func ("/register/matches", test_matches);
  g_test_add_func ("/register/fields", test_fields);
  g_test_add_func ("/register/nothing-given", test_nothing_given);

  return g_test_run ();
}
