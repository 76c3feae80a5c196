/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bh_like_contains: Returns: (transfer full): a pattern for LIKE … ESCAPE '\' that finds @text
 * anywhere */
char *bh_like_contains (const char *text);

/** bh_like_prefix: Returns: (transfer full): a pattern for LIKE … ESCAPE '\' that finds texts that
 * begin with @text */
char *bh_like_prefix (const char *text);

G_END_DECLS
