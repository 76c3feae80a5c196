/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-page.h"

#include "base/bh-i18n.h"
#include "desk/bh-today.h"
#include "ui/common/bh-year-warning.h"
#include "ui/today/bh-today-board.h"
#include "ui/today/bh-today-figures.h"
#include "ui/today/bh-today-looks.h"
#include "ui/today/bh-today-tickets.h"

#include <adwaita.h>

/* Rows that a section shows at most. */
#define LIMIT 8
/* Time left is said in minutes; twice a minute all is read anew, since what is overdue changes. */
#define TICK_SECONDS 30
/* Changes that come one after the other are read together. */
#define COALESCE_MS 150
/* What takes less is not worth a word. */
#define PATIENCE_MS 200

/**
 * BhTodayPage:
 *
 * CSS nodes: `todaypage`. Actions: `today.reload`, `today.seen`, `today.call-back`. Keys: j, k and
 * the arrows go through all rows, Tab from section to section, Enter opens, A shows all of a
 * section, S says that the new ones are seen, B goes through the callbacks.
 */
struct _BhTodayPage
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  GSettings *settings;       /* (owned) */
  BhToday *today;            /* (owned) (nullable): what is shown */
  gint64 since;              /* the last look, from which on tickets are new */
  gint64 staff_id;           /* whose look that is */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean focused;          /* once is enough */
  guint refresh_id;
  guint tick_id;
  guint patience_id;
  BhTodayTickets *cards[BH_N_TODAY_SECTIONS]; /* (owned by the widget tree) */
  BhTodayFigures *figures;                    /* (owned by the widget tree) */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *date;
  GtkLabel *note;
  AdwBin *warning_place;
  GtkWidget *problem;
  GtkLabel *problem_text;
  BhTodayBoard *board;
  GtkWidget *first_steps;
  GtkWidget *choose;
};

G_DEFINE_FINAL_TYPE (BhTodayPage, bh_today_page, GTK_TYPE_WIDGET)

typedef enum
{
  OPEN_TICKET,
  SHOW_TICKETS,
  SHOW_FIGURES,
  CALL_BACK,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gint64
get_now (BhTodayPage *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static void
show_date (BhTodayPage *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  g_autoptr (GTimeZone) zone
      = g_time_zone_new_identifier (bh_office_time_get_zone (bh_office_get_time (office)));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (get_now (self) / BH_USEC_PER_SEC);
  g_autoptr (GDateTime) local
      = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  /* Translators: the day of today with its weekday, as g_date_time_format() writes it */
  g_autofree char *text = g_date_time_format (local, _ ("%A, %-d %B"));

  gtk_label_set_label (self->date, text);
}

/* Seconds are exact enough, and a filter that people read. */
static gint64
get_whole_seconds (gint64 instant)
{
  return instant - instant % BH_USEC_PER_SEC;
}

/* What was shown has been seen: from there on, the next day's tickets are new. */
static void
remember_look (BhTodayPage *self)
{
  if (self->today != NULL)
    bh_today_looks_set (self->settings, self->staff_id, get_whole_seconds (self->today->at));
}

/* Whoever never looked begins with the day. */
static void
take_look (BhTodayPage *self)
{
  self->staff_id = bh_desk_get_staff_id (self->desk);
  self->since = bh_today_looks_get (self->settings, self->staff_id);
  if (self->since == 0)
    self->since = bh_today_get_day_start (bh_desk_get_office (self->desk), get_now (self));
}

/* The first rows that are shown take the focus: a day begins with its keys. */
static void
focus_once (BhTodayPage *self)
{
  if (self->focused || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->focused = TRUE;
  bh_today_page_focus (self);
}

static void
show_today (BhTodayPage *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  gint64 now = get_now (self);
  gboolean focused = bh_today_board_get_card (self->board) != NULL;

  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_visible (self->choose, self->today->staff_id == 0);
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    bh_today_tickets_show (self->cards[i], self->today, office, now);
  gtk_stack_set_visible_child_name (self->stack, self->today->has_tickets ? "day" : "first");
  /* The card with the cursor may have become empty. */
  if (focused && bh_today_board_get_card (self->board) == NULL)
    bh_today_page_focus (self);
  focus_once (self);
}

/* What was read before stays; what went wrong stands above it. */
static void
show_problem (BhTodayPage *self, GError *error)
{
  gtk_label_set_label (self->problem_text, error->message);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "day");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhTodayPage) self = BH_TODAY_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  BhToday *today = bh_today_load_finish (BH_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_label_set_label (self->note, "");
  if (today == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->today, bh_today_free);
  self->today = today;
  show_today (self);
  bh_today_figures_follow (self->figures);
}

static gboolean
patience_cb (gpointer user_data)
{
  BhTodayPage *self = BH_TODAY_PAGE (user_data);

  self->patience_id = 0;
  gtk_label_set_label (self->note, _ ("Reading…"));

  return G_SOURCE_REMOVE;
}

static void
stop_reading (BhTodayPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
}

static void
read_today (BhTodayPage *self)
{
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  show_date (self);
  bh_today_load_async (self->desk, self->since, LIMIT, self->cancellable, loaded_cb,
                       g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  BhTodayPage *self = BH_TODAY_PAGE (user_data);

  self->refresh_id = 0;
  read_today (self);

  return G_SOURCE_REMOVE;
}

/* Whoever comes back to the page has it read anew. */
static void
changed_cb (BhTodayPage *self)
{
  bh_today_figures_outdate (self->figures);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refresh_id == 0)
    self->refresh_id = g_timeout_add (COALESCE_MS, refresh_cb, self);
}

static void
staff_changed_cb (BhTodayPage *self)
{
  remember_look (self);
  g_clear_pointer (&self->today, bh_today_free);
  take_look (self);
  changed_cb (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  BhTodayPage *self = BH_TODAY_PAGE (user_data);

  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    bh_today_tickets_tick (self->cards[i], bh_desk_get_office (self->desk), get_now (self));
  read_today (self);

  return G_SOURCE_CONTINUE;
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTodayPage *self = BH_TODAY_PAGE (widget);

  read_today (self);
  bh_today_figures_count (self->figures);
}

static void
seen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTodayPage *self = BH_TODAY_PAGE (widget);

  if (self->today == NULL)
    return;
  remember_look (self);
  self->since = get_whole_seconds (self->today->at);
  read_today (self);
}

static void
call_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CALL_BACK], 0);
}

static void
open_ticket_cb (BhTodayPage *self, gint64 id)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0, id);
}

static void
show_all_cb (BhTodayPage *self, BhTodayTickets *card)
{
  BhTodaySection *section;

  if (self->today == NULL)
    return;
  section = &self->today->sections[bh_today_tickets_get_kind (card)];
  g_signal_emit (self, signals[SHOW_TICKETS], 0, section->filter, (guint) section->sort,
                 section->descending);
}

static void
show_figure_cb (BhTodayPage *self, BhTicketFilter *filter)
{
  g_signal_emit (self, signals[SHOW_TICKETS], 0, filter, (guint) BH_TICKET_COLUMN_RECEIVED, TRUE);
}

static void
show_figures_cb (BhTodayPage *self)
{
  g_signal_emit (self, signals[SHOW_FIGURES], 0);
}

static gboolean
key_pressed_cb (BhTodayPage *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  BhTodayCard *card;

  /* What is typed is no key of the page. */
  if (root != NULL && GTK_IS_EDITABLE (gtk_root_get_focus (root)))
    return FALSE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_j:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      bh_today_board_move (self->board, 1);
      return TRUE;
    case GDK_KEY_k:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      bh_today_board_move (self->board, -1);
      return TRUE;
    case GDK_KEY_a:
      card = bh_today_board_get_card (self->board);
      return card != NULL && bh_today_card_show_all (card);
    default:
      return FALSE;
    }
}

static void
bh_today_page_map (GtkWidget *widget)
{
  BhTodayPage *self = BH_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (bh_today_page_parent_class)->map (widget);
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  read_today (self);
}

static void
bh_today_page_unmap (GtkWidget *widget)
{
  BhTodayPage *self = BH_TODAY_PAGE (widget);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  stop_reading (self);
  bh_today_figures_stop (self->figures);
  remember_look (self);
  GTK_WIDGET_CLASS (bh_today_page_parent_class)->unmap (widget);
}

static void
bh_today_page_dispose (GObject *object)
{
  BhTodayPage *self = BH_TODAY_PAGE (object);

  stop_reading (self);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->today, bh_today_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_today_page_parent_class)->dispose (object);
}

static void
bh_today_page_class_init (BhTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_today_page_dispose;
  widget_class->map = bh_today_page_map;
  widget_class->unmap = bh_today_page_unmap;
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SHOW_TICKETS]
      = g_signal_new ("show-tickets", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      BH_TYPE_TICKET_FILTER, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[SHOW_FIGURES]
      = g_signal_new ("show-figures", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[CALL_BACK]
      = g_signal_new ("call-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BH_TYPE_TODAY_BOARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/today/bh-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, note);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, warning_place);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, problem);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, problem_text);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, board);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, first_steps);
  gtk_widget_class_bind_template_child (widget_class, BhTodayPage, choose);

  gtk_widget_class_install_action (widget_class, "today.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "today.seen", NULL, seen_cb);
  gtk_widget_class_install_action (widget_class, "today.call-back", NULL, call_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "today.reload", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "today.seen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, 0, "today.call-back", NULL);
  gtk_widget_class_set_css_name (widget_class, "todaypage");
}

static void
add_card (BhTodayPage *self, BhTodayKind kind)
{
  GtkWidget *card = bh_today_tickets_new (kind);

  self->cards[kind] = BH_TODAY_TICKETS (card);
  g_signal_connect_object (card, "open-ticket", G_CALLBACK (open_ticket_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "show-all", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  bh_today_board_add (self->board, BH_TODAY_CARD (card));
}

static void
bh_today_page_init (BhTodayPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    add_card (self, (BhTodayKind) i);

  /* Before the list of a section, which would end at its own end. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_figures (BhTodayPage *self)
{
  GtkWidget *card = bh_today_figures_new (bh_desk_get_store (self->desk));

  self->figures = BH_TODAY_FIGURES (card);
  g_signal_connect_object (card, "show-tickets", G_CALLBACK (show_figure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "show-all", G_CALLBACK (show_figures_cb), self, G_CONNECT_SWAPPED);
  bh_today_board_add (self->board, BH_TODAY_CARD (card));
}

GtkWidget *
bh_today_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings)
{
  BhTodayPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_TODAY_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  take_look (self);
  adw_bin_set_child (self->warning_place, bh_year_warning_new (desk, FALSE));
  bh_today_tickets_set_decision (
      self->cards[BH_TODAY_APPROVALS],
      BH_TODAY_DECISION (bh_today_decision_new (desk, drafts, self->toasts)));
  add_figures (self);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (staff_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (desk), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
bh_today_page_focus (BhTodayPage *self)
{
  g_return_if_fail (BH_IS_TODAY_PAGE (self));

  if (self->today != NULL && !self->today->has_tickets)
    gtk_widget_child_focus (self->first_steps, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->board), GTK_DIR_TAB_FORWARD);
}
