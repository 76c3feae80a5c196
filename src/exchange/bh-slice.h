/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhSlice:
 * @text: the first byte; not terminated
 * @length: in bytes
 *
 * A piece of text that belongs to somebody else.
 */
typedef struct
{
  const char *text;
  gsize length;
} BhSlice;

/**
 * bh_slice:
 * @text: (nullable): a terminated string
 *
 * Returns: all of @text
 */
BhSlice bh_slice (const char *text);

/**
 * bh_slice_trim:
 *
 * Returns: @slice without white space at both ends, U+00A0, U+200B and U+3000 included
 */
BhSlice bh_slice_trim (BhSlice slice);

G_END_DECLS
