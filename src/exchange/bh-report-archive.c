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

static gboolean
inflate (const guint8 *bytes, gsize n, Text *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read, n_written;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      result = g_converter_convert (G_CONVERTER (inflater), bytes, n, buffer, BUFFER_SIZE,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return bh_report_archive_fail (error);
      keep (text, buffer, n_written);
      bytes += n_read;
      n -= n_read;
    }

  return TRUE;
}

/* @entry: of the directory */
static gboolean
check_member (const guint8 *archive,
              gsize length,
              const guint8 *entry,
              GCancellable *cancellable,
              GError **error)
{
  gsize method = read_number (entry + 10, 2), n = read_number (entry + 20, 4);
  gsize place = read_number (entry + 42, 4);
  Text text = { .n_head = 0 };

  if (place + MEMBER_SIZE > length)
    return bh_report_archive_fail (error);
  place += MEMBER_SIZE + read_number (archive + place + 26, 2)
           + read_number (archive + place + 28, 2);
  if (place > length || n > length - place)
    return bh_report_archive_fail (error);

  if (method != METHOD_DEFLATE)
    keep (&text, (const char *) archive + place, n);
  else if (!inflate (archive + place, n, &text, cancellable, error))
    return FALSE;

  return is_whole (&text) || bh_report_archive_fail (error);
}

gboolean
bh_report_archive_check (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  const guint8 *archive, *end;
  gsize length, place, n_entries;

  if (file == NULL)
    return FALSE;

  archive = (const guint8 *) g_mapped_file_get_contents (file);
  length = g_mapped_file_get_length (file);
  end = archive + length - END_SIZE;
  if (length < END_SIZE || memcmp (end, END_MARK, strlen (END_MARK)) != 0)
    return bh_report_archive_fail (error);

  n_entries = read_number (end + 10, 2);
  place = read_number (end + 16, 4);
  for (gsize i = 0; i < n_entries; i++)
    {
      const guint8 *entry = archive + place;

      if (place + ENTRY_SIZE > length || memcmp (entry, ENTRY_MARK, strlen (ENTRY_MARK)) != 0)
        return bh_report_archive_fail (error);
      if (!check_member (archive, length, entry, cancellable, error))
        return FALSE;
      place += ENTRY_SIZE + read_number (entry + 28, 2) + read_number (entry + 30, 2)
               + read_number (entry + 32, 2);
    }

  return TRUE;
}
