/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-item.h"

/* A list hands out one item for an id as long as anybody holds it, so that a widget keeps its item
 * through reloads and a change reaches every widget that shows the ticket. */
struct _BhTicketItem
{
  GObject parent_instance;

  gint64 id;
  BhTicketRow *row; /* (owned) (nullable) */
  GHashTable *live; /* (owned) (nullable): of the list, which may be gone already */
};

G_DEFINE_FINAL_TYPE (BhTicketItem, bh_ticket_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_ROW = 1,
  N_PROPS
} BhTicketItemProperty;

static GParamSpec *properties[N_PROPS];

static void
bh_ticket_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhTicketItem *self = BH_TICKET_ITEM (object);

  switch ((BhTicketItemProperty) id)
    {
    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_ticket_item_dispose (GObject *object)
{
  BhTicketItem *self = BH_TICKET_ITEM (object);

  if (self->live != NULL && g_hash_table_lookup (self->live, &self->id) == self)
    g_hash_table_remove (self->live, &self->id);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (bh_ticket_item_parent_class)->dispose (object);
}

static void
bh_ticket_item_class_init (BhTicketItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bh_ticket_item_get_property;
  object_class->dispose = bh_ticket_item_dispose;

  properties[PROP_ROW]
      = g_param_spec_object ("row", NULL, NULL, BH_TYPE_TICKET_ROW,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bh_ticket_item_init (BhTicketItem *self)
{
}

BhTicketItem *
bh_ticket_item_new (gint64 id, GHashTable *live)
{
  BhTicketItem *self = g_object_new (BH_TYPE_TICKET_ITEM, NULL);

  self->id = id;
  if (live != NULL)
    {
      self->live = g_hash_table_ref (live);
      g_hash_table_insert (live, &self->id, self);
    }

  return self;
}

void
bh_ticket_item_set_row (BhTicketItem *self, BhTicketRow *row)
{
  g_assert (row == NULL || row->id == self->id);

  if (g_set_object (&self->row, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

gint64
bh_ticket_item_get_id (BhTicketItem *self)
{
  g_return_val_if_fail (BH_IS_TICKET_ITEM (self), 0);

  return self->id;
}

BhTicketRow *
bh_ticket_item_get_row (BhTicketItem *self)
{
  g_return_val_if_fail (BH_IS_TICKET_ITEM (self), NULL);

  return self->row;
}
