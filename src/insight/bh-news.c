/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-news.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "insight/bh-hot-cells.h"
#include "insight/bh-news-words.h"
#include "insight/bh-surprise.h"

#define DAY (24 * 3600 * BH_USEC_PER_SEC)
#define WEEK (7 * DAY)

/* One category or place that is compared. */
typedef struct
{
  BhNewsKind kind;
  gint64 id;
  gint64 count;
  gint64 before;
  gint64 repeats;
} Series;

/* What is looked at. */
typedef struct
{
  BhInsight *insight;
  BhTicketFilter *filter;
  BhPeriod week;
  BhPeriod past;
  GArray *series; /* (owned) (element-type Series) */
} Look;

static void
item_free (BhNewsItem *item)
{
  g_clear_pointer (&item->line, bh_hot_line_free);
  g_free (item->sentence);
  g_free (item->filter);
  g_free (item->brush);
  g_free (item);
}

void
bh_news_free (BhNews *self)
{
  g_free (self->scope);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/* The midnight so many days after that of @instant's day. */
static gint64
shift_days (BhOfficeTime *time, gint64 instant, int days)
{
  BhLocalTime local;
  BhPeriod day;

  bh_office_time_split (time, instant, &local);
  if (!bh_office_time_get_day (time, local.day, &day))
    return instant;
  /* From noon to noon: a day may have an hour more or less. */
  bh_office_time_split (time, day.from + days * DAY + DAY / 2, &local);

  return bh_office_time_get_day (time, local.day, &day) ? day.from : instant;
}

static void
find_week (Look *look, const BhPeriod *period)
{
  BhOfficeTime *time = bh_insight_get_time (look->insight);
  BhLocalTime local;
  gint64 end = MIN (period->to, bh_insight_get_as_of (look->insight));

  bh_office_time_split (time, end, &local);
  look->week.to = shift_days (time, end, 1 - local.weekday);
  look->week.from = shift_days (time, look->week.to, -7);
}

/* Weeks before the office had its first ticket say nothing. */
static gboolean
find_past (Look *look, guint *n_weeks, GError **error)
{
  gint64 first;

  if (!bh_connection_get_single (bh_insight_get_connection (look->insight),
                                 "SELECT COALESCE (MIN (received_at), 0) FROM ticket", &first,
                                 error))
    return FALSE;

  *n_weeks = first > 0 && first < look->week.from
                 ? (guint) MIN (BH_NEWS_WEEKS, (look->week.from - first) / WEEK)
                 : 0;
  look->past.to = look->week.from;
  look->past.from
      = shift_days (bh_insight_get_time (look->insight), look->week.from, -7 * (int) *n_weeks);

  return TRUE;
}

static GArray *
read_cells (Look *look, BhNewsKind kind, const BhPeriod *period, GError **error)
{
  switch (kind)
    {
    case BH_NEWS_CATEGORY:
      return bh_hot_cells_by_category (look->insight, period, look->filter, error);
    case BH_NEWS_BUILDING:
      return bh_hot_buildings_list (look->insight, period, look->filter, error);
    case BH_NEWS_AREA:
      return bh_hot_cells_by_place (look->insight, BH_PLACE_AREA, period, look->filter, error);
    case BH_NEWS_EQUIPMENT:
      return bh_hot_cells_by_place (look->insight, BH_PLACE_EQUIPMENT, period, look->filter, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

static Series *
get_series (Look *look, guint first, BhNewsKind kind, gint64 id)
{
  Series added = { .kind = kind, .id = id };

  for (guint i = first; i < look->series->len; i++)
    {
      Series *one = &g_array_index (look->series, Series, i);

      if (one->id == id)
        return one;
    }
  g_array_append_val (look->series, added);

  return &g_array_index (look->series, Series, look->series->len - 1);
}

static gboolean
add_kind (Look *look, BhNewsKind kind, GError **error)
{
  guint first = look->series->len;
  g_autoptr (GArray) now = read_cells (look, kind, &look->week, error);
  g_autoptr (GArray) past = now != NULL ? read_cells (look, kind, &look->past, error) : NULL;

  if (past == NULL)
    return FALSE;

  for (guint i = 0; i < past->len; i++)
    {
      const BhHotCell *cell = &g_array_index (past, BhHotCell, i);

      if (cell->row != 0)
        get_series (look, first, kind, cell->row)->before = cell->count;
    }
  for (guint i = 0; i < now->len; i++)
    {
      const BhHotCell *cell = &g_array_index (now, BhHotCell, i);
      Series *one = cell->row != 0 ? get_series (look, first, kind, cell->row) : NULL;

      if (one == NULL)
        continue;
      one->count = cell->count;
      one->repeats = cell->repeats;
    }

  return TRUE;
}

static BhHotLine *
make_line (Look *look, const Series *one, GError **error)
{
  BhOffice *office = bh_insight_get_office (look->insight);
  BhHotLine *line = one->kind == BH_NEWS_CATEGORY
                        ? bh_hot_line_new_category (office, one->id)
                        : bh_hot_line_new_place (look->insight, one->id, look->filter,
                                                 bh_office_get_only_community (office) == 0, error);

  if (line == NULL)
    return NULL;
  line->count = one->count;
  line->repeats = one->repeats;

  return line;
}

/* Where most of them are, or what most of them are about. */
static gboolean
describe (Look *look, BhNewsItem *item, GError **error)
{
  g_autoptr (BhTicketFilter) narrow = bh_ticket_filter_parse (item->filter, error);
  g_autoptr (GArray) parts = NULL;
  g_autoptr (BhHotLine) most = NULL;
  BhNewsKind other = item->kind == BH_NEWS_CATEGORY ? BH_NEWS_BUILDING : BH_NEWS_CATEGORY;
  Look inside = { look->insight, narrow, look->week, look->past, look->series };

  if (narrow == NULL)
    return FALSE;
  parts = read_cells (&inside, other, &look->week, error);
  if (parts == NULL)
    return FALSE;

  bh_hot_cells_sort (parts);
  if (parts->len > 0 && g_array_index (parts, BhHotCell, 0).row != 0)
    {
      const BhHotCell *cell = &g_array_index (parts, BhHotCell, 0);
      const Series one = { other, cell->row, cell->count, 0, cell->repeats };

      most = make_line (&inside, &one, error);
      if (most == NULL)
        return FALSE;
    }
  item->sentence = bh_news_dup_sentence (item, most);

  return TRUE;
}

static BhNewsItem *
make_item (Look *look, const Series *one, guint n_weeks, double level, GError **error)
{
  BhNewsItem *item = g_new0 (BhNewsItem, 1);
  g_autoptr (BhTicketFilter) base
      = bh_hot_dup_base (look->insight, &look->week, look->filter, error);

  item->kind = one->kind;
  item->before = one->before;
  item->expected = (double) one->before / n_weeks;
  item->p = bh_surprise_get_p (one->count, one->before, n_weeks);
  bh_surprise_get_limits (one->before, n_weeks, level, &item->lower, &item->upper);
  item->line = base != NULL ? make_line (look, one, error) : NULL;
  if (item->line != NULL)
    {
      item->filter = bh_hot_line_dup_filter (item->line, base, NULL);
      item->brush = bh_hot_line_dup_brush (item->line);
    }
  if (item->line == NULL || !describe (look, item, error))
    {
      item_free (item);
      return NULL;
    }

  return item;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const BhNewsItem *left = *(BhNewsItem *const *) a, *right = *(BhNewsItem *const *) b;

  if (left->p != right->p)
    return left->p < right->p ? -1 : 1;

  return left->line->id < right->line->id ? -1 : left->line->id > right->line->id;
}

static double
find_level (Look *look, guint n_weeks)
{
  g_autofree gint64 *sums = g_new (gint64, MAX (1, look->series->len));

  for (guint i = 0; i < look->series->len; i++)
    {
      const Series *one = &g_array_index (look->series, Series, i);

      sums[i] = one->count + one->before;
    }

  return bh_surprise_get_level (sums, look->series->len, n_weeks, BH_SURPRISE_ALPHA);
}

static gboolean
compare (BhNews *self, Look *look, GError **error)
{
  for (guint kind = BH_NEWS_CATEGORY; kind <= BH_NEWS_EQUIPMENT; kind++)
    if (!add_kind (look, (BhNewsKind) kind, error))
      return FALSE;

  self->n_compared = look->series->len;
  self->level = find_level (look, self->n_weeks);
  for (guint i = 0; i < look->series->len; i++)
    {
      const Series *one = &g_array_index (look->series, Series, i);
      BhNewsItem *item;

      if (bh_surprise_get_p (one->count, one->before, self->n_weeks) > self->level)
        continue;
      item = make_item (look, one, self->n_weeks, self->level, error);
      if (item == NULL)
        return FALSE;
      g_ptr_array_add (self->items, item);
    }
  g_ptr_array_sort (self->items, compare_items);

  return TRUE;
}

BhNews *
bh_news_compute (BhInsight *insight, const BhPeriod *period, BhTicketFilter *filter, GError **error)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (Series));
  Look look = { .insight = insight, .filter = filter, .series = series };
  g_autoptr (BhNews) self = NULL;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  self = g_new0 (BhNews, 1);
  self->scope = g_strdup (filter != NULL ? bh_ticket_filter_to_text (filter) : "");
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  find_week (&look, period);
  self->week = look.week;
  if (!find_past (&look, &self->n_weeks, error))
    return NULL;
  if (self->n_weeks < BH_NEWS_LEAST_WEEKS)
    {
      self->n_weeks = 0;
      return g_steal_pointer (&self);
    }

  return compare (self, &look, error) ? g_steal_pointer (&self) : NULL;
}
