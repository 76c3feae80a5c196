/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-counter.h"

#include "desk/bh-today.h"

/* Nobody counts along: what comes at once is counted together. */
#define COALESCE_MS 500

struct _BhTodayCounter
{
  GObject parent_instance;

  BhDesk *desk;              /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the count under way */
  gint64 count;
  guint wait_id;
};

typedef enum
{
  PROP_COUNT = 1,
} Property;

static GParamSpec *properties[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (BhTodayCounter, bh_today_counter, G_TYPE_OBJECT)

/* What cannot be counted now is counted after the next change; the page says what is wrong. */
static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhTodayCounter) self = BH_TODAY_COUNTER (user_data);
  gint64 count = bh_today_count_waiting_finish (BH_DESK (source), result, NULL);

  if (count < 0 || count == self->count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
stop (BhTodayCounter *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->wait_id, g_source_remove);
}

static gboolean
count_cb (gpointer user_data)
{
  BhTodayCounter *self = BH_TODAY_COUNTER (user_data);

  self->wait_id = 0;
  stop (self);
  self->cancellable = g_cancellable_new ();
  bh_today_count_waiting_async (self->desk, self->cancellable, counted_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
changed_cb (BhTodayCounter *self)
{
  if (self->wait_id == 0)
    self->wait_id = g_timeout_add (COALESCE_MS, count_cb, self);
}

static void
bh_today_counter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_COUNT:
      g_value_set_int64 (value, BH_TODAY_COUNTER (object)->count);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_today_counter_dispose (GObject *object)
{
  BhTodayCounter *self = BH_TODAY_COUNTER (object);

  stop (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_today_counter_parent_class)->dispose (object);
}

static void
bh_today_counter_class_init (BhTodayCounterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bh_today_counter_get_property;
  object_class->dispose = bh_today_counter_dispose;
  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bh_today_counter_init (BhTodayCounter *self)
{
}

BhTodayCounter *
bh_today_counter_new (BhDesk *desk)
{
  BhTodayCounter *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_TODAY_COUNTER, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (desk), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);

  return self;
}
