/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-suggester.h"

#include "desk/bh-desk-task.h"

/* The window comes first. */
#define START_DELAY_MS 1500
#define MAX_EXAMPLES 20000
#define NEW_TICKETS 200

/**
 * BhSuggester:
 *
 * The thread that learns has the store, the office and a cancellable; the model comes back to the
 * main thread and never changes.
 */
struct _BhSuggester
{
  GObject parent_instance;

  BhStore *store;            /* (owned) (nullable): until it is stopped */
  BhClassifier *model;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the learning under way */
  guint n_new;               /* tickets since the last learning began */
  guint start_id;
};

G_DEFINE_FINAL_TYPE (BhSuggester, bh_suggester, G_TYPE_OBJECT)

typedef enum
{
  LEARNED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* What the thread works on. */
typedef struct
{
  BhStore *store;   /* (owned) */
  BhOffice *office; /* (owned) */
  gint64 now;
} Lesson;

static void
lesson_free (Lesson *lesson)
{
  g_object_unref (lesson->store);
  g_object_unref (lesson->office);
  g_free (lesson);
}

static gpointer
read_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Lesson *lesson = user_data;

  return bh_suggestion_train (connection, lesson->office, lesson->now, MAX_EXAMPLES, cancellable,
                              error);
}

static void
learn_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Lesson *lesson = task_data;
  GError *error = NULL;
  BhClassifier *model = bh_store_read (lesson->store, read_in_worker, lesson, cancellable, &error);

  if (model != NULL)
    g_task_return_pointer (task, model, (GDestroyNotify) bh_classifier_unref);
  else
    g_task_return_error (task, error);
}

static void start_learning (BhSuggester *self);

/* Where it cannot be read there is no suggestion, and whoever needs the database says why. */
static void
learned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhSuggester *self = BH_SUGGESTER (source);
  BhClassifier *model = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->cancellable);
  if (model == NULL)
    return;
  g_clear_pointer (&self->model, bh_classifier_unref);
  self->model = model;
  g_signal_emit (self, signals[LEARNED], 0);
  if (self->n_new >= NEW_TICKETS)
    start_learning (self);
}

static void
start_learning (BhSuggester *self)
{
  g_autoptr (GTask) task = NULL;
  Lesson *lesson;

  g_clear_handle_id (&self->start_id, g_source_remove);
  if (self->cancellable != NULL || self->store == NULL)
    return;

  self->n_new = 0;
  self->cancellable = g_cancellable_new ();
  lesson = g_new0 (Lesson, 1);
  lesson->store = g_object_ref (self->store);
  lesson->office = bh_store_dup_office (self->store);
  lesson->now = bh_clock_now (bh_store_get_clock (self->store));
  task = g_task_new (self, self->cancellable, learned_cb, NULL);
  g_task_set_source_tag (task, start_learning);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, lesson, (GDestroyNotify) lesson_free);
  g_task_run_in_thread (task, learn_in_worker);
}

static gboolean
start_cb (gpointer user_data)
{
  BhSuggester *self = BH_SUGGESTER (user_data);

  self->start_id = 0;
  start_learning (self);

  return G_SOURCE_REMOVE;
}

/* Where it is not said what changed, enough may have. */
static void
store_changed_cb (BhStore *store, const BhChangeNotice *notice, BhSuggester *self)
{
  self->n_new += notice->all || notice->register_changed ? NEW_TICKETS : notice->n_new;
  if (self->model != NULL && self->n_new >= NEW_TICKETS && self->start_id == 0)
    self->start_id = g_timeout_add (START_DELAY_MS, start_cb, self);
}

static void
bh_suggester_dispose (GObject *object)
{
  bh_suggester_stop (BH_SUGGESTER (object));

  G_OBJECT_CLASS (bh_suggester_parent_class)->dispose (object);
}

static void
bh_suggester_finalize (GObject *object)
{
  BhSuggester *self = BH_SUGGESTER (object);

  g_clear_pointer (&self->model, bh_classifier_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (bh_suggester_parent_class)->finalize (object);
}

static void
bh_suggester_class_init (BhSuggesterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_suggester_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_suggester_finalize;

  signals[LEARNED] = g_signal_new ("learned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bh_suggester_init (BhSuggester *self)
{
}

BhSuggester *
bh_suggester_new (BhStore *store)
{
  BhSuggester *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_SUGGESTER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  self->start_id = g_timeout_add (START_DELAY_MS, start_cb, self);

  return self;
}

void
bh_suggester_stop (BhSuggester *self)
{
  g_return_if_fail (BH_IS_SUGGESTER (self));

  g_clear_handle_id (&self->start_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}

void
bh_suggester_start (BhSuggester *self)
{
  g_return_if_fail (BH_IS_SUGGESTER (self));

  if (self->model == NULL)
    start_learning (self);
}

BhClassifier *
bh_suggester_get_model (BhSuggester *self)
{
  g_return_val_if_fail (BH_IS_SUGGESTER (self), NULL);

  return self->model;
}

/* One question on its way through the reader's thread. */
typedef struct
{
  BhDispatchQuestion question;
  BhOffice *office; /* (owned) */
  gint64 now;
} HolderJob;

static void
holder_job_free (HolderJob *job)
{
  g_object_unref (job->office);
  g_free (job);
}

static gpointer
find_holder_in_worker (BhConnection *connection,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  HolderJob *job = user_data;

  return bh_suggestion_find_holder (connection, job->office, &job->question, job->now, error);
}

void
bh_suggester_find_holder_async (BhSuggester *self,
                                const BhDispatchQuestion *question,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HolderJob *job;
  GTask *task;

  g_return_if_fail (BH_IS_SUGGESTER (self));
  g_return_if_fail (question != NULL);
  g_return_if_fail (self->store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_suggester_find_holder_async);
  job = g_new0 (HolderJob, 1);
  job->question = *question;
  job->office = bh_store_dup_office (self->store);
  job->now = bh_clock_now (bh_store_get_clock (self->store));
  bh_desk_task_read (task, self->store, find_holder_in_worker, job,
                     (GDestroyNotify) holder_job_free, (GDestroyNotify) bh_dispatch_hint_free,
                     G_PRIORITY_DEFAULT);
}

BhDispatchHint *
bh_suggester_find_holder_finish (BhSuggester *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
