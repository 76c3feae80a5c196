/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "storage/bh-settings.h"

#include <string.h>

#define DATA_BEGIN "data:"
#define DATA_CODING ";base64,"
#define MEGABYTE (1024 * 1024)

static gboolean
read_limit (BhVerbContext *self, gint64 *limit, GError **error)
{
  g_autofree char *value
      = bh_settings_get (bh_work_get_connection (self->work), "attachment-megabytes", error);

  if (value == NULL)
    return FALSE;
  *limit = g_ascii_strtoll (value, NULL, 10) * MEGABYTE;

  return TRUE;
}

/* "HASH/NAME": the window puts large files into the store before the verb. */
static BhStoredFile *
take_stored (const char *folder, const char *text, char **name, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  BhStoredFile *file;

  *name = g_path_get_basename (parts[1]);
  file = bh_file_store_describe (folder, parts[0], *name);
  if (file == NULL)
    bh_domain_reject_input (error, _ ("“%s” is not among the files of the office: add it again."),
                            *name);

  return file;
}

static gboolean
is_stored (const char *text)
{
  const char *slash = strchr (text, '/');
  g_autofree char *hash = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : NULL;

  return bh_file_store_is_hash (hash) && slash[1] != '\0';
}

/* "data:image/png;base64,…": a drawn signature. */
static BhStoredFile *
take_data (const char *folder,
           const char *text,
           const BhFileAdding *how,
           const char *key,
           char **name,
           GError **error)
{
  const char *coding = strstr (text, DATA_CODING);
  g_autoptr (GInputStream) stream = NULL;
  g_autofree guchar *bytes = NULL;
  gsize size;

  if (coding == NULL)
    {
      bh_domain_reject_input (error, _ ("%s: give the path of a file."), key);
      return NULL;
    }
  bytes = g_base64_decode (coding + strlen (DATA_CODING), &size);
  stream = g_memory_input_stream_new_from_data (bytes, (gssize) size, NULL);
  *name = g_strdup (key);

  return bh_file_store_add_stream (folder, stream, *name, (gint64) size, how, error);
}

BhStoredFile *
bh_verb_take_file (BhVerbContext *self, const char *key, char **name, GError **error)
{
  const char *text = bh_verb_context_get (self, key);
  g_autofree char *folder = bh_work_dup_file_folder (self->work);
  BhFileAdding how = { .cancellable = bh_work_get_cancellable (self->work) };

  g_return_val_if_fail (text != NULL, NULL);

  if (is_stored (text))
    return take_stored (folder, text, name, error);
  if (!read_limit (self, &how.limit, error))
    return NULL;
  if (g_str_has_prefix (text, DATA_BEGIN))
    return take_data (folder, text, &how, key, name, error);

  *name = g_filename_display_basename (text);

  return bh_file_store_add (folder, text, &how, error);
}

gboolean
bh_verb_build_attach (BhVerbContext *self, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (BhStoredFile) file = bh_verb_take_file (self, "file", &name, error);

  if (file == NULL)
    return FALSE;

  bh_payload_set (self->payload, "hash", file->hash);
  bh_payload_set (self->payload, "name", name);
  bh_payload_set (self->payload, "type", file->type);
  bh_payload_set_int (self->payload, "size", file->size);
  bh_verb_context_copy_list (self, "use", BH_LIST_ATTACHMENT_USE);
  if (bh_verb_context_get (self, "use") == NULL)
    bh_payload_set (self->payload, "use",
                    bh_list_get_code (BH_LIST_ATTACHMENT_USE, BH_ATTACHMENT_OTHER));
  bh_verb_context_copy (self, "note", NULL);

  return TRUE;
}
