/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhVerbContext:
 *
 * What a verb's builder works on, from bh_verbs_do(), while it turns inputs (names, numbers) into
 * the payload of an event (ids, codes, texts). Nothing here is owned but the payload.
 */
typedef struct
{
  BhWork *work;
  BhOffice *office;
  BhVerb verb;
  BhTicket *ticket; /* NULL for `new` */
  BhEvent *last;    /* the last event that counts, for `undo` alone */
  BhPayload *inputs;
  const BhActor *actor;
  gint64 now;
  gint64 at; /* when it happened; `new` may move it to the receipt */
  BhPayload *payload;
} BhVerbContext;

/**
 * BhVerbBuilder:
 *
 * Checks the gates that depend on inputs and fills the payload.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR or %BH_STORAGE_ERROR
 */
typedef gboolean (*BhVerbBuilder) (BhVerbContext *self, GError **error);

/** bh_verb_context_get: Returns: (transfer none) (nullable): the input @key */
const char *bh_verb_context_get (BhVerbContext *self, const char *key);

/** bh_verb_context_copy: takes over the inputs @first_key, … (ended by %NULL) as they are */
void bh_verb_context_copy (BhVerbContext *self, const char *first_key, ...) G_GNUC_NULL_TERMINATED;

/** bh_verb_context_copy_list: takes over the closed-list input @key as its code, also where it was
 * given as a label */
void bh_verb_context_copy_list (BhVerbContext *self, const char *key, BhList list);

/**
 * bh_verb_context_get_time:
 * @instant: (out): 0 where the input is missing
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT for what is no time
 */
gboolean
bh_verb_context_get_time (BhVerbContext *self, const char *key, gint64 *instant, GError **error);

/** bh_verb_context_copy_time: takes over the time @key as an instant */
gboolean bh_verb_context_copy_time (BhVerbContext *self, const char *key, GError **error);

/** bh_verb_context_copy_money: takes over the amount @key, counted in hundredths */
gboolean bh_verb_context_copy_money (BhVerbContext *self, const char *key, GError **error);

/**
 * bh_verb_context_find_entry:
 * @type: %BH_TYPE_DEPARTMENT, %BH_TYPE_CATEGORY, %BH_TYPE_CHANNEL or %BH_TYPE_CAUSE
 * @id: (out): 0 where the input is missing
 *
 * The entry in use that the input @key names.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT, naming what there is
 */
gboolean bh_verb_context_find_entry (
    BhVerbContext *self, const char *key, GType type, gint64 *id, GError **error);

/**
 * bh_verb_context_find_staff:
 * @department_id: the department they must be of, 0 for any
 * @staff: (out) (transfer none) (nullable): NULL where the input is missing
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT, naming who there is
 */
gboolean bh_verb_context_find_staff (
    BhVerbContext *self, const char *key, gint64 department_id, BhStaff **staff, GError **error);

/**
 * bh_verb_context_record:
 * @ticket: (nullable): whose event it is, mostly the context's; NULL for a new one
 *
 * Makes one event of what the context knows and folds it in.
 *
 * Returns: (transfer none) (nullable): the ticket after it, or NULL with @error
 */
BhTicket *bh_verb_context_record (
    BhVerbContext *self, BhTicket *ticket, BhVerb verb, BhPayload *payload, GError **error);

G_END_DECLS
