/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-filter-bar.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/tickets/bh-filter-menu.h"
#include "ui/tickets/bh-filter-options.h"

#include <adwaita.h>

/**
 * BhFilterBar:
 *
 * CSS nodes: `filterbar` with menus, chips, an entry and the note. It wraps where it is narrow.
 */
struct _BhFilterBar
{
  GtkWidget parent_instance;

  BhDesk *desk;           /* (owned) */
  BhTicketFilter *filter; /* (owned) */
  GPtrArray *menus;       /* (owned) (element-type BhFilterMenu): owned by the widget tree */
  GPtrArray *chips;       /* (owned): owned by the widget tree */
  GtkWidget *back;        /* (owned by the widget tree) */
  GtkWidget *rest;        /* (owned by the widget tree) */
  GtkWidget *words;       /* (owned by the widget tree) (nullable) */
  GtkWidget *clear;       /* (owned by the widget tree) */
  GtkWidget *note;        /* (owned by the widget tree) */
  GtkMenuButton *columns; /* (owned by the widget tree) */
  gboolean updating;      /* the entry follows the filter */
};

G_DEFINE_FINAL_TYPE (BhFilterBar, bh_filter_bar, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* What the menus give is always well-formed; what is not is no change. */
static void
change (BhFilterBar *self, BhFilterField field, const char *const *values)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_with (self->filter, field, values, NULL);

  if (filter == NULL || bh_ticket_filter_equal (filter, self->filter))
    return;
  bh_filter_bar_set_filter (self, filter);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (BhFilterBar *self, GStrv values, BhFilterMenu *menu)
{
  change (self, bh_filter_menu_get_field (menu), (const char *const *) values);
}

static void
words_changed_cb (BhFilterBar *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words)));
  const char *values[] = { g_strstrip (text), NULL };

  if (!self->updating)
    change (self, BH_FILTER_TEXT, *text != '\0' ? values : NULL);
}

static void
chip_cb (GtkWidget *chip, gpointer user_data)
{
  change (BH_FILTER_BAR (user_data),
          GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "bh-field")), NULL);
}

static gboolean
has_own_place (BhFilterBar *self, BhFilterField field)
{
  for (guint i = 0; i < self->menus->len; i++)
    {
      if (bh_filter_menu_get_field (g_ptr_array_index (self->menus, i)) == field)
        return TRUE;
    }

  return field == BH_FILTER_TEXT && self->words != NULL;
}

static void
add_chip (BhFilterBar *self, BhFilterField field, const char *const *values)
{
  g_autoptr (GPtrArray) options
      = bh_filter_options_list (field, bh_desk_get_office (self->desk), 0);
  g_autofree char *chosen = bh_filter_options_dup_label (options, values);
  g_autofree char *label
      = g_strdup_printf (_ ("%s: %s"), bh_filter_field_get_label (field), chosen);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "flat");
  gtk_widget_set_tooltip_text (chip, _ ("Do not filter by it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (chip), "bh-field", GINT_TO_POINTER (field));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_cb), self, 0);
  gtk_widget_insert_before (chip, GTK_WIDGET (self), self->rest);
  g_ptr_array_add (self->chips, chip);
}

static void
show_words (BhFilterBar *self)
{
  const char *const *words = bh_ticket_filter_get (self->filter, BH_FILTER_TEXT);
  const char *text = words != NULL ? words[0] : "";

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->words)), text) == 0
      || gtk_widget_has_focus (self->words))
    return;
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->words), text);
  self->updating = FALSE;
}

static void
show_filter (BhFilterBar *self)
{
  for (guint i = 0; i < self->menus->len; i++)
    {
      BhFilterMenu *menu = g_ptr_array_index (self->menus, i);

      bh_filter_menu_set_values (
          menu, bh_ticket_filter_get (self->filter, bh_filter_menu_get_field (menu)));
    }

  g_ptr_array_set_size (self->chips, 0);
  for (BhFilterField field = 0; field < BH_N_FILTER_FIELDS; field++)
    {
      const char *const *values = bh_ticket_filter_get (self->filter, field);

      if (values != NULL && !has_own_place (self, field))
        add_chip (self, field, values);
    }

  if (self->words != NULL)
    show_words (self);
  gtk_widget_set_visible (self->clear, !bh_ticket_filter_is_empty (self->filter));
}

static void
bh_filter_bar_dispose (GObject *object)
{
  BhFilterBar *self = BH_FILTER_BAR (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->chips, 0);
  g_ptr_array_set_size (self->menus, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_filter_bar_parent_class)->dispose (object);
}

static void
bh_filter_bar_finalize (GObject *object)
{
  BhFilterBar *self = BH_FILTER_BAR (object);

  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->menus);
  bh_ticket_filter_unref (self->filter);

  G_OBJECT_CLASS (bh_filter_bar_parent_class)->finalize (object);
}

static void
bh_filter_bar_class_init (BhFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_filter_bar_finalize;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static GtkWidget *
create_words (BhFilterBar *self)
{
  GtkWidget *words = gtk_search_entry_new ();

  g_object_set (words, "placeholder-text", _ ("Words of the text"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Words of the text"), -1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (words), 12);
  g_signal_connect_object (words, "search-changed", G_CALLBACK (words_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return words;
}

/* What stays together at the end of the line, or on a line of its own. */
static GtkWidget *
create_rest (BhFilterBar *self, gboolean with_words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  if (with_words)
    {
      self->words = create_words (self);
      gtk_box_append (GTK_BOX (box), self->words);
    }

  self->clear = gtk_button_new_with_label (_ ("Clear"));
  gtk_widget_set_tooltip_text (self->clear, _ ("Show all tickets"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_box_append (GTK_BOX (box), self->clear);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (bh_filter_bar_clear), self,
                           G_CONNECT_SWAPPED);

  self->note = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->note, "numeric");
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_box_append (GTK_BOX (box), self->note);

  self->columns = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->columns, "view-more-symbolic");
  gtk_menu_button_set_has_frame (self->columns, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->columns), _ ("Choose columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose columns"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->columns));

  return box;
}

static GtkWidget *
create_back (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), adw_button_content_new ());
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (button))),
                                    "go-previous-symbolic");
  gtk_widget_add_css_class (button, "way-back");

  return button;
}

static void
bh_filter_bar_init (BhFilterBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), bh_wrap_layout_new (4));
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->menus = g_ptr_array_new ();
  self->filter = bh_ticket_filter_new ();
}

static void
add_menu (BhFilterBar *self, BhFilterField field)
{
  GtkWidget *menu = bh_filter_menu_new (self->desk, field);

  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  g_signal_connect_object (menu, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->menus, menu);
}

GtkWidget *
bh_filter_bar_new (BhDesk *desk, const BhFilterField *fields, guint n_fields, gboolean with_words)
{
  BhFilterBar *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_FILTER_BAR, NULL);
  self->desk = g_object_ref (desk);
  self->back = create_back ();
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));
  for (guint i = 0; i < n_fields; i++)
    add_menu (self, fields[i]);
  self->rest = create_rest (self, with_words);
  gtk_widget_set_parent (self->rest, GTK_WIDGET (self));
  show_filter (self);

  return GTK_WIDGET (self);
}

BhTicketFilter *
bh_filter_bar_get_filter (BhFilterBar *self)
{
  g_return_val_if_fail (BH_IS_FILTER_BAR (self), NULL);

  return self->filter;
}

void
bh_filter_bar_set_filter (BhFilterBar *self, BhTicketFilter *filter)
{
  g_return_if_fail (BH_IS_FILTER_BAR (self));
  g_return_if_fail (filter != NULL);

  bh_ticket_filter_ref (filter);
  bh_ticket_filter_unref (self->filter);
  self->filter = filter;
  show_filter (self);
}

void
bh_filter_bar_clear (BhFilterBar *self)
{
  g_autoptr (BhTicketFilter) empty = NULL;

  g_return_if_fail (BH_IS_FILTER_BAR (self));

  empty = bh_ticket_filter_new ();
  if (self->words != NULL)
    {
      self->updating = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->words), "");
      self->updating = FALSE;
    }
  bh_filter_bar_set_filter (self, empty);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bh_filter_bar_set_way_back (BhFilterBar *self, const char *title, int page)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_FILTER_BAR (self));

  gtk_widget_set_visible (self->back, title != NULL);
  if (title == NULL)
    return;
  /* Translators: a page of the window, and the digit of its key */
  text = g_strdup_printf (_ ("Back to %s (Alt+%d)"), title, page + 1);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->back))),
                                title);
  gtk_widget_set_tooltip_text (self->back, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->back), "i", page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.show-nth-page");
}

void
bh_filter_bar_set_note (BhFilterBar *self, const char *note)
{
  g_return_if_fail (BH_IS_FILTER_BAR (self));

  gtk_label_set_label (GTK_LABEL (self->note), note);
}

void
bh_filter_bar_set_columns_menu (BhFilterBar *self, GMenuModel *menu)
{
  g_return_if_fail (BH_IS_FILTER_BAR (self));

  gtk_menu_button_set_menu_model (self->columns, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), menu != NULL);
}

void
bh_filter_bar_focus_words (BhFilterBar *self)
{
  g_return_if_fail (BH_IS_FILTER_BAR (self));

  if (self->words != NULL)
    gtk_widget_grab_focus (self->words);
}
