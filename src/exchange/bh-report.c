/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report.h"

#include "exchange/bh-report-language.h"
#include "exchange/bh-report-private.h"
#include "exchange/bh-report-spots.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-report-target.h"

#include <errno.h>
#include <glib/gstdio.h>

#define STAGES                                                                                     \
  (BH_FIGURES_STAGES (BH_FIGURE_STAGE_ON_TIME_DISPATCH)                                            \
   | BH_FIGURES_STAGES (BH_FIGURE_STAGE_HOURS_DISPATCH))

static void
scope_free (gpointer data)
{
  BhReportScope *scope = data;

  g_free (scope->text);
  g_free (scope->name);
  bh_ticket_filter_unref (scope->filter);
  g_free (scope);
}

static void
report_clear (BhReport *self)
{
  g_clear_pointer (&self->book, bh_report_book_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->card, g_ptr_array_unref);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_clear_pointer (&self->spots, bh_report_spots_free);
  g_clear_pointer (&self->labels, bh_report_labels_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->memo, bh_figure_memo_free);
  g_clear_pointer (&self->insight, bh_insight_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhReport, report_clear)

double
bh_report_get_fraction (BhReport *self, gint64 received_at, double from, double to)
{
  double passed = (double) (received_at - self->whole.from);

  return from + (to - from) * CLAMP (passed / (double) (self->whole.to - self->whole.from), 0, 1);
}

gboolean
bh_report_tell (BhReport *self, double fraction, const char *what, GError **error)
{
  if (self->progress != NULL)
    self->progress (fraction, what, self->progress_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static BhReportScope *
scope_new (BhReport *self, const char *text, GError **error)
{
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (text, error);
  g_autoptr (BhTicketFilter) filter = NULL;
  BhReportScope *scope;

  if (parsed != NULL)
    filter = bh_ticket_filter_resolve (parsed, self->office, error);
  if (filter == NULL)
    return NULL;

  scope = g_new0 (BhReportScope, 1);
  scope->text = g_strdup (text);
  scope->name = self->scopes->len > 0 ? bh_chart_words_dup_scope (text) : g_strdup ("");
  scope->filter = g_steal_pointer (&filter);

  return scope;
}

static gboolean
has_scope (BhReport *self, const char *text)
{
  for (guint i = 0; i < self->scopes->len; i++)
    if (g_str_equal (((BhReportScope *) g_ptr_array_index (self->scopes, i))->text, text))
      return TRUE;

  return FALSE;
}

static gboolean
add_scope (BhReport *self, const char *text, GError **error)
{
  BhReportScope *scope = scope_new (self, text, error);

  if (scope == NULL)
    return FALSE;
  g_ptr_array_add (self->scopes, scope);

  return TRUE;
}

static gboolean
add_scopes (BhReport *self, GError **error)
{
  BhTicketFilter *filter = self->request->filter;

  self->scopes = g_ptr_array_new_with_free_func (scope_free);
  if (!add_scope (self, filter != NULL ? bh_ticket_filter_to_text (filter) : "", error))
    return FALSE;
  for (guint i = 0; i < self->card->len; i++)
    {
      BhScorecardRow *row = g_ptr_array_index (self->card, i);

      if (row->problem != NULL || has_scope (self, row->filter))
        continue;
      /* The first is that of the report, which is no further one. */
      if (self->scopes->len > BH_FACTS_MAX_SCOPES)
        row->problem
            = g_strdup_printf (_ ("A workbook has room for targets with %d different filters; "
                                  "retire some that are no longer looked at."),
                               BH_FACTS_MAX_SCOPES);
      else if (!add_scope (self, row->filter, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
prepare (BhReport *self, GError **error)
{
  const BhReportRequest *request = self->request;
  BhScorecardPeriods periods;

  if (!bh_report_set_spans (self, error) || !bh_report_tell (self, 0, _ ("Figures"), error))
    return FALSE;

  self->insight = bh_insight_new (self->connection, self->office, request->as_of, BH_INSIGHT_EXACT,
                                  self->cancellable);
  self->memo = bh_figure_memo_new (self->insight);
  bh_figure_memo_set_wanted (self->memo, bh_figures_get_main ()
                                             & ~BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END)
                                             & ~BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END)
                                             & ~BH_FIGURE_BIT (BH_FIGURE_SIGNOFF_SHARE)
                                             & ~BH_FIGURE_BIT (BH_FIGURE_CALLBACK_SHARE));
  periods = (BhScorecardPeriods){
    self->spans[BH_REPORT_NOW].period,
    self->spans[BH_REPORT_BEFORE].period,
    self->spans[BH_REPORT_YEAR_BEFORE].period,
  };
  self->card = bh_scorecard_compute (self->insight, &periods, request->filter,
                                     BH_FIGURES_ALL & ~STAGES, error);
  if (self->card == NULL || !add_scopes (self, error))
    return FALSE;
  self->labels = bh_report_labels_new (self->office, request->profile);

  return bh_report_make_lines (self, error);
}

static void
set_properties (BhReport *self)
{
  const char *office = bh_office_get_settings (self->office)->name;
  g_autofree char *period = bh_chart_words_dup_period (&self->spans[BH_REPORT_NOW].period,
                                                       bh_office_get_time (self->office));
  g_autofree char *title = g_strdup_printf ("%s · %s", office != NULL ? office : "", period);

  bh_report_book_set_properties (self->book,
                                 &(BhReportProperties){ .title = title,
                                                        .subject = _ ("Meeting workbook"),
                                                        .author = _ ("Bihuan"),
                                                        .company = office,
                                                        .created = self->request->made_at });
}

static gboolean
write_file (BhReport *self, const char *path, GError **error)
{
  self->book = bh_report_book_new (path, error);
  if (self->book == NULL)
    return FALSE;

  set_properties (self);

  return bh_report_write_sheets (self, error)
         && bh_report_tell (self, 0.5, _ ("Packing the file"), error)
         && bh_report_book_close (self->book, self->cancellable, error)
         && bh_report_tell (self, 1, _ ("Done"), error);
}

gboolean
bh_report_move_into_place (const char *temporary, const char *path, GError **error)
{
  if (g_rename (temporary, path) == 0)
    return TRUE;

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("The workbook cannot be moved to %s: %s"), path, g_strerror (errno));
  return FALSE;
}

gboolean
bh_report_write_to (BhConnection *connection,
                    BhOffice *office,
                    const BhReportRequest *request,
                    const char *file,
                    BhReportProgress progress,
                    gpointer user_data,
                    GPtrArray **card,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (BhReportTongue) tongue = { 0 };
  g_auto (BhReport) report = {
    .connection = connection,
    .office = office,
    .request = request,
    .progress = progress,
    .progress_data = user_data,
    .cancellable = cancellable,
  };

  if (!bh_report_tongue_init (&tongue, request->language, error) || !prepare (&report, error)
      || !write_file (&report, file, error))
    return FALSE;

  *card = g_steal_pointer (&report.card);

  return TRUE;
}
