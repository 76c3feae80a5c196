/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-rows.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-low-scores.h"
#include "insight/bh-news.h"
#include "insight/bh-repeat-chains.h"

/* As many as somebody reads. */
#define MOST 30

static void
row_free (BhInsightRow *row)
{
  g_free (row->text);
  g_free (row->detail);
  g_free (row->value);
  g_free (row->filter);
  g_free (row);
}

void
bh_insight_rows_free (BhInsightRows *self)
{
  g_free (self->heading);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* "Complaint · Nov 2026" */
static BhInsightRows *
create_rows (const BhInsightLook *look, BhTicketFilter *filter)
{
  BhInsightRows *self = g_new0 (BhInsightRows, 1);
  g_autofree char *scope = bh_chart_words_dup_scope (bh_ticket_filter_to_text (filter));
  g_autofree char *period
      = bh_chart_words_dup_period (&look->period, bh_office_get_time (look->office));

  self->heading = g_strdup_printf (C_ ("chart", "%s · %s"), scope, period);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  return self;
}

static BhInsightRow *
add_row (BhInsightRows *self, const char *text)
{
  BhInsightRow *row = g_new0 (BhInsightRow, 1);

  row->text = g_strdup (text);
  g_ptr_array_add (self->rows, row);

  return row;
}

/* Those of @parts that say something, (transfer none), side by side. */
static char *
join_parts (const char *const *parts, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);

  return g_string_free (text, FALSE);
}

static char *
dup_number_filter (const char *number)
{
  const char *const values[] = { number, NULL };
  g_autoptr (BhTicketFilter) empty = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_with (empty, BH_FILTER_NUMBER, values, NULL);

  return filter != NULL ? g_strdup (bh_ticket_filter_to_text (filter)) : NULL;
}

static void
add_low_score (BhInsightRows *self, const BhLowScore *score, const BhInsightLook *look)
{
  BhInsightRow *row
      = add_row (self, *score->words != '\0' ? score->words : _ ("No words were noted"));
  g_autofree char *at
      = bh_office_time_format_near (bh_office_get_time (look->office), score->at, look->as_of);
  const char *parts[]
      = { score->summary, score->number,
          bh_office_get_name (look->office, BH_TYPE_DEPARTMENT, score->department_id),
          bh_office_get_name (look->office, BH_TYPE_STAFF, score->staff_id), at };

  row->detail = join_parts (parts, G_N_ELEMENTS (parts));
  /* Translators: a score of 1 to 5 that a complainant gave */
  row->value = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d point", "%d points", (gulong) score->score), score->score);
  row->filter = dup_number_filter (score->number);
}

BhInsightRows *
bh_insight_rows_of_low_scores (BhInsight *insight,
                               const BhInsightLook *look,
                               BhTicketFilter *filter,
                               GError **error)
{
  g_autoptr (GPtrArray) scores
      = bh_low_scores_compute (insight, &look->period, filter, MOST, error);
  BhInsightRows *self;

  if (scores == NULL)
    return NULL;
  self = create_rows (look, filter);
  for (guint i = 0; i < scores->len; i++)
    add_low_score (self, g_ptr_array_index (scores, i), look);

  return self;
}

static void
add_chain (BhInsightRows *self, const BhRepeatChain *chain, const BhInsightLook *look)
{
  BhOfficeTime *time = bh_office_get_time (look->office);
  BhInsightRow *row = add_row (self, chain->summary);
  const BhRepeatLink *first = g_ptr_array_index (chain->links, 0);
  const BhRepeatLink *last = g_ptr_array_index (chain->links, chain->links->len - 1);
  g_autofree char *begin = bh_office_time_format_near (time, first->received_at, look->as_of);
  g_autofree char *end = bh_office_time_format_near (time, last->received_at, look->as_of);
  g_autofree char *when = g_strdup_printf (C_ ("days", "%s – %s"), begin, end);
  const char *parts[]
      = { chain->place, bh_office_get_name (look->office, BH_TYPE_CATEGORY, chain->category_id),
          when, bh_list_get_label (BH_LIST_STATUS, (int) last->status) };
  g_autoptr (BhTicketFilter) tickets = bh_repeat_chain_filter (chain);

  row->detail = join_parts (parts, G_N_ELEMENTS (parts));
  /* Translators: how many times one matter was brought up */
  row->value = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u time", "%u times", chain->links->len), chain->links->len);
  row->filter = tickets != NULL ? g_strdup (bh_ticket_filter_to_text (tickets)) : NULL;
}

BhInsightRows *
bh_insight_rows_of_chains (BhInsight *insight,
                           const BhInsightLook *look,
                           BhTicketFilter *filter,
                           GError **error)
{
  g_autoptr (GPtrArray) chains
      = bh_repeat_chains_compute (insight, &look->period, filter, MOST, error);
  BhInsightRows *self;

  if (chains == NULL)
    return NULL;
  self = create_rows (look, filter);
  for (guint i = 0; i < chains->len; i++)
    add_chain (self, g_ptr_array_index (chains, i), look);

  return self;
}

/* Which week it is about, the heading says. */
BhInsightRows *
bh_insight_rows_of_news (BhInsight *insight,
                         const BhInsightLook *look,
                         BhTicketFilter *filter,
                         GError **error)
{
  g_autoptr (BhNews) news = bh_news_compute (insight, &look->period, filter, error);
  BhInsightRows *self;

  if (news == NULL)
    return NULL;
  self = create_rows (look, filter);
  g_free (self->heading);
  self->heading = bh_news_dup_heading (news, bh_office_get_time (look->office));
  for (guint i = 0; i < news->items->len; i++)
    {
      const BhNewsItem *item = g_ptr_array_index (news->items, i);
      BhInsightRow *row = add_row (self, item->sentence);

      row->detail = g_strdup ("");
      row->filter = g_strdup (item->filter);
    }

  return self;
}
