/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/** bh_defaults_add: fills a new database with what product.md lists: channels, causes, departments,
 * top-level categories and the default policies, named in the language of the moment */
gboolean bh_defaults_add (BhWork *work, GError **error);

G_END_DECLS
