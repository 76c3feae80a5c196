/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-drafts.h"

#define WRITE_DELAY_MS 400

/**
 * BhDrafts:
 *
 * A key file with one group a ticket, one key a form, and the text form of the inputs as value. A
 * file that cannot be read is a file without drafts; one that cannot be written is written again
 * with the next change. Neither may stand in the way of somebody who types.
 */
struct _BhDrafts
{
  GObject parent_instance;

  char *path;     /* (owned) (nullable) */
  GKeyFile *file; /* (owned) */
  guint write_id;
};

G_DEFINE_FINAL_TYPE (BhDrafts, bh_drafts, G_TYPE_OBJECT)

static char *
make_group (gint64 ticket_id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ticket_id);
}

static void
write_file (BhDrafts *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_key_file_save_to_file (self->file, self->path, &error))
    g_message ("Drafts are kept in memory only, %s: %s", self->path,
               error != NULL ? error->message : g_strerror (errno));
}

static gboolean
write_cb (gpointer user_data)
{
  BhDrafts *self = BH_DRAFTS (user_data);

  self->write_id = 0;
  write_file (self);

  return G_SOURCE_REMOVE;
}

static void
queue_write (BhDrafts *self)
{
  if (self->path != NULL && self->write_id == 0)
    self->write_id = g_timeout_add (WRITE_DELAY_MS, write_cb, self);
}

static void
bh_drafts_dispose (GObject *object)
{
  bh_drafts_flush (BH_DRAFTS (object));

  G_OBJECT_CLASS (bh_drafts_parent_class)->dispose (object);
}

static void
bh_drafts_finalize (GObject *object)
{
  BhDrafts *self = BH_DRAFTS (object);

  g_key_file_unref (self->file);
  g_free (self->path);

  G_OBJECT_CLASS (bh_drafts_parent_class)->finalize (object);
}

static void
bh_drafts_class_init (BhDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_drafts_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_drafts_finalize;
}

static void
bh_drafts_init (BhDrafts *self)
{
  self->file = g_key_file_new ();
}

BhDrafts *
bh_drafts_new (const char *path)
{
  BhDrafts *self = g_object_new (BH_TYPE_DRAFTS, NULL);
  g_autoptr (GError) error = NULL;

  self->path = g_strdup (path);
  if (path != NULL && !g_key_file_load_from_file (self->file, path, G_KEY_FILE_NONE, &error)
      && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_message ("Drafts cannot be read, %s: %s", path, error->message);

  return self;
}

char *
bh_drafts_dup_default_path (const char *database)
{
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, database, -1);
  name = g_strdup_printf ("drafts-%.12s.ini", digest);

  return g_build_filename (g_get_user_state_dir (), "bihuan", name, NULL);
}

void
bh_drafts_set (BhDrafts *self, gint64 ticket_id, const char *form, BhPayload *inputs)
{
  g_autofree char *group = make_group (ticket_id);
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_DRAFTS (self));
  g_return_if_fail (form != NULL);

  if (inputs == NULL || bh_payload_get_size (inputs) == 0)
    {
      if (g_key_file_remove_key (self->file, group, form, NULL))
        queue_write (self);
      return;
    }

  text = bh_payload_to_text (inputs);
  g_key_file_set_string (self->file, group, form, text);
  queue_write (self);
}

BhPayload *
bh_drafts_get (BhDrafts *self, gint64 ticket_id, const char *form)
{
  g_autofree char *group = make_group (ticket_id);
  g_autofree char *text = NULL;

  g_return_val_if_fail (BH_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (form != NULL, NULL);

  text = g_key_file_get_string (self->file, group, form, NULL);

  return text != NULL ? bh_payload_parse (text, NULL) : NULL;
}

gboolean
bh_drafts_has (BhDrafts *self, gint64 ticket_id, const char *form)
{
  g_autofree char *group = make_group (ticket_id);

  g_return_val_if_fail (BH_IS_DRAFTS (self), FALSE);
  g_return_val_if_fail (form != NULL, FALSE);

  return g_key_file_has_key (self->file, group, form, NULL);
}

void
bh_drafts_flush (BhDrafts *self)
{
  g_return_if_fail (BH_IS_DRAFTS (self));

  if (self->write_id == 0)
    return;
  g_clear_handle_id (&self->write_id, g_source_remove);
  write_file (self);
}
