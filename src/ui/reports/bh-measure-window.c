/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-measure-window.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-measures.h"
#include "domain/bh-day.h"
#include "insight/bh-measure-view.h"
#include "storage/bh-measures.h"
#include "ui/common/bh-field.h"
#include "ui/reports/bh-measure-control.h"

#define DRAFT_NAME "measure"

/* One field: the line of the form. */
typedef struct
{
  const BhMeasureField *field;
  BhField *line; /* (owned by the widget tree) */
} Line;

/**
 * BhMeasureWindow:
 *
 * A form of all fields, its history below, and a button to save. Action: `form.submit`.
 */
struct _BhMeasureWindow
{
  AdwWindow parent_instance;

  BhDesk *desk;              /* (owned) */
  BhDrafts *drafts;          /* (owned) */
  BhMeasure *measure;        /* (owned): as it is saved; id 0 for a new one */
  GCancellable *cancellable; /* (owned) */
  GArray *lines;             /* (owned) (element-type Line) */
  GtkWidget *form;           /* (owned by the widget tree) */
  GtkWidget *history;        /* (owned by the widget tree) */
  GtkLabel *problem;         /* (owned by the widget tree) */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (BhMeasureWindow, bh_measure_window, ADW_TYPE_WINDOW)

typedef enum
{
  SAVED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static Line *
get_line (BhMeasureWindow *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

static Line *
find_line (BhMeasureWindow *self, const char *key)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_str_equal (get_line (self, i)->field->key, key))
      return get_line (self, i);

  return NULL;
}

static void
show_problem (BhMeasureWindow *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

/* When it ended is asked for once it has. */
static void
show_lines (BhMeasureWindow *self)
{
  Line *state = find_line (self, "state");
  Line *ended = find_line (self, "ended");
  g_autofree char *code = state != NULL ? bh_field_dup_text (state->line) : NULL;

  if (ended != NULL)
    gtk_widget_set_visible (GTK_WIDGET (ended->line),
                            code != NULL && *code != '\0' && !g_str_equal (code, "open"));
}

static gboolean
may_enter (BhMeasureWindow *self)
{
  return bh_desk_may_change_measures (self->desk);
}

/* What was typed over what is saved. */
static void
changed_cb (BhMeasureWindow *self)
{
  g_autoptr (BhPayload) typed = bh_payload_new ();
  gboolean any = FALSE;

  show_lines (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      g_autofree char *text = bh_field_dup_text (line->line);
      g_autofree char *saved
          = bh_measure_dup_field (self->measure, bh_desk_get_office (self->desk), line->field);

      bh_payload_set (typed, line->field->key, text);
      any = any || !g_str_equal (text, saved);
    }
  bh_drafts_set (self->drafts, self->measure->id, DRAFT_NAME, any ? typed : NULL);
}

static void
show_values (BhMeasureWindow *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  g_autoptr (BhPayload) draft = bh_drafts_get (self->drafts, self->measure->id, DRAFT_NAME);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      g_autofree char *saved = bh_measure_dup_field (self->measure, office, line->field);
      const char *typed = draft != NULL ? bh_payload_get (draft, line->field->key) : NULL;

      bh_field_set_text (line->line, draft == NULL ? saved : typed != NULL ? typed : "");
    }
  show_lines (self);
}

/* Returns: (transfer full) (nullable): what was entered; NULL after saying what is wrong */
static BhMeasure *
read_measure (BhMeasureWindow *self)
{
  g_autoptr (BhMeasure) measure = bh_measure_copy (self->measure);
  Line *wrong = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      g_autoptr (GError) error = NULL;
      gboolean right = bh_measure_control_read (bh_field_get_control (line->line), line->field,
                                                measure, self->desk, &error);

      bh_field_set_error (line->line, right ? NULL : error->message);
      if (!right && wrong == NULL)
        wrong = line;
    }
  if (wrong == NULL)
    return g_steal_pointer (&measure);
  bh_field_focus (wrong->line);

  return NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhMeasureWindow) self = BH_MEASURE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  const char *field = NULL;
  gint64 id = bh_desk_save_measure_finish (BH_DESK (source), result, &field, &error);
  Line *line;

  if (id != 0)
    {
      bh_drafts_set (self->drafts, self->measure->id, DRAFT_NAME, NULL);
      g_signal_emit (self, signals[SAVED], 0, id, self->measure->id != 0 ? self->measure : NULL);
      if (!self->closed)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (self->closed)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.submit", TRUE);
  line = field != NULL ? find_line (self, field) : NULL;
  if (line != NULL && gtk_widget_get_visible (GTK_WIDGET (line->line)))
    {
      bh_field_set_error (line->line, error->message);
      bh_field_focus (line->line);
    }
  else
    show_problem (self, error->message);
}

static void
submit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhMeasureWindow *self = BH_MEASURE_WINDOW (widget);
  g_autoptr (BhMeasure) measure = NULL;

  show_problem (self, NULL);
  measure = read_measure (self);
  if (measure == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "form.submit", FALSE);
  bh_desk_save_measure_async (self->desk, measure, NULL, saved_cb, g_object_ref (self));
}

static gboolean
bh_measure_window_close_request (GtkWindow *window)
{
  BH_MEASURE_WINDOW (window)->closed = TRUE;

  return GTK_WINDOW_CLASS (bh_measure_window_parent_class)->close_request (window);
}

static void
bh_measure_window_dispose (GObject *object)
{
  BhMeasureWindow *self = BH_MEASURE_WINDOW (object);

  self->closed = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_array_set_size (self->lines, 0);

  G_OBJECT_CLASS (bh_measure_window_parent_class)->dispose (object);
}

static void
bh_measure_window_finalize (GObject *object)
{
  BhMeasureWindow *self = BH_MEASURE_WINDOW (object);

  g_array_unref (self->lines);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->measure);
  g_clear_object (&self->drafts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_measure_window_parent_class)->finalize (object);
}

static void
bh_measure_window_class_init (BhMeasureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_measure_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_measure_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bh_measure_window_close_request;

  signals[SAVED] = g_signal_new ("saved", BH_TYPE_MEASURE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, BH_TYPE_MEASURE);

  gtk_widget_class_install_action (widget_class, "form.submit", NULL, submit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.submit", NULL);
}

static void
bh_measure_window_init (BhMeasureWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
}

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Each version: when, by whom, and what was changed. */
static void
show_events (BhMeasureWindow *self, GPtrArray *events)
{
  BhOffice *office = bh_desk_get_office (self->desk);

  for (guint i = events->len; i > 0; i--)
    {
      const BhMeasureEvent *event = g_ptr_array_index (events, i - 1);
      const BhMeasureEvent *before = i > 1 ? g_ptr_array_index (events, i - 2) : NULL;
      g_auto (GStrv) changes = bh_measure_list_changes (before != NULL ? before->measure : NULL,
                                                        event->measure, office);
      g_autofree char *at = bh_office_time_format (bh_office_get_time (office), event->recorded_at);
      g_autofree char *title = g_strdup_printf (
          "%s %s", at, bh_office_get_name (office, BH_TYPE_STAFF, event->entered_by));
      g_autofree char *text = g_strjoinv ("\n", changes);

      gtk_box_append (GTK_BOX (self->history), create_text (title, "dim-label"));
      gtk_box_append (GTK_BOX (self->history), create_text (text, "caption"));
    }
}

static gpointer
load_events (BhConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  return bh_measures_load_events (connection, *(gint64 *) user_data, error);
}

static void
events_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhMeasureWindow) self = BH_MEASURE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = bh_store_read_finish (BH_STORE (source), result, &error);

  if (self->closed)
    return;
  if (events != NULL)
    show_events (self, events);
  else
    show_problem (self, error->message);
}

static void
add_line (BhMeasureWindow *self, const BhMeasureField *field, GtkSizeGroup *labels)
{
  BhControl *control = bh_measure_control_new (self->desk, field, self->measure);
  Line line = { field, NULL };

  if (control == NULL)
    return;
  line.line = BH_FIELD (bh_field_new_with_control (bh_measure_field_get_label (field),
                                                   g_str_equal (field->key, "what"), control));
  bh_field_join_labels (line.line, labels);
  g_signal_connect_object (line.line, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->form), GTK_WIDGET (line.line));
  g_array_append_val (self->lines, line);
}

static void
fill_form (BhMeasureWindow *self)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  guint n;
  const BhMeasureField *fields = bh_measure_fields_list (&n);

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_sensitive (self->form, may_enter (self));
  for (guint i = 0; i < n; i++)
    add_line (self, &fields[i], labels);
  show_values (self);
}

static GtkWidget *
create_history (BhMeasureWindow *self)
{
  GtkWidget *expander = gtk_expander_new (C_ ("measure", "History"));

  self->history = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_expander_set_child (GTK_EXPANDER (expander), self->history);
  gtk_widget_set_visible (expander, self->measure->id != 0);

  return expander;
}

static GtkWidget *
create_body (BhMeasureWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  fill_form (self);
  self->problem = GTK_LABEL (create_text (NULL, "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), create_history (self));
  gtk_widget_add_css_class (box, "pane-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
create_header (BhMeasureWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_label (_ ("Save"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "form.submit");
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_visible (save, may_enter (self));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);

  return header;
}

static char *
dup_title (BhMeasure *measure)
{
  g_autofree char *number = bh_measure_dup_number (measure);
  g_autofree char *month = bh_month_format (measure->month);

  if (measure->id != 0)
    return g_strdup_printf (_ ("Measure %s"), number);

  /* Translators: a month, "2026-10" */
  return g_strdup_printf (_ ("New measure of the meeting about %s"), month);
}

/* What goes without saying stands there already. */
static void
begin_measure (BhMeasureWindow *self, int month)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));

  self->measure->month = month;
  bh_measure_settle (self->measure, bh_day_of (time, now), bh_desk_get_staff_id (self->desk));
}

GtkWindow *
bh_measure_window_new (
    GtkWindow *parent, BhDesk *desk, BhDrafts *drafts, BhMeasure *measure, int month)
{
  BhMeasureWindow *self;
  GtkWidget *box;
  g_autofree char *title = NULL;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_MEASURE_WINDOW, "transient-for", parent, "modal", TRUE,
                       "default-width", 620, "default-height", 620, NULL);
  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  self->measure = measure != NULL ? bh_measure_copy (measure) : bh_measure_new ();
  if (measure == NULL)
    begin_measure (self, month);
  title = dup_title (self->measure);
  gtk_window_set_title (GTK_WINDOW (self), title);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), create_body (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.submit", may_enter (self));
  if (self->measure->id != 0)
    bh_store_read_async (bh_desk_get_store (desk), load_events,
                         g_memdup2 (&self->measure->id, sizeof (gint64)), g_free,
                         (GDestroyNotify) g_ptr_array_unref, G_PRIORITY_DEFAULT, self->cancellable,
                         events_cb, g_object_ref (self));
  bh_field_focus (get_line (self, 0)->line);

  return GTK_WINDOW (self);
}
