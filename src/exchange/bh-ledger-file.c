/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-file.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

#define MAX_SIZE (1024 * 1024 * (gsize) 1024)
#define MIN_BUFFER ((gsize) 64 * 1024)

typedef struct
{
  char *data; /* owned */
  gsize length;
  gsize size;
} Buffer;

static void
buffer_clear (Buffer *buffer)
{
  g_clear_pointer (&buffer->data, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Buffer, buffer_clear)

static gboolean
is_packed (const guint8 *data, gsize length)
{
  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

static void
set_file_error (GError **error, GFile *file, const char *what)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE, "%s: %s", name, what);
}

static void
set_too_large (GError **error, GFile *file)
{
  set_file_error (error, file, _ ("the file is larger than 1 GiB. Split it into parts."));
}

static void
set_unreadable (GError **error, GFile *file, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_file_error (error, file, _ ("there is no such file. Check the name and the folder."));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_file_error (error, file, _ ("you are not allowed to read this file."));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    set_file_error (error, file, _ ("this is a folder. Name a file in it."));
  else
    set_file_error (error, file, cause->message);
}

static void
set_damaged (GError **error, GFile *file, const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    set_file_error (error, file, _ ("the packed file is cut off. Copy it again and retry."));
  else
    set_file_error (error, file, _ ("the packed file is damaged. Copy it again and retry."));
}

/* The last four bytes of a packed file say its size (modulo 2³²), which is believed within reason.
 */
static gsize
guess_unpacked_size (const guint8 *data, gsize length)
{
  guint32 size = 0;

  if (length >= 18)
    memcpy (&size, data + length - sizeof size, sizeof size);
  return CLAMP ((gsize) GUINT32_FROM_LE (size), MIN_BUFFER,
                MIN (length * 32, MAX_SIZE) + MIN_BUFFER)
         + 1;
}

/* A packed file may consist of several members one after another; zeros may fill up a block. */
static gboolean
unpack (GFile *file,
        const guint8 *in,
        gsize in_length,
        Buffer *out,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GConverter) unzip
      = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  gsize at = 0;
  gboolean finished = FALSE;

  out->size = guess_unpacked_size (in, in_length);
  out->data = g_malloc (out->size);
  while (!finished)
    {
      g_autoptr (GError) local = NULL;
      gsize n_read = 0, n_written = 0;
      GConverterResult result;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (out->length == out->size)
        {
          out->size += out->size / 2;
          out->data = g_realloc (out->data, out->size);
        }
      result = g_converter_convert (unzip, in + at, in_length - at, out->data + out->length,
                                    out->size - out->length, G_CONVERTER_INPUT_AT_END, &n_read,
                                    &n_written, &local);
      at += n_read;
      out->length += n_written;
      if (out->length > MAX_SIZE)
        {
          set_too_large (error, file);
          return FALSE;
        }
      if (result == G_CONVERTER_ERROR)
        {
          set_damaged (error, file, local);
          return FALSE;
        }
      if (result == G_CONVERTER_FINISHED)
        {
          while (at < in_length && in[at] == 0)
            at++;
          finished = at == in_length;
          g_converter_reset (unzip);
        }
    }
  return TRUE;
}

GBytes *
bh_ledger_file_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *contents = NULL;
  g_auto (Buffer) unpacked = { 0 };
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &local);
  if (info != NULL && (gsize) g_file_info_get_size (info) > MAX_SIZE)
    {
      set_too_large (error, file);
      return NULL;
    }
  if (info == NULL || !g_file_load_contents (file, cancellable, &contents, &length, NULL, &local))
    {
      set_unreadable (error, file, local);
      return NULL;
    }
  if (!is_packed ((const guint8 *) contents, length))
    return g_bytes_new_take (g_steal_pointer (&contents), length);

  if (!unpack (file, (const guint8 *) contents, length, &unpacked, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&unpacked.data), unpacked.length);
}
