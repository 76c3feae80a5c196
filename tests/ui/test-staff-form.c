/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-staff-form.h"

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  GtkWidget *form;
  guint n_added;
} Fixture;

static void
added_cb (Fixture *fixture)
{
  fixture->n_added++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->form = g_object_ref_sink (bh_staff_form_new (fixture->desk));
  g_signal_connect_swapped (fixture->form, "added", G_CALLBACK (added_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bh_test_ui_end (fixture->form);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static void
add (Fixture *fixture, const char *name)
{
  bh_staff_form_start (BH_STAFF_FORM (fixture->form), name);
  gtk_widget_activate_action (fixture->form, "staff.add", NULL);
}

static gboolean
is_added (gpointer data)
{
  return ((Fixture *) data)->n_added > 0;
}

/* Who was added is at the desk. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  BhStaff *staff;

  add (fixture, " 周晓燕 ");
  bh_test_ui_wait (is_added, fixture);
  staff = bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, "周晓燕");
  g_assert_nonnull (staff);
  g_assert_cmpint (staff->role, ==, BH_ROLE_CLERK);
  g_assert_cmpint (staff->department_id, !=, 0);
  g_assert_cmpint (bh_desk_get_staff_id (fixture->desk), ==, bh_entry_get_id (BH_ENTRY (staff)));
}

static guint
count_staff (Fixture *fixture)
{
  return bh_office_list (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF)->len;
}

/* What is wrong stands above the buttons. */
static gboolean
is_refused (gpointer form)
{
  GtkWidget *buttons = gtk_widget_get_last_child (gtk_widget_get_first_child (form));

  return gtk_widget_get_visible (gtk_widget_get_prev_sibling (buttons));
}

/* Nobody without a name, nobody twice; neither puts anybody else at the desk. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  guint before = count_staff (fixture);
  gint64 at_desk = bh_desk_get_staff_id (fixture->desk);

  add (fixture, "  ");
  g_assert_true (is_refused (fixture->form));
  add (fixture, "李强");
  g_assert_false (is_refused (fixture->form));
  bh_test_ui_wait (is_refused, fixture->form);
  g_assert_cmpuint (fixture->n_added, ==, 0);
  g_assert_cmpuint (count_staff (fixture), ==, before);
  g_assert_cmpint (bh_desk_get_staff_id (fixture->desk), ==, at_desk);
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/staff-form/added", test_added);
  ADD ("/staff-form/refused", test_refused);

  return g_test_run ();
}
