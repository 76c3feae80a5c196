/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-hold.h"

GApplication *
bh_hold_take (void)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL)
    return NULL;
  g_application_hold (application);

  return g_object_ref (application);
}

static gboolean
release_cb (gpointer data)
{
  g_application_release (data);

  return G_SOURCE_REMOVE;
}

void
bh_hold_release (GApplication **application)
{
  g_return_if_fail (application != NULL);

  if (*application != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, release_cb, g_steal_pointer (application), g_object_unref);
}
