/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-papers-private.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-paper-notice.h"
#include "insight/bh-figure-registry.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-public-matters.h"

/* What stands large at its top. */
static const BhFigureId head[] = {
  BH_FIGURE_RECEIVED,           BH_FIGURE_FINISHED,     BH_FIGURE_RESPONSE_ON_TIME,
  BH_FIGURE_COMPLETION_ON_TIME, BH_FIGURE_SATISFACTION, BH_FIGURE_OPEN_AT_END,
};

typedef struct
{
  const BhPaperJob *job;
  BhInsight *insight;
  BhNotice *notice;
} Gathering;

/* Returns: (transfer full) (nullable) (element-type BhFigureGroup): one */
static GPtrArray *
compute (Gathering *self, BhTicketFilter *filter, BhFigureSet wanted, GError **error)
{
  return bh_figures_compute (self->insight, &self->job->request->period, BH_BY_NOTHING, filter,
                             wanted, error);
}

/* What stands on few is marked. */
static char *
format (Gathering *self, const BhFigureValue *values, BhFigureId id)
{
  const BhFigureInfo *info = bh_figure_get_info (id);
  g_autofree char *text = bh_figure_format (info, &values[id]);

  if (!values[id].has_value || !bh_figure_value_is_small (info, &values[id]))
    return g_steal_pointer (&text);
  self->notice->has_small = TRUE;

  return g_strconcat (text, BH_NOTICE_SMALL, NULL);
}

/* Mean, median and 90th percentile stand together, so that none of them is taken for the whole.
 * Returns: (transfer full) (array length=3): NULL-terminated */
static char **
format_handling (const BhFigureValue *values)
{
  const BhFigureInfo *info = bh_figure_get_info (BH_FIGURE_HANDLING_DAYS);
  const BhFigureValue *value = &values[BH_FIGURE_HANDLING_DAYS];
  const double numbers[] = { value->mean, value->median, value->p90 };
  char **texts = g_new0 (char *, G_N_ELEMENTS (numbers) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    texts[i] = value->has_value ? bh_figure_format_number (info, numbers[i])
                                : g_strdup (BH_FIGURE_NO_VALUE);

  return texts;
}

static gboolean
add_figures (Gathering *self, GError **error)
{
  BhFigureSet wanted = BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS);
  g_autoptr (GPtrArray) groups = NULL;
  g_auto (GStrv) handling = NULL;
  const BhFigureValue *values;

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    wanted |= BH_FIGURE_BIT (head[i]);
  groups = compute (self, self->job->request->filter, wanted, error);
  if (groups == NULL)
    return FALSE;

  values = ((BhFigureGroup *) g_ptr_array_index (groups, 0))->values;
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    {
      char **figure = g_new0 (char *, 3);

      figure[0] = g_strdup (bh_figure_get_name (bh_figure_get_info (head[i])));
      figure[1] = format (self, values, head[i]);
      g_ptr_array_add (self->notice->figures, figure);
    }
  handling = format_handling (values);
  if (values[BH_FIGURE_HANDLING_DAYS].has_value)
    /* Translators: durations with their units */
    self->notice->handling
        = g_strdup_printf (_ ("Handling time: mean %s, median %s, nine of ten within %s"),
                           handling[0], handling[1], handling[2]);

  return TRUE;
}

static gboolean
add_category (Gathering *self, BhEntry *category, GError **error)
{
  const BhFigureSet wanted = BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_FINISHED)
                             | BH_FIGURE_BIT (BH_FIGURE_COMPLETION_ON_TIME)
                             | BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS)
                             | BH_FIGURE_BIT (BH_FIGURE_SATISFACTION);
  const char *const names[] = { bh_entry_get_name (category), NULL };
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) named = bh_ticket_filter_with (
      self->job->request->filter != NULL ? self->job->request->filter : all, BH_FILTER_CATEGORY,
      names, error);
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_auto (GStrv) handling = NULL;
  const BhFigureValue *values;
  char **cells;

  if (named != NULL)
    filter = bh_ticket_filter_resolve (named, self->job->office, error);
  if (filter != NULL)
    groups = compute (self, filter, wanted, error);
  if (groups == NULL)
    return FALSE;
  values = ((BhFigureGroup *) g_ptr_array_index (groups, 0))->values;
  if (values[BH_FIGURE_RECEIVED].count == 0 && values[BH_FIGURE_FINISHED].count == 0)
    return TRUE;

  handling = format_handling (values);
  cells = g_new0 (char *, BH_NOTICE_CATEGORY_CELLS + 1);
  cells[0] = g_strdup (bh_entry_get_name (category));
  cells[1] = format (self, values, BH_FIGURE_RECEIVED);
  cells[2] = format (self, values, BH_FIGURE_FINISHED);
  cells[3] = format (self, values, BH_FIGURE_COMPLETION_ON_TIME);
  cells[4] = g_strjoinv (" / ", handling);
  cells[5] = format (self, values, BH_FIGURE_SATISFACTION);
  g_ptr_array_add (self->notice->categories, cells);

  return TRUE;
}

/* Of a notice about some categories only, the figures at its top say it all. */
static gboolean
add_categories (Gathering *self, GError **error)
{
  BhTicketFilter *filter = self->job->request->filter;
  GPtrArray *categories = bh_office_list (self->job->office, BH_TYPE_CATEGORY);

  if (filter != NULL && bh_ticket_filter_get (filter, BH_FILTER_CATEGORY) != NULL)
    return TRUE;
  for (guint i = 0; i < categories->len; i++)
    {
      BhCategory *category = g_ptr_array_index (categories, i);

      if (g_cancellable_set_error_if_cancelled (self->job->cancellable, error))
        return FALSE;
      if (category->parent_id == 0 && !add_category (self, BH_ENTRY (category), error))
        return FALSE;
    }

  return TRUE;
}

static char *
format_day (Gathering *self, gint64 instant)
{
  BhLocalTime local;

  if (instant == 0)
    return g_strdup (BH_FIGURE_NO_VALUE);
  bh_office_time_split (bh_office_get_time (self->job->office), instant, &local);

  return g_strdup_printf ("%04d-%02d-%02d", local.day / 10000, local.day / 100 % 100,
                          local.day % 100);
}

static char *
dup_where (Gathering *self, const BhPublicMatter *matter)
{
  BhOffice *office = self->job->office;
  const char *community = bh_office_get_name (office, BH_TYPE_PLACE, matter->community_id);
  gboolean alone = bh_office_get_only_community (office) != 0;

  if (matter->building == NULL)
    return g_strdup (community);
  if (alone || *community == '\0')
    return g_strdup (matter->building);

  return g_strconcat (community, " ", matter->building, NULL);
}

static gboolean
add_matters (Gathering *self, GPtrArray *rows, gboolean done, GError **error)
{
  g_autoptr (GPtrArray) matters = bh_public_matters_load (
      self->insight, &self->job->request->period, self->job->request->filter, done, error);

  if (matters == NULL)
    return FALSE;
  for (guint i = 0; i < matters->len; i++)
    {
      const BhPublicMatter *matter = g_ptr_array_index (matters, i);
      char **cells = g_new0 (char *, BH_NOTICE_MATTER_CELLS + 1);

      cells[0] = g_strdup (matter->text);
      cells[1] = dup_where (self, matter);
      cells[2] = format_day (self, matter->received_at);
      cells[3] = format_day (self, done ? matter->finished_at : matter->promised_at);
      g_ptr_array_add (rows, cells);
    }

  return TRUE;
}

BhPaper *
bh_papers_make_notice (const BhPaperJob *job, GError **error)
{
  const BhPaperRequest *request = job->request;
  g_autoptr (BhInsight) insight = bh_insight_new (job->connection, job->office, request->as_of,
                                                  BH_INSIGHT_EXACT, job->cancellable);
  g_autoptr (BhNotice) notice = bh_notice_new ();
  Gathering gathering = { job, insight, notice };

  notice->office = g_strdup (bh_office_get_settings (job->office)->name);
  notice->period = bh_chart_words_dup_period (&request->period, bh_office_get_time (job->office));
  if (request->filter != NULL && !bh_ticket_filter_is_empty (request->filter))
    notice->about = bh_chart_words_dup_scope (bh_ticket_filter_to_text (request->filter));
  notice->made_at = bh_papers_dup_made_at (job->office, job->request->made_at);
  if (!add_figures (&gathering, error) || !add_categories (&gathering, error)
      || !add_matters (&gathering, notice->open, FALSE, error)
      || !add_matters (&gathering, notice->done, TRUE, error))
    return NULL;

  return bh_notice_make_paper (notice);
}
