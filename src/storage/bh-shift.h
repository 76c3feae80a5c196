/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/** BhShift: a shift that was handed over. */
typedef struct
{
  gint64 id;
  gint64 at;
  gint64 from_id; /* staff, 0 for nobody known */
  gint64 to_id;   /* likewise */
  char *note;     /* (owned) (nullable) */
  char *sheet;    /* (owned): what the sheet said, in the language of who made it */
} BhShift;

void bh_shift_free (BhShift *shift);

/** bh_shift_load_last: @limit: at most so many. Returns: (transfer full) (nullable) (element-type
 * BhShift): newest first; NULL with @error */
GPtrArray *bh_shift_load_last (BhConnection *connection, guint limit, GError **error);

/** bh_shift_insert: @shift: (transfer none): gets its id here */
gboolean bh_shift_insert (BhWork *work, BhShift *shift, GError **error);

G_END_DECLS
