/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-page.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-fit-scroller.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-split.h"
#include "ui/register/bh-calendar-page.h"
#include "ui/register/bh-register-browser.h"
#include "ui/register/bh-register-changes.h"
#include "ui/register/bh-register-form.h"
#include "ui/register/bh-register-keys.h"
#include "ui/register/bh-register-kinds.h"
#include "ui/register/bh-register-layout.h"

#include <adwaita.h>

/* Narrower than this, the lists are chosen above the list. */
#define BREAKPOINT 900
/* Narrower than this, the form covers the list; limits need more room beside it. */
#define FORM_BREAKPOINT 800
#define LIMITS_BREAKPOINT 1100

/**
 * BhRegisterPage:
 *
 * CSS nodes: `registerpage`. Actions: `register.add`, `register.edit`, `register.retire`,
 * `register.undo`, `register.up`, `register.find`, `register.clear-search`, `register.reload`.
 * Keys: those of the shortcuts window; in the list
 * j and k go down and up.
 */
struct _BhRegisterPage
{
  GtkWidget parent_instance;

  BhDesk *desk;               /* (owned) */
  GSettings *settings;        /* (owned) */
  BhRegisterKinds *kinds;     /* (owned by the widget tree) */
  BhRegisterBrowser *browser; /* (owned by the widget tree) */
  BhRegisterForm *form;       /* (owned by the widget tree) */
  BhRegisterChanges *changes; /* (owned) */

  AdwBin *kinds_place;
  GtkStack *pages;
  BhSplit *split;
  AdwBin *calendar_place;
};

G_DEFINE_FINAL_TYPE (BhRegisterPage, bh_register_page, GTK_TYPE_WIDGET)

static void
close_form (BhRegisterPage *self)
{
  bh_split_set_show_pane (self->split, FALSE);
  bh_register_form_show (self->form, NULL);
}

static void
open_form (BhRegisterPage *self, BhRegisterRow *row)
{
  bh_register_form_show (self->form, row);
  bh_split_set_show_pane (self->split, TRUE);
}

/* Where a toast is seen: not under a form that covers the list. */
static AdwToastOverlay *
get_toasts (BhRegisterPage *self)
{
  return bh_split_get_show_pane (self->split) && bh_split_get_collapsed (self->split)
             ? bh_register_form_get_toasts (self->form)
             : bh_register_browser_get_toasts (self->browser);
}

static void
say (BhRegisterPage *self, const char *text, gboolean with_undo)
{
  AdwToast *toast = bh_message_new_toast (text);

  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "register.undo");
    }
  bh_message_replace_toast (get_toasts (self), toast);
}

static void
show_undo (BhRegisterPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.undo",
                                 bh_register_changes_can_undo (self->changes));
}

static void
done_cb (BhRegisterPage *self, const char *message)
{
  say (self, message, TRUE);
}

static void
undone_cb (BhRegisterPage *self, int kind, gint64 id)
{
  if (kind == (int) bh_register_browser_get_kind (self->browser))
    bh_register_browser_reload_at (self->browser, id, FALSE);
  say (self, _ ("It was taken back"), FALSE);
}

static void
failed_cb (BhRegisterPage *self, const char *heading, const char *message)
{
  bh_message_show (GTK_WIDGET (self), heading, message);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (widget);

  bh_message_replace_toast (get_toasts (self), NULL);
  bh_register_changes_undo (self->changes);
}

static void
show_kind (BhRegisterPage *self, BhRegisterKind kind, gboolean focus)
{
  g_object_set (self->split, "breakpoint",
                kind == BH_REGISTER_POLICIES ? LIMITS_BREAKPOINT : FORM_BREAKPOINT, NULL);
  bh_register_browser_set_kind (self->browser, kind, focus);
}

static void
kind_changed_cb (BhRegisterPage *self)
{
  BhRegisterKind kind = bh_register_kinds_get (self->kinds);

  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean choosing = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->kinds));

  close_form (self);
  show_kind (self, kind, !choosing);
  g_settings_set_string (self->settings, "register-list", bh_register_kind_get_info (kind)->code);
}

static void
activated_cb (BhRegisterPage *self, BhRegisterRow *row)
{
  open_form (self, row);
  bh_register_form_focus (self->form);
}

/* Where the form covers the list, going through the list by keys must not open each; a click opens,
 * but not what two enter. */
static void
selected_cb (BhRegisterPage *self, BhRegisterRow *row)
{
  if (!bh_split_get_collapsed (self->split))
    open_form (self, row);
  else if (bh_register_browser_was_clicked (self->browser)
           && !bh_register_browser_can_enter (self->browser, row))
    activated_cb (self, row);
}

/* What is open shows what is stored now, unless somebody is typing over it or adds a row. */
static void
loaded_cb (BhRegisterPage *self)
{
  BhRegisterRow *shown = bh_register_form_get_row (self->form);
  BhRegisterRow *row = bh_register_browser_get_selected (self->browser);
  gint64 shown_id = shown != NULL ? bh_register_row_get_id (shown) : -1;
  gint64 id = row != NULL ? bh_register_row_get_id (row) : -1;

  if (!bh_split_get_show_pane (self->split) || shown_id == 0
      || (shown_id == id && bh_register_form_has_changes (self->form)))
    return;
  if (row != NULL && (shown_id == id || !bh_split_get_collapsed (self->split)))
    open_form (self, row);
  else
    close_form (self);
}

static void
saved_cb (BhRegisterPage *self, gint64 id, BhRegisterUndo *undo)
{
  gboolean another = bh_register_form_begins_another (self->form);

  if (!another && bh_split_get_collapsed (self->split))
    close_form (self);
  else if (!another)
    bh_register_form_show (self->form, NULL);
  bh_register_browser_reload_at (self->browser, another ? 0 : id, !another);
  bh_register_changes_add (self->changes, undo);
}

static void
left_cb (BhRegisterPage *self)
{
  close_form (self);
  bh_register_browser_focus (self->browser);
}

/* The focus goes where the row was, or comes back to it. */
static void
retire (BhRegisterPage *self, BhRegisterRow *row, gboolean retired)
{
  if (bh_split_get_collapsed (self->split))
    close_form (self);
  bh_register_browser_focus (self->browser);
  bh_register_changes_retire (self->changes, row, retired);
}

static void
form_retire_cb (BhRegisterPage *self, gboolean retired)
{
  g_autoptr (BhRegisterRow) row = g_object_ref (bh_register_form_get_row (self->form));

  retire (self, row, retired);
}

static void
retire_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (widget);
  BhRegisterRow *row = bh_register_browser_get_selected (self->browser);

  if (row != NULL)
    retire (self, row, !bh_register_row_is_retired (row));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (widget);

  bh_register_form_start (self->form, bh_register_browser_get_kind (self->browser),
                          bh_register_browser_get_parent_row (self->browser));
  bh_split_set_show_pane (self->split, TRUE);
  bh_register_form_focus (self->form);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (widget);
  BhRegisterRow *row = bh_register_browser_get_selected (self->browser);

  if (row != NULL)
    activated_cb (self, row);
}

static void
up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (widget);

  if (bh_register_browser_leave (self->browser))
    close_form (self);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (widget);

  if (bh_split_get_collapsed (self->split))
    close_form (self);
  bh_register_browser_find (self->browser);
}

static void
clear_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_register_browser_clear_search (BH_REGISTER_PAGE (widget)->browser);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_register_browser_reload_at (BH_REGISTER_PAGE (widget)->browser, 0, FALSE);
}

/* Keys of the list alone: in a field they are the field's. */
static gboolean
list_key_cb (BhRegisterPage *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_j || key == GDK_KEY_k)
    {
      bh_register_browser_move (self->browser, key == GDK_KEY_j ? 1 : -1);
      return TRUE;
    }
  if (key == GDK_KEY_Escape && bh_split_get_show_pane (self->split))
    {
      left_cb (self);
      return TRUE;
    }
  if (bh_register_keys_find_action (key) == NULL)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), bh_register_keys_find_action (key), NULL);
}

/* A list takes these with Control as well. */
static gboolean
page_key_cb (BhRegisterPage *self, guint key, guint code, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_Page_Up && key != GDK_KEY_Page_Down))
    return FALSE;
  bh_register_kinds_move (self->kinds, key == GDK_KEY_Page_Down ? 1 : -1);

  return TRUE;
}

/* Who only reads is offered nothing to do. */
static void
show_permission (BhRegisterPage *self)
{
  gboolean lists = gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->split);
  gboolean may = lists && bh_desk_may_change_register (self->desk);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.add", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.retire", may);
}

/* Who comes to the page comes for the list; what stands before it is a step back. */
static gboolean
bh_register_page_focus_in (GtkWidget *widget, GtkDirectionType direction)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL
      && bh_register_browser_focus (self->browser))
    return TRUE;

  return GTK_WIDGET_CLASS (bh_register_page_parent_class)->focus (widget, direction);
}

static void
bh_register_page_dispose (GObject *object)
{
  BhRegisterPage *self = BH_REGISTER_PAGE (object);

  self->form = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_REGISTER_PAGE);
  g_clear_object (&self->changes);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_register_page_parent_class)->dispose (object);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "register.add", add_cb },
  { "register.edit", edit_cb },
  { "register.retire", retire_cb },
  { "register.undo", undo_cb },
  { "register.up", up_cb },
  { "register.find", find_cb },
  { "register.clear-search", clear_search_cb },
  { "register.reload", reload_cb },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} bindings[] = {
  { GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "register.add" },
  { GDK_KEY_Insert, 0, "register.add" },
  { GDK_KEY_KP_Insert, 0, "register.add" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "register.undo" },
  { GDK_KEY_Up, GDK_ALT_MASK, "register.up" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "register.find" },
  { GDK_KEY_F5, 0, "register.reload" },
};

static void
bh_register_page_class_init (BhRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_page_dispose;
  widget_class->focus = bh_register_page_focus_in;

  g_type_ensure (BH_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhRegisterPage, kinds_place);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterPage, pages);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterPage, split);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterPage, calendar_place);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers,
                                         bindings[i].action, NULL);
  gtk_widget_class_set_css_name (widget_class, "registerpage");
}

static void
watch_keys (BhRegisterPage *self)
{
  GtkEventController *list = gtk_event_controller_key_new ();
  GtkEventController *page = gtk_event_controller_key_new ();

  g_signal_connect_object (list, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->browser), list);
  gtk_event_controller_set_propagation_phase (page, GTK_PHASE_CAPTURE);
  g_signal_connect_object (page, "key-pressed", G_CALLBACK (page_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), page);
}

static void
bh_register_page_init (BhRegisterPage *self)
{
  GtkWidget *kinds = bh_register_kinds_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), bh_register_layout_new (BREAKPOINT));
  self->kinds = BH_REGISTER_KINDS (kinds);
  adw_bin_set_child (self->kinds_place, bh_fit_scroller_new (kinds));
}

static void
listen_to (BhRegisterPage *self, gpointer source, const char *signal, GCallback callback)
{
  g_signal_connect_object (source, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
create_parts (BhRegisterPage *self, BhDrafts *drafts)
{
  GtkWidget *browser = bh_register_browser_new (self->desk);
  GtkWidget *form = bh_register_form_new (self->desk, drafts);

  self->changes = bh_register_changes_new (self->desk);
  self->browser = BH_REGISTER_BROWSER (browser);
  self->form = BH_REGISTER_FORM (form);
  bh_split_set_content (self->split, browser);
  bh_split_set_pane (self->split, form);
  adw_bin_set_child (self->calendar_place, bh_calendar_page_new (self->desk));
  g_object_bind_property (self->kinds, "page", self->pages, "visible-child-name",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->split, "collapsed", form, "covering", G_BINDING_SYNC_CREATE);
  watch_keys (self);

  listen_to (self, self->kinds, "changed", G_CALLBACK (kind_changed_cb));
  listen_to (self, self->pages, "notify::visible-child", G_CALLBACK (show_permission));
  listen_to (self, browser, "activated", G_CALLBACK (activated_cb));
  listen_to (self, browser, "selected", G_CALLBACK (selected_cb));
  listen_to (self, browser, "loaded", G_CALLBACK (loaded_cb));
  listen_to (self, form, "saved", G_CALLBACK (saved_cb));
  listen_to (self, form, "left", G_CALLBACK (left_cb));
  listen_to (self, form, "retire", G_CALLBACK (form_retire_cb));
  listen_to (self, self->changes, "done", G_CALLBACK (done_cb));
  listen_to (self, self->changes, "undone", G_CALLBACK (undone_cb));
  listen_to (self, self->changes, "failed", G_CALLBACK (failed_cb));
  listen_to (self, self->changes, "notify::can-undo", G_CALLBACK (show_undo));
}

/* A list that this version does not know is forgotten. */
static void
restore (BhRegisterPage *self)
{
  g_autofree char *code = g_settings_get_string (self->settings, "register-list");
  BhRegisterKind kind;

  if (bh_register_kind_find (code, &kind))
    bh_register_kinds_set (self->kinds, kind);
  show_kind (self, bh_register_kinds_get (self->kinds), TRUE);
  g_settings_bind (self->settings, "register-pane-width", self->split, "pane-width",
                   G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
bh_register_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings)
{
  BhRegisterPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_REGISTER_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  create_parts (self, drafts);
  restore (self);
  g_signal_connect_object (desk, "notify", G_CALLBACK (show_permission), self, G_CONNECT_SWAPPED);
  show_permission (self);
  show_undo (self);

  return GTK_WIDGET (self);
}
