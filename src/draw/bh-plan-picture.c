/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-plan-picture.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "domain/bh-site-plan.h"
#include "draw/bh-pixbuf-surface.h"

/* Pixels that the longer side is drawn with at most: sharp on a large screen at 200 %. */
#define MOST_PIXELS 2400
#define MEGABYTE (1024 * 1024)

struct _BhPlanPicture
{
  cairo_surface_t *surface; /* (owned) */
  const char *type;
  int width;
  int height;
};

G_DEFINE_BOXED_TYPE (BhPlanPicture, bh_plan_picture, bh_plan_picture_ref, bh_plan_picture_unref)

static const struct
{
  const char *format; /* as gdk-pixbuf calls it */
  const char *type;
  gboolean scalable;
} types[] = {
  { "png", "image/png", FALSE },
  { "jpeg", "image/jpeg", FALSE },
  { "svg", "image/svg+xml", TRUE },
};

static int
find_type (GdkPixbufFormat *format)
{
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].format, name) == 0)
      return (int) i;

  return -1;
}

static gboolean
check_file (const char *path, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, &cause);

  if (info == NULL)
    return bh_domain_reject_input (error, _ ("“%s” cannot be read (%s). Choose another file."),
                                   name, cause->message);
  if (g_file_info_get_size (info) > (goffset) BH_SITE_PLAN_MEGABYTES * MEGABYTE)
    return bh_domain_reject_input (
        error, _ ("“%s” is larger than %d MB. Save the plan in a smaller size."), name,
        BH_SITE_PLAN_MEGABYTES);

  return TRUE;
}

static gboolean
check_size (int width, int height, const char *name, GError **error)
{
  if (width < BH_SITE_PLAN_LEAST_SIDE || height < BH_SITE_PLAN_LEAST_SIDE)
    return bh_domain_reject_input (
        error,
        _ ("“%s” is %d × %d pixels: too small to tell buildings apart. Choose a larger one."), name,
        width, height);
  if (width > BH_SITE_PLAN_SIDE || height > BH_SITE_PLAN_SIDE)
    return bh_domain_reject_input (
        error, _ ("“%s” is %d × %d pixels. Save the plan with at most %d on each side."), name,
        width, height, BH_SITE_PLAN_SIDE);

  return TRUE;
}

static GdkPixbuf *
decode (const char *path, const char *name, int type, int *width, int *height, GError **error)
{
  int longer = MAX (*width, *height);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  GdkPixbuf *upright = NULL;
  int target = types[type].scalable ? MOST_PIXELS : MIN (longer, MOST_PIXELS);

  pixbuf = gdk_pixbuf_new_from_file_at_scale (path, target, target, TRUE, &cause);
  if (pixbuf != NULL)
    upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (upright == NULL)
    {
      bh_domain_reject_input (
          error, _ ("“%s” is damaged (%s). Save the plan once more, or choose another file."), name,
          cause != NULL ? cause->message : "");
      return NULL;
    }
  /* A photograph may lie on its side. */
  if ((gdk_pixbuf_get_width (upright) > gdk_pixbuf_get_height (upright)) != (*width > *height)
      && *width != *height)
    {
      int turned = *width;

      *width = *height;
      *height = turned;
    }

  return upright;
}

BhPlanPicture *
bh_plan_picture_load (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  BhPlanPicture *self;
  int width = 0, height = 0, type;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_basename (path);
  if (!check_file (path, name, error))
    return NULL;
  type = find_type (gdk_pixbuf_get_file_info (path, &width, &height));
  if (type < 0)
    {
      bh_domain_reject_input (
          error, _ ("“%s” is no picture of a site plan. Choose a PNG, JPEG or SVG file."), name);
      return NULL;
    }
  if (!check_size (width, height, name, error))
    return NULL;
  pixbuf = decode (path, name, type, &width, &height, error);
  if (pixbuf == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (BhPlanPicture);
  self->surface = bh_pixbuf_make_surface (pixbuf);
  self->type = types[type].type;
  self->width = width;
  self->height = height;

  return self;
}

BhPlanPicture *
bh_plan_picture_ref (BhPlanPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BhPlanPicture *self = data;

  cairo_surface_destroy (self->surface);
}

void
bh_plan_picture_unref (BhPlanPicture *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
bh_plan_picture_get_media_type (BhPlanPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type;
}

int
bh_plan_picture_get_width (BhPlanPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

int
bh_plan_picture_get_height (BhPlanPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

void
bh_plan_picture_draw (
    BhPlanPicture *self, cairo_t *cr, double x, double y, double width, double height)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / cairo_image_surface_get_width (self->surface),
               height / cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}
