/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-news-list.h"

#include "base/bh-i18n.h"
#include "insight/bh-news.h"

#define ITEM_ID "news"
#define FILTER_KEY "bh-filter"
#define SPACING 6
#define MARGIN 10

/**
 * BhNewsList:
 *
 * CSS nodes: `newslist`, in the look of a card. Role: group.
 */
struct _BhNewsList
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading that is under way */
  GtkLabel *heading;         /* (owned by the widget tree) */
  GtkListBox *list;          /* (owned by the widget tree) */
};

static void bh_news_list_part_init (BhInsightPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhNewsList,
                               bh_news_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_INSIGHT_PART, bh_news_list_part_init))

/* What the reading thread sees. */
typedef struct
{
  BhStore *store;      /* (owned) */
  BhInsightLook *look; /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  bh_insight_look_unref (job->look);
  g_free (job);
}

static gpointer
compute_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  const BhInsightLook *look = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, look->office, look->as_of, BH_INSIGHT_EXACT, cancellable);
  g_autoptr (BhTicketFilter) filter
      = bh_ticket_filter_resolve (bh_insight_look_get_filter (look, ITEM_ID), look->office, error);

  return filter != NULL ? bh_news_compute (insight, &look->period, filter, error) : NULL;
}

/* On a connection of its own: what somebody opens meanwhile does not wait for it. */
static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  BhNews *news = bh_store_read (job->store, compute_in_worker, job->look, cancellable, &error);

  if (news != NULL)
    g_task_return_pointer (task, news, (GDestroyNotify) bh_news_free);
  else
    g_task_return_error (task, error);
}

static GtkWidget *
create_row (const BhNewsItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (item->sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), item->filter != NULL);
  g_object_set_data_full (G_OBJECT (row), FILTER_KEY, g_strdup (item->filter), g_free);

  return row;
}

static void
show_news (BhNewsList *self, const BhNews *news)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  g_autofree char *heading = bh_news_dup_heading (news, time);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < news->items->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (news->items, i)));
  gtk_label_set_text (self->heading, heading);
  gtk_widget_remove_css_class (GTK_WIDGET (self->heading), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->list), news->items->len > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhNewsList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhNews) news = g_task_propagate_pointer (G_TASK (result), &error);

  /* A later one is under way, or nobody looks any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (news != NULL)
    {
      show_news (self, news);
      return;
    }

  gtk_label_set_text (self->heading, error->message);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static gboolean
bh_news_list_cancel (BhInsightPart *part)
{
  BhNewsList *self = BH_NEWS_LIST (part);

  if (self->cancellable == NULL)
    return FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  return TRUE;
}

static void
bh_news_list_read (BhInsightPart *part, BhInsightLook *look, gboolean again)
{
  BhNewsList *self = BH_NEWS_LIST (part);
  g_autoptr (GTask) task = NULL;
  Job *job;

  bh_news_list_cancel (part);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, bh_news_list_read);
  job = g_new0 (Job, 1);
  job->store = g_object_ref (bh_desk_get_store (self->desk));
  job->look = bh_insight_look_ref (look);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
bh_news_list_is_reading (BhInsightPart *part)
{
  return BH_NEWS_LIST (part)->cancellable != NULL;
}

static GtkWidget *
bh_news_list_get_focus_widget (BhInsightPart *part)
{
  return GTK_WIDGET (BH_NEWS_LIST (part)->list);
}

static void
bh_news_list_part_init (BhInsightPartInterface *iface)
{
  iface->read = bh_news_list_read;
  iface->cancel = bh_news_list_cancel;
  iface->is_reading = bh_news_list_is_reading;
  iface->get_focus_widget = bh_news_list_get_focus_widget;
}

static void
activated_cb (BhNewsList *self, GtkListBoxRow *row)
{
  bh_insight_part_emit_activated (BH_INSIGHT_PART (self),
                                  g_object_get_data (G_OBJECT (row), FILTER_KEY));
}

static void
bh_news_list_dispose (GObject *object)
{
  BhNewsList *self = BH_NEWS_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  bh_news_list_cancel (BH_INSIGHT_PART (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_news_list_parent_class)->dispose (object);
}

static void
bh_news_list_class_init (BhNewsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_news_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "newslist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
bh_news_list_init (BhNewsList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  const char *title = C_ ("insight", "What is new");

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  self->heading = GTK_LABEL (create_label ("", "dim-label"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rich-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_box_append (GTK_BOX (box), create_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
bh_news_list_new (BhDesk *desk)
{
  BhNewsList *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_NEWS_LIST, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}
