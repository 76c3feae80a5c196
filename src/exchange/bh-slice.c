/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-slice.h"

#include <string.h>

BhSlice
bh_slice (const char *text)
{
  return (BhSlice){ text, text != NULL ? strlen (text) : 0 };
}

static gsize
white_at_start (const char *p, const char *end)
{
  if ((guchar) *p <= ' ')
    return 1;
  if (end - p >= 2 && memcmp (p, "\xC2\xA0", 2) == 0)
    return 2;
  if (end - p >= 3
      && (memcmp (p, "\xE3\x80\x80", 3) == 0 || memcmp (p, "\xE2\x80\x8B", 3) == 0
          || memcmp (p, "\xEF\xBB\xBF", 3) == 0))
    return 3;
  return 0;
}

static gsize
white_at_end (const char *start, const char *end)
{
  for (gsize n = 1; n <= 3 && start + n <= end; n++)
    if (white_at_start (end - n, end) == n)
      return n;
  return 0;
}

BhSlice
bh_slice_trim (BhSlice slice)
{
  const char *start = slice.text;
  const char *end = start + slice.length;
  gsize n;

  while (start < end && (n = white_at_start (start, end)) > 0)
    start += n;
  while (start < end && (n = white_at_end (start, end)) > 0)
    end -= n;
  return (BhSlice){ start, (gsize) (end - start) };
}
