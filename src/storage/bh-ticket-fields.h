/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"
#include "storage/bh-fields.h"

G_BEGIN_DECLS

#define BH_N_TICKET_FIELDS 84

/* The columns of `ticket` but for id, version and the keys to search and sort by. */
extern const BhField bh_ticket_fields[BH_N_TICKET_FIELDS + 1];

/**
 * BhTicketPart:
 * @table: its table, with ticket_id, @key and community_id before @fields
 * @key: second column of the primary key
 * @key_offset: int field that holds the key, or -1 where the key is the index in the array
 * @array_offset: of the array in #BhTicket
 * @get_type: type of the elements
 * @fields: its other columns
 * @rewritten: rows have another key beside theirs: all are written anew where one that was there
 *   changes
 */
typedef struct
{
  const char *table;
  const char *key;
  gssize key_offset;
  gsize array_offset;
  GType (*get_type) (void);
  const BhField *fields;
  gboolean rewritten;
} BhTicketPart;

#define BH_N_TICKET_PARTS 11
extern const BhTicketPart bh_ticket_parts[BH_N_TICKET_PARTS];

/** bh_ticket_part_get_array: Returns: (transfer none): the ticket's array of that part */
GPtrArray *bh_ticket_part_get_array (const BhTicketPart *part, BhTicket *ticket);
/** bh_ticket_part_get_key: Returns: the key of the @index-th element */
int bh_ticket_part_get_key (const BhTicketPart *part, gconstpointer element, guint index);

G_END_DECLS
