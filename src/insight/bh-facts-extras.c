/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-facts-extras.h"

#include "insight/bh-open-series.h"

typedef struct
{
  gint64 id;
  guint32 open;
  guint32 shut;
  guint32 overdue;
} OpenMark;

/* A ticket that was repeated, and when. */
typedef struct
{
  gint64 id;
  gint64 at;
} Repeat;

void
bh_facts_extras_clear (BhFactsExtras *self)
{
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->repeats, g_array_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static int
compare_repeats (gconstpointer a, gconstpointer b)
{
  const Repeat *left = a, *right = b;
  int order = compare_ids (&left->id, &right->id);

  return order != 0 ? order : (left->at > right->at) - (left->at < right->at);
}

/* Rows begin with the id. Returns: the first place whose id is not less than @id */
static guint
find_first (const GArray *array, gint64 id)
{
  guint low = 0, high = array->len, size = g_array_get_element_size ((GArray *) array);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (*(const gint64 *) (gconstpointer) (array->data + (gsize) middle * size) < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A ticket may come several times. */
static void
open_cb (gint64 ticket_id, guint end, BhOpenState state, gpointer user_data)
{
  BhFactsExtras *self = user_data;
  OpenMark *mark
      = self->open->len > 0 ? &g_array_index (self->open, OpenMark, self->open->len - 1) : NULL;

  if (mark == NULL || mark->id != ticket_id)
    {
      const OpenMark fresh = { .id = ticket_id };

      g_array_append_val (self->open, fresh);
      mark = &g_array_index (self->open, OpenMark, self->open->len - 1);
    }
  if (state == BH_OPEN_WAITING)
    mark->open |= self->end_months[end];
  else if (state == BH_OPEN_SHUT)
    mark->shut |= self->end_months[end];
  else
    mark->overdue |= self->end_months[end];
}

/* Months that are not over by as-of end there, all at the same instant. */
static guint
make_ends (BhFactsExtras *self, const BhFactsRequest *request, gint64 *instants)
{
  guint n = 0;

  for (guint i = 0; i < request->n_months; i++)
    {
      gint64 end = MIN (request->months[i].to, request->as_of);

      if (n == 0 || instants[n - 1] != end)
        {
          self->end_months[n] = 0;
          instants[n++] = end;
        }
      self->end_months[n - 1] |= 1U << i;
    }

  return n;
}

static gboolean
read_open (BhFactsExtras *self, BhFactsReader *reader, GCancellable *cancellable, GError **error)
{
  const BhFactsRequest *request = reader->request;
  gint64 instants[BH_FACTS_MAX_MONTHS];
  const BhOpenSeries series = { .connection = reader->query.connection,
                                .filter = reader->query.filter,
                                .as_of = request->as_of,
                                .ends = instants,
                                .n_ends = make_ends (self, request, instants),
                                .with_open = TRUE,
                                .with_overdue = TRUE };

  if (series.n_ends > 0 && !bh_open_series_visit (&series, open_cb, self, cancellable, error))
    return FALSE;

  g_array_sort (self->open, compare_ids);

  return TRUE;
}

/* Repeats are sought by when they came: there are fewer than tickets finished. */
static gboolean
read_repeats (BhFactsExtras *self, BhFactsReader *reader, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      reader->query.connection,
      "SELECT k.repeat_of, k.received_at FROM ticket AS k WHERE k.repeat_of IS NOT NULL"
      " AND k.received_at >= ?1 AND k.received_at < ?2"
      " AND NOT (k.status = 90 AND k.closed_at < ?2)",
      error);
  BhStep step = BH_STEP_ERROR;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, reader->query.from);
  bh_statement_bind_int64 (s, 2, reader->query.as_of);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      const Repeat repeat = { bh_statement_get_int64 (s, 0), bh_statement_get_int64 (s, 1) };

      g_array_append_val (self->repeats, repeat);
    }
  g_array_sort (self->repeats, compare_repeats);

  return step == BH_STEP_DONE;
}

gboolean
bh_facts_extras_init (BhFactsExtras *self,
                      BhFactsReader *reader,
                      GCancellable *cancellable,
                      GError **error)
{
  self->open = g_array_new (FALSE, FALSE, sizeof (OpenMark));
  self->repeats = g_array_new (FALSE, FALSE, sizeof (Repeat));
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  return read_open (self, reader, cancellable, error)
         && (reader->query.present || read_repeats (self, reader, error));
}

static BhFactsAsked *
get_asked (BhFactsExtras *self, gint64 id)
{
  BhFactsAsked *asked = g_hash_table_lookup (self->asked, &id);

  if (asked == NULL)
    {
      asked = g_new0 (BhFactsAsked, 1);
      asked->id = id;
      g_hash_table_insert (self->asked, &asked->id, asked);
    }

  return asked;
}

static gboolean
read_asked (BhFactsExtras *self, BhFactsReader *reader, BhFigureId figure, GError **error)
{
  BhStatement *s = bh_figure_query_run_asked (&reader->query, figure, error);
  BhStep step = BH_STEP_ERROR;

  if (s == NULL)
    return FALSE;

  bh_facts_reader_bind (reader, s);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      int n = (int) bh_statement_get_int64 (s, 1), yes = (int) bh_statement_get_int64 (s, 2);
      BhFactsAsked *asked = n > 0 ? get_asked (self, bh_statement_get_int64 (s, 0)) : NULL;

      if (asked == NULL)
        continue;
      *(figure == BH_FIGURE_SIGNOFF_SHARE ? &asked->signoff_asked : &asked->callback_asked) = n;
      *(figure == BH_FIGURE_SIGNOFF_SHARE ? &asked->signoff_signed : &asked->callback_reached)
          = yes;
    }

  return step == BH_STEP_DONE;
}

gboolean
bh_facts_extras_read (BhFactsExtras *self, BhFactsReader *reader, GError **error)
{
  g_hash_table_remove_all (self->asked);

  return read_asked (self, reader, BH_FIGURE_SIGNOFF_SHARE, error)
         && read_asked (self, reader, BH_FIGURE_CALLBACK_SHARE, error);
}

void
bh_facts_extras_get_open (BhFactsExtras *self, gint64 id, guint32 *open, guint32 *overdue)
{
  guint32 shut = 0;

  *open = *overdue = 0;
  for (guint i = find_first (self->open, id); i < self->open->len; i++)
    {
      const OpenMark *mark = &g_array_index (self->open, OpenMark, i);

      if (mark->id != id)
        break;
      *open |= mark->open;
      *overdue |= mark->overdue;
      shut |= mark->shut;
    }
  *open &= ~shut;
}

const BhFactsAsked *
bh_facts_extras_get_asked (BhFactsExtras *self, gint64 id)
{
  return g_hash_table_lookup (self->asked, &id);
}

gboolean
bh_facts_extras_is_repeated (BhFactsExtras *self, gint64 id, gint64 finished_at)
{
  for (guint i = find_first (self->repeats, id); i < self->repeats->len; i++)
    {
      const Repeat *repeat = &g_array_index (self->repeats, Repeat, i);

      if (repeat->id != id)
        break;
      if (repeat->at >= finished_at && repeat->at < finished_at + BH_FIX_HOLDS)
        return TRUE;
    }

  return FALSE;
}
