/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"
#include "domain/bh-error.h"

#include "base/bh-i18n.h"

gboolean
bh_verb_build_task (BhVerbContext *self, GError **error)
{
  gint64 department_id;

  if (!bh_verb_context_find_entry (self, "department", BH_TYPE_DEPARTMENT, &department_id, error)
      || !bh_verb_context_copy_time (self, "due", error))
    return FALSE;
  if (bh_payload_get (self->payload, "due") != NULL
      && bh_payload_get_int (self->payload, "due") <= self->at)
    return bh_domain_reject_input (error, _ ("It cannot be wanted before it is asked for."));

  bh_payload_set_int (self->payload, "department", department_id);
  bh_verb_context_copy (self, "what", NULL);

  return TRUE;
}

/* "1 (保洁绿化: 清理现场), 3 (…)" */
static char *
name_open_tasks (BhVerbContext *self)
{
  GPtrArray *tasks = self->ticket->tasks;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (tasks, i);

      if (task->outcome != BH_TASK_OPEN)
        continue;
      if (names->len > 0)
        g_string_append (names, _ (", "));
      g_string_append_printf (
          names, _ ("%u (%s: %s)"), i + 1,
          bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, task->department_id), task->what);
    }

  return g_string_free (names, FALSE);
}

/* The task that the input `task` names, by its number in the ticket. */
static gboolean
build_number (BhVerbContext *self, GError **error)
{
  const char *text = bh_verb_context_get (self, "task");
  gint64 number = bh_payload_get_int (self->inputs, "task");
  BhTask *task = bh_ticket_get_task (self->ticket, number);
  g_autofree char *names = NULL;

  if (task != NULL && task->outcome == BH_TASK_OPEN)
    {
      bh_payload_set_int (self->payload, "task", number);
      return TRUE;
    }

  names = name_open_tasks (self);
  if (task != NULL)
    return bh_domain_refuse (error, _ ("Task %s of %s has ended already; open are: %s."), text,
                             self->ticket->number, names);
  return bh_domain_reject_input (error, _ ("%s has no task %s; open are: %s."),
                                 self->ticket->number, text, names);
}

gboolean
bh_verb_build_task_done (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "result", NULL);

  return build_number (self, error);
}

gboolean
bh_verb_build_task_waive (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "reason", NULL);

  return build_number (self, error);
}
