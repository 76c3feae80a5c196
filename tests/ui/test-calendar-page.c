/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-calendar.h"
#include "storage/bh-settings.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-year-warning.h"
#include "ui/register/bh-calendar-page.h"
#include "ui/register/bh-holiday-list.h"
#include "ui/register/bh-hours-editor.h"

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  GtkWidget *page;
  GtkWindow *window;
  int version; /* what has_version() waits for */
} Fixture;

static gpointer
find (Fixture *fixture, GType type)
{
  return bh_test_ui_find (fixture->page, type);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->page = bh_calendar_page_new (fixture->desk);
  fixture->window = bh_test_ui_show (fixture->page, 900, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static BhCalendar *
get_calendar (Fixture *fixture)
{
  return bh_office_get_current_calendar (bh_desk_get_office (fixture->desk),
                                         bh_clock_now (fixture->test_desk->clock));
}

static gboolean
has_version (gpointer data)
{
  Fixture *fixture = data;

  return bh_calendar_get_version (get_calendar (fixture)) == fixture->version;
}

static void
wait_version (Fixture *fixture, int version)
{
  fixture->version = version;
  bh_test_ui_wait (has_version, fixture);
  bh_test_ui_settle ();
}

static gboolean
says_planned (gpointer data)
{
  return bh_test_ui_says (((Fixture *) data)->page, "第 2 版，自 2026-04-01 00:00 起生效");
}

/* The entry of a weekday, 0 Monday. */
static GtkEditable *
get_day (Fixture *fixture, int day)
{
  GtkWidget *grid = gtk_widget_get_first_child (find (fixture, BH_TYPE_HOURS_EDITOR));

  return GTK_EDITABLE (gtk_grid_get_child_at (GTK_GRID (grid), 1, 2 * day));
}

static void
type (Fixture *fixture, int day, const char *text)
{
  gtk_editable_set_text (get_day (fixture, day), text);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_button (child, action) != NULL)
      return find_button (child, action);

  return NULL;
}

/* Whether the button of the action can be pressed. */
static gboolean
may (Fixture *fixture, const char *action)
{
  return gtk_widget_is_sensitive (find_button (fixture->page, action));
}

static void
assert_hours (Fixture *fixture, const char *expected)
{
  g_autofree char *text = bh_office_hours_format (bh_calendar_get_hours (get_calendar (fixture)));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  BhHolidayList *days = find (fixture, BH_TYPE_HOLIDAY_LIST);
  GtkDropDown *year = find (fixture, GTK_TYPE_DROP_DOWN);

  g_assert_cmpstr (gtk_editable_get_text (get_day (fixture, 0)), ==, "08:30-12:00,13:30-18:00");
  g_assert_cmpstr (gtk_editable_get_text (get_day (fixture, 6)), ==, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_day (fixture, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "周一");
  g_assert_true (bh_test_ui_says (fixture->page, "第 1 版，一直有效"));
  g_assert_true (bh_test_ui_says (fixture->page, "周一至周五 08:30-12:00，13:30-18:00"));

  /* the year of the clock; then another one */
  g_assert_cmpuint (gtk_drop_down_get_selected (year), ==, 3);
  g_assert_true (bh_test_ui_says (fixture->page, "放假 33 天，周末上班 6 天"));
  g_assert_cmpuint (bh_holiday_list_get_n_lines (days), ==, 13);
  gtk_drop_down_set_selected (year, 2);
  g_assert_true (bh_test_ui_says (fixture->page, "10月1日至8日"));
  g_assert_true (bh_test_ui_says (fixture->page, "content_6986383"));
}

static void
test_hours (Fixture *fixture, gconstpointer data)
{
  g_assert_false (may (fixture, "calendar.save"));
  type (fixture, 5, "９：００－１２：００");
  act (fixture, "calendar.save");
  wait_version (fixture, 2);
  assert_hours (fixture, "mon-fri 08:30-12:00,13:30-18:00; sat 09:00-12:00");
  g_assert_cmpstr (gtk_editable_get_text (get_day (fixture, 5)), ==, "09:00-12:00");
  g_assert_false (may (fixture, "calendar.save"));

  /* what is discarded is not there any more */
  type (fixture, 5, "10:00-11:00");
  act (fixture, "calendar.discard");
  g_assert_cmpstr (gtk_editable_get_text (get_day (fixture, 5)), ==, "09:00-12:00");
}

static void
test_wrong_hours (Fixture *fixture, gconstpointer data)
{
  type (fixture, 1, "8-12");
  act (fixture, "calendar.save");
  g_assert_true (bh_test_ui_says (fixture->page, "“8-12”不是办公时间"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_day (fixture, 1)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  /* it is read again while it is mended */
  type (fixture, 1, "8:00-12:00");
  g_assert_false (bh_test_ui_says (fixture->page, "不是办公时间，"));
  g_assert_cmpint (bh_calendar_get_version (get_calendar (fixture)), ==, 1);
}

static GtkEditable *
get_from (Fixture *fixture)
{
  GtkWidget *line
      = gtk_widget_get_next_sibling (gtk_widget_get_parent (find (fixture, BH_TYPE_HOURS_EDITOR)));

  return bh_test_ui_find (line, GTK_TYPE_ENTRY);
}

static void
test_from (Fixture *fixture, gconstpointer data)
{
  type (fixture, 5, "09:00-12:00");
  gtk_editable_set_text (get_from (fixture), "明天");
  act (fixture, "calendar.save");
  g_assert_true (bh_test_ui_says (fixture->page, "“明天”"));
  gtk_editable_set_text (get_from (fixture), "2026-04-01");
  act (fixture, "calendar.save");
  bh_test_ui_wait (says_planned, fixture);
  assert_hours (fixture, "mon-fri 08:30-12:00,13:30-18:00");
}

/* @version: what it becomes */
static void
import (Fixture *fixture, int version)
{
  g_autofree char *path = g_build_filename (fixture->test_desk->folder, "2027.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path,
                                      "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\","
                                      " \"isOffDay\": true, \"name\": \"元旦\"}]}",
                                      -1, NULL));
  bh_calendar_page_import (BH_CALENDAR_PAGE (fixture->page), file);
  wait_version (fixture, version);
  g_assert_nonnull (bh_calendar_get_year (get_calendar (fixture), 2027));
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  import (fixture, 2);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

/* From November on, next year is needed; once it is there, nothing is said. */
static void
test_warning (Fixture *fixture, gconstpointer data)
{
  GtkWidget *warning = find (fixture, BH_TYPE_YEAR_WARNING);

  g_assert_false (gtk_widget_get_visible (warning));
  bh_test_desk_forward (fixture->test_desk, 250 * BH_TEST_DESK_DAY);
  type (fixture, 5, "09:00-12:00");
  act (fixture, "calendar.save");
  bh_test_ui_wait (is_shown, warning);
  g_assert_true (bh_test_ui_says (warning, "2027"));

  import (fixture, 3);
  bh_test_ui_wait (is_hidden, warning);
}

/* Who only reads the register is told so. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  BhStaff *clerk = bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, "王敏");

  g_assert_false (bh_test_ui_says (fixture->page, "主管"));
  bh_desk_set_staff_id (fixture->desk, bh_entry_get_id (BH_ENTRY (clerk)));
  g_assert_true (bh_test_ui_says (fixture->page, "主管"));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_day (fixture, 0))));
  g_assert_false (may (fixture, "calendar.import"));
}

#define ADD(name, test) g_test_add ("/calendar-page/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  bh_test_ui_init (&argc, &argv);
  ADD ("shown", test_shown);
  ADD ("hours", test_hours);
  ADD ("wrong-hours", test_wrong_hours);
  ADD ("from", test_from);
  ADD ("import", test_import);
  ADD ("warning", test_warning);
  ADD ("reader", test_reader);

  return g_test_run ();
}
