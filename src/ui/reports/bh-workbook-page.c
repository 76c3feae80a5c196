/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-workbook-page.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-choose-file.h"
#include "ui/insight/bh-grid-layout.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/reports/bh-report-filter.h"
#include "ui/reports/bh-report-maker.h"
#include "ui/reports/bh-report-options.h"
#include "ui/reports/bh-report-preview.h"

#include <adwaita.h>

#define FOLDER_KEY "report-folder"
#define COLUMN_SPACING 24
/* What is chosen, and what comes of it, side by side where there is room. */
#define COLUMN_EM 26
#define COLUMNS 2

/**
 * BhWorkbookPage:
 *
 * CSS nodes: `workbookpage`. Actions: `workbook.choose-folder`; those of #BhReportMaker belong to
 * the bar at the bottom. Keys: Alt+Left and Alt+Right change the period, Alt+Home shows the present
 * one, Ctrl+Return makes the workbook, Escape gives up.
 */
struct _BhWorkbookPage
{
  GtkWidget parent_instance;

  BhDesk *desk;             /* (owned) */
  GSettings *settings;      /* (owned) */
  BhPeriodBar *period;      /* (owned by the widget tree) */
  BhFilterBar *filter;      /* (owned by the widget tree) */
  BhReportOptions *options; /* (owned by the widget tree) */
  BhReportPreview *preview; /* (owned by the widget tree) */
  BhReportMaker *maker;     /* (owned by the widget tree) */
  GFile *folder;            /* (owned) */

  GtkWidget *body;
  GtkWidget *columns;
  GtkWidget *chosen;
  AdwBin *period_place;
  AdwBin *filter_place;
  AdwBin *options_place;
  AdwBin *preview_place;
  AdwBin *maker_place;
  AdwActionRow *folder_row;
  AdwActionRow *file_row;
  GtkWidget *choose;
};

G_DEFINE_FINAL_TYPE (BhWorkbookPage, bh_workbook_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_BUSY = 1,
} Property;

static GParamSpec *properties[PROP_BUSY + 1];

static gboolean
is_busy (BhWorkbookPage *self)
{
  gboolean busy;

  g_object_get (self->maker, "busy", &busy, NULL);

  return busy;
}

static BhReportKind
get_kind (BhWorkbookPage *self)
{
  switch (bh_period_bar_get_span (self->period)->unit)
    {
    case BH_SPAN_QUARTER:
      return BH_REPORT_QUARTER;
    case BH_SPAN_YEAR:
      return BH_REPORT_YEAR;
    case BH_SPAN_MONTH:
    case BH_SPAN_FREE:
    default:
      return BH_REPORT_MONTH;
    }
}

/* @request: (out): its filter is owned by the caller. Returns: FALSE with @error */
static gboolean
fill_request (BhWorkbookPage *self, BhReportRequest *request, GError **error)
{
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
  BhTicketFilter *filter = bh_report_filter_dup_resolved (self->filter, self->desk, error);

  *request = (BhReportRequest){
    .kind = get_kind (self),
    .month = bh_period_bar_get_month (self->period),
    .as_of = now,
    .made_at = now,
    .filter = filter,
    .profile = bh_report_options_get_profile (self->options),
    .language = bh_report_options_get_language (self->options),
    .sheets = bh_report_options_get_sheets (self->options),
  };

  return filter != NULL;
}

/* A period that still runs is never what was reported of it. */
static void
show_record (BhWorkbookPage *self, const BhReportRequest *request)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));
  BhPeriod period;
  gboolean runs = bh_report_kind_get_period (request->kind, request->month, time, &period)
                  && request->as_of < period.to;

  bh_report_options_forbid_record (
      self->options, runs ? _ ("Only once the period is over: its figures still change.") : NULL);
}

static void
show_file (BhWorkbookPage *self, const BhReportRequest *request)
{
  g_autofree char *name = bh_report_dup_file_name (bh_desk_get_office (self->desk), request);
  g_autoptr (GFile) file = g_file_get_child (self->folder, name);
  g_autofree char *folder = g_file_get_parse_name (self->folder);
  g_autofree char *shown = g_filename_display_name (folder);
  BhReportOrder order
      = { *request, g_file_peek_path (file), bh_report_options_get_recorded (self->options), 0 };

  adw_action_row_set_subtitle (self->folder_row, shown);
  adw_action_row_set_subtitle (self->file_row, name);
  bh_report_maker_set_order (self->maker, &order);
}

/* What would be made now; while one is made, the page is about that one. */
static void
show_chosen (BhWorkbookPage *self)
{
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  BhReportRequest request;

  if (is_busy (self))
    return;
  if (!fill_request (self, &request, &error))
    {
      bh_report_maker_say (self->maker, error->message);
      return;
    }
  filter = request.filter;
  show_record (self, &request);
  show_file (self, &request);
  bh_report_preview_show (self->preview, &request);
}

static void
busy_cb (BhWorkbookPage *self)
{
  gboolean busy = is_busy (self);

  gtk_widget_set_sensitive (self->chosen, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "workbook.choose-folder", !busy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* The keys that the bar of periods names; while one is made, its period stays. */
static gboolean
move_period_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);

  if (!is_busy (self))
    bh_period_bar_move (self->period, g_variant_get_int32 (arguments));

  return TRUE;
}

static gboolean
present_period_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);

  if (!is_busy (self))
    bh_period_bar_show_present (self->period);

  return TRUE;
}

/* @arguments: name of an action of the bar at the bottom */
static gboolean
maker_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);

  return gtk_widget_activate_action (GTK_WIDGET (self->maker),
                                     g_variant_get_string (arguments, NULL), NULL);
}

static void
folder_chosen_cb (GtkWidget *widget, GFile *folder)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (widget);
  g_autofree char *path = g_file_get_path (folder);

  if (path == NULL)
    {
      bh_report_maker_say (self->maker,
                           _ ("That is no folder of this computer; choose one that is."));
      return;
    }
  g_set_object (&self->folder, folder);
  g_settings_set_string (self->settings, FOLDER_KEY, path);
  show_chosen (self);
}

static void
choose_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_choose_folder (widget, _ ("Folder for the workbook"), BH_WORKBOOK_PAGE (widget)->folder,
                    folder_chosen_cb);
}

static void
bh_workbook_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, is_busy (BH_WORKBOOK_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_workbook_page_dispose (GObject *object)
{
  BhWorkbookPage *self = BH_WORKBOOK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_WORKBOOK_PAGE);
  g_clear_object (&self->folder);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_workbook_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-workbook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, body);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, columns);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, filter_place);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, options_place);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, preview_place);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, maker_place);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, BhWorkbookPage, choose);
}

static void
bh_workbook_page_class_init (BhWorkbookPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_workbook_page_get_property;
  object_class->dispose = bh_workbook_page_dispose;
  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "workbook.choose-folder", NULL, choose_folder_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_period_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_period_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_ALT_MASK, present_period_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, maker_cb, "s",
                                "workbook.make");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, maker_cb, "s", "workbook.leave");
  gtk_widget_class_set_css_name (widget_class, "workbookpage");
}

static void
bh_workbook_page_init (BhWorkbookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->columns,
                                 bh_grid_layout_new (COLUMN_SPACING, COLUMN_EM, COLUMNS));
}

/* Where papers are kept, unless somebody said otherwise. */
static GFile *
get_first_folder (GSettings *settings)
{
  g_autofree char *path = g_settings_get_string (settings, FOLDER_KEY);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*path != '\0')
    return g_file_new_for_path (path);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

static void
add_parts (BhWorkbookPage *self)
{
  self->period = BH_PERIOD_BAR (bh_period_bar_new (self->desk, TRUE));
  self->filter = bh_report_filter_new (self->desk);
  self->options = BH_REPORT_OPTIONS (bh_report_options_new ());
  self->preview = BH_REPORT_PREVIEW (bh_report_preview_new (self->desk));
  self->maker = BH_REPORT_MAKER (bh_report_maker_new (self->desk));
  bh_period_bar_set_kind (self->period, "last-month");
  adw_bin_set_child (self->period_place, GTK_WIDGET (self->period));
  adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filter));
  adw_bin_set_child (self->options_place, GTK_WIDGET (self->options));
  adw_bin_set_child (self->preview_place, GTK_WIDGET (self->preview));
  adw_bin_set_child (self->maker_place, GTK_WIDGET (self->maker));
}

static void
follow (BhWorkbookPage *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

GtkWidget *
bh_workbook_page_new (BhDesk *desk, GSettings *settings)
{
  BhWorkbookPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BH_TYPE_WORKBOOK_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  self->folder = get_first_folder (settings);
  add_parts (self);
  follow (self, self->period, "changed", G_CALLBACK (show_chosen));
  follow (self, self->filter, "changed", G_CALLBACK (show_chosen));
  follow (self, self->options, "changed", G_CALLBACK (show_chosen));
  follow (self, self->maker, "notify::busy", G_CALLBACK (busy_cb));
  follow (self, desk, "notify::office", G_CALLBACK (show_chosen));
  show_chosen (self);

  return GTK_WIDGET (self);
}
