/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-papers.h"

G_BEGIN_DECLS

/* One gatherer a paper, each as bh_papers_make(). */

/**
 * BhPaperJob:
 *
 * What a gatherer works with; nothing is owned.
 */
typedef struct
{
  BhConnection *connection;
  BhOffice *office;
  const BhPaperRequest *request;
  GCancellable *cancellable;
} BhPaperJob;

BhPaper *bh_papers_make_work_order (const BhPaperJob *job, GError **error);
BhPaper *bh_papers_make_notice (const BhPaperJob *job, GError **error);
BhPaper *bh_papers_make_callbacks (const BhPaperJob *job, GError **error);
BhPaper *bh_papers_make_overdue (const BhPaperJob *job, GError **error);
BhPaper *bh_papers_make_shift (const BhPaperJob *job, GError **error);

/** bh_papers_dup_span: Returns: (transfer full): "3 h 20 min", "2 d 4 h" from a day on */
char *bh_papers_dup_span (gint64 seconds);

G_END_DECLS
