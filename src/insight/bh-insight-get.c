/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-private.h"

#include "storage/bh-filter-sql.h"

/* The same tickets pass at any time where the condition does not tell of the present instant. */
static gboolean
check_steady (BhInsight *self, BhTicketFilter *filter, gboolean *steady, GError **error)
{
  const char *text = bh_ticket_filter_to_text (filter);
  g_autoptr (BhFilterSql) now = NULL, later = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (self->steady, text, NULL, &known))
    {
      *steady = GPOINTER_TO_INT (known);
      return TRUE;
    }

  now = bh_filter_sql_new (filter, self->office, "t", 1, self->as_of, error);
  if (now != NULL)
    later = bh_filter_sql_new (filter, self->office, "t", 1, G_MAXINT64, error);
  if (later == NULL)
    return FALSE;

  *steady = g_str_equal (bh_filter_sql_get_condition (now), bh_filter_sql_get_condition (later));
  g_hash_table_insert (self->steady, g_strdup (text), GINT_TO_POINTER (*steady));

  return TRUE;
}

/* A part of a day is asked for once and never again. */
static gboolean
is_beginning_of_day (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;
  BhPeriod day;

  if (instant <= 1 || instant == G_MAXINT64)
    return TRUE;
  bh_office_time_split (time, instant, &local);

  return bh_office_time_get_day (time, local.day, &day) && day.from == instant;
}

/* Whether a result can be told to hold, later: nothing that is known now is told of then, the
 * filter means the same tickets, and the months of the period are those in which things happen:
 * what is open at the end of one that is still to come is what is open now. */
static gboolean
is_keepable (BhInsight *self,
             const BhPeriod *period,
             BhTicketFilter *filter,
             gboolean *keepable,
             GError **error)
{
  BhOfficeTime *time = bh_insight_get_time (self);
  gboolean present, steady = TRUE;

  if (!bh_insight_is_present (self, &present, error)
      || (filter != NULL && !check_steady (self, filter, &steady, error)))
    return FALSE;

  *keepable = present && steady && period->from <= self->as_of
              && is_beginning_of_day (time, period->from) && is_beginning_of_day (time, period->to);

  return TRUE;
}

static gboolean
get_stamp (BhInsight *self, const BhPeriod *period, gint64 *stamp, GError **error)
{
  if (self->stamps == NULL)
    self->stamps = bh_stamps_load (self->connection, error);
  if (self->stamps == NULL)
    return FALSE;

  *stamp = bh_stamps_sum (self->stamps, period, bh_insight_get_time (self));

  return TRUE;
}

/* What is asked for. */
typedef struct
{
  char *key; /* (owned): with the version, since another may compute it in another way */
  const char *filter;
  const BhPeriod *period;
  char *name; /* (owned): all of it as one text */
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->key, g_free);
  g_clear_pointer (&request->name, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
request_init (Request *request, const char *key, const BhPeriod *period, BhTicketFilter *filter)
{
  request->key = g_strconcat (key, BH_KEPT_VERSION, NULL);
  request->filter = filter != NULL ? bh_ticket_filter_to_text (filter) : "";
  request->period = period;
  request->name = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s", period->from,
                                   period->to, request->key, request->filter);
}

static gboolean
holds (BhInsight *self, const BhKept *kept, gboolean *good, GError **error)
{
  gint64 stamp;

  if (!get_stamp (self, &kept->period, &stamp, error))
    return FALSE;

  *good = kept->stamp == stamp && kept->as_of <= self->as_of && self->as_of < kept->changes_at;

  return TRUE;
}

/* @kept: (out) (transfer none) (nullable): what holds; @stale: (out) (transfer full) (nullable)
 * (optional): what does not */
static gboolean
find_kept (BhInsight *self,
           const Request *request,
           gboolean keepable,
           const BhKept **kept,
           BhKept **stale,
           GError **error)
{
  g_autoptr (BhKept) row = NULL;
  gboolean good = FALSE;

  *kept = g_hash_table_lookup (self->found, request->name);
  if (*kept != NULL || self->fresh)
    return TRUE;
  if (!bh_insight_cache_find (self->connection, request->key, request->filter, request->period,
                              &row, error)
      || (row != NULL && keepable && !holds (self, row, &good, error)))
    return FALSE;

  if (good)
    {
      *kept = row;
      g_hash_table_insert (self->found, g_strdup (request->name), g_steal_pointer (&row));
    }
  else if (stale != NULL)
    *stale = g_steal_pointer (&row);

  return TRUE;
}

/* What a result is made of narrows how long it holds. */
static void
note_use (BhInsight *self, const BhKept *kept, gboolean keepable)
{
  BhInsightFrame *frame = self->frame;

  if (frame == NULL)
    return;

  frame->changes_at = MIN (frame->changes_at, kept->changes_at);
  frame->keepable = frame->keepable && keepable && kept->period.from >= frame->period.from
                    && kept->period.to <= frame->period.to;
}

/* While a period runs, its end changes what can still change. */
static gint64
limit_by_period (gint64 changes_at, gint64 as_of, const BhPeriod *period)
{
  return as_of < period->to ? MIN (changes_at, period->to) : changes_at;
}

/* Returns: (transfer full) (nullable) */
static BhKept *
compute (BhInsight *self,
         const Request *request,
         BhTicketFilter *filter,
         BhInsightFunc func,
         gpointer data,
         BhInsightFrame *frame,
         GError **error)
{
  BhInsightFrame *outer = self->frame;
  gint64 changes_at = G_MAXINT64;
  GVariant *value;
  BhKept *kept;

  self->frame = frame;
  value = func (self, request->period, filter, data, &changes_at, error);
  self->frame = outer;
  if (outer != NULL)
    outer->left_out = outer->left_out || frame->left_out;
  if (value == NULL)
    return NULL;

  kept = g_new0 (BhKept, 1);
  kept->value = g_variant_ref_sink (value);
  kept->key = g_strdup (request->key);
  kept->filter = g_strdup (request->filter);
  kept->period = *request->period;
  kept->as_of = self->as_of;
  kept->changes_at
      = limit_by_period (MIN (changes_at, frame->changes_at), self->as_of, request->period);

  return kept;
}

/* Keeps a copy for the database; the look itself has what it computed in any case. */
static gboolean
remember (BhInsight *self, BhKept *kept, GError **error)
{
  if (!get_stamp (self, &kept->period, &kept->stamp, error))
    return FALSE;

  if (self->results == NULL)
    self->results = bh_insight_results_new ();
  bh_insight_results_add (self->results, bh_kept_copy (kept));

  return TRUE;
}

/* Nothing is computed: what there is, be it out of date. */
static GVariant *
take_stale (BhInsight *self, const BhKept *stale)
{
  self->incomplete = TRUE;
  self->gaps = self->gaps || stale == NULL;

  return stale != NULL ? g_variant_ref (stale->value) : NULL;
}

/* What was computed in the mode QUICK without something has a key of its own, which is not looked
 * for where all is wanted. */
static GVariant *
get_quick (BhInsight *self,
           const char *key,
           const BhPeriod *period,
           BhTicketFilter *filter,
           gboolean keepable,
           BhKept **stale,
           GError **error)
{
  g_autofree char *quick_key = g_strconcat (key, BH_KEPT_QUICK, NULL);
  g_auto (Request) request = { NULL };
  const BhKept *kept;
  BhKept *old = NULL;

  request_init (&request, quick_key, period, filter);
  if (!find_kept (self, &request, keepable, &kept, &old, error))
    return NULL;
  if (kept != NULL)
    {
      g_clear_pointer (stale, bh_kept_free);
      bh_insight_note_left_out (self);
      note_use (self, kept, keepable);
      return g_variant_ref (kept->value);
    }
  if (old != NULL && (*stale == NULL || (*stale)->as_of < old->as_of))
    {
      g_clear_pointer (stale, bh_kept_free);
      *stale = g_steal_pointer (&old);
    }
  g_clear_pointer (&old, bh_kept_free);

  return NULL;
}

static GVariant *
compute_and_keep (BhInsight *self,
                  const char *key,
                  const BhPeriod *period,
                  BhTicketFilter *filter,
                  BhInsightFunc func,
                  gpointer data,
                  gboolean keepable,
                  GError **error)
{
  BhInsightFrame frame = { .changes_at = G_MAXINT64, .period = *period, .keepable = keepable };
  g_auto (Request) request = { NULL };
  BhKept *kept;
  GVariant *value;

  request_init (&request, key, period, filter);
  kept = compute (self, &request, filter, func, data, &frame, error);
  if (kept == NULL)
    return NULL;

  if (frame.left_out)
    {
      g_autofree char *quick_key = g_strconcat (key, BH_KEPT_QUICK, NULL);

      request_clear (&request);
      request_init (&request, quick_key, period, filter);
      g_free (kept->key);
      kept->key = g_strdup (request.key);
    }
  if (!frame.keepable)
    kept->changes_at = self->as_of;
  note_use (self, kept, frame.keepable);
  value = g_variant_ref (kept->value);
  if (kept->changes_at > self->as_of && !remember (self, kept, error))
    g_clear_pointer (&value, g_variant_unref);
  g_hash_table_insert (self->found, g_strdup (request.name), kept);

  return value;
}

GVariant *
bh_insight_get (BhInsight *self,
                const char *key,
                const BhPeriod *period,
                BhTicketFilter *filter,
                BhInsightFunc func,
                gpointer data,
                GError **error)
{
  g_auto (Request) request = { NULL };
  g_autoptr (BhKept) stale = NULL;
  g_autoptr (GError) local = NULL;
  const BhKept *kept;
  gboolean keepable;
  GVariant *value;

  g_return_val_if_fail (self != NULL && key != NULL && period != NULL && func != NULL, NULL);

  request_init (&request, key, period, filter);
  if (!is_keepable (self, period, filter, &keepable, error)
      || !find_kept (self, &request, keepable, &kept, &stale, error))
    return NULL;
  if (kept != NULL)
    {
      note_use (self, kept, keepable);
      return g_variant_ref (kept->value);
    }
  if (self->mode == BH_INSIGHT_EXACT)
    return compute_and_keep (self, key, period, filter, func, data, keepable, error);

  value = get_quick (self, key, period, filter, keepable, &stale, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (value != NULL)
    return value;
  if (self->mode == BH_INSIGHT_KEPT)
    return take_stale (self, stale);

  return compute_and_keep (self, key, period, filter, func, data, keepable, error);
}

GVariant *
bh_insight_peek (BhInsight *self,
                 const char *key,
                 const BhPeriod *period,
                 BhTicketFilter *filter,
                 GError **error)
{
  g_auto (Request) request = { NULL };
  const BhKept *kept;
  gboolean keepable;

  g_return_val_if_fail (self != NULL && key != NULL && period != NULL, NULL);

  request_init (&request, key, period, filter);
  if (!is_keepable (self, period, filter, &keepable, error)
      || !find_kept (self, &request, keepable, &kept, NULL, error) || kept == NULL)
    return NULL;

  return g_variant_ref (kept->value);
}

gboolean
bh_insight_has (BhInsight *self,
                const char *key,
                const BhPeriod *period,
                BhTicketFilter *filter,
                GError **error)
{
  g_autoptr (GVariant) value = bh_insight_peek (self, key, period, filter, error);

  return value != NULL;
}
