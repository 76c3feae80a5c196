/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-site-plan.h"

G_DEFINE_BOXED_TYPE (BhSitePlan, bh_site_plan, bh_site_plan_copy, bh_site_plan_free)

BhSiteMark *
bh_site_mark_new (gint64 place_id, const char *name, BhPlaceKind kind)
{
  BhSiteMark *self = g_new0 (BhSiteMark, 1);

  self->place_id = place_id;
  self->name = g_strdup (name);
  self->kind = kind;

  return self;
}

BhSiteMark *
bh_site_mark_copy (const BhSiteMark *self)
{
  BhSiteMark *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);

  return copy;
}

void
bh_site_mark_free (BhSiteMark *self)
{
  g_free (self->name);
  g_free (self);
}

BhSitePlan *
bh_site_plan_new (void)
{
  BhSitePlan *self = g_new0 (BhSitePlan, 1);

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_site_mark_free);

  return self;
}

BhSitePlan *
bh_site_plan_copy (const BhSitePlan *self)
{
  BhSitePlan *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = bh_site_plan_new ();
  copy->id = self->id;
  copy->community_id = self->community_id;
  copy->name = g_strdup (self->name);
  copy->file_hash = g_strdup (self->file_hash);
  copy->type = g_strdup (self->type);
  copy->width = self->width;
  copy->height = self->height;
  for (guint i = 0; i < self->marks->len; i++)
    g_ptr_array_add (copy->marks, bh_site_mark_copy (g_ptr_array_index (self->marks, i)));

  return copy;
}

void
bh_site_plan_free (BhSitePlan *self)
{
  g_free (self->name);
  g_free (self->file_hash);
  g_free (self->type);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

BhSiteMark *
bh_site_plan_find (const BhSitePlan *self, gint64 place_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      BhSiteMark *mark = g_ptr_array_index (self->marks, i);

      if (mark->place_id == place_id)
        return mark;
    }

  return NULL;
}

guint
bh_site_plan_count_placed (const BhSitePlan *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->marks->len; i++)
    n += ((BhSiteMark *) g_ptr_array_index (self->marks, i))->placed ? 1 : 0;

  return n;
}

gboolean
bh_site_plan_is_type (const char *type)
{
  static const char *const types[] = { "image/png", "image/jpeg", "image/svg+xml", NULL };

  return type != NULL && g_strv_contains (types, type);
}
