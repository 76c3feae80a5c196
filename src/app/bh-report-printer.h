/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"
#include "domain/bh-report-kind.h"

G_BEGIN_DECLS

/** bh_report_print_list: prints the workbooks that were made, newest first. Returns: FALSE with
 * @error */
gboolean bh_report_print_list (BhInvocation *invocation, GError **error);

/**
 * BhReportChoice:
 * @which: number of a report in the list, or month "2026-10"
 * @kind: of what is looked for by its month
 * @filter: (nullable): likewise
 * @as_of: (nullable): what is known at this time is compared, NULL for now
 *
 * Which report is compared with what.
 */
typedef struct
{
  const char *which;
  BhReportKind kind;
  const char *filter;
  const char *as_of;
} BhReportChoice;

/** bh_report_print_comparison: prints what became of the figures of a report that was made for the
 * record. Returns: FALSE with @error */
gboolean
bh_report_print_comparison (BhInvocation *invocation, const BhReportChoice *choice, GError **error);

G_END_DECLS
