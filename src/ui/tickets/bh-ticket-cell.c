/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-cell.h"

#include "ui/tickets/bh-ticket-column-look.h"

/**
 * BhTicketCell:
 *
 * CSS nodes: `ticketcell` with an inscription, whose width does not depend on its text, so that
 * columns keep theirs while rows come and go. Status, grade and time left carry style classes.
 */
struct _BhTicketCell
{
  GtkWidget parent_instance;

  BhTicketColumn column;
  BhDesk *desk;           /* (owned) */
  BhTicketItem *item;     /* (owned) (nullable) */
  gulong row_id;          /* handler on @item */
  GtkInscription *text;   /* (owned by the widget tree) */
  const char *look_class; /* (nullable): style class of the state that is shown */
};

G_DEFINE_FINAL_TYPE (BhTicketCell, bh_ticket_cell, GTK_TYPE_WIDGET)

static void
set_look_class (BhTicketCell *self, const char *look_class)
{
  if (self->look_class == look_class)
    return;
  if (self->look_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), self->look_class);
  if (look_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), look_class);
  self->look_class = look_class;
}

static gint64
get_now (BhTicketCell *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static const char *
find_look_class (BhTicketCell *self, BhTicketRow *row, BhOffice *office)
{
  if (self->column == BH_TICKET_COLUMN_STATUS)
    return bh_present_status_class (row->status);
  if (self->column == BH_TICKET_COLUMN_GRADE)
    return bh_present_grade_class (row->grade);
  if (self->column == BH_TICKET_COLUMN_TIME_LEFT)
    return bh_present_urgency_class (bh_ticket_row_get_urgency (row, office, get_now (self)));

  return NULL;
}

/* Whether the cell is too narrow for what it says. */
static gboolean
is_cut (BhTicketCell *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (
      GTK_WIDGET (self->text), gtk_inscription_get_text (self->text));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width > gtk_widget_get_allocated_width (GTK_WIDGET (self->text));
}

static gboolean
bh_ticket_cell_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BhTicketCell *self = BH_TICKET_CELL (widget);
  BhTicketRow *row = self->item != NULL ? bh_ticket_item_get_row (self->item) : NULL;
  g_autofree char *text = NULL;

  if (row == NULL)
    return FALSE;
  text = bh_ticket_column_dup_explanation (self->column, row, bh_desk_get_office (self->desk),
                                           get_now (self));
  if (text == NULL || *text == '\0')
    return FALSE;
  if (g_strcmp0 (text, gtk_inscription_get_text (self->text)) == 0 && !is_cut (self))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
bh_ticket_cell_dispose (GObject *object)
{
  BhTicketCell *self = BH_TICKET_CELL (object);

  bh_ticket_cell_set_item (self, NULL);
  if (self->text != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->text));
  self->text = NULL;
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_ticket_cell_parent_class)->dispose (object);
}

static void
bh_ticket_cell_class_init (BhTicketCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_ticket_cell_dispose;
  widget_class->query_tooltip = bh_ticket_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "ticketcell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_ticket_cell_init (BhTicketCell *self)
{
  self->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_lines (self->text, 1);
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static void
apply_look (BhTicketCell *self)
{
  const BhTicketColumnLook *look = bh_ticket_column_get_look (self->column);

  gtk_inscription_set_min_chars (self->text, look->chars);
  gtk_inscription_set_nat_chars (self->text, look->chars);
  gtk_inscription_set_xalign (self->text, look->end ? 1.0f : 0.0f);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), bh_ticket_column_get_code (self->column));
}

GtkWidget *
bh_ticket_cell_new (BhTicketColumn column, BhDesk *desk)
{
  BhTicketCell *self = g_object_new (BH_TYPE_TICKET_CELL, NULL);

  self->column = column;
  self->desk = g_object_ref (desk);
  apply_look (self);

  return GTK_WIDGET (self);
}

void
bh_ticket_cell_set_item (BhTicketCell *self, BhTicketItem *item)
{
  g_return_if_fail (BH_IS_TICKET_CELL (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->row_id, self->item);
  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  self->row_id = g_signal_connect_object (item, "notify::row", G_CALLBACK (bh_ticket_cell_update),
                                          self, G_CONNECT_SWAPPED);
  bh_ticket_cell_update (self);
}

BhTicketItem *
bh_ticket_cell_get_item (BhTicketCell *self)
{
  g_return_val_if_fail (BH_IS_TICKET_CELL (self), NULL);

  return self->item;
}

void
bh_ticket_cell_update (BhTicketCell *self)
{
  BhTicketRow *row;
  BhOffice *office;
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_TICKET_CELL (self));

  row = self->item != NULL ? bh_ticket_item_get_row (self->item) : NULL;
  if (row == NULL)
    {
      /* A quiet place for what is being read. */
      gtk_inscription_set_text (self->text, self->column == BH_TICKET_COLUMN_SUMMARY ? "…" : NULL);
      set_look_class (self, NULL);
      return;
    }
  office = bh_desk_get_office (self->desk);
  text = bh_ticket_column_dup_text (self->column, row, office, get_now (self));
  gtk_inscription_set_text (self->text, text);
  set_look_class (self, find_look_class (self, row, office));
}
