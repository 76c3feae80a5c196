/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/** bh_demo_site_add_all: draws a site plan of every community, and puts its buildings and public
 * areas on it. Returns: FALSE with @error */
gboolean bh_demo_site_add_all (BhWork *work, GError **error);

G_END_DECLS
