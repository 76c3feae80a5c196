/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-options.h"

#include "base/bh-i18n.h"
#include "exchange/bh-report-plan.h"

#include <adwaita.h>

/**
 * BhReportOptions:
 *
 * CSS nodes: those of a boxed list. A sheet that others need is there whether it is chosen or not:
 * its box is set and cannot be changed.
 */
struct _BhReportOptions
{
  GtkWidget parent_instance;

  guint32 sheets;  /* chosen: never 0 */
  gboolean filled; /* with what is chosen: nothing is told meanwhile */

  GtkWidget *list;
  AdwComboRow *profile;
  AdwComboRow *language;
  AdwActionRow *record_row;
  GtkSwitch *record;
  AdwExpanderRow *sheets_row;
  GtkCheckButton *checks[BH_N_REPORT_SHEETS]; /* (owned by the widget tree) (nullable) */
};

G_DEFINE_FINAL_TYPE (BhReportOptions, bh_report_options, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
changed_cb (BhReportOptions *self)
{
  if (self->filled)
    g_signal_emit (self, signals[CHANGED], 0);
}

static guint32
get_all (void)
{
  return bh_report_sheets_complete (0);
}

/* Sheets that were chosen stand for themselves, the others for whom they are needed. */
static void
show_sheets (BhReportOptions *self)
{
  guint32 complete = bh_report_sheets_complete (self->sheets);
  guint n = 0, n_all = 0;
  g_autofree char *text = NULL;
  gboolean was = self->filled;

  self->filled = FALSE;
  for (guint i = 0; i < BH_N_REPORT_SHEETS; i++)
    {
      gboolean chosen = (self->sheets & BH_REPORT_SHEET_BIT (i)) != 0;
      gboolean there = (complete & BH_REPORT_SHEET_BIT (i)) != 0;

      if (self->checks[i] == NULL)
        continue;
      n_all++;
      n += there;
      gtk_check_button_set_active (self->checks[i], there);
      gtk_widget_set_sensitive (GTK_WIDGET (self->checks[i]), chosen || !there);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->checks[i]),
                                   there && !chosen ? _ ("Formulas of the other sheets need it.")
                                                    : NULL);
    }
  self->filled = was;
  text
      = n == n_all ? g_strdup_printf (_ ("All %u"), n) : g_strdup_printf (_ ("%u of %u"), n, n_all);
  adw_expander_row_set_subtitle (self->sheets_row, text);
}

/* One sheet at least stays: without any there is no workbook. */
static void
sheet_toggled_cb (BhReportOptions *self, GtkCheckButton *check)
{
  guint i;

  if (!self->filled)
    return;
  for (i = 0; self->checks[i] != check;)
    i++;
  if (gtk_check_button_get_active (check))
    self->sheets |= BH_REPORT_SHEET_BIT (i);
  else if ((self->sheets & ~BH_REPORT_SHEET_BIT (i)) != 0)
    self->sheets &= ~BH_REPORT_SHEET_BIT (i);
  show_sheets (self);
  changed_cb (self);
}

static void
add_sheets (BhReportOptions *self)
{
  guint n;
  const BhReportSheetInfo *infos = bh_report_sheets_list (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     bh_report_sheet_get_name (&infos[i]));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      bh_report_sheet_get_name (&infos[i]), -1);
      self->checks[infos[i].id] = GTK_CHECK_BUTTON (check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (sheet_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->sheets_row, row);
    }
}

static void
fill_combo (AdwComboRow *row, const char *const *labels)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_combos (BhReportOptions *self)
{
  const char *const profiles[] = {
    _ ("The office: names, phones and rooms stand in it"),
    _ ("Anybody: names and phones masked, buildings in place of rooms"),
    NULL,
  };
  const char *const languages[] = {
    [BH_REPORT_LANGUAGE_PROGRAM] = _ ("As in this window"),
    [BH_REPORT_LANGUAGE_ENGLISH] = "English",
    [BH_REPORT_LANGUAGE_CHINESE] = "简体中文",
    NULL,
  };

  fill_combo (self->profile, profiles);
  fill_combo (self->language, languages);
}

static void
bh_report_options_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_REPORT_OPTIONS);

  G_OBJECT_CLASS (bh_report_options_parent_class)->dispose (object);
}

static void
bh_report_options_class_init (BhReportOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_report_options_dispose;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_REPORT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/reports/bh-report-options.ui");
  gtk_widget_class_bind_template_child (widget_class, BhReportOptions, list);
  gtk_widget_class_bind_template_child (widget_class, BhReportOptions, profile);
  gtk_widget_class_bind_template_child (widget_class, BhReportOptions, language);
  gtk_widget_class_bind_template_child (widget_class, BhReportOptions, record_row);
  gtk_widget_class_bind_template_child (widget_class, BhReportOptions, record);
  gtk_widget_class_bind_template_child (widget_class, BhReportOptions, sheets_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
bh_report_options_init (BhReportOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sheets = get_all ();
  fill_combos (self);
  add_sheets (self);
  show_sheets (self);
  bh_report_options_forbid_record (self, NULL);
  self->filled = TRUE;
}

GtkWidget *
bh_report_options_new (void)
{
  return g_object_new (BH_TYPE_REPORT_OPTIONS, NULL);
}

BhReportProfile
bh_report_options_get_profile (BhReportOptions *self)
{
  g_return_val_if_fail (BH_IS_REPORT_OPTIONS (self), BH_REPORT_INTERNAL);

  return (BhReportProfile) adw_combo_row_get_selected (self->profile);
}

BhReportLanguage
bh_report_options_get_language (BhReportOptions *self)
{
  g_return_val_if_fail (BH_IS_REPORT_OPTIONS (self), BH_REPORT_LANGUAGE_PROGRAM);

  return (BhReportLanguage) adw_combo_row_get_selected (self->language);
}

gboolean
bh_report_options_get_recorded (BhReportOptions *self)
{
  g_return_val_if_fail (BH_IS_REPORT_OPTIONS (self), FALSE);

  return gtk_widget_get_sensitive (GTK_WIDGET (self->record))
         && gtk_switch_get_active (self->record);
}

guint32
bh_report_options_get_sheets (BhReportOptions *self)
{
  g_return_val_if_fail (BH_IS_REPORT_OPTIONS (self), 0);

  return self->sheets == get_all () ? 0 : self->sheets;
}

void
bh_report_options_set (BhReportOptions *self,
                       BhReportProfile profile,
                       BhReportLanguage language,
                       gboolean recorded,
                       guint32 sheets)
{
  g_return_if_fail (BH_IS_REPORT_OPTIONS (self));

  self->filled = FALSE;
  adw_combo_row_set_selected (self->profile, profile);
  adw_combo_row_set_selected (self->language, language);
  gtk_switch_set_active (self->record, recorded);
  self->sheets = (sheets & get_all ()) != 0 ? sheets & get_all () : get_all ();
  show_sheets (self);
  self->filled = TRUE;
}

void
bh_report_options_forbid_record (BhReportOptions *self, const char *why)
{
  g_return_if_fail (BH_IS_REPORT_OPTIONS (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->record), why == NULL);
  adw_action_row_set_subtitle (
      self->record_row,
      why != NULL ? why
                  : _ ("The figures are kept as reported now. Later workbooks show them unchanged, "
                       "with what was corrected since beside them."));
}
