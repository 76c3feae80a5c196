/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-list.h"

#include "base/bh-i18n.h"
#include "ui/insight/bh-insight-rows.h"

#include <adwaita.h>

#define FILTER_KEY "bh-filter"
/* What takes less is not worth a word. */
#define PATIENCE_MS 200

/**
 * BhInsightList:
 *
 * CSS nodes: `insightlist`. Role: group, named by its title. Action: `list.retry`. A row opens its
 * tickets.
 */
struct _BhInsightList
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  BhInsightRowsFunc func;
  BhInsightLook *look;       /* (owned) (nullable): asked for last */
  GCancellable *cancellable; /* (owned) (nullable): of the reading that is under way */
  BhInsightMode mode;        /* of that */
  guint patience_id;

  GtkWidget *body;
  GtkLabel *title;
  GtkLabel *heading;
  GtkLabel *progress;
  GtkStack *stack;
  GtkListBox *rows;
  GtkLabel *empty;
  AdwStatusPage *problem;
};

static void bh_insight_list_part_init (BhInsightPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhInsightList,
                               bh_insight_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_INSIGHT_PART,
                                                      bh_insight_list_part_init))

/* Job: what the reading thread sees. */
typedef struct
{
  BhStore *store;      /* (owned) */
  BhInsightLook *look; /* (owned) */
  BhInsightRowsFunc func;
  BhInsightMode mode;
  gboolean complete;
} Job;

/* Waiting: what the main thread keeps until the answer comes. */
typedef struct
{
  BhInsightList *list;       /* (weak) (nullable): may go meanwhile */
  GCancellable *cancellable; /* (owned) */
} Waiting;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  bh_insight_look_unref (job->look);
  g_free (job);
}

static void
waiting_free (Waiting *waiting)
{
  g_clear_weak_pointer (&waiting->list);
  g_object_unref (waiting->cancellable);
  g_free (waiting);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static gpointer
compute (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  const BhInsightLook *look = job->look;
  g_autoptr (BhTicketFilter) filter
      = bh_ticket_filter_resolve (bh_insight_look_get_filter (look, NULL), look->office, error);
  g_autoptr (BhInsight) insight = bh_insight_look_begin (look, connection, job->mode, cancellable);
  BhInsightRows *rows = filter != NULL ? job->func (insight, look, filter, error) : NULL;

  job->complete = rows != NULL && bh_insight_is_complete (insight);

  return rows;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  BhInsightRows *rows = bh_store_read (job->store, compute, job, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, rows, (GDestroyNotify) bh_insight_rows_free);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_row (const BhInsightRow *row)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), create_label (row->text, "row-text"));
  if (*row->detail != '\0')
    gtk_box_append (GTK_BOX (texts), create_label (row->detail, "caption"));
  gtk_box_append (GTK_BOX (line), texts);
  if (row->value != NULL)
    {
      GtkWidget *value = gtk_label_new (row->value);

      gtk_widget_add_css_class (value, "numeric");
      gtk_box_append (GTK_BOX (line), value);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), row->filter != NULL);
  g_object_set_data_full (G_OBJECT (widget), FILTER_KEY, g_strdup (row->filter), g_free);

  return widget;
}

static void
show_rows (BhInsightList *self, const BhInsightRows *rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < rows->rows->len; i++)
    gtk_list_box_append (self->rows, create_row (g_ptr_array_index (rows->rows, i)));
  gtk_label_set_label (self->heading, rows->heading);
  gtk_stack_set_visible_child_name (self->stack, rows->rows->len > 0 ? "rows" : "empty");
}

static void
show_problem (BhInsightList *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static gboolean
patience_cb (gpointer user_data)
{
  BhInsightList *self = user_data;
  gboolean blank = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "blank");

  self->patience_id = 0;
  gtk_label_set_label (self->progress, blank ? _ ("Counting…") : _ ("Updating…"));

  return G_SOURCE_REMOVE;
}

static void
end_reading (BhInsightList *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_label_set_label (self->progress, "");
  g_clear_object (&self->cancellable);
}

static void read_mode (BhInsightList *self, BhInsightMode mode);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (BhInsightRows) rows = g_task_propagate_pointer (G_TASK (result), &error);
  BhInsightList *self = waiting->list;

  if (self == NULL || self->cancellable != waiting->cancellable)
    return;
  if (error != NULL)
    show_problem (self, error);
  else if (rows != NULL)
    show_rows (self, rows);
  if (error == NULL && !job->complete && self->mode == BH_INSIGHT_KEPT)
    read_mode (self, BH_INSIGHT_EXACT);
  else
    end_reading (self);
}

static void
read_mode (BhInsightList *self, BhInsightMode mode)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  self->mode = mode;
  g_set_weak_pointer (&waiting->list, self);
  waiting->cancellable = g_object_ref (self->cancellable);
  *job = (Job){ g_object_ref (bh_desk_get_store (self->desk)), bh_insight_look_ref (self->look),
                self->func, mode, FALSE };
  task = g_task_new (NULL, self->cancellable, read_cb, waiting);
  g_task_set_source_tag (task, read_mode);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
bh_insight_list_cancel (BhInsightPart *part)
{
  BhInsightList *self = BH_INSIGHT_LIST (part);
  gboolean was_reading = self->cancellable != NULL;

  g_cancellable_cancel (self->cancellable);
  end_reading (self);

  return was_reading;
}

static void
begin (BhInsightList *self)
{
  bh_insight_list_cancel (BH_INSIGHT_PART (self));
  self->cancellable = g_cancellable_new ();
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  read_mode (self, BH_INSIGHT_KEPT);
}

static void
bh_insight_list_read (BhInsightPart *part, BhInsightLook *look, gboolean again)
{
  BhInsightList *self = BH_INSIGHT_LIST (part);

  bh_insight_look_ref (look);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  self->look = look;
  begin (self);
}

static gboolean
bh_insight_list_is_reading (BhInsightPart *part)
{
  return BH_INSIGHT_LIST (part)->cancellable != NULL;
}

static GtkWidget *
bh_insight_list_get_focus_widget (BhInsightPart *part)
{
  BhInsightList *self = BH_INSIGHT_LIST (part);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, 0);

  return row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->rows);
}

static void
bh_insight_list_part_init (BhInsightPartInterface *iface)
{
  iface->read = bh_insight_list_read;
  iface->cancel = bh_insight_list_cancel;
  iface->is_reading = bh_insight_list_is_reading;
  iface->get_focus_widget = bh_insight_list_get_focus_widget;
}

static void
row_activated_cb (BhInsightList *self, GtkListBoxRow *row)
{
  const char *filter = g_object_get_data (G_OBJECT (row), FILTER_KEY);

  if (filter != NULL)
    bh_insight_part_emit_activated (BH_INSIGHT_PART (self), filter);
}

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhInsightList *self = BH_INSIGHT_LIST (widget);

  if (self->look != NULL)
    begin (self);
}

static void
bh_insight_list_dispose (GObject *object)
{
  BhInsightList *self = BH_INSIGHT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_INSIGHT_LIST);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_insight_list_parent_class)->dispose (object);
}

static void
bh_insight_list_class_init (BhInsightListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_insight_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-insight-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, body);
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, title);
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, heading);
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, progress);
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, stack);
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, rows);
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, empty);
  gtk_widget_class_bind_template_child (widget_class, BhInsightList, problem);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "list.retry", NULL, retry_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "insightlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_insight_list_init (BhInsightList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
create_list (BhDesk *desk, BhInsightRowsFunc func, const char *title, const char *empty)
{
  BhInsightList *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_INSIGHT_LIST, NULL);
  self->desk = g_object_ref (desk);
  self->func = func;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->empty, empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return GTK_WIDGET (self);
}

GtkWidget *
bh_insight_list_new_of_low_scores (BhDesk *desk)
{
  return create_list (desk, bh_insight_rows_of_low_scores, _ ("Lowest scores, and what was said"),
                      _ ("Nobody gave a low score in the period."));
}

GtkWidget *
bh_insight_list_new_of_chains (BhDesk *desk)
{
  return create_list (desk, bh_insight_rows_of_chains, _ ("What came again and again"),
                      _ ("No matter was brought up again in the period."));
}

GtkWidget *
bh_insight_list_new_of_news (BhDesk *desk)
{
  return create_list (desk, bh_insight_rows_of_news, C_ ("insight", "What is new"),
                      _ ("There is nothing new to tell."));
}
