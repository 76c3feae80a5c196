/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bh_text_sort_key:
 * @text: (nullable): UTF-8
 * @max_chars: how many characters of @text count
 *
 * A key whose byte order is the order in which people expect @text: Chinese by pinyin, Latin
 * letters without case and accents, numbers inside of names by value up to nine digits ("2栋"
 * before "10栋"). Made with ICU's Han-Latin transliteration, so that it is readable and does not
 * depend on the locale. Thread-safe.
 *
 * Returns: (transfer full): the key; "" for %NULL
 */
char *bh_text_sort_key (const char *text, guint max_chars);

/**
 * bh_text_pinyin_initials:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): the first letter of every syllable or word ("张晓燕" gives "zxy")
 */
char *bh_text_pinyin_initials (const char *text);

/**
 * bh_text_clean:
 * @text: (nullable): UTF-8
 *
 * Removes white space (also U+3000, U+00A0, U+200B) at both ends and control characters inside,
 * except line feeds, which stay single.
 *
 * Returns: (transfer full) (nullable): the cleaned text, or %NULL when nothing is left
 */
char *bh_text_clean (const char *text);

/**
 * bh_text_digits:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): the ASCII digits of @text, full-width ones folded; for phone numbers
 */
char *bh_text_digits (const char *text);

/** bh_text_group_phone: Returns: (transfer full): digits in groups: mobile numbers as 3-4-4, eight
 * digits as 4-4, these with an area code before them; other numbers as they are; "" for %NULL */
char *bh_text_group_phone (const char *digits);

/** bh_text_group_count: Returns: (transfer full): with thousands separators */
char *bh_text_group_count (guint64 count);

/** bh_text_to_file_name: @max_chars: the most characters of it. Returns: (transfer full): @text as
 * the name of a file, without what file systems do not take; "" for %NULL */
char *bh_text_to_file_name (const char *text, guint max_chars);

/**
 * bh_set_string:
 * @field: (inout): an owned string
 * @value: (nullable): a new value
 *
 * Returns: whether @field changed
 */
gboolean bh_set_string (char **field, const char *value);

G_END_DECLS
