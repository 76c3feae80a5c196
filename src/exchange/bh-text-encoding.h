/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bh_text_encoding_is_known:
 * @encoding: a name
 *
 * Returns: whether @encoding is `auto` or a name from which text can be converted
 */
gboolean bh_text_encoding_is_known (const char *encoding);

/**
 * bh_text_decode:
 * @raw: bytes of a file
 * @encoding: (nullable): the name of its encoding; %NULL or `auto` to find it out
 * @found: (out) (optional) (transfer none): the encoding that was used
 *
 * Makes UTF-8 text without byte order mark of the bytes of a file. To find out the encoding, a byte
 * order mark (UTF-8, UTF-16) comes first, then text that is valid UTF-8 is, and anything else has
 * to be GB18030, of which GBK and GB2312 are parts. Text that is UTF-8 for a while and then is not,
 * is taken for damaged UTF-8 and refused, since as GB18030 it would come in as other words.
 *
 * Returns: (transfer full) (nullable): the text, which holds no NUL; or %NULL with @error set
 *   (%BH_EXCHANGE_ERROR_ENCODING, naming line and byte; %BH_EXCHANGE_ERROR_FILE where it is no
 * text)
 */
GBytes *bh_text_decode (GBytes *raw, const char *encoding, const char **found, GError **error);

G_END_DECLS
