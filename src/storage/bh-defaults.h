/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/** bh_defaults_add: fills a new database with what product.md lists: channels, causes, departments,
 * top-level categories, the default policies, the targets and the calendar, named in the language
 * of the moment */
gboolean bh_defaults_add (BhWork *work, GError **error);

/** bh_defaults_add_targets: adds the targets that an office begins with (product.md, "three down,
 * one up"), for the year that the clock shows, where it has none yet */
gboolean bh_defaults_add_targets (BhWork *work, GError **error);
/** bh_defaults_add_calendar: adds the calendar that an office begins with, of all time: the hours
 * of product.md and the years in data/holidays, where it has none yet */
gboolean bh_defaults_add_calendar (BhWork *work, GError **error);

G_END_DECLS
