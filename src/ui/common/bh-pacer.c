/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-pacer.h"

struct _BhPacer
{
  guint interval_ms;
  gboolean (*is_busy) (gpointer user_data);
  void (*due) (gpointer user_data);
  gpointer user_data;

  guint timer_id;
  guint rest; /* in intervals */
  gboolean asked;
};

BhPacer *
bh_pacer_new (guint interval_ms,
              gboolean (*is_busy) (gpointer user_data),
              void (*due) (gpointer user_data),
              gpointer user_data)
{
  BhPacer *self = g_new0 (BhPacer, 1);

  self->interval_ms = interval_ms;
  self->is_busy = is_busy;
  self->due = due;
  self->user_data = user_data;

  return self;
}

void
bh_pacer_free (BhPacer *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_free (self);
}

static gboolean
timer_cb (gpointer user_data)
{
  BhPacer *self = user_data;

  if (bh_pacer_tick (self))
    return G_SOURCE_CONTINUE;
  self->timer_id = 0;

  return G_SOURCE_REMOVE;
}

void
bh_pacer_ask (BhPacer *self)
{
  g_return_if_fail (self != NULL);

  self->asked = TRUE;
  if (self->timer_id == 0)
    self->timer_id = g_timeout_add (self->interval_ms, timer_cb, self);
}

gboolean
bh_pacer_tick (BhPacer *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->is_busy (self->user_data))
    {
      self->rest += BH_PACER_REST;
      return TRUE;
    }
  if (self->rest > 0)
    {
      self->rest--;
      return TRUE;
    }
  if (!self->asked)
    return FALSE;
  self->asked = FALSE;
  self->due (self->user_data);

  return TRUE;
}
