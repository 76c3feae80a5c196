/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BhProgressFunc: @fraction: 0 to 1, or below 0 when unknown; called in the working thread */
typedef void (*BhProgressFunc) (double fraction, gpointer user_data);

G_END_DECLS
