/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bh_danger_find_word:
 * @text: (nullable): what somebody reports, in Chinese or English
 *
 * Looks for words of danger to people (product.md, "Dispatch is suggested"): somebody is trapped,
 * current or gas escapes, something burns. Such a matter is suggested to be urgent.
 *
 * Returns: (transfer none) (nullable): the first such word of @text, as the list has it
 */
const char *bh_danger_find_word (const char *text);

G_END_DECLS
