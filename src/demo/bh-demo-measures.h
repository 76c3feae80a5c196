/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * bh_demo_measures_add_all:
 * @work: its clock is moved, and put back
 * @period: of the story
 *
 * What the monthly meetings of the last half year decided, and what came of it by the end of the
 * story.
 *
 * Returns: FALSE with @error
 */
gboolean bh_demo_measures_add_all (BhWork *work, const BhPeriod *period, GError **error);

G_END_DECLS
