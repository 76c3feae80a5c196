/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-filter-menu.h"

#include "base/bh-i18n.h"
#include "ui/tickets/bh-filter-options.h"

#define MAX_HEIGHT 480

/**
 * BhFilterMenu:
 *
 * CSS nodes: `filtermenu` with a menu button, class `chosen` while it lets through only some. The
 * popover's content is made when it opens: it shows the office as it is then.
 */
struct _BhFilterMenu
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  BhFilterField field;
  GStrv values;           /* (owned) (nullable) */
  GPtrArray *options;     /* (owned) (nullable) (element-type BhFilterOption): those shown now */
  GPtrArray *checks;      /* (owned): check buttons, one an option, owned by the widget tree */
  GtkMenuButton *button;  /* (owned by the widget tree) */
  GtkWidget *popover;     /* (owned by the widget tree) */
  GtkEditable *own_value; /* (owned by the widget tree) (nullable): a period to type */
  gboolean updating;      /* checks follow the values, not the other way round */
};

G_DEFINE_FINAL_TYPE (BhFilterMenu, bh_filter_menu, GTK_TYPE_WIDGET)

typedef enum
{
  CHOSEN,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static GPtrArray *
list_options (BhFilterMenu *self)
{
  return bh_filter_options_list (
      self->field, bh_desk_get_office (self->desk),
      bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk))));
}

static void
show_values (BhFilterMenu *self)
{
  g_autoptr (GPtrArray) options = list_options (self);
  g_autofree char *chosen
      = bh_filter_options_dup_label (options, (const char *const *) self->values);
  const char *name = bh_filter_field_get_label (self->field);
  g_autofree char *label = NULL;

  /* Translators: a field of the filter and what it lets through */
  label = chosen != NULL ? g_strdup_printf (_ ("%s: %s"), name, chosen) : g_strdup (name);
  gtk_menu_button_set_label (self->button, label);
  if (chosen != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static void
show_checks (BhFilterMenu *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      BhFilterOption *option = g_ptr_array_index (self->options, i);

      gtk_check_button_set_active (
          g_ptr_array_index (self->checks, i),
          self->values != NULL
              && g_strv_contains ((const char *const *) self->values, option->value));
    }
  self->updating = FALSE;
}

static void
choose (BhFilterMenu *self, const char *const *values)
{
  bh_filter_menu_set_values (self, values);
  show_checks (self);
  g_signal_emit (self, signals[CHOSEN], 0, self->values);
}

static void
toggled_cb (BhFilterMenu *self, GtkCheckButton *check)
{
  g_auto (GStrv) values = NULL;
  guint i;

  if (self->updating || !g_ptr_array_find (self->checks, check, &i))
    return;
  values = bh_filter_options_toggle (self->options, (const char *const *) self->values,
                                     g_ptr_array_index (self->options, i),
                                     gtk_check_button_get_active (check));
  choose (self, (const char *const *) values);
}

static void
all_cb (BhFilterMenu *self)
{
  const char *const none[] = { NULL };

  choose (self, none);
  gtk_menu_button_popdown (self->button);
}

/* A period that cannot be read stays in the entry, marked. */
static void
own_value_cb (BhFilterMenu *self)
{
  const char *values[] = { gtk_editable_get_text (self->own_value), NULL };
  g_autoptr (BhTicketFilter) empty = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  filter = bh_ticket_filter_with (empty, self->field, values, &error);
  if (filter == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->own_value), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->own_value), error->message);
      return;
    }
  choose (self, values);
  gtk_menu_button_popdown (self->button);
}

static GtkWidget *
create_check (BhFilterMenu *self, BhFilterOption *option)
{
  GtkWidget *check = gtk_check_button_new_with_label (option->label);

  gtk_widget_set_margin_start (check, 18 * (int) option->depth);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);

  return check;
}

static GtkWidget *
create_own_value (BhFilterMenu *self)
{
  GtkWidget *entry = gtk_entry_new ();

  /* Translators: how a period may be typed; the dots stay */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("2026-11-01..2026-11-15"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_widget_set_tooltip_text (entry,
                               _ ("From a day up to the day before another one; or a day, or a "
                                  "month"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Other period"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (own_value_cb), self, G_CONNECT_SWAPPED);
  self->own_value = GTK_EDITABLE (entry);

  return entry;
}

static GtkWidget *
create_content (BhFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *all = gtk_button_new_with_label (_ ("All"));

  gtk_widget_add_css_class (all, "flat");
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), all);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_ptr_array_set_size (self->checks, 0);
  self->own_value = NULL;
  self->options = list_options (self);
  for (guint i = 0; i < self->options->len; i++)
    gtk_box_append (GTK_BOX (box), create_check (self, g_ptr_array_index (self->options, i)));
  if (bh_filter_field_get_info (self->field)->type == BH_FILTER_TYPE_PERIOD)
    gtk_box_append (GTK_BOX (box), create_own_value (self));
  show_checks (self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

static void
open_cb (GtkMenuButton *button, gpointer user_data)
{
  BhFilterMenu *self = BH_FILTER_MENU (user_data);

  gtk_popover_set_child (GTK_POPOVER (self->popover), create_content (self));
}

static void
bh_filter_menu_dispose (GObject *object)
{
  BhFilterMenu *self = BH_FILTER_MENU (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_ptr_array_set_size (self->checks, 0);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_filter_menu_parent_class)->dispose (object);
}

static void
bh_filter_menu_finalize (GObject *object)
{
  BhFilterMenu *self = BH_FILTER_MENU (object);

  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);
  g_strfreev (self->values);

  G_OBJECT_CLASS (bh_filter_menu_parent_class)->finalize (object);
}

static void
bh_filter_menu_class_init (BhFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_filter_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_filter_menu_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", BH_TYPE_FILTER_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_css_name (widget_class, "filtermenu");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_filter_menu_init (BhFilterMenu *self)
{
  self->checks = g_ptr_array_new ();
  self->popover = gtk_popover_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_menu_button_set_popover (self->button, self->popover);
  gtk_menu_button_set_create_popup_func (self->button, open_cb, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
bh_filter_menu_new (BhDesk *desk, BhFilterField field)
{
  BhFilterMenu *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_FILTER_MENU, NULL);
  self->desk = g_object_ref (desk);
  self->field = field;
  show_values (self);

  return GTK_WIDGET (self);
}

BhFilterField
bh_filter_menu_get_field (BhFilterMenu *self)
{
  g_return_val_if_fail (BH_IS_FILTER_MENU (self), BH_FILTER_STATUS);

  return self->field;
}

void
bh_filter_menu_set_values (BhFilterMenu *self, const char *const *values)
{
  GStrv copy;

  g_return_if_fail (BH_IS_FILTER_MENU (self));

  copy = g_strdupv ((GStrv) values);
  g_strfreev (self->values);
  self->values = copy;
  show_values (self);
}
