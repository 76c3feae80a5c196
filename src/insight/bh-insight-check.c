/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-check.h"

#include "base/bh-i18n.h"
#include "insight/bh-insight-keys.h"
#include "insight/bh-insight-private.h"
#include "storage/bh-register-repository.h"

#include <math.h>

/* Means are added up in any order. */
#define EPSILON 1e-9

typedef struct
{
  BhInsightCheck *result;
  BhConnection *connection;
  BhOffice *office;
  BhInsight *shown; /* finds what was kept, where it holds */
  GRand *rand;
  guint n_most;
  GPtrArray *chosen; /* (element-type BhKept) */
  GCancellable *cancellable;
} Check;

void
bh_insight_check_free (BhInsightCheck *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Returns: (transfer full) (nullable): the key without the version; NULL for that of another
 * version of the program, which nobody reads */
static char *
dup_own_key (const BhKept *kept)
{
  if (!g_str_has_suffix (kept->key, BH_KEPT_VERSION))
    return NULL;

  return g_strndup (kept->key, strlen (kept->key) - strlen (BH_KEPT_VERSION));
}

/* @filter: (out) (transfer full) (nullable): for all tickets none
 * Returns: FALSE with %BH_DOMAIN_ERROR */
static gboolean
read_filter (Check *check, const BhKept *kept, BhTicketFilter **filter, GError **error)
{
  g_autoptr (BhTicketFilter) parsed = NULL;

  *filter = NULL;
  if (*kept->filter == '\0')
    return TRUE;

  parsed = bh_ticket_filter_parse (kept->filter, error);
  if (parsed != NULL)
    *filter = bh_ticket_filter_resolve (parsed, check->office, error);

  return *filter != NULL;
}

/* Every result that holds has the same chance. A filter of names that are not there any more is
 * never asked for. */
static gboolean
choose (BhKept *kept, gpointer user_data, GError **error)
{
  Check *check = user_data;
  g_autofree char *key = dup_own_key (kept);
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GError) failure = NULL;
  guint place;

  if (key == NULL || !read_filter (check, kept, &filter, NULL))
    return TRUE;
  if (!bh_insight_has (check->shown, key, &kept->period, filter, &failure))
    {
      gboolean good = failure == NULL;

      if (!good)
        g_propagate_error (error, g_steal_pointer (&failure));
      return good;
    }

  place = check->result->n_holding++;
  if (place >= check->n_most)
    place = (guint) g_rand_int_range (check->rand, 0, (gint32) place + 1);
  if (place >= check->n_most)
    return TRUE;

  if (place < check->chosen->len)
    bh_kept_free (g_steal_pointer (&g_ptr_array_index (check->chosen, place)));
  else
    g_ptr_array_set_size (check->chosen, (int) place + 1);
  g_ptr_array_index (check->chosen, place) = bh_kept_copy (kept);

  return TRUE;
}

static int
compare_by_text (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = g_variant_print (*(GVariant *const *) a, FALSE);
  g_autofree char *right = g_variant_print (*(GVariant *const *) b, FALSE);

  return strcmp (left, right);
}

/* Returns: (transfer full) (element-type GVariant): the parts; rows of a table by their first
 * column, since groups come in any order */
static GPtrArray *
list_children (GVariant *value, gboolean by_text)
{
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    g_ptr_array_add (children, g_variant_get_child_value (value, i));
  if (by_text)
    g_ptr_array_sort (children, compare_by_text);

  return children;
}

static gboolean
is_same (GVariant *a, GVariant *b, gboolean by_text)
{
  g_autoptr (GPtrArray) left = NULL, right = NULL;
  gboolean same;

  if (!g_variant_type_equal (g_variant_get_type (a), g_variant_get_type (b)))
    return FALSE;
  if (g_variant_is_of_type (a, G_VARIANT_TYPE_DOUBLE))
    {
      double x = g_variant_get_double (a), y = g_variant_get_double (b);

      return fabs (x - y) <= EPSILON * MAX (1, fabs (y));
    }
  if (!g_variant_is_container (a))
    return g_variant_equal (a, b);

  left = list_children (a, by_text);
  right = list_children (b, by_text);
  same = left->len == right->len;
  for (guint i = 0; same && i < left->len; i++)
    same = is_same (g_ptr_array_index (left, i), g_ptr_array_index (right, i), FALSE);

  return same;
}

static char *
dup_date (Check *check, gint64 instant)
{
  g_autofree char *text = bh_office_time_format (bh_office_get_time (check->office), instant);

  return g_strndup (text, strcspn (text, " "));
}

static void
add_problem (Check *check, const BhKept *kept, const char *key, gboolean known)
{
  g_autofree char *from = dup_date (check, kept->period.from);
  g_autofree char *to = dup_date (check, kept->period.to - 1);
  char *line;

  if (known)
    /* Translators: names of figures or lists, "received/0"; first day; last day; the filter's text,
     * empty for all tickets */
    line = g_strdup_printf (_ ("What is kept of %s from %s to %s (filter: “%s”) is not what is "
                               "computed now."),
                            key, from, to, kept->filter);
  else
    line = g_strdup_printf (_ ("What is kept of %s from %s to %s (filter: “%s”) is nothing that "
                               "can be computed."),
                            key, from, to, kept->filter);
  g_ptr_array_add (check->result->problems, line);
}

/* In a look of its own: nothing but what was computed for it is found there. */
static gboolean
check_one (Check *check, const BhKept *kept, GError **error)
{
  g_autofree char *key = dup_own_key (kept);
  g_autofree char *asked = NULL;
  gboolean quick = g_str_has_suffix (key, BH_KEPT_QUICK);
  g_autoptr (BhInsight) insight = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean known;

  insight = bh_insight_new (check->connection, check->office, bh_insight_get_as_of (check->shown),
                            quick ? BH_INSIGHT_QUICK : BH_INSIGHT_EXACT, check->cancellable);
  bh_insight_set_fresh (insight, TRUE);
  asked = g_strndup (key, strlen (key) - (quick ? strlen (BH_KEPT_QUICK) : 0));
  if (!read_filter (check, kept, &filter, error)
      || !bh_insight_keys_ask (insight, asked, &kept->period, filter, &known, error))
    return FALSE;

  value = bh_insight_peek (insight, key, &kept->period, filter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (value == NULL || !is_same (kept->value, value, TRUE))
    add_problem (check, kept, key, known && value != NULL);
  check->result->n_checked++;

  return TRUE;
}

static gboolean
run (Check *check, BhProgressFunc progress, gpointer user_data, GError **error)
{
  if (!bh_insight_cache_visit (check->connection, "", choose, check, error))
    return FALSE;

  for (guint i = 0; i < check->chosen->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error)
          || !check_one (check, g_ptr_array_index (check->chosen, i), error))
        return FALSE;
      if (progress != NULL)
        progress ((double) (i + 1) / check->chosen->len, user_data);
    }

  return TRUE;
}

BhInsightCheck *
bh_insight_check_run (BhStore *store,
                      guint n_most,
                      BhProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (BhConnection) connection = NULL;
  g_autoptr (BhInsightCheck) result = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_kept_free);
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhInsight) shown = NULL;
  g_autoptr (GRand) rand = g_rand_new ();
  gboolean done;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  connection = bh_store_open_reader (store, error);
  if (connection == NULL || !bh_connection_begin_read (connection, error))
    return NULL;

  result = g_new0 (BhInsightCheck, 1);
  result->problems = g_ptr_array_new_with_free_func (g_free);
  bh_connection_set_cancellable (connection, cancellable);
  office = bh_register_load_office (connection, error);
  done = office != NULL;
  if (done)
    {
      Check check = { .result = result,
                      .connection = connection,
                      .office = office,
                      .rand = rand,
                      .n_most = n_most,
                      .chosen = chosen,
                      .cancellable = cancellable };

      shown = bh_insight_new (connection, office, bh_clock_now (bh_store_get_clock (store)),
                              BH_INSIGHT_EXACT, cancellable);
      check.shown = shown;
      done = run (&check, progress, user_data, error);
    }
  bh_connection_set_cancellable (connection, NULL);
  bh_connection_rollback (connection);

  return done ? g_steal_pointer (&result) : NULL;
}
