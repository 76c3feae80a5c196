/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-reports-page.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-tabs.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/reports/bh-earlier-page.h"
#include "ui/reports/bh-measures-page.h"
#include "ui/reports/bh-papers-page.h"
#include "ui/reports/bh-schedules-page.h"
#include "ui/reports/bh-workbook-page.h"

/**
 * BhReportsPage:
 *
 * CSS nodes: `reportspage`. Actions: `reports.page` (a name), `reports.nth-page` (i). Keys: Ctrl+1
 * to Ctrl+9, Ctrl+Page Up and Ctrl+Page Down change the page. What stands behind the tabs is one
 * table, below.
 */
struct _BhReportsPage
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkBox *tabs;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (BhReportsPage, bh_reports_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PAGE = 1,
  PROP_BUSY,
} Property;

static GParamSpec *properties[PROP_BUSY + 1];

/* A page of the reports: what is remembered of it, and how it is called. */
typedef struct
{
  const char *name;
  const char *title; /* English, to be translated in the context "reports page" */
  gboolean makes;    /* whether it makes files, and has a property `busy` */
} PageInfo;

/* In their order. */
typedef enum
{
  WORKBOOK,
  MEASURES,
  PAPERS,
  EARLIER,
  SCHEDULES,
} Page;

static const PageInfo infos[] = {
  [WORKBOOK] = { "workbook", NC_ ("reports page", "Workbook"), TRUE },
  [MEASURES] = { "measures", NC_ ("reports page", "Measures"), FALSE },
  [PAPERS] = { "papers", NC_ ("reports page", "Papers"), TRUE },
  [EARLIER] = { "earlier", NC_ ("reports page", "Earlier"), FALSE },
  [SCHEDULES] = { "schedules", NC_ ("reports page", "Schedules"), TRUE },
};

/* The state of an action is never %NULL. */
static const char *
get_page (BhReportsPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : "";
}

static gboolean
is_busy (BhReportsPage *self)
{
  gboolean busy = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (infos) && !busy; i++)
    if (infos[i].makes)
      g_object_get (gtk_stack_get_child_by_name (self->stack, infos[i].name), "busy", &busy, NULL);

  return busy;
}

static void
busy_cb (BhReportsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static int
find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (g_strcmp0 (infos[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* Where the keyboard was on the page before, it comes to this one. */
static void
show_page (BhReportsPage *self, const char *name)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;

  if (find_page (name) < 0 || g_str_equal (get_page (self), name))
    return;
  gtk_stack_set_visible_child_name (self->stack, name);
  if (had_focus)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  bh_tabs_follow (self->tabs, name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
show_nth_page (BhReportsPage *self, int i)
{
  if (i >= 0 && i < (int) G_N_ELEMENTS (infos))
    show_page (self, infos[i].name);
}

static void
nth_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_nth_page (BH_REPORTS_PAGE (widget), g_variant_get_int32 (parameter));
}

static gboolean
turn_page_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhReportsPage *self = BH_REPORTS_PAGE (widget);

  show_nth_page (self, find_page (get_page (self)) + g_variant_get_int32 (arguments));

  return TRUE;
}

static void
bh_reports_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_PAGE:
      g_value_set_string (value, get_page (BH_REPORTS_PAGE (object)));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, is_busy (BH_REPORTS_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_PAGE:
      show_page (BH_REPORTS_PAGE (object), g_value_get_string (value));
      break;
    case PROP_BUSY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_reports_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (bh_reports_page_parent_class)->dispose (object);
}

static void
bh_reports_page_class_init (BhReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_reports_page_get_property;
  object_class->set_property = bh_reports_page_set_property;
  object_class->dispose = bh_reports_page_dispose;

  properties[PROP_PAGE]
      = g_param_spec_string ("page", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhReportsPage, body);
  gtk_widget_class_bind_template_child (widget_class, BhReportsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BhReportsPage, stack);
  gtk_widget_class_install_property_action (widget_class, "reports.page", "page");
  gtk_widget_class_install_action (widget_class, "reports.nth-page", "i", nth_page_cb);
  bh_tabs_install_keys (widget_class, "reports.nth-page", turn_page_cb);
  gtk_widget_class_set_css_name (widget_class, "reportspage");
}

static void
bh_reports_page_init (BhReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_reports_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings)
{
  GtkWidget *pages[G_N_ELEMENTS (infos)];
  BhReportsPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_REPORTS_PAGE, NULL);
  pages[WORKBOOK] = bh_workbook_page_new (desk, settings);
  pages[MEASURES] = bh_measures_page_new (desk, drafts);
  pages[PAPERS] = bh_papers_page_new (desk);
  pages[EARLIER] = bh_earlier_page_new (desk, settings);
  pages[SCHEDULES] = bh_schedules_page_new (desk, settings);
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      gtk_stack_add_named (self->stack, pages[i], infos[i].name);
      if (infos[i].makes)
        g_signal_connect_object (pages[i], "notify::busy", G_CALLBACK (busy_cb), self,
                                 G_CONNECT_SWAPPED);
      bh_tabs_append (self->tabs, "reports.page", infos[i].name,
                      g_dpgettext2 (GETTEXT_PACKAGE, "reports page", infos[i].title));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), G_N_ELEMENTS (infos) > 1);
  g_settings_bind (settings, "reports-page", self, "page", G_SETTINGS_BIND_DEFAULT);

  return GTK_WIDGET (self);
}
