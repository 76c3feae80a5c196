/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-card.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-presentation.h"
#include "ui/today/bh-today-row.h"

/**
 * BhTodayCard:
 *
 * CSS nodes: `todaycard` with a button `.title` and a list, or a box `.nothing`; class `urgent`
 * where there are overdue tickets. Role: group.
 */
struct _BhTodayCard
{
  GtkWidget parent_instance;

  BhTodayKind kind;

  GtkWidget *content;
  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *all;
  GtkWidget *seen;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkLabel *nothing_text;
  GtkWidget *choose;
};

G_DEFINE_FINAL_TYPE (BhTodayCard, bh_today_card, GTK_TYPE_WIDGET)

typedef enum
{
  OPEN_TICKET,
  SHOW_ALL,
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
                      N_ ("Nothing waits for you. What is dispatched to you will stand here, "
                          "the clock that runs out next first.") },
  [BH_TODAY_OVERDUE] = { 6, N_ ("Overdue"),
                         N_ ("Nothing is overdue. What is not finished in time "
                             "will stand here.") },
  [BH_TODAY_CALLBACKS] = { 6, N_ ("Callbacks"),
                           N_ ("Nobody waits for a callback. What the owner has signed will stand "
                               "here until somebody asks how it went.") },
  [BH_TODAY_PROMISED] = { 5, N_ ("Promised for today"),
                          N_ ("No promise is due. What was promised to owners for today, or "
                              "earlier and not kept, will stand here.") },
  [BH_TODAY_NEW] = { 6, N_ ("New"),
                     N_ ("Nothing new. What others register will stand here until you have seen "
                         "it.") },
};

static void
show_all_cb (BhTodayCard *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
row_activated_cb (BhTodayCard *self, GtkListBoxRow *row)
{
  BhTicketRow *ticket = bh_today_row_get_ticket (BH_TODAY_ROW (row));

  g_signal_emit (self, signals[OPEN_TICKET], 0, ticket->id);
}

static BhTodayRow *
get_row (BhTodayCard *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? BH_TODAY_ROW (row) : NULL;
}

static int
count_rows (BhTodayCard *self)
{
  int n = 0;

  while (get_row (self, n) != NULL)
    n++;

  return n;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Position of the row with the cursor, -1 where it is elsewhere. */
static int
find_cursor (BhTodayCard *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL && has_focus_within (GTK_WIDGET (self->list))
             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))
             : -1;
}

static gboolean
focus_row (BhTodayCard *self, int index)
{
  BhTodayRow *row = get_row (self, index);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* For Tab the rows are one stop: the card is left from any of them, and entered where the cursor
 * was last. What has no rows may have a button. */
static gboolean
bh_today_card_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BhTodayCard *self = BH_TODAY_CARD (widget);
  GtkWidget *row;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (bh_today_card_parent_class)->focus (widget, direction);
  if (has_focus_within (widget))
    return FALSE;

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  if (row != NULL)
    return gtk_widget_grab_focus (row);
  if (focus_row (self, 0))
    return TRUE;

  return gtk_widget_get_visible (self->nothing)
         && gtk_widget_child_focus (self->nothing, direction);
}

static void
bh_today_card_dispose (GObject *object)
{
  g_clear_pointer (&BH_TODAY_CARD (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_today_card_parent_class)->dispose (object);
}

static void
bh_today_card_class_init (BhTodayCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_today_card_dispose;
  widget_class->focus = bh_today_card_focus;
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SHOW_ALL]
      = g_signal_new ("show-all", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/today/bh-today-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, content);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, header);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, title);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, count);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, all);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, seen);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, list);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, nothing);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, nothing_text);
  gtk_widget_class_bind_template_child (widget_class, BhTodayCard, choose);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "todaycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_today_card_init (BhTodayCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_today_card_new (BhTodayKind kind)
{
  BhTodayCard *self = g_object_new (BH_TYPE_TODAY_CARD, NULL);
  const char *title = _ (texts[kind].title);

  self->kind = kind;
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return GTK_WIDGET (self);
}

BhTodayKind
bh_today_card_get_kind (BhTodayCard *self)
{
  g_return_val_if_fail (BH_IS_TODAY_CARD (self), BH_TODAY_MINE);

  return self->kind;
}

/* New since when is part of what it says. */
static char *
dup_title (BhTodayCard *self, BhToday *today, BhOffice *office, gint64 now)
{
  g_autofree char *since = NULL;

  if (self->kind != BH_TODAY_NEW)
    return g_strdup (_ (texts[self->kind].title));

  since = bh_office_time_format_near (bh_office_get_time (office), today->since, now);

  /* Translators: title of the tickets that were registered since a time: "New since 10:02" */
  return g_strdup_printf (_ ("New since %s"), since);
}

static void
show_header (BhTodayCard *self, BhToday *today, BhOffice *office, gint64 now)
{
  BhTodaySection *section = &today->sections[self->kind];
  gboolean any = section->n_tickets > 0;
  g_autofree char *title = dup_title (self, today, office, now);
  g_autofree char *count = bh_present_count ((guint64) section->n_tickets);
  /* Translators: title of a section, and how many tickets it has: for the screen reader */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s, show all"), title, count);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, section->filter != NULL ? count : "");
  gtk_widget_set_sensitive (self->header, any);
  gtk_widget_set_visible (self->all, any);
  gtk_widget_set_visible (self->seen, any && self->kind == BH_TODAY_NEW);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (any && self->kind == BH_TODAY_OVERDUE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "urgent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "urgent");
}

static void
show_nothing (BhTodayCard *self, BhTodaySection *section)
{
  gboolean nobody = section->filter == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), section->n_tickets > 0);
  gtk_widget_set_visible (self->nothing, section->n_tickets == 0);
  gtk_widget_set_visible (self->choose, nobody);
  gtk_label_set_label (self->nothing_text,
                       nobody ? _ ("Nobody is at the desk. Say who you are, and your tickets will "
                                   "stand here.")
                              : _ (texts[self->kind].nothing));
}

/* Where the ticket that had the cursor stands now; where it is gone, what came in its place. */
static void
move_cursor (BhTodayCard *self, gint64 id, int position)
{
  int n_rows = count_rows (self);

  for (int i = 0; i < n_rows; i++)
    if (bh_today_row_get_ticket (get_row (self, i))->id == id)
      position = i;
  if (n_rows > 0)
    focus_row (self, MIN (position, n_rows - 1));
}

static void
show_rows (BhTodayCard *self, GPtrArray *tickets, BhOffice *office, gint64 now)
{
  guint n_rows = MIN (tickets->len, texts[self->kind].limit);

  for (guint i = 0; i < n_rows; i++)
    {
      BhTodayRow *row = get_row (self, (int) i);

      if (row == NULL)
        {
          row = BH_TODAY_ROW (bh_today_row_new (self->kind));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      bh_today_row_show (row, g_ptr_array_index (tickets, i), office, now);
    }

  for (BhTodayRow *row; (row = get_row (self, (int) n_rows)) != NULL;)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
bh_today_card_show (BhTodayCard *self, BhToday *today, BhOffice *office, gint64 now)
{
  BhTodaySection *section;
  int cursor;
  gint64 id = 0;

  g_return_if_fail (BH_IS_TODAY_CARD (self));
  g_return_if_fail (today != NULL);
  g_return_if_fail (BH_IS_OFFICE (office));

  section = &today->sections[self->kind];
  cursor = find_cursor (self);
  if (cursor != -1)
    id = bh_today_row_get_ticket (get_row (self, cursor))->id;

  show_header (self, today, office, now);
  show_nothing (self, section);
  show_rows (self, section->rows, office, now);
  if (cursor != -1)
    move_cursor (self, id, cursor);
}

void
bh_today_card_tick (BhTodayCard *self, BhOffice *office, gint64 now)
{
  g_return_if_fail (BH_IS_TODAY_CARD (self));

  for (int i = 0; get_row (self, i) != NULL; i++)
    bh_today_row_tick (get_row (self, i), office, now);
}

gboolean
bh_today_card_move (BhTodayCard *self, int delta)
{
  int cursor;

  g_return_val_if_fail (BH_IS_TODAY_CARD (self), FALSE);

  cursor = find_cursor (self);
  if (cursor == -1 && (delta < 0 || !has_focus_within (GTK_WIDGET (self))))
    return FALSE;
  if (cursor == 0 && delta < 0)
    return gtk_widget_grab_focus (self->header);

  return focus_row (self, cursor + delta);
}

gboolean
bh_today_card_enter (BhTodayCard *self, int delta)
{
  g_return_val_if_fail (BH_IS_TODAY_CARD (self), FALSE);

  if (delta < 0)
    return focus_row (self, count_rows (self) - 1);

  return gtk_widget_is_sensitive (self->header) && gtk_widget_grab_focus (self->header);
}

gboolean
bh_today_card_show_all (BhTodayCard *self)
{
  g_return_val_if_fail (BH_IS_TODAY_CARD (self), FALSE);

  if (!gtk_widget_is_sensitive (self->header))
    return FALSE;
  show_all_cb (self);

  return TRUE;
}
