/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-measure-row.h"

#include "base/bh-i18n.h"
#include "domain/bh-day.h"
#include "draw/bh-chart-words.h"
#include "ui/common/bh-text-scale.h"

#define MEASURE_KEY "bh-measure"

void
bh_measure_row_groups_init (BhMeasureRowGroups *groups)
{
  groups->number = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  groups->owner = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  groups->state = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

void
bh_measure_row_groups_clear (BhMeasureRowGroups *groups)
{
  g_clear_object (&groups->number);
  g_clear_object (&groups->owner);
  g_clear_object (&groups->state);
}

/* Nothing is shown for nothing. */
static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* @width: at the usual size of text, -1 for what it takes */
static GtkWidget *
add_column (GtkWidget *line, GtkSizeGroup *group, int width)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (group != NULL)
    gtk_size_group_add_widget (group, column);
  if (width > 0)
    gtk_widget_set_size_request (column, (int) (width * bh_text_scale_get (column)), -1);
  gtk_widget_set_hexpand (column, group == NULL);
  gtk_box_append (GTK_BOX (line), column);

  return column;
}

static void
add_number (GtkWidget *line, const BhMeasureView *view, GtkSizeGroup *group)
{
  GtkWidget *column = add_column (line, group, 92);
  g_autofree char *number = bh_measure_dup_number (view->measure);

  add_label (column, number, "numeric");
  if (view->carried)
    add_label (column, C_ ("measure", "Carried over"), "caption");
}

/* "Tickets received 38 → 21 (Category: Lighting)" */
static char *
dup_figure (const BhMeasureView *view)
{
  g_autofree char *change = bh_measure_view_dup_change (view);
  g_autofree char *scope = bh_chart_words_dup_scope (view->measure->filter);

  if (*view->measure->filter == '\0')
    return g_steal_pointer (&change);
  if (*change == '\0')
    return g_steal_pointer (&scope);

  /* Translators: a figure then and now, and the tickets that it is counted of */
  return g_strdup_printf (C_ ("measure", "%s (%s)"), change, scope);
}

static void
add_texts (GtkWidget *line, const BhMeasureView *view)
{
  GtkWidget *column = add_column (line, NULL, -1);
  g_autofree char *figure = dup_figure (view);
  g_autofree char *effect = NULL;

  add_label (column, view->measure->what, "heading");
  add_label (column, view->measure->finding, "dim-label");
  if (view->measure->effect != NULL)
    effect = g_strdup_printf (C_ ("measure", "%s: %s"),
                              bh_measure_field_get_label (bh_measure_field_find ("effect")),
                              view->measure->effect);
  add_label (column, effect, NULL);
  add_label (column, view->problem != NULL ? view->problem : figure,
             view->problem != NULL ? "warning" : "numeric");
}

static void
add_owner (GtkWidget *line, const BhMeasureView *view, BhOffice *office, GtkSizeGroup *group)
{
  GtkWidget *column = add_column (line, group, 96);
  g_autofree char *owner = bh_measure_dup_owner (view->measure, office);

  add_label (column, *owner != '\0' ? owner : C_ ("measure", "Nobody yet"),
             *owner != '\0' ? NULL : "dim-label");
  if (view->measure->community_id != 0)
    add_label (column, bh_office_get_name (office, BH_TYPE_PLACE, view->measure->community_id),
               "caption");
}

static const char *
get_state_class (const BhMeasureView *view)
{
  if (view->overdue)
    return "error";
  if (view->state == BH_MEASURE_DONE)
    return "success";

  return view->state == BH_MEASURE_DROPPED ? "dim-label" : NULL;
}

/* A word beside the colour. */
static void
add_state (GtkWidget *line, const BhMeasureView *view, GtkSizeGroup *group)
{
  GtkWidget *column = add_column (line, group, 104);
  gboolean ended = view->state != BH_MEASURE_OPEN;
  g_autofree char *day = bh_day_format (ended ? view->measure->ended_day : view->measure->due_day);
  g_autofree char *due
      = ended || *day == '\0' ? NULL : g_strdup_printf (C_ ("measure", "until %s"), day);

  add_label (column,
             view->overdue ? C_ ("measure", "Overdue")
                           : bh_list_get_label (BH_LIST_MEASURE_STATE, view->state),
             get_state_class (view));
  add_label (column, due != NULL ? due : day, "caption");
}

GtkWidget *
bh_measure_row_new (const BhMeasureView *view, BhOffice *office, const BhMeasureRowGroups *groups)
{
  GtkWidget *row, *line;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (view != NULL && groups != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  row = gtk_list_box_row_new ();
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  number = bh_measure_dup_number (view->measure);
  name = g_strdup_printf (C_ ("measure", "%s: %s"), number, view->measure->what);
  add_number (line, view, groups->number);
  add_texts (line, view);
  add_owner (line, view, office, groups->owner);
  add_state (line, view, groups->state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), MEASURE_KEY, g_object_ref (view->measure),
                          g_object_unref);

  return row;
}

BhMeasure *
bh_measure_row_get_measure (GtkListBoxRow *row)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  return g_object_get_data (G_OBJECT (row), MEASURE_KEY);
}
