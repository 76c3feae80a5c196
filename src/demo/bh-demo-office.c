/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-office.h"

#include "base/bh-i18n.h"
#include "demo/bh-demo-life.h"
#include "demo/bh-demo-measures.h"
#include "demo/bh-demo-rhythm.h"
#include "domain/bh-error.h"
#include "storage/bh-settings.h"
#include "storage/bh-storage-error.h"
#include "storage/bh-ticket-repository.h"

#define TICKETS_PER_TRANSACTION 5000
#define TICKETS_IN_MEMORY 500
#define MAX_MONTHS 240

#define WATCHED_DAYS 21 /* before the end: since then somebody sweeps over the clocks */
#define LAST_DAYS 7

#define OFFICE_NAME "滨河物业服务中心"
#define DESK_STAFF "周晓燕"

/* The making of one office; lives through its transactions. */
typedef struct
{
  const BhDemoOptions *options;
  BhProgressFunc progress;
  gpointer user_data;

  BhOfficeTime *time; /* (owned) */
  BhPeriod window;
  BhDemoRegister *office; /* (owned) */
  BhDemoMemory *memory;   /* (owned) */
  BhDemoMatters *matters; /* (owned) */
  GArray *instants;       /* (owned) (element-type gint64) */
  guint done;             /* tickets so far */
} Making;

static void
clear_making (Making *making)
{
  g_clear_pointer (&making->matters, bh_demo_matters_free);
  g_clear_pointer (&making->memory, bh_demo_memory_free);
  g_clear_pointer (&making->office, bh_demo_register_free);
  g_clear_pointer (&making->instants, g_array_unref);
  g_clear_pointer (&making->time, bh_office_time_unref);
}

/* The same day of the month as the last one, so many months before; short months have no 31st. */
static int
get_first_day (const BhDemoOptions *options)
{
  int month = bh_month_shift (options->until / 100, -(int) options->months);

  return month * 100 + MIN (options->until % 100, 28);
}

gint64
bh_demo_get_beginning (const BhDemoOptions *options)
{
  int day = get_first_day (options);
  g_autoptr (GDateTime) midnight
      = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix (midnight) * BH_USEC_PER_SEC : 0;
}

static gboolean
set_window (Making *making, GError **error)
{
  BhPeriod first, last;

  if (making->options->months < 1 || making->options->months > MAX_MONTHS)
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                   _ ("A demo office has tickets of 1 to %d months, not of %u"), MAX_MONTHS,
                   making->options->months);
      return FALSE;
    }
  if (!bh_office_time_get_day (making->time, making->options->until, &last)
      || !bh_office_time_get_day (making->time, get_first_day (making->options), &first))
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT, _ ("There is no day %d"),
                   making->options->until);
      return FALSE;
    }

  making->window.from = first.from;
  making->window.to = last.from;

  return TRUE;
}

static gboolean
draw_instants (Making *making, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (bh_office_time_get_zone (making->time));
  double season[12];

  if (zone == NULL)
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                   _ ("This system does not know the time zone “%s”."),
                   bh_office_time_get_zone (making->time));
      return FALSE;
    }

  bh_demo_matters_get_season (season);
  making->instants = bh_demo_rhythm_draw (zone, making->window.from, making->window.to, season,
                                          making->options->tickets, making->options->seed);

  return TRUE;
}

static gboolean
make_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Making *making = user_data;
  BhOffice *office = bh_work_get_office (work, error);

  if (office == NULL)
    return FALSE;

  making->time = bh_office_time_ref (bh_office_get_time (office));
  if (!set_window (making, error) || !draw_instants (making, error))
    return FALSE;

  bh_clock_set (bh_work_get_clock (work), making->window.from);
  making->office = bh_demo_register_build (work, making->options->seed, error);

  return making->office != NULL && bh_settings_set (work, "office-name", OFFICE_NAME, error)
         && bh_settings_set (work, "desk-staff", DESK_STAFF, error);
}

static void
remember (Making *making, const BhDemoMatter *matter, const BhTicket *ticket)
{
  BhDemoMemo *memo;

  if (matter->kind != BH_KIND_COMPLAINT && matter->kind != BH_KIND_REPAIR)
    return;

  memo = bh_demo_memory_add (making->memory);
  g_strlcpy (memo->number, ticket->number, sizeof memo->number);
  memo->room = matter->room;
  memo->leaf = matter->leaf;
  memo->place_path = g_strdup (matter->place_path);
  memo->place_name = g_strdup (matter->place_name);
  memo->thing = matter->slots.thing;
  memo->spot = matter->slots.spot;
  memo->finished_at = ticket->finished_at;
}

static gboolean
is_within (Making *making, gint64 at, int days)
{
  return at >= making->window.to - days * BH_DEMO_DAY_SECONDS * BH_USEC_PER_SEC;
}

/* What others raise with it takes the place of the next ones. */
static gboolean
make_ticket (Making *making, BhWork *work, GError **error)
{
  gint64 received_at = g_array_index (making->instants, gint64, making->done);
  BhDemoMatter matter;
  BhDemoAct act;
  gboolean done;

  bh_demo_matters_next (making->matters, making->options->seed, making->done, received_at, &matter);
  bh_demo_act_init (&act, work, making->time, making->office, &matter);
  act.until = making->window.to;
  act.may_add = making->options->tickets - making->done - 1;
  act.watched = is_within (making, received_at, WATCHED_DAYS);
  act.lately = is_within (making, received_at, LAST_DAYS);
  act.progress = (double) (received_at - making->window.from)
                 / (double) (making->window.to - making->window.from);

  done = bh_demo_life_play (&act);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&act.error));
  else if (act.ticket != NULL)
    remember (making, &matter, act.ticket);

  making->done += 1 + act.added;
  bh_demo_act_clear (&act);
  bh_demo_matter_clear (&matter);

  return done;
}

static gboolean
make_tickets_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Making *making = user_data;
  guint last = MIN (making->done + TICKETS_PER_TRANSACTION, making->options->tickets);

  while (making->done < last)
    {
      guint before = making->done;

      if (g_cancellable_set_error_if_cancelled (bh_work_get_cancellable (work), error)
          || !make_ticket (making, work, error))
        return FALSE;
      if (making->done / TICKETS_IN_MEMORY != before / TICKETS_IN_MEMORY)
        {
          if (!bh_work_forget (work, error))
            return FALSE;
          if (making->progress != NULL)
            making->progress ((double) making->done / making->options->tickets, making->user_data);
        }
    }

  return TRUE;
}

static gboolean
make_measures_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_demo_measures_add_all (work, &((Making *) user_data)->window, error);
}

static gpointer
list_first_ticket (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  return bh_ticket_repository_list_ids (connection, NULL, user_data, 0, BH_TICKET_COLUMN_RECEIVED,
                                        FALSE, 1, 0, error);
}

gboolean
bh_demo_check_empty (BhStore *store, GError **error)
{
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);

  office = bh_store_dup_office (store);
  ids = bh_store_read (store, list_first_ticket, office, NULL, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS,
               _ ("“%s” has tickets already: a demo office needs a new database"),
               bh_store_get_path (store));

  return FALSE;
}

gboolean
bh_demo_fill (BhStore *store,
              const BhDemoOptions *options,
              BhProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Making making = { .options = options, .progress = progress, .user_data = user_data };
  gboolean good;

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  if (!bh_demo_check_empty (store, error))
    return FALSE;

  bh_store_set_seed (store, options->seed);
  good = bh_store_write (store, make_register_in_worker, &making, cancellable, error);
  if (good)
    {
      making.memory = bh_demo_memory_new ();
      making.matters = bh_demo_matters_new (making.office->homes, making.memory, making.time);
    }
  while (good && making.done < options->tickets)
    good = bh_store_write (store, make_tickets_in_worker, &making, cancellable, error);
  good = good && bh_store_write (store, make_measures_in_worker, &making, cancellable, error);
  clear_making (&making);

  return good;
}
