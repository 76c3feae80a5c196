/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-tickets.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/today/bh-today-row.h"

/**
 * BhTodayTickets:
 *
 * CSS nodes: those of a card, with class `urgent` where there are overdue tickets.
 */
struct _BhTodayTickets
{
  BhTodayCard parent_instance;

  BhTodayKind kind;
  GtkWidget *button;         /* (owned by the widget tree) (nullable) */
  BhTodayDecision *decision; /* (owned by the widget tree) (nullable) */
};

G_DEFINE_FINAL_TYPE (BhTodayTickets, bh_today_tickets, BH_TYPE_TODAY_CARD)

typedef enum
{
  OPEN_TICKET,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* @limit: rows that it shows at most: a day's work fits on one screen. */
static const struct
{
  guint limit;
  const char *title;
  const char *nothing;
} texts[BH_N_TODAY_SECTIONS] = {
  [BH_TODAY_MINE] = { 8, N_ ("My tickets"),
                      N_ ("Nothing waits for you. What is dispatched to you will stand here, the "
                          "clock that runs out next first.") },
  [BH_TODAY_APPROVALS] = { 5, N_ ("Waiting for approval"),
                           N_ ("Nothing waits for your approval. Extensions, suspensions and "
                               "exceptions that others ask for will stand here.") },
  [BH_TODAY_CALLBACKS] = { 6, N_ ("Callbacks"),
                           N_ ("Nobody waits for a callback. What the owner has signed will stand "
                               "here until somebody asks how it went.") },
  [BH_TODAY_OVERDUE]
  = { 6, N_ ("Overdue"), N_ ("Nothing is overdue. What is not finished in time will stand here.") },
  [BH_TODAY_PROMISED] = { 4, N_ ("Promised for today"),
                          N_ ("No promise is due. What was promised to owners for today, or "
                              "earlier and not kept, will stand here.") },
  [BH_TODAY_TASKS] = { 4, N_ ("Tasks of my department"),
                       N_ ("No task is open. What other departments ask yours to do will stand "
                           "here.") },
  [BH_TODAY_BACK] = { 4, N_ ("Coming back from suspension"),
                      N_ ("Nothing comes back today. What was suspended until today, or came back "
                          "since you last looked, will stand here.") },
  [BH_TODAY_WARNINGS] = { 5, N_ ("Warnings"),
                          N_ ("No warning since yesterday. Clocks of yours that run out will stand "
                              "here for a day.") },
  [BH_TODAY_NEW] = { 6, N_ ("New"),
                     N_ ("Nothing new. What others register will stand here until you have seen "
                         "it.") },
};

static void
row_activated_cb (BhTodayTickets *self, GtkListBoxRow *row)
{
  BhTicketRow *ticket = bh_today_row_get_ticket (BH_TODAY_ROW (row));

  if (self->decision != NULL)
    bh_today_decision_open (self->decision, ticket->id, BH_VERB_NONE);
  else
    g_signal_emit (self, signals[OPEN_TICKET], 0, ticket->id);
}

static void
bh_today_tickets_class_init (BhTodayTicketsClass *klass)
{
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bh_today_tickets_init (BhTodayTickets *self)
{
  g_signal_connect (self, "row-activated", G_CALLBACK (row_activated_cb), NULL);
}

static GtkWidget *
create_button (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "seen");
  gtk_widget_add_css_class (button, "flat");

  return button;
}

GtkWidget *
bh_today_tickets_new (BhTodayKind kind)
{
  BhTodayTickets *self = g_object_new (BH_TYPE_TODAY_TICKETS, NULL);
  const char *title = _ (texts[kind].title);

  self->kind = kind;
  bh_today_card_set_title (BH_TODAY_CARD (self), title, "", title, FALSE);
  if (kind == BH_TODAY_NEW)
    {
      self->button = create_button (
          _ ("Seen"), _ ("I have seen these: from now on, only what comes later is new (S)"),
          "today.seen");
      bh_today_card_add_button (BH_TODAY_CARD (self), self->button);
    }
  if (kind == BH_TODAY_CALLBACKS)
    {
      self->button = create_button (_ ("One after the other"),
                                    _ ("Go through all callbacks, with the form beside them (B)"),
                                    "today.call-back");
      bh_today_card_add_button (BH_TODAY_CARD (self), self->button);
    }

  return GTK_WIDGET (self);
}

BhTodayKind
bh_today_tickets_get_kind (BhTodayTickets *self)
{
  g_return_val_if_fail (BH_IS_TODAY_TICKETS (self), BH_TODAY_MINE);

  return self->kind;
}

/* Whose it is, and new since when, are part of what it says. */
static char *
dup_title (BhTodayTickets *self, BhToday *today, BhOffice *office, gint64 now)
{
  g_autofree char *since = NULL;

  if (self->kind == BH_TODAY_MINE && today->staff_id == 0)
    return g_strdup (_ ("All that waits"));
  if (self->kind == BH_TODAY_TASKS && today->department_id == 0)
    return g_strdup (_ ("Open tasks"));
  if (self->kind != BH_TODAY_NEW)
    return g_strdup (_ (texts[self->kind].title));

  /* "Since just now" is nothing that anybody says. */
  since = bh_office_time_format_near (bh_office_get_time (office), today->since,
                                      MAX (now, today->since + 60 * BH_USEC_PER_SEC));

  /* Translators: title of the tickets that were registered since a time: "New since 10:02" */
  return g_strdup_printf (_ ("New since %s"), since);
}

static void
show_title (BhTodayTickets *self, BhToday *today, BhOffice *office, gint64 now)
{
  BhTodaySection *section = &today->sections[self->kind];
  gboolean any = section->n_tickets > 0;
  g_autofree char *title = dup_title (self, today, office, now);
  g_autofree char *count = bh_text_group_count ((guint64) section->n_tickets);
  /* Translators: title of a section, and how many tickets it has: for the screen reader */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s, show all"), title, count);

  bh_today_card_set_title (BH_TODAY_CARD (self), title, section->filter != NULL ? count : "", name,
                           any);
  if (self->button != NULL)
    gtk_widget_set_visible (self->button, any);
  if (any && self->kind == BH_TODAY_OVERDUE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "urgent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "urgent");
}

/* Where nobody is at the desk, it is asked who is. */
static void
show_nothing (BhTodayTickets *self, BhTodaySection *section)
{
  bh_today_card_set_nothing (BH_TODAY_CARD (self),
                             section->n_tickets == 0 ? _ (texts[self->kind].nothing) : NULL, NULL,
                             NULL);
}

static BhTodayRow *
get_row (BhTodayTickets *self, int index)
{
  GtkListBoxRow *row
      = gtk_list_box_get_row_at_index (bh_today_card_get_list (BH_TODAY_CARD (self)), index);

  return row != NULL ? BH_TODAY_ROW (row) : NULL;
}

/* Where the ticket that has or had the cursor stands now; where it is gone, what came in its place.
 */
static void
keep_place (BhTodayTickets *self, gint64 id, int place)
{
  int n_rows = bh_today_card_count_rows (BH_TODAY_CARD (self));

  for (int i = 0; i < n_rows; i++)
    if (bh_today_row_get_ticket (get_row (self, i))->id == id)
      place = i;
  bh_today_card_set_place (BH_TODAY_CARD (self), MAX (0, MIN (place, n_rows - 1)));
}

static void
show_rows (BhTodayTickets *self, BhToday *today, BhOffice *office, gint64 now)
{
  GPtrArray *tickets = today->sections[self->kind].rows;
  GPtrArray *parts = today->sections[self->kind].tickets;
  GtkListBox *list = bh_today_card_get_list (BH_TODAY_CARD (self));
  int n_rows = (int) MIN (tickets->len, texts[self->kind].limit);

  for (int i = 0; i < n_rows; i++)
    {
      BhTodayRow *row = get_row (self, i);

      if (row == NULL)
        {
          row = BH_TODAY_ROW (bh_today_row_new (self->kind));
          gtk_list_box_append (list, GTK_WIDGET (row));
        }
      bh_today_row_show (row, g_ptr_array_index (tickets, i),
                         parts != NULL ? g_ptr_array_index (parts, i) : NULL, today->department_id,
                         office, now);
    }

  for (BhTodayRow *row; (row = get_row (self, n_rows)) != NULL;)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

void
bh_today_tickets_show (BhTodayTickets *self, BhToday *today, BhOffice *office, gint64 now)
{
  BhTodaySection *section;
  gboolean had_cursor;
  int place;
  gint64 id = 0;

  g_return_if_fail (BH_IS_TODAY_TICKETS (self));
  g_return_if_fail (today != NULL);
  g_return_if_fail (BH_IS_OFFICE (office));

  section = &today->sections[self->kind];
  had_cursor = bh_today_card_get_cursor (BH_TODAY_CARD (self)) != -1;
  place = bh_today_card_get_place (BH_TODAY_CARD (self));
  if (get_row (self, place) != NULL)
    id = bh_today_row_get_ticket (get_row (self, place))->id;

  show_title (self, today, office, now);
  show_nothing (self, section);
  gtk_widget_set_visible (GTK_WIDGET (self), section->filter != NULL);
  show_rows (self, today, office, now);
  keep_place (self, id, place);
  /* Its row may be gone. */
  if (had_cursor)
    bh_today_card_set_cursor (BH_TODAY_CARD (self), bh_today_card_get_place (BH_TODAY_CARD (self)));
}

void
bh_today_tickets_tick (BhTodayTickets *self, BhOffice *office, gint64 now)
{
  g_return_if_fail (BH_IS_TODAY_TICKETS (self));

  for (int i = 0; get_row (self, i) != NULL; i++)
    bh_today_row_tick (get_row (self, i), office, now);
}

static gboolean
decide (BhTodayTickets *self, BhVerb verb)
{
  int cursor = bh_today_card_get_cursor (BH_TODAY_CARD (self));

  if (cursor < 0)
    return FALSE;
  bh_today_decision_open (self->decision, bh_today_row_get_ticket (get_row (self, cursor))->id,
                          verb);

  return TRUE;
}

static gboolean
key_pressed_cb (BhTodayTickets *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_A)
    return decide (self, BH_VERB_APPROVE);

  return key == GDK_KEY_R && decide (self, BH_VERB_REJECT);
}

static void
decision_closed_cb (BhTodayTickets *self)
{
  bh_today_card_set_cursor (BH_TODAY_CARD (self), bh_today_card_get_place (BH_TODAY_CARD (self)));
}

static void
open_decided_cb (BhTodayTickets *self, gint64 id)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0, id);
}

void
bh_today_tickets_set_decision (BhTodayTickets *self, BhTodayDecision *decision)
{
  GtkEventController *keys;

  g_return_if_fail (BH_IS_TODAY_TICKETS (self));
  g_return_if_fail (BH_IS_TODAY_DECISION (decision));

  self->decision = decision;
  bh_today_card_set_below (BH_TODAY_CARD (self), GTK_WIDGET (decision));
  g_signal_connect_object (decision, "closed", G_CALLBACK (decision_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (decision, "open-ticket", G_CALLBACK (open_decided_cb), self,
                           G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
