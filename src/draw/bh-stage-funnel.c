/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-stage-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-figure-words.h"
#include "draw/bh-funnel-chart.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-stage-flow.h"

#include <math.h>

/* Received, and the stages. */
#define MOST_ROWS BH_N_STAGES

/* The chart while it is made; the texts of its rows are kept until it has copied them. */
typedef struct
{
  BhInsight *insight;
  const BhChartQuestion *question;
  const BhStageFlow *flow;
  GPtrArray *hours; /* (owned) */
  BhFunnelStage rows[MOST_ROWS];
  guint n_rows;
  GPtrArray *texts; /* (owned) (element-type utf8) */
} Funnel;

static void
funnel_clear (Funnel *self)
{
  g_clear_pointer (&self->hours, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Funnel, funnel_clear)

static const char *
keep (Funnel *self, char *text)
{
  if (text != NULL)
    g_ptr_array_add (self->texts, text);

  return text;
}

/* The tickets of the period, of which one of @words is the furthest stage. */
static char *
dup_filter (const Funnel *self, const char *words)
{
  g_autoptr (BhTicketFilter) received
      = bh_figure_filter (BH_FIGURE_RESOLVED_SHARE, &self->question->period,
                          bh_insight_get_time (self->insight), self->question->filter, NULL);

  if (received == NULL || words == NULL)
    return bh_chart_take_filter_text (g_steal_pointer (&received));

  return bh_chart_take_filter_text (bh_figure_filter_narrow (received, BH_FILTER_FURTHEST, words));
}

static char *
dup_count_text (const Funnel *self, gint64 count)
{
  g_autofree char *tickets = bh_chart_dup_tickets (count);
  g_autofree char *share = bh_chart_dup_share (count, self->flow->received);

  return g_strdup_printf (C_ ("chart", "%s (%s)"), tickets, share);
}

static void
add_count (GString *text, const char *name, gint64 count)
{
  g_autofree char *number = bh_chart_dup_count (count);

  if (count > 0)
    bh_chart_words_add_line (text, name, number);
}

static char *
dup_stage_text (const Funnel *self, int stage, const BhFigureValue *hours)
{
  const BhStageFlow *flow = self->flow;
  g_autofree char *count = dup_count_text (self, bh_stage_flow_count_reached (flow, stage));
  g_autofree char *lines
      = hours->has_value ? bh_figure_dup_value_text (
            bh_figure_get_info (BH_FIGURE_STAGE_HOURS_DISPATCH + stage - BH_STAGE_DISPATCH), hours,
            NULL, NULL, bh_insight_get_mode (self->insight) == BH_INSIGHT_EXACT)
                         : g_strdup ("");
  GString *text = g_string_new (count);

  add_count (text, C_ ("chart", "Still open, came no further"), flow->open[stage]);
  add_count (text, C_ ("chart", "Closed here"), flow->closed[stage]);
  add_count (text, C_ ("chart", "Withdrawn or declined"), flow->dropped[stage]);
  bh_chart_words_add_note (text, lines);

  return g_string_free (text, FALSE);
}

static BhFigureValue
get_hours (const Funnel *self, int stage)
{
  const BhFigureGroup *all = self->hours->len > 0 ? g_ptr_array_index (self->hours, 0) : NULL;

  return all != NULL ? all->values[BH_FIGURE_STAGE_HOURS_DISPATCH + stage - BH_STAGE_DISPATCH]
                     : (BhFigureValue){ 0 };
}

/* All, where a ledger's tickets have no stages; else the first stage says the same. */
static void
add_received (Funnel *self)
{
  gint64 count = self->flow->received;

  if (bh_stage_flow_count_reached (self->flow, BH_STAGE_DISPATCH) == count)
    return;

  self->rows[self->n_rows++] = (BhFunnelStage){
    .item = { .label = bh_figure_get_name (bh_figure_get_info (BH_FIGURE_RECEIVED)),
              .value_text = keep (self, dup_count_text (self, count)),
              .filter = keep (self, dup_filter (self, NULL)) },
    .count = (double) count,
    .lost = (double) self->flow->dropped[BH_STAGE_NONE],
    .median = NAN,
    .p90 = NAN,
  };
}

static void
add_stage (Funnel *self, int stage)
{
  gboolean exact = bh_insight_get_mode (self->insight) == BH_INSIGHT_EXACT;
  BhFigureValue hours = get_hours (self, stage);
  g_autofree char *words = bh_stage_flow_dup_reached (stage);
  g_auto (GStrv) values = g_strsplit (words, " ", -1);
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  char *brush = bh_chart_take_filter_text (
      bh_ticket_filter_with (all, BH_FILTER_FURTHEST, (const char *const *) values, NULL));

  self->rows[self->n_rows++] = (BhFunnelStage){
    .item = { .label = bh_list_get_label (BH_LIST_STAGE, stage),
              .value_text = keep (self, dup_stage_text (self, stage, &hours)),
              .filter = keep (self, dup_filter (self, words)),
              .brush = keep (self, brush) },
    .count = (double) bh_stage_flow_count_reached (self->flow, stage),
    .lost = (double) self->flow->dropped[stage],
    .median = hours.has_value && exact ? hours.median : NAN,
    .p90 = hours.has_value && exact ? hours.p90 : NAN,
  };
}

static void
add_rows (Funnel *self)
{
  add_received (self);
  for (int stage = BH_STAGE_DISPATCH; stage < BH_N_STAGES; stage++)
    add_stage (self, stage);
}

BhChart *
bh_stage_funnel_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_autofree BhStageFlow *flow
      = bh_stage_flow_compute (insight, &question->period, question->filter, error);
  g_autofree char *subtitle = bh_chart_question_dup_subtitle (question, insight);
  g_auto (Funnel) self = { .insight = insight, .question = question, .flow = flow };
  BhFigureSet wanted = 0;

  if (flow == NULL)
    return NULL;

  self.texts = g_ptr_array_new_with_free_func (g_free);
  for (int i = BH_FIGURE_STAGE_HOURS_DISPATCH; i <= BH_FIGURE_STAGE_HOURS_CALLBACK; i++)
    wanted |= BH_FIGURE_BIT (i);
  self.hours = bh_figures_compute (insight, &question->period, BH_BY_NOTHING, question->filter,
                                   wanted, error);
  if (self.hours == NULL)
    return NULL;

  if (flow->received > 0)
    add_rows (&self);

  return bh_funnel_chart_new (&(BhFunnelData){
      .title = C_ ("chart", "How far tickets came"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Stage"),
      .empty_text = _ ("No tickets were received in this period."),
      .count_name = C_ ("chart", "Tickets"),
      .lost_name = C_ ("chart", "Withdrawn or declined"),
      .duration_unit = bh_figure_get_unit (bh_figure_get_info (BH_FIGURE_HANDOVER_HOURS)),
      .stages = self.rows,
      .n_stages = self.n_rows,
  });
}
