/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-thumbnails.h"

#include "base/bh-worker.h"

/* A photo has 12 to 50 million pixels; unpacked at four bytes each, this is 256 MB for a moment. */
#define MAX_PIXELS (G_GINT64_CONSTANT (64) * 1000 * 1000)
#define MAX_SIDE 32767
#define MAX_KEPT 200

/**
 * BhThumbnails:
 *
 * The first @kept is what was asked for last.
 */
struct _BhThumbnails
{
  GObject parent_instance;

  BhWorker *worker;  /* (owned) */
  GHashTable *known; /* (owned): name with size to its link in @kept */
  GQueue kept;       /* (owned) (element-type Kept) */
};

G_DEFINE_FINAL_TYPE (BhThumbnails, bh_thumbnails, G_TYPE_OBJECT)

typedef struct
{
  char *name;          /* (owned) */
  GdkTexture *texture; /* (owned) */
} Kept;

static void
kept_free (Kept *kept)
{
  g_free (kept->name);
  g_object_unref (kept->texture);
  g_free (kept);
}

typedef struct
{
  char *path; /* (owned) */
  char *type; /* (owned) */
  int size;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->path);
  g_free (wanted->type);
  g_free (wanted);
}

/* Only what is a picture of points: a drawing may load other files. */
static gboolean
can_be_shown (const char *type)
{
  static const char *const types[]
      = { "image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff", "image/bmp" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (type, types[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Looks at the beginning of the file alone. */
static gboolean
check_size (const char *path, int *longer, GError **error)
{
  int width = 0, height = 0;

  if (gdk_pixbuf_get_file_info (path, &width, &height) != NULL && width > 0 && height > 0
      && MAX (width, height) <= MAX_SIDE && (gint64) width * height <= MAX_PIXELS)
    {
      *longer = MAX (width, height);
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "no picture of %d × %d can be shown",
               width, height);

  return FALSE;
}

static GdkTexture *
make_texture (GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);
  GdkMemoryFormat format
      = gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8;

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 format, bytes, (gsize) gdk_pixbuf_get_rowstride (pixbuf));
}

GdkTexture *
bh_thumbnail_read (const char *path, const char *type, int size, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  int longer;

  g_return_val_if_fail (path != NULL && size > 0, NULL);

  if (!can_be_shown (type))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s has no picture", type);
      return NULL;
    }
  if (!check_size (path, &longer, error))
    return NULL;

  pixbuf = gdk_pixbuf_new_from_file_at_scale (path, MIN (size, longer), MIN (size, longer), TRUE,
                                              error);
  if (pixbuf == NULL)
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);

  return make_texture (upright);
}

static void
load_in_worker (GTask *task, gpointer user_data)
{
  Wanted *wanted = user_data;
  GError *error = NULL;
  GdkTexture *texture = bh_thumbnail_read (wanted->path, wanted->type, wanted->size, &error);

  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
keep (BhThumbnails *self, const char *name, GdkTexture *texture)
{
  Kept *kept;

  if (g_hash_table_contains (self->known, name))
    return;
  while (self->kept.length >= MAX_KEPT)
    {
      Kept *last = g_queue_pop_tail (&self->kept);

      g_hash_table_remove (self->known, last->name);
      kept_free (last);
    }

  kept = g_new0 (Kept, 1);
  kept->name = g_strdup (name);
  kept->texture = g_object_ref (texture);
  g_queue_push_head (&self->kept, kept);
  g_hash_table_insert (self->known, kept->name, self->kept.head);
}

static GdkTexture *
find (BhThumbnails *self, const char *name)
{
  GList *link = g_hash_table_lookup (self->known, name);

  if (link == NULL)
    return NULL;
  g_queue_unlink (&self->kept, link);
  g_queue_push_head_link (&self->kept, link);

  return ((Kept *) link->data)->texture;
}

static void
bh_thumbnails_finalize (GObject *object)
{
  BhThumbnails *self = BH_THUMBNAILS (object);

  bh_worker_shutdown (self->worker);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_queue_clear_full (&self->kept, (GDestroyNotify) kept_free);

  G_OBJECT_CLASS (bh_thumbnails_parent_class)->finalize (object);
}

static void
bh_thumbnails_class_init (BhThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_thumbnails_finalize;
}

static void
bh_thumbnails_init (BhThumbnails *self)
{
  self->worker = bh_worker_new ("thumbnails");
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->kept);
}

BhThumbnails *
bh_thumbnails_new (void)
{
  return g_object_new (BH_TYPE_THUMBNAILS, NULL);
}

void
bh_thumbnails_load_async (BhThumbnails *self,
                          const char *path,
                          const char *key,
                          const char *type,
                          int size,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  GdkTexture *known;
  Wanted *wanted;

  g_return_if_fail (BH_IS_THUMBNAILS (self));
  g_return_if_fail (path != NULL && key != NULL && size > 0);

  name = g_strdup_printf ("%s %d", key, size);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, g_strdup (name), g_free);
  known = find (self, name);
  if (known != NULL)
    {
      g_task_return_pointer (task, g_object_ref (known), g_object_unref);
      return;
    }

  wanted = g_new0 (Wanted, 1);
  wanted->path = g_strdup (path);
  wanted->type = g_strdup (type);
  wanted->size = size;
  bh_worker_push (self->worker, task, load_in_worker, wanted, (GDestroyNotify) wanted_free);
}

GdkTexture *
bh_thumbnails_load_finish (BhThumbnails *self, GAsyncResult *result, GError **error)
{
  GdkTexture *texture;

  g_return_val_if_fail (BH_IS_THUMBNAILS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  texture = g_task_propagate_pointer (G_TASK (result), error);
  if (texture != NULL)
    keep (self, g_task_get_task_data (G_TASK (result)), texture);

  return texture;
}
