/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-drawn-file.h"

#include "base/bh-i18n.h"

#include <gio/gio.h>

cairo_status_t
bh_drawn_file_append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

gboolean
bh_drawn_file_has_ending (const char *path, const char *ending)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (path != NULL && ending != NULL, FALSE);

  folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ending);
}

gboolean
bh_drawn_file_write (const char *path, cairo_status_t status, GByteArray *bytes, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” cannot be drawn: %s."), path,
                   cairo_status_to_string (status));
      return FALSE;
    }

  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}
