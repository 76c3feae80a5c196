/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-sentences.h"

#include "exchange/bh-report-talk.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

static void
sentence_free (gpointer data)
{
  BhReportSentence *sentence = data;

  g_free (sentence->text);
  g_free (sentence);
}

static void
talk_clear (BhReportTalk *self)
{
  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhReportTalk, talk_clear)

void
bh_report_talk_add (BhReportTalk *self, BhReportWeight weight, char *text)
{
  BhReportSentence *sentence = g_new (BhReportSentence, 1);

  sentence->text = text;
  sentence->weight = weight;
  g_ptr_array_add (self->sentences, sentence);
}

/* The rows about all tickets of the report stand first. */
static const BhScorecardRow *
find_row (GPtrArray *card, BhFigureId figure)
{
  for (guint i = 0; i < card->len; i++)
    {
      const BhScorecardRow *row = g_ptr_array_index (card, i);

      if (row->id == figure && row->problem == NULL)
        return row;
    }

  g_return_val_if_reached (NULL);
}

const BhScorecardRow *
bh_report_talk_get_row (BhReportTalk *self, BhFigureId figure)
{
  return find_row (self->card, figure);
}

gboolean
bh_report_sentences_is_empty (GPtrArray *card)
{
  static const BhFigureId figures[]
      = { BH_FIGURE_RECEIVED, BH_FIGURE_FINISHED, BH_FIGURE_OPEN_AT_END };

  g_return_val_if_fail (card != NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (find_row (card, figures[i])->value.count > 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_known (BhFigureMemo *memo, const BhPeriod *period, gboolean *known, GError **error)
{
  *known = FALSE;

  return period->from >= period->to || bh_figure_memo_has_records (memo, period, known, error);
}

static gboolean
look_back (BhReportTalk *self, GError **error)
{
  g_autoptr (BhFigureMemo) memo = bh_figure_memo_new (self->insight);

  return is_known (memo, &self->periods.previous, &self->before_known, error)
         && is_known (memo, &self->periods.year_before, &self->year_known, error);
}

static gboolean
talk (BhReportTalk *self, GError **error)
{
  bh_report_talk_received (self);
  if (!bh_report_talk_categories (self, error))
    return FALSE;
  bh_report_talk_finished (self);
  if (!bh_report_talk_overdue (self, error))
    return FALSE;
  bh_report_talk_changes (self);
  bh_report_talk_targets (self);

  return bh_report_talk_satisfaction (self, error) && bh_report_talk_chains (self, error);
}

/* Takes the texts of those that matter most. */
static GPtrArray *
take_texts (GPtrArray *sentences)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  while (sentences->len > BH_REPORT_MOST_SENTENCES)
    {
      guint least = 0;

      for (guint i = 1; i < sentences->len; i++)
        {
          const BhReportSentence *one = g_ptr_array_index (sentences, i);

          if (one->weight < ((BhReportSentence *) g_ptr_array_index (sentences, least))->weight)
            least = i;
        }
      g_ptr_array_remove_index (sentences, least);
    }
  for (guint i = 0; i < sentences->len; i++)
    {
      BhReportSentence *sentence = g_ptr_array_index (sentences, i);

      g_ptr_array_add (texts, g_steal_pointer (&sentence->text));
    }

  return texts;
}

GPtrArray *
bh_report_sentences_from_card (BhInsight *insight,
                               const BhReportRequest *request,
                               const BhPeriod *period,
                               GPtrArray *card,
                               GError **error)
{
  g_auto (BhReportTalk) self = {
    .insight = insight,
    .request = request,
    .card = card,
  };

  g_return_val_if_fail (insight != NULL && request != NULL, NULL);
  g_return_val_if_fail (period != NULL && card != NULL, NULL);

  self.office = bh_insight_get_office (insight);
  self.filter
      = request->filter != NULL ? bh_ticket_filter_ref (request->filter) : bh_ticket_filter_new ();
  self.sentences = g_ptr_array_new_with_free_func (sentence_free);
  bh_scorecard_periods_init (&self.periods, bh_insight_get_time (insight), period);
  if (!bh_report_sentences_is_empty (card) && (!look_back (&self, error) || !talk (&self, error)))
    return NULL;

  return take_texts (self.sentences);
}

GPtrArray *
bh_report_sentences_compute (BhInsight *insight, const BhReportRequest *request, GError **error)
{
  BhOfficeTime *time;
  BhScorecardPeriods periods;
  BhPeriod period;
  g_autoptr (GPtrArray) card = NULL;

  g_return_val_if_fail (insight != NULL && request != NULL, NULL);

  time = bh_insight_get_time (insight);
  if (!bh_report_kind_get_period (request->kind, request->month, time, &period))
    {
      g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
                   _ ("There is no workbook of the month %d."), request->month);
      return NULL;
    }

  bh_scorecard_periods_init (&periods, time, &period);
  card = bh_scorecard_compute (insight, &periods, request->filter, bh_figures_get_main (), error);

  return card != NULL ? bh_report_sentences_from_card (insight, request, &period, card, error)
                      : NULL;
}
