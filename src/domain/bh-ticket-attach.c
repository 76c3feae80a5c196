/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-text.h"

void
bh_fold_attach (BhFold *fold)
{
  BhAttachment *attachment = g_object_new (BH_TYPE_ATTACHMENT, NULL);
  BhPayload *payload = fold->payload;

  attachment->seq = fold->event->seq;
  attachment->at = fold->event->at;
  attachment->by_id = fold->event->actor_id;
  bh_set_string (&attachment->hash, bh_payload_get (payload, "hash"));
  bh_set_string (&attachment->name, bh_payload_get (payload, "name"));
  bh_set_string (&attachment->type, bh_payload_get (payload, "type"));
  attachment->size = bh_payload_get_int (payload, "size");
  attachment->use
      = (BhAttachmentUse) bh_list_find (BH_LIST_ATTACHMENT_USE, bh_payload_get (payload, "use"));
  bh_set_string (&attachment->note, bh_payload_get (payload, "note"));
  g_ptr_array_add (fold->ticket->attachments, attachment);
}
