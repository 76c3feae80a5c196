/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-i18n.h"
#include "ui/insight/bh-site-plan-private.h"

#define SPACING 6
#define SLIDER_WIDTH 180
/* Less than that, and the names on a plan would lie on each other. */
#define PLAN_HEIGHT 480

/* The months one after the other, and the whole period at the end. */
static GtkWidget *
create_slider (BhSitePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, BH_SITE_MONTHS, 1);

  gtk_range_set_value (GTK_RANGE (scale), BH_SITE_MONTHS);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);
  gtk_range_set_increments (GTK_RANGE (scale), 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_widget_set_size_request (scale, SLIDER_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Month that is shown"), -1);
  self->slider = GTK_RANGE (scale);
  self->month = GTK_LABEL (gtk_label_new (_ ("The whole period")));
  gtk_label_set_width_chars (self->month, 10);
  gtk_label_set_xalign (self->month, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->month), "numeric");
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->month));

  return box;
}

static GtkWidget *
create_bar (BhSitePlanPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Community"), -1);
  self->slider_box = create_slider (self);
  self->arrange = gtk_toggle_button_new_with_mnemonic (_ ("_Place buildings"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->arrange), "site.arrange");
  self->import = gtk_button_new_with_mnemonic (_ ("_Other picture…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->import), "site.import");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (bar), self->slider_box);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), self->arrange);
  gtk_box_append (GTK_BOX (bar), self->import);

  return bar;
}

/* What will be here, and the first step to it, for who may do it. */
static GtkWidget *
create_status (BhSitePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACING);
  GtkWidget *text = gtk_label_new (_ (
      "The site plan of the community will be here, with a circle on every building: the larger, "
      "the more tickets. A PNG, JPEG or SVG of it is all that is needed."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Import a site plan…"));

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "site.import");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  self->status = box;

  return box;
}

static GtkWidget *
create_arranging (BhSitePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);

  self->canvas = BH_SITE_CANVAS (bh_site_canvas_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), TRUE);
  self->places = BH_SITE_PLACES (bh_site_places_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->places));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->canvas));

  return box;
}

void
bh_site_plan_page_build (BhSitePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  self->panel = BH_CHART_PANEL (bh_chart_panel_new (self->desk, bh_site_request_read));
  bh_chart_panel_set_title (self->panel, C_ ("chart", "Site plan"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->panel), "chart");
  gtk_stack_add_named (self->stack, create_arranging (self), "arrange");
  gtk_stack_add_named (self->stack, create_status (self), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), -1, PLAN_HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self->canvas), -1, PLAN_HEIGHT);
  gtk_box_append (GTK_BOX (box), create_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  gtk_widget_set_parent (GTK_WIDGET (self->toasts), GTK_WIDGET (self));
}
