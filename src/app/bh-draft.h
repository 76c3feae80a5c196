/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A database that a command makes comes into being beside its place, and is moved there when the
 * command has succeeded: what fails leaves nothing. */

/** bh_draft_make_path: Returns: (transfer full): where the draft of @path is, for this process */
char *bh_draft_make_path (const char *path);

/** bh_draft_publish: moves a closed @draft to @path. Returns: FALSE with %G_IO_ERROR, among others
 * where somebody has made @path meanwhile; the draft stays then */
gboolean bh_draft_publish (const char *draft, const char *path, GError **error);

/** bh_draft_remove: removes a closed @draft with what the engine keeps beside it */
void bh_draft_remove (const char *draft);

G_END_DECLS
