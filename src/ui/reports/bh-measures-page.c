/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-measures-page.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-measures.h"
#include "domain/bh-day.h"
#include "draw/bh-chart-words.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/reports/bh-measure-row.h"
#include "ui/reports/bh-measure-window.h"

/**
 * BhMeasuresPage:
 *
 * CSS nodes: `measurespage`. Actions: `measures.add`, `measures.open`, `measures.undo`,
 * `measures.reload`. Keys: Insert and Ctrl+Shift+A add, Enter, F2 and e open, j and k move, Ctrl+Z
 * takes the last change back. What was kept of figures is shown at once, what has to be counted
 * follows.
 */
struct _BhMeasuresPage
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  BhDrafts *drafts;          /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading that is under way */
  BhInsightMode mode;        /* of that */
  BhMeasureRowGroups groups;
  BhPeriodBar *period; /* (owned by the widget tree) */
  gint64 wanted;       /* what is to be selected once it is there, 0 for what was */
  BhMeasure *undo;     /* (owned) (nullable): what the one that was changed last said before */

  AdwToastOverlay *toasts;
  AdwBin *period_place;
  GtkWidget *add;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListBox *rows;
  AdwStatusPage *empty;
  GtkWidget *begin;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (BhMeasuresPage, bh_measures_page, GTK_TYPE_WIDGET)

/* Job: what the reading thread sees. */
typedef struct
{
  BhStore *store; /* (owned) */
  int first;      /* months */
  int last;
  gint64 as_of;
  BhInsightMode mode;
  gboolean complete;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_free (job);
}

static gpointer
load (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (job->store);
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, office, job->as_of, job->mode, cancellable);
  g_autoptr (BhFigureMemo) memo = bh_figure_memo_new (insight);
  GPtrArray *views;

  bh_insight_set_store (insight, job->store);
  views = bh_measure_views_load (memo, job->first, job->last, NULL, error);
  job->complete = bh_insight_is_complete (insight);

  return views;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GPtrArray *views = bh_store_read (job->store, load, job, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, views, (GDestroyNotify) g_ptr_array_unref);
}

static BhMeasure *
get_selected (BhMeasuresPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? bh_measure_row_get_measure (row) : NULL;
}

/* The list keeps its place, and the keyboard, over a new reading. */
static void
select_row (BhMeasuresPage *self, gint64 id, gboolean focus)
{
  GtkListBoxRow *row, *chosen = gtk_list_box_get_row_at_index (self->rows, 0);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (bh_measure_row_get_measure (row)->id == id)
      chosen = row;
  if (chosen == NULL)
    return;
  gtk_list_box_select_row (self->rows, chosen);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

/* "5 measures, 3 carried over, 2 overdue" */
static void
show_summary (BhMeasuresPage *self, GPtrArray *views)
{
  guint carried = 0, overdue = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    {
      const BhMeasureView *view = g_ptr_array_index (views, i);

      carried += view->carried;
      overdue += view->overdue;
    }
  if (views->len > 0)
    g_string_append_printf (text, ngettext ("%u measure", "%u measures", views->len), views->len);
  if (carried > 0)
    g_string_append_printf (text, _ (", %u carried over"), carried);
  if (overdue > 0)
    g_string_append_printf (text, _ (", %u overdue"), overdue);
  gtk_label_set_label (self->summary, text->str);
}

static void
show_views (BhMeasuresPage *self, GPtrArray *views)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  BhMeasure *selected = get_selected (self);
  gint64 id = self->wanted != 0 ? self->wanted : selected != NULL ? selected->id : 0;
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;
  GtkListBoxRow *row;

  self->wanted = 0;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < views->len; i++)
    gtk_list_box_append (self->rows,
                         bh_measure_row_new (g_ptr_array_index (views, i), office, &self->groups));
  gtk_stack_set_visible_child_name (self->stack, views->len > 0 ? "rows" : "empty");
  show_summary (self, views);
  select_row (self, id, focus);
}

static void
show_problem (BhMeasuresPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* Of a quarter or year that still runs, the present one. */
static int
get_last_month (BhMeasuresPage *self)
{
  BhStore *store = bh_desk_get_store (self->desk);
  int today = bh_day_of (bh_office_get_time (bh_desk_get_office (self->desk)),
                         bh_clock_now (bh_store_get_clock (store)));

  return MIN (bh_period_bar_get_span (self->period)->last, today) / 100;
}

static void read_mode (BhMeasuresPage *self, BhInsightMode mode);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhMeasuresPage) self = BH_MEASURES_PAGE (user_data);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->desk == NULL || self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  if (error != NULL)
    show_problem (self, error);
  else
    show_views (self, views);
  if (error == NULL && !job->complete && self->mode == BH_INSIGHT_KEPT)
    read_mode (self, BH_INSIGHT_EXACT);
  else
    g_clear_object (&self->cancellable);
}

static void
read_mode (BhMeasuresPage *self, BhInsightMode mode)
{
  BhStore *store = bh_desk_get_store (self->desk);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));

  self->mode = mode;
  *job = (Job){ g_object_ref (store),
                bh_period_bar_get_month (self->period),
                get_last_month (self),
                bh_clock_now (bh_store_get_clock (store)) + 1,
                mode,
                FALSE };
  g_task_set_source_tag (task, read_mode);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
reload (BhMeasuresPage *self)
{
  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  read_mode (self, BH_INSIGHT_KEPT);
}

static void
period_changed_cb (BhMeasuresPage *self)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  BhPeriod period = bh_span_get_period (bh_period_bar_get_span (self->period), time);
  g_autofree char *name = bh_chart_words_dup_period (&period, time);
  /* Translators: a month, a quarter, a year: "October 2026" */
  g_autofree char *title = g_strdup_printf (_ ("No measures for %s"), name);

  adw_status_page_set_title (self->empty, title);
  reload (self);
}

static void
store_changed_cb (BhMeasuresPage *self, const BhChangeNotice *notice)
{
  if (notice->measures_changed || notice->register_changed || notice->all)
    reload (self);
}

static void
show_right (BhMeasuresPage *self)
{
  gboolean may = bh_desk_may_change_measures (self->desk);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.add", may);
  gtk_widget_set_visible (self->add, may);
  gtk_widget_set_visible (self->begin, may);
}

/* @before: (nullable): what it said, NULL for a new one */
static void
saved_cb (BhMeasuresPage *self, gint64 id, BhMeasure *before)
{
  AdwToast *toast = bh_message_new_toast (before != NULL ? _ ("The measure is changed")
                                                         : _ ("The measure is entered"));

  self->wanted = id;
  g_set_object (&self->undo, before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.undo", before != NULL);
  if (before != NULL)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "measures.undo");
    }
  bh_message_replace_toast (self->toasts, toast);
  reload (self);
}

static void
open_measure (BhMeasuresPage *self, BhMeasure *measure)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *window
      = bh_measure_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->desk,
                               self->drafts, measure, get_last_month (self));

  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
row_activated_cb (BhMeasuresPage *self, GtkListBoxRow *row)
{
  open_measure (self, bh_measure_row_get_measure (row));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_measure (BH_MEASURES_PAGE (widget), NULL);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhMeasure *selected = get_selected (BH_MEASURES_PAGE (widget));

  if (selected != NULL)
    open_measure (BH_MEASURES_PAGE (widget), selected);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  reload (BH_MEASURES_PAGE (widget));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhMeasuresPage) self = BH_MEASURES_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  gint64 id = bh_desk_save_measure_finish (BH_DESK (source), result, NULL, &error);

  if (self->desk == NULL)
    return;
  if (id == 0)
    bh_message_show (GTK_WIDGET (self), _ ("The change was not taken back"), error->message);
  else
    bh_message_replace_toast (self->toasts, bh_message_new_toast (_ ("Taken back")));
}

/* What was said before becomes one more version; refused where somebody changed it since. */
static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhMeasuresPage *self = BH_MEASURES_PAGE (widget);
  g_autoptr (BhMeasure) undo = g_steal_pointer (&self->undo);

  if (undo == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "measures.undo", FALSE);
  undo->version++;
  bh_desk_save_measure_async (self->desk, undo, NULL, undone_cb, g_object_ref (self));
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhMeasuresPage *self = BH_MEASURES_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next
      = gtk_list_box_get_row_at_index (self->rows, index + g_variant_get_int32 (arguments));

  if (next != NULL)
    {
      gtk_list_box_select_row (self->rows, next);
      gtk_widget_grab_focus (GTK_WIDGET (next));
    }

  return TRUE;
}

static gboolean
move_period_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  bh_period_bar_move (BH_MEASURES_PAGE (widget)->period, g_variant_get_int32 (arguments));

  return TRUE;
}

static void
bh_measures_page_dispose (GObject *object)
{
  BhMeasuresPage *self = BH_MEASURES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_MEASURES_PAGE);
  bh_measure_row_groups_clear (&self->groups);
  g_clear_object (&self->undo);
  g_clear_object (&self->drafts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_measures_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-measures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, add);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, summary);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, rows);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, begin);
  gtk_widget_class_bind_template_child (widget_class, BhMeasuresPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bh_measures_page_class_init (BhMeasuresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Insert, 0, "measures.add" },
    { GDK_KEY_KP_Insert, 0, "measures.add" },
    { GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "measures.add" },
    { GDK_KEY_F2, 0, "measures.open" },
    { GDK_KEY_e, 0, "measures.open" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "measures.undo" },
    { GDK_KEY_F5, 0, "measures.reload" },
  };

  G_OBJECT_CLASS (klass)->dispose = bh_measures_page_dispose;

  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "measures.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "measures.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "measures.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "measures.reload", NULL, reload_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_j, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_k, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_period_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_period_cb, "i", 1);
  gtk_widget_class_set_css_name (widget_class, "measurespage");
}

static void
bh_measures_page_init (BhMeasuresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bh_measure_row_groups_init (&self->groups);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.undo", FALSE);
}

GtkWidget *
bh_measures_page_new (BhDesk *desk, BhDrafts *drafts)
{
  BhMeasuresPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_MEASURES_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  self->period = BH_PERIOD_BAR (bh_period_bar_new (desk, TRUE));
  bh_period_bar_set_kind (self->period, "last-month");
  adw_bin_set_child (self->period_place, GTK_WIDGET (self->period));
  g_signal_connect_object (self->period, "changed", G_CALLBACK (period_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (desk), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (show_right), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::office", G_CALLBACK (show_right), self,
                           G_CONNECT_SWAPPED);
  show_right (self);
  period_changed_cb (self);

  return GTK_WIDGET (self);
}
