/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-stage-track.h"

#include "base/bh-i18n.h"
#include "ui/tickets/bh-stage-steps.h"

/* What one step is made of; all owned by the widget tree. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *symbol;
  GtkWidget *name;
  GtkWidget *time;
} StepWidgets;

/**
 * BhStageTrack:
 *
 * CSS nodes: `stagetrack` with a box a step, class by its state and urgency. Role: list of list
 * items, each with a label that says all.
 */
struct _BhStageTrack
{
  GtkWidget parent_instance;

  StepWidgets steps[BH_N_STEPS];
};

G_DEFINE_FINAL_TYPE (BhStageTrack, bh_stage_track, GTK_TYPE_WIDGET)

static void
bh_stage_track_dispose (GObject *object)
{
  BhStageTrack *self = BH_STAGE_TRACK (object);

  for (guint i = 0; i < BH_N_STEPS; i++)
    g_clear_pointer (&self->steps[i].box, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_stage_track_parent_class)->dispose (object);
}

static void
bh_stage_track_class_init (BhStageTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_stage_track_dispose;

  gtk_widget_class_set_css_name (widget_class, "stagetrack");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static GtkWidget *
create_label (GtkWidget *box, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
bh_stage_track_init (BhStageTrack *self)
{
  gtk_box_layout_set_homogeneous (
      GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
  for (guint i = 0; i < BH_N_STEPS; i++)
    {
      StepWidgets *step = &self->steps[i];

      step->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      gtk_widget_add_css_class (step->box, "step");
      step->symbol = create_label (step->box, "step-symbol");
      step->name = create_label (step->box, "step-name");
      step->time = create_label (step->box, "step-time");
      gtk_widget_set_parent (step->box, GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stages"), -1);
}

static void
show_step (StepWidgets *widgets, const BhStageStep *step)
{
  const char *classes[]
      = { "step", bh_step_state_get_class (step->state),
          step->late ? "passed" : bh_present_urgency_class (step->urgency), NULL };

  gtk_widget_set_css_classes (widgets->box, classes);
  gtk_label_set_label (GTK_LABEL (widgets->symbol), bh_stage_step_get_symbol (step));
  gtk_label_set_label (GTK_LABEL (widgets->name),
                       bh_list_get_label (BH_LIST_STAGE, (int) step->stage));
  gtk_label_set_label (GTK_LABEL (widgets->time), step->time);
  gtk_widget_set_tooltip_text (widgets->box, step->explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widgets->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  step->explanation, -1);
}

GtkWidget *
bh_stage_track_new (void)
{
  return g_object_new (BH_TYPE_STAGE_TRACK, NULL);
}

void
bh_stage_track_show (BhStageTrack *self, BhTicket *ticket, BhOffice *office, gint64 now)
{
  BhStageStep steps[BH_N_STEPS];

  g_return_if_fail (BH_IS_STAGE_TRACK (self));

  bh_stage_steps_fill (steps, ticket, office, now);
  for (guint i = 0; i < BH_N_STEPS; i++)
    show_step (&self->steps[i], &steps[i]);
  bh_stage_steps_clear (steps);
}
