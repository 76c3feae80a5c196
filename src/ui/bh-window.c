/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bh-window.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-focus.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-shortcuts.h"
#include "ui/common/bh-staff-button.h"
#include "ui/callback/bh-callback-page.h"
#include "ui/insight/bh-insight-page.h"
#include "ui/intake/bh-intake-page.h"
#include "ui/preferences/bh-color-scheme.h"
#include "ui/preferences/bh-preferences.h"
#include "ui/register/bh-register-page.h"
#include "ui/reports/bh-reports-page.h"
#include "ui/search/bh-search-box.h"
#include "ui/bh-leave.h"
#include "ui/bh-way-back.h"
#include "ui/tickets/bh-tickets-page.h"
#include "ui/today/bh-shift-window.h"
#include "ui/today/bh-today-badge.h"
#include "ui/today/bh-today-page.h"

#define TODAY_PAGE "today"
#define TICKETS_PAGE "tickets"
#define INSIGHT_PAGE "insight"
#define REPORTS_PAGE "reports"
#define REGISTER_PAGE "register"
#define INTAKE_PAGE "intake"
#define CALLBACK_PAGE "callbacks"
/* Pages that have a key: Alt+1 to Alt+9. */
#define MAX_PAGE_KEYS 9

/**
 * BhWindow:
 *
 * Hosts the pages in a stack. Actions: `win.close`, `win.new-ticket`, `win.preferences`,
 * `win.shift-change`, `win.search`, `win.choose-staff`, `win.say` (a text, in a toast), and
 * `win.show-nth-page` (i), for Alt+1, Alt+2, … in the order of the sidebar.
 */
struct _BhWindow
{
  AdwApplicationWindow parent_instance;

  BhDesk *desk;           /* (owned) */
  BhDrafts *drafts;       /* (owned) */
  GSettings *settings;    /* (owned) */
  BhTodayPage *today;     /* (owned by the widget tree) */
  BhTicketsPage *tickets; /* (owned by the widget tree) */
  BhIntakePage *intake;   /* (owned by the widget tree) */
  BhSearchBox *search;    /* (owned by the widget tree) */
  BhStaffButton *staff;   /* (owned by the widget tree) */
  GtkWidget *before;      /* (weak) (nullable): where the cursor was before the search */

  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  GtkLabel *office_name;
  AdwBin *staff_place;
  GtkListBox *sidebar;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (BhWindow, bh_window, ADW_TYPE_APPLICATION_WINDOW)

static void
follow (BhWindow *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
show_office (BhWindow *self)
{
  const char *name = bh_office_get_settings (bh_desk_get_office (self->desk))->name;
  gboolean named = name != NULL && *name != '\0';

  gtk_label_set_label (self->office_name, named ? name : _ ("Bihuan"));
  gtk_window_set_title (GTK_WINDOW (self), named ? name : _ ("Bihuan"));
}

static void
page_chosen_cb (BhWindow *self, GtkListBoxRow *row)
{
  bh_tickets_page_set_way_back (self->tickets, NULL, 0);
  bh_window_show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* A page that is not in the sidebar leaves nothing selected there. */
static void
page_shown_cb (BhWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->sidebar);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), name) != 0)
        continue;
      gtk_list_box_select_row (self->sidebar, row);
      if (self->settings != NULL)
        g_settings_set_string (self->settings, "last-page", name);
    }
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
new_ticket_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);

  bh_window_show_page (self, INTAKE_PAGE);
  bh_intake_page_begin (self->intake);
}

static void
choose_staff_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_staff_button_open (BH_WINDOW (widget)->staff);
}

/* The cursor goes along; the stack may have brought it back to where it was on that page. */
static void
show_nth_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);
  GtkListBoxRow *row
      = gtk_list_box_get_row_at_index (self->sidebar, g_variant_get_int32 (parameter));
  GtkWidget *page, *focus;

  if (row == NULL)
    return;
  page_chosen_cb (self, row);
  page = gtk_stack_get_visible_child (self->pages);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
shift_change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (bh_shift_window_new (GTK_WINDOW (widget), BH_WINDOW (widget)->desk));
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);

  bh_preferences_present (GTK_WINDOW (self), self->desk, self->settings);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    g_set_weak_pointer (&self->before, focus);
  bh_search_box_focus (self->search);
}

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_add_toast (BH_WINDOW (widget),
                       bh_message_new_toast (g_variant_get_string (parameter, NULL)));
}

/* Away from where a ticket was searched, also while the list is still being read. */
static void
focus_tickets (BhWindow *self)
{
  GtkWidget *focus;

  bh_tickets_page_focus (self->tickets);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tickets)))
    gtk_widget_child_focus (GTK_WIDGET (self->tickets), GTK_DIR_TAB_FORWARD);
}

static void
search_left_cb (BhWindow *self)
{
  if (!bh_focus_return (self->before))
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
found_caller_cb (BhWindow *self, BhContact *contact, BhPlace *place)
{
  bh_window_show_page (self, INTAKE_PAGE);
  bh_intake_page_begin_for (self->intake, contact, place);
}

static void
intake_left_cb (BhWindow *self)
{
  bh_window_show_page (self, TICKETS_PAGE);
  focus_tickets (self);
}

/* A window begins with its page, not with the search above it. */
static void
bh_window_map (GtkWidget *widget)
{
  BhWindow *self = BH_WINDOW (widget);
  GtkWidget *focus;

  GTK_WIDGET_CLASS (bh_window_parent_class)->map (widget);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static gboolean
bh_window_close_request (GtkWindow *window)
{
  bh_drafts_flush (BH_WINDOW (window)->drafts);

  return GTK_WINDOW_CLASS (bh_window_parent_class)->close_request (window);
}

static void
bh_window_dispose (GObject *object)
{
  BhWindow *self = BH_WINDOW (object);

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  g_clear_weak_pointer (&self->before);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->drafts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_window_parent_class)->dispose (object);
}

static void
bh_window_class_init (BhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_window_dispose;
  widget_class->map = bh_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = bh_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, BhWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, header);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, office_name);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, staff_place);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);

  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "win.new-ticket", NULL, new_ticket_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.shift-change", NULL, shift_change_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-staff", NULL, choose_staff_cb);
  gtk_widget_class_install_action (widget_class, "win.show-nth-page", "i", show_nth_page_cb);
  /* Not accelerators of the application: a form comes first with what it does by these keys. */
  for (guint i = 0; i < MAX_PAGE_KEYS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK,
                                         "win.show-nth-page", "i", (int) i);
}

static void
bh_window_init (BhWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
remember_size (BhWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
show_figures_cb (BhWindow *self)
{
  bh_window_show_page (self, INSIGHT_PAGE);
}

static void
call_back_cb (BhWindow *self)
{
  bh_window_show_page (self, CALLBACK_PAGE);
}

static void
calls_left_cb (BhWindow *self)
{
  bh_window_show_page (self, TODAY_PAGE);
  bh_today_page_focus (self->today);
}

static void
add_pages (BhWindow *self)
{
  GtkWidget *today = bh_today_page_new (self->desk, self->drafts, self->settings);
  GtkWidget *tickets = bh_tickets_page_new (self->desk, self->drafts, self->settings);
  GtkWidget *calls = bh_callback_page_new (self->desk, self->drafts);
  GtkWidget *insight = bh_insight_page_new (self->desk, self->settings);
  GtkWidget *reports = bh_reports_page_new (self->desk, self->drafts, self->settings);

  self->today = BH_TODAY_PAGE (today);
  follow (self, today, "open-ticket", G_CALLBACK (bh_window_open_ticket));
  follow (self, today, "show-tickets", G_CALLBACK (bh_window_list_sorted));
  follow (self, today, "show-figures", G_CALLBACK (show_figures_cb));
  follow (self, today, "call-back", G_CALLBACK (call_back_cb));
  bh_window_add_page (self, TODAY_PAGE, C_ ("page", "Today"), "x-office-calendar-symbolic", today);
  bh_today_badge_add (self->desk, gtk_list_box_get_row_at_index (self->sidebar, 0));

  self->tickets = BH_TICKETS_PAGE (tickets);
  bh_window_add_page (self, TICKETS_PAGE, _ ("Tickets"), "view-list-symbolic", tickets);
  follow (self, insight, "show-tickets", G_CALLBACK (bh_window_list_tickets));
  bh_window_add_page (self, INSIGHT_PAGE, _ ("Insight"), "x-office-presentation-symbolic", insight);

  self->intake = BH_INTAKE_PAGE (bh_intake_page_new (self->desk, self->drafts));
  follow (self, self->intake, "open-ticket", G_CALLBACK (bh_window_open_ticket));
  follow (self, self->intake, "left", G_CALLBACK (intake_left_cb));
  bh_leave_guard (GTK_WINDOW (self), reports);
  bh_window_add_page (self, REPORTS_PAGE, C_ ("page", "Reports"), "x-office-spreadsheet-symbolic",
                      reports);
  bh_window_add_page (self, REGISTER_PAGE, C_ ("page", "Register"),
                      "x-office-address-book-symbolic",
                      bh_register_page_new (self->desk, self->drafts, self->settings));
  bh_window_add_page (self, INTAKE_PAGE, NULL, NULL, GTK_WIDGET (self->intake));
  follow (self, calls, "left", G_CALLBACK (calls_left_cb));
  follow (self, calls, "open-ticket", G_CALLBACK (bh_window_open_ticket));
  bh_window_add_page (self, CALLBACK_PAGE, NULL, NULL, calls);
}

static void
add_search (BhWindow *self)
{
  self->search = BH_SEARCH_BOX (bh_search_box_new (self->desk));
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  follow (self, self->search, "open-ticket", G_CALLBACK (bh_window_open_ticket));
  follow (self, self->search, "show-tickets", G_CALLBACK (bh_window_list_tickets));
  follow (self, self->search, "new-ticket", G_CALLBACK (found_caller_cb));
  follow (self, self->search, "left", G_CALLBACK (search_left_cb));
  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->search));
}

static void
set_up (BhWindow *self)
{
  g_autofree char *drafts
      = bh_drafts_dup_default_path (bh_store_get_path (bh_desk_get_store (self->desk)));
  g_autofree char *page = NULL;

  self->settings = g_settings_new (BH_APP_ID);
  self->drafts = bh_drafts_new (drafts);
  page = g_settings_get_string (self->settings, "last-page");
  self->staff = BH_STAFF_BUTTON (bh_staff_button_new (self->desk));
  adw_bin_set_child (self->staff_place, GTK_WIDGET (self->staff));
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self), bh_shortcuts_new ());
  follow (self, self->desk, "notify::office", G_CALLBACK (show_office));
  show_office (self);
  remember_size (self);
  bh_color_scheme_follow (self->settings);
  add_search (self);
  add_pages (self);
  bh_window_show_page (self, page);
}

BhWindow *
bh_window_new (AdwApplication *application, BhDesk *desk)
{
  BhWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_WINDOW, "application", application, NULL);
  self->desk = g_object_ref (desk);
  set_up (self);

  return self;
}

BhDesk *
bh_window_get_desk (BhWindow *self)
{
  g_return_val_if_fail (BH_IS_WINDOW (self), NULL);

  return self->desk;
}

BhDrafts *
bh_window_get_drafts (BhWindow *self)
{
  g_return_val_if_fail (BH_IS_WINDOW (self), NULL);

  return self->drafts;
}

GSettings *
bh_window_get_settings (BhWindow *self)
{
  g_return_val_if_fail (BH_IS_WINDOW (self), NULL);

  return self->settings;
}

static void
add_to_sidebar (BhWindow *self, const char *name, const char *title, const char *icon_name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->sidebar, row);
}

void
bh_window_add_page (
    BhWindow *self, const char *name, const char *title, const char *icon_name, GtkWidget *page)
{
  g_return_if_fail (BH_IS_WINDOW (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (GTK_IS_WIDGET (page));

  if (title != NULL)
    add_to_sidebar (self, name, title, icon_name);
  gtk_stack_add_titled (self->pages, page, name, title);
}

void
bh_window_show_page (BhWindow *self, const char *name)
{
  g_return_if_fail (BH_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  if (gtk_stack_get_child_by_name (self->pages, name) != NULL)
    gtk_stack_set_visible_child_name (self->pages, name);
  page_shown_cb (self);
}

void
bh_window_open_ticket (BhWindow *self, gint64 id)
{
  g_return_if_fail (BH_IS_WINDOW (self));

  bh_window_show_page (self, TICKETS_PAGE);
  focus_tickets (self);
  bh_tickets_page_open_ticket (self->tickets, id);
}

void
bh_window_list_tickets (BhWindow *self, BhTicketFilter *filter)
{
  g_return_if_fail (BH_IS_WINDOW (self));

  bh_way_back_show (self->tickets, self->pages, self->sidebar);
  bh_window_show_page (self, TICKETS_PAGE);
  bh_tickets_page_set_filter (self->tickets, filter);
  focus_tickets (self);
}

void
bh_window_list_sorted (BhWindow *self, BhTicketFilter *filter, guint column, gboolean descending)
{
  g_return_if_fail (BH_IS_WINDOW (self));

  bh_tickets_page_set_sort (self->tickets, (BhTicketColumn) column, descending);
  bh_window_list_tickets (self, filter);
}

void
bh_window_add_toast (BhWindow *self, AdwToast *toast)
{
  g_return_if_fail (BH_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
