/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BhPayload:
 *
 * A sorted map of short ASCII keys to texts: the inputs of a verb as a form or the command line
 * gives them, and what an event keeps of them. Numbers are decimal, instants are microseconds UTC
 * in decimal, yes and no are "yes" and "no". An empty text is the same as no entry. Reference
 * counted; not to be changed once shared.
 *
 * Its text form is one `key=value` a line, sorted by key, each line ended by a line feed, with
 * backslash, line feed and carriage return written as `\\`, `\n`, `\r`. It is what the database
 * stores and what the chain hashes.
 */
typedef struct _BhPayload BhPayload;

#define BH_TYPE_PAYLOAD (bh_payload_get_type ())
GType bh_payload_get_type (void);

BhPayload *bh_payload_new (void);
BhPayload *bh_payload_ref (BhPayload *self);
void bh_payload_unref (BhPayload *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhPayload, bh_payload_unref)

/**
 * bh_payload_new_from:
 * @first_key: (nullable): a key, then its value (nullable), and so on, ended by %NULL
 *
 * Returns: (transfer full): a payload
 */
BhPayload *bh_payload_new_from (const char *first_key, ...) G_GNUC_NULL_TERMINATED;

/** bh_payload_copy: Returns: (transfer full): a copy that may be changed */
BhPayload *bh_payload_copy (BhPayload *self);

/** bh_payload_set: sets @key; %NULL or "" removes it. */
void bh_payload_set (BhPayload *self, const char *key, const char *value);
/** bh_payload_set_int: sets @key to a number; 0 removes it. */
void bh_payload_set_int (BhPayload *self, const char *key, gint64 value);
/** bh_payload_set_yes: sets @key to "yes" or "no". */
void bh_payload_set_yes (BhPayload *self, const char *key, gboolean value);

/** bh_payload_get: Returns: (transfer none) (nullable): the value of @key */
const char *bh_payload_get (BhPayload *self, const char *key);
/** bh_payload_get_int: Returns: the number of @key, 0 where there is none */
gint64 bh_payload_get_int (BhPayload *self, const char *key);
/** bh_payload_is_yes: Returns: whether @key is "yes" */
gboolean bh_payload_is_yes (BhPayload *self, const char *key);
/** bh_payload_get_tri: Returns: a #BhTri as int: yes, no, or 0 where @key is missing */
int bh_payload_get_tri (BhPayload *self, const char *key);

/** bh_payload_get_size: Returns: how many entries */
guint bh_payload_get_size (BhPayload *self);
/**
 * bh_payload_get_nth:
 * @key: (out) (transfer none): key of the @i-th entry in order of keys
 * @value: (out) (transfer none): its value
 */
void bh_payload_get_nth (BhPayload *self, guint i, const char **key, const char **value);

gboolean bh_payload_equal (BhPayload *a, BhPayload *b);

/** bh_payload_to_text: Returns: (transfer full): the text form; "" when empty */
char *bh_payload_to_text (BhPayload *self);

/**
 * bh_payload_to_masked_text:
 * @salt: of the event
 *
 * Returns: (transfer full): the text form with every personal text replaced by "#" and its salted
 *   SHA-256, for the chain
 */
char *bh_payload_to_masked_text (BhPayload *self, gint64 salt);

/**
 * bh_payload_parse:
 * @text: the text form
 *
 * Returns: (transfer full) (nullable): the payload, or %NULL with %BH_DOMAIN_ERROR_HISTORY
 */
BhPayload *bh_payload_parse (const char *text, GError **error);

/**
 * bh_payload_key_is_personal:
 *
 * Personal texts enter the chain as a salted digest, so that they can be erased later without
 * breaking it: names, phones, and all free text.
 *
 * Returns: whether @key holds personal text
 */
gboolean bh_payload_key_is_personal (const char *key);

G_END_DECLS
