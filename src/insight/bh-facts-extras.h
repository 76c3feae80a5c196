/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-facts-reader.h"

G_BEGIN_DECLS

/**
 * BhFactsExtras:
 *
 * What tickets add to figures that are counted in sets of their own: few are open at the end of a
 * month or repeated, and only finished ones are asked about.
 */
typedef struct
{
  GArray *open;                            /* (owned): by ticket */
  GArray *repeats;                         /* (owned): by ticket and time */
  GHashTable *asked;                       /* (owned): id of a ticket of the window */
  guint32 end_months[BH_FACTS_MAX_MONTHS]; /* bits of the months that end at the same instant */
} BhFactsExtras;

/** BhFactsAsked: complainants of one ticket that signoff_share and callback_share are made of. */
typedef struct
{
  gint64 id;
  int signoff_asked;
  int signoff_signed;
  int callback_asked;
  int callback_reached;
} BhFactsAsked;

/** bh_facts_extras_init: reads what is the same for all windows. Returns: FALSE with @error; @self
 * can be cleared in both cases */
gboolean bh_facts_extras_init (BhFactsExtras *self,
                               BhFactsReader *reader,
                               GCancellable *cancellable,
                               GError **error);
void bh_facts_extras_clear (BhFactsExtras *self);

/** bh_facts_extras_read: reads what is asked of the window. Returns: FALSE with @error */
gboolean bh_facts_extras_read (BhFactsExtras *self, BhFactsReader *reader, GError **error);

/** bh_facts_extras_get_open: @open, @overdue: (out): a bit for each month at whose end it was */
void bh_facts_extras_get_open (BhFactsExtras *self, gint64 id, guint32 *open, guint32 *overdue);
/** bh_facts_extras_get_asked: Returns: (transfer none) (nullable): NULL: nobody was */
const BhFactsAsked *bh_facts_extras_get_asked (BhFactsExtras *self, gint64 id);
/** bh_facts_extras_is_repeated: of the past alone: Returns: whether somebody raised the matter
 * again soon after its finish at @finished_at; of the present, the ticket itself says it */
gboolean bh_facts_extras_is_repeated (BhFactsExtras *self, gint64 id, gint64 finished_at);

G_END_DECLS
