/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/reports/bh-reports-page.h"

#include "config.h"

#define PAGE_KEY "reports-page"

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhDrafts *drafts;
  GSettings *settings;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->settings = g_settings_new (BH_APP_ID);
  fixture->drafts = bh_drafts_new (NULL);
  fixture->page = bh_reports_page_new (fixture->desk, fixture->drafts, fixture->settings);
  fixture->window = bh_test_ui_show (fixture->page, 900, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_settings_reset (fixture->settings, PAGE_KEY);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->drafts);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static char *
dup_page (Fixture *fixture)
{
  char *name;

  g_object_get (fixture->page, "page", &name, NULL);

  return name;
}

/* The first page is that of the workbook; a page that is not there is not taken. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = dup_page (fixture), *second = NULL;

  g_assert_cmpstr (first, ==, "workbook");
  g_object_set (fixture->page, "page", "nothing", NULL);
  second = dup_page (fixture);
  g_assert_cmpstr (second, ==, "workbook");
}

/* Each tab says by its key which page it shows, and the key shows it. */
static void
test_tabs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tab = bh_test_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON);
  guint n = 0;

  for (; tab != NULL; tab = gtk_widget_get_next_sibling (tab), n++)
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", n + 1);
      g_autofree char *shown = NULL, *kept = NULL;
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (tab));

      g_assert_true (bh_test_ui_press (fixture->page, key));
      shown = dup_page (fixture);
      kept = g_settings_get_string (fixture->settings, PAGE_KEY);
      g_assert_cmpstr (shown, ==, g_variant_get_string (target, NULL));
      g_assert_cmpstr (kept, ==, shown);
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)));
    }
  g_assert_cmpuint (n, >=, 1);
  g_assert_true (bh_test_ui_press (fixture->page, "<Control>1"));
  for (guint i = 1; i < n; i++)
    g_assert_true (bh_test_ui_press (fixture->page, "<Control>Page_Down"));
  g_assert_true (bh_test_ui_press (fixture->page, "<Control>Page_Down"));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/reports-page/first", test_first);
  ADD ("/reports-page/tabs", test_tabs);

  return g_test_run ();
}
