/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-measure-printer.h"
#include "app/bh-period-options.h"
#include "base/bh-i18n.h"
#include "desk/bh-desk-measures.h"
#include "domain/bh-day.h"
#include "domain/bh-error.h"
#include "storage/bh-measures.h"

#include <stdio.h>

typedef struct
{
  char *month; /* (owned) (nullable) */
  char *state; /* (owned) (nullable) */
  char *as;    /* (owned) (nullable) */
  gint64 id;   /* of the one that was saved */
  BhInvocation *invocation;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->month);
  g_free (request->state);
  g_free (request->as);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static char *
join_keys (void)
{
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", fields[i].key);

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static int
get_today (BhInvocation *invocation, BhOffice *office)
{
  return bh_day_of (bh_office_get_time (office), bh_clock_now (invocation->clock));
}

/* Without a month, all that meetings decided up to now. */
static gboolean
list_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, office, bh_clock_now (invocation->clock) + 1, BH_INSIGHT_EXACT,
                        invocation->cancellable);
  g_autoptr (BhFigureMemo) memo = bh_figure_memo_new (insight);
  g_autoptr (GPtrArray) views = NULL;
  int first = 0, last = get_today (invocation, office) / 100;
  BhMeasureState state = (BhMeasureState) bh_list_find (BH_LIST_MEASURE_STATE, request->state);

  if (request->month != NULL)
    {
      if (!bh_read_month (bh_office_get_time (office), request->month, &last, NULL, error))
        return FALSE;
      first = last;
    }
  views = bh_measure_views_load (memo, first, last, NULL, error);
  if (views == NULL)
    return FALSE;
  for (guint i = views->len; i > 0; i--)
    if (state != BH_MEASURE_NONE
        && ((BhMeasureView *) g_ptr_array_index (views, i - 1))->state != state)
      g_ptr_array_remove_index (views, i - 1);
  bh_measure_printer_print_list (invocation, office, views);

  return TRUE;
}

static gboolean
list (BhInvocation *invocation, Request *request, GError **error)
{
  g_autofree char *states = bh_list_join_codes (BH_LIST_MEASURE_STATE);

  if (request->state != NULL && bh_list_find (BH_LIST_MEASURE_STATE, request->state) == 0)
    return bh_usage_fail (error, _ ("There is no state “%s”; there are: %s."), request->state,
                          states);

  return bh_invocation_read (invocation, list_cb, request, error);
}

static gboolean
show_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhMeasure) measure
      = request->id != 0
            ? bh_measures_load (connection, request->id, error)
            : bh_measures_find (connection, bh_invocation_get_word (invocation, 1), error);
  g_autoptr (GPtrArray) events = NULL;

  if (measure != NULL)
    events = bh_measures_load_events (connection, measure->id, error);
  if (events == NULL)
    return FALSE;
  bh_measure_printer_print (invocation, office, measure, events);

  return TRUE;
}

/* After a change, people want its number; programs the whole. */
static gboolean
saved_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (BhMeasure) measure = NULL;
  g_autofree char *number = NULL;

  if (invocation->format != BH_FORMAT_TEXT)
    return show_cb (connection, invocation, user_data, error);
  measure = bh_measures_load (connection, request->id, error);
  if (measure == NULL)
    return FALSE;
  number = bh_measure_dup_number (measure);
  printf ("%s %s: %s\n", number, bh_list_get_label (BH_LIST_MEASURE_STATE, measure->state),
          measure->what);

  return TRUE;
}

/* Only here all figures are known: what is below takes any word for one. */
static gboolean
check_figure (BhMeasure *measure, GError **error)
{
  g_autoptr (GString) keys = NULL;
  BhFigureId figure;
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  if (*measure->figure == '\0' || bh_figure_find (measure->figure, &figure))
    return TRUE;
  keys = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", infos[i].key);

  return bh_domain_reject_input (error, _ ("There is no figure “%s”; there are: %s."),
                                 measure->figure, keys->str);
}

/* The words from @first on are fields. */
static gboolean
set_fields (
    BhInvocation *invocation, BhMeasure *measure, BhOffice *office, guint first, GError **error)
{
  const char *word;

  for (guint i = first; (word = bh_invocation_get_word (invocation, i)) != NULL; i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *keys = join_keys ();
      const BhMeasureField *field;
      const char *value;

      if (!bh_invocation_split_word (word, &key, &value, error))
        return FALSE;
      field = bh_measure_field_find (key);
      if (field == NULL)
        return bh_usage_fail (error, _ ("There is no key “%s”; there are: %s."), key, keys);
      if (!bh_measure_set_field (measure, office, field, value, error))
        {
          g_prefix_error (error, "%s: ", key);
          return FALSE;
        }
    }

  return check_figure (measure, error);
}

/* One measure in its transaction: the new one, or the one whose number is the second word. */
static gboolean
save_cb (BhWork *work, gpointer user_data, GError **error)
{
  Request *request = user_data;
  gboolean is_new = request->month != NULL;
  BhOffice *office = bh_work_get_office (work, error);
  g_autoptr (BhMeasure) measure = NULL;
  const char *field = NULL;
  BhActor actor;

  if (office == NULL || !bh_verbs_get_actor (office, request->as, &actor, error))
    return FALSE;
  if (is_new)
    measure = bh_measure_new ();
  else
    measure = bh_measures_find (bh_work_get_connection (work),
                                bh_invocation_get_word (request->invocation, 1), error);
  if (measure == NULL
      || (is_new
          && !bh_read_month (bh_office_get_time (office), request->month, &measure->month, NULL,
                             error))
      || !set_fields (request->invocation, measure, office, is_new ? 1 : 2, error))
    return FALSE;

  request->id = bh_desk_enter_measure (work, measure, actor.staff_id, &field, error);
  if (request->id == 0 && field != NULL)
    g_prefix_error (error, "%s: ", field);

  return request->id != 0;
}

static gboolean
save (BhInvocation *invocation, Request *request, GError **error)
{
  return bh_invocation_open (invocation, BH_OPEN_EXISTING, error) != NULL
         && bh_store_write (invocation->store, save_cb, request, invocation->cancellable, error)
         && bh_invocation_read (invocation, saved_cb, request, error);
}

static gboolean
run_action (BhInvocation *invocation, Request *request, const char *action, GError **error)
{
  guint n_words = (guint) invocation->n_words - 1;
  gboolean has_month = request->month != NULL;

  if (g_str_equal (action, "list") && n_words == 1 && request->as == NULL)
    return list (invocation, request, error);
  if (request->state == NULL && request->as == NULL && !has_month && n_words == 2
      && g_str_equal (action, "show"))
    return bh_invocation_read (invocation, show_cb, request, error);
  if (request->state == NULL && has_month && g_str_equal (action, "add"))
    return save (invocation, request, error);
  if (request->state == NULL && !has_month && n_words >= 2 && g_str_equal (action, "set"))
    return save (invocation, request, error);

  return bh_usage_fail (error,
                        _ ("It is “measure list [--month YYYY-MM] [--state STATE]”, “measure "
                           "add --month YYYY-MM KEY=VALUE…”, “measure set NUMBER "
                           "KEY=VALUE…” or “measure show NUMBER”."));
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (Request) request = { .invocation = invocation };
  const GOptionEntry options[] = {
    { "month", 0, 0, G_OPTION_ARG_STRING, &request.month,
      N_ ("The meeting about this month, with what was carried over to it"), "YYYY-MM" },
    { "state", 0, 0, G_OPTION_ARG_STRING, &request.state, N_ ("Only these: open, done, dropped"),
      N_ ("STATE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &request.as,
      N_ ("Who enters it (default: who is set at the desk)"), N_ ("STAFF") },
    { NULL },
  };

  return bh_invocation_parse (invocation, options, 1, G_MAXUINT, error)
         && run_action (invocation, &request, bh_invocation_get_word (invocation, 0), error);
}

static char *
describe (void)
{
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);
  g_autoptr (GString) text
      = g_string_new (_ ("Keys; a key with nothing behind the sign is emptied:"));

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\n  %-12s %s", fields[i].key,
                            bh_measure_field_get_label (&fields[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

const BhCommand bh_command_measure = {
  .name = "measure",
  .arguments = "list | add --month YYYY-MM KEY=VALUE… | set NUMBER KEY=VALUE… | show NUMBER",
  .summary = N_ ("Lists, adds and changes what meetings decided, or shows the history of one."),
  .describe = describe,
  .run = run,
};
