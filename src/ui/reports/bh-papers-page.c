/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-papers-page.h"

#include "base/bh-i18n.h"
#include "exchange/bh-papers.h"
#include "ui/common/bh-choose-file.h"
#include "ui/common/bh-hold.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-print.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/insight/bh-period-bar.h"

#include <adwaita.h>

/* Shorter waits are not told of. */
#define PATIENCE_MS 200

/**
 * BhPapersPage:
 *
 * CSS nodes: `paperspage`. Actions: `papers.print` (s: code of the paper), `papers.save` (ss: code
 * and ending), `papers.cancel`, `papers.open` (s: URI).
 */
struct _BhPapersPage
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  BhPeriodBar *period;       /* (owned by the widget tree) */
  GCancellable *cancellable; /* (owned) (nullable): while something is made */
  guint patience_id;
  BhPaperKind kind;          /* what is asked for a name */
  GFile *target;             /* (owned) (nullable): what is saved */
  GApplication *application; /* (owned) (nullable): held until the file is whole or gone */

  AdwToastOverlay *toasts;
  GtkWidget *content;
  AdwBin *period_place;
  GtkWidget *communities;
  AdwComboRow *community;
  GtkWidget *working;
};

G_DEFINE_FINAL_TYPE (BhPapersPage, bh_papers_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_BUSY = 1,
} Property;

static GParamSpec *properties[PROP_BUSY + 1];

static gboolean
patience_cb (gpointer user_data)
{
  BhPapersPage *self = user_data;

  self->patience_id = 0;
  gtk_widget_set_visible (self->working, TRUE);

  return G_SOURCE_REMOVE;
}

static void
set_busy (BhPapersPage *self, gboolean busy)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->cancellable);
  if (self->desk == NULL)
    return;
  gtk_widget_set_visible (self->working, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.print", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.save", !busy);
  if (busy)
    {
      self->cancellable = g_cancellable_new ();
      self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Returns: (transfer full) (nullable): %NULL for all communities */
static BhTicketFilter *
create_filter (BhPapersPage *self)
{
  GObject *chosen = adw_combo_row_get_selected_item (self->community);
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) named = NULL;
  const char *names[] = { NULL, NULL };

  if (chosen == NULL || adw_combo_row_get_selected (self->community) == 0)
    return NULL;
  names[0] = gtk_string_object_get_string (GTK_STRING_OBJECT (chosen));
  named = bh_ticket_filter_with (all, BH_FILTER_COMMUNITY, names, NULL);

  return named != NULL ? bh_ticket_filter_resolve (named, bh_desk_get_office (self->desk), NULL)
                       : NULL;
}

/* @filter: (out) (transfer full) (nullable): what @request has of its own */
static void
fill_request (BhPapersPage *self, BhPaperRequest *request, BhTicketFilter **filter)
{
  BhPeriod compare;

  *filter = self->kind == BH_PAPERS_SHIFT ? NULL : create_filter (self);
  *request = (BhPaperRequest){
    .kind = self->kind,
    .as_of = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk))),
    .filter = *filter,
  };
  request->made_at = request->as_of;
  bh_period_bar_get_periods (self->period, &request->period, &compare);
}

static void
show_problem (BhPapersPage *self, const char *heading, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->desk != NULL)
    bh_message_show (GTK_WIDGET (self), heading, error->message);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhPapersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPaper) paper = bh_papers_make_finish (BH_STORE (source), result, &error);

  set_busy (self, FALSE);
  if (paper == NULL)
    show_problem (self, _ ("The paper was not printed"), error);
  else if (self->desk != NULL)
    bh_print_paper (GTK_WIDGET (self), paper);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPapersPage *self = BH_PAPERS_PAGE (widget);
  g_autoptr (BhTicketFilter) filter = NULL;
  BhPaperRequest request;

  if (!bh_papers_find (g_variant_get_string (parameter, NULL), &self->kind))
    return;
  fill_request (self, &request, &filter);
  set_busy (self, TRUE);
  bh_papers_make_async (bh_desk_get_store (self->desk), &request, self->cancellable, made_cb,
                        g_object_ref (self));
}

static void
say_saved (BhPapersPage *self)
{
  g_autofree char *name = g_file_get_basename (self->target);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Saved: %s"), shown);
  g_autofree char *uri = g_file_get_uri (self->target);
  AdwToast *toast = bh_message_new_toast (text);

  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "papers.open");
  adw_toast_set_action_target (toast, "s", uri);
  bh_message_replace_toast (self->toasts, toast);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhPapersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = bh_papers_save_finish (BH_STORE (source), result, &error);

  bh_hold_release (&self->application);
  set_busy (self, FALSE);
  if (!saved)
    show_problem (self, _ ("The paper was not saved"), error);
  else if (self->desk != NULL)
    say_saved (self);
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file)
{
  BhPapersPage *self = BH_PAPERS_PAGE (widget);
  g_autoptr (BhTicketFilter) filter = NULL;
  BhPaperRequest request;

  if (g_file_peek_path (file) == NULL)
    {
      bh_message_show (widget, _ ("The paper was not saved"),
                       _ ("That is no folder of this computer; choose one that is."));
      return;
    }
  g_set_object (&self->target, file);
  fill_request (self, &request, &filter);
  set_busy (self, TRUE);
  self->application = bh_hold_take ();
  bh_papers_save_async (bh_desk_get_store (self->desk), &request, g_file_peek_path (file),
                        self->cancellable, saved_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPapersPage *self = BH_PAPERS_PAGE (widget);
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autofree char *proposed = NULL;
  BhPaperRequest request;
  const char *code, *ending;

  g_variant_get (parameter, "(&s&s)", &code, &ending);
  if (!bh_papers_find (code, &self->kind))
    return;
  fill_request (self, &request, &filter);
  proposed = bh_papers_dup_file_name (bh_desk_get_office (self->desk), &request, ending);
  bh_choose_new_file (widget, _ ("Save the paper"), proposed, file_chosen_cb);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (BH_PAPERS_PAGE (widget)->cancellable);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhPapersPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    show_problem (self, _ ("The paper cannot be opened"), error);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GdkDisplay *display = gtk_widget_get_display (widget);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL),
                                           G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           g_object_ref (widget));
}

/* What was chosen stays, while the office still has it. */
static void
show_communities (BhPapersPage *self)
{
  GPtrArray *places = bh_office_list (bh_desk_get_office (self->desk), BH_TYPE_PLACE);
  GObject *item = adw_combo_row_get_selected_item (self->community);
  g_autofree char *chosen
      = item != NULL ? g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item))) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("All communities"));
  for (guint i = 0; i < places->len; i++)
    {
      BhEntry *place = g_ptr_array_index (places, i);

      if (bh_entry_is_retired (place))
        continue;
      if (g_strcmp0 (bh_entry_get_name (place), chosen) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, bh_entry_get_name (place));
    }
  adw_combo_row_set_model (self->community, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->community, selected);
  gtk_widget_set_visible (self->communities, g_list_model_get_n_items (G_LIST_MODEL (names)) > 2);
}

static void
bh_papers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, BH_PAPERS_PAGE (object)->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_papers_page_dispose (GObject *object)
{
  BhPapersPage *self = BH_PAPERS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_PAPERS_PAGE);
  g_clear_object (&self->target);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_papers_page_parent_class)->dispose (object);
}

static void
bh_papers_page_class_init (BhPapersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_papers_page_get_property;
  object_class->dispose = bh_papers_page_dispose;
  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPapersPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhPapersPage, content);
  gtk_widget_class_bind_template_child (widget_class, BhPapersPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, BhPapersPage, communities);
  gtk_widget_class_bind_template_child (widget_class, BhPapersPage, community);
  gtk_widget_class_bind_template_child (widget_class, BhPapersPage, working);
  gtk_widget_class_install_action (widget_class, "papers.print", "s", print_cb);
  gtk_widget_class_install_action (widget_class, "papers.save", "(ss)", save_cb);
  gtk_widget_class_install_action (widget_class, "papers.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "papers.open", "s", open_cb);
  gtk_widget_class_set_css_name (widget_class, "paperspage");
}

static void
bh_papers_page_init (BhPapersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_papers_page_new (BhDesk *desk)
{
  BhPapersPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_PAPERS_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->period = BH_PERIOD_BAR (bh_period_bar_new (desk, FALSE));
  bh_period_bar_hide_compare (self->period);
  bh_period_bar_set_kind (self->period, "last-month");
  adw_bin_set_child (self->period_place, GTK_WIDGET (self->period));
  g_signal_connect_object (desk, "notify::office", G_CALLBACK (show_communities), self,
                           G_CONNECT_SWAPPED);
  show_communities (self);

  return GTK_WIDGET (self);
}
