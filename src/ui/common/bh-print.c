/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-print.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "draw/bh-paper-pages.h"
#include "ui/common/bh-hold.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-print-preview.h"

/* So many are set in a few milliseconds. */
#define ROWS_AT_ONCE 20

#define JOB_KEY "bh-print-job"
/* The most characters of the name of a file. */
#define NAME_CHARS 60

/* What an operation draws, and for whom while it runs: the application is held, so that a file that
 * is printed into is whole though the window is closed. */
typedef struct
{
  BhPaper *paper;            /* (owned) */
  BhPaperPages *pages;       /* (owned) (nullable): once the size of the page is known */
  GtkWidget *widget;         /* (owned) (nullable): until it has come to its end */
  GApplication *application; /* (owned) (nullable): likewise */
  gboolean is_done;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  bh_paper_unref (job->paper);
  g_clear_pointer (&job->pages, bh_paper_pages_free);
  g_free (job);
}

/* A preview and the printing after it begin anew. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_clear_pointer (&job->pages, bh_paper_pages_free);
  job->pages = bh_paper_pages_begin (job->paper, gtk_print_context_get_width (context),
                                     gtk_print_context_get_height (context));
}

/* Between two calls the window goes on. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  if (!bh_paper_pages_go_on (job->pages, ROWS_AT_ONCE))
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) bh_paper_pages_get_n (job->pages));

  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  bh_paper_pages_draw (job->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* "W2026-000123 工单": proposed where it is printed into a file. */
static char *
dup_file_name (BhPaper *paper)
{
  const char *number = bh_paper_get_corner (paper);
  g_autofree char *name = number != NULL
                              ? g_strdup_printf ("%s %s", number, bh_paper_get_title (paper))
                              : g_strdup (bh_paper_get_title (paper));

  return bh_text_to_file_name (name, NAME_CHARS);
}

GtkPrintOperation *
bh_print_new_operation (BhPaper *paper)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *name = NULL;
  Job *job;

  g_return_val_if_fail (paper != NULL, NULL);

  operation = gtk_print_operation_new ();
  job = g_new0 (Job, 1);
  job->paper = bh_paper_ref (paper);
  g_object_set_data_full (G_OBJECT (operation), JOB_KEY, job, job_free);
  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_page_setup_set_orientation (setup, bh_paper_is_landscape (paper)
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  name = dup_file_name (paper);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  /* Its own margins are those of any printer. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, bh_paper_get_title (paper));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);

  return operation;
}

static void
show_error (GtkWidget *widget, GError *error)
{
  bh_message_show (widget, _ ("The paper was not printed"), error->message);
}

static Job *
get_job (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), JOB_KEY);
}

static void
let_go (GtkPrintOperation *operation)
{
  Job *job = get_job (operation);

  job->is_done = FALSE;
  bh_hold_release (&job->application);
  g_clear_object (&job->widget);
  g_object_unref (operation);
}

/* What is done may still be on its way to the printer, or into a file. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  Job *job = get_job (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      show_error (job->widget, error);
    }
  job->is_done = TRUE;
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY || gtk_print_operation_is_finished (operation))
    let_go (operation);
}

static void
status_cb (GtkPrintOperation *operation)
{
  if (get_job (operation)->is_done && gtk_print_operation_is_finished (operation))
    let_go (operation);
}

void
bh_print_paper (GtkWidget *widget, BhPaper *paper)
{
  GtkPrintOperation *operation;
  GtkRoot *root;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (widget) && paper != NULL);

  root = gtk_widget_get_root (widget);
  operation = bh_print_new_operation (paper);
  job = get_job (operation);
  job->widget = g_object_ref (widget);
  job->application = bh_hold_take ();
  bh_print_preview_attach (operation, widget);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), NULL);
  g_signal_connect (operation, "status-changed", G_CALLBACK (status_cb), NULL);
  /* An error is told by "done", too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPaper) paper = bh_papers_make_finish (BH_STORE (source), result, &error);

  if (gtk_widget_get_root (widget) == NULL)
    return;
  if (paper != NULL)
    bh_print_paper (widget, paper);
  else
    show_error (widget, error);
}

void
bh_print_work_order (GtkWidget *widget, BhStore *store, gint64 ticket_id)
{
  BhPaperRequest request = { .kind = BH_PAPERS_WORK_ORDER, .ticket_id = ticket_id };

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (BH_IS_STORE (store));

  request.as_of = request.made_at = bh_clock_now (bh_store_get_clock (store));
  bh_papers_make_async (store, &request, NULL, made_cb, g_object_ref (widget));
}
