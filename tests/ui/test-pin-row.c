/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-staff-pin.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/register/bh-pin-row.h"

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  GtkWidget *row;
} Fixture;

static gint64
find (Fixture *fixture, const char *name)
{
  return bh_entry_get_id (bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, name));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->row = g_object_ref_sink (g_object_new (BH_TYPE_PIN_ROW, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bh_test_ui_end (fixture->row);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static GObject *
get (Fixture *fixture, const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->row, BH_TYPE_PIN_ROW, name);

  g_assert_nonnull (child);

  return child;
}

static gboolean
is_shown (Fixture *fixture, const char *name)
{
  return gtk_widget_get_visible (GTK_WIDGET (get (fixture, name)));
}

static void
show (Fixture *fixture, const char *name)
{
  bh_pin_row_show (BH_PIN_ROW (fixture->row), fixture->desk, find (fixture, name));
}

static void
type (Fixture *fixture, const char *secret, const char *pin, const char *again)
{
  gtk_widget_activate_action (fixture->row, "pin.open", NULL);
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, "secret")), secret);
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, "pin")), pin);
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, "again")), again);
  gtk_widget_activate_action (fixture->row, "pin.set", NULL);
}

static gboolean
is_folded (gpointer data)
{
  return !is_shown (data, "entries");
}

static gboolean
is_refused (gpointer data)
{
  return is_shown (data, "error");
}

static gboolean
has_pin (Fixture *fixture, const char *pin)
{
  BhStaff *staff = bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, "陈静");

  return bh_staff_pin_check (staff, pin);
}

/* Only who may approve has a PIN. */
static void
test_whose (Fixture *fixture, gconstpointer data)
{
  show (fixture, "李强");
  g_assert_false (gtk_widget_get_visible (fixture->row));
  show (fixture, "陈静");
  g_assert_true (gtk_widget_get_visible (fixture->row));
  g_assert_false (is_shown (fixture, "entries"));
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  bh_desk_set_staff_id (fixture->desk, find (fixture, "陈静"));
  show (fixture, "陈静");
  type (fixture, "", "1234", "1235");
  g_assert_true (is_refused (fixture));
  type (fixture, "", "1234", "1234");
  bh_test_ui_wait (is_folded, fixture);
  g_assert_true (has_pin (fixture, "1234"));
  /* Nothing that was typed stays. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, "pin"))), ==, "");

  gtk_widget_activate_action (fixture->row, "pin.open", NULL);
  g_assert_true (is_shown (fixture, "secret"));
  type (fixture, "9999", "5678", "5678");
  bh_test_ui_wait (is_refused, fixture);
  g_assert_true (has_pin (fixture, "1234"));
  type (fixture, "1234", "5678", "5678");
  bh_test_ui_wait (is_folded, fixture);
  g_assert_true (has_pin (fixture, "5678"));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add ("/pin-row/whose", Fixture, NULL, set_up, test_whose, tear_down);
  g_test_add ("/pin-row/set", Fixture, NULL, set_up, test_set, tear_down);

  return g_test_run ();
}
