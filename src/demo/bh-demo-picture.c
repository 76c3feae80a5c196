/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-picture.h"

#include "storage/bh-file-store.h"

#include <string.h>

/* A PNG file of a few colours, its data neither compressed nor more than one block. */

#define WIDTH 48
#define HEIGHT 36
#define BITS 2 /* a pixel: one of four colours */
#define ROW (1 + WIDTH * BITS / 8)
#define SIZE (ROW * HEIGHT)

enum
{
  WALL,
  FLOOR,
  EDGE,
  STAIN
};

static const guint8 palettes[BH_DEMO_N_PICTURES][4][3] = {
  { { 228, 224, 214 }, { 150, 140, 126 }, { 110, 102, 92 }, { 128, 104, 66 } },
  { { 214, 222, 226 }, { 120, 130, 138 }, { 86, 94, 102 }, { 62, 92, 128 } },
  { { 236, 230, 208 }, { 172, 150, 110 }, { 132, 112, 78 }, { 96, 76, 52 } },
  { { 206, 214, 200 }, { 112, 132, 100 }, { 80, 98, 72 }, { 66, 70, 60 } },
  { { 220, 220, 222 }, { 96, 98, 104 }, { 66, 68, 74 }, { 170, 60, 48 } },
  { { 240, 238, 234 }, { 190, 182, 170 }, { 150, 142, 132 }, { 92, 122, 96 } },
};

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

/* The checksum of a PNG chunk, over its name and data. */
static guint32
get_crc (const guint8 *bytes, gsize size)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }

  return ~crc;
}

/* The checksum of what is compressed. */
static guint32
get_adler (const guint8 *bytes, gsize size)
{
  guint32 a = 1, b = 0;

  for (gsize i = 0; i < size; i++)
    {
      a = (a + bytes[i]) % 65521;
      b = (b + a) % 65521;
    }

  return b << 16 | a;
}

static void
append_chunk (GByteArray *file, const char *name, const guint8 *data, guint size)
{
  guint start;

  append_number (file, size);
  start = file->len;
  g_byte_array_append (file, (const guint8 *) name, 4);
  g_byte_array_append (file, data, size);
  append_number (file, get_crc (file->data + start, file->len - start));
}

static guint8
get_colour (guint index, int x, int y)
{
  int horizon = 22 + (int) index % 3 * 2;
  int dx = x - 14 - (int) index * 4, dy = y - 12 - (int) index % 4 * 4;

  if (dx * dx + 2 * dy * dy < 60 + 12 * (int) index)
    return STAIN;
  if (y == horizon || (y > horizon && (x + y) % 12 == 0))
    return EDGE;

  return y > horizon ? FLOOR : WALL;
}

/* Each row begins with how it is filtered: not at all. */
static void
draw (guint index, guint8 rows[SIZE])
{
  memset (rows, 0, SIZE);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      rows[y * ROW + 1 + x * BITS / 8]
          |= (guint8) (get_colour (index, x, y) << (8 - BITS - x * BITS % 8));
}

static void
append_pixels (GByteArray *file, guint index)
{
  static const guint8 begin[]
      = { 0x78, 0x01, 1, SIZE & 255, SIZE >> 8, ~SIZE & 255, (~SIZE >> 8) & 255 };
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 rows[SIZE];

  draw (index, rows);
  g_byte_array_append (data, begin, sizeof begin);
  g_byte_array_append (data, rows, SIZE);
  append_number (data, get_adler (rows, SIZE));
  append_chunk (file, "IDAT", data->data, data->len);
}

GBytes *
bh_demo_picture_make (guint index)
{
  static const guint8 mark[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 header[] = { 0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, BITS, 3, 0, 0, 0 };
  GByteArray *file = g_byte_array_new ();

  g_return_val_if_fail (index < BH_DEMO_N_PICTURES, NULL);

  g_byte_array_append (file, mark, sizeof mark);
  append_chunk (file, "IHDR", header, sizeof header);
  append_chunk (file, "PLTE", &palettes[index][0][0], sizeof palettes[index]);
  append_pixels (file, index);
  append_chunk (file, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (file);
}

static char *
add (const char *folder, guint index, GError **error)
{
  g_autoptr (GBytes) bytes = bh_demo_picture_make (index);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  BhFileAdding how = { 0 };
  g_autoptr (BhStoredFile) file = bh_file_store_add_stream (
      folder, stream, "photo.png", (gint64) g_bytes_get_size (bytes), &how, error);

  return file != NULL ? g_strdup (file->hash) : NULL;
}

gboolean
bh_demo_picture_add_all (BhWork *work, char *hashes[BH_DEMO_N_PICTURES], GError **error)
{
  g_autofree char *folder = bh_work_dup_file_folder (work);

  for (guint i = 0; i < BH_DEMO_N_PICTURES; i++)
    {
      hashes[i] = add (folder, i, error);
      if (hashes[i] == NULL)
        return FALSE;
    }

  return TRUE;
}
