/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-site-plan-page.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-register.h"
#include "draw/bh-chart-words.h"
#include "ui/common/bh-choose-file.h"
#include "ui/insight/bh-site-import.h"
#include "ui/insight/bh-site-plan-private.h"

#define ITEM_ID "site-plan"

/**
 * BhSitePlanPage:
 *
 * CSS nodes: `siteplanpage`. Actions: `site.import`, `site.arrange`. The slider goes through
 * thirteen months; at its end stands the period of the page.
 */
static void bh_site_plan_page_part_init (BhInsightPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhSitePlanPage,
                               bh_site_plan_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_INSIGHT_PART,
                                                      bh_site_plan_page_part_init))

typedef enum
{
  PROP_ARRANGING = 1,
} Property;

static GParamSpec *properties[PROP_ARRANGING + 1];

void
bh_site_plan_page_show_problem (BhSitePlanPage *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static gint64
get_community (BhSitePlanPage *self)
{
  guint i = gtk_drop_down_get_selected (self->chooser);

  return i < self->communities->len ? g_array_index (self->communities, gint64, i) : 0;
}

/* Of the last one, which the slider shows before the whole period. */
static int
get_last_month (BhSitePlanPage *self)
{
  BhLocalTime local;

  bh_office_time_split (bh_office_get_time (self->look->office),
                        MIN (self->look->period.to - 1, self->look->as_of), &local);

  return local.month;
}

int
bh_site_plan_page_get_month (BhSitePlanPage *self)
{
  int place;

  g_return_val_if_fail (BH_IS_SITE_PLAN_PAGE (self), 0);

  place = (int) gtk_range_get_value (self->slider);
  if (self->look == NULL || place >= BH_SITE_MONTHS)
    return 0;

  return bh_month_shift (get_last_month (self), place - BH_SITE_MONTHS + 1);
}

static void
show_month (BhSitePlanPage *self)
{
  int month = bh_site_plan_page_get_month (self);
  g_autofree char *text
      = month != 0 ? bh_chart_words_dup_month (month) : g_strdup (_ ("The whole period"));

  gtk_label_set_text (self->month, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

void
bh_site_plan_page_read_plan (BhSitePlanPage *self, gboolean again)
{
  BhSiteRequest *request;

  if (self->look == NULL)
    return;
  request = bh_site_request_new (self->look, bh_insight_look_get_filter (self->look, ITEM_ID));
  request->community_id = get_community (self);
  request->month = bh_site_plan_page_get_month (self);
  request->last_month = get_last_month (self);
  request->picture = self->picture != NULL ? bh_plan_picture_ref (self->picture) : NULL;
  request->picture_hash = g_strdup (self->picture_hash);
  g_clear_pointer (&self->request, bh_site_request_unref);
  self->request = g_atomic_rc_box_acquire (request);
  bh_chart_panel_read (self->panel, request, bh_site_request_clear, again);
}

static void
read_anew (BhSitePlanPage *self)
{
  bh_site_plan_page_read_plan (self, FALSE);
}

/* What can be done: with a plan, and by whom. */
static void
show_state (BhSitePlanPage *self)
{
  gboolean may = bh_desk_may_change_register (self->desk);
  gboolean has_plan = self->plan != NULL;
  const char *child = self->arranging ? "arrange" : has_plan || !self->known ? "chart" : "empty";

  gtk_widget_set_visible (self->slider_box, has_plan && !self->arranging);
  gtk_widget_set_visible (self->arrange, has_plan && may);
  gtk_widget_set_visible (self->import, has_plan && may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "site.import", may && !self->importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "site.arrange", may && has_plan);
  gtk_widget_set_visible (gtk_widget_get_last_child (self->status), may);
  gtk_stack_set_visible_child_name (self->stack, child);
}

/* Both show the plan as it is now; the canvas begins with one that has no place yet. */
void
bh_site_plan_page_show_plan (BhSitePlanPage *self)
{
  bh_site_canvas_set_plan (self->canvas, self->plan, self->picture);
  bh_site_places_set_plan (self->places, self->plan);
  bh_site_places_set_chosen (self->places, bh_site_canvas_get_selected (self->canvas));
  show_state (self);
}

static void
shown_cb (BhSitePlanPage *self)
{
  g_clear_pointer (&self->plan, bh_site_plan_free);
  g_clear_pointer (&self->picture, bh_plan_picture_unref);
  g_clear_pointer (&self->picture_hash, g_free);
  bh_site_request_get (self->request, &self->plan, &self->picture, &self->picture_hash);
  self->known = TRUE;
  if (self->plan == NULL)
    self->arranging = FALSE;
  bh_site_plan_page_show_plan (self);
}

static void
set_arranging (BhSitePlanPage *self, gboolean arranging)
{
  if (arranging == self->arranging
      || (arranging && (self->plan == NULL || !bh_desk_may_change_register (self->desk))))
    return;
  self->arranging = arranging;
  bh_site_plan_page_show_problem (self, NULL);
  bh_site_plan_page_show_plan (self);
  if (arranging)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else
    bh_site_plan_page_read_plan (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARRANGING]);
}

static void
chosen_cb (BhSitePlanPage *self, gint64 place_id)
{
  bh_site_canvas_set_selected (self->canvas, place_id);
}

static void
selected_cb (BhSitePlanPage *self)
{
  bh_site_places_set_chosen (self->places, bh_site_canvas_get_selected (self->canvas));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhSitePlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSitePlan) plan = bh_site_import_finish (BH_DESK (source), result, &error);

  self->importing = FALSE;
  bh_site_plan_page_show_problem (self, plan == NULL ? error->message : NULL);
  show_state (self);
  if (plan != NULL)
    bh_site_plan_page_read_plan (self, FALSE);
}

void
bh_site_plan_page_import (BhSitePlanPage *self, GFile *file)
{
  g_return_if_fail (BH_IS_SITE_PLAN_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->importing)
    return;
  self->importing = TRUE;
  bh_site_plan_page_show_problem (self, NULL);
  show_state (self);
  bh_site_import_async (self->desk, file, get_community (self), imported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file)
{
  bh_site_plan_page_import (BH_SITE_PLAN_PAGE (widget), file);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.png", "*.jpg", "*.jpeg", "*.svg", NULL };

  bh_choose_file (widget, _ ("Picture of the site plan"), patterns, file_chosen_cb);
}

static void
activated_cb (BhSitePlanPage *self, const char *filter)
{
  bh_insight_part_emit_activated (BH_INSIGHT_PART (self), filter);
}

static void
brushed_cb (BhSitePlanPage *self, const char *filter)
{
  bh_insight_part_emit_brushed (BH_INSIGHT_PART (self), filter);
}

static void
slid_cb (BhSitePlanPage *self)
{
  show_month (self);
  bh_site_plan_page_read_plan (self, TRUE);
}

/* All communities in use; the choice stays where it can. */
static void
list_communities (BhSitePlanPage *self)
{
  gint64 chosen = get_community (self);
  GPtrArray *places = bh_office_list (bh_desk_get_office (self->desk), BH_TYPE_PLACE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint place = 0;

  g_array_set_size (self->communities, 0);
  for (guint i = 0; i < places->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (places, i);
      gint64 id = bh_entry_get_id (entry);

      if (bh_entry_is_retired (entry))
        continue;
      if (id == chosen)
        place = self->communities->len;
      g_array_append_val (self->communities, id);
      gtk_string_list_append (names, bh_entry_get_name (entry));
    }
  g_signal_handlers_block_by_func (self->chooser, read_anew, self);
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, place);
  g_signal_handlers_unblock_by_func (self->chooser, read_anew, self);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->communities->len > 1);
}

/* A filter that names communities shows the first of them. */
static void
follow_filter (BhSitePlanPage *self)
{
  g_autoptr (GArray) ids
      = bh_ticket_filter_get_ids (bh_insight_look_get_filter (self->look, ITEM_ID),
                                  BH_FILTER_COMMUNITY, self->look->office, NULL);

  for (guint i = 0; ids != NULL && ids->len > 0 && i < self->communities->len; i++)
    if (g_array_index (self->communities, gint64, i) == g_array_index (ids, gint64, 0))
      {
        g_signal_handlers_block_by_func (self->chooser, read_anew, self);
        gtk_drop_down_set_selected (self->chooser, i);
        g_signal_handlers_unblock_by_func (self->chooser, read_anew, self);
      }
}

static void
office_cb (BhSitePlanPage *self)
{
  list_communities (self);
  show_state (self);
}

static void
bh_site_plan_page_read (BhInsightPart *part, BhInsightLook *look, gboolean again)
{
  BhSitePlanPage *self = BH_SITE_PLAN_PAGE (part);

  bh_insight_look_ref (look);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  self->look = look;
  if (!again)
    follow_filter (self);
  show_month (self);
  /* What somebody is arranging is not taken from under their hands. */
  if (!self->arranging)
    bh_site_plan_page_read_plan (self, again);
}

static gboolean
bh_site_plan_page_cancel (BhInsightPart *part)
{
  return bh_chart_panel_cancel (BH_SITE_PLAN_PAGE (part)->panel);
}

static gboolean
bh_site_plan_page_is_reading (BhInsightPart *part)
{
  return bh_chart_panel_is_reading (BH_SITE_PLAN_PAGE (part)->panel);
}

static GtkWidget *
bh_site_plan_page_get_focus_widget (BhInsightPart *part)
{
  BhSitePlanPage *self = BH_SITE_PLAN_PAGE (part);

  if (self->arranging)
    return GTK_WIDGET (self->canvas);

  return GTK_WIDGET (bh_chart_panel_get_view (self->panel));
}

static void
bh_site_plan_page_clear_brush (BhInsightPart *part)
{
  bh_chart_view_set_brush (bh_chart_panel_get_view (BH_SITE_PLAN_PAGE (part)->panel), NULL);
}

static void
bh_site_plan_page_part_init (BhInsightPartInterface *iface)
{
  iface->read = bh_site_plan_page_read;
  iface->cancel = bh_site_plan_page_cancel;
  iface->is_reading = bh_site_plan_page_is_reading;
  iface->get_focus_widget = bh_site_plan_page_get_focus_widget;
  iface->clear_brush = bh_site_plan_page_clear_brush;
}

static void
bh_site_plan_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_ARRANGING:
      g_value_set_boolean (value, BH_SITE_PLAN_PAGE (object)->arranging);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_site_plan_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_ARRANGING:
      set_arranging (BH_SITE_PLAN_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_site_plan_page_dispose (GObject *object)
{
  BhSitePlanPage *self = BH_SITE_PLAN_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->request, bh_site_request_unref);
  g_clear_pointer (&self->look, bh_insight_look_unref);
  g_clear_pointer (&self->plan, bh_site_plan_free);
  g_clear_pointer (&self->picture, bh_plan_picture_unref);
  g_clear_pointer (&self->picture_hash, g_free);
  g_clear_pointer (&self->communities, g_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_site_plan_page_parent_class)->dispose (object);
}

static void
bh_site_plan_page_class_init (BhSitePlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_site_plan_page_get_property;
  object_class->set_property = bh_site_plan_page_set_property;
  object_class->dispose = bh_site_plan_page_dispose;

  properties[PROP_ARRANGING]
      = g_param_spec_boolean ("arranging", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_install_action (widget_class, "site.import", NULL, import_cb);
  gtk_widget_class_install_property_action (widget_class, "site.arrange", "arranging");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "siteplanpage");
}

static void
bh_site_plan_page_init (BhSitePlanPage *self)
{
  self->communities = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
connect_parts (BhSitePlanPage *self)
{
  g_signal_connect_object (self->panel, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_chart_panel_get_view (self->panel), "brushed",
                           G_CALLBACK (brushed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "retry", G_CALLBACK (read_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slider, "value-changed", G_CALLBACK (slid_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "moved", G_CALLBACK (bh_site_plan_page_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (read_anew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::office", G_CALLBACK (office_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::staff-id", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
bh_site_plan_page_new (BhDesk *desk)
{
  BhSitePlanPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_SITE_PLAN_PAGE, NULL);
  self->desk = g_object_ref (desk);
  bh_site_plan_page_build (self);
  connect_parts (self);
  list_communities (self);
  show_state (self);

  return GTK_WIDGET (self);
}

BhChartPanel *
bh_site_plan_page_get_panel (BhSitePlanPage *self)
{
  g_return_val_if_fail (BH_IS_SITE_PLAN_PAGE (self), NULL);

  return self->panel;
}

BhSiteCanvas *
bh_site_plan_page_get_canvas (BhSitePlanPage *self)
{
  g_return_val_if_fail (BH_IS_SITE_PLAN_PAGE (self), NULL);

  return self->canvas;
}
