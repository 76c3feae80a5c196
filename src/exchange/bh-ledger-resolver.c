/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-resolver.h"

#include "exchange/bh-import-contacts.h"
#include "exchange/bh-import-names.h"
#include "exchange/bh-import-places.h"

struct _BhLedgerResolver
{
  BhLedgerRows *rows;         /* not owned */
  BhImportNames *names;       /* owned */
  BhImportPlaces *places;     /* owned */
  BhImportContacts *contacts; /* owned */
  GStringChunk *place_texts;  /* owned: that no row says in one piece */
};

BhLedgerResolver *
bh_ledger_resolver_new (BhWork *work, BhLedgerRows *rows, GError **error)
{
  BhLedgerResolver *self;
  BhImportNames *names;

  g_return_val_if_fail (BH_IS_WORK (work), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  names = bh_import_names_new (work, error);
  if (names == NULL)
    return NULL;
  self = g_new0 (BhLedgerResolver, 1);
  self->rows = rows;
  self->names = names;
  self->places = bh_import_places_new (work);
  self->contacts = bh_import_contacts_new (work);
  self->place_texts = g_string_chunk_new (4096);
  return self;
}

void
bh_ledger_resolver_free (BhLedgerResolver *self)
{
  bh_import_names_free (self->names);
  bh_import_places_free (self->places);
  bh_import_contacts_free (self->contacts);
  g_string_chunk_free (self->place_texts);
  g_free (self);
}

/* What stands in the office's own lists. */
static gboolean
resolve_names (BhLedgerResolver *self, const BhLedgerRow *row, BhLedgerIds *ids, GError **error)
{
  *ids = (BhLedgerIds){ 0 };
  if (!bh_ledger_rows_has (self->rows, BH_LEDGER_COMMUNITY))
    ids->community_id = bh_import_names_get_only_community (self->names);
  else if (!bh_import_names_get_community (self->names,
                                           bh_ledger_row_get_text (row, BH_LEDGER_COMMUNITY),
                                           &ids->community_id, error))
    return FALSE;

  return bh_import_names_get_channel (self->names, bh_ledger_row_get_text (row, BH_LEDGER_CHANNEL),
                                      &ids->channel_id, error)
         && bh_import_names_get_category (self->names,
                                          bh_ledger_row_get_text (row, BH_LEDGER_CATEGORY),
                                          &ids->category_id, error)
         && bh_import_names_get_department (self->names,
                                            bh_ledger_row_get_text (row, BH_LEDGER_DEPARTMENT),
                                            &ids->department_id, error)
         && bh_import_names_get_staff (self->names,
                                       bh_ledger_row_get_text (row, BH_LEDGER_ASSIGNEE),
                                       ids->department_id, &ids->staff_id, error)
         && bh_import_names_get_staff (self->names,
                                       bh_ledger_row_get_text (row, BH_LEDGER_CONCERNS), 0,
                                       &ids->concerns, error);
}

/* Where no community is known, nothing can be in the register: building, unit and room are told in
 * words, or what else the ledger says of the place. */
static const char *
describe_place (BhLedgerResolver *self, const BhLedgerRow *row)
{
  static const BhLedgerField levels[] = { BH_LEDGER_BUILDING, BH_LEDGER_UNIT, BH_LEDGER_ROOM };
  const char *place = bh_ledger_row_get_text (row, BH_LEDGER_PLACE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *name = bh_ledger_row_get_text (row, levels[i]);

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "/" : "", name);
    }
  if (text->len == 0)
    return place;
  if (place != NULL)
    g_string_append_printf (text, " %s", place);

  return g_string_chunk_insert_const (self->place_texts, text->str);
}

static gboolean
resolve_place (BhLedgerResolver *self, const BhLedgerRow *row, BhLedgerIds *ids, GError **error)
{
  const char *room = bh_ledger_row_get_text (row, BH_LEDGER_ROOM);

  if (ids->community_id == 0)
    {
      ids->place_text = describe_place (self, row);
      return TRUE;
    }
  ids->place_text = bh_ledger_row_get_text (row, BH_LEDGER_PLACE);
  if (!bh_import_places_get (
          self->places, ids->community_id, bh_ledger_row_get_text (row, BH_LEDGER_BUILDING),
          bh_ledger_row_get_text (row, BH_LEDGER_UNIT), room, &ids->place_id, error))
    return FALSE;
  if (ids->place_id != 0 || ids->place_text == NULL)
    return TRUE;
  if (!bh_import_places_find (self->places, ids->community_id, ids->place_text, &ids->place_id,
                              error))
    return FALSE;
  if (ids->place_id != 0)
    ids->place_text = NULL;
  return TRUE;
}

gboolean
bh_ledger_resolver_prepare (BhLedgerResolver *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < bh_ledger_rows_get_size (self->rows); i++)
    {
      BhLedgerIds ids;

      if (!resolve_names (self, bh_ledger_rows_get_nth (self->rows, i), &ids, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bh_ledger_resolver_resolve (BhLedgerResolver *self,
                            const BhLedgerRow *row,
                            BhLedgerIds *ids,
                            GError **error)
{
  const char *name, *phone;
  gint64 room_id;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  if (!resolve_names (self, row, ids, error) || !resolve_place (self, row, ids, error))
    return FALSE;
  name = bh_ledger_row_get_text (row, BH_LEDGER_REPORTER);
  phone = bh_ledger_row_get_text (row, BH_LEDGER_PHONE);
  room_id = bh_ledger_row_get_text (row, BH_LEDGER_ROOM) != NULL ? ids->place_id : 0;
  ids->reachable = phone != NULL || (name != NULL && room_id != 0);
  return bh_import_contacts_get (self->contacts, name, phone, room_id, BH_CONTACT_OTHER,
                                 &ids->contact_id, error);
}
