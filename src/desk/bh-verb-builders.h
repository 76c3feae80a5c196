/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-verb-context.h"
#include "storage/bh-file-store.h"

G_BEGIN_DECLS

/* One builder a verb, each a #BhVerbBuilder. The payload keys are those that the fold documents. */

/* registering: bh-verb-new.c */
gboolean bh_verb_build_new (BhVerbContext *self, GError **error);

/* who has it: bh-verb-hand-over.c */
gboolean bh_verb_build_dispatch (BhVerbContext *self, GError **error);
gboolean bh_verb_build_accept (BhVerbContext *self, GError **error);
gboolean bh_verb_build_return (BhVerbContext *self, GError **error);
gboolean bh_verb_build_transfer (BhVerbContext *self, GError **error);
gboolean bh_verb_build_reopen (BhVerbContext *self, GError **error);

/* the work: bh-verb-work.c */
gboolean bh_verb_build_answer (BhVerbContext *self, GError **error);
gboolean bh_verb_build_investigate (BhVerbContext *self, GError **error);
gboolean bh_verb_build_plan (BhVerbContext *self, GError **error);
gboolean bh_verb_build_finish (BhVerbContext *self, GError **error);
gboolean bh_verb_build_contact (BhVerbContext *self, GError **error);

/* files: bh-verb-attach.c */
gboolean bh_verb_build_attach (BhVerbContext *self, GError **error);

/**
 * bh_verb_take_file:
 * @key: of an input that names a file: its path; "HASH/NAME" for content that is in the store
 *   already; or a short content as "data:TYPE;base64,…"
 * @name: (out) (transfer full): what people call it
 *
 * Sees to it that the file is in the store.
 *
 * Returns: (transfer full) (nullable): the file, NULL with %BH_DOMAIN_ERROR_INPUT or
 *   %BH_STORAGE_ERROR
 */
BhStoredFile *bh_verb_take_file (BhVerbContext *self, const char *key, char **name, GError **error);

/* what the owner says of it: bh-verb-verdict.c */
gboolean bh_verb_build_sign (BhVerbContext *self, GError **error);
gboolean bh_verb_build_refuse (BhVerbContext *self, GError **error);
gboolean bh_verb_build_attempt (BhVerbContext *self, GError **error);
gboolean bh_verb_build_callback (BhVerbContext *self, GError **error);

/* work of assisting departments: bh-verb-task.c */
gboolean bh_verb_build_task (BhVerbContext *self, GError **error);
gboolean bh_verb_build_task_done (BhVerbContext *self, GError **error);
gboolean bh_verb_build_task_waive (BhVerbContext *self, GError **error);

/* mending what was entered: bh-verb-change.c */
gboolean bh_verb_build_correct (BhVerbContext *self, GError **error);
gboolean bh_verb_build_regrade (BhVerbContext *self, GError **error);
gboolean bh_verb_build_recategorize (BhVerbContext *self, GError **error);

/* tickets of the same matter, and what takes things back: bh-verb-merge.c */
gboolean bh_verb_build_link (BhVerbContext *self, GError **error);
gboolean bh_verb_build_merge (BhVerbContext *self, GError **error);
gboolean bh_verb_build_unmerge (BhVerbContext *self, GError **error);
gboolean bh_verb_build_undo (BhVerbContext *self, GError **error);

/* exceptions: bh-verb-exception.c */
gboolean bh_verb_build_suspend (BhVerbContext *self, GError **error);
gboolean bh_verb_build_extend (BhVerbContext *self, GError **error);
gboolean bh_verb_build_void (BhVerbContext *self, GError **error);
gboolean bh_verb_build_decline (BhVerbContext *self, GError **error);
gboolean bh_verb_build_close_exception (BhVerbContext *self, GError **error);
gboolean bh_verb_build_approve (BhVerbContext *self, GError **error);
gboolean bh_verb_build_reject (BhVerbContext *self, GError **error);

/** bh_verb_find_policy: the policy version for category and grade at the ticket's receipt.
 * Returns: its id, 0 with @error */
gint64 bh_verb_find_policy (
    BhVerbContext *self, gint64 category_id, BhGrade grade, gint64 received_at, GError **error);

G_END_DECLS
