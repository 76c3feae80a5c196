/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-page-private.h"

#include "ui/common/bh-tabs.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/insight/bh-insight-brush.h"

/* What changes together is counted once. */
#define QUIET_MS 1000

/* By what all figures can be narrowed, in the order in which an office asks. */
static const BhFilterField filter_fields[] = {
  BH_FILTER_KIND,     BH_FILTER_COMMUNITY, BH_FILTER_DEPARTMENT,
  BH_FILTER_CATEGORY, BH_FILTER_CHANNEL,   BH_FILTER_GRADE,
};

/**
 * BhInsightPage:
 *
 * CSS nodes: `insightpage`. Actions: `insight.page` (a name), `insight.nth-page` (i),
 * `insight.show-figure` (its key), `insight.reload`, `insight.clear-filter`, `insight.clear-brush`,
 * `insight.period-before`, `insight.present-period`, `insight.next-chart` (i). Keys: Ctrl+1 to
 * Ctrl+9, Ctrl+Page Up and Ctrl+Page Down change the page, Alt+Left and Alt+Right the period,
 * Alt+Home shows the present one, F5 counts anew, F6 goes from chart to chart, Escape undoes the
 * selection.
 */
G_DEFINE_FINAL_TYPE (BhInsightPage, bh_insight_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PAGE = 1,
} Property;

static GParamSpec *properties[PROP_PAGE + 1];

typedef enum
{
  SHOW_TICKETS,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static BhInsightLook *
create_look (BhInsightPage *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  BhTicketFilter *filter = bh_filter_bar_get_filter (self->filter);
  BhStore *store = bh_desk_get_store (self->desk);
  BhInsightLook *look = bh_insight_look_new (office, filter);

  look->store = g_object_ref (store);
  look->as_of = bh_clock_now (bh_store_get_clock (store));
  bh_period_bar_get_periods (self->period, &look->period, &look->compare);
  if (self->brush != NULL)
    {
      look->brush = bh_insight_brush_join (filter, self->brush, office);
      look->brush_origin = g_strdup (self->brush_origin);
    }

  return look;
}

void
bh_insight_page_show_all (BhInsightPage *self, BhInsightShow how)
{
  g_autoptr (BhInsightLook) look = create_look (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    bh_insight_sheet_show (BH_INSIGHT_SHEET (child), look, how);
}

static void
show_changed (BhInsightPage *self)
{
  bh_insight_page_show_all (self, BH_INSIGHT_SHOW_CHANGED);
}

static void
filter_changed_cb (BhInsightPage *self)
{
  g_settings_set_string (self->settings, "insight-filter",
                         bh_ticket_filter_to_text (bh_filter_bar_get_filter (self->filter)));
  show_changed (self);
}

static void
show_brush (BhInsightPage *self)
{
  g_autofree char *text
      = self->brush != NULL
            ? bh_insight_brush_dup_label (self->brush, bh_desk_get_office (self->desk))
            : NULL;

  gtk_label_set_label (self->brush_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->brush_chip, text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->brush_chip),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* What was selected elsewhere before is not any more. */
void
bh_insight_page_set_brush (BhInsightPage *self, const char *id, BhTicketFilter *brush)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (self->brush_origin != NULL && g_strcmp0 (self->brush_origin, id) != 0)
      bh_insight_sheet_clear_brush (BH_INSIGHT_SHEET (child), self->brush_origin);
  g_clear_pointer (&self->brush, bh_ticket_filter_unref);
  g_free (self->brush_origin);
  self->brush = brush != NULL ? bh_ticket_filter_ref (brush) : NULL;
  self->brush_origin = brush != NULL ? g_strdup (id) : NULL;
  show_brush (self);
  show_changed (self);
}

static void
brushed_cb (BhInsightPage *self, const char *id, const char *text)
{
  g_autoptr (BhTicketFilter) brush = text != NULL ? bh_ticket_filter_parse (text, NULL) : NULL;

  if (brush != NULL || g_strcmp0 (id, self->brush_origin) == 0)
    bh_insight_page_set_brush (self, id, brush);
}

static gboolean
is_counting (gpointer user_data)
{
  return bh_insight_sheet_is_reading (bh_insight_page_get_sheet (BH_INSIGHT_PAGE (user_data)));
}

static void
count_again (gpointer user_data)
{
  bh_insight_page_show_all (BH_INSIGHT_PAGE (user_data), BH_INSIGHT_SHOW_AGAIN);
}

static void
store_changed_cb (BhInsightPage *self)
{
  if (self->pacer != NULL)
    bh_pacer_ask (self->pacer);
}

static void
activated_cb (BhInsightPage *self, const char *text)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, NULL);

  if (filter != NULL)
    g_signal_emit (self, signals[SHOW_TICKETS], 0, filter);
}

int
bh_insight_page_find (BhInsightPage *self, const char *name)
{
  for (guint i = 0; i < self->infos->len; i++)
    {
      const BhInsightPageInfo *info = g_ptr_array_index (self->infos, i);

      if (g_strcmp0 (info->name, name) == 0)
        return (int) i;
    }

  return -1;
}

/* Where the keyboard was in a chart of the page before, it comes to one of this. */
void
bh_insight_page_show (BhInsightPage *self, const char *name)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;

  if (bh_insight_page_find (self, name) < 0
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, name);
  if (had_focus)
    bh_insight_sheet_focus_next (bh_insight_page_get_sheet (self), 1);
  bh_tabs_follow (self->tabs, name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* The state of an action is never %NULL. */
static const char *
get_page (BhInsightPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : "";
}

static void
bh_insight_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_PAGE:
      g_value_set_string (value, get_page (BH_INSIGHT_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_insight_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_PAGE:
      bh_insight_page_show (BH_INSIGHT_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_insight_page_dispose (GObject *object)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (object);

  g_clear_pointer (&self->pacer, bh_pacer_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_INSIGHT_PAGE);
  g_clear_pointer (&self->brush, bh_ticket_filter_unref);
  g_clear_pointer (&self->brush_origin, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_insight_page_parent_class)->dispose (object);
}

static void
bh_insight_page_finalize (GObject *object)
{
  g_ptr_array_unref (BH_INSIGHT_PAGE (object)->infos);

  G_OBJECT_CLASS (bh_insight_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/insight/bh-insight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, body);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, filter_place);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, brush_chip);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, brush_label);
  gtk_widget_class_bind_template_child (widget_class, BhInsightPage, stack);
}

static void
bh_insight_page_class_init (BhInsightPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_insight_page_get_property;
  object_class->set_property = bh_insight_page_set_property;
  object_class->dispose = bh_insight_page_dispose;
  object_class->finalize = bh_insight_page_finalize;

  properties[PROP_PAGE]
      = g_param_spec_string ("page", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SHOW_TICKETS] = g_signal_new ("show-tickets", BH_TYPE_INSIGHT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_TICKET_FILTER);

  bind_template (widget_class);
  bh_insight_page_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "insightpage");
}

static void
bh_insight_page_init (BhInsightPage *self)
{
  self->infos = g_ptr_array_new ();
  self->pacer = bh_pacer_new (QUIET_MS, is_counting, count_again, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
create_bars (BhInsightPage *self)
{
  self->period = BH_PERIOD_BAR (bh_period_bar_new (self->desk, FALSE));
  self->filter = BH_FILTER_BAR (
      bh_filter_bar_new (self->desk, filter_fields, G_N_ELEMENTS (filter_fields), FALSE));
  adw_bin_set_child (self->period_place, GTK_WIDGET (self->period));
  adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filter));
}

static void
add_page (BhInsightPage *self, const BhInsightPageInfo *info)
{
  GtkWidget *sheet = bh_insight_sheet_new (self->desk, info, self->settings);

  g_ptr_array_add (self->infos, (gpointer) info);
  bh_tabs_append (self->tabs, "insight.page", info->name, bh_insight_page_info_get_title (info));
  g_signal_connect_object (sheet, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "brushed", G_CALLBACK (brushed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, sheet, info->name);
}

static void
add_pages (BhInsightPage *self)
{
  guint n;
  const BhInsightPageInfo *infos = bh_insight_pages_list (&n);

  for (guint i = 0; i < n; i++)
    if (bh_insight_page_info_is_there (&infos[i]))
      add_page (self, &infos[i]);
}

static void
connect_parts (BhInsightPage *self)
{
  g_signal_connect_object (self->period, "changed", G_CALLBACK (show_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (self->desk), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* A filter that this version does not know is forgotten. */
static void
restore (BhInsightPage *self)
{
  GSettings *settings = self->settings;
  g_autofree char *text = g_settings_get_string (settings, "insight-filter");
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, NULL);

  if (filter != NULL)
    bh_filter_bar_set_filter (self->filter, filter);
  g_settings_bind (settings, "insight-page", self, "page", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "insight-period", self->period, "kind", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "insight-compare", self->period, "compare", G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
bh_insight_page_new (BhDesk *desk, GSettings *settings)
{
  BhInsightPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_INSIGHT_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  create_bars (self);
  add_pages (self);
  restore (self);
  connect_parts (self);
  show_changed (self);

  return GTK_WIDGET (self);
}

BhInsightSheet *
bh_insight_page_get_sheet (BhInsightPage *self)
{
  g_return_val_if_fail (BH_IS_INSIGHT_PAGE (self), NULL);

  return BH_INSIGHT_SHEET (gtk_stack_get_visible_child (self->stack));
}
