/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
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

/** bh_report_take_label: @taken: (inout) (element-type utf8): what labels there are, as formulas
 * tell them apart; with g_str_hash() and owned keys. Returns: (transfer full): @name, with a number
 * where a formula would take it for one of these */
char *bh_report_take_label (GHashTable *taken, const char *name);

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

/** bh_report_labels_get_segment: @field: %BH_FILTER_CITY_TIER or %BH_FILTER_ESTATE_KIND. Returns:
 * (transfer none): what the city or the estate of a community is called, "" where nobody said */
const char *
bh_report_labels_get_segment (BhReportLabels *self, BhFilterField field, gint64 community_id);
/** bh_report_labels_get_word: likewise. Returns: (transfer none): the same for a word of the
 * register, as filters have it */
const char *bh_report_labels_get_word (BhReportLabels *self, BhFilterField field, const char *word);

G_END_DECLS
