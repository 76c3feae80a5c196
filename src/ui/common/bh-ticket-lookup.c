/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-ticket-lookup.h"

#include "base/bh-i18n.h"
#include "storage/bh-search.h"
#include "storage/bh-ticket-household.h"

#define MAX_TICKETS 12

/* What is wanted, for the window and for the reader's thread alike. */
typedef struct
{
  gint64 ticket_id;
  gint64 place_id;
  gboolean open_only;
  char *text; /* (owned): "" for what the place has */
} Wanted;

/* What one picker is looking up: a new text cancels the search for the one before. */
typedef struct
{
  BhStore *store;            /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  Wanted wanted;
} Lookup;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->text);
  g_free (wanted);
}

static void
lookup_free (Lookup *lookup)
{
  g_cancellable_cancel (lookup->cancellable);
  g_clear_object (&lookup->cancellable);
  g_object_unref (lookup->store);
  g_free (lookup);
}

static gboolean
append_of_place (
    BhConnection *connection, Wanted *wanted, gboolean ended, GArray *ids, GError **error)
{
  g_autoptr (GArray) found = bh_ticket_household_list_ids (connection, wanted->place_id, NULL,
                                                           ended, MAX_TICKETS, error);

  if (found == NULL)
    return FALSE;
  if (found->len > 0)
    g_array_append_vals (ids, found->data, found->len);

  return TRUE;
}

/* Open ones first. */
static GPtrArray *
load_of_place (BhConnection *connection, Wanted *wanted, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (wanted->place_id != 0
      && (!append_of_place (connection, wanted, FALSE, ids, error)
          || (!wanted->open_only && !append_of_place (connection, wanted, TRUE, ids, error))))
    return NULL;

  return bh_ticket_repository_load_rows (connection, (const gint64 *) (gpointer) ids->data,
                                         ids->len, error);
}

static gpointer
search_in_worker (BhConnection *connection,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  Wanted *wanted = user_data;
  g_autoptr (BhSearchHits) hits = NULL;

  if (*wanted->text == '\0')
    return load_of_place (connection, wanted, error);
  hits = bh_search_find (connection, wanted->text, MAX_TICKETS, error);

  return hits != NULL ? g_ptr_array_ref (hits->tickets) : NULL;
}

static BhPickerOption *
create_option (BhTicketRow *row)
{
  /* Translators: number and summary of a ticket */
  g_autofree char *label = g_strdup_printf (_ ("%s %s"), row->number, row->summary);
  g_autofree char *note
      = g_strdup_printf ("%s · %s", bh_list_get_label (BH_LIST_STATUS, (int) row->status),
                         row->place != NULL ? row->place : "");

  return bh_picker_option_new (row->number, label, row->place != NULL ? note : NULL);
}

static gboolean
is_wanted (Lookup *lookup, BhTicketRow *row)
{
  return row->id != lookup->wanted.ticket_id
         && !(lookup->wanted.open_only && bh_status_is_ended (row->status));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhPicker) picker = BH_PICKER (user_data);
  Lookup *lookup = g_object_get_data (G_OBJECT (picker), "bh-ticket-lookup");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = bh_store_read_finish (BH_STORE (source), result, &error);
  g_autoptr (GPtrArray) options
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);

  /* Its form may have gone meanwhile. */
  if (gtk_widget_get_parent (GTK_WIDGET (picker)) == NULL)
    return;
  /* A search that fails gives no suggestions; the number can still be typed whole. */
  if (rows == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_set_tooltip_text (GTK_WIDGET (picker), error->message);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    if (is_wanted (lookup, g_ptr_array_index (rows, i)))
      g_ptr_array_add (options, create_option (g_ptr_array_index (rows, i)));
  bh_picker_suggest (picker, g_steal_pointer (&options));
}

static void
search_cb (BhPicker *picker, const char *text, Lookup *lookup)
{
  Wanted *wanted = g_memdup2 (&lookup->wanted, sizeof lookup->wanted);

  wanted->text = g_strdup (text);
  g_cancellable_cancel (lookup->cancellable);
  g_clear_object (&lookup->cancellable);
  lookup->cancellable = g_cancellable_new ();
  bh_store_read_async (lookup->store, search_in_worker, wanted, (GDestroyNotify) wanted_free,
                       (GDestroyNotify) g_ptr_array_unref, G_PRIORITY_DEFAULT, lookup->cancellable,
                       found_cb, g_object_ref (picker));
}

void
bh_ticket_lookup_attach (
    BhPicker *picker, BhStore *store, gint64 ticket_id, gint64 place_id, gboolean open_only)
{
  Lookup *lookup;

  g_return_if_fail (BH_IS_PICKER (picker));
  g_return_if_fail (BH_IS_STORE (store));

  lookup = g_new0 (Lookup, 1);
  lookup->store = g_object_ref (store);
  lookup->wanted = (Wanted){ ticket_id, place_id, open_only, NULL };
  g_object_set_data_full (G_OBJECT (picker), "bh-ticket-lookup", lookup,
                          (GDestroyNotify) lookup_free);
  g_signal_connect (picker, "search", G_CALLBACK (search_cb), lookup);
  gtk_entry_set_placeholder_text (bh_picker_get_entry (picker),
                                  _ ("Number, room, phone or words of it"));
  search_cb (picker, "", lookup);
}
