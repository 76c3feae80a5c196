/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-signature-pad.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-signature.h"

#include <string.h>

#define HEIGHT 110
#define MIN_WIDTH 180
#define LINE_BELOW 24 /* where people write */
#define DATA_BEGIN "data:image/png;base64,"
#define MOUSE_PRESSURE 0.5

/**
 * BhSignaturePad:
 *
 * CSS nodes: `signaturepad` with the sheet, an entry for the name and a button. The sheet is white
 * and its ink black in every theme, as the picture is.
 */
struct _BhSignaturePad
{
  GtkWidget parent_instance;

  BhSignature *signature; /* (owned) */
  GdkTexture *kept;       /* (owned) (nullable): a picture that was set from outside */
  char *text;             /* (owned) (nullable): the value, NULL where it must be made anew */
  GtkWidget *sheet;       /* (owned by the widget tree), as what follows */
  GtkWidget *name;
  GtkWidget *clear;
  double start_x; /* of the present stroke */
  double start_y;
  gboolean updating;
};

static void control_iface_init (BhControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhSignaturePad,
                               bh_signature_pad,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_CONTROL, control_iface_init))

static const char *
get_name (BhSignaturePad *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->name));
}

static gboolean
is_empty (BhSignaturePad *self)
{
  return bh_signature_is_empty (self->signature) && self->kept == NULL && *get_name (self) == '\0';
}

static void
set_name (BhSignaturePad *self, const char *name)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  self->updating = FALSE;
}

static void
update (BhSignaturePad *self)
{
  g_clear_pointer (&self->text, g_free);
  gtk_widget_set_sensitive (self->clear, !is_empty (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
      is_empty (self) ? _ ("Signature: draw it here") : _ ("Signature: drawn"), -1);
  gtk_widget_queue_draw (self->sheet);
}

static void
forget (BhSignaturePad *self)
{
  bh_signature_clear (self->signature);
  g_clear_object (&self->kept);
}

static void
draw_kept (BhSignaturePad *self, cairo_t *cr, int width, int height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  double w = gdk_texture_get_width (self->kept), h = gdk_texture_get_height (self->kept);
  double scale = MIN (1, MIN (width / w, height / h));

  gdk_paintable_snapshot (GDK_PAINTABLE (self->kept), snapshot, w * scale, h * scale);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    gsk_render_node_draw (node, cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  BhSignaturePad *self = user_data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 12, height - LINE_BELOW + 0.5);
  cairo_line_to (cr, width - 12, height - LINE_BELOW + 0.5);
  cairo_stroke (cr);
  if (self->kept != NULL)
    draw_kept (self, cr, width, height);
  cairo_set_source_rgb (cr, 0, 0, 0);
  bh_signature_draw (self->signature, cr);
}

/* A pen tells how hard it is pressed. */
static double
get_pressure (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  double pressure;

  if (event != NULL && gdk_event_get_device_tool (event) != NULL
      && gdk_event_get_axis (event, GDK_AXIS_PRESSURE, &pressure))
    return pressure;

  return MOUSE_PRESSURE;
}

static void
begin_cb (GtkGestureDrag *drag, double x, double y, gpointer user_data)
{
  BhSignaturePad *self = user_data;

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  g_clear_object (&self->kept);
  set_name (self, "");
  self->start_x = x;
  self->start_y = y;
  bh_signature_begin (self->signature, x, y, get_pressure (GTK_GESTURE (drag)));
  update (self);
}

static void
update_cb (GtkGestureDrag *drag, double dx, double dy, gpointer user_data)
{
  BhSignaturePad *self = user_data;
  double width = gtk_widget_get_width (self->sheet), height = gtk_widget_get_height (self->sheet);

  bh_signature_extend (self->signature, CLAMP (self->start_x + dx, 0, width),
                       CLAMP (self->start_y + dy, 0, height), get_pressure (GTK_GESTURE (drag)));
  update (self);
}

static void
end_cb (GtkGestureDrag *drag, double dx, double dy, gpointer user_data)
{
  bh_control_changed (BH_CONTROL (user_data));
}

static void
name_changed_cb (BhSignaturePad *self)
{
  if (self->updating)
    return;
  forget (self);
  update (self);
  bh_control_changed (BH_CONTROL (self));
}

static void
submit_cb (BhSignaturePad *self)
{
  bh_control_submit (BH_CONTROL (self));
}

void
bh_signature_pad_clear (BhSignaturePad *self)
{
  g_return_if_fail (BH_IS_SIGNATURE_PAD (self));

  forget (self);
  set_name (self, "");
  update (self);
  bh_control_changed (BH_CONTROL (self));
}

/* The value, made when it is asked for. */
static const char *
get_text (BhSignaturePad *self)
{
  g_autoptr (GBytes) png = NULL;
  g_autofree char *coded = NULL;
  g_autofree char *name = g_strstrip (g_strdup (get_name (self)));

  if (self->text != NULL)
    return self->text;

  if (*name != '\0')
    png = bh_signature_render_name (name);
  else if (self->kept != NULL)
    png = gdk_texture_save_to_png_bytes (self->kept);
  else
    png = bh_signature_render (self->signature);
  if (png == NULL)
    return "";
  coded = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  self->text = g_strconcat (DATA_BEGIN, coded, NULL);

  return self->text;
}

static char *
signature_pad_dup_text (BhControl *control)
{
  return g_strdup (get_text (BH_SIGNATURE_PAD (control)));
}

/* What was drawn before a crash comes back as the picture that it was. */
static void
signature_pad_set_text (BhControl *control, const char *text)
{
  BhSignaturePad *self = BH_SIGNATURE_PAD (control);

  forget (self);
  set_name (self, "");
  if (g_str_has_prefix (text, DATA_BEGIN))
    {
      gsize size;
      guchar *data = g_base64_decode (text + strlen (DATA_BEGIN), &size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

      self->kept = gdk_texture_new_from_bytes (bytes, NULL);
    }
  update (self);
  if (self->kept != NULL)
    self->text = g_strdup (text);
}

static GtkWidget *
signature_pad_get_focus_widget (BhControl *control)
{
  return BH_SIGNATURE_PAD (control)->name;
}

static void
control_iface_init (BhControlInterface *iface)
{
  iface->dup_text = signature_pad_dup_text;
  iface->set_text = signature_pad_set_text;
  iface->get_focus_widget = signature_pad_get_focus_widget;
}

static void
bh_signature_pad_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bh_signature_pad_parent_class)->dispose (object);
}

static void
bh_signature_pad_finalize (GObject *object)
{
  BhSignaturePad *self = BH_SIGNATURE_PAD (object);

  g_clear_pointer (&self->signature, bh_signature_free);
  g_clear_object (&self->kept);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (bh_signature_pad_parent_class)->finalize (object);
}

static void
bh_signature_pad_class_init (BhSignaturePadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_signature_pad_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_signature_pad_finalize;

  gtk_widget_class_set_css_name (widget_class, "signaturepad");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_sheet (BhSignaturePad *self)
{
  GtkWidget *sheet
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_size_request (sheet, MIN_WIDTH, HEIGHT);
  gtk_widget_set_overflow (sheet, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (sheet, "crosshair");
  gtk_widget_add_css_class (sheet, "sheet");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sheet), draw_cb, self, NULL);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (end_cb), self, 0);
  gtk_widget_add_controller (sheet, GTK_EVENT_CONTROLLER (drag));

  return sheet;
}

static GtkWidget *
create_foot (BhSignaturePad *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name), _ ("Draw above, or type the name"));
  gtk_entry_set_max_length (GTK_ENTRY (self->name), 40);
  gtk_widget_set_hexpand (self->name, TRUE);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (name_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "activate", G_CALLBACK (submit_cb), self, G_CONNECT_SWAPPED);
  self->clear = gtk_button_new_with_label (_ ("Clear"));
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (bh_signature_pad_clear), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->clear);

  return box;
}

static void
bh_signature_pad_init (BhSignaturePad *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->signature = bh_signature_new ();
  self->sheet = create_sheet (self);
  gtk_widget_set_parent (self->sheet, GTK_WIDGET (self));
  gtk_widget_set_parent (create_foot (self), GTK_WIDGET (self));
  update (self);
}

GtkWidget *
bh_signature_pad_new (void)
{
  return g_object_new (BH_TYPE_SIGNATURE_PAD, NULL);
}
