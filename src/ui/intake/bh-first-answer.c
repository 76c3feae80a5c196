/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-first-answer.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-presentation.h"

/**
 * BhFirstAnswer:
 *
 * CSS nodes: `firstanswer` with a label, class `near` or `passed` as the time runs out, and a
 * button. Role of the label: timer.
 */
struct _BhFirstAnswer
{
  GtkWidget parent_instance;

  BhClock *clock;    /* (owned) (nullable) */
  GtkWidget *row;    /* (owned by the template) */
  GtkLabel *label;   /* (owned by the template) */
  GtkWidget *button; /* (owned by the template) */
  gint64 opened_at;
  gint64 answered_at;
  gboolean live;
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (BhFirstAnswer, bh_first_answer, GTK_TYPE_WIDGET)

typedef enum
{
  ANSWERED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gboolean
is_running (BhFirstAnswer *self)
{
  return self->live && self->opened_at != 0 && self->answered_at == 0;
}

static char *
dup_minutes (gint64 seconds)
{
  return g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

static char *
dup_text (BhFirstAnswer *self, gint64 seconds)
{
  g_autofree char *used = dup_minutes (seconds);
  g_autofree char *limit = dup_minutes (BH_FIRST_ANSWER_SECONDS);

  if (self->answered_at != 0)
    /* Translators: minutes and seconds */
    return g_strdup_printf (_ ("First answer after %s"), used);

  /* Translators: minutes and seconds that passed, and how many there are */
  return g_strdup_printf (_ ("First answer: %s of %s"), used, limit);
}

static void
update (BhFirstAnswer *self)
{
  gboolean shown = self->live && self->opened_at != 0 && self->clock != NULL;
  gint64 due = self->opened_at + BH_FIRST_ANSWER_SECONDS * BH_USEC_PER_SEC;
  g_autofree char *text = NULL;
  const char *classes[] = { "numeric", NULL, NULL };
  gint64 end;

  gtk_widget_set_visible (self->row, shown);
  if (!shown)
    return;

  end = self->answered_at != 0 ? self->answered_at : bh_clock_now (self->clock);
  text = dup_text (self, MAX (end - self->opened_at, 0) / BH_USEC_PER_SEC);
  classes[1] = bh_present_urgency_class (bh_present_urgency (end, due, BH_FIRST_ANSWER_SECONDS));
  gtk_label_set_label (self->label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->label), classes);
  gtk_widget_set_visible (self->button, self->answered_at == 0);
}

static gboolean
tick_cb (gpointer user_data)
{
  update (BH_FIRST_ANSWER (user_data));

  return G_SOURCE_CONTINUE;
}

/* Ticks only while somebody sees it. */
static void
update_ticks (BhFirstAnswer *self)
{
  gboolean ticks = is_running (self) && gtk_widget_get_mapped (GTK_WIDGET (self));

  update (self);
  if (ticks && self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
  if (!ticks)
    g_clear_handle_id (&self->tick_id, g_source_remove);
}

static void
bh_first_answer_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bh_first_answer_parent_class)->map (widget);
  update_ticks (BH_FIRST_ANSWER (widget));
}

static void
bh_first_answer_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bh_first_answer_parent_class)->unmap (widget);
  update_ticks (BH_FIRST_ANSWER (widget));
}

static void
bh_first_answer_dispose (GObject *object)
{
  BhFirstAnswer *self = BH_FIRST_ANSWER (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bh_first_answer_parent_class)->dispose (object);
}

static void
bh_first_answer_class_init (BhFirstAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_first_answer_dispose;
  widget_class->map = bh_first_answer_map;
  widget_class->unmap = bh_first_answer_unmap;

  signals[ANSWERED] = g_signal_new ("answered", BH_TYPE_FIRST_ANSWER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-first-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, BhFirstAnswer, row);
  gtk_widget_class_bind_template_child (widget_class, BhFirstAnswer, label);
  gtk_widget_class_bind_template_child (widget_class, BhFirstAnswer, button);
  gtk_widget_class_bind_template_callback (widget_class, bh_first_answer_answer);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "firstanswer");
}

static void
bh_first_answer_init (BhFirstAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_first_answer_new (BhClock *clock)
{
  BhFirstAnswer *self = g_object_new (BH_TYPE_FIRST_ANSWER, NULL);

  bh_first_answer_set_clock (self, clock);

  return GTK_WIDGET (self);
}

void
bh_first_answer_set_clock (BhFirstAnswer *self, BhClock *clock)
{
  g_return_if_fail (BH_IS_FIRST_ANSWER (self));
  g_return_if_fail (BH_IS_CLOCK (clock));

  g_set_object (&self->clock, clock);
  update_ticks (self);
}

void
bh_first_answer_set_opened (BhFirstAnswer *self, gint64 opened_at)
{
  g_return_if_fail (BH_IS_FIRST_ANSWER (self));

  self->opened_at = opened_at;
  update_ticks (self);
}

gint64
bh_first_answer_get_opened (BhFirstAnswer *self)
{
  g_return_val_if_fail (BH_IS_FIRST_ANSWER (self), 0);

  return self->opened_at;
}

void
bh_first_answer_set_answered (BhFirstAnswer *self, gint64 answered_at)
{
  g_return_if_fail (BH_IS_FIRST_ANSWER (self));

  self->answered_at = answered_at;
  update_ticks (self);
}

gint64
bh_first_answer_get_answered (BhFirstAnswer *self)
{
  g_return_val_if_fail (BH_IS_FIRST_ANSWER (self), 0);

  return self->answered_at;
}

void
bh_first_answer_set_live (BhFirstAnswer *self, gboolean live)
{
  g_return_if_fail (BH_IS_FIRST_ANSWER (self));

  self->live = live;
  update_ticks (self);
}

void
bh_first_answer_answer (BhFirstAnswer *self)
{
  g_return_if_fail (BH_IS_FIRST_ANSWER (self));

  if (!is_running (self) || self->clock == NULL)
    return;
  bh_first_answer_set_answered (self, bh_clock_now (self->clock));
  g_signal_emit (self, signals[ANSWERED], 0);
}
