/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-place-lookup.h"

#include "base/bh-i18n.h"
#include "storage/bh-register-repository.h"
#include "ui/common/bh-place-text.h"

#define MAX_PLACES 12

/* What one picker is looking up: a new text cancels the search for the one before. */
typedef struct
{
  BhStore *store;            /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean by_id;            /* values are ids, not what people read */
} Lookup;

static void
lookup_free (Lookup *lookup)
{
  g_cancellable_cancel (lookup->cancellable);
  g_clear_object (&lookup->cancellable);
  g_object_unref (lookup->store);
  g_free (lookup);
}

static gpointer
search_in_worker (BhConnection *connection,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  return bh_register_search_places (connection, user_data, MAX_PLACES, error);
}

static BhPickerOption *
create_option (BhOffice *office, BhPlace *place, gboolean by_id)
{
  g_autofree char *text = bh_place_text_dup (office, place);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, bh_entry_get_id (BH_ENTRY (place)));

  return bh_picker_option_new (by_id ? id : text, text,
                               bh_list_get_label (BH_LIST_PLACE_KIND, place->kind));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhPicker) picker = BH_PICKER (user_data);
  const Lookup *lookup = g_object_get_data (G_OBJECT (picker), "bh-place-lookup");
  g_autoptr (BhOffice) office = bh_store_dup_office (BH_STORE (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = bh_store_read_finish (BH_STORE (source), result, &error);
  g_autoptr (GPtrArray) options
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);

  /* A search that fails gives no suggestions; the place can still be typed whole. */
  if (places == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_set_tooltip_text (GTK_WIDGET (picker), error->message);
      return;
    }
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (options, create_option (office, g_ptr_array_index (places, i), lookup->by_id));
  bh_picker_suggest (picker, g_steal_pointer (&options));
}

static void
search_cb (BhPicker *picker, const char *text, Lookup *lookup)
{
  g_cancellable_cancel (lookup->cancellable);
  g_clear_object (&lookup->cancellable);
  if (*text == '\0')
    return;
  lookup->cancellable = g_cancellable_new ();
  bh_store_read_async (lookup->store, search_in_worker, g_strdup (text), g_free,
                       (GDestroyNotify) g_ptr_array_unref, G_PRIORITY_DEFAULT, lookup->cancellable,
                       found_cb, g_object_ref (picker));
}

static void
attach (BhPicker *picker, BhStore *store, gboolean by_id)
{
  Lookup *lookup = g_new0 (Lookup, 1);

  lookup->by_id = by_id;
  lookup->store = g_object_ref (store);
  g_object_set_data_full (G_OBJECT (picker), "bh-place-lookup", lookup,
                          (GDestroyNotify) lookup_free);
  g_signal_connect (picker, "search", G_CALLBACK (search_cb), lookup);
  gtk_entry_set_placeholder_text (bh_picker_get_entry (picker), _ ("3-2-301, or words of it"));
}

void
bh_place_lookup_attach (BhPicker *picker, BhStore *store)
{
  g_return_if_fail (BH_IS_PICKER (picker));
  g_return_if_fail (BH_IS_STORE (store));

  attach (picker, store, FALSE);
}

void
bh_place_lookup_attach_ids (BhPicker *picker, BhStore *store)
{
  g_return_if_fail (BH_IS_PICKER (picker));
  g_return_if_fail (BH_IS_STORE (store));

  attach (picker, store, TRUE);
}
