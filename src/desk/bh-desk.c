/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk.h"

#include "desk/bh-desk-task.h"
#include "desk/bh-auto-dispatch.h"

struct _BhDesk
{
  GObject parent_instance;

  BhStore *store;         /* (owned) */
  BhOffice *office;       /* (owned) */
  BhSuggester *suggester; /* (owned) (nullable): until it is asked for */
  gint64 staff_id;
};

G_DEFINE_FINAL_TYPE (BhDesk, bh_desk, G_TYPE_OBJECT)

typedef enum
{
  PROP_OFFICE = 1,
  PROP_STAFF_ID,
} BhDeskProperty;

static GParamSpec *properties[PROP_STAFF_ID + 1];

static void
store_changed_cb (BhStore *store, const BhChangeNotice *notice, BhDesk *self)
{
  g_autoptr (BhOffice) office = NULL;
  gint64 old_staff_id, staff_id;

  if (!notice->register_changed && !notice->all)
    return;

  office = bh_store_dup_office (store);
  if (office == self->office)
    return;

  old_staff_id = bh_office_get_settings (self->office)->desk_staff_id;
  staff_id = bh_office_get_settings (office)->desk_staff_id;
  g_set_object (&self->office, office);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFICE]);
  if (staff_id != old_staff_id)
    bh_desk_set_staff_id (self, staff_id);
}

static void
bh_desk_dispose (GObject *object)
{
  BhDesk *self = BH_DESK (object);

  if (self->suggester != NULL)
    bh_suggester_stop (self->suggester);
  g_clear_object (&self->suggester);
  g_clear_object (&self->store);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (bh_desk_parent_class)->dispose (object);
}

static void
bh_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhDesk *self = BH_DESK (object);

  switch ((BhDeskProperty) id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_STAFF_ID:
      g_value_set_int64 (value, self->staff_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhDesk *self = BH_DESK (object);

  switch ((BhDeskProperty) id)
    {
    case PROP_STAFF_ID:
      bh_desk_set_staff_id (self, g_value_get_int64 (value));
      break;
    case PROP_OFFICE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_desk_class_init (BhDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bh_desk_dispose;
  object_class->get_property = bh_desk_get_property;
  object_class->set_property = bh_desk_set_property;

  properties[PROP_OFFICE]
      = g_param_spec_object ("office", NULL, NULL, BH_TYPE_OFFICE,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STAFF_ID]
      = g_param_spec_int64 ("staff-id", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bh_desk_init (BhDesk *self)
{
}

BhDesk *
bh_desk_new (BhStore *store)
{
  BhDesk *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_DESK, NULL);
  self->store = g_object_ref (store);
  self->office = bh_store_dup_office (store);
  self->staff_id = bh_office_get_settings (self->office)->desk_staff_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);

  return self;
}

BhStore *
bh_desk_get_store (BhDesk *self)
{
  g_return_val_if_fail (BH_IS_DESK (self), NULL);

  return self->store;
}

BhOffice *
bh_desk_get_office (BhDesk *self)
{
  g_return_val_if_fail (BH_IS_DESK (self), NULL);

  return self->office;
}

BhSuggester *
bh_desk_get_suggester (BhDesk *self)
{
  g_return_val_if_fail (BH_IS_DESK (self), NULL);

  if (self->suggester == NULL)
    self->suggester = bh_suggester_new (self->store);

  return self->suggester;
}

gint64
bh_desk_get_staff_id (BhDesk *self)
{
  g_return_val_if_fail (BH_IS_DESK (self), 0);

  return self->staff_id;
}

void
bh_desk_set_staff_id (BhDesk *self, gint64 staff_id)
{
  g_return_if_fail (BH_IS_DESK (self));

  if (self->staff_id == staff_id)
    return;

  self->staff_id = staff_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAFF_ID]);
}

void
bh_desk_get_actor (BhDesk *self, BhActor *actor)
{
  BhStaff *staff;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (actor != NULL);

  staff = bh_office_get (self->office, BH_TYPE_STAFF, self->staff_id);
  actor->staff_id = self->staff_id;
  actor->entered_by = self->staff_id;
  actor->role = staff != NULL ? staff->role : BH_ROLE_CLERK;
}

/* One verb on its way through the writer's thread. */
typedef struct
{
  BhVerb verb;
  gint64 ticket_id;
  BhPayload *inputs; /* (owned): a copy */
  BhActor actor;
  gint64 at;
  BhClassifier *model; /* (owned) (nullable): for `new` */
  BhTicket *ticket;    /* (owned) (nullable): the result */
} VerbJob;

static void
verb_job_free (VerbJob *job)
{
  bh_payload_unref (job->inputs);
  g_clear_pointer (&job->model, bh_classifier_unref);
  g_clear_object (&job->ticket);
  g_free (job);
}

static gboolean
do_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  VerbJob *job = user_data;

  BhTicket *ticket
      = job->verb == BH_VERB_NEW
            ? bh_auto_dispatch_register (work, job->model, job->inputs, &job->actor, job->at, error)
            : bh_verbs_do (work, job->verb, job->ticket_id, job->inputs, &job->actor, job->at,
                           error);

  g_set_object (&job->ticket, ticket);

  return job->ticket != NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  VerbJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (bh_store_write_finish (BH_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&job->ticket), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bh_desk_do_async (BhDesk *self,
                  BhVerb verb,
                  gint64 ticket_id,
                  BhPayload *inputs,
                  gint64 at,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  VerbJob *job;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (inputs != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_do_async);
  /* What was committed is told, also to somebody who did not want to wait. */
  g_task_set_check_cancellable (task, FALSE);
  job = g_new0 (VerbJob, 1);
  job->verb = verb;
  job->ticket_id = ticket_id;
  job->inputs = bh_payload_copy (inputs);
  job->at = at;
  bh_desk_get_actor (self, &job->actor);
  if (verb == BH_VERB_NEW && self->suggester != NULL
      && bh_suggester_get_model (self->suggester) != NULL)
    job->model = bh_classifier_ref (bh_suggester_get_model (self->suggester));
  g_task_set_task_data (task, job, (GDestroyNotify) verb_job_free);

  bh_store_write_async (self->store, do_in_worker, job, NULL, G_PRIORITY_DEFAULT, cancellable,
                        written_cb, g_steal_pointer (&task));
}

BhTicket *
bh_desk_do_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  const gint64 *ticket_id = user_data;

  return bh_ticket_view_load (connection, *ticket_id, error);
}

void
bh_desk_load_async (BhDesk *self,
                    gint64 ticket_id,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_load_async);
  bh_desk_task_read (task, self->store, load_in_worker, g_memdup2 (&ticket_id, sizeof ticket_id),
                     g_free, (GDestroyNotify) bh_ticket_view_free, G_PRIORITY_DEFAULT);
}

BhTicketView *
bh_desk_load_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *phone; /* (owned) (nullable) */
  gint64 room_id;
} HouseholdJob;

static void
household_job_free (HouseholdJob *job)
{
  g_free (job->phone);
  g_free (job);
}

static gpointer
find_household_in_worker (BhConnection *connection,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  HouseholdJob *job = user_data;

  return bh_household_load (connection, job->phone, job->room_id, error);
}

void
bh_desk_find_household_async (BhDesk *self,
                              const char *phone,
                              gint64 room_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  HouseholdJob *job;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_find_household_async);
  job = g_new0 (HouseholdJob, 1);
  job->phone = g_strdup (phone);
  job->room_id = room_id;
  bh_desk_task_read (task, self->store, find_household_in_worker, job,
                     (GDestroyNotify) household_job_free, (GDestroyNotify) bh_household_free,
                     G_PRIORITY_DEFAULT);
}

BhHousehold *
bh_desk_find_household_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
