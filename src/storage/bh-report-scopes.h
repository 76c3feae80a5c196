/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * bh_report_scopes_follow_names:
 * @before: the office before some of its names were changed
 *
 * What was reported stays as it is written; beside it is noted how the same tickets are called now,
 * so that a report is found by the names of today. What is still to be made by a schedule goes on
 * about the same tickets.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_report_scopes_follow_names (BhWork *work, BhOffice *before, GError **error);

G_END_DECLS
