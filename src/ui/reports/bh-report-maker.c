/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-maker.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-file-launcher.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/reports/bh-report-looker.h"
#include "ui/reports/bh-time-left.h"

#define TICK_SECONDS 1

/**
 * BhReportMaker:
 *
 * CSS nodes: `reportmaker`. Actions: `workbook.make`, `workbook.replace`, `workbook.rename`,
 * `workbook.leave`, `workbook.open`, `workbook.show-folder`. The stack shows what can be done now:
 * make, decide about a file that is there, wait or give up, open.
 */
struct _BhReportMaker
{
  GtkWidget parent_instance;

  BhDesk *desk;          /* (owned) */
  BhReportOrder order;   /* its path is owned (nullable), and its filter */
  GCancellable *looking; /* (owned) (nullable): at the target */
  char *other_path;      /* (owned) (nullable): where no file is yet */
  BhReportJob *job;      /* (owned) (nullable): while it works */
  GFile *made;           /* (owned) (nullable): the last one */
  BhTimeLeft left;
  guint tick_id;

  GtkWidget *body;
  GtkStack *stack;
  GtkWidget *make;
  GtkWidget *rename;
  GtkWidget *keep;
  GtkWidget *cancel;
  GtkWidget *open;
  GtkLabel *exists;
  GtkLabel *what;
  GtkLabel *time_left;
  GtkProgressBar *bar;
  GtkLabel *done;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (BhReportMaker, bh_report_maker, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_BUSY = 1,
} Property;

static GParamSpec *properties[PROP_BUSY + 1];

typedef enum
{
  MADE,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* The focus goes on with what can be done next, where it was on what is gone. */
static void
show_state (BhReportMaker *self, const char *name, GtkWidget *next)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean follows = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  gtk_stack_set_visible_child_name (self->stack, name);
  /* GTK takes what can be selected for the next to have the focus, and selects it. */
  gtk_label_select_region (self->done, 0, 0);
  if (follows && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (next);
}

static char *
dup_shown_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

static void
show_time_left (BhReportMaker *self)
{
  g_autofree char *text = bh_time_left_dup_text (&self->left, g_get_monotonic_time ());

  gtk_label_set_label (self->time_left, text);
}

static gboolean
tick_cb (gpointer user_data)
{
  show_time_left (user_data);

  return G_SOURCE_CONTINUE;
}

static void
progress_cb (BhReportMaker *self, double fraction, const char *what)
{
  gtk_label_set_label (self->what, what != NULL ? what : "");
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
  bh_time_left_note (&self->left, fraction, g_get_monotonic_time ());
}

static void
show_made (BhReportMaker *self)
{
  g_autofree char *path = g_file_get_parse_name (self->made);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_ ("The workbook is made: %s"), shown);

  gtk_label_set_label (self->done, text);
  show_state (self, "done", self->open);
}

static void
ended_cb (BhReportMaker *self, GError *error)
{
  g_autoptr (BhReportJob) job = g_steal_pointer (&self->job);

  g_signal_handlers_disconnect_by_data (job, self);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (error == NULL)
    {
      g_clear_object (&self->made);
      self->made = g_file_new_for_path (bh_report_job_get_path (job));
      show_made (self);
      g_signal_emit (self, signals[MADE], 0, bh_report_job_get_path (job));
      return;
    }

  show_state (self, "ready", self->make);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bh_report_maker_say (self, error->message);
}

static void
begin (BhReportMaker *self, const char *path)
{
  BhReportOrder order = self->order;
  BhStore *store = bh_desk_get_store (self->desk);

  if (self->job != NULL || self->order.path == NULL)
    return;

  order.path = path;
  order.request.as_of = order.request.made_at = bh_clock_now (bh_store_get_clock (store));
  order.made_by = bh_desk_get_staff_id (self->desk);
  self->job = bh_report_job_new (store, &order);
  g_signal_connect_object (self->job, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  bh_report_maker_say (self, NULL);
  bh_time_left_begin (&self->left, g_get_monotonic_time ());
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  show_time_left (self);
  progress_cb (self, 0, _ ("Reading the figures…"));
  show_state (self, "working", self->cancel);
  bh_report_job_start (self->job);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
ask (BhReportMaker *self, BhReportLook *look)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
  g_autofree char *when = bh_office_time_format_near (time, look->changed_at, now);
  g_autofree char *name = dup_shown_name (look->other_path);
  g_autofree char *text
      = g_strdup_printf (_ ("There is a file of this name already, written %s. What somebody added "
                            "to it would be lost."),
                         when);
  /* Translators: a button: the name of a file that is not there yet */
  g_autofree char *label = g_strdup_printf (_ ("_Make “%s”"), name);

  g_free (self->other_path);
  self->other_path = g_strdup (look->other_path);
  gtk_label_set_label (self->exists, text);
  gtk_button_set_label (GTK_BUTTON (self->rename), label);
  show_state (self, "exists", self->rename);
}

/* @make: whether somebody wants it made, or just to know whether it can be. */
static void
use_look (BhReportMaker *self, GAsyncResult *result, gboolean make)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhReportLook) look = bh_report_look_finish (result, &error);

  /* Somebody went on to another month or folder, or has begun already. */
  if (self->job != NULL || self->looking == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;

  g_clear_object (&self->looking);
  bh_report_maker_say (self, error != NULL ? error->message : NULL);
  if (error == NULL && make && look->changed_at == 0)
    begin (self, self->order.path);
  else if (error == NULL && make)
    ask (self, look);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhReportMaker) self = user_data;

  use_look (self, result, FALSE);
}

static void
looked_to_make_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhReportMaker) self = user_data;

  use_look (self, result, TRUE);
}

static void
stop_looking (BhReportMaker *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
look (BhReportMaker *self, GAsyncReadyCallback callback)
{
  stop_looking (self);
  if (self->job != NULL || self->order.path == NULL)
    return;
  self->looking = g_cancellable_new ();
  bh_report_look_async (bh_store_get_path (bh_desk_get_store (self->desk)), self->order.path,
                        self->looking, callback, g_object_ref (self));
}

static void
make_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhReportMaker *self = BH_REPORT_MAKER (widget);

  /* Its key works from anywhere on the page; what comes next follows the focus. */
  if (gtk_widget_get_mapped (self->make))
    gtk_widget_grab_focus (self->make);
  look (self, looked_to_make_cb);
}

static void
replace_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhReportMaker *self = BH_REPORT_MAKER (widget);

  begin (self, self->order.path);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhReportMaker *self = BH_REPORT_MAKER (widget);

  if (self->other_path != NULL)
    begin (self, self->other_path);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhReportMaker *self = BH_REPORT_MAKER (widget);

  if (self->job != NULL)
    bh_report_job_cancel (self->job);
  else
    show_state (self, "ready", self->make);
}

static void
launch_failed_cb (GtkWidget *widget, const GError *error)
{
  bh_report_maker_say (BH_REPORT_MAKER (widget), error->message);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_report_maker_say (BH_REPORT_MAKER (widget), NULL);
  bh_file_launcher_open (widget, BH_REPORT_MAKER (widget)->made, launch_failed_cb);
}

static void
show_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_report_maker_say (BH_REPORT_MAKER (widget), NULL);
  bh_file_launcher_show (widget, BH_REPORT_MAKER (widget)->made, launch_failed_cb);
}

/* A disk may have been connected meanwhile, or be gone. */
static void
bh_report_maker_map (GtkWidget *widget)
{
  BhReportMaker *self = BH_REPORT_MAKER (widget);

  GTK_WIDGET_CLASS (bh_report_maker_parent_class)->map (widget);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "ready") == 0)
    look (self, looked_cb);
}

static void
bh_report_maker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, BH_REPORT_MAKER (object)->job != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
clear_order (BhReportMaker *self)
{
  g_free ((char *) self->order.path);
  g_clear_pointer (&self->order.request.filter, bh_ticket_filter_unref);
  self->order = (BhReportOrder){ 0 };
}

static void
bh_report_maker_dispose (GObject *object)
{
  BhReportMaker *self = BH_REPORT_MAKER (object);

  stop_looking (self);
  if (self->job != NULL)
    bh_report_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_REPORT_MAKER);
  clear_order (self);
  g_clear_pointer (&self->other_path, g_free);
  g_clear_object (&self->made);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_report_maker_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-report-maker.ui");
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, body);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, stack);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, make);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, rename);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, keep);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, cancel);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, open);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, exists);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, what);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, time_left);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, bar);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, done);
  gtk_widget_class_bind_template_child (widget_class, BhReportMaker, problem);
}

static void
bh_report_maker_class_init (BhReportMakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_report_maker_get_property;
  object_class->dispose = bh_report_maker_dispose;
  widget_class->map = bh_report_maker_map;

  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[MADE] = g_signal_new ("made", BH_TYPE_REPORT_MAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "workbook.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "workbook.replace", NULL, replace_cb);
  gtk_widget_class_install_action (widget_class, "workbook.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "workbook.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "workbook.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "workbook.show-folder", NULL, show_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "workbook.leave", NULL);
  gtk_widget_class_set_css_name (widget_class, "reportmaker");
}

static void
bh_report_maker_init (BhReportMaker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_report_maker_new (BhDesk *desk)
{
  BhReportMaker *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_REPORT_MAKER, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

void
bh_report_maker_set_order (BhReportMaker *self, const BhReportOrder *order)
{
  gboolean other;

  g_return_if_fail (BH_IS_REPORT_MAKER (self));
  g_return_if_fail (order != NULL && order->path != NULL && order->request.filter != NULL);

  if (self->job != NULL)
    return;

  other = g_strcmp0 (self->order.path, order->path) != 0;
  bh_ticket_filter_ref (order->request.filter);
  order = &(BhReportOrder){ order->request, g_strdup (order->path), order->record, 0 };
  clear_order (self);
  self->order = *order;
  show_state (self, "ready", self->make);
  if (!other)
    return;
  bh_report_maker_say (self, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self, looked_cb);
}

void
bh_report_maker_say (BhReportMaker *self, const char *problem)
{
  g_return_if_fail (BH_IS_REPORT_MAKER (self));

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}
