/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-figures.h"

#include "base/bh-i18n.h"
#include "ui/today/bh-today-figure-row.h"
#include "ui/today/bh-today-month.h"

/* The first ones let the tickets be drawn before. */
#define FIRST_MS 100
/* Figures follow the tickets when it is quiet, and take a small part of the time. */
#define QUIET_MS 1500
#define PARTS 10
/* Shorter waits are not told of. */
#define PATIENCE_MS 200
/* So long they are good enough for somebody who comes back. */
#define FRESH_SECONDS 300

/**
 * BhTodayFigures:
 *
 * CSS nodes: those of a card.
 */
struct _BhTodayFigures
{
  BhTodayCard parent_instance;

  BhStore *store;            /* (owned) */
  BhWorker *worker;          /* (owned) (nullable): in whose thread it is counted */
  BhTodayMonth *month;       /* (owned) (nullable): what is shown */
  GCancellable *cancellable; /* (owned) (nullable): of the counting under way */
  BhInsightMode mode;        /* of the counting under way */
  gint64 begun_at;           /* monotonic */
  gint64 last_ms;            /* how long the last counting took */
  gboolean outdated;         /* something changed since it was begun */
  guint follow_id;
  guint patience_id;
};

G_DEFINE_FINAL_TYPE (BhTodayFigures, bh_today_figures, BH_TYPE_TODAY_CARD)

typedef enum
{
  SHOW_TICKETS,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
row_activated_cb (BhTodayFigures *self, GtkListBoxRow *row)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (self->store);
  g_autoptr (BhTicketFilter) filter = bh_today_month_dup_filter (
      self->month, g_ptr_array_index (self->month->rows, (guint) gtk_list_box_row_get_index (row)),
      office);

  if (filter != NULL)
    g_signal_emit (self, signals[SHOW_TICKETS], 0, filter);
}

static void
bh_today_figures_dispose (GObject *object)
{
  BhTodayFigures *self = BH_TODAY_FIGURES (object);

  bh_today_figures_stop (self);
  /* Before the database is closed, which is still read. */
  g_clear_object (&self->worker);
  g_clear_pointer (&self->month, bh_today_month_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bh_today_figures_parent_class)->dispose (object);
}

static void
bh_today_figures_class_init (BhTodayFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_today_figures_dispose;
  signals[SHOW_TICKETS]
      = g_signal_new ("show-tickets", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, BH_TYPE_TICKET_FILTER);
}

/* @note: what stands beside the title, "" for nothing */
static void
show_title (BhTodayFigures *self, const char *title, const char *note, gboolean any)
{
  /* Translators: the title of the month's figures, for the screen reader */
  g_autofree char *name = g_strdup_printf (_ ("%s, show charts"), title);

  bh_today_card_set_title (BH_TODAY_CARD (self), title, note, name, any);
}

static void
bh_today_figures_init (BhTodayFigures *self)
{
  g_signal_connect (self, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  show_title (self, _ ("Figures of the month"), "", FALSE);
  bh_today_card_set_nothing (BH_TODAY_CARD (self), _ ("Counting…"), NULL, NULL);
}

GtkWidget *
bh_today_figures_new (BhStore *store)
{
  BhTodayFigures *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_TODAY_FIGURES, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

static char *
dup_title (int month)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (month / 100, month % 100, 1, 0, 0, 0);

  /* Translators: title of the figures of a month, as g_date_time_format() writes it */
  return g_date_time_format (day, _ ("Figures of %B so far"));
}

static void
show_note (BhTodayFigures *self, const char *note)
{
  g_autofree char *title = dup_title (self->month->month);

  show_title (self, title, note, self->month->rows->len > 0);
}

/* What is shown is out of date, and what is not takes a while. */
static gboolean
patience_cb (gpointer user_data)
{
  BhTodayFigures *self = BH_TODAY_FIGURES (user_data);

  self->patience_id = 0;
  show_note (self, _ ("Updating…"));

  return G_SOURCE_REMOVE;
}

static void
show_month (BhTodayFigures *self)
{
  GtkListBox *list = bh_today_card_get_list (BH_TODAY_CARD (self));
  GPtrArray *rows = self->month->rows;
  GtkListBoxRow *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = gtk_list_box_get_row_at_index (list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (bh_today_figure_row_new ());
          gtk_list_box_append (list, GTK_WIDGET (row));
        }
      bh_today_figure_row_show (BH_TODAY_FIGURE_ROW (row), g_ptr_array_index (rows, i));
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) rows->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  show_note (self, "");
  bh_today_card_set_nothing (BH_TODAY_CARD (self), NULL, NULL, NULL);
}

/* Figures that were shown stay. */
static void
show_problem (BhTodayFigures *self, GError *error)
{
  if (self->month == NULL)
    bh_today_card_set_nothing (BH_TODAY_CARD (self), error->message, _ ("Try again"),
                               "today.reload");
}

static void count_mode (BhTodayFigures *self, BhInsightMode mode);

static void
end_counting (BhTodayFigures *self)
{
  g_clear_object (&self->cancellable);
  self->last_ms = (g_get_monotonic_time () - self->begun_at) / 1000;
}

/* What was kept from before comes first, be it out of date; then what is counted. */
static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhTodayFigures) self = BH_TODAY_FIGURES (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTodayMonth) month = bh_today_month_load_finish (result, &error);
  gboolean goes_on;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (month == NULL)
    {
      end_counting (self);
      show_problem (self, error);
      return;
    }
  goes_on = self->mode == BH_INSIGHT_KEPT && !month->is_current;
  if (month->rows != NULL)
    {
      g_clear_pointer (&self->month, bh_today_month_free);
      self->month = g_steal_pointer (&month);
      show_month (self);
    }
  if (goes_on)
    count_mode (self, BH_INSIGHT_QUICK);
  else
    end_counting (self);
}

static gint64
get_now (BhTodayFigures *self)
{
  return bh_clock_now (bh_store_get_clock (self->store));
}

static void
count_mode (BhTodayFigures *self, BhInsightMode mode)
{
  self->mode = mode;
  if (self->month != NULL && !self->month->is_current)
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  bh_today_month_load_async (self->worker, self->store, get_now (self), mode, self->cancellable,
                             counted_cb, g_object_ref (self));
}

void
bh_today_figures_count (BhTodayFigures *self)
{
  g_return_if_fail (BH_IS_TODAY_FIGURES (self));

  bh_today_figures_stop (self);
  if (self->worker == NULL)
    self->worker = bh_worker_new ("bihuan-figures");
  self->outdated = FALSE;
  self->cancellable = g_cancellable_new ();
  self->begun_at = g_get_monotonic_time ();
  count_mode (self, self->month == NULL ? BH_INSIGHT_KEPT : BH_INSIGHT_QUICK);
}

static gboolean
follow_cb (gpointer user_data)
{
  BhTodayFigures *self = BH_TODAY_FIGURES (user_data);

  self->follow_id = 0;
  bh_today_figures_count (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_fresh (BhTodayFigures *self)
{
  return self->month != NULL && self->month->is_current && !self->outdated
         && get_now (self) - self->month->as_of <= FRESH_SECONDS * BH_USEC_PER_SEC;
}

void
bh_today_figures_follow (BhTodayFigures *self)
{
  g_return_if_fail (BH_IS_TODAY_FIGURES (self));

  if (self->cancellable != NULL || self->follow_id != 0 || is_fresh (self))
    return;
  self->follow_id = g_timeout_add (
      self->month == NULL ? FIRST_MS : (guint) MAX (QUIET_MS, self->last_ms * PARTS), follow_cb,
      self);
}

void
bh_today_figures_outdate (BhTodayFigures *self)
{
  g_return_if_fail (BH_IS_TODAY_FIGURES (self));

  self->outdated = TRUE;
}

void
bh_today_figures_stop (BhTodayFigures *self)
{
  g_return_if_fail (BH_IS_TODAY_FIGURES (self));

  if (self->cancellable != NULL)
    self->outdated = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
}
