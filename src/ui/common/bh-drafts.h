/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-payload.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BH_TYPE_DRAFTS (bh_drafts_get_type ())
G_DECLARE_FINAL_TYPE (BhDrafts, bh_drafts, BH, DRAFTS, GObject)

/**
 * bh_drafts_new:
 * @path: (nullable): file that keeps them, made when needed; NULL keeps them in memory only
 *
 * What was typed into forms and not yet done, by ticket and verb. A change reaches the file within
 * half a second, so that a crash loses no more. Main thread.
 */
BhDrafts *bh_drafts_new (const char *path);

/** bh_drafts_dup_default_path: @database: path of the database they belong to. Returns:
 * (transfer full): the file in the user's state folder */
char *bh_drafts_dup_default_path (const char *database);

/**
 * bh_drafts_set:
 * @ticket_id: 0 for a new ticket
 * @form: which form of it: a verb's code
 * @inputs: (nullable) (transfer none): NULL or empty removes the draft
 */
void bh_drafts_set (BhDrafts *self, gint64 ticket_id, const char *form, BhPayload *inputs);

/** bh_drafts_get: Returns: (transfer full) (nullable): what was typed */
BhPayload *bh_drafts_get (BhDrafts *self, gint64 ticket_id, const char *form);

/** bh_drafts_has: Returns: whether there is a draft */
gboolean bh_drafts_has (BhDrafts *self, gint64 ticket_id, const char *form);

/** bh_drafts_flush: writes now what is not yet written */
void bh_drafts_flush (BhDrafts *self);

G_END_DECLS
