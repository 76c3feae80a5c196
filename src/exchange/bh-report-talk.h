/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-sentences.h"

G_BEGIN_DECLS

/* Private to the sentences: their parts share these. */

/** BhReportWeight: what matters more stays where there are too many sentences. */
typedef enum
{
  BH_REPORT_WEIGHT_MOST,
  BH_REPORT_WEIGHT_FINISHED,
  BH_REPORT_WEIGHT_MET,
  BH_REPORT_WEIGHT_CHAIN,
  BH_REPORT_WEIGHT_SATISFACTION,
  BH_REPORT_WEIGHT_BETTER,
  BH_REPORT_WEIGHT_WORSE,
  BH_REPORT_WEIGHT_RISE,
  BH_REPORT_WEIGHT_OVERDUE,
  BH_REPORT_WEIGHT_MISSED,
  BH_REPORT_WEIGHT_RECEIVED,
} BhReportWeight;

/** BhReportSentence: @text: (owned) */
typedef struct
{
  char *text;
  BhReportWeight weight;
} BhReportSentence;

/**
 * BhReportTalk:
 * @filter: (owned): never %NULL
 * @card: (element-type BhScorecardRow)
 * @before_known: whether the office's records reach back over the period before
 * @year_known: likewise a year before
 * @sentences: (owned) (element-type BhReportSentence): in the order to show
 *
 * Sentences that are being made.
 */
typedef struct
{
  BhInsight *insight;
  const BhReportRequest *request;
  BhOffice *office;
  BhScorecardPeriods periods;
  BhTicketFilter *filter;
  GPtrArray *card;
  gboolean before_known;
  gboolean year_known;
  GPtrArray *sentences;
} BhReportTalk;

/** bh_report_talk_add: @text: (transfer full) */
void bh_report_talk_add (BhReportTalk *self, BhReportWeight weight, char *text);
/** bh_report_talk_get_row: Returns: (transfer none): the row of @figure that is about all tickets
 * of the report */
const BhScorecardRow *bh_report_talk_get_row (BhReportTalk *self, BhFigureId figure);

/* One function a rule or two; each adds a sentence where there is one. Those that look at more than
 * the card return FALSE with @error, or without in the mode BH_INSIGHT_KEPT. */
void bh_report_talk_received (BhReportTalk *self);
gboolean bh_report_talk_categories (BhReportTalk *self, GError **error);
gboolean bh_report_talk_overdue (BhReportTalk *self, GError **error);
void bh_report_talk_changes (BhReportTalk *self);
void bh_report_talk_targets (BhReportTalk *self);
gboolean bh_report_talk_satisfaction (BhReportTalk *self, GError **error);
gboolean bh_report_talk_chains (BhReportTalk *self, GError **error);
void bh_report_talk_finished (BhReportTalk *self);

G_END_DECLS
