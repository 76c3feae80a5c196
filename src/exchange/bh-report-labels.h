/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "exchange/bh-report.h"

G_BEGIN_DECLS

/** BhReportLabel: @path, @top: (owned): what a category is called; no two are called the same. */
typedef struct
{
  char *path;
  char *top;
} BhReportLabel;

/**
 * BhReportLabels:
 *
 * What categories, departments and so on are called in a workbook: one line, no longer than a
 * formula can ask for, and no two that a formula takes for the same: capital letters make no
 * difference, nor does how a number or a date is written.
 */
typedef struct _BhReportLabels BhReportLabels;

/** bh_report_labels_new: @profile: in the public one the names of staff are masked */
BhReportLabels *bh_report_labels_new (BhOffice *office, BhReportProfile profile);
void bh_report_labels_free (BhReportLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportLabels, bh_report_labels_free)

/** bh_report_labels_get_category: Returns: (transfer none): of 0 and unknown ones what stands for
 * none */
const BhReportLabel *bh_report_labels_get_category (BhReportLabels *self, gint64 id);

/**
 * bh_report_labels_get:
 * @type: %BH_TYPE_DEPARTMENT, %BH_TYPE_STAFF, %BH_TYPE_CHANNEL, %BH_TYPE_CAUSE or %BH_TYPE_PLACE
 * for a community
 *
 * Returns: (transfer none): "" for 0 and unknown ones, whose cells are empty
 */
const char *bh_report_labels_get (BhReportLabels *self, GType type, gint64 id);

G_END_DECLS
