/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-export.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-file.h"
#include "ui/chart/bh-chart-theme.h"
#include "ui/common/bh-message.h"

/* Pixels: fills the width of a slide or a page, sharp enough for both. */
#define WIDTH 1280
#define HEIGHT 720
/* Text of a picture of that size that is shown at half of it. */
#define TEXT_SCALE 1.5
/* File systems take 255 bytes; some of them less. */
#define MAX_NAME_CHARS 60

static BhChartStyle *
create_style (GtkWidget *widget)
{
  BhChartStyle *style = bh_chart_theme_new_paper_style (widget);

  style->text_scale = TEXT_SCALE;

  return style;
}

char *
bh_chart_export_dup_name (BhChart *chart, const char *extension)
{
  const char *subtitle;
  g_autofree char *full = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (BH_IS_CHART (chart), NULL);

  subtitle = bh_chart_get_subtitle (chart);
  full = g_strjoin (" ", bh_chart_get_title (chart),
                    subtitle != NULL && *subtitle != '\0' ? subtitle : NULL, NULL);
  name = g_utf8_substring (full, 0, MIN (g_utf8_strlen (full, -1), MAX_NAME_CHARS));
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  g_strstrip (name);

  return g_strdup_printf ("%s.%s", name, extension);
}

void
bh_chart_export_save (BhChart *chart, GtkWidget *widget, GFile *file)
{
  g_autoptr (BhChartStyle) style = NULL;
  g_autoptr (BhChart) fitting = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BH_IS_CHART (chart));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      bh_message_show (widget, _ ("The picture cannot be saved there"),
                       _ ("That place is not a folder of this computer; choose another one."));
      return;
    }
  style = create_style (widget);
  fitting = bh_chart_fit (chart, WIDTH, style);
  if (!bh_chart_save (fitting, style, WIDTH, HEIGHT, path, &error))
    {
      bh_message_show (widget, _ ("The picture cannot be saved"), error->message);
      return;
    }
  name = g_path_get_basename (path);
  said = g_strdup_printf (_ ("Saved as %s"), name);
  gtk_widget_activate_action (widget, "win.say", "s", said);
}

GdkTexture *
bh_chart_export_create_texture (BhChart *chart, GtkWidget *widget)
{
  g_autoptr (BhChartStyle) style = NULL;
  g_autoptr (BhChart) fitting = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  int stride;

  g_return_val_if_fail (BH_IS_CHART (chart), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  style = create_style (widget);
  fitting = bh_chart_fit (chart, WIDTH, style);
  surface = bh_chart_render (fitting, style, WIDTH, HEIGHT, 1);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * HEIGHT);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (WIDTH, HEIGHT, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

void
bh_chart_export_copy (BhChart *chart, GtkWidget *widget)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (BH_IS_CHART (chart));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  texture = bh_chart_export_create_texture (chart, widget);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  gtk_widget_activate_action (widget, "win.say", "s", _ ("The picture is on the clipboard"));
}
