/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-target.h"

G_DEFINE_FINAL_TYPE (BhTarget, bh_target, BH_TYPE_ENTRY)

static void
bh_target_finalize (GObject *object)
{
  BhTarget *self = BH_TARGET (object);

  g_free (self->figure);
  g_free (self->filter);

  G_OBJECT_CLASS (bh_target_parent_class)->finalize (object);
}

static void
bh_target_class_init (BhTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_target_finalize;
}

static void
bh_target_init (BhTarget *self)
{
}

BhTarget *
bh_target_new (gint64 id,
               const char *figure,
               const char *filter,
               int year,
               BhTargetForm form,
               double value,
               gboolean retired)
{
  BhTarget *self;

  g_return_val_if_fail (figure != NULL, NULL);

  self = g_object_new (BH_TYPE_TARGET, "id", id, "code", figure, "name", figure, "retired", retired,
                       NULL);
  self->figure = g_strdup (figure);
  self->filter = g_strdup (filter != NULL ? filter : "");
  self->year = year;
  self->form = form;
  self->value = value;

  return self;
}

gboolean
bh_target_is_same (BhTarget *self, BhTarget *other)
{
  g_return_val_if_fail (BH_IS_TARGET (self), FALSE);
  g_return_val_if_fail (BH_IS_TARGET (other), FALSE);

  return g_str_equal (self->figure, other->figure) && g_str_equal (self->filter, other->filter)
         && (self->form == BH_TARGET_ALARM) == (other->form == BH_TARGET_ALARM);
}
