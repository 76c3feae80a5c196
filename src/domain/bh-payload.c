/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-payload.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "domain/bh-types.h"

/* Histories are made and read by the million, so an entry is one allocation: key, NUL, value,
 * NUL. */
typedef struct
{
  char *key;         /* (owned) */
  const char *value; /* inside of the same block */
} Entry;

struct _BhPayload
{
  gatomicrefcount refs;
  GArray *entries; /* (owned) (element-type Entry): sorted by key */
};

G_DEFINE_BOXED_TYPE (BhPayload, bh_payload, bh_payload_ref, bh_payload_unref)

/* Sorted: bsearch() looks into it. */
/* clang-format off */
static const char *const personal_keys[] = {
  "comment", "concerns-text", "contact", "contact-name", "description", "facts", "measure",
  "name", "note", "outcome", "phone", "place-text", "public-text", "reason", "remedy", "reporter",
  "result", "summary", "text",
};
/* clang-format on */

static gboolean
is_key (const char *key, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isgraph (key[i]) || key[i] == '=' || key[i] == '\\')
        return FALSE;
    }

  return length > 0;
}

static void
clear_entry_cb (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
}

static Entry *
entry_at (BhPayload *self, guint i)
{
  return &g_array_index (self->entries, Entry, i);
}

/* Returns whether @key is there; @position is where it is or would be. Who sets keys in their order
 * always comes to the end. */
static gboolean
locate (BhPayload *self, const char *key, guint *position)
{
  guint low = 0, high = self->entries->len;

  if (high > 0 && strcmp (entry_at (self, high - 1)->key, key) < 0)
    low = high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (entry_at (self, middle)->key, key);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;

  return FALSE;
}

static Entry
make_entry (const char *key, gsize key_length, const char *value, gsize value_length)
{
  char *block = g_malloc (key_length + value_length + 2);

  memcpy (block, key, key_length);
  block[key_length] = '\0';
  memcpy (block + key_length + 1, value, value_length);
  block[key_length + 1 + value_length] = '\0';

  return (Entry){ block, block + key_length + 1 };
}

BhPayload *
bh_payload_new (void)
{
  BhPayload *self = g_new (BhPayload, 1);

  g_atomic_ref_count_init (&self->refs);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), 8);
  g_array_set_clear_func (self->entries, clear_entry_cb);

  return self;
}

BhPayload *
bh_payload_ref (BhPayload *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
bh_payload_unref (BhPayload *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->refs))
    {
      g_array_unref (self->entries);
      g_free (self);
    }
}

BhPayload *
bh_payload_new_from (const char *first_key, ...)
{
  BhPayload *self = bh_payload_new ();
  va_list args;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    bh_payload_set (self, key, va_arg (args, const char *));
  va_end (args);

  return self;
}

BhPayload *
bh_payload_copy (BhPayload *self)
{
  BhPayload *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = bh_payload_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *from = entry_at (self, i);
      Entry entry = make_entry (from->key, (gsize) (from->value - from->key - 1), from->value,
                                strlen (from->value));

      g_array_append_val (copy->entries, entry);
    }

  return copy;
}

void
bh_payload_set (BhPayload *self, const char *key, const char *value)
{
  gboolean found;
  guint position;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL && is_key (key, strlen (key)));

  found = locate (self, key, &position);
  if (value == NULL || *value == '\0')
    {
      if (found)
        g_array_remove_index (self->entries, position);
    }
  else
    {
      Entry entry = make_entry (key, strlen (key), value, strlen (value));

      if (found)
        {
          g_free (entry_at (self, position)->key);
          *entry_at (self, position) = entry;
        }
      else
        g_array_insert_val (self->entries, position, entry);
    }
}

/* As printf() does, which takes ten times as long. Returns where the text begins. */
static const char *
format_int (gint64 value, char *buffer, gsize size)
{
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;
  char *p = buffer + size - 1;

  *p = '\0';
  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';

  return p;
}

void
bh_payload_set_int (BhPayload *self, const char *key, gint64 value)
{
  char buffer[24];

  bh_payload_set (self, key, value != 0 ? format_int (value, buffer, sizeof buffer) : NULL);
}

void
bh_payload_set_yes (BhPayload *self, const char *key, gboolean value)
{
  bh_payload_set (self, key, value ? "yes" : "no");
}

const char *
bh_payload_get (BhPayload *self, const char *key)
{
  guint position;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return locate (self, key, &position) ? entry_at (self, position)->value : NULL;
}

gint64
bh_payload_get_int (BhPayload *self, const char *key)
{
  const char *value = bh_payload_get (self, key);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

gboolean
bh_payload_is_yes (BhPayload *self, const char *key)
{
  return g_strcmp0 (bh_payload_get (self, key), "yes") == 0;
}

int
bh_payload_get_tri (BhPayload *self, const char *key)
{
  return bh_list_find (BH_LIST_TRI, bh_payload_get (self, key));
}

guint
bh_payload_get_size (BhPayload *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

void
bh_payload_get_nth (BhPayload *self, guint i, const char **key, const char **value)
{
  g_return_if_fail (self != NULL && i < self->entries->len);

  if (key != NULL)
    *key = entry_at (self, i)->key;
  if (value != NULL)
    *value = entry_at (self, i)->value;
}

gboolean
bh_payload_equal (BhPayload *a, BhPayload *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->entries->len != b->entries->len)
    return FALSE;

  for (guint i = 0; i < a->entries->len; i++)
    {
      if (strcmp (entry_at (a, i)->key, entry_at (b, i)->key) != 0
          || strcmp (entry_at (a, i)->value, entry_at (b, i)->value) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
append_escaped (GString *out, const char *value)
{
  for (;;)
    {
      gsize plain = strcspn (value, "\\\n\r");

      g_string_append_len (out, value, (gssize) plain);
      value += plain;
      if (*value == '\0')
        return;
      g_string_append_c (out, '\\');
      g_string_append_c (out, *value == '\n' ? 'n' : *value == '\r' ? 'r' : '\\');
      value++;
    }
}

char *
bh_payload_to_text (BhPayload *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_sized_new (512);
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_string_append (out, entry_at (self, i)->key);
      g_string_append_c (out, '=');
      append_escaped (out, entry_at (self, i)->value);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* "#" and the digest of the salt in decimal, a colon, and the value. */
static void
append_digest (GString *out, const char *salt, const char *value, GChecksum *checksum)
{
  g_checksum_reset (checksum);
  g_checksum_update (checksum, (const guchar *) salt, -1);
  g_checksum_update (checksum, (const guchar *) value, -1);
  g_string_append_c (out, '#');
  g_string_append (out, g_checksum_get_string (checksum));
}

char *
bh_payload_to_masked_text (BhPayload *self, gint64 salt)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char prefix[32];
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  g_snprintf (prefix, sizeof prefix, "%" G_GINT64_FORMAT ":", salt);
  out = g_string_sized_new (512);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = entry_at (self, i);

      g_string_append (out, entry->key);
      g_string_append_c (out, '=');
      if (bh_payload_key_is_personal (entry->key))
        append_digest (out, prefix, entry->value, checksum);
      else
        append_escaped (out, entry->value);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* Undoes append_escaped() in place; an entry only ever gets shorter. */
static gboolean
unescape (char *value)
{
  char *to = strchr (value, '\\');

  if (to == NULL)
    return TRUE;

  for (const char *from = to; *from != '\0'; from++)
    {
      if (*from != '\\')
        *to++ = *from;
      else if (from[1] == 'n' || from[1] == 'r' || from[1] == '\\')
        {
          from++;
          *to++ = *from == 'n' ? '\n' : *from == 'r' ? '\r' : '\\';
        }
      else
        return FALSE;
    }
  *to = '\0';

  return TRUE;
}

/* Takes one line of the text form; keys must come in order, so that a payload has one text. */
static gboolean
parse_line (BhPayload *self, const char *line, gsize length)
{
  const char *equals = memchr (line, '=', length);
  gsize key_length = equals != NULL ? (gsize) (equals - line) : 0;
  guint n = self->entries->len;
  Entry entry;

  if (equals == NULL || key_length + 1 == length || !is_key (line, key_length)
      || memchr (line, '\r', length) != NULL)
    return FALSE;

  entry = make_entry (line, key_length, equals + 1, length - key_length - 1);
  g_array_append_val (self->entries, entry);

  return unescape (entry.key + key_length + 1)
         && (n == 0 || strcmp (entry_at (self, n - 1)->key, entry.key) < 0);
}

BhPayload *
bh_payload_parse (const char *text, GError **error)
{
  g_autoptr (BhPayload) self = NULL;
  gboolean good;

  g_return_val_if_fail (text != NULL, NULL);

  self = bh_payload_new ();
  good = g_utf8_validate (text, -1, NULL);
  while (good && *text != '\0')
    {
      const char *end = strchr (text, '\n');

      good = end != NULL && parse_line (self, text, (gsize) (end - text));
      text = end != NULL ? end + 1 : text;
    }

  if (!good)
    {
      g_set_error_literal (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_HISTORY,
                           _ ("An entry of the history cannot be read: it is damaged. Restore a "
                              "backup copy."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

static int
compare_keys (const void *a, const void *b)
{
  return strcmp (a, *(const char *const *) b);
}

gboolean
bh_payload_key_is_personal (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  if (g_str_has_prefix (key, "old."))
    key += strlen ("old.");

  return bsearch (key, personal_keys, G_N_ELEMENTS (personal_keys), sizeof *personal_keys,
                  compare_keys)
         != NULL;
}
