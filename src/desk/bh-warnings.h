/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "storage/bh-warning-queries.h"

G_BEGIN_DECLS

/** BhWarningLevel: 50, 80, 100 and 150 percent of a clock's limit. */
typedef enum
{
  BH_WARNING_HALF,
  BH_WARNING_SOON,
  BH_WARNING_PASSED,
  BH_WARNING_LONG_PASSED,
} BhWarningLevel;

/** BH_N_WARNING_LEVELS: size of an array indexed by #BhWarningLevel. */
#define BH_N_WARNING_LEVELS 4

/** bh_warning_level_get_percent: Returns: the threshold of a level */
int bh_warning_level_get_percent (BhWarningLevel level);

/** bh_warning_level_find: Returns: the level of a threshold in percent */
BhWarningLevel bh_warning_level_find (int threshold);

/**
 * bh_warning_list_concerned:
 *
 * Whom a warning is for: at 50 and 80 percent who has the ticket, else the staff of its department,
 * else the desk; at 100 the supervisors; then the managers (product.md, warnings). Where an office
 * has none of these, the next ones up, or else the desk.
 *
 * Returns: (transfer full) (element-type gint64): ids of staff
 */
GArray *bh_warning_list_concerned (BhOffice *office, const BhWarningNote *note);

/** bh_warning_is_shown: Returns: whether somebody at the desk sees @note: a worker what is in his
 * own hands or nobody's of his department, an auditor nothing, everybody else all. @staff_id: 0 for
 * nobody in particular */
gboolean bh_warning_is_shown (BhOffice *office, const BhWarningNote *note, gint64 staff_id);

/**
 * bh_warning_list_shown:
 * @staff_id: who is at the desk, 0 for nobody in particular
 * @since: only what was told at or after it
 *
 * Returns: (transfer full) (nullable) (element-type BhWarningNote): what @staff_id sees of the
 *   warnings of clocks that still run, the newest first
 */
GPtrArray *bh_warning_list_shown (BhConnection *connection,
                                  BhOffice *office,
                                  gint64 staff_id,
                                  gint64 since,
                                  guint limit,
                                  GError **error);

/** bh_warning_describe: Returns: (transfer full): translated: which clock, and how far it is:
 * "Completion: 80 % of the time is gone, due 2026-03-02 16:10", "Response: overdue since …" */
char *bh_warning_describe (BhOffice *office, const BhWarningNote *note);

G_END_DECLS
