/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-similar-lookup.h"

#include "base/bh-text.h"

#define DELAY_MS 250
/* A text without category is taken to be of the one that it is like, if that is likely. */
#define MIN_CONFIDENCE 0.3

/**
 * BhSimilarLookup:
 *
 * Lives in the main thread; a question is copied into the reader's.
 */
struct _BhSimilarLookup
{
  GObject parent_instance;

  BhDesk *desk;              /* (owned) */
  char *place;               /* (owned) (nullable) */
  char *category;            /* (owned) (nullable) */
  char *summary;             /* (owned) (nullable) */
  char *description;         /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the question under way */
  guint delay_id;
};

G_DEFINE_FINAL_TYPE (BhSimilarLookup, bh_similar_lookup, G_TYPE_OBJECT)

typedef enum
{
  FOUND,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* A copy of what is asked. */
typedef struct
{
  BhSimilarQuestion question; /* its texts are owned here */
  BhOffice *office;           /* (owned) */
  gint64 now;
} Job;

static void
job_free (Job *job)
{
  g_free ((char *) job->question.place);
  g_free ((char *) job->question.summary);
  g_free ((char *) job->question.description);
  g_object_unref (job->office);
  g_free (job);
}

static gpointer
find_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Job *job = user_data;

  return bh_similar_find (connection, job->office, &job->question, job->now, error);
}

/* Who waits for it may be gone. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree GWeakRef *asker = user_data;
  g_autoptr (BhSimilarLookup) self = g_weak_ref_get (asker);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) similar = bh_store_read_finish (BH_STORE (source), result, &error);

  g_weak_ref_clear (asker);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[FOUND], 0, similar);
}

static void
stop (BhSimilarLookup *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gint64
guess_category (BhSimilarLookup *self)
{
  g_auto (BhHint) hint = { 0 };

  bh_suggestion_find_category (bh_suggester_get_model (bh_desk_get_suggester (self->desk)),
                               bh_desk_get_office (self->desk), self->summary, self->description,
                               &hint);

  return hint.confidence >= MIN_CONFIDENCE ? hint.id : 0;
}

static void
look_up (BhSimilarLookup *self)
{
  BhStore *store = bh_desk_get_store (self->desk);
  BhOffice *office = bh_desk_get_office (self->desk);
  BhEntry *category
      = self->category != NULL ? bh_office_find (office, BH_TYPE_CATEGORY, self->category) : NULL;
  GWeakRef *asker = g_new0 (GWeakRef, 1);
  Job *job = g_new0 (Job, 1);

  stop (self);
  g_weak_ref_init (asker, self);
  job->question.place = g_strdup (self->place);
  job->question.summary = g_strdup (self->summary);
  job->question.description = g_strdup (self->description);
  if (category != NULL)
    job->question.category_id = bh_entry_get_id (category);
  else
    job->question.likely_id = guess_category (self);
  job->office = g_object_ref (office);
  job->now = bh_clock_now (bh_store_get_clock (store));
  self->cancellable = g_cancellable_new ();
  bh_store_read_async (store, find_in_worker, job, (GDestroyNotify) job_free,
                       (GDestroyNotify) g_ptr_array_unref, G_PRIORITY_LOW, self->cancellable,
                       found_cb, asker);
}

static gboolean
delayed_cb (gpointer user_data)
{
  BhSimilarLookup *self = BH_SIMILAR_LOOKUP (user_data);

  self->delay_id = 0;
  look_up (self);

  return G_SOURCE_REMOVE;
}

static void
bh_similar_lookup_dispose (GObject *object)
{
  BhSimilarLookup *self = BH_SIMILAR_LOOKUP (object);

  stop (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_similar_lookup_parent_class)->dispose (object);
}

static void
bh_similar_lookup_finalize (GObject *object)
{
  BhSimilarLookup *self = BH_SIMILAR_LOOKUP (object);

  g_free (self->place);
  g_free (self->category);
  g_free (self->summary);
  g_free (self->description);

  G_OBJECT_CLASS (bh_similar_lookup_parent_class)->finalize (object);
}

static void
bh_similar_lookup_class_init (BhSimilarLookupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_similar_lookup_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_similar_lookup_finalize;

  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
bh_similar_lookup_init (BhSimilarLookup *self)
{
}

BhSimilarLookup *
bh_similar_lookup_new (BhDesk *desk)
{
  BhSimilarLookup *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_SIMILAR_LOOKUP, NULL);
  self->desk = g_object_ref (desk);

  return self;
}

static gboolean
keep (char **field, const char *text)
{
  g_autofree char *clean = bh_text_clean (text);

  return bh_set_string (field, clean);
}

void
bh_similar_lookup_ask (BhSimilarLookup *self,
                       const char *place,
                       const char *category,
                       const char *summary,
                       const char *description)
{
  gboolean changed;

  g_return_if_fail (BH_IS_SIMILAR_LOOKUP (self));

  changed = keep (&self->place, place);
  changed = keep (&self->category, category) || changed;
  changed = keep (&self->summary, summary) || changed;
  changed = keep (&self->description, description) || changed;
  if (!changed)
    return;

  stop (self);
  if (self->place == NULL && self->summary == NULL && self->description == NULL)
    g_signal_emit (self, signals[FOUND], 0, NULL);
  else
    self->delay_id = g_timeout_add (DELAY_MS, delayed_cb, self);
}

void
bh_similar_lookup_refresh (BhSimilarLookup *self)
{
  g_return_if_fail (BH_IS_SIMILAR_LOOKUP (self));

  if (self->place != NULL || self->summary != NULL || self->description != NULL)
    look_up (self);
}
