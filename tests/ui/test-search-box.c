/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/search/bh-search-box.h"
#include "ui/search/bh-search-row.h"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  GtkWindow *window;
  GtkWidget *box;
  GtkEditable *entry;
  gint64 opened;
  BhTicketFilter *filter;
  char *called;
} Fixture;

static void
open_cb (Fixture *fixture, gint64 id)
{
  fixture->opened = id;
}

static void
show_cb (Fixture *fixture, BhTicketFilter *filter)
{
  g_clear_pointer (&fixture->filter, bh_ticket_filter_unref);
  fixture->filter = bh_ticket_filter_ref (filter);
}

static void
new_cb (Fixture *fixture, BhContact *contact, BhPlace *place)
{
  g_assert_true ((contact == NULL) != (place == NULL));
  g_free (fixture->called);
  fixture->called
      = g_strdup (contact != NULL ? bh_entry_get_name (BH_ENTRY (contact)) : place->path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->office->store);
  bh_test_desk_do (fixture->office, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline",
                   "grade", "general", "summary", "厨房漏水", "contact", "张晓燕", "phone",
                   "13800138000", "room", "3-2-301", NULL);
  fixture->box = bh_search_box_new (fixture->desk);
  fixture->window = bh_test_ui_show (fixture->box, 1000, 700);
  fixture->entry = GTK_EDITABLE (bh_test_ui_find_shown (fixture->box, GTK_TYPE_ENTRY));
  g_signal_connect_swapped (fixture->box, "open-ticket", G_CALLBACK (open_cb), fixture);
  g_signal_connect_swapped (fixture->box, "show-tickets", G_CALLBACK (show_cb), fixture);
  g_signal_connect_swapped (fixture->box, "new-ticket", G_CALLBACK (new_cb), fixture);
  bh_search_box_focus (BH_SEARCH_BOX (fixture->box));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_clear_pointer (&fixture->filter, bh_ticket_filter_unref);
  g_free (fixture->called);
  g_object_unref (fixture->desk);
  bh_test_desk_free (fixture->office);
}

static GtkWidget *
find_popover (Fixture *fixture)
{
  return bh_test_ui_find_shown (fixture->box, GTK_TYPE_POPOVER);
}

static gboolean
is_answered (gpointer user_data)
{
  return find_popover (user_data) != NULL;
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (fixture->entry, text);
  bh_test_ui_wait (is_answered, fixture);
}

static BhSearchRow *
find_hit (Fixture *fixture, GType type)
{
  GtkWidget *popover = find_popover (fixture);
  GtkWidget *list = popover != NULL ? bh_test_ui_find_shown (popover, GTK_TYPE_LIST_BOX) : NULL;
  GtkListBoxRow *row;

  if (list == NULL)
    return NULL;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (bh_search_row_get_hit (BH_SEARCH_ROW (row)), type))
      return BH_SEARCH_ROW (row);

  return NULL;
}

static gboolean
has_found_ticket (gpointer user_data)
{
  return find_hit (user_data, BH_TYPE_TICKET_ROW) != NULL;
}

static void
activate (Fixture *fixture, BhSearchRow *row)
{
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static void
test_ticket (Fixture *fixture, gconstpointer data)
{
  search (fixture, "漏水");
  g_assert_true (bh_test_ui_says (find_popover (fixture), fixture->office->ticket->number));
  activate (fixture, find_hit (fixture, BH_TYPE_TICKET_ROW));
  g_assert_cmpint (fixture->opened, ==, fixture->office->ticket_id);
  g_assert_null (find_popover (fixture));
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
}

static void
test_room (Fixture *fixture, gconstpointer data)
{
  search (fixture, "3-2-301");
  activate (fixture, find_hit (fixture, BH_TYPE_PLACE));
  g_assert_cmpstr (bh_ticket_filter_to_text (fixture->filter), ==,
                   "community:阳光花园 place:3栋2单元301");
}

static void
test_contact (Fixture *fixture, gconstpointer data)
{
  search (fixture, "zxy");
  g_assert_true (bh_test_ui_says (find_popover (fixture), "138 0013 8000"));
  activate (fixture, find_hit (fixture, BH_TYPE_CONTACT));
  g_assert_cmpstr (bh_ticket_filter_to_text (fixture->filter), ==, "phone:13800138000");
}

static void
test_phone_end (Fixture *fixture, gconstpointer data)
{
  search (fixture, "8000");
  g_assert_nonnull (find_hit (fixture, BH_TYPE_CONTACT));
  g_assert_nonnull (find_hit (fixture, BH_TYPE_TICKET_ROW));
}

/* Nothing found is said, in words, and Enter does nothing then. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover;

  search (fixture, "没有这样的事");
  popover = find_popover (fixture);
  g_assert_null (bh_test_ui_find_shown (popover, GTK_TYPE_LIST_BOX));
  g_assert_true (bh_test_ui_says (popover, "3-2-301"));

  gtk_editable_set_text (fixture->entry, "");
  g_assert_null (find_popover (fixture));
}

/* Only the last text counts, however fast somebody types. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->entry, "没有这样的事");
  bh_test_ui_settle ();
  gtk_editable_set_text (fixture->entry, "厨房");
  bh_test_ui_wait (has_found_ticket, fixture);
}

static void
test_finalize (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = g_object_ref_sink (bh_search_box_new (fixture->desk));

  g_object_add_weak_pointer (G_OBJECT (box), (gpointer *) &box);
  g_object_unref (box);
  g_assert_null (box);
}

#define ADD(name, test) g_test_add ("/search-box/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  bh_test_ui_init (&argc, &argv);

  ADD ("ticket", test_ticket);
  ADD ("room", test_room);
  ADD ("contact", test_contact);
  ADD ("phone-end", test_phone_end);
  ADD ("nothing", test_nothing);
  ADD ("typing", test_typing);
  ADD ("finalize", test_finalize);

  return g_test_run ();
}
