/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-task-list.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "ui/common/bh-presentation.h"

/**
 * BhTaskList:
 *
 * CSS nodes: `tasklist` with a heading and a row a task. Role: list.
 */
struct _BhTaskList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BhTaskList, bh_task_list, GTK_TYPE_WIDGET)

typedef enum
{
  VERB,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
clear (BhTaskList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
clicked_cb (BhTaskList *self, GtkWidget *button)
{
  g_signal_emit (self, signals[VERB], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bh-verb")),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bh-task")));
}

static void
bh_task_list_dispose (GObject *object)
{
  clear (BH_TASK_LIST (object));

  G_OBJECT_CLASS (bh_task_list_parent_class)->dispose (object);
}

static void
bh_task_list_class_init (BhTaskListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_task_list_dispose;

  signals[VERB] = g_signal_new ("verb", BH_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "tasklist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bh_task_list_init (BhTaskList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tasks of other departments"), -1);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_open_state (BhTask *task, BhOffice *office, gint64 now)
{
  g_autofree char *due = bh_office_time_format (bh_office_get_time (office), task->due_at);
  g_autofree char *left = bh_present_time_left (now, task->due_at);
  BhUrgency urgency
      = bh_present_urgency (now, task->due_at, (task->due_at - task->asked_at) / BH_USEC_PER_SEC);
  g_autofree char *text
      = task->due_at != 0
            /* Translators: until when a task is wanted, and how much time is left */
            ? g_strdup_printf (_ ("Open, wanted by %s (%s)"), due, left)
            : g_strdup (C_ ("task", "Open"));

  return create_label (text, urgency != BH_URGENCY_NONE ? bh_present_urgency_class (urgency)
                                                        : "dim-label");
}

static GtkWidget *
create_ended_state (BhTask *task, BhOffice *office)
{
  g_autofree char *at = bh_office_time_format (bh_office_get_time (office), task->done_at);
  const char *who = bh_office_get_name (office, BH_TYPE_STAFF, task->done_by);
  /* Translators: done or waived, when, by whom, and what came of it */
  g_autofree char *text = g_strdup_printf (
      _ ("%s %s %s: %s"), bh_list_get_label (BH_LIST_TASK_OUTCOME, (int) task->outcome), at, who,
      task->result != NULL ? task->result : "");

  return create_label (text, "dim-label");
}

static gboolean
is_possible (const BhVerb *possible, BhVerb verb)
{
  for (guint i = 0; possible[i] != BH_VERB_NONE; i++)
    if (possible[i] == verb)
      return TRUE;

  return FALSE;
}

static void
add_button (BhTaskList *self, GtkWidget *row, BhVerb verb, int number)
{
  GtkWidget *button = gtk_button_new_with_label (bh_list_get_label (BH_LIST_VERB, (int) verb));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ (bh_loop_get_rule (verb)->summary));
  g_object_set_data (G_OBJECT (button), "bh-verb", GINT_TO_POINTER ((int) verb));
  g_object_set_data (G_OBJECT (button), "bh-task", GINT_TO_POINTER (number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_task (BhTaskList *self,
          BhTask *task,
          int number,
          BhOffice *office,
          const BhVerb *possible,
          gint64 now)
{
  const BhVerb verbs[] = { BH_VERB_TASK_DONE, BH_VERB_TASK_WAIVE };
  gboolean open = task->outcome == BH_TASK_OPEN;
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_HORIZONTAL, "spacing",
                                 6, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: number of a task, who is asked, and what is to be done */
  g_autofree char *text = g_strdup_printf (
      _ ("%d. %s: %s"), number,
      bh_office_get_name (office, BH_TYPE_DEPARTMENT, task->department_id), task->what);

  gtk_box_append (GTK_BOX (texts), create_label (text, NULL));
  gtk_box_append (GTK_BOX (texts),
                  open ? create_open_state (task, office, now) : create_ended_state (task, office));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  for (guint i = 0; open && i < G_N_ELEMENTS (verbs); i++)
    if (is_possible (possible, verbs[i]))
      add_button (self, row, verbs[i], number);
  gtk_widget_add_css_class (row, "task");
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

GtkWidget *
bh_task_list_new (void)
{
  return g_object_new (BH_TYPE_TASK_LIST, NULL);
}

void
bh_task_list_show (
    BhTaskList *self, BhTicket *ticket, BhOffice *office, const BhVerb *possible, gint64 now)
{
  g_return_if_fail (BH_IS_TASK_LIST (self));
  g_return_if_fail (BH_IS_TICKET (ticket));
  g_return_if_fail (possible != NULL);

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), ticket->tasks->len > 0);
  if (ticket->tasks->len == 0)
    return;
  gtk_widget_set_parent (create_label (_ ("Tasks of other departments"), "heading"),
                         GTK_WIDGET (self));
  for (guint i = 0; i < ticket->tasks->len; i++)
    add_task (self, g_ptr_array_index (ticket->tasks, i), (int) i + 1, office, possible, now);
}
