/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check-parts.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "storage/bh-measures.h"

/* Each measure is what its last version says, and no version is missing. */

static gboolean
check_measure (BhCheck *check, BhMeasure *measure, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) events = bh_measures_load_events (check->connection, measure->id, &failure);
  g_autofree char *number = bh_measure_dup_number (measure);
  const BhMeasureEvent *last = NULL;

  if (events == NULL && failure->domain != BH_DOMAIN_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (events == NULL)
    {
      bh_check_add (check, _ ("Measure %s: its history cannot be read: %s"), number,
                    failure->message);
      return TRUE;
    }

  for (guint i = 0; i < events->len; i++)
    {
      last = g_ptr_array_index (events, i);
      if (last->measure->version == (int) i + 1)
        continue;
      bh_check_add (check, _ ("Measure %s: version %u of its history is missing."), number, i + 1);
      return TRUE;
    }
  if (last == NULL || last->measure->version != measure->version
      || !bh_measure_equal (last->measure, measure))
    bh_check_add (check, _ ("Measure %s is not what its history says."), number);

  return TRUE;
}

gboolean
bh_check_measures (BhCheck *check, GError **error)
{
  g_autoptr (GPtrArray) measures = bh_measures_list (check->connection, error);

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (g_cancellable_set_error_if_cancelled (check->cancellable, error)
        || !check_measure (check, g_ptr_array_index (measures, i), error))
      return FALSE;

  return measures != NULL;
}
