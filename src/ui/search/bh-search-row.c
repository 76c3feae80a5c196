/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/bh-search-row.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"

/**
 * BhSearchRow:
 *
 * CSS nodes: those of a list row.
 */
struct _BhSearchRow
{
  GtkListBoxRow parent_instance;

  GObject *hit;     /* (owned) */
  char *group;      /* (owned) */
  char *community;  /* (owned) (nullable): of a place */
  GtkLabel *title;  /* (owned by the template) */
  GtkLabel *text;   /* (owned by the template) */
  GtkLabel *detail; /* (owned by the template) */
};

G_DEFINE_FINAL_TYPE (BhSearchRow, bh_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
bh_search_row_dispose (GObject *object)
{
  g_clear_object (&BH_SEARCH_ROW (object)->hit);

  G_OBJECT_CLASS (bh_search_row_parent_class)->dispose (object);
}

static void
bh_search_row_finalize (GObject *object)
{
  g_free (BH_SEARCH_ROW (object)->group);
  g_free (BH_SEARCH_ROW (object)->community);

  G_OBJECT_CLASS (bh_search_row_parent_class)->finalize (object);
}

static void
bh_search_row_class_init (BhSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_search_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_search_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/search/bh-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, BhSearchRow, text);
  gtk_widget_class_bind_template_child (widget_class, BhSearchRow, detail);
}

static void
bh_search_row_init (BhSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say (BhSearchRow *self, const char *title, const char *text, const char *detail)
{
  g_autofree char *name = g_strdup_printf (_ ("%s, %s, %s"), title, text, detail);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->detail, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_ticket (BhSearchRow *self, BhTicketRow *ticket, BhOffice *office, gint64 now)
{
  g_autofree char *time
      = bh_office_time_format_near (bh_office_get_time (office), ticket->received_at, now);
  g_autofree char *detail = g_strdup_printf (
      "%s%s%s · %s", ticket->place != NULL ? ticket->place : "", ticket->place != NULL ? " · " : "",
      bh_list_get_label (BH_LIST_STATUS, ticket->status), time);

  say (self, ticket->number, ticket->summary, detail);
}

static void
fill_place (BhSearchRow *self, BhPlace *place, BhOffice *office)
{
  self->community = g_strdup (bh_office_get_name (office, BH_TYPE_PLACE, place->community_id));
  say (self, place->path, self->community, bh_list_get_label (BH_LIST_PLACE_KIND, place->kind));
}

static void
fill_contact (BhSearchRow *self, BhContact *contact)
{
  g_autofree char *phone = bh_text_group_phone (contact->phone);

  say (self, bh_entry_get_name (BH_ENTRY (contact)), phone,
       bh_list_get_label (BH_LIST_CONTACT_KIND, contact->kind));
}

GtkWidget *
bh_search_row_new (GObject *hit, const char *group, BhOffice *office, gint64 now)
{
  BhSearchRow *self;

  g_return_val_if_fail (G_IS_OBJECT (hit), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_object_new (BH_TYPE_SEARCH_ROW, NULL);
  self->hit = g_object_ref (hit);
  self->group = g_strdup (group);
  if (BH_IS_TICKET_ROW (hit))
    fill_ticket (self, BH_TICKET_ROW (hit), office, now);
  else if (BH_IS_PLACE (hit))
    fill_place (self, BH_PLACE (hit), office);
  else
    fill_contact (self, BH_CONTACT (hit));

  return GTK_WIDGET (self);
}

GObject *
bh_search_row_get_hit (BhSearchRow *self)
{
  g_return_val_if_fail (BH_IS_SEARCH_ROW (self), NULL);

  return self->hit;
}

const char *
bh_search_row_get_group (BhSearchRow *self)
{
  g_return_val_if_fail (BH_IS_SEARCH_ROW (self), NULL);

  return self->group;
}

/* Takes @filter. */
static BhTicketFilter *
filter_by (BhTicketFilter *filter, BhFilterField field, const char *value)
{
  const char *const values[] = { value, NULL };
  g_autoptr (BhTicketFilter) before = filter;
  g_autoptr (GError) error = NULL;
  BhTicketFilter *after = bh_ticket_filter_with (before, field, values, &error);

  if (after == NULL)
    {
      g_critical ("No filter by “%s”: %s", value, error->message);
      return g_steal_pointer (&before);
    }

  return after;
}

static BhTicketFilter *
create_place_filter (BhSearchRow *self, BhPlace *place)
{
  BhTicketFilter *filter
      = filter_by (bh_ticket_filter_new (), BH_FILTER_COMMUNITY, self->community);

  return place->kind == BH_PLACE_COMMUNITY ? filter
                                           : filter_by (filter, BH_FILTER_PLACE, place->path);
}

BhTicketFilter *
bh_search_row_dup_filter (BhSearchRow *self)
{
  g_return_val_if_fail (BH_IS_SEARCH_ROW (self), NULL);

  if (BH_IS_PLACE (self->hit))
    return create_place_filter (self, BH_PLACE (self->hit));
  if (BH_IS_CONTACT (self->hit) && BH_CONTACT (self->hit)->phone != NULL)
    return filter_by (bh_ticket_filter_new (), BH_FILTER_PHONE, BH_CONTACT (self->hit)->phone);
  if (BH_IS_CONTACT (self->hit))
    return filter_by (bh_ticket_filter_new (), BH_FILTER_CONTACT,
                      bh_entry_get_name (BH_ENTRY (self->hit)));

  return NULL;
}
