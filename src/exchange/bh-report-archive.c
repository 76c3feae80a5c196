/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-archive.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

/* Of the format (APPNOTE 6.3, 4.3): a directory at the end tells where the members are. */
#define END_SIZE 22
#define END_MARK "PK\005\006"
#define ENTRY_SIZE 46
#define ENTRY_MARK "PK\001\002"
#define MEMBER_SIZE 30
#define METHOD_DEFLATE 8

#define BUFFER_SIZE 65536
/* The name of the outermost element stands behind a declaration, and once more at the end. */
#define HEAD_SIZE 512
#define TAIL_SIZE 64

/* What is looked at of a member. */
typedef struct
{
  char head[HEAD_SIZE + 1];
  gsize n_head;
  char tail[TAIL_SIZE + 1];
  gsize n_tail;
} Text;

gboolean
bh_report_archive_fail (GError **error)
{
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("The workbook is incomplete: there is no room for it on the disk. Make some, in "
                  "its folder or in %s, and try again."),
               g_get_tmp_dir ());

  return FALSE;
}

static gsize
read_number (const guint8 *bytes, guint n)
{
  gsize number = 0;

  for (guint i = n; i > 0; i--)
    number = number << 8 | bytes[i - 1];

  return number;
}

static void
keep (Text *self, const char *bytes, gsize n)
{
  gsize n_head = MIN (n, HEAD_SIZE - self->n_head);
  gsize n_kept = MIN (self->n_tail, TAIL_SIZE - MIN (n, TAIL_SIZE));
  gsize n_new = MIN (n, TAIL_SIZE);

  memcpy (self->head + self->n_head, bytes, n_head);
  self->n_head += n_head;
  memmove (self->tail, self->tail + self->n_tail - n_kept, n_kept);
  memcpy (self->tail + n_kept, bytes + n - n_new, n_new);
  self->n_tail = n_kept + n_new;
}

/* Whether the outermost element has its end. */
static gboolean
is_whole (Text *self)
{
  g_autofree char *name = NULL, *end = NULL;
  const char *begin = self->head;

  self->head[self->n_head] = '\0';
  self->tail[self->n_tail] = '\0';
  g_strchomp (self->tail);
  while ((begin = strchr (begin, '<')) != NULL && begin[1] == '?')
    begin++;
  if (begin == NULL)
    return FALSE;

  name = g_strndup (begin + 1, strcspn (begin + 1, " >\r\n"));
  end = g_strconcat ("</", name, ">", NULL);

  return g_str_has_suffix (self->tail, end);
}

/* What is read of a workbook, piece by piece: a mapped file would fill the memory with all of it.
 */
typedef struct
{
  GInputStream *stream; /* (owned) */
  gsize length;
  GCancellable *cancellable;
} Archive;

static void
archive_clear (Archive *self)
{
  g_clear_object (&self->stream);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Archive, archive_clear)

static gboolean
archive_open (Archive *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  self->stream = G_INPUT_STREAM (g_file_read (file, self->cancellable, error));
  if (self->stream != NULL)
    info
        = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (self->stream),
                                          G_FILE_ATTRIBUTE_STANDARD_SIZE, self->cancellable, error);
  if (info == NULL)
    return FALSE;
  self->length = (gsize) g_file_info_get_size (info);

  return TRUE;
}

static gboolean
archive_seek (Archive *self, gsize place, GError **error)
{
  return g_seekable_seek (G_SEEKABLE (self->stream), (goffset) place, G_SEEK_SET, self->cancellable,
                          error);
}

static gboolean
archive_read (Archive *self, gsize place, guint8 *bytes, gsize n, GError **error)
{
  gsize n_read;

  if (n > self->length || place > self->length - n)
    return bh_report_archive_fail (error);
  if (!archive_seek (self, place, error)
      || !g_input_stream_read_all (self->stream, bytes, n, &n_read, self->cancellable, error))
    return FALSE;

  return n_read == n || bh_report_archive_fail (error);
}

/* Reads @stream to its end, or @most bytes of it. */
static gboolean
read_text (GInputStream *stream, gsize most, Text *text, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);

  while (most > 0)
    {
      g_autoptr (GError) local = NULL;
      gssize n = g_input_stream_read (stream, buffer, MIN (most, BUFFER_SIZE), cancellable, &local);

      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (n < 0)
        return bh_report_archive_fail (error);
      if (n == 0)
        break;
      keep (text, buffer, (gsize) n);
      most -= (gsize) n;
    }

  return TRUE;
}

static gboolean
read_inflated (Archive *archive, Text *text, GError **error)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) stream
      = g_converter_input_stream_new (archive->stream, G_CONVERTER (inflater));

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (stream), FALSE);

  return read_text (stream, G_MAXSIZE, text, archive->cancellable, error);
}

/* @entry: of the directory */
static gboolean
check_member (Archive *archive, const guint8 *entry, GError **error)
{
  gsize method = read_number (entry + 10, 2), n = read_number (entry + 20, 4);
  gsize place = read_number (entry + 42, 4);
  guint8 member[MEMBER_SIZE];
  Text text = { .n_head = 0 };
  gboolean read;

  if (!archive_read (archive, place, member, sizeof member, error))
    return FALSE;
  place += MEMBER_SIZE + read_number (member + 26, 2) + read_number (member + 28, 2);
  if (place > archive->length || n > archive->length - place)
    return bh_report_archive_fail (error);

  read = archive_seek (archive, place, error)
         && (method == METHOD_DEFLATE
                 ? read_inflated (archive, &text, error)
                 : read_text (archive->stream, n, &text, archive->cancellable, error));

  return read && (is_whole (&text) || bh_report_archive_fail (error));
}

gboolean
bh_report_archive_check (const char *path, GCancellable *cancellable, GError **error)
{
  g_auto (Archive) archive = { .cancellable = cancellable };
  guint8 end[END_SIZE], entry[ENTRY_SIZE];
  gsize place, n_entries;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!archive_open (&archive, path, error))
    return FALSE;
  if (archive.length < END_SIZE)
    return bh_report_archive_fail (error);
  if (!archive_read (&archive, archive.length - END_SIZE, end, sizeof end, error))
    return FALSE;
  if (memcmp (end, END_MARK, strlen (END_MARK)) != 0)
    return bh_report_archive_fail (error);

  n_entries = read_number (end + 10, 2);
  place = read_number (end + 16, 4);
  for (gsize i = 0; i < n_entries; i++)
    {
      if (!archive_read (&archive, place, entry, sizeof entry, error))
        return FALSE;
      if (memcmp (entry, ENTRY_MARK, strlen (ENTRY_MARK)) != 0)
        return bh_report_archive_fail (error);
      if (!check_member (&archive, entry, error))
        return FALSE;
      place += ENTRY_SIZE + read_number (entry + 28, 2) + read_number (entry + 30, 2)
               + read_number (entry + 32, 2);
    }

  return TRUE;
}
