/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-staff-pin.h"

#include <string.h>

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-error.h"

/* PBKDF2 (RFC 8018) with HMAC-SHA-256 and one block of output. */

#define TAG "pbkdf2-sha256"
#define ROUNDS 20000
#define MAX_ROUNDS 10000000
#define MIN_DIGITS 4
#define MAX_DIGITS 8
#define BLOCK 32

char *
bh_staff_pin_read (const char *text, GError **error)
{
  g_autofree char *clean = bh_text_clean (text);
  g_autofree char *digits = bh_text_digits (clean);
  glong n_chars = clean != NULL ? g_utf8_strlen (clean, -1) : 0;

  if (n_chars >= MIN_DIGITS && n_chars <= MAX_DIGITS && n_chars == (glong) strlen (digits))
    return g_steal_pointer (&digits);

  bh_domain_reject_input (error, _ ("A PIN is 4 to 8 digits"));

  return NULL;
}

static void
digest (GHmac *keyed, const guchar *bytes, gsize size, guchar block[BLOCK])
{
  g_autoptr (GHmac) hmac = g_hmac_copy (keyed);
  gsize length = BLOCK;

  g_hmac_update (hmac, bytes, (gssize) size);
  g_hmac_get_digest (hmac, block, &length);
}

static char *
derive (const char *pin, const char *salt, guint rounds)
{
  g_autoptr (GHmac) keyed = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) pin, strlen (pin));
  g_autoptr (GByteArray) first = g_byte_array_new ();
  g_autoptr (GString) hex = g_string_new (NULL);
  guchar block[BLOCK];
  guchar sum[BLOCK];

  g_byte_array_append (first, (const guchar *) salt, (guint) strlen (salt));
  g_byte_array_append (first, (const guchar *) "\0\0\0\1", 4);
  digest (keyed, first->data, first->len, block);
  memcpy (sum, block, BLOCK);
  for (guint i = 1; i < rounds; i++)
    {
      digest (keyed, block, BLOCK, block);
      for (guint j = 0; j < BLOCK; j++)
        sum[j] ^= block[j];
    }
  for (guint i = 0; i < BLOCK; i++)
    g_string_append_printf (hex, "%02x", sum[i]);

  return g_string_free (g_steal_pointer (&hex), FALSE);
}

static char *
make_hash (const char *pin, gint64 salt, guint rounds)
{
  g_autofree char *salt_text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", (guint64) salt);
  g_autofree char *hash = derive (pin, salt_text, rounds);

  return g_strdup_printf (TAG "$%u$%s$%s", rounds, salt_text, hash);
}

char *
bh_staff_pin_hash (const char *pin, gint64 salt)
{
  g_return_val_if_fail (pin != NULL, NULL);

  return make_hash (pin, salt, ROUNDS);
}

char *
bh_staff_pin_hash_public (const char *pin, gint64 salt)
{
  g_return_val_if_fail (pin != NULL, NULL);

  return make_hash (pin, salt, 1);
}

/* Looks at every byte, wherever the first difference is. */
static gboolean
are_equal (const char *a, const char *b)
{
  gsize size = strlen (a);
  guint difference = 0;

  if (strlen (b) != size)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    difference |= (guchar) a[i] ^ (guchar) b[i];

  return difference == 0;
}

gboolean
bh_staff_pin_check (BhStaff *staff, const char *pin)
{
  g_autofree char *digits = NULL;
  g_autofree char *hash = NULL;
  g_auto (GStrv) parts = NULL;
  guint64 rounds = 0;

  g_return_val_if_fail (BH_IS_STAFF (staff), FALSE);

  digits = bh_staff_pin_read (pin, NULL);
  parts = g_strsplit (staff->pin != NULL ? staff->pin : "", "$", -1);
  if (digits == NULL || g_strv_length (parts) != 4 || !g_str_equal (parts[0], TAG)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, MAX_ROUNDS, &rounds, NULL))
    return FALSE;

  hash = derive (digits, parts[2], (guint) rounds);

  return are_equal (hash, parts[3]);
}
