/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-event.h"

#include "base/bh-clock.h"

#define HASH_VERSION "bihuan-event-1"

G_DEFINE_FINAL_TYPE (BhEvent, bh_event, G_TYPE_OBJECT)

static void
bh_event_finalize (GObject *object)
{
  BhEvent *self = BH_EVENT (object);

  g_clear_pointer (&self->payload, bh_payload_unref);
  g_free (self->hash);

  G_OBJECT_CLASS (bh_event_parent_class)->finalize (object);
}

static void
bh_event_class_init (BhEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_event_finalize;
}

static void
bh_event_init (BhEvent *self)
{
}

BhEvent *
bh_event_new (BhVerb verb,
              gint64 at,
              gint64 recorded_at,
              gint64 actor_id,
              gint64 entered_by,
              BhPayload *payload)
{
  BhEvent *self;

  g_return_val_if_fail (payload != NULL, NULL);

  self = g_object_new (BH_TYPE_EVENT, NULL);
  self->verb = verb;
  self->at = at;
  self->recorded_at = recorded_at;
  self->actor_id = actor_id;
  self->entered_by = entered_by;
  self->payload = bh_payload_ref (payload);

  return self;
}

char *
bh_event_compute_hash (BhEvent *self, const char *previous)
{
  g_autofree char *inputs = NULL;
  g_autofree char *bytes = NULL;

  g_return_val_if_fail (BH_IS_EVENT (self), NULL);

  inputs = bh_payload_to_masked_text (self->payload, self->salt);
  bytes = g_strdup_printf (HASH_VERSION "\n%s\n%" G_GINT64_FORMAT "\n%d\n%s\n%" G_GINT64_FORMAT
                                        "\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT
                                        "\n%" G_GINT64_FORMAT "\n%s",
                           previous != NULL ? previous : "", self->ticket_id, self->seq,
                           bh_list_get_code (BH_LIST_VERB, self->verb), self->at, self->recorded_at,
                           self->actor_id, self->entered_by, inputs);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes, -1);
}

gboolean
bh_event_is_backfilled (BhEvent *self)
{
  g_return_val_if_fail (BH_IS_EVENT (self), FALSE);

  return self->recorded_at - self->at > BH_BACKFILL_SECONDS * BH_USEC_PER_SEC;
}
