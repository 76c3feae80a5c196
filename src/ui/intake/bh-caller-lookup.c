/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-caller-lookup.h"

#include "base/bh-text.h"

#include <string.h>

#define DELAY_MS 150
/* Fewer digits are no whole number of a household. */
#define MIN_PHONE_DIGITS 7

/**
 * BhCallerLookup:
 *
 * Lives in the main thread; a question is copied into the reader's.
 */
struct _BhCallerLookup
{
  GObject parent_instance;

  BhStore *store;            /* (owned) */
  char *phone;               /* (owned) (nullable): digits of the last question */
  char *place;               /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the question under way */
  guint delay_id;
};

G_DEFINE_FINAL_TYPE (BhCallerLookup, bh_caller_lookup, G_TYPE_OBJECT)

typedef enum
{
  FOUND,
  FAILED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

typedef struct
{
  char *phone; /* (owned) (nullable) */
  char *place; /* (owned) (nullable) */
} Question;

static void
question_free (Question *question)
{
  g_free (question->phone);
  g_free (question->place);
  g_free (question);
}

void
bh_caller_free (BhCaller *caller)
{
  g_clear_object (&caller->place);
  g_clear_pointer (&caller->household, bh_household_free);
  g_free (caller);
}

static gboolean
find_place (BhConnection *connection, const char *text, BhPlace **place, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 id = bh_register_find_place (connection, 0, text, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (id == 0)
    return TRUE;
  *place = bh_register_load_place (connection, id, error);

  return *place != NULL;
}

static gpointer
look_up_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Question *question = user_data;
  g_autoptr (BhCaller) caller = g_new0 (BhCaller, 1);
  gint64 room_id = 0;

  if (question->place != NULL && !find_place (connection, question->place, &caller->place, error))
    return NULL;
  if (caller->place != NULL && caller->place->kind == BH_PLACE_ROOM)
    room_id = bh_entry_get_id (BH_ENTRY (caller->place));
  caller->household = bh_household_load (connection, question->phone, room_id, error);

  return caller->household != NULL ? g_steal_pointer (&caller) : NULL;
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhCallerLookup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhCaller) caller = bh_store_read_finish (BH_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (caller != NULL)
    g_signal_emit (self, signals[FOUND], 0, caller);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
stop (BhCallerLookup *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
look_up (BhCallerLookup *self)
{
  Question *question = g_new0 (Question, 1);

  stop (self);
  question->phone = g_strdup (self->phone);
  question->place = g_strdup (self->place);
  self->cancellable = g_cancellable_new ();
  bh_store_read_async (self->store, look_up_in_worker, question, (GDestroyNotify) question_free,
                       (GDestroyNotify) bh_caller_free, G_PRIORITY_DEFAULT, self->cancellable,
                       looked_up_cb, g_object_ref (self));
}

static gboolean
delayed_cb (gpointer user_data)
{
  BhCallerLookup *self = BH_CALLER_LOOKUP (user_data);

  self->delay_id = 0;
  look_up (self);

  return G_SOURCE_REMOVE;
}

static void
bh_caller_lookup_dispose (GObject *object)
{
  BhCallerLookup *self = BH_CALLER_LOOKUP (object);

  stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bh_caller_lookup_parent_class)->dispose (object);
}

static void
bh_caller_lookup_finalize (GObject *object)
{
  BhCallerLookup *self = BH_CALLER_LOOKUP (object);

  g_free (self->phone);
  g_free (self->place);

  G_OBJECT_CLASS (bh_caller_lookup_parent_class)->finalize (object);
}

static void
bh_caller_lookup_class_init (BhCallerLookupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_caller_lookup_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_caller_lookup_finalize;

  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_caller_lookup_init (BhCallerLookup *self)
{
}

BhCallerLookup *
bh_caller_lookup_new (BhStore *store)
{
  BhCallerLookup *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_CALLER_LOOKUP, NULL);
  self->store = g_object_ref (store);

  return self;
}

void
bh_caller_lookup_ask (BhCallerLookup *self, const char *phone, const char *place)
{
  g_autofree char *digits = NULL;
  g_autofree char *clean_place = NULL;

  g_return_if_fail (BH_IS_CALLER_LOOKUP (self));

  digits = bh_text_digits (phone != NULL ? phone : "");
  clean_place = bh_text_clean (place);
  if (strlen (digits) < MIN_PHONE_DIGITS)
    g_clear_pointer (&digits, g_free);
  if (!bh_set_string (&self->phone, digits) & !bh_set_string (&self->place, clean_place))
    return;

  stop (self);
  if (self->phone == NULL && self->place == NULL)
    g_signal_emit (self, signals[FOUND], 0, NULL);
  else
    self->delay_id = g_timeout_add (DELAY_MS, delayed_cb, self);
}

gboolean
bh_caller_lookup_hurry (BhCallerLookup *self)
{
  g_return_val_if_fail (BH_IS_CALLER_LOOKUP (self), FALSE);

  if (self->delay_id != 0)
    look_up (self);

  return self->cancellable != NULL;
}

void
bh_caller_lookup_refresh (BhCallerLookup *self)
{
  g_return_if_fail (BH_IS_CALLER_LOOKUP (self));

  if (self->phone != NULL || self->place != NULL)
    look_up (self);
}
