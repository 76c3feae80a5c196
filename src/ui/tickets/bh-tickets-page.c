/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-tickets-page.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/common/bh-settings-variant.h"
#include "ui/common/bh-split.h"
#include "ui/tickets/bh-bulk-pane.h"
#include "ui/tickets/bh-filter-bar.h"
#include "ui/tickets/bh-ticket-pane.h"
#include "ui/tickets/bh-ticket-table.h"
#include "ui/tickets/bh-verb-bar.h"

#include <adwaita.h>

/* What takes less is not worth a word. */
#define PATIENCE_MS 200

/* Fields that have a menu, in the order in which an office asks for them. */
static const BhFilterField filter_fields[] = {
  BH_FILTER_STATUS,   BH_FILTER_GRADE,     BH_FILTER_DEPARTMENT, BH_FILTER_CATEGORY,
  BH_FILTER_RECEIVED, BH_FILTER_COMMUNITY, BH_FILTER_OVERDUE,
};

/**
 * BhTicketsPage:
 *
 * CSS nodes: `ticketspage`. Actions: `tickets.reload`, `tickets.clear-filter`, `tickets.find`,
 * `tickets.bulk`, and a switch for each column in group `columns`. Keys: j and k go down and up,
 * Enter opens, Esc closes, and the letters of the verbs do them to the open ticket.
 */
struct _BhTicketsPage
{
  GtkWidget parent_instance;

  GSettings *settings;  /* (owned) */
  BhFilterBar *filter;  /* (owned by the widget tree) */
  BhTicketTable *table; /* (owned by the widget tree) */
  BhTicketPane *pane;   /* (owned by the widget tree) */
  BhBulkPane *bulk;     /* (owned by the widget tree) */
  GtkStack *side;       /* (owned by the widget tree): of these two */
  guint patience_id;
  gboolean focused; /* once is enough */

  BhSplit *split;
  AdwBin *filter_place;
  AdwBin *table_place;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkWidget *outdated;
  GtkWidget *several; /* leads to the bulk verbs where they would cover the list */
};

G_DEFINE_FINAL_TYPE (BhTicketsPage, bh_tickets_page, GTK_TYPE_WIDGET)

static BhTicketList *
get_list (BhTicketsPage *self)
{
  return bh_ticket_table_get_list (self->table);
}

static gboolean
patience_cb (gpointer user_data)
{
  BhTicketsPage *self = BH_TICKETS_PAGE (user_data);

  self->patience_id = 0;
  bh_filter_bar_set_note (self->filter, _ ("Reading…"));

  return G_SOURCE_REMOVE;
}

static void
show_count (BhTicketsPage *self, guint n_tickets)
{
  g_autofree char *count = bh_text_group_count (n_tickets);
  /* Translators: how many tickets the list has; the number has separators already */
  g_autofree char *note = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", n_tickets), count);

  bh_filter_bar_set_note (self->filter, note);
}

/* What an empty list means depends on what was asked for. */
static const char *
find_empty_state (BhTicketFilter *filter)
{
  if (bh_ticket_filter_is_empty (filter))
    return "none";

  return g_str_equal (bh_ticket_filter_to_text (filter), "status:open") ? "nothing-open"
                                                                        : "no-match";
}

/* The first list that is shown takes the focus: a day begins with its keys, not with a search. */
static void
show_table (BhTicketsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (!self->focused && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->focused = TRUE;
      bh_ticket_table_focus (self->table);
    }
}

static gboolean
is_bulk (BhTicketsPage *self)
{
  return bh_split_get_show_pane (self->split)
         && gtk_stack_get_visible_child (self->side) == GTK_WIDGET (self->bulk);
}

static void several_selected_cb (BhTicketsPage *self);
static void bulk_closed_cb (BhTicketsPage *self);

/* Verbs are done to what is selected and in the list; what could not be done is read first. */
static void
follow_selection (BhTicketsPage *self)
{
  if (!is_bulk (self) || bh_bulk_pane_has_news (self->bulk))
    return;
  if (bh_id_selection_count (bh_ticket_table_get_selection (self->table)) > 1)
    several_selected_cb (self);
  else
    bulk_closed_cb (self);
}

/* The list as it is now; while it is read anew, the old one stays. */
static void
show_list (BhTicketsPage *self)
{
  guint n_tickets = g_list_model_get_n_items (G_LIST_MODEL (get_list (self)));

  gtk_widget_set_visible (self->outdated, bh_ticket_list_is_outdated (get_list (self)));
  if (bh_ticket_list_is_loading (get_list (self)))
    {
      if (self->patience_id == 0)
        self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
      return;
    }
  g_clear_handle_id (&self->patience_id, g_source_remove);
  follow_selection (self);
  show_count (self, n_tickets);
  if (n_tickets > 0)
    show_table (self);
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      find_empty_state (bh_filter_bar_get_filter (self->filter)));
}

static void
failed_cb (BhTicketsPage *self, GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  bh_filter_bar_set_note (self->filter, "");
  adw_status_page_set_description (self->problem, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
run_filter (BhTicketsPage *self)
{
  BhTicketFilter *filter = bh_filter_bar_get_filter (self->filter);

  bh_ticket_table_set_filter (self->table, filter);
  g_settings_set_string (self->settings, "filter", bh_ticket_filter_to_text (filter));
}

static void
end_bulk (BhTicketsPage *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  gtk_widget_set_visible (self->several, FALSE);
  bh_bulk_pane_show (self->bulk, none, 0);
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->pane));
}

static void
open_pane (BhTicketsPage *self, gint64 id)
{
  end_bulk (self);
  bh_ticket_pane_open (self->pane, id);
  bh_split_set_show_pane (self->split, TRUE);
}

static void
open_bulk (BhTicketsPage *self)
{
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->bulk));
  bh_split_set_show_pane (self->split, TRUE);
}

/* Where the pane covers the list, more tickets can still be selected. */
static void
several_selected_cb (BhTicketsPage *self)
{
  BhIdSelection *selection = bh_ticket_table_get_selection (self->table);
  g_autoptr (GArray) ids = bh_id_selection_dup_ids (selection, BH_BULK_MAX);

  bh_ticket_pane_open (self->pane, 0);
  bh_bulk_pane_show (self->bulk, ids, bh_id_selection_count (selection));
  gtk_widget_set_visible (self->several, bh_split_get_collapsed (self->split));
  if (!bh_split_get_collapsed (self->split))
    open_bulk (self);
}

static void
bulk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTicketsPage *self = BH_TICKETS_PAGE (widget);

  open_bulk (self);
  bh_bulk_pane_focus (self->bulk);
}

static void
activated_cb (BhTicketsPage *self, gint64 id)
{
  if (bh_id_selection_count (bh_ticket_table_get_selection (self->table)) > 1)
    {
      bulk_cb (GTK_WIDGET (self), NULL, NULL);
      return;
    }
  open_pane (self, id);
  bh_ticket_pane_focus (self->pane);
}

/* Where the ticket covers the list, going through the list by keys must not open each. */
static void
selected_cb (BhTicketsPage *self, gint64 id)
{
  if (!bh_split_get_collapsed (self->split))
    open_pane (self, id);
  else if (bh_ticket_table_was_clicked (self->table))
    activated_cb (self, id);
}

static void
closed_cb (BhTicketsPage *self)
{
  bh_split_set_show_pane (self->split, FALSE);
  bh_ticket_pane_open (self->pane, 0);
  bh_ticket_table_focus (self->table);
}

static void
bulk_closed_cb (BhTicketsPage *self)
{
  end_bulk (self);
  bh_id_selection_select_id (bh_ticket_table_get_selection (self->table), 0);
  closed_cb (self);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTicketsPage *self = BH_TICKETS_PAGE (widget);

  bh_ticket_list_reload (get_list (self));
}

static void
clear_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_filter_bar_clear (BH_TICKETS_PAGE (widget)->filter);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_filter_bar_focus_words (BH_TICKETS_PAGE (widget)->filter);
}

static gboolean
print_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhTicketsPage *self = BH_TICKETS_PAGE (widget);

  return bh_split_get_show_pane (self->split)
         && gtk_widget_activate_action (GTK_WIDGET (self->pane), "ticket.print", NULL);
}

static gboolean
key_pressed_cb (BhTicketsPage *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_j:
      bh_ticket_table_move (self->table, 1);
      return TRUE;
    case GDK_KEY_k:
      bh_ticket_table_move (self->table, -1);
      return TRUE;
    case GDK_KEY_Escape:
      return is_bulk (self)
             && gtk_widget_activate_action (GTK_WIDGET (self->bulk), "bulk.close", NULL);
    default:
      if (is_bulk (self))
        return bh_bulk_pane_press_key (self->bulk, bh_verb_bar_get_letter (key, state));
      return bh_split_get_show_pane (self->split)
             && bh_ticket_pane_press_key (self->pane, bh_verb_bar_get_letter (key, state));
    }
}

static void
bh_tickets_page_dispose (GObject *object)
{
  BhTicketsPage *self = BH_TICKETS_PAGE (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_TICKETS_PAGE);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (bh_tickets_page_parent_class)->dispose (object);
}

static void
bh_tickets_page_class_init (BhTicketsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_tickets_page_dispose;

  g_type_ensure (BH_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/tickets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhTicketsPage, split);
  gtk_widget_class_bind_template_child (widget_class, BhTicketsPage, filter_place);
  gtk_widget_class_bind_template_child (widget_class, BhTicketsPage, table_place);
  gtk_widget_class_bind_template_child (widget_class, BhTicketsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BhTicketsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, BhTicketsPage, outdated);
  gtk_widget_class_bind_template_child (widget_class, BhTicketsPage, several);

  gtk_widget_class_install_action (widget_class, "tickets.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "tickets.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "tickets.bulk", NULL, bulk_cb);
  gtk_widget_class_install_action (widget_class, "tickets.find", NULL, find_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "tickets.reload", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "tickets.find",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, print_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "ticketspage");
}

static void
bh_tickets_page_init (BhTicketsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
create_parts (BhTicketsPage *self, BhDesk *desk, BhDrafts *drafts)
{
  GtkWidget *filter = bh_filter_bar_new (desk, filter_fields, G_N_ELEMENTS (filter_fields), TRUE);
  GtkWidget *table = bh_ticket_table_new (desk);
  GtkWidget *pane = bh_ticket_pane_new (desk, drafts);

  self->filter = BH_FILTER_BAR (filter);
  self->table = BH_TICKET_TABLE (table);
  self->pane = BH_TICKET_PANE (pane);
  adw_bin_set_child (self->filter_place, filter);
  adw_bin_set_child (self->table_place, table);
  self->bulk = BH_BULK_PANE (bh_bulk_pane_new (desk, drafts));
  self->side = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->side, FALSE);
  gtk_stack_set_vhomogeneous (self->side, FALSE);
  gtk_stack_add_child (self->side, pane);
  gtk_stack_add_child (self->side, GTK_WIDGET (self->bulk));
  bh_split_set_pane (self->split, GTK_WIDGET (self->side));
  bh_filter_bar_set_columns_menu (self->filter, bh_ticket_table_get_columns_menu (self->table));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  bh_ticket_table_get_actions (self->table));
}

static void
connect_parts (BhTicketsPage *self)
{
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (run_filter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "several-selected", G_CALLBACK (several_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "closed", G_CALLBACK (bulk_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "returned", G_CALLBACK (bh_ticket_table_focus), self->table,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "open-ticket", G_CALLBACK (bh_tickets_page_open_ticket),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "notify", G_CALLBACK (show_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->split, "collapsed", self->pane, "covering", G_BINDING_SYNC_CREATE);
}

/* A filter that this version or office does not know is forgotten. */
static void
restore (BhTicketsPage *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "filter");
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, NULL);

  g_settings_bind (self->settings, "visible-columns", self->table, "columns",
                   G_SETTINGS_BIND_DEFAULT);
  bh_settings_bind_variant (self->settings, "column-widths", self->table);
  g_settings_bind (self->settings, "sort-column", self->table, "sort-column",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sort-descending", self->table, "sort-descending",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "pane-width", self->split, "pane-width",
                   G_SETTINGS_BIND_DEFAULT);
  if (filter != NULL)
    bh_filter_bar_set_filter (self->filter, filter);
  run_filter (self);
}

GtkWidget *
bh_tickets_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings)
{
  BhTicketsPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_TICKETS_PAGE, NULL);
  self->settings = g_object_ref (settings);
  create_parts (self, desk, drafts);
  connect_parts (self);
  restore (self);

  return GTK_WIDGET (self);
}

void
bh_tickets_page_open_ticket (BhTicketsPage *self, gint64 id)
{
  g_return_if_fail (BH_IS_TICKETS_PAGE (self));

  bh_ticket_table_show_ticket (self->table, id);
  open_pane (self, id);
  bh_ticket_pane_focus (self->pane);
}

void
bh_tickets_page_set_filter (BhTicketsPage *self, BhTicketFilter *filter)
{
  g_return_if_fail (BH_IS_TICKETS_PAGE (self));

  /* A ticket of another list would stand beside this one, or in a small window before it. */
  if (bh_split_get_show_pane (self->split))
    closed_cb (self);
  bh_filter_bar_set_filter (self->filter, filter);
  run_filter (self);
}

void
bh_tickets_page_set_way_back (BhTicketsPage *self, const char *title, int page)
{
  g_return_if_fail (BH_IS_TICKETS_PAGE (self));

  bh_filter_bar_set_way_back (self->filter, title, page);
}

void
bh_tickets_page_set_sort (BhTicketsPage *self, BhTicketColumn column, gboolean descending)
{
  g_return_if_fail (BH_IS_TICKETS_PAGE (self));
  g_return_if_fail (bh_ticket_column_get_code (column) != NULL);

  g_object_set (self->table, "sort-column", bh_ticket_column_get_code (column), "sort-descending",
                descending, NULL);
}

void
bh_tickets_page_focus (BhTicketsPage *self)
{
  g_return_if_fail (BH_IS_TICKETS_PAGE (self));

  bh_ticket_table_focus (self->table);
}
